"""Standing still, no next date, no outcome, adjournments, ages, absconders, gaps in the record."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.domain.flag_givens import LAW, day, on, raised, standing, state
from tracker.domain import flags as words
from tracker.domain.case import Accused, Age, Case, Charge, Event, Fir, Hearing, Offence, Victim
from tracker.domain.shapes import Flag
from tracker.domain.words import (
    AgeBasis,
    AgeStatus,
    AskedBy,
    EventKind,
    HearingOutcome,
    Purpose,
    RescueOutcome,
)

FIR = Fir(number="412", registered_on=day("20-09-2019"), police_station="Malvani")
BARE = Case(ref="X", fir=FIR, accused=(Accused(label="A1"),))


def said(found: tuple[Flag, ...], kind: str) -> str:
    """Return the why of the first flag of that kind."""
    return words.why(next(flag for flag in found if flag.kind == kind), LAW)


def listed(text: str, outcome: HearingOutcome | None = None, **keys: object) -> Hearing:
    """Return a hearing on a day."""
    return Hearing(on=day(text), outcome=outcome, **keys)  # type: ignore[arg-type]


def happened(text: str, kind: EventKind, **keys: object) -> Event:
    """Return an event on a day."""
    return Event(on=day(text), kind=kind, **keys)  # type: ignore[arg-type]


def test_a_stage_counts_as_stalled_when_its_days_are_over() -> None:
    """Fourteen days after a charge sheet of 01-03-2026: nothing on the 15th, a watch from the 16th."""
    found = raised(BARE, standing("charge_sheet", progress_on=day("01-03-2026")))
    assert on(found, "stage_stalled", "15-03-2026") == []
    assert on(found, "stage_stalled", "16-03-2026") == ["watch"]
    assert "office rule" in said(found, "stage_stalled")
    assert "01-03-2026" in said(found, "stage_stalled")


def test_a_stalled_stage_grows_urgent_where_the_office_says_so() -> None:
    """Judgment awaited: watched after 30 days, urgent after 45, no two on one day, and never a breach."""
    stands = standing("arguments", waiting_for="judgment_delivered", progress_on=day("31-01-2026"))
    found = raised(BARE, stands)
    assert on(found, "stage_stalled", "02-03-2026") == []
    assert on(found, "stage_stalled", "03-03-2026") == ["watch"]
    assert on(found, "stage_stalled", "17-03-2026") == ["watch"]
    assert on(found, "stage_stalled", "18-03-2026") == ["urgent"]


def test_a_stay_stops_the_stall_flag() -> None:
    """While the trial is stayed nobody can move it."""
    found = raised(BARE, standing("charge_sheet", progress_on=day("01-03-2026"), stayed=True))
    assert not [flag for flag in found if flag.kind == "stage_stalled"]


def test_days_under_a_lifted_stay_are_not_counted() -> None:
    """Ten days of stay move the first stalled day from the 16th to the 26th."""
    stayed = (happened("05-03-2026", EventKind.TRIAL_STAYED), happened("15-03-2026", EventKind.STAY_VACATED))
    case = Case(ref="X", fir=FIR, accused=BARE.accused, events=stayed)
    found = raised(case, standing("charge_sheet", progress_on=day("01-03-2026")))
    assert on(found, "stage_stalled", "25-03-2026") == []
    assert on(found, "stage_stalled", "26-03-2026") == ["watch"]


def test_an_outcome_is_missing_from_the_day_after_the_hearing() -> None:
    """Listed 10-02-2020 and not recorded: nothing on the day, a watch the day after, urgent in a week."""
    case = Case(ref="X", fir=FIR, hearings=(listed("10-02-2020", purpose=Purpose.CHARGE),))
    found = raised(case, standing("cognizance"))
    assert on(found, "outcome_missing", "10-02-2020") == []
    assert on(found, "outcome_missing", "11-02-2020") == ["watch"]
    assert on(found, "outcome_missing", "18-02-2020") == ["urgent"]
    assert not [flag for flag in found if flag.kind == "no_next_date"]


def test_no_next_date_holds_until_one_is_listed() -> None:
    """A hearing with an outcome and no next date is flagged the day after; a later listing clears it."""
    last = listed("10-02-2020", HearingOutcome.HELD)
    found = raised(Case(ref="X", fir=FIR, hearings=(last,)), standing("cognizance"))
    assert on(found, "no_next_date", "10-02-2020") == []
    assert on(found, "no_next_date", "11-02-2020") == ["watch"]
    assert on(found, "no_next_date", "18-02-2020") == ["urgent"]
    for cleared in ((last, listed("02-03-2020")), (listed("10-02-2020", HearingOutcome.DISPOSED),)):
        found = raised(Case(ref="X", fir=FIR, hearings=cleared), standing("cognizance"))
        assert not [flag for flag in found if flag.kind == "no_next_date"]


@pytest.mark.parametrize(("stage", "expected"), [("prosecution_evidence", True), ("judgment", False)])
def test_the_third_adjournment_of_one_party_is_flagged(stage: str, expected: bool) -> None:
    """Three adjournments at the defence's request, until the judgment; two by each side are none."""
    three = tuple(
        listed(text, HearingOutcome.ADJOURNED, asked_by=AskedBy.DEFENCE, next_on=day("01-01-2021"))
        for text in ("10-02-2020", "10-03-2020", "10-04-2020")
    )
    found = raised(Case(ref="X", fir=FIR, hearings=three), standing(stage))
    assert on(found, "repeated_adjournments", "09-04-2020") == []
    assert on(found, "repeated_adjournments", "10-04-2020") == (["watch"] if expected else [])
    fewer = (*three[:2], listed("11-04-2020", HearingOutcome.ADJOURNED, asked_by=AskedBy.PROSECUTION))
    found = raised(Case(ref="X", fir=FIR, hearings=fewer), standing(stage))
    assert not [flag for flag in found if flag.kind == "repeated_adjournments"]


