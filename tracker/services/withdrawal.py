"""Take back a case that was only just filed, when it was filed by mistake: a wrong ref, a case that is here.

Nothing may have been written in it since, nor a link to it. The audit keeps that it was filed, and that it
was taken back, with its facts in codes; its last seal is that of a case without any, so that `verify` knows
the gap for the program's own.
"""

from __future__ import annotations

from sqlmodel import Session, col, select

from tracker.services import audit, fresh
from tracker.services.office import Office, Refused
from tracker.store import audit as chain
from tracker.store import names, removal, tables
from tracker.store.fact_tables import Link


def keep_step(office: Office, session: Session, ref: str) -> None:
    """Keep that a case was filed as the person's last step, which can be taken back."""
    from tracker.services import undo  # it is made of this module

    undo.keep(office, session, undo.Step(says=f"the new case {ref}", filed=(ref,)))


def withdraw(session: Session, ref: str) -> None:
    """Take a case out of the office, in the caller's transaction. Raises Refused: it is more than filed."""
    number, _ = fresh.opened(session, ref)
    connection = session.connection()
    seal = chain.last_seal(connection, number)
    filed = seal is not None and chain.action_of(connection, seal.audit_seq) == "file"
    link = select(tables.Prosecution.ref).where(
        col(tables.Prosecution.id) == col(Link.prosecution_id), col(Link.ref) == ref
    )
    linked = session.exec(link.where(col(Link.struck).is_(None))).first()
    if not removal.may(connection):
        raise Refused(f"{ref} can't be taken back by this login: only the owner of the tables can")
    if not filed or names.digest_of(connection, number, None) is not None:
        raise Refused(f"{ref} can't be taken back: something was written in it since it was filed")
    if linked is not None:
        raise Refused(f"{ref} can't be taken back: {linked} has a link to it")
    removal.remove(connection, number)
    audit.of(session).removed(number, ref)
    session.expire_all()
