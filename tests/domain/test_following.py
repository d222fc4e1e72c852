"""Why an event can't follow what the journal holds."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given, settings

from tests.domain.test_stages import FIRST, event, journal
from tests.samples.strategies import COURT_KINDS, cases, wild_cases
from tracker.domain.case import Case
from tracker.domain.stages import refusal


def asked(words: str, kind: str, day: int = 90) -> str | None:
    """Ask for the event on that day, after the journal of `words`."""
    return refusal(journal(words), event(kind, day), {})


@pytest.mark.parametrize(
    ("words", "kind", "first"),
    [
        ("complaint_received", "charge_sheet_filed", "fir_registered"),
        ("fir_registered", "cognizance_taken", "charge_sheet_filed"),
        ("fir_registered charge_sheet_filed", "charges_framed", "cognizance_taken"),
        ("fir_registered cognizance_taken", "prosecution_evidence_opened", "charges_framed"),
        ("charges_framed", "accused_statement_recorded", "prosecution_evidence_opened"),
        ("charges_framed", "arguments_closed", "prosecution_evidence_opened"),
        ("cognizance_taken", "judgment_delivered", "charges_framed"),
        ("charges_framed", "sentence_passed", "convicted"),
        ("charges_framed", "appeal_filed", "judgment_delivered"),
        ("judgment_delivered", "appeal_decided", "appeal_filed"),
        ("fir_registered", "closure_report_accepted", "closure_report_filed"),
        ("fir_registered arrested:A1", "default_bail_granted:A1", "remanded"),
        ("fir_registered arrested:A1", "bail_cancelled:A1", "bail_granted"),
        ("fir_registered arrested:A1 arrested:A2 remanded:A1", "default_bail_granted:A2", "remanded"),
        ("charges_framed trial_stayed", "prosecution_evidence_opened", "stay_vacated"),
        ("charges_framed", "stay_vacated", "trial_stayed"),
        ("charges_framed closed", "prosecution_evidence_opened", "reopened"),
        ("charge_sheet_filed discharged:A1 arrested:A2", "charges_framed:A1", "reopened"),
    ],
)
def test_it_says_what_would_have_to_come_first(words: str, kind: str, first: str) -> None:
    """The refusal names the event that is missing, by its word and its label."""
    said = asked(words, kind)
    assert said is not None
    assert first in said.split("can't follow")[1]
    assert said.endswith("would have to come first")


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("", "complaint_received"),
        ("", "fir_registered"),
        ("fir_registered", "arrested:A1"),
        ("fir_registered arrested:A1", "remanded:A1"),
        ("remanded:A1", "remanded:A1"),
        ("fir_registered", "bail_granted:A1"),
        ("arguments_closed", "judgment_delivered"),
        ("charges_framed", "convicted:A1"),
        ("judgment_delivered convicted:A1", "acquitted:A1"),
        ("acquitted:A1 closed", "appeal_filed"),
        ("closure_report_accepted", "cognizance_taken"),
        ("judgment_delivered retrial_ordered charges_framed arguments_closed", "judgment_delivered"),
        ("charges_framed closed", "reopened"),
        ("charges_framed trial_stayed", "bail_granted:A1"),
        ("fir_registered", "trial_stayed"),
    ],
)
def test_what_may_follow_is_not_refused(words: str, kind: str) -> None:
    """A patchy journal is no bar, and what runs beside the line may come at any time."""
    assert asked(words, kind) is None


def test_what_is_recorded_once_is_corrected_not_repeated() -> None:
    """A second FIR or a second judgment is a slip of the hand."""
    assert "correct it" in (asked("fir_registered", "fir_registered") or "")
    assert "correct it" in (asked("judgment_delivered", "judgment_delivered") or "")


def test_nothing_happens_to_the_dead() -> None:
    """An arrest after the death is refused with the day of the death."""
    said = asked("fir_registered arrested:A1 died:A1 arrested:A2", "arrested:A1")
    assert said is not None
    assert "A1 died on 03-01-2020" in said


def test_an_early_step_found_late_is_measured_on_its_own_day() -> None:
    """A cognizance of day 1 fits between the charge sheet and the charges that are on file already."""
    held = (event("charge_sheet_filed", 0), event("charges_framed", 9))
    assert refusal(Case(ref="T", events=held), event("cognizance_taken", 1), {}) is None
    assert refusal(Case(ref="T", events=held), event("prosecution_evidence_opened", 5), {})


def test_a_refusal_names_its_own_day() -> None:
    """The reader sees which line was refused."""
    assert "on 31-03-2020 can't follow" in (asked("fir_registered", "charges_framed") or "")


@settings(deadline=None, max_examples=100)
@given(wild_cases() | cases())
def test_any_event_can_be_asked_about_after_any_journal(case: Case) -> None:
    """The answer is a sentence or nothing, never a failure."""
    for held in case.events:
        said = refusal(case, held, COURT_KINDS)
        assert said is None or held.on.strftime("%d-%m-%Y") in said
        refusal(case, event("reopened", -5000), COURT_KINDS)
        refusal(case, event("charges_framed", (held.on - FIRST + timedelta(1)).days), COURT_KINDS)
