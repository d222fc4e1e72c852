"""Walking a long list by key, never by OFFSET: the millionth page costs what the first does.

An anchor is the key of a row seen before, and a page is the rows after it or before it. A list whose key may
be empty is two segments, the rows that have it and then the rows that don't; an anchor says in which it
stands. Columns come back, not table objects.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Date, Integer, Select, bindparam, func, select, tuple_
from sqlmodel import Session

from tracker.store.matching import Where

Anchor = tuple[int, tuple[Any, ...]]
"""A segment and the key of a row in it."""


@dataclass(frozen=True, slots=True)
class Walk:
    """How far to read, and which way: the rows after an anchor or before it, in either order."""

    size: int
    anchor: Anchor | None = None
    back: bool = False
    descending: bool = False


TODAY: Any = bindparam("today", type_=Date())
SIZE: Any = bindparam("size", type_=Integer())
"""Values of the statements below, which are built once: building one takes longer than running it."""


BY_PLACE: Any = {"_result_disable_adapt_to_context": True}
"""Rows are taken apart by place, never by column: so SQLAlchemy need not match the columns of a statement
to those of the same one sent before, which takes longer than a page's SQL. The ORM says this too."""


class Segment:
    """Some rows and the key that orders them."""

    def __init__(self, rows: Select[Any], *keys: Any) -> None:
        self.rows, self.keys = rows, keys
        self._pages: dict[tuple[bool, bool], Select[Any]] = {}

    def page(self, down: bool, anchored: bool) -> Select[Any]:
        """Return the rows in order, `size` of them, with `anchored` those behind `key_0`, `key_1` …"""
        if (down, anchored) not in self._pages:
            query = self.rows.order_by(*(key.desc() if down else key for key in self.keys)).limit(SIZE)
            if anchored:
                names = [bindparam(f"key_{n}", type_=key.type) for n, key in enumerate(self.keys)]
                here, there = tuple_(*self.keys), tuple_(*names)
                query = query.where(here < there if down else here > there)
            self._pages[down, anchored] = query
        return self._pages[down, anchored]


def with_and_without(base: Select[Any], key: Any, *tie: Any) -> tuple[Segment, Segment]:
    """Return the rows that have a key, in its order, and then those that don't; `tie` orders equals."""
    return Segment(base.where(key.is_not(None)), key, *tie), Segment(base.where(key.is_(None)), *tie)


def walked(
    session: Session, segments: Sequence[Segment], where: Sequence[Where], walk: Walk, **values: Any
) -> list[Any]:
    """Return the rows in list order; each begins with the number of its segment."""
    connection = session.connection()
    found: list[Any] = []
    down = walk.descending != walk.back
    for number in range(len(segments) - 1, -1, -1) if walk.back else range(len(segments)):
        key: tuple[Any, ...] | None = None
        if walk.anchor:
            if (number > walk.anchor[0]) if walk.back else (number < walk.anchor[0]):
                continue  # behind the anchor
            key = walk.anchor[1] if number == walk.anchor[0] else None
        query = segments[number].page(down, key is not None)
        values["size"] = walk.size - len(found)
        values |= {f"key_{n}": value for n, value in enumerate(key or ())}
        query = query.where(*where) if where else query
        rows = connection.execute(query, values, execution_options=BY_PLACE).all()
        found += [(number, *row) for row in rows]
        if len(found) >= walk.size:
            break
    return found[::-1] if walk.back else found


def marks(
    session: Session, segments: Sequence[Segment], where: Sequence[Where], today: date, every: int
) -> list[Anchor]:
    """Return the key of each `every`-th row of a list; one sweep, for a leap into its middle."""
    connection, values = session.connection(), {"today": today}
    found: list[Anchor] = []
    passed = 0
    for number, segment in enumerate(segments):
        place = func.row_number().over(order_by=segment.keys).label("place")
        keys = [key.label(f"key_{n}") for n, key in enumerate(segment.keys)]
        rows = segment.rows.where(*where).with_only_columns(*keys, place).subquery()
        wanted = select(rows).where((rows.c.place + passed) % every == 0).order_by(rows.c.place)
        found += [(number, tuple(row[:-1])) for row in connection.execute(wanted, values).all()]
        if number + 1 < len(segments):
            everything = segment.rows.where(*where).with_only_columns(*keys).subquery()
            passed += connection.scalar(select(func.count()).select_from(everything), values) or 0
    return found
