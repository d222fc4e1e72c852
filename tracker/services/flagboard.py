"""The board of the Friday review: how many warnings of each degree, by kind, lead, station or court.

A row's `filter` opens its list: the count and the list are the same warnings. A case heard in two courts is
counted at each, so the rows by court may add up to more than there are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlmodel import Session, col

from tracker.domain import words
from tracker.domain.case import Case
from tracker.services import filters, flags
from tracker.services.office import Office, Refused
from tracker.store import consequences, reading
from tracker.store.matching import Where
from tracker.store.tables import RANKS, Flag, Prosecution

BY = ("kind", "lead", "station", "court")
STATES = (None, "snoozed", "resolved")
NONE = {"lead": "nobody leads", "station": "no station", "court": "no court"}


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardRow:
    """How many warnings stand, by how bad they are, and how many are put off or dealt with."""

    name: str
    filter: str
    """What is asked for its list, with what was asked for the board."""
    breach: int
    urgent: int
    watch: int
    info: int
    standing: int
    snoozed: int
    resolved: int


def rows(office: Office, by: str, filter: str, today: date) -> tuple[BoardRow, ...]:
    """Return the board by one of BY, the worst row first. Raises Refused like `flags.flags`."""
    if by not in BY:
        raise Refused(f"by: {by!r} is nothing to group by; known: {', '.join(BY)}")
    asks = filters.asks(filter, today)
    counts: Counter[tuple[str, str]] = Counter()
    names: dict[str, str] = {}
    with office.reading() as session:
        late, where = flags.conditions(office, session, asks, today)
        courts = {key: court.name or key for key, court in reading.courts(session.connection()).items()}
        for state in STATES:
            found = [
                (one, RANKS[rank], many) for one, rank, many in _counted(session, by, where, today, state)
            ]
            for one in late:
                for _, flag in flags.of_late(one, asks, today, state):
                    found += [(key, flag.severity, 1) for key in _OF[by](one.case, flag)]
            for key, severity, many in found:
                folded = str(key or "").lower()
                names.setdefault(folded, str(key or ""))
                counts[folded, state or severity] += many
    made = [_row(by, names[key], key, counts, filter, courts) for key in names]
    return tuple(sorted(made, key=lambda row: (-row.breach, -row.urgent, -row.watch, -row.info, row.name)))


def states(office: Office, filter: str, today: date) -> dict[str, int]:
    """Return how many warnings stand, are snoozed and are resolved. Raises Refused like `flags.flags`."""
    return {state or "standing": sum(flags.counts(office, filter, today, state).values()) for state in STATES}


def _counted(
    session: Session, by: str, where: list[Where], today: date, state: str | None
) -> Iterable[tuple[Any, int, int]]:
    if by == "court":
        return consequences.flag_counts_by_court(session, where, today, state)
    column = {"kind": col(Flag.kind), "lead": col(Flag.lead), "station": col(Prosecution.police_station)}[by]
    return consequences.flag_counts(session, where, today, column, state)


def _courts(case: Case, _: Any) -> Iterable[str | None]:
    return {proceeding.court for proceeding in case.proceedings if proceeding.court} or {None}


_OF: dict[str, Callable[[Case, Any], Iterable[str | None]]] = {
    "kind": lambda _, flag: (flag.kind,),
    "lead": lambda case, _: (case.lead,),
    "station": lambda case, _: (case.fir.police_station if case.fir else None,),
    "court": _courts,
}


def _row(
    by: str, said: str, key: str, counts: Counter[tuple[str, str]], filter: str, courts: dict[str, str]
) -> BoardRow:
    if by == "kind":
        name, term = words.FlagKind(said).label, filters.Term("flag", said)
    elif not said:
        name, term = NONE[by], filters.Term(by, "none")
    else:
        name = courts.get(said, said) if by == "court" else said
        term = filters.Term(by, said if by == "lead" else f"={said}")
    degrees = {severity: counts[key, severity] for severity in RANKS}
    return BoardRow(
        name=name,
        filter=f"{filter} {term}".strip(),
        **degrees,
        standing=sum(degrees.values()),
        snoozed=counts[key, "snoozed"],
        resolved=counts[key, "resolved"],
    )
