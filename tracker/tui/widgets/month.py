"""A month as a grid: each day with how many are listed; arrows or the mouse choose a day, Enter opens it."""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, ClassVar

from rich.cells import set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from tracker.tui import wording

if TYPE_CHECKING:
    from tracker.services.spans import CalendarDay


class MonthGrid(Widget, can_focus=True):
    """The grid. It posts `Moved` when another day is chosen and `Entered` when one is opened."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "month--head",
        "month--cursor",
        "month--dim",
        "month--clash",
        "month--resting",
    }
    DEFAULT_CSS = """
    MonthGrid {
        height: 1fr;
        & > .month--head { background: $panel; color: $foreground; text-style: bold; }
        & > .month--cursor {
            background: $block-cursor-background;
            color: $block-cursor-foreground;
            text-style: bold;
        }
        & > .month--resting { background: $panel; color: $foreground; }
        & > .month--dim { color: $text-muted; }
        & > .month--clash { color: $error; text-style: bold; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(-1)", "Day before", show=False),
        Binding("right", "step(1)", "Next day", show=False),
        Binding("up,k", "step(-7)", "Week before", show=False),
        Binding("down,j", "step(7)", "Next week", show=False),
    ]

    day: reactive[date | None] = reactive(None)

    class Moved(Message):
        """Another day is chosen; it may be of another month."""

        def __init__(self, day: date) -> None:
            """Carry the day."""
            super().__init__()
            self.day = day

    class Entered(Message):
        """A day was double-clicked."""

        def __init__(self, day: date) -> None:
            """Carry the day."""
            super().__init__()
            self.day = day

    def __init__(self, *, id: str | None = None) -> None:
        """Begin empty."""
        super().__init__(id=id)
        self.days: Mapping[date, CalendarDay] = {}
        self.weeks: list[list[date]] = []

    def show(self, day: date, days: Mapping[date, CalendarDay]) -> None:
        """Show the month of a day, the day chosen."""
        self.days = days
        self.weeks = Calendar().monthdatescalendar(day.year, day.month)
        self.set_reactive(MonthGrid.day, day)
        self.refresh()

    def watch_day(self, _: date | None, new: date | None) -> None:
        """Tell the screen, which reads another month if it must."""
        if new is not None:
            self.post_message(self.Moved(new))

    def action_step(self, by: int) -> None:
        """Choose the day so many days on."""
        if self.day is not None:
            self.day = self.day + timedelta(days=by)

    @property
    def _high(self) -> int:
        return max(2, min(6, (self.size.height - 1) // max(len(self.weeks), 1)))

    def render_line(self, y: int) -> Strip:
        """Draw one line: the weekdays on top, then so many lines for each week."""
        width = self.size.width
        if y == 0:
            head = self.get_component_rich_style("month--head")
            cells = [
                Segment(set_cell_size(f" {name}", self._wide(n)), head)
                for n, name in enumerate(wording.WEEKDAYS)
            ]
            return Strip(cells).adjust_cell_length(width, head)
        week, line = divmod(y - 1, self._high)
        if week >= len(self.weeks):
            return Strip.blank(width, self.rich_style)
        cells = [self._cell(on, line, self._wide(n)) for n, on in enumerate(self.weeks[week])]
        return Strip(cells).adjust_cell_length(width, self.rich_style)

    def _wide(self, column: int) -> int:
        """Return a column's width; the first ones take what is left over."""
        wide, over = divmod(self.size.width, 7)
        return wide + (column < over)

    def _cell(self, on: date, line: int, wide: int) -> Segment:
        assert self.day is not None
        base = self.rich_style
        if on.month != self.day.month:
            return Segment(" " * wide, base)
        one = self.days.get(on)
        said = _lines(on, one, self._high, wide - 2)
        text = said[line] if line < len(said) else ""
        style = base
        if on == self.day:
            style = self.get_component_rich_style("month--cursor" if self.has_focus else "month--resting")
        elif one and one.clashes and line == 1:
            letters = self.get_component_rich_style("month--clash")
            style = base + Style(color=letters.color, bold=True)
        elif one is None or not one.listed or one.closed:
            style = base + Style(color=self.get_component_rich_style("month--dim").color)
        return Segment(set_cell_size(f" {text}", wide - 1) + " ", style)

    def on_click(self, event: events.Click) -> None:
        """A click chooses a day, a second one opens it."""
        at = event.get_content_offset(self)
        if at is None or at.y < 1 or self.day is None:
            return
        week, x = (at.y - 1) // self._high, at.x
        column = next((n for n in range(7) if x < sum(self._wide(k) for k in range(n + 1))), 6)
        if week < len(self.weeks) and self.weeks[week][column].month == self.day.month:
            self.day = self.weeks[week][column]
            if event.chain > 1:
                self.post_message(self.Entered(self.day))

    def on_focus(self) -> None:
        """Draw the day as the one that moves."""
        self.refresh()

    def on_blur(self) -> None:
        """Draw the day at rest."""
        self.refresh()


def _lines(on: date, day: CalendarDay | None, high: int, wide: int) -> list[str]:
    """Return a day's lines: its number, closed or due; how many are listed; where, if there is room."""
    if day is None:
        return [str(on.day)]
    first = f"{on.day} closed" if day.closed else str(on.day)
    due = f"{day.due} due" if day.due else ""
    if due and len(first) + len(due) < wide:
        first, due = f"{first} {due}", ""
    count = f"{len(day.listed)} listed{' !!' if day.clashes else ''}" if day.listed else ""
    lines = [first, *filter(None, (count, due))]
    places, room = day.places(), high - len(lines)
    said = [f"{place} {many}" for place, many in places[: max(room, 0)]]
    if said and len(places) > room:
        said[-1] += f" +{sum(many for _, many in places[room:])}"
    return [*lines, *said]
