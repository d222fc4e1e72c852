"""Ledger: a table of any length that holds only the pages it shows (`paged`), with marks (`markable`).

A ledger is given columns and a source. It draws the lines in view, a row not yet here as a dotted line,
and takes the keys and the mouse that move its cursor.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any, ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip

from tracker.tui.widgets.column import Column, fitted, widths
from tracker.tui.widgets.markable import Markable

MARK = "*"
"""Stands in the margin of a marked row."""


class Ledger(Markable, can_focus=True):
    """The table. It posts `Chosen` when a row is entered and `Loaded` when its rows are counted."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "ledger--head",
        "ledger--cursor",
        "ledger--resting",
        "ledger--dim",
        "ledger--urgent",
        "ledger--breach",
    }
    DEFAULT_CSS = """
    Ledger {
        height: 1fr;
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
        & > .ledger--head { background: $panel; color: $foreground; text-style: bold; }
        & > .ledger--cursor {
            background: $block-cursor-background;
            color: $block-cursor-foreground;
            text-style: bold;
        }
        & > .ledger--resting { background: $panel; color: $foreground; }
        & > .ledger--dim { color: $text-muted; }
        & > .ledger--urgent { color: $warning; text-style: bold; }
        & > .ledger--breach { color: $error; text-style: bold; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", "Up", show=False),
        Binding("down,j", "move(1)", "Down", show=False),
        Binding("pageup", "leap(-1)", "Page up", show=False),
        Binding("pagedown", "leap(1)", "Page down", show=False),
        Binding("left", "turn(-1)", "Column before", show=False),
        Binding("right", "turn(1)", "Next column", show=False),
        Binding("home", "edge(0)", "First", show=False),
        Binding("end,G", "edge(1)", "Last", show=False),
    ]

    class Chosen(Message):
        """A row was entered or double-clicked."""

        def __init__(self, ledger: Ledger, row: Any) -> None:
            """Carry the row."""
            super().__init__()
            self.ledger, self.row = ledger, row

        @property
        def control(self) -> Ledger:
            """The ledger of the row."""
            return self.ledger

    class HeadClicked(Message):
        """A heading by which the rows can be sorted was clicked."""

        def __init__(self, order: str) -> None:
            """Carry what to sort by."""
            super().__init__()
            self.order = order

    def __init__(
        self,
        columns: Sequence[Column],
        *,
        id: str | None = None,
        head: bool = True,
        empty: str = "",
        mark_by: Callable[[Any], Hashable] | None = None,
    ) -> None:
        """`columns`, from left to right; `empty` is said where there is no row.

        With `mark_by`, which tells a row from all others, rows can be marked; a click in the margin does.
        """
        super().__init__(id=id, mark_by=mark_by)
        self.column = -1
        """The column whose cell is copied; -1 while nobody has chosen one, which means the first."""
        self.columns = tuple(columns)
        self.empty = empty
        self._head = 1 if head else 0
        self._longest: dict[str, int] = {}
        """Heading of a column that widens to the letters of its longest text."""

    def render_line(self, y: int) -> Strip:
        """Draw one line: the heading on top, then rows from the scroll offset on."""
        width = self.size.width
        if y < self._head:
            style = self.get_component_rich_style("ledger--head")
            return self._line([c.heading for c in self._fitting()], style, underlined=self.column)
        number = y - self._head + self.scroll_offset.y
        if number >= self.total:
            if number == 0 and self._known and self.empty:
                style = self.get_component_rich_style("ledger--dim")
                return Strip([Segment(f" {self.empty}", style)]).adjust_cell_length(width, self.rich_style)
            return Strip.blank(width, self.rich_style)
        at_cursor = number == self.cursor
        cursor = "ledger--cursor" if self.has_focus else "ledger--resting"
        base = self.get_component_rich_style(cursor) if at_cursor else self.rich_style
        row = self.row(number)
        if row is None:
            return Strip([Segment(" " + "·" * 8, base)]).adjust_cell_length(width, base)
        columns = self._fitting()
        styles = [c.style(row) if c.style and not (at_cursor and self.has_focus) else "" for c in columns]
        return self._line([c.text(row) for c in columns], base, styles, MARK if self.is_marked(row) else " ")

    def _fitting(self) -> list[Column]:
        width = self.size.width  # asked once: it is worked out anew each time
        return [c for c in self.columns if width >= c.from_width]

    def _widths(self) -> list[int]:
        return widths(self._fitting(), self._longest, self.size.width)

    def measure(self, rows: Sequence[Any], *, anew: bool = False) -> None:
        """Take note of the longest texts of the columns that widen for them."""
        if anew:
            self._longest = {}
        for column in self.columns:
            if column.most and rows:
                longest = max(cell_len(column.text(row)) for row in rows)
                self._longest[column.heading] = max(longest, self._longest.get(column.heading, 0))

    def _line(
        self,
        cells: Sequence[str],
        base: Style,
        styles: Sequence[str] = (),
        margin: str = " ",
        underlined: int = -1,
    ) -> Strip:
        """Lay cells side by side."""
        columns = self._fitting()
        segments = [Segment(margin, base + Style(bold=True) if margin == MARK else base)]
        for place, (column, text, width) in enumerate(zip(columns, cells, self._widths(), strict=True)):
            style = base
            if styles and styles[place]:  # its letters only: the line keeps its own ground
                letters = self.get_component_rich_style(styles[place])
                style = base + Style(color=letters.color, bold=letters.bold)
            if place == underlined:
                style = style + Style(underline=True)
            segments.append(Segment(fitted(text, width, column.right, column.ends) + " ", style))
        return Strip(segments).adjust_cell_length(self.size.width, base)

    def action_move(self, step: int) -> None:
        """Move the cursor by rows."""
        self.cursor = max(0, min(self.total - 1, self.cursor + step))

    def action_turn(self, step: int) -> None:
        """Choose the column whose cell is copied."""
        self.column = max(0, min(len(self._fitting()) - 1, max(self.column, 0) + step))
        self.refresh()

    def headings(self) -> list[str]:
        """Return the headings of the columns that are shown."""
        return [column.heading for column in self._fitting()]

    def cells(self, row: Any) -> list[str]:
        """Return the cells of a row as they are shown, none of them cut."""
        return [column.text(row) for column in self._fitting()]

    def action_leap(self, pages: int) -> None:
        """Move the cursor by screens."""
        self.action_move(pages * max(self.size.height - self._head - 1, 1))

    def action_edge(self, last: int) -> None:
        """Move the cursor to the first or the last row."""
        self.cursor = max(self.total - 1, 0) if last else 0

    def choose(self) -> None:
        """Enter the row under the cursor."""
        if (row := self.chosen) is not None:
            self.post_message(self.Chosen(self, row))

    def watch_cursor(self, old: int, new: int) -> None:
        """Keep the cursor in view and draw only what changed."""
        top, height = self.scroll_offset.y, self.size.height - self._head
        if new < top:
            self.scroll_to(y=new, animate=False, immediate=True)
        elif height > 0 and new >= top + height:
            self.scroll_to(y=new - height + 1, animate=False, immediate=True)
        else:
            for number in (old, new):
                self.refresh(Region(0, number - top + self._head, self.size.width, 1))
        self.post_message(self.Moved(self))

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor, a second one enters the row; a click on a heading sorts."""
        at = event.get_content_offset(self)
        if at is None:
            return
        if at.y < self._head:
            order = self._order_at(at.x)
            if order:
                self.post_message(self.HeadClicked(order))
            return
        number = at.y - self._head + self.scroll_offset.y
        if number >= self.total:
            return
        self.cursor = number
        self.column = self._column_at(at.x)
        if self.mark_by is not None and (at.x == 0 or event.ctrl):
            if (row := self.chosen) is not None:
                self.mark(row)
        elif event.chain > 1:
            self.choose()

    def _order_at(self, x: int) -> str:
        return self._fitting()[at].order if (at := self._column_at(x)) >= 0 else ""

    def _column_at(self, x: int) -> int:
        end = 1
        for place, width in enumerate(self._widths()):
            end += width + 1
            if x < end:
                return place
        return -1

    def on_focus(self) -> None:
        """Draw the cursor as the one that moves."""
        self.refresh()

    def on_blur(self) -> None:
        """Draw the cursor at rest."""
        self.refresh()

    def on_resize(self) -> None:
        """Keep the scrollable width equal to the screen's, and the cursor in view."""
        self.virtual_size = Size(self.size.width, self.total + self._head)
        height = self.size.height - self._head
        if height > 0 and self.cursor >= self.scroll_offset.y + height:
            self.scroll_to(y=self.cursor - height + 1, animate=False)
