"""The judge is on leave: adjourn all matters of a court and a day, or those that were marked, at once.

One date, one outcome and one reason for all, in one transaction: either every matter is written or none.
Only listings of that day that still wait for their outcome are taken; a case named by hand that has none
is refused, so that nothing is left out in silence. `echo` says before it is saved how many, which day,
and what speaks against it. One step takes all of it back.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlmodel import Session

from tracker.domain.case import Hearing
from tracker.domain.words import HearingOutcome
from tracker.services import audit, echo, filing, fresh, listing, permissions, undo
from tracker.services.listing import Said
from tracker.services.office import Office, Refused
from tracker.services.undo import Step
from tracker.store import agendas

MOST = 1000
"""Matters of one day at one desk; more is a mistake."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick:
    """Which listings of a day: those of a court (its key), or those of cases (refs)."""

    on: date
    court: str | None = None
    refs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjourned:
    """What was adjourned: the cases, the day they are listed for now, and what speaks against it."""

    refs: tuple[str, ...]
    on: date
    outcome: str
    next_on: date | None
    notes: tuple[str, ...]


def courts(office: Office, on: date) -> dict[str, str]:
    """Return the courts with matters that wait on a day: key to name and how many."""
    with office.reading() as session:
        rows = [row for row in agendas.between(session, on, on) if row.court and _waits(row.outcome)]
    return {
        row.court: f"{row.court_name or row.court} ({sum(one.court == row.court for one in rows)})"
        for row in sorted(rows, key=lambda row: row.court_name or row.court)
    }


def echoed(office: Office, pick: Pick, said: Said, today: date) -> echo.Echo:
    """Say what `adjourn` would do. Raises Refused as it would."""
    said.check(pick.on, today)
    with office.reading() as session:
        rows = _listed(session, pick)
        against = _against(office, session, rows, said.next_on)
    many = f"{len(rows)} matter{'s' if len(rows) != 1 else ''}, {HearingOutcome(said.outcome).label.lower()}"
    if said.next_on is None:
        return echo.Echo(heard=f"{echo.weekday(pick.on)}: {many}", parts=("no next date",), warnings=())
    parts = [f"next {echo.weekday(said.next_on)}", f"gap {(said.next_on - pick.on).days} d"]
    if not against:
        parts.append("court open, no clash")
    return echo.Echo(heard=f"{echo.weekday(pick.on)}: {many}", parts=tuple(parts), warnings=tuple(against))


def adjourn(office: Office, pick: Pick, said: Said, today: date) -> tuple[Adjourned, Step]:
    """Write one outcome and one next date for all, and return also what takes it back.

    Raises Refused, with nothing written: nothing listed there waits, a case named has no such listing, or
    what `hearings.record` refuses.
    """
    said.check(pick.on, today)
    law, pick = office.law(), _of_what_is_seen(office, pick)
    with office.transaction() as session:
        rows = _listed(session, pick)
        opened = {row.ref: fresh.opened(session, row.ref) for row in rows}
        changed: list[tuple[str, Sequence[Hearing], Sequence[Hearing]]] = []
        for ref, (number, before) in opened.items():
            hearings = list(before.hearings)
            for row in rows:
                if row.ref == ref:
                    was = hearings[row.seq - 1]
                    heard = hearings[row.seq - 1] = said.of(was)
                    listing.follow(hearings, heard, was, [])
            listing.write(session, number, before, tuple(hearings))
            changed.append((ref, before.hearings, tuple(hearings)))
        against = _against(office, session, rows, said.next_on)
        what = f"{len(rows)} hearing{'s' if len(rows) != 1 else ''} of {pick.on:%d-%m-%Y}"
        audit.of(session).says("record", f"{what}, {said.outcome}")
        for number, _ in opened.values():
            filing.refile(session, law, number)
        step = undo.step(what, changed)
        undo.keep(office, session, step)
    adjourned = Adjourned(
        refs=tuple(opened), on=pick.on, outcome=said.outcome, next_on=said.next_on, notes=tuple(against)
    )
    return adjourned, step


def _of_what_is_seen(office: Office, pick: Pick) -> Pick:
    """Return the listings that the echo spoke of: whoever sees only their own matters adjourns no others."""
    if office.sees == permissions.ANY or pick.refs:
        return pick
    with office.reading() as session:
        return replace(pick, refs=tuple(row.ref for row in _listed(session, pick)))


def _listed(session: Session, pick: Pick) -> list[Any]:
    rows = agendas.between(session, pick.on, pick.on, None, pick.court)
    waiting = [row for row in rows if _waits(row.outcome)]
    if pick.refs:
        wanted = dict.fromkeys(pick.refs)
        waiting = [row for row in waiting if row.ref in wanted]
        found = {row.ref for row in waiting}
        if missing := [ref for ref in wanted if ref not in found]:
            for ref in missing:
                fresh.number_of(session, ref)  # a mistyped ref is said by name
            raise Refused(*_why_not(missing, rows, pick.on))
    if not waiting:
        where = f" in {pick.court}" if pick.court else ""
        raise Refused(f"Nothing{where} waits for its outcome on {pick.on:%d-%m-%Y}")
    if len(waiting) > MOST:
        raise Refused(f"{len(waiting):,} matters wait that day: at most {MOST:,} are adjourned at once")
    return waiting


def _why_not(refs: Iterable[str], rows: Iterable[Any], on: date) -> list[str]:
    said = {row.ref: row.outcome for row in rows}
    return [
        f"{ref} is recorded as {HearingOutcome(said[ref]).label.lower()} on {on:%d-%m-%Y} already"
        if said.get(ref)
        else f"{ref} is not listed on {on:%d-%m-%Y}"
        for ref in refs
    ]


def _waits(outcome: str | None) -> bool:
    return outcome is None or outcome == HearingOutcome.PASSED_OVER


def _against(office: Office, session: Session, rows: Sequence[Any], next_on: date | None) -> list[str]:
    """Say what speaks against the next date: a closed day, advocates who are listed in another court."""
    if next_on is None:
        return []
    notes = []
    if office.law().closed(next_on):
        weekday = "a Sunday" if next_on.weekday() == 6 else "a holiday"
        notes.append(f"{next_on:%d-%m-%Y} is {weekday}: courts are closed")
    there = agendas.between(session, next_on, next_on)
    for advocate in sorted({row.advocate for row in rows if row.advocate}):
        courts_ = {row.court for row in rows if row.advocate == advocate}
        others = sorted(
            {
                f"{row.court or 'no court'} ({row.ref})"
                for row in there
                if row.advocate == advocate and row.court not in courts_
            }
        )
        if others:
            notes.append(f"{advocate} is also listed that day in {', '.join(others)}")
    return notes
