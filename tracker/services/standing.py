"""What stands on a person, a charge or a matter of a case: what names it, so that it can't just go."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from sqlmodel import Session

from tracker.domain.case import Case
from tracker.domain.record_rules import TITLES
from tracker.store import database, names, reading

CALLED = {
    "events": "the journal",
    "hearings": "the hearings",
    "charges": "the charges",
    "flag_notes": "a note on a flag",
    "facts": "a fact",
}
_SAID_BY = {"accused": "label", "victims": "code", "proceedings": "key", "charges": "provision"}


def on(session: Session, number: int, case: Case, list_: str, line: Any) -> str | None:
    """Return what names this line of the case, as "named in the journal"; None if nothing does."""
    key = getattr(line, _SAID_BY[list_])
    if list_ == "victims" and _has_name(session, number, key):
        return "a name is kept for it"
    if list_ == "charges" and any(one.provision == key for one in case.charges if one is not line):
        return None
    for field in fields(case):
        lines = getattr(case, field.name)
        if field.name == list_ or not isinstance(lines, tuple):
            continue
        if key is not None and any(_names(one, key) for one in lines):
            where = CALLED.get(field.name) or TITLES.get(field.name, field.name).lower()
            return f"it is named in {where}"
    return None


def _names(line: Any, key: str) -> bool:
    if isinstance(line, str):
        return False
    values = (getattr(line, field.name) for field in fields(line))
    return any(value == key or (isinstance(value, tuple) and key in value) for value in values)


def _has_name(session: Session, number: int, code: str) -> bool:
    """Say whether a victim's name is kept; where a login can't see whose, whether any of the case is."""
    connection = session.connection()
    if database.under_policies(connection):
        return names.digest_of(connection, number, None) is not None
    return (number, code) in reading.names(connection, [number])
