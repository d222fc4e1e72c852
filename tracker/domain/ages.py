"""How old a victim was at the offence: yes, no, or maybe, for each age that matters in law.

The ages that matter are 18 (child), 16 and 12 (the graver limbs of rape, POCSO and the Immoral
Traffic Act) and 14 (child labour). Age is taken on the days of the offence. A range stays a range:
a question that the range doesn't answer is a maybe (`None`), never the middle of it.

What is on file answers as far as it goes: `minor` is under 18 and says no more; a number or a day
of birth decides only where the age is determined (`minor`, `adult`), because on a pending or
disputed age it is a claim; a range decides whatever all of it agrees on, also while pending.
Across a span of days the youngest day is asked: an offence of which a part was done to a child is,
for that part, an offence against a child.

Sources: JJ Act 2015 s. 94 (order of proof), POCSO Act s. 34(2). The medical margin of about two
years on a bone test is not added here: it is for the court, and the why says so.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.domain.case import Age, Victim
    from tracker.domain.matter import Matter

BANDS = (18, 16, 14, 12)
OPEN = frozenset({"pending", "disputed", "unknown"})
"""Statuses of an age that nobody has determined."""


def age_of(victim: Victim, matter: Matter) -> Age | None:
    """Return the age as last determined in the journal, else as filed."""
    for event in reversed(matter.by_kind.get("age_determined", ())):
        if event.age and (event.victim == victim.code or victim.code in event.victims):
            return event.age
    return victim.age


def years_on(born_on: date, day: date) -> int:
    """Return completed years on a day; one born on 29 February completes a year on 1 March."""
    return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))


def bounds(victim: Victim, matter: Matter, day: date | None = None) -> tuple[int | None, int | None]:
    """Return the least and the most completed years at the offence; None where that end is open.

    `day` asks of another day than the first of the offence, for a charge with days of its own;
    years on file are of the case's first day, so a later day adds the years that surely passed
    to the lower end and those that may have passed to the upper.
    """
    key = (id(victim), day)
    found = matter.ages.get(key)
    if found is None:  # the victim is kept too, so that nobody else gets its `id`
        found = matter.ages[key] = (victim, *_bounds(victim, matter, day))
    return found[1:]


def _bounds(victim: Victim, matter: Matter, day: date | None) -> tuple[int | None, int | None]:
    age = age_of(victim, matter)
    if age is None:
        return None, None
    decided = age.status not in OPEN
    first = matter.offence_first
    on = day or first
    low = high = None
    if age.years_low is not None or age.years_high is not None:
        low, high = _moved(age.years_low, age.years_high, first, on)
    elif decided and age.born_on is not None:
        # Without a day of the offence, it was done by the day of the FIR at the latest.
        if on is not None:
            low = high = years_on(age.born_on, on)
        elif matter.fir_on is not None:
            high = years_on(age.born_on, matter.fir_on)
    elif decided and age.years is not None:
        low, high = _moved(age.years, age.years, first, on)
    if age.status == "minor" and (on is None or first is None or on <= first):
        high = 17 if high is None else min(high, 17)
    elif age.status == "adult" and (on is None or first is None or on >= first):
        low = 18 if low is None else max(low, 18)
    return low, high


def under(victim: Victim, age: int, matter: Matter, day: date | None = None) -> bool | None:
    """Answer whether the victim was under `age` years at the offence; None: the file doesn't say."""
    low, high = bounds(victim, matter, day)
    if high is not None and high < age:
        return True
    if low is not None and low >= age:
        return False
    return None


def is_open(victim: Victim, matter: Matter) -> bool:
    """Answer whether nobody has determined the age yet: pending, disputed, unknown or not filed."""
    age = age_of(victim, matter)
    return age is None or age.status in OPEN


def _moved(
    low: int | None, high: int | None, first: date | None, on: date | None
) -> tuple[int | None, int | None]:
    """Move years on file from the first day of the offence to another day; a birthday may lie between."""
    if first is None or on is None or on == first:
        return low, high
    passed = years_on(first, on)
    return None if low is None else low + passed, None if high is None else high + passed + 1
