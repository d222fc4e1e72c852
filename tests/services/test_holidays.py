"""Closed days are what the office entered; they move last days, and say so on the calendar."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.services.conftest import Filed
from tests.services.offices import TODAY, event, in_custody
from tracker.services import clocks, filing, hearings, holidays
from tracker.services.holidays import Changed
from tracker.services.office import Office, Refused

CHRISTMAS = date(2026, 12, 25)


def last_days(office: Office) -> dict[tuple[str, str], date | None]:
    """Return the last day of every clock."""
    return {(row.limit, row.who): row.due_on for row in clocks.due(office, TODAY).rows}


def test_nothing_is_closed_until_the_office_says_so(office: Office) -> None:
    """Sundays aside; a Saturday is open unless it is entered."""
    closed = office.law().closed
    assert closed(date(2026, 11, 29))
    assert not closed(date(2026, 11, 28))
    assert not closed(CHRISTMAS)
    assert holidays.listed(office) == ()


def test_the_library_offers_a_year(office: Office) -> None:
    """Republic Day, Christmas and the moon's days, each once, however often they are loaded."""
    changed = holidays.load(office, [2026])
    names = {day.on: day.name for day in holidays.listed(office, 2026)}
    assert names[date(2026, 1, 26)] == "Republic Day"
    assert names[CHRISTMAS] == "Christmas"
    assert changed.closed == len(names)
    assert holidays.load(office, [2026]) == Changed()
    assert office.law().closed(CHRISTMAS)


def test_a_closed_day_moves_last_days_and_keeps_custody(office: Office, file_cases: Filed) -> None:
    """The next open day is in time where the rule lets it; default bail is never put off."""
    case = in_custody()
    events = (*case.events, event(date(2026, 11, 20), "charge_sheet_filed"), event(TODAY, "cognizance_taken"))
    file_cases(replace(case, events=events))
    before = last_days(office)
    judgment = before["POCSO-35-2-1Y", "case"]
    assert judgment == TODAY.replace(year=2027)
    changed = holidays.close(office, judgment, judgment, "vacation")
    assert changed == Changed(closed=1, reckoned=1)
    after = last_days(office)
    assert after["POCSO-35-2-1Y", "case"] == date(2027, 11, 25)
    assert filing.differences(office) == []
    assert holidays.open_again(office, judgment).opened == 1
    assert last_days(office) == before


def test_custody_is_never_put_off(office: Office, file_cases: Filed) -> None:
    """Default bail accrues on a closed day as on any other."""
    file_cases(in_custody())
    before = {key: on for key, on in last_days(office).items() if key[0].startswith("DB-") and on}
    assert before
    for on in set(before.values()):
        holidays.close(office, on)
    assert {key: on for key, on in last_days(office).items() if key in before} == before


def test_a_hearing_on_a_closed_day_is_warned_about(office: Office, file_cases: Filed) -> None:
    """Courts do decide on such days: it is written, and the answer says so."""
    file_cases(in_custody())
    holidays.close(office, CHRISTMAS, name="Christmas")
    said = hearings.record(
        office, "MUM-2026-001", on=TODAY, outcome="adjourned", next_on=CHRISTMAS, today=TODAY
    )
    assert any("25-12-2026 is a holiday" in note for note in said.notes)


def test_a_table_of_days_is_taken_whole_or_not_at_all(office: Office, tmp_path: Path) -> None:
    """A heading is passed over; a bad day refuses the file and names its line."""
    file = tmp_path / "vacation.csv"
    file.write_text("day,name\n24-12-2026,Winter vacation\n2026-12-25,\n")
    assert holidays.take(office, file, TODAY).closed == 2
    assert [day.name for day in holidays.listed(office)] == ["Winter vacation", ""]
    file.write_text("26-12-2026,x\n31-02-2027,y\n")
    with pytest.raises(Refused, match=r"vacation.csv:2: .*31-02-2027"):
        holidays.take(office, file, TODAY)
    assert len(holidays.listed(office)) == 2


def test_what_cant_be_is_refused(office: Office) -> None:
    """Days that turn round, a year typed for a day, and opening what isn't closed."""
    with pytest.raises(Refused, match="turn round"):
        holidays.close(office, CHRISTMAS, TODAY)
    with pytest.raises(Refused, match="120 are the most"):
        holidays.close(office, TODAY, date(2027, 11, 24))
    with pytest.raises(Refused, match="not among"):
        holidays.open_again(office, CHRISTMAS)
