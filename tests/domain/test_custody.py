"""Default bail: the clock that matters most, a day before, on and after each thing that moves it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from tests.domain.lawrows import DEFAULT_BAIL, D, case, charge, clocks, event, known, law, never, only
from tracker.domain.case import Accused, Case, Charge, Event, Victim
from tracker.domain.clocks import days_left, status, why
from tracker.domain.shapes import Clock

A1, A2 = Accused(label="A1"), Accused(label="A2")
REMAND = event("2019-09-21", "remanded", accused="A1")
GRAVE, LIGHT = charge("IPC-370-3", accused="A1"), charge("IPC-506-II", accused="A1")


def custody(*events: Event, charges: tuple[Charge, ...] = (GRAVE,), **keys: Any) -> tuple[Clock, ...]:
    """Return the custody rows of a case with a remand on 21-09-2019 and more events."""
    keys.setdefault("accused", (A1,))
    return clocks(case(REMAND, *events, charges=charges, **keys), *DEFAULT_BAIL)


def test_the_day_of_remand_is_day_one() -> None:
    """Remanded 21-09-2019, ninety days: the last day is 19-12-2019."""
    (clock,) = custody()
    assert (clock.limit, clock.due_on) == ("DB-90-CRPC", D("2019-12-19"))


def test_sixty_days_run_where_the_maximum_is_a_number_of_years() -> None:
    """Remanded 21-09-2019, sixty days: the last day is 19-11-2019."""
    (clock,) = custody(charges=(LIGHT,))
    assert (clock.limit, clock.due_on) == ("DB-60-CRPC", D("2019-11-19"))


def test_ten_years_as_a_maximum_is_sixty_days_with_a_doubt() -> None:
    """Seven to ten years is a boundary that the police contest, so the row says so."""
    (clock,) = custody(charges=(charge("IPC-370-2"),))
    assert clock.limit == "DB-60-CRPC"
    assert "boundary" in clock.because["doubt"]


@pytest.mark.parametrize(
    ("today", "stands", "left"),
    [("2019-12-18", "open", 1), ("2019-12-19", "open", 0), ("2019-12-20", "missed", -1)],
)
def test_the_right_opens_on_the_day_after_the_last(today: str, stands: str, left: int) -> None:
    """A day before, on and after the last day."""
    (clock,) = custody()
    assert (status(clock, D(today)), days_left(clock, D(today))) == (stands, left)


@pytest.mark.parametrize(
    ("filed", "stands"), [("2019-12-18", "met"), ("2019-12-19", "met"), ("2019-12-20", "met_late")]
)
def test_a_charge_sheet_on_the_last_day_is_in_time(filed: str, stands: str) -> None:
    """The sheet meets it on the last day and is late on the next."""
    (clock,) = custody(event(filed, "charge_sheet_filed"))
    assert status(clock, D("2020-01-01")) == stands


def test_no_holiday_extends_it() -> None:
    """Remanded 22-09-2019, ninety days end on 20-12; from 24-09 they end on Sunday 22-12 and stay there."""
    found = clocks(case(event("2019-09-24", "remanded"), accused=(A1,), charges=(GRAVE,)), *DEFAULT_BAIL)
    assert found[0].due_on == D("2019-12-22")
    assert found[0].due_on.weekday() == 6


def test_the_bnss_row_runs_for_an_fir_under_the_new_code() -> None:
    """An FIR of 01-07-2024 is investigated under the BNSS."""
    one = case(
        event("2024-07-02", "remanded"), fir="2024-07-01", accused=(A1,), charges=(charge("BNS-143-3"),)
    )
    (clock,) = clocks(one, *DEFAULT_BAIL)
    assert (clock.limit, clock.code, clock.due_on) == ("DB-90-BNSS", "BNSS", D("2024-09-29"))


def test_the_crpc_row_still_runs_after_its_last_day_for_an_old_fir() -> None:
    """An FIR of 30-06-2024 with a remand in July is governed by the CrPC."""
    one = case(event("2024-07-05", "remanded"), fir="2024-06-30", accused=(A1,), charges=(GRAVE,))
    (clock,) = clocks(one, *DEFAULT_BAIL)
    assert (clock.limit, clock.code) == ("DB-90-CRPC", "CrPC")


def test_a_zero_fir_before_the_change_leaves_the_code_unsettled() -> None:
    """Where nothing settles the code, the BNSS row is advice and no CrPC row stands beside it."""
    one = case(
        event("2024-06-29", "zero_fir_registered"),
        event("2024-07-03", "remanded"),
        fir="2024-07-02",
        accused=(A1,),
        charges=(GRAVE,),
    )
    (clock,) = clocks(one, *DEFAULT_BAIL)
    assert (clock.limit, clock.code, clock.nature) == ("DB-90-BNSS", "unsettled", "advisory")


def test_a_charge_added_later_moves_the_band_from_the_same_remand() -> None:
    """From sixty to ninety days on 10-10-2019: the old row ends that day, the new one counts from 21-09."""
    old, new = custody(
        event("2019-10-10", "added", provision="IPC-370-3", accused="A1"), charges=(LIGHT, GRAVE)
    )
    assert (old.limit, old.ended_on, old.ended_why) == ("DB-60-CRPC", D("2019-10-10"), "band_moved")
    assert (new.limit, new.starts_on, new.due_on) == ("DB-90-CRPC", D("2019-09-21"), D("2019-12-19"))
    assert [status(c, D("2019-10-10")) for c in (old, new)] == ["ended", "open"]


def test_a_charge_added_after_the_sheet_moves_nothing() -> None:
    """The band is the one supported by the charge sheet at the latest."""
    (clock,) = custody(
        event("2019-11-18", "charge_sheet_filed"),
        event("2019-11-19", "added", provision="IPC-370-3"),
        charges=(LIGHT, GRAVE),
    )
    assert (clock.limit, clock.met_on) == ("DB-60-CRPC", D("2019-11-18"))


def test_a_band_that_moves_after_the_right_opened_says_so() -> None:
    """The sixty days ended on 19-11-2019; a grave charge of 25-11 comes after the right had opened."""
    _, new = custody(event("2019-11-25", "added", provision="IPC-370-3"), charges=(LIGHT, GRAVE))
    assert new.because["earlier_last_day"] == "2019-11-19"


def test_a_dropped_charge_stops_counting() -> None:
    """With the grave charge dropped on 01-10-2019, sixty days run from the same remand."""
    old, new = custody(event("2019-10-01", "dropped", provision="IPC-370-3"), charges=(GRAVE, LIGHT))
    assert (old.limit, new.limit, new.due_on) == ("DB-90-CRPC", "DB-60-CRPC", D("2019-11-19"))


def pending(code: str = "V2") -> Victim:
    """Return a victim whose age is pending."""
    return Victim(code=code, age=known("pending"))


def test_a_charge_that_needs_a_child_waits_for_the_age() -> None:
    """While V2's age is pending the 370(4) charge doesn't count, and the row says what would follow."""
    (clock,) = custody(charges=(LIGHT, charge("IPC-370-4", victim="V2")), victims=(pending(),))
    assert clock.limit == "DB-60-CRPC"
    assert (clock.because["if_minor"], clock.because["if_minor_provision"]) == ("V2", "IPC-370-4")


def test_an_age_determined_moves_the_band_on_its_day() -> None:
    """V2 is found to be sixteen on 05-10-2019."""
    old, new = custody(
        event("2019-10-05", "age_determined", victim="V2", age=known("minor", 16)),
        charges=(LIGHT, charge("IPC-370-4", victim="V2")),
        victims=(pending(),),
    )
    assert (old.limit, old.ended_on) == ("DB-60-CRPC", D("2019-10-05"))
    assert (new.limit, new.because["provision"]) == ("DB-90-CRPC", "IPC-370-4")


def test_an_age_found_to_be_of_an_adult_moves_it_back() -> None:
    """A minor on file, found to be an adult on 01-11-2019: sixty days, from the same remand."""
    victim = Victim(code="V1", age=known("minor", 17))
    old, new = custody(
        event("2019-11-01", "age_determined", victim="V1", age=known("adult", 19)),
        charges=(LIGHT, charge("IPC-370-4", victim="V1")),
        victims=(victim,),
    )
    assert (old.limit, new.limit) == ("DB-90-CRPC", "DB-60-CRPC")


def test_more_than_one_child_needs_two_determined_ages() -> None:
    """370(5) counts from the day on which a second victim is found to be a child."""
    first = Victim(code="V1", age=known("minor", 16))
    old, new = custody(
        event("2019-10-05", "age_determined", victim="V2", age=known("minor", 15)),
        charges=(LIGHT, charge("IPC-370-5")),
        victims=(first, pending()),
    )
    assert (old.limit, new.limit, new.because["provision"]) == ("DB-60-CRPC", "DB-90-CRPC", "IPC-370-5")


def test_abetment_follows_its_principal() -> None:
    """A charge under POCSO 17 with 6(1) is as grave as 6(1)."""
    child = Victim(code="V1", age=known("minor", 16))
    (clock,) = custody(charges=(charge("POCSO-17", with_="POCSO-6-1", victim="V1"),), victims=(child,))
    assert (clock.limit, clock.because["provision"]) == ("DB-90-CRPC", "POCSO-6-1")


def test_a_section_outside_the_catalogue_has_the_gravity_given_by_hand() -> None:
    """Murder, filed by hand with life and death, gives ninety days."""
    (clock,) = custody(charges=(charge(None, as_written="302", max_life=True, max_death=True),))
    assert clock.limit == "DB-90-CRPC"


def test_a_gravity_nobody_gave_blocks_the_clock_and_shows_both_days() -> None:
    """The row is blocked by the one missing fact, with the last day on either band."""
    (clock,) = custody(charges=(charge(None, as_written="302"),))
    assert clock.blocked_by == "the gravity of a section outside the catalogue"
    assert (clock.because["if_60"], clock.because["if_90"]) == ("2019-11-19", "2019-12-19")
    assert status(clock, D("2020-05-05")) == "blocked"


def test_a_sheet_within_sixty_days_is_in_time_on_either_band() -> None:
    """Without any charge on file a sheet of the fiftieth day needs no band."""
    (clock,) = custody(event("2019-11-09", "charge_sheet_filed"), charges=())
    assert (clock.blocked_by, clock.met_on, clock.met_late) == (None, D("2019-11-09"), False)


def test_any_mcoca_charge_gives_the_mcoca_row() -> None:
    """A charge under MCOCA runs ninety days under its own section, whatever else is on file."""
    (clock,) = custody(charges=(GRAVE, charge("MCOCA-4")))
    assert (clock.limit, clock.code) == ("DB-MCOCA-90", "MCOCA")


def test_a_charge_on_another_accused_does_not_count() -> None:
    """A2's grave charge leaves A1 at sixty days."""
    found = custody(
        event("2019-10-15", "remanded", accused="A2"),
        charges=(LIGHT, charge("IPC-370-3", accused="A2")),
        accused=(A1, A2),
    )
    assert only(found, "DB-60-CRPC").who == "A1"
    assert only(found, "DB-90-CRPC").who == "A2"


