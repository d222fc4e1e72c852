"""Which days and which cases the rates are of: period or cohort, whose results, a filter, as known when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, Label, Select, Static

from tracker.tui import wording
from tracker.tui.screens.form import Fields, Form, asked, buttons
from tracker.tui.widgets.dayinput import DayInput

if TYPE_CHECKING:
    from tracker.services.question import Question

BASES = (("period: what happened on those days", "period"), ("cohort: the FIRs of those days", "cohort"))
RESULTS = (("the trial court's", "trial"), ("after appeals", "final"))
CLOCKS = (("the FIR", "fir"), ("the charge sheet", "charge_sheet"), ("cognizance", "cognizance"))


class RatesDaysScreen(Form["Question | None"]):
    """Close with the question changed, or None."""

    def __init__(self, question: Question) -> None:
        """Show the question as it stands."""
        super().__init__()
        self.question = question

    def compose(self) -> ComposeResult:
        """Ask."""
        asks = self.question
        with Fields():
            yield Label("Which days, which cases", classes="title")
            yield asked("From", DayInput(_said(asks.first), placeholder="the beginning", id="first"))
            yield asked("To", DayInput(_said(asks.last), placeholder="today", id="last"))
            yield asked("Count", _choice(BASES, "cohort" if asks.cohort else "period", "basis"))
            yield asked("Results", _choice(RESULTS, "final" if asks.final else "trial", "results"))
            yield asked("Clock from", _choice(CLOCKS, asks.clock, "clock"))
            yield asked("Cases", Input(asks.filter, placeholder="all, or lead:asha act:POCSO", id="filter"))
            yield asked("As known on", DayInput(_said(asks.known_on), placeholder="today", id="known_on"))
            yield Static("", id="echo", markup=False)
            yield from buttons()

    @on(Input.Submitted)
    def action_save(self) -> None:
        """Read the form; a fault goes to its field."""
        from tracker.services.office import Refused
        from tracker.services.question import asked_well

        try:
            known = self._day("known_on")
            changed = replace(
                self.question,
                first=self._day("first"),
                last=self._day("last"),
                cohort=self.query_one("#basis", Select).value == "cohort",
                final=self.query_one("#results", Select).value == "final",
                clock=str(self.query_one("#clock", Select).value),
                filter=self.query_one("#filter", Input).value.strip(),
                known_on=known,
                as_of=known or self.app.today,
            )
            asked_well(changed)
        except Refused as why:
            self.refused(why)
        else:
            self.dismiss(changed)

    def _day(self, field: str) -> date | None:
        from tracker.services.office import Refused
        from tracker.tui.eventform import day

        text = self.query_one(f"#{field}", Input).value.strip()
        try:
            return day(field, text, self.app.today) if text else None
        except ValueError as error:
            raise Refused(str(error)) from error


def _said(day: date | None) -> str:
    return wording.day(day) if day else ""


def _choice(options: tuple[tuple[str, str], ...], value: str, id_: str) -> Select[str]:
    return Select(options, value=value, allow_blank=False, id=id_, compact=True)
