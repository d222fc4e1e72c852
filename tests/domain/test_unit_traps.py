"""Cases that a careless count gets wrong: what each counts as, and who disposed of it when."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

import statutes
from tests.samples.strategies import COURT_KINDS
from tracker.domain.case import Accused, Case, Charge, Event, Fir
from tracker.domain.matter import Matter
from tracker.domain.outcomes import Course, course
from tracker.domain.stages import standing
from tracker.domain.tally import Window, marks

FIRST = date(2020, 1, 1)
SENT = "charge_sheet_filed cognizance_taken"
FALSE = "closure_report_filed/false closure_report_accepted"
KEY = {
    "appeal_filed": "by",
    "appeal_decided": "result",
    "closure_report_filed": "ground",
    "convicted": "on_plea",
}


def told(words: str) -> Course:
    """Return what a case counts as, one event a month; "appeal_filed:A1/state" names accused and key."""
    events = []
    for n, word in enumerate(words.split(), 1):
        word, _, said = word.partition("/")
        kind, _, who = word.partition(":")
        keys = {KEY[kind]: said == "plea" or said} if said else {}
        on = FIRST + timedelta(30 * n)
        events.append(Event(on=on, kind=kind, accused=who or None, **keys))  # type: ignore[arg-type]
    people = sorted({event.accused for event in events if event.accused} | {"A1"})
    case = Case(
        ref="X",
        fir=Fir(registered_on=FIRST),
        accused=tuple(Accused(label=label) for label in people),
        charges=tuple(Charge(accused=label, provision="IPC-370-2") for label in people),
        events=tuple(events),
    )
    matter = Matter(case, COURT_KINDS)
    return course(matter, standing(matter), statutes.provision)


def month(on: date | None) -> int | None:
    """Return the number of the event of that day."""
    return (on - FIRST).days // 30 if on else None


TRAPS = {
    "a discharge set aside stays the trial court's; charged again and convicted, finally convicted": (
        f"{SENT} discharged:A1 appeal_filed/state appeal_decided/set_aside charges_framed convicted:A1",
        ("discharged", 3, "convicted", 7),
        ["discharged"],
    ),
    "a discharge set aside leaves the case open in the end": (
        f"{SENT} discharged:A1 appeal_filed/state appeal_decided/set_aside",
        ("discharged", 3, None, None),
        ["discharged"],
    ),
    "charged again by the trial court itself (CrPC 319), the discharge was no result": (
        f"{SENT} discharged:A1 charges_framed:A2 charges_framed:A1 convicted:A1 acquitted:A2",
        ("convicted", 6, "convicted", 6),
        ["convicted", "acquitted"],
    ),
    "a register that leaves the second charge out still says convicted, on its day": (
        f"{SENT} discharged:A1 convicted:A1",
        ("convicted", 4, "convicted", 4),
        ["convicted"],
    ),
    "a conviction at a retrial stands: nothing is set aside, and it is one conviction": (
        f"{SENT} charges_framed convicted:A1 appeal_filed/accused appeal_decided/retrial convicted:A1",
        ("convicted", 4, "convicted", 4),
        ["convicted"],
    ),
    "acquitted by the High Court and convicted again by the Supreme Court": (
        f"{SENT} convicted:A1 appeal_filed/accused appeal_decided/set_aside appeal_filed/state"
        " appeal_decided/set_aside",
        ("convicted", 3, "convicted", 3),
        ["convicted"],
    ),
    "the State's own appeal, filed later, doesn't hide that A1's was allowed": (
        f"{SENT} convicted:A1 appeal_filed:A1/accused appeal_filed/state appeal_decided/set_aside",
        ("convicted", 3, "acquitted", 6),
        ["convicted"],
    ),
    "tried on a protest petition after a closure report was accepted": (
        f"{FALSE} cognizance_taken charges_framed convicted:A1",
        ("convicted", 5, "convicted", 5),
        ["convicted"],
    ),
    "one sentenced on a bargained plea, the other acquitted after trial: acquitted": (
        f"{SENT} plea_bargain_allowed convicted:A1/plea acquitted:A2",
        ("acquitted", 4, "acquitted", 4),
        ["plea_bargained", "acquitted"],
    ),
    "a child sent to the Board is transferred, and the adult's acquittal is the case's": (
        f"{SENT} sent_to_juvenile_board:A1 acquitted:A2",
        ("acquitted", 4, "acquitted", 4),
        ["transferred", "acquitted"],
    ),
    "a child sent back to be tried as an adult (JJ 18(3)) is convicted and no longer transferred": (
        f"{SENT} sent_to_juvenile_board:A1 charges_framed:A1 convicted:A1",
        ("convicted", 5, "convicted", 5),
        ["convicted"],
    ),
    "one dead, one on trial: the case is pending": (
        f"{SENT} died:A1 charges_framed:A2",
        (None, None, None, None),
        ["abated", None],
    ),
    "death while the appeal is pending leaves the conviction": (
        f"{SENT} convicted:A1 appeal_filed/accused died:A1",
        ("convicted", 3, "convicted", 3),
        ["convicted"],
    ),
    "compounded with one of two: the case is pending": (
        f"{SENT} compounded:A1 charges_framed:A2",
        (None, None, None, None),
        ["compounded", None],
    ),
    "an accused added after the judgment (CrPC 319) doesn't open the case again": (
        f"{SENT} convicted:A1 charges_framed:A2",
        ("convicted", 3, "convicted", 3),
        ["convicted", None],
    ),
    "a trial moved to another court ends nothing": (
        f"{SENT} transferred charges_framed",
        (None, None, None, None),
        [None],
    ),
}


@pytest.mark.parametrize("trap", TRAPS)
def test_a_case_counts_as(trap: str) -> None:
    """Result and day by the trial court, result and day in the end, and the result of each accused."""
    words, whole, people = TRAPS[trap]
    found = told(words)
    one = found.case
    assert (one.result, month(one.result_on), one.final, month(one.final_on)) == whole
    assert [row.result for row in found.results if row.unit == "accused"] == people
    assert (one.set_aside_on is not None) == (whole[0] == "convicted" != whole[2])


POLICE = {
    "closed as false, tried on a protest petition": (f"{FALSE} cognizance_taken", ("final_report", 1), 3),
    "closed as false, investigated again, charge-sheeted": (
        f"{FALSE} further_investigation_ordered charge_sheet_filed",
        ("charge_sheeted", 4),
        4,
    ),
    "no charge sheet on file, charges framed": ("charges_framed", ("charge_sheeted", 1), 1),
    "the only accused died before a charge sheet": ("died:A1", ("final_report", 1), None),
}


@pytest.mark.parametrize("trap", POLICE)
def test_what_the_police_made_of_a_case_is_not_what_the_court_made_of_it(trap: str) -> None:
    """A final report stays one in the charge-sheeting rates, also where the court then tries the case."""
    words, police, sent = POLICE[trap]
    found = told(words)
    assert ((found.police, month(found.police_on)), month(found.sent_on)) == (police, sent)


def test_a_protest_petition_adds_up_for_police_and_court() -> None:
    """Disposed of by the police and sent for trial on different days: once in each balance."""
    found = told(f"{FALSE} cognizance_taken charges_framed convicted:A1")
    told_of = set(marks(found, found.case, Window()))
    assert told_of == {"registered", "police:final_report:false", "charge_sheeted", "convicted"}
