"""Move a listing to another day, and say who stands in for one date, before anything was heard.

A closed day, a clash and a long way are pointed out, never refused: courts do fix such dates. The order
that fixed the day names the new one, so that the case file stays whole. Who stands in goes to that date
alone: the lead of the case stays, and the next date is of the one whose listing it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from sqlmodel import Session

from tracker.domain.case import Case, Hearing
from tracker.domain.shapes import Law
from tracker.services import audit, caseview, filing, fresh, listing, undo
from tracker.services.office import Office, Refused
from tracker.services.undo import Step
from tracker.services.views import HearingMoved
from tracker.store import listing as listings
from tracker.store import matching, reading

Done = tuple[HearingMoved, Step]
"""What was done, and what takes it back."""
Change = Callable[[list[Hearing], int], str]
"""What changes the hearings of a case in place, given the listing's place; returns the audit's words."""
_HOUR = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


class Heard(Refused):
    """The listing that is meant was heard already."""


def move(
    office: Office,
    ref: str,
    *,
    on: date,
    to: date,
    today: date,
    time: str | None = None,
    proceeding: str | None = None,
) -> Done:
    """Move the listing of a day to another, at the same hour unless one is said.

    Raises Refused, with nothing written: nothing is listed, it was heard already, or it is listed there.
    """

    if time is not None and not _HOUR.fullmatch(time):
        raise Refused(f"time: {time!r} is no hour of the day; write it as 11:30")

    def change(all_: list[Hearing], at: int) -> str:
        was = all_[at]
        if to == on and time in (None, was.time):
            raise Refused(f"{ref} is listed on {on:%d-%m-%Y} already")
        if any(one.on == to and one.proceeding == was.proceeding for one in all_ if one is not was):
            raise Refused(f"{ref} is listed on {to:%d-%m-%Y} already: take one of the two out first")
        all_[at] = replace(was, on=to, time=time or was.time)
        for place, one in enumerate(all_):
            if one.next_on == on and one.proceeding == was.proceeding and place != at:
                all_[place] = replace(one, next_on=to)
        return f"the hearing of {on:%d-%m-%Y} to {to:%d-%m-%Y}"

    moved, step = _change(office, ref, on, proceeding, "move", change)
    past = (f"{to:%d-%m-%Y} has passed: record what happened",) if to < today else ()
    return replace(moved, notes=(*past, *moved.notes)), step


def cover(office: Office, ref: str, *, on: date, by: str, proceeding: str | None = None) -> Done:
    """Say who goes on a day in place of the advocate whose listing it is; by that one again: undone.

    Raises Refused, with nothing written: nothing is listed, it was heard already, or nobody is named.
    """
    if not by.strip():
        raise Refused("by: say who goes")
    known = {one.lower(): one for one in advocates(office)}
    goes = known.get(by.strip().lower(), by.strip())

    def change(all_: list[Hearing], at: int) -> str:
        was = all_[at]
        whose = was.whose
        if goes == was.advocate:
            raise Refused(f"{goes} goes on {on:%d-%m-%Y} already")
        own = whose is None or goes == whose
        all_[at] = replace(was, advocate=goes, in_place_of=None if own else whose)
        return f"who goes on {on:%d-%m-%Y}"

    return _change(office, ref, on, proceeding, "cover", change)


def add(office: Office, ref: str, *, on: date, proceeding: str | None = None) -> Done:
    """List a matter on a day for which the office had nothing. Raises Refused: it is listed there."""
    law = office.law()
    with office.transaction() as session:
        number, before = fresh.opened(session, ref)
        at, all_, _ = listing.listing(before, on, proceeding)
        if len(all_) == len(before.hearings):
            raise Refused(f"{ref} is listed on {on:%d-%m-%Y} already")
        step = _write(office, session, number, before, all_, "move", f"a listing on {on:%d-%m-%Y}", law)
    notes = tuple(listing.about_next(office, all_[at], ref, law))
    return HearingMoved(ref=ref, was={}, hearing=caseview.plain(all_[at]), notes=notes), step


def advocates(office: Office) -> tuple[str, ...]:
    """Return who goes to hearings or leads a case, in order."""
    with office.reading() as session:
        return tuple(sorted({*listings.all_advocates(session), *matching.leads(session)}))


def about(
    office: Office,
    ref: str,
    *,
    on: date,
    to: date | None = None,
    by: str | None = None,
    time: str | None = None,
    proceeding: str | None = None,
) -> tuple[str, ...]:
    """Say what speaks against moving a listing, or against somebody's going, with nothing written."""
    with office.reading() as session:
        case = reading.one_case(session.connection(), fresh.number_of(session, ref))
    at = _place(case, on, proceeding)
    was = case.hearings[at]
    new = replace(was, on=to or on, time=time or was.time, advocate=by or was.advocate)
    return tuple(listing.about_next(office, new, ref))


def _change(office: Office, ref: str, on: date, proceeding: str | None, action: str, change: Change) -> Done:
    law = office.law()
    with office.transaction() as session:
        number, before = fresh.opened(session, ref)
        at = _place(before, on, proceeding)
        all_ = list(before.hearings)
        what = change(all_, at)
        step = _write(office, session, number, before, all_, action, what, law)
    was, now = before.hearings[at], all_[at]
    notes = tuple(listing.about_next(office, now, ref, law))
    return HearingMoved(ref=ref, was=caseview.plain(was), hearing=caseview.plain(now), notes=notes), step


def _write(
    office: Office,
    session: Session,
    number: int,
    before: Case,
    hearings: Sequence[Hearing],
    action: str,
    what: str,
    law: Law,
) -> Step:
    """Write the hearings in the caller's transaction, tell the audit, keep what takes it back."""
    listing.write(session, number, before, tuple(hearings))
    audit.of(session).says(action, what)
    filing.refile(session, law, number)
    step = undo.step(f"{what} in {before.ref}", [(before.ref, before.hearings, tuple(hearings))])
    undo.keep(office, session, step)
    return step


def _place(case: Case, on: date, proceeding: str | None) -> int:
    """Return the place of the listing that is meant. Raises Refused: there is none, or it was heard."""
    at, all_, _ = listing.listing(case, on, proceeding)
    if len(all_) > len(case.hearings):
        ahead = sorted({one.on for one in case.hearings if not one.outcome})
        known = ", ".join(f"{day:%d-%m-%Y}" for day in ahead[:8]) or "nothing"
        raise Refused(f"{case.ref} is not listed on {on:%d-%m-%Y}; listed and not yet heard: {known}")
    if all_[at].outcome:
        said = str(all_[at].outcome).replace("_", " ")
        raise Heard(f"The hearing of {on:%d-%m-%Y} is recorded as {said}: record what came next instead")
    return at
