"""A column of a ledger, and how wide each is of those that a screen has room for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rich.cells import cell_len, set_cell_size

NARROWEST = 6
"""To so many letters a column gives way where all together are too wide."""
LONGEST_REF = 24
"""So many letters of a ref have room in a list, if it has such refs."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: heading, width, what it shows, and from which width of the screen it has a place."""

    heading: str
    width: int
    text: Callable[[Any], str]
    from_width: int = 0
    grows: int = 0
    """Its share of the width that is left over."""
    style: Callable[[Any], str] | None = None
    """The name of a component class for this row's cell, or an empty text."""
    right: bool = False
    order: str = ""
    """What a click on the heading sorts by; empty if by nothing."""
    most: int = 0
    """Up to so many letters it is as wide as the longest text that has come into view; 0 if it isn't.

    One that grows takes them only of what is left over, and no more than them.
    """
    ends: bool = False
    """Whether the last word stays where the rest is cut: a court's number, after its place."""


def widths(columns: Sequence[Column], longest: Mapping[str, int], width: int) -> list[int]:
    """Return how wide each column is: those that grow share what is left, or give what is lacking.

    `longest` has the letters of the longest text of a column that widens, by its heading.
    """
    full = [max(c.width, min(longest.get(c.heading, 0), c.most)) for c in columns]
    wide = [c.width if c.grows else most for c, most in zip(columns, full, strict=True)]
    spare = width - 1 - sum(one + 1 for one in wide)
    shares = sum(c.grows for c in columns)
    growing = [n for n, c in enumerate(columns) if c.grows]
    for n in sorted(growing, key=lambda n: not columns[n].most):  # what one leaves is for the others
        column, before = columns[n], wide[n]
        wide[n] = max(before + spare * column.grows // shares, min(before, NARROWEST))
        if column.most:
            wide[n] = min(wide[n], full[n])
        spare, shares = spare - wide[n] + before, shares - column.grows
    return wide


def fitted(text: str, width: int, right: bool, ends: bool = False) -> str:
    """Return text cut or filled to a width, with `ends` but for its last word; what can't be printed goes."""
    if not text.isprintable():
        text = "".join(letter if letter.isprintable() else " " for letter in text)
    long = cell_len(text)
    if long > width:
        last = f" {text.rpartition(' ')[2]}"
        if ends and cell_len(last) < width // 2:
            return set_cell_size(text, width - 1 - cell_len(last)) + "…" + last
        return set_cell_size(text, max(width - 1, 0)) + "…" if width else ""
    return " " * (width - long) + text if right else set_cell_size(text, width)
