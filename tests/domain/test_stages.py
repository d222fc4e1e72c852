"""From a journal to where the case stands."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.samples.strategies import COURT_KINDS, cases, wild_cases
from tracker.domain import stages
from tracker.domain.case import Accused, Case, Disposal, Event, Fir, Hearing, Proceeding
from tracker.domain.line import PROGRESS, RANK
from tracker.domain.matter import Matter, cut, known_to
from tracker.domain.shapes import Standing
from tracker.domain.words import CustodyState, DisposalKind, EventKind, Stage, TrialState

FIRST = date(2020, 1, 1)
LINE = (
    "complaint_received fir_registered charge_sheet_filed cognizance_taken charges_framed"
    " prosecution_evidence_opened accused_statement_recorded defence_evidence_closed arguments_closed"
    " judgment_delivered sentence_passed appeal_filed closed"
)


def event(words: str, n: int) -> Event:
    """Make the event of day n; "convicted:A1" names an accused, "reopened>arguments" a stage."""
    words, _, stage = words.partition(">")
    kind, _, who = words.partition(":")
    return Event(on=FIRST + timedelta(n), kind=kind, accused=who or None, stage=stage or None)  # type: ignore[arg-type]


def journal(words: str, **keys: object) -> Case:
    """Make a case with one event a day, and as many accused as are named."""
    events = tuple(event(word, n) for n, word in enumerate(words.split()))
    labels = sorted({e.accused for e in events if e.accused})
    keys.setdefault("accused", tuple(Accused(label=label) for label in labels))
    return Case(ref="T", events=events, **keys)  # type: ignore[arg-type]


def stand(words: str, court: str | None = None, **keys: object) -> Standing:
    """Return the standing of such a case, tried by a court of that kind."""
    if court:
        keys["proceedings"] = (Proceeding(key="trial", kind="trial", court="k"),)  # type: ignore[arg-type]
    return stages.standing(Matter(journal(words, **keys), {"k": court} if court else {}))


def heard(n: int, purpose: str, outcome: str = "held", proceeding: str | None = None) -> Hearing:
    """Make a hearing of day n."""
    on = FIRST + timedelta(n)
    return Hearing(on=on, purpose=purpose, outcome=outcome, proceeding=proceeding)  # type: ignore[arg-type]


TABLE = [
    ("complaint_received", "reported", "fir_registered"),
    ("rescue_attempted", "reported", "fir_registered"),
    ("zero_fir_registered", "reported", "fir_registered"),
    ("fir_registered", "fir", "charge_sheet_filed"),
    ("charge_sheet_filed", "charge_sheet", "cognizance_taken"),
    ("cognizance_taken", "cognizance", "documents_supplied"),
    ("cognizance_taken documents_supplied", "cognizance", "first_hearing_on_charge"),
    ("cognizance_taken documents_supplied first_hearing_on_charge", "cognizance", "charges_framed"),
    ("charges_framed", "charges_framed", "prosecution_evidence_opened"),
    ("prosecution_evidence_opened", "prosecution_evidence", "prosecution_evidence_closed"),
    (
        "prosecution_evidence_opened prosecution_evidence_closed",
        "prosecution_evidence",
        "accused_statement_recorded",
    ),
    ("accused_statement_recorded", "accused_statement", "defence_evidence_closed"),
    ("defence_evidence_closed", "arguments", "arguments_closed"),
    ("arguments_closed", "arguments", "judgment_delivered"),
    ("judgment_delivered acquitted:A1", "judgment", "appeal_periods"),
    ("judgment_delivered convicted:A1", "judgment", "sentence_passed"),
    ("acquitted:A1", "judgment", "appeal_periods"),
    ("convicted:A1 sentence_passed", "sentence", "appeal_periods"),
    ("acquitted:A1 appeal_filed", "appeal", "appeal_decided"),
    ("acquitted:A1 appeal_filed appeal_decided", "appeal", "appeal_periods"),
    ("closed", "closed", None),
    ("closure_report_accepted", "closed", None),
    ("quashed", "closed", None),
    ("withdrawn", "closed", None),
    ("discharged:A1 discharged:A2", "closed", None),
    ("died:A1 died:A2", "closed", None),
    ("charges_framed trial_stayed", "stayed", "stay_vacated"),
    ("charges_framed trial_stayed stay_vacated", "charges_framed", "prosecution_evidence_opened"),
    ("judgment_delivered retrial_ordered", "charges_framed", "prosecution_evidence_opened"),
    ("charges_framed further_investigation_ordered", "fir", "charge_sheet_filed"),
    ("charge_sheet_filed closed reopened", "charge_sheet", "cognizance_taken"),
    ("arguments_closed charges_altered", "charges_framed", "prosecution_evidence_opened"),
    ("judgment_delivered retrial_ordered>arguments", "arguments", "arguments_closed"),
]


@pytest.mark.parametrize(("words", "stage", "waiting"), TABLE, ids=[row[0] for row in TABLE])
def test_each_row_of_the_table_of_stages(words: str, stage: str, waiting: str | None) -> None:
    """The last event brings its stage, since its day, and what the case then waits for."""
    got = stand(words)
    assert (got.stage, got.waiting_for) == (stage, waiting)


def test_the_main_line_runs_through_every_stage_in_order() -> None:
    """Event by event the stage never goes back, and each stage is dated by the event that brought it."""
    reached = []
    for n in range(1, len(LINE.split()) + 1):
        got = stand(" ".join(LINE.split()[:n]))
        reached.append(RANK[got.stage])
    assert reached == sorted(reached)
    assert stand(LINE).stage_since == FIRST + timedelta(12)


@pytest.mark.parametrize(
    ("court", "waiting"),
    [
        ("sessions", "committed"),
        ("special_pocso", "first_hearing_on_charge"),
        ("magistrate", "first_hearing_on_charge"),
    ],
)
def test_only_a_court_of_session_waits_for_a_committal(court: str, waiting: str) -> None:
    """A special court takes cognizance itself; a Magistrate tries the case where it is."""
    assert stand("cognizance_taken documents_supplied", court).waiting_for == waiting


def test_copies_are_waited_for_until_every_accused_has_them() -> None:
    """Papers given to A1 don't answer for A2, unless A2 can't be found."""
    assert stand("cognizance_taken arrested:A2 documents_supplied:A1").waiting_for == "documents_supplied"
    assert (
        stand("cognizance_taken absconded:A2 documents_supplied:A1").waiting_for == "first_hearing_on_charge"
    )


def test_a_closure_report_waits_for_the_court() -> None:
    """While the police ask to close the case, nobody waits for a charge sheet."""
    assert stand("fir_registered closure_report_filed").waiting_for == "closure_report_accepted"


@pytest.mark.parametrize(
    ("purpose", "stage"), [("defence_evidence", "defence_evidence"), ("arguments", "arguments")]
)
def test_a_hearing_that_was_held_brings_its_stage(purpose: str, stage: str) -> None:
    """Defence evidence and arguments begin when they are heard; nobody records an event for that."""
    words = "charges_framed accused_statement_recorded"
    assert stand(words, hearings=(heard(5, purpose),)).stage == stage
    assert stand(words, hearings=(heard(5, purpose, "adjourned"),)).stage == "accused_statement"
    assert stand(words, hearings=(heard(5, purpose, "part_heard"),)).stage == stage


def test_arguments_on_a_bail_application_move_nothing() -> None:
    """A side proceeding runs beside the line."""
    aside = (Proceeding(key="b", kind="bail"),)  # type: ignore[arg-type]
    got = stand("charges_framed", hearings=(heard(5, "arguments", proceeding="b"),), proceedings=aside)
    assert got.stage == "charges_framed"


def test_an_old_register_may_begin_anywhere() -> None:
    """A journal may start at the close of arguments, and an early step found late moves nothing."""
    assert stand("arguments_closed").stage == "arguments"
    assert stand("arguments_closed charge_sheet_filed").stage == "arguments"


def test_an_fir_on_file_needs_no_event() -> None:
    """The number or the day of the FIR is enough to stand at that stage."""
    got = stages.standing(Matter(Case(ref="T", fir=Fir(registered_on=FIRST)), {}))
    assert (got.stage, got.stage_since) == ("fir", FIRST)
    assert stages.standing(Matter(Case(ref="T", fir=Fir(police_station="Malvani")), {})).stage == "reported"


def test_a_case_looked_at_before_its_fir_is_only_reported() -> None:
    """On a day before the FIR its number was not known."""
    case = journal("complaint_received", fir=Fir(number="4", registered_on=FIRST + timedelta(9)))
    assert stages.standing(Matter(cut(case, FIRST), {})).stage == "reported"


def test_a_stay_keeps_the_stage_that_it_covers() -> None:
    """When the stay goes, the case is where it was, since the day it got there."""
    got = stand("fir_registered charges_framed trial_stayed stay_vacated")
    assert (got.stage, got.stage_since, got.stayed) == ("charges_framed", FIRST + timedelta(1), False)


def test_a_stay_for_one_accused_does_not_stop_the_others() -> None:
    """The case is stayed once everybody still on trial is."""
    assert not stand("charges_framed arrested:A2 trial_stayed:A1").stayed
    assert stand("charges_framed trial_stayed:A2 trial_stayed:A1").stayed


def test_judgment_comes_with_the_last_accused() -> None:
    """One acquittal of two leaves the other on trial; the case counts as decided by it all the same."""
    got = stand("arguments_closed arrested:A2 acquitted:A1")
    assert (got.stage, got.outcome) == ("arguments", "acquitted")
    assert stand("arguments_closed arrested:A2 acquitted:A1 convicted:A2").stage == "judgment"


def test_an_absconder_does_not_hold_up_the_judgment_of_the_others() -> None:
    """The case of those who were tried is over; the absconder's own state stays open."""
    got = stand("charges_framed absconded:A2 acquitted:A1")
    assert got.stage == "judgment"
    assert [(a.label, a.ended) for a in got.accused] == [("A1", True), ("A2", False)]


