"""What went out before, so that a sheet knows its copy's number and what changed since the last one.

A copy is numbered by what it lists: printing the same again gives the same number and the same page, and a
sheet that lists something else gets the next. Each series of copies has its own numbers: the same days,
narrowed alike, of the same kind (desk sheet or office copy). Kept are refs, days, courts and advocates.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from sqlalchemy import delete
from sqlmodel import Session, col, select

from tracker import settings
from tracker.services import audit, permissions
from tracker.services.office import Office
from tracker.services.sheets import Change, Line, Sheet, court_label
from tracker.services.sheetwords import WORDS, weekday
from tracker.store import database, listing
from tracker.store.office_tables import Issued


def folder_of(office: Office) -> Path:
    """Return where the screen prints to: `prints` beside the office's file, or in the data folder."""
    path = database.file_of(office.engine.url)
    return (path.parent if path else settings.data_folder()) / "prints"


def number(office: Office, sheet: Sheet) -> Sheet:
    """Return the sheet with its copy's number and what changed since the copy before it."""
    scope = _scope(office, sheet)
    with office.reading() as session:
        rows = session.exec(select(Issued).where(col(Issued.scope) == scope)).all()
    if not rows:
        return replace(sheet, copy=1, before=0)
    newest = max(row.copy_ for row in rows)
    latest = [row for row in rows if row.copy_ == newest]
    before = [row for row in rows if row.copy_ == newest - 1]
    if _same(latest, sheet.lines):
        if newest == 1:
            return replace(sheet, copy=1, before=0)
        return replace(sheet, copy=newest, before=newest - 1, changes=_changes(before, sheet))
    return replace(sheet, copy=newest + 1, before=newest, changes=_changes(latest, sheet))


def keep(office: Office, sheet: Sheet) -> None:
    """Remember a copy as it goes out; the audit says who printed it. Raises Refused."""
    scope = _scope(office, sheet)
    what = f"{'office copy' if sheet.office_copy else 'desk sheet'} {sheet.copy}"
    with office.transaction("office copy" if sheet.office_copy else "print", what) as session:
        cases = listing.cases_of(session, {line.ref for line in sheet.lines})
        audit.of(session).about(number for number, _ in cases.values())
        session.execute(
            delete(Issued).where(
                col(Issued.scope) == scope,
                (col(Issued.copy_) < sheet.copy - 1) | (col(Issued.copy_) == sheet.copy),
            )
        )
        _write(session, scope, sheet)


def _write(session: Session, scope: str, sheet: Sheet) -> None:
    rows = [row_of(scope, sheet.copy, at, line) for at, line in enumerate(sheet.lines or [None])]
    session.add_all(rows)


def row_of(scope: str, copy: int, at: int, line: Line | None) -> Issued:
    """Return a listing as it is kept; a copy that lists nothing is one row without a ref."""
    if line is None:
        return Issued(scope=scope, copy_=copy, seq=at)
    return Issued(
        scope=scope,
        copy_=copy,
        seq=at,
        ref=line.ref,
        hearing=line.hearing,
        proceeding=line.proceeding,
        on=line.on,
        time=line.time,
        court=line.court,
        place=f"{line.room}|{line.complex}",
        purpose=line.purpose,
        advocate=line.advocate,
    )


def series(office: Office, kind: str) -> str:
    """Return how the name of a series begins: what lists a person's own matters has a series of its own."""
    return f"{kind}~{office.user}" if office.sees == permissions.OWN else kind


def _scope(office: Office, sheet: Sheet) -> str:
    kind = series(office, "office" if sheet.office_copy else "desk")
    said = f"{sheet.first}|{sheet.last}|{sheet.asked}"
    return f"{kind}:{hashlib.sha256(said.encode()).hexdigest()[:24]}"


def _facts(row: Issued | Line) -> tuple[object, ...]:
    return row.ref, row.proceeding, row.on, row.time, row.court, row.purpose, row.advocate


def _same(rows: Sequence[Issued], lines: Sequence[Line]) -> bool:
    return sorted(map(str, map(_facts, (row for row in rows if row.ref)))) == sorted(
        map(str, map(_facts, lines))
    )


def matched(
    rows: Iterable[Issued], lines: Sequence[Line]
) -> tuple[list[tuple[Issued, Line]], list[Issued], list[Line]]:
    """Pair what went out with what is listed now; return the pairs, what is gone and what is new.

    The same matter on the same day is the same listing; else the same place in its case; else, where a
    matter has one gone and one new, that is a move.
    """
    gone, new = [row for row in rows if row.ref], list(lines)
    pairs: list[tuple[Issued, Line]] = []
    for key in (
        lambda one: (one.ref, one.proceeding, one.on, one.hearing),
        lambda one: (one.ref, one.proceeding, one.on),
        lambda one: (one.ref, one.proceeding, one.hearing),
        lambda one: (one.ref, one.proceeding),
    ):
        waiting: dict[object, list[Line]] = {}
        for line in new:
            waiting.setdefault(key(line), []).append(line)
        left = []
        for row in gone:
            there = waiting.get(key(row))
            if there:
                pairs.append((row, there.pop(0)))
            else:
                left.append(row)
        gone, new = left, [line for lines_ in waiting.values() for line in lines_]
    return pairs, gone, new


def _changes(before: Sequence[Issued], sheet: Sheet) -> tuple[Change, ...]:
    pairs, gone, new = matched(before, sheet.lines)
    words = WORDS[sheet.language]

    def stood(row: Issued) -> str:
        assert row.on is not None
        room, _, complex_ = (row.place or "|").partition("|")
        place = court_label(row.court or "", room, complex_, words)
        when = f"{weekday(words, row.on.weekday())} {row.on:%d-%m-%Y} {row.time or ''}".strip()
        return f"{when}, {place}, {words.get(row.purpose or '', row.purpose or '')}, {row.advocate or '–'}"

    def change(kind: str, line: Line, was: str) -> Change:
        place = court_label(line.court, line.room, line.complex, words)
        return Change(kind=kind, ref=line.ref, on=line.on, time=line.time, court=place, was=was)

    found = [change("added", line, "") for line in new]
    for row, line in pairs:
        if (row.on, row.time, row.court) != (line.on, line.time, line.court):
            found.append(change("moved", line, stood(row)))
        elif _facts(row) != _facts(line):
            found.append(change("changed", line, stood(row)))
    for row in gone:
        assert row.on is not None
        found.append(
            Change(
                kind="removed", ref=row.ref or "", on=row.on, time=row.time or "", court="", was=stood(row)
            )
        )
    return tuple(sorted(found, key=lambda one: (one.on, one.time or "99", one.ref, one.kind)))
