"""Record an event in the journal. Only the keys that this kind of event may carry are asked for."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Button, Input, Label, Select, Static

from tracker.domain import words
from tracker.domain.case import Event
from tracker.services.views import Recorded
from tracker.tui import wording
from tracker.tui.eventform import asked_for, read

if TYPE_CHECKING:
    from tracker.tui.app import TrackerApp


class RecordScreen(ModalScreen[Recorded | None]):
    """Ask for one event; close with what it changed, or None."""

    app: TrackerApp
    CSS_PATH = "form.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Cancel"),
        Binding("ctrl+s", "save", "Save", priority=True),
    ]

    def __init__(self, ref: str) -> None:
        """`ref` names the case."""
        super().__init__()
        self.ref = ref

    def compose(self) -> ComposeResult:
        """Ask the kind and the day first; the rest follows from the kind."""
        kinds = [(word.label, str(word)) for word in words.EventKind]
        with VerticalScroll(classes="form"):
            yield Label(f"{self.ref}: what happened?", classes="title")
            with Horizontal(classes="asked"):
                yield Label("Event")
                yield Select(kinds, prompt="Type to search", type_to_search=True, id="kind")
            with Horizontal(classes="asked"):
                yield Label("Day")
                yield Input(wording.day(self.app.today), id="on")
            yield Vertical(id="more")
            yield Static("", id="echo", markup=False)
            with Horizontal(classes="buttons"):
                yield Button("Save  ^S", variant="primary", id="save")
                yield Button("Cancel  Esc", id="cancel")

    @on(Select.Changed, "#kind")
    async def _kind_chosen(self) -> None:
        """Ask for the keys of this kind, and say when the kind is right."""
        more = self.query_one("#more", Vertical)
        await more.remove_children()
        kind = self.query_one("#kind", Select).selection
        if kind is None:
            return
        self.query_one("#echo", Static).update(words.EventKind(str(kind)).help)
        for name, widget in asked_for(str(kind)):
            row = Horizontal(Label(name.replace("_", " ").capitalize()), widget, classes="asked")
            await more.mount(row)

    @on(Button.Pressed, "#cancel")
    def _cancel(self) -> None:
        self.dismiss(None)

    @on(Button.Pressed, "#save")
    def action_save(self) -> None:
        """Read the form; send it off, or say which field can't be read."""
        kind = self.query_one("#kind", Select).selection
        if kind is None:
            self.notify("Choose the event first.", severity="error")
            return
        try:
            said = read(self, self.app.today)
        except ValueError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        why = said.pop("out_of_order", None)
        names = {field.name for field in fields(Event)}
        event = Event(kind=words.EventKind(str(kind)), **{k: v for k, v in said.items() if k in names})
        self._record(event, str(why) if why else None)

    @work(thread=True, exclusive=True)
    def _record(self, event: Event, why: str | None) -> None:
        from tracker.services import casework
        from tracker.services.office import Refused

        office = self.app.office
        if office is None:
            return
        try:
            saved: Any = casework.record(office, self.ref, event, self.app.today, out_of_order=why)
        except Refused as error:
            self.app.call_from_thread(self._refused, str(error))
        else:
            self.app.call_from_thread(self.dismiss, saved)

    def _refused(self, why: str) -> None:
        """Say why not; offer to record it all the same, with a reason."""
        self.query_one("#echo", Static).update(
            f"{why}\nTo record it all the same, say why below and save again."
        )
        if not self.query("#out_of_order"):
            why_box = Input(id="out_of_order")
            self.query_one("#more", Vertical).mount(Horizontal(Label("Why"), why_box, classes="asked"))
            self.call_after_refresh(why_box.focus)
