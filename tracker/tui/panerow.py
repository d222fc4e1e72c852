"""One line of a tab of a case, and how a record is said in one paragraph."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from tracker.domain.say import rupees
from tracker.tui.wording import day


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a pane."""

    cells: tuple[str, ...]
    why: str
    word: str = ""
    """The word by which the first cell is coloured."""
    list_: str = ""
    """The list of the case that it is a line of, with its number there; empty where it is computed."""
    n: int | None = None
    ref: str | None = None
    """Another case that it names."""


UNSAID = ("id", "n", "version")
"""Keys by which the program knows a record; they mean nothing to a reader."""


def plain(one: dict[str, Any]) -> str:
    """Return a record's keys and values in one paragraph."""
    parts = []
    for key, value in one.items():
        if key in UNSAID or value in (None, "", (), [], {}):
            continue
        said = f"Rs {rupees(value)}" if key.endswith("_rupees") and isinstance(value, int) else _said(value)
        parts.append(f"{key.removesuffix('_rupees').replace('_', ' ')}: {said}")
    return " · ".join(parts)


def _said(value: Any) -> str:
    if isinstance(value, dict):
        return plain(value)
    if isinstance(value, date):
        return day(value)
    if isinstance(value, list | tuple):
        return ", ".join(_said(one) for one in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value).replace("_", " ")
