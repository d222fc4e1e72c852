"""What the services answer: small frozen views made for a reader. No table object, no victim's name.

The names of the fields are the keys of the commands' `--json` (see README, "Commands"), so a
command prints a view as it is.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any, Generic, TypeVar, cast

Row = TypeVar("Row")


class Written:
    """A field whose words may be given as what writes them: they are written when they are first read.

    What writes them is told the name of the field, so that a row needs only one of it. Of a page of a hundred
    warnings a screen shows a few lines, and the why of one.
    """

    def __set_name__(self, view: type, name: str) -> None:
        """Learn the name of the field."""
        self._place = f"_{name}"

    def __get__(self, view: Any, of: type | None = None) -> str:
        """Return the words."""
        if view is None:  # there is no default
            raise AttributeError(self._place)
        words: str | Callable[[str], str] = view.__dict__[self._place]
        if not isinstance(words, str):
            words = view.__dict__[self._place] = words(self._place[1:])
        return words

    def __set__(self, view: Any, words: str | Callable[[str], str]) -> None:
        """Keep the words, or what writes them."""
        view.__dict__[self._place] = words


def at_once(view: type[Row], writes: Callable[[str], str], **said: Any) -> Row:
    """Make a view that has all its fields given: in a quarter of the time that its class takes.

    A frozen class sets its fields one by one, which was a third of a page of warnings. `writes` writes every
    field that is `Written`; a slip in a name shows where the field is first read.
    """
    made = object.__new__(view)
    kept = vars(made)
    kept.update(dict.fromkeys(_places(cast(Any, view)), writes))
    kept.update(said)
    return made


@cache
def _places(view: type[Any]) -> tuple[str, ...]:
    return tuple(f"_{name}" for name, field in vars(view).items() if isinstance(field, Written))


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Generic[Row]):
    """Some rows of a longer answer; `next` is the cursor of the rows after, None at the end."""

    rows: tuple[Row, ...]
    next: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DocketRow:
    """One case in a list."""

    ref: str
    title: str | None
    stage: str
    stage_since: date | None
    days_in_stage: int | None
    waiting_for: str | None
    next_hearing: date | None
    flags: tuple[str, ...]
    lead: str | None


@dataclass(frozen=True, kw_only=True)
class DueRow:
    """One clock on one day."""

    ref: str
    limit: str
    says: str
    cite: str
    who: str
    runs_from: str
    starts_on: date | None
    due_on: date | None
    status: str
    days_left: int | None
    met_on: date | None
    why: Written = Written()
    nature: str
    code: str
    due_at: str | None = None
    not_before: date | None = None
    outer_on: date | None = None
    due_on_with_copy: date | None = None
    days: int | None = None


@dataclass(frozen=True, kw_only=True)
class FlagRow:
    """One flag on one day."""

    ref: str
    kind: str
    severity: str
    since: date | None
    days: int | None
    why: Written = Written()
    cite: Written = Written()
    clear_by: Written = Written()
    who: str
    limit: str | None = None
    handled: dict[str, Any] | None = None
    """The note that covers it: `does` (resolved, snoozed), `by`, `on`, `until`, `note`; None: it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagHandled:
    """What was said to a flag. `says` is it in words."""

    ref: str
    kind: str
    who: str
    severity: str
    does: str
    on: date
    by: str
    until: date | None
    note: str | None
    says: str
    limit: str | None = None
    since: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StageStep:
    """One step of the stage strip: done, now, next or later."""

    stage: str
    label: str
    state: str
    on: date | None
    limit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseView:
    """One case whole. The people, charges, events and hearings are plain dicts as in a case file,
    without any name of a victim; each event also has `id` and, if corrected, `corrected_by`."""

    ref: str
    title: str | None
    stage: str
    stage_since: date | None
    days_in_stage: int | None
    waiting_for: str | None
    next_hearing: date | None
    flags: tuple[FlagRow, ...]
    lead: str | None
    fir: dict[str, Any] | None
    offence: dict[str, Any] | None
    facts: tuple[Any, ...]
    tags: tuple[str, ...]
    accused: tuple[dict[str, Any], ...]
    victims: tuple[dict[str, Any], ...]
    charges: tuple[dict[str, Any], ...]
    proceedings: tuple[dict[str, Any], ...]
    events: tuple[dict[str, Any], ...]
    hearings: tuple[dict[str, Any], ...]
    links: tuple[dict[str, Any], ...]
    due: tuple[DueRow, ...]
    outcome: dict[str, Any] | None
    procedure: dict[str, str]
    strip: tuple[StageStep, ...] = field(default=())
    records: dict[str, tuple[dict[str, Any], ...]] = field(default_factory=dict)
    """List of records to its lines, each with its number as `n`; what was struck out is not there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """What recording an event did."""

    ref: str
    stage: str
    waiting_for: str | None
    opened: tuple[DueRow, ...]
    met: tuple[DueRow, ...]
    moved: tuple[DueRow, ...]
    ended: tuple[DueRow, ...] = ()
    """Clocks that what was recorded made pointless: bail ends custody's, a charge sheet default bail's."""
    event: int | None = None
    """The number of the line in the journal, which a correction names."""
    notes: tuple[str, ...] = ()
    """What else was done or should be known, a sentence each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggested:
    """What to charge, doubt and avoid on a case; the rows are plain dicts with the keys of `--json`.

    In `avoid` an Act's code alone (`BNS`) stands for all of it.
    """

    ref: str
    supposed: tuple[str, ...]
    add: tuple[dict[str, Any], ...]
    doubt: tuple[dict[str, Any], ...]
    avoid: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Consequences:
    """What a victim's age moves, in words: lists of sentences, and the clocks as they would stand."""

    ref: str
    victim: str
    was: str
    will_be: str
    charges: tuple[str, ...]
    """Charges that come within reach."""
    doubts: tuple[str, ...]
    """Charges that fall away or come into doubt."""
    floor: tuple[str, ...]
    court: tuple[str, ...]
    custody: tuple[str, ...]
    opened: tuple[DueRow, ...]
    ended: tuple[DueRow, ...]
    moved: tuple[DueRow, ...]
    flags: tuple[str, ...]
    """Warnings that rise or go."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HearingRecorded:
    """What recording a hearing did; `next` is the listing it made, if any."""

    ref: str
    hearing: dict[str, Any]
    next: dict[str, Any] | None
    stage: str
    adjournment: str
    """In words: "adjournment no. 4 (defence 3)", or empty."""
    notes: tuple[str, ...] = ()
    """What else was done or should be known: that the day was not listed, that the next one is closed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HearingMoved:
    """A listing before and after it was moved or given to somebody; `notes` say what speaks against it."""

    ref: str
    was: dict[str, Any]
    hearing: dict[str, Any]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class AgendaRow:
    """One listing of a day: where, which case, what for, who goes."""

    on: date
    time: str | None
    court: str | None
    court_name: str | None
    complex: str | None
    room: str | None
    ref: str
    number: str | None
    proceeding: str | None
    purpose: str | None
    outcome: str | None
    advocate: str | None
    flags: tuple[str, ...]
    clash: Written = Written()
    """Where else the advocate is listed that day, in words; empty if nowhere."""
    kind: str = "hearing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """Where else the advocate of a listing has to be: in the same session (`clash`) or after a `way`."""

    kind: str
    ref: str
    court: str | None
    complex: str | None
    room: str | None
    time: str | None
    far: bool
    """Whether it is in another complex."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarRow:
    """One line of the calendar: a listing, or a date that the law sets (`kind` is `hearing` or `due`).

    Of a due date `limit`, `who`, `says`, `cite`, `nature`, `code`, `status` and `days_left` are given, of
    a hearing `purpose`, `proceeding`, `number`, `outcome` and `hearing`, its place among those of its case
    file. `closed` says why the court is closed that day, `beside` says as rows what `clash` says in words,
    and `in_place_of` is whose listing it is where `advocate` only stands in.
    """

    on: date
    time: str | None
    court: str | None
    ref: str
    purpose: str | None
    advocate: str | None
    flags: tuple[str, ...]
    clash: str
    kind: str
    limit: str | None = None
    who: str | None = None
    says: str | None = None
    cite: str | None = None
    nature: str | None = None
    code: str | None = None
    status: str | None = None
    days_left: int | None = None
    proceeding: str | None = None
    hearing: int | None = None
    number: str | None = None
    outcome: str | None = None
    court_name: str | None = None
    complex: str | None = None
    room: str | None = None
    closed: str = ""
    in_place_of: str | None = None
    beside: tuple[Beside, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """How a case file was taken; `faults` are one line each."""

    imported: int
    refused: int
    faults: tuple[str, ...] = ()
    rejected_to: str | None = None
    notes: tuple[str, ...] = ()
    """What should be known of what was filed: cases that look alike."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing that the doctor looked at."""

    name: str
    ok: bool
    says: str
