"""Wait until a screen has all its answers: no job of any thread is left, and nothing waits to be drawn.

Textual's own pilot looks twenty milliseconds at a time whether the processor rests, and puts a question to
every widget before that. Here the event loop is asked whether anything is ready to run (`asked_instead`).
And each program that a test starts would read all style sheets anew: they are read once (`read_once`).
"""

from __future__ import annotations

import asyncio
from collections.abc import Sized
from contextlib import suppress
from typing import cast

import pytest
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.pilot import Pilot
from textual.screen import Screen
from textual.worker import WorkerCancelled

from tracker.tui.app import TrackerApp

ROUNDS, AT_ONCE = 1000, 50
"""Times that a screen may ask to be drawn again before it is said that it never rests; after so many of them
what it waits for may be a timer of Textual's (its palette has some), which is given time to come."""
TIMER = 0.005
FRAME = 1.0
"""Seconds between two frames that Textual draws by itself: what is looked at is drawn when all is quiet."""


async def quiet(*_: float) -> bool:
    """Return when nothing in this event loop can go on without a timer, a thread or a key."""
    ready: Sized = asyncio.get_running_loop()._ready  # type: ignore[attr-defined]
    await asyncio.sleep(0)
    while ready:
        await asyncio.sleep(0)
    return True


async def drawn(screen: Screen[object]) -> None:
    """Return when nothing of the screen that is on top waits to be drawn.

    One that another has come before asks to be drawn again each time that it is: it is left alone.
    """
    await quiet()
    for turn in range(ROUNDS):
        if screen is not screen.app.screen:
            return
        screen._on_timer_update()
        await quiet()
        if turn > AT_ONCE:
            await asyncio.sleep(TIMER)
        if not (screen._layout_required or screen._repaint_required or screen._dirty_widgets):
            return
    raise AssertionError(f"{screen} never rests")


async def settled(pilot: Pilot[None]) -> None:
    """Return when the office is open and every job that was asked has come back."""
    app = cast("TrackerApp", pilot.app)
    for _ in range(1000):
        with suppress(WorkerCancelled):  # the same was asked again
            await app.workers.wait_for_complete()
        await drawn(app.screen)
        if app.office is not None and not app.unanswered:
            break
    await drawn(app.screen)


def asked_instead(patch: pytest.MonkeyPatch) -> None:
    """Let every wait of Textual's pilot be `quiet`."""
    patch.setattr("textual.app.wait_for_idle", quiet)
    patch.setattr("textual.pilot.wait_for_idle", quiet)
    patch.setattr("textual.pilot.Pilot._wait_for_screen", lambda *_: quiet())
    patch.setattr("textual.screen.UPDATE_PERIOD", FRAME)


_read: dict[tuple[object, ...], list[RuleSet]] = {}
_rules_of = Stylesheet._parse_rules


def read_once(patch: pytest.MonkeyPatch) -> None:
    """Let all programs of this process share the rules of each style sheet under the same colours."""

    def rules(sheet: Stylesheet, *said: object, **more: object) -> list[RuleSet]:
        key = (said, *more.items(), frozenset(sheet._variables.items()))
        if key not in _read:
            _read[key] = _rules_of(sheet, *said, **more)  # type: ignore[arg-type]
        return _read[key]

    patch.setattr(Stylesheet, "_parse_rules", rules)
