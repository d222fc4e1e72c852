"""Choose which columns a list shows, and in which order; kept for this person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Button, Label, OptionList
from textual.widgets.option_list import Option


class ColumnsScreen(ModalScreen["tuple[str, ...] | None"]):
    """Closes with the names of the columns in order, () for the usual ones, or None."""

    CSS_PATH = "choose.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Cancel"),
        Binding("ctrl+s", "save", "Save", priority=True),
        Binding("space", "turn_one", "Show or hide"),
        Binding("minus,left", "move(-1)", "Up"),
        Binding("plus,right", "move(1)", "Down"),
    ]

    def __init__(self, headings: Mapping[str, str], chosen: Sequence[str]) -> None:
        """`headings`: every column's name and heading; `chosen` are shown now."""
        super().__init__()
        self.headings = headings
        self.shown = set(chosen)
        self.order = [*chosen, *(name for name in headings if name not in chosen)]

    def compose(self) -> ComposeResult:
        """Show a line each."""
        with Vertical(classes="box"):
            yield Label("Columns of the docket", classes="title")
            yield OptionList(markup=False)
            yield Label("Space or Enter shows or hides; - and + move it up and down", classes="muted")
            with Horizontal(classes="buttons"):
                yield Button("Save  ^S", variant="primary", id="save", compact=True)
                yield Button("The usual ones", id="usual", compact=True)
                yield Button("Cancel  Esc", id="cancel", compact=True)

    def on_mount(self) -> None:
        """List them."""
        self._list(0)

    def _list(self, at: int) -> None:
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(
            [Option(f"[{'x' if n in self.shown else ' '}] {self.headings[n]}") for n in self.order]
        )
        options.highlighted = at

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Show or hide by Enter or a click."""
        self._turn(event.option_index)

    def action_turn_one(self) -> None:
        """Show or hide the one under the cursor."""
        self._turn(self.query_one(OptionList).highlighted or 0)

    def _turn(self, at: int) -> None:
        if at:  # the first stays: a line that doesn't say its case is of no use
            self.shown ^= {self.order[at]}
        self._list(at)

    def action_move(self, step: int) -> None:
        """Move the one under the cursor; the first stays first."""
        at = self.query_one(OptionList).highlighted or 0
        to = at + step
        if at > 0 and 0 < to < len(self.order):
            self.order[at], self.order[to] = self.order[to], self.order[at]
            self._list(to)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Close by the mouse."""
        if event.button.id == "save":
            self.action_save()
        else:
            self.dismiss(() if event.button.id == "usual" else None)

    def action_save(self) -> None:
        """Close with what is to be shown."""
        self.dismiss(tuple(name for name in self.order if name in self.shown))