def test_an_open_age_is_watched_from_the_rescue_and_urgent_after_a_month() -> None:
    """A pending age holds from the rescue on, grows after 30 days, and ends when it is determined."""
    rescue = Event(
        on=day("18-09-2019"),
        kind=EventKind.RESCUE_ATTEMPTED,
        outcome=RescueOutcome.RESCUED,
        victims=("V5",),
    )
    age = Age(status=AgeStatus.PENDING, years_low=17, years_high=19, basis=AgeBasis.OSSIFICATION)
    case = Case(ref="X", fir=FIR, victims=(Victim(code="V5", age=age),), events=(rescue,))
    found = raised(case, standing("fir"))
    assert on(found, "age_pending", "17-09-2019") == []
    assert on(found, "age_pending", "18-09-2019") == ["watch"]
    assert on(found, "age_pending", "18-10-2019") == ["urgent"]
    assert "17 to 19 years" in said(found, "age_pending")
    fixed = happened("01-10-2019", EventKind.AGE_DETERMINED, victim="V5", age=Age(status=AgeStatus.ADULT))
    case = Case(ref="X", fir=FIR, victims=case.victims, events=(rescue, fixed))
    assert not [flag for flag in raised(case, standing("fir")) if flag.kind == "age_pending"]


def test_an_absconder_is_watched_and_a_proclaimed_one_urgent() -> None:
    """Absconded 01-02-2020, proclaimed 01-04-2020; a surrender clears it."""
    events = (
        happened("01-02-2020", EventKind.ABSCONDED, accused="A1"),
        happened("01-04-2020", EventKind.PROCLAIMED_OFFENDER, accused="A1"),
    )
    case = Case(ref="X", fir=FIR, accused=BARE.accused, events=events)
    found = raised(case, standing("cognizance"))
    assert on(found, "absconding", "01-04-2020") == ["urgent"]
    assert "01-02-2020" in said(found, "absconding")
    back = (*events, happened("01-05-2020", EventKind.SURRENDERED, accused="A1"))
    case = Case(ref="X", fir=FIR, accused=BARE.accused, events=back)
    assert not [flag for flag in raised(case, standing("cognizance")) if flag.kind == "absconding"]


