"""Choose one line of a list; closes with the word chosen, or None."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Label, OptionList
from textual.widgets.option_list import Option


class ChooseScreen(ModalScreen[str | None]):
    """A short list."""

    CSS_PATH = "choose.tcss"
    VERTICAL_BREAKPOINTS = [(0, "-short"), (38, "-tall"), (56, "-taller")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Back")]

    def __init__(self, title: str, lines: Mapping[str, str]) -> None:
        """`lines`: word to what is read."""
        super().__init__()
        self.asked, self.words, self.shown = title, list(lines), list(lines.values())

    def compose(self) -> ComposeResult:
        """Show the lines."""
        with Vertical(classes="box"):
            yield Label(self.asked, classes="title", markup=False)
            yield OptionList(*(Option(line) for line in self.shown), markup=False)
            yield Label("Enter chooses, Esc goes back", classes="muted")

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Close with the word."""
        self.dismiss(self.words[event.option_index])
