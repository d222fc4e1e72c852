"""No screen, title, log or crash of the screen says a victim's name."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from rich.console import Console
from textual.pilot import Pilot

from tests.cli import leaks
from tests.cli.test_leaks import holds_a_name
from tests.tui.test_screens import press
from tests.tui.waiting import settled
from tracker.services import interchange
from tracker.services.office import open_office
from tracker.tui.app import TrackerApp

REF = "MUM-2026-777"


@pytest.fixture
def held(sample_url: str, app: TrackerApp, tmp_path: Path) -> TrackerApp:
    """The program on an office that holds names."""
    made = leaks.office()
    made["cases"][0]["accused"].pop()  # an accused's own name is shown to the office
    made["courts"][0]["key"] = made["cases"][0]["proceedings"][0]["court"] = "dindoshi-77"
    file = tmp_path / "in.json"
    file.write_text(json.dumps(made, ensure_ascii=False), encoding="utf-8")
    with open_office(sample_url, user="asha") as office:
        assert interchange.import_files(office, [file]).imported == 1
    file.unlink()
    return app


def seen(pilot: Pilot[None]) -> str:
    """Return all that the terminal shows, its title included."""
    app = pilot.app
    lines = ["".join(segment.text for segment in strip) for strip in app.screen._compositor.render_strips()]
    return "\n".join([app.title, app.sub_title, *lines])


async def test_no_screen_shows_a_name(held: TrackerApp) -> None:
    """The calendar, the docket, the case with its people, hearings and journal, a print, the log."""
    walk = ["K", "P", "d", "g", *"777", "enter", "3", "5", "6", "L"]
    async with held.run_test(size=(200, 60)) as pilot:
        await settled(pilot)
        for key in walk:
            await press(pilot, key)
            assert not holds_a_name(seen(pilot)), key
    assert not holds_a_name(" ".join(f"{line.says} {line.command}" for line in held.done))


async def test_a_crash_of_the_screen_shows_no_values(held: TrackerApp) -> None:
    """What the program leaves on the terminal says where the fault was, and none of the values around it."""
    left: list[str] = []
    with pytest.raises(ZeroDivisionError):
        await crash(held, left)
    assert "wrong inside the program" in left[0]
    assert not holds_a_name(left[0])


async def crash(app: TrackerApp, left: list[str]) -> None:
    """Let a fault happen beside a name, and keep what would be left on the terminal."""

    def fail(name: str) -> float:
        return len(name) / 0

    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        app.screen.call_later(fail, leaks.NAME)
        await pilot.pause()
        console = Console(width=200)
        with console.capture() as shown:
            for one in app._exit_renderables:
                console.print(one)
        left.append(shown.get())
