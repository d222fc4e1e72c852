"""The generator: same seed, same office; and numbers like those of a real desk."""

from __future__ import annotations

from collections import Counter
from datetime import date
from statistics import mean

import pytest

from tracker.domain.case import Case
from tracker.samples import SAMPLE_TODAY, courts, generate
from tracker.samples.generator import one
from tracker.samples.lots import ENOUGH
from tracker.samples.places import DESKS, STATIONS

GOLDEN = [("MSD-2025-1", 8, 11), ("RAI-2022-2", 5, 23), ("MSD-2023-3", 4, 19)]
"""Ref, events and hearings of the first cases of seed 1."""


@pytest.fixture(scope="module")
def office() -> tuple[Case, ...]:
    """Two thousand cases of one seed."""
    return tuple(generate(2000, seed=7))


def test_same_seed_gives_the_same_office() -> None:
    """Asking twice with one seed gives equal cases."""
    assert list(generate(50, seed=3)) == list(generate(50, seed=3))


def test_another_seed_gives_another_office() -> None:
    """Two seeds don't give the same first case."""
    assert next(generate(1, seed=3)) != next(generate(1, seed=4))


def test_batches_give_what_one_go_gives() -> None:
    """A case depends on the seed and its number, not on how many were asked for."""
    whole = list(generate(30, seed=5))
    assert [*generate(10, seed=5), *generate(20, seed=5, first=11)] == whole
    assert one(5, 17) == whole[16]


def test_the_office_is_the_same_on_every_machine() -> None:
    """The first cases of seed 1 are these; a change of the generator that moves them is a new office."""
    found = [(case.ref, len(case.events), len(case.hearings)) for case in generate(3, seed=1)]
    assert found == GOLDEN


def test_refs_differ(office: tuple[Case, ...]) -> None:
    """No two cases share a ref, nor a case number of the courts."""
    assert len({case.ref for case in office}) == len(office)
    cnrs = [proceeding.cnr for case in office for proceeding in case.proceedings if proceeding.cnr]
    assert len(set(cnrs)) == len(cnrs)


@pytest.mark.parametrize(
    ("part", "low", "high"),
    [
        ("accused", 2.5, 3.5),
        ("victims", 2.5, 3.5),
        ("charges", 4, 6),
        ("events", 5.5, 8.5),
        ("hearings", 12, 18),
    ],
)
def test_numbers_are_life_like(office: tuple[Case, ...], part: str, low: float, high: float) -> None:
    """The mean numbers a case are those of the synthetic office that speed is measured on."""
    assert low < mean(len(getattr(case, part)) for case in office) < high


def test_all_years_and_both_codes_are_there(office: tuple[Case, ...]) -> None:
    """FIRs are of every year from 2013 to 2026, with charges of both penal codes."""
    assert {case.fir.year for case in office if case.fir} == set(range(2013, 2027))
    acts = Counter(str(charge.provision).split("-")[0] for case in office for charge in case.charges)
    assert acts["IPC"] > 100
    assert acts["BNS"] > 100


def test_nothing_is_known_of_the_future(office: tuple[Case, ...]) -> None:
    """No event lies after the sample's today, and no hearing from then on has an outcome."""
    for case in office:
        assert all(event.on <= SAMPLE_TODAY for event in case.events)
        assert not any(hearing.outcome for hearing in case.hearings if hearing.on >= SAMPLE_TODAY)


def test_hearings_follow_one_another(office: tuple[Case, ...]) -> None:
    """A trial is listed once a day at most, in order, and each next date is the next hearing's day."""
    for case in office:
        on = [hearing.on for hearing in case.hearings]
        assert on == sorted(set(on))
        for here, after in zip(case.hearings, case.hearings[1:], strict=False):
            assert (here.next_on, here.next_purpose) == (after.on, after.purpose)


def test_charges_are_of_the_law_of_their_days(office: tuple[Case, ...]) -> None:
    """A charge of the new code has a last offence day in it, one of the old code a first day before it."""
    new_code = date(2024, 7, 1)
    for case in office:
        for charge in case.charges:
            days = charge.offence or case.offence
            assert days
            assert days.first_on
            assert days.last_on
            if str(charge.provision).startswith("BNS"):
                assert days.last_on >= new_code
            if str(charge.provision).startswith("IPC"):
                assert days.first_on < new_code


def test_courts_that_cases_name_exist(office: tuple[Case, ...]) -> None:
    """Every court that a proceeding names is among the generator's courts, whose keys differ."""
    keys = [court.key for court in courts()]
    assert len(set(keys)) == len(keys)
    assert {proceeding.court for case in office for proceeding in case.proceedings} <= set(keys)


def test_the_desk_is_of_the_size_promised() -> None:
    """There are forty advocates, some sixty stations and some eighty courts."""
    assert (len(set(DESKS)), len(set(STATIONS)), len(courts())) == (40, 64, 81)


def test_victims_have_no_names(office: tuple[Case, ...]) -> None:
    """The generator gives no victim a name and no accused either."""
    for case in office:
        assert not any(person.name for person in case.victims)
        assert not any(person.name for person in case.accused)


def test_lots_suffice(office: tuple[Case, ...]) -> None:
    """The case with the most hearings uses well under the lots there are: a lot is a byte of one stream."""
    rows = max(len(case.hearings) + len(case.events) + len(case.charges) for case in office)
    assert 8 * rows < ENOUGH
