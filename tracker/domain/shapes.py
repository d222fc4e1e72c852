"""What the rules answer: the standing of a case, its clocks and its flags.

None of these depends on what day it is today. Each carries the days from which it holds and
until which, so that it can be kept in a table and read on any later day without a fresh
computation; `status`, `severity` and the days left follow from it and a day (`clocks`, `flags`).

Kept rows are those of the whole journal. They answer for any day from the last journal day on
(`Reckoning.known_to`); for an earlier day the journal is cut at that day and reckoned again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from statutes.rows import Extent, Limit, Pattern, Provision, Threshold

if TYPE_CHECKING:
    from tracker.domain.outcomes import Course


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A stall threshold from the office's own record: by so many days four cases in five had left the step.

    `ended` spells had ended and `open` ones were counted with them, on the day `on`.
    """

    days: int
    ended: int
    open: int
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """The law rows that a computation is given, with the courts and closed days it needs.

    `closed` says whether courts and offices are closed on a day (General Clauses Act s. 10).
    """

    provision: Callable[[str], Provision | None]
    limits: tuple[Limit, ...]
    thresholds: Mapping[str, Threshold]
    closed: Callable[[date], bool]
    patterns: tuple[Pattern, ...] = ()
    extents: tuple[Extent, ...] = ()
    measured: Mapping[tuple[str, str], Measured] = field(default_factory=dict)
    """By id of a threshold and kind of court ("": the whole office); it goes before the threshold's days."""
    closed_at: Mapping[str, Callable[[date], bool]] = field(default_factory=dict, repr=False, compare=False)
    """The same of one court with its own vacations, by the court's key; most have none."""
    limit: Mapping[str, Limit] = field(init=False, repr=False, compare=False)
    """The limits by id."""
    patterns_by_fact: Mapping[str, tuple[Pattern, ...]] = field(init=False, repr=False, compare=False)
    """Under the first fact it asks, else under each of which it asks one; `""` holds the rest."""
    patterns_chosen: dict[tuple[tuple[str, ...], tuple[str, ...], bool], tuple[Pattern, ...]] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )
    """Those that `suggestions` found to hold, by facts, codes and whether for now only."""
    _at: dict[str, Law] = field(init=False, repr=False, compare=False, default_factory=dict)

    def at(self, court: str | None) -> Law:
        """Return the law with the closed days of a court."""
        closed = self.closed_at.get(court or "")
        if closed is None or court is None:
            return self
        if court not in self._at:
            self._at[court] = replace(self, closed=closed, closed_at={})
        return self._at[court]

    def rule(self, id_: str, days: int, worse: int = 0) -> tuple[int, int]:
        """Return an office rule's days and the days at which it grows worse; these where it has no row."""
        row = self.thresholds.get(id_)
        return (days, worse) if row is None else (row.days, row.breach_days or 0)

    def __post_init__(self) -> None:
        """Index the rows once; a law serves very many cases."""
        by_fact: dict[str, tuple[Pattern, ...]] = {}
        for row in self.patterns:
            for key in row.facts[:1] or row.any_facts or ("",):
                by_fact[key] = (*by_fact.get(key, ()), row)
        object.__setattr__(self, "limit", {row.id: row for row in self.limits})
        object.__setattr__(self, "patterns_by_fact", by_fact)


@dataclass(slots=True, kw_only=True)
class AccusedState:
    """Where one accused stands: `custody` and `trial` are words of `stages`."""

    label: str
    custody: str
    custody_since: date | None
    trial: str
    trial_since: date | None
    ended: bool


@dataclass(slots=True, kw_only=True)
class Standing:
    """Where the case stands: what the journal says, nothing typed."""

    stage: str
    stage_since: date | None
    waiting_for: str | None
    progress_on: date | None
    """The last day on which the matter moved (a progress event, not a mere listing)."""
    stayed: bool
    accused: tuple[AccusedState, ...]
    outcome: str | None
    """A word of `words.DisposalKind`, once the case or its first judgment is in."""
    outcome_on: date | None
    procedure: Mapping[str, str]
    """Step (investigation, trial, appeal, application) to CrPC, BNSS or unsettled."""


@dataclass(slots=True, kw_only=True)
class Clock:
    """One limit of law, running or run, for the case, an accused, a victim or a hearing."""

    limit: str
    who: str
    code: str
    nature: str
    runs_from: str
    starts_on: date | None = None
    starts_at: str | None = None
    due_on: date | None = None
    due_at: str | None = None
    """For limits in hours: "YYYY-MM-DDTHH:MM"; without an hour of start, None."""
    outer_on: date | None = None
    not_before: date | None = None
    due_on_with_copy: date | None = None
    met_on: date | None = None
    met_late: bool = False
    ended_on: date | None = None
    ended_why: str | None = None
    blocked_by: str | None = None
    """The one missing fact, in words; the clock cannot be reckoned without it."""
    because: Mapping[str, str] = field(default_factory=dict)
    """What the why needs beside the days: the gravest provision, the day moved from, …"""


@dataclass(slots=True, kw_only=True)
class Flag:
    """A warning, from the first day it holds to the last (None: until something clears it).

    Its severity is the same on all its days: a warning that grows worse is several flags, one
    behind the other. Windows that ended before the last journal day are not kept.
    """

    kind: str
    who: str
    holds_from: date
    holds_until: date | None = None
    severity: str = "watch"
    limit: str | None = None
    since: date | None = None
    """The day the arithmetic counts from; `days` on the screen is today minus this."""
    facts: Mapping[str, str] = field(default_factory=dict)
    """What the why needs: words and ISO days, never a name."""
    handled: int | None = None
    """The place of the note that covers it on these days (`Case.flag_notes`, from 1); None: it stands."""


@dataclass(slots=True, kw_only=True)
class Reckoning:
    """All consequences of one case's journal under the law given."""

    standing: Standing
    clocks: tuple[Clock, ...]
    flags: tuple[Flag, ...]
    known_to: date | None
    """The last journal day; kept consequences answer for this day and later ones."""
    course: Course
    """What rates count of the case."""
