"""Reads for the cases behind a number of the rates: the rows that may be meant, with all that decides."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from sqlalchemy import ColumnElement, and_, or_
from sqlmodel import Session, col

from tracker.domain.outcomes import Course as Way
from tracker.domain.outcomes import Result
from tracker.domain.words import DisposalKind
from tracker.store import courses, report_queries
from tracker.store.course_tables import Course, Verdict
from tracker.store.report_queries import Ask
from tracker.store.tables import Prosecution

_ENDINGS = frozenset(str(word) for word in DisposalKind) | {"closure_report", "other", "plea_bargained"}


def rows(
    session: Session, ask: Ask, figure: str, marks: Collection[str]
) -> Iterator[tuple[str, str, Way, Result]]:
    """Yield key, ref, course and result of each case, accused or charge that a figure may count.

    Those that surely carry none of its marks are left out by the database; the caller asks the rules of the
    others.
    """
    own: list[Any] = [getattr(Course, name) for name in courses.COURSE]
    result: list[Any] = [getattr(Verdict, name) for name in ("unit", "accused", *courses.RESULT)]
    columns = own if ask.unit == report_queries.CASE else [*own, *result]
    query = report_queries.of_cases(ask, report_queries.key_of(ask), col(Prosecution.ref), *columns)
    may = _may(ask, figure, marks)
    if may is not None:
        query = query.where(may)
    for key, ref, *found in session.connection().execute(query.order_by(col(Prosecution.ref))):
        course = courses.course_of(tuple(found[: len(own)]))
        if ask.unit == report_queries.CASE:
            yield key or "", ref, course, course.case
        else:
            unit, who, *rest = found[len(own) :]
            yield key or "", ref, course, courses.result_of(unit, who, rest)


def _may(ask: Ask, figure: str, marks: Collection[str]) -> ColumnElement[bool] | None:
    """Return the condition without which a case isn't counted by the figure; None where all are looked at."""
    word, on = report_queries.result_of(ask)
    first, last = (day.toordinal() for day in ask.window.events)
    sent, registered, police = col(Course.sent_on), col(Course.registered_on), col(Course.police_on)
    found: dict[str, ColumnElement[bool]] = {
        "court_breaks": on < sent,
        "police_breaks": and_(police.is_not(None), or_(registered.is_(None), registered > police)),
        "registered": registered.between(first, last),
        "charge_sheeted": sent.between(first, last),
        "opening": sent < first,
        "before_court": sent <= last,
        "with_police": or_(police.is_(None), police > last),
    }
    if figure in found:
        return found[figure]
    if set(marks) <= _ENDINGS:
        return and_(word.in_(marks), on.between(first, last))
    return and_(sent <= last, or_(word.is_(None), on > last)) if figure in ("pending", "stayed") else None
