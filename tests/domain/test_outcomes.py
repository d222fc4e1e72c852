"""What cases, accused and charges count as: the traps of the unit, and of results that change."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings

import statutes
from tests.domain.test_stages import FIRST, journal
from tests.samples.strategies import COURT_KINDS, cases, wild_cases
from tracker.domain import families
from tracker.domain.case import Accused, Case, Charge, Disposal, Event, Fir, Link
from tracker.domain.known import known_on
from tracker.domain.matter import Matter
from tracker.domain.outcomes import Course, Result, course
from tracker.domain.stages import standing
from tracker.domain.words import DisposalKind

EIGHT = tuple(Accused(label=f"A{n}") for n in range(1, 9))
TRIED = "fir_registered charge_sheet_filed cognizance_taken charges_framed"


def counted(case: Case) -> Course:
    """Return what a case counts as."""
    matter = Matter(case, COURT_KINDS)
    return course(matter, standing(matter), statutes.provision)


def of(words: str, **keys: object) -> Course:
    """Return what a journal of one event a day counts as."""
    return counted(journal(words, **keys))


def day(n: int) -> date:
    """Return the day of event n."""
    return FIRST + timedelta(n)


def results(found: Course, unit: str) -> list[str | None]:
    """Return the results of a unit in order."""
    return [one.result for one in found.results if one.unit == unit]


def with_keys(case: Case, place: int, **keys: object) -> Case:
    """Return the case with keys set on one event, counted from nought (-1 is the last)."""
    events = list(case.events)
    events[place] = replace(events[place], **keys)  # type: ignore[arg-type]
    return replace(case, events=tuple(events))


def test_eight_accused_some_convicted_some_on_trial() -> None:
    """One case, one conviction: two of eight convicted, one acquitted, five left, and it says so."""
    found = of(f"{TRIED} convicted:A1 convicted:A2 acquitted:A3", accused=EIGHT)
    assert (found.case.result, found.case.result_on) == ("convicted", day(4))
    assert found.left == 5
    assert results(found, "accused") == ["convicted", "convicted", "acquitted", *[None] * 5]


def test_the_first_judgment_decides_the_day() -> None:
    """One acquitted first and one convicted later: a conviction, decided on the day of the first judgment."""
    found = of(f"{TRIED} acquitted:A1 convicted:A2")
    assert (found.case.result, found.case.result_on, found.left) == ("convicted", day(4), 0)


def test_a_conviction_set_aside_stays_the_trial_courts() -> None:
    """On appeal the result stays convicted; finally it is acquitted, and the day of that is kept."""
    found = of(f"{TRIED} convicted:A1 appeal_filed appeal_decided")
    case = journal(f"{TRIED} convicted:A1 appeal_filed appeal_decided")
    found = counted(with_keys(with_keys(case, -1, result="set_aside"), -2, by="accused"))
    whole, person = found.results[0], found.results[1]
    for one in (whole, person):
        assert (one.result, one.result_on) == ("convicted", day(4))
        assert (one.final, one.final_on, one.set_aside_on) == ("acquitted", day(6), day(6))


def test_an_upheld_conviction_changes_nothing() -> None:
    """An appeal dismissed leaves both results and no day of setting aside."""
    case = journal(f"{TRIED} convicted:A1 appeal_filed appeal_decided")
    found = counted(with_keys(case, -1, result="upheld")).case
    assert (found.final, found.final_on, found.set_aside_on) == ("convicted", day(4), None)


def test_one_of_two_convictions_set_aside() -> None:
    """A1's appeal succeeds and A2 stays convicted: the case is convicted in both ways of counting."""
    case = journal(f"{TRIED} convicted:A1 convicted:A2 appeal_filed:A1 appeal_decided:A1")
    found = counted(with_keys(with_keys(case, -1, result="set_aside"), -2, by="accused"))
    assert (found.case.final, found.case.set_aside_on) == ("convicted", None)
    assert [one.final for one in found.results if one.unit == "accused"] == ["acquitted", "convicted"]


def test_the_states_appeal_touches_the_acquitted() -> None:
    """The State's appeal allowed: acquitted at the trial, convicted finally; the trial's result stays."""
    case = journal(f"{TRIED} acquitted:A1 appeal_filed appeal_decided")
    found = counted(with_keys(with_keys(case, -1, result="set_aside"), -2, by="state")).case
    assert (found.result, found.final, found.final_on) == ("acquitted", "convicted", day(6))


