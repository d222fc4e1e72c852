"""The Malvani case through the commands: each limit on the day before, on and after its last day.

First remand 21-09-2019, itself counted as day 1; trafficking of more than one person (IPC 370(3)) can bring
imprisonment for life, so the band is 90 days; day 90 is 19-12-2019 and the right opens on 20-12-2019.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Answer = Callable[..., Any]


def _custody(answer: Answer, today: str) -> list[dict[str, Any]]:
    rows = answer("due", "MUM-2019-014", today=today)
    return [row for row in rows if row["limit"].startswith("DB-")]


@pytest.mark.usefixtures("office_before_the_charge_sheet")
@pytest.mark.parametrize(
    ("today", "status", "days_left"),
    [("2019-12-18", "open", 1), ("2019-12-19", "open", 0), ("2019-12-20", "missed", -1)],
)
def test_the_custody_clock_ends_on_19_december(
    answer: Answer, today: str, status: str, days_left: int
) -> None:
    """Ninety days from the first remand, that day counted, end on 19-12-2019."""
    [row] = _custody(answer, today)
    assert (row["limit"], row["who"], row["runs_from"]) == ("DB-90-CRPC", "A1", "remanded")
    assert (row["starts_on"], row["due_on"]) == ("2019-09-21", "2019-12-19")
    assert (row["status"], row["days_left"], row["code"]) == (status, days_left, "CrPC")
    assert "370" in row["why"]
    assert "19-12-2019" in row["why"]


@pytest.mark.usefixtures("office_with_malvani")
@pytest.mark.parametrize(
    ("today", "status"), [("2019-11-17", "open"), ("2019-11-18", "met"), ("2026-11-24", "met")]
)
def test_the_charge_sheet_meets_the_custody_clock(answer: Answer, today: str, status: str) -> None:
    """The sheet of 18-11-2019 is in time; the day before, the clock still runs."""
    [row] = _custody(answer, today)
    assert row["status"] == status
    assert row["met_on"] == (None if status == "open" else "2019-11-18")


@pytest.mark.usefixtures("office_before_the_charge_sheet")
@pytest.mark.parametrize(
    ("today", "severity"),
    [("2019-11-27", None), ("2019-11-28", "watch"), ("2019-12-12", "urgent"), ("2019-12-20", "breach")],
)
def test_default_bail_is_flagged_from_21_days_before(
    answer: Answer, today: str, severity: str | None
) -> None:
    """The warning opens 21 days before the last day and grows worse."""
    rows = [row for row in answer("flags", "MUM-2019-014", today=today) if row["kind"] == "default_bail"]
    assert [row["severity"] for row in rows] == ([severity] if severity else [])


@pytest.mark.usefixtures("office_with_malvani")
def test_the_child_evidence_clock_runs_from_cognizance(answer: Answer) -> None:
    """POCSO 35(1): thirty days from cognizance on 06-01-2020, that day left out, end on 05-02-2020."""
    rows = answer("due", "MUM-2019-014", today="2020-02-01")
    [row] = [row for row in rows if row["limit"] == "POCSO-35-1-30D" and row["who"] == "V1"]
    assert (row["due_on"], row["status"], row["days_left"]) == ("2020-02-05", "open", 4)


@pytest.mark.usefixtures("office_with_malvani")
def test_show_answers_with_the_promised_keys(answer: Answer) -> None:
    """The case's stage and what it waits for follow from the journal; every promised key is there."""
    case = answer("show", "MUM-2019-014", today="2020-02-11")
    listed = {
        "ref",
        "title",
        "stage",
        "stage_since",
        "days_in_stage",
        "waiting_for",
        "next_hearing",
        "flags",
        "lead",
    }
    whole = {"accused", "victims", "charges", "events", "hearings", "due", "outcome"}
    assert listed | whole <= set(case)
    assert (case["stage"], case["waiting_for"]) == ("cognizance", "documents_supplied")
    assert (case["stage_since"], case["next_hearing"]) == ("2020-01-06", "2020-03-02")


@pytest.mark.usefixtures("office_with_malvani")
def test_recording_answers_with_what_moved(answer: Answer) -> None:
    """Recording the supply of copies says the new state and what the law asks next."""
    done = answer("record", "MUM-2019-014", "documents_supplied", "--on", "2020-02-20", today="2020-02-20")
    assert done["stage"] == "cognizance"
    assert done["waiting_for"] == "first_hearing_on_charge"


@pytest.mark.usefixtures("office_with_malvani")
def test_a_hearing_lists_the_next(answer: Answer) -> None:
    """An adjournment is counted and the next date stands in the docket."""
    done = answer(
        *("hearing", "MUM-2019-014", "--on", "2020-03-02", "--outcome", "adjourned", "--asked-by", "defence"),
        *("--reason", "time_sought", "--next", "2020-03-16", "--purpose", "charge"),
        today="2020-03-02",
    )
    assert done["next"]["on"] == "2020-03-16"
    assert "2" in done["adjournment"]
    [row] = answer("list", "MUM-2019-014", today="2020-03-03")
    assert row["next_hearing"] == "2020-03-16"