def test_an_appeal_by_one_accused_leaves_the_trial_of_the_others() -> None:
    """A1's appeal doesn't take A2's trial out of its stage."""
    assert stand("arguments_closed arrested:A2 convicted:A1 appeal_filed:A1").stage == "arguments"


def test_a_case_is_convicted_if_anybody_is() -> None:
    """One conviction on one charge decides, as in the national figures; its day is the first judgment's."""
    got = stand("acquitted:A1 convicted:A2")
    assert (got.outcome, got.outcome_on) == ("convicted", FIRST)
    assert stand("convicted:A1 acquitted:A1").outcome == "convicted"
    assert stand("acquitted:A1 convicted:A1").outcome == "convicted"


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("discharged:A1 acquitted:A2", "acquitted"),
        ("discharged:A1 died:A2", "discharged"),
        ("died:A1", "abated"),
        ("quashed", "quashed"),
        ("withdrawn", "withdrawn"),
        ("compounded", "compounded"),
        ("closure_report_accepted", "closure_report"),
        ("discharged:A1 arrested:A2", None),
        ("judgment_delivered", None),
        ("closed", None),
        ("sent_to_juvenile_board:A1", "transferred"),
    ],
)
def test_the_outcome_of_a_case(words: str, outcome: str | None) -> None:
    """Without a judgment the case ends when every accused has; an unknown result is never an acquittal."""
    assert stand(words).outcome == outcome


