"""Pages: a list of any length for a screen that asks for page number n, found by key.

A page beside one already read is read from that one's edge, the last page from the end of the list, and
a leap elsewhere asks once for the key at every page's edge (`marks`: one sweep of an index).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from threading import Lock
from typing import Generic

from tracker.services.views import Row
from tracker.store.walking import Anchor, Walk

SIZE = 100
Found = Sequence[tuple[Anchor, Row]]
"""Rows in list order, each with its key."""


class Pages(Generic[Row]):
    """Page n of a list whose rows stand still while it is shown; safe to ask from several threads."""

    def __init__(
        self,
        read: Callable[[Walk], Found[Row]],
        count: Callable[[], int],
        marks: Callable[[int], list[Anchor]],
        size: int = SIZE,
    ) -> None:
        """`marks(size)` returns the key of the last row of every full page."""
        self._read, self._count, self._marks, self._size = read, count, marks, size
        self._lock = Lock()
        self._total: int | None = None
        self._starts: dict[int, Anchor] = {}
        self._ends: dict[int, Anchor] = {}

    def count(self) -> int:
        """Return how many rows there are; counted once."""
        if self._total is None:
            self._total = self._count()
        return self._total

    def page(self, number: int) -> tuple[Row, ...]:
        """Return the rows of a page, the first page being 0; empty beyond the end."""
        with self._lock:
            found = self._page(number)
            if found:
                self._starts[number], self._ends[number] = found[0][0], found[-1][0]
            return tuple(row for _, row in found)

    def _page(self, number: int) -> Found[Row]:
        if number == 0:
            return self._read(Walk(self._size))
        if number - 1 in self._ends:
            return self._read(Walk(self._size, self._ends[number - 1]))
        if number + 1 in self._starts:
            return self._read(Walk(self._size, self._starts[number + 1], back=True))
        if number * self._size >= self.count():
            return ()
        if (number + 1) * self._size >= self.count():
            return self._read(Walk(self.count() - number * self._size, back=True))
        self._ends |= dict(enumerate(self._marks(self._size)))
        return self._read(Walk(self._size, self._ends[number - 1])) if number - 1 in self._ends else ()


def cut(found: Sequence[tuple[Anchor, Row]], walk: Walk) -> list[tuple[Anchor, Row]]:
    """Return the stretch that `walk` asks for of rows from several sources, in list order.

    A descending list turns the order within each segment and leaves the segments as they are.
    """
    groups: dict[int, list[tuple[Anchor, Row]]] = {}
    for one in found:
        groups.setdefault(one[0][0], []).append(one)
    ordered: list[tuple[Anchor, Row]] = []
    for segment in sorted(groups):
        ordered += sorted(groups[segment], key=lambda one: one[0], reverse=walk.descending)
    if walk.anchor is not None:
        ordered = [one for one in ordered if _beyond(one[0], walk.anchor, walk)]
    return ordered[-walk.size :] if walk.back else ordered[: walk.size]


def _beyond(key: Anchor, anchor: Anchor, walk: Walk) -> bool:
    if key[0] != anchor[0]:
        return (key[0] < anchor[0]) if walk.back else (key[0] > anchor[0])
    down = walk.descending != walk.back
    return key[1] < anchor[1] if down else key[1] > anchor[1]
