"""A victim's age at the offence: yes, no, or maybe, and never a guess."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.domain import ages
from tracker.domain.case import Age, Case, Event, Offence, Victim
from tracker.domain.matter import Matter
from tracker.domain.words import AgeStatus, EventKind

FIRST, LAST = date(2019, 9, 1), date(2019, 9, 19)


def asked(age: Age | None, *, day: date | None = None, offence: Offence | None = None) -> list[bool | None]:
    """Answer under 18, 16, 14 and 12 for a victim of that age."""
    victim = Victim(code="V1", age=age)
    matter = Matter(
        Case(ref="X", offence=offence or Offence(first_on=FIRST, last_on=LAST), victims=(victim,)), {}
    )
    return [ages.under(victim, years, matter, day) for years in ages.BANDS]


@pytest.mark.parametrize(
    ("age", "answers"),
    [
        (None, [None, None, None, None]),
        (Age(status=AgeStatus.MINOR), [True, None, None, None]),
        (Age(status=AgeStatus.MINOR, years=16), [True, False, False, False]),
        (Age(status=AgeStatus.MINOR, years=11), [True, True, True, True]),
        (Age(status=AgeStatus.ADULT), [False, False, False, False]),
        (Age(status=AgeStatus.PENDING), [None, None, None, None]),
        (Age(status=AgeStatus.PENDING, years=17), [None, None, None, None]),
        (Age(status=AgeStatus.PENDING, years_low=17, years_high=19), [None, False, False, False]),
        (Age(status=AgeStatus.PENDING, years_low=13, years_high=15), [True, True, None, False]),
        (Age(status=AgeStatus.MINOR, years_low=15, years_high=17), [True, None, False, False]),
        (Age(status=AgeStatus.MINOR, years_low=17, years_high=19), [True, False, False, False]),
    ],
)
def test_a_band_is_answered_only_where_the_file_answers(age: Age | None, answers: list[bool | None]) -> None:
    """A status, a number and a range answer as far as they go, and no further."""
    assert asked(age) == answers


def test_the_eighteenth_birthday_is_the_first_day_of_majority() -> None:
    """One born 02-09-2001 was under 18 on 01-09-2019 and not on 02-09-2019."""
    born = Age(status=AgeStatus.MINOR, born_on=date(2001, 9, 2))
    assert asked(born)[0] is True
    assert asked(born, day=date(2019, 9, 2))[0] is False


def test_a_leap_day_birthday_falls_on_the_first_of_march() -> None:
    """One born on 29 February completes a year on 1 March of a common year."""
    assert ages.years_on(date(2004, 2, 29), date(2022, 2, 28)) == 17
    assert ages.years_on(date(2004, 2, 29), date(2022, 3, 1)) == 18


def test_without_a_day_of_offence_the_fir_bounds_the_age_from_above() -> None:
    """Under 18 on the day of the FIR means under 18 before it; over 18 says nothing of before."""
    victim = Victim(code="V1", age=Age(status=AgeStatus.MINOR, born_on=date(2004, 1, 1)))
    filed = (Event(on=date(2020, 5, 1), kind=EventKind.FIR_REGISTERED),)
    matter = Matter(Case(ref="X", victims=(victim,), events=filed), {})
    assert [ages.under(victim, years, matter) for years in ages.BANDS] == [True, None, None, None]


def test_the_journal_decides_over_the_file() -> None:
    """An age determined in the journal takes the place of the one filed."""
    victim = Victim(code="V1", age=Age(status=AgeStatus.PENDING))
    fixed = Event(
        on=date(2019, 10, 1), kind=EventKind.AGE_DETERMINED, victim="V1", age=Age(status=AgeStatus.ADULT)
    )
    matter = Matter(Case(ref="X", victims=(victim,), events=(fixed,)), {})
    assert ages.under(victim, 18, matter) is False
    assert not ages.is_open(victim, matter)


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 40), st.integers(0, 6))
def test_a_yes_for_a_lower_age_is_a_yes_for_every_higher_one(low: int, width: int) -> None:
    """The answers are monotone: yes below means yes above, no above means no below."""
    answers = asked(Age(status=AgeStatus.PENDING, years_low=low, years_high=low + width))
    rank = [{True: 2, None: 1, False: 0}[answer] for answer in answers]
    assert rank == sorted(rank, reverse=True)
