"""A register gives the FIR's day beside the journal; the day counts as if the journal said it."""

from __future__ import annotations

from datetime import date

from tracker.domain.case import Age, Case, Charge, Fir, Victim
from tracker.domain.law import law_of
from tracker.domain.reckon import reckon
from tracker.domain.words import AgeStatus


def _case() -> Case:
    victim = Victim(code="V1", age=Age(status=AgeStatus.PENDING))
    charge = Charge(provision="POCSO-8")
    return Case(ref="T-1", fir=Fir(registered_on=date(2025, 1, 6)), victims=(victim,), charges=(charge,))


def test_the_two_months_run_without_an_event() -> None:
    """BNSS 193(2) runs from the FIR's day although no line of the journal repeats it."""
    clocks = {(c.limit, c.who): c for c in reckon(_case(), {}, law_of()).clocks}
    assert clocks["INV-2M-BNSS", "case"].due_on == date(2025, 3, 6)


def test_a_child_clock_on_an_open_age_says_that_it_is_a_precaution() -> None:
    """The 24 hours of POCSO 19(6) run for a victim whose age is open, and the clock says why."""
    clocks = {(c.limit, c.who): c for c in reckon(_case(), {}, law_of()).clocks}
    assert clocks["POCSO-19-6-24H", "V1"].because == {"precaution": "V1"}
