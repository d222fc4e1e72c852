"""Record an event in the journal. Only the keys that this kind of event may carry are asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Label, Select, Static

from tracker.domain import words
from tracker.domain.case import Event
from tracker.tui import wording
from tracker.tui.asking import ask
from tracker.tui.eventform import OnFile, asked_for, body_of, read
from tracker.tui.log import Line, command
from tracker.tui.screens.form import Fields, Form, asked, buttons
from tracker.tui.widgets.dayinput import DayInput

if TYPE_CHECKING:
    from tracker.services.office import Office
    from tracker.services.views import CaseView, Recorded

NOT_TYPED = ("on", "kind", "age", "recorded_on", "corrects", "note")


class RecordScreen(Form[None]):
    """Ask for one event, and write it."""

    draft_kind = "record"

    def __init__(self, ref: str, corrects: int | None = None, was: Mapping[str, Any] | None = None) -> None:
        """`ref` names the case; `corrects` is the line of the journal that this one comes in place of.

        `was` is that line, to begin from.
        """
        super().__init__()
        self.ref, self.corrects, self.was = ref, corrects, dict(was or {})
        self.on_file = OnFile()
        self.kept: dict[str, Any] = {}
        """What was half typed in fields that come with the kind."""
        self.brought = False
        """Whether what was half typed was brought back."""

    def compose(self) -> ComposeResult:
        """Ask the kind and the day first; the rest follows from the kind."""
        kinds = [(word.label, str(word)) for word in words.EventKind]
        with Fields():
            asks = f"what is right in place of line {self.corrects}?" if self.corrects else "what happened?"
            yield Label(f"{self.ref}: {asks}", classes="title", markup=False)
            yield asked("Event", Select(kinds, prompt="Enter opens the list; type to search", id="kind"))
            yield asked("Day", DayInput(wording.day(self.app.today), id="on"))
            yield Vertical(id="more")
            yield Static("", id="echo", markup=False)
            yield from buttons()

    def on_mount(self) -> None:
        """Learn whom an event of this case may name."""
        ref, today = self.ref, self.app.today

        def look(office: Office) -> CaseView:
            from tracker.services import casework

            return casework.show(office, ref, today)

        ask(self, look, self._know, group="people")

    def _know(self, view: CaseView) -> None:
        self.on_file = OnFile(
            accused=tuple(one["label"] for one in view.accused),
            victim=tuple(one["code"] for one in view.victims),
            proceeding=tuple(one["key"] for one in view.proceedings),
        )
        if self.corrects and not self.was:
            self.was = next((dict(one) for one in view.events if one["id"] == self.corrects), {})
        if self.was and not self.kept and not self.brought:
            self.kept = body_of(self.was)
            self.fill(self.kept)
        waited = view.waiting_for
        kind = self.query_one("#kind", Select)
        if waited in set(words.EventKind) and kind.selection is None:
            self.query_one("#echo", Static).update(f"The case waits for: {wording.event(waited)}")

    def bring_back(self, body: dict[str, Any]) -> bool:
        """Choose the kind; its fields are filled once they are there."""
        if body.get("corrects") != self.corrects:
            return False
        self.kept, self.brought = body, True
        return super().bring_back(body)

    def typed(self) -> dict[str, Any]:
        """Return the fields, and which line this one comes in place of."""
        body = super().typed()
        return body | {"corrects": self.corrects} if body.keys() - {"on"} else body

    @on(Select.Changed, "#kind")
    async def _kind_chosen(self) -> None:
        """Ask for the keys of this kind, and say when the kind is right."""
        more = self.query_one("#more", Vertical)
        await more.remove_children()
        kind = self.query_one("#kind", Select).selection
        if kind is None:
            return
        self.query_one("#echo", Static).update(words.EventKind(str(kind)).help)
        await more.mount_all(
            [asked(label, widget) for _, label, widget in asked_for(str(kind), self.on_file)]
        )
        if self.kept.get("kind") == kind:
            self.fill(self.kept)
            self.kept = {}

    @on(Input.Changed, "#on")
    def _day_changed(self, event: Input.Changed) -> None:
        from tracker.tui.eventform import day

        try:
            said = (
                wording.weekday(day("on", event.value.strip(), self.app.today)) if event.value.strip() else ""
            )
        except ValueError as error:
            said = str(error)
        self.query_one("#echo", Static).update(said)

    def action_save(self) -> None:
        """Read the form; send it off, or say which field can't be read."""
        kind = self.query_one("#kind", Select).selection
        try:
            if kind is None:
                raise ValueError("kind: choose the event first")
            said = read(self, self.app.today)
            if "on" not in said:
                raise ValueError("on: an event needs its day")
        except ValueError as error:
            self.refused(error)
            return
        if self.saving:
            return
        self.saving = True
        why = said.pop("out_of_order", None)
        names = {field.name for field in fields(Event)}
        event = Event(kind=words.EventKind(str(kind)), **{k: v for k, v in said.items() if k in names})
        self._write(event, str(why) if why else None)

    def _write(self, event: Event, why: str | None) -> None:
        ref, today, line = self.ref, self.app.today, self.corrects

        def write(office: Office) -> Recorded:
            from tracker.services import casework

            if line is not None:
                return casework.correct(office, ref, line, event, today, out_of_order=why)
            return casework.record(office, ref, event, today, out_of_order=why)

        def written(view: Recorded) -> None:
            self.dismiss(None)
            said = f"Line {line} is corrected. " if line is not None else ""
            typed = _typed(ref, event, why)
            self.app.wrote(Line(ref, said + wording.saved(view), typed, event=view.event))

        ask(self, write, written, refused=self.refused, writes=True)

    def refused(self, why: Exception) -> None:
        """Say why not; where only the order speaks against it, offer to record it with a reason."""
        super().refused(why)
        if type(why).__name__ != "OutOfOrder":
            return
        self.query_one("#echo", Static).update(f"{why}\nTo record it all the same, say why and save again.")
        if not self.query("#out_of_order"):
            box = Input(id="out_of_order")
            self.query_one("#more", Vertical).mount(asked("Why", box))
            self.call_after_refresh(box.focus)


def _typed(ref: str, event: Event, why: str | None) -> str:
    said = {name: getattr(event, name) for name in event.__dataclass_fields__ if name not in NOT_TYPED}
    if event.age is not None:
        age = event.age
        said |= {"age_status": str(age.status), "years": age.years, "basis": age.basis and str(age.basis)}
        said |= {"years_low": age.years_low, "years_high": age.years_high}
    return command("record", ref, str(event.kind), on=event.on, **said | {"out_of_order": why})
