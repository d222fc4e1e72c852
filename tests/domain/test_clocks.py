"""Every other clock, under the law of the statutes: a day before, on and after; both codes; all people."""

from __future__ import annotations

from typing import Any

import pytest

from statutes import schema
from statutes.rows import Applies
from tests.domain.lawrows import D, case, charge, clocks, event, known, law, limit, only
from tracker.domain.case import Accused, Case, Charge, Event, Hearing, Proceeding, Victim
from tracker.domain.clocks import Silent, days_left, silent, status, why
from tracker.domain.matter import Matter
from tracker.domain.shapes import Clock
from tracker.domain.stages import standing

LIMITS = schema.read().limits
A1, A2 = Accused(label="A1"), Accused(label="A2")
CHILD = Victim(code="V1", age=known("minor", 16))
ADULT = Victim(code="V1", age=known("adult", 24))
PENDING = Victim(code="V1", age=known("pending"))
POCSO = charge("POCSO-6-1", victim="V1")
TRIAL = (Proceeding(key="trial", kind="trial", court="c"),)  # type: ignore[arg-type]


def under(
    *events: Event, rows: str = "", court: str | None = None, fir: str = "2019-09-20", **keys: Any
) -> tuple[Clock, ...]:
    """Return the clocks of the statute rows named, for a case before that kind of court."""
    if court:
        keys["proceedings"] = TRIAL
    keys.setdefault("accused", (A1,))
    named = [LIMITS[id_] for id_ in rows.split()] if rows else list(LIMITS.values())
    return clocks(case(*events, fir=fir, **keys), *named, courts={"c": court} if court else {})


@pytest.mark.parametrize(
    ("day", "stands"),
    [("2020-02-04", "open"), ("2020-02-05", "open"), ("2020-02-06", "missed")],
)
def test_the_childs_evidence_is_due_thirty_days_after_cognizance(day: str, stands: str) -> None:
    """POCSO 35(1): cognizance 06-01-2020, thirty days, that day left out: 05-02-2020."""
    (clock,) = under(
        event("2020-01-06", "cognizance_taken"), rows="POCSO-35-1-30D", victims=(CHILD,), charges=(POCSO,)
    )
    assert (clock.who, clock.due_on, status(clock, D(day))) == ("V1", D("2020-02-05"), stands)


def test_the_pocso_trial_is_due_a_calendar_year_after_cognizance() -> None:
    """POCSO 35(2): cognizance 06-01-2020, one year: 06-01-2021."""
    (clock,) = under(
        event("2020-01-06", "cognizance_taken"), rows="POCSO-35-2-1Y", victims=(CHILD,), charges=(POCSO,)
    )
    assert clock.due_on == D("2021-01-06")


def test_a_statement_before_a_magistrate_is_not_evidence_in_court() -> None:
    """Only `testified` meets POCSO 35(1)."""
    (clock,) = under(
        event("2020-01-06", "cognizance_taken"),
        event("2020-01-20", "statement_recorded", victim="V1", before="magistrate"),
        rows="POCSO-35-1-30D",
        victims=(CHILD,),
        charges=(POCSO,),
    )
    assert clock.met_on is None


def test_an_age_not_determined_blocks_by_name() -> None:
    """A clock that needs a child says whose age is missing, and shows no day."""
    (clock,) = under(
        event("2020-01-06", "cognizance_taken"), rows="POCSO-35-1-30D", victims=(PENDING,), charges=(POCSO,)
    )
    assert (clock.blocked_by, clock.due_on) == ("the age of V1 is not determined", None)
    assert status(clock, D("2030-01-01")) == "blocked"


def test_what_is_blocked_ends_when_it_can_no_longer_matter() -> None:
    """A judgment makes the child's evidence moot, whatever the age."""
    (clock,) = under(
        event("2020-01-06", "cognizance_taken"),
        event("2021-03-01", "judgment_delivered"),
        rows="POCSO-35-1-30D",
        victims=(PENDING,),
        charges=(POCSO,),
    )
    assert (clock.blocked_by, clock.ended_on) == (None, D("2021-03-01"))


