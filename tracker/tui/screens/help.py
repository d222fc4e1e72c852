"""Help: the keys that work on the screen below, and nothing else. Type to find; Enter or a click runs one."""

from __future__ import annotations

from typing import Any, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen, Screen
from textual.widgets import Input, Label, OptionList
from textual.widgets.option_list import Option

from tracker.tui.actions import Action
from tracker.tui.palette import keys_here, usable

MOVING = "Arrows, j k, PgUp PgDn, Home End move; Tab goes on; the mouse works."


class HelpScreen(ModalScreen[None]):
    """List what works on the screen below."""

    CSS_PATH = "choose.tcss"
    VERTICAL_BREAKPOINTS = [(0, "-short"), (38, "-tall"), (56, "-taller")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Back")]

    def __init__(self, below: Screen[Any]) -> None:
        """`below` is the screen that help is asked for."""
        super().__init__()
        self.usable = [(action, run) for action, run in usable(below) if action.id != "help"]
        self.keys = keys_here(below)
        self.listed = self.usable

    def compose(self) -> ComposeResult:
        """Show one line an action, its key first."""
        with Vertical(classes="box"):
            yield Label("What works here", classes="title")
            yield Input(placeholder="type to find; Enter runs the line, Esc goes back", id="find")
            yield OptionList(markup=False)
            yield Label(MOVING, classes="muted")

    def on_mount(self) -> None:
        """List everything."""
        self._list("")

    @on(Input.Changed, "#find")
    def _find(self, event: Input.Changed) -> None:
        self._list(event.value)

    def _list(self, text: str) -> None:
        words = text.lower().split()
        self.listed = [one for one in self.usable if all(word in self._said(one[0]) for word in words)]
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options([Option(self._line(action)) for action, _ in self.listed])
        options.highlighted = 0 if self.listed else None

    def _said(self, action: Action) -> str:
        return f"{self._line(action)} {action.label}".lower()

    def _line(self, action: Action) -> str:
        return f"{self.keys[action.id]:<10} {action.help}"

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

    @on(Input.Submitted, "#find")
    def _run_first(self) -> None:
        at = self.query_one(OptionList).highlighted
        if at is not None:
            self._run(at)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self._run(event.option_index)

    def _run(self, at: int) -> None:
        """Close, then run the chosen action where its key would have worked."""
        _, run = self.listed[at]
        app = self.app
        self.dismiss(None)
        app.call_later(run)
