"""Half type a hearing and be killed: `python -m tests.tui.killed URL`, run by `test_drafts`."""

from __future__ import annotations

import asyncio
import os
import signal
import sys

from textual.widgets import Input

from tests.tui.test_screens import choose, press
from tests.tui.waiting import settled
from tracker.services.demo import SAMPLE_TODAY
from tracker.tui import drafting
from tracker.tui.app import TrackerApp


async def main(url: str) -> None:
    """Type, wait until it is kept, and end as by `kill -9`."""
    drafting.PAUSE = 0.01
    os.environ["TRACKER_USER"] = "asha"
    app = TrackerApp(url, SAMPLE_TODAY)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "h")
        await choose(pilot, "outcome", "adjourned")
        app.screen.query_one("#note", Input).value = "the clerk said"
        await pilot.pause(0.05)
        await settled(pilot)
        os.kill(os.getpid(), signal.SIGKILL)


asyncio.run(main(sys.argv[1]))
