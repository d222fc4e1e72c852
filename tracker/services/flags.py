"""Flags: what the program warns of on a day, worst first, then oldest, each with its why.

Lists read the kept flags that hold on the day; a case whose journal goes beyond the day is reckoned as
it stood then. `since` is the day the warning counts from, empty where its record has no first day.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from sqlmodel import Session, col

from tracker.domain import flags as rules
from tracker.domain.shapes import Flag, Law
from tracker.services import cursors, filters, fresh, pages
from tracker.services.office import Office
from tracker.services.views import FlagRow, Page
from tracker.store import matching, queries, tables
from tracker.store.matching import Ask, Where
from tracker.store.queries import Anchor, Walk
from tracker.store.tables import RANKS

_KEY: tuple[tuple[type, ...], ...] = ((int, date, int, int),)
_WHOLE = 1_000_000_000

Keyed = list[tuple[Anchor, FlagRow]]


def flags(
    office: Office,
    filter: str,
    today: date,
    *,
    limit: int | None = None,
    after: str | None = None,
) -> Page[FlagRow]:
    """Return the warnings that hold on the day, worst first, then oldest.

    `flag:` in the filter picks warnings; every other key picks cases. Raises Refused like `docket.page`.
    """
    asks = filters.asks(filter, today)
    walk = Walk(_WHOLE if limit is None else limit, cursors.read(after, *_KEY))
    with office.reading() as session:
        rows = _listed(office, session, asks, today, walk)
    more = limit is not None and len(rows) == limit and rows
    return Page(rows=tuple(row for _, row in rows), next=cursors.write(rows[-1][0]) if more else None)


def counts(office: Office, filter: str, today: date) -> dict[str, int]:
    """Return how many warnings of each kind hold on the day: kinds with a worst one first."""
    asks = filters.asks(filter, today)
    with office.reading() as session:
        late, where = _where(office, session, asks, today)
        found = queries.flag_counts(session, where, today)
        rows = [(rank, kind, many) for kind, rank, many in found]
        rows += [(RANKS.index(f.severity), str(f.kind), 1) for one in late for _, f in _of(one, asks, today)]
    answer: dict[str, int] = {}
    for _, kind, many in sorted(rows):
        answer[kind] = answer.get(kind, 0) + many
    return answer


class Pages(pages.Pages[FlagRow]):
    """The warnings by page number, for a screen that scrolls over any number of them."""

    def __init__(self, office: Office, filter: str, today: date, *, size: int = pages.SIZE) -> None:
        """Read the filter; raises Refused if it can't be read."""
        asks = filters.asks(filter, today)

        def read(walk: Walk) -> Keyed:
            with office.reading() as session:
                return _listed(office, session, asks, today, walk)

        def marks(every: int) -> list[Anchor]:
            with office.reading() as session:
                late, where = _where(office, session, asks, today)
                if not late:
                    return queries.flag_marks(session, where, today, every)
                return [key for key, _ in _listed(office, session, asks, today, Walk(_WHOLE))][
                    every - 1 :: every
                ]

        super().__init__(read, lambda: sum(counts(office, filter, today).values()), marks, size)


def of_case(found: fresh.Fresh, law: Law, today: date) -> tuple[FlagRow, ...]:
    """Return the warnings of one reckoned case that hold on the day, worst first, then oldest."""
    return tuple(row(found.case.ref, flag, law, today) for _, flag in _of(found, (), today))


def row(ref: str, flag: Flag, law: Law, today: date) -> FlagRow:
    """Return one warning as it is read on a day."""
    since = flag.since or flag.holds_from
    return _row(ref, str(flag.kind), str(flag.severity), since, flag.who, lambda: flag, law, today)


def _row(
    ref: str, kind: str, severity: str, since: date, who: str, flag: Callable[[], Flag], law: Law, today: date
) -> FlagRow:
    return FlagRow(
        ref=ref,
        kind=kind,
        severity=severity,
        since=None if since == date.min else since,
        days=None if since == date.min else (today - since).days,
        why=lambda: rules.why(flag(), law),
        cite=lambda: rules.cite(flag(), law),
        clear_by=lambda: rules.clear_by(flag(), law),
        who=who,
    )


def _of(found: fresh.Fresh, asks: Sequence[Ask], today: date) -> list[tuple[Anchor, Flag]]:
    wanted = [ask for ask in asks if ask.key == "flag"]
    keyed: list[tuple[Anchor, Flag]] = [
        ((0, (RANKS.index(flag.severity), flag.since or flag.holds_from, found.number, seq)), flag)
        for seq, flag in enumerate(found.reckoning.flags, 1)
        if fresh.holds(flag, today) and all((flag.kind in ask.words) != ask.negated for ask in wanted)
    ]
    return sorted(keyed, key=lambda one: one[0])


def _where(
    office: Office, session: Session, asks: Sequence[Ask], today: date
) -> tuple[list[fresh.Fresh], list[Where]]:
    """Return the cases to be reckoned as they stood, and the conditions on the kept flags of the others."""
    cases = [ask for ask in asks if ask.key != "flag"]
    late = fresh.late(office, session, cases, today)
    where = matching.facts(session, cases, lead=col(tables.Flag.lead)) + matching.consequences(cases)
    for ask in asks:
        if ask.key == "flag":
            of_kind: Where = col(tables.Flag.kind).in_(ask.words)
            if len(ask.words) == 1:  # a single kind is one range of an index
                of_kind = col(tables.Flag.kind) == ask.words[0]
            where.append(~of_kind if ask.negated else of_kind)
    if late:
        where.append(queries.kept_answers(today))
    return [one for one in late if fresh.matches(one, cases, today)], where


def _listed(office: Office, session: Session, asks: Sequence[Ask], today: date, walk: Walk) -> Keyed:
    law = office.law()
    late, where = _where(office, session, asks, today)
    found = [_kept(one, law, today) for one in queries.flags(session, where, today, walk)]
    if not late:
        return found
    for one in late:
        found += [(key, row(one.case.ref, flag, law, today)) for key, flag in _of(one, asks, today)]
    return pages.cut(found, walk)


def _kept(row_: Any, law: Law, today: date) -> tuple[Anchor, FlagRow]:
    """Return a kept flag as it is read on a day."""
    _, ref, number, seq, kind, who, first, last, rank, limit, since, facts = row_

    def flag() -> Flag:  # only where its words are read
        return Flag(
            kind=kind,
            who=who,
            holds_from=first,
            holds_until=last,
            severity=RANKS[rank],
            limit=limit,
            since=since,
            facts=json.loads(facts),
        )

    return (0, (rank, since, number, seq)), _row(ref, kind, RANKS[rank], since, who, flag, law, today)
