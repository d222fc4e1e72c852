"""The tables that lists read, in the order a case meets them; `every` is all of them, in their rooms.

Facts come first (the case, its people, charges, journal and hearings), then what is kept of their
consequences: the standing columns of `prosecution`, `due` (clocks) and `flag` (warnings). Consequences
are written by `services.filing` alone, in the transaction of the fact that moved them.

A child row's key is its case and its place in the case file, so that one case is one range of each
table; `event.seq` is also the number that `corrects` names. Names of columns are the keys of
`domain.case` and `domain.shapes`, but `limit_id` for a limit of what is kept. Lists and small maps that
nobody searches are JSON text. Victims' names are in `identity` and nowhere else.

A word of a closed list is text with a check. It is a CASE, not an IN: SQLite builds the list of an IN
anew for every row, which made an event fourteen times dearer to write (13.5 against 1.0 microseconds).
"""

# Annotations here are not put off: pydantic would compile each of them again, at every start.
from datetime import date
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, Index, and_, text
from sqlmodel import Field, SQLModel, col

from tracker.domain import words
from tracker.store.constraints import CLUSTERED, PLAIN, one_of, to_case

SQLModel.model_config["defer_build"] = True
"""What checks and prints the values of a row is built when it is asked for, which is never."""
SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

RANKS: tuple[str, ...] = tuple(reversed([str(word) for word in words.Severity]))
"""Severities, worst first; `flag.rank` is the place in this list."""


class Court(SQLModel, table=True):
    """A court, known to the whole office."""

    __table_args__: ClassVar[Any] = (one_of("kind", words.CourtKind),)

    key: str = Field(primary_key=True)
    name: str | None = None
    kind: str | None = None
    complex: str | None = None
    room: str | None = None
    district: str | None = None
    state: str | None = None


class Prosecution(SQLModel, table=True):
    """One case (`case` is a reserved word) and where it stands after its whole journal."""

    __table_args__: ClassVar[Any] = (
        one_of("fir_mode", words.FirMode),
        one_of("disposal_kind", words.DisposalKind),
        one_of("stage", words.Stage),
        CheckConstraint("ref <> ''", name="ref"),
        Index(None, "lead", "ref"),
        Index(None, "stage", "ref"),
        Index(None, "stage_since", "ref"),
        Index(None, "fir_number"),
        Index(None, "fir_on"),
        Index("ix_prosecution_words", "ref", "search").ddl_if(dialect="sqlite"),
    )

    id: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    ref: str = Field(unique=True, sa_type=PLAIN)
    title: str | None = None
    fir_number: str | None = None
    fir_year: int | None = None
    fir_on: date | None = None
    fir_time: str | None = None
    police_station: str | None = None
    fir_district: str | None = None
    fir_state: str | None = None
    fir_mode: str | None = None
    first_on: date | None = None
    last_on: date | None = None
    lead: str | None = Field(default=None, sa_type=PLAIN)
    search: str = ""
    """What the words of a filter look through, in small letters: `matching.search_text`. SQLite sweeps an
    index of it in the order of refs, 73 ms for a million cases; PostgreSQL, whose index takes no long
    text, sweeps the table."""
    disposal_kind: str | None = None
    disposal_on: date | None = None
    # Kept: the standing of the whole journal.
    stage: str = "reported"
    stage_since: date | None = None
    waiting_for: str | None = None
    progress_on: date | None = None
    stayed: bool = False
    outcome: str | None = None
    outcome_on: date | None = None
    known_to: date | None = Field(default=None, index=True)
    accused_states: str = "[]"
    procedure: str = "{}"


class Tag(SQLModel, table=True):
    """A tag that the office put on a case."""

    __table_args__: ClassVar[Any] = (Index(None, "tag"), CLUSTERED)

    prosecution_id: int = Field(primary_key=True, foreign_key="prosecution.id")
    seq: int = Field(primary_key=True)
    tag: str


