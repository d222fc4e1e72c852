"""A case whole; recording in order and out of it; corrections; new cases."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.services.conftest import Filed
from tests.services.offices import TODAY, event, in_custody, old_trial, three
from tracker.domain.case import Age, Case, Charge, Event
from tracker.domain.words import AgeStatus
from tracker.services import casework, clocks, docket, filing, testimony, undo
from tracker.services import flags as board
from tracker.services.office import Office, Refused

NEW, OLD = "MUM-2026-001", "PUN-2019-014"


def journal(office: Office, ref: str) -> list[str]:
    """Return the kinds of a case's journal."""
    return [str(line["kind"]) for line in casework.history(office, ref)]


def refused(office: Office, ref: str, line: Event, **more: object) -> str:
    """Return the one line with which an event is refused; nothing may have been written."""
    before = journal(office, ref)
    with pytest.raises(Refused) as refusal:
        casework.record(office, ref, line, TODAY, **more)  # type: ignore[arg-type]
    assert journal(office, ref) == before
    assert filing.differences(office) == []
    (fault,) = refusal.value.faults
    assert "\n" not in fault
    return str(fault)


def test_a_case_is_shown_whole(office: Office, file_cases: Filed) -> None:
    """The view holds the standing, the people, the journal, the hearings, and what follows from them."""
    file_cases(*three())
    view = casework.show(office, NEW, TODAY)
    assert (view.stage, view.waiting_for, view.next_hearing) == ("fir", "charge_sheet_filed", TODAY)
    assert view.fir is not None
    assert view.fir["police_station"] == "Malvani East"
    assert view.accused[0]["custody"] == "judicial_custody"
    assert [line["id"] for line in view.events] == [1, 2, 3]
    assert view.victims[0]["age"] == {"status": "minor", "years": 16, "determined_on": date(2026, 9, 14)}
    assert view.procedure["investigation"] == "BNSS"
    assert view.due == clocks.due(office, TODAY, NEW).rows
    assert set(view.flags) == {row for row in board.flags(office, "", TODAY).rows if row.ref == NEW}
    assert [step.stage for step in view.strip if step.state == "now"] == ["fir"]


def test_no_name_of_a_victim_is_shown(office: Office) -> None:
    """A name that came with the file is in no part of the view."""
    case = in_custody()
    named = replace(
        case, proceedings=(), hearings=(), victims=(replace(case.victims[0], name="Kavita"), case.victims[1])
    )
    casework.add_case(office, named, TODAY)
    assert "Kavita" not in repr(casework.show(office, NEW, TODAY))


def test_a_new_case_is_taken_back_until_something_is_written_in_it(office: Office) -> None:
    """It goes with its journal and frees its ref; the audit has both rows. Worked in, it stays."""
    case = replace(in_custody(), proceedings=(), hearings=())
    casework.add_case(office, case, TODAY)
    casework.record(office, NEW, event(TODAY, "charge_sheet_filed"), TODAY)
    worked = undo.last(office)
    assert worked is not None
    with pytest.raises(Refused, match=f"{NEW} can't be taken back: something was written in it since"):
        undo.take_back(office, worked)
    casework.add_case(office, replace(case, ref="MUM-2026-900"), TODAY)
    step = undo.last(office)
    assert step is not None
    assert not undo.take_back(office, step).refs
    assert docket.count(office, "", TODAY) == 1
    assert undo.last(office) is None
    casework.add_case(office, replace(case, ref="MUM-2026-900"), TODAY)
    rows = testimony.entries(office, ref="MUM-2026-900")
    assert [row.action for row in rows] == ["file", "undo", "file"]
    assert testimony.verify(office).ok
    assert filing.differences(office) == []


def test_an_unknown_ref_is_refused_with_what_comes_close(office: Office, file_cases: Filed) -> None:
    """A slip in a ref names the ref that was meant."""
    file_cases(*three())
    with pytest.raises(Refused, match="Did you mean MUM-2026-001"):
        casework.show(office, "MUM-2026-01", TODAY)


