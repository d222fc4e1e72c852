"""What is half typed survives the program's end, and is offered again; left on purpose, it is forgotten."""

from __future__ import annotations

import signal
import subprocess
import sys
from typing import Any

import pytest
from textual.screen import Screen
from textual.widgets import Input, Select

from tests.tui.test_screens import choose, fill, press, text
from tests.tui.waiting import settled
from tracker.services import agenda, casework, drafts, editing, hearings
from tracker.services.demo import SAMPLE_TODAY
from tracker.services.office import Office
from tracker.tui import drafting
from tracker.tui.app import TrackerApp
from tracker.tui.screens.adjourn import AdjournScreen
from tracker.tui.screens.age import AgeScreen
from tracker.tui.screens.begun import BegunScreen, go_on
from tracker.tui.screens.clash import ClashScreen
from tracker.tui.screens.court import CourtScreen
from tracker.tui.screens.edit import EditScreen
from tracker.tui.screens.handle import HandleScreen
from tracker.tui.screens.hearing import HearingScreen
from tracker.tui.screens.newcase import NewCaseScreen
from tracker.tui.screens.record import RecordScreen
from tracker.tui.screens.versions import VersionsScreen

REF = "NAG-2023-017"


def screen_job(app: TrackerApp) -> object:
    """Return what a lock would have the screen keep."""
    return app.screen.drafted()  # type: ignore[attr-defined]


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep what is typed without waiting for a pause."""
    monkeypatch.setattr(drafting, "PAUSE", 0.01)


async def test_a_half_typed_hearing_survives_kill_9(app: TrackerApp, office: Office, sample_url: str) -> None:
    """A program of its own types a note and is killed; the next start offers the entry, Esc forgets it."""
    killed = subprocess.run(
        [sys.executable, "-m", "tests.tui.killed", sample_url], capture_output=True, check=False
    )
    assert killed.returncode == -signal.SIGKILL, killed.stderr.decode()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert isinstance(app.screen, BegunScreen)
        assert "the clerk" not in app.export_screenshot()
        await press(pilot, "enter")
        assert isinstance(app.screen, HearingScreen)
        assert app.screen.query_one("#outcome", Select).value == "adjourned"
        assert app.screen.query_one("#note", Input).value == "the clerk said"
        await press(pilot, "escape")
    assert drafts.begun(office) == ()


async def test_what_was_begun_is_not_laid_over_what_is_open(app: TrackerApp, office: Office) -> None:
    """Whoever opens something before the day's rows are there gets the offer when back on the board."""
    drafts.keep(office, "hearing", REF, {})
    async with app.run_test(size=(80, 24)) as pilot:
        app.show_docket("")
        await settled(pilot)
        assert not isinstance(app.screen, BegunScreen)
        await press(pilot, "escape")
        await settled(pilot)
        assert isinstance(app.screen, BegunScreen)


async def test_what_another_wrote_after_the_end_is_shown_when_the_entry_is_saved(
    app: TrackerApp, office: Office
) -> None:
    """The draft holds what the person had seen, so that going on with it writes nothing over."""
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "h")
        await choose(pilot, "outcome", "held")
        await pilot.pause(0.05)
        await settled(pilot)
        (begun,) = drafts.begun(office)
        hearings.record(office, REF, on=SAMPLE_TODAY, outcome="part_heard", today=SAMPLE_TODAY)
        app.push_screen(HearingScreen(begun.ref))
        await settled(pilot)
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, ClashScreen)


async def test_court_mode_goes_on_where_the_entry_was(app: TrackerApp, office: Office) -> None:
    """Back at the same matter with the same keys typed; Enter saves it, and it is no longer begun."""
    body: dict[str, object] = {"on": "2026-11-24", "proceeding": "trial", "seen": None}
    body |= {"outcome": "adjourned", "asked_by": "defence", "reason": None, "reason_said": False, "date": ""}
    drafts.keep(office, "court", "PUN-2026-055J", body)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "enter")
        assert isinstance(app.screen, CourtScreen)
        assert app.screen.ref_here() == "PUN-2026-055J"
        await press(pilot, "2", "plus", "7")
        assert "next +7" in text(app, "#echo") or "Tue 01-12-2026" in text(app, "#echo")
        await press(pilot, "enter")
    assert drafts.begun(office) == ()
    today = {one.ref: one.outcome for one in agenda.between(office, SAMPLE_TODAY, SAMPLE_TODAY)}
    assert today["PUN-2026-055J"] == "adjourned"


