"""The docket: every case in a line, filtered, in one of four orders, a page at a time.

`next_hearing` is the first day from today on for which a hearing is listed (today's, until its outcome
is in). `flags` are the kinds of warning that hold today, worst first, each once.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from sqlmodel import Session

from tracker.services import cursors, filters, fresh, pages
from tracker.services.office import Office, Refused
from tracker.services.views import DocketRow, Page
from tracker.store import matching, queries
from tracker.store.matching import Ask, Where
from tracker.store.queries import ORDERS
from tracker.store.tables import RANKS
from tracker.store.walking import Anchor, Walk

__all__ = ["ORDERS", "Pages", "count", "leads", "page"]

_KEYS: dict[str, tuple[tuple[type, ...], ...]] = {
    "ref": ((str,),),
    "lead": ((str, str), (str,)),
    "stage_since": ((date, str), (str,)),
    "next_hearing": ((date, int), (str,)),
}
_ALL_AT_ONCE = 500

Listed = list[tuple[Anchor, DocketRow]]


def page(
    office: Office,
    filter: str,
    today: date,
    *,
    limit: int | None = 50,
    after: str | None = None,
    before: str | None = None,
    order: str = "ref",
    descending: bool = False,
) -> Page[DocketRow]:
    """Return the cases that match, after a cursor or before it; `limit` None gives all of them.

    `order` is one of ORDERS; cases without a value stand last. Raises Refused for a filter or a cursor
    that can't be read, or a day before the last entries of too many cases.
    """
    asks = _asks(filter, today, order)
    cursor = cursors.read(before or after, *_KEYS[order])
    size = _ALL_AT_ONCE if limit is None else limit
    found: Listed = []
    with office.reading() as session:
        while True:
            got = _listed(
                office, session, asks, today, order, Walk(size, cursor, before is not None, descending)
            )
            found = got + found if before else found + got
            if limit is not None or len(got) < size:
                break
            cursor = got[0 if before else -1][0]
    more = limit is not None and len(found) == limit and found and before is None
    return Page(rows=tuple(row for _, row in found), next=cursors.write(found[-1][0]) if more else None)


def count(office: Office, filter: str, today: date) -> int:
    """Return how many cases match. Raises Refused like `page`."""
    asks = filters.asks(filter, today)
    with office.reading() as session:
        return _count(office, session, asks, today)


def leads(office: Office) -> tuple[str, ...]:
    """Return who leads cases, in order; for completing `lead:`."""
    with office.reading() as session:
        return tuple(matching.leads(session))


class Pages(pages.Pages[DocketRow]):
    """The docket by page number, for a screen that scrolls over any number of cases."""

    def __init__(
        self,
        office: Office,
        filter: str,
        today: date,
        *,
        order: str = "ref",
        size: int = pages.SIZE,
    ) -> None:
        """Read the filter; raises Refused if it can't be read."""
        asks = _asks(filter, today, order)

        def read(walk: Walk) -> Listed:
            with office.reading() as session:
                return _listed(office, session, asks, today, order, walk)

        def marks(every: int) -> list[Anchor]:
            with office.reading() as session:
                if _beyond(session, asks, today, order):
                    return _marked(office, session, asks, today, order, every)
                where = matching.facts(session, asks) + matching.consequences(asks)
                return queries.docket_marks(session, where, today, order, every)

        super().__init__(read, lambda: count(office, filter, today), marks, size)


class Named:
    """Cases by their refs, in the order given, for a screen that scrolls over them."""

    def __init__(self, office: Office, refs: Sequence[str], today: date, *, size: int = pages.SIZE) -> None:
        """Hold the refs; a page of them is read when it is shown."""
        self._office, self._refs, self._today, self._size = office, refs, today, size

    def count(self) -> int:
        """Return how many there are."""
        return len(self._refs)

    def page(self, number: int) -> list[DocketRow]:
        """Return the rows of one page, the first being 0; a case that is gone leaves none."""
        refs = self._refs[number * self._size : (number + 1) * self._size]
        return named(self._office, refs, self._today)


def named(office: Office, refs: Sequence[str], today: date) -> list[DocketRow]:
    """Return the docket's rows of these cases, in the order given."""
    with office.reading() as session:
        rows = queries.docket(session, [matching.of_refs(refs)], today, "ref", Walk(len(refs) or 1))
        found = {row[2]: _row(office, session, row, today) for row in rows}
    return [found[ref] for ref in refs if ref in found]