def test_a_retrial_keeps_the_first_outcome() -> None:
    """The first trial's conviction is counted once; finally the case is open again, then acquitted."""
    found = of(f"{TRIED} convicted:A1 retrial_ordered").case
    assert (found.result, found.result_on) == ("convicted", day(4))
    assert (found.final, found.set_aside_on) == (None, day(5))
    again = of(f"{TRIED} convicted:A1 retrial_ordered acquitted:A1").case
    assert (again.result, again.result_on, again.final) == ("convicted", day(4), "acquitted")


@pytest.mark.parametrize("ground", ["false", "mistake_or_civil", "insufficient", "undetected"])
def test_a_case_closed_as_false_is_a_final_report_and_no_trial(ground: str) -> None:
    """It is disposed of by the police on the day of the report, and never was sent for trial."""
    case = with_keys(journal("fir_registered closure_report_filed closure_report_accepted"), 1, ground=ground)
    found = counted(case)
    assert (found.police, found.police_on, found.ground) == ("final_report", day(1), ground)
    assert found.sent_on is None
    assert found.case.result == "closure_report"


def test_a_final_report_that_the_court_sends_back_is_none() -> None:
    """Further investigation ordered, the case is with the police again; a charge sheet ends that."""
    back = "fir_registered closure_report_filed further_investigation_ordered"
    assert of(back).police is None
    assert of(f"{back} charge_sheet_filed").police == "charge_sheeted"


def test_charges_under_three_acts() -> None:
    """The case stands under each Act once, and under its gravest as principal."""
    ids = ("ITPA-4-1", "IPC-370-4", "POCSO-6-1", "IPC-370-4", "ITPA-3-1-first")
    charges = tuple(Charge(accused="A1", provision=id_) for id_ in ids)
    found = of(f"{TRIED} convicted:A1", charges=charges)
    assert found.case.acts == ("IPC", "ITPA", "POCSO")
    assert found.case.provisions == tuple(sorted(set(ids)))
    assert found.case.principal == "POCSO-6-1"


def test_a_charge_listed_twice_is_one() -> None:
    """For two victims, or typed twice: the accused answers one provision once."""
    charges = tuple(Charge(accused=who, provision="IPC-370-4", victim=None) for who in ("A1", "A1", "A2"))
    found = of(f"{TRIED} convicted:A1 acquitted:A2", charges=charges)
    assert results(found, "charge") == ["convicted", "acquitted"]


def test_sections_outside_the_catalogue_stay_apart() -> None:
    """Murder and hurt, both outside, are two charges called other."""
    charges = (Charge(accused="A1", as_written="302"), Charge(accused="A1", as_written="324"))
    found = of(f"{TRIED} acquitted:A1", charges=charges)
    assert [one.provisions for one in found.results if one.unit == "charge"] == [("other",), ("other",)]


def test_charge_by_charge() -> None:
    """Convicted of one section and acquitted of another: the accused is convicted, the charges differ."""
    charges = (Charge(accused="A1", provision="IPC-370-2"), Charge(accused="A1", provision="ITPA-4-1"))
    case = journal(f"{TRIED} acquitted:A1 convicted:A1", charges=charges)
    case = with_keys(with_keys(case, -1, provisions=("IPC-370-2",), on=day(4)), -2, provisions=("ITPA-4-1",))
    found = counted(case)
    assert results(found, "accused") == ["convicted"]
    assert results(found, "charge") == ["convicted", "acquitted"]


def test_a_conviction_for_a_lesser_offence_is_a_charge_of_its_own() -> None:
    """Charged with trafficking, convicted of confinement: the charge has no result of its own on file."""
    case = journal(f"{TRIED} convicted:A1", charges=(Charge(accused="A1", provision="IPC-370-2"),))
    found = counted(with_keys(case, -1, provisions=("IPC-342",)))
    assert dict(zip(("IPC-370-2", "IPC-342"), results(found, "charge"), strict=True)) == {
        "IPC-370-2": "other",
        "IPC-342": "convicted",
    }


def test_a_plea_bargain_is_no_trial() -> None:
    """Sentenced on a bargained plea: disposed of without trial, in the national tables."""
    case = journal(f"{TRIED} plea_bargain_allowed convicted:A1")
    assert counted(with_keys(case, -1, on_plea=True)).case.result == "plea_bargained"


def test_closed_without_a_result_is_other() -> None:
    """Nobody said how it ended; it isn't pending, and no acquittal is made of it."""
    assert of(f"{TRIED} closed").case.result == "other"
    assert of("fir_registered closed").police == "other"


