"""A day at the desk as a person goes through it: with the keyboard, and with the mouse alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Button, OptionList, RadioSet, Select

from tests.conftest import copied
from tests.tui.mouse import hint
from tests.tui.test_screens import choose, fill, notices, press, text
from tests.tui.waiting import drawn, settled
from tracker.domain.case import Case, Hearing, Proceeding
from tracker.domain.words import ProceedingKind, Purpose
from tracker.services import agenda, casework, desk, docket, flags, hearings
from tracker.services.demo import SAMPLE_TODAY
from tracker.services.office import Office, open_office
from tracker.tui.app import TrackerApp
from tracker.tui.screens.adjourn import AdjournScreen
from tracker.tui.screens.case import CaseScreen
from tracker.tui.screens.clash import ClashScreen
from tracker.tui.screens.court import CourtScreen
from tracker.tui.screens.docket import DocketScreen
from tracker.tui.screens.firstrun import FirstRun
from tracker.tui.screens.hearing import HearingScreen
from tracker.tui.screens.help import HelpScreen
from tracker.tui.screens.home import HomeScreen
from tracker.tui.screens.pickday import PickDay
from tracker.tui.widgets.ledger import Ledger

COURT = "dindoshi-11"
FORTNIGHT = date(2026, 12, 8)


def list_fourteen(office: Office) -> None:
    """List fourteen matters today in a court of the sample that has none."""
    trial = Proceeding(key="trial", kind=ProceedingKind.TRIAL, court=COURT)
    listed = Hearing(on=SAMPLE_TODAY, proceeding="trial", purpose=Purpose.EVIDENCE, advocate="lata")
    for number in range(14):
        case = Case(ref=f"L-{number:02}", proceedings=(trial,), hearings=(listed,))
        casework.add_case(office, case, SAMPLE_TODAY)


@pytest.fixture
def fourteen(office: Office) -> None:
    """List them in the office of the screen."""
    list_fourteen(office)


@pytest.fixture
def newcomer(
    sample_url_to_copy: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[TrackerApp, Office]]:
    """Return the program for somebody who has no office yet, and the sample office that they will see."""
    monkeypatch.setenv("TRACKER_USER", "asha")
    monkeypatch.setattr("tracker.settings.data_folder", lambda: tmp_path)
    sample = copied(sample_url_to_copy, tmp_path, "sample.db")
    app = TrackerApp(f"sqlite:///{tmp_path}/office.db")
    app.first_run = tmp_path / "office.db"
    with open_office(sample, user="asha") as office:
        yield app, office


async def welcomed(pilot: Pilot[None]) -> FirstRun:
    """Return the first run's screen when it is there."""
    for _ in range(1000):
        await pilot.pause()
        if isinstance(pilot.app.screen, FirstRun):
            break
    assert isinstance(pilot.app.screen, FirstRun)
    await pilot.pause()
    return pilot.app.screen


async def opened(pilot: Pilot[None]) -> None:
    """Return when the first run has opened an office."""
    app = pilot.app
    assert isinstance(app, TrackerApp)
    for _ in range(1000):
        await app.workers.wait_for_complete()
        await pilot.pause()
        if app.office is not None:
            break
    await settled(pilot)


async def quick(pilot: Pilot[None], *keys: str) -> None:
    """Press keys as fast as they come, and wait for the answer to the last."""
    await pilot.press(*keys)
    await settled(pilot)


async def by_help(pilot: Pilot[None], action: str) -> None:
    """Click the hint of help, turn the wheel to a line, and click it."""
    await hint(pilot, "app.help")
    screen = pilot.app.screen
    assert isinstance(screen, HelpScreen)
    at = [one.id for one, _ in screen.listed].index(action)
    options = screen.query_one(OptionList)
    options.scroll_to(y=at, animate=False, immediate=True)
    await pilot.pause()
    await pilot.click(options, offset=(4, at - round(options.scroll_y)))
    await settled(pilot)


async def pick(pilot: Pilot[None], nth: int) -> None:
    """Click the calendar beside the last date field, and its 8th of December."""
    await pilot.click(list(pilot.app.screen.query(".pick"))[nth])
    await settled(pilot)
    assert isinstance(pilot.app.screen, PickDay)
    await pilot.click("#head", offset=(16, 0))
    await settled(pilot)
    await pilot.click("#month", offset=(9, 2))
    await settled(pilot)


async def click(pilot: Pilot[None], where: str, **more: tuple[int, int]) -> None:
    """Click, and wait for the answer."""
    await pilot.click(where, **more)  # type: ignore[arg-type]
    await pilot.pause()
    if pilot.app.office is not None:  # type: ignore[attr-defined]
        await settled(pilot)


def moved(office: Office) -> int:
    """Return how many matters that court has in a fortnight."""
    return len(agenda.between(office, FORTNIGHT, FORTNIGHT, court=COURT))


