"""Ledger: a table of any length that holds only the pages it shows.

A ledger is given columns and a source. The source is asked for a page of rows at a time, in a
thread, and only for pages that come into view; a row not yet here is drawn as a dotted line. So
a million rows cost what a hundred cost. The source counts rows once and finds page `n` by key,
never by skipping rows (`docket.Pages`). A short list that is here already is given whole (`fill`).
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Protocol

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tracker.tui.asking import ask

PAGE = 100
KEPT_PAGES = 24
MOST_MARKED = 5000
"""Rows that "all" marks at most: what is done to them is done in one transaction."""


NARROWEST = 6
"""To so many letters a column gives way where all together are too wide."""
LONGEST_REF = 24
"""So many letters of a ref have room in a list, if it has such refs."""
MARK = "*"
"""Stands in the margin of a marked row."""


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
    grows: int = 0
    """Its share of the width that is left over."""
    style: Callable[[Any], str] | None = None
    """The name of a component class for this row's cell, or an empty text."""
    right: bool = False
    order: str = ""
    """What a click on the heading sorts by; empty if by nothing."""
    most: int = 0
    """Up to so many letters it is as wide as the longest text that has come into view; 0 if it isn't.

    One that grows takes them only of what is left over, and no more than them.
    """


class Ledger(ScrollView, can_focus=True):
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

    cursor: reactive[int] = reactive(0, repaint=False)  # `watch_cursor` draws the two lines that change
    total: reactive[int] = reactive(0)

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

    class Loaded(Message):
        """The rows are counted, and those in view are here."""

        def __init__(self, ledger: Ledger, total: int) -> None:
            """Carry the number of rows."""
            super().__init__()
            self.ledger, self.total = ledger, total

        @property
        def control(self) -> Ledger:
            """The ledger that was loaded."""
            return self.ledger

    class Moved(Message):
        """The row under the cursor is another, or has come."""

        def __init__(self, ledger: Ledger) -> None:
            """Carry the ledger."""
            super().__init__()
            self.ledger = ledger

        @property
        def control(self) -> Ledger:
            """The ledger whose cursor moved."""
            return self.ledger

    class Marked(Message):
        """Other rows are marked now."""

        def __init__(self, ledger: Ledger) -> None:
            """Carry the ledger."""
            super().__init__()
            self.ledger = ledger

        @property
        def control(self) -> Ledger:
            """The ledger whose marks changed."""
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
        super().__init__(id=id)
        self.column = -1
        """The column whose cell is copied; -1 while nobody has chosen one, which means the first."""
        self.mark_by = mark_by
        self.marked: dict[Hashable, Any] = {}
        """The rows that are marked, in the order of marking."""
        self.columns = tuple(columns)
        self.empty = empty
        self._head = 1 if head else 0
        self._source: Source | None = None
        self._pages: OrderedDict[int, Sequence[Any]] = OrderedDict()
        self._asked: set[int] = set()
        self._turn = 0
        self._known = False
        self._counted = 0
        self._longest: dict[str, int] = {}
        """Heading of a column that widens to the letters of its longest text."""

    def show(self, source: Source, *, keep: bool = False) -> None:
        """Show a source from its first row; with `keep`, stay at the row where the cursor stands."""
        self._source = source
        at = self.cursor if keep else 0
        turn = self._turn = self._turn + 1
        wanted = sorted({0, at // PAGE})

        def read(_: object) -> tuple[dict[int, Sequence[Any]], int]:
            return {page: source.page(page) for page in wanted}, source.count()

        def first(_: object) -> Sequence[Any]:
            return source.page(0)

        if not keep:
            ask(self, first, lambda rows: self._begin(turn, {0: rows}, None, 0), group="ledger-first")
        ask(self, read, lambda got: self._begin(turn, got[0], got[1], at), group="ledger-open")

    def fill(self, rows: Sequence[Any], *, keep: bool = False) -> None:
        """Show rows that are here already."""
        self._source = None
        self._turn += 1
        pages = {n: rows[n * PAGE : (n + 1) * PAGE] for n in range(len(rows) // PAGE + 1)}
        self._begin(self._turn, pages, len(rows), self.cursor if keep else 0)

    def _begin(self, turn: int, pages: dict[int, Sequence[Any]], total: int | None, at: int) -> None:
        """Take the first pages of a source, unless another is shown by now."""
        if turn != self._turn:
            return
        if total is None and turn == self._counted:
            return  # the count was quicker than the first page alone
        self._pages = OrderedDict(pages)
        self._longest = {}
        for rows in pages.values():
            self._measure(rows)
        self._asked = set(pages)
        counted = total if total is not None else len(pages[0])
        self._known = total is not None
        self._counted = turn if self._known else self._counted
        self.total = counted
        self.virtual_size = Size(self.size.width, counted + self._head)
        before, self.cursor = self.cursor, max(min(at, counted - 1), 0)
        if at == 0:
            self.scroll_to(y=0, animate=False)
        self.refresh()
        if total is not None:
            self.post_message(self.Loaded(self, total))
        if before == self.cursor:
            self.post_message(self.Moved(self))

    def _ask(self, page: int) -> None:
        source, turn = self._source, self._turn
        if source is None or page in self._asked:
            return
        self._asked.add(page)
        ask(
            self,
            lambda _: source.page(page),
            lambda rows: self._arrived(turn, page, rows),
            group=f"ledger-page-{page}",
        )

    def _arrived(self, turn: int, page: int, rows: Sequence[Any]) -> None:
        """Take a page that a thread brought, unless another source is shown by now."""
        if turn != self._turn:
            return
        self._pages[page] = rows
        self._measure(rows)
        while len(self._pages) > KEPT_PAGES:
            dropped, _ = self._pages.popitem(last=False)
            self._asked.discard(dropped)
        self.refresh()
        if self.cursor // PAGE == page:
            self.post_message(self.Moved(self))

    def row(self, number: int) -> Any:
        """Return the row if its page is here; otherwise ask for the page and return None."""
        page, place = divmod(number, PAGE)
        rows = self._pages.get(page)
        if rows is None:
            self._ask(page)
            return None
        self._pages.move_to_end(page)
        return rows[place] if place < len(rows) else None

    @property
    def chosen(self) -> Any:
        """The row under the cursor, if its page is here."""
        return self.row(self.cursor) if self.total else None

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
        """Return how wide each column is: those that grow share what is left, or give what is lacking."""
        columns = self._fitting()
        full = [max(c.width, min(self._longest.get(c.heading, 0), c.most)) for c in columns]
        wide = [c.width if c.grows else most for c, most in zip(columns, full, strict=True)]
        spare = self.size.width - 1 - sum(width + 1 for width in wide)
        shares = sum(c.grows for c in columns)
        growing = [n for n, c in enumerate(columns) if c.grows]
        for n in sorted(growing, key=lambda n: not columns[n].most):  # what one leaves is for the others
            column, before = columns[n], wide[n]
            wide[n] = max(before + spare * column.grows // shares, min(before, NARROWEST))
            if column.most:
                wide[n] = min(wide[n], full[n])
            spare, shares = spare - wide[n] + before, shares - column.grows
        return wide

    def _measure(self, rows: Sequence[Any]) -> None:
        """Take note of the longest texts of the columns that widen for them."""
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
            segments.append(Segment(_fitted(text, width, column.right) + " ", style))
        return Strip(segments).adjust_cell_length(self.size.width, base)

    def is_marked(self, row: Any) -> bool:
        """Say whether a row is marked."""
        return self.mark_by is not None and bool(self.marked) and self.mark_by(row) in self.marked

    def mark(self, row: Any) -> None:
        """Mark a row, or take its mark away."""
        if self.mark_by is not None:
            key = self.mark_by(row)
            if self.marked.pop(key, None) is None:
                self.marked[key] = row
            self._marks_changed()

    def mark_all(self) -> None:
        """Mark all rows that are shown, up to MOST_MARKED; if all are marked already, none."""
        if self.mark_by is None:
            return
        source, turn, pages = self._source, self._turn, self._pages
        last = min(self.total, MOST_MARKED)
        if source is None:
            self._take_all(turn, [row for page in pages.values() for row in page][:last])
            return

        def read(_: object) -> list[Any]:
            return [row for page in range((last + PAGE - 1) // PAGE) for row in source.page(page)][:last]

        ask(self, read, lambda rows: self._take_all(turn, rows), group="ledger-mark")

    def _take_all(self, turn: int, rows: Sequence[Any]) -> None:
        if turn == self._turn and self.mark_by is not None:
            marks = {self.mark_by(row): row for row in rows}
            self.marked = {} if marks.keys() == self.marked.keys() else marks
            self._marks_changed()

    def unmark(self) -> bool:
        """Take all marks away; say whether there were any."""
        had, self.marked = bool(self.marked), {}
        if had:
            self._marks_changed()
        return had

    def _marks_changed(self) -> None:
        self.refresh()
        self.post_message(self.Marked(self))

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

    def every_row(self) -> Callable[[], Iterator[Any]]:
        """Return what gives all rows, to be called in a thread."""
        source, pages, total = self._source, dict(self._pages), self.total
        if source is None:
            return lambda: (row for page in sorted(pages) for row in pages[page])
        return lambda: (row for page in range((total + PAGE - 1) // PAGE) for row in source.page(page))

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


def _fitted(text: str, width: int, right: bool) -> str:
    """Return text cut or filled to a width; what can't be printed becomes a space."""
    if not text.isprintable():
        text = "".join(letter if letter.isprintable() else " " for letter in text)
    long = cell_len(text)
    if long > width:
        return set_cell_size(text, max(width - 1, 0)) + "…" if width else ""
    return " " * (width - long) + text if right else set_cell_size(text, width)
