"""The brief, the handover memo, the notice ledger and the network of a case."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import PlaceFor
from tests.services.conftest import Filed
from tests.services.offices import TODAY, event, in_custody, old_trial
from tracker.domain import record_words, words
from tracker.domain.case import Case, Charge, Link
from tracker.domain.records import Assignment, Exhibit, Notice, Process, Witness
from tracker.services import brief, handover, links, notices, papers, papertext, repeats, undo
from tracker.services.caseparts import together
from tracker.services.office import Office, Refused

PART, STATUS, SUMMONS = record_words.Part, record_words.WitnessStatus, record_words.ProcessKind.SUMMONS
VICTIM, DOCTOR = record_words.WitnessKind.VICTIM, record_words.WitnessKind.MEDICAL
BAIL = record_words.Application.BAIL


@pytest.fixture
def office_url(place_for: PlaceFor, tmp_path: Path) -> str:
    """Return the URL of an office on SQLite alone."""
    return place_for("sqlite", tmp_path)


def full() -> Case:
    """Return the case in custody with its records kept: V1 heard, a doctor unserved, two judges."""
    return replace(
        in_custody(),
        witnesses=(
            Witness(label="PW2", kind=DOCTOR, name="Dr Bhosale", place_in_order=2, status=STATUS.SUMMONED),
            Witness(label="PW1", kind=VICTIM, victim="V1", place_in_order=1, status=STATUS.DONE),
        ),
        processes=(Process(kind=SUMMONS, witness="PW2", sent_on=date(2026, 11, 2), station="Sion"),),
        exhibits=(
            Exhibit(label="E1", sent_on=date(2026, 9, 30)),
            Exhibit(label="E2", exhibited_as="Exh. 9"),
        ),
        assignments=(
            Assignment(role=PART.JUDGE, name="K. Rao", from_on=date(2026, 9, 1), until_on=date(2026, 10, 31)),
            Assignment(role=PART.JUDGE, name="N. Pillai", from_on=date(2026, 11, 2)),
            Assignment(role=PART.SUPPORT_PERSON, name="Fernandes", victim="V1"),
        ),
        notices=(Notice(application=BAIL, accused="A1", filed_on=date(2026, 10, 1)),),
    )


def _said(office: Office, post: str) -> str:
    return papertext.text(handover.paper(office, "MUM-2026-001", TODAY, post))


def test_the_brief_is_an_office_copy_with_labels_and_codes_alone(office: Office, file_cases: Filed) -> None:
    """Witnesses and accused stand without name; who acts by office is named."""
    file_cases(full())
    said = papertext.text(brief.paper(office, "MUM-2026-001", TODAY))
    assert said.startswith(papers.OFFICE_COPY)
    for wanted in ("FIR 412/2026, Malvani East", "PW1", "victim V1", "BNS-143-2", "N. Pillai", "E1"):
        assert wanted in said
    assert not [name for name in ("Salim", "Bhosale", "Fernandes") if name in said]


def test_a_memo_says_what_is_proved_who_is_next_and_what_is_unserved(
    office: Office, file_cases: Filed
) -> None:
    """V1 is done, the doctor comes next, the summons lies at Sion, both judges are there by day."""
    file_cases(full())
    said = _said(office, "prosecutor")
    proved, _, rest = said.partition("NEXT WITNESSES")
    assert "PW1, victim V1: done." in proved
    assert "Exh. 9" in proved
    assert "PW2" in rest
    assert "PW1" not in rest
    assert "with Sion" in rest
    assert "31-10-2026" in rest


def test_a_judge_s_memo_holds_no_opinion_of_the_office(office: Office, file_cases: Filed) -> None:
    """Neither warnings nor clocks that bind the police; the advocate's has both and is an office copy."""
    file_cases(full())
    judge, advocate = _said(office, "judge"), _said(office, "advocate")
    assert "WARNINGS" not in judge
    assert "custody" not in judge.partition("CLOCKS")[2].partition("WHO WAS WHO")[0]
    assert "WARNINGS" in advocate
    assert advocate.startswith(papers.OFFICE_COPY)


def test_texts_that_differ_in_whose_they_are_become_one() -> None:
    """V1's and V2's are one, V10's own number isn't taken for V1."""
    said = [("V1", ("a",), "V1 waits"), ("V2", ("a",), "V2 waits"), ("V10", ("b",), "V10 waits, not V1")]
    assert together(said) == ("V1 and V2 waits", "V10 waits, not V1")


def test_an_application_without_notice_is_missing_and_its_authority_is_said_with_its_doubt(
    office: Office, file_cases: Filed
) -> None:
    """POCSO is charged, not the sections of BNSS 483(2): what our row notes, as unverified."""
    file_cases(full())
    (found,) = notices.duties(office, "MUM-2026-001", TODAY)
    assert (found.status, found.listed) == ("missing", True)
    assert "High Courts ask for notice" in found.authority
    assert found.confidence == "unverified"


def test_the_section_that_the_law_names_gives_its_own_row(office: Office, file_cases: Filed) -> None:
    """With BNS 65(1) charged the informant must be present: BNSS 483(2), as verified."""
    case = full()
    file_cases(
        replace(case, charges=(*case.charges, Charge(accused="A1", victim="V1", provision="BNS-65-1")))
    )
    (found,) = notices.duties(office, "MUM-2026-001", TODAY)
    assert found.authority.startswith("BNSS 483(1) 2nd proviso, 483(2): The informant must be present")
    assert found.confidence == "verified"


