"""Reads for the rates: kept courses counted by the database, group by group, never a case at a time.

What each count means is `domain.rates`; the conditions here say the same to the database, and a test
holds the two together. Days are the numbers that `course` keeps. `skip` are the cases that must not be
counted from what is kept: the caller reckons them and adds them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, func, literal, or_, select
from sqlmodel import Session, col

from tracker.domain.tally import EARLIEST, LATEST, Counts, Window, cause
from tracker.store.course_tables import Course, Verdict
from tracker.store.fact_tables import Event
from tracker.store.matching import Where
from tracker.store.tables import Court, Prosecution

CASE = "case"


@dataclass(frozen=True, slots=True)
class Ask:
    """What to count: of which unit, under which key, in which days, of which cases."""

    unit: str
    by: str
    window: Window
    principal: bool = False
    where: tuple[Where, ...] = ()
    """Conditions on `prosecution`."""
    skip: Collection[int] = ()


_CLOCKS = {
    "fir": col(Course.registered_on),
    "charge_sheet": col(Course.sent_on),
    "cognizance": col(Course.cognizance_on),
}


def key_of(ask: Ask) -> Any:
    """Return the column that groups are made of; a blank stands between the words of a list."""
    table: Any = Course if ask.unit == CASE else Verdict
    if ask.by in ("act", "provision"):
        if ask.principal:
            return col(table.principal)
        return col(table.acts if ask.by == "act" else table.provisions)
    if ask.by in ("district", "state"):
        return func.coalesce(col(getattr(Course, ask.by)), col(getattr(Court, ask.by)))
    if ask.by == "lead":
        return col(Prosecution.lead)
    return col(getattr(Course, ask.by)) if ask.by in ("court", "station") else literal("")


def count(session: Session, ask: Ask) -> dict[str, Counts]:
    """Return the counts of each value of the key; of no value under ""."""
    found: dict[str, Counts] = defaultdict(Counts.none)
    for key, mark, n in (*_stock(session, ask), *_ends(session, ask), *_police(session, ask)):
        if n:
            found[key or ""].marks[mark] += n
    for key, how, days, n in _spells(session, ask):
        found[key or ""].spells[how, days] += n
    return dict(found)


def _from(ask: Ask, *columns: Any) -> Select[Any]:
    query = select(*columns).select_from(Course)
    if ask.unit != CASE:
        same = col(Verdict.prosecution_id) == col(Course.prosecution_id)
        query = query.join(Verdict, and_(same, col(Verdict.unit) == ask.unit))
    if ask.by in ("district", "state"):
        query = query.outerjoin(Court, col(Court.key) == col(Course.court))
    if ask.where or ask.by == "lead":
        query = query.join(Prosecution, col(Prosecution.id) == col(Course.prosecution_id)).where(*ask.where)
    if ask.skip:
        query = query.where(col(Course.prosecution_id).not_in(ask.skip))
    if ask.window.cohort:
        query = query.where(_within(col(Course.registered_on), ask.window.first, ask.window.last))
    return query


def of_cases(ask: Ask, *columns: Any) -> Select[Any]:
    """Return the query of these columns, among them some of `prosecution`, for what the question looks at."""
    query = _from(ask, *columns)
    if ask.where or ask.by == "lead":
        return query
    return query.join(Prosecution, col(Prosecution.id) == col(Course.prosecution_id))


def result_of(ask: Ask) -> tuple[Any, Any]:
    """Return the columns of word and day of the result that counts: the trial court's, or the final."""
    table: Any = Course if ask.unit == CASE else Verdict
    if ask.window.final:
        return col(table.final), col(table.final_on)
    return col(table.result), col(table.result_on)


def _within(column: Any, first: Any, last: Any) -> ColumnElement[bool]:
    return and_(column >= first.toordinal(), column <= last.toordinal())


def _number(condition: Any) -> Any:
    return func.count().filter(condition)


