"""Days as people write them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.services import days

TODAY = date(2026, 11, 24)  # a Tuesday


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("today", TODAY),
        ("Tomorrow", date(2026, 11, 25)),
        ("yesterday", date(2026, 11, 23)),
        ("+7d", date(2026, 12, 1)),
        ("-7d", date(2026, 11, 17)),
        ("2w", date(2026, 12, 8)),
        ("3m", date(2027, 2, 24)),
        ("1y", date(2027, 11, 24)),
        ("fri", date(2026, 11, 27)),
        ("tuesday", date(2026, 12, 1)),
        ("7/12", date(2026, 12, 7)),
        ("7-1", date(2027, 1, 7)),
        ("07-12-2026", date(2026, 12, 7)),
        ("7/12/2026", date(2026, 12, 7)),
        ("2026-12-07", date(2026, 12, 7)),
    ],
)
def test_a_day_is_read_day_first(said: str, meant: date) -> None:
    """Each way of writing a day means the day a person in India means by it."""
    assert days.day(said, TODAY) == meant


@pytest.mark.parametrize(
    "said",
    ["", "soon", "31-02-2026", "2026-13-01", "7/12/26", "+99999y", "friyay", "+", "12-2026-1", "2026-1"],
)
def test_what_is_no_day_is_refused_in_one_line(said: str) -> None:
    """What can't be a day says so and how to write one."""
    with pytest.raises(days.NotADay) as refusal:
        days.day(said, TODAY)
    assert "\n" not in str(refusal.value)
    assert "24-11-2026" in str(refusal.value)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("<7d", (TODAY, date(2026, 11, 30))),
        ("<=7d", (TODAY, date(2026, 12, 1))),
        (">7d", (date(2026, 12, 2), None)),
        (">=7d", (date(2026, 12, 1), None)),
        ("today..+7d", (TODAY, date(2026, 12, 1))),
        ("..+7d", (None, date(2026, 12, 1))),
        ("-1w..", (date(2026, 11, 17), None)),
        ("fri", (date(2026, 11, 27), date(2026, 11, 27))),
        ("2026-02", (date(2026, 2, 1), date(2026, 2, 28))),
        ("<01-12-2026", (None, date(2026, 11, 30))),
        (">=2026-12-01", (date(2026, 12, 1), None)),
    ],
)
def test_a_span_has_both_its_ends(said: str, meant: days.Span) -> None:
    """A span holds its first and its last day, and "<7d" begins today."""
    assert days.span(said, TODAY) == meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("<30d", (date(2026, 10, 26), TODAY)),
        (">30d", (None, date(2026, 10, 24))),
        (">=30d", (None, date(2026, 10, 25))),
    ],
)
def test_a_count_may_look_back(said: str, meant: days.Span) -> None:
    """Fewer than thirty days ago leaves the thirtieth day out; more than thirty begins behind it."""
    assert days.span(said, TODAY, back=True) == meant


def test_a_span_that_starts_after_it_ends_is_refused() -> None:
    """A span turned round is a slip of the hand, not an empty answer."""
    with pytest.raises(days.NotADay, match="starts after it ends"):
        days.span("+7d..today", TODAY)


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.integers(0, 9999))
def test_days_count_from_today(today: date, number: int) -> None:
    """A count of days ahead and the same count back are that far from today."""
    assert days.day(f"+{number}d", today) - today == timedelta(days=number)
    assert today - days.day(f"-{number}d", today) == timedelta(days=number)
