"""A listing moves with all that names it; somebody stands in for one date; nothing is refused for the day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import PlaceFor
from tests.services.conftest import Filed
from tests.services.offices import TODAY, event, in_custody, old_trial
from tracker.domain.case import Hearing
from tracker.services import calendar, casework, docket, filing, hearings, holidays, moving, undo
from tracker.services.office import Office, Refused
from tracker.services.views import CalendarRow

NEW, OLD = "MUM-2026-001", "PUN-2019-014"
BAIL, CHRISTMAS, SUNDAY = date(2026, 11, 26), date(2026, 12, 25), date(2026, 11, 29)


@pytest.fixture
def office_url(place_for: PlaceFor, tmp_path: Path) -> str:
    """On SQLite alone: it writes and reads what recording a hearing does, which is tried on both."""
    return place_for("sqlite", tmp_path)


def listed(office: Office) -> list[CalendarRow]:
    """Return what is listed from today on, by day."""
    rows = calendar.between(office, TODAY, date(2027, 1, 31), today=TODAY)
    return [row for row in rows if row.kind == "hearing"]


def test_a_moved_listing_is_moved_in_the_order_that_fixed_it(office: Office, file_cases: Filed) -> None:
    """The hearing before names the new day, so that a case file read again makes no second listing."""
    file_cases(in_custody())
    said, _ = moving.move(office, NEW, on=TODAY, to=date(2026, 12, 1), time="11:30", today=TODAY)
    assert (said.was["on"], said.hearing["on"], said.hearing["time"]) == (TODAY, date(2026, 12, 1), "11:30")
    assert [(row.on.day, row.purpose) for row in listed(office)] == [(26, "bail"), (1, "remand")]
    past = casework.show(office, NEW, TODAY).hearings[0]
    assert past["next_on"] == date(2026, 12, 1)
    assert filing.differences(office) == []


def test_what_speaks_against_a_day_is_said_and_not_refused(office: Office, file_cases: Filed) -> None:
    """A Sunday, a holiday by its name, a court's own vacation, and another court far away."""
    other = replace(old_trial(), hearings=(Hearing(on=CHRISTMAS, proceeding="trial", advocate="asha"),))
    file_cases(in_custody(), other)
    holidays.close(office, CHRISTMAS, name="Christmas")
    holidays.close(office, date(2026, 12, 28), name="winter vacation", court="dindoshi")
    said, _ = moving.move(office, NEW, on=TODAY, to=SUNDAY, today=TODAY)
    assert said.notes == ("29-11-2026 is a Sunday: courts are closed",)
    assert moving.about(office, NEW, on=SUNDAY, to=CHRISTMAS) == (
        "25-12-2026 is a holiday (Christmas): courts are closed",
        f"asha is also listed that day in sewree-3 ({OLD}) in another complex",
    )
    assert moving.about(office, NEW, on=SUNDAY, to=date(2026, 12, 28)) == (
        "28-12-2026 is vacation (winter vacation) in dindoshi-11: the court is closed",
    )
    assert [row.on for row in listed(office) if row.proceeding == "trial"] == [SUNDAY, CHRISTMAS]


def test_a_stand_in_goes_to_that_date_alone(office: Office, file_cases: Filed) -> None:
    """The lead stays, the row says in whose place, and the next date is of the one whose listing it is."""
    file_cases(in_custody(), old_trial())
    moving.cover(office, NEW, on=TODAY, by="Bina")
    row = next(row for row in listed(office) if row.on == TODAY)
    assert (row.advocate, row.in_place_of) == ("bina", "asha")
    (case,) = docket.page(office, NEW, TODAY, limit=2).rows
    assert case.lead == "asha"
    said = hearings.record(office, NEW, on=TODAY, outcome="adjourned", next_on=date(2026, 12, 7), today=TODAY)
    assert said.next is not None
    assert said.next["advocate"] == "asha"


def test_the_advocate_takes_the_date_back(office: Office, file_cases: Filed) -> None:
    """Covered by its own advocate, a listing is as it was."""
    file_cases(in_custody())
    before = casework.show(office, NEW, TODAY).hearings
    moving.cover(office, NEW, on=BAIL, by="ravi")
    moving.cover(office, NEW, on=BAIL, by="asha")
    assert casework.show(office, NEW, TODAY).hearings == before


def test_a_move_is_taken_back_whole(office: Office, file_cases: Filed) -> None:
    """Undone, the listing and the order that fixed it name the old day again; redone, the new one."""
    file_cases(in_custody())
    before = casework.show(office, NEW, TODAY).hearings
    _, step = moving.move(office, NEW, on=TODAY, to=CHRISTMAS, today=TODAY)
    assert undo.last(office) == step
    again = undo.take_back(office, step)
    assert casework.show(office, NEW, TODAY).hearings == before
    undo.take_back(office, again, again=True)
    assert casework.show(office, NEW, TODAY).hearings[0]["next_on"] == CHRISTMAS


@pytest.mark.parametrize(
    ("said", "says"),
    [
        ({"on": SUNDAY, "to": CHRISTMAS}, "not listed on 29-11-2026; listed and not yet heard: 24-11-2026"),
        ({"on": date(2026, 11, 10), "to": CHRISTMAS}, "is recorded as adjourned"),
        ({"on": TODAY, "to": TODAY}, "is listed on 24-11-2026 already"),
    ],
)
def test_what_cant_be_moved_is_refused(
    office: Office, file_cases: Filed, said: dict[str, date], says: str
) -> None:
    """A day without a listing, one that was heard, and the day it stands on: nothing is written."""
    file_cases(in_custody())
    before = casework.show(office, NEW, TODAY).hearings
    with pytest.raises(Refused, match=says):
        moving.move(office, NEW, today=TODAY, on=said["on"], to=said["to"])
    assert casework.show(office, NEW, TODAY).hearings == before


def test_a_vacation_of_the_trial_court_moves_its_cases_alone(office: Office, file_cases: Filed) -> None:
    """The next open day is the trial court's: another court's vacation moves nothing."""
    from tests.services.test_holidays import last_days

    case = in_custody()
    events = (event(date(2026, 11, 20), "charge_sheet_filed"), event(TODAY, "cognizance_taken"))
    file_cases(replace(case, events=(*case.events, *events)))
    before = last_days(office)
    judgment = before["POCSO-35-2-1Y", "case"]
    assert judgment is not None
    holidays.close(office, judgment, court="sewree-3")
    assert last_days(office) == before
    holidays.close(office, judgment, name="vacation", court="dindoshi-11")
    assert last_days(office)["POCSO-35-2-1Y", "case"] == date(2027, 11, 25)
    assert filing.differences(office) == []
    assert [day.court for day in holidays.listed(office)] == ["dindoshi-11", "sewree-3"]
    holidays.open_again(office, judgment, "dindoshi-11")
    assert last_days(office) == before