def _stock(session: Session, ask: Ask) -> Iterator[tuple[Any, str, int]]:
    word, over = result_of(ask)
    first, last = ask.window.events
    sent = col(Course.sent_on)
    known = or_(word.is_(None), over.is_not(None))
    before = first.toordinal()
    opening = and_(known, sent < before, or_(word.is_(None), over >= before))
    still = and_(known, sent <= last.toordinal(), or_(word.is_(None), over > last.toordinal()))
    until = col(Course.stay_until)
    stayed = and_(
        still,
        col(Course.stay_on) <= last.toordinal(),
        or_(until.is_(None), until > last.toordinal()),
    )
    columns = {
        "registered": _within(col(Course.registered_on), first, last),
        "opening": opening,
        "charge_sheeted": and_(known, _within(sent, first, last)),
        "pending": still,
        "stayed": stayed,
    }
    columns |= _investigation(first.toordinal(), last.toordinal())
    key = key_of(ask)
    query = _from(ask, key, *(_number(condition) for condition in columns.values())).group_by(key)
    for key_, *numbers in session.connection().execute(query).all():
        for mark, n in zip(columns, numbers, strict=True):
            yield key_, mark, n


def _investigation(first: int, last: int) -> dict[str, Any]:
    registered, over, sheet = col(Course.registered_on), col(Course.police_on), col(Course.sheet_on)
    known = and_(
        or_(col(Course.police).is_(None), over.is_not(None)), or_(over.is_(None), over >= registered)
    )
    in_days = and_(known, sheet >= first, sheet <= last)
    return {
        "investigated_before": and_(known, registered < first, or_(over.is_(None), over >= first)),
        "investigated_still": and_(known, registered <= last, or_(over.is_(None), over > last)),
        "sheet_60": and_(in_days, sheet - registered <= 60),
        "sheet_90": and_(in_days, sheet - registered <= 90),
    }


def _ends(session: Session, ask: Ask) -> Iterator[tuple[Any, str, int]]:
    word, over = result_of(ask)
    key = key_of(ask)
    table: Any = Course if ask.unit == CASE else Verdict
    undone = and_(word == "convicted", col(table.set_aside_on) <= ask.window.as_of.toordinal())
    query = _from(
        ask,
        *(key, word, func.count(), _number(undone)),
        *(_number(col(Course.left_) > 0), _number(col(Course.sent_on) > over)),
    ).where(word.is_not(None), _within(over, *ask.window.events), col(Course.sent_on).is_not(None))
    for key_, mark, n, set_aside, left, unbalanced in (
        session.connection().execute(query.group_by(key, word)).all()
    ):
        yield key_, mark, n
        yield key_, "set_aside", set_aside
        yield key_, "left", left if ask.unit == CASE else 0
        yield key_, "unbalanced", unbalanced


def _police(session: Session, ask: Ask) -> Iterator[tuple[Any, str, int]]:
    key, how, ground = key_of(ask), col(Course.police), col(Course.ground)
    query = _from(ask, key, how, ground, func.count()).where(
        _within(col(Course.police_on), *ask.window.events), how.is_not(None)
    )
    odd = or_(col(Course.registered_on).is_(None), col(Course.registered_on) > col(Course.police_on))
    query = query.add_columns(_number(odd))
    for key_, kind, why, n, strange in session.connection().execute(query.group_by(key, how, ground)).all():
        yield key_, f"police:{kind}" + (f":{why}" if why else ""), n
        yield key_, "not_from_fir", strange


def _spells(session: Session, ask: Ask) -> Iterator[tuple[Any, str, int, int]]:
    window, key = ask.window, key_of(ask)
    word, over = result_of(ask)
    start = _CLOCKS[window.clock]
    as_of = window.as_of.toordinal()
    first, last = (EARLIEST, LATEST) if window.cohort else (window.first, window.last)
    began = _within(start, first, min(last, window.as_of))
    length = over - start
    done = _from(ask, key, word, length, func.count()).where(
        began, word.is_not(None), over <= as_of, length >= 0
    )
    for key_, how, days, n in session.connection().execute(done.group_by(key, word, length)).all():
        yield key_, cause(how), days, n
    on = _from(ask, key, start, func.count()).where(began, or_(word.is_(None), over > as_of))
    for key_, day, n in session.connection().execute(on.group_by(key, start)).all():
        yield key_, "open", as_of - day, n


def counted(session: Session, ask: Ask) -> int:
    """Return how many rows of the unit the question looks at."""
    return session.scalar(_from(ask, func.count())) or 0


