"""Many cases by one command, and taking the last one back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from click.testing import Result

Run = Callable[..., Result]
Answer = Callable[..., Any]
REF, DAY = "MUM-2019-014", "2020-02-10"


def heard(answer: Answer) -> object:
    """Return the outcome of that day's hearing."""
    return next(one["outcome"] for one in answer("show", REF)["hearings"] if one["on"] == DAY)


@pytest.mark.usefixtures("office_with_malvani")
def test_adjourn_asks_nothing_and_undo_takes_it_back(run: Run, answer: Answer) -> None:
    """A dry run writes nothing; then the day's matter is adjourned, taken back, and done again."""
    listed = answer("hearing", REF, "--on", DAY, "--outcome", "passed_over", today=DAY)
    assert listed["hearing"]["on"] == DAY
    many = ("adjourn", REF, "--on", DAY, "--to", "2020-03-02")
    assert "1 matter, judge absent" in run(*many, "--dry-run", today=DAY).output
    assert answer(*many, today=DAY)["refs"] == [REF]
    assert answer("undo", today=DAY)["undone"] == "1 hearing of 10-02-2020"
    assert heard(answer) == "passed_over"
    assert run("undo", "--redo", today=DAY).output == "Redone: 1 hearing of 10-02-2020\n"
    assert heard(answer) == "judge_absent"


@pytest.mark.usefixtures("office_with_malvani")
def test_a_hearing_that_is_not_as_expected_is_refused_with_both_versions(run: Run) -> None:
    """What the person saw is told by its version; nothing is written over."""
    run("hearing", REF, "--on", DAY, "--outcome", "held", today=DAY)
    result = run("hearing", REF, "--on", DAY, "--outcome", "strike", "--expected", "nothing", today=DAY)
    assert result.exit_code == 1
    assert "on file is held, no next date\nYours, not written: " in str(result.exception)


@pytest.mark.usefixtures("office_with_malvani")
def test_assign_changes_the_lead(run: Run, answer: Answer) -> None:
    """`none` leaves the case without one; a ref that isn't there changes nothing."""
    assert answer("assign", "zoya", REF)["refs"] == [REF]
    assert run("assign", "none", REF, "NO-1").exit_code == 1
    assert answer("show", REF)["lead"] == "zoya"
