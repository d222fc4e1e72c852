"""Default bail, limits near and past, appeal periods: each on its day and not the day before."""

from __future__ import annotations

import pytest

from tests.domain.flag_givens import LAW, clock, day, on, raised, standing
from tracker.domain import flags as words
from tracker.domain.case import Accused, Case

CASE = Case(ref="X", accused=(Accused(label="A1"),))
CUSTODY = {"who": "A1", "runs_from": "remanded", "code": "CrPC"}


@pytest.mark.parametrize(
    ("when", "severities"),
    [
        ("27-11-2019", []),
        ("28-11-2019", ["watch"]),
        ("11-12-2019", ["watch"]),
        ("12-12-2019", ["urgent"]),
        ("19-12-2019", ["urgent"]),
        ("20-12-2019", ["breach"]),
        ("20-12-2020", ["breach"]),
    ],
)
def test_default_bail_grows_towards_the_last_day(when: str, severities: list[str]) -> None:
    """Remanded 21-09-2019, ninety days: watched from 28-11, urgent from 12-12, open from 20-12."""
    found = raised(CASE, standing("fir"), clock("DB-90-CRPC", "21-09-2019", "19-12-2019", **CUSTODY))
    assert on(found, "default_bail", when) == severities


def test_the_charge_sheet_clears_default_bail_on_its_day() -> None:
    """A sheet of 15-12-2019 leaves the flag on the day before and none on the day."""
    running = clock("DB-90-CRPC", "21-09-2019", "19-12-2019", met_on=day("15-12-2019"), **CUSTODY)
    found = raised(CASE, standing("charge_sheet"), running)
    assert on(found, "default_bail", "14-12-2019") == ["urgent"]
    assert on(found, "default_bail", "15-12-2019") == []
    assert on(found, "default_bail", "25-12-2019") == []


def test_release_on_bail_clears_default_bail() -> None:
    """A release on 01-01-2020, after the last day, ends the breach."""
    running = clock("DB-90-CRPC", "21-09-2019", "19-12-2019", ended_on=day("01-01-2020"), **CUSTODY)
    found = raised(CASE, standing("fir"), running)
    assert on(found, "default_bail", "31-12-2019") == ["breach"]
    assert on(found, "default_bail", "01-01-2020") == []


def test_a_stay_and_an_end_of_the_case_do_not_hide_custody() -> None:
    """A stayed trial, and a case filed as closed, still warn of one who is in custody."""
    running = clock("DB-90-CRPC", "21-09-2019", "19-12-2019", **CUSTODY)
    for stands in (standing("fir", stayed=True), standing("closed")):
        assert on(raised(CASE, stands, running), "default_bail", "12-12-2019") == ["urgent"]


def test_without_a_known_period_the_shorter_one_warns() -> None:
    """A blocked custody clock warns by sixty days, and is a breach only after ninety."""
    blocked = clock(
        "DB-90-CRPC",
        "21-09-2019",
        "19-12-2019",
        due_on=None,
        blocked_by="no charge is on file",
        because={"if_60": "2019-11-19", "if_90": "2019-12-19"},
        **CUSTODY,
    )
    found = raised(CASE, standing("fir"), blocked)
    assert on(found, "default_bail", "28-10-2019") == []
    assert on(found, "default_bail", "29-10-2019") == ["watch"]
    assert on(found, "default_bail", "20-11-2019") == ["urgent"]
    assert on(found, "default_bail", "20-12-2019") == ["breach"]
    assert "60 or 90" in words.why(next(f for f in found if f.kind == "default_bail"), LAW)


def test_default_bail_says_its_arithmetic() -> None:
    """The why has the remand, the count, the last day, the day the right opens; the section is cited."""
    found = raised(CASE, standing("fir"), clock("DB-90-CRPC", "21-09-2019", "19-12-2019", **CUSTODY))
    breach = next(flag for flag in found if flag.severity == "breach")
    said = words.why(breach, LAW)
    assert all(part in said for part in ("21-09-2019", "day 90 is 19-12-2019", "89 days", "20-12-2019"))
    assert words.cite(breach, LAW) == "CrPC 167(2) proviso (a)(i)"
    assert "charge sheet" in words.clear_by(breach, LAW)


