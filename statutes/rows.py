"""What the law says, as plain frozen rows. The TOML files beside this are their source.

`schema` checks the files and turns them into these; the program reads the compiled form of
the same rows (`compiled/`, made by `python -m statutes.build`), which a test proves equal.

Months are calendar months of imprisonment. A term that months cannot hold is said by a word in
`Provision.term`. `covered_from` is where our reading of an old provision starts: before it the
program says "not covered", which is not the same as "not in force". A row has either it or `from`.

A key that a TOML file leaves out takes the default given here. The words of the closed lists are in
`words`, each with what it means.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


class Row:
    """Every row: what `schema` tells the checker, without this module knowing the checker."""

    __slots__ = ()
    __pydantic_config__ = {  # noqa: RUF012
        "strict": True,
        "extra": "forbid",
        "alias_generator": lambda name: name.rstrip("_"),
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Act(Row):
    """An Act: `code` is the prefix of its provisions' ids."""

    code: str
    title: str
    number: str
    from_: date | None = None
    until: date | None = None
    amendments: str = ""
    source: str
    confidence: str
    spellings: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Victim(Row):
    """The age and sex that a provision asks of its victim; `under` and `at_least` are years."""

    sex: str | None = None
    under: int | None = None
    at_least: int | None = None
    under_if_male: int | None = None
    or_unsound_mind: bool = False
    """A person of unsound mind of any age stands beside those under the age."""
    or_taken_abroad: bool = False
    """A person of any age stands beside them, when taken out of India."""
    consent_from: int | None = None
    """Years below which consent is no answer; None: the provision says nothing of it."""
    community: str | None = None
    """`SC/ST`: of a Scheduled Caste or Tribe."""
    accused_outside: bool = False
    """And the accused is not of such a community."""
    number: str | None = None
    """A word of `NUMBERS`; None: any number."""
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision(Row):
    """One separately punished section, sub-section or limb, for the days it was law."""

    id: str
    act: str
    section: str
    title: str
    from_: date | None = None
    covered_from: date | None = None
    until: date | None = None
    min_months: int | None = None
    max_months: int | None = None
    """The longest term of years; with `max_life` and no number, life is the only top."""
    min_days: int | None = None
    max_life: bool = False
    max_death: bool = False
    term: tuple[str, ...] = ()
    """Words of `TERMS`."""
    kind_of_imprisonment: str
    """A word of `IMPRISONMENT`."""
    fine: str
    cognizable: str
    """A word of `COGNIZABLE`."""
    bailable: str
    """A word of `BAILABLE`."""
    triable_by: tuple[str, ...] = ()
    """Court kinds that may try it, lowest first; empty: as its principal."""
    triable_words: str = ""
    victim: Victim | None = None
    earlier_conviction: bool = False
    """Only for one who was convicted before."""
    band: int | None = None
    """Default-bail band of the row alone, 60 or 90; None: follows its principal."""
    band_doubt: str = ""
    counterparts: tuple[str, ...] = ()
    """Ids that answer to it in the other code, an older or newer form, or a special Act beside it;
    `counterparts()` says how well the codes match."""
    source: str
    confidence: str
    classification_confidence: str
    checked: date | None = None
    """The day it was last read against its source; None: the source names no day."""
    signed_off: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counterpart(Row):
    """An old section and its new one: how well they match, and what moved."""

    old_act: str
    old_section: str
    new_act: str
    new_section: str
    relation: str
    """A word of `RELATIONS`."""
    old: tuple[str, ...] = ()
    """Ids of the catalogue on the old side; empty: outside the catalogue."""
    new: tuple[str, ...] = ()
    old_kind: str = ""
    """A word of `SIDES`; follows from the section and the ids."""
    new_kind: str = ""
    change: str = ""
    read: str = ""
    """What was read to say so."""
    confidence: str
    source: str


NOT_EVENTS: Mapping[str, str] = {
    "offence_last_day": "the last day of the offence, from the case itself and not from its journal",
    "hearing_adjourned": "a hearing whose outcome is `adjourned`; its `asked_by` says at whose request",
}
"""What may start a limit without being an event of the journal."""

