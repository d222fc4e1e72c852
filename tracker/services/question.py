"""What is asked of the rates, and the answer: the question's words, the days, the lines.

A question says the unit, the key of the groups and the days; it is refused here where its words don't exist.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from sqlmodel import Session

from tracker.domain.tally import EARLIEST, Counts, Window
from tracker.services import filters
from tracker.services.office import Refused
from tracker.store import matching
from tracker.store.matching import OF_CONSEQUENCES, Where

BY = ("year", "act", "provision", "court", "district", "station", "state", "lead")
UNITS = ("case", "accused", "charge")
CLOCKS = ("fir", "charge_sheet", "cognizance")


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked. Days are both included; `first` None is the beginning, `last` None is `as_of`."""

    by: str = "year"
    unit: str = "case"
    first: date | None = None
    last: date | None = None
    as_of: date
    """The day on which open cases are looked at: today."""
    cohort: bool = False
    principal: bool = False
    clock: str = "fir"
    final: bool = False
    joined: bool = False
    """Old and new sections that answer to each other stand in one group."""
    filter: str = ""
    known_on: date | None = None
    with_refs: bool = True

    def window(self) -> Window:
        """Return the days as the counting takes them."""
        last = min(self.last or self.as_of, self.as_of)
        return Window(self.first or EARLIEST, last, self.as_of, self.cohort, self.clock, self.final)


@dataclass(slots=True)
class Group:
    """One line of the answer."""

    key: str
    counts: Counts
    cases: list[str] | None = None
    """None: too many to list."""
    label: str = ""


@dataclass(slots=True)
class Report:
    """The answer, with the question that it answers."""

    question: Question
    groups: list[Group]
    total: Group
    notes: list[str] = field(default_factory=list)


def asked_well(question: Question) -> None:
    """Refuse a question whose words, days or filter can't be read; nothing is counted. Raises Refused."""
    check(question)
    filters.parse(question.filter)


def check(question: Question) -> None:
    """Refuse words that don't exist, and days the wrong way round. Raises Refused."""
    for word, known, what in (
        (question.by, BY, "Rates are given by"),
        (question.unit, UNITS, "What is counted is a"),
        (question.clock, CLOCKS, "The clock starts at"),
    ):
        if word not in known:
            raise Refused(f"{what} {', '.join(known[:-1])} or {known[-1]}, not by {word!r}.")
    if question.first and question.last and question.last < question.first:
        raise Refused(f"The last day, {question.last}, is before the first, {question.first}.")
    if question.first and question.first > question.as_of:
        raise Refused(f"The first day, {question.first}, is after the day of the report, {question.as_of}.")


def conditions(session: Session, question: Question) -> tuple[Where, ...]:
    """Return the conditions that the question's filter asks. Raises Refused for what moves by the day."""
    if not question.filter.strip():
        return ()
    asks = filters.asks(question.filter, question.as_of)
    moving = [ask.key for ask in asks if ask.key in OF_CONSEQUENCES]
    if moving:
        raise Refused(f"A rate can't be narrowed by {moving[0]}:, which depends on the day one looks.")
    return tuple(matching.facts(session, asks))
