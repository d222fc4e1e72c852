"""The rates screen, driven by keys on the sample office."""

from __future__ import annotations

from pathlib import Path

from textual.widgets import Input, Static

from tests.tui.test_screens import fill, notices, press, text
from tests.tui.waiting import settled
from tracker.services import behind
from tracker.services.demo import SAMPLE_TODAY
from tracker.services.office import Office
from tracker.services.question import Question
from tracker.tui.app import TrackerApp
from tracker.tui.screens.cases import CasesScreen
from tracker.tui.screens.rates import RatesScreen
from tracker.tui.widgets.ledger import Ledger


def lines(app: TrackerApp) -> dict[str, tuple[str, ...]]:
    """Return the cells of each line by its label."""
    view = app.screen.view  # type: ignore[attr-defined]
    return {line.label: line.cells()[1:] for line in view.lines}


async def test_a_number_opens_its_cases(app: TrackerApp, office: Office) -> None:
    """% shows the rates by year; the convictions of all years open as a list of as many cases."""
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "percent_sign")
        assert "beginning to 24-11-2026" in text(app, "#definition")
        assert "Convicted of trials completed" in text(app, "#definition")
        rate = lines(app)["total"]
        assert rate[0] == "6 of 7"
        await press(pilot, "end", "enter", "down", "down", "enter")
        assert isinstance(app.screen, CasesScreen)
        found = behind.behind(office, Question(as_of=SAMPLE_TODAY), "total", "convicted")
        assert app.screen.query_one(Ledger).total == len(found) == 6
        assert "convicted" in text(app, "#line")
        await press(pilot, "escape", "escape")
        assert not isinstance(app.screen, RatesScreen)


async def test_rows_rate_days_and_chart_are_chosen_by_keys(app: TrackerApp) -> None:
    """By Act, of the FIRs, of the cohort of one advocate: what is asked stands above the table."""
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "percent_sign", "b", "down", "enter")
        assert "Indian Penal Code, 1860" in lines(app)
        await press(pilot, "m", "end", "up", "up", "up", "enter", "o")
        said = text(app, "#definition")
        assert "Convicted of registered." in said
        assert "principal offence" in said
        await press(pilot, "p")
        await fill(pilot, "filter", "lead:asha")
        await fill(pilot, "first", "01-01-2099")
        await press(pilot, "ctrl+s")
        assert "after the day of the report" in text(app, "#echo")
        await fill(pilot, "first", "01-01-2019")
        await press(pilot, "ctrl+s")
        assert "only lead:asha" in text(app, "#definition")
        await press(pilot, "v", "v", "v")
        assert "FIR to conviction" in str(app.screen.query_one("#chart", Static).render())


async def test_acts_have_their_short_names_where_the_whole_ones_have_no_room(app: TrackerApp) -> None:
    """At 80 columns none is cut; the whole name of the chosen one stands below."""
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "percent_sign", "b", "down", "enter")
        table = app.screen.query_one(Ledger)
        shown = [table.render_line(y).text for y in range(table.size.height)]
        assert any("Bonded Labour Act 1976 " in line for line in shown)
        assert not any("…" in line for line in shown)
        assert "Bonded Labour System (Abolition) Act, 1976." in text(app, "#notes")


async def test_what_is_seen_is_written_to_a_file(app: TrackerApp, tmp_path: Path) -> None:
    """A PDF and a table with definition and notes; another ending is refused by name."""
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "percent_sign", "x")
        for name in ("rates.txt", "rates.csv"):
            app.screen.query_one("#file", Input).value = str(tmp_path / name)
            await press(pilot, "ctrl+s")
        assert "'rates.txt' ends in neither .csv nor .pdf" in notices(app)
        written = (tmp_path / "rates.csv").read_text("utf-8-sig")
        assert written.startswith("# SAMPLE, invented people: Rates by year: Cases by year")
        assert "total,6 of 7,85.7" in written
        await press(pilot, "x")
        app.screen.query_one("#file", Input).value = str(tmp_path / "rates.pdf")
        await press(pilot, "ctrl+s")
        assert (tmp_path / "rates.pdf").read_bytes().startswith(b"%PDF")


async def test_escape_stops_counting_before_it_leaves(app: TrackerApp) -> None:
    """While it counts, Esc stops it and the screen stays; the next one goes back."""
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "percent_sign")
        assert isinstance(app.screen, RatesScreen)
        app.screen.counting = True
        await press(pilot, "escape")
        assert "Stopped" in text(app, "#line")
        await press(pilot, "escape")
        assert not isinstance(app.screen, RatesScreen)
