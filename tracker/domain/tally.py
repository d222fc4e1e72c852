"""What one case, accused or charge counts as, in a period or a cohort; and counts of many.

A period counts what happened on its days: what was registered, sent for trial, decided, and what was pending
before it and after. A cohort counts the FIRs of its days and all that came of them. The two are never mixed.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from tracker.domain.outcomes import Course, Result

CAUSES = ("convicted", "acquitted", "other")
"""What an open case may come to; `other` is every ending but the first two."""

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
