"""Resolve a flag with a note, or snooze it until a day: what it says, the question, the rule on how long."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, Label, Static

from tracker.domain import handling as rules
from tracker.tui import wording
from tracker.tui.asking import ask
from tracker.tui.eventform import day
from tracker.tui.log import Line, command
from tracker.tui.screens.form import Fields, Form, asked, buttons
from tracker.tui.widgets.dayinput import DayInput

if TYPE_CHECKING:
    from tracker.services.office import Office
    from tracker.services.views import FlagHandled, FlagRow


class HandleScreen(Form[None]):
    """Ask for the note, and for a snooze the day on which the flag comes back."""

    def __init__(self, row: FlagRow, *, snooze: bool) -> None:
        """`row` is the flag that is meant."""
        super().__init__()
        self.row, self.snooze = row, snooze

    def compose(self) -> ComposeResult:
        """Say which flag, and ask."""
        row, does = self.row, "Snooze" if self.snooze else "Resolve"
        whom = "" if row.who == "case" else f", {row.who}"
        with Fields():
            yield Label(f"{does}: {wording.flag(row.kind)} in {row.ref}{whom}", classes="title", markup=False)
            yield Static(row.why, markup=False)
            if self.snooze:
                most = rules.longest(row.kind, row.severity)
                hint = "tomorrow: +1" if most == 1 else f"{DayInput.HINT}; at most {most} days"
                yield asked("Back on", DayInput(placeholder=hint, id="until"))
            said = "why it can wait" if self.snooze else "how it was dealt with"
            yield asked("Note", Input(placeholder=f"{said}; no victim's name", id="note"))
            yield Static("", id="echo", markup=False)
            yield from buttons()

    def on_mount(self) -> None:
        """Begin with the first question; say what no note can do before it is typed."""
        self.query(Input).first().focus()
        refusal = None if self.snooze else self._refusal(None)
        said = "It comes back when it grows worse or arises anew. Who said it and when is kept."
        self.query_one("#echo", Static).update(refusal or said)

    def _refusal(self, until: date | None) -> str | None:
        does = "snoozed" if self.snooze else "resolved"
        return rules.refusal(self.row.kind, self.row.severity, does, until, self.app.today)

    @on(Input.Changed, "#until")
    def _day_changed(self) -> None:
        """Say the weekday, or the rule that the day breaks."""
        try:
            until = self._until()
        except ValueError as error:
            said = str(error)
        else:
            said = self._refusal(until) or (f"It comes back on {wording.weekday(until)}." if until else "")
        self.query_one("#echo", Static).update(said)

    def _until(self) -> date | None:
        text = self.query_one("#until", Input).value.strip() if self.snooze else ""
        return day("until", text, self.app.today) if text else None

    @on(Input.Submitted)
    def action_save(self) -> None:
        """Read the form and write the note."""
        note = self.query_one("#note", Input).value.strip()
        try:
            until = self._until()
            if refusal := self._refusal(until):
                raise ValueError(refusal)
            if not note:
                raise ValueError(f"note: say {'why it can wait' if self.snooze else 'how it was dealt with'}")
        except ValueError as error:
            self.refused(error)
            return
        if self.saving:
            return
        self.saving = True
        row, today = self.row, self.app.today

        def write(office: Office) -> FlagHandled:
            from tracker.services import handling

            of = {"who": row.who, "limit": row.limit}
            if until is not None:
                return handling.snooze(office, row.ref, row.kind, note, until, today, since=row.since, **of)
            return handling.resolve(office, row.ref, row.kind, note, today, since=row.since, **of)

        typed = command(
            "flag",
            "snooze" if self.snooze else "resolve",
            row.ref,
            row.kind,
            who=row.who,
            limit=row.limit,
            until=until,
            **{"why" if self.snooze else "note": note},
        )

        def written(told: FlagHandled) -> None:
            self.dismiss(None)
            self.app.wrote(Line(row.ref, told.says, typed, flag=told))

        ask(self, write, written, refused=self.refused, writes=True)
