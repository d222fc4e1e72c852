"""Reads for the cases behind a number of the rates: the rows that may be meant, with all that decides."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from sqlmodel import Session, col

from tracker.domain.outcomes import Course as Way
from tracker.domain.outcomes import Result
from tracker.domain.words import DisposalKind
from tracker.store import courses, report_queries
from tracker.store.report_queries import Ask
from tracker.store.tables import Course, Prosecution, Verdict

_ENDINGS = frozenset(str(word) for word in DisposalKind) | {"closure_report", "other", "plea_bargained"}


def rows(session: Session, ask: Ask, marks: Collection[str]) -> Iterator[tuple[str, str, Way, Result]]:
    """Yield key, ref, course and result of each case, accused or charge that may carry one of the marks.

    Those that surely carry none are left out by the database; the caller asks the rules of the others.
    """
    own: list[Any] = [getattr(Course, name) for name in courses.COURSE]
    result: list[Any] = [getattr(Verdict, name) for name in ("unit", "accused", *courses.RESULT)]
    columns = own if ask.unit == report_queries.CASE else [*own, *result]
    query = report_queries.of_cases(ask, report_queries.key_of(ask), col(Prosecution.ref), *columns)
    word, on = report_queries.result_of(ask)
    first, last = (day.toordinal() for day in ask.window.events)
    if marks and set(marks) <= _ENDINGS:
        query = query.where(word.in_(marks), on >= first, on <= last)
    elif marks and set(marks) <= {"pending", "stayed"}:
        query = query.where(col(Course.sent_on) <= last, word.is_(None) | (on > last))
    for key, ref, *found in session.connection().execute(query.order_by(col(Prosecution.ref))):
        course = courses.course_of(tuple(found[: len(own)]))
        if ask.unit == report_queries.CASE:
            yield key or "", ref, course, course.case
        else:
            unit, who, *rest = found[len(own) :]
            yield key or "", ref, course, courses.result_of(unit, who, rest)
