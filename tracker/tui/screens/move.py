"""Move a listing to another day, or say who stands in; what speaks against it is said before it is saved."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, Label, Select, Static

from tracker.tui import wording
from tracker.tui.asking import ask
from tracker.tui.eventform import day
from tracker.tui.log import Line, command
from tracker.tui.screens.form import Fields, Form, asked, buttons
from tracker.tui.widgets.dayinput import DayInput

if TYPE_CHECKING:
    from tracker.services.moving import Done
    from tracker.services.office import Office
    from tracker.services.views import CalendarRow


class _Listing(Form[None]):
    """A form about one listing."""

    def __init__(self, row: CalendarRow) -> None:
        """`row` is the listing."""
        super().__init__()
        self.row = row

    def heading(self, asks: str) -> Label:
        """Return the form's title: the case, the day it stands on, and what is asked."""
        listed = f"{self.row.ref}, listed {wording.weekday(self.row.on)}"
        return Label(f"{listed}: {asks}", classes="title", markup=False)

    def look(self, to: date, by: str | None = None) -> None:
        """Say what speaks against it."""
        row = self.row

        def read(office: Office) -> tuple[str, ...]:
            from tracker.services import moving

            return moving.about(office, row.ref, on=row.on, to=to, by=by, proceeding=row.proceeding)

        def show(notes: tuple[str, ...]) -> None:
            said = [f"!! {note}" for note in notes] or ["court open, no clash"]
            days = (to - row.on).days
            gap = f", {abs(days)} day{'s' if abs(days) > 1 else ''} {'later' if days > 0 else 'earlier'}"
            gap = gap if days else ""
            self.query_one("#echo", Static).update("\n".join([f"{wording.weekday(to)}{gap}", *said]))

        ask(self, read, show, refused=self._say, group="echo")

    def _say(self, why: object) -> None:
        self.query_one("#echo", Static).update(str(why))


class MoveScreen(_Listing):
    """Ask for the day, and move the listing."""

    def compose(self) -> ComposeResult:
        """Ask the day and the hour."""
        with Fields():
            yield self.heading("to which day?")
            yield asked("New day", DayInput(id="to"))
            yield asked("Hour", Input(self.row.time or "", placeholder="as before; 11:30", id="time"))
            yield Static("", id="echo", markup=False)
            yield from buttons()

    def _to(self) -> date:
        text = self.query_one("#to", Input).value.strip()
        if not text:
            raise ValueError("to: say the new day")
        return day("to", text, self.app.today)

    @on(Input.Changed, "#to")
    def _changed(self) -> None:
        try:
            self.look(self._to())
        except ValueError as error:
            self._say(error)

    @on(Input.Submitted)
    def action_save(self) -> None:
        """Move it."""
        try:
            to = self._to()
        except ValueError as error:
            self.refused(error)
            return
        if self.saving:
            return
        self.saving = True
        row, today = self.row, self.app.today
        time = self.query_one("#time", Input).value.strip() or None

        def write(office: Office) -> Done:
            from tracker.services import moving

            return moving.move(
                office, row.ref, on=row.on, to=to, today=today, time=time, proceeding=row.proceeding
            )

        def written(got: Done) -> None:
            self.dismiss(None)
            said = " ".join((f"Moved to {wording.weekday(to)}.", *(f"!! {note}." for note in got[0].notes)))
            typed = command("move", row.ref, from_=row.on, to=to, time=time, proceeding=row.proceeding)
            self.app.wrote(Line(row.ref, said, typed, step=got[1]))

        ask(self, write, written, refused=self.refused, writes=True)


class CoverScreen(_Listing):
    """Ask who goes, and write it for that day alone."""

    def __init__(self, row: CalendarRow, advocates: Sequence[str]) -> None:
        """`advocates` are those whom the office knows."""
        super().__init__(row)
        self.advocates = [name for name in advocates if name != row.advocate]

    def compose(self) -> ComposeResult:
        """Offer those that the office knows; another name may be typed."""
        with Fields():
            goes = f"{self.row.advocate} goes now" if self.row.advocate else "nobody goes now"
            yield self.heading("who goes?")
            yield Label(f"{goes}; the lead of the case stays.", markup=False)
            yield asked("Who", Select([(one, one) for one in self.advocates], prompt="one of us", id="who"))
            yield asked("Or", Input(placeholder="another name", id="by"))
            yield Static("", id="echo", markup=False)
            yield from buttons()

    def _by(self) -> str:
        chosen = self.query_one("#who", Select).selection
        return self.query_one("#by", Input).value.strip() or str(chosen or "")

    @on(Input.Changed)
    @on(Select.Changed)
    def _changed(self) -> None:
        if by := self._by():
            self.look(self.row.on, by)

    @on(Input.Submitted)
    def action_save(self) -> None:
        """Write who goes."""
        by = self._by()
        if not by:
            self.refused(ValueError("who: say who goes"))
            return
        if self.saving:
            return
        self.saving = True
        row = self.row

        def write(office: Office) -> Done:
            from tracker.services import moving

            return moving.cover(office, row.ref, on=row.on, by=by, proceeding=row.proceeding)

        def written(got: Done) -> None:
            self.dismiss(None)
            hearing = got[0].hearing
            whose = hearing.get("in_place_of")
            said = f"{hearing['advocate']} goes on {wording.weekday(row.on)}" + (
                f" for {whose}." if whose else "."
            )
            said = " ".join((said, *(f"!! {note}." for note in got[0].notes)))
            typed = command("cover", row.ref, on=row.on, by=by, proceeding=row.proceeding)
            self.app.wrote(Line(row.ref, said, typed, step=got[1]))

        ask(self, write, written, refused=self.refused, writes=True)
