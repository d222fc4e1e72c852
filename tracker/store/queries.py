"""Named reads over cases: the docket, and what finds a case. None commits; columns come back, not objects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import (
    String,
    cast,
    exists,
    func,
    literal,
    or_,
    select,
    tuple_,
)
from sqlmodel import Session

from tracker.store import database
from tracker.store.columns import col, table
from tracker.store.matching import Where, ahead, holds
from tracker.store.tables import Accused, Flag, Hearing, Prosecution
from tracker.store.walking import TODAY, Anchor, Segment, Walk, marks, walked, with_and_without

ORDERS = ("ref", "next_hearing", "stage_since", "lead")


CASE_COLUMNS = (
    col(Prosecution.id),
    col(Prosecution.ref),
    col(Prosecution.title),
    col(Prosecution.stage),
    col(Prosecution.stage_since),
    col(Prosecution.waiting_for),
    col(Prosecution.lead),
    col(Prosecution.known_to),
)
LISTED: tuple[str, ...] = (
    "segment",
    "id",
    "ref",
    "title",
    "stage",
    "stage_since",
    "waiting_for",
    "lead",
    "known_to",
)
LISTED += ("next_hearing", "flags")


def docket(session: Session, where: Sequence[Where], today: date, order: str, walk: Walk) -> list[Any]:
    """Return cases as tuples of LISTED; `flags` is text such as "0default_bail,1age_pending" or None."""
    return walked(session, _docket(order), where, walk, today=today)


@cache
def _docket(order: str) -> tuple[Segment, ...]:
    flags = (
        select(func.aggregate_strings(cast(col(Flag.rank), String) + col(Flag.kind), ","))
        .where(col(Flag.prosecution_id) == col(Prosecution.id), holds(TODAY))
        .scalar_subquery()
    )
    if order == "next_hearing":
        return _by_next_hearing(flags)
    day = select(func.min(col(Hearing.on))).where(
        col(Hearing.prosecution_id) == col(Prosecution.id), ahead(TODAY)
    )
    base = select(*CASE_COLUMNS, day.scalar_subquery(), flags)
    ref = col(Prosecution.ref)
    if order == "ref":
        return (Segment(base, ref),)
    return with_and_without(base, col(Prosecution.lead if order == "lead" else Prosecution.stage_since), ref)


def _by_next_hearing(flags: Any) -> tuple[Segment, Segment]:
    """Sweep the hearings from today on, taking each case at its first; then the cases with none ahead."""
    twice = table(Hearing).alias(), table(Hearing).alias()
    listed, earlier = twice[0].c, twice[1].c
    before = tuple_(earlier.on, earlier.seq) < tuple_(listed.on, listed.seq)
    same_case = earlier.prosecution_id == listed.prosecution_id
    first = select(*CASE_COLUMNS, listed.on, flags)
    first = first.join_from(twice[0], table(Prosecution), col(Prosecution.id) == listed.prosecution_id)
    first = first.where(ahead(TODAY, listed), ~exists().where(same_case, ahead(TODAY, earlier), before))
    none = ~exists().where(col(Hearing.prosecution_id) == col(Prosecution.id), ahead(TODAY))
    rest = select(*CASE_COLUMNS, literal(None), flags).where(none)
    return Segment(first, listed.on, listed.prosecution_id), Segment(rest, col(Prosecution.ref))


def key_of(row: Any, order: str) -> Anchor:
    """Return the anchor of a docket row."""
    segment, id_, ref = row[0], row[1], row[2]
    if order == "ref" or segment == 1:
        return segment, (ref,)
    if order == "next_hearing":
        return segment, (row[9], id_)
    return segment, (row[5] if order == "stage_since" else row[7], ref)


def count_cases(session: Session, where: Sequence[Where]) -> int:
    """Return how many cases match."""
    return session.scalar(select(func.count()).select_from(table(Prosecution)).where(*where)) or 0


def docket_marks(
    session: Session, where: Sequence[Where], today: date, order: str, every: int
) -> list[Anchor]:
    """Return the key of each `every`-th row of the docket; one sweep, for a leap into its middle."""
    return marks(session, _docket(order), where, today, every)


def is_case(number: int) -> Where:
    """Return the condition that a case is the one of that number."""
    return col(Prosecution.id) == number


def later_than(today: Any) -> Where:
    """Return the condition that a journal goes beyond the day: what is kept can't answer for it."""
    beyond: Where = col(Prosecution.known_to) > today
    return beyond


def kept_answers(today: date) -> Where:
    """Return the condition that what is kept of a case answers for the day."""
    return or_(col(Prosecution.known_to).is_(None), col(Prosecution.known_to) <= today)


