"""Aftercare, a line for each victim: where she is since when, support, statement, doctor, and the money.

Where she is comes from the list of placements where it is kept, else from the journal: a home is the office's
code or the kind of place, never a name. Money is what the journal says was applied
for, ordered and paid, each added up, for interim and final orders stand beside each other. `open_days`
run from the first application (else the first order) until all that was ordered is paid, or to the day.
`lacks` names what no line of the journal shows yet; it is a list to ask from, not a finding of fault.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tracker.domain import record_words
from tracker.domain.case import Case, Event, Victim
from tracker.domain.matter import effective
from tracker.domain.say import label, rupees
from tracker.services import gathering
from tracker.services.office import Office
from tracker.store import gathered

HOMES = {
    "placed_in_shelter": "shelter",
    "safe_custody_ordered": "safe custody (ITPA)",
    "interim_custody_ordered": "interim custody (ITPA)",
    "protective_home_ordered": "protective home",
    "left_shelter": "left the home",
}
"""Event to where a victim is then, in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Care:
    """One victim; an empty day is one that the journal doesn't show."""

    ref: str
    victim: str
    age: str
    place: str
    place_since: date | None
    support_since: date | None
    statement_on: date | None
    medical_on: date | None
    testified_on: date | None
    applied_on: date | None
    ordered_on: date | None
    ordered_rupees: int | None
    paid_on: date | None
    paid_rupees: int | None
    unpaid_rupees: int | None
    open_days: int | None
    lacks: tuple[str, ...]


def aftercare(office: Office, filter: str, today: date) -> tuple[Care, ...]:
    """Return the victims of the cases that match, by ref and code. Raises Refused like `gathering.cases`."""
    found = gathering.cases(office, filter, today, gathered.having_victims())
    return tuple(of_victim(case, victim, today) for case in found for victim in case.victims)


def of_victim(case: Case, victim: Victim, today: date) -> Care:
    """Return one victim's line."""
    mine = [event for event in effective(case) if _about(event, victim.code, case)]

    def first(kind: str) -> date | None:
        return next((event.on for event in mine if event.kind == kind), None)

    ages = [victim.age, *(event.age for event in mine if event.age is not None)]
    placed = [event for event in mine if event.kind in HOMES]
    place, since = _place(case, victim.code, placed)
    applied, ordered, paid = (_money(mine, f"compensation_{step}") for step in ("applied", "ordered", "paid"))
    unpaid = max(0, ordered[1] - (paid[1] or 0)) if ordered[1] is not None else None
    begun = applied[0] or ordered[0]
    done = paid[2] if paid[2] and not unpaid else None
    return Care(
        ref=case.ref,
        victim=victim.code,
        age=str(ages[-1].status) if ages[-1] else "unknown",
        place=place,
        place_since=since,
        support_since=first("support_person_assigned"),
        statement_on=first("statement_recorded"),
        medical_on=first("medically_examined"),
        testified_on=first("testified"),
        applied_on=applied[0],
        ordered_on=ordered[0],
        ordered_rupees=ordered[1],
        paid_on=paid[2],
        paid_rupees=paid[1],
        unpaid_rupees=unpaid,
        open_days=((done or today) - begun).days if begun else None,
        lacks=tuple(_lacks(mine, place, unpaid)),
    )


def _about(event: Event, code: str, case: Case) -> bool:
    if event.victim is not None or event.victims:
        return event.victim == code or code in event.victims
    return len(case.victims) == 1


def _money(mine: list[Event], kind: str) -> tuple[date | None, int | None, date | None]:
    """Return the first day, the sum where any amount is on record, and the last day."""
    found = [event for event in mine if event.kind == kind]
    sums = [event.rupees for event in found if event.rupees is not None]
    return (found[0].on, sum(sums) if sums else None, found[-1].on) if found else (None, None, None)


def _place(case: Case, code: str, placed: list[Event]) -> tuple[str, date | None]:
    """Return where a victim is and since when: the last placement on the list, else the last event."""
    listed = [one for one in case.placements if one.victim == code and not one.struck]
    if listed:
        last = max(enumerate(listed), key=lambda pair: (pair[1].from_on or date.min, pair[0]))[1]
        kind = label(last.kind, record_words.PlacementKind)
        if last.until_on:
            return f"left: {kind}", last.until_on
        return f"{kind} {last.place}" if last.place else kind, last.from_on
    return (HOMES[placed[-1].kind], placed[-1].on) if placed else ("", None)


def _lacks(mine: list[Event], place: str, unpaid: int | None) -> list[str]:
    kinds = {event.kind for event in mine}
    asked = (
        ("placement", bool(place)),
        ("support person", "support_person_assigned" in kinds),
        ("statement", "statement_recorded" in kinds),
        ("medical", "medically_examined" in kinds),
        ("compensation", bool(kinds & {"compensation_applied", "compensation_ordered"})),
    )
    found = [what for what, there in asked if not there]
    if unpaid or ("compensation_ordered" in kinds and "compensation_paid" not in kinds):
        found.append("payment")
    return found


def summed(rows: tuple[Care, ...]) -> str:
    """Return the lines in a sentence: how many victims, what was ordered, paid and is still owed."""
    ordered = sum(row.ordered_rupees or 0 for row in rows)
    paid = sum(row.paid_rupees or 0 for row in rows)
    owed = sum(row.unpaid_rupees or 0 for row in rows)
    waiting = sum("payment" in row.lacks for row in rows)
    return (
        f"{len(rows):,} victims, {len({row.ref for row in rows}):,} cases. Ordered Rs {rupees(ordered)}, "
        f"paid {rupees(paid)}, owed {rupees(owed)}; waiting for payment: {waiting:,}."
    )
