"""The tables of the office: closed days, thresholds, roles, the audit, what went out, drafts."""

# Annotations here are not put off: see `tables`.
from datetime import date
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field, SQLModel

from tracker.store.constraints import CLUSTERED


class Holiday(SQLModel, table=True):
    """A day on which courts and offices are closed, beside Sundays."""

    on: date = Field(primary_key=True)
    name: str | None = None


class Vacation(SQLModel, table=True):
    """A day on which one court is closed, beside those on which all are."""

    __table_args__: ClassVar[Any] = (CLUSTERED,)

    court: str = Field(primary_key=True, foreign_key="court.key")
    on: date = Field(primary_key=True)
    name: str | None = None


class StallRule(SQLModel, table=True):
    """The office's own number of days for a stall threshold of `statutes/thresholds.toml`."""

    id: str = Field(primary_key=True)
    days: int
    breach_days: int | None = None


class StallMeasure(SQLModel, table=True):
    """A stall threshold from the office's own record (`shapes.Measured`); `court` is a kind, "" for all."""

    id: str = Field(primary_key=True)
    court: str = Field(primary_key=True)
    days: int
    ended: int
    open: int
    on: date


class Disclosure(SQLModel, table=True):
    """That victims' names left the office: who took them out, on which day, of how many cases."""

    seq: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    on: date
    who: str
    what: str
    cases: int


class Person(SQLModel, table=True):
    """Somebody of the office who has a role; while nobody is named, everybody may do everything."""

    __table_args__: ClassVar[Any] = (
        CheckConstraint("role IN ('advocate', 'manager', 'reviewer', 'administrator')", name="role"),
    )

    name: str = Field(primary_key=True)
    role: str


class LegalHold(SQLModel, table=True):
    """That nothing may be erased from a case: who said so, and why."""

    prosecution_id: int = Field(
        primary_key=True, foreign_key="prosecution.id", sa_column_kwargs={"autoincrement": False}
    )
    who: str
    reason: str


class Audit(SQLModel, table=True):
    """One transaction, reading of a name, export or print: a link of the chain (`store.audit.Row`)."""

    seq: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    at: str | None = None
    who: str
    action: str
    ref: str | None = None
    what: str
    before: str | None = None
    after: str | None = None
    seals: str | None = None
    doubt: str | None = None
    prev: str
    hash: str


class Seal(SQLModel, table=True):
    """The digest of the facts of a case as a transaction left them (`store.audit.Seal`)."""

    __table_args__: ClassVar[Any] = (Index(None, "prosecution_id", "audit_seq", "place"), CLUSTERED)

    audit_seq: int = Field(primary_key=True)
    place: int = Field(primary_key=True)
    prosecution_id: int
    digest: str
    salt: str | None = None


class Issued(SQLModel, table=True):
    """A listing as it last went out, on a sheet or to a phone; nothing in it that a sheet may not show.

    `scope` is the series: desk or office sheets of the same days, or one person's phone. `place` is the
    court's number and complex. `uid`, `sequence` and `cancelled` are a phone's.
    """

    __table_args__: ClassVar[Any] = (CLUSTERED,)

    scope: str = Field(primary_key=True)
    copy_: int = Field(primary_key=True)
    seq: int = Field(primary_key=True)
    ref: str | None = None
    hearing: int | None = None
    proceeding: str | None = None
    on: date | None = None
    time: str | None = None
    court: str | None = None
    place: str | None = None
    purpose: str | None = None
    advocate: str | None = None
    uid: str | None = None
    sequence: int = 0
    cancelled: bool = False


class Draft(SQLModel, table=True):
    """What one person has begun and not saved: no fact, so not sealed, not exported (`services.drafts`)."""

    who: str = Field(primary_key=True)
    kind: str = Field(primary_key=True)
    ref: str = Field(primary_key=True)
    at: str | None = None
    body: str
