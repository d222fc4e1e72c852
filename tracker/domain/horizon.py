"""How far ahead a file may speak: a day in 2062 is a slip for 2026, and would make every list wait for it.

What a case file says of the future is listings and days fixed; none is fixed so many years ahead. A day that
has passed is never too far: registers are old.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tracker.domain.case import Case

YEARS = 5
"""Years from today on, within which courts fix days."""


def last_day(today: date) -> date:
    """Return the last day that may be meant."""
    return date(min(today.year + YEARS, date.max.year), 12, 31)


def faults(case: Case, today: date) -> Iterator[str]:
    """Yield a line for each day of an event or hearing that lies too far ahead."""
    last = last_day(today)
    days: list[tuple[str, date | None]] = [
        (f"events[{n}].on", event.on) for n, event in enumerate(case.events)
    ]
    for n, hearing in enumerate(case.hearings):
        days += [(f"hearings[{n}].on", hearing.on), (f"hearings[{n}].next_on", hearing.next_on)]
    for where, day in days:
        if day is not None and day > last:
            yield f"cases[{case.ref}].{where}: {day:%d-%m-%Y} {says(today)}"


def says(today: date) -> str:
    """Return what is said of such a day."""
    return f"is more than {YEARS} years ahead of {today:%d-%m-%Y}; was another year meant?"
