"""The log: what was done at this desk since the program was opened, with the command for each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Label, Static

from tracker.tui.log import Line


class LogScreen(ModalScreen[None]):
    """List the lines, the latest first."""

    CSS_PATH = "choose.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,L", "dismiss(None)", "Back")]

    def __init__(self, lines: Sequence[Line]) -> None:
        """`lines` in the order in which they were done."""
        super().__init__()
        self.lines = lines

    def compose(self) -> ComposeResult:
        """Show what was done, and how the command line does it."""
        with Vertical(classes="box"):
            yield Label("Done at this desk, latest first; the same without the screen", classes="title")
            with VerticalScroll():
                for line in reversed(self.lines):
                    yield Static(f"{line.ref}: {line.says}", markup=False)
                    yield Static(f"$ {line.command}\n", classes="muted", markup=False)
                if not self.lines:
                    yield Static("Nothing was written yet.", markup=False)
            yield Label("Esc goes back", classes="muted")
