"""The eCourts case number."""

from __future__ import annotations

import doctest

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.domain import cnr


def test_the_examples_of_its_specification_come_true() -> None:
    """The module's docstring is the specification; its examples are run."""
    assert doctest.testmod(cnr).failed == 0


@pytest.mark.parametrize(
    "number", ["MHCC050012342019", "mhcc05-001234-2019", "MHCC05 001234 2019", "KABC0A0012342021"]
)
def test_a_number_may_be_written_as_people_write_it(number: str) -> None:
    """Small letters, spaces and strokes do no harm."""
    assert cnr.check(number) is None


@pytest.mark.parametrize(
    "number",
    [
        "",
        "MHCC05001234201",
        "MHCC0500123420199",
        "1HCC050012342019",
        "MHCC05OO12342019",
        "MHCC050012340019",
        "म" * 16,
    ],
)
def test_a_number_of_another_shape_is_told_what_it_lacks(number: str) -> None:
    """The answer says what would be right and never raises."""
    assert cnr.check(number)
    assert cnr.show(number) == number


@settings(deadline=None, max_examples=50)
@given(st.from_regex(r"\A[A-Z]{4}[0-9A-Z]{2}[0-9]{6}20[0-9]{2}\Z"))
def test_cleaning_what_is_shown_gives_the_number_back(number: str) -> None:
    """Nothing is lost between the file and the screen."""
    assert cnr.clean(cnr.show(number)) == number
    assert cnr.clean(cnr.clean(number)) == cnr.clean(number)
