"""The hearing calendar as a sheet: everything that a page prints, worked out, with nothing more in it.

Two copies. The **desk sheet** may lie where others read it: refs, neutral courts and purposes (`neutral`),
advocates, days, clocks in words. The **office copy**, asked for by name, adds parties, station, FIR and
sections. What a desk sheet may not print isn't in it at all: `Line.office` is None.

Groups go by complex, then court; in a court by its order of business, then hour, then ref.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlmodel import Session

from tracker.domain.flag_clocks import is_custody
from tracker.domain.shapes import Law
from tracker.services import calendar, clocks, closings, docket, filters, neutral
from tracker.services.office import Office
from tracker.services.views import Beside, CalendarRow
from tracker.store import listing

CLOCK_DAYS = 30
"""Annex B lists the clocks that end within so many days of the sheet's first day, or by its last day."""
WITHOUT_DATE = 300
"""The most cases that annex A lists; the others are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeOnly:
    """What only the office copy prints of a listing."""

    parties: str
    police: str
    sections: str
    cnr: str
    court_name: str
    gist: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """Where else the advocate of a listing has to be, as a sheet may say it: in that session, or after it."""

    same_session: bool
    ref: str
    court: str
    room: str
    complex: str
    time: str
    far: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One listing. `notes` are keys of `sheetwords` with a number of days, where they have one."""

    on: date
    time: str
    ref: str
    hearing: int
    proceeding: str
    court: str
    room: str
    complex: str
    number: str
    purpose: str
    rank: int
    advocate: str
    previous: date | None
    adjournments: int
    last: str
    notes: tuple[tuple[str, int | None], ...]
    clash: bool
    way: bool
    in_place_of: str = ""
    beside: tuple[Elsewhere, ...] = ()
    office: OfficeOnly | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockLine:
    """One clock of annex B; `doubtful` if it is contested, unsettled or its row isn't verified."""

    on: date
    ref: str
    who: str
    about: str
    days_left: int
    lead: str
    doubtful: bool
    office: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """One case of annex A, without a next date."""

    ref: str
    since: date | None
    lead: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One line of annex D: `kind` is `added`, `moved` or `removed`; `was` is where it stood before."""

    kind: str
    ref: str
    on: date
    time: str
    court: str
    was: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Everything that is printed. `copy` and `changes` come from `prints`, `printed` from the caller."""

    office_name: str
    first: date
    last: date
    today: date
    layout: str
    language: str
    office_copy: bool
    shown: str
    not_repeated: int
    lines: tuple[Line, ...]
    closed: tuple[tuple[date, str], ...]
    waiting: tuple[Waiting, ...]
    waiting_more: int
    clocks: tuple[ClockLine, ...]
    clocks_to: date
    law_mark: str
    law_newest: date | None
    by: str
    asked: str = ""
    """How the sheet was narrowed, in full; never printed, for it may hold a name."""
    printed: str = ""
    copy: int = 1
    before: int = 0
    changes: tuple[Change, ...] = ()
    supplement: bool = False
    sample: bool = False
    """Whether it is of a sample office; every page says so."""

    def days(self) -> list[date]:
        """Return every day of the sheet, also those without a listing."""
        return [self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1)]

    def mark(self) -> str:
        """Return eight letters that change when what is listed changes; for comparing two papers."""
        said = "\n".join(map(repr, self.lines))
        return hashlib.sha256(said.encode()).hexdigest()[:8]


def build(
    office: Office,
    first: date,
    last: date,
    *,
    today: date,
    advocate: str | None = None,
    court: str | None = None,
    filter: str = "",
    office_copy: bool = False,
    layout: str = "list",
    language: str = "en",
) -> Sheet:
    """Return the sheet of the span. Raises Refused like `calendar.between`."""
    narrowed = {"advocate": advocate, "court": court, "filter": filter}
    law = office.law()
    rows = calendar.between(office, first, last, today=today, **narrowed)  # type: ignore[arg-type]
    listed = [row for row in rows if row.kind == "hearing"]
    to = max(last, first + timedelta(days=CLOCK_DAYS))
    running = calendar.between(office, first, to, today=today, **narrowed)  # type: ignore[arg-type]
    custody = _custody(office, first, last, filter, today)
    with office.reading() as session:
        lines = _lines(session, listed, custody, today, office_copy)
        closed = closings.between(session, first, last)
    shown, left_out = _said(advocate, court, filter)
    waiting = docket.page(office, _of(filter, advocate, court), today, limit=WITHOUT_DATE)
    more = docket.count(office, _of(filter, advocate, court), today) - len(waiting.rows)
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    return Sheet(
        office_name=office.setting("name") or "",
        first=first,
        last=last,
        today=today,
        layout=layout,
        language=language,
        office_copy=office_copy,
        shown=shown,
        not_repeated=left_out,
        lines=tuple(sorted(lines, key=_order)),
        closed=tuple((on, why) for on in days if (why := closed.why(on))),
        waiting=tuple(
            Waiting(ref=row.ref, since=row.stage_since, lead=row.lead or "") for row in waiting.rows
        ),
        waiting_more=more,
        clocks=tuple(_clock(row, law, today, office_copy) for row in running if row.kind == "due"),
        clocks_to=to,
        law_mark=law_mark(law),
        law_newest=max((row.from_ for row in law.limits if row.from_), default=None),
        by=office.user,
        asked=json.dumps([advocate, court, filter]),
        sample=office.setting("sample") is not None,
    )


