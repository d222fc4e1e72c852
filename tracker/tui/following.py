"""Following the day and the office: midnight, what others write, the backup that is due, names opened.

Today is asked of the clock here, in Asia/Kolkata, unless a day is given (`--today`, tests, the sample).
Another program that writes to the same database is noticed within LOOK_EVERY seconds, and the rows are read
again. Every answer of a service passes here: a refusal is said, and the banner says what takes long.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from textual.reactive import reactive
from textual.screen import Screen
from textual.worker import Worker

from tracker.tui import wording
from tracker.tui.asking import ask
from tracker.tui.locking import Locking
from tracker.tui.screens.locked import LockedScreen

if TYPE_CHECKING:
    from tracker.services.office import Office, Refused

KOLKATA = ZoneInfo("Asia/Kolkata")
SAVE_AFTER, SAVE_EVERY = 120.0, 3600.0
"""Seconds after which it is first looked whether a backup is due, and then again and again."""
LOOK_EVERY = 2.0
"""Seconds between two looks whether the day or the database changed."""
PATIENCE = 0.4
"""Seconds after which the banner says that the program is at work."""


class Following(Locking):
    """An app that keeps up with the day and with what others write."""

    working: reactive[bool] = reactive(False)
    shown_day: reactive[str] = reactive("")
    opened_names: reactive[int] = reactive(0)
    """How often others opened or erased a victim's name since this manager looked; 0 for who isn't one."""
    said_today: date | None
    _jobs: set[Worker[None]]
    _mark: int | None
    _role: str | None
    _save_at: float

    @property
    def today(self) -> date:
        """The day that everything on the screen depends on."""
        return self.said_today or datetime.now(KOLKATA).date()

    def _not_opened(self, why: str) -> None:
        """Say why the office is not open, where a person can do something about it; else leave with it."""
        from tracker.tui.screens.firstrun import FirstRun

        if isinstance(self.screen, FirstRun):
            self.screen.refused(why)
            return
        if isinstance(self.screen, LockedScreen):
            self.screen.refused(why)
        elif not self.locked:
            self.exit(return_code=1, message=why)

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
