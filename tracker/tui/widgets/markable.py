"""Rows that can be marked, so that something is done to all of them at once."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any

from textual.message import Message

from tracker.tui.asking import ask
from tracker.tui.widgets.paged import PAGE, Paged

MOST_MARKED = 5000
"""Rows that "all" marks at most: what is done to them is done in one transaction."""


class Markable(Paged):
    """Rows of which some are marked."""

    class Marked(Message):
        """Other rows are marked now."""

        def __init__(self, ledger: Markable) -> None:
            """Carry the ledger."""
            super().__init__()
            self.ledger = ledger

        @property
        def control(self) -> Markable:
            """The ledger whose marks changed."""
            return self.ledger

    def __init__(self, *, id: str | None = None, mark_by: Callable[[Any], Hashable] | None = None) -> None:
        """With `mark_by`, which tells a row from all others, rows can be marked."""
        super().__init__(id=id)
        self.mark_by = mark_by
        self.marked: dict[Hashable, Any] = {}
        """The rows that are marked, in the order of marking."""

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
