"""Record a hearing: what happened, who asked, the next date. The echo says the day before it is saved."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Button, Input, Label, Select, Static

from tracker.domain import words
from tracker.services.views import HearingRecorded
from tracker.tui import wording

if TYPE_CHECKING:
    from tracker.tui.app import TrackerApp


LISTS: dict[str, tuple[str, type[words.Word], str]] = {
    "outcome": ("Outcome", words.HearingOutcome, "What happened"),
    "asked_by": ("Asked by", words.AskedBy, "If adjourned: who"),
    "reason": ("Reason", words.HearingReason, "If adjourned: why"),
    "next_purpose": ("Next for", words.Purpose, "The same again"),
}
"""The field to its label, its closed list and what an empty answer means, in the order asked."""


def choices(list_: type[words.Word]) -> list[tuple[str, str]]:
    """Return a closed list as a Select wants it: label and word."""
    return [(word.label, str(word)) for word in list_]


class HearingScreen(ModalScreen[HearingRecorded | None]):
    """Ask for one hearing's result; close with what was saved, or None."""

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
        """Lay the questions out in the order in which they are said aloud."""
        with VerticalScroll(classes="form"):
            yield Label(f"{self.ref}: what happened in court?", classes="title")
            yield from _asked("Day", Input(wording.day(self.app.today), id="on"))
            for name, (label, list_, prompt) in LISTS.items():
                if name == "next_purpose":
                    yield from _asked(
                        "Next date", Input(placeholder="+14, 2w, fri, 7/12, 07-12-2026", id="next_on")
                    )
                yield from _asked(label, Select(choices(list_), prompt=prompt, id=name))
            yield from _asked("Note", Input(placeholder="No victim's name here", id="note"))
            yield Static("", id="echo", markup=False)
            with Horizontal(classes="buttons"):
                yield Button("Save  ^S", variant="primary", id="save")
                yield Button("Cancel  Esc", id="cancel")

    def _day(self, field: str) -> date | None:
        """Return the day in a field, None if empty. Raises NotADay with the reason."""
        from tracker.services import days

        text = self.query_one(f"#{field}", Input).value.strip()
        if text and text.lstrip("+").isdigit():
            text += "d"
        return days.day(text, self.app.today) if text else None

    @on(Input.Changed)
    def _echo(self) -> None:
        """Say the days as they were understood: weekday and gap."""
        try:
            heard, following = self._day("on"), self._day("next_on")
        except ValueError as error:
            self.query_one("#echo", Static).update(str(error))
            return
        said = wording.weekday(heard) if heard else ""
        if heard and following:
            closed = ", a Sunday" if following.weekday() == 6 else ""
            said += f"  →  next {wording.weekday(following)}, gap {(following - heard).days} d{closed}"
        self.query_one("#echo", Static).update(said)

    @on(Button.Pressed, "#cancel")
    def _cancel(self) -> None:
        self.dismiss(None)

    @on(Button.Pressed, "#save")
    def action_save(self) -> None:
        """Read the form; send it off, or say which field can't be read."""
        said = {name: self._chosen(name) for name in LISTS}
        try:
            heard, following = self._day("on"), self._day("next_on")
        except ValueError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        if heard is None or said["outcome"] is None:
            self.notify("A hearing needs its day and what happened.", severity="error")
            self.query_one("#outcome" if heard else "#on").focus()
            return
        note = self.query_one("#note", Input).value.strip() or None
        self._record(heard, following, note, said)

    def _chosen(self, name: str) -> str | None:
        value = self.query_one(f"#{name}", Select).selection
        return str(value) if value is not None else None

    @work(thread=True, exclusive=True)
    def _record(self, on_: date, next_on: date | None, note: str | None, said: dict[str, str | None]) -> None:
        from tracker.services import hearings
        from tracker.services.office import Refused

        office = self.app.office
        if office is None:
            return
        try:
            saved = hearings.record(
                office,
                self.ref,
                on=on_,
                outcome=said["outcome"] or "",
                asked_by=said["asked_by"],
                reason=said["reason"],
                next_on=next_on,
                next_purpose=said["next_purpose"],
                note=note,
                today=self.app.today,
            )
        except Refused as error:
            self.app.call_from_thread(self.notify, str(error), severity="error", markup=False)
        else:
            self.app.call_from_thread(self.dismiss, saved)


def _asked(label: str, field: Input | Select[str]) -> ComposeResult:
    with Horizontal(classes="asked"):
        yield Label(label)
        yield field
