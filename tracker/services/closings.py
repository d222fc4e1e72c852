"""Why a court is closed on a day: a Sunday, a day on which all are, or the vacation of that one court.

A closed day is a warning beside a listing and never a reason to refuse it: real courts sit on such days.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from sqlmodel import Session

from tracker.store import listing


@dataclass(frozen=True, slots=True)
class Closings:
    """The office's closed days of a span, with their names."""

    days: Mapping[date, str] = field(default_factory=dict)
    courts: Mapping[tuple[str, date], str] = field(default_factory=dict)

    def why(self, on: date, court: str | None = None) -> str:
        """Return why a court (None: all of them) is closed on a day, in words; empty if it is open."""
        everywhere = self.days.get(on) or ("Sunday" if on.weekday() == 6 else "")
        return everywhere or (self.courts.get((court, on), "") if court else "")


def between(session: Session, first: date, last: date) -> Closings:
    """Return the closed days of a span, both ends included."""
    return Closings(listing.closed_days(session, first, last), listing.vacations(session, first, last))


def sentence(on: date, why: str, court: str | None, everywhere: bool) -> str:
    """Say of a day that courts, or one court, are closed: "25-12-2026 is a holiday (Christmas): …"."""
    if why == "Sunday":
        return f"{on:%d-%m-%Y} is a Sunday: courts are closed"
    named = "" if why == "closed" else f" ({why})"
    if everywhere:
        return f"{on:%d-%m-%Y} is a holiday{named}: courts are closed"
    return f"{on:%d-%m-%Y} is vacation{named} in {court}: the court is closed"
