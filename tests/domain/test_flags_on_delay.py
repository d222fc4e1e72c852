"""Custody without a witness, and victims who may be lost as witnesses."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.domain.flag_givens import LAW, on, raised, standing, state
from tests.domain.test_flags_on_course import BARE, happened, listed, said
from tracker.domain import flags as words
from tracker.domain.case import Event, Victim
from tracker.domain.shapes import Flag
from tracker.domain.words import EventKind, HearingOutcome, Purpose

TAKEN = happened("01-01-2026", EventKind.ARRESTED, accused="A1")
HELD = standing("cognizance", accused=(replace(state("A1"), custody="judicial_custody"),))
GIRL = replace(BARE, victims=(Victim(code="V1"), Victim(code="V2")))


def _delay(*events: Event, **keys: object) -> tuple[Flag, ...]:
    return raised(replace(BARE, events=(TAKEN, *events), **keys), HELD)  # type: ignore[arg-type]


def test_custody_without_a_witness_is_warned_of_after_half_a_year_and_a_year() -> None:
    """Taken on 01-01-2026: nothing on day 180, 30-06; a watch from 01-07; urgent from 02-01-2027."""
    found = _delay()
    assert on(found, "delay_bail_risk", "30-06-2026") == []
    assert on(found, "delay_bail_risk", "01-07-2026") == ["watch"]
    assert on(found, "delay_bail_risk", "02-01-2027") == ["urgent"]
    assert "01-01-2026" in said(found, "delay_bail_risk")
    assert "office rule" in said(found, "delay_bail_risk")


def test_a_witness_begins_the_count_anew() -> None:
    """A hearing for evidence that was held on 01-06-2026 moves the warning to 29-11-2026."""
    heard = listed("01-06-2026", HearingOutcome.PART_HEARD, purpose=Purpose.EVIDENCE)
    found = _delay(hearings=(heard,))
    assert on(found, "delay_bail_risk", "28-11-2026") == []
    assert on(found, "delay_bail_risk", "29-11-2026") == ["watch"]


def test_an_adjourned_hearing_for_evidence_hears_nobody() -> None:
    """The count goes on."""
    put_off = listed("01-06-2026", HearingOutcome.ADJOURNED, purpose=Purpose.EVIDENCE)
    assert on(_delay(hearings=(put_off,)), "delay_bail_risk", "01-07-2026") == ["watch"]


def test_custody_is_counted_from_when_it_last_began() -> None:
    """Out on bail and taken again on 01-03-2026: the first spell doesn't count."""
    out = happened("01-02-2026", EventKind.BAIL_GRANTED, accused="A1")
    again = happened("01-03-2026", EventKind.BAIL_CANCELLED, accused="A1")
    assert on(_delay(out, again), "delay_bail_risk", "28-08-2026") == []
    assert on(_delay(out, again), "delay_bail_risk", "29-08-2026") == ["watch"]


@pytest.mark.parametrize("stage", ["fir", "accused_statement", "judgment", "closed"])
def test_no_delay_is_warned_of_where_no_witness_is_awaited(stage: str) -> None:
    """Before the charge sheet the custody clock runs; after the evidence there is nobody to hear."""
    found = raised(replace(GIRL, events=(TAKEN,)), replace(HELD, stage=stage))
    assert not {flag.kind for flag in found} & {"delay_bail_risk", "witness_attrition"}


def test_a_victim_who_left_the_home_unheard_is_told_at_once() -> None:
    """Left on 01-05-2026: a watch from the next day, urgent after ninety."""
    left = happened("01-05-2026", EventKind.LEFT_SHELTER, victim="V1")
    found = raised(replace(GIRL, events=(left,)), standing("cognizance"))
    mine = tuple(flag for flag in found if flag.who == "V1")
    assert on(mine, "witness_attrition", "02-05-2026") == ["watch"]
    assert on(mine, "witness_attrition", "31-07-2026") == ["urgent"]
    assert "01-05-2026" in said(mine, "witness_attrition")


def test_back_in_a_home_or_heard_in_court_clears_it() -> None:
    """V1 is placed again and V2 testified: V1 only waits, V2 is not spoken of."""
    events = (
        happened("01-05-2026", EventKind.LEFT_SHELTER, victim="V1"),
        happened("03-05-2026", EventKind.PLACED_IN_SHELTER, victim="V1"),
        happened("04-05-2026", EventKind.TESTIFIED, victim="V2"),
    )
    found = [
        f
        for f in raised(replace(GIRL, events=events), standing("cognizance"))
        if f.kind == "witness_attrition"
    ]
    assert {(flag.who, flag.facts["victims"]) for flag in found} == {("case", "V1")}


def test_all_who_only_wait_are_one_warning() -> None:
    """FIR of 20-09-2019: a watch for both from 20-09-2020, urgent a year later; both are named by code."""
    found = raised(GIRL, standing("cognizance"))
    assert on(found, "witness_attrition", "19-09-2020") == []
    assert on(found, "witness_attrition", "20-09-2020") == ["watch"]
    assert on(found, "witness_attrition", "20-09-2021") == ["urgent"]
    flag = next(flag for flag in found if flag.kind == "witness_attrition")
    assert "V1 and V2" in words.why(flag, LAW)