def test_an_earlier_day_leaves_later_lines_out(office: Office, file_cases: Filed) -> None:
    """Asked of May 2019, the view ends with the charge sheet and knows no later stage."""
    file_cases(old_trial())
    view = casework.show(office, OLD, date(2019, 5, 10))
    assert [line["kind"] for line in view.events] == ["fir_registered", "charge_sheet_filed"]
    assert view.stage == "charge_sheet"


def test_a_charge_sheet_meets_the_clocks_that_waited_for_it(office: Office, file_cases: Filed) -> None:
    """Recording says the new stage and which clocks were met; the lists know it at once."""
    file_cases(*three())
    said = casework.record(office, NEW, event(TODAY, "charge_sheet_filed"), TODAY)
    assert (said.stage, said.event) == ("charge_sheet", 4)
    done = {row.limit: row.status for row in (*said.met, *said.ended)}
    assert any(limit.startswith("DB-") for limit in done)
    assert docket.count(office, "stage:charge_sheet", TODAY) == 1
    assert docket.count(office, "flag:default_bail", TODAY) == 0
    assert filing.differences(office) == []


def test_a_new_remand_opens_a_clock(office: Office, file_cases: Filed) -> None:
    """The remand of another accused opens that accused's custody clock."""
    file_cases(old_trial())
    casework.record(
        office, OLD, event(date(2026, 11, 1), "arrested", accused="A2"), TODAY, out_of_order="found late"
    )
    said = casework.record(office, OLD, event(date(2026, 11, 2), "remanded", accused="A2"), TODAY)
    assert {row.who for row in said.opened} == {"A2"}


def test_what_cant_follow_is_refused_with_what_would_come_first(office: Office, file_cases: Filed) -> None:
    """Judgment before a charge sheet is refused with the reason; with a why it is recorded, and says so."""
    file_cases(in_custody())
    line = event(TODAY, "judgment_delivered")
    assert "charges" in refused(office, NEW, line)
    said = casework.record(office, NEW, line, TODAY, out_of_order="register lost before 2026")
    assert said.stage == "judgment"
    assert casework.history(office, NEW)[-1]["out_of_order"] == "register lost before 2026"


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (event(TODAY, "arrested", accused="A9"), "A1"),
        (event(TODAY, "age_determined", victim="V1", provision="BNS-143-2"), "provision"),
        (event(date(2026, 11, 25), "charge_sheet_filed"), "after today"),
        (event(TODAY, "added", accused="A1", provision="BNS-999"), "BNS-999"),
    ],
)
def test_a_line_that_the_file_doesnt_bear_is_refused(
    office: Office, file_cases: Filed, line: Event, says: str
) -> None:
    """A person who isn't there, a key of another kind, a day to come, an unknown section."""
    file_cases(in_custody())
    assert says in refused(office, NEW, line)


def test_out_of_order_wants_a_why(office: Office, file_cases: Filed) -> None:
    """An empty why is no why."""
    file_cases(in_custody())
    assert "say why" in refused(office, NEW, event(TODAY, "judgment_delivered"), out_of_order=" ")


def test_an_age_determined_becomes_the_victims_age_and_moves_the_lists(
    office: Office, file_cases: Filed
) -> None:
    """V2 found to be a minor: the file, the filter and the clocks know it."""
    file_cases(in_custody())
    assert docket.count(office, "minor:pending", TODAY) == 1
    found = event(TODAY, "age_determined", victim="V2", age=Age(status=AgeStatus.MINOR, years=15))
    said = casework.record(office, NEW, found, TODAY)
    assert said.notes == ("The age of V2 on file is now: minor",)
    assert docket.count(office, "minor:pending", TODAY) == 0
    age = casework.show(office, NEW, TODAY).victims[1]["age"]
    assert age == {"status": "minor", "years": 15, "determined_on": TODAY}
    assert filing.differences(office) == []


