"""Reads for the annual summary beside the rates: hearings, victims, sentences, reasons, what is filled in.

Each takes the conditions on `prosecution` and, where something happened on a day, the first and the last.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import and_, case, exists, extract, func, literal, or_, select
from sqlmodel import Session, col

from tracker.store.course_tables import Course, Verdict
from tracker.store.fact_tables import Event
from tracker.store.matching import Where
from tracker.store.tables import Accused, Charge, Court, Due, Hearing, Proceeding, Prosecution, Victim

Wheres = Sequence[Where]
DAY = 86400
CHILDS_EVIDENCE = "POCSO-35-1-30D"
GRANTED = ("adjourned", "not_reached", "judge_absent", "strike", "passed_over")
"""Outcomes by which a listed day passed without what it was listed for."""


def steps(session: Session, where: Wheres, skip: Collection[int]) -> Iterator[tuple[Any, ...]]:
    """Yield the numbers of each case's days: FIR, sent for trial, cognizance, charges, first witness, end.

    Then how it ended, and the kind of its trial court. `skip` are cases that the caller reckons.
    """
    days = (Course.registered_on, Course.sent_on, Course.cognizance_on, Course.framed_on, Course.witness_on)
    query = (
        _pick(*days, Course.result_on, Course.result, Court.kind)
        .select_from(Course)
        .outerjoin(Court, col(Court.key) == col(Course.court))
        .where(col(Course.prosecution_id).not_in(skip))
    )
    yield from session.connection().execute(_of_cases(query, col(Course.prosecution_id), where))


def open_by_stage(session: Session, where: Wheres, as_of: date) -> Iterator[tuple[str, int | None, int]]:
    """Yield stage, the number of the FIR's day, and how many open cases have both."""
    query = _pick(Prosecution.stage, Course.registered_on, func.count())
    query = query.join(Course, col(Course.prosecution_id) == col(Prosecution.id)).where(
        or_(col(Course.result).is_(None), col(Course.result_on) > as_of.toordinal()),
        or_(col(Prosecution.known_to).is_(None), col(Prosecution.known_to) <= as_of),
        *where,
    )
    grouped = query.group_by(Prosecution.stage, Course.registered_on)
    yield from session.connection().execute(grouped)


def entries_after(session: Session, where: Wheres, as_of: date) -> int:
    """Return how many cases have entries after the day."""
    query = _pick(func.count()).select_from(Prosecution).where(col(Prosecution.known_to) > as_of, *where)
    return session.scalar(query) or 0


def adjournments(
    session: Session, where: Wheres, first: date, last: date
) -> Iterator[tuple[str | None, str | None, int, int]]:
    """Yield who asked, why, how many adjournments, and the days to the next listing that they cost."""
    lost = extract("epoch", col(Hearing.next_on)) - extract("epoch", col(Hearing.on))
    query = _pick(Hearing.asked_by, Hearing.reason, func.count(), func.coalesce(func.sum(lost), 0))
    query = query.where(col(Hearing.outcome).in_(GRANTED), col(Hearing.on).between(first, last))
    query = _of_cases(query, col(Hearing.prosecution_id), where)
    for who, why, n, seconds in session.connection().execute(
        query.group_by(Hearing.asked_by, Hearing.reason)
    ):
        yield who, why, n, int(seconds) // DAY


def listings(
    session: Session, where: Wheres, first: date, last: date
) -> Iterator[tuple[str | None, int, int, int]]:
    """Yield purpose, days listed, days without an outcome recorded, days on which the purpose happened."""
    outcome = col(Hearing.outcome)
    query = _pick(Hearing.purpose, *_happened(outcome)).where(col(Hearing.on).between(first, last))
    query = _of_cases(query, col(Hearing.prosecution_id), where)
    yield from session.connection().execute(query.group_by(Hearing.purpose))


