"""Recording a hearing lists the next; the agenda says who goes where."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.services.conftest import Filed
from tests.services.offices import TODAY, in_custody, old_trial, three
from tracker.domain import words
from tracker.domain.case import Hearing
from tracker.services import agenda, casework, docket, filing, hearings, undo
from tracker.services.clash import Clash
from tracker.services.listing import Said
from tracker.services.office import Office, Refused
from tracker.services.views import HearingRecorded

NEW, OLD = "MUM-2026-001", "PUN-2019-014"
NEXT = date(2026, 12, 7)


def record(office: Office, ref: str = NEW, **more: object) -> HearingRecorded:
    """Record an adjournment of today, unless said otherwise."""
    said = {"on": TODAY, "outcome": "adjourned", "today": TODAY} | more
    return hearings.record(office, ref, **said)  # type: ignore[arg-type]


def test_recording_lists_the_next_date(office: Office, file_cases: Filed) -> None:
    """An adjournment writes what happened, counts it, and lists the next date for the same purpose."""
    file_cases(*three())
    said = record(office, asked_by="defence", reason="advocate_absent", next_on=NEXT)
    assert (said.hearing["outcome"], said.hearing["next_on"]) == ("adjourned", NEXT)
    assert said.next == {"on": NEXT, "proceeding": "trial", "purpose": "remand", "advocate": "asha"}
    assert said.adjournment == "adjournment no. 2 (defence 2)"
    assert said.notes == ()
    listed = [hearing["on"] for hearing in casework.show(office, NEW, TODAY).hearings]
    assert listed == [date(2026, 11, 10), TODAY, date(2026, 11, 26), NEXT]
    assert filing.differences(office) == []


def test_an_adjournment_counts_its_own_proceeding(office: Office, file_cases: Filed) -> None:
    """What was adjourned in the bail matter doesn't count in the trial."""
    file_cases(in_custody())
    said = record(office, today=date(2026, 11, 26), on=date(2026, 11, 26), asked_by="prosecution")
    assert said.adjournment == "adjournment no. 1 (prosecution 1)"
    assert said.hearing["proceeding"] == "bail"


def test_a_day_that_was_not_listed_is_listed_and_says_so(office: Office, file_cases: Filed) -> None:
    """A matter taken up without listing is kept under the trial, with the advocate of the last listing."""
    file_cases(in_custody())
    said = record(office, on=date(2026, 11, 23), outcome="held")
    assert said.notes == ("23-11-2026 was not listed: it is listed now",)
    assert (said.hearing["proceeding"], said.hearing["advocate"]) == ("trial", "asha")
    assert said.adjournment == ""


def test_a_closed_day_and_a_clash_are_pointed_out_not_refused(office: Office, file_cases: Filed) -> None:
    """A Sunday as the next date, and a day on which the advocate is listed elsewhere."""
    other = replace(old_trial(), hearings=(Hearing(on=NEXT, proceeding="trial", advocate="asha"),))
    file_cases(in_custody(), other)
    assert record(office, next_on=date(2026, 11, 29)).notes == ("29-11-2026 is a Sunday: courts are closed",)
    said = record(office, next_on=NEXT, correct=True)
    assert f"asha is also listed that day in sewree-3 ({OLD}) in another complex" in said.notes


def test_a_next_date_fixed_anew_moves_the_listing(office: Office, file_cases: Filed) -> None:
    """On the same day the outcome may be put right; the listing moves and no stale date is left."""
    file_cases(in_custody())
    record(office, next_on=NEXT)
    said = record(office, next_on=date(2026, 12, 8))
    assert said.notes == ("The listing of 07-12-2026 was moved to 08-12-2026",)
    listed = [hearing["on"] for hearing in casework.show(office, NEW, TODAY).hearings]
    assert listed == [date(2026, 11, 10), TODAY, date(2026, 11, 26), date(2026, 12, 8)]