def listings(
    office: Office,
    first: date,
    last: date,
    *,
    today: date,
    advocate: str | None = None,
    court: str | None = None,
    filter: str = "",
) -> tuple[Line, ...]:
    """Return what a desk sheet lists in the span, without its clocks; for a phone."""
    rows = calendar.between(office, first, last, today=today, advocate=advocate, court=court, filter=filter)
    listed = [row for row in rows if row.kind == "hearing"]
    with office.reading() as session:
        return tuple(sorted(_lines(session, listed, {}, today, False), key=_order))


def supplement(sheet: Sheet) -> Sheet:
    """Return the sheet with only those listings that were added or moved since the copy before."""
    new = {(change.ref, change.on, change.time) for change in sheet.changes if change.kind != "removed"}
    lines = tuple(line for line in sheet.lines if (line.ref, line.on, line.time) in new)
    return replace(sheet, lines=lines, waiting=(), waiting_more=0, clocks=(), supplement=True)


def law_mark(law: Law) -> str:
    """Return eight letters that change when a row of the time limits does."""
    said = "\n".join(repr(row) for row in law.limits)
    return hashlib.sha256(said.encode()).hexdigest()[:8]


def _of(filter: str, advocate: str | None, court: str | None) -> str:
    parts = [filter, "flag:no_next_date"]
    for key, value in (("lead", advocate), ("court", court)):
        if value:
            parts.append(f'{key}:"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"')
    return " ".join(parts)


def _said(advocate: str | None, court: str | None, filter: str) -> tuple[str, int]:
    """Return what of the narrowing may stand in the head, and how much of it may not."""
    shown, left_out = neutral.filter_said(filters.parse(filter).terms)
    parts = [f"advocate {advocate}"] if advocate else []
    if court and neutral.telling(court):
        left_out += 1
    elif court:
        parts.append(f"court {court}")
    return ", ".join([*parts, *([shown] if shown else [])]), left_out


def _custody(office: Office, first: date, last: date, filter: str, today: date) -> dict[str, int]:
    """Return the days that custody has left, by ref, for cases listed in the span that are flagged for it."""
    span = f"hearing:{first.isoformat()}..{last.isoformat()}"
    found: dict[str, int] = {}
    for row in clocks.due(office, today, filter=f"{filter} flag:default_bail {span}").rows:
        if is_custody(row.limit) and row.days_left is not None:
            found[row.ref] = min(row.days_left, found.get(row.ref, row.days_left))
    return found


def _lines(
    session: Session, rows: list[CalendarRow], custody: dict[str, int], today: date, office_copy: bool
) -> list[Line]:
    cases = {ref: number for ref, (number, _) in listing.cases_of(session, {r.ref for r in rows}).items()}
    past = listing.past(session, cases.values())
    private = _private(session, rows, cases, past) if office_copy else {}
    made = []
    for row in rows:
        earlier = [
            one for one in past.get(cases[row.ref], ()) if one[1] == row.proceeding and one[0] < row.on
        ]
        made.append(_line(row, earlier, custody.get(row.ref), private.get((row.ref, row.hearing)), today))
    return made