def test_a_bail_of_the_journal_that_the_list_lacks_is_missing_too(office: Office, file_cases: Filed) -> None:
    """That of 3 October is on the list, that of 5 November nowhere; the victim's appeal is our own side's."""
    case = full()
    more = (
        event(date(2026, 10, 3), "bail_applied", accused="A1"),
        event(date(2026, 11, 5), "bail_applied", accused="A1"),
        event(date(2026, 11, 6), "appeal_filed", by=words.AppealBy.VICTIM),
    )
    file_cases(replace(case, events=(*case.events, *more)))
    found = notices.duties(office, "MUM-2026-001", TODAY)
    assert [(one.application, one.filed_on, one.listed) for one in found] == [
        ("bail", date(2026, 10, 1), True),
        ("bail", date(2026, 11, 5), False),
    ]


def _tied() -> tuple[Case, Case]:
    phone, sure = record_words.Through.PHONE, record_words.Sure.PROBABLE
    kind = words.LinkKind.SAME_NETWORK
    tie = Link(kind=kind, ref="PUN-2019-014", through=phone, what='48"21\\', said_by="Insp. Rao", sure=sure)
    gone = Link(kind=kind, ref="NAG-1999-001", struck="a mistake")
    return replace(in_custody(), links=(tie, gone)), replace(
        old_trial(), links=(Link(kind=kind, ref="GOA-2020-002"),)
    )


def test_a_network_is_walked_either_way_and_says_who_says_so(office: Office, file_cases: Filed) -> None:
    """From the second case back to the first and on to one that the office lacks; what was struck is gone."""
    file_cases(*_tied())
    found = links.network(office, "PUN-2019-014")
    assert {node.ref: (node.depth, node.there) for node in found.nodes} == {
        "PUN-2019-014": (0, True),
        "MUM-2026-001": (1, True),
        "GOA-2020-002": (1, False),
    }
    said = "\n".join(links.text(found))
    assert "the same phone" in said
    assert "probable, says Insp. Rao" in said


def test_a_graph_names_nobody_and_cannot_be_broken_out_of(office: Office, file_cases: Filed) -> None:
    """The quotation mark and the backslash of a coded word are escaped; no name is in it."""
    file_cases(*_tied())
    said = links.dot(links.network(office, "PUN-2019-014"))
    assert r"48\"21\\" in said
    assert not [name for name in ("Rao", "Salim") if name in said]
    assert said.count('"') % 2 == 1  # one of them escaped


def test_what_links_of_two_cases_say_alike_is_suggested(office: Office, file_cases: Filed) -> None:
    """The same phone in two cases' links; and each stands in the other's network, as possible."""
    one, two = _tied()
    vehicle = record_words.Through.VEHICLE
    more = Link(kind=words.LinkKind.SAME_NETWORK, ref="X-1", through=vehicle, what="MH04 77")
    other = Link(kind=words.LinkKind.SAME_NETWORK, ref="X-2", through=vehicle, what="mh04 77")
    file_cases(replace(one, links=(more,)), replace(two, links=(other,)))
    (found,) = repeats.repeats(office, "", TODAY)
    assert (found.how, [place.ref for place in found.places]) == ("shared", [one.ref, two.ref])


def test_nobody_else_takes_over(office: Office, file_cases: Filed) -> None:
    """What is known is said."""
    file_cases(in_custody())
    with pytest.raises(Refused, match="judge, prosecutor, officer, advocate"):
        handover.paper(office, "MUM-2026-001", TODAY, "peon")


def test_a_memo_says_who_signed_it_off_until_that_is_taken_back(office: Office, file_cases: Filed) -> None:
    """With the mark of the paper that was signed and the change it was for; the other memos aren't signed."""
    file_cases(full())
    assert "Not signed off yet." in _said(office, "judge")
    mark = handover.paper(office, "MUM-2026-001", TODAY, "judge").content_mark()
    handover.sign(office, "MUM-2026-001", "judge", "U. Naik", TODAY, TODAY)
    said = " ".join(_said(office, "judge").split())
    assert f"Signed off by U. Naik on 24-11-2026 (the paper with the mark {mark}), after the" in said
    assert "Not signed off yet." in _said(office, "prosecutor")
    step = undo.last(office)
    assert step is not None
    undo.take_back(office, step)
    assert "Not signed off yet." in _said(office, "judge")


@pytest.mark.parametrize(
    ("on", "says"),
    [
        (
            date(2026, 8, 30),
            "Not signed off yet for the change of 02-11-2026. An earlier memo was",
        ),
        (date(2026, 10, 30), "Signed off by U. Naik on 30-10-2026, for the change of 02-11-2026."),
    ],
)
def test_a_memo_signed_for_a_judge_who_went_is_not_the_next_one_s(
    office: Office, file_cases: Filed, on: date, says: str
) -> None:
    """The judge changed on 1 September and on 2 November; signed some days before, it is for that change."""
    file_cases(full())
    handover.sign(office, "MUM-2026-001", "judge", "U. Naik", on, TODAY)
    assert says in " ".join(_said(office, "judge").split())