def test_an_old_register_without_a_charge_sheet_was_sent_for_trial_all_the_same() -> None:
    """Convicted is only what was tried: the day is that of the result, and marked as inferred."""
    told = Disposal(kind=DisposalKind.CONVICTED, on=date(2017, 3, 2))
    found = counted(Case(ref="X", fir=Fir(registered_on=date(2013, 5, 1)), disposal=told))
    assert (found.sent_on, found.inferred) == (date(2017, 3, 2), True)
    assert found.police == "charge_sheeted"


def test_who_of_several_was_convicted_an_old_register_does_not_say() -> None:
    """The case counts as convicted; of its three accused nothing is claimed."""
    told = Disposal(kind=DisposalKind.CONVICTED, on=date(2017, 3, 2))
    found = counted(Case(ref="X", accused=EIGHT[:3], disposal=told))
    assert found.case.result == "convicted"
    assert results(found, "accused") == ["other"] * 3


def test_a_split_trial_is_one_case() -> None:
    """The absconder tried alone and convicted later: one case, convicted, decided by the first judgment."""
    first = of(f"{TRIED} acquitted:A1")
    second = replace(of(f"{TRIED} quashed charge_sheet_filed convicted:A2"), split_from="T")
    second.results[0].result, second.results[0].result_on = "convicted", day(30)
    whole = families.merged([first, second])
    assert (whole.case.result, whole.case.result_on) == ("convicted", day(4))
    assert len([one for one in whole.results if one.unit == "accused"]) == 2


def test_families_find_their_root() -> None:
    """A part of a part belongs to the first; a case split from one not on file stands alone."""
    split = [(2, "B", "A"), (3, "C", "B"), (5, "E", "Z")]
    assert families.roots(split, {"A": 1, "B": 2}) == {1: 1, 2: 1, 3: 1}


def test_a_ring_of_split_cases_ends() -> None:
    """Two cases that each say they were split from the other are one family, and nothing loops."""
    assert len(set(families.roots([(1, "A", "B"), (2, "B", "A")], {"A": 1, "B": 2}).values())) == 1


def test_the_link_is_read() -> None:
    """A case's own link says what it was split from."""
    links = (Link(kind="same_network", ref="Y"), Link(kind="split_from", ref="X"))  # type: ignore[arg-type]
    assert of("fir_registered", links=links).split_from == "X"


def test_as_known_on_a_day() -> None:
    """A verdict recorded late is unknown before; a correction recorded late leaves the old line standing."""
    case = journal(f"{TRIED} acquitted:A1 convicted:A1")
    late = day(400)
    case = with_keys(case, -1, on=day(4), recorded_on=late, corrects=5)
    assert counted(case).case.result == "convicted"
    before = known_on(case, late - timedelta(1))
    assert counted(before).case.result == "acquitted"
    assert len(before.events) == 5


def test_known_on_keeps_corrections_pointing_at_their_line() -> None:
    """Where an earlier line falls away, the number that a correction names follows."""
    events = (
        Event(on=day(0), kind="fir_registered"),  # type: ignore[arg-type]
        Event(on=day(1), kind="searched", recorded_on=day(50)),  # type: ignore[arg-type]
        Event(on=day(2), kind="acquitted"),  # type: ignore[arg-type]
        Event(on=day(2), kind="convicted", corrects=3, recorded_on=day(5)),  # type: ignore[arg-type]
    )
    found = known_on(Case(ref="X", events=events), day(9))
    assert [(event.kind, event.corrects) for event in found.events][1:] == [
        ("acquitted", None),
        ("convicted", 2),
    ]


WITHOUT_APPEAL = ("appeal_decided", "retrial_ordered", "reopened")


@settings(deadline=None, max_examples=150)
@given(cases())
def test_a_sound_case_ends_as_its_standing_says(case: Case) -> None:
    """Where no appeal or retrial changed anything, counting and standing agree on word and day."""
    matter = Matter(case, COURT_KINDS)
    stands = standing(matter)
    if any(kind in matter.by_kind for kind in WITHOUT_APPEAL):
        return
    whole = course(matter, stands, statutes.provision).case
    if stands.outcome:
        assert (whole.result, whole.result_on) == (stands.outcome, stands.outcome_on)
    else:
        assert whole.result in (None, "other")
    assert (whole.final, whole.final_on) == (whole.result, whole.result_on)


@settings(deadline=None, max_examples=150)
@given(wild_cases())
def test_no_journal_makes_counting_fall_over(case: Case) -> None:
    """Any case at all is counted: one whole, one for each accused, words of the list only."""
    found = counted(case)
    assert sum(one.unit == "accused" for one in found.results) == len(case.accused)
    known = {str(word) for word in DisposalKind} | {None}
    assert {one.result for one in found.results} | {one.final for one in found.results} <= known
    assert isinstance(found.case, Result)