def any_later_than(session: Session, today: date) -> bool:
    """Say whether any journal goes beyond the day: one step of an index, asked before most lists."""
    asked = f"SELECT id FROM prosecution WHERE known_to > '{today.isoformat()}' LIMIT 1"
    return bool(database.read_rows(session.connection(), asked))


def ids_later_than(session: Session, where: Sequence[Where], today: date, most: int) -> list[int]:
    """Return the cases whose journal goes beyond the day, at most `most` of them."""
    query = select(col(Prosecution.id)).where(later_than(today), *where).limit(most)
    return list(session.scalars(query))


def case_ids(session: Session, where: Sequence[Where], most: int) -> list[int]:
    """Return the cases that match, in the order of refs, at most `most` of them."""
    query = select(col(Prosecution.id)).where(*where).order_by(col(Prosecution.ref)).limit(most)
    return list(session.scalars(query))


def id_of(session: Session, ref: str) -> int | None:
    """Return the number of the case of that ref."""
    found = database.read_rows(session.connection(), "SELECT id FROM prosecution WHERE ref = ?", (ref,))
    return found[0][0] if found else None


def led_by(session: Session, refs: Iterable[str], lead: str) -> set[str]:
    """Return those of these cases that somebody leads."""
    found: set[str] = set()
    wanted = sorted(refs)
    for start in range(0, len(wanted), 500):
        some = col(Prosecution.ref).in_(wanted[start : start + 500])
        query = select(col(Prosecution.ref)).where(some, func.lower(col(Prosecution.lead)) == lead.lower())
        found.update(session.scalars(query))
    return found


def like_fir(session: Session, numbers: Iterable[str]) -> list[tuple[int, str, int | None, str | None]]:
    """Return case, FIR number, year and station of the cases whose FIR has one of these numbers."""
    columns = (Prosecution.id, Prosecution.fir_number, Prosecution.fir_year, Prosecution.police_station)
    found: list[tuple[int, str, int | None, str | None]] = []
    for some in _some(numbers):
        query = select(*(col(one) for one in columns)).where(col(Prosecution.fir_number).in_(some))
        found += [tuple(row) for row in session.execute(query)]
    return found


def like_people(session: Session, days: Iterable[date]) -> list[tuple[int, str, str | None, date]]:
    """Return case, name of an accused, station and day of the cases whose FIR is of one of these days."""
    found: list[tuple[int, str, str | None, date]] = []
    for some in _some(days):
        query = select(
            col(Prosecution.id), col(Accused.name), col(Prosecution.police_station), col(Prosecution.fir_on)
        )
        query = query.join_from(
            table(Prosecution), table(Accused), col(Accused.prosecution_id) == col(Prosecution.id)
        )
        query = query.where(col(Prosecution.fir_on).in_(some), col(Accused.name).is_not(None))
        found += [tuple(row) for row in session.execute(query)]
    return found


def refs_of(session: Session, numbers: Iterable[int]) -> dict[int, str]:
    """Return the refs of these cases by number."""
    found: dict[int, str] = {}
    for some in _some(numbers):
        query = select(col(Prosecution.id), col(Prosecution.ref)).where(col(Prosecution.id).in_(some))
        found |= {number: ref for number, ref in session.execute(query)}
    return found


def stages_of(session: Session, numbers: Iterable[int]) -> dict[int, str]:
    """Return the stages of these cases by number."""
    found: dict[int, str] = {}
    for some in _some(numbers):
        query = select(col(Prosecution.id), col(Prosecution.stage)).where(col(Prosecution.id).in_(some))
        found |= {number: stage for number, stage in session.execute(query)}
    return found


def _some(many: Iterable[Any]) -> Iterator[list[Any]]:
    """Yield them a few hundred at a time, as many as a statement takes."""
    wanted = sorted(set(many))
    for start in range(0, len(wanted), 500):
        yield wanted[start : start + 500]


def refs_like(session: Session, ref: str, most: int = 400) -> list[str]:
    """Return refs that a mistyped one may mean: those that hold it, and those beside it in order."""
    known = col(Prosecution.ref)
    found = list(session.scalars(select(known).where(known < ref).order_by(known.desc()).limit(most)))
    found += session.scalars(select(known).where(known > ref).order_by(known).limit(most))
    tail = ref.rpartition("-")[2].lower()
    if tail:
        looked = select(known).where(col(Prosecution.search).contains(tail, autoescape=True))
        found += session.scalars(looked.limit(most))
    return list(dict.fromkeys(found))
