"""What the office knows of a case, in the shape of a case file, version 1.

One set of classes serves the file, the database and the rules: `interchange` reads JSON
straight into them, `queries` fills them from rows, and everything in `domain` reads them.
So there is one place where a key is spelled.

Words of closed lists are plain text here and compare equal to `words`; that they belong to
their list is checked where a file or a form is read. Days are `date`, a time of day is
"HH:MM" in Asia/Kolkata. An absent key is `None` or an empty tuple.

The classes are not frozen only because a frozen one costs five times as much to make
(2.2 against 0.4 microseconds for an event); nobody changes one after making it. They are made by
keyword, except from rows, where values come in the order of the keys (five times quicker again).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from tracker.domain import record_words, records, words
from tracker.domain.records import STRICT as STRICT


@dataclass(slots=True)
class Court:
    """A court as the office knows it; `key` is the office's own short name for it."""

    __pydantic_config__ = STRICT

    key: str
    name: str | None = None
    kind: words.CourtKind | None = None
    complex: str | None = None
    room: str | None = None
    district: str | None = None
    state: str | None = None


@dataclass(slots=True)
class Fir:
    """The First Information Report."""

    __pydantic_config__ = STRICT

    number: str | None = None
    year: int | None = None
    registered_on: date | None = None
    time: str | None = None
    police_station: str | None = None
    district: str | None = None
    state: str | None = None
    mode: words.FirMode | None = None


@dataclass(slots=True)
class Offence:
    """The first and the last day on which the offence was committed, both included."""

    __pydantic_config__ = STRICT

    first_on: date | None = None
    last_on: date | None = None


@dataclass(slots=True)
class Fact:
    """A pattern of fact that holds for some victims or accused only; empty means all."""

    __pydantic_config__ = STRICT

    fact: words.FactWord
    victims: tuple[str, ...] = ()
    accused: tuple[str, ...] = ()


@dataclass(slots=True)
class Age:
    """What is known of a victim's age; a range is kept as a range, never collapsed.

    `years`, `years_low` and `years_high` are completed years on the first day of the offence.
    """

    __pydantic_config__ = STRICT

    status: words.AgeStatus
    years: int | None = None
    years_low: int | None = None
    years_high: int | None = None
    born_on: date | None = field(default=None, repr=False)
    basis: words.AgeBasis | None = None
    determined_on: date | None = None


@dataclass(slots=True)
class Accused:
    """A person accused, by label (A1, A2 …)."""

    __pydantic_config__ = STRICT

    label: str
    name: str | None = field(default=None, repr=False)
    sex: words.Sex | None = None
    age: int | None = None
    role: words.Role | None = None
    first_offender: bool | None = None
    public_servant: bool | None = None
    child: bool | None = None
    relative_of: str | None = None


@dataclass(slots=True)
class Victim:
    """A victim, by code (V1, V2 …). `name` is only ever on its way to the identity table."""

    __pydantic_config__ = STRICT

    code: str
    name: str | None = field(default=None, repr=False)
    sex: words.Sex | None = None
    age: Age | None = None
    lives_with_accused: bool | None = None
    needs_care: bool | None = None
    separated: bool | None = None


@dataclass(slots=True)
class Charge:
    """One provision against one accused, for one victim where it matters.

    `provision` is an id of the statute catalogue, or None for a section outside it, which then
    carries its gravity by hand. `with_` is the offence abetted, attempted or conspired at.
    """

    __pydantic_config__ = STRICT

    accused: str | None = None
    victim: str | None = None
    provision: str | None = None
    as_written: str | None = None
    with_: str | None = None
    offence: Offence | None = None
    min_months: int | None = None
    max_months: int | None = None
    max_life: bool | None = None
    max_death: bool | None = None


@dataclass(slots=True)
class Proceeding:
    """A matter that a court has numbered: the trial, a bail application, an appeal."""

    __pydantic_config__ = STRICT

    key: str
    kind: words.ProceedingKind | None = None
    court: str | None = None
    number: str | None = None
    cnr: str | None = None


