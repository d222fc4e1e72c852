"""What a list lets a person do with it: choose columns, copy, export; and the calendar of a date field."""

from __future__ import annotations

import stat
from pathlib import Path

from textual.widgets import Input

from tests.tui.test_screens import notices, press, row, text
from tests.tui.waiting import settled
from tracker.domain.case import Case
from tracker.services import casework, desk, holidays, identity, testimony
from tracker.services.demo import SAMPLE_TODAY
from tracker.services.office import Office
from tracker.tui.app import TrackerApp
from tracker.tui.screens.hearing import HearingScreen
from tracker.tui.screens.pickday import PickDay
from tracker.tui.widgets.ledger import Ledger
from tracker.tui.widgets.why import hung


async def test_columns_are_chosen_and_the_export_is_what_is_seen(
    app: TrackerApp, office: Office, tmp_path: Path
) -> None:
    """C hides the title and brings the stage forward; e writes filter, order and columns as they stand."""
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "d", "slash", *"lead:asha", "enter", "C", "down", "space", "plus", "ctrl+s")
        ledger = app.screen.query_one(Ledger)
        assert ledger.headings()[:3] == ["Ref", "Stage", "Days"]
        assert desk.columns(office)[:2] == ("ref", "stage")
        await press(pilot, "e")
        (file,) = (tmp_path / "exports").iterdir()
        lines = file.read_text("utf-8-sig").splitlines()
        assert lines[0] == "# lead:asha, by ref, as of 24-11-2026"
        assert lines[1].startswith("Ref,Stage,Days")
        assert len(lines) == 2 + ledger.total
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert testimony.entries(office)[0].action == "export"


async def test_a_long_ref_is_whole_in_a_narrow_list(app: TrackerApp, office: Office) -> None:
    """Its column widens for it, and what gives way is the text that has no end."""
    ref = "MUM/TRAFF/2026/000014-S"
    casework.add_case(office, Case(ref=ref), SAMPLE_TODAY)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "d")
        ledger = app.screen.query_one(Ledger)
        lines = [ledger.render_line(y).text for y in range(ledger.size.height)]
        assert any(f" {ref} " in line for line in lines)
        assert all("Flags" in line for line in lines[:1])


async def test_a_court_keeps_its_number_where_its_place_is_cut(app: TrackerApp) -> None:
    """Shivajinagar 9 in an agenda of 80 columns: two courts of one place are told apart."""
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "K")
        ledger = app.screen.query_one(Ledger)
        lines = [ledger.render_line(y).text for y in range(ledger.size.height)]
        assert any("… 9 PUN-2024-063" in line for line in lines)


def test_what_is_said_of_a_word_goes_on_under_itself() -> None:
    """A line without such a word goes on at the edge."""
    said = "court      an Executive Magistrate given the powers"
    assert hung(said, 11, 42) == "court      an Executive Magistrate given\n           the powers"
    assert hung("Immoral Traffic (Prevention) Act, 1956", 11, 42) == "Immoral Traffic (Prevention) Act, 1956"


async def test_a_cell_and_a_line_are_copied_unless_a_name_stands_in_them(
    app: TrackerApp, office: Office
) -> None:
    """Right chooses the column; what holds a victim's name is refused without saying it."""
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "d", "y")
        assert app.clipboard == row(app).ref
        await press(pilot, "right", "y")
        assert app.clipboard == app.screen.query_one(Ledger).cells(row(app))[1]
        await press(pilot, "Y")
        assert app.clipboard.startswith(row(app).ref + "\t")
        before = app.clipboard
        identity.keep(office, "MUM-2019-014", "V1", app.screen.query_one(Ledger).cells(row(app))[1])
        await press(pilot, "Y")
        assert "Not copied: the name of V1 of MUM-2019-014" in notices(app)
        assert app.clipboard == before


async def test_the_calendar_marks_closed_days_and_gives_the_day_picked(
    app: TrackerApp, office: Office
) -> None:
    """F4 in the next date, arrows and Enter; by the mouse, the button beside and a click on a day."""
    holidays.close(office, SAMPLE_TODAY.replace(day=26), name="Founder's day")
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await press(pilot, "h")
        app.screen.query_one("#next_on").focus()
        await press(pilot, "f4", "right", "right")
        assert isinstance(app.screen, PickDay)
        assert "Thu 26-11-2026, in 2 days" in text(app, "#said")
        assert "courts are closed, Founder's day" in text(app, "#said")
        assert "26x" in text(app, "#month")
        await press(pilot, "pagedown", "enter")
        assert isinstance(app.screen, HearingScreen)
        assert app.screen.query_one("#next_on", Input).value == "26-12-2026"
        await pilot.click(list(app.screen.query(".pick"))[-1])
        await settled(pilot)
        await pilot.click("#month", offset=(2, 2))
        await settled(pilot)
        assert app.screen.query_one("#next_on", Input).value == "07-12-2026"
