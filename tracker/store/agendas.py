"""Named reads over who goes where: the hearings of a few days, or how many there are. None commits."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import Date, String, and_, bindparam, func, select
from sqlmodel import Session

from tracker.store.columns import col, table
from tracker.store.tables import Court, Hearing, Proceeding, Prosecution

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


def between(
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
    query = _statement(advocate is not None, court is not None)
    return list(session.connection().execute(query if most is None else query.limit(most), values).all())


def count(session: Session, first: date, last: date) -> dict[date, int]:
    """Return how many hearings are listed on each day of a span on which any is."""
    day = col(Hearing.on)
    query = select(day, func.count()).where(day.between(first, last)).group_by(day)
    return {on: many for on, many in session.connection().execute(query)}


def next_day(session: Session, after: date, last: date) -> tuple[date, int] | None:
    """Return the first day after one, until `last`, on which something is listed, and how many hearings."""
    day = col(Hearing.on)
    query = select(day, func.count()).where(day > after, day <= last).group_by(day).order_by(day).limit(1)
    found = session.connection().execute(query).first()
    return (found[0], found[1]) if found else None


@cache
def _statement(of_advocate: bool, of_court: bool) -> Any:
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
