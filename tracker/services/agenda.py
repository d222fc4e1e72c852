"""Who goes where on which day, and the next day on which anybody does. What records is in `hearings`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import Any

from tracker.services import clashes
from tracker.services.office import Office, Refused
from tracker.services.views import AgendaRow
from tracker.store import agendas, consequences

AHEAD = timedelta(days=31)
"""How far ahead the next day is looked for."""
MOST = 500
"""Rows of a day's board: more than a panel shows of any office's day; the docket has all."""

Kinds = dict[int, list[tuple[int, str]]]
"""Rank and kind of the flags of each case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """What is listed on a day, the first MOST of it; where nothing is, the next day and how much is then."""

    rows: tuple[AgendaRow, ...]
    count: int = 0
    next_day: date | None = None
    next_count: int = 0


def between(
    office: Office,
    first: date,
    last: date,
    advocate: str | None = None,
    court: str | None = None,
    *,
    today: date | None = None,
) -> tuple[AgendaRow, ...]:
    """Return what is listed from `first` to `last`, both included, by day and hour.

    `flags` are those that hold on `today`, if it is given and not before the last entries of the case.
    """
    if last < first:
        raise Refused(f"The days turn round: {last:%d-%m-%Y} is before {first:%d-%m-%Y}")
    with office.reading() as session:
        rows = agendas.between(session, first, last, advocate, court)
        kinds = consequences.flags_of(session, [row.id for row in rows], today) if today else {}
        others = rows if court is None else agendas.between(session, first, last, advocate)
    return _rows(rows, kinds, others)


def _rows(rows: Sequence[Any], kinds: Kinds, others: Iterable[Any]) -> tuple[AgendaRow, ...]:
    together = clashes.Together(others)
    return tuple(
        AgendaRow(
            on=row.on,
            time=row.time,
            court=row.court,
            court_name=row.court_name,
            complex=row.complex,
            room=row.room,
            ref=row.ref,
            number=row.number,
            proceeding=row.proceeding,
            purpose=row.purpose,
            outcome=row.outcome,
            advocate=row.advocate,
            flags=tuple(dict.fromkeys(kind for _, kind in sorted(kinds.get(row.id, ())))),
            clash=partial(_clash, together, row),
        )
        for row in rows
    )


def _clash(together: clashes.Together, row: Any, _: str) -> str:
    """Say where else the advocate is listed; written where it is read."""
    return clashes.words(together.others(row))


def next_listed(office: Office, after: date) -> tuple[date, int] | None:
    """Return the first day after one, within AHEAD, on which something is listed, and how many hearings."""
    with office.reading() as session:
        return agendas.next_day(session, after, after + AHEAD)


def listed(office: Office, today: date) -> Listed:
    """Return what is listed on the day."""
    with office.reading() as session:
        rows = others = agendas.between(session, today, today, most=MOST)
        if len(rows) == MOST:  # whoever is in these rows may be elsewhere in one that isn't
            from tracker.store import listing

            others = listing.listed(
                session, today, today, sorted({row.advocate for row in rows if row.advocate})
            )
        kinds = consequences.flags_of(session, [row.id for row in rows], today)
        count = agendas.count(session, today, today).get(today, 0)
    if rows:
        return Listed(rows=_rows(rows, kinds, others), count=count)
    next_day, many = next_listed(office, today) or (None, 0)
    return Listed(rows=(), next_day=next_day, next_count=many)
