"""The board of a day: which dates are pending, which clocks run out, what has stalled. `agenda` has the list.

Each list is its first rows only, with how many there are; the docket, the flags and the clocks have all.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tracker.domain.flag_clocks import is_custody
from tracker.services import clocks, flags
from tracker.services.office import Office
from tracker.services.views import DueRow, FlagRow

PENDING = "flag:no_next_date,outcome_missing"
STALLED = "flag:stage_stalled"
FORTNIGHT = "due:<14d"
ROWS = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Clocks:
    """Clocks that run out, custody first; `more` if there are others behind them."""

    rows: tuple[DueRow, ...]
    more: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Warnings:
    """The first warnings of some kinds, and how many there are."""

    rows: tuple[FlagRow, ...]
    count: int


def warnings(office: Office, asked: str, today: date) -> Warnings:
    """Return the first warnings that a filter asks for, worst first. Raises Refused like `flags.flags`."""
    rows = flags.flags(office, asked, today, limit=ROWS).rows
    count = len(rows) if len(rows) < ROWS else sum(flags.counts(office, asked, today).values())
    return Warnings(rows=rows, count=count)


def running_out(office: Office, today: date, *, most: int) -> Clocks:
    """Return the clocks that end within a fortnight, custody first, then by last day; at most `most`."""
    page = clocks.due(office, today, filter=FORTNIGHT, limit=most)
    rows = sorted(page.rows, key=lambda row: (not is_custody(row.limit), row.due_on or date.max))
    return Clocks(rows=tuple(rows), more=page.next is not None)
