"""The statute browser: a provision whole, in words, and the cases of this office that use it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func
from sqlmodel import col, select

import statutes
from statutes.rows import Provision
from tracker.services.office import Office
from tracker.store.tables import Charge, Prosecution

MOST = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Used:
    """How many cases charge a provision, and the first of them."""

    count: int
    refs: tuple[str, ...]


def used(office: Office, provision: str) -> Used:
    """Return which cases of the office charge a provision, by ref."""
    charged = select(Charge.prosecution_id).where(Charge.provision == provision)
    with office.reading() as session:
        count = session.exec(
            select(func.count()).select_from(Prosecution).where(col(Prosecution.id).in_(charged))
        ).one()
        refs = session.exec(
            select(Prosecution.ref)
            .where(col(Prosecution.id).in_(charged))
            .order_by(Prosecution.ref)
            .limit(MOST)
        ).all()
    return Used(count=count, refs=tuple(refs))


def find(text: str) -> tuple[Provision, ...]:
    """Return the provisions that a number, words, an id or a clerk's line find; all for an empty text."""
    if not text.strip():
        return tuple(statutes.provisions().values())
    found = statutes.find(text)
    if found:
        return found
    from tracker.domain import clerk

    ids = [id_ for one in clerk.read(text).cited for id_ in one.ids]
    return tuple(statutes.provisions()[id_] for id_ in dict.fromkeys(ids))
