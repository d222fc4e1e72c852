"""Hearings: record what happened on a day, list the next, and read who goes where.

A hearing that was not listed is listed by recording it, and the answer says so. A closed day as the next
date is pointed out, never refused: courts do fix them. On the day itself an outcome may be recorded anew;
from the next day on only with `correct`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import bindparam, update
from sqlmodel import Session, col

from tracker.domain import words
from tracker.domain.case import Case, Hearing
from tracker.domain.shapes import Law
from tracker.services import audit, caseview, filing, fresh
from tracker.services.office import Office, Refused
from tracker.services.views import AgendaRow, HearingRecorded
from tracker.store import queries, tables, writing

_LISTS = {
    "outcome": words.HearingOutcome,
    "asked_by": words.AskedBy,
    "reason": words.HearingReason,
    "next_purpose": words.Purpose,
}


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
    correct: bool = False,
) -> HearingRecorded:
    """Write what happened on the day and list the next date, for the same purpose unless another is said.

    Without `proceeding` it is the one listed that day; of several, the trial. Raises Refused, with nothing
    written: a day still to come, a next date that isn't later, an unknown word or proceeding.
    """
    said = {"outcome": outcome, "asked_by": asked_by, "reason": reason, "next_purpose": next_purpose}
    _check(said, on, next_on, today)
    law = office.law()
    with office.transaction() as session:
        number, before = fresh.opened(session, ref)
        at, hearings, notes = listing(before, on, proceeding)
        was = hearings[at]
        if was.outcome and was.outcome != outcome and today > on and not correct:
            raise Refused(
                f"The hearing of {on:%d-%m-%Y} is recorded as {_said(was.outcome)} since that day; "
                "say that this is a correction to change it"
            )
        heard = replace(
            was,
            outcome=words.HearingOutcome(outcome),
            asked_by=words.AskedBy(asked_by) if asked_by else None,
            reason=words.HearingReason(reason) if reason else None,
            next_on=next_on,
            next_purpose=words.Purpose(next_purpose) if next_purpose else None,
            note=was.note if note is None else note,
        )
        hearings[at] = heard
        following = _next(hearings, heard, was, notes)
        _write(session, number, before, tuple(hearings))
        audit.of(session).says("correct" if was.outcome else "record", f"hearing of {on:%d-%m-%Y}")
        stage = filing.refile(session, law, number).standing.stage
    if following:
        notes += about_next(office, following, ref, law)
    return HearingRecorded(
        ref=ref,
        hearing=caseview.plain(heard),
        next=caseview.plain(following) if following else None,
        stage=stage,
        adjournment=adjournment(hearings, heard),
        notes=tuple(notes),
    )


def agenda(
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
        rows = queries.agenda(session, first, last, advocate, court)
        kinds = queries.flags_of(session, [row.id for row in rows], today) if today else {}
    places: dict[tuple[date, str], dict[str, str]] = {}
    for row in rows:
        if row.advocate:
            there = places.setdefault((row.on, row.advocate), {})
            there.setdefault(row.court or row.ref, f"{row.court or 'no court'} ({row.ref})")
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
            clash=_clash(places.get((row.on, row.advocate or ""), {}), row.court or row.ref),
        )
        for row in rows
    )


def _clash(places: dict[str, str], here: str) -> str:
    others = [words for place, words in places.items() if place != here]
    return f"also listed in {', '.join(others)}" if others else ""


def _check(said: dict[str, str | None], on: date, next_on: date | None, today: date) -> None:
    faults = [
        f"{key.replace('_', ' ')}: there is no {word!r}; known: {', '.join(_LISTS[key])}"
        for key, word in said.items()
        if word is not None and word not in list(_LISTS[key])
    ]
    if on > today:
        faults.append(f"{on:%d-%m-%Y} is still to come: what happened is recorded on the day or later")
    if next_on is not None and next_on <= on:
        faults.append(f"The next date {next_on:%d-%m-%Y} is not after the hearing of {on:%d-%m-%Y}")
    if faults:
        raise Refused(*faults)


def listing(case: Case, on: date, proceeding: str | None) -> tuple[int, list[Hearing], list[str]]:
    """Return the place of the hearing among the case's, all of them, and what to say of it."""
    keys = [one.key for one in case.proceedings]
    if proceeding is not None and proceeding not in keys:
        raise Refused(f"{case.ref} has no proceeding {proceeding!r}; it has: {', '.join(keys) or 'none'}")
    hearings = list(case.hearings)
    listed = [at for at, one in enumerate(hearings) if one.on == on]
    if proceeding is not None:
        listed = [at for at in listed if hearings[at].proceeding == proceeding] or [
            at for at in listed if hearings[at].proceeding is None
        ]
    trial = next((one.key for one in case.proceedings if one.kind == "trial"), None)
    if len(listed) > 1:
        several = [hearings[at].proceeding or "no proceeding" for at in listed]
        listed = [at for at in listed if hearings[at].proceeding == trial] if trial else []
        if len(listed) != 1:
            raise Refused(f"{on:%d-%m-%Y} is listed in {', '.join(several)}: say which proceeding")
    if listed:
        return listed[0], hearings, []
    whose = proceeding or trial or (keys[0] if len(keys) == 1 else None)
    hearings.append(_unlisted(hearings, on, whose))
    return len(hearings) - 1, hearings, [f"{on:%d-%m-%Y} was not listed: it is listed now"]