def two(*events: Event) -> tuple[Clock, ...]:
    """Return the rows of two accused, A2 arrested and remanded after the first charge sheet."""
    return custody(
        event("2019-11-18", "charge_sheet_filed"),
        event("2020-01-10", "arrested", accused="A2"),
        event("2020-01-11", "remanded", accused="A2"),
        *events,
        charges=(charge("IPC-370-3"),),
        accused=(A1, A2),
    )


def test_a_sheet_before_the_arrest_of_the_second_accused_is_not_theirs() -> None:
    """A2's clock runs ninety days from 11-01-2020 although the case has a charge sheet."""
    clock = only(two(), "DB-90-CRPC", "A2")
    assert (clock.due_on, clock.met_on) == (D("2020-04-09"), None)


def test_a_supplementary_sheet_stops_the_second_clock() -> None:
    """A supplementary sheet that names nobody, after A2's remand, is A2's."""
    clock = only(two(event("2020-03-01", "supplementary_charge_sheet_filed")), "DB-90-CRPC", "A2")
    assert clock.met_on == D("2020-03-01")


def test_a_sheet_that_names_one_accused_stops_only_that_clock() -> None:
    """A sheet against A2 alone leaves A1's clock running."""
    found = custody(
        event("2019-09-25", "remanded", accused="A2"),
        event("2019-11-18", "charge_sheet_filed", accused="A2"),
        charges=(charge("IPC-370-3"),),
        accused=(A1, A2),
    )
    assert only(found, "DB-90-CRPC", "A1").met_on is None
    assert only(found, "DB-90-CRPC", "A2").met_on == D("2019-11-18")


