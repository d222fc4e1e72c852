"""Keys that come faster than they are answered: from a quick hand on a slow machine, or after a paste."""

from __future__ import annotations

import pytest
from textual.events import Key
from textual.keys import _character_to_key
from textual.message_pump import MessagePump
from textual.widgets import Input

from tests.tui.test_screens import MALVANI, press, text
from tests.tui.waiting import settled
from tracker.tui import inorder
from tracker.tui.app import TrackerApp
from tracker.tui.screens.edit import EditScreen
from tracker.tui.screens.help import HelpScreen


def at_once(app: TrackerApp, *keys: str) -> None:
    """Give keys to the program, none waiting for what comes of the one before."""
    for key in keys:
        letter = len(key) == 1
        app.post_message(Key(_character_to_key(key) if letter else key, key if letter else None))


async def test_an_adjournment_typed_at_once_is_the_adjournment_that_was_typed(app: TrackerApp) -> None:
    """`o a d 2 +14` in one go: no letter comes before `o` has begun the entry."""
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "c")
        at_once(app, *"oad2+14")
        await settled(pilot)
        assert text(app, "#echo").startswith("adjourned, asked by defence, accused not brought from jail")
        assert "next Tue 08-12-2026, gap 14 d" in text(app, "#echo")


async def test_letters_after_end_and_tab_go_where_the_cursor_went(app: TrackerApp) -> None:
    """End keeps what the field holds; after Tab the next field is typed in; Backspace takes its letter."""
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        app.push_screen(EditScreen(MALVANI, "head", 1))
        await settled(pilot)
        at_once(app, "end", *", oldd", "backspace", "tab", *"ravi")
        await settled(pilot)
        said = [app.screen.query_one(f"#{name}", Input).value for name in ("title", "lead")]
        assert said == ["State v A1 (home-based, Malvani), old", "ravi"]


async def test_a_key_that_never_comes_back_holds_up_no_other(
    app: TrackerApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it was given to is gone with it; after a while the next one is taken."""
    monkeypatch.setattr(inorder, "PATIENCE", 0.01)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        app._under_way, app._last, app._to = True, Key("x", "x"), MessagePump()  # which never runs
        at_once(app, "?")
        await pilot.pause(0.05)
        await settled(pilot)
        assert isinstance(app.screen, HelpScreen)
