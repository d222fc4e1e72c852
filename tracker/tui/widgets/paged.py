"""Rows of any number, of which only the pages that come into view are asked for and held.

A source is asked for a page of rows at a time, in a thread. So a million rows cost what a hundred cost.
The source counts rows once and finds page `n` by key, never by skipping rows (`docket.Pages`). A short
list that is here already is given whole (`fill`).
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Protocol

from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView

from tracker.tui.asking import ask

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


class Paged(ScrollView):
    """The rows, and the one under the cursor. It posts `Loaded` when the rows are counted."""

    cursor: reactive[int] = reactive(0, repaint=False)  # a ledger's `watch_cursor` draws what changes
    total: reactive[int] = reactive(0)

    class Loaded(Message):
        """The rows are counted, and those in view are here."""

        def __init__(self, ledger: Paged, total: int) -> None:
            """Carry the number of rows."""
            super().__init__()
            self.ledger, self.total = ledger, total

        @property
        def control(self) -> Paged:
            """The ledger that was loaded."""
            return self.ledger

    class Moved(Message):
        """The row under the cursor is another, or has come."""

        def __init__(self, ledger: Paged) -> None:
            """Carry the ledger."""
            super().__init__()
            self.ledger = ledger

        @property
        def control(self) -> Paged:
            """The ledger whose cursor moved."""
            return self.ledger

    def __init__(self, *, id: str | None = None) -> None:
        """Begin with nothing."""
        super().__init__(id=id)
        self._head = 0
        """Lines above the rows."""
        self._source: Source | None = None
        self._pages: OrderedDict[int, Sequence[Any]] = OrderedDict()
        self._asked: set[int] = set()
        self._turn = 0
        self._known = False
        self._counted = 0

    def measure(self, rows: Sequence[Any], *, anew: bool = False) -> None:
        """Take note of rows that have come; `anew` if they are the first of another source."""

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
        self.measure([row for rows in pages.values() for row in rows], anew=True)
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
        self.measure(rows)
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

    def every_row(self) -> Callable[[], Iterator[Any]]:
        """Return what gives all rows, to be called in a thread."""
        source, pages, total = self._source, dict(self._pages), self.total
        if source is None:
            return lambda: (row for page in sorted(pages) for row in pages[page])
        return lambda: (row for page in range((total + PAGE - 1) // PAGE) for row in source.page(page))
