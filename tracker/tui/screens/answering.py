"""A question with a few fields: asked before something is put on file, or to suppose something."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Button, Input, Label, Static


class Asking(ModalScreen[dict[str, str] | None]):
    """Asks, and answers with what was typed by field; None if the person leaves."""

    CSS_PATH = "suggest.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Cancel"),
        Binding("ctrl+s", "save", "Yes", priority=True),
    ]

    def __init__(
        self, question: str, about: str, fields: Mapping[str, tuple[str, str]], *, yes: str = "Yes"
    ) -> None:
        """`fields`: name to label and first value; an empty mapping asks yes or no."""
        super().__init__()
        self.question, self.about, self.fields, self.yes = question, about, dict(fields), yes

    def compose(self) -> ComposeResult:
        """Lay out the question, what it is about, its fields and the buttons."""
        with Vertical(classes="form"):
            yield Static(self.question, classes="title", markup=False)
            yield Static(self.about, classes="about", markup=False)
            for name, (label, value) in self.fields.items():
                yield Horizontal(Label(label), Input(value, id=name), classes="asked")
            with Horizontal(classes="buttons"):
                yield Button(f"{self.yes}  ^S", variant="primary", id="save", compact=True)
                yield Button("Cancel  Esc", id="cancel", compact=True)

    @on(Input.Submitted)
    @on(Button.Pressed, "#save")
    def _pressed(self) -> None:
        self.action_save()

    @on(Button.Pressed, "#cancel")
    def _cancelled(self) -> None:
        self.action_leave()

    def action_save(self) -> None:
        """Answer with what was typed."""
        self.dismiss({name: self.query_one(f"#{name}", Input).value.strip() for name in self.fields})

    def action_leave(self) -> None:
        """Answer nothing."""
        self.dismiss(None)
