"""What a person has begun and not saved: kept in the office's own database, encrypted with it.

A draft belongs to one person, is of one kind (a form) and about one case, or none yet. It is no fact: it
is neither sealed nor exported nor shown in a list, and leaves no row in the audit, for it may hold a note.
It goes when it is saved or left on purpose; all of them go when a name is erased.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete
from sqlmodel import Session, or_, select

from tracker.services.office import Office
from tracker.store import database
from tracker.store.columns import col, table
from tracker.store.office_tables import Draft

FORMS = ("hearing", "record", "court", "case", "age", "resolve", "snooze", "adjourn")
"""The kinds that a form makes, beside those of the lines of a case; the others are the steps of `undo`."""
LINE = "line "
"""What the kind of a draft of a line begins with; its list and number follow (`of_line`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """A draft; `at` is when it was last written, in UTC."""

    kind: str
    ref: str
    body: dict[str, Any]
    at: str | None


def of_line(list_: str, seq: int | None) -> str:
    """Return the kind of a draft of one line of a case; None is a new line."""
    return f"{LINE}{list_} {seq or 'new'}"


def line_of(kind: str) -> tuple[str, int | None] | None:
    """Return the list and the number of the line that a draft of this kind is of; None if of no line."""
    if not kind.startswith(LINE):
        return None
    list_, _, seq = kind.removeprefix(LINE).partition(" ")
    return list_, None if seq == "new" else int(seq)


def keep(office: Office, kind: str, ref: str, body: Mapping[str, Any]) -> None:
    """Keep what is half typed, in the place of what was kept before. Raises Refused."""
    with office.aside() as session:
        put(session, office, kind, ref, body)


def put(session: Session, office: Office, kind: str, ref: str, body: Mapping[str, Any]) -> None:
    """Keep it in the caller's transaction."""
    now = office.now()
    at = now.strftime("%Y-%m-%dT%H:%M:%SZ") if now else None
    forget(session, office.user, kind, ref)
    row = (office.user, kind, ref, at, json.dumps(body, ensure_ascii=False))
    database.write_rows(session.connection(), "draft", (*_KEY, "at", "body"), [row])


def find(office: Office, kind: str, ref: str) -> Begun | None:
    """Return the person's draft of a kind about a case."""
    with office.reading() as session:
        found = session.get(Draft, (office.user, kind, ref))
    return _begun(found) if found else None


def begun(office: Office) -> tuple[Begun, ...]:
    """Return what the person has begun in forms, the latest first."""
    with office.reading() as session:
        of_forms = or_(col(Draft.kind).in_(FORMS), col(Draft.kind).startswith(LINE))
        asked = select(Draft).where(col(Draft.who) == office.user, of_forms)
        found = session.exec(asked).all()
    return tuple(sorted((_begun(one) for one in found), key=lambda one: one.at or "", reverse=True))


def drop(office: Office, kind: str, ref: str) -> None:
    """Forget a draft. Raises Refused."""
    with office.aside() as session:
        forget(session, office.user, kind, ref)


def forget(session: Session, who: str, kind: str, ref: str = "") -> None:
    """Forget a draft in the caller's transaction."""
    database.delete_rows(session.connection(), "draft", _KEY, [(who, kind, ref)])


def forget_all(session: Session) -> None:
    """Forget all that anybody has begun, and every step that could bring a note back: a name is erased."""
    session.connection().execute(delete(table(Draft)))


_KEY = ("who", "kind", "ref")


def _begun(found: Draft) -> Begun:
    return Begun(kind=found.kind, ref=found.ref, body=json.loads(found.body), at=found.at)
