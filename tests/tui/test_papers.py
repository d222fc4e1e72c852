"""Papers and overviews on the screen."""

from __future__ import annotations

from pathlib import Path

from textual.widgets import Input, Static

from tests.tui.test_screens import fill, press
from tests.tui.waiting import settled
from tracker.tui.app import TrackerApp
from tracker.tui.paperkinds import kinds
from tracker.tui.screens.case import CaseScreen
from tracker.tui.screens.overview import OverviewScreen
from tracker.tui.screens.paper import PaperScreen


async def test_a_paper_is_read_on_the_screen_and_printed(app: TrackerApp, tmp_path: Path) -> None:
    """Case, p, the second: the adjournment ledger; w and a file: the PDF, with its command in the log."""
    file = tmp_path / "annex.pdf"
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        app.show_case("THA-2021-012")
        await settled(pilot)
        await press(pilot, "p", "down", "enter")
        assert isinstance(app.screen, PaperScreen)
        said = str(app.screen.query_one("#text", Static).render())
        assert "Of 8 listings with an outcome on record, 5 were lost" in said
        await press(pilot, "w")
        app.screen.query_one("#file", Input).value = str(file)
        await press(pilot, "ctrl+s")
        assert file.read_bytes().startswith(b"%PDF")
        assert app.done[-1].command == f"tracker adjournments THA-2021-012 --pdf {file}"


async def test_a_memo_is_signed_off_where_it_is_read(app: TrackerApp) -> None:
    """s on a handover memo asks who signed it, with the day and the mark filled in; the memo then says so."""
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        memo = kinds("THA-2021-012", ())["handover-prosecutor"]
        app.push_screen(PaperScreen("THA-2021-012", memo))
        await settled(pilot)
        assert "Not signed off yet." in str(app.screen.query_one("#text", Static).render())
        await press(pilot, "s")
        await fill(pilot, "signed_by", "U. Naik")
        await press(pilot, "ctrl+s")
        said = " ".join(str(app.screen.query_one("#text", Static).render()).split())
        assert "Signed off by U. Naik on 24-11-2026 (the paper with the mark" in said


async def test_an_overview_opens_and_enter_opens_the_case(app: TrackerApp) -> None:
    """R lists the attempts, latest first; Enter opens the case of the first."""
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await press(pilot, "R")
        assert isinstance(app.screen, OverviewScreen)
        assert "2 called off" in str(app.screen.query_one("#line", Static).render())
        await press(pilot, "enter")
        assert isinstance(app.screen, CaseScreen)
        assert app.screen.ref == "THA-2026-101"