def test_an_adult_has_no_clock_of_a_child() -> None:
    """POCSO 35(1) does not run for an adult; `silent` says why."""
    of = case(event("2020-01-06", "cognizance_taken"), victims=(ADULT,), charges=(POCSO,), accused=(A1,))
    row = quiet(of, "POCSO-35-1-30D")
    assert (row.status, row.why) == ("not_applicable", "V1 was an adult at the offence")


def quiet(of: Case, id_: str) -> Silent:
    """Return the silent row of one limit of the statutes."""
    matter = Matter(of, {})
    (row,) = silent(matter, standing(matter), law(LIMITS[id_]))
    return row


def test_what_nothing_started_says_what_would() -> None:
    """A limit whose event is not recorded is listed as not started."""
    row = quiet(case(accused=(A1,), charges=(POCSO,), victims=(CHILD,)), "POCSO-35-1-30D")
    assert (row.status, row.why) == (
        "not_started",
        "it runs from: cognizance taken; none that counts is recorded",
    )


def test_what_the_other_code_governs_is_not_applicable() -> None:
    """An FIR of 2019 has no BNSS clock of the investigation."""
    row = quiet(case(event("2019-09-20", "arrested"), accused=(A1,)), "ARR-24H-BNSS")
    assert (row.status, row.why) == ("not_applicable", "the investigation is not governed by the BNSS")


def test_a_row_that_no_record_starts_says_so() -> None:
    """Target schemes and circulars start from nothing the office records."""
    assert quiet(case(), "FTSC-TARGET").status == "not_started"


@pytest.mark.parametrize(("fir", "runs"), [("2024-06-30", "INV-2M-CRPC"), ("2024-07-01", "INV-2M-BNSS")])
def test_the_day_of_the_fir_picks_the_code(fir: str, runs: str) -> None:
    """A rape investigated on an FIR of 30-06-2024 is under the CrPC, of 01-07-2024 under the BNSS."""
    ids = (charge("IPC-376-3"), charge("BNS-64-1"))
    found = under(
        event(fir, "fir_registered"), rows="INV-2M-CRPC INV-2M-BNSS", fir=fir, charges=ids, victims=(CHILD,)
    )
    assert [clock.limit for clock in found] == [runs]


def test_earlier_amendments_bound_a_saved_row() -> None:
    """An FIR of 2017 had three months for the rape of a child; the two months came on 21-04-2018."""
    found = under(
        event("2017-11-30", "fir_registered"),
        rows="INV-3M-CHILD-RAPE-CRPC INV-2M-CRPC",
        fir="2017-11-30",
        charges=(charge("IPC-376-2"),),
        victims=(CHILD,),
    )
    assert [(clock.limit, clock.due_on) for clock in found] == [("INV-3M-CHILD-RAPE-CRPC", D("2018-02-28"))]


def test_where_courts_are_split_the_new_row_is_advice() -> None:
    """FIR of 2023, cognizance in August 2024: the trial's code is unsettled."""
    found = under(
        event("2024-05-01", "charge_sheet_filed"),
        event("2024-08-01", "cognizance_taken"),
        event("2024-09-20", "first_hearing_on_charge"),
        event("2025-09-20", "arguments_closed"),
        rows="CHARGE-60-SESS-BNSS JUDG-CRPC JUDG-30-45-BNSS",
        court="sessions",
        fir="2023-01-01",
        charges=(charge("IPC-370-3"),),
    )
    assert {(c.limit, c.code, c.nature) for c in found} == {
        ("CHARGE-60-SESS-BNSS", "unsettled", "advisory"),
        ("JUDG-30-45-BNSS", "unsettled", "advisory"),
    }


def test_judgment_has_a_due_and_an_outer_day() -> None:
    """Arguments closed on 31-01-2026, BNSS 258: due 02-03-2026, at most 17-03-2026."""
    (clock,) = under(
        event("2026-01-31", "arguments_closed"),
        rows="JUDG-30-45-BNSS",
        court="sessions",
        fir="2024-08-01",
        charges=(charge("BNS-143-3"),),
    )
    assert (clock.due_on, clock.outer_on) == (D("2026-03-02"), D("2026-03-17"))


