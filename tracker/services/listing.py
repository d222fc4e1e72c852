"""Where a hearing stands among those of its case, what its next date does to them, and writing both.

A hearing is known by its place in the case. What is listed for a day and was not heard is what recording
fills in; a next date that the same hearing had fixed before, and nobody heard, moves instead of staying.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import SimpleNamespace

from sqlmodel import Session

from tracker.domain import adjourned, horizon, words
from tracker.domain.case import Case, Hearing
from tracker.domain.shapes import Law
from tracker.services import caseview, clashes, closings, fresh
from tracker.services.office import Office, Refused
from tracker.store import database, writing
from tracker.store import listing as listings

_LISTS: dict[str, type[words.Word]] = {
    "outcome": words.HearingOutcome,
    "asked_by": words.AskedBy,
    "reason": words.HearingReason,
    "next_purpose": words.Purpose,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a person says of a hearing, in the words of the closed lists."""

    outcome: str
    asked_by: str | None = None
    reason: str | None = None
    next_on: date | None = None
    next_purpose: str | None = None
    note: str | None = None
    opposed: bool | None = None
    costs_rupees: int | None = None
    anew: bool = False
    """Whether one of these two that is left out is noted no more; else it stays, as a note does."""

    def check(self, on: date, today: date) -> None:
        """Raise Refused: a day still to come, a next date that isn't later, an unknown word."""
        faults = [
            f"{key.replace('_', ' ')}: there is no {word!r}; known: {', '.join(known)}"
            for key, known in _LISTS.items()
            if (word := getattr(self, key)) is not None and word not in list(known)
        ]
        if on > today:
            faults.append(f"{on:%d-%m-%Y} is still to come: what happened is recorded on the day or later")
        if self.next_on is not None and self.next_on <= on:
            faults.append(f"The next date {self.next_on:%d-%m-%Y} is not after the hearing of {on:%d-%m-%Y}")
        if self.next_on is not None and self.next_on > horizon.last_day(on):
            faults.append(f"The next date {self.next_on:%d-%m-%Y} {horizon.says(on)}")
        faults += adjourned.faults(self.outcome, self.opposed, self.costs_rupees)
        if faults:
            raise Refused(*faults)

    def of(self, was: Hearing) -> Hearing:
        """Return the hearing as recorded; what is noted of it stays unless another is said."""
        stays = not self.anew and was.outcome == self.outcome == words.HearingOutcome.ADJOURNED
        return replace(
            was,
            outcome=words.HearingOutcome(self.outcome),
            asked_by=words.AskedBy(self.asked_by) if self.asked_by else None,
            reason=words.HearingReason(self.reason) if self.reason else None,
            next_on=self.next_on,
            next_purpose=words.Purpose(self.next_purpose) if self.next_purpose else None,
            note=was.note if self.note is None else self.note,
            opposed=was.opposed if stays and self.opposed is None else self.opposed,
            costs_rupees=was.costs_rupees if stays and self.costs_rupees is None else self.costs_rupees,
        )


def in_words(hearing: Hearing) -> str:
    """Return what is recorded of a hearing, without the note."""
    if not hearing.outcome:
        return "no outcome" + (f", next {hearing.next_on:%d-%m-%Y}" if hearing.next_on else "")
    parts = [words.HearingOutcome(hearing.outcome).label.lower()]
    parts += [f"asked by {words.AskedBy(hearing.asked_by).label.lower()}"] if hearing.asked_by else []
    parts += [words.HearingReason(hearing.reason).label.lower()] if hearing.reason else []
    parts += adjourned.in_words(hearing)
    parts += [f"next {hearing.next_on:%d-%m-%Y}" if hearing.next_on else "no next date"]
    return ", ".join(parts)


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
    return Hearing(on=on, proceeding=proceeding, advocate=last.whose if last else None)


def follow(hearings: list[Hearing], heard: Hearing, was: Hearing, notes: list[str]) -> Hearing | None:
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
    made = Hearing(on=heard.next_on, proceeding=heard.proceeding, purpose=purpose, advocate=heard.whose)
    hearings.append(made)
    return made


_CHANGED: tuple[str, ...] = ("on", "time", "purpose", "advocate", "in_place_of", "outcome", "asked_by")
_CHANGED += ("reason", "next_on", "next_purpose", "note", "opposed", "costs_rupees")


def write(session: Session, number: int, before: Case, hearings: tuple[Hearing, ...]) -> None:
    """Write the hearings of a case that are others than before, and those that are new."""
    connection = session.connection()
    for seq, (old, new) in enumerate(zip(before.hearings, hearings, strict=False), 1):
        if old is not new:
            row = caseview.plain(new)
            values = [row.get(key) for key in _CHANGED]
            place = {"prosecution_id": number, "seq": seq}
            database.update_row(connection, "hearing", _CHANGED, values, place)
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


def about_next(office: Office, following: Hearing, ref: str, law: Law | None = None) -> list[str]:
    """Say what speaks against a date: a closed day, the advocate elsewhere in that session or far away."""
    on, law = following.on, law or office.law()
    shut = law.closed(on) or any(closed(on) for closed in law.closed_at.values())
    with office.reading() as session:
        rows = listings.of_advocate(session, on, following.advocate) if following.advocate else []
        others = [row for row in rows if row.ref != ref]
        if not (shut or others):
            return []
        court, complex_ = listings.court_of(session, fresh.number_of(session, ref), following.proceeding)
        closed = closings.between(session, on, on)
    notes, why = [], closed.why(on, court)
    if why:
        notes.append(closings.sentence(on, why, court, bool(closed.why(on))))
    here = SimpleNamespace(court=court, complex=complex_, ref=ref, time=following.time)
    return [*notes, *clashes.about(following.advocate or "", clashes.beside(here, others))]
