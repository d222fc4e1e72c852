"""Court mode: one matter of today fills the screen, in words that can be read at arm's length.

No victim's name or code is on it. `o` and a few letters write the outcome (`tui.outcome`); the line
below says before Enter what would be saved; then the next matter comes. A matter passed over sinks to the
end of the list and never vanishes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.timer import Timer
from textual.widgets import Static

from tracker.tui import courtwords, drafting
from tracker.tui.actions import COURT, bindings
from tracker.tui.asking import ask
from tracker.tui.drafting import Keeper, when
from tracker.tui.eventform import day
from tracker.tui.heard import Entry, write
from tracker.tui.log import Line
from tracker.tui.outcome import PASSED_OVER, Typed
from tracker.tui.screens.acting import Acting
from tracker.tui.widgets.banner import Banner
from tracker.tui.widgets.hints import Hints

if TYPE_CHECKING:
    from tracker.services.drafts import Begun
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


class CourtScreen(Acting):
    """The matters of today, one at a time."""

    CSS_PATH = "court.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(COURT)]

    def __init__(self) -> None:
        """Begin with the first matter that has no outcome."""
        super().__init__()
        self.day = date.min
        """The day whose matters are shown, once they are read."""
        self.matters: tuple[MatterOfDay, ...] = ()
        self.known = False
        """Whether the day has been read: until then nothing is said of it."""
        self.at = 0
        self.typed: Typed | None = None
        self.saving = False
        self.keeper: Keeper | None = None
        """Keeps the entry that is half typed."""
        self._pause: Timer | None = None
        self.begun: tuple[Begun, ...] = ()
        """Entries that were half typed when the program ended."""
        self.seen: str | None = None
        """The version of the listing when its entry was begun."""

    def compose(self) -> ComposeResult:
        """Lay out the matter and the line of entry."""
        yield Banner("Court mode")
        with Horizontal(id="matters"):
            with VerticalScroll(id="matter", can_focus=False):
                yield Static("Reading today's matters …", id="big", markup=False)
            with VerticalScroll(id="beside", can_focus=False):
                yield Static("", id="more", markup=False)
        yield Static("", id="asks")
        yield Static("", id="echo", markup=False)
        yield Hints()

    def on_mount(self) -> None:
        """Read the day."""
        self.reload()

    def reload(self) -> None:
        """Read today's matters again, staying at the one on the screen; never while an entry is typed."""
        if self.typed is not None and self.app.today != self.day:
            return  # typed before midnight, it is of the day before: the new day comes once it is saved
        today = self.day = self.app.today

        def read(office: Office) -> tuple[MatterOfDay, ...]:
            from tracker.services import drafts, matter

            if not self.matters:
                self.begun = tuple(one for one in drafts.begun(office) if one.kind == "court")
            return matter.of_day(office, today)

        ask(self, read, self._show, group="matters")

    def on_resize(self) -> None:
        """Give each line more room on a tall screen."""
        self._draw()

    def _show(self, matters: tuple[MatterOfDay, ...]) -> None:
        here = self._here()
        first, self.matters, self.known = not self.matters, matters, True
        if first:
            self.at = next((n for n, one in enumerate(matters) if one.waits), 0)
            self._bring_back()
        elif here is not None:
            same = (n for n, one in enumerate(matters) if one.key == here.key)
            self.at = next(same, min(self.at, max(len(matters) - 1, 0)))
        self._draw()

    def _bring_back(self) -> None:
        """Go on with the entry that was half typed today."""
        for one in self.begun:
            said = dict(one.body)
            key, on_ = (one.ref, said.pop("proceeding")), said.pop("on")
            at = next((n for n, matter in enumerate(self.matters) if matter.key == key), None)
            if at is not None and on_ == self.day.isoformat():
                self.at, self.seen = at, said.pop("seen")
                self.keeper = Keeper(self.app, "court", one.ref)
                self.keeper.found(one)
                self.typed = Typed.again(**said)
                self.refresh_bindings()
                self.notify(f"Brought back: what you had begun{when(one)}. Esc forgets it.")
                return

    def _entry(self) -> dict[str, Any]:
        """Return the entry as far as it is typed; empty if none is."""
        here, typed = self._here(), self.typed
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

    def _here(self) -> MatterOfDay | None:
        return self.matters[self.at] if self.at < len(self.matters) else None

    def _draw(self) -> None:
        if not self.known:
            return
        big, here = self.query_one("#big", Static), self._here()
        if here is None:
            big.update("Nothing is listed today.\n\nEsc goes back to the board.")
        else:
            big.update(courtwords.matter(here, self.at + 1, len(self.matters), self.size))
        more = courtwords.beside(here, self.size) if here and self.size.width >= courtwords.WIDE else Text()
        self.query_one("#more", Static).update(more)
        self.query_one("#beside").display = bool(more)
        asks, echo = self.query_one("#asks", Static), self.query_one("#echo", Static)
        if self.typed is None:
            waits = sum(one.waits for one in self.matters)
            asks.update(f"{waits} of {len(self.matters)} wait for their outcome" if here else "")
            echo.update("o writes it down, n and p go on and back" if here else "")
            return
        asks.update(courtwords.choices(ASKS[self.typed.asks], self.typed.choices(), self.size.width - 2))
        self._echo()

    def _echo(self) -> None:
        """Say what was typed, and what saving it would do."""
        typed, here, echo = self.typed, self._here(), self.query_one("#echo", Static)
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
        self._draw()
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(drafting.PAUSE, self._keep)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While an entry is typed, its letters are no keys of the screen."""
        return self.typed is None or action == "quit"

    def action_outcome(self) -> None:
        """Begin an entry."""
        if (here := self._here()) is not None:
            self.app.clear_notifications()  # what was said of the one before would lie over this one
            self.typed, self.seen = Typed(), here.version
            self.keeper = Keeper(self.app, "court", here.ref)
            self.refresh_bindings()
            self._draw()

    def _save(self) -> None:
        typed, here = self.typed, self._here()
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
        """Go on to the next matter that waits; where theirs was kept, stay."""
        typed, self.saving = self.typed, False
        self._over()
        self.refresh_bindings()
        if line is None:
            self.reload()
            return
        if typed is not None and typed.outcome == PASSED_OVER:
            line = replace(line, says="passed over: at the end of the list")
        else:
            self._go_on()
        self.app.wrote(line)

    def _go_on(self) -> None:
        order = [*range(self.at + 1, len(self.matters)), *range(self.at)]
        self.at = next((n for n in order if self.matters[n].waits), self.at)

    def ref_here(self) -> str | None:
        """Return the case on the screen."""
        here = self._here()
        return here.ref if here else None

    def action_open_matter(self) -> None:
        """Open the case on the screen."""
        self.action_open()

    def action_adjourn(self) -> None:
        """Adjourn all that waits in the court of this matter."""
        here = self._here()
        self.adjourn(self.day, here.court if here else None)

    def action_next_matter(self, step: int = 1) -> None:
        """Show the next matter."""
        if self.matters:
            self.at = (self.at + step) % len(self.matters)
            self._draw()
            self.query_one("#matter").scroll_home(animate=False)

    def action_previous_matter(self) -> None:
        """Show the matter before."""
        self.action_next_matter(-1)
