"""Rates by whatever they are asked by, each with its definition, its numbers and the cases behind it.

A question says the unit, the key of the groups and the days; the answer holds the counts of each group
and of all (`total` counts what stands in several groups once), and notes: what a careful reader must be
told to compare them with other people's figures, naming the cases that don't fit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache

from sqlmodel import Session

import statutes
from tracker.domain import rates as arithmetic
from tracker.domain.outcomes import Course, Result
from tracker.domain.tally import EARLIEST, Counts, Window
from tracker.services import counting, filters, permissions
from tracker.services.counting import Apart
from tracker.services.office import Office, Refused
from tracker.store import matching, report_queries
from tracker.store.matching import OF_CONSEQUENCES, Where

BY = ("year", "act", "provision", "court", "district", "station", "state")
UNITS = ("case", "accused", "charge")
CLOCKS = ("fir", "charge_sheet", "cognizance")
NOT_RECORDED = "not recorded"
MOST_REFS = 20_000
"""Over this many rows the refs behind the groups are left out, and a note says how to get them."""
NAMED = 10
"""How many cases a note names."""
OVERLAP = ("act", "provision")
"""Keys of which a case may have several."""


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


def rates(office: Office, question: Question) -> Report:
    """Answer the question. Raises Refused: words that don't exist, days the wrong way round."""
    _check(question)
    with office.reading() as session:
        where = conditions(session, question)
        known = question.known_on
        away = counting.apart(office, session, where, question.as_of, known)
        report = (
            _by_year(session, question, where, away)
            if question.by == "year"
            else _by_key(session, question, where, away)
        )
        report.notes = _notes(session, report, where, away)
    if office.sees == permissions.OWN:
        report.notes.insert(0, f"Only the matters of {office.user} are counted, not the whole office.")
    return report


def _check(question: Question) -> None:
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


def _ask(question: Question, window: Window, where: tuple[Where, ...], by: str) -> report_queries.Ask:
    return report_queries.Ask(question.unit, by, window, question.principal, where)


def _by_year(session: Session, question: Question, where: tuple[Where, ...], away: Apart) -> Report:
    window, groups = question.window(), []
    for year, one in counting.years(session, away, window):
        ask = _ask(question, one, where, "")
        counts = counting.count(session, ask, away, _nothing).get("", Counts.none())
        groups.append(Group(year, counts, _refs(session, question, ask, away, _nothing).get("", [])))
    ask = _ask(question, window, where, "")
    total = counting.count(session, ask, away, _nothing).get("", Counts.none())
    listed = _refs(session, question, ask, away, _nothing).get("", [])
    return _listable(session, question, ask, Report(question, groups, Group("total", total, listed)))


def _by_key(session: Session, question: Question, where: tuple[Where, ...], away: Apart) -> Report:
    ask = _ask(question, question.window(), where, question.by)
    raw = counting.count(session, ask, away, _key(question))
    cases = _refs(session, question, ask, away, _key(question))
    total = Counts.none()
    groups: dict[str, Counts] = {}
    behind: dict[str, dict[str, None]] = {}
    everybody: dict[str, None] = {}
    for key, counts in raw.items():
        total.join(counts)
        for name in _names(question, key):
            groups.setdefault(name, Counts.none()).join(counts)
    for key, refs in cases.items():
        everybody.update(dict.fromkeys(refs))
        for name in _names(question, key):
            behind.setdefault(name, {}).update(dict.fromkeys(refs))
    lines = [
        Group(name, groups[name], sorted(behind.get(name, ())), _label(question, name))
        for name in sorted(groups)
    ]
    return _listable(
        session, question, ask, Report(question, lines, Group("total", total, sorted(everybody)))
    )


def _refs(
    session: Session,
    question: Question,
    ask: report_queries.Ask,
    away: Apart,
    key: Callable[[Course, Result], str],
) -> dict[str, list[str]]:
    if not question.with_refs or report_queries.counted(session, replace(ask, by="")) > MOST_REFS:
        return {}
    return counting.refs(session, ask, away, key)


def _listable(session: Session, question: Question, ask: report_queries.Ask, report: Report) -> Report:
    if not question.with_refs or report_queries.counted(session, replace(ask, by="")) > MOST_REFS:
        for group in (*report.groups, report.total):
            group.cases = None
    return report


def _nothing(course: Course, result: Result) -> str:
    return ""


