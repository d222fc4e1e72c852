"""One month for a person who picks a day: when courts are closed and why, how many matters are listed."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from sqlmodel import col, select

from tracker.services.office import Office
from tracker.store import agendas
from tracker.store.office_tables import Holiday


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """`closed`: each closed day to its why; `listed`: each day to how many matters are listed."""

    first: date
    closed: dict[date, str]
    listed: dict[date, int]


def of(office: Office, first: date) -> Month:
    """Return the month of a day."""
    first = first.replace(day=1)
    days = [first.replace(day=number + 1) for number in range(monthrange(first.year, first.month)[1])]
    with office.reading() as session:
        found = session.exec(select(Holiday).where(col(Holiday.on).between(days[0], days[-1]))).all()
        listed = agendas.count(session, days[0], days[-1])
    names = {one.on: one.name or "holiday" for one in found}
    closed = {on: names.get(on, "Sunday") for on in days if office.law().closed(on)}
    return Month(first=first, closed=closed, listed=dict(listed))
