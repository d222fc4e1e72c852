"""The screens on charges: suggestions, what-if, board, age, statutes; by keys, on the sample office."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Static

import statutes
from tests.services.test_lawpack import PACK
from tests.tui.waiting import settled
from tracker.services import casework, lawpack
from tracker.services.demo import SAMPLE_TODAY
from tracker.services.office import Office
from tracker.tui.app import TrackerApp
from tracker.tui.screens.age import AgeScreen
from tracker.tui.screens.answering import Asking
from tracker.tui.screens.charges import ChargeBoard
from tracker.tui.screens.statutes import StatutesScreen, told
from tracker.tui.screens.suggest import SuggestScreen
from tracker.tui.widgets.ledger import Ledger

REF = "MUM-2019-014"


async def open_(pilot: Pilot[None], screen: Any) -> None:
    """Open a screen on the open office."""
    await settled(pilot)
    pilot.app.push_screen(screen)
    await settled(pilot)


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys, each after the answer to the one before."""
    for key in keys:
        await pilot.press(key)
        await settled(pilot)


def shown(app: TrackerApp, where: str = "#why") -> str:
    """Return what a part of the screen says."""
    return str(app.screen.query_one(where, Static).render())


def lines(app: TrackerApp) -> list[Any]:
    """Return the rows of the list."""
    ledger = app.screen.query_one(Ledger)
    return [ledger.row(n) for n in range(ledger.total)]


async def test_suggestions_are_listed_with_what_has_to_be_shown(app: TrackerApp) -> None:
    """What stands now comes first; the panel has elements and evidence; the line counts."""
    async with app.run_test(size=(80, 24)) as pilot:
        await open_(pilot, SuggestScreen(REF))
        whens = [row.when for row in lines(app)]
        assert whens[0] == "now"
        assert whens[-1] == "avoid"
        assert "show " in shown(app)
        assert "evidence" in shown(app)
        assert "to avoid" in shown(app, "#line")


async def test_a_suggestion_goes_on_file_only_after_the_question(app: TrackerApp, office: Office) -> None:
    """Esc at the question writes nothing; Ctrl+S puts the charge on file for those named, with the reason."""
    async with app.run_test(size=(120, 40)) as pilot:
        await open_(pilot, SuggestScreen(REF))
        before = len(casework.show(office, REF, SAMPLE_TODAY).charges)
        await press(pilot, "a")
        assert isinstance(app.screen, Asking)
        await press(pilot, "escape")
        assert len(casework.show(office, REF, SAMPLE_TODAY).charges) == before
        one = lines(app)[0]
        await press(pilot, "a")
        app.screen.query_one("#because", Input).value = "as the prosecutor advised"
        await press(pilot, "ctrl+s")
        view = casework.show(office, REF, SAMPLE_TODAY)
        assert len(view.charges) == before + 1
        assert view.charges[-1]["provision"] == one.said["provision"]
        assert "as the prosecutor advised" in next(e["note"] for e in view.events if e["kind"] == "added")
        assert one.said["provision"] not in {r.said["provision"] for r in lines(app) if r.when == "now"}


async def test_a_what_if_is_marked_and_can_not_be_put_on_file(app: TrackerApp, office: Office) -> None:
    """V2=17 brings 370(5) up; `a` refuses; `x` shows the case as it is; nothing was written."""
    async with app.run_test(size=(80, 24)) as pilot:
        await open_(pilot, SuggestScreen(REF))
        before = casework.show(office, REF, SAMPLE_TODAY)
        await press(pilot, "w", *"V2=17", "enter")
        assert "WHAT IF V2=17" in shown(app, "#supposed")
        assert ("IPC-370-5", "now") in {(r.said["provision"], r.when) for r in lines(app)}
        await press(pilot, "a")
        assert isinstance(app.screen, SuggestScreen)
        await press(pilot, "x")
        assert ("IPC-370-5", "now") not in {(r.said["provision"], r.when) for r in lines(app)}
        assert casework.show(office, REF, SAMPLE_TODAY) == before


async def test_a_what_if_that_cannot_be_read_is_refused_and_left(app: TrackerApp) -> None:
    """An unknown victim is told, and the list stays as it was."""
    async with app.run_test(size=(80, 24)) as pilot:
        await open_(pilot, SuggestScreen(REF))
        count = len(lines(app))
        await press(pilot, "w", *"V9=17", "enter")
        await settled(pilot)
        assert len(lines(app)) == count
        assert isinstance(app.screen, SuggestScreen)
        assert not app.screen.supposed


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_an_age_shows_its_whole_consequence_on_one_screen(
    app: TrackerApp, size: tuple[int, int]
) -> None:
    """V2 at 17: term, court, custody, charges, clocks and warnings, none of them scrolled out of sight."""
    async with app.run_test(size=size) as pilot:
        await open_(pilot, AgeScreen(REF, "V2", "17"))
        text = shown(app, "#told")
        for part in ("370(4) → 370(5)", "10 years → 14 years", "stays: Special Court", "POCSO 17 for V2"):
            assert part in text
        assert "goes: age pending (V2)" in text
        assert app.screen.query_one("#moves").max_scroll_y == 0


