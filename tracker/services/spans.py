"""The calendar by days, for the screen: each day of a span with its rows, also where nothing is listed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from tracker.services import calendar, closings
from tracker.services.office import Office
from tracker.services.views import CalendarRow

AGENDA, WEEK, MONTH = "agenda", "week", "month"
LOOKS = (AGENDA, WEEK, MONTH)
FORTNIGHT = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarDay:
    """One day: what is listed, what the law sets for it, and why courts are closed, if they are."""

    on: date
    rows: tuple[CalendarRow, ...]
    closed: str

    @property
    def listed(self) -> tuple[CalendarRow, ...]:
        """Its hearings."""
        return tuple(row for row in self.rows if row.kind == "hearing")

    @property
    def due(self) -> int:
        """How many dates of the law fall on it."""
        return len(self.rows) - len(self.listed)

    @property
    def clashes(self) -> int:
        """How many of its hearings have their advocate elsewhere in the same session."""
        return sum(any(one.kind == "clash" for one in row.beside) for row in self.listed)

    @property
    def ways(self) -> int:
        """How many others have their advocate in another complex in the other session."""
        return sum(bool(row.beside) for row in self.listed) - self.clashes

    def places(self) -> list[tuple[str, int]]:
        """Return how many are listed in each complex, most first."""
        found = Counter(row.complex or row.court or "no court" for row in self.listed)
        return sorted(found.items(), key=lambda one: (-one[1], one[0]))

    def going(self) -> list[tuple[str, int]]:
        """Return how many each advocate goes to, most first."""
        found = Counter(row.advocate or "nobody" for row in self.listed)
        return sorted(found.items(), key=lambda one: (-one[1], one[0]))


def span(look: str, day: date) -> tuple[date, date]:
    """Return the first and last day that a look shows: a fortnight from the day, its week, its month."""
    if look == WEEK:
        first = day - timedelta(days=day.weekday())
        return first, first + timedelta(days=6)
    if look == MONTH:
        first = day.replace(day=1)
        return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return day, day + timedelta(days=FORTNIGHT - 1)


def turned(look: str, day: date, by: int) -> date:
    """Return the day that the span after (or, with -1, before) begins from."""
    first, last = span(look, day)
    if look == AGENDA:
        return day + timedelta(days=FORTNIGHT * by)
    return last + timedelta(days=1) if by > 0 else first - timedelta(days=1)


def days(
    office: Office,
    first: date,
    last: date,
    *,
    today: date,
    advocate: str | None = None,
    court: str | None = None,
    filter: str = "",
) -> tuple[CalendarDay, ...]:
    """Return each day of the span with the rows of `calendar.between`. Raises Refused like it."""
    rows = calendar.between(office, first, last, today=today, advocate=advocate, court=court, filter=filter)
    by_day: dict[date, list[CalendarRow]] = {}
    for row in rows:
        by_day.setdefault(row.on, []).append(row)
    with office.reading() as session:
        closed = closings.between(session, first, last)
    return tuple(
        CalendarDay(on=on, rows=tuple(by_day.get(on, ())), closed=closed.why(on))
        for on in (first + timedelta(days=n) for n in range((last - first).days + 1))
    )
