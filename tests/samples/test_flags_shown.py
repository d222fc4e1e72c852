"""What the sample office shows on its day: every kind of flag, and the clocks it was written to show."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

import pytest

from tracker.domain.law import law_of
from tracker.domain.matter import cut
from tracker.domain.reckon import reckon
from tracker.domain.shapes import Clock, Flag, Reckoning
from tracker.domain.words import FlagKind
from tracker.samples import SAMPLE_TODAY, office

BATCH = office()
CASES = {case.ref: case for case in BATCH.cases}
KINDS = {court.key: str(court.kind) for court in BATCH.courts}
MALVANI = pytest.mark.parametrize(
    ("ref", "band", "year"), [("MUM-2019-014", "DB-90-CRPC", 2019), ("MUM-2024-031", "DB-90-BNSS", 2024)]
)


@cache
def _reckoned(ref: str, day: date = SAMPLE_TODAY) -> Reckoning:
    return reckon(cut(CASES[ref], day), KINDS, law_of())


def _flags(ref: str, day: date = SAMPLE_TODAY) -> list[Flag]:
    return [
        flag
        for flag in _reckoned(ref, day).flags
        if flag.holds_from <= day and (flag.holds_until is None or day <= flag.holds_until)
    ]


def _clock(ref: str, limit: str, who: str, day: date = SAMPLE_TODAY) -> Clock:
    return next(clock for clock in _reckoned(ref, day).clocks if (clock.limit, clock.who) == (limit, who))


def test_every_kind_of_flag_is_there() -> None:
    """Between them the cases raise every kind of flag of the contract."""
    assert {flag.kind for ref in CASES for flag in _flags(ref)} == set(FlagKind)


@pytest.mark.parametrize(
    ("ref", "kind"),
    [
        ("MUM-2026-118", "default_bail"),
        ("NAG-2026-044", "default_bail"),
        ("MUM-2024-057", "limit_near"),
        ("MUM-2024-009", "stage_stalled"),
        ("PUN-2025-003", "no_next_date"),
        ("THA-2021-012", "outcome_missing"),
        ("THA-2021-012", "repeated_adjournments"),
        ("MUM-2019-014", "age_pending"),
        ("MUM-2019-014", "charge_missing"),
        ("MUM-2025-061", "charge_out_of_force"),
        ("MUM-2025-061", "charge_needs_minor"),
        ("MUM-2025-061", "wrong_court"),
        ("MUM-2025-061", "wrong_act"),
        ("MUM-2018-003S", "absconding"),
        ("THA-2022-029", "appeal_window"),
        ("THA-2021-012", "delay_bail_risk"),
        ("THA-2026-052", "witness_attrition"),
        ("THA-2026-101", "incomplete"),
    ],
)
def test_a_case_shows_what_it_was_written_for(ref: str, kind: str) -> None:
    """The flag that a sample case was written to show is raised on it."""
    assert kind in {flag.kind for flag in _flags(ref)}


def test_the_stayed_case_is_not_called_stalled() -> None:
    """A stay of a year and a half raises no stall flag."""
    assert "stage_stalled" not in {flag.kind for flag in _flags("NAG-2022-033")}


def test_one_default_bail_clock_has_nine_days_left() -> None:
    """Remanded on 5 September 2026, ninety days: the last day is 3 December."""
    clock = _clock("MUM-2026-118", "DB-90-BNSS", "A1")
    assert (clock.starts_on, clock.due_on) == (date(2026, 9, 5), date(2026, 12, 3))
    assert clock.due_on
    assert (clock.due_on - SAMPLE_TODAY).days == 9


def test_one_default_bail_clock_has_run_out() -> None:
    """Remanded on 18 August 2026, sixty days: the last day was 16 October, and no charge sheet is filed."""
    clock = _clock("NAG-2026-044", "DB-60-BNSS", "A1")
    assert (clock.due_on, clock.met_on, clock.ended_on) == (date(2026, 10, 16), None, None)


@MALVANI
def test_malvani_custody_clock_by_hand(ref: str, band: str, year: int) -> None:
    """Remand of 21 September is day 1; day 90 is 19 December; the sheet of 18 November is in time."""
    clock = _clock(ref, band, "A1")
    assert (clock.starts_on, clock.due_on) == (date(year, 9, 21), date(year, 12, 19))
    assert (clock.met_on, clock.met_late) == (date(year, 11, 18), False)


@MALVANI
def test_malvani_custody_clock_runs_until_the_sheet(ref: str, band: str, year: int) -> None:
    """On the day before the charge sheet the clock is open, with the same last day."""
    clock = _clock(ref, band, "A1", date(year, 11, 17))
    assert (clock.due_on, clock.met_on) == (date(year, 12, 19), None)


@MALVANI
def test_malvani_stages_as_they_came(ref: str, band: str, year: int) -> None:
    """The called-off rescue reports the case, the second brings the FIR, the sheet its own stage."""
    days = (date(year, 9, 5), date(year, 9, 19), date(year, 9, 20), date(year, 11, 17), date(year, 11, 18))
    stages = [_reckoned(ref, day).standing.stage for day in days]
    assert stages == ["reported", "reported", "fir", "fir", "charge_sheet"]


@pytest.mark.parametrize(
    ("ref", "cognizance", "limit"),
    [
        ("MUM-2019-014", date(2020, 1, 6), "POCSO-35-2-1Y"),
        ("MUM-2024-031", date(2024, 12, 2), "POCSO-35-2-1Y"),
    ],
)
def test_malvani_year_of_trial(ref: str, cognizance: date, limit: str) -> None:
    """A year from cognizance the trial ought to be over; it is not."""
    clock = _clock(ref, limit, "case")
    assert (clock.starts_on, clock.met_on) == (cognizance, None)
    assert clock.due_on
    assert clock.due_on - cognizance >= timedelta(days=365)


def test_malvani_codes() -> None:
    """The first is tried under the CrPC to its end, the second under the BNSS."""
    assert _reckoned("MUM-2019-014").standing.procedure["trial"] == "CrPC"
    assert _reckoned("MUM-2024-031").standing.procedure["trial"] == "BNSS"
