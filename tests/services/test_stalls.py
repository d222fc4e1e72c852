"""Standstill by the office's own record: measured at a known moment, said in the why, kept as computed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.services.conftest import Filed
from tracker.domain.case import Case, Event, Fir
from tracker.domain.words import EventKind
from tracker.services import filing, flags, stalls, testimony
from tracker.services.office import Office, Refused
from tracker.services.views import FlagRow

TODAY = date(2024, 11, 1)


def sheets(many: int) -> list[Case]:
    """Return cases whose charge sheets came after 10, 20, 30 and 40 days in turn, and one without."""
    cases = []
    for n in range(many):
        fir = date(2024, 1, 1) + timedelta(n)
        sheet = Event(on=fir + timedelta(10 * (1 + n % 4)), kind=EventKind.CHARGE_SHEET_FILED)
        cases.append(case(f"X-{n}", fir, sheet))
    return [*cases, case("LATE", date(2024, 9, 2))]


def case(ref: str, fir: date, *events: Event) -> Case:
    """Return a case of that FIR."""
    first = Event(on=fir, kind=EventKind.FIR_REGISTERED)
    return Case(ref=ref, fir=Fir(registered_on=fir), events=(first, *events))


def stall(office: Office, today: date = TODAY) -> list[FlagRow]:
    """Return the stall of the case without a charge sheet."""
    return [row for row in flags.flags(office, "LATE flag:stage_stalled", today).rows if row.ref == "LATE"]


def test_flags_go_by_what_was_measured_and_say_on_what_it_rests(office: Office, file_cases: Filed) -> None:
    """Day 41 and not day 61: the why names percentile, cases, and the day of the reckoning."""
    file_cases(*sheets(40))
    day_41 = date(2024, 9, 2) + timedelta(41)
    assert not stall(office, day_41)
    assert stalls.measure(office, TODAY)
    assert not stall(office, day_41 - timedelta(1))
    [row] = stall(office, day_41)
    assert "80th percentile of 41 cases (40 that had left it" in row.why
    assert "within 40 days" in row.why
    assert "reckoned on 01-11-2024" in row.why
    assert "over from 13-10-2024" in row.why
    assert row.cite == "Office record police-report"
    assert filing.differences(office) == []
    assert not testimony.verify(office).findings


def test_measured_again_with_the_same_days_reckons_nothing(office: Office, file_cases: Filed) -> None:
    """The day behind the number moves; the flags stay, and kept still equals computed."""
    file_cases(*sheets(40))
    stalls.measure(office, TODAY)
    assert not stalls.measure(office, TODAY + timedelta(1))
    assert "reckoned on 02-11-2024" in stall(office)[0].why
    assert filing.differences(office) == []


def test_below_thirty_the_rows_own_limit_stands(office: Office, file_cases: Filed) -> None:
    """Twenty-eight charge sheets are too few to be a rule."""
    file_cases(*sheets(28))
    assert not stalls.measure(office, TODAY)
    [row] = stall(office, date(2024, 9, 2) + timedelta(61))
    assert "The office allows 60 days here" in row.why
    assert row.cite == "Office rule police-report"


def test_a_number_that_the_office_sets_goes_before_both(office: Office, file_cases: Filed) -> None:
    """Set, it is said to be the office's own; unset, the record is back; a wrong one is refused by name."""
    file_cases(*sheets(40))
    stalls.measure(office, TODAY)
    stalls.set_days(office, "police-report", 20, 30)
    [row] = stall(office, date(2024, 9, 2) + timedelta(21))
    assert "allows 20 days here (a number that this office set)" in row.why
    assert filing.differences(office) == []
    stalls.set_days(office, "police-report", None)
    assert "80th percentile" in stall(office)[0].why
    with pytest.raises(Refused, match="threshold: 'arrest' is not one of"):
        stalls.set_days(office, "arrest", 3)
