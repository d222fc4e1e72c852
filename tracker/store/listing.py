"""Named reads of what is listed between two days, for the calendar and its sheets. None commits.

A span is one range of the index on `hearing.on`, or of the one that begins with the advocate.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import Date, String, and_, bindparam, func, or_, select, text
from sqlmodel import Session

from tracker.store import database
from tracker.store.columns import col, table
from tracker.store.matching import Where
from tracker.store.tables import Accused, Charge, Court, Hearing, Proceeding, Prosecution

LISTED = (
    "on",
    "time",
    "ref",
    "id",
    "seq",
    "purpose",
    "outcome",
    "asked_by",
    "advocate",
    "in_place_of",
    "proceeding",
    "number",
    "court",
    "court_name",
    "complex",
    "room",
)
"""The columns of a listing, in order."""
_MANY = 400


def listed(
    session: Session,
    first: date,
    last: date,
    advocates: Sequence[str] | None = None,
    courts: Sequence[str] | None = None,
    where: Sequence[Where] = (),
) -> list[Any]:
    """Return hearings from `first` to `last` as tuples of LISTED, by day, hour and ref.

    `advocates` and `courts` are names and keys as they are kept; None asks for all of them, and `where`
    holds conditions on the case.
    """
    query = _listed().where(col(Hearing.on).between(first, last), *where)
    if advocates is not None:
        query = query.where(col(Hearing.advocate).in_(advocates))
    if courts is not None:
        query = query.where(col(Proceeding.court).in_(courts))
    return list(session.connection().execute(query.order_by(*_ORDER)).all())


_ORDER = (col(Hearing.on), col(Hearing.time).nulls_last(), col(Prosecution.ref), col(Hearing.seq))


def of_advocate(session: Session, on: date, advocate: str) -> list[Any]:
    """Return one advocate's hearings of a day, as `listed` does."""
    return list(session.connection().execute(_of_advocate(), {"day": on, "advocate": advocate}).all())


@cache
def _of_advocate() -> Any:
    mine = col(Hearing.advocate) == bindparam("advocate", type_=String())
    return _listed().where(col(Hearing.on) == bindparam("day", type_=Date()), mine).order_by(*_ORDER)


@cache
def _listed() -> Any:
    own = and_(
        col(Proceeding.prosecution_id) == col(Hearing.prosecution_id),
        col(Proceeding.key) == col(Hearing.proceeding),
    )
    return (
        select(
            col(Hearing.on),
            col(Hearing.time),
            col(Prosecution.ref),
            col(Prosecution.id),
            col(Hearing.seq),
            col(Hearing.purpose),
            col(Hearing.outcome),
            col(Hearing.asked_by),
            col(Hearing.advocate),
            col(Hearing.in_place_of),
            col(Hearing.proceeding),
            col(Proceeding.number),
            col(Proceeding.court),
            col(Court.name).label("court_name"),
            col(Court.complex),
            col(Court.room),
        )
        .join_from(table(Hearing), table(Prosecution), col(Prosecution.id) == col(Hearing.prosecution_id))
        .outerjoin(table(Proceeding), own)
        .outerjoin(table(Court), col(Court.key) == col(Proceeding.court))
    )


def advocates(session: Session, name: str) -> list[str]:
    """Return the advocates of hearings whose name is this, whatever its capitals."""
    return [one for one in all_advocates(session) if one.lower() == name.lower()]


def all_advocates(session: Session) -> list[str]:
    """Return who goes to hearings, in order: one step of the index for each."""
    return list(session.connection().execute(_ADVOCATES).scalars())


_ADVOCATES = text(
    "WITH RECURSIVE one(name) AS (SELECT min(advocate) FROM hearing UNION ALL "
    "SELECT (SELECT min(advocate) FROM hearing WHERE advocate > one.name) "
    "FROM one WHERE one.name IS NOT NULL) SELECT name FROM one WHERE name IS NOT NULL"
)


def courts(session: Session, said: str) -> list[str]:
    """Return the keys of the courts meant: the one of that key, else those whose complex or name holds it."""
    if session.get(Court, said) is not None:
        return [said]
    named = [
        func.lower(func.coalesce(col(column), "")).contains(said.lower(), autoescape=True)
        for column in (Court.key, Court.complex, Court.name)
    ]
    return list(session.scalars(select(col(Court.key)).where(or_(*named)).order_by(col(Court.key))))


def court_keys(session: Session) -> list[str]:
    """Return the key of every court."""
    return list(session.scalars(select(col(Court.key)).order_by(col(Court.key))))


def court_of(session: Session, number: int, proceeding: str | None) -> tuple[str | None, str | None]:
    """Return the court of a case's proceeding and its complex, None where they aren't known."""
    asked = (
        'SELECT p.court, c."complex" FROM proceeding p LEFT JOIN court c ON c.key = p.court '
        "WHERE p.prosecution_id = ? AND p.key = ?"
    )
    found = database.read_rows(session.connection(), asked, (number, proceeding or ""))
    return (found[0][0], found[0][1]) if found else (None, None)


def places_of(session: Session, numbers: Iterable[int]) -> dict[int, tuple[str, ...]]:
    """Return (court, name, complex, room) of the trial of each case, or else of its first proceeding."""
    found: dict[int, tuple[Any, ...]] = {}
    for some in _in_lots(numbers):
        query = (
            select(
                col(Proceeding.prosecution_id),
                col(Proceeding.court),
                col(Court.name),
                col(Court.complex),
                col(Court.room),
            )
            .join_from(table(Proceeding), table(Court), col(Court.key) == col(Proceeding.court))
            .where(col(Proceeding.prosecution_id).in_(some))
            .order_by(col(Proceeding.prosecution_id), col(Proceeding.kind) != "trial", col(Proceeding.seq))
        )
        for number, *place in session.execute(query).all():
            found.setdefault(number, tuple(place))
    return found


