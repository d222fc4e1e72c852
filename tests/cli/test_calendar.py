"""`tracker calendar` answers any span as text and as JSON with the promised keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from click.testing import Result

pytestmark = pytest.mark.usefixtures("office_with_malvani")

Run = Callable[..., Result]
Answer = Callable[..., Any]
SPAN = ("--from", "2020-02-01", "--to", "2020-03-31")
PROMISED = ["on", "time", "court", "ref", "purpose", "advocate", "flags", "clash", "kind", "limit"]


def test_the_json_has_the_promised_keys_first(answer: Answer) -> None:
    """Scripts rely on these names, in this order."""
    rows = answer("calendar", *SPAN, today="2020-02-01")
    assert all(list(row)[: len(PROMISED)] == PROMISED for row in rows)
    hearing = next(row for row in rows if row["kind"] == "hearing")
    assert (hearing["on"], hearing["time"], hearing["purpose"]) == ("2020-02-10", "11:00", "charge")
    assert (hearing["ref"], hearing["advocate"], hearing["limit"]) == ("MUM-2019-014", "asha", None)


def test_days_may_be_human(run: Run, answer: Answer) -> None:
    """`today`, `+14d` and days written day first mean the same as ISO days."""
    human = answer("calendar", "--from", "today", "--to", "+9d", today="2020-02-01")
    assert human == answer("calendar", "--from", "01-02-2020", "--to", "10/2/2020", today="2020-02-01")
    result = run("calendar", "--from", "someday")
    assert result.exit_code == 2
    assert "someday" in result.output


def test_the_text_names_day_court_and_person(run: Run) -> None:
    """A line a listing, under its weekday; an empty span says so."""
    text = run("calendar", *SPAN, today="2020-02-01").output
    assert "Mon 10-02-2020" in text
    assert "charge  asha" in text
    empty = run("calendar", "--from", "2001-01-01", "--to", "2001-01-02").output
    assert "No hearing listed" in empty


def test_a_listing_moves_and_is_covered(run: Run, answer: Answer) -> None:
    """The answer says the day, who goes for whom, and what speaks against it; the lead is as it was."""
    moved = run("move", "MUM-2019-014", "--from", "10-02-2020", "--to", "16-02-2020", today="2020-02-01")
    assert moved.exit_code == 1
    assert "recorded as adjourned" in str(moved.exception)
    moved = run("move", "MUM-2019-014", "--from", "02-03-2020", "--to", "08-03-2020", today="2020-02-01")
    assert "MUM-2019-014: listed Sun 08-03-2020, asha goes" in moved.output
    assert "!! 08-03-2020 is a Sunday: courts are closed" in moved.output
    said = answer("cover", "MUM-2019-014", "--on", "08-03-2020", "--by", "ravi", today="2020-02-01")
    assert (said["hearing"]["advocate"], said["hearing"]["in_place_of"]) == ("ravi", "asha")
    (row,) = answer("calendar", "--from", "2020-03-08", "--advocate", "ravi", today="2020-02-01")
    assert (row["in_place_of"], row["closed"]) == ("asha", "Sunday")
    assert answer("list", today="2020-02-01")[0]["lead"] == "asha"


@pytest.mark.parametrize(
    ("said", "says"),
    [
        (
            ("move", "MUM-2019-014", "--from", "02-03-2020", "--to", "+9d", "--time", "25:00"),
            "no hour of the day",
        ),
        (("move", "MUM-2019-014", "--from", "05-03-2020", "--to", "+9d"), "not yet heard: 02-03-2020"),
        (("cover", "MUM-2019-014", "--on", "02-03-2020", "--by", " "), "say who goes"),
        (("causelist", "-", "--accept", "MUM-2019-015"), "the list says nothing of it"),
    ],
)
def test_what_cant_be_moved_is_one_line(run: Run, said: tuple[str, ...], says: str) -> None:
    """The line says what is listed instead, or what would be right."""
    result = run(*said, today="2020-02-01")
    assert result.exit_code == 1
    assert says in str(result.exception)