def test_an_unknown_trial_court_blocks_what_depends_on_it() -> None:
    """The missing fact is named: the kind of the trial court."""
    (clock,) = under(event("2026-01-31", "arguments_closed"), rows="JUDG-30-45-BNSS", fir="2024-08-01")
    assert clock.blocked_by == "the kind of the trial court is not recorded"


def test_three_weeks_of_interim_custody() -> None:
    """ITPA 17(3): ordered 23-09-2019, twenty-one days: 14-10-2019."""
    (clock,) = under(
        event("2019-09-23", "interim_custody_ordered", victim="V1"),
        rows="ITPA-17-3-3W",
        victims=(ADULT,),
        charges=(charge("ITPA-3-1-first"),),
    )
    assert (clock.who, clock.due_on) == ("V1", D("2019-10-14"))


def rescue(time: str | None, *more: Event) -> Clock:
    """Return JJ-31 of a child rescued on 20-09-2019."""
    (clock,) = under(
        event("2019-09-20", "rescue_attempted", outcome="rescued", victims=("V1",), time=time),
        *more,
        rows="JJ-31-CWC-24H",
        victims=(CHILD,),
    )
    return clock


def test_hours_run_on_the_clock() -> None:
    """Rescued at 23:15: by 23:15 on the next day."""
    clock = rescue("23:15")
    assert (clock.due_at, clock.due_on) == ("2019-09-21T23:15", D("2019-09-21"))


def test_without_the_hour_only_the_day_is_known() -> None:
    """No hour recorded: the next day, and the why says so."""
    clock = rescue(None)
    assert (clock.due_at, clock.due_on) == (None, D("2019-09-21"))
    said = why(clock, law(LIMITS["JJ-31-CWC-24H"]), D("2019-09-21"))
    assert "the hour of the start is not recorded" in said


@pytest.mark.parametrize(("hour", "late"), [("23:00", False), ("23:30", True), (None, False)])
def test_on_the_last_day_the_hour_decides_where_it_is_known(hour: str | None, late: bool) -> None:
    """Produced a quarter of an hour late is late; without an hour the day decides."""
    clock = rescue("23:15", event("2019-09-21", "produced_before_cwc", victim="V1", time=hour))
    assert clock.met_late is late


def test_a_called_off_rescue_starts_nothing() -> None:
    """Only an attempt that rescued somebody starts the child's clock."""
    found = under(
        event("2019-09-05", "rescue_attempted", outcome="called_off"), rows="JJ-31-CWC-24H", victims=(CHILD,)
    )
    assert found == ()


def test_both_reports_are_needed() -> None:
    """POCSO 19(6) asks for the Committee and for the Special Court: met with the later of the two."""
    events = (
        event("2019-09-20", "fir_registered", time="18:00"),
        event("2019-09-21", "reported_to_cwc", victim="V1", time="10:00"),
    )
    keys: dict[str, Any] = {"rows": "POCSO-19-6-24H", "victims": (CHILD,), "charges": (POCSO,)}
    (half,) = under(*events, **keys)
    assert half.met_on is None
    (whole,) = under(*events, event("2019-09-22", "reported_to_special_court", victim="V1"), **keys)
    assert (whole.met_on, whole.met_late) == (D("2019-09-22"), True)


def appeal(*events: Event, court: str = "sessions", rows: str = "APP-HC-60") -> tuple[Clock, ...]:
    """Return an appeal clock of A1, convicted on 31-12-2019."""
    return under(
        event("2019-12-31", "convicted", accused="A1"), *events, rows=rows, court=court, charges=(POCSO,)
    )


def test_copying_time_moves_the_last_day_to_appeal() -> None:
    """Convicted 31-12-2019, sixty days: 29-02-2020; copy of 02-01 ready 13-01: twelve days more."""
    (clock,) = appeal(event("2020-01-02", "copy_applied"), event("2020-01-13", "copy_ready"))
    assert (clock.due_on, clock.due_on_with_copy) == (D("2020-02-29"), D("2020-03-12"))
    assert [status(clock, D(d)) for d in ("2020-03-12", "2020-03-13")] == ["open", "missed"]
    assert days_left(clock, D("2020-03-13")) == -1