def kept_or_among(kept: Sequence[Where], answers: Where, numbers: Sequence[int]) -> Where:
    """Return the condition that what is kept answers for a case and says so, or that it is one of these."""
    return or_(and_(answers, *kept), col(Prosecution.id).in_(numbers))


def cases_of(session: Session, refs: Iterable[str]) -> dict[str, tuple[int, str | None]]:
    """Return (number, lead) of each case by its ref."""
    found: dict[str, tuple[int, str | None]] = {}
    for some in _in_lots(refs):
        query = select(col(Prosecution.ref), col(Prosecution.id), col(Prosecution.lead)).where(
            col(Prosecution.ref).in_(some)
        )
        found |= {ref: (number, lead) for ref, number, lead in session.execute(query).all()}
    return found


def later_among(session: Session, numbers: Iterable[int], today: date) -> list[int]:
    """Return which of these cases have journals that go beyond the day."""
    found: list[int] = []
    for some in _in_lots(numbers):
        query = select(col(Prosecution.id)).where(
            col(Prosecution.id).in_(some), col(Prosecution.known_to) > today
        )
        found += session.scalars(query)
    return found


def closed_days(session: Session, first: date, last: date) -> dict[date, str]:
    """Return the closed days that the office holds in the span, with their names."""
    connection = session.connection()
    day = database.day_reader(connection)
    asked = 'SELECT "on", name FROM holiday WHERE "on" BETWEEN ? AND ?'
    rows = database.read_rows(connection, asked, (first.isoformat(), last.isoformat()))
    return {on: name or "closed" for said, name in rows if (on := day(said))}


def vacations(session: Session, first: date, last: date) -> dict[tuple[str, date], str]:
    """Return the days of the span on which one court alone is closed, with their names."""
    connection = session.connection()
    day = database.day_reader(connection)
    asked = 'SELECT court, "on", name FROM vacation WHERE "on" BETWEEN ? AND ?'
    rows = database.read_rows(connection, asked, (first.isoformat(), last.isoformat()))
    return {(court, on): name or "vacation" for court, said, name in rows if (on := day(said))}


def past(session: Session, numbers: Iterable[int]) -> dict[int, list[Any]]:
    """Return (on, proceeding, outcome, asked_by, note) of the hearings of these cases, by case and day."""
    found: dict[int, list[Any]] = {}
    for some in _in_lots(numbers):
        query = (
            select(
                col(Hearing.prosecution_id),
                col(Hearing.on),
                col(Hearing.proceeding),
                col(Hearing.outcome),
                col(Hearing.asked_by),
                col(Hearing.note),
            )
            .where(col(Hearing.prosecution_id).in_(some))
            .order_by(col(Hearing.prosecution_id), col(Hearing.on), col(Hearing.seq))
        )
        for number, *rest in session.execute(query).all():
            found.setdefault(number, []).append(tuple(rest))
    return found


def parties(session: Session, numbers: Iterable[int]) -> dict[int, list[Any]]:
    """Return (label, name, child, relative_of) of the accused of these cases, in order."""
    found: dict[int, list[Any]] = {}
    for some in _in_lots(numbers):
        query = (
            select(
                col(Accused.prosecution_id),
                col(Accused.label),
                col(Accused.name),
                col(Accused.child),
                col(Accused.relative_of),
            )
            .where(col(Accused.prosecution_id).in_(some))
            .order_by(col(Accused.prosecution_id), col(Accused.seq))
        )
        for number, *rest in session.execute(query).all():
            found.setdefault(number, []).append(tuple(rest))
    return found


def papers(session: Session, numbers: Iterable[int]) -> dict[int, tuple[Any, ...]]:
    """Return (station, FIR number, FIR year) of these cases."""
    found: dict[int, tuple[Any, ...]] = {}
    for some in _in_lots(numbers):
        query = select(
            col(Prosecution.id),
            col(Prosecution.police_station),
            col(Prosecution.fir_number),
            col(Prosecution.fir_year),
        ).where(col(Prosecution.id).in_(some))
        found |= {number: tuple(rest) for number, *rest in session.execute(query).all()}
    return found


def sections(session: Session, numbers: Iterable[int]) -> dict[int, list[str]]:
    """Return the provisions charged in these cases, each once, in the order of the file."""
    found: dict[int, list[str]] = {}
    for some in _in_lots(numbers):
        query = (
            select(col(Charge.prosecution_id), col(Charge.provision))
            .where(col(Charge.prosecution_id).in_(some), col(Charge.provision).is_not(None))
            .order_by(col(Charge.prosecution_id), col(Charge.seq))
        )
        for number, provision in session.execute(query).all():
            if provision not in found.setdefault(number, []):
                found[number].append(provision)
    return found


def cnrs(session: Session, numbers: Iterable[int]) -> dict[tuple[int, str], str]:
    """Return the CNR of each proceeding that has one, by case and key."""
    found: dict[tuple[int, str], str] = {}
    for some in _in_lots(numbers):
        query = select(col(Proceeding.prosecution_id), col(Proceeding.key), col(Proceeding.cnr)).where(
            col(Proceeding.prosecution_id).in_(some), col(Proceeding.cnr).is_not(None)
        )
        found |= {(number, key): str(cnr) for number, key, cnr in session.execute(query).all()}
    return found


def _in_lots(keys: Iterable[Any]) -> Iterator[list[Any]]:
    wanted = sorted(set(keys))
    for start in range(0, len(wanted), _MANY):
        yield wanted[start : start + _MANY]
