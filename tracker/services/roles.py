"""Who may do what: four roles, one table, deny by default.

An office that has named nobody has one person, who may do all of it. Once anybody is named, whoever isn't
may do nothing. What a transaction does is checked by the word that it leaves in the audit, at its end
(`Office.transaction`), so that a job nobody thought of is refused to all but those who may do anything.

On a laptop with one key this is a courtesy lock: who can open the file can read it with another program.
Where it must hold against somebody hostile the office belongs on a server, whose own roles and row
policies hold (`enforce`).
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import select

from tracker.services import audit
from tracker.services.office import Office, Refused
from tracker.services.permissions import ROLES
from tracker.store import policies
from tracker.store.office_tables import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A person of the office and their role."""

    name: str
    role: str


def named(office: Office) -> tuple[Named, ...]:
    """Return who has a role, by name; empty where nobody was named."""
    with office.reading() as session:
        people = session.exec(select(Person)).all()
    return tuple(sorted((Named(name=one.name, role=one.role) for one in people), key=lambda one: one.name))


def assign(office: Office, name: str, role: str | None) -> None:
    """Give a person a role, or take it away. Raises Refused: no such role, no administrator left."""
    if role is not None and role not in ROLES:
        raise Refused(f"There is no role {role!r}; known: {', '.join(ROLES)}")
    if not name.strip():
        raise Refused("A person has a name.")
    with office.transaction() as session:
        audit.of(session).says("roles", f"{name}: {role or 'no role'}")
        there = session.get(Person, name)
        if role is None:
            if there is not None:
                session.delete(there)
        else:
            session.merge(Person(name=name, role=role))
        session.flush()
        left = session.exec(select(Person)).all()
        if left and not any(one.role == "administrator" for one in left):
            raise Refused("Somebody has to be administrator: name one first.")
    office.forget_role()


def enforce(office: Office) -> None:
    """Let a server's own roles hold what the table says, against raw SQL too. Raises Refused: no server."""
    if office.engine.dialect.name != "postgresql":
        raise Refused("Only a server holds roles against other programs; in a file they are a courtesy lock.")
    with office.transaction("roles", "enforced by the server") as session:
        policies.enforce(session.connection())
