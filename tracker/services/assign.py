"""Give cases to another lead, several at once: one transaction, one row in the audit, one step back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import update
from sqlmodel import col

from tracker.domain import texts
from tracker.services import audit, filing, fresh, undo
from tracker.services.office import Office, Refused
from tracker.services.undo import Step
from tracker.store import tables

LONGEST = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Assigned:
    """Who leads which cases now; `was` is how many had another lead before."""

    lead: str | None
    refs: tuple[str, ...]
    was: tuple[str, ...]


def assign(office: Office, lead: str | None, refs: Sequence[str]) -> tuple[Assigned, Step]:
    """Let `lead` (None: nobody) lead the cases, and return also what takes it back.

    Raises Refused, with nothing written: no case named, a ref that isn't there, a name that is none.
    """
    lead = " ".join(lead.split()) if lead else None
    if lead and (len(lead) > LONGEST or any(texts.is_control(letter) for letter in lead)):
        raise Refused(f"lead: a name has 1 to {LONGEST} letters and no control characters")
    if not refs:
        raise Refused("Say which cases are to be led by another")
    law = office.law()
    with office.transaction() as session:
        opened = {ref: fresh.opened(session, ref) for ref in dict.fromkeys(refs)}
        before = {ref: case.lead for ref, (_, case) in opened.items()}
        moved = {ref: number for ref, (number, case) in opened.items() if case.lead != lead}
        what = f"the lead of {len(moved)} case{'s' if len(moved) != 1 else ''} to {lead or 'nobody'}"
        audit.of(session).says("assign", what)
        for number in moved.values():
            there = col(tables.Prosecution.id) == number
            session.execute(update(tables.Prosecution).where(there).values(lead=lead))
            filing.refile(session, law, number)
        step = Step(says=what, leads=tuple((ref, before[ref], lead) for ref in moved))
        if moved:
            undo.keep(office, session, step)
    was = tuple(sorted({before[ref] or "nobody" for ref in moved}))
    return Assigned(lead=lead, refs=tuple(moved), was=was), step
