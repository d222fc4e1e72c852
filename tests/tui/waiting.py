"""Wait until a screen has all its answers: no job of any thread is left, and nothing waits to be drawn."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import cast

from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from tracker.tui.app import TrackerApp


async def settled(pilot: Pilot[None]) -> None:
    """Return when the office is open and every job that was asked has come back."""
    app = cast("TrackerApp", pilot.app)
    for _ in range(1000):
        with suppress(WorkerCancelled):  # the same was asked again
            await app.workers.wait_for_complete()
        await pilot.pause()
        if app.office is not None and not app.unanswered:
            break
        await asyncio.sleep(0)
    await pilot.pause()
