"""What the forms share: a labelled field, Save and Cancel, and a refusal that goes to its field."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.screen import ModalScreen, ScreenResultType
from textual.widget import Widget
from textual.widgets import Button, Input, Label, Static

from tracker.tui.screens.drafted import Drafted
from tracker.tui.widgets.dayinput import DayInput

if TYPE_CHECKING:
    from tracker.tui.app import TrackerApp


class Fields(VerticalScroll, can_focus=False):
    """The fields of a form, one below the other; Tab goes from field to field, never to the box."""

    def __init__(self) -> None:
        """Take the looks of a form."""
        super().__init__(classes="form")


class Form(ModalScreen[ScreenResultType], Drafted[ScreenResultType]):
    """A form; Ctrl+S saves, Esc leaves. What was typed stays when something is refused."""

    app: TrackerApp
    AUTO_FOCUS = "Input, Select, TextArea"
    CSS_PATH = "form.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Cancel"),
        Binding("ctrl+s", "save_typed", "Save", priority=True),
    ]
    saving = False
    """Whether an answer is awaited, so that a second Ctrl+S writes nothing twice."""
    _early: tuple[events.Key, ...] = ()
    """Letters typed before the first field was there."""

    def on_key(self, event: events.Key) -> None:
        """Keep a letter that comes before the first field is there: whoever knows the keys types on."""
        if self.focused is None and event.is_printable:
            self._early += (event,)
            event.stop()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Give the first field what was typed before it was there; what stands in it is not replaced."""
        early, self._early = self._early, ()
        if getattr(event.widget, "value", None):
            return
        for key in early:
            event.widget.post_message(events.Key(key.key, key.character))

    def action_leave(self) -> None:
        """Leave, with nothing written."""
        self.dismiss(None)

    def action_save_typed(self) -> None:
        """Save once every key that was typed has reached its field."""
        (self.focused or self).call_later(self.action_save)

    def action_save(self) -> None:
        """Read the form and send it off."""
        raise NotImplementedError

    @on(Button.Pressed, "#cancel")
    def cancel_pressed(self) -> None:
        """Leave by the mouse."""
        self.action_leave()

    @on(Button.Pressed, ".pick")
    def pick_pressed(self, event: Button.Pressed) -> None:
        """Open the calendar of the field beside."""
        row = event.button.parent
        if row is not None:
            row.query_one(DayInput).action_pick()

    @on(Button.Pressed, "#save")
    def save_pressed(self) -> None:
        """Save by the mouse."""
        self.action_save()

    def refused(self, why: Exception) -> None:
        """Say why, keep what was typed, and go to the field that is meant."""
        self.saving = False
        self.app.clear_notifications()  # one refusal over another would hide the fields
        self.app.refuse(why)
        self.query_one("#echo", Static).update(str(why))
        name = str(why).partition(":")[0]
        if name.isidentifier() and (found := self.query(f"#{name}")):
            field = found.first(Widget)
            field.focus()
            if isinstance(field, Input):
                field.select_all()  # what is typed next stands in its place


def asked(label: str, field: Widget) -> Horizontal:
    """Return a field with its label before it."""
    return Horizontal(Label(label), field, *calendar_of(field), classes="asked")


def calendar_of(field: Widget) -> list[Button]:
    """Return the button that opens the calendar beside a field for a day; for the mouse, no stop of Tab."""
    beside = [Button("F4 ▾", classes="pick", compact=True)] if isinstance(field, DayInput) else []
    for button in beside:
        button.can_focus = False
    return beside


def buttons() -> ComposeResult:
    """Yield the line of buttons."""
    with Horizontal(classes="buttons"):
        yield Button("Save  ^S", variant="primary", id="save", compact=True)
        yield Button("Cancel  Esc", id="cancel", compact=True)