def listings_by_court(
    session: Session, where: Wheres, first: date, last: date
) -> Iterator[tuple[str | None, str | None, int, int, int]]:
    """Yield court and purpose, days listed, days without an outcome recorded, days on which it happened."""
    of = and_(
        col(Proceeding.prosecution_id) == col(Hearing.prosecution_id),
        col(Proceeding.key) == col(Hearing.proceeding),
    )
    query = _pick(Proceeding.court, Hearing.purpose, *_happened(col(Hearing.outcome))).select_from(Hearing)
    query = query.outerjoin(Proceeding, of).where(col(Hearing.on).between(first, last))
    query = _of_cases(query, col(Hearing.prosecution_id), where)
    yield from session.connection().execute(query.group_by(Proceeding.court, Hearing.purpose))


def _happened(outcome: Any) -> tuple[Any, ...]:
    return (
        *(func.count(), func.count().filter(outcome.is_(None))),
        func.count().filter(and_(outcome.is_not(None), outcome.not_in(GRANTED))),
    )


def evidence_in_time(session: Session, where: Wheres, first: date, last: date) -> tuple[int, int, int]:
    """Return how many children's evidence fell due on those days, how many gave it in time, how many late.

    It counts the clocks of the limit CHILDS_EVIDENCE, one for each child.
    """
    query = _pick(
        func.count(),
        func.count().filter(and_(col(Due.met_on).is_not(None), ~col(Due.met_late))),
        func.count().filter(and_(col(Due.met_on).is_not(None), col(Due.met_late))),
    ).where(col(Due.limit_id) == CHILDS_EVIDENCE, col(Due.due_on).between(first, last))
    row = session.connection().execute(_of_cases(query, col(Due.prosecution_id), where)).one()
    return row[0], row[1], row[2]


def victims(session: Session, where: Wheres, first: date, last: date) -> list[tuple[str | None, int]]:
    """Return age status and number of the victims in the cases registered on those days."""
    query = _pick(Victim.age_status, func.count()).join(
        Course, col(Course.prosecution_id) == col(Victim.prosecution_id)
    )
    query = query.where(col(Course.registered_on).between(first.toordinal(), last.toordinal()))
    query = _of_cases(query, col(Victim.prosecution_id), where).group_by(Victim.age_status)
    return [tuple(row) for row in session.connection().execute(query)]


def victims_of_results(session: Session, where: Wheres, first: date, last: date) -> dict[str, int]:
    """Return how many victims there are in the cases that ended so on those days."""
    query = _pick(Course.result, func.count()).join(
        Victim, col(Course.prosecution_id) == col(Victim.prosecution_id)
    )
    query = query.where(
        col(Course.result_on).between(first.toordinal(), last.toordinal()), col(Course.sent_on).is_not(None)
    )
    query = _of_cases(query, col(Course.prosecution_id), where).group_by(Course.result)
    return {word: n for word, n in session.connection().execute(query)}


def events(
    session: Session, where: Wheres, kinds: Sequence[str], first: date, last: date, known: date | None = None
) -> Iterator[tuple[Any, ...]]:
    """Yield the effective lines of these kinds: case, kind, day, accused, victim, and what they say.

    With `known`, as they were known on that day: neither lines nor corrections recorded later.
    """
    said = (
        Event.reason,
        Event.rupees,
        Event.sentence_months,
        Event.life,
        Event.death,
        Event.by,
        Event.result,
    )
    query = _pick(
        Event.prosecution_id,
        Event.kind,
        Event.on,
        Event.accused,
        Event.victim,
        *said,
    )
    query = query.where(col(Event.kind).in_(kinds), col(Event.on).between(first, last), ~corrected(known))
    if known:
        query = query.where(func.coalesce(col(Event.recorded_on), col(Event.on)) <= known)
    yield from session.connection().execute(_of_cases(query, col(Event.prosecution_id), where))


