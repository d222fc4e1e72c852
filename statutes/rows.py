"""What the law says, as plain frozen rows. The TOML files beside this are their source.

`schema` checks the files and turns them into these; the program reads the compiled form of
the same rows (`compiled/`, made by `python -m statutes.build`), which a test proves equal.

Months are calendar months of imprisonment. A term that months cannot hold is said by a word in
`Provision.term`. `covered_from` is where our reading of an old provision starts: before it the
program says "not covered", which is not the same as "not in force".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """An Act: `code` is the prefix of its provisions' ids."""

    code: str
    title: str
    number: str
    from_: date | None
    until: date | None
    amendments: str
    source: str
    confidence: str
    spellings: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Victim:
    """The age and sex that a provision asks of its victim; `under` and `at_least` are years."""

    sex: str | None = None
    under: int | None = None
    at_least: int | None = None
    under_if_male: int | None = None
    or_unsound_mind: bool = False
    community: str | None = None
    number: str | None = None
    """One person, more than one person, one child, more than one child; None: any number."""
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision:
    """One separately punished section, sub-section or limb, for the days it was law."""

    id: str
    act: str
    section: str
    title: str
    from_: date | None
    covered_from: date | None
    until: date | None
    min_months: int | None
    max_months: int | None
    min_days: int | None
    max_life: bool
    max_death: bool
    term: tuple[str, ...]
    kind_of_imprisonment: str
    fine: str
    cognizable: str
    bailable: str
    triable_by: tuple[str, ...]
    """Court kinds that may try it, lowest first; empty: as its principal."""
    triable_words: str
    victim: Victim | None
    earlier_conviction: bool
    band: int | None
    """Default-bail band of the row alone, 60 or 90; None: follows its principal."""
    band_doubt: str
    counterparts: tuple[str, ...]
    source: str
    confidence: str
    classification_confidence: str
    checked: date | None
    signed_off: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counterpart:
    """An old section and its new one: how well they match, and what moved."""

    old_act: str
    old_section: str
    new_act: str
    new_section: str
    relation: str
    old: tuple[str, ...]
    """Ids of the catalogue on the old side; empty: outside the catalogue."""
    new: tuple[str, ...]
    change: str
    confidence: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Applies:
    """When a limit applies, as data that the clock reads; None or empty asks nothing."""

    band: int | None = None
    """Custody band of the gravest charge on the accused: 60 or 90."""
    acts: tuple[str, ...] = ()
    """Any charge under one of these Acts."""
    provisions: tuple[str, ...] = ()
    """Any charge of this provision; an id that ends in `-` stands for all that begin so."""
    sections: tuple[str, ...] = ()
    """Sections named by the law that have no row of ours; kept as numbers."""
    not_acts: tuple[str, ...] = ()
    victim: str | None = None
    """child, adult, child_or_pending, woman_or_child, lives_with_accused, needs_care, separated."""
    accused: str | None = None
    """child, adult, in_custody, on_remand_by_video, public_servant, proclaimed_offender."""
    courts: tuple[str, ...] = ()
    """Kinds of court that hold the trial."""
    fir_mode: str | None = None
    facts: tuple[str, ...] = ()
    """Any of these patterns of fact."""
    min_over_months: int | None = None
    max_at_least_months: int | None = None
    max_under_months: int | None = None
    max_at_most_months: int | None = None
    never_life: bool = False
    event: Mapping[str, str] = field(default_factory=dict)
    """Keys that the starting event must carry, as `by = "state"`."""
    state: str | None = None
    """Only in this State or Union territory (two letters)."""
    words: str = ""
    """The condition in our own words, for the why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A worked example: the day of the start and the last day, reckoned by hand."""

    event: date
    due: date | None = None
    outer: date | None = None
    not_before: date | None = None
    time: str | None = None
    due_at: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """One time limit: what starts it, on whom, what stops it, how it is counted."""

    id: str
    pair: str
    """Joins the old code's row and the new code's row of the same duty."""
    says: str
    cite: str
    act: str
    code: str
    """CrPC, BNSS, or the special Act or rule that does not depend on the codes."""
    step: str
    """What picks the code: investigation, trial, appeal, application, any."""
    on: str
    """case, accused, victim or hearing."""
    who_must_act: str
    starts: tuple[str, ...]
    """Event kinds; `offence_last_day` counts from the offence itself. Empty: nothing starts it."""
    start_choice: str
    """first, last or each occurrence."""
    stops: tuple[str, ...]
    ends: tuple[str, ...]
    """Event kinds after which it can no longer matter."""
    unit: str
    """hours, days, working_days, months, years, count, share, none."""
    number: int | None
    outer_number: int | None
    count_first_day: bool
    closed_day: str
    """next_open (General Clauses Act s. 10) or runs."""
    minimum: bool
    """A wait that must pass before an act, not a last day for it."""
    copy_time_out: bool
    """Limitation Act s. 12(2): the time for the certified copy does not count."""
    applies: Applies
    warn_days: int
    consequence: str
    extension: str
    nature: str
    not_started_why: str
    """For a row that nothing the office records can start."""
    from_: date
    until: date | None
    source: str
    confidence: str
    checked: date | None
    signed_off: str
    examples: tuple[Example, ...]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold:
    """After how many days without progress a stage counts as stalled; an office's own rule."""

    id: str
    stage: str
    waiting_for: str | None
    days: int
    breach_days: int | None
    applies_to: tuple[str, ...]
    says: str
    source: str
    signed_off: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """Facts, ages and numbers on which a prosecutor would consider a provision, or leave it alone.

    `verdict` is `charge` (the facts named are enough), `if` (only with one fact more, `needs_fact`)
    or `avoid` (usually wrong on these facts). `provisions` are versions of one provision: the one
    in force on the offence days is meant.
    """

    id: str
    code: str
    """IPC, BNS, or `special` for an Act that both penal codes stand beside."""
    verdict: str
    provisions: tuple[str, ...]
    facts: tuple[str, ...] = ()
    """All of these must be on file."""
    any_facts: tuple[str, ...] = ()
    """And, where given, at least one of these."""
    needs_fact: str | None = None
    under: int | None = None
    at_least: int | None = None
    sex: str | None = None
    number: str | None = None
    """`more_than_one`, `one_child`, `more_than_one_child`; None: each victim, or the case."""
    per: str = "case"
    """`case`: one charge for all victims; `victim`: one for each whom it fits."""
    roles: tuple[str, ...] = ()
    """Roles of accused to whom it fits; empty: any."""
    accused_sex: str | None = None
    with_: tuple[str, ...] = ()
    """The offences abetted, where the provision is abetment."""
    covered_by: tuple[str, ...] = ()
    """Provisions that, when charged already, leave nothing missing; an id ending in `-` is a prefix."""
    why: str
    cite: str
    source: str
    confidence: str
    signed_off: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """How far an Act's sections run, so that a section of another Act is seen as such."""

    act: str
    last: int
    """Its last section number; a section above it is not in the Act."""
    offences_from: int
    offences_until: int
    """The lowest and highest section under which the Act punishes anything."""
    spellings: tuple[str, ...]
    """How FIRs write the Act, in small letters; the first fits in a sentence."""
    mistaken_for: str | None = None
    """The Act whose sections clerks put here."""
    source: str
    confidence: str
