"""Reads for what the summary says of the record itself: values that can't be right, and gaps by advocate."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import and_, case, exists, func, select
from sqlmodel import Session, col

from tracker.domain.words import FlagKind
from tracker.store.course_tables import Course
from tracker.store.matching import Where, holds
from tracker.store.tables import Charge, Flag, Hearing, Prosecution, Victim

Wheres = Sequence[Where]
DOUBTED = (
    FlagKind.CHARGE_OUT_OF_FORCE,
    FlagKind.CHARGE_NEEDS_MINOR,
    FlagKind.WRONG_ACT,
    FlagKind.WRONG_COURT,
)
"""Warnings that say of a value on file that it can't be right."""


def impossible(session: Session, where: Wheres, as_of: date, most: int) -> dict[str, tuple[int, list[str]]]:
    """Return by check how many cases fail it, and the refs of the first."""
    registered, sheet, sent = col(Course.registered_on), col(Course.sheet_on), col(Course.sent_on)
    result_on, today = col(Course.result_on), as_of.toordinal()
    checks: dict[str, Any] = {
        "result_before_fir": result_on < registered,
        "sheet_before_fir": sheet < registered,
        "result_before_trial": and_(col(Course.result).is_not(None), sent > result_on),
        "final_before_result": col(Course.final_on) < result_on,
        "after_today": func.coalesce(registered, 0) > today,
    }
    for kind in DOUBTED:
        same = col(Flag.prosecution_id) == col(Prosecution.id)
        checks[str(kind)] = exists().where(same, col(Flag.kind) == kind, holds(as_of))
    found = {}
    for name, condition in checks.items():
        of = select(func.count()).select_from(Prosecution)
        of = of.join(Course, col(Course.prosecution_id) == col(Prosecution.id)).where(condition, *where)
        n = session.scalar(of) or 0
        refs = select(col(Prosecution.ref)).join(Course, col(Course.prosecution_id) == col(Prosecution.id))
        named = refs.where(condition, *where).order_by(col(Prosecution.id)).limit(most) if n else None
        found[name] = n, list(session.scalars(named)) if named is not None else []
    return found


FIELDS = ("FIR number", "day of the FIR", "police station", "days of the offence", "court of the trial")


def by_lead(session: Session, where: Wheres, as_of: date) -> dict[str | None, dict[str, tuple[int, int]]]:
    """Return by advocate in the lead each field: how many are filled in, of how many."""
    lead = col(Prosecution.lead)
    found: dict[str | None, dict[str, tuple[int, int]]] = {}
    columns = (
        *(Prosecution.fir_number, Prosecution.fir_on, Prosecution.police_station, Prosecution.first_on),
        Course.court,
    )
    query: Any = select(lead, func.count(), *(func.count(column) for column in columns))  # type: ignore[arg-type]
    query = query.select_from(Prosecution).outerjoin(
        Course, col(Course.prosecution_id) == col(Prosecution.id)
    )
    for who, whole, *parts in session.connection().execute(query.where(*where).group_by(lead)):
        found[who] = {name: (n, whole) for name, n in zip(FIELDS, parts, strict=True)}
    settled = case((col(Victim.age_status).in_(("minor", "adult")), 1))
    for name, number, counted, condition in (
        ("age of a victim settled", Victim.prosecution_id, settled, None),
        ("section in the catalogue", Charge.prosecution_id, Charge.provision, None),
        ("outcome of a past day", Hearing.prosecution_id, Hearing.outcome, col(Hearing.on) < as_of),
    ):
        of: Any = select(lead, func.count(), func.count(counted)).join(  # type: ignore[arg-type]
            Prosecution, col(number) == col(Prosecution.id)
        )
        of = of.where(*where) if condition is None else of.where(condition, *where)
        for who, whole, n in session.connection().execute(of.group_by(lead)):
            found.setdefault(who, {})[name] = n, whole
    return found