def _line(
    row: CalendarRow,
    earlier: list[tuple[date, str | None, str | None, str | None, str | None]],
    custody: int | None,
    private: OfficeOnly | None,
    today: date,
) -> Line:
    before = earlier[-1] if earlier else None
    last = (before[2] or "") if before and before[0] <= today else ""
    notes: list[tuple[str, int | None]] = [] if custody is None else [("custody", custody)]
    notes += [(mark, None) for mark in neutral.marks(row.flags)]
    notes += [("court_closed", None)] if row.closed else []
    return Line(
        on=row.on,
        time=row.time or "",
        ref=row.ref,
        hearing=row.hearing or 0,
        proceeding=row.proceeding or "",
        court=row.court or "",
        room=neutral.room(row.room),
        complex=neutral.complex_(row.complex),
        number=neutral.matter(row.number),
        purpose=neutral.purpose(row.purpose),
        rank=neutral.rank(row.purpose, last == "part_heard"),
        advocate=row.advocate or "",
        previous=before[0] if before else None,
        adjournments=sum(one[2] == "adjourned" and one[0] <= today for one in earlier),
        last=last,
        notes=tuple(notes),
        clash=any(one.kind == "clash" for one in row.beside),
        way=any(one.kind == "way" for one in row.beside),
        in_place_of=row.in_place_of or "",
        beside=tuple(_elsewhere(one) for one in row.beside),
        office=private,
    )


def _elsewhere(one: Beside) -> Elsewhere:
    return Elsewhere(
        same_session=one.kind == "clash",
        ref=one.ref,
        court=one.court or "",
        room=neutral.room(one.room),
        complex=neutral.complex_(one.complex),
        time=one.time or "",
        far=one.far,
    )


def _private(
    session: Session,
    rows: list[CalendarRow],
    cases: dict[str, int],
    past: dict[int, list[tuple[object, ...]]],
) -> dict[tuple[str, int | None], OfficeOnly]:
    numbers = cases.values()
    people, papers = listing.parties(session, numbers), listing.papers(session, numbers)
    charged, cnrs = listing.sections(session, numbers), listing.cnrs(session, numbers)
    found = {}
    for row in rows:
        number = cases[row.ref]
        station, fir, year = papers.get(number, (None, None, None))
        earlier = [
            one for one in past.get(number, ()) if one[1] == row.proceeding and str(one[0]) < str(row.on)
        ]
        found[row.ref, row.hearing] = OfficeOnly(
            parties=_parties(people.get(number, [])),
            police=" ".join(p for p in (station, f"{fir}/{year}" if fir and year else fir) if p),
            sections=", ".join(charged.get(number, [])[:6]),
            cnr=cnrs.get((number, row.proceeding or ""), ""),
            court_name=row.court_name or "",
            gist=str(earlier[-1][4] or "") if earlier else "",
        )
    return found


def _parties(people: list[tuple[str, str | None, bool | None, str | None]]) -> str:
    """Return "State v NAME +2"; an accused child or relative of a victim is a label (JJ Act s. 74)."""
    if not people:
        return ""
    label, name, child, relative_of = people[0]
    first = label if child or relative_of or not name else name
    return f"State v {first}" + (f" +{len(people) - 1}" if len(people) > 1 else "")


def _clock(row: CalendarRow, law: Law, today: date, office_copy: bool) -> ClockLine:
    limit = law.limit.get(row.limit or "")
    sure = limit is not None and limit.confidence == "verified"
    settled = row.nature != "contested" and row.code != "unsettled"
    return ClockLine(
        on=row.on,
        ref=row.ref,
        who=row.who or "",
        about=neutral.clock(row.limit or "", law),
        days_left=(row.on - today).days,
        lead=row.advocate or "",
        doubtful=not (sure and settled),
        office=f"{row.says} ({row.cite})" if office_copy else "",
    )


def _order(line: Line) -> tuple[object, ...]:
    room = f"{int(line.room):06d}" if line.room.isdigit() else line.room
    return line.on, line.complex, room, line.court, line.rank, line.time or "99", line.ref, line.hearing


def complexes(lines: tuple[Line, ...]) -> list[tuple[str, int]]:
    """Return how many are listed in each complex, most first."""
    return sorted(Counter(line.complex for line in lines).items(), key=lambda one: (-one[1], one[0]))


def purposes(lines: tuple[Line, ...]) -> list[tuple[str, int]]:
    """Return how many are listed for each purpose, most first."""
    return sorted(Counter(line.purpose for line in lines).items(), key=lambda one: (-one[1], one[0]))


def closed_days(sheet: Sheet, words: Mapping[str, str]) -> dict[date, str]:
    """Return why courts are closed, by day, in the words given."""
    return {on: words["sunday"] if why == "Sunday" else why for on, why in sheet.closed}


def court_label(court: str, room: str, complex: str, words: Mapping[str, str]) -> str:
    """Return "Court 11, Dindoshi" in the words given; of a court without a number, its complex."""
    if not court:
        return words["no_court"]
    return ", ".join(part for part in (f"{words['court']} {room}".strip(), complex) if part)


__all__ = ["Change", "ClockLine", "Line", "OfficeOnly", "Sheet", "Waiting", "build", "supplement"]
