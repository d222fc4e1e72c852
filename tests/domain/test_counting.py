"""Adding limits to days: the rules of the General Clauses Act and the Limitation Act."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.lawrows import D, limit, never, sunday
from tracker.domain import counting

DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))
QUICK = settings(max_examples=150, deadline=None)


@QUICK
@given(DAYS, st.integers(0, 480))
def test_months_are_calendar_months(day: date, months: int) -> None:
    """The same-numbered day, or the last of a shorter month, as dateutil has it."""
    assert counting.months_after(day, months) == day + relativedelta(months=months)


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2019-12-31", 2, "2020-02-29"),
        ("2018-12-31", 2, "2019-02-28"),
        ("2020-02-29", 12, "2021-02-28"),
        ("2019-10-31", 1, "2019-11-30"),
    ],
)
def test_a_month_without_the_day_ends_on_its_last(start: str, months: int, end: str) -> None:
    """General Clauses Act s. 3(35)."""
    assert counting.months_after(D(start), months) == D(end)


@QUICK
@given(DAYS, st.integers(1, 200))
def test_the_first_day_in_is_one_day_less(day: date, number: int) -> None:
    """Day 1 is the day itself: n days end on day + n - 1; with it left out, on day + n."""
    inside = counting.last_day("days", number, day, True, never)
    outside = counting.last_day("days", number, day, False, never)
    assert (inside - day).days + 1 == number
    assert outside == inside + timedelta(days=1)


@QUICK
@given(DAYS, st.integers(1, 60))
def test_a_last_day_is_never_a_closed_one(day: date, number: int) -> None:
    """With `next_open` the last day is open and at most one day later; with `runs` it stays."""
    moved = counting.count(limit("X", unit="days", number=number, closed_day="next_open"), day, None, sunday)
    stays = counting.count(limit("X", unit="days", number=number), day, None, sunday)
    assert moved.due_on is not None
    assert stays.due_on is not None
    assert not sunday(moved.due_on)
    assert 0 <= (moved.due_on - stays.due_on).days <= 1


@QUICK
@given(DAYS, st.integers(1, 15))
def test_working_days_leave_closed_days_out(day: date, number: int) -> None:
    """Exactly so many open days lie between, the last one open."""
    end = counting.working_days_after(day, number, sunday)
    between = [day + timedelta(days=n) for n in range(1, (end - day).days + 1)]
    assert sum(not sunday(one) for one in between) == number
    assert not sunday(end)


@QUICK
@given(DAYS, st.integers(0, 23), st.integers(0, 59), st.integers(1, 96))
def test_hours_run_on_the_clock(day: date, hour: int, minute: int, hours: int) -> None:
    """The minute reached is so many hours later, over midnight and month ends."""
    found = counting.count(limit("X", unit="hours", number=hours), day, f"{hour:02}:{minute:02}", sunday)
    assert found.due_at is not None
    assert found.due_on is not None
    ahead = (found.due_on - day).days * 24 + int(found.due_at[11:13]) - hour
    assert ahead == hours
    assert found.due_at[14:] == f"{minute:02}"


def test_a_calendar_that_never_opens_is_refused() -> None:
    """A closed-day calendar without any open day is a fault, not an endless search."""
    with pytest.raises(ValueError, match="no open day"):
        counting.next_open(D("2020-01-01"), lambda _: True)


@QUICK
@given(DAYS, st.integers(0, 50), st.integers(0, 40))
def test_copying_time_moves_the_day_by_as_many_days(day: date, wait: int, took: int) -> None:
    """The days from applying to ready, both in, are added; the day of judgment is not taken out twice."""
    row = limit("X", unit="days", number=60, copy_time_out=True)
    applied = day + timedelta(days=wait)
    ready = applied + timedelta(days=took)
    out = took + 1 - (1 if wait == 0 else 0)
    assert counting.with_copy(row, day, applied, ready, never) == day + timedelta(days=60 + out)


def test_a_copy_asked_for_after_the_last_day_does_not_help() -> None:
    """What has run out is not revived by a later application for the copy."""
    row = limit("X", unit="days", number=30, copy_time_out=True)
    assert counting.with_copy(row, D("2020-01-01"), D("2020-02-01"), D("2020-02-10"), never) is None


def test_a_share_of_an_odd_term_counts_the_part_of_a_month() -> None:
    """Half of three months is a month and fifteen days."""
    assert counting.share_of(D("2020-01-01"), 3, 1, 2, False) == D("2020-02-16")


def test_nothing_is_counted_in_an_unknown_unit() -> None:
    """A unit that the law rows don't have is refused."""
    with pytest.raises(ValueError, match="fortnights"):
        counting.last_day("fortnights", 2, D("2020-01-01"), False, never)
