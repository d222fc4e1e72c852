"""Everything invented is a case that the office would file: no fault, not one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

import statutes
from tests.samples import strategies
from tracker.domain.case import Case
from tracker.domain.journal import faults
from tracker.samples import courts, generate, office

BATCH = office()


@pytest.mark.parametrize("case", BATCH.cases, ids=lambda case: case.ref)
def test_sample_cases_have_no_fault(case: Case) -> None:
    """The checks that an import makes find nothing in a sample case."""
    assert faults(case, statutes.provision, {court.key for court in BATCH.courts}) == []


def test_generated_cases_have_no_fault() -> None:
    """The checks that an import makes find nothing in five hundred generated cases."""
    keys = {court.key for court in courts()}
    assert [line for case in generate(500, seed=11) for line in faults(case, statutes.provision, keys)] == []


@settings(deadline=None, max_examples=80)
@given(strategies.cases())
def test_sound_random_cases_have_no_fault(case: Case) -> None:
    """A case of `strategies.cases` could be imported as it is."""
    assert faults(case, statutes.provision, strategies.COURT_KINDS.keys()) == []
