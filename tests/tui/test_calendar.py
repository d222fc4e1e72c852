"""The calendar on the screen: the command's own rows, three looks, moving, covering, printing, lists."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

from click.testing import CliRunner
from textual.widgets import Input, TextArea

from tests.tui.test_screens import fill, notices, press, text
from tests.tui.waiting import settled
from tracker.cli import cli
from tracker.services import calendar, casework
from tracker.services.demo import SAMPLE_TODAY
from tracker.services.office import Office
from tracker.services.spans import CalendarDay
from tracker.tui.app import TrackerApp
from tracker.tui.screens.calendar import CalendarScreen
from tracker.tui.screens.causelist import CauseListScreen
from tracker.tui.widgets.ledger import Ledger

NEXT = date(2026, 11, 25)
MALVANI = "MUM-2019-014"


def shown(app: TrackerApp) -> list[CalendarDay]:
    """Return the days that the calendar shows."""
    assert isinstance(app.screen, CalendarScreen)
    return list(app.screen.days)


async def test_the_same_filter_gives_the_rows_of_the_command(app: TrackerApp, sample_url: str) -> None:
    """Days, filter and advocate alike: what `tracker calendar --json` prints is what the agenda lists."""
    asked = ["calendar", "lead:asha -stage:closed", "--from", "today", "--to", "+13d", "--advocate", "asha"]
    said = CliRunner().invoke(cli, ["--db", sample_url, "--today", f"{SAMPLE_TODAY}", *asked, "--json"])
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "K", "slash")
        app.screen.query_one("#filter", Input).value = asked[1]
        await press(pilot, "enter", "a", "down", "down", "down", "enter")
        assert isinstance(app.screen, CalendarScreen)
        assert app.screen.advocate == "asha"
        rows = [row for day in shown(app) for row in day.rows]
        ledger = app.screen.query_one("#agenda", Ledger)
        assert rows == [ledger.row(n) for n in range(ledger.total)]
        keys = ("ref", "time", "purpose", "advocate", "clash", "kind", "limit", "closed")
        told = [{"on": row["on"]} | {key: row[key] for key in keys} for row in json.loads(said.stdout)]
        assert told == [{"on": f"{row.on}"} | {key: getattr(row, key) for key in keys} for row in rows]
        assert rows


async def test_three_looks_show_the_same_days(app: TrackerApp) -> None:
    """The week and the month count what the agenda lists; Enter on a day opens its agenda."""
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "K", "2")
        week = {day.on: len(day.listed) for day in shown(app)}
        assert (len(week), min(week)) == (7, SAMPLE_TODAY - timedelta(days=1))
        await press(pilot, "3")
        month = {day.on: len(day.listed) for day in shown(app)}
        assert week.items() - month.items() == set()
        await press(pilot, "right", "enter")
        assert (app.screen.query_one("#agenda", Ledger).chosen.on, shown(app)[0].on) == (NEXT, NEXT)
        await press(pilot, "3", *["down"] * 2)
        assert shown(app)[0].on == date(2026, 12, 1)


async def test_a_listing_moves_with_its_warning_and_back(app: TrackerApp, office: Office) -> None:
    """Onto a Sunday: warned before and after, written all the same, and undone by `u`."""
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        before = casework.show(office, MALVANI, SAMPLE_TODAY).hearings
        await press(pilot, "K", "down", "down", "m")
        await fill(pilot, "to", "29-11-2026")
        assert "29-11-2026 is a Sunday: courts are closed" in text(app, "#echo")
        await press(pilot, "enter")
        assert "Moved to Sun 29-11-2026. !! 29-11-2026 is a Sunday" in notices(app)
        assert date(2026, 11, 29) in [
            one["on"] for one in casework.show(office, MALVANI, SAMPLE_TODAY).hearings
        ]
        await press(pilot, "u")
        assert casework.show(office, MALVANI, SAMPLE_TODAY).hearings == before


async def test_somebody_stands_in_for_a_day(app: TrackerApp, office: Office) -> None:
    """Chosen from those the office knows; the row says for whom, and the lead is as it was."""
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "K", "down", "down", "w")
        await fill(pilot, "by", "ravi")
        await press(pilot, "ctrl+s")
        (row,) = calendar.between(office, NEXT, NEXT, today=SAMPLE_TODAY, filter=MALVANI)
        assert (row.advocate, row.in_place_of) == ("ravi", "asha")
        assert casework.show(office, MALVANI, SAMPLE_TODAY).lead == "asha"
        assert "ravi goes on Wed 25-11-2026 for asha." in notices(app)


async def test_my_board_is_printed_to_the_folder_of_the_office(app: TrackerApp, tmp_path: Path) -> None:
    """`P` on today prints the desk sheet of whoever is at the desk, named by day and copy."""
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "P")
        assert [file.name for file in (tmp_path / "prints").iterdir()] == [
            "hearings-2026-11-24-asha-copy-1.pdf"
        ]
        await press(pilot, "K", "2", "P")
        assert (tmp_path / "prints" / "hearings-2026-11-23-to-2026-11-29-all-copy-1.pdf").exists()
        assert "desk sheet 1, 9 listed" in notices(app)
        assert (
            "tracker calendar --from 2026-11-23 --to 2026-11-29 --layout week --pdf" in app.done[-1].command
        )


async def test_a_pasted_list_writes_nothing_until_a_line_is_accepted(app: TrackerApp, office: Office) -> None:
    """Another day than ours is said; `a` lists the matter on the list's day, `u` takes it back."""
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        before = casework.show(office, MALVANI, SAMPLE_TODAY).hearings
        number = casework.show(office, MALVANI, SAMPLE_TODAY).proceedings[0]["number"]
        await press(pilot, "p")
        assert isinstance(app.screen, CauseListScreen)
        app.screen.query_one("#on", Input).value = "27-11-2026"
        app.screen.query_one(TextArea).text = f"CAUSE LIST\n4 {number} State v A1\n"
        await press(pilot, "ctrl+s")
        answer = app.screen.query_one("#answers", Ledger).chosen
        assert (answer.status, answer.ref, answer.item, answer.on) == ("DIFFERENT DATE", MALVANI, "4", NEXT)
        assert casework.show(office, MALVANI, SAMPLE_TODAY).hearings == before
        await press(pilot, "a")
        assert app.screen.query_one("#answers", Ledger).chosen.status == "FOUND"
        (row,) = calendar.between(
            office, date(2026, 11, 27), date(2026, 11, 27), today=SAMPLE_TODAY, filter=MALVANI
        )
        assert row.kind == "hearing"
        await press(pilot, "escape", "u")
        assert casework.show(office, MALVANI, SAMPLE_TODAY).hearings == before
