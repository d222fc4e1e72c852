"""Everything invented is a case that the office would file: no fault, not one."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

import statutes
from tests.samples import strategies
from tracker.domain.case import Case
from tracker.domain.following import refusal
from tracker.domain.journal import faults
from tracker.domain.matter import effective
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


@pytest.mark.parametrize("case", BATCH.cases, ids=lambda case: case.ref)
def test_sample_journals_could_have_been_recorded(case: Case) -> None:
    """Recorded one by one from an empty file, no event of a sample case would be refused."""
    kinds = {court.key: str(court.kind) for court in BATCH.courts}
    so_far = replace(case, fir=None, disposal=None, events=(), hearings=())
    refused = []
    for event in effective(case):
        hearings = tuple(hearing for hearing in case.hearings if hearing.on <= event.on)
        refused.append(refusal(replace(so_far, hearings=hearings), event, kinds))
        so_far = replace(so_far, events=(*so_far.events, event))
    assert [why for why in refused if why] == []
