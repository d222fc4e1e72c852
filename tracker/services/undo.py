"""Take back the hearing that was just recorded: the lines it changed are put back as they were.

An undo is a write of its own, with its own row in the audit that says what it undid; it never reaches
behind what somebody else wrote meanwhile. A line of the journal is never taken away: it is corrected
(`casework.correct`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete, update
from sqlmodel import Session, col

from tracker.domain.case import Hearing
from tracker.services import audit, caseview, filing, fresh
from tracker.services.office import Office, Refused
from tracker.store import reading, tables

_KEYS: tuple[str, ...] = ("on", "proceeding", "time", "purpose", "advocate", "outcome", "asked_by", "reason")
_KEYS += ("next_on", "next_purpose", "note", "source", "order_ref")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What recording a hearing changed: place in the case to the hearing before (None: new) and after."""

    ref: str
    on: date
    changed: tuple[tuple[int, Hearing | None, Hearing], ...]

    @property
    def says(self) -> str:
        """What would be undone, in words."""
        return f"the hearing of {self.on:%d-%m-%Y} in {self.ref}"


def hearings_of(office: Office, ref: str) -> tuple[Hearing, ...]:
    """Return a case's hearings as they are, to hold beside what is about to be recorded. Raises Refused."""
    with office.reading() as session:
        return reading.one_case(session.connection(), fresh.number_of(session, ref)).hearings


def step(office: Office, ref: str, on: date, before: tuple[Hearing, ...]) -> Step:
    """Return what changed in a case's hearings since `before`."""
    after = hearings_of(office, ref)
    was = (*before, *(None,) * (len(after) - len(before)))
    changed = tuple(
        (seq, old, new) for seq, (old, new) in enumerate(zip(was, after, strict=False), 1) if old != new
    )
    return Step(ref=ref, on=on, changed=changed)


def take_back(office: Office, step: Step) -> None:
    """Put the hearings back. Raises Refused, with nothing written, if one was changed since."""
    law = office.law()
    with office.transaction() as session:
        number, case = fresh.opened(session, step.ref)
        now = case.hearings
        touched = [now[seq - 1] if seq <= len(now) else None for seq, _, _ in step.changed]
        new = sum(before is None for _, before, _ in step.changed)
        if touched != [after for _, _, after in step.changed] or (
            new and len(now) != max(seq for seq, _, _ in step.changed)
        ):
            raise Refused(f"{step.ref} was changed since: record a correction of {step.says}")
        for seq, before, _ in step.changed:
            _put_back(session, number, seq, before)
        audit.of(session).says("undo", f"hearing of {step.on:%d-%m-%Y}", step.ref)
        filing.refile(session, law, number)


def _put_back(session: Session, number: int, seq: int, before: Hearing | None) -> None:
    here = (col(tables.Hearing.prosecution_id) == number, col(tables.Hearing.seq) == seq)
    if before is None:
        session.execute(delete(tables.Hearing).where(*here))
        return
    row = caseview.plain(before)
    session.execute(update(tables.Hearing).where(*here).values({key: row.get(key) for key in _KEYS}))
