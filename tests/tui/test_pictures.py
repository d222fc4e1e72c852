"""One picture of each main screen, few on purpose: a change of looks is seen and accepted, never slips in."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from tests.tui.pictures import SCREENS
from tests.tui.waiting import settled
from tracker.tui.app import TrackerApp

Compare = Callable[..., bool]


def _play(name: str) -> Callable[[Pilot[None]], Awaitable[None]]:
    async def play(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await SCREENS[name](pilot)
        for box in pilot.app.screen.query(Input):
            box.cursor_blink = False
        await settled(pilot)

    return play


@pytest.mark.parametrize(
    "name", ["home", "docket", "case", "flags", "calendar-month", "hearing", "outcome", "rates"]
)
def test_a_screen_looks_as_it_was_accepted(name: str, app: TrackerApp, snap_compare: Compare) -> None:
    """The sample office on its own day at 100 by 30; `--snapshot-update` accepts a new look."""
    assert snap_compare(app, terminal_size=(100, 30), run_before=_play(name))
