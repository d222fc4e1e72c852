"""Draw every screen of the sample office: `python -m tests.tui.pictures FOLDER [WHAT …]`.

WHAT are names of screens, sizes (`80x24`) and themes (`light`): all of a sort where none of it is said.
Three sizes and three themes, and with NO_COLOR set the dark one without colour, as SVG files for looking at.
Each is drawn from a fresh copy of the office, so that what one leaves half typed is in no other. Nothing
here is a test.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import sys
from collections.abc import Awaitable, Callable
from datetime import date
from itertools import product
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.waiting import asked_instead, settled
from tracker.services import demo
from tracker.services.office import open_office
from tracker.tui.app import TrackerApp

SIZES = ((80, 24), (120, 40), (200, 60))
THEMES = ("dark", "light", "contrast")
CASE = "MUM-2019-014"

Play = Callable[[Pilot[None]], Awaitable[None]]


def keys(*pressed: str) -> Play:
    """Return what presses keys one after the other, waiting for the answers."""

    async def play(pilot: Pilot[None]) -> None:
        for key in pressed:
            await pilot.press(key)
            await settled(pilot)

    return play


def case(*pressed: str) -> Play:
    """Return what opens the Malvani case and presses keys."""
    return keys("g", *CASE[-3:], "enter", *pressed)


SCREENS: dict[str, Play] = {
    "home": keys(),
    "docket": keys("d"),
    "filter": keys("d", "slash", *"stage:p"),
    "case": case(),
    "case-flags": case("2"),
    "case-people": case("3"),
    "case-charges": case("4"),
    "case-hearings": case("5"),
    "case-journal": case("6"),
    "flags": keys("f"),
    "kinds": keys("f", "slash"),
    "clocks": keys("D"),
    "calendar": keys("K"),
    "calendar-week": keys("K", "2"),
    "calendar-month": keys("K", "3"),
    "move": keys("K", "down", "down", "m", *"+11"),
    "cover": keys("K", "down", "down", "w"),
    "causelist": keys("p"),
    "hearing": case("h", "shift+tab", *"\b", "tab"),
    "record": case("r", "enter", *"remanded", "enter"),
    "court": keys("c"),
    "outcome": keys("c", "o", "a", "d", "2", *"+14"),
    "help": keys("question_mark"),
    "palette": keys("colon"),
    "jump": keys("g", *"mal"),
    "new": keys("n"),
    "saveview": keys("d", "2", "w"),
    "log": keys("L"),
    "rates": keys("percent_sign"),
    "rates-act": keys("percent_sign", "b", "down", "enter"),
    "rates-board": keys("percent_sign", "v"),
    "rates-incidence": keys("percent_sign", *"vvvv"),
    "rates-which": keys("percent_sign", "end", "enter"),
    "rates-days": keys("percent_sign", "p"),
    "rates-cases": keys("percent_sign", "end", "enter", "enter"),
    "rates-ages": keys("percent_sign", *"vvvvv"),
    "rates-rows": keys("percent_sign", "b"),
    "rates-file": keys("percent_sign", "x"),
    "case-witnesses": case("7"),
    "case-papers": case("8"),
    "case-notes": case("9"),
    "case-links": case("0"),
    "case-history": case("minus"),
    "suggest": case("s"),
    "what-if": case("s", "w"),
    "charge-board": case("b"),
    "age": case("3", "a", *"17"),
    "papers": case("p"),
    "paper-brief": case("p", "enter"),
    "paper-adjournments": case("p", "down", "enter"),
    "paper-update": case("p", "end", "enter"),
    "edit-case": case("E"),
    "edit-person": case("3", "enter"),
    "edit-charge": case("4", "enter"),
    "edit-hearing": case("5", "enter"),
    "edit-event": case("6", "enter"),
    "edit-note": case("9", "enter"),
    "add-link": case("0", "plus"),
    "strike": case("9", "x"),
    "flag-board": keys("f", "b"),
    "resolve": keys("f", "R"),
    "snooze": keys("f", "z"),
    "snoozed": keys("f", "v"),
    "statutes": keys("S"),
    "rescues": keys("R"),
    "aftercare": keys("V"),
    "awaited": keys("W"),
    "repeats": keys("N"),
    "names": keys("A"),
    "columns": keys("d", "C"),
    "marked": keys("d", "space", "space"),
    "lead": keys("d", "space", "space", "l"),
    "adjourn": keys("J"),
    "changed": keys("5"),
    "whose": keys("K", "a"),
    "nothing-found": keys("g", *"zzz"),
    "filter-refused": keys("d", "slash", *"stag:fir", "enter"),
    "filter-empty": keys("d", "slash", *"nosuch", "enter"),
    "help-find": keys("question_mark", *"hear"),
    "help-case": case("question_mark"),
    "court-asks": keys("c", "o"),
    "court-saved": keys("c", "o", "a", "d", "2", *"+14", "enter"),
    "log-done": keys("c", "o", "a", "d", "2", *"+14", "enter", "escape", "L"),
    "locked": keys("ctrl+l"),
    "lock-prompt": keys("ctrl+l", "x"),
    "pick-day": case("h", "shift+tab", "f4"),
    "paper-notices": case("p", "down", "down", "enter"),
    "paper-copies": case("p", "down", "down", "down", "enter"),
    "paper-handover": case("p", *["down"] * 4, "enter"),
    "court-called": keys("c"),
    "suggest-help": case("s", "question_mark"),
    "statutes-found": keys("S", "slash", *"minor", "enter"),
    "empty-home": keys(),
    "empty-docket": keys("d"),
    "empty-flags": keys("f"),
    "empty-clocks": keys("D"),
    "empty-calendar": keys("K"),
    "empty-court": keys("c"),
    "empty-rates": keys("percent_sign"),
    "empty-rescues": keys("R"),
    "empty-aftercare": keys("V"),
    "empty-awaited": keys("W"),
    "empty-repeats": keys("N"),
}
EMPTY = "empty-"
"""Begins the names of the scenes that an office without a case is drawn for."""
DAYS = {"court-called": date(2026, 11, 25)}
"""Scenes of another day than the sample's."""