@pytest.mark.parametrize(
    ("when", "near", "missed"),
    [
        ("22-02-2026", [], []),
        ("23-02-2026", ["watch"], []),
        ("02-03-2026", ["watch"], []),
        ("03-03-2026", [], ["watch"]),
        ("17-03-2026", [], ["watch"]),
        ("18-03-2026", [], ["breach"]),
    ],
)
def test_a_limit_with_an_outer_day_is_overstepped_twice(
    when: str, near: list[str], missed: list[str]
) -> None:
    """Judgment in 30 days, at most 45: a watch after the first, a breach after the second."""
    found = raised(
        CASE, standing("arguments"), clock("JUDG", "31-01-2026", "02-03-2026", outer_on=day("17-03-2026"))
    )
    assert on(found, "limit_near", when) == near
    assert on(found, "limit_missed", when) == missed


def test_a_commanded_limit_is_urgent_on_its_last_three_days() -> None:
    """A mandatory limit of 15-03-2026 is a watch until the 12th, urgent to the 15th, a breach after."""
    found = raised(CASE, standing("cognizance"), clock("COPIES", "01-03-2026", "15-03-2026"))
    assert on(found, "limit_near", "12-03-2026") == ["watch"]
    assert on(found, "limit_near", "13-03-2026") == ["urgent"]
    assert on(found, "limit_missed", "16-03-2026") == ["breach"]
    assert "If missed: The trial is delayed." in words.why(
        next(flag for flag in found if flag.kind == "limit_missed"), LAW
    )


def test_a_soft_limit_is_never_a_breach() -> None:
    """Where the law sets no hard limit the flags are to know and to watch."""
    found = raised(CASE, standing("arguments"), clock("SOFT", "01-03-2026", "31-03-2026"))
    assert {flag.severity for flag in found if flag.limit == "SOFT"} == {"info", "watch"}


def test_a_waiting_period_raises_nothing() -> None:
    """A wait that must pass is no last day for an act."""
    found = raised(CASE, standing("arguments"), clock("WAIT", "01-03-2026", "31-03-2026"))
    assert not [flag for flag in found if flag.limit]


def test_a_power_that_runs_out_makes_nobody_late() -> None:
    """When a power is over after its last day nothing was missed."""
    found = raised(CASE, standing("arguments"), clock("SPAN", "01-03-2026", "31-03-2026"))
    assert not [flag for flag in found if flag.limit]


def test_an_act_without_a_limit_in_days_is_told_of_by_the_office_rule() -> None:
    """Forty-five days after the start, from the 46th day on, and called an office rule."""
    found = raised(CASE, standing("arguments"), clock("TOLD", "01-03-2026", "01-03-2026", due_on=None))
    assert on(found, "limit_near", "15-04-2026") == []
    assert on(found, "limit_near", "16-04-2026") == ["watch"]
    assert "office rule" in words.why(next(flag for flag in found if flag.limit == "TOLD"), LAW)


def test_a_closed_case_misses_no_limit() -> None:
    """Nobody has to act in a closed case."""
    found = raised(CASE, standing("closed"), clock("COPIES", "01-03-2026", "15-03-2026"))
    assert not [flag for flag in found if flag.limit]


@pytest.mark.parametrize(
    ("when", "severities"),
    [
        ("01-03-2026", ["watch"]),
        ("14-04-2026", ["watch"]),
        ("15-04-2026", ["urgent"]),
        ("30-04-2026", ["urgent"]),
        ("01-05-2026", []),
    ],
)
def test_an_appeal_period_turns_urgent_at_fifteen_days_left(when: str, severities: list[str]) -> None:
    """Sixty days from 01-03-2026 end on 30-04-2026; fifteen days are left on 15-04-2026."""
    found = raised(CASE, standing("judgment"), clock("APP-HC-60", "01-03-2026", "30-04-2026", who="A1"))
    assert on(found, "appeal_window", when) == severities
    assert not [flag for flag in found if flag.kind in ("limit_near", "limit_missed")]


def test_a_limit_that_runs_twice_for_one_person_never_overlaps_itself() -> None:
    """Of two runs of one limit, on each day only the worse holds."""
    found = raised(
        CASE,
        standing("cognizance"),
        clock("COPIES", "01-03-2026", "15-03-2026"),
        clock("COPIES", "05-03-2026", "19-03-2026"),
    )
    assert on(found, "limit_missed", "20-03-2026") == ["breach"]
    assert on(found, "limit_near", "14-03-2026") == ["urgent"]
