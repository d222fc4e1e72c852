"""What was done at this desk: in words, and as the command that does the same without a screen."""

from __future__ import annotations

import shlex
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.services.undo import Step
    from tracker.services.views import FlagHandled


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that was written."""

    ref: str
    says: str
    command: str
    step: Step | None = None
    """How to take it back, where that can be done."""
    event: int | None = None
    """The line of the journal that it wrote, which a correction names."""
    flags: tuple[FlagHandled, ...] = ()
    """The flags that it resolved or snoozed, which can be taken back."""


def command(*parts: str, **options: object) -> str:
    """Return a `tracker` command as it would be typed; options that are empty are left out."""
    words = ["tracker", *parts]
    for name, value in options.items():
        if value is None or value == () or value is False or value == "":
            continue
        words.append("--" + name.rstrip("_").replace("_", "-"))
        if value is not True:
            words.append(_said(value))
    return shlex.join(words)


def _said(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Iterable) and not isinstance(value, str):
        return ",".join(str(one) for one in value)
    return str(value)