async def draw(
    url: str, size: tuple[int, int], theme: str, play: Play, today: date = demo.SAMPLE_TODAY
) -> str:
    """Return one screen as SVG."""
    app = TrackerApp(url, today)
    async with app.run_test(size=size, notifications=True) as pilot:
        await settled(pilot)
        app.theme = theme
        await play(pilot)
        await settled(pilot)
        return app.export_screenshot(simplify=True)


def main(folder: Path, only: list[str]) -> None:
    """Write the pictures into a folder."""
    asked_instead(pytest.MonkeyPatch())
    folder.mkdir(parents=True, exist_ok=True)
    for left in folder.glob("*.db*"):
        left.unlink()
    demo.write(f"sqlite:///{folder / 'sample.db'}", cases=None, seed=1)
    open_office(f"sqlite:///{folder / 'empty.db'}", create=True).close()
    bare = bool(os.environ.get("NO_COLOR"))
    names = [name for name in SCREENS if name in only] or list(SCREENS)
    sizes = [size for size in SIZES if f"{size[0]}x{size[1]}" in only] or SIZES
    themes = [theme for theme in THEMES if theme in only] or (THEMES[:1] if bare else THEMES)
    for name, (width, height), theme in product(names, sizes, themes):
        copy = folder / "copy.db"
        for left in folder.glob("copy.db*"):
            left.unlink()
        which = "empty" if name.startswith(EMPTY) else "sample"
        for part in folder.glob(f"{which}.db*"):
            shutil.copyfile(part, folder / part.name.replace(which, "copy"))
        today = DAYS.get(name, demo.SAMPLE_TODAY)
        svg = asyncio.run(draw(f"sqlite:///{copy}", (width, height), theme, SCREENS[name], today))
        kind = "no-colour" if bare else theme
        (folder / f"{name}-{width}x{height}-{kind}.svg").write_text(svg, "utf-8")
        print(f"{name} {width}x{height} {kind}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
