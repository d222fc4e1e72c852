"""An outcome that is typed letter by letter, and what it would do said before Enter saves it.

The letters are `tui.outcome`. A screen that shows one matter is made from it: it says which is here, and
what comes once its outcome is written. An entry that is half typed is kept, whatever ends the program.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Any

from textual import events
from textual.timer import Timer
from textual.widgets import Static

from tracker.tui import courtwords, drafting
from tracker.tui.asking import ask
from tracker.tui.drafting import Keeper
from tracker.tui.eventform import day
from tracker.tui.heard import Entry, write
from tracker.tui.log import Line
from tracker.tui.outcome import Typed
from tracker.tui.screens.acting import Acting

if TYPE_CHECKING:
    from tracker.services.echo import Echo
    from tracker.services.matter import MatterOfDay
    from tracker.services.office import Office

ASKS = {
    "outcome": "What happened?",
    "asked_by": "Who asked?",
    "reason": "Why?",
    "date": "Next date?",
    "nothing": "Enter saves: it is called again later",
}


class Entering(Acting):
    """A screen on which the outcome of one matter is typed, in the lines `#asks` and `#echo`."""

    def __init__(self) -> None:
        """Begin with nothing typed."""
        super().__init__()
        self.day = date.min
        """The day whose matters are shown, once they are read."""
        self.typed: Typed | None = None
        self.saving = False
        self.keeper: Keeper | None = None
        """Keeps the entry that is half typed."""
        self._pause: Timer | None = None
        self.seen: str | None = None
        """The version of the listing when its entry was begun."""

    def here(self) -> MatterOfDay | None:
        """Return the matter on the screen."""
        raise NotImplementedError

    def draw(self) -> None:
        """Draw the matter, and what is typed."""
        raise NotImplementedError

    def reload(self) -> None:
        """Read the day again."""
        raise NotImplementedError

    def written(self, typed: Typed | None, line: Line | None) -> None:
        """Go on once an outcome is written; without a line theirs was kept."""
        raise NotImplementedError

    def say_typed(self, typed: Typed) -> None:
        """Say what is asked next, what was typed, and what saving it would do."""
        asked = courtwords.choices(ASKS[typed.asks], typed.choices(), self.size.width - 2)
        self.query_one("#asks", Static).update(asked)
        self._echo()

    def _entry(self) -> dict[str, Any]:
        """Return the entry as far as it is typed; empty if none is."""
        here, typed = self.here(), self.typed
        if here is None or typed is None or typed.outcome is None:
            return {}
        said = {"on": self.day.isoformat(), "proceeding": here.proceeding, "seen": self.seen}
        return said | asdict(typed)

    def _keep(self) -> None:
        if self.keeper is not None and (entry := self._entry()):
            self.keeper.keep(entry)

    def drafted(self) -> Callable[[Office], None] | None:
        """Return the job that keeps the entry, for an office that is about to be closed."""
        entry = self._entry()
        return self.keeper.at_once(entry) if self.keeper is not None and entry else None

    def _over(self) -> None:
        """Forget the entry: it was saved, or left on purpose."""
        self.typed = None
        if self.keeper is not None:
            self.keeper.drop()
            self.keeper = None

    def _echo(self) -> None:
        """Say what was typed, and what saving it would do."""
        typed, here, echo = self.typed, self.here(), self.query_one("#echo", Static)
        if typed is None or here is None:
            return
        try:
            next_on = self._next_on(typed)
        except ValueError as error:
            echo.update(f"{typed.said()}\n{error}")
            return
        echo.update(f"{typed.said()}\nBackspace takes a key back, Esc leaves the entry")
        if typed.outcome is None or typed.asks not in ("date", "nothing"):
            return
        ref, today = here.ref, self.day
        outcome, by = str(typed.outcome), str(typed.asked_by) if typed.asked_by else None

        def look(office: Office) -> Echo:
            from tracker.services import echo as service

            return service.of(
                office,
                ref,
                on=today,
                outcome=outcome,
                asked_by=by,
                next_on=next_on,
                proceeding=here.proceeding,
            )

        def show(said: object) -> None:
            if self.typed is typed:
                echo.update(f"{typed.said()}\n{said}. Enter saves.")

        ask(self, look, show, refused=show, group="echo")

    def _next_on(self, typed: Typed) -> date | None:
        return day("next_on", typed.date, self.day) if typed.date else None

    def on_key(self, event: events.Key) -> None:
        """Take the keys of an entry; outside one they keep their own meaning."""
        if self.typed is None:
            return
        if event.key == "enter":
            self._save()
        elif event.key == "backspace":
            self.typed = self.typed.back()
        elif event.key == "escape":
            self._over()
            if self.app.today != self.day:
                self.reload()  # the new day waited for this
        elif event.character and event.is_printable:
            self.typed = self.typed.press(event.character)
        else:
            return
        event.stop()
        event.prevent_default()
        if event.key != "enter":
            self.app.clear_notifications()
        self.draw()
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(drafting.PAUSE, self._keep)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While an entry is typed, its letters are no keys of the screen."""
        return self.typed is None or action == "quit"

    def action_outcome(self) -> None:
        """Begin an entry."""
        if (here := self.here()) is not None:
            self.app.clear_notifications()  # what was said of the one before would lie over this one
            self.typed, self.seen = Typed(), here.version
            self.keeper = Keeper(self.app, "court", here.ref)
            self.refresh_bindings()
            self.draw()

    def _save(self) -> None:
        typed, here = self.typed, self.here()
        if typed is None or here is None or typed.asks not in ("date", "nothing") or self.saving:
            return
        try:
            next_on = self._next_on(typed)
        except ValueError as error:
            self.app.refuse(error)
            return
        self.saving = True
        entry = Entry(
            ref=here.ref,
            on=self.day,
            outcome=str(typed.outcome),
            next_on=next_on,
            proceeding=here.proceeding,
            asked_by=str(typed.asked_by) if typed.asked_by else None,
            reason=str(typed.reason) if typed.reason else None,
            expected=self.seen,
        )
        write(self, entry, self._written, self._refused)

    def _refused(self, why: Exception) -> None:
        self.saving = False
        self.app.refuse(why)

    def _written(self, line: Line | None) -> None:
        typed, self.saving = self.typed, False
        self._over()
        self.refresh_bindings()
        self.written(typed, line)
