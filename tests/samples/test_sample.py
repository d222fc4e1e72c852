"""The sample office: what it must hold, and that its files are sound."""

from __future__ import annotations

import re
from datetime import date

import pytest

from tracker.domain import words
from tracker.domain.case import Case, Court
from tracker.domain.matter import Matter
from tracker.domain.stages import standing
from tracker.samples import SAMPLE_TODAY, case_files, office
from tracker.samples.sample import CaseFile, read

BATCH = office()
KINDS = {court.key: str(court.kind) for court in BATCH.courts}
CASES = {case.ref: case for case in BATCH.cases}
EVERY_CASE = pytest.mark.parametrize("case", BATCH.cases, ids=lambda case: case.ref)
EVERY_FILE = pytest.mark.parametrize("name", case_files())


def _stage(ref: str) -> str:
    return standing(Matter(CASES[ref], KINDS)).stage


def test_the_malvani_case_comes_first() -> None:
    """The first two cases are the Malvani facts of 2019, then of 2024."""
    assert [case.ref for case in BATCH.cases[:2]] == ["MUM-2019-014", "MUM-2024-031"]


def test_there_are_some_thirty_cases_and_no_ref_twice() -> None:
    """The office is of a size that a person can look through."""
    assert len(CASES) == len(BATCH.cases)
    assert 24 <= len(CASES) <= 36


def test_every_stage_is_there() -> None:
    """Between them the cases stand at every stage of the contract, and one is stayed."""
    assert {_stage(ref) for ref in CASES} == set(words.Stage)


def test_every_kind_of_court_is_there() -> None:
    """Between them the cases name every kind of court."""
    assert {court.kind for court in BATCH.courts} == set(words.CourtKind)


def test_courts_of_one_key_are_one_court() -> None:
    """Files that name the same court say the same of it."""
    told: dict[str, Court] = {}
    for text in case_files().values():
        for court in read(text).courts:
            assert told.setdefault(court.key, court) == court


def test_both_codes_and_the_unsettled_one_are_there() -> None:
    """There is a trial under the old procedure code, one under the new, and one that is unsettled."""
    assert {standing(Matter(case, KINDS)).procedure["trial"] for case in BATCH.cases} == {
        "CrPC",
        "BNSS",
        "unsettled",
    }


def test_an_unsettled_case_is_the_one_over_the_change() -> None:
    """FIR before 1 July 2024 and cognizance after: investigation by the old Code, trial unsettled."""
    procedure = standing(Matter(CASES["MUM-2024-009"], KINDS)).procedure
    assert (procedure["investigation"], procedure["trial"]) == ("CrPC", "unsettled")


TURNS = words.kinds(
    "acquitted convicted sentence_passed appeal_filed absconded proclaimed_offender trial_stayed died"
    " closure_report_accepted zero_fir_registered default_bail_granted turned_hostile compensation_ordered"
    " compensation_paid leave_petition_filed produced_before_juvenile_board discharged premises_closed"
)


@pytest.mark.parametrize("kind", sorted(TURNS))
def test_every_turn_of_a_case_is_there(kind: str) -> None:
    """Some case shows each turn that a desk must know how to record."""
    assert any(event.kind == kind for case in BATCH.cases for event in case.events)


def test_a_split_trial_names_its_source() -> None:
    """The file of the absconder points at the case it was split from, which is in the office."""
    links = {(case.ref, link.kind, link.ref) for case in BATCH.cases for link in case.links}
    assert ("MUM-2018-003S", "split_from", "MUM-2018-003") in links
    assert {ref for _, _, ref in links} <= set(CASES)


def test_an_old_register_knows_only_the_outcome() -> None:
    """One case has no journal and no people, and is closed by its disposal."""
    case = CASES["MUM-2014-002"]
    assert (case.events, case.accused, case.victims) == ((), (), ())
    assert _stage(case.ref) == "closed"


@EVERY_CASE
def test_no_victim_has_a_name(case: Case) -> None:
    """Victims are codes and nothing else."""
    assert [person.name for person in case.victims] == [None] * len(case.victims)


@EVERY_CASE
def test_accused_who_are_children_or_kin_have_no_name(case: Case) -> None:
    """A child accused, or one whose name would point at a victim, is a label only."""
    assert not [
        person.label for person in case.accused if person.name and (person.child or person.relative_of)
    ]


@EVERY_CASE
def test_names_of_accused_say_that_they_are_invented(case: Case) -> None:
    """Every accused who is named bears the surname that means "imaginary"."""
    for person in case.accused:
        assert person.name is None or re.search(r"Kalpanik$|काल्पनिक$", person.name)


@EVERY_CASE
def test_nothing_is_known_of_the_future(case: Case) -> None:
    """On the sample's today no later event is known but a day fixed for evidence, and no later outcome."""
    ahead = [event.kind for event in case.events if event.on > SAMPLE_TODAY]
    assert set(ahead) <= {"evidence_date_fixed"}
    assert not [hearing.on for hearing in case.hearings if hearing.on >= SAMPLE_TODAY and hearing.outcome]


@EVERY_CASE
def test_people_and_courts_that_are_named_exist(case: Case) -> None:
    """Events, charges and proceedings name only what the file holds."""
    labels = {person.label for person in case.accused} | {None}
    codes = {person.code for person in case.victims} | {None}
    keys = {proceeding.key for proceeding in case.proceedings} | {None}
    assert {event.accused for event in case.events} | {charge.accused for charge in case.charges} <= labels
    assert {event.victim for event in case.events} | {charge.victim for charge in case.charges} <= codes
    assert {code for event in case.events for code in event.victims} <= codes
    assert {event.proceeding for event in case.events} <= keys
    assert {hearing.proceeding for hearing in case.hearings} <= keys
    assert {proceeding.court for proceeding in case.proceedings} <= set(KINDS)


@EVERY_CASE
def test_hearings_are_not_on_sundays_and_lead_on(case: Case) -> None:
    """Each next date is a day on which that proceeding is listed."""
    listed = {(hearing.proceeding, hearing.on) for hearing in case.hearings}
    for hearing in case.hearings:
        assert hearing.on.weekday() != 6
        assert hearing.next_on is None or (hearing.proceeding, hearing.next_on) in listed


@EVERY_FILE
def test_each_file_can_be_imported_by_itself(name: str) -> None:
    """A sample file holds every court that its cases name."""
    file = read(case_files()[name])
    assert isinstance(file, CaseFile)
    named = {proceeding.court for case in file.cases for proceeding in case.proceedings}
    assert named <= {court.key for court in file.courts}


def test_marathi_is_there() -> None:
    """A court's name, an accused's name and a note are in Devanagari."""
    devanagari = re.compile("[\u0900-\u097f]")
    assert any(devanagari.search(court.name or "") for court in BATCH.courts)
    assert any(devanagari.search(person.name or "") for case in BATCH.cases for person in case.accused)
    assert any(devanagari.search(hearing.note or "") for case in BATCH.cases for hearing in case.hearings)


def test_some_case_is_listed_this_week() -> None:
    """The sample's week has hearings on each of its days from today to Friday."""
    week = {date(2026, 11, day) for day in range(24, 28)}
    assert week <= {hearing.on for case in BATCH.cases for hearing in case.hearings}
