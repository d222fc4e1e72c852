"""A month to pick a day from: closed days carry an x, days with hearings their number; the line says why."""

from __future__ import annotations

from calendar import Calendar
from datetime import date, timedelta
from typing import TYPE_CHECKING, ClassVar

from dateutil.relativedelta import relativedelta
from rich.style import Style
from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Label, Static

from tracker.tui import wording
from tracker.tui.asking import ask

if TYPE_CHECKING:
    from tracker.services.month import Month
    from tracker.services.office import Office

CELL = 7
"""Letters of a day: its number, x if closed, how many are listed."""
EARLIEST, LATEST = date(1950, 1, 1), date(2199, 12, 31)


class PickDay(ModalScreen["date | None"]):
    """Closes with the day, or None."""

    CSS_PATH = "choose.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Back"),
        Binding("enter", "take", "Take"),
        Binding("left", "go(-1)", "Day before"),
        Binding("right", "go(1)", "Next day"),
        Binding("up", "go(-7)", "Week before"),
        Binding("down", "go(7)", "Next week"),
        Binding("pageup", "leap(-1)", "Month before"),
        Binding("pagedown", "leap(1)", "Next month"),
        Binding("home,t", "home", "Today"),
    ]

    def __init__(self, at: date, today: date) -> None:
        """Begin at a day."""
        super().__init__()
        self.at, self.today = min(max(at, EARLIEST), LATEST), today
        self.month: Month | None = None

    def compose(self) -> ComposeResult:
        """Show the month, what the day is, and the keys."""
        with Vertical(classes="box"):
            yield Static("", id="head", markup=False, classes="title")
            yield Static("", id="month")
            yield Static("", id="said", markup=False)
            yield Label("x: courts are closed; the second number: listed that day", classes="muted")
            yield Label("Arrows, PgUp PgDn, t today; Enter or a click takes it", classes="muted")

    def on_mount(self) -> None:
        """Read the month."""
        self._show()

    def _show(self) -> None:
        first = self.at.replace(day=1)
        if self.month is None or self.month.first != first:
            self.month = None

            def read(office: Office) -> Month:
                from tracker.services import month

                return month.of(office, first)

            ask(self, read, self._read, group="month")
        self._draw()

    def _read(self, month: Month) -> None:
        self.month = month
        self._draw()

    def _draw(self) -> None:
        closed = self.month.closed if self.month else {}
        listed = self.month.listed if self.month else {}
        self.query_one("#head", Static).update(f"‹ {self.at:%B %Y} ›")
        text = Text()
        text.append("".join(f"{name:<{CELL}}" for name in wording.WEEKDAYS) + "\n", style="bold")
        for week in Calendar().monthdatescalendar(self.at.year, self.at.month):
            for on in week:
                if on.month != self.at.month:
                    text.append(" " * CELL)
                    continue
                said = f"{on.day:>2}{'x' if on in closed else ' '}{listed.get(on) or '':<3}"
                mark = "▸" if on == self.at else "·" if on == self.today else " "
                text.append(mark + said[: CELL - 1], style=Style(reverse=on == self.at, dim=on in closed))
            text.append("\n")
        self.query_one("#month", Static).update(text)
        why = f": courts are closed, {closed[self.at]}" if self.at in closed else ""
        gap = (self.at - self.today).days
        far = f"in {gap} days" if gap > 0 else f"{-gap} days ago" if gap else "today"
        many = f", {listed[self.at]} listed" if self.at in listed else ""
        self.query_one("#said", Static).update(f"{wording.weekday(self.at)}, {far}{many}{why}")

    def on_click(self, event: events.Click) -> None:
        """Take the day that was clicked; ‹ and › turn the month."""
        head, month = self.query_one("#head", Static), self.query_one("#month", Static)
        if event.widget is head:
            self.action_leap(-1 if event.get_content_offset(head) is None or event.x < 4 else 1)
        elif event.widget is month and (at := event.get_content_offset(month)) is not None and at.y > 0:
            weeks = Calendar().monthdatescalendar(self.at.year, self.at.month)
            if at.y <= len(weeks) and at.x < 7 * CELL:
                on = weeks[at.y - 1][at.x // CELL]
                if on.month == self.at.month:
                    self.dismiss(on)

    def action_take(self) -> None:
        """Close with the day under the cursor."""
        self.dismiss(self.at)

    def action_go(self, days: int) -> None:
        """Go on by days."""
        self._to(self.at + timedelta(days=days))

    def action_leap(self, months: int) -> None:
        """Go on by months."""
        self._to(self.at + relativedelta(months=months))

    def action_home(self) -> None:
        """Go to today."""
        self._to(self.today)

    def _to(self, on: date) -> None:
        if EARLIEST <= on <= LATEST:
            self.at = on
            self._show()