def test_a_state_appeal_does_not_answer_the_accuseds_own_clock() -> None:
    """Only an appeal `by` the accused meets APP-HC-60."""
    (clock,) = appeal(event("2020-01-20", "appeal_filed", by="state"))
    assert clock.met_on is None
    (own,) = appeal(event("2020-01-20", "appeal_filed", by="accused", accused="A1"))
    assert own.met_on == D("2020-01-20")


def test_the_court_of_the_conviction_picks_the_appeal_period() -> None:
    """From a Magistrate thirty days, from a Sessions or Special court sixty."""
    rows = "APP-HC-60 APP-SESS-30"
    assert [c.limit for c in appeal(court="magistrate", rows=rows)] == ["APP-SESS-30"]
    assert [c.limit for c in appeal(court="special_pocso", rows=rows)] == ["APP-HC-60"]


def test_the_acquitted_have_no_period_to_appeal_from_conviction() -> None:
    """Of two accused, the one acquitted has the State's clock and the one convicted their own."""
    found = under(
        event("2019-12-31", "judgment_delivered"),
        event("2019-12-31", "convicted", accused="A1"),
        event("2019-12-31", "acquitted", accused="A2"),
        rows="APP-HC-60 APP-STATE-ACQ-90",
        court="sessions",
        charges=(POCSO,),
        accused=(A1, A2),
    )
    assert {(c.limit, c.who) for c in found} == {("APP-HC-60", "A1"), ("APP-STATE-ACQ-90", "A2")}


def test_a_start_of_the_case_runs_for_each_accused_still_in() -> None:
    """Copies supplied to all start one clock for each; one who was discharged before has none."""
    found = under(
        event("2025-01-10", "discharged", accused="A2"),
        event("2025-01-20", "documents_supplied"),
        rows="ADMIT-DENY-30-BNSS",
        fir="2024-08-01",
        accused=(A1, A2, Accused(label="A3")),
    )
    assert [clock.who for clock in found] == ["A1", "A3"]


def test_an_act_for_one_accused_leaves_the_others_open() -> None:
    """Copies to A1 meet A1's clock alone."""
    found = under(
        event("2025-01-05", "cognizance_taken"),
        event("2025-01-20", "appeared"),
        event("2025-01-25", "documents_supplied", accused="A1"),
        rows="COPIES-14D-BNSS",
        fir="2024-08-01",
        accused=(A1, A2),
    )
    assert only(found, "COPIES-14D-BNSS", "A1").met_on == D("2025-01-25")
    assert only(found, "COPIES-14D-BNSS", "A2").met_on is None


def test_the_first_start_that_the_conditions_allow_is_taken() -> None:
    """The first production, before the charge sheet, is not the appearance that copies run from."""
    (clock,) = under(
        event("2024-09-02", "produced", accused="A1"),
        event("2024-11-01", "charge_sheet_filed"),
        event("2025-01-05", "cognizance_taken"),
        event("2025-01-20", "produced", accused="A1"),
        rows="COPIES-14D-BNSS",
        fir="2024-09-01",
    )
    assert clock.starts_on == D("2025-01-20")


def test_a_case_clock_waits_for_each_accused() -> None:
    """A trial of two ends with the second verdict."""
    events = (event("2020-01-06", "cognizance_taken"), event("2021-02-01", "convicted", accused="A1"))
    keys: dict[str, Any] = {
        "rows": "POCSO-35-2-1Y",
        "victims": (CHILD,),
        "charges": (POCSO,),
        "accused": (A1, A2),
    }
    (half,) = under(*events, **keys)
    assert half.met_on is None
    (whole,) = under(*events, event("2021-03-01", "acquitted", accused="A2"), **keys)
    assert (whole.met_on, whole.met_late) == (D("2021-03-01"), True)


def test_a_wait_is_met_when_it_is_over_and_missed_by_acting_early() -> None:
    """Thirty days from a proclamation of 01-10-2024: not before 31-10-2024."""
    rows: dict[str, Any] = {"rows": "PROCL-30D-BNSS", "fir": "2024-08-01"}
    published = event("2024-10-01", "proclamation_published", accused="A1")
    (clock,) = under(published, **rows)
    assert (clock.due_on, clock.not_before) == (None, D("2024-10-31"))
    assert [status(clock, D(d)) for d in ("2024-10-30", "2024-10-31")] == ["open", "met"]
    (early,) = under(published, event("2024-10-20", "proclaimed_offender", accused="A1"), **rows)
    assert status(early, D("2024-12-01")) == "missed"
    assert "11 days too early" in why(early, law(LIMITS["PROCL-30D-BNSS"]), D("2024-12-01"))


