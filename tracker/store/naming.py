"""Whose names must not leave the office, and which words are anybody's. Read by the firewall alone."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from sqlalchemy import and_, or_, select, text
from sqlmodel import Session, col

from tracker.domain.secret import Secret
from tracker.store import listing, matching
from tracker.store.fact_tables import Identity
from tracker.store.tables import Accused, Court, Prosecution


def held_in(session: Session, texts: Sequence[str], public: Collection[str]) -> list[list[str]]:
    """Let a server that gives nobody its names say whose stand in each text, given as words."""
    asked = text("SELECT place, whose FROM tracker_names_in(:texts, :public)")
    found: list[list[str]] = [[] for _ in texts]
    values = {"texts": list(texts), "public": sorted(public)}
    for place, whose in session.connection().execute(asked, values):
        found[place - 1].append(str(whose))
    return found


def victims(session: Session) -> Iterator[tuple[str, Secret]]:
    """Yield whose each name is, and the name, of victims held by name."""
    victims = select(col(Prosecution.ref), col(Identity.code), col(Identity.name)).join_from(
        Identity, Prosecution, col(Prosecution.id) == col(Identity.prosecution_id)
    )
    for ref, code, name in session.execute(victims).all():
        yield f"{code} of {ref}", Secret(name)


def relatives(session: Session) -> Iterator[tuple[str, Secret]]:
    """Yield the same of accused who are a victim's relatives."""
    relatives = (
        select(col(Prosecution.ref), col(Accused.label), col(Accused.name))
        .join_from(Accused, Prosecution, col(Prosecution.id) == col(Accused.prosecution_id))
        .where(and_(col(Accused.relative_of).is_not(None), col(Accused.name).is_not(None)))
    )
    for ref, label, name in session.execute(relatives).all():
        yield f"{label}, a victim's relative, of {ref}", Secret(name)


def public(session: Session) -> set[str]:
    """Return names that stand on any sheet: advocates, leads, accused who are nobody's relative, places."""
    found = set(listing.all_advocates(session)) | set(matching.leads(session))
    strangers = select(col(Accused.name)).where(
        and_(col(Accused.relative_of).is_(None), col(Accused.name).is_not(None))
    )
    found |= {str(name) for name in session.scalars(strangers.distinct())}
    places = select(col(Court.complex), col(Court.district)).where(
        or_(col(Court.complex).is_not(None), col(Court.district).is_not(None))
    )
    found |= {str(name) for row in session.execute(places).all() for name in row if name}
    stations = select(col(Prosecution.police_station)).where(col(Prosecution.police_station).is_not(None))
    return found | {str(name) for name in session.scalars(stations.distinct())}
