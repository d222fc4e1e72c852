"""The registry of actions: whole, done by somebody, and the one source of keys."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.test_screens import press
from tests.tui.waiting import settled
from tracker.cli import COMMANDS
from tracker.tui import actions, keymap
from tracker.tui.actions import ACTIONS, EVERYWHERE, Action
from tracker.tui.app import TrackerApp
from tracker.tui.palette import usable
from tracker.tui.screens.calendar import CalendarScreen
from tracker.tui.screens.case import CaseScreen
from tracker.tui.screens.cases import CasesScreen
from tracker.tui.screens.causelist import CauseListScreen
from tracker.tui.screens.changed import ChangedScreen
from tracker.tui.screens.charges import ChargeBoard
from tracker.tui.screens.court import CourtScreen
from tracker.tui.screens.docket import DocketScreen
from tracker.tui.screens.due import DueScreen
from tracker.tui.screens.flagboard import FlagBoardScreen
from tracker.tui.screens.flags import FlagsScreen
from tracker.tui.screens.home import HomeScreen
from tracker.tui.screens.overview import OverviewScreen
from tracker.tui.screens.paper import PaperScreen
from tracker.tui.screens.rates import RatesScreen
from tracker.tui.screens.statutes import StatutesScreen
from tracker.tui.screens.suggest import SuggestScreen

README = Path(__file__).parents[2] / "README.md"
SCREENS = {
    actions.HOME: HomeScreen,
    actions.DOCKET: DocketScreen,
    actions.CASE: CaseScreen,
    actions.FLAGS: FlagsScreen,
    actions.DUE: DueScreen,
    actions.COURT: CourtScreen,
    actions.RATES: RatesScreen,
    actions.CASES: CasesScreen,
    actions.BOARD: FlagBoardScreen,
    actions.CHANGED: ChangedScreen,
    actions.PAPER: PaperScreen,
    actions.OVERVIEW: OverviewScreen,
    actions.CALENDAR: CalendarScreen,
    actions.LIST: CauseListScreen,
    actions.SUGGESTIONS: SuggestScreen,
    actions.CHARGES: ChargeBoard,
    actions.STATUTES: StatutesScreen,
}


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_every_action_has_key_label_help_and_command(action: Action) -> None:
    """Nothing is left out, and the words fit where they are shown."""
    assert action.key
    assert action.where
    assert 0 < len(action.label) <= 14
    assert action.help.endswith(".")
    assert len(action.help) <= 56
    assert action.cli.split(" ")[0] in ("tracker", "none:")


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_the_command_that_an_action_names_exists(action: Action) -> None:
    """What the registry says of the command line is true."""
    for said in action.cli.split(", "):
        words = said.split(" ")
        if words[0] == "tracker" and not words[1].startswith("-"):
            assert words[1] in COMMANDS


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_every_action_is_done_by_its_screen_or_by_the_app(action: Action) -> None:
    """A key without a method would do nothing in silence."""
    owners = [TrackerApp] if action.call.startswith("app.") else [SCREENS[where] for where in action.where]
    for owner in owners:
        assert hasattr(owner, f"action_{action.id}")


@pytest.mark.parametrize("where", SCREENS)
def test_no_key_means_two_things_on_one_screen(where: str) -> None:
    """Each key of a screen's bindings stands once."""
    keys = [key for binding in actions.bindings(where) for key in binding.key.split(",")]
    assert sorted(keys) == sorted(set(keys))


def test_no_action_has_the_id_of_another() -> None:
    """A keymap names one thing."""
    assert len(actions.BY_ID) == len(ACTIONS)


def test_the_readme_has_the_key_table() -> None:
    """It is made from the registry, with a line for every action."""
    table = actions.key_table()
    assert all(action.help in table for action in ACTIONS)
    assert table in README.read_text("utf-8")


async def test_the_palette_offers_what_works_here_and_nothing_else(app: TrackerApp) -> None:
    """On the docket: sorting, and what works everywhere; not court mode."""
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "d")
        offered = {action.id for action, _ in usable(app.screen)}
        everywhere = {action.id for action in ACTIONS if EVERYWHERE in action.where}
        assert everywhere | {"order", "filter"} <= offered
        assert "court" not in offered


async def test_colon_opens_the_palette_and_runs_what_is_typed(app: TrackerApp) -> None:
    """The same list as Ctrl+P."""
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "colon", *"docket")
        await pilot.pause(0.3)
        await press(pilot, "enter")
        await pilot.pause(0.3)
        await settled(pilot)
        assert isinstance(app.screen, DocketScreen)


def test_a_key_taken_by_another_action_of_the_same_screen_is_refused() -> None:
    """The clash is said by name, and the action keeps its own key."""
    chosen, faults = keymap.checked({"hearing": "r", "log": "ctrl+k"})
    assert chosen == {"log": "ctrl+k"}
    assert "record" in faults[0]


@pytest.mark.parametrize("text", ["hearing = ", 'dance = "x"', "hearing = 3"])
def test_a_key_file_that_cannot_be_used_says_why(tmp_path: Path, text: str) -> None:
    """Broken, an unknown action, not text: one line, and the program starts all the same."""
    (tmp_path / keymap.FILE).write_text(text, "utf-8")
    chosen, faults = keymap.read(tmp_path)
    assert not chosen
    assert len(faults) == 1
    assert keymap.FILE in faults[0]


async def test_a_chosen_key_works_and_help_shows_it(app: TrackerApp, tmp_path: Path) -> None:
    """The file in the data folder moves the docket to F2."""
    (tmp_path / keymap.FILE).write_text('docket = "f2"\n', "utf-8")
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "d")
        assert isinstance(app.screen, HomeScreen)
        await press(pilot, "f2")
        assert isinstance(app.screen, DocketScreen)