def test_a_power_that_is_over_has_ended_and_nobody_is_late() -> None:
    """Police custody: fifteen days from 21-09-2019; from 06-10-2019 the row has ended."""
    (clock,) = under(event("2019-09-21", "remanded"), rows="REMAND-PC15-CRPC")
    assert [status(clock, D(d)) for d in ("2019-10-05", "2019-10-06")] == ["open", "ended"]


def test_the_window_of_police_custody_follows_the_band() -> None:
    """BNSS 187(2): forty days where sixty run, sixty where ninety run."""
    rows: dict[str, Any] = {"rows": "REMAND-PC15-BNSS", "fir": "2024-08-01"}
    remand = event("2024-09-21", "remanded")
    (grave,) = under(remand, charges=(charge("BNS-143-3"),), **rows)
    (light,) = under(remand, charges=(charge("BNS-351-3"),), **rows)
    assert (grave.due_on, light.due_on) == (D("2024-11-19"), D("2024-10-30"))


def test_the_window_of_police_custody_moves_with_the_band() -> None:
    """A grave charge added on 01-10-2024 widens the window from forty days to sixty."""
    (clock,) = [
        c
        for c in under(
            event("2024-09-21", "remanded"),
            event("2024-10-01", "added", provision="BNS-143-3"),
            rows="DB-60-BNSS DB-90-BNSS REMAND-PC15-BNSS",
            fir="2024-08-01",
            charges=(charge("BNS-351-3"), charge("BNS-143-3")),
        )
        if c.limit == "REMAND-PC15-BNSS"
    ]
    assert clock.due_on == D("2024-11-19")


def test_a_copy_that_the_state_asked_for_does_not_help_the_accused() -> None:
    """The copying time is that of the one who appeals, where the journal says whose copy it was."""
    (clock,) = appeal(event("2020-01-02", "copy_applied", by="state"), event("2020-01-13", "copy_ready"))
    assert clock.due_on_with_copy is None


def test_half_the_longest_sentence() -> None:
    """BNSS 479: seven years at most, half is forty-two months, the first day counted."""
    (clock,) = under(
        event("2024-09-21", "remanded"),
        rows="UTP-HALF-BNSS",
        fir="2024-08-01",
        charges=(charge("BNS-351-3"),),
    )
    assert clock.due_on == D("2028-03-20")
    assert "first offender" in clock.because["variant_missing"]


def test_life_has_no_half() -> None:
    """Where imprisonment for life is possible no share is counted, under either code."""
    for fir, id_ in (("2019-09-20", "IPC-370-3"), ("2024-08-01", "BNS-143-3")):
        found = under(
            event("2024-09-21", "remanded"),
            rows="UTP-HALF-CRPC UTP-HALF-BNSS",
            fir=fir,
            charges=(charge(id_),),
        )
        assert found == ()


def test_each_telling_starts_the_next_ninety_days() -> None:
    """BNSS 193(3): from the FIR, and again from each telling."""
    found = under(
        event("2024-09-20", "fir_registered"),
        event("2024-12-10", "told_of_progress"),
        rows="VICTIM-PROGRESS-90D",
        fir="2024-09-20",
        victims=(ADULT,),
    )
    assert [(c.due_on, c.met_on) for c in found] == [
        (D("2024-12-19"), D("2024-12-10")),
        (D("2025-03-10"), None),
    ]


def test_adjournments_are_counted_by_who_asked() -> None:
    """BNSS 346 counts adjournments, not days: one row, with the tally in its why."""
    hearings = tuple(
        Hearing(on=D(f"2025-0{n}-10"), outcome="adjourned", asked_by=by)  # type: ignore[arg-type]
        for n, by in enumerate(("defence", "defence", "prosecution"), 1)
    )
    (clock,) = under(rows="ADJ-2-BNSS", fir="2024-08-01", hearings=hearings)
    assert (clock.due_on, clock.because["by_defence"], clock.because["by_prosecution"]) == (None, "2", "1")
    assert "defence 2, prosecution 1" in why(clock, law(LIMITS["ADJ-2-BNSS"]), D("2025-04-01"))


