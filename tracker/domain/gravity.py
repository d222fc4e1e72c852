"""How grave a charge is: its band of default bail, its longest and shortest term.

A charge of abetment, attempt or conspiracy is as grave as the offence it names in `with`. A section
outside the catalogue has the gravity given by hand, or an unknown one. A definition, and common intention
(IPC 34, BNS 3(5)), which only joins one person to the charges of others, weigh nothing beside a charge that
has a sentence. Where an Act states no maximum, the maximum is not known: it is at least the minimum.

Band: 90 days where death or imprisonment for life is a possible sentence, or the *minimum* is ten
years or more; 60 days for every other offence, "may extend to ten years" included (Rakesh Kumar Paul
v State of Assam, Supreme Court, 16-08-2017, two to one). Where that is disputed the doubt goes along.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from statutes import Provision
from tracker.domain.case import Charge

GRAVE_MINIMUM = 120
"""Months: a minimum of ten years or more gives 90 days."""
LIFE_LEAST = 10_000
"""Months: graver than any minimum in years, for a section with nothing less than imprisonment for life."""
COMMON_INTENTION = ("IPC-34", "BNS-3-5")
OUTSIDE = "a section outside the catalogue"
MCOCA = "MCOCA"


@dataclass(frozen=True, slots=True)
class Gravity:
    """What a charge weighs. `band` is "60", "90" or "MCOCA"; None: not known, or no sentence."""

    provision: str
    band: str | None
    max_months: int | None
    min_months: int | None
    life: bool
    death: bool
    doubt: str
    missing: str
    """The one fact without which the gravity isn't known; empty if it is."""
    weightless: bool = False
    """No sentence of its own and no principal to be named: it counts only where nothing else is charged."""


def of(charge: Charge, provision: Callable[[str], Provision | None]) -> Gravity:
    """Return the gravity of one charge, its principal's if it names one."""
    if charge.provision is None:
        return by_hand(charge)
    row = provision(charge.provision)
    principal = provision(charge.with_) if charge.with_ else None
    if principal is not None:
        doubt = principal.band_doubt or (row.band_doubt if row else "")
        return of_row(principal, mcoca=bool(row and row.act == MCOCA), doubt=doubt)
    if row is None:
        return Gravity(OUTSIDE, None, None, None, False, False, "", f"the gravity of {OUTSIDE}")
    return of_row(row, mcoca=row.act == MCOCA, doubt=row.band_doubt)


def of_row(row: Provision, *, mcoca: bool, doubt: str) -> Gravity:
    """Return the gravity of a row of the catalogue."""
    band = MCOCA if mcoca or row.act == MCOCA else None
    if band is None and row.band:
        band = str(row.band)
    weightless = row.id in COMMON_INTENTION or "no_sentence" in row.term
    missing = "" if band else f"the principal offence of {row.id}"
    if weightless:
        missing = f"a charge with a sentence of its own beside {row.id}"
    elif "no_maximum_stated" in row.term:
        missing = f"the longest term of {row.id}: the Act states none"
    longest = 0 if "fine_only" in row.term else row.max_months
    shortest = LIFE_LEAST if "life_as_minimum" in row.term else row.min_months
    return Gravity(
        row.id, band, longest, shortest, row.max_life, row.max_death, doubt, missing, weightless and not band
    )


def by_hand(charge: Charge) -> Gravity:
    """Return the gravity given by hand for a section outside the catalogue."""
    life, death = bool(charge.max_life), bool(charge.max_death)
    known = life or death or charge.max_months is not None or charge.min_months is not None
    if not known:
        return Gravity(OUTSIDE, None, None, None, False, False, "", f"the gravity of {OUTSIDE}")
    grave = life or death or (charge.min_months or 0) >= GRAVE_MINIMUM
    doubt = ""
    if not grave and (charge.max_months is None or charge.max_months >= GRAVE_MINIMUM):
        doubt = "boundary: the police may claim 90 days; the majority in Rakesh Kumar Paul says 60"
    band = "90" if grave else "60"
    missing = "" if life or death or charge.max_months is not None else f"the longest term of {OUTSIDE}"
    return Gravity(OUTSIDE, band, charge.max_months, charge.min_months, life, death, doubt, missing)
