"""Court mode: one matter of today fills the screen, in words that can be read at arm's length.

No victim's name or code is on it. `o` and a few letters write the outcome (`tui.outcome`); the line
below says before Enter what would be saved; then the next matter comes. A matter passed over sinks to the
end of the list and never vanishes.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Static

from tracker.tui import courtwords
from tracker.tui.actions import COURT, bindings
from tracker.tui.asking import ask
from tracker.tui.drafting import Keeper, when
from tracker.tui.log import Line
from tracker.tui.outcome import PASSED_OVER, Typed
from tracker.tui.screens.entering import Entering
from tracker.tui.widgets.banner import Banner
from tracker.tui.widgets.hints import Hints

if TYPE_CHECKING:
    from tracker.services.drafts import Begun
    from tracker.services.matter import MatterOfDay
    from tracker.services.office import Office


class CourtScreen(Entering):
    """The matters of today, one at a time."""

    CSS_PATH = "court.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(COURT)]

    def __init__(self) -> None:
        """Begin with the first matter that has no outcome."""
        super().__init__()
        self.matters: tuple[MatterOfDay, ...] = ()
        self.known = False
        """Whether the day has been read: until then nothing is said of it."""
        self.at = 0
        self.begun: tuple[Begun, ...] = ()
        """Entries that were half typed when the program ended."""

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
        self.draw()

    def _show(self, matters: tuple[MatterOfDay, ...]) -> None:
        here = self.here()
        first, self.matters, self.known = not self.matters, matters, True
        if first:
            self.at = next((n for n, one in enumerate(matters) if one.waits), 0)
            self._bring_back()
        elif here is not None:
            same = (n for n, one in enumerate(matters) if one.key == here.key)
            self.at = next(same, min(self.at, max(len(matters) - 1, 0)))
        self.draw()

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

    def here(self) -> MatterOfDay | None:
        """Return the matter on the screen."""
        return self.matters[self.at] if self.at < len(self.matters) else None

    def draw(self) -> None:
        """Draw the matter, and how far its entry is typed."""
        if not self.known:
            return
        big, here = self.query_one("#big", Static), self.here()
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
            asks.update(f"{waits} of {len(self.matters)} without an outcome" if here else "")
            echo.update("o writes it down, n and p go on and back" if here else "")
            return
        self.say_typed(self.typed)

    def written(self, typed: Typed | None, line: Line | None) -> None:
        """Go on to the next matter that waits; where theirs was kept, stay."""
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
        here = self.here()
        return here.ref if here else None

    def action_open_matter(self) -> None:
        """Open the case on the screen."""
        self.action_open()

    def action_adjourn(self) -> None:
        """Adjourn all that waits in the court of this matter."""
        here = self.here()
        self.adjourn(self.day, here.court if here else None)

    def action_next_matter(self, step: int = 1) -> None:
        """Show the next matter."""
        if self.matters:
            self.at = (self.at + step) % len(self.matters)
            self.draw()
            self.query_one("#matter").scroll_home(animate=False)

    def action_previous_matter(self) -> None:
        """Show the matter before."""
        self.action_next_matter(-1)
