"""Record a hearing: what happened, who asked, the next date. The echo says it all before it is saved."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, Label, Select, Static

from tracker.domain import words
from tracker.tui import wording
from tracker.tui.asking import ask
from tracker.tui.eventform import day
from tracker.tui.heard import Entry, write
from tracker.tui.log import Line
from tracker.tui.screens.form import Fields, Form, asked, buttons
from tracker.tui.widgets.dayinput import DayInput

if TYPE_CHECKING:
    from tracker.services.echo import Echo
    from tracker.services.office import Office

LISTS: dict[str, tuple[str, type[words.Word], str]] = {
    "outcome": ("Outcome", words.HearingOutcome, "what happened"),
    "asked_by": ("Asked by", words.AskedBy, "if adjourned: who asked"),
    "reason": ("Reason", words.HearingReason, "if adjourned: why"),
    "next_purpose": ("Next for", words.Purpose, "the same again"),
}
"""The field to its label, its closed list and what an empty answer means, in the order asked."""


class HearingScreen(Form[None]):
    """Ask for one hearing's result, and write it."""

    draft_kind = "hearing"

    def __init__(self, ref: str, listed: Mapping[str, Any] | None = None) -> None:
        """`ref` names the case; `listed` is a hearing of it that is to be put right or written in."""
        super().__init__()
        self.ref = ref
        self.seen_before = False
        self.seen: dict[date, str | None] = {}
        """The version of each day's hearing as this form first saw it."""
        self.listed = dict(listed or {})

    def compose(self) -> ComposeResult:
        """Lay the questions out in the order in which they are said aloud."""
        with Fields():
            yield Label(f"{self.ref}: what happened in court?", classes="title", markup=False)
            yield asked("Day", DayInput(wording.day(self.app.today), id="on"))
            for name, (label, list_, prompt) in LISTS.items():
                if name == "next_purpose":
                    yield asked("Next date", DayInput(id="next_on"))
                choices = [(word.label, str(word)) for word in list_]
                yield asked(label, Select(choices, prompt=prompt, id=name))
            yield asked("Note", Input(placeholder="in your own words; no victim's name", id="note"))
            opposed = Select([("yes", "yes"), ("no", "no")], prompt="if adjourned: not noted", id="opposed")
            yield asked("Opposed", opposed)  # these two come last: whoever needs them not never meets them
            yield asked("Costs, Rs", Input(placeholder="if adjourned: 0 if none", id="costs_rupees"))
            yield Static("", id="echo", markup=False)
            yield from buttons()

    def on_mount(self) -> None:
        """Begin with the day that waits for its outcome."""
        self.query_one("#outcome").focus()
        if self.listed:
            self._fill()
            return
        ref, today = self.ref, self.app.today

        def look(office: Office) -> date:
            from tracker.services import echo

            return echo.day_to_record(office, ref, today)

        def show(on_: date) -> None:
            if not self.seen_before and self.query_one("#on", Input).value == wording.day(today):
                self.query_one("#on", Input).value = wording.day(on_)

        ask(self, look, show, group="day")

    def _fill(self) -> None:
        """Show the hearing as it stands."""
        for name in ("on", "next_on"):
            if self.listed.get(name):
                self.query_one(f"#{name}", Input).value = wording.day(self.listed[name])
        for name in LISTS:
            if self.listed.get(name):
                self.query_one(f"#{name}", Select).value = self.listed[name]
        self.query_one("#note", Input).value = self.listed.get("note") or ""
        if (opposed := self.listed.get("opposed")) is not None:
            self.query_one("#opposed", Select).value = "yes" if opposed else "no"
        if (costs := self.listed.get("costs_rupees")) is not None:
            self.query_one("#costs_rupees", Input).value = str(costs)

    def bring_back(self, body: dict[str, Any]) -> bool:
        """Fill the fields, with what the person saw then as what they expect."""
        if body.get("listed") != self._listed_on:
            return False
        self.seen_before = True
        for on_, version in body.get("seen", {}).items():
            self.seen[date.fromisoformat(on_)] = version
        return super().bring_back(body)

    def typed(self) -> dict[str, Any]:
        """Return the fields, and what the person saw of the day's hearing."""
        body = super().typed()
        seen = {on_.isoformat(): version for on_, version in self.seen.items()}
        return body | {"seen": seen, "listed": self._listed_on} if body.keys() - {"on"} else body

    @property
    def _listed_on(self) -> str | None:
        return self.listed["on"].isoformat() if self.listed else None

    def _day(self, field: str) -> date | None:
        text = self.query_one(f"#{field}", Input).value.strip()
        return day(field, text, self.app.today) if text else None

    def _costs(self) -> int | None:
        """Return the costs that are typed, also as "Rs 1,500" or "₹1,500/-". Raises ValueError."""
        said = self.query_one("#costs_rupees", Input).value.lower()
        text = said.replace(",", "").replace("rs", "").replace("₹", "").strip().removesuffix("/-").strip(" .")
        if text and not text.isdecimal():
            raise ValueError("costs_rupees: write whole rupees, as 1500; 0 if none were ordered")
        return int(text.lstrip("0")[:12] or 0) if text else None

    def _proceeding(self, heard: date) -> str | None:
        """Return the matter of the hearing that the form began from, while its day stands."""
        said = self.listed.get("proceeding") if heard == self.listed.get("on") else None
        return str(said) if said else None

    def _chosen(self, name: str) -> str | None:
        value = self.query_one(f"#{name}", Select).selection
        return str(value) if value is not None else None

    @on(Input.Changed, "#on")
    @on(Input.Changed, "#next_on")
    @on(Select.Changed)
    def _changed(self) -> None:
        """Say what would be recorded: weekday, gap, which adjournment, what speaks against the day."""
        try:
            heard, following = self._day("on"), self._day("next_on")
        except ValueError as error:
            self.query_one("#echo", Static).update(str(error))
            return
        if heard is None:
            self.query_one("#echo", Static).update("on: a hearing needs its day")
            return
        ref, outcome, by = self.ref, self._chosen("outcome"), self._chosen("asked_by")
        matter = self._proceeding(heard)

        def look(office: Office) -> Echo:
            from tracker.services import echo

            return echo.of(
                office, ref, on=heard, outcome=outcome, asked_by=by, next_on=following, proceeding=matter
            )

        def show(said: Echo) -> None:
            self.seen.setdefault(heard, said.version)
            self._echo(said)

        ask(self, look, show, refused=self._echo, group="echo")

    def _echo(self, said: object) -> None:
        self.query_one("#echo", Static).update(str(said))

    def action_save(self) -> None:
        """Read the form; send it off, or say which field can't be read."""
        said = {name: self._chosen(name) for name in LISTS}
        try:
            heard, following = self._day("on"), self._day("next_on")
            if heard is None:
                raise ValueError("on: a hearing needs its day")
            if said["outcome"] is None:
                raise ValueError("outcome: say what happened")
            costs, opposed = self._costs(), self._chosen("opposed")
        except ValueError as error:
            self.refused(error)
            return
        if self.saving:
            return
        self.saving = True
        same = heard == self.listed.get("on")
        entry = Entry(
            ref=self.ref,
            on=heard,
            outcome=said["outcome"],
            asked_by=said["asked_by"],
            reason=said["reason"],
            next_on=following,
            next_purpose=said["next_purpose"],
            note=self.query_one("#note", Input).value.strip() or None,
            opposed=None if opposed is None else opposed == "yes",
            costs_rupees=costs,
            anew=same,
            proceeding=self._proceeding(heard),
            correct=same and bool(self.listed.get("outcome")),
            expected=self.seen.get(heard),
        )
        write(self, entry, self._written, self.refused)

    def _written(self, line: Line | None) -> None:
        self.dismiss(None)
        if line is not None:
            self.app.wrote(line)
