"""Hearings: record what happened on a day, and list the next.

A hearing that was not listed is listed by recording it, and the answer says so. A closed day as the next
date is pointed out, never refused: courts do fix them. On the day itself an outcome may be recorded anew;
from the next day on only with `correct`.
"""

from __future__ import annotations

from datetime import date

from tracker.domain.case import Hearing
from tracker.services import audit, caseview, filing, fresh, listing, undo
from tracker.services.clash import Clash, version
from tracker.services.listing import Said
from tracker.services.office import Office
from tracker.services.undo import Step
from tracker.services.views import HearingRecorded


def record(
    office: Office,
    ref: str,
    *,
    on: date,
    outcome: str,
    today: date,
    asked_by: str | None = None,
    reason: str | None = None,
    proceeding: str | None = None,
    next_on: date | None = None,
    next_purpose: str | None = None,
    note: str | None = None,
    opposed: bool | None = None,
    costs_rupees: int | None = None,
    correct: bool = False,
    expected: str | None = None,
) -> HearingRecorded:
    """Write what happened on the day and list the next date, for the same purpose unless another is said.

    Without `proceeding` it is the one listed that day; of several, the trial. Raises Refused, with nothing
    written: a day still to come, a next date that isn't later, an unknown word or proceeding. `expected` is
    the version of the hearing that the person saw (`clash.version`): Clash if another is on file.
    """
    said = Said(
        outcome=outcome,
        asked_by=asked_by,
        reason=reason,
        next_on=next_on,
        next_purpose=next_purpose,
        note=note,
        opposed=opposed,
        costs_rupees=costs_rupees,
    )
    recorded, _ = recorded_step(
        office, ref, said, on=on, today=today, proceeding=proceeding, correct=correct, expected=expected
    )
    return recorded


def recorded_step(
    office: Office,
    ref: str,
    said: Said,
    *,
    on: date,
    today: date,
    proceeding: str | None = None,
    correct: bool = False,
    expected: str | None = None,
) -> tuple[HearingRecorded, Step]:
    """Do the same as `record`, and return also what takes it back."""
    said.check(on, today)
    law = office.law()
    with office.transaction() as session:
        number, before = fresh.opened(session, ref)
        at, hearings, notes = listing.listing(before, on, proceeding)
        was, listed = hearings[at], at < len(before.hearings)
        heard = hearings[at] = said.of(was)
        _same_as_seen(was if listed else None, heard, on, expected)
        if was.outcome and was.outcome != said.outcome and today > on and not correct:
            what = f"The hearing of {on:%d-%m-%Y} is recorded as {_said(was.outcome)} since that day; "
            raise _clash(what + "say that this is a correction to change it", was if listed else None, heard)
        following = listing.follow(hearings, heard, was, notes)
        listing.write(session, number, before, tuple(hearings))
        audit.of(session).says("correct" if was.outcome else "record", f"hearing of {on:%d-%m-%Y}")
        stage = filing.refile(session, law, number).standing.stage
        step = undo.step(f"the hearing of {on:%d-%m-%Y} in {ref}", [(ref, before.hearings, tuple(hearings))])
        undo.keep(office, session, step)
    if following:
        notes += listing.about_next(office, following, ref, law)
    recorded = HearingRecorded(
        ref=ref,
        hearing=caseview.plain(heard),
        next=caseview.plain(following) if following else None,
        stage=stage,
        adjournment=listing.adjournment(hearings, heard),
        notes=tuple(notes),
    )
    return recorded, step


def _same_as_seen(was: Hearing | None, heard: Hearing, on: date, expected: str | None) -> None:
    if expected is not None and expected != version(caseview.plain(was) if was else None):
        raise _clash(f"The hearing of {on:%d-%m-%Y} was changed meanwhile", was, heard)


def _clash(what: str, was: Hearing | None, heard: Hearing) -> Clash:
    theirs, mine = listing.in_words(was) if was else "not listed", listing.in_words(heard)
    if theirs == mine:
        mine += "; the two differ in the note, the purpose, the hour or the advocate"
    notes = (was.note if was else None, heard.note)
    return Clash(what, theirs, mine, version(caseview.plain(was) if was else None), notes)


def _said(word: str) -> str:
    return str(word).replace("_", " ")
