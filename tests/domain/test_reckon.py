"""The whole reckoning: the same whenever it is made, and the Malvani case from end to end."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.samples.strategies import COURT_KINDS, cases, days, wild_cases
from tracker.domain.case import Accused, Age, Case, Charge, Event, Fir, Offence, Proceeding, Victim
from tracker.domain.clocks import days_left, silent, status, why
from tracker.domain.law import law_of
from tracker.domain.matter import Matter, cut, known_to
from tracker.domain.reckon import reckon
from tracker.domain.shapes import Clock, Reckoning
from tracker.domain.stages import standing

LAW = law_of()
D = date.fromisoformat
FEW = settings(max_examples=40, deadline=None)
DAY = timedelta(days=1)


def seen(found: Reckoning, day: date) -> list[tuple[Any, ...]]:
    """Return what a reader sees of the clocks on a day."""
    return [
        (c.limit, c.who, c.starts_on, c.due_on, c.not_before, status(c, day), days_left(c, day), c.met_on)
        for c in found.clocks
    ]


@FEW
@given(cases(), st.integers(0, 400))
def test_kept_clocks_answer_for_every_day_from_the_last_of_the_journal(case: Case, later: int) -> None:
    """Viewing what was kept on a later day is the same as cutting at that day and reckoning again."""
    kept = reckon(case, COURT_KINDS, LAW)
    day = (kept.known_to or D("2020-01-01")) + timedelta(days=later)
    assert seen(kept, day) == seen(reckon(cut(case, day), COURT_KINDS, LAW), day)


@FEW
@given(cases(), days(), days())
def test_cutting_twice_is_cutting_at_the_earlier_day(case: Case, one: date, other: date) -> None:
    """What is reckoned of a case as it stood doesn't depend on the later days known in between."""
    first, last = sorted((one, other))
    once = reckon(cut(case, first), COURT_KINDS, LAW)
    assert seen(once, first) == seen(reckon(cut(cut(case, last), first), COURT_KINDS, LAW), first)


@FEW
@given(cases(), days())
def test_nothing_reckoned_lies_after_the_day_of_the_cut(case: Case, day: date) -> None:
    """As of a day nothing can have been started, met or ended by an event of a later one."""
    for clock in reckon(cut(case, day), COURT_KINDS, LAW).clocks:
        if clock.runs_from not in ("offence_last_day", "evidence_date_fixed"):
            assert clock.starts_on is None or clock.starts_on <= day
        assert clock.met_on is None or clock.met_on <= day
        if clock.ended_why != "span_over":
            assert clock.ended_on is None or clock.ended_on <= day


@FEW
@given(wild_cases(), days())
def test_any_journal_can_be_reckoned_and_explained(case: Case, day: date) -> None:
    """Kinds in any order on any day: every clock has a status and a why, and one custody row stands."""
    found = reckon(case, COURT_KINDS, LAW)
    live: set[str] = set()
    for clock in found.clocks:
        assert status(clock, day) in {"open", "met", "met_late", "missed", "ended", "blocked"}
        assert why(clock, LAW, day)
        assert clock.blocked_by is None or clock.due_on is None
        if clock.limit.startswith("DB-") and clock.ended_why != "band_moved":
            assert clock.who not in live
            live.add(clock.who)


@FEW
@given(wild_cases())
def test_every_limit_runs_or_says_why_not(case: Case) -> None:
    """With the silent rows each limit of the law is listed, and none in both lists."""
    matter = Matter(case, COURT_KINDS)
    stands = standing(matter)
    runs = {clock.limit for clock in reckon(case, COURT_KINDS, LAW).clocks}
    quiet = [row.limit for row in silent(matter, stands, LAW)]
    assert sorted([*runs, *quiet]) == sorted(LAW.limit)
    assert all(row.why for row in silent(matter, stands, LAW))


def event(on: str, kind: str, **keys: Any) -> Event:
    """Return an event."""
    return Event(on=D(on), kind=kind, **keys)  # type: ignore[arg-type]


def age(status_: str, years: int | None = None, on: str | None = None) -> Age:
    """Return what is known of an age."""
    return Age(status=status_, years=years, determined_on=D(on) if on else None)  # type: ignore[arg-type]


def malvani() -> Case:
    """Return the Malvani case as the case-file format has it."""
    pending = tuple(Victim(code=f"V{n}", age=age("pending")) for n in range(2, 6))
    return Case(
        ref="MUM-2019-014",
        fir=Fir(number="412", year=2019, registered_on=D("2019-09-20"), state="MH"),
        offence=Offence(first_on=D("2019-09-01"), last_on=D("2019-09-19")),
        accused=(Accused(label="A1", age=35),),
        victims=(Victim(code="V1", age=age("minor", 16, "2019-09-24")), *pending),
        charges=(
            Charge(accused="A1", provision="IPC-370-3"),
            Charge(accused="A1", victim="V1", provision="IPC-370-4"),
        ),
        proceedings=(Proceeding(key="trial", kind="trial", court="d11"),),  # type: ignore[arg-type]
        events=(
            event("2019-09-05", "rescue_attempted", outcome="called_off"),
            event(
                "2019-09-20", "rescue_attempted", outcome="rescued", victims=("V1", "V2", "V3", "V4", "V5")
            ),
            event("2019-09-20", "fir_registered"),
            event("2019-09-20", "arrested", accused="A1"),
            event("2019-09-21", "remanded", accused="A1"),
            event("2019-09-24", "age_determined", victim="V1"),
            event("2019-11-18", "charge_sheet_filed"),
            event("2020-01-06", "cognizance_taken", proceeding="trial"),
        ),
    )