def test_bail_before_the_sheet_ends_it_and_a_new_remand_does_not_restart_it() -> None:
    """Released 01-10, remanded again 20-10: one row, ended on 01-10."""
    (clock,) = custody(
        event("2019-10-01", "bail_granted", accused="A1"),
        event("2019-10-19", "bail_cancelled", accused="A1"),
        event("2019-10-20", "remanded", accused="A1"),
    )
    assert (clock.ended_on, clock.ended_why) == (D("2019-10-01"), "bail_granted")


def test_a_stay_of_the_trial_does_not_touch_it() -> None:
    """A stay stops stall flags and never a custody clock."""
    (clock,) = custody(event("2019-10-01", "trial_stayed"))
    assert status(clock, D("2019-12-20")) == "missed"


@pytest.mark.parametrize(
    ("applied", "filed", "right"),
    [
        ("10:00", "15:00", "claimed"),
        ("15:00", "10:00", "lost"),
        (None, "10:00", "hour_unknown"),
    ],
)
def test_on_one_day_the_hour_decides_between_application_and_sheet(
    applied: str | None, filed: str, right: str
) -> None:
    """The right survives only an application that came before the sheet."""
    (clock,) = custody(
        event("2019-12-20", "bail_applied", accused="A1", time=applied),
        event("2019-12-20", "charge_sheet_filed", time=filed),
    )
    assert (clock.met_late, clock.because["right"]) == (True, right)