def refs(session: Session, ask: Ask) -> Iterator[tuple[str, str]]:
    """Yield the key and the ref of each case that counts for anything, by ref."""
    word, over = result_of(ask)
    first, last = (day.toordinal() for day in ask.window.events)
    sent, registered, how = col(Course.sent_on), col(Course.registered_on), col(Course.police_on)
    before_court = and_(sent <= last, or_(sent >= first, word.is_(None), over >= first))
    counts = or_(
        *(and_(day >= first, day <= last) for day in (registered, how)),
        and_(before_court, or_(word.is_(None), over.is_not(None))),
        and_(sent.is_not(None), over >= first, over <= last),
    )
    query = of_cases(ask, key_of(ask), col(Prosecution.ref)).where(counts)
    for key, ref in session.connection().execute(query.order_by(col(Prosecution.ref))).all():
        yield key or "", ref


def years(session: Session) -> tuple[int, int] | None:
    """Return the first and the last day's number on which anything was registered, sent or decided."""
    columns = (Course.registered_on, Course.sent_on, Course.police_on, Course.result_on, Course.final_on)
    days = [c for one in columns for c in (func.min(one), func.max(one))]
    found = [day for day in session.connection().execute(select(*days)).one() if day is not None]
    return (min(found), max(found)) if found else None


def without_course(session: Session, where: Sequence[Where]) -> list[int]:
    """Return the cases of which nothing is kept for rates yet."""
    kept = session.scalar(select(func.count()).select_from(Course))
    if kept == session.scalar(select(func.count()).select_from(Prosecution)):
        return []
    there = exists().where(col(Course.prosecution_id) == col(Prosecution.id))
    return list(session.scalars(select(col(Prosecution.id)).where(~there, *where)))


def split(session: Session) -> list[tuple[int, str, str]]:
    """Return the number, the ref and the parent's ref of each case that was split from another."""
    query = select(col(Prosecution.id), col(Prosecution.ref), col(Course.split_from)).join(
        Course, col(Course.prosecution_id) == col(Prosecution.id)
    )
    found = session.connection().execute(query.where(col(Course.split_from).is_not(None)))
    return [(number, ref, parent or "") for number, ref, parent in found]


def ids_of(session: Session, where: Sequence[Where], among: Sequence[int]) -> set[int]:
    """Return which of these cases answer the conditions."""
    query = select(col(Prosecution.id)).where(col(Prosecution.id).in_(among), *where)
    return set(session.scalars(query))


def recorded_later(session: Session, day: Any) -> list[int]:
    """Return the cases with a line recorded after the day; where that isn't known, its own day decides."""
    said = func.coalesce(col(Event.recorded_on), col(Event.on))
    query = select(col(Event.prosecution_id)).where(said > day).distinct()
    return list(session.scalars(query))


def later_than(session: Session, where: Sequence[Where], day: Any) -> list[int]:
    """Return the cases whose journal goes beyond the day."""
    return list(session.scalars(select(col(Prosecution.id)).where(col(Prosecution.known_to) > day, *where)))


def odd(session: Session, where: Sequence[Where], most: int) -> dict[str, tuple[int, list[str]]]:
    """Return how many cases can't be counted like the others, by why, with the first refs."""
    ended, on = col(Course.result), col(Course.result_on)
    conditions = {
        "inferred": col(Course.inferred),
        "no_day": and_(ended.is_not(None), on.is_(None)),
        "no_fir": col(Course.registered_on).is_(None),
        "before_sheet": and_(ended.is_not(None), col(Course.sent_on) > on),
        "other": and_(ended == "other", col(Course.sent_on).is_not(None)),
    }
    numbers = select(*(_number(condition) for condition in conditions.values())).select_from(Course)
    some = select(col(Prosecution.ref)).join(Course, col(Course.prosecution_id) == col(Prosecution.id))
    if where:
        numbers = numbers.join(Prosecution, col(Course.prosecution_id) == col(Prosecution.id)).where(*where)
    found = {}
    counts = session.connection().execute(numbers).one()
    for (why, condition), n in zip(conditions.items(), counts, strict=True):
        if n:
            named = some.where(condition, *where).order_by(col(Prosecution.id)).limit(most)
            found[why] = n, list(session.scalars(named))
    return found
