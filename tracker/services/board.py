"""The board of a day: what is listed, which dates are pending, which clocks run out, what has stalled.

Each list is its first rows only, with how many there are; the docket, the flags and the clocks have all.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from tracker.domain.flag_clocks import is_custody
from tracker.services import clocks, flags, hearings
from tracker.services.office import Office
from tracker.services.views import AgendaRow, DueRow, FlagRow

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
class Board:
    """What a day asks; the counts are those of whole lists."""

    today: tuple[AgendaRow, ...]
    next_day: date | None
    """Where nothing is listed today: the next day on which something is."""
    next_count: int
    pending: tuple[FlagRow, ...]
    pending_count: int
    clocks: Clocks
    stalled: tuple[FlagRow, ...]
    stalled_count: int


def board(office: Office, today: date) -> Board:
    """Return the board of a day. Raises Refused like the lists it is made of."""
    listed = hearings.agenda(office, today, today, today=today)
    ahead = () if listed else hearings.agenda(office, today + timedelta(1), today + timedelta(31))
    next_day = ahead[0].on if ahead else None
    counts = flags.counts(office, f"{PENDING},stage_stalled", today)
    stalled = counts.pop("stage_stalled", 0)
    return Board(
        today=listed,
        next_day=next_day,
        next_count=sum(row.on == next_day for row in ahead),
        pending=flags.flags(office, PENDING, today, limit=ROWS).rows,
        pending_count=sum(counts.values()),
        clocks=running_out(office, today, most=ROWS),
        stalled=flags.flags(office, STALLED, today, limit=ROWS).rows,
        stalled_count=stalled,
    )


def running_out(office: Office, today: date, *, most: int) -> Clocks:
    """Return the clocks that end within a fortnight, custody first, then by last day; at most `most`."""
    page = clocks.due(office, today, filter=FORTNIGHT, limit=most)
    rows = sorted(page.rows, key=lambda row: (not is_custody(row.limit), row.due_on or date.max))
    return Clocks(rows=tuple(rows), more=page.next is not None)