def corrected(known: date | None = None) -> Where:
    """Return the condition that a later line corrects this one, recorded by the day if one is given."""
    newer = Event.__table__.alias("newer")  # type: ignore[attr-defined]
    found = exists(literal(1)).where(
        newer.c.prosecution_id == col(Event.prosecution_id), newer.c.corrects == col(Event.seq)
    )
    return found.where(func.coalesce(newer.c.recorded_on, newer.c.on) <= known) if known else found


def convicted_of(session: Session, numbers: Sequence[int]) -> dict[tuple[int, str | None], list[str]]:
    """Return by case and accused the provisions of which they were convicted."""
    query = _pick(Verdict.prosecution_id, Verdict.accused, Verdict.provisions).where(
        col(Verdict.unit) == "charge",
        col(Verdict.result) == "convicted",
        col(Verdict.prosecution_id).in_(numbers),
    )
    found: dict[tuple[int, str | None], list[str]] = {}
    for number, who, provision in session.connection().execute(query):
        found.setdefault((number, who), []).append(provision)
    return found


def filled(session: Session, where: Wheres) -> list[tuple[str, int, int]]:
    """Return of each field how many are filled in, of how many."""
    found: list[tuple[str, int, int]] = []
    tables: tuple[tuple[Any, Any, dict[str, Any]], ...] = (
        (
            Prosecution,
            col(Prosecution.id),
            {
                "FIR number": col(Prosecution.fir_number),
                "day of the FIR": col(Prosecution.fir_on),
                "police station": col(Prosecution.police_station),
                "days of the offence": col(Prosecution.first_on),
                "advocate in the lead": col(Prosecution.lead),
            },
        ),
        (
            Proceeding,
            col(Proceeding.prosecution_id),
            {"court of a proceeding": col(Proceeding.court), "CNR of a proceeding": col(Proceeding.cnr)},
        ),
        (
            Accused,
            col(Accused.prosecution_id),
            {"sex of an accused": col(Accused.sex), "age of an accused": col(Accused.age)},
        ),
        (
            Victim,
            col(Victim.prosecution_id),
            {"age of a victim settled": case((col(Victim.age_status).in_(("minor", "adult")), 1))},
        ),
        (Charge, col(Charge.prosecution_id), {"section of a charge in the catalogue": col(Charge.provision)}),
    )
    for table, number, columns in tables:
        query = _pick(func.count(), *(func.count(column) for column in columns.values())).select_from(table)
        whole, *parts = session.connection().execute(_of_cases(query, number, where)).one()
        found += [(name, n, whole) for name, n in zip(columns, parts, strict=True)]
    return found


def past_hearings(session: Session, where: Wheres, as_of: date) -> tuple[int, int]:
    """Return how many hearing days have an outcome recorded, of all that have passed."""
    query = _pick(func.count(col(Hearing.outcome)), func.count()).where(col(Hearing.on) < as_of)
    said, whole = session.connection().execute(_of_cases(query, col(Hearing.prosecution_id), where)).one()
    return said, whole


def recording(session: Session, where: Wheres, first: date, last: date) -> tuple[int, int, int, int]:
    """Return of the lines of those days: all, with a day of recording, over a week late, corrections."""
    late = extract("epoch", col(Event.recorded_on)) - extract("epoch", col(Event.on)) > 7 * DAY
    query = _pick(
        *(func.count(), func.count(col(Event.recorded_on)), func.count().filter(late)),
        func.count(col(Event.corrects)),
    ).where(col(Event.on).between(first, last))
    row = session.connection().execute(_of_cases(query, col(Event.prosecution_id), where)).one()
    return row[0], row[1], row[2], row[3]


def _pick(*columns: Any) -> Any:
    """Return a query of columns of several tables and counts, whose types would only be in the way."""
    return select(*columns)


def _of_cases(query: Any, number: Any, where: Wheres) -> Any:
    if not where:
        return query
    return query.where(number.in_(select(col(Prosecution.id)).where(*where)))
