"""The calendar gives what is listed and what falls due between two days, and says what clashes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.services.conftest import Filed
from tests.services.offices import TODAY, in_custody, old_trial, three
from tracker.domain.case import Case, Hearing
from tracker.services import calendar, clocks
from tracker.services.office import Office, Refused
from tracker.store.office_tables import Holiday

NEW, OLD = "MUM-2026-001", "PUN-2019-014"
LATER = date(2026, 12, 31)


def listed(on: date = TODAY, time: str | None = None, advocate: str = "asha") -> Case:
    """Return the old trial with this one listing, in Sewree."""
    return replace(old_trial(), hearings=(Hearing(on=on, proceeding="trial", advocate=advocate, time=time),))


def test_rows_come_by_day_hearings_before_due_dates(office: Office, file_cases: Filed) -> None:
    """Each row is a listing or a date of the law, in the order of days."""
    file_cases(*three())
    rows = calendar.between(office, TODAY, LATER, today=TODAY)
    assert [row.on for row in rows] == sorted(row.on for row in rows)
    assert {row.kind for row in rows} == {"hearing", "due"}
    assert [(row.on.day, row.court, row.purpose, row.advocate) for row in rows if row.ref == NEW][:2] == [
        (24, "dindoshi-11", "remand", "asha"),
        (26, "sewree-3", "bail", "asha"),
    ]


def test_due_dates_are_those_that_nobody_has_met(office: Office, file_cases: Filed) -> None:
    """What falls due here is what `due` lists for the same days, each with its limit and its lead."""
    file_cases(*three())
    rows = [row for row in calendar.between(office, TODAY, LATER, today=TODAY) if row.kind == "due"]
    asked = clocks.due(office, TODAY, filter="due:2026-11-24..2026-12-31").rows
    assert {(row.on, row.ref, row.limit, row.who) for row in rows} == {
        (row.due_on, row.ref, row.limit, row.who) for row in asked
    }
    assert len(rows) == len(asked)
    custody = next(row for row in rows if row.limit and row.limit.startswith("DB-"))
    assert (custody.court, custody.advocate, custody.who) == ("dindoshi-11", "asha", "A1")


def test_an_advocate_and_a_court_narrow_the_rows(office: Office, file_cases: Filed) -> None:
    """Names whatever their capitals; a court by key, complex or words of its name."""
    file_cases(*three())
    whole = calendar.between(office, TODAY, LATER, today=TODAY)
    hers = calendar.between(office, TODAY, LATER, today=TODAY, advocate="ASHA")
    assert hers == tuple(row for row in whole if row.advocate == "asha")
    for said in ("dindoshi-11", "dindoshi", "special court"):
        there = calendar.between(office, TODAY, LATER, today=TODAY, court=said)
        assert there == tuple(row for row in whole if row.court == "dindoshi-11")
    assert calendar.between(office, TODAY, LATER, today=TODAY, advocate="nobody") == ()


def test_the_filter_picks_cases(office: Office, file_cases: Filed) -> None:
    """The one filter language: what it picks in the docket it picks here."""
    file_cases(*three())
    rows = calendar.between(office, TODAY, LATER, today=TODAY, filter="flag:default_bail")
    assert {row.ref for row in rows} == {NEW}
    earlier = date(2026, 9, 20)
    then = calendar.between(office, earlier, LATER, today=earlier, filter="stage:fir")
    assert {row.ref for row in then} == {NEW}


def test_two_courts_in_one_session_clash(office: Office, file_cases: Filed) -> None:
    """The same hour, or an hour that nobody knows, is a clash, also when the list is narrowed to a court."""
    file_cases(in_custody(), listed(time="11:00"))
    for court in (None, "sewree-3"):
        rows = calendar.between(office, TODAY, TODAY, today=TODAY, court=court)
        clash = {row.ref: row.clash for row in rows if row.kind == "hearing"}
        assert clash[OLD] == f"also listed in dindoshi-11 ({NEW}) in another complex"


def test_two_sessions_in_two_complexes_are_a_way_to_go(office: Office, file_cases: Filed) -> None:
    """Morning in one complex and afternoon in another is no clash, but the row says so."""
    morning = replace(in_custody().hearings[1], time="11:00")
    file_cases(replace(in_custody(), hearings=(morning,)), listed(time="14:45"))
    rows = calendar.between(office, TODAY, TODAY, today=TODAY)
    assert [row.clash for row in rows if row.kind == "hearing"] == [
        f"on the way to sewree-3 ({OLD}) at 14:45 in another complex",
        f"on the way to dindoshi-11 ({NEW}) at 11:00 in another complex",
    ]


def test_another_advocate_is_no_clash(office: Office, file_cases: Filed) -> None:
    """Two people can be in two courts."""
    file_cases(in_custody(), listed(time="11:00", advocate="bina"))
    assert {row.clash for row in calendar.between(office, TODAY, TODAY, today=TODAY)} == {""}


def test_a_listing_on_a_closed_day_says_why(office: Office, file_cases: Filed) -> None:
    """Sundays and the office's own closed days are named and still listed."""
    with office.transaction() as session:
        session.add(Holiday(on=date(2026, 12, 25), name="Christmas"))
    sunday, christmas = date(2026, 12, 6), date(2026, 12, 25)
    hearings = tuple(Hearing(on=on, proceeding="trial", advocate="asha") for on in (sunday, christmas))
    file_cases(replace(old_trial(), hearings=hearings))
    rows = calendar.between(office, sunday, christmas, today=TODAY)
    assert [row.closed for row in rows if row.kind == "hearing"] == ["Sunday", "Christmas"]


def test_an_earlier_day_knows_no_later_outcome(office: Office, file_cases: Filed) -> None:
    """Asked as of an earlier day, what was still to come has no outcome yet."""
    file_cases(in_custody())
    earlier = date(2026, 9, 10)
    rows = calendar.between(office, earlier, TODAY, today=earlier)
    assert {row.outcome for row in rows if row.kind == "hearing"} == {None}


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ({"court": "nowhere"}, "There is no court 'nowhere'; known: dindoshi-11, sewree-3"),
        ({"filter": "colour:red"}, "unknown key"),
    ],
)
def test_what_cant_be_asked_is_refused(
    office: Office, file_cases: Filed, asked: dict[str, str], says: str
) -> None:
    """An unknown court or key is refused by name, never answered with less."""
    file_cases(in_custody())
    with pytest.raises(Refused, match=says.replace("'", ".")):
        calendar.between(office, TODAY, LATER, today=TODAY, **asked)


def test_days_that_turn_round_are_refused(office: Office) -> None:
    """The last day is not before the first, and ten years are the most."""
    with pytest.raises(Refused, match="turn round"):
        calendar.between(office, LATER, TODAY, today=TODAY)
    with pytest.raises(Refused, match="ten years"):
        calendar.between(office, TODAY, date(2040, 1, 1), today=TODAY)
