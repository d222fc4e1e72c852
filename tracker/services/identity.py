"""A victim's name: kept apart, opened with a reason, erased on authority.

Opening one is breaking glass: whoever does it says why, it is written down before the name is given, and
managers are told (`untold`). Erasing takes the name and what could be tried against a list of names; codes,
counts and the chain of the audit stay. A case under legal hold is not erased from.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import Session, col, select

from tracker.domain import texts
from tracker.services import audit, drafts, fresh, testimony
from tracker.services.office import Office, Refused
from tracker.store import database, names
from tracker.store.office_tables import LegalHold
from tracker.store.tables import Victim

LONGEST = 200
REASON = 10
"""Letters of a reason: enough that it says something."""
TOLD = ("manager", "administrator")


@dataclass(frozen=True, slots=True, kw_only=True)
class Erased:
    """What erasing a name left to do: backups that still hold it."""

    code: str
    backups: tuple[str, ...]


def keep(office: Office, ref: str, code: str, name: str) -> None:
    """Keep a victim's name, in the place of one kept before. Raises Refused; the name is never repeated."""
    name = name.strip()
    if not name or len(name) > LONGEST or any(texts.is_control(letter) for letter in name):
        raise Refused(f"A name has 1 to {LONGEST} letters and no control characters.")
    with office.transaction() as session:
        database.overwrite_deleted(session.connection())
        number = _victim(session, ref, code)
        audit.of(session).says("name", f"name of {code} kept")
        names.put(session.connection(), number, code, name)
        audit.of(session).changed_names(number)


def reveal(office: Office, ref: str, code: str, reason: str) -> str:
    """Return a victim's name after writing down who asked and why. Raises Refused: no reason, no name."""
    reason = _reason(reason)
    with office.transaction() as session:
        number = _victim(session, ref, code)
        name = names.opened(session.connection(), ref, number, code, reason)
        if name is None:
            raise Refused(f"The office keeps no name of {code} in {ref}.")
        audit.of(session).says("identity", f"name of {code} opened", reason=reason)
    return name


def erase(office: Office, ref: str, code: str, *, authority: str, reason: str) -> Erased:
    """Erase a victim's name. `authority` is the order or the consent. Raises Refused: a hold, or no name."""
    if not authority.strip():
        raise Refused("To erase a name, say on whose authority: an order, or the person's own consent.")
    reason = _reason(reason)
    with office.transaction() as session:
        number = _victim(session, ref, code)
        if session.get(LegalHold, number) is not None:
            raise Refused(f"{ref} is under legal hold: nothing is erased from it until the hold is released.")
        database.overwrite_deleted(session.connection())
        if not names.put(session.connection(), number, code, None):
            raise Refused(f"The office keeps no name of {code} in {ref}.")
        audit.of(session).says("erase", f"name of {code} erased", authority=authority, reason=reason)
        drafts.forget_all(session)
        audit.of(session).changed_names(number)
    with office.engine.connect() as connection:
        database.empty_journal(connection)
    return Erased(code=code, backups=_backups(office))


def hold(office: Office, ref: str, reason: str | None) -> None:
    """Put a case under legal hold with a reason, or release it (None). Raises Refused."""
    with office.transaction() as session:
        number = fresh.number_of(session, ref)
        there = session.get(LegalHold, number)
        if reason is None:
            if there is None:
                raise Refused(f"{ref} is under no hold.")
            audit.of(session).says("hold", "released")
            session.delete(there)
            return
        audit.of(session).says("hold", "set", reason=_reason(reason))
        session.merge(LegalHold(prosecution_id=number, who=office.user, reason=_reason(reason)))


def holds(office: Office) -> tuple[int, ...]:
    """Return the numbers of the cases under hold."""
    with office.reading() as session:
        return tuple(session.exec(select(col(LegalHold.prosecution_id))).all())


def untold(office: Office) -> tuple[testimony.Entry, ...]:
    """Return the openings, exports and erasures of names that this manager hasn't seen; () for others."""
    if office.role not in TOLD:
        return ()
    seen = int(office.setting(f"desk:{office.user}:seen") or 0)
    rows = (*testimony.entries(office, action="identity"), *testimony.entries(office, action="erase"))
    return tuple(
        sorted((row for row in rows if row.seq > seen and row.who != office.user), key=lambda r: r.seq)
    )


def seen(office: Office, last: int) -> None:
    """Keep that this person has seen what was done with names up to a row of the audit."""
    office.set(f"desk:{office.user}:seen", str(last))


def _victim(session: Session, ref: str, code: str) -> int:
    number = fresh.number_of(session, ref)
    if session.get(Victim, (number, code)) is None:
        raise Refused(f"{ref} has no victim {texts.shown(code)}.")
    audit.of(session).opening_names(number)
    return number


def _reason(said: str) -> str:
    said = " ".join(said.split())
    if len(said) < REASON:
        raise Refused(f"Say why, in at least {REASON} letters: it is kept, and a manager reads it.")
    return said


def _backups(office: Office) -> tuple[str, ...]:
    from tracker.services import backup

    return tuple(path.name for path in backup.list_made(office))