async def test_an_event_comes_back_with_the_fields_of_its_kind(app: TrackerApp, office: Office) -> None:
    """The kind first, then its fields; x in the list of what was begun forgets it."""
    drafts.keep(office, "record", REF, {"kind": "remanded", "until": "+14", "corrects": None})
    drafts.keep(office, "case", "", {"ref": "NEW-1"})
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "x", "enter")
        screen = app.screen
        assert isinstance(screen, RecordScreen | NewCaseScreen)
        field, value = ("until", "+14") if isinstance(screen, RecordScreen) else ("ref", "NEW-1")
        assert screen.query_one(f"#{field}", Input).value == value
    assert len(drafts.begun(office)) == 1


async def test_a_half_typed_line_is_offered_and_meets_what_another_wrote(
    app: TrackerApp, office: Office
) -> None:
    """Its fields come back, with the line as the person had read it; theirs is shown before it is saved."""
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        app.push_screen(EditScreen(REF, "head", 1))
        await settled(pilot)
        app.screen.query_one("#title", Input).value = "half a title"
        await pilot.pause(0.05)
        await settled(pilot)
        (begun,) = drafts.begun(office)
        editing.edit(office, REF, {"title": "theirs"}, None, SAMPLE_TODAY)
        app.push_screen(BegunScreen((begun,)), lambda one: go_on(app, one))
        await settled(pilot)
        assert f"the case of {REF}" in app.export_screenshot().replace("&#160;", " ")
        await press(pilot, "enter")
        assert isinstance(app.screen, EditScreen)
        assert app.screen.query_one("#title", Input).value == "half a title"
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, VersionsScreen)


SMALL: dict[str, tuple[str, str, dict[str, str]]] = {
    "an age": ("age", "V2", {"age": "16-17", "order": "Exh. 9"}),
    "a note on a flag": ("snooze", "age_pending", {"until": "+5", "note": "report on Monday"}),
    "a bulk adjournment": ("adjourn", "", {"court": "nagpur-scst", "next_on": "+14", "reason": "other"}),
}
"""Which form, of whom, and what is half typed in it."""


def _small(office: Office, kind: str, whose: str) -> Screen[Any]:
    view = casework.show(office, "MUM-2019-014", SAMPLE_TODAY)
    if kind == "age":
        return AgeScreen(view.ref, whose)
    if kind == "adjourn":
        return AdjournScreen(SAMPLE_TODAY, (), None)
    return HandleScreen(tuple(row for row in view.flags if row.kind == whose)[:1], snooze=True)


@pytest.mark.parametrize("what", SMALL)
async def test_a_small_form_comes_back_as_it_was_left(app: TrackerApp, office: Office, what: str) -> None:
    """Kept while it is typed and offered by name at the next start; left with Esc, it is forgotten."""
    kind, whose, fields = SMALL[what]
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        app.push_screen(_small(office, kind, whose))
        await settled(pilot)
        assert drafts.begun(office) == ()
        app.screen.fill(fields)  # type: ignore[attr-defined]
        await pilot.pause(0.05)
        await settled(pilot)
        begun = drafts.begun(office)
        assert [one.kind for one in begun] == [kind]
        app.push_screen(BegunScreen(begun), lambda one: go_on(app, one))
        await settled(pilot)
        assert what in app.export_screenshot().replace("&#160;", " ")
        await press(pilot, "enter")
        there = app.screen
        assert type(there) is type(_small(office, kind, whose))
        typed = there.typed()  # type: ignore[attr-defined]
        assert {key: typed.get(key) for key in fields} == fields
        await press(pilot, "escape")
        assert drafts.begun(office) == ()


async def test_a_saved_entry_is_no_longer_kept(app: TrackerApp, office: Office) -> None:
    """While it is typed it is kept; saved, it is not."""
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "h")
        await choose(pilot, "outcome", "held")
        await fill(pilot, "next_on", "+14")
        await pilot.pause(0.05)
        await settled(pilot)
        assert len(drafts.begun(office)) == 1
        assert screen_job(app) is not None  # kept also where the office is locked meanwhile
        await press(pilot, "ctrl+s")
    assert drafts.begun(office) == ()


async def test_a_form_opened_before_the_office_asks_once_it_is_open(app: TrackerApp, office: Office) -> None:
    """The courts of the day and what was half typed come as they would have; asked once, they stay so."""
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        opened, app.office = app.office, None
        drafts.keep(office, "adjourn", "", {"refs": [], "next_on": "+14", "on": "24-11-2026"})
        app.push_screen(AdjournScreen(SAMPLE_TODAY, (), None))
        await settled(pilot)
        box = app.screen.query_one("#court", Select)
        assert [value for _, value in box._options] == [Select.NULL]
        app.office = opened
        app.refresh_all()
        await settled(pilot)
        assert len(box._options) > 1
        assert app.screen.query_one("#next_on", Input).value == "+14"
        assert not app.screen.unasked  # type: ignore[attr-defined]