async def test_an_age_is_recorded_only_after_the_question(app: TrackerApp, office: Office) -> None:
    """Esc leaves; Ctrl+S asks, Ctrl+S again records, and the victim's age is new."""
    async with app.run_test(size=(80, 24)) as pilot:
        await open_(pilot, AgeScreen(REF, "V2"))
        await press(pilot, *"16-17")
        await press(pilot, "ctrl+s", "escape")
        assert _age(office)["status"] == "pending"
        await press(pilot, "ctrl+s", "ctrl+s")
        assert (_age(office)["status"], _age(office)["years_low"], _age(office)["years_high"]) == (
            "minor",
            16,
            17,
        )


def _age(office: Office) -> dict[str, Any]:
    view = casework.show(office, REF, SAMPLE_TODAY)
    return next(v["age"] for v in view.victims if v["code"] == "V2")


async def test_the_board_shows_each_charge_and_what_was_never_charged(app: TrackerApp) -> None:
    """Charges on file with their steps; those that facts support and nobody is charged with; `c` narrows."""
    async with app.run_test(size=(120, 40)) as pilot:
        await open_(pilot, ChargeBoard(REF))
        rows = lines(app)
        assert any(row.on_file and row.fir for row in rows)
        assert any(not row.on_file and row.gone for row in rows)
        await press(pilot, "c")
        assert 0 < len(lines(app)) < len(rows) or all(row.gone for row in rows)
        assert "Corrections only" in shown(app, "#line")


async def test_every_provision_opens_on_the_screen(app: TrackerApp) -> None:
    """The list holds the whole catalogue, and each row has a panel with sentence, court, bail and source."""
    async with app.run_test(size=(80, 24)) as pilot:
        await open_(pilot, StatutesScreen())
        assert {row.id for row in lines(app)} == set(statutes.provisions())
        for row in lines(app):
            text = told(row, None)
            assert all(part in text for part in ("law ", "sentence ", "bail ", "court ", "match ", "source "))
            assert "None" not in text


async def test_the_search_takes_a_clerks_line_and_says_which_cases_use_a_section(app: TrackerApp) -> None:
    """An old number finds the new section; a line in Marathi is read; the cases that charge it are named."""
    async with app.run_test(size=(120, 40)) as pilot:
        await open_(pilot, StatutesScreen("IPC-370-3"))
        assert REF in shown(app)
        await press(pilot, "o")
        assert [row.id for row in lines(app)] == ["BNS-143-3"]
        await press(pilot, "slash")
        app.screen.query_one("#search", Input).value = "भा.दं.वि. ३७०(५)"
        await settled(pilot)
        assert [row.id for row in lines(app)] == ["IPC-370-5"]
        await press(pilot, "escape", "escape")
        assert not isinstance(app.screen, StatutesScreen)


async def test_the_screens_lead_to_each_other(app: TrackerApp) -> None:
    """From a suggestion to its section and to the board, and back."""
    async with app.run_test(size=(80, 24)) as pilot:
        await open_(pilot, SuggestScreen(REF))
        await press(pilot, "s")
        assert isinstance(app.screen, StatutesScreen)
        await press(pilot, "escape", "b")
        assert isinstance(app.screen, ChargeBoard)
        await press(pilot, "escape")
        assert isinstance(app.screen, SuggestScreen)


async def test_a_case_leads_to_its_suggestions_board_and_ages(app: TrackerApp) -> None:
    """`s`, `b` and `a` on a case, `S` anywhere; Esc comes back to the case."""
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        app.show_case(REF)
        await settled(pilot)
        for key, screen in (
            ("s", SuggestScreen),
            ("b", ChargeBoard),
            ("a", AgeScreen),
            ("S", StatutesScreen),
        ):
            case = app.screen
            await press(pilot, key)
            assert isinstance(app.screen, screen)
            await press(pilot, "escape")
            assert app.screen is case


async def test_the_offices_own_row_stands_in_the_released_ones_place(
    app: TrackerApp, office: Office, tmp_path: Path
) -> None:
    """The list marks it, the panel gives its sentence and who signed it, and the line counts it."""
    pack = tmp_path / "own.toml"
    pack.write_text(PACK, "utf-8")
    lawpack.load_rows(office, lawpack.read(pack), SAMPLE_TODAY)
    async with app.run_test(size=(120, 40)) as pilot:
        await open_(pilot, StatutesScreen("IPC-370-3"))
        assert [row.max_months for row in lines(app)] == [84]
        assert "signed by Adv. R. Kulkarni on 30-09-2019" in shown(app)
        assert "in place of the released row" in shown(app)
        assert "1 of the office's own" in shown(app, "#line")
