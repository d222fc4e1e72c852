"""What the forms share: a labelled field, Save and Cancel, and a refusal that goes to its field."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.screen import ModalScreen, ScreenResultType
from textual.widget import Widget
from textual.widgets import Button, Label, Static

if TYPE_CHECKING:
    from tracker.tui.app import TrackerApp


class Form(ModalScreen[ScreenResultType]):
    """A form; Ctrl+S saves, Esc leaves. What was typed stays when something is refused."""

    app: TrackerApp
    CSS_PATH = "form.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Cancel"),
        Binding("ctrl+s", "save", "Save", priority=True),
    ]
    saving = False
    """Whether an answer is awaited, so that a second Ctrl+S writes nothing twice."""

    def action_leave(self) -> None:
        """Leave, with nothing written."""
        self.dismiss(None)

    def action_save(self) -> None:
        """Read the form and send it off."""
        raise NotImplementedError

    @on(Button.Pressed, "#cancel")
    def cancel_pressed(self) -> None:
        """Leave by the mouse."""
        self.action_leave()

    @on(Button.Pressed, "#save")
    def save_pressed(self) -> None:
        """Save by the mouse."""
        self.action_save()

    def refused(self, why: Exception) -> None:
        """Say why, keep what was typed, and go to the field that is meant."""
        self.saving = False
        self.app.refuse(why)
        self.query_one("#echo", Static).update(str(why))
        name = str(why).partition(":")[0]
        if name.isidentifier() and (found := self.query(f"#{name}")):
            found.first(Widget).focus()


def asked(label: str, field: Widget) -> Horizontal:
    """Return a field with its label before it."""
    return Horizontal(Label(label), field, classes="asked")


def buttons() -> ComposeResult:
    """Yield the line of buttons."""
    with Horizontal(classes="buttons"):
        yield Button("Save  ^S", variant="primary", id="save", compact=True)
        yield Button("Cancel  Esc", id="cancel", compact=True)