@pytest.mark.usefixtures("fourteen")
async def test_a_courts_day_is_adjourned_from_court_mode(app: TrackerApp, office: Office) -> None:
    """J begins with the court of the matter on the screen; Esc and the mark's Esc leave first."""
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "space", "escape")
        assert isinstance(app.screen, HomeScreen)
        assert not app.screen.query_one("#today", Ledger).marked
        await press(pilot, "c", "p", "J")
        assert isinstance(app.screen, AdjournScreen)
        await fill(pilot, "next_on", "2w")
        await press(pilot, "enter")
    assert moved(office) == 14


@pytest.mark.parametrize(("key", "left"), [("t", "part_heard"), ("m", "held")])
async def test_a_clash_on_one_hearing_is_decided_by_the_person(
    app: TrackerApp, office: Office, key: str, left: str
) -> None:
    """Another program wrote the same hearing while the form was open: both are shown, nothing is lost."""
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "h")
        hearings.record(
            office,
            "NAG-2023-017",
            on=SAMPLE_TODAY,
            outcome="part_heard",
            next_on=FORTNIGHT,
            today=SAMPLE_TODAY,
        )
        await choose(pilot, "outcome", "held")
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, ClashScreen)
        said = "\n".join(str(one.render()) for one in app.screen.query("Static"))
        assert "THEIRS, on file: part heard, next 08-12-2026" in said
        assert "MINE, not written: " in said
        await press(pilot, key)
        assert isinstance(app.screen, HomeScreen)
    today = {one.ref: one.outcome for one in agenda.between(office, SAMPLE_TODAY, SAMPLE_TODAY)}
    assert today["NAG-2023-017"] == left


async def test_cases_get_another_lead_and_the_undo_gives_them_back(app: TrackerApp, office: Office) -> None:
    """Space twice marks two; l asks the name."""
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "d", "space", "space", "l", *"zoya", "enter")
        assert docket.count(office, "lead:zoya", SAMPLE_TODAY) == 2
        await press(pilot, "u")
        assert docket.count(office, "lead:zoya", SAMPLE_TODAY) == 0


async def test_the_first_run_asks_four_steps_and_opens_the_sample(
    newcomer: tuple[TrackerApp, Office], tmp_path: Path
) -> None:
    """Each step is skipped by Ctrl+S; Esc goes back and never quits; nothing is made before the last."""
    app, _ = newcomer
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await welcomed(pilot)
        await pilot.press("escape", "ctrl+s", "ctrl+s", "escape", "ctrl+s", "ctrl+s")
        assert "Step 4 of 4" in str(screen.query_one("#head").render())
        screen.query_one("#kind", RadioSet).query("RadioButton").last().value = True  # type: ignore[attr-defined]
        screen.query_one("#passphrase").focus()
        await pilot.pause()
        shown = [str(one.render()).split()[0] for one in screen.query("#kind RadioButton")]
        assert "(●)" in shown[1]  # a sign, not a colour, says which is chosen
        assert "●" not in shown[0]
        await pilot.press(*"four words", "ctrl+s")
        assert "not the same" in str(screen.query_one("#why").render())
        assert not (tmp_path / "office.db").exists()
        screen.query_one("#kind", RadioSet).query("RadioButton").first().value = True  # type: ignore[attr-defined]
        await pilot.press("ctrl+s")
        await opened(pilot)
        assert isinstance(app.screen, HomeScreen)
        assert "SAMPLE" in str(app.screen.query_one("Banner").render())
        assert app.today == SAMPLE_TODAY


