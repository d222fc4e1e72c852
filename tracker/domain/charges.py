"""Charges on file that may not stand.

A *doubt* is about one charge: its provision was not law on the days of the offence, it needs a child
where every victim is known to be an adult, the court that holds the trial can't try it
(`competence`), or it names a section that its Act doesn't have (`misnamed`). It changes nothing.

A provision older than our reading is "not covered", which is not the same as "not in force". An
offence whose days cross a change of law is charged by parts (Constitution Art. 20(1)).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.domain import ages, regime
from tracker.domain.competence import can_try, trying_court
from tracker.domain.misnamed import wrong_act

if TYPE_CHECKING:
    from datetime import date

    from statutes.rows import Provision
    from tracker.domain.case import Charge
    from tracker.domain.matter import Matter
    from tracker.domain.shapes import Law


@dataclass(slots=True, kw_only=True)
class Doubt:
    """One charge on file that may not stand; `reason` is a word of `flag_words`."""

    kind: str
    reason: str
    provision: str | None
    accused: str | None
    victim: str | None
    first_on: date | None = None
    last_on: date | None = None
    detail: str = ""


def on_file(matter: Matter) -> list[Charge]:
    """Return the charges that no later line of the journal has dropped."""
    if "dropped" not in matter.by_kind:
        return list(matter.case.charges)
    return [charge for charge in matter.case.charges if not _dropped(charge, matter)]


def _dropped(charge: Charge, matter: Matter) -> bool:
    gone = False
    for event in matter.events:
        if event.kind in ("dropped", "added", "framed") and (
            (event.provision is None or event.provision == charge.provision)
            and (event.accused is None or event.accused == charge.accused)
            and (event.victim is None or event.victim == charge.victim)
        ):
            gone = event.kind == "dropped"
    return gone


def doubts(matter: Matter, law: Law) -> list[Doubt]:
    """Return what is doubtful about the charges on file, in their order."""
    found: list[Doubt] = []
    court = trying_court(matter)
    children = {person.label for person in matter.case.accused if person.child}
    for charge in on_file(matter):
        if charge.as_written and law.extents:
            act = wrong_act(charge.as_written, law.extents)
            if act:
                found.append(
                    _doubt("wrong_act", "section", charge, detail=f"{act[0]} {act[1]} {charge.as_written}")
                )
        row = law.provision(charge.provision) if charge.provision else None
        if row is None:
            continue
        _in_force(found, charge, row, matter)
        if row.victim is not None and row.victim.under is not None:
            _needs_child(found, charge, row, matter)
        if court is not None and charge.accused not in children:
            _court_doubt(found, charge, row, court, matter, law)
    return found


def _doubt(
    kind: str,
    reason: str,
    charge: Charge,
    first: date | None = None,
    last: date | None = None,
    detail: str = "",
) -> Doubt:
    return Doubt(
        kind=kind,
        reason=reason,
        provision=charge.provision,
        accused=charge.accused,
        victim=charge.victim,
        first_on=first,
        last_on=last,
        detail=detail,
    )


def offence_days(charge: Charge, matter: Matter) -> tuple[date | None, date | None]:
    """Return the first and last day of the act charged: the charge's own days, else the case's."""
    own = charge.offence
    if own is not None and (own.first_on or own.last_on):
        return own.first_on or own.last_on, own.last_on or own.first_on
    return matter.offence_first or matter.offence_last, matter.offence_last


def force(row: Provision, first: date, last: date) -> str | None:
    """Return how a provision stood on those days: None (law on all of them), `not_yet`, `no_longer`,
    `by_parts`, or `not_covered` where our reading starts later.
    """
    if row.until is not None and row.until < first:
        return "no_longer"
    if row.from_ is not None and last < row.from_:
        return "not_yet"
    covered = row.covered_from
    if covered is not None and first < covered and (row.from_ is None or row.from_ < covered):
        return "not_covered"
    if (row.from_ is not None and first < row.from_) or (row.until is not None and row.until < last):
        return "by_parts"
    return None


def _in_force(found: list[Doubt], charge: Charge, row: Provision, matter: Matter) -> None:
    first, last = offence_days(charge, matter)
    if first is None or last is None:
        return
    reason = force(row, first, last)
    if reason is not None:
        found.append(_doubt("charge_out_of_force", reason, charge, first, last))


def _needs_child(found: list[Doubt], charge: Charge, row: Provision, matter: Matter) -> None:
    """Doubt a child-only provision where no victim is or may be young enough, or too few are."""
    asks = row.victim
    if (
        asks is None
        or asks.under is None
        or asks.or_unsound_mind
        or asks.or_taken_abroad
        or asks.under_if_male
    ):
        return
    day = charge.offence.first_on if charge.offence else None
    victims = [v for v in matter.case.victims if charge.victim in (None, v.code)]
    if not victims:
        return
    if asks.number and "more than one" in asks.number:
        victims = list(matter.case.victims)
    possible = sum(1 for victim in victims if ages.under(victim, asks.under, matter, day) is not False)
    if possible == 0:
        found.append(_doubt("charge_needs_minor", "no_child", charge, detail=str(asks.under)))
    elif possible == 1 and asks.number and "more than one" in asks.number:
        found.append(_doubt("charge_needs_minor", "one_child", charge, detail=str(asks.under)))


def _court_doubt(
    found: list[Doubt], charge: Charge, row: Provision, court: str, matter: Matter, law: Law
) -> None:
    triable = row.triable_by
    if not triable and charge.with_:
        principal = law.provision(charge.with_)
        triable = principal.triable_by if principal else ()
    begun = "cognizance_taken" in matter.by_kind
    framed = "charges_framed" in matter.by_kind
    if not can_try(court, triable):
        if not (begun or framed):
            return  # a Magistrate may remand before cognizance
        commit = court == "magistrate" and "sessions" in triable
        reason = "cannot_try" if framed or not commit else "commit"
        found.append(_doubt("wrong_court", reason, charge, detail=f"{court} {','.join(triable)}"))
    elif (
        court == "sessions"
        and begun
        and framed
        and "sessions" in triable
        and "committed" not in matter.by_kind
    ):
        found.append(_doubt("wrong_court", "no_committal", charge, detail=f"{court} {','.join(triable)}"))


def stand_ins(doubt: Doubt, law: Law) -> list[str]:
    """Return what stood in the place of a provision that was not law on those days, in either code."""
    row = law.provision(doubt.provision) if doubt.provision else None
    if row is None or doubt.first_on is None or doubt.last_on is None:
        return []
    found = []
    for id_ in row.counterparts:
        other = law.provision(id_)
        same_kind = other is not None and (other.act == row.act or {other.act, row.act} == {"IPC", "BNS"})
        if other and same_kind and force(other, doubt.first_on, doubt.last_on) in (None, "by_parts"):
            found.append(id_)
    return found


def codes(matter: Matter) -> tuple[str, ...]:
    """Return the penal codes of the case's offence days."""
    return regime.penal_codes(matter.offence_first, matter.offence_last)
