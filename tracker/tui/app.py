"""The app: paints its frame at once, then opens the office in a thread, so that waiting is never blank.

What it does besides is told where it is written: `locking` takes everything down, `following` keeps up with
the day and with what others write, `going` opens screens, `undoing` takes back.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.binding import BindingType
from textual.reactive import reactive

from tracker.tui import actions, wording
from tracker.tui.asking import ask
from tracker.tui.following import LOOK_EVERY, SAVE_AFTER
from tracker.tui.screens.home import HomeScreen
from tracker.tui.themes import DARK, THEMES, after, colourless
from tracker.tui.undoing import Undoing

if TYPE_CHECKING:
    from pathlib import Path

    from textual.command import Provider

    from tracker.services.changes import Left
    from tracker.services.founding import Wanted
    from tracker.services.office import Office
    from tracker.services.watching import Watch
    from tracker.store.database import Secret


def _commands() -> type[Provider]:
    from tracker.tui.palette import Commands

    return Commands


class TrackerApp(Undoing):
    """The prosecution tracker's screen."""

    TITLE = "Prosecution tracker"
    CSS_PATH = "app.tcss"
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_commands}
    BINDINGS: ClassVar[list[BindingType]] = actions.over_all()

    sample: reactive[bool] = reactive(False)

    def __init__(self, url: str, today: date | None = None, secret: Secret | None = None) -> None:
        """`url` names the database; `today` stands in for the clock; `secret` gives a file its key."""
        super().__init__()
        self.url = url
        self.said_today = today
        self.secret = secret
        self.office: Office | None = None
        self.left: Left | None = None
        """When this person last closed the program; what changed since is told."""
        self.here_from = 0
        """The newest entry of the audit when the program was opened."""
        self.done, self.undone = [], []
        self._jobs, self._mark, self._watch, self._role = set(), None, None, None
        self.looked_round = self._offered = False
        self.first_run: Path | None = None
        """Where the first office is to be made, if none is there; then four steps are asked before."""
        self.stays_open = False
        """Whether whoever started it closes the office, after the screen is left."""
        self._save_at = 0.0
        self.asked = set()
        for theme in THEMES:
            self.register_theme(colourless(theme) if self.no_color else theme)
        self.theme = DARK.name

    def on_mount(self) -> None:
        """Paint the first frame; the office opens behind it."""
        self.shown_day = wording.weekday(self.today)
        self.push_screen(HomeScreen())
        self.call_after_refresh(self._open)
        self.set_interval(LOOK_EVERY, self._look)
        if not self.is_headless and os.isatty(0):
            self.set_interval(LOOK_EVERY, self._leave_a_closed_terminal)
            self._heed_the_hang_up()

    def _heed_the_hang_up(self) -> None:
        """Leave as `q` does when the window is closed, so that the backup that is due is made."""
        if sys.platform != "win32" and signal.getsignal(signal.SIGHUP) is signal.SIG_DFL:
            asyncio.get_running_loop().add_signal_handler(signal.SIGHUP, self.exit)

    def _leave_a_closed_terminal(self) -> None:
        """End the program when its window is gone, as where `make` keeps the hang-up from reaching it.

        Else it would go on unseen, with the office open, reading an end of input again and again.
        """
        if not os.isatty(0):
            self.exit()

    def _open(self) -> None:
        self._remap()
        if self.first_run is not None:
            from tracker import settings
            from tracker.tui.screens.firstrun import FirstRun

            self.push_screen(FirstRun(self.first_run, settings.desk()))
            return
        secret, self.secret = self.secret, None  # from here on only the open office holds the key
        self.run_worker(lambda: self._open_office(secret, self.turn), thread=True, group="office")

    def found(self, wanted: Wanted, passphrase: str | None, *, real: bool) -> None:
        """Make the first office, or the sample beside it, in a thread, and open it."""

        def make() -> None:
            from tracker import settings
            from tracker.services import demo, founding
            from tracker.services.office import Refused

            key, user = None, settings.desk()
            try:
                if real:
                    now = lambda: datetime.now(UTC)  # noqa: E731
                    key = founding.found(self.url, wanted, passphrase, user=user, now=now)
                else:
                    self.url = founding.sample(self.url, wanted, user=user)
                    self.said_today = self.said_today or demo.SAMPLE_TODAY
            except Refused as error:
                self.call_later(self._not_opened, str(error))
            else:
                self._open_office(lambda _: key, self.turn)

        self.run_worker(make, thread=True, group="office")

    def unlock(self, passphrase: str | None) -> None:
        """Open the office again by its passphrase, by the keyring, or where it wants neither."""
        from tracker.services import safekeeping

        def secret(_: Path) -> bytes | None:
            return safekeeping.key_again(self.url, passphrase)

        self.run_worker(lambda: self._open_office(secret, self.turn), thread=True, group="office")

    def _remap(self) -> None:
        """Take the keys that the person chose, and say what is wrong with them."""
        from tracker import settings
        from tracker.tui import keymap

        chosen, faults = keymap.read(settings.data_folder())
        if chosen:
            self.set_keymap(chosen)
        for fault in faults:
            self.notify(fault, title="Keys", severity="warning", markup=False, timeout=15)

    def _open_office(self, secret: Secret | None, turn: int) -> None:
        from tracker import settings
        from tracker.services import changes, clockback, desk, watching
        from tracker.services.office import Refused, open_office  # SQLModel loads behind the first paint

        try:
            office = open_office(self.url, user=settings.desk(), now=lambda: datetime.now(UTC), secret=secret)
            sample, theme = office.setting("sample") is not None, desk.theme(office)
            minutes, behind = desk.lock_minutes(office), clockback.behind(office)
        except Refused as error:
            self.call_later(self._not_opened, str(error))
        else:
            if self.left is None:  # opened again after it was locked, it tells of as long ago as before
                self.left, self.here_from = changes.left(office), changes.newest(office)
            self.call_later(self._opened, office, watching.Watch(office), sample, theme, minutes, turn)
            if behind:
                self.call_later(self._warn, "Clock", behind)

    def _opened(
        self, office: Office, watch: Watch, sample: bool, theme: str | None, minutes: int, turn: int
    ) -> None:
        if turn != self.turn or self.office is not None:  # locked while it was being opened
            watch.close()
            office.close()
            return
        self.office, self.sample, self._watch, self._mark = office, sample, watch, None
        self._role = office.role
        if self.first_run is not None:
            self.first_run = None
            self.shown_day = wording.weekday(self.today)
            self.pop_screen()
        self.looked_round = self._offered = False
        self.lock_minutes, self._touched = minutes, self.pulse()
        self._save_at = self._touched + SAVE_AFTER
        if self.locked:
            self.locked = False
            self.pop_screen()
            self.push_screen(HomeScreen())
        if theme in self.available_themes:
            self.theme = str(theme)
        self.refresh_all()

    def look_round(self) -> None:
        """Once the day's first rows are there: were names opened, was anything begun and not saved?"""
        self._ask_for_opened_names()
        self.looked_round = True
        self.offer_begun()

    def offer_begun(self) -> None:
        """Offer once, on the board of the day, what was half typed when the program ended.

        Not over a form that is open by then: what is being typed there would be offered too.
        """
        if self.looked_round and not self._offered and isinstance(self.screen, HomeScreen):
            from tracker.tui.screens import begun

            self._offered = True
            begun.offer(self)

    def action_reload(self) -> None:
        """Read the rows again."""
        self.refresh_all()

    def action_change_theme(self) -> None:
        """Show the next theme, and keep it for this person."""
        name = self.theme = after(self.theme)

        def keep(office: Office) -> None:
            from tracker.services import desk

            desk.keep_theme(office, name)

        ask(self, keep, lambda _: None, refused=lambda _: None, group="theme", writes=True)

    def action_read_on(self, by: int = 1) -> None:
        """Read on in the panel below the list, where there is one."""
        from tracker.tui.widgets.why import Why

        for panel in self.screen.query(Why):
            panel.read_on(by)

    def action_read_back(self) -> None:
        """Go back up in the panel below the list."""
        self.action_read_on(-1)

    def action_help(self) -> None:
        """Show what works here."""
        from tracker.tui.screens.help import HelpScreen

        self.push_screen(HelpScreen(self.screen))

    def on_unmount(self) -> None:
        """Keep when this person was last here, and close the office."""
        if self._watch is not None:
            self._watch.close()
        if self.office is not None:
            from tracker.services import changes
            from tracker.services.office import Refused

            with suppress(Refused):  # an office that can only be read, or is locked: told from longer ago
                changes.leave(self.office)
        if self.office is not None and not self.stays_open:
            self.office.close()

    def _fatal_error(self) -> None:
        """After a fault of the program leave with one line; Textual's own would print what variables hold."""
        from tracker import settings
        from tracker.services import crashnote

        self._return_code = crashnote.STATUS
        line = "Something is wrong inside the program."
        if (error := self._exception) is not None:
            line = crashnote.write(error, settings.data_folder(), datetime.now(UTC))
        self._exit_renderables.append(Text(line))
        self._close_messages_no_wait()


def run(
    url: str,
    *,
    today: date | None = None,
    secret: Secret | None = None,
    leaving: Callable[[Office], None] | None = None,
    first_run: Path | None = None,
) -> None:
    """Open the screen until it is quit; a refusal at the start goes to standard error, exit status 1.

    `leaving` is given the office, still open, after the screen is gone, unless the screen was locked.
    `first_run` is where the first office is to be made: four steps are asked before anything opens.
    """
    app = TrackerApp(url, today, secret)
    del secret  # the app forgets it too, once the office is open
    app.stays_open, app.first_run = True, first_run
    app.run()
    if app.office is not None:
        with app.office as office:
            if leaving is not None and not app.return_code:
                leaving(office)
    if app.return_code:
        raise SystemExit(app.return_code)