def test_a_warrant_unexecuted_for_more_than_thirty_days_is_told() -> None:
    """A warrant of 01-03-2020: nothing on the 31st, a watch from 01-04; an arrest clears it."""
    issued = happened("01-03-2020", EventKind.WARRANT_ISSUED, accused="A1")
    case = Case(ref="X", fir=FIR, accused=BARE.accused, events=(issued,))
    found = raised(case, standing("cognizance"))
    assert on(found, "absconding", "31-03-2020") == []
    assert on(found, "absconding", "01-04-2020") == ["watch"]
    caught = happened("20-03-2020", EventKind.ARRESTED, accused="A1")
    case = Case(ref="X", fir=FIR, accused=BARE.accused, events=(issued, caught))
    assert not [flag for flag in raised(case, standing("cognizance")) if flag.kind == "absconding"]


def test_another_accuseds_arrest_does_not_bring_the_absconder_back() -> None:
    """A2 absconds, A1 is arrested later: A2 is still away."""
    events = (
        happened("01-02-2020", EventKind.ABSCONDED, accused="A2"),
        happened("05-02-2020", EventKind.ARRESTED, accused="A1"),
    )
    case = Case(ref="X", fir=FIR, accused=(Accused(label="A1"), Accused(label="A2")), events=events)
    found = raised(case, standing("fir", accused=(state("A1"), state("A2"))))
    assert [flag.who for flag in found if flag.kind == "absconding"] == ["A2"]


def test_what_a_register_lacks_is_one_flag_to_know() -> None:
    """A case with a ref alone lacks everything, in one flag of the lowest severity, from the first day."""
    (flag,) = raised(Case(ref="X"), standing("reported", accused=()))
    assert (flag.kind, flag.severity, flag.who) == ("incomplete", "info", "case")
    why = words.why(flag, LAW)
    assert all(part in why for part in ("an accused", "a victim", "number of the FIR", "days of the offence"))
    assert words.days(flag, date(2026, 1, 1)) is None


def test_a_whole_record_lacks_nothing_and_a_section_outside_is_named() -> None:
    """With all that is asked there is no flag; a section outside the catalogue is named in it."""
    whole = Case(
        ref="X",
        fir=FIR,
        offence=Offence(first_on=day("01-09-2019")),
        accused=(Accused(label="A1"),),
        victims=(Victim(code="V1", age=Age(status=AgeStatus.ADULT)),),
        charges=(Charge(accused="A1", provision="IPC-370-3"),),
    )
    assert raised(whole, standing("fir")) == ()
    murder = Charge(accused="A1", as_written="302 IPC")
    case = Case(
        ref="X",
        fir=FIR,
        offence=whole.offence,
        accused=whole.accused,
        victims=whole.victims,
        charges=(*whole.charges, murder),
    )
    assert "302 IPC" in said(raised(case, standing("fir")), "incomplete")


def test_a_closed_case_asks_nobody_to_act() -> None:
    """Closed: no stall, no next date, no outcome, no age; only what the record lacks."""
    case = Case(
        ref="X", fir=FIR, accused=BARE.accused, victims=(Victim(code="V1"),), hearings=(listed("10-02-2020"),)
    )
    found = raised(case, standing("closed", progress_on=day("01-01-2020")))
    assert {flag.kind for flag in found} == {"incomplete"}


def test_windows_already_over_are_left_out_and_those_to_come_are_in() -> None:
    """After the watch is over only the urgent window is left; before, both are there."""
    late = happened("10-03-2026", EventKind.TOLD_OF_PROGRESS)
    case = Case(ref="X", fir=FIR, accused=BARE.accused, events=(late,))
    stands = standing("arguments", waiting_for="judgment_delivered", progress_on=day("31-01-2026"))
    found = [flag for flag in raised(case, stands) if flag.kind == "stage_stalled"]
    assert [flag.severity for flag in found] == ["watch", "urgent"]
    later = happened("01-06-2026", EventKind.TOLD_OF_PROGRESS)
    case = Case(ref="X", fir=FIR, accused=BARE.accused, events=(late, later))
    found = [flag for flag in raised(case, stands) if flag.kind == "stage_stalled"]
    assert [flag.severity for flag in found] == ["urgent"]
    assert found[0].holds_from - timedelta(days=46) == day("31-01-2026")
