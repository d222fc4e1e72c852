"""The judge is on leave: one outcome and one date for a court's whole day, or for the matters marked."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, Label, Select, Static

from tracker.domain import words
from tracker.tui import wording
from tracker.tui.asking import ask
from tracker.tui.eventform import day
from tracker.tui.log import Line, command
from tracker.tui.screens.form import Fields, Form, asked, buttons
from tracker.tui.widgets.dayinput import DayInput

if TYPE_CHECKING:
    from tracker.services.echo import Echo
    from tracker.services.leave import Adjourned, Pick
    from tracker.services.listing import Said
    from tracker.services.office import Office
    from tracker.services.undo import Step

LISTS: dict[str, tuple[str, type[words.Word], str]] = {
    "outcome": ("Outcome", words.HearingOutcome, "what happened"),
    "asked_by": ("Asked by", words.AskedBy, "if adjourned: who asked"),
    "reason": ("Reason", words.HearingReason, "if adjourned: why"),
}

AT_FIRST = words.HearingOutcome.JUDGE_ABSENT
"""What the form begins with."""


class AdjournScreen(Form[bool | None]):
    """Ask how all of them are adjourned, and write it at once; closes with whether it was written."""

    draft_kind = "adjourn"

    def __init__(self, on_: date, refs: tuple[str, ...], court: str | None) -> None:
        """`refs` are the cases marked; without any, a court is asked, beginning with `court`."""
        super().__init__()
        self.on, self.refs, self.court = on_, refs, court

    def compose(self) -> ComposeResult:
        """Ask the court, unless matters are marked; then what is the same for all."""
        with Fields():
            whom = f"{len(self.refs)} marked" if self.refs else "a court's whole day"
            yield Label(f"Adjourn all: {whom}", classes="title", markup=False)
            yield asked("Listed on", DayInput(wording.day(self.on), id="on"))
            if not self.refs:
                yield asked("Court", Select([], prompt="which court", id="court"))
            for name, (label, list_, prompt) in LISTS.items():
                first = AT_FIRST if name == "outcome" else Select.NULL
                choices = [(word.label, str(word)) for word in list_]
                yield asked(label, Select(choices, prompt=prompt, id=name, value=first))
            yield asked("Next date", DayInput(placeholder=f"one for all: {DayInput.HINT}", id="next_on"))
            yield Static("", id="echo", markup=False)
            yield from buttons()

    def on_mount(self) -> None:
        """Ask the date first; all else is said already."""
        self.query_one("#next_on").focus()
        self._courts()

    def reload(self) -> None:
        """Offer the courts, where the office wasn't open yet when the form was."""
        if self.unasked:
            self._courts()
        super().reload()

    def bring_back(self, body: dict[str, Any]) -> bool:
        """Fill the fields, where they were typed for these matters; the court once the courts are there."""
        if tuple(body.get("refs", ())) != self.refs:
            return False
        self.court = body.get("court", self.court)
        return super().bring_back(body)

    def typed(self) -> dict[str, Any]:
        """Return the fields and the matters that are marked, once more is typed than was there at first."""
        body = super().typed()
        at_first = {"on", "court"} | ({"outcome"} if body.get("outcome") == AT_FIRST else set())
        return body | {"refs": list(self.refs)} if body.keys() - at_first else {}

    @on(Input.Changed, "#on")
    def _courts(self) -> None:
        """Offer the courts that have matters waiting that day."""
        try:
            listed = day("on", self.query_one("#on", Input).value.strip(), self.app.today)
        except ValueError:
            return
        if self.refs:
            return

        def look(office: Office) -> dict[str, str]:
            from tracker.services import leave

            return leave.courts(office, listed)

        ask(self, look, self._offer, group="courts")

    def _offer(self, courts: dict[str, str]) -> None:
        box = self.query_one("#court", Select)
        chosen = box.selection or self.court
        box.set_options([(said, key) for key, said in courts.items()])
        if chosen in courts:
            box.value = chosen
        elif len(courts) == 1:
            box.value = next(iter(courts))

    def _read(self) -> tuple[Pick, Said]:
        """Return what is typed. Raises ValueError: the field's name, then what would be right."""
        from tracker.services.leave import Pick
        from tracker.services.listing import Said

        on_ = day("on", self.query_one("#on", Input).value.strip(), self.app.today)
        next_ = self.query_one("#next_on", Input).value.strip()
        said = {name: self.query_one(f"#{name}", Select).selection for name in LISTS}
        court = None if self.refs else self.query_one("#court", Select).selection
        if not self.refs and court is None:
            raise ValueError("court: say which court, or mark matters with Space first")
        if said["outcome"] is None:
            raise ValueError("outcome: say what happened")
        words_ = {name: str(word) if word is not None else None for name, word in said.items()}
        return (
            Pick(on=on_, court=str(court) if court else None, refs=self.refs),
            Said(**words_, next_on=day("next_on", next_, self.app.today) if next_ else None),  # type: ignore[arg-type]
        )

    @on(Input.Changed)
    @on(Select.Changed)
    def _changed(self) -> None:
        """Say what would be written: how many, which day, what speaks against it."""
        echo, today = self.query_one("#echo", Static), self.app.today
        try:
            pick, said = self._read()
        except ValueError as error:
            echo.update(str(error))
            return

        def look(office: Office) -> Echo:
            from tracker.services import leave

            return leave.echoed(office, pick, said, today)

        def show(found: object) -> None:
            echo.update(str(found))

        ask(self, look, show, refused=show, group="echo")

    @on(Input.Submitted)
    def action_save(self) -> None:
        """Write all of it, or say which field can't be read."""
        try:
            pick, said = self._read()
        except ValueError as error:
            self.refused(error)
            return
        if self.saving:
            return
        self.saving = True
        today = self.app.today

        def write(office: Office) -> tuple[Adjourned, Step]:
            from tracker.services import leave

            return leave.adjourn(office, pick, said, today)

        def written(got: tuple[Adjourned, Step]) -> None:
            done, step = got
            next_ = f"Next {wording.weekday(done.next_on)}." if done.next_on else "No next date: flagged."
            says = f"{step.says} adjourned at once, {wording.plain(done.outcome)}. {next_}"
            typed = command(
                "adjourn",
                *pick.refs,
                court=pick.court,
                on=pick.on,
                to=said.next_on,
                outcome=said.outcome,
                asked_by=said.asked_by,
                reason=said.reason,
            )
            self.dismiss(True)
            ref = done.refs[0] if len(done.refs) == 1 else f"{len(done.refs)} cases"
            self.app.wrote(Line(ref, says, typed, step=step))

        ask(self, write, written, refused=self.refused, writes=True)
