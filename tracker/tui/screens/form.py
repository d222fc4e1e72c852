"""What the forms share: a labelled field, Save and Cancel, and a refusal that goes to its field.

A form that says its `draft_kind` keeps what is half typed (`tui.drafting`), and brings it back when it is
opened again; saved or left on purpose, it forgets it.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.screen import ModalScreen, ScreenResultType
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Button, Checkbox, Input, Label, Select, Static, TextArea
from textual.widgets.select import InvalidSelectValueError

from tracker.tui import drafting
from tracker.tui.asking import ask
from tracker.tui.widgets.dayinput import DayInput

if TYPE_CHECKING:
    from tracker.services.drafts import Begun
    from tracker.services.office import Office
    from tracker.tui.app import TrackerApp


class Fields(VerticalScroll, can_focus=False):
    """The fields of a form, one below the other; Tab goes from field to field, never to the box."""

    def __init__(self) -> None:
        """Take the looks of a form."""
        super().__init__(classes="form")


class Form(ModalScreen[ScreenResultType]):
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
    draft_kind: str = ""
    """Of which kind its draft is; empty: what is half typed isn't kept."""
    ref: str = ""
    _keeper: drafting.Keeper | None = None
    _pause: Timer | None = None
    _early: tuple[events.Key, ...] = ()
    """Letters typed before the first field was there."""

    def on_mount(self) -> None:
        """Bring back what was half typed."""
        if not self.draft_kind:
            return
        kind, ref = self.draft_kind, self.ref
        self._keeper = drafting.Keeper(self.app, kind, ref)

        def look(office: Office) -> Begun | None:
            from tracker.services import drafts

            return drafts.find(office, kind, ref)

        ask(self, look, self._found, group="draft-find")

    def _found(self, begun: Begun | None) -> None:
        if begun is not None and self._keeper is not None and self.bring_back(begun.body):
            self._keeper.found(begun)
            self.notify(f"Brought back: what you had begun{drafting.when(begun)}. Esc forgets it.")

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

    def bring_back(self, body: dict[str, Any]) -> bool:
        """Fill the fields with what was kept; say whether it is of this form."""
        self.fill(body)
        return True

    def fill(self, body: dict[str, Any]) -> None:
        """Fill those of the fields that are there; what no longer fits is left out."""
        for name, value in body.items():
            for widget in self.query(f"#{name}").results(Widget):
                if isinstance(widget, Input) and isinstance(value, str):
                    widget.value = value
                elif isinstance(widget, TextArea):
                    widget.text = str(value)
                elif isinstance(widget, Checkbox):
                    widget.value = bool(value)
                elif isinstance(widget, Select) and value == "":
                    widget.clear()
                elif isinstance(widget, Select):
                    with suppress(InvalidSelectValueError):
                        widget.value = value

    def typed(self) -> dict[str, Any]:
        """Return what is typed, by field; what is empty is left out."""
        body: dict[str, Any] = {}
        for widget in self.query("Input, Select, Checkbox").results(Widget):
            value = widget.selection if isinstance(widget, Select) else getattr(widget, "value", None)
            if widget.id and value not in (None, "", False):
                body[widget.id] = value
        return body

    @on(Input.Changed)
    @on(Select.Changed)
    @on(Checkbox.Changed)
    @on(TextArea.Changed)
    def _keep_soon(self) -> None:
        """Keep what is typed once the person pauses."""
        if self._keeper is not None:
            if self._pause is not None:
                self._pause.stop()
            self._pause = self.set_timer(drafting.PAUSE, self._keep)

    def _keep(self) -> None:
        body = self.typed()
        if self._keeper is not None and body.keys() - {"on"}:
            self._keeper.keep(body)

    def drafted(self) -> Callable[[Office], None] | None:
        """Return the job that keeps what is typed, for an office that is about to be closed."""
        body = self.typed()
        if self._keeper is None or not body.keys() - {"on"}:
            return None
        return self._keeper.at_once(body)

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Close; what was half typed is forgotten."""
        if self._keeper is not None:
            self._keeper.drop()
        return super().dismiss(result)

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
