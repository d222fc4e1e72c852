"""Locking: after idle minutes and by the panic key, with nothing of the office left behind."""

from __future__ import annotations

import gc
import weakref
from contextlib import suppress
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input
from textual.worker import WorkerCancelled

from tests.tui.test_screens import press, text
from tests.tui.waiting import settled
from tracker.services import demo, desk, identity, roles, safekeeping
from tracker.services.office import Office, Refused
from tracker.services.views import AgendaRow, DocketRow, DueRow, FlagRow
from tracker.store import cipher
from tracker.tui.app import TrackerApp
from tracker.tui.screens.docket import DocketScreen
from tracker.tui.screens.home import HomeScreen
from tracker.tui.screens.locked import LockedScreen
from tracker.tui.screens.newcase import NewCaseScreen

PASSPHRASE = "four words of mine"
ROWS = (DocketRow, AgendaRow, DueRow, FlagRow)


async def locked(pilot: Pilot[None]) -> None:
    """Wait until what was being closed is closed."""
    for worker in list(pilot.app.workers):
        with suppress(WorkerCancelled):
            await worker.wait()
    await pilot.pause()


def shown(app: TrackerApp) -> str:
    """Return every letter on the screen."""
    return "\n".join("".join(piece.text for piece in line) for line in app.screen._compositor.render_strips())


async def test_the_panic_key_blanks_everything_at_once(app: TrackerApp) -> None:
    """Also over a form the key leaves a blank screen, no open office, and no object that held one."""
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await press(pilot, "d", "n")
        assert isinstance(app.screen, NewCaseScreen)
        app.copy_to_clipboard("MUM-2019-014")
        office = weakref.ref(app.office)
        await pilot.press("ctrl+l")
        await locked(pilot)
        assert isinstance(app.screen, LockedScreen)
        assert shown(app).strip() == ""
        assert (app.office, app._watch, app.secret, app.clipboard, app.done) == (None, None, None, "", [])
        gc.collect()
        assert office() is None
        rows = [one for one in gc.get_objects() if isinstance(one, ROWS)]
        assert not rows


async def test_a_plain_office_opens_again_by_enter(app: TrackerApp) -> None:
    """The first key only brings the question; Enter then opens the board of today, with its rows."""
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await pilot.press("f12")
        await locked(pilot)
        await pilot.press("x")
        assert "Enter opens it" in text(app, "#says")
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(app.screen, HomeScreen)
        assert "MUM-2019-014" in shown(app)


async def test_an_encrypted_office_wants_its_passphrase(app: TrackerApp) -> None:
    """A wrong passphrase stays out with a line; the right one opens; neither stays in the field."""
    safekeeping.encrypt(app.url, PASSPHRASE)
    key = cipher.key_of(Path(app.url.removeprefix("sqlite:///")), PASSPHRASE)
    app.secret = lambda _: key
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        app.lock(blank=False)
        await locked(pilot)
        field = app.screen.query_one(Input)
        for said in ("something else", PASSPHRASE):
            field.value = said
            await pilot.press("enter")
            assert field.value == ""
            await locked(pilot)
            if said != PASSPHRASE:
                assert "passphrase" in text(app, "#why")
        await settled(pilot)
        assert isinstance(app.screen, HomeScreen)


async def test_it_locks_itself_after_idle_minutes(app: TrackerApp, office: Office) -> None:
    """Nine idle minutes of ten leave it open; a key begins them anew; the tenth locks it."""
    beat = [1000.0]
    app.pulse = lambda: beat[0]
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        for minutes, key in ((9, "d"), (9, None), (1, None)):
            assert not app.locked
            beat[0] += 60 * minutes
            if key:
                await pilot.press(key)
            app._look()
            await locked(pilot)
        assert app.locked
        assert "Locked" in text(app, "#says")


async def test_a_role_taken_away_ends_what_is_shown(app: TrackerApp, office: Office) -> None:
    """Once an administrator has taken the role, the next look leaves nothing on the screen but a line."""
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        app._look()
        await settled(pilot)
        office.user = "root"
        roles.assign(office, "root", "administrator")
        app._look()
        while not app.locked:
            await locked(pilot)
        await locked(pilot)
        assert "role in this office was changed" in text(app, "#why")
        assert "MUM-2019-014" not in shown(app)
        await pilot.press("enter")
        await locked(pilot)
        assert "asha has no role" in text(app, "#why")


async def test_an_answer_that_comes_late_stays_away(app: TrackerApp) -> None:
    """What was asked before the lock is dropped after it: no screen, notice or log shows it."""
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        app.refresh_all()
        app.show_docket("")
        await pilot.press("ctrl+l")
        await locked(pilot)
        assert not any(isinstance(screen, DocketScreen) for screen in app.screen_stack)
        assert not app._notifications
        assert shown(app).strip() == ""


def test_minutes_are_the_offices_or_fewer(office: Office) -> None:
    """A person may choose fewer minutes than the office, never more, and not never."""
    assert desk.lock_minutes(office) == desk.LOCK_MINUTES
    desk.keep_lock_minutes(office, 20, whole=True)
    desk.keep_lock_minutes(office, 5)
    assert desk.lock_minutes(office) == 5
    for minutes in (0, 21, -1):
        with pytest.raises(Refused):
            desk.keep_lock_minutes(office, minutes)
    assert desk.lock_minutes(office) == 5


async def test_a_manager_is_told_of_opened_names(app: TrackerApp, office: Office) -> None:
    """Somebody broke the glass: the board says so until the manager has read who and why."""
    office.user = "ravi"
    identity.keep(office, "MUM-2019-014", "V1", "Meena Kumari")
    identity.reveal(office, "MUM-2019-014", "V1", "the hospital asked whom to call")
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        assert "names opened: 1" in shown(app)
        await press(pilot, "A")
        assert "the hospital asked whom to call" in shown(app)
        await press(pilot, "escape")
        assert "names opened" not in shown(app)
        assert "Meena" not in shown(app)


async def test_a_fault_of_the_program_shows_no_value(app: TrackerApp, tmp_path: Path) -> None:
    """An unexpected error leaves one line and a private note, and what variables held is in neither."""

    async def a_day_that_fails() -> None:
        async with app.run_test(size=(100, 30)) as pilot:
            await settled(pilot)

            def fails() -> None:
                name = "Meena Kumari"
                raise ValueError(name)

            app.call_later(fails)
            await pilot.pause()

    with pytest.raises(ValueError, match="Meena"):
        await a_day_that_fails()
    said = "\n".join(map(str, app._exit_renderables))
    (note,) = (tmp_path / "faults").iterdir()
    assert note.stat().st_mode & 0o077 == 0
    held = note.read_text()
    assert "ValueError" in held
    assert "fails" in held
    assert "Meena" not in held + said
    assert demo.SAMPLE_TODAY.isoformat() not in held
