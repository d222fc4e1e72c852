"""What each rate means, and the arithmetic.

Counting follows the national tables (Crime in India, 17A and 18A): trials completed are convictions,
discharges and acquittals; what was abated, withdrawn, compounded, plea-bargained or quashed is outside
the conviction rate; stayed cases stay in pending. A charge-sheeting rate is of all that the police
disposed of, the other one (chapter on human trafficking) of charge sheets and final reports alone.

One decimal, rounded half up; what has no denominator is "–", never nought. Beside each rate stands the
interval of Wilson (1927) at 95 %.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from tracker.domain.outcomes import Course, Result

UNDEFINED = "–"
Z = Decimal("1.959963984540054")
"""The normal quantile of a two-sided 95 %."""
SMALL = 10
"""Under this many, a published rate is said as "4 of 7"."""

COMPLETED = ("convicted", "acquitted", "discharged")
WITHOUT_TRIAL = ("abated", "withdrawn", "quashed", "compounded", "plea_bargained")
CAUSES = ("convicted", "acquitted", "other")
"""What an open case may come to; `other` is every ending but the first two."""
_TENTH = Decimal("0.1")

EARLIEST, LATEST = date(1, 1, 1), date(9999, 12, 31)


@dataclass(frozen=True, slots=True)
class Window:
    """What is counted. A period counts what happened from `first` to `last`, both included.

    A cohort counts the cases registered on those days, and all that came of them up to `as_of`.
    """

    first: date = EARLIEST
    last: date = LATEST
    as_of: date = LATEST
    cohort: bool = False
    clock: str = "fir"
    final: bool = False

    @property
    def events(self) -> tuple[date, date]:
        """Return the first and the last day on which an event counts."""
        return (EARLIEST, self.as_of) if self.cohort else (self.first, min(self.last, self.as_of))


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """k of n in percent with its interval, as printed."""

    k: int
    n: int
    percent: str
    low: str
    high: str


@dataclass(slots=True)
class Counts:
    """What was counted of one group: marks (see `marks`), and days from the clock's start by how it ended."""

    marks: Counter[str]
    spells: Counter[tuple[str, int]]

    @classmethod
    def none(cls) -> Counts:
        """Return counts of nothing."""
        return cls(Counter(), Counter())

    def add(self, course: Course, result: Result, window: Window, times: int = 1) -> None:
        """Count one case, accused or charge, or so many alike."""
        for mark in marks(course, result, window):
            self.marks[mark] += times
        spell = spell_of(course, result, window)
        if spell:
            self.spells[spell] += times

    def join(self, other: Counts) -> None:
        """Add another group's counts to these."""
        self.marks.update(other.marks)
        if self.spells:
            self.spells.update(other.spells)
        else:
            self.spells = other.spells.copy()

    def of(self, *names: str) -> int:
        """Return how many carry any of these marks, each counted once for every mark."""
        return sum(self.marks[name] for name in names)


def marks(course: Course, result: Result, window: Window) -> list[str]:
    """Return what one case, accused or charge counts as.

    Of the police see `_with_police`; `not_from_fir`: disposed of without the day of an FIR, or before it.
    `registered`, `charge_sheeted` (sent for trial), `opening` and `pending` (sent, not ended) and of these
    `stayed`; the word of its ending if it was sent for trial; `police:` and how the police disposed of it;
    `set_aside` beside a conviction that no longer stands, `left` beside a decision that left some on trial.
    """
    registered, sent = course.registered_on, course.sent_on
    if window.cohort and not (registered and window.first <= registered <= window.last):
        return []
    first, last = window.events
    word, on = (result.final, result.final_on) if window.final else (result.result, result.result_on)
    found = []
    if registered and first <= registered <= last:
        found.append("registered")
    if course.police and course.police_on and first <= course.police_on <= last:
        ground = f":{course.ground}" if course.ground else ""
        found.append(f"police:{course.police}{ground}")
        if registered is None or registered > course.police_on:
            found.append("not_from_fir")
    found += _with_police(course, first, last)
    if sent is None or (word and on is None):
        return found
    over = on if word else None
    if sent < first and (over is None or over >= first):
        found.append("opening")
    if first <= sent <= last:
        found.append("charge_sheeted")
    if sent <= last and (over is None or over > last):
        found.append("pending")
        if (
            course.stay_on
            and course.stay_on <= last
            and not (course.stay_until and course.stay_until <= last)
        ):
            found.append("stayed")
    if word and over and first <= over <= last:
        found.append(word)
        if sent > over:
            found.append("unbalanced")
        if word == "convicted" and result.set_aside_on and result.set_aside_on <= window.as_of:
            found.append("set_aside")
        if course.left and result.unit == "case":
            found.append("left")
    return found


def _with_police(course: Course, first: date, last: date) -> list[str]:
    """Return the marks of an investigation: `investigated_before`, `_still`, `sheet_60`, `sheet_90`."""
    registered, over = course.registered_on, course.police_on
    if registered is None or (course.police and over is None) or (over and over < registered):
        return []
    found = []
    if registered < first and (over is None or over >= first):
        found.append("investigated_before")
    if registered <= last and (over is None or over > last):
        found.append("investigated_still")
    if course.sheet_on and first <= course.sheet_on <= last:
        days = (course.sheet_on - registered).days
        found += [f"sheet_{limit}" for limit in (60, 90) if days <= limit]
    return found


