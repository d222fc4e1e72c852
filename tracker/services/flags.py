"""Flags: what the program warns of on a day, worst first, then oldest, each with its why.

Lists read the kept flags of the day; a case whose journal goes beyond the day is reckoned as it stood
then. `since` is the day the warning counts from, empty where its record has no first day.

The list is of those that stand. Those that a note covers (`services.handling`) are lists of their own:
`handled` is `snoozed` or `resolved`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from sqlmodel import Session, col

from tracker.domain import flag_words as rules
from tracker.domain.shapes import Flag, Law
from tracker.services import cursors, filters, fresh, pages
from tracker.services.office import Office
from tracker.services.views import FlagRow, Page, at_once
from tracker.store import consequences, matching, queries, tables
from tracker.store.consequences import NOTE_NAMES
from tracker.store.matching import Ask, Where
from tracker.store.tables import RANKS
from tracker.store.walking import Anchor, Walk

if TYPE_CHECKING:
    from tracker.domain.case import FlagNote

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
    handled: str | None = None,
) -> Page[FlagRow]:
    """Return the warnings that stand on the day, worst first, then oldest; or those handled so.

    `flag:` in the filter picks warnings; every other key picks cases. Raises Refused like `docket.page`.
    """
    asks = filters.asks(filter, today)
    walk = Walk(_WHOLE if limit is None else limit, cursors.read(after, *_KEY))
    with office.reading() as session:
        rows = _listed(office, session, asks, today, walk, handled)
    more = limit is not None and len(rows) == limit and rows
    return Page(rows=tuple([row for _, row in rows]), next=cursors.write(rows[-1][0]) if more else None)


def counts(office: Office, filter: str, today: date, handled: str | None = None) -> dict[str, int]:
    """Return how many warnings of each kind there are on the day: kinds with a worst one first."""
    asks = filters.asks(filter, today)
    with office.reading() as session:
        late, where = conditions(office, session, asks, today)
        found = consequences.flag_counts(session, where, today, handled=handled)
        rows = [(rank, kind, many) for kind, rank, many in found]
        for one in late:
            rows += [(key[1][0], str(flag.kind), 1) for key, flag in of_late(one, asks, today, handled)]
    answer: dict[str, int] = {}
    for _, kind, many in sorted(rows):
        answer[kind] = answer.get(kind, 0) + many
    return answer


class Pages(pages.Pages[FlagRow]):
    """The warnings by page number, for a screen that scrolls over any number of them."""

    def __init__(
        self, office: Office, filter: str, today: date, *, size: int = pages.SIZE, handled: str | None = None
    ) -> None:
        """Read the filter; raises Refused if it can't be read."""
        asks = filters.asks(filter, today)

        def read(walk: Walk) -> Keyed:
            with office.reading() as session:
                return _listed(office, session, asks, today, walk, handled)

        def marks(every: int) -> list[Anchor]:
            with office.reading() as session:
                late, where = conditions(office, session, asks, today)
                if not late:
                    return consequences.flag_marks(session, where, today, every, handled)
                found = _listed(office, session, asks, today, Walk(_WHOLE), handled)
                return [key for key, _ in found][every - 1 :: every]

        super().__init__(read, lambda: sum(counts(office, filter, today, handled).values()), marks, size)


def of_case(found: fresh.Fresh, law: Law, today: date) -> tuple[FlagRow, ...]:
    """Return the warnings of a reckoned case on the day, worst first, then oldest; the handled ones last."""
    rows = []
    for handled in (None, "snoozed", "resolved"):
        for _, flag in of_late(found, (), today, handled):
            rows.append(row(found.case.ref, flag, law, today, note_of(found, flag)))
    return tuple(rows)


def row(ref: str, flag: Flag, law: Law, today: date, note: FlagNote | None = None) -> FlagRow:
    """Return one warning as it is read on a day, with the note that covers it."""
    since = flag.since or flag.holds_from
    said = {name: getattr(note, name) for name in NOTE_NAMES} if note else None
    return _row(
        ref,
        str(flag.kind),
        str(flag.severity),
        since,
        flag.who,
        flag.limit,
        partial(_words, flag, law),
        today,
        said,
    )


_WORDS = {"why": rules.why, "cite": rules.cite, "clear_by": rules.clear_by}


def _words(flag: Flag, law: Law, name: str) -> str:
    return _WORDS[name](flag, law)


def _row(
    ref: str,
    kind: str,
    severity: str,
    since: date,
    who: str,
    limit: str | None,
    words: Callable[[str], str],
    today: date,
    note: dict[str, Any] | None,
) -> FlagRow:
    dated = since != date.min
    return at_once(
        FlagRow,
        words,
        ref=ref,
        kind=kind,
        severity=severity,
        since=since if dated else None,
        days=(today - since).days if dated else None,
        who=who,
        limit=limit,
        handled=note,
    )


def note_of(found: fresh.Fresh, flag: Flag) -> FlagNote | None:
    """Return the note that covers a flag of a reckoned case."""
    return found.case.flag_notes[flag.handled - 1] if flag.handled else None


def of_late(
    found: fresh.Fresh, asks: Sequence[Ask], today: date, handled: str | None = None
) -> list[tuple[Anchor, Flag]]:
    """Return the flags of a reckoned case that a list has, with their keys, as `consequences.flags` does."""
    wanted = [ask for ask in asks if ask.key == "flag"]
    keyed: list[tuple[Anchor, Flag]] = []
    for seq, flag in enumerate(found.reckoning.flags, 1):
        note = note_of(found, flag)
        if (
            fresh.within_days(flag, today)
            and (note.does if note else None) == handled
            and all((flag.kind in ask.words) != ask.negated for ask in wanted)
        ):
            rank = RANKS.index(flag.severity)
            keyed.append(((0, (rank, flag.since or flag.holds_from, found.number, seq)), flag))
    return sorted(keyed, key=lambda one: one[0])


def conditions(
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


def _listed(
    office: Office, session: Session, asks: Sequence[Ask], today: date, walk: Walk, handled: str | None
) -> Keyed:
    law = office.law()
    late, where = conditions(office, session, asks, today)
    found = [_kept(one, law, today) for one in consequences.flags(session, where, today, walk, handled)]
    if not late:
        return found
    for one in late:
        for key, flag in of_late(one, asks, today, handled):
            found.append((key, row(one.case.ref, flag, law, today, note_of(one, flag))))
    return pages.cut(found, walk)


def _kept(row_: Any, law: Law, today: date) -> tuple[Anchor, FlagRow]:
    """Return a kept flag as it is read on a day; of one that is handled the row goes on with the note."""
    _, ref, number, seq, kind, who, first, last, rank, limit, since, facts, handled, *said = row_

    def words(name: str) -> str:  # only where they are read
        flag = Flag(
            kind=kind,
            who=who,
            holds_from=first,
            holds_until=last,
            severity=RANKS[rank],
            limit=limit,
            since=since,
            facts=json.loads(facts),
            handled=handled,
        )
        return _WORDS[name](flag, law)

    note = dict(zip(NOTE_NAMES, said, strict=True)) if said else None
    made = _row(ref, kind, RANKS[rank], since, who, limit, words, today, note)
    return (0, (rank, since, number, seq)), made
