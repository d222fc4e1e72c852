"""Named reads over many cases: the docket, the clocks, the flags, the hearings. None commits.

Lists are walked by key, never by OFFSET: an anchor is the key of a row seen before, and a page is the
rows after it or before it, so that the millionth page costs what the first does. A list whose key may
be empty is two segments, the rows that have it and then the rows that don't; an anchor says in which
it stands. Columns come back, not table objects.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import (
    Date,
    Integer,
    Select,
    String,
    and_,
    bindparam,
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
from tracker.store.matching import Where, ahead, holds, stands, within_days
from tracker.store.tables import Accused, Court, Due, Flag, FlagNote, Hearing, Proceeding, Prosecution

Anchor = tuple[int, tuple[Any, ...]]
"""A segment and the key of a row in it."""
ORDERS = ("ref", "next_hearing", "stage_since", "lead")


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


class _Segment:
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


def _walk(
    session: Session, segments: Sequence[_Segment], where: Sequence[Where], walk: Walk, **values: Any
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


# --- the docket ---------------------------------------------------------------------------------

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
    return _walk(session, _docket(order), where, walk, today=today)


@cache
def _docket(order: str) -> tuple[_Segment, ...]:
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
        return (_Segment(base, ref),)
    return _with_and_without(base, col(Prosecution.lead if order == "lead" else Prosecution.stage_since), ref)


def _by_next_hearing(flags: Any) -> tuple[_Segment, _Segment]:
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
    return _Segment(first, listed.on, listed.prosecution_id), _Segment(rest, col(Prosecution.ref))


def _with_and_without(base: Select[Any], key: Any, *tie: Any) -> tuple[_Segment, _Segment]:
    return _Segment(base.where(key.is_not(None)), key, *tie), _Segment(base.where(key.is_(None)), *tie)


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
    return _marks(session, _docket(order), where, today, every)


def flag_marks(
    session: Session, where: Sequence[Where], today: date, every: int, handled: str | None = None
) -> list[Anchor]:
    """Return the key of each `every`-th flag of the day, as `flags` has them."""
    return _marks(session, _flags(handled), where, today, every)


def _marks(
    session: Session, segments: Sequence[_Segment], where: Sequence[Where], today: date, every: int
) -> list[Anchor]:
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


# --- clocks and flags -----------------------------------------------------------------------------

DUE_COLUMNS = tuple(col(getattr(Due, name)) for name in Due.model_fields if name not in ("lead",))
DUE_NAMES = tuple(name for name in Due.model_fields if name != "lead")
FLAG_NAMES: tuple[str, ...] = ("prosecution_id", "seq", "kind", "who", "holds_from", "holds_until", "rank")
FLAG_NAMES += ("limit_id", "since", "facts", "handled")
FLAG_COLUMNS = tuple(col(getattr(Flag, name)) for name in FLAG_NAMES)
NOTE_NAMES = ("does", "by", "on", "until", "note")


def dues(session: Session, where: Sequence[Where], walk: Walk) -> list[Any]:
    """Return kept clocks as (segment, ref, *DUE_NAMES), by last day, ref, who; those without a day last."""
    return _walk(session, _dues(), where, walk)


@cache
def _dues() -> tuple[_Segment, _Segment]:
    base = select(col(Prosecution.ref), *DUE_COLUMNS)
    base = base.join_from(table(Due), table(Prosecution), col(Prosecution.id) == col(Due.prosecution_id))
    return _with_and_without(base, col(Due.due_on), col(Prosecution.ref), col(Due.who), col(Due.seq))


def every_clock() -> Where:
    """Return the condition, always so, by which the list of all clocks of all cases has its own index.

    Said with a condition on cases, it would have SQLite sweep all clocks for the few of those cases.
    """
    always: Where = col(Due.seq) > 0
    return always


def flags(
    session: Session, where: Sequence[Where], today: date, walk: Walk, handled: str | None = None
) -> list[Any]:
    """Return the kept flags of the day as (segment, ref, *FLAG_NAMES), worst first, then oldest.

    Those that stand; or with `handled` (resolved, snoozed) those that such a note covers, *NOTE_NAMES too.
    """
    return _walk(session, _flags(handled), where, walk, today=today)


@cache
def _flags(handled: str | None = None) -> tuple[_Segment]:
    base = select(col(Prosecution.ref), *FLAG_COLUMNS)
    base = base.join_from(table(Flag), table(Prosecution), col(Prosecution.id) == col(Flag.prosecution_id))
    keys = (col(Flag.rank), col(Flag.since), col(Flag.prosecution_id), col(Flag.seq))
    if handled is None:
        return (_Segment(_in_state(base, TODAY, None), *keys),)
    base = base.add_columns(*(col(getattr(FlagNote, name)) for name in NOTE_NAMES))
    return (_Segment(_in_state(base, TODAY, handled), *keys),)


def _covers() -> Where:
    """Return the condition that a note covers a kept flag.

    That the flag is of a case with notes is said too, so that those few are gathered and no board swept.
    """
    same = col(FlagNote.prosecution_id) == col(Flag.prosecution_id)
    noted = col(Flag.prosecution_id).in_(select(col(FlagNote.prosecution_id)))
    return and_(same, col(FlagNote.seq) == col(Flag.handled), noted)


def flag_counts(
    session: Session, where: Sequence[Where], today: date, by: Any = Flag.kind, handled: str | None = None
) -> list[tuple[Any, int, int]]:
    """Return (kind or what else `by` is, rank, how many) of the kept flags of the day, as `flags` has them.

    `by` is a column of flags or cases.
    """
    by = col(by)
    query = select(by, col(Flag.rank), func.count())
    if where or by.table is not table(Flag):
        query = query.join_from(
            table(Flag), table(Prosecution), col(Prosecution.id) == col(Flag.prosecution_id)
        )
    rows = session.execute(_in_state(query, today, handled).where(*where).group_by(by, col(Flag.rank)))
    return [(one, rank, many) for one, rank, many in rows]


def _in_state(query: Select[Any], today: Any, handled: str | None) -> Select[Any]:
    if handled is None:
        return query.where(stands(today))
    return query.join(table(FlagNote), _covers()).where(within_days(today), col(FlagNote.does) == handled)


def flag_counts_by_court(
    session: Session, where: Sequence[Where], today: date, handled: str | None = None
) -> list[tuple[str | None, int, int]]:
    """Return (court, rank, how many) of the kept flags of the day; a case in two courts counts at each."""
    held = select(col(Proceeding.prosecution_id), col(Proceeding.court))
    held_at = held.where(col(Proceeding.court).is_not(None)).distinct().subquery()
    query = select(held_at.c.court, col(Flag.rank), func.count())
    query = query.join_from(table(Flag), table(Prosecution), col(Prosecution.id) == col(Flag.prosecution_id))
    query = query.outerjoin(held_at, held_at.c.prosecution_id == col(Flag.prosecution_id))
    query = _in_state(query, today, handled).where(*where).group_by(held_at.c.court, col(Flag.rank))
    rows = session.execute(query)
    return [(one, rank, many) for one, rank, many in rows]


def flags_of(session: Session, numbers: Iterable[int], today: date) -> dict[int, list[tuple[int, str]]]:
    """Return (rank, kind) of the kept flags that hold on the day, by case."""
    found: dict[int, list[tuple[int, str]]] = {}
    wanted, day = sorted(set(numbers)), today.isoformat()
    for start in range(0, len(wanted), 500):
        among = ", ".join(str(number) for number in wanted[start : start + 500])
        asked = (
            f"SELECT prosecution_id, rank, kind FROM flag WHERE prosecution_id IN ({among}) "
            f"AND holds_from <= '{day}' AND (holds_until IS NULL OR holds_until >= '{day}')"
        )
        for number, rank, kind in database.read_rows(session.connection(), asked):
            found.setdefault(number, []).append((rank, kind))
    return found


# --- hearings -------------------------------------------------------------------------------------

AGENDA: tuple[str, ...] = (
    "on",
    "time",
    "ref",
    "id",
    "purpose",
    "outcome",
    "advocate",
    "proceeding",
    "number",
    "court",
)
AGENDA += ("court_name", "complex", "room", "next_on", "next_purpose", "seq")


def agenda(
    session: Session,
    first: date,
    last: date,
    advocate: str | None = None,
    court: str | None = None,
    *,
    most: int | None = None,
) -> list[Any]:
    """Return the first `most` hearings listed on days of a span as tuples of AGENDA, by day and hour."""
    values = {"first": first, "last": last, "advocate": advocate, "court": court}
    query = _agenda(advocate is not None, court is not None)
    return list(session.connection().execute(query if most is None else query.limit(most), values).all())


def count_listed(session: Session, first: date, last: date) -> dict[date, int]:
    """Return how many hearings are listed on each day of a span on which any is."""
    day = col(Hearing.on)
    query = select(day, func.count()).where(day.between(first, last)).group_by(day)
    return {on: many for on, many in session.connection().execute(query)}


def next_listed(session: Session, after: date, last: date) -> tuple[date, int] | None:
    """Return the first day after one, until `last`, on which something is listed, and how many hearings."""
    day = col(Hearing.on)
    query = select(day, func.count()).where(day > after, day <= last).group_by(day).order_by(day).limit(1)
    found = session.connection().execute(query).first()
    return (found[0], found[1]) if found else None


@cache
def _agenda(of_advocate: bool, of_court: bool) -> Any:
    query: Any = (
        select(
            col(Hearing.on),
            col(Hearing.time),
            col(Prosecution.ref),
            col(Prosecution.id),
            col(Hearing.purpose),
            col(Hearing.outcome),
            col(Hearing.advocate),
            col(Hearing.proceeding),
            col(Proceeding.number),
            col(Proceeding.court),
            col(Court.name).label("court_name"),
            col(Court.complex),
            col(Court.room),
            col(Hearing.next_on),
            col(Hearing.next_purpose),
            col(Hearing.seq),
        )
        .join_from(table(Hearing), table(Prosecution), col(Prosecution.id) == col(Hearing.prosecution_id))
        .outerjoin(
            table(Proceeding),
            and_(
                col(Proceeding.prosecution_id) == col(Hearing.prosecution_id),
                col(Proceeding.key) == col(Hearing.proceeding),
            ),
        )
        .outerjoin(table(Court), col(Court.key) == col(Proceeding.court))
        .where(col(Hearing.on).between(bindparam("first", type_=Date()), bindparam("last", type_=Date())))
        .order_by(col(Hearing.on), col(Hearing.time).nulls_last(), col(Prosecution.ref), col(Hearing.seq))
    )
    if of_advocate:
        query = query.where(col(Hearing.advocate) == bindparam("advocate", type_=String()))
    if of_court:
        query = query.where(col(Proceeding.court) == bindparam("court", type_=String()))
    return query