def starts_on(course: Course, clock: str) -> date | None:
    """Return the day on which the clock started: `fir`, `charge_sheet` or `cognizance`."""
    if clock == "fir":
        return course.registered_on
    return course.sent_on if clock == "charge_sheet" else course.cognizance_on


def spell_of(course: Course, result: Result, window: Window) -> tuple[str, int] | None:
    """Return how what started in the window's days has ended by `as_of` (`open`: not yet), and its days."""
    start = starts_on(course, window.clock)
    enters = course.registered_on if window.cohort else start
    if start is None or enters is None or start > window.as_of:
        return None
    if not window.first <= enters <= window.last:
        return None
    word, on = (result.final, result.final_on) if window.final else (result.result, result.result_on)
    if word and on is None:
        return None
    if on is None or not word or on > window.as_of:
        return "open", (window.as_of - start).days
    if on < start:
        return None
    return cause(word), (on - start).days


def cause(word: str) -> str:
    """Return under which of `CAUSES` an ending is counted."""
    return word if word in CAUSES else "other"


def percent(k: int, n: int) -> str:
    """Return k of n in percent, one decimal rounded half up; "–" of nothing."""
    return UNDEFINED if n == 0 else str((Decimal(100 * k) / n).quantize(_TENTH, ROUND_HALF_UP))


@lru_cache(maxsize=4096)
def rate(k: int, n: int) -> Rate:
    """Return k of n with its Wilson interval. More of k than of n (older cases) has no interval."""
    if n == 0 or k > n:
        return Rate(k=k, n=n, percent=percent(k, n), low=UNDEFINED, high=UNDEFINED)
    low, high = wilson(k, n)
    return Rate(k=k, n=n, percent=percent(k, n), low=_printed(low), high=_printed(high))


def wilson(k: int, n: int) -> tuple[Decimal, Decimal]:
    """Return the bounds, as shares of one, of Wilson's score interval at 95 %."""
    share, square = Decimal(k) / n, Z * Z
    middle = (share + square / (2 * n)) / (1 + square / n)
    half = Z * (share * (1 - share) / n + square / (4 * n * n)).sqrt() / (1 + square / n)
    return Decimal(0) if k == 0 else middle - half, Decimal(1) if k == n else middle + half


def _printed(share: Decimal) -> str:
    return str((share * 100).quantize(_TENTH, ROUND_HALF_UP))


def completed(counts: Counts) -> int:
    """Return the trials completed."""
    return counts.of(*COMPLETED)


def ended(counts: Counts) -> int:
    """Return all that left the court: trials completed, disposed of without trial, transferred, other."""
    return completed(counts) + counts.of(*WITHOUT_TRIAL) + counts.of("transferred", "closure_report", "other")


def conviction(counts: Counts) -> Rate:
    """Return the conviction rate: convicted of trials completed."""
    return rate(counts.of("convicted"), completed(counts))


def police(counts: Counts, kind: str) -> int:
    """Return how many the police disposed of so, whatever the ground."""
    return sum(n for mark, n in counts.marks.items() if mark.split(":")[:2] == ["police", kind])


def charge_sheeting(counts: Counts) -> Rate:
    """Return the charge-sheeting rate of table 17A: charge-sheeted of all disposed of by the police."""
    sheets = police(counts, "charge_sheeted")
    others = ("not_investigated", "transferred", "final_report")
    return rate(sheets, sheets + sum(police(counts, kind) for kind in others))


def charge_sheeting_ahtu(counts: Counts) -> Rate:
    """Return the charge-sheeting rate of tables 14.6 and 14.7: of charge sheets and final reports alone."""
    sheets = police(counts, "charge_sheeted")
    return rate(sheets, sheets + police(counts, "final_report"))


def denominators(counts: Counts) -> dict[str, str]:
    """Return the same convictions over each denominator that is quoted, lest one be taken for another."""
    convicted = counts.of("convicted")
    below = {
        "trials_completed": completed(counts),
        "convicted_or_acquitted": counts.of("convicted", "acquitted"),
        "disposed": ended(counts),
        "charge_sheeted": counts.of("charge_sheeted"),
        "registered": counts.of("registered"),
    }
    return {name: percent(convicted, n) for name, n in below.items()}


def imbalance(counts: Counts) -> int:
    """Return by how much opening and sent for trial exceed the ended and pending; nought if it adds up."""
    return counts.of("opening", "charge_sheeted") - ended(counts) - counts.of("pending")


def investigation_imbalance(counts: Counts) -> int:
    """Return by how much cases under investigation exceed those disposed of and those still with the police.

    What the police disposed of without the day of an FIR on file, or before it, is the difference.
    """
    disposed = sum(n for mark, n in counts.marks.items() if mark.startswith("police:"))
    return counts.of("investigated_before", "registered") - disposed - counts.of("investigated_still")


def lines(counts: Counts) -> dict[str, int]:
    """Return the lines of the court's balance (table T1) that were counted."""
    names = ("opening", "charge_sheeted", *COMPLETED, *WITHOUT_TRIAL, "transferred", "pending", "stayed")
    found = {name: counts.of(name) for name in names}
    found["other"] = counts.of("other", "closure_report")
    return found


def joined(groups: Iterable[Mapping[str, Counts]]) -> dict[str, Counts]:
    """Return groups of several sources added up, key by key."""
    found: dict[str, Counts] = {}
    for one in groups:
        for key, counts in one.items():
            found.setdefault(key, Counts.none()).join(counts)
    return found
