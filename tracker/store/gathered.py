"""Named reads over many cases for overviews: which have a kind of event, who is accused. None commits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import exists, func, or_, select
from sqlmodel import Session, col

from tracker.store.every import METADATA
from tracker.store.fact_tables import Event, Link
from tracker.store.matching import Where
from tracker.store.tables import Accused, Prosecution, Victim


def having_event(kinds: Iterable[str]) -> Where:
    """Return the condition that a case's journal holds an event of one of the kinds."""
    found: Where = exists().where(
        col(Event.prosecution_id) == col(Prosecution.id), col(Event.kind).in_(sorted(kinds))
    )
    return found


def having_victims() -> Where:
    """Return the condition that a case names a victim."""
    found: Where = exists().where(col(Victim.prosecution_id) == col(Prosecution.id))
    return found


def having_awaited() -> Where:
    """Return the condition that a case has a summons, an exhibit or a note."""
    tables = [METADATA.tables[name] for name in ("process", "exhibit", "note")]
    return or_(*(exists().where(table.c.prosecution_id == col(Prosecution.id)) for table in tables))


def named_accused(session: Session, where: Sequence[Where]) -> list[Any]:
    """Return accused who are named, nobody's relative and no child: name, label, role, ref, FIR, station."""
    query = (
        select(
            col(Accused.name),
            col(Accused.label),
            col(Accused.role),
            col(Prosecution.ref),
            col(Prosecution.fir_number),
            col(Prosecution.fir_year),
            col(Prosecution.police_station),
            col(Prosecution.fir_district),
        )
        .join_from(Accused, Prosecution, col(Prosecution.id) == col(Accused.prosecution_id))
        .where(
            col(Accused.name).is_not(None),
            col(Accused.relative_of).is_(None),
            col(Accused.child).is_not(True),
            *where,
        )
        .order_by(col(Prosecution.ref), col(Accused.seq))
    )
    return list(session.connection().execute(query).all())


def links_of(session: Session, refs: Sequence[str]) -> list[Any]:
    """Return the links that name one of these cases on either side, those struck out left out.

    Columns: ref of the case that holds it, kind, ref of the other, through, what, said_by, sure, on.
    """
    sides = or_(col(Prosecution.ref).in_(refs), col(Link.ref).in_(refs))
    return list(session.connection().execute(_links(sides)).all())


def links_to(session: Session, ref: str) -> list[Any]:
    """Return the links of other cases that name this one, with the columns of `links_of`."""
    return list(session.connection().execute(_links(col(Link.ref) == ref)).all())


def _links(where: Where) -> Any:
    return (
        select(
            col(Prosecution.ref),
            col(Link.kind),
            col(Link.ref).label("other"),
            col(Link.through),
            col(Link.what),
            col(Link.said_by),
            col(Link.sure),
            col(Link.on),
        )
        .join_from(Link, Prosecution, col(Prosecution.id) == col(Link.prosecution_id))
        .where(where, col(Link.struck).is_(None))
        .order_by(col(Prosecution.ref), col(Link.seq))
    )


def shared(session: Session, where: Sequence[Where]) -> list[Any]:
    """Return what links say that two cases share: through, what, ref; those struck out left out."""
    query = (
        select(col(Link.through), col(Link.what), col(Prosecution.ref))
        .join_from(Link, Prosecution, col(Prosecution.id) == col(Link.prosecution_id))
        .where(
            col(Link.through).is_not(None), col(Link.what).is_not(None), col(Link.struck).is_(None), *where
        )
        .order_by(col(Link.through), col(Link.what), col(Prosecution.ref))
    )
    return list(session.connection().execute(query).all())


def shown(session: Session, refs: Sequence[str]) -> dict[str, tuple[str, list[str], int]]:
    """Return of each of these cases that is there its stage, its accused by label, and how many victims."""
    found: dict[str, tuple[str, list[str], int]] = {
        ref: (stage, [], 0)
        for ref, stage in session.connection().execute(
            select(col(Prosecution.ref), col(Prosecution.stage)).where(col(Prosecution.ref).in_(refs))
        )
    }
    labels = (
        select(col(Prosecution.ref), col(Accused.label))
        .join_from(Accused, Prosecution, col(Prosecution.id) == col(Accused.prosecution_id))
        .where(col(Prosecution.ref).in_(refs))
        .order_by(col(Accused.seq))
    )
    for ref, label in session.connection().execute(labels):
        found[ref][1].append(label)
    victims = (
        select(col(Prosecution.ref), func.count())
        .join_from(Victim, Prosecution, col(Prosecution.id) == col(Victim.prosecution_id))
        .where(col(Prosecution.ref).in_(refs))
        .group_by(col(Prosecution.ref))
    )
    for ref, many in session.connection().execute(victims):
        found[ref] = (found[ref][0], found[ref][1], many)
    return found
