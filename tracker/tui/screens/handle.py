"""Resolve flags with a note, or snooze them until a day: what they say, the question, for how long."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Any

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


class HandleScreen(Form["bool | None"]):
    """Ask for the note, and for a snooze the day on which the flags come back; closes with whether it did."""

    def __init__(self, rows: tuple[FlagRow, ...], *, snooze: bool) -> None:
        """`rows` are the flags that are meant, one at least."""
        super().__init__()
        self.rows, self.snooze = rows, snooze
        self.draft_kind = "snooze" if snooze else "resolve"
        refs = {row.ref for row in rows}
        self.ref = refs.pop() if len(refs) == 1 else ""

    def compose(self) -> ComposeResult:
        """Say which flag, and ask."""
        does = "Snooze" if self.snooze else "Resolve"
        with Fields():
            yield Label(f"{does}: {_title(self.rows)}", classes="title", markup=False)
            yield Static(_why(self.rows), markup=False)
            if self.snooze:
                most = min(rules.longest(row.kind, row.severity) for row in self.rows)
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

    def bring_back(self, body: dict[str, Any]) -> bool:
        """Fill the fields, where they were typed for these flags."""
        return body.get("flags") == [which(row) for row in self.rows] and super().bring_back(body)

    def typed(self) -> dict[str, Any]:
        """Return the fields, and which flags they are for."""
        body = super().typed()
        return body | {"flags": [which(row) for row in self.rows]} if body else {}

    def _refusal(self, until: date | None) -> str | None:
        does = "snoozed" if self.snooze else "resolved"
        found = (rules.refusal(row.kind, row.severity, does, until, self.app.today) for row in self.rows)
        return next((one for one in found if one), None)

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
        rows, today, does = self.rows, self.app.today, "snoozed" if self.snooze else "resolved"

        def write(office: Office) -> tuple[FlagHandled, ...]:
            from tracker.services import handling

            return handling.many(office, rows, does, note, today, until)

        said = {"until": until, "why" if self.snooze else "note": note}
        word = "snooze" if self.snooze else "resolve"
        typed = [
            command("flag", word, row.ref, row.kind, who=row.who, limit=row.limit, **said) for row in rows
        ]

        def written(told: tuple[FlagHandled, ...]) -> None:
            self.dismiss(True)
            says = told[0].says if len(told) == 1 else f"{len(told)} flags {does}."
            self.app.wrote(Line(_refs(rows), says, "; ".join(typed), flags=told))

        ask(self, write, written, refused=self.refused, writes=True)


def which(row: FlagRow) -> list[str | None]:
    """Return what tells a flag from the others: its case, kind, whom it is about, and its limit."""
    return [row.ref, row.kind, row.who, row.limit]


def _refs(rows: tuple[FlagRow, ...]) -> str:
    refs = dict.fromkeys(row.ref for row in rows)
    return next(iter(refs)) if len(refs) == 1 else f"{len(refs)} cases"


def _title(rows: tuple[FlagRow, ...]) -> str:
    if len(rows) > 1:
        return f"{len(rows)} flags in {_refs(rows)}"
    whom = "" if rows[0].who == "case" else f", {rows[0].who}"
    return f"{wording.flag(rows[0].kind)} in {rows[0].ref}{whom}"


def _why(rows: tuple[FlagRow, ...]) -> str:
    """Return the why of one, or how many there are of each kind."""
    if len(rows) == 1:
        return rows[0].why
    kinds = Counter(row.kind for row in rows)
    return "\n".join(f"{many} × {wording.flag(kind)}" for kind, many in kinds.most_common(8))
