"""The tables of a case that whole cases alone are read from: facts, names, the journal, ties, records."""

# Annotations here are not put off: see `tables`.
from datetime import date
from typing import Any, ClassVar

from sqlalchemy import BigInteger, CheckConstraint, ForeignKeyConstraint, Index
from sqlmodel import Field, SQLModel

from tracker.domain import record_words, words
from tracker.store import record_tables
from tracker.store.constraints import CLUSTERED, one_of, to_case
from tracker.store.tables import Prosecution


class Fact(SQLModel, table=True):
    """A pattern of fact; `victims` and `accused` are JSON lists of labels, NULL for all."""

    __table_args__: ClassVar[Any] = (one_of("fact", words.FactWord), CLUSTERED)

    prosecution_id: int = Field(primary_key=True, foreign_key="prosecution.id")
    seq: int = Field(primary_key=True)
    fact: str
    victims: str | None = None
    accused: str | None = None


class Identity(SQLModel, table=True):
    """The only place where a victim's name is kept; no list, report or log reads it."""

    __table_args__: ClassVar[Any] = (to_case("victim", "code"), CLUSTERED)

    prosecution_id: int = Field(primary_key=True)
    code: str = Field(primary_key=True)
    name: str


class Event(SQLModel, table=True):
    """One line of the journal. The database refuses to change or take away a line (see migrations)."""

    __table_args__: ClassVar[Any] = (
        one_of("kind", words.EventKind),
        one_of("outcome", words.RescueOutcome),
        one_of("custody", words.Custody),
        one_of("before", words.StatementBefore),
        one_of("by", words.AppealBy),
        one_of("result", words.AppealResult),
        one_of("ground", words.ClosureGround),
        one_of("stage", words.Stage),
        one_of("source", words.Source),
        to_case("accused", "accused"),
        to_case("victim", "victim"),
        to_case("proceeding", "proceeding"),
        ForeignKeyConstraint(["prosecution_id", "corrects"], ["event.prosecution_id", "event.seq"]),
        CheckConstraint("corrects < seq", name="corrects"),
        CLUSTERED,
    )

    prosecution_id: int = Field(primary_key=True, foreign_key="prosecution.id")
    seq: int = Field(primary_key=True)
    on: date
    kind: str
    time: str | None = None
    accused: str | None = None
    victim: str | None = None
    victims: str | None = None
    proceeding: str | None = None
    provision: str | None = None
    provisions: str | None = None
    outcome: str | None = None
    reason: str | None = None
    custody: str | None = None
    until: date | None = None
    age: str | None = None
    before: str | None = None
    method: str | None = None
    by: str | None = None
    result: str | None = None
    ground: str | None = None
    stage: str | None = None
    court: str | None = Field(default=None, foreign_key="court.key")
    sentence_months: int | None = None
    life: bool | None = None
    death: bool | None = None
    fine_rupees: int | None = Field(default=None, sa_type=BigInteger)
    in_absentia: bool | None = None
    on_plea: bool | None = None
    rupees: int | None = Field(default=None, sa_type=BigInteger)
    note: str | None = None
    source: str | None = None
    order_ref: str | None = None
    recorded_on: date | None = None
    out_of_order: str | None = None
    corrects: int | None = None


class Link(SQLModel, table=True):
    """A tie to another case, by its ref, whether or not the office has that case."""

    __table_args__: ClassVar[Any] = (
        one_of("kind", words.LinkKind),
        one_of("through", record_words.Through),
        one_of("sure", record_words.Sure),
        Index(None, "ref"),
        CLUSTERED,
    )

    prosecution_id: int = Field(primary_key=True, foreign_key="prosecution.id")
    seq: int = Field(primary_key=True)
    kind: str
    ref: str
    through: str | None = None
    what: str | None = None
    said_by: str | None = None
    sure: str | None = None
    on: date | None = None
    struck: str | None = None


record_tables.make(Prosecution.metadata)
