"""Who is called to court, and what is out: summonses, reports, answers."""

from __future__ import annotations

from datetime import date

from tracker.domain.awaited import awaited, called, still
from tracker.domain.case import Case, Fir
from tracker.domain.record_words import ExhibitKind, ProcessKind, ProcessResult, WitnessKind, WitnessStatus
from tracker.domain.records import Exhibit, Note, Process, Witness

DAY = date(2026, 12, 7)
OUT, SENT, BACK = date(2026, 11, 2), date(2026, 11, 5), date(2026, 11, 20)
VICTIM = Witness(
    label="PW1",
    kind=WitnessKind.VICTIM,
    victim="V1",
    place_in_order=2,
    status=WitnessStatus.PRESENT,
    for_on=DAY,
)
PANCH = Witness(label="PW2", kind=WitnessKind.PANCH, name="Panch 1", place_in_order=1, for_on=DAY)


def summons(**said: object) -> Process:
    """Return a summons to the panch witness for the day."""
    made: dict[str, object] = {"kind": ProcessKind.SUMMONS, "witness": "PW2", "for_on": DAY, "issued_on": OUT}
    return Process(**(made | said))  # type: ignore[arg-type]


def case(**said: object) -> Case:
    """Return a case of Malvani police station with these records."""
    return Case(ref="MUM-1", fir=Fir(police_station="Malvani"), **said)  # type: ignore[arg-type]


def test_witnesses_are_called_in_order_and_a_victim_by_label_alone() -> None:
    """The first on the list comes first; what a victim is to the case isn't said, nor any name."""
    said = called(case(witnesses=(VICTIM, PANCH), processes=(summons(sent_on=SENT),)), DAY)
    assert said == ("PW2 (panch): summons sent 05-11-2026, not served yet", "PW1: present")


def test_a_witness_called_without_a_summons_is_said() -> None:
    """Nobody can come whom nobody called."""
    assert called(case(witnesses=(PANCH,)), DAY) == ("PW2 (panch): no summons is on record",)


def test_who_is_heard_already_is_not_called() -> None:
    """A witness who is done, dropped or struck out of the list doesn't come again."""
    done = Witness(label="PW3", status=WitnessStatus.DONE, for_on=DAY)
    gone = Witness(label="PW4", for_on=DAY, struck="another case's")
    assert called(case(witnesses=(done, gone)), DAY) == ()


def test_who_is_heard_on_another_day_is_told_apart() -> None:
    """Neither who is called that day nor who is done; how each stands, a victim by label alone."""
    later = Witness(label="PW3", kind=WitnessKind.VICTIM, victim="V2", for_on=BACK, place_in_order=4)
    lost = Witness(label="PW4", kind=WitnessKind.MEDICAL, status=WitnessStatus.UNTRACEABLE, place_in_order=3)
    done = Witness(label="PW5", status=WitnessStatus.DONE)
    said = still(case(witnesses=(VICTIM, PANCH, later, lost, done)), DAY)
    assert said == ("PW4 (doctor): can't be found", "PW3: to be summoned, for 20-11-2026")


def test_a_summons_is_chased_at_its_station_until_it_is_served() -> None:
    """Out since it was sent; served, it is no longer there."""
    (out,) = awaited(case(processes=(summons(sent_on=SENT),)))
    assert (out.what, out.since, out.needed_on, out.whom, out.lost) == (
        "summons",
        SENT,
        DAY,
        "Malvani",
        False,
    )
    assert awaited(case(processes=(summons(served_on=BACK),))) == ()


def test_one_that_came_back_wants_another_until_that_is_out() -> None:
    """The later summons to the same witness takes the place of the one that failed."""
    failed = summons(returned_on=BACK, result=ProcessResult.NOT_FOUND)
    (out,) = awaited(case(processes=(failed,)))
    assert out.lost
    assert out.says == "PW2: summons came back 20-11-2026: not found; issue another"
    again = summons(issued_on=BACK)
    assert [one.says for one in awaited(case(processes=(failed, again)))] == [
        "PW2: summons issued 20-11-2026, not sent yet"
    ]


def test_a_report_is_awaited_until_it_comes_and_property_never() -> None:
    """A seized phone is no report; the extraction of it is."""
    phone = Exhibit(label="E1", kind=ExhibitKind.PROPERTY)
    report = Exhibit(
        label="E2", kind=ExhibitKind.PHONE_EXTRACTION, sent_to="Laboratory", sent_on=OUT, due_on=DAY
    )
    (out,) = awaited(case(exhibits=(phone, report)))
    assert (out.says, out.needed_on, out.whom) == (
        "E2 phone extraction: sent 02-11-2026, not received",
        DAY,
        "Laboratory",
    )


def test_a_note_that_wants_an_answer_keeps_its_words_in_the_case() -> None:
    """The list says whose note it is and by when, not what it says."""
    note = Note(text="Ask the aunt in Thane", on=OUT, by="asha", for_="ravi", answer_by=DAY)
    (out,) = awaited(case(notes=(note,)))
    assert (out.says, out.whom, out.needed_on) == ("note 1 of asha wants an answer", "ravi", DAY)