def test_from_the_next_day_on_an_outcome_is_changed_only_as_a_correction(
    office: Office, file_cases: Filed
) -> None:
    """Another outcome for a past day is refused unless it is said to be a correction."""
    file_cases(in_custody())
    past = date(2026, 11, 10)
    with pytest.raises(Refused, match="recorded as adjourned"):
        record(office, on=past, outcome="held")
    assert record(office, on=past, outcome="held", correct=True).hearing["outcome"] == "held"


@pytest.mark.parametrize(
    ("said", "says"),
    [
        ({"outcome": "postponed"}, "known: held, part_heard, adjourned"),
        ({"asked_by": "judge"}, "known: prosecution, defence"),
        ({"next_on": TODAY}, "is not after the hearing"),
        ({"on": date(2026, 11, 26)}, "still to come"),
        ({"proceeding": "revision"}, "it has: trial, bail"),
        ({"ref": "NO-1"}, "There is no case NO-1"),
        ({"costs_rupees": -5}, "costs_rupees: -5 is not from 0 to 1000000000; write whole rupees"),
        ({"outcome": "held", "opposed": False}, "opposed: is said of an adjournment only"),
    ],
)
def test_what_cant_be_is_refused_and_nothing_is_written(
    office: Office, file_cases: Filed, said: dict[str, object], says: str
) -> None:
    """Each refusal is one clear line, and the hearings are as they were."""
    file_cases(in_custody())
    before = casework.show(office, NEW, TODAY).hearings
    with pytest.raises(Refused) as refusal:
        record(office, **said)  # type: ignore[arg-type]
    (fault,) = refusal.value.faults
    assert says in fault
    assert casework.show(office, NEW, TODAY).hearings == before


def test_an_outcome_said_again_leaves_what_was_noted_of_the_adjournment(
    office: Office, file_cases: Filed
) -> None:
    """Opposed and costs stay while it is adjourned and nobody says them anew; held, it has neither."""
    file_cases(in_custody())
    record(office, outcome="adjourned", asked_by="defence", opposed=True, costs_rupees=500)
    again = record(office, outcome="adjourned", asked_by="defence", reason="time_sought").hearing
    assert (again["opposed"], again["costs_rupees"]) == (True, 500)
    said = Said(outcome="adjourned", costs_rupees=0, anew=True)
    anew = hearings.recorded_step(office, NEW, said, on=TODAY, today=TODAY)[0].hearing
    assert (anew.get("opposed"), anew["costs_rupees"]) == (None, 0)
    assert "costs_rupees" not in record(office, outcome="held").hearing


def test_two_listings_of_one_day_want_the_proceeding(office: Office) -> None:
    """Where no trial decides, a day listed twice asks which; with the trial among them it is the trial."""
    case = in_custody()
    both = tuple(Hearing(on=TODAY, proceeding=key) for key in ("trial", "bail"))
    kinds = tuple(replace(one, court=None) for one in case.proceedings)
    casework.add_case(office, replace(case, proceedings=kinds, hearings=both), TODAY)
    assert record(office, outcome="held").hearing["proceeding"] == "trial"
    assert record(office, outcome="held", proceeding="bail").hearing["proceeding"] == "bail"
    bails = tuple(replace(one, kind=words.ProceedingKind.BAIL) for one in kinds)
    casework.add_case(office, replace(case, ref="X-2", proceedings=bails, hearings=both), TODAY)
    with pytest.raises(Refused, match="say which proceeding"):
        record(office, "X-2", outcome="held")


def test_an_outcome_clears_the_flag_that_missed_it(office: Office, file_cases: Filed) -> None:
    """The day after, the outcome is missing; recorded, the flag is gone."""
    file_cases(in_custody())
    tomorrow = date(2026, 11, 25)
    assert docket.count(office, "flag:outcome_missing", tomorrow) == 1
    record(office, today=tomorrow, next_on=NEXT)
    assert docket.count(office, "flag:outcome_missing", tomorrow) == 0