def _asks(text: str, today: date, order: str) -> tuple[Ask, ...]:
    if order not in ORDERS:
        raise Refused(f"The docket can't be ordered by {order!r}; known: {', '.join(ORDERS)}")
    return filters.asks(text, today)


def _beyond(session: Session, asks: Sequence[Ask], today: date, order: str) -> bool:
    """Say whether the answer hangs on what is kept of a case that what is kept can't answer for."""
    hangs = order == "stage_since" or any(ask.key in matching.OF_CONSEQUENCES for ask in asks)
    return hangs and queries.any_later_than(session, today)


def _listed(
    office: Office, session: Session, asks: Sequence[Ask], today: date, order: str, walk: Walk
) -> Listed:
    """Return rows with their keys, in list order."""
    where = matching.facts(session, asks)
    kept = matching.consequences(asks)
    if not _beyond(session, asks, today, order):
        rows = queries.docket(session, where + kept, today, order, walk)
        return [(queries.key_of(row, order), _row(office, session, row, today)) for row in rows]
    return _merged(office, session, asks, today, order, walk, where)


def _merged(
    office: Office,
    session: Session,
    asks: Sequence[Ask],
    today: date,
    order: str,
    walk: Walk,
    where: list[Where],
) -> Listed:
    """Return what is kept of the cases it answers for, among the others as they stood on the day."""
    kept = [*where, queries.kept_answers(today), *matching.consequences(asks)]
    rows = queries.docket(session, kept, today, order, walk)
    found = [(queries.key_of(row, order), _row(office, session, row, today)) for row in rows]
    late = [one for one in fresh.late(office, session, asks, today) if fresh.matches(one, asks, today)]
    found += [_of_fresh(one, today, order) for one in late]
    return pages.cut(found, walk)


def _marked(
    office: Office, session: Session, asks: Sequence[Ask], today: date, order: str, every: int
) -> list[Anchor]:
    found: list[Anchor] = []
    anchor = None
    while got := _listed(office, session, asks, today, order, Walk(every, anchor)):
        anchor = got[-1][0]
        found.append(anchor)
    return found


def _count(office: Office, session: Session, asks: Sequence[Ask], today: date) -> int:
    where = matching.facts(session, asks)
    kept = matching.consequences(asks)
    if not _beyond(session, asks, today, "ref"):
        return queries.count_cases(session, where + kept)
    late = sum(fresh.matches(one, asks, today) for one in fresh.late(office, session, asks, today))
    return late + queries.count_cases(session, [*where, queries.kept_answers(today), *kept])


def _row(office: Office, session: Session, row: Any, today: date) -> DocketRow:
    _, number, ref, title, stage, since, waiting_for, lead, known_to, next_hearing, flags = row
    if known_to is not None and known_to > today:
        return _of_fresh(fresh.one(office, session, number, today), today, "ref")[1]
    return DocketRow(
        ref=ref,
        title=title,
        stage=stage,
        stage_since=since,
        days_in_stage=(today - since).days if since else None,
        waiting_for=waiting_for,
        next_hearing=next_hearing,
        flags=_kinds(flags) if flags else (),
        lead=lead,
    )


@lru_cache(maxsize=4096)
def _kinds(text: str) -> tuple[str, ...]:
    """Return the kinds in "1age_pending,0default_bail", worst first, each once."""
    return tuple(dict.fromkeys(flag[1:] for flag in sorted(text.split(","))))


def _of_fresh(found: fresh.Fresh, today: date, order: str) -> tuple[Anchor, DocketRow]:
    standing = found.reckoning.standing
    flags = sorted(
        (RANKS.index(f.severity), str(f.kind)) for f in found.reckoning.flags if fresh.holds(f, today)
    )
    ahead = [h.on for h in found.case.hearings if h.on > today or (h.on == today and not h.outcome)]
    row = DocketRow(
        ref=found.case.ref,
        title=found.case.title,
        stage=standing.stage,
        stage_since=standing.stage_since,
        days_in_stage=(today - standing.stage_since).days if standing.stage_since else None,
        waiting_for=standing.waiting_for,
        next_hearing=min(ahead, default=None),
        flags=tuple(dict.fromkeys(kind for _, kind in flags)),
        lead=found.case.lead,
    )
    key = {"lead": row.lead, "stage_since": row.stage_since, "next_hearing": row.next_hearing}.get(order)
    if order == "ref":
        return (0, (row.ref,)), row
    if key is None:
        return (1, (row.ref,)), row
    return (0, (key, found.number if order == "next_hearing" else row.ref)), row