def test_fine_as_compensation_waits_for_the_last_day_to_appeal() -> None:
    """No payment before the appeal period is over: sentence 31-12-2019, sixty days, so from 01-03-2020."""
    found = appeal(
        event("2019-12-31", "sentence_passed"),
        event("2019-12-31", "compensation_ordered", victim="V1"),
        rows="APP-HC-60 FINE-COMP-HOLD",
    )
    assert only(found, "FINE-COMP-HOLD").not_before == D("2020-03-01")


def test_the_bar_of_limitation_follows_the_gravest_charge() -> None:
    """CrPC 468: three years where three is the most, one where one is, none above three."""
    keys: dict[str, Any] = {"rows": "COGN-LIM-CRPC", "fir": "2019-09-19"}
    (three,) = under(charges=(charge("ITPA-3-1-first"), charge("ITPA-8-first")), **keys)
    (one,) = under(charges=(charge("ITPA-8-first"),), **keys)
    assert (three.due_on, one.due_on) == (D("2022-09-19"), D("2020-09-19"))
    assert under(charges=(charge("ITPA-8-first"), charge("IPC-506-II")), **keys) == ()


def test_a_closed_last_day_moves_to_the_next_open_one_and_says_so() -> None:
    """Cognizance 17-01-2020, thirty days end on Sunday 16-02-2020: Monday 17-02-2020 is in time."""
    (clock,) = under(
        event("2020-01-17", "cognizance_taken"), rows="POCSO-35-1-30D", victims=(CHILD,), charges=(POCSO,)
    )
    assert clock.due_on == D("2020-02-17")
    said = why(clock, law(LIMITS["POCSO-35-1-30D"]), D("2020-02-01"))
    assert "16-02-2020 is a closed day, so the next open day is in time" in said


def test_an_open_victim_is_asked_about_any_victims_charges() -> None:
    """A POCSO charge for V1 alone reaches V2 while V2's age is open, and not once V2 is an adult."""
    fir = event("2019-09-20", "fir_registered")
    for status_, who in (("pending", {"V1", "V2"}), ("adult", {"V1"})):
        other = Victim(code="V2", age=known(status_))
        found = under(fir, rows="POCSO-19-6-24H", victims=(CHILD, other), charges=(POCSO,))
        assert {clock.who for clock in found} == who


def test_a_dropped_charge_no_longer_starts_a_limit() -> None:
    """With the POCSO charge dropped before cognizance nothing runs under POCSO."""
    found = under(
        event("2019-12-01", "dropped", provision="POCSO-6-1"),
        event("2020-01-06", "cognizance_taken"),
        rows="POCSO-35-2-1Y",
        victims=(CHILD,),
        charges=(POCSO, charge("IPC-370-3")),
    )
    assert found == ()


def test_a_case_without_any_charge_is_blocked_by_that() -> None:
    """What asks for a charge says that none is on file."""
    (clock,) = under(event("2020-01-06", "cognizance_taken"), rows="POCSO-35-2-1Y")
    assert clock.blocked_by == "no charge is on file"


def test_the_why_of_an_unverified_row_says_so() -> None:
    """Confidence is part of the answer."""
    row = limit("X", starts=("fir_registered",), unit="days", number=3, confidence="unverified")
    (clock,) = clocks(case(event("2019-09-20", "fir_registered")), row)
    assert "Not verified" in why(clock, law(row), D("2019-09-21"))


def test_the_condition_words_of_the_row_are_the_why_of_a_no() -> None:
    """A row that asks for another charge answers in its own words."""
    row = limit("X", starts=("fir_registered",), applies=Applies(acts=("POCSO",), words="a POCSO charge"))
    of = case(event("2019-09-20", "fir_registered"), charges=(Charge(provision="IPC-370-3"),))
    matter = Matter(of, {})
    assert silent(matter, standing(matter), law(row))[0].why == "a POCSO charge"