def test_a_plea_bargain_is_not_a_conviction_in_the_count() -> None:
    """The national figures set it apart from trials completed."""
    events = (
        event("plea_bargain_allowed", 0),
        Event(on=FIRST + timedelta(1), kind=EventKind.CONVICTED, accused="A1", on_plea=True),
    )
    got = stages.standing(Matter(Case(ref="T", accused=(Accused(label="A1"),), events=events), {}))
    assert got.outcome == "plea_bargained"


def test_what_an_appeal_does_later_leaves_the_trial_courts_outcome() -> None:
    """A retrial puts the accused back on trial; the first result stays on the count."""
    got = stand("convicted:A1 sentence_passed appeal_filed retrial_ordered")
    assert (got.outcome, got.outcome_on, got.stage) == ("convicted", FIRST, "charges_framed")
    assert (got.accused[0].trial, got.accused[0].ended) == ("charged", False)


def test_an_appeal_that_orders_a_retrial_sends_the_case_back() -> None:
    """`appeal_decided` with the result retrial does what `retrial_ordered` does."""
    events = (event("acquitted", 0), event("appeal_filed", 1), event("appeal_decided", 2))
    events[2].result = "retrial"  # type: ignore[assignment]
    assert stages.standing(Matter(Case(ref="T", events=events), {})).stage == "charges_framed"