class Accused(SQLModel, table=True):
    """A person accused."""

    __table_args__: ClassVar[Any] = (one_of("sex", words.Sex), one_of("role", words.Role), CLUSTERED)

    prosecution_id: int = Field(primary_key=True, foreign_key="prosecution.id")
    label: str = Field(primary_key=True)
    seq: int
    name: str | None = None
    sex: str | None = None
    age: int | None = None
    role: str | None = None
    first_offender: bool | None = None
    public_servant: bool | None = None
    child: bool | None = None
    relative_of: str | None = None


class Victim(SQLModel, table=True):
    """A victim, by code. The name, if kept at all, is in `identity`."""

    __table_args__: ClassVar[Any] = (
        one_of("sex", words.Sex),
        one_of("age_status", words.AgeStatus),
        one_of("basis", words.AgeBasis),
        CLUSTERED,
    )

    prosecution_id: int = Field(primary_key=True, foreign_key="prosecution.id")
    code: str = Field(primary_key=True)
    seq: int
    sex: str | None = None
    age_status: str | None = None
    years: int | None = None
    years_low: int | None = None
    years_high: int | None = None
    born_on: date | None = None
    basis: str | None = None
    determined_on: date | None = None
    lives_with_accused: bool | None = None
    needs_care: bool | None = None
    separated: bool | None = None


class Charge(SQLModel, table=True):
    """One provision against one accused; `first_on` and `last_on` where it has days of its own."""

    __table_args__: ClassVar[Any] = (
        to_case("accused", "accused"),
        to_case("victim", "victim"),
        Index(None, "provision", "prosecution_id"),
        CLUSTERED,
    )

    prosecution_id: int = Field(primary_key=True, foreign_key="prosecution.id")
    seq: int = Field(primary_key=True)
    accused: str | None = None
    victim: str | None = None
    provision: str | None = None
    as_written: str | None = None
    with_: str | None = None
    first_on: date | None = None
    last_on: date | None = None
    min_months: int | None = None
    max_months: int | None = None
    max_life: bool | None = None
    max_death: bool | None = None


class Proceeding(SQLModel, table=True):
    """A matter that a court has numbered."""

    __table_args__: ClassVar[Any] = (
        one_of("kind", words.ProceedingKind),
        Index(None, "cnr"),
        Index(None, "court", "prosecution_id"),
        CLUSTERED,
    )

    prosecution_id: int = Field(primary_key=True, foreign_key="prosecution.id")
    key: str = Field(primary_key=True)
    seq: int
    kind: str | None = None
    court: str | None = Field(default=None, foreign_key="court.key")
    number: str | None = None
    cnr: str | None = None


class Hearing(SQLModel, table=True):
    """One day on which a proceeding was or is listed."""

    __table_args__: ClassVar[Any] = (
        one_of("purpose", words.Purpose),
        one_of("outcome", words.HearingOutcome),
        one_of("asked_by", words.AskedBy),
        one_of("reason", words.HearingReason),
        one_of("next_purpose", words.Purpose),
        one_of("source", words.Source),
        to_case("proceeding", "proceeding"),
        Index(None, "on", "prosecution_id"),
        Index(None, "advocate", "on", "prosecution_id"),
        Index(None, "in_place_of", sqlite_where=text("in_place_of IS NOT NULL")),
        CLUSTERED,
    )

    prosecution_id: int = Field(primary_key=True, foreign_key="prosecution.id")
    seq: int = Field(primary_key=True)
    on: date
    proceeding: str | None = None
    time: str | None = None
    purpose: str | None = None
    advocate: str | None = None
    outcome: str | None = None
    asked_by: str | None = None
    reason: str | None = None
    next_on: date | None = None
    next_purpose: str | None = None
    note: str | None = None
    source: str | None = None
    order_ref: str | None = None
    in_place_of: str | None = None
    opposed: bool | None = None
    costs_rupees: int | None = None