def test_the_agenda_says_who_goes_where_and_what_clashes(office: Office, file_cases: Filed) -> None:
    """A fortnight by day, narrowed to an advocate or a court; two courts on one day are a clash."""
    other = replace(
        old_trial(), hearings=(Hearing(on=TODAY, proceeding="trial", advocate="asha", time="11:00"),)
    )
    file_cases(in_custody(), other)
    rows = agenda.between(office, TODAY, NEXT, "asha", today=TODAY)
    assert [(row.on.day, row.ref, row.court, row.complex) for row in rows] == [
        (24, OLD, "sewree-3", "Sewree"),
        (24, NEW, "dindoshi-11", "Dindoshi"),
        (26, NEW, "sewree-3", "Sewree"),
    ]
    assert rows[0].clash == f"also listed in dindoshi-11 ({NEW}) in another complex"
    assert rows[2].clash == ""
    assert "default_bail" in rows[1].flags
    assert [row.ref for row in agenda.between(office, TODAY, NEXT, court="dindoshi-11")] == [NEW]
    with pytest.raises(Refused, match="turn round"):
        agenda.between(office, NEXT, TODAY)


def test_a_board_of_a_few_rows_knows_what_it_does_not_show(
    office: Office, file_cases: Filed, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of more hearings than a panel holds it shows the first, counts all, and sees the clash with another."""
    early = Hearing(on=TODAY, proceeding="trial", advocate="asha", time="11:00")
    file_cases(in_custody(), replace(old_trial(), hearings=(early,)))
    monkeypatch.setattr(agenda, "MOST", 1)
    board = agenda.listed(office, TODAY)
    assert ([row.ref for row in board.rows], board.count) == ([OLD], 2)
    assert board.rows[0].clash == f"also listed in dindoshi-11 ({NEW}) in another complex"


def test_what_another_wrote_meanwhile_is_not_written_over(office: Office, file_cases: Filed) -> None:
    """Both versions are said and nothing is written; with the version now on file it is."""
    file_cases(in_custody())
    seen = next(one for one in casework.show(office, NEW, TODAY).hearings if one["on"] == TODAY)["version"]
    record(office, asked_by="defence", next_on=NEXT, expected=seen)
    with pytest.raises(Clash) as clash:
        record(office, outcome="held", expected=seen)
    assert clash.value.faults == (
        "The hearing of 24-11-2026 was changed meanwhile: "
        "on file is adjourned, asked by defence, next 07-12-2026",
        "Yours, not written: held, no next date",
    )
    assert record(office, outcome="held", expected=clash.value.version).hearing["outcome"] == "held"


def test_two_who_differ_in_the_note_alone_are_told_so(office: Office, file_cases: Filed) -> None:
    """Both notes go to the screen that asks; no line repeats what somebody wrote by hand."""
    file_cases(in_custody())
    seen = next(one for one in casework.show(office, NEW, TODAY).hearings if one["on"] == TODAY)["version"]
    record(office, outcome="held", note="Monday, says the clerk", expected=seen)
    with pytest.raises(Clash, match="the two differ in the note") as clash:
        record(office, outcome="held", note="Friday, says the clerk", expected=seen)
    assert clash.value.notes == ("Monday, says the clerk", "Friday, says the clerk")
    assert "the clerk" not in str(clash.value)


def test_the_last_step_of_a_person_is_kept_for_the_next_start(office: Office, file_cases: Filed) -> None:
    """Read back from the database, it puts hearing, listing and note back as they were, and again."""
    file_cases(in_custody())
    before = casework.show(office, NEW, TODAY).hearings
    record(office, next_on=NEXT, note="the clerk said so")
    after = casework.show(office, NEW, TODAY).hearings
    for again, there in ((False, before), (True, after)):
        step = undo.last(office, again=again)
        assert step is not None
        undo.take_back(office, step, again=again)
        assert casework.show(office, NEW, TODAY).hearings == there
