"""What the mouse does in the tests."""

from __future__ import annotations

from textual.pilot import Pilot

from tests.tui.waiting import settled
from tracker.tui.widgets.hints import Hints


async def hint(pilot: Pilot[None], action: str) -> None:
    """Click a hint at the foot of the screen."""
    line = pilot.app.screen.query_one(Hints)
    at = [one.action for one in line.hints].index(action)
    await pilot.click(line, offset=(line.ends()[at] - 2, 0))
    await settled(pilot)
