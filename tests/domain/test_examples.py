"""Every worked example of the law's limits comes true, and says what the row could get wrong."""

from __future__ import annotations

from datetime import timedelta

import pytest

from statutes import schema
from statutes.rows import Example, Limit
from tests.domain.lawrows import sunday
from tracker.domain import counting

LIMITS = schema.read().limits
EXAMPLES = [
    pytest.param(limit, example, id=f"{limit.id}-{n}")
    for limit in LIMITS.values()
    for n, example in enumerate(limit.examples, 1)
]


@pytest.mark.parametrize(("limit", "example"), EXAMPLES)
def test_the_example_comes_true(limit: Limit, example: Example) -> None:
    """The days worked out by hand are the days that the counting reaches."""
    variant = limit.variants[example.variant - 1] if example.variant else None
    found = counting.count(limit, example.event, example.time, sunday, variant, example.max_months)
    expected = (example.due, example.due_at, example.outer, example.not_before)
    assert (found.due_on, found.due_at, found.outer_on, found.not_before) == expected


@pytest.mark.parametrize(
    ("limit", "example"),
    [p for p in EXAMPLES if p.values[1].copy is not None],  # type: ignore[union-attr]
)
def test_the_copying_time_comes_true(limit: Limit, example: Example) -> None:
    """The days that the copy took move the last day by as many, and to an open day."""
    applied = example.event + timedelta(days=1)
    ready = applied + timedelta(days=(example.copy or 0) - 1)
    assert counting.with_copy(limit, example.event, applied, ready, sunday) == example.with_copy


def test_every_limit_with_a_number_that_something_starts_has_an_example() -> None:
    """A row that counts was worked out by hand at least once."""
    counted = [one for one in LIMITS.values() if one.number and one.starts and one.unit != "count"]
    assert [one.id for one in counted if not one.examples] == []