NATURES = (
    "mandatory",
    "mandatory-in-form",
    "mandatory-with-exception",
    "directory",
    "limitation",
    "deeming",
    "condition",
    "judge-made",
    "soft",
    "no-limit",
    "administrative",
    "contested",
)
"""How binding a limit is. `advisory` is no row's nature: it is what a clock says where the courts
are split on the code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Applies(Row):
    """When a limit applies, as data that the clock reads; None or empty asks nothing.

    All that is asked must hold. `acts`, `provisions` and what begins with `or_` are one question: an
    answer to any of them will do. The gravity fields ask of the gravest charge; life and death are
    graver than any number of months. Which charges are asked: on an accused, those against that
    accused; on a victim, those that name that victim or nobody, and while that victim's age is open
    those of any victim; on the case, all.
    """

    band: int | None = None
    """Custody band of the gravest charge on the accused: 60 or 90."""
    acts: tuple[str, ...] = ()
    """Any charge under one of these Acts."""
    provisions: tuple[str, ...] = ()
    """Any charge of this provision; an id that ends in `-` stands for all that begin so."""
    or_band: int | None = None
    """Any charge of this default-bail band answers `provisions` as well."""
    or_courts: tuple[str, ...] = ()
    """A trial in a court of such a kind answers `acts` as well: it is there for that Act."""
    or_facts: tuple[str, ...] = ()
    """Such a pattern of fact, of this victim or of all, answers `acts` as well: charges come later."""
    sections: tuple[str, ...] = ()
    """Sections named by the law that have no row of ours; kept as numbers, to be read, not matched."""
    not_acts: tuple[str, ...] = ()
    victim: tuple[str, ...] = ()
    """child, child_or_pending, woman_or_child, needs_care, separated, at_risk: all must be so. On the
    case: any victim. `at_risk`: lives with the accused, needs care or is separated, any of them."""
    not_victim: tuple[str, ...] = ()
    """The same words; the limit doesn't apply if any of them is so of any victim."""
    accused: tuple[str, ...] = ()
    """child, child_16_17, in_custody (at the start), proclaimed_offender, first_offender: all."""
    result: str | None = None
    """convicted or acquitted: what the journal says became of the accused."""
    death_sentence: bool | None = None
    """Whether the sentence recorded on the accused is death."""
    courts: tuple[str, ...] = ()
    """Kinds of court that hold the trial."""
    not_courts: tuple[str, ...] = ()
    lowest_court: str | None = None
    """The lowest kind of court that may try the gravest charge; `sessions`: exclusively triable there."""
    non_bailable: bool = False
    fir_mode: str | None = None
    facts: tuple[str, ...] = ()
    """Any of these patterns of fact."""
    min_at_least_months: int | None = None
    max_at_least_months: int | None = None
    max_over_months: int | None = None
    max_under_months: int | None = None
    max_at_most_months: int | None = None
    never_life: bool = False
    never_death: bool = False
    after: tuple[str, ...] = ()
    """One of these events came before the start, or on its day."""
    before: tuple[str, ...] = ()
    """None of these events came before the day of the start."""
    with_events: tuple[str, ...] = ()
    """The journal holds one of these, on whatever day."""
    without_events: tuple[str, ...] = ()
    """The journal holds none of these."""
    state: str | None = None
    """Only in this State or Union territory (two letters)."""
    words: str = ""
    """The condition in our own words, for the why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant(Row):
    """Another number for some cases. The first variant whose condition holds stands in for the row's."""

    number: int
    applies: Applies
    unit: str | None = None
    """None: the row's."""
    divisor: int | None = None
    least_number: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Example(Row):
    """A worked example: the day of the start and the last day, reckoned by hand.

    Sundays are the only closed days in it. `max_months` is the sentence that a share is taken of,
    `variant` the place of the variant meant (1 is the first), `copy` the days that s. 12(2) takes
    out and `with_copy` the last day then.
    """

    event: date
    due: date | None = None
    outer: date | None = None
    not_before: date | None = None
    time: str | None = None
    due_at: str | None = None
    variant: int | None = None
    max_months: int | None = None
    copy: int | None = None
    with_copy: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit(Row):
    """One time limit: what starts it, on whom, what stops it, how it is counted.

    On a row of the case, an event about one accused counts in `stops` and `ends` once each accused
    still on trial has such an event; an event of the case counts at once.
    """

    id: str
    pair: str
    """Joins the old code's row and the new code's row of the same duty; its own id where it is alone."""
    says: str
    cite: str
    act: str
    code: str
    """CrPC, BNSS, the special Act or rule, or `CrPC/BNSS` where one row serves under either code: then
    the clock names the code that governs its step."""
    step: str
    """What picks the code: investigation, trial, appeal, application, any."""
    on: str
    """case, accused, victim, hearing, or person: whoever the starting event is about."""
    who_must_act: str
    party: str
    """police, prosecution, court, defence, victim, welfare, government, hospital, other."""
    starts: tuple[str, ...] = ()
    """Event kinds, or words of `NOT_EVENTS`. Empty: nothing that the office records starts it."""
    start_choice: str = "first"
    """first or last of them; each: every one starts a row of its own."""
    start_event: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """By starting kind, the keys that the event must carry ("true" for a yes); one without them
    doesn't start it."""
    start_courts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By starting kind, the kinds of trial court from which that kind counts."""
    stops: tuple[str, ...] = ()
    """Event kinds that do what the limit asks."""
    stop_choice: str = "any"
    """any; or all, where each of them has to be there."""
    stop_event: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """By stopping kind, the keys that the event must carry."""
    ends: tuple[str, ...] = ()
    """Event kinds after which it can no longer matter."""
    unit: str = "none"
    """hours, days, working_days, months, years, count, share (of the longest sentence), none."""
    number: int | None = None
    divisor: int | None = None
    """For a share: number over divisor."""
    outer_number: int | None = None
    """To where it may be extended, in the same unit from the same start."""
    least_number: int | None = None
    """A stay with two ends: it lasts at least so many units (`not_before`), at most `number`."""
    variants: tuple[Variant, ...] = ()
    count_first_day: bool = False
    closed_day: str = "runs"
    """next_open (General Clauses Act s. 10, Limitation Act s. 4) or runs."""
    minimum: bool = False
    """A wait that must pass before the act in `stops`, not a last day for it."""
    clear_days: bool = False
    """Of a wait: all its days must be over, so the first lawful day is the day after them."""
    span: bool = False
    """A power or a burden that is over after its last day: then the row has ended, nobody is late."""
    copy_time_out: bool = False
    """Limitation Act s. 12(2): the time for the certified copy does not count."""
    follows: tuple[str, ...] = ()
    """Limits whose latest last day this one waits for."""
    flag_after_days: int | None = None
    """For a row without a number: after so many days the office wants to be told."""
    applies: Applies = field(default_factory=Applies)
    warn_days: int = 7
    consequence: str = ""
    extension: str = ""
    nature: str
    not_started_why: str = ""
    """For a row that nothing the office records can start."""
    from_: date
    until: date | None = None
    saved: bool = False
    """A row of the repealed code that still runs where that code governs (BNSS s. 531): its `until`
    bounds what was law on a day, not the clock."""
    source: str
    confidence: str
    checked: date | None = None
    signed_off: str = ""
    examples: tuple[Example, ...] = ()
    doubt: str = ""
    """What is not sure of it, or of how it is counted here: whole sentences, said with each of its clocks."""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold(Row):
    """After how many days without progress a stage counts as stalled; an office's own rule.

    `stage` is a word of the stages, or `any` for a rule that looks at something else than the stage;
    `counts` says what. Days are counted from the last event that moved the matter.
    """

    id: str
    stage: str
    waiting_for: str | None = None
    days: int
    breach_days: int | None = None
    applies_to: tuple[str, ...] = ()
    """Acts or kinds of court that it is for; empty: all."""
    counts: str = "days"
    """days without progress, days_before (a last day), adjournments, days_after (a day on file)."""
    says: str
    source: str
    signed_off: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern(Row):
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
    unless_facts: tuple[str, ...] = ()
    """None of these is."""
    needs_fact: str | None = None
    only_if: str = ""
    """What else has to be so that no fact word can say: then it never stands at once."""
    under: int | None = None
    at_least: int | None = None
    unless_under: int | None = None
    """Not for a victim known to be younger; while the age is open it stands."""
    sex: str | None = None
    number: str | None = None
    """`one`, `more_than_one`, `one_child`, `more_than_one_child`; None: each victim, or the case."""
    per: str = "case"
    """`case`: one charge for all victims; `victim`: one for each whom it fits."""
    roles: tuple[str, ...] = ()
    """Roles of accused to whom it fits; empty: any."""
    accused_sex: str | None = None
    public_servant: bool = False
    """Only for an accused who is, or may be, a public servant."""
    state: str | None = None
    """Only in this State (two letters)."""
    with_: tuple[str, ...] = ()
    """The offences abetted, attempted or shared in, from the plain to the grave."""
    with_facts: Mapping[str, str] = field(default_factory=dict)
    """By such an offence, the fact without which it isn't the one meant."""
    covered_by: tuple[str, ...] = ()
    """Provisions that, when charged already, leave nothing missing; an id ending in `-` is a prefix."""
    why: str
    cite: str
    proof: tuple[str, ...] = ()
    """Ids of `Proof`: what has to be shown."""
    source: str
    confidence: str
    signed_off: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof(Row):
    """What has to be shown for a charge, and by what it usually is; several patterns may share it."""

    id: str
    elements: tuple[str, ...]
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreached(Row):
    """A provision that no pattern of fact calls for by itself, and why."""

    id: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling(Row):
    """How FIRs and clerks write an Act; `act` None: an Act outside the catalogue."""

    id: str
    act: str | None = None
    title: str
    forms: tuple[str, ...]
    """In small letters, without dots; longer ones are tried first."""
    defined: Mapping[str, str] = field(default_factory=dict)
    """Sections that only define, and the section that punishes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent(Row):
    """How far an Act's sections run, so that a section of another Act is seen as such."""

    act: str
    title: str
    """Its name in a sentence, after "the"."""
    last: int
    """Its last section number; a section above it is not in the Act."""
    offences_from: int
    offences_until: int
    """The lowest and highest section under which the Act punishes anything."""
    spellings: tuple[str, ...]
    """How FIRs write the Act, in small letters."""
    mistaken_for: str | None = None
    """The Act whose sections clerks put here."""
    source: str
    confidence: str
