"""Ledger: a table of any length that holds only the pages it shows.

A ledger is given columns and a source. The source is asked for a page of rows at a time, in a
thread, and only for pages that come into view; a row not yet here is drawn as a dotted line. So
a million rows cost what a hundred cost. The source counts rows once and finds page `n` by key,
never by skipping rows (`docket.Pages`).
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Protocol

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events, work
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

PAGE = 100
KEPT_PAGES = 24


class Source(Protocol):
    """Where rows come from; both are called in a thread."""

    def count(self) -> int:
        """Return how many rows there are."""
        ...

    def page(self, number: int) -> Sequence[Any]:
        """Return the rows of page `number` (PAGE rows each), the first page being 0."""
        ...


@dataclass(frozen=True, slots=True)
class Column:
    """A column: heading, width, what it shows, and from which width of the screen it has a place."""

    heading: str
    width: int
    text: Callable[[Any], str]
    from_width: int = 0
    grows: bool = False
    style: Callable[[Any], str] | None = None
    """The name of a component class for this row's cell, or an empty text."""


class Ledger(ScrollView, can_focus=True):
    """The table. It posts `Chosen` when a row is entered and `Moved` when the cursor moves."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "ledger--head",
        "ledger--cursor",
        "ledger--dim",
        "ledger--urgent",
        "ledger--breach",
    }
    DEFAULT_CSS = """
    Ledger {
        height: 1fr;
        overflow-x: hidden;
        & > .ledger--head { background: $panel; color: $text-muted; text-style: bold; }
        & > .ledger--cursor { background: $primary; color: $text; text-style: bold; }
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
        Binding("home", "edge(0)", "First", show=False),
        Binding("end", "edge(1)", "Last", show=False),
        Binding("enter", "choose", "Open"),
    ]

    cursor: reactive[int] = reactive(0)
    total: reactive[int] = reactive(0)

    class Chosen(Message):
        """A row was entered or double-clicked."""

        def __init__(self, row: Any) -> None:
            """Carry the row."""
            super().__init__()
            self.row = row

    class Loaded(Message):
        """The source was counted and the first page is here."""

        def __init__(self, total: int) -> None:
            """Carry the number of rows."""
            super().__init__()
            self.total = total

    def __init__(self, columns: Sequence[Column], *, id: str | None = None) -> None:
        """`columns`, from left to right; those that do not fit are left out from the right."""
        super().__init__(id=id)
        self.columns = tuple(columns)
        self._source: Source | None = None
        self._pages: OrderedDict[int, Sequence[Any]] = OrderedDict()
        self._asked: set[int] = set()
        self._turn = 0

    def show(self, source: Source) -> None:
        """Show another source from its first row."""
        self._source = source
        self._pages.clear()
        self._asked.clear()
        self._turn += 1
        self.cursor = 0
        self.scroll_to(0, 0, animate=False)
        self._open(source, self._turn)

    @work(thread=True, exclusive=True, group="ledger-open")
    def _open(self, source: Source, turn: int) -> None:
        first = source.page(0)
        self.app.call_from_thread(self._arrived, turn, 0, first, None)
        self.app.call_from_thread(self._arrived, turn, 0, first, source.count())

    def _ask(self, page: int) -> None:
        if self._source is not None and page not in self._asked:
            self._asked.add(page)
            self._fetch(self._source, page, self._turn)

    @work(thread=True, group="ledger-page")
    def _fetch(self, source: Source, page: int, turn: int) -> None:
        self.app.call_from_thread(self._arrived, turn, page, source.page(page), None)

    def _arrived(self, turn: int, page: int, rows: Sequence[Any], total: int | None) -> None:
        """Take a page that a thread brought, unless another source is shown by now."""
        if turn != self._turn:
            return
        self._pages[page] = rows
        self._pages.move_to_end(page)
        while len(self._pages) > KEPT_PAGES:
            dropped, _ = self._pages.popitem(last=False)
            self._asked.discard(dropped)
        if total is not None:
            self.total = total
            self.post_message(self.Loaded(total))
        elif page == 0 and self.total < len(rows):
            self.total = len(rows)
        self.virtual_size = Size(self.size.width, self.total + 1)
        self.refresh()

    def row(self, number: int) -> Any | None:
        """Return the row if its page is here; otherwise ask for the page and return None."""
        page, place = divmod(number, PAGE)
        rows = self._pages.get(page)
        if rows is None:
            self._ask(page)
            return None
        self._pages.move_to_end(page)
        return rows[place] if place < len(rows) else None

    @property
    def chosen(self) -> Any | None:
        """The row under the cursor, if its page is here."""
        return self.row(self.cursor) if self.total else None

    def render_line(self, y: int) -> Strip:
        """Draw one line: the heading on top, then rows from the scroll offset on."""
        width = self.size.width
        if y == 0:
            return self._line(
                [c.heading for c in self._fitting()], self.get_component_rich_style("ledger--head")
            )
        number = y - 1 + self.scroll_offset.y
        if number >= self.total:
            return Strip.blank(width, self.rich_style)
        at_cursor = number == self.cursor
        base = self.get_component_rich_style("ledger--cursor") if at_cursor else self.rich_style
        row = self.row(number)
        if row is None:
            return self._line(["·" * 8], self.get_component_rich_style("ledger--dim"))
        columns = self._fitting()
        styles = [c.style(row) if c.style and not at_cursor else "" for c in columns]
        return self._line([c.text(row) for c in columns], base, styles)

    def _fitting(self) -> list[Column]:
        return [c for c in self.columns if self.size.width >= c.from_width]

    def _line(self, cells: Sequence[str], base: Style, styles: Sequence[str] = ()) -> Strip:
        """Lay cells side by side; the column that grows takes what is left over."""
        columns = self._fitting()
        spare = self.size.width - sum(c.width + 1 for c in columns)
        segments = []
        for place, (column, text) in enumerate(zip(columns, cells, strict=False)):
            width = column.width + (max(spare, 0) if column.grows else 0)
            style = base + self.get_component_rich_style(styles[place]) if styles and styles[place] else base
            if cell_len(text) > width:
                text = set_cell_size(text, max(width - 1, 0)) + "…"
            segments.append(Segment(set_cell_size(text, width) + " ", style))
        return Strip(segments).adjust_cell_length(self.size.width, base)

    def action_move(self, step: int) -> None:
        """Move the cursor by rows."""
        self.cursor = max(0, min(self.total - 1, self.cursor + step))

    def action_leap(self, pages: int) -> None:
        """Move the cursor by screens."""
        self.action_move(pages * max(self.size.height - 2, 1))

    def action_edge(self, last: int) -> None:
        """Move the cursor to the first or the last row."""
        self.cursor = max(self.total - 1, 0) if last else 0

    def action_choose(self) -> None:
        """Enter the row under the cursor."""
        if (row := self.chosen) is not None:
            self.post_message(self.Chosen(row))

    def watch_cursor(self, old: int, new: int) -> None:
        """Keep the cursor in view and draw only what changed."""
        top, height = self.scroll_offset.y, self.size.height - 1
        if new < top:
            self.scroll_to(y=new, animate=False)
        elif height > 0 and new >= top + height:
            self.scroll_to(y=new - height + 1, animate=False)
        else:
            for number in (old, new):
                self.refresh(Region(0, number - top + 1, self.size.width, 1))

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor; a second one enters the row."""
        number = event.y - 1 + self.scroll_offset.y
        if event.y < 1 or number >= self.total:
            return
        self.cursor = number
        if event.chain > 1:
            self.action_choose()

    def on_resize(self) -> None:
        """Keep the scrollable width equal to the screen's."""
        self.virtual_size = Size(self.size.width, self.total + 1)