@dataclass(slots=True)
class Event:
    """One dated line of the journal. Which keys a kind may carry: `journal.KEYS`."""

    __pydantic_config__ = STRICT

    on: date
    kind: words.EventKind
    time: str | None = None
    accused: str | None = None
    victim: str | None = None
    victims: tuple[str, ...] = ()
    proceeding: str | None = None
    provision: str | None = None
    provisions: tuple[str, ...] = ()
    outcome: words.RescueOutcome | None = None
    reason: str | None = None
    custody: words.Custody | None = None
    until: date | None = None
    age: Age | None = None
    before: words.StatementBefore | None = None
    method: str | None = None
    by: words.AppealBy | None = None
    result: words.AppealResult | None = None
    ground: words.ClosureGround | None = None
    stage: words.Stage | None = None
    court: str | None = None
    sentence_months: int | None = None
    life: bool | None = None
    death: bool | None = None
    fine_rupees: int | None = None
    in_absentia: bool | None = None
    on_plea: bool | None = None
    rupees: int | None = None
    note: str | None = None
    source: words.Source | None = None
    order_ref: str | None = None
    recorded_on: date | None = None
    out_of_order: str | None = None
    corrects: int | None = None


@dataclass(slots=True)
class Hearing:
    """One day on which a proceeding was or is listed."""

    __pydantic_config__ = STRICT

    on: date
    proceeding: str | None = None
    time: str | None = None
    purpose: words.Purpose | None = None
    advocate: str | None = None
    """Who goes."""
    outcome: words.HearingOutcome | None = None
    asked_by: words.AskedBy | None = None
    reason: words.HearingReason | None = None
    next_on: date | None = None
    next_purpose: words.Purpose | None = None
    note: str | None = None
    source: words.Source | None = None
    order_ref: str | None = None
    in_place_of: str | None = None
    """Whose listing it is, where `advocate` only stands in that day; the next date is theirs again."""
    opposed: bool | None = None
    """Whether the adjournment was opposed; None where nobody noted it (`adjourned`)."""
    costs_rupees: int | None = None
    """What costs were ordered on the adjournment: nought where none were, None where nobody noted it."""

    @property
    def whose(self) -> str | None:
        """Return whose listing it is."""
        return self.in_place_of or self.advocate


@dataclass(slots=True)
class Disposal:
    """How an old register says the whole case ended."""

    __pydantic_config__ = STRICT

    kind: words.DisposalKind
    on: date | None = None


@dataclass(slots=True)
class Link:
    """A tie to another case of the office: through what, who says so and how sure it is.

    `what` is a word that the office understands (the last four digits of a phone), not a name. A link is
    changed and struck out as the lines of `records` are.
    """

    __pydantic_config__ = STRICT

    kind: words.LinkKind
    ref: str
    through: record_words.Through | None = None
    what: str | None = None
    said_by: str | None = None
    sure: record_words.Sure | None = None
    on: date | None = None
    struck: str | None = None


@dataclass(slots=True)
class FlagNote:
    """What a person said to a warning of this case; how one is told from another: `handling`.

    `on` is the day it was said, `by` who said it, `severity` how bad the warning then was. A snoozed
    warning comes back on the day `until`.
    """

    __pydantic_config__ = STRICT

    on: date
    does: words.FlagAct
    kind: words.FlagKind
    who: str
    severity: words.Severity
    limit: str | None = None
    since: date | None = None
    about: str | None = None
    until: date | None = None
    by: str | None = None
    note: str | None = None


@dataclass(slots=True)
class Case:
    """One case: its people, its charges, its journal and its records. Only `ref` is required."""

    __pydantic_config__ = STRICT

    ref: str
    title: str | None = None
    fir: Fir | None = None
    offence: Offence | None = None
    facts: tuple[words.FactWord | Fact, ...] = ()
    lead: str | None = None
    tags: tuple[str, ...] = ()
    accused: tuple[Accused, ...] = ()
    victims: tuple[Victim, ...] = ()
    charges: tuple[Charge, ...] = ()
    proceedings: tuple[Proceeding, ...] = ()
    events: tuple[Event, ...] = ()
    hearings: tuple[Hearing, ...] = ()
    disposal: Disposal | None = None
    links: tuple[Link, ...] = ()
    flag_notes: tuple[FlagNote, ...] = ()
    assignments: tuple[records.Assignment, ...] = ()
    documents: tuple[records.Document, ...] = ()
    placements: tuple[records.Placement, ...] = ()
    witnesses: tuple[records.Witness, ...] = ()
    processes: tuple[records.Process, ...] = ()
    exhibits: tuple[records.Exhibit, ...] = ()
    notices: tuple[records.Notice, ...] = ()
    notes: tuple[records.Note, ...] = ()
    handovers: tuple[records.Handover, ...] = ()