def _key(question: Question) -> Callable[[Course, Result], str]:
    if question.by in OVERLAP:
        if question.principal:
            return lambda course, result: result.principal
        return lambda course, result: " ".join(result.acts if question.by == "act" else result.provisions)
    return lambda course, result: getattr(course, question.by) or ""


def _names(question: Question, key: str) -> Iterable[str]:
    """Return the groups in which a raw key is counted."""
    if not key:
        return (NOT_RECORDED,)
    if question.by not in OVERLAP:
        return (key,)
    words = key.split()
    if question.by == "act":
        return dict.fromkeys(word.partition("-")[0] for word in words)
    return dict.fromkeys(family(word) if question.joined else word for word in words)


def _label(question: Question, name: str) -> str:
    if question.by == "act":
        act = statutes.acts().get(name)
        return act.title if act else name
    if question.by == "provision":
        parts = [row for id_ in name.split("+") if (row := statutes.provision(id_))]
        return " / ".join(f"{row.act} {row.section}" for row in parts) or name
    return name


@cache
def _partners() -> dict[str, str]:
    """Return provision to the group of old and new sections that it stands in: the nearest pair of each."""
    groups: dict[str, list[str]] = {}
    for pair in statutes.counterparts():
        if len(pair.old) == 1 and len(pair.new) == 1:
            groups.setdefault(pair.old[0], [pair.old[0]]).append(pair.new[0])
    found: dict[str, str] = {}
    for old, members in groups.items():
        for id_ in members:
            found.setdefault(id_, "+".join(dict.fromkeys(members)) if id_ != old or len(members) > 1 else old)
    return found


def family(id_: str) -> str:
    """Return the group of a provision where old and new are joined: their ids with a plus between."""
    return _partners().get(id_, id_)


def _notes(session: Session, report: Report, where: tuple[Where, ...], away: Apart) -> list[str]:
    question, total = report.question, report.total.counts
    said = []
    if question.by in OVERLAP and not question.principal:
        said.append(
            f"A {question.unit} with charges of several groups is counted in each; the total counts it once."
        )
    if question.by in OVERLAP and question.unit == "case":
        said.append("A case's outcome is that of the whole case; for results charge by charge count charges.")
    if total.of("left"):
        said.append(
            f"{total.of('left')} decided {_plural(total.of('left'), 'case')} still "
            f"{'has' if total.of('left') == 1 else 'have'} an accused without a result."
        )
    if total.of("set_aside"):
        said.append(
            f"{total.of('set_aside')} of {total.of('convicted')} convictions no longer stand "
            "(set aside on appeal); the trial court's outcome is counted unless final results are asked for."
        )
    said += _odd(session, where)
    if len(away.single) != len(away.families):
        many = len(away.single) - len(away.families)
        said.append(
            f"{many} split {_plural(many, 'trial')} counted with the case it was split from; accused and "
            "charges are counted in each part."
        )
    for group in (*report.groups, report.total):
        off = arithmetic.imbalance(group.counts)
        if off:
            said.append(
                f"{group.key}: the balance does not add up by {off}: opening and sent for trial against "
                "what ended and what is pending."
            )
    if question.cohort:
        said.append(
            "Cohort: the FIRs of those days, followed to the day of the report. Not comparable with a period."
        )
    if question.known_on:
        said.append(
            f"As known on {question.known_on:%d-%m-%Y}: lines recorded later are left out; a line without a "
            "day of recording counts as recorded on its own day."
        )
    if report.total.cases is None and question.with_refs:
        said.append(f"More than {MOST_REFS} in all: narrow the question to list the cases behind a number.")
    return said


_ODD = {
    "inferred": "without a charge sheet on file counted as sent for trial on the first step before a court",
    "no_day": "ended on a day that nobody recorded and left out of every balance",
    "no_fir": "without the day of the FIR, and so not among the registered",
    "before_sheet": "decided before the day on which sent for trial, which can't be right",
    "other": "closed or judged without a result on file, counted as other",
}


def _odd(session: Session, where: tuple[Where, ...]) -> list[str]:
    found = report_queries.odd(session, where, NAMED)
    said = []
    for why, (n, refs) in found.items():
        more = f" and {n - len(refs)} more" if n > len(refs) else ""
        said.append(f"{n} {_plural(n, 'case')} {_ODD[why]}: {', '.join(refs)}{more}.")
    return said


def _plural(n: int, word: str) -> str:
    return word if n == 1 else word + "s"
