"""Rates by whatever they are asked by, each with its definition, its numbers and the cases behind it.

A question says the unit, the key of the groups and the days; the answer holds the counts of each group
and of all (`total` counts what stands in several groups once), and notes: what a careful reader must be
told to compare them with other people's figures, naming the cases that don't fit.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from sqlmodel import Session

from tracker.domain.outcomes import Course, Result
from tracker.domain.tally import Counts, Window
from tracker.services import counting, folding, permissions, remarks
from tracker.services.counting import Apart
from tracker.services.office import Office
from tracker.services.question import BY, CLOCKS, UNITS, Group, Question, Report, check, conditions
from tracker.store import report_queries
from tracker.store.matching import Where

__all__ = ["BY", "CLOCKS", "UNITS", "Group", "Question", "Report", "conditions", "rates"]

MOST_REFS = 20_000
"""Over this many rows the refs behind the groups are left out, and a note says how to get them."""


def rates(office: Office, question: Question) -> Report:
    """Answer the question. Raises Refused: words that don't exist, days the wrong way round."""
    check(question)
    with office.reading() as session:
        where = conditions(session, question)
        known = question.known_on
        away = counting.apart(office, session, where, question.as_of, known)
        report = (
            _by_year(session, question, where, away)
            if question.by == "year"
            else _by_key(session, question, where, away)
        )
        report.notes = remarks.of(session, report, where, away, MOST_REFS)
    if office.sees == permissions.OWN:
        report.notes.insert(0, f"Only the matters of {office.user} are counted, not the whole office.")
    return report


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
    raw = counting.count(session, ask, away, folding.key_of(question))
    cases = _refs(session, question, ask, away, folding.key_of(question))
    total = Counts.none()
    groups: dict[str, Counts] = {}
    behind: dict[str, dict[str, None]] = {}
    everybody: dict[str, None] = {}
    for key, counts in raw.items():
        total.join(counts)
        for name in folding.names(question, key):
            groups.setdefault(name, Counts.none()).join(counts)
    for key, refs in cases.items():
        everybody.update(dict.fromkeys(refs))
        for name in folding.names(question, key):
            behind.setdefault(name, {}).update(dict.fromkeys(refs))
    lines = [
        Group(name, groups[name], sorted(behind.get(name, ())), folding.label(question, name))
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
