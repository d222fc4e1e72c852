"""The calendar: what is listed between two days, and which due dates of the law fall there.

A hearing is a listing of one proceeding; a due date is a clock that nobody has met (`clocks`), shown on
its last day under the trial's court and the lead of its case. Rows come by day: hearings by hour, then
due dates.

Each listing says where else its advocate has to be that day (`clashes`). One on a closed day is shown with
the reason and never refused: courts do sit on such days (`closings`).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlmodel import Session

from tracker.services import clashes, clocks, closings, filters, fresh
from tracker.services.closings import Closings
from tracker.services.office import Office, Refused
from tracker.services.views import Beside, CalendarRow, DueRow
from tracker.store import consequences, listing, matching, queries
from tracker.store.matching import Ask, Where
from tracker.store.tables import RANKS

LONGEST = 3660
"""The most days that one answer may span: ten years."""


def between(
    office: Office,
    first: date,
    last: date,
    *,
    today: date,
    advocate: str | None = None,
    court: str | None = None,
    filter: str = "",
) -> tuple[CalendarRow, ...]:
    """Return what is listed and what falls due from `first` to `last`, both included.

    `advocate` is who goes (for a due date, who leads); `court` is a court's key, or words of its complex
    or name; `filter` picks cases. Flags and due dates are those of `today`. Raises Refused: the days turn
    round, no such court, or a filter that can't be read.
    """
    _check(first, last)
    asks = filters.asks(filter, today)
    with office.reading() as session:
        courts = courts_meant(session, court)
        where = _cases(office, session, asks, today)
        names = listing.advocates(session, advocate) if advocate is not None else None
        rows = listing.listed(session, first, last, names, courts, where)
        narrowed = bool(courts is not None or where)
        beside = _beside(session, first, last, rows) if narrowed else rows
        due = _due(office, session, first, last, today, advocate, courts, filter)
        cases = listing.cases_of(session, (row.ref for row in due))
        numbers = {number for number, _ in cases.values()}
        flags = _flags(office, session, {row.id for row in rows} | numbers, today)
        places = listing.places_of(session, numbers)
        closed = closings.between(session, first, last)
    together = clashes.Together(beside)
    found = [_hearing(row, flags.get(row.id, ()), together.others(row), closed, today) for row in rows]
    for one in due:
        number, lead = cases[one.ref]
        found.append(_falls_due(one, lead, flags.get(number, ()), places.get(number), closed))
    return tuple(sorted(found, key=_order))


def courts_meant(session: Session, said: str | None) -> list[str] | None:
    """Return the keys of the courts that a person means, None for all; raises Refused if there is none."""
    if said is None:
        return None
    found = listing.courts(session, said)
    if not found:
        known = listing.court_keys(session)
        more = " …" if len(known) > 20 else ""
        raise Refused(f"There is no court {said!r}; known: {', '.join(known[:20]) or 'none'}{more}")
    return found


def _check(first: date, last: date) -> None:
    if last < first:
        raise Refused(f"The days turn round: {last:%d-%m-%Y} is before {first:%d-%m-%Y}")
    if (last - first).days > LONGEST:
        raise Refused(f"{first:%d-%m-%Y} to {last:%d-%m-%Y} is more than ten years: ask for fewer days")


def _cases(office: Office, session: Session, asks: Sequence[Ask], today: date) -> list[Where]:
    """Return the conditions on cases that a filter asks; those reckoned afresh are named one by one."""
    where = matching.facts(session, asks)
    kept = matching.consequences(asks)
    if not kept:
        return where
    late = [one for one in fresh.late(office, session, asks, today) if fresh.matches(one, asks, today)]
    numbers = [one.number for one in late]
    return [*where, listing.kept_or_among(kept, queries.kept_answers(today), numbers)]


def _beside(session: Session, first: date, last: date, rows: Sequence[Any]) -> list[Any]:
    """Return all that the advocates of these rows are listed for, in whichever court and case."""
    going = sorted({row.advocate for row in rows if row.advocate})
    return listing.listed(session, first, last, going) if going else []


def _due(
    office: Office,
    session: Session,
    first: date,
    last: date,
    today: date,
    advocate: str | None,
    courts: list[str] | None,
    filter: str,
) -> list[DueRow]:
    asked = f"{filter} due:{first.isoformat()}..{last.isoformat()}"
    if advocate is not None:
        leads = [name for name in matching.leads(session) if name.lower() == advocate.lower()]
        if not leads:
            return []
        asked += ' lead:"' + leads[0].replace("\\", "\\\\").replace('"', '\\"') + '"'
    rows = [row for row in clocks.due(office, today, filter=asked).rows if row.due_on]
    if courts is not None:
        cases = listing.cases_of(session, (row.ref for row in rows))
        places = listing.places_of(session, (number for number, _ in cases.values()))
        rows = [row for row in rows if places.get(cases[row.ref][0], (None,))[0] in courts]
    return rows


def _flags(office: Office, session: Session, numbers: set[int], today: date) -> dict[int, tuple[str, ...]]:
    """Return the kinds of flags that hold on the day, worst first, by case."""
    found = consequences.flags_of(session, numbers, today)
    if queries.ids_later_than(session, (), today, 1):
        later = listing.later_among(session, numbers, today)
        if len(later) > fresh.MOST:
            raise Refused(
                f"More than {fresh.MOST} of these cases have entries after {today:%d-%m-%Y}: "
                "ask for fewer days"
            )
        for one in fresh.many(office, session, later, today):
            held = [flag for flag in one.reckoning.flags if fresh.holds(flag, today)]
            found[one.number] = [(RANKS.index(flag.severity), str(flag.kind)) for flag in held]
    return {
        number: tuple(dict.fromkeys(kind for _, kind in sorted(kinds))) for number, kinds in found.items()
    }


def _hearing(
    row: Any, flags: tuple[str, ...], beside: tuple[Beside, ...], closed: Closings, today: date
) -> CalendarRow:
    known = row.on <= today
    return CalendarRow(
        on=row.on,
        time=row.time,
        court=row.court,
        ref=row.ref,
        purpose=row.purpose,
        advocate=row.advocate,
        flags=flags,
        clash=clashes.words(beside),
        kind="hearing",
        court_name=row.court_name,
        complex=row.complex,
        room=row.room,
        proceeding=row.proceeding,
        hearing=row.seq,
        number=row.number,
        outcome=row.outcome if known else None,
        closed=closed.why(row.on, row.court),
        in_place_of=row.in_place_of,
        beside=beside,
    )


def _falls_due(
    row: DueRow,
    lead: str | None,
    flags: tuple[str, ...],
    place: tuple[Any, ...] | None,
    closed: Closings,
) -> CalendarRow:
    court, name, complex_, room = place or (None, None, None, None)
    assert row.due_on is not None
    return CalendarRow(
        on=row.due_on,
        time=row.due_at[11:16] if row.due_at else None,
        court=court,
        ref=row.ref,
        purpose=None,
        advocate=lead,
        flags=flags,
        clash="",
        kind="due",
        limit=row.limit,
        who=row.who,
        says=row.says,
        cite=row.cite,
        nature=row.nature,
        code=row.code,
        status=row.status,
        days_left=row.days_left,
        court_name=name,
        complex=complex_,
        room=room,
        closed=closed.why(row.due_on, court),
    )


def _order(row: CalendarRow) -> tuple[Any, ...]:
    return (row.on, row.kind == "due", row.time or "99", row.ref, row.proceeding or "", row.limit or "")
