"""Named reads over what is kept of all cases: their clocks and their flags on a day. None commits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import Select, and_, func, select
from sqlmodel import Session

from tracker.store import database
from tracker.store.columns import col, table
from tracker.store.matching import Where, stands, within_days
from tracker.store.tables import Due, Flag, FlagNote, Proceeding, Prosecution
from tracker.store.walking import TODAY, Anchor, Segment, Walk, marks, walked, with_and_without

DUE_COLUMNS = tuple(col(getattr(Due, name)) for name in Due.model_fields if name not in ("lead",))
DUE_NAMES = tuple(name for name in Due.model_fields if name != "lead")
FLAG_NAMES: tuple[str, ...] = ("prosecution_id", "seq", "kind", "who", "holds_from", "holds_until", "rank")
FLAG_NAMES += ("limit_id", "since", "facts", "handled")
FLAG_COLUMNS = tuple(col(getattr(Flag, name)) for name in FLAG_NAMES)
NOTE_NAMES = ("does", "by", "on", "until", "note")


def dues(session: Session, where: Sequence[Where], walk: Walk) -> list[Any]:
    """Return kept clocks as (segment, ref, *DUE_NAMES), by last day, ref, who; those without a day last."""
    return walked(session, _dues(), where, walk)


@cache
def _dues() -> tuple[Segment, Segment]:
    base = select(col(Prosecution.ref), *DUE_COLUMNS)
    base = base.join_from(table(Due), table(Prosecution), col(Prosecution.id) == col(Due.prosecution_id))
    return with_and_without(base, col(Due.due_on), col(Prosecution.ref), col(Due.who), col(Due.seq))


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
    return walked(session, _flags(handled), where, walk, today=today)


@cache
def _flags(handled: str | None = None) -> tuple[Segment]:
    base = select(col(Prosecution.ref), *FLAG_COLUMNS)
    base = base.join_from(table(Flag), table(Prosecution), col(Prosecution.id) == col(Flag.prosecution_id))
    keys = (col(Flag.rank), col(Flag.since), col(Flag.prosecution_id), col(Flag.seq))
    if handled is None:
        return (Segment(_in_state(base, TODAY, None), *keys),)
    base = base.add_columns(*(col(getattr(FlagNote, name)) for name in NOTE_NAMES))
    return (Segment(_in_state(base, TODAY, handled), *keys),)


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


def flag_marks(
    session: Session, where: Sequence[Where], today: date, every: int, handled: str | None = None
) -> list[Anchor]:
    """Return the key of each `every`-th flag of the day, as `flags` has them."""
    return marks(session, _flags(handled), where, today, every)
