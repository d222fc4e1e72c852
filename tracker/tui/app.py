"""The app: paints its frame at once, then opens the office in a thread, so that waiting is never blank.

Today is asked of the clock here, in Asia/Kolkata, unless a day is given (`--today`, tests, the sample).
Another program that writes to the same database is noticed within two seconds, and the rows are read again.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, ClassVar
from zoneinfo import ZoneInfo

from rich.text import Text
from textual.binding import BindingType
from textual.reactive import reactive
from textual.screen import Screen
from textual.worker import Worker

from tracker.tui import actions, wording
from tracker.tui.asking import ask
from tracker.tui.locking import Locking
from tracker.tui.log import Line, command
from tracker.tui.screens.home import HomeScreen
from tracker.tui.screens.locked import LockedScreen
from tracker.tui.themes import DARK, THEMES, after, colourless

if TYPE_CHECKING:
    from pathlib import Path

    from textual.command import Provider

    from tracker.services.changes import Left
    from tracker.services.founding import Wanted
    from tracker.services.office import Office, Refused
    from tracker.services.undo import Step
    from tracker.services.views import FlagHandled
    from tracker.services.watching import Watch
    from tracker.store.database import Secret

KOLKATA = ZoneInfo("Asia/Kolkata")
SAVE_AFTER, SAVE_EVERY = 120.0, 3600.0
"""Seconds after which it is first looked whether a backup is due, and then again and again."""
LOOK_EVERY = 2.0
"""Seconds between two looks whether the day or the database changed."""
PATIENCE = 0.4
"""Seconds after which the banner says that the program is at work."""


def _commands() -> type[Provider]:
    from tracker.tui.palette import Commands

    return Commands


class TrackerApp(Locking):
    """The prosecution tracker's screen."""

    TITLE = "Prosecution tracker"
    CSS_PATH = "app.tcss"
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_commands}
    BINDINGS: ClassVar[list[BindingType]] = actions.over_all()

    sample: reactive[bool] = reactive(False)
    working: reactive[bool] = reactive(False)
    shown_day: reactive[str] = reactive("")
    opened_names: reactive[int] = reactive(0)
    """How often others opened or erased a victim's name since this manager looked; 0 for who isn't one."""

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
        self.done: list[Line] = []
        """What was done at this desk since the program was opened."""
        self.undone: list[Step] = []
        """What does again what was taken back, the latest last."""
        self._jobs: set[Worker[None]] = set()
        self._mark: int | None = None
        self._watch: Watch | None = None
        self._role: str | None = None
        self.first_run: Path | None = None
        """Where the first office is to be made, if none is there; then four steps are asked before."""
        self.stays_open = False
        """Whether whoever started it closes the office, after the screen is left."""
        self._save_at = 0.0
        self.asked = set()
        for theme in THEMES:
            self.register_theme(colourless(theme) if self.no_color else theme)
        self.theme = DARK.name

    @property
    def today(self) -> date:
        """The day that everything on the screen depends on."""
        return self.said_today or datetime.now(KOLKATA).date()

    def on_mount(self) -> None:
        """Paint the first frame; the office opens behind it."""
        self.shown_day = wording.weekday(self.today)
        self.push_screen(HomeScreen())
        self.call_after_refresh(self._open)
        self.set_interval(LOOK_EVERY, self._look)
        if not self.is_headless and os.isatty(0):
            self.set_interval(LOOK_EVERY, self._leave_a_closed_terminal)

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

    def _not_opened(self, why: str) -> None:
        from tracker.tui.screens.firstrun import FirstRun

        if isinstance(self.screen, FirstRun):
            self.screen.refused(why)
            return
        if isinstance(self.screen, LockedScreen):
            self.screen.refused(why)
        elif not self.locked:
            self.exit(return_code=1, message=why)

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
        from tracker.tui.screens import begun

        self._ask_for_opened_names()
        begun.offer(self)

    def refresh_all(self) -> None:
        """Let every open screen read its rows again."""
        for screen in self.screen_stack:
            self._reload(screen)

    def _reload(self, screen: Screen[Any]) -> None:
        reload: Callable[[], Any] | None = getattr(screen, "reload", None)
        if reload is not None:
            reload()

    def _warn(self, title: str, says: str) -> None:
        self.notify(says, title=title, severity="warning", markup=False, timeout=30)

    def _look(self) -> None:
        """Roll over at midnight; read again what another program changed."""
        day = wording.weekday(self.today)
        if day != self.shown_day:
            self.shown_day = day
            self.notify(f"A new day: {day}")
            self.refresh_all()

        self.lock_when_idle()
        if self.pulse() >= self._save_at:
            self._save()
        if (watch := self._watch) is not None:
            ask(self, lambda _: watch.mark(), self._looked, refused=lambda _: None, group="look")

    def _looked(self, mark: int) -> None:
        before, self._mark = self._mark, mark
        if before is not None and before != mark:
            ask(self, lambda office: office.role_anew(), self._read_again, group="role")

    def _read_again(self, role: str | None) -> None:
        """Read every screen again; whose role was changed sees nothing more until they open it anew."""
        if role == self._role:
            self.refresh_all()
            self._ask_for_opened_names()
            return
        self.lock(blank=False)
        self.call_later(self._not_opened, "Your role in this office was changed.")

    def _save(self) -> None:
        """Make the day's backup behind the screen, if it is due; say so only if it fails."""
        self._save_at = self.pulse() + SAVE_EVERY

        def save(office: Office) -> None:
            from tracker.services import saving

            saving.save_if_due(office, datetime.now(UTC))

        def failed(why: Refused) -> None:
            self.notify(f"{why} `tracker backup` makes one.", title="NO BACKUP", severity="error", timeout=60)

        ask(self, save, lambda _: None, refused=failed, group="save", writes=True)

    def _ask_for_opened_names(self) -> None:
        """Tell a manager that names were opened: the glass was broken."""

        def untold(office: Office) -> int:
            from tracker.services import identity

            return len(identity.untold(office))

        ask(self, untold, self._tell_opened_names, refused=lambda _: None, group="untold")

    def _tell_opened_names(self, many: int) -> None:
        if many > self.opened_names:
            said = (
                f"Names of victims were opened, exported or erased by others: {many}. `A` shows who and why."
            )
            self.notify(said, title="Names", severity="warning", markup=False, timeout=30)
        self.opened_names = many

    def action_names(self) -> None:
        """Show who opened names and why."""
        from tracker.tui.screens.opened import OpenedScreen

        self.push_screen(OpenedScreen(), lambda _: self._ask_for_opened_names())

    def refuse(self, why: Exception) -> None:
        """Say why something was refused; nothing was written."""
        self.notify(str(why), title="Refused", severity="error", markup=False, timeout=10)

    def more_busy(self, job: Worker[None]) -> None:
        """Count a job; if it takes long, the banner says so."""
        self._jobs.add(job)
        self.set_timer(PATIENCE, self._say_busy)

    def less_busy(self, job: Worker[None]) -> None:
        """Count a job that ended."""
        self._jobs.discard(job)
        self._say_busy(only_end=True)

    @property
    def unanswered(self) -> int:
        """How many jobs have not come back; one that was cancelled, maybe before it began, never will."""
        self._jobs = {job for job in self._jobs if not job.is_cancelled}
        return len(self._jobs)

    def _say_busy(self, only_end: bool = False) -> None:
        waiting = self.unanswered
        if waiting == 0 or not only_end:
            self.working = waiting > 0

    def wrote(self, line: Line, *, again: bool = False) -> None:
        """Keep what was done for the log, say it, and read every screen again.

        What is written anew, and not done `again`, leaves nothing to redo.
        """
        self.done.append(line)
        if (line.step or line.event) and not again:
            self.undone.clear()
        self.notify(line.says, title=line.ref, markup=False, timeout=8)
        self.refresh_all()

    def action_home(self) -> None:
        """Go to the board of today."""
        while len(self.screen_stack) > 2 and not isinstance(self.screen, HomeScreen):
            self.pop_screen()

    def action_docket(self) -> None:
        """Go to the docket."""
        self.show_docket("")

    def show_docket(self, text: str) -> None:
        """Open the docket with a filter."""
        from tracker.tui.screens.docket import DocketScreen

        if isinstance(self.screen, DocketScreen):
            self.screen.filter_by(text)
        else:
            self.push_screen(DocketScreen(text))

    def show_case(self, ref: str) -> None:
        """Open a case."""
        from tracker.tui.screens.case import CaseScreen

        self.push_screen(CaseScreen(ref))

    def action_flags(self, text: str = "") -> None:
        """Go to the flags board, under the docket's filter if that is open."""
        from tracker.tui.screens.flags import FlagsScreen

        if not isinstance(self.screen, FlagsScreen):
            self.push_screen(FlagsScreen(text or getattr(self.screen, "filter", "")))

    def action_due(self) -> None:
        """Go to the clocks that run out."""
        from tracker.tui.screens.due import DueScreen

        if not isinstance(self.screen, DueScreen):
            self.push_screen(DueScreen())

    def action_rates(self) -> None:
        """Go to the rates."""
        from tracker.tui.screens.rates import RatesScreen

        if not isinstance(self.screen, RatesScreen):
            self.push_screen(RatesScreen())

    def action_rescues(self) -> None:
        """Go to the rescue attempts."""
        self._overview("rescues")

    def action_aftercare(self) -> None:
        """Go to where each victim is."""
        self._overview("aftercare")

    def action_awaited(self) -> None:
        """Go to what is to be chased."""
        self._overview("awaited")

    def action_repeats(self) -> None:
        """Go to accused who may be one person in several cases."""
        self._overview("repeats")

    def _overview(self, kind: str) -> None:
        """Open an overview, under the docket's filter if that is open."""
        from tracker.tui.screens.overview import OverviewScreen

        filter_ = str(getattr(self.screen, "filter", ""))
        if getattr(self.screen, "kind", None) != kind:
            self.push_screen(OverviewScreen(kind, filter_))

    def action_calendar(self) -> None:
        """Go to the calendar, under the docket's filter if that is open."""
        from tracker.tui.screens.calendar import CalendarScreen

        if not isinstance(self.screen, CalendarScreen):
            self.push_screen(CalendarScreen(self.today, filter_=getattr(self.screen, "filter", "")))

    def action_causelist(self) -> None:
        """Check a court's list against ours."""
        from tracker.tui.screens.causelist import CauseListScreen

        self.push_screen(CauseListScreen())

    def action_jump(self) -> None:
        """Ask for a few letters, and open the case they find."""
        from tracker.tui.screens.jump import JumpScreen

        self.push_screen(JumpScreen(), lambda ref: self.show_case(ref) if ref else None)

    def action_new_case(self) -> None:
        """Write a new case."""
        from tracker.tui.screens.newcase import NewCaseScreen

        self.push_screen(NewCaseScreen(), lambda ref: self.show_case(ref) if ref else None)

    def action_statutes(self) -> None:
        """Open the statutes."""
        from tracker.tui.screens.statutes import StatutesScreen

        if not isinstance(self.screen, StatutesScreen):
            self.push_screen(StatutesScreen())

    def action_log(self) -> None:
        """Show what was done."""
        from tracker.tui.screens.log import LogScreen

        self.push_screen(LogScreen(self.done))

    def action_undo(self) -> None:
        """Take back what was written last; put something right in place of the last event."""
        from tracker.tui.screens.record import RecordScreen

        line = next((one for one in reversed(self.done) if one.step or one.event or one.flags), None)
        if line is None:
            self._from_before(again=False)
        elif line.flags:
            self._stand_again(line, line.flags)
        elif line.step is None:
            self.push_screen(RecordScreen(line.ref, corrects=line.event))
        else:
            self.done[self.done.index(line)] = replace(line, step=None)
            self._take_back(line.step, again=False)

    def action_redo(self) -> None:
        """Do again what was taken back last."""
        if self.undone:
            self._take_back(self.undone.pop(), again=True)
        else:
            self._from_before(again=True)

    def _from_before(self, again: bool) -> None:
        """Take back what this person wrote last before the program was opened."""

        def look(office: Office) -> Step | None:
            from tracker.services import undo

            return undo.last(office, again=again)

        def found(step: Step | None) -> None:
            if step is None:
                what = "was taken back that can be done again" if again else "was recorded that can be undone"
                self.notify(f"Nothing {what}.")
            else:
                self._take_back(step, again)

        ask(self, look, found, group="undo")

    def _take_back(self, step: Step, again: bool) -> None:
        def write(office: Office) -> Step:
            from tracker.services import undo

            return undo.take_back(office, step, again=again)

        def written(turned: Step) -> None:
            ref = step.refs[0] if len(step.refs) == 1 else f"{len(step.refs)} cases"
            if again:
                self.wrote(
                    Line(ref, f"Done again: {step.says}.", "tracker undo --redo", step=turned), again=True
                )
            else:
                if turned.refs:
                    self.undone.append(turned)
                self.wrote(Line(ref, f"Undone: {step.says}.", "tracker undo"))

        ask(self, write, written, writes=True)

    def _stand_again(self, line: Line, flags: tuple[FlagHandled, ...]) -> None:
        today = self.today

        def write(office: Office) -> tuple[FlagHandled, ...]:
            from tracker.services import handling

            return handling.many(office, flags, "reopened", None, today)

        def written(told: tuple[FlagHandled, ...]) -> None:
            self.done[self.done.index(line)] = replace(line, flags=())
            says = told[0].says if len(told) == 1 else f"Taken back: {len(told)} flags stand again."
            typed = "; ".join(command("flag", "reopen", one.ref, one.kind, who=one.who) for one in flags)
            self.wrote(Line(line.ref, says, typed))

        ask(self, write, written, writes=True)

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