async def test_a_day_with_the_keyboard_alone(newcomer: tuple[TrackerApp, Office], tmp_path: Path) -> None:
    """First run, a case, an outcome, fourteen and back, a new case, an age, a flag, a view."""
    app, office = newcomer
    list_fourteen(office)
    async with app.run_test(size=(80, 24)) as pilot:
        await welcomed(pilot)
        await pilot.press("ctrl+s", "ctrl+s", "ctrl+s", "ctrl+s")
        await opened(pilot)

        await quick(pilot, "g", *"017")
        await quick(pilot, "enter")
        assert isinstance(app.screen, CaseScreen)
        assert app.screen.ref == "NAG-2023-017"

        await press(pilot, "t", "c")
        assert isinstance(app.screen, CourtScreen)
        while app.screen.ref_here() != "NAG-2023-017":
            await press(pilot, "n")
        await quick(pilot, *"oad2+14", "enter")  # eight keys
        heard = casework.show(office, "NAG-2023-017", SAMPLE_TODAY).hearings
        assert ("defence", FORTNIGHT) in [(one.get("asked_by"), one.get("next_on")) for one in heard]

        await quick(pilot, "escape", "d", "slash", *"L-", "enter")
        await quick(pilot, "space", "asterisk")
        assert "14 marked" in text(app, "#line")
        assert app.screen.query_one(Ledger).render_line(1).text.startswith("*L-00")
        await quick(pilot, "J", *"+14")
        assert "14 matters, judge absent or on leave: next Tue 08-12-2026, gap 14 d" in text(app, "#echo")
        await press(pilot, "ctrl+s")
        assert moved(office) == 14
        assert not app.screen.query_one(Ledger).marked
        await press(pilot, "u")
        assert "Undone: 14 hearings of 24-11-2026" in notices(app)
        assert moved(office) == 0
        await press(pilot, "ctrl+y")
        assert moved(office) == 14
        await press(pilot, "u")
        assert moved(office) == 0

        await quick(pilot, "n", *"T-1", "tab", "tab")  # typed on before the form is there
        await quick(pilot, *"77/2026", "tab", *"fri", "ctrl+s")
        assert "registered: 27-11-2026 is after today" in text(app, "#echo")
        await quick(pilot, *"today", "tab", *"Malvani", "ctrl+s")
        assert isinstance(app.screen, CaseScreen)
        fir = casework.show(office, "T-1", SAMPLE_TODAY).fir or {}
        assert (fir["number"], fir["police_station"]) == ("77", "Malvani")
        await press(pilot, "u")
        assert "Undone: the new case T-1" in notices(app)
        assert isinstance(app.screen, DocketScreen)

        await quick(pilot, "g", *"2019-014")
        await quick(pilot, "enter")
        await quick(pilot, "a", *"16", "enter")
        await quick(pilot, "enter")
        view = casework.show(office, "MUM-2019-014", SAMPLE_TODAY)
        assert next(one["age"]["years"] for one in view.victims if one["code"] == "V2") == 16
        assert app.done[-1].command == "tracker age MUM-2019-014 V2 --status minor --years 16 --yes"

        await press(pilot, "f")
        flag = app.screen.query_one(Ledger).chosen
        await quick(pilot, "R", *"copy on file", "enter")
        (resolved,) = flags.Pages(office, "", SAMPLE_TODAY, handled="resolved").page(0)
        assert (resolved.ref, resolved.kind, resolved.who) == (flag.ref, flag.kind, flag.who)
        await quick(pilot, "space", "space", "R", *"at the review", "enter")
        assert "2 flags resolved" in notices(app)
        await press(pilot, "u")
        assert "2 flags stand again" in notices(app)

        await quick(pilot, "d", "slash", *"lead:asha", "enter")
        await quick(pilot, "w", "9", "tab", *"mine", "enter")
        await quick(pilot, "1")
        await quick(pilot, "9")
        assert isinstance(app.screen, DocketScreen)
        assert app.screen.filter == "lead:asha"
        assert "mine" in text(app, "#line")
        office.user = "lata"
        assert desk.views(office)["9"] == desk.FIRST["9"]


async def test_a_day_with_the_mouse_alone(newcomer: tuple[TrackerApp, Office]) -> None:
    """First run, a case found, an adjournment, fourteen at once, taken back: but for letters, by clicks."""
    app, office = newcomer
    list_fourteen(office)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await welcomed(pilot)
        screen.query_one("#next", Button).active_effect_duration = 0  # a click while it glows does nothing
        for step in range(1, 5):
            assert screen.step == step
            await pilot.click("#next")
            await drawn(app.screen)
        await opened(pilot)

        await hint(pilot, "app.jump")
        await press(pilot, *"017")
        await click(pilot, "JumpScreen OptionList", offset=(4, 0))
        assert isinstance(app.screen, CaseScreen)
        assert app.screen.ref == "NAG-2023-017"

        await hint(pilot, "hearing")
        assert isinstance(app.screen, HearingScreen)
        await click(pilot, "#outcome")
        await click(pilot, "#outcome SelectOverlay", offset=(6, 4))
        assert app.screen.query_one("#outcome", Select).value == "adjourned"
        await pick(pilot, -1)
        await click(pilot, "#save")
        heard = agenda.between(office, FORTNIGHT, FORTNIGHT)
        assert [one.ref for one in heard] == ["NAG-2023-017"]

        await hint(pilot, "back")
        await hint(pilot, "app.docket")
        await click(pilot, "#filter")
        await press(pilot, *"L-", "enter")
        ledger = app.screen.query_one(Ledger)
        for number in range(ledger.total):
            await pilot.click(ledger, offset=(0, 1 + number))
        assert len(ledger.marked) == 14
        await by_help(pilot, "adjourn")
        assert isinstance(app.screen, AdjournScreen)
        await pick(pilot, -1)
        assert "14 matters" in text(app, "#echo")
        await click(pilot, "#save")
        assert moved(office) == 14

        await by_help(pilot, "undo")
        assert moved(office) == 0