def _unlisted(hearings: Sequence[Hearing], on: date, proceeding: str | None) -> Hearing:
    """Return a listing for a day that had none, with the advocate of the listing before it."""
    earlier = [one for one in hearings if one.proceeding == proceeding and one.on < on]
    last = max(earlier, key=lambda one: one.on, default=None)
    return Hearing(on=on, proceeding=proceeding, advocate=last.advocate if last else None)


def _next(hearings: list[Hearing], heard: Hearing, was: Hearing, notes: list[str]) -> Hearing | None:
    """List the next date; one that the same hearing had fixed before, and nobody heard, moves to it."""
    purpose = heard.next_purpose or heard.purpose
    same = [at for at, one in enumerate(hearings) if one.proceeding == heard.proceeding]
    stale = None
    if was.next_on and was.next_on != heard.next_on:
        stale = next((at for at in same if hearings[at].on == was.next_on and not hearings[at].outcome), None)
    if heard.next_on is None:
        if stale is not None:
            notes.append(f"{was.next_on:%d-%m-%Y}, fixed before, is still listed")
        return None
    there = next((at for at in same if hearings[at].on == heard.next_on), None)
    if there is not None:
        hearings[there] = replace(
            hearings[there], purpose=heard.next_purpose or hearings[there].purpose or purpose
        )
        return hearings[there]
    if stale is not None:
        hearings[stale] = replace(hearings[stale], on=heard.next_on, purpose=purpose)
        notes.append(f"The listing of {was.next_on:%d-%m-%Y} was moved to {heard.next_on:%d-%m-%Y}")
        return hearings[stale]
    made = Hearing(on=heard.next_on, proceeding=heard.proceeding, purpose=purpose, advocate=heard.advocate)
    hearings.append(made)
    return made


_CHANGED = ("on", "purpose", "outcome", "asked_by", "reason", "next_on", "next_purpose", "note")
_CHANGE = (
    update(tables.Hearing)
    .where(
        col(tables.Hearing.prosecution_id) == bindparam("of"), col(tables.Hearing.seq) == bindparam("place")
    )
    .values({key: bindparam(key) for key in _CHANGED})
)


def _write(session: Session, number: int, before: Case, hearings: tuple[Hearing, ...]) -> None:
    connection = session.connection()
    for seq, (old, new) in enumerate(zip(before.hearings, hearings, strict=False), 1):
        if old is not new:
            row = caseview.plain(new)
            values = {key: row.get(key) for key in _CHANGED}
            connection.execute(_CHANGE, {"of": number, "place": seq, **values})
    writing.append(connection, number, before, replace(before, hearings=hearings))


def adjournment(hearings: Sequence[Hearing], heard: Hearing) -> str:
    """Say how many times this proceeding has been adjourned by now, and how often at this one's asking."""
    if heard.outcome != "adjourned":
        return ""
    past = [
        one
        for one in hearings
        if one.proceeding == heard.proceeding and one.outcome == "adjourned" and one.on <= heard.on
    ]
    asked = sum(one.asked_by == heard.asked_by for one in past)
    return f"adjournment no. {len(past)}" + (f" ({heard.asked_by} {asked})" if heard.asked_by else "")


def about_next(office: Office, following: Hearing, ref: str, law: Law) -> list[str]:
    """Say what speaks against the next date: a closed day, the advocate listed elsewhere."""
    notes = []
    if law.closed(following.on):
        weekday = "a Sunday" if following.on.weekday() == 6 else "a holiday"
        notes.append(f"{following.on:%d-%m-%Y} is {weekday}: courts are closed")
    if following.advocate:
        with office.reading() as session:
            rows = queries.agenda(session, following.on, following.on, following.advocate)
        others = sorted({f"{row.court or 'no court'} ({row.ref})" for row in rows if row.ref != ref})
        if others:
            notes.append(f"{following.advocate} is also listed that day in {', '.join(others)}")
    return notes


def _said(word: str) -> str:
    return str(word).replace("_", " ")
