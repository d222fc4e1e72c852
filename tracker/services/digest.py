"""The morning's digest: listed today, overdue, what ends within a fortnight, no date, what changed.

It goes into mail and onto paper, so it is in the neutral form of a desk sheet: a court is its number and
complex, a clock is told without section or Act, a victim not at all. The office has the whole of it on the
screen. Rows beyond MOST are counted, never left out in silence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tracker.domain.flag_clocks import is_custody
from tracker.domain.shapes import Law
from tracker.services import agenda, board, changes, clocks, docket, filters, flags, neutral, sheetwords
from tracker.services.changes import ChangeRow
from tracker.services.office import Office, Refused
from tracker.services.views import AgendaRow, DueRow
from tracker.store import matching

MOST = 20
MISSED_LATELY = timedelta(days=14)


@dataclass(frozen=True, slots=True, kw_only=True)
class DayRow:
    """A date of one case: what it is about, when, and how many days are left (past ones below nought)."""

    ref: str
    on: date | None
    days: int | None
    about: str
    who: str = "case"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Some rows of one part of the digest, and how many there are in all."""

    rows: tuple[DayRow, ...]
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedRow:
    """One matter of today."""

    time: str | None
    place: str
    ref: str
    purpose: str
    advocate: str | None
    outcome: str | None
    clash: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """A morning. `listed` is today's board; `next_day` is given where nothing is listed."""

    on: date
    lead: str | None
    listed: tuple[ListedRow, ...]
    next_day: date | None
    next_count: int
    overdue: Part
    """Custody past its last day; other limits that ran out in the last fortnight; outcomes not recorded."""
    missed_earlier: int
    """Limits that ran out before that and are not met."""
    ending: Part
    """Clocks that end within fourteen days, custody first."""
    no_date: Part
    changed: tuple[ChangeRow, ...]
    changed_count: int
    since: date


def of(office: Office, today: date, *, lead: str | None = None, since: date | None = None) -> Digest:
    """Return the digest of a day; `lead` keeps one lead's cases. Raises Refused: nobody of that name."""
    asked = str(filters.Term("lead", lead)) if lead else ""
    if lead and lead != "none":
        _known(office, lead)
    begins = since or today - timedelta(days=1)
    listed = _listed(office, today, asked)
    next_day, next_count = (None, 0) if listed else _ahead(office, asked, today)
    law = office.law()

    missed = clocks.due(office, today, filter=f"{asked} due:missed".strip()).rows
    late = [row for row in missed if is_custody(row.limit) or _lately(row, today)]
    outcomes = _flagged(office, f"{asked} flag:outcome_missing", today, "outcome of the hearing not recorded")
    overdue = [*_clocks(late, law), *outcomes]
    ending = _clocks(clocks.due(office, today, filter=f"{asked} {board.FORTNIGHT}".strip()).rows, law)
    no_date = _flagged(office, f"{asked} flag:no_next_date", today, "last listed, and no next date since")
    changed = changes.since_day(office, begins, lead=lead, most=1000)
    return Digest(
        on=today,
        lead=lead,
        listed=listed,
        next_day=next_day,
        next_count=next_count,
        overdue=Part(rows=tuple(overdue[:MOST]), count=len(overdue)),
        missed_earlier=len(missed) - len(late),
        ending=Part(rows=tuple(ending[:MOST]), count=len(ending)),
        no_date=Part(rows=tuple(no_date[:MOST]), count=len(no_date)),
        changed=changed[:MOST],
        changed_count=len(changed),
        since=begins,
    )


def _known(office: Office, lead: str) -> None:
    """Refuse a name that leads no case: a cron job with a slip in it would say for years that all is well."""
    with office.reading() as session:
        leads = matching.leads(session)
    if lead.lower() not in [name.lower() for name in leads]:
        raise Refused(f"lead: nobody leads a case as {lead!r}; known: {', '.join(leads) or 'none'}")


def _lately(row: DueRow, today: date) -> bool:
    return row.due_on is not None and row.due_on >= today - MISSED_LATELY


def _clocks(rows: Iterable[DueRow], law: Law) -> list[DayRow]:
    """Return clocks by what they are about, custody first; those that say the same are one row."""
    said: Counter[DayRow] = Counter()
    for row in sorted(rows, key=lambda row: (not is_custody(row.limit), row.due_on or date.max, row.ref)):
        about = sheetwords.WORDS["en"][neutral.clock(row.limit, law)]
        who = row.who if row.who.startswith("A") else "case"
        said[DayRow(ref=row.ref, on=row.due_on, days=row.days_left, about=about, who=who)] += 1
    return [
        replace(row, about=f"{row.about} ({many} dates)") if many > 1 else row for row, many in said.items()
    ]


def _agenda(office: Office, first: date, last: date, asked: str, today: date) -> tuple[AgendaRow, ...]:
    """Return what is listed on those days in the cases of the lead, or before that advocate."""
    rows = agenda.between(office, first, last)
    if not asked:
        return rows
    name = filters.parse(asked).terms[0].value.lower()
    own = {
        row.ref
        for row in docket.page(office, f"{asked} hearing:{first:%Y-%m-%d}..{last:%Y-%m-%d}", today).rows
    }
    return tuple(row for row in rows if row.ref in own or (row.advocate or "").lower() == name)


def _ahead(office: Office, asked: str, today: date) -> tuple[date | None, int]:
    """Return the first day within a month on which something is listed, and how much."""
    if not asked:
        return agenda.next_listed(office, today) or (None, 0)
    for days in range(1, agenda.AHEAD.days + 1):
        day = today + timedelta(days)
        if rows := _agenda(office, day, day, asked, today):
            return day, len(rows)
    return None, 0


def _listed(office: Office, today: date, asked: str) -> tuple[ListedRow, ...]:
    return tuple(
        ListedRow(
            time=row.time,
            place=" ".join(filter(None, (neutral.complex_(row.complex), neutral.room(row.room)))),
            ref=row.ref,
            purpose=sheetwords.WORDS["en"][neutral.purpose(row.purpose)],
            advocate=row.advocate,
            outcome=row.outcome,
            clash=bool(row.clash),
        )
        for row in _agenda(office, today, today, asked, today)
    )


def _flagged(office: Office, asked: str, today: date, about: str) -> list[DayRow]:
    rows = flags.flags(office, asked.strip(), today).rows
    late = [
        DayRow(ref=row.ref, on=row.since, days=-row.days if row.days else None, about=about) for row in rows
    ]
    return sorted(late, key=lambda row: (row.on or date.min, row.ref))
