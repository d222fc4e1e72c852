"""The judge is on leave: a court's day adjourned at once, taken back at once; a change of lead likewise."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.services.conftest import Filed
from tests.services.offices import TODAY, in_custody, old_trial
from tracker.domain.case import Case, Hearing
from tracker.services import agenda, assign, casework, filing, hearings, leave, testimony, undo
from tracker.services.leave import Pick
from tracker.services.listing import Said
from tracker.services.office import Office, Refused

NEXT = date(2026, 12, 8)
ABSENT = Said(outcome="judge_absent", next_on=NEXT)
COURT = Pick(on=TODAY, court="sewree-3")


def listed(number: int, **more: object) -> Case:
    """Return a case that is listed today in Sewree, before bina."""
    today = Hearing(on=TODAY, proceeding="trial", advocate="bina")
    return replace(old_trial(), ref=f"S-{number}", hearings=(replace(today, **more),))  # type: ignore[arg-type]


@pytest.fixture
def day(file_cases: Filed) -> None:
    """Four matters in Sewree today, one of them heard already, and one matter in Dindoshi."""
    file_cases(*(listed(n) for n in (1, 2, 3)), listed(4, outcome="held"), in_custody())


@pytest.mark.usefixtures("day")
def test_a_courts_day_is_adjourned_in_one_transaction_and_taken_back_in_one(office: Office) -> None:
    """Only what waits in that court moves; one row of the audit, one step back, one forward."""
    rows = len(testimony.entries(office))
    done, step = leave.adjourn(office, COURT, ABSENT, TODAY)
    assert done.refs == ("S-1", "S-2", "S-3")
    assert [one.ref for one in agenda.between(office, NEXT, NEXT)] == ["S-1", "S-2", "S-3"]
    assert len(testimony.entries(office)) == rows + 1
    assert filing.differences(office) == []
    again = undo.take_back(office, step)
    assert agenda.between(office, NEXT, NEXT) == ()
    assert [one.outcome for one in agenda.between(office, TODAY, TODAY, court="sewree-3")][:3] == [None] * 3
    undo.take_back(office, again, again=True)
    assert len(agenda.between(office, NEXT, NEXT)) == 3
    assert testimony.verify(office).ok


@pytest.mark.usefixtures("day")
def test_a_case_that_is_not_waiting_that_day_is_named_and_nothing_is_written(office: Office) -> None:
    """Neither in silence left out nor listed by the way: one line each."""
    with pytest.raises(Refused, match="S-4 is recorded as held on 24-11-2026 already"):
        leave.adjourn(office, Pick(on=TODAY, refs=("S-1", "S-4", "MUM-2026-001")), ABSENT, TODAY)
    with pytest.raises(Refused, match="S-1 is not listed on 23-11-2026"):
        leave.adjourn(office, Pick(on=date(2026, 11, 23), refs=("S-1",)), ABSENT, TODAY)
    assert agenda.between(office, NEXT, NEXT) == ()


@pytest.mark.usefixtures("day")
def test_the_echo_counts_and_says_what_speaks_against_the_day(office: Office, file_cases: Filed) -> None:
    """A Sunday is closed, and bina is in Dindoshi that day; her other matters in Sewree are no clash."""
    sunday = date(2026, 12, 6)
    elsewhere = Hearing(on=sunday, proceeding="trial", advocate="bina")
    file_cases(replace(in_custody(), ref="D-9", hearings=(elsewhere,)), listed(9, on=sunday))
    said = str(leave.echoed(office, COURT, replace(ABSENT, next_on=sunday), TODAY))
    assert said.splitlines() == [
        "Tue 24-11-2026: 3 matters, judge absent or on leave: next Sun 06-12-2026, gap 12 d",
        "!! 06-12-2026 is a Sunday: courts are closed",
        "!! bina is also listed that day in dindoshi-11 (D-9)",
    ]


@pytest.mark.usefixtures("day")
def test_an_undo_of_many_refuses_whole_if_one_was_changed_since(office: Office) -> None:
    """What somebody wrote meanwhile in one of them keeps all of them."""
    _, step = leave.adjourn(office, COURT, ABSENT, TODAY)
    hearings.record(office, "S-2", on=TODAY, outcome="held", today=TODAY)
    with pytest.raises(Refused, match="S-2 was changed since"):
        undo.take_back(office, step)
    outcomes = [one.outcome for one in agenda.between(office, TODAY, TODAY, court="sewree-3")]
    assert outcomes == ["judge_absent", "held", "judge_absent", "held"]


@pytest.mark.usefixtures("day")
def test_cases_get_another_lead_together_and_back(office: Office) -> None:
    """Only those that had another lead are changed; the last step is kept for `tracker undo`."""
    done, _ = assign.assign(office, "lata", ("S-1", "S-2"))
    assert (done.refs, done.was) == (("S-1", "S-2"), ("bina",))
    assert filing.differences(office) == []
    kept = undo.last(office)
    assert kept is not None
    undo.take_back(office, kept)
    assert casework.show(office, "S-1", TODAY).lead == "bina"
    assert undo.last(office) is None