class FlagNote(SQLModel, table=True):
    """What a person said to a warning. The database refuses to change or take away a line."""

    __table_args__: ClassVar[Any] = (
        one_of("does", words.FlagAct),
        one_of("kind", words.FlagKind),
        one_of("severity", words.Severity),
        CLUSTERED,
    )

    prosecution_id: int = Field(primary_key=True, foreign_key="prosecution.id")
    seq: int = Field(primary_key=True)
    on: date
    does: str
    kind: str
    who: str
    severity: str
    limit: str | None = None
    since: date | None = None
    about: str | None = None
    until: date | None = None
    by: str | None = None
    note: str | None = None


class Due(SQLModel, table=True):
    """A kept clock (`shapes.Clock`), with the lead of its case beside it."""

    __table_args__: ClassVar[Any] = (CLUSTERED,)

    prosecution_id: int = Field(primary_key=True, foreign_key="prosecution.id")
    seq: int = Field(primary_key=True)
    lead: str | None = None
    limit_id: str
    who: str
    code: str
    nature: str
    runs_from: str
    starts_on: date | None = None
    starts_at: str | None = None
    due_on: date | None = None
    due_at: str | None = None
    outer_on: date | None = None
    not_before: date | None = None
    due_on_with_copy: date | None = None
    met_on: date | None = None
    met_late: bool = False
    ended_on: date | None = None
    ended_why: str | None = None
    blocked_by: str | None = None
    because: str = "{}"


LIVE = and_(
    col(Due.due_on).is_not(None),
    col(Due.met_on).is_(None),
    col(Due.ended_on).is_(None),
    col(Due.blocked_by).is_(None),
)
"""A clock that still runs or has run out unmet. Say it in a query and the partial indexes serve it."""

EVERY = and_(col(Due.due_on).is_not(None), col(Due.seq) > 0)
"""Every clock with a last day. That a place is above nought is always so: it is there to be said by the list
of all clocks and by no other, or SQLite would take this index for lists of live clocks, and sweep the met."""

Index("ix_due_day", Due.due_on, sqlite_where=EVERY)  # type: ignore[arg-type]
Index("ix_due_live", Due.due_on, Due.prosecution_id, Due.seq, sqlite_where=LIVE)  # type: ignore[arg-type]
Index(
    "ix_due_live_lead",
    Due.lead,  # type: ignore[arg-type]
    Due.due_on,  # type: ignore[arg-type]
    Due.prosecution_id,  # type: ignore[arg-type]
    Due.seq,  # type: ignore[arg-type]
    sqlite_where=LIVE,
)


class Flag(SQLModel, table=True):
    """A kept flag (`shapes.Flag`): the days on which it holds, both included.

    `rank` is the place of the severity in RANKS (0 is worst); `since` is never empty here: it is the
    flag's own, or the day from which it holds. "Flags that hold on a day, worst first, oldest first"
    is a sweep of one index that carries the days.
    """

    __table_args__: ClassVar[Any] = (
        one_of("kind", words.FlagKind),
        Index(
            "ix_flag_worst", "rank", "since", "prosecution_id", "seq", "holds_from", "holds_until", "handled"
        ),
        Index(
            "ix_flag_kind_worst",
            "kind",
            "rank",
            "since",
            "prosecution_id",
            "seq",
            "holds_from",
            "holds_until",
            "handled",
        ),
        Index(
            "ix_flag_lead_worst",
            "lead",
            "rank",
            "since",
            "prosecution_id",
            "seq",
            "holds_from",
            "holds_until",
            "handled",
        ),
        CLUSTERED,
    )

    prosecution_id: int = Field(primary_key=True, foreign_key="prosecution.id")
    seq: int = Field(primary_key=True)
    lead: str | None = None
    kind: str
    who: str
    holds_from: date
    holds_until: date | None = None
    rank: int
    limit_id: str | None = None
    since: date
    facts: str = "{}"
    handled: int | None = None
    """The note that covers it on these days (`FlagNote.seq`); such a row is in no daily list."""


class Setting(SQLModel, table=True):
    """What is true of the whole office: its name, that it is a sample, the law it was reckoned by."""

    key: str = Field(primary_key=True)
    value: str