def test_a_register_that_knows_only_the_end_is_closed() -> None:
    """Its disposal is the outcome, unless the journal says what became of each accused."""
    told = Disposal(kind=DisposalKind.ACQUITTED, on=FIRST + timedelta(90))
    got = stand("fir_registered", disposal=told)
    assert (got.stage, got.outcome, got.outcome_on, got.waiting_for) == ("closed", "acquitted", told.on, None)
    assert stand("convicted:A1", disposal=told).outcome == "convicted"
    assert stand("judgment_delivered appeal_filed", disposal=told).stage == "appeal"


@pytest.mark.parametrize(
    ("words", "custody"),
    [
        ("charge_sheet_filed", "named"),
        ("arrested", "arrested"),
        ("arrested remanded", "judicial_custody"),
        ("remanded bail_applied", "judicial_custody"),
        ("remanded bail_granted", "on_bail"),
        ("remanded default_bail_granted", "default_bail"),
        ("bail_granted bail_cancelled", "judicial_custody"),
        ("bail_granted absconded", "absconding"),
        ("absconded proclamation_published proclaimed_offender", "proclaimed"),
        ("absconded appeared", "released"),
        ("remanded appeared", "judicial_custody"),
        ("remanded released", "released"),
        ("remanded acquitted", "released"),
        ("remanded acquitted remanded", "judicial_custody"),
        ("sent_to_juvenile_board", "juvenile"),
        ("remanded died", "dead"),
    ],
)
def test_where_an_accused_is(words: str, custody: str) -> None:
    """Custody follows the last event that changes it, and an acquittal opens the door."""
    assert stand(words, accused=(Accused(label="A1"),)).accused[0].custody == custody


def test_a_remand_to_the_police_is_told_from_one_to_jail() -> None:
    """`custody` on the remand says which; without it the custody is counted as judicial."""
    event_ = Event(on=FIRST, kind=EventKind.REMANDED, accused="A1", custody="police")  # type: ignore[arg-type]
    case = Case(ref="T", accused=(Accused(label="A1"),), events=(event_,))
    assert stages.standing(Matter(case, {})).accused[0].custody == "police_custody"


def test_an_order_that_names_nobody_passes_over_the_absent() -> None:
    """Charges are framed against those before the court; quashing ends the case for all."""
    got = stand("absconded:A2 arrested:A1 charges_framed")
    assert [a.trial for a in got.accused] == ["charged", "not_charged"]
    assert [a.trial for a in stand("absconded:A2 arrested:A1 quashed").accused] == ["quashed", "quashed"]