COURTS = {"d11": "special_pocso"}


def on(day: str, case: Case | None = None) -> dict[tuple[str, str], tuple[str, int | None]]:
    """Return limit and person to status and days left, as the case stood on a day."""
    found = reckon(cut(case or malvani(), D(day)), COURTS, LAW)
    return {(c.limit, c.who): (status(c, D(day)), days_left(c, D(day))) for c in found.clocks}


def without_sheet() -> Case:
    """Return the case had the charge sheet not come."""
    case = malvani()
    case.events = tuple(e for e in case.events if e.on < D("2019-11-18"))
    return case


@pytest.mark.parametrize(
    ("day", "stands"),
    [
        ("2019-09-21", ("open", 89)),
        ("2019-11-17", ("open", 32)),
        ("2019-11-18", ("met", 31)),
        ("2019-12-18", ("met", 1)),
        ("2019-12-20", ("met", -1)),
    ],
)
def test_the_malvani_custody_clock_day_by_day(day: str, stands: tuple[str, int]) -> None:
    """Remand 21-09-2019, ninety days by IPC 370(3), last day 19-12-2019; met by the sheet of 18-11-2019."""
    assert on(day)["DB-90-CRPC", "A1"] == stands


@pytest.mark.parametrize(
    ("day", "stands"),
    [("2019-12-18", ("open", 1)), ("2019-12-19", ("open", 0)), ("2019-12-20", ("missed", -1))],
)
def test_the_malvani_custody_clock_without_a_sheet(day: str, stands: tuple[str, int]) -> None:
    """A day before, on and after the last day."""
    assert on(day, without_sheet())["DB-90-CRPC", "A1"] == stands


def test_before_the_remand_there_is_no_custody_clock() -> None:
    """On the day of the arrest only the twenty-four hours run."""
    found = on("2019-09-20")
    assert not any(limit.startswith("DB-") for limit, _ in found)
    assert found["ARR-24H-CRPC", "A1"] == ("open", 1)


@pytest.mark.parametrize(
    ("limit", "who", "last"),
    [
        ("JJ-31-CWC-24H", "V1", "2019-09-21"),
        ("JJ-31-CWC-24H", "V5", "2019-09-21"),
    ],
)
def test_the_malvani_children_and_those_who_may_be(limit: str, who: str, last: str) -> None:
    """Each rescued child, and each whose age is open, is due before the Committee within a day."""
    for day, stands in ((D(last), "open"), (D(last) + DAY, "missed")):
        assert on(day.isoformat())[limit, who][0] == stands


def test_the_malvani_police_custody_is_over_after_fifteen_days() -> None:
    """Day 15 is 05-10-2019."""
    assert on("2019-10-05")["REMAND-PC15-CRPC", "A1"] == ("open", 0)
    assert on("2019-10-06")["REMAND-PC15-CRPC", "A1"][0] == "ended"


def test_the_malvani_why_can_be_read_out() -> None:
    """The rule, its section, the days, the arithmetic, what picked the band."""
    clock = custody(malvani())
    said = why(clock, LAW, D("2019-12-01"))
    assert "CrPC 167(2)" in said
    assert "21-09-2019 counted as day 1; day 90 is 19-12-2019" in said
    assert "IPC-370-3" in said
    assert "Done on 18-11-2019, in time" in said


def custody(case: Case) -> Clock:
    """Return the one custody row."""
    (found,) = [c for c in reckon(case, COURTS, LAW).clocks if c.limit.startswith("DB-")]
    return found


def test_the_same_facts_five_years_later_are_under_the_bnss() -> None:
    """Offence, FIR and remand of September 2024, BNS 143(3): DB-90-BNSS, last day 19-12-2024."""
    case = malvani()
    case.fir = Fir(registered_on=D("2024-09-20"), state="MH")
    case.offence = Offence(first_on=D("2024-09-01"), last_on=D("2024-09-19"))
    case.charges = (Charge(accused="A1", provision="BNS-143-3"),)
    case.events = (
        event("2024-09-20", "fir_registered"),
        event("2024-09-20", "arrested", accused="A1"),
        event("2024-09-21", "remanded", accused="A1"),
    )
    clock = custody(case)
    assert (clock.limit, clock.code, clock.due_on) == ("DB-90-BNSS", "BNSS", D("2024-12-19"))


def test_the_last_journal_day_goes_along() -> None:
    """Kept rows answer from that day on."""
    assert reckon(malvani(), COURTS, LAW).known_to == known_to(malvani()) == D("2020-01-06")
