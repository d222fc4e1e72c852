"""Adding a limit to a day, each rule with its source.

* A limit in days leaves the day of the event out (General Clauses Act 1897 s. 9), unless the row
  says that the first day counts, as the day of remand does for default bail (Enforcement
  Directorate v Kapil Wadhawan, Supreme Court, 27-03-2023): then the last day is start + n - 1.
* If the court or office is closed on the last day, the next open day is in time (s. 10), where the
  row says `next_open`; custody and hours are never extended.
* Months and years are calendar ones (s. 3(35), 3(66)): the same-numbered day, and where the month
  has none, its last day.
* Hours run on the clock. Without the hour of the event only the day that they reach is known.
* Limitation Act 1963 s. 12(2): the days from applying for the certified copy to its being ready,
  both included, are added; the day of judgment is out already and is not taken out twice.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from statutes.rows import Limit, Variant

Closed = Callable[[date], bool]
FURTHEST_CLOSURE = 366
"""Days after which a calendar that never opens is taken to be wrong."""


@dataclass(slots=True)
class Reach:
    """The days that a limit reaches from its start; None where the limit has no such day."""

    due_on: date | None = None
    due_at: str | None = None
    outer_on: date | None = None
    not_before: date | None = None


@dataclass(slots=True)
class Measure:
    """The numbers that a row counts with; a share is number over divisor."""

    number: int | None
    unit: str
    divisor: int | None
    least: int | None
    outer: int | None


def months_after(day: date, months: int) -> date:
    """Return the same-numbered day so many months later, or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    month += 1
    if day.day <= 28:
        return day.replace(year=year, month=month)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def next_open(day: date, closed: Closed) -> date:
    """Return the day, or the first later day that is not closed."""
    for _ in range(FURTHEST_CLOSURE):
        if not closed(day):
            return day
        day += timedelta(days=1)
    raise ValueError("the calendar has no open day within a year")


def working_days_after(day: date, number: int, closed: Closed) -> date:
    """Return the day on which so many open days have passed, the day of the event left out."""
    for _ in range(number):
        day = next_open(day + timedelta(days=1), closed)
    return day


def last_day(unit: str, number: int, start: date, count_first_day: bool, closed: Closed) -> date:
    """Return the day that a number of days, working days, months, years or hours reaches."""
    if unit == "days":
        return start + timedelta(days=number - 1 if count_first_day else number)
    if unit == "hours":
        return start + timedelta(days=-(-number // 24))
    if unit == "working_days":
        return working_days_after(start, number, closed)
    if unit in ("months", "years"):
        end = months_after(start, number * 12 if unit == "years" else number)
        return end - timedelta(days=1) if count_first_day else end
    raise ValueError(f"nothing is counted in {unit}")


def hour_reached(start: date, time: str, hours: int) -> str:
    """Return the minute ("YYYY-MM-DDTHH:MM") that so many hours reach."""
    at = datetime(start.year, start.month, start.day, int(time[:2]), int(time[3:5]))  # noqa: DTZ001
    return (at + timedelta(hours=hours)).isoformat(timespec="minutes")


def share_of(start: date, max_months: int, number: int, divisor: int, count_first_day: bool) -> date:
    """Return the day on which number/divisor of a term has been served; part of a month is of 30 days."""
    months, rest = divmod(max_months * number, divisor)
    end = months_after(start, months) + timedelta(days=-(-30 * rest // divisor))
    return end - timedelta(days=1) if count_first_day else end


def measure_of(limit: Limit, variant: Variant | None = None) -> Measure:
    """Return the numbers that a row counts with, a variant's in place of its own."""
    if variant is None:
        return Measure(limit.number, limit.unit, limit.divisor, limit.least_number, limit.outer_number)
    return Measure(
        variant.number,
        variant.unit or limit.unit,
        variant.divisor or limit.divisor,
        variant.least_number or limit.least_number,
        limit.outer_number,
    )


def count(
    limit: Limit,
    start: date,
    time: str | None,
    closed: Closed,
    variant: Variant | None = None,
    max_months: int | None = None,
) -> Reach:
    """Return what a limit reaches from a day (and hour). `max_months` is the term that a share is of."""
    if variant is None and limit.unit == "days" and not limit.outer_number and not limit.minimum:
        return _plain_days(limit, start, closed)
    by = measure_of(limit, variant)
    if by.number is None or by.unit in ("none", "count"):
        return Reach()
    if by.unit == "share":
        if max_months is None:
            return Reach()
        return Reach(share_of(start, max_months, by.number, by.divisor or 1, limit.count_first_day))
    if by.unit == "hours" and time:
        at = hour_reached(start, time, by.number)
        return Reach(date.fromisoformat(at[:10]), at)
    first_in = limit.count_first_day
    due = last_day(by.unit, by.number, start, first_in, closed)
    outer = by.outer and last_day(by.unit, by.outer, start, first_in, closed)
    if limit.minimum:
        return Reach(outer_on=outer or None, not_before=due + timedelta(days=1) if limit.clear_days else due)
    least = last_day(by.unit, by.least, start, first_in, closed) if by.least else None
    if limit.closed_day == "next_open" and by.unit != "hours":
        due = next_open(due, closed)
        outer = outer and next_open(outer, closed)
    return Reach(due, None, outer or None, least)


def _plain_days(limit: Limit, start: date, closed: Closed) -> Reach:
    """Return the last day of the commonest kind of row."""
    if limit.number is None:
        return Reach()
    due = start + timedelta(days=limit.number - 1 if limit.count_first_day else limit.number)
    return Reach(next_open(due, closed) if limit.closed_day == "next_open" else due)


def copying_days(judgment: date, applied: date, ready: date) -> int:
    """Return the days that s. 12(2) takes out, the day of judgment not among them."""
    first = max(applied, judgment + timedelta(days=1))
    return max(0, (ready - first).days + 1)


def with_copy(
    limit: Limit, start: date, applied: date, ready: date, closed: Closed, variant: Variant | None = None
) -> date | None:
    """Return the last day with the copying time out; None if the copy was asked for too late to help."""
    bare = count(limit, start, None, _never, variant).due_on
    if bare is None:
        return None
    if applied > (next_open(bare, closed) if limit.closed_day == "next_open" else bare):
        return None
    due = bare + timedelta(days=copying_days(start, applied, ready))
    return next_open(due, closed) if limit.closed_day == "next_open" else due


def _never(_: date) -> bool:
    return False