def test_a_protest_that_succeeds_opens_a_closed_investigation() -> None:
    """Cognizance after an accepted closure report is lawful, and the outcome is open again."""
    got = stand("fir_registered closure_report_accepted cognizance_taken")
    assert got.stage == "cognizance"


def test_further_investigation_opens_a_closed_one() -> None:
    """The accused are no longer counted as closed on a final report."""
    got = stand("fir_registered arrested:A1 closure_report_accepted further_investigation_ordered")
    assert (got.stage, got.outcome, got.accused[0].ended) == ("fir", None, False)


def test_an_adjournment_is_no_progress() -> None:
    """A matter listed and put off has not moved; a witness heard has."""
    rows = (heard(9, "evidence"), heard(20, "evidence", "adjourned"), heard(30, "bail"))
    assert stand("charges_framed", hearings=rows).progress_on == FIRST + timedelta(9)


def test_a_bail_order_is_no_progress() -> None:
    """What happens beside the line doesn't hide that the trial stands still."""
    assert stand("charges_framed bail_granted:A1").progress_on == FIRST


def test_the_strip_shows_done_now_next_and_later() -> None:
    """A stage that the register skipped has no day."""
    matter = Matter(journal("fir_registered cognizance_taken"), {})
    strip = stages.strip(stages.standing(matter), matter)
    assert [(s, state) for s, _, state, _ in strip][:6] == [
        ("reported", "done"),
        ("fir", "done"),
        ("charge_sheet", "done"),
        ("cognizance", "now"),
        ("charges_framed", "next"),
        ("prosecution_evidence", "later"),
    ]
    assert [on for *_, on in strip][:4] == [None, FIRST, None, FIRST + timedelta(1)]


def test_the_strip_of_a_closed_case_leaves_out_what_never_came() -> None:
    """A quashed case shows no arguments to come."""
    matter = Matter(journal("fir_registered quashed"), {})
    assert [s for s, *_ in stages.strip(stages.standing(matter), matter)] == ["fir", "closed"]


def test_every_state_has_a_word() -> None:
    """What the rules answer is in a closed list with a label."""
    for words in (
        "arrested:A1 convicted:A1",
        "remanded:A1",
        "absconded:A1",
        "closure_report_accepted arrested:A1",
    ):
        for state in stand(words).accused:
            assert CustodyState(state.custody).label
            assert TrialState(state.trial).label


def test_progress_is_made_of_known_kinds() -> None:
    """A misspelt kind would silently never count."""
    assert set(EventKind) >= PROGRESS


@settings(deadline=None, max_examples=150)
@given(wild_cases() | cases())
def test_a_standing_is_always_answered(case: Case) -> None:
    """Whatever the journal holds, there is a stage of the list and a word for what is waited for."""
    matter = Matter(case, COURT_KINDS)
    got = stages.standing(matter)
    assert got.stage in set(Stage)
    assert got.outcome is None or got.outcome in set(DisposalKind)
    assert got.stayed == (got.stage == "stayed")
    assert (got.waiting_for is None) == (got.stage == "closed")
    stages.waiting_label(got.waiting_for)
    assert sum(state == "now" for _, _, state, _ in stages.strip(got, matter)) == 1


@settings(deadline=None, max_examples=100)
@given(wild_cases() | cases(), st.integers(0, 4000))
def test_a_standing_holds_from_the_last_journal_day_on(case: Case, later: int) -> None:
    """On any day from the last of the record the answer is the same."""
    last = known_to(case)
    if last:
        whole = stages.standing(Matter(case, COURT_KINDS))
        assert stages.standing(Matter(cut(case, last + timedelta(later)), COURT_KINDS)) == whole


@settings(deadline=None, max_examples=100)
@given(cases())
def test_the_same_journal_gives_the_same_answer(case: Case) -> None:
    """A standing changes nothing in the matter it reads."""
    matter = Matter(case, COURT_KINDS)
    assert stages.standing(matter) == stages.standing(matter)
