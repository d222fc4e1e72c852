"""Go to a case: a few letters of its ref, FIR, CNR tail, station or accused, and Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Label, OptionList
from textual.widgets.option_list import Option

from tracker.tui import wording
from tracker.tui.asking import ask

if TYPE_CHECKING:
    from tracker.services.office import Office
    from tracker.services.views import DocketRow
    from tracker.tui.app import TrackerApp

SHOWN = 12

HINT = "Enter opens the one marked, Esc goes back"


class JumpScreen(ModalScreen[str | None]):
    """Ask for letters; close with the ref of the case chosen, or None."""

    app: TrackerApp
    CSS_PATH = "choose.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Back")]

    def __init__(self) -> None:
        """Start with nothing typed."""
        super().__init__()
        self.found: tuple[DocketRow, ...] = ()
        self.wanted = False

    def compose(self) -> ComposeResult:
        """Ask, and show what is found below."""
        with Vertical(classes="box"):
            yield Label("Go to a case", classes="title")
            yield Input(placeholder="letters of ref, FIR, CNR, station or accused", id="letters")
            yield OptionList(markup=False)
            yield Label(HINT, id="hint", classes="muted")

    @on(Input.Changed, "#letters")
    def _look(self, event: Input.Changed) -> None:
        self.wanted = False
        text, today = event.value, self.app.today

        def find(office: Office) -> tuple[DocketRow, ...]:
            from tracker.services import finding

            return finding.cases(office, text, today, SHOWN)

        ask(self, find, self._show, group="jump")

    def _show(self, rows: tuple[DocketRow, ...]) -> None:
        self.found = rows
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options([Option(_line(row)) for row in rows])
        options.highlighted = 0 if rows else None
        none = self.query_one("#letters", Input).value.strip() and not rows
        self.query_one("#hint", Label).update("No case has these letters. Esc goes back" if none else HINT)
        if self.wanted and rows:
            self.dismiss(rows[0].ref)

    def on_key(self, event: events.Key) -> None:
        """Move in the list while the letters are typed."""
        options = self.query_one(OptionList)
        if event.key == "down":
            options.action_cursor_down()
        elif event.key == "up":
            options.action_cursor_up()
        else:
            return
        event.stop()

    @on(Input.Submitted, "#letters")
    def _enter(self) -> None:
        at = self.query_one(OptionList).highlighted
        if at is not None and at < len(self.found):
            self.dismiss(self.found[at].ref)
        else:
            self.wanted = True  # Enter was quicker than the database

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self.found[event.option_index].ref)


def _line(row: DocketRow) -> str:
    return f"{row.ref:<14} {wording.short_stage(row.stage):<20} {row.title or ''}"