def test_an_age_that_changes_the_gravest_charge_moves_the_band(office: Office) -> None:
    """Found to be a child, the aggravated charge can stand, and custody's sixty days become ninety."""
    case = in_custody()
    charges = (
        Charge(accused="A1", provision="ITPA-4-1"),
        Charge(accused="A1", victim="V2", provision="POCSO-4-1"),
    )
    casework.add_case(office, replace(case, proceedings=(), hearings=(), charges=charges), TODAY)

    def bands() -> set[str]:
        rows = clocks.due(office, TODAY, NEW).rows
        return {row.limit for row in rows if row.limit.startswith("DB-") and row.status != "ended"}

    assert bands() == {"DB-60-BNSS"}
    child = event(date(2026, 10, 1), "age_determined", victim="V2", age=Age(status=AgeStatus.MINOR, years=12))
    said = casework.record(office, NEW, child, TODAY)
    assert bands() == {"DB-90-BNSS"}
    assert {row.limit for row in (*said.opened, *said.moved)} >= {"DB-90-BNSS"}
    assert filing.differences(office) == []


def test_a_section_added_goes_on_file_once(office: Office, file_cases: Filed) -> None:
    """A provision that the court adds becomes a charge; adding one that is there changes nothing."""
    file_cases(in_custody())
    said = casework.record(office, NEW, event(TODAY, "added", accused="A1", provision="BNS-143-4"), TODAY)
    assert said.notes == ("BNS-143-4 was not on file: the charge was added",)
    casework.record(office, NEW, event(TODAY, "added", accused="A1", provision="BNS-143-2"), TODAY)
    on_file = [charge["provision"] for charge in casework.show(office, NEW, TODAY).charges]
    assert on_file == ["BNS-143-2", "POCSO-4-1", "BNS-143-4"]


def test_a_correction_stands_beside_what_it_corrects(office: Office, file_cases: Filed) -> None:
    """The wrong remand day stays in the history, the right one moves the clock."""
    file_cases(in_custody())
    right = event(date(2026, 9, 12), "remanded", accused="A1")
    said = casework.correct(office, NEW, 3, right, TODAY)
    assert ("open", date(2026, 12, 10)) in [(row.status, row.due_on) for row in said.opened]
    lines = casework.history(office, NEW)
    assert (lines[2]["corrected_by"], lines[3]["corrects"]) == (4, 3)
    assert lines[3]["recorded_on"] == TODAY
    assert filing.differences(office) == []


@pytest.mark.parametrize(("number", "says"), [(9, "no line 9"), (0, "no line 0")])
def test_a_line_that_isnt_there_cant_be_corrected(
    office: Office, file_cases: Filed, number: int, says: str
) -> None:
    """The refusal says how many lines there are."""
    file_cases(in_custody())
    with pytest.raises(Refused, match=says):
        casework.correct(office, NEW, number, event(TODAY, "released", accused="A1"), TODAY)


def test_a_line_is_corrected_once(office: Office, file_cases: Filed) -> None:
    """A second correction is of the correction, so that the chain can be read."""
    file_cases(in_custody())
    casework.correct(office, NEW, 3, event(date(2026, 9, 12), "remanded", accused="A1"), TODAY)
    with pytest.raises(Refused, match="corrected by line 4"):
        casework.correct(office, NEW, 3, event(date(2026, 9, 13), "remanded", accused="A1"), TODAY)


def test_an_age_isnt_taken_away_without_another(office: Office, file_cases: Filed) -> None:
    """A line that gave an age is corrected by one that gives an age; that one then counts."""
    file_cases(in_custody())
    casework.record(
        office, NEW, event(TODAY, "age_determined", victim="V2", age=Age(status=AgeStatus.MINOR)), TODAY
    )
    with pytest.raises(Refused, match="another age_determined"):
        casework.correct(office, NEW, 4, event(TODAY, "age_determined", victim="V2"), TODAY)
    again = event(TODAY, "age_determined", victim="V2", age=Age(status=AgeStatus.PENDING))
    casework.correct(office, NEW, 4, again, TODAY)
    assert docket.count(office, "minor:pending", TODAY) == 1


def test_a_new_case_is_filed_once(office: Office, file_cases: Filed) -> None:
    """A ref is taken once, and a case that contradicts itself is refused whole."""
    file_cases()
    casework.add_case(office, in_custody(), TODAY)
    with pytest.raises(Refused, match="already"):
        casework.add_case(office, in_custody(), TODAY)
    broken = Case(ref="X-1", events=(event(TODAY, "arrested", accused="A1"),))
    with pytest.raises(Refused):
        casework.add_case(office, broken, TODAY)
    assert docket.count(office, "", TODAY) == 1