def test_a_sheet_at_night_on_the_last_day_is_in_time() -> None:
    """The last day is the whole day; an application made on it is too early."""
    (clock,) = custody(
        event("2019-12-19", "bail_applied", accused="A1", time="10:30"),
        event("2019-12-19", "charge_sheet_filed", time="23:50"),
    )
    assert (clock.met_on, clock.met_late, clock.because.get("right")) == (D("2019-12-19"), False, None)


def test_default_bail_granted_ends_the_row_with_the_right_used() -> None:
    """Granted on 23-12-2019 before any sheet."""
    (clock,) = custody(event("2019-12-23", "default_bail_granted", accused="A1"))
    assert status(clock, D("2020-01-01")) == "ended"


def test_there_is_one_live_row_for_each_accused() -> None:
    """Over two band moves, on every day exactly one row is not ended."""
    found = custody(
        event("2019-10-01", "added", provision="IPC-370-3"),
        event("2019-10-20", "dropped", provision="IPC-370-3"),
        charges=(LIGHT, GRAVE),
    )
    assert len(found) == 3
    day = D("2019-10-20")
    while day < D("2020-02-01"):
        assert sum(status(clock, day) != "ended" for clock in found) == 1
        day += timedelta(days=1)


def test_the_why_says_the_arithmetic_and_what_picked_the_band() -> None:
    """What an advocate reads out: day 1, day 90, the provision with its terms, no holiday."""
    (clock,) = custody()
    said = why(clock, law(*DEFAULT_BAIL, closed=never), D("2019-12-01"))
    assert "21-09-2019 counted as day 1; day 90 is 19-12-2019" in said
    assert "IPC-370-3: minimum 10 years, maximum imprisonment for life" in said
    assert "No holiday extends it" in said
    assert "From 20-12-2019 default bail may be claimed" in said


def test_a_case_without_accused_on_file_still_has_its_clock() -> None:
    """An old register that names no accused gives the row to the case."""
    found = clocks(Case(ref="T-2", events=(event("2019-09-21", "remanded"),)), *DEFAULT_BAIL)
    assert [clock.who for clock in found] == ["case"]


def test_an_only_accused_arrested_after_the_sheet_is_held_by_the_trial_court() -> None:
    """A sheet before the only accused's first remand is theirs: met from the start, and the why says so."""
    one = case(
        event("2019-08-01", "charge_sheet_filed"), REMAND, fir="2019-05-01", accused=(A1,), charges=(GRAVE,)
    )
    (clock,) = clocks(one, *DEFAULT_BAIL)
    assert (clock.met_on, clock.met_late) == (D("2019-08-01"), False)
    assert "default bail does not arise" in why(clock, law(*DEFAULT_BAIL), D("2020-01-01"))


def test_a_running_clock_after_an_earlier_sheet_carries_the_doubt() -> None:
    """A2's clock says that the earlier sheet is taken to be that of the others."""
    clock = only(two(), "DB-90-CRPC", "A2")
    assert clock.because["sheet_before"] == "2019-11-18"
    assert "check the sheet" in why(clock, law(*DEFAULT_BAIL), D("2020-02-01"))


@pytest.mark.parametrize(
    "kind", ["trial_stayed", "stay_vacated", "bail_applied", "further_investigation_ordered"]
)
def test_what_is_neither_sheet_nor_release_leaves_it_running(kind: str) -> None:
    """None of these stops or ends a custody clock."""
    (clock,) = custody(event("2019-10-15", kind))
    assert (clock.met_on, clock.ended_on, clock.due_on) == (None, None, D("2019-12-19"))
