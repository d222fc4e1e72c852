"""Papers, and the lines of the overviews. Their reads are those of a case, so one database is enough."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.conftest import PlaceFor
from tests.services.conftest import Filed
from tests.services.offices import TODAY, bare_register, event, in_custody
from tracker.domain import words
from tracker.domain.case import Case, Hearing, Proceeding
from tracker.domain.words import AskedBy, HearingOutcome, HearingReason, Purpose
from tracker.pdf import papers as pages
from tracker.services import adjournments, aftercare, clocks, copies, papers, papertext, rescues, update
from tracker.services.adjournments import Lost
from tracker.services.office import Office, Refused
from tracker.services.papers import Grid, Part


@pytest.fixture
def office_url(place_for: PlaceFor, tmp_path: Path) -> str:
    """Return the URL of an office on SQLite alone."""
    return place_for("sqlite", tmp_path)


def _put_off(on: date, by: AskedBy | None, to: date | None = None, **more: object) -> Hearing:
    given: dict[str, object] = {"proceeding": "trial", "outcome": HearingOutcome.ADJOURNED, **more}
    return Hearing(on=on, asked_by=by, next_on=to, purpose=Purpose.EVIDENCE, **given)  # type: ignore[arg-type]


def _lost(*hearings: Hearing, most: int | None = 2) -> tuple[Lost, ...]:
    trial = Proceeding(key="trial", kind=words.ProceedingKind.TRIAL)
    bail = Proceeding(key="bail", kind=words.ProceedingKind.BAIL)
    return adjournments.lost(Case(ref="X", proceedings=(trial, bail), hearings=hearings), TODAY, most)


def test_each_asker_has_a_count_of_their_own_and_the_third_is_beyond_two() -> None:
    """Three of the defence and one of the prosecution: only the defence's third is beyond."""
    found = _lost(
        _put_off(date(2026, 1, 5), AskedBy.DEFENCE, date(2026, 2, 5)),
        _put_off(date(2026, 2, 5), AskedBy.PROSECUTION, date(2026, 3, 5)),
        _put_off(date(2026, 3, 5), AskedBy.DEFENCE, date(2026, 4, 6)),
        _put_off(date(2026, 4, 6), AskedBy.DEFENCE, date(2026, 5, 4)),
    )
    assert [(one.by, one.count, one.days, one.beyond) for one in found] == [
        ("defence", 1, 31, False),
        ("prosecution", 1, 28, False),
        ("defence", 2, 32, False),
        ("defence", 3, 28, True),
    ]


def test_a_day_that_nobody_asked_to_lose_is_charged_to_nobody() -> None:
    """Not reached and a strike are lost; passed over is not; each counts under what happened."""
    found = _lost(
        _put_off(date(2026, 1, 5), None, date(2026, 1, 9), outcome=HearingOutcome.NOT_REACHED),
        _put_off(date(2026, 1, 9), None, date(2026, 1, 9), outcome=HearingOutcome.PASSED_OVER),
        _put_off(date(2026, 1, 9), None, date(2026, 1, 12), outcome=HearingOutcome.STRIKE),
        _put_off(date(2026, 1, 12), None, date(2026, 1, 13)),
    )
    assert [one.by for one in found] == ["not_reached", "strike", "nobody named"]


def test_what_was_opposed_and_what_it_cost_changes_no_count_of_the_law() -> None:
    """Unopposed and with costs, the defence's third is beyond all the same; its costs are added up."""
    found = _lost(
        _put_off(date(2026, 1, 5), AskedBy.DEFENCE, date(2026, 2, 5), opposed=True, costs_rupees=500),
        _put_off(date(2026, 2, 5), AskedBy.DEFENCE, date(2026, 3, 5), opposed=False),
        _put_off(date(2026, 3, 5), AskedBy.DEFENCE, date(2026, 4, 6), opposed=False, costs_rupees=1000),
        _put_off(date(2026, 4, 6), AskedBy.COURT, date(2026, 5, 4)),
    )
    assert [(one.count, one.beyond) for one in found] == [(1, False), (2, False), (3, True), (1, False)]
    totals = adjournments.totals(found)
    assert [(one.by, one.opposed, one.costs_rupees) for one in totals] == [
        ("defence", 1, 1500),
        ("court", 0, None),
    ]


def test_without_a_next_date_the_days_run_on_to_today() -> None:
    """Put off on 14-11-2026 with nothing listed: ten days on the 24th, and it says that they run."""
    (found,) = _lost(_put_off(date(2026, 11, 14), AskedBy.DEFENCE))
    assert (found.days, found.running, found.next_on) == (10, True, None)


def test_adjournments_of_a_bail_application_are_never_beyond_what_a_trial_allows() -> None:
    """The number is the trial's."""
    days = [date(2026, 1, 5), date(2026, 1, 6), date(2026, 1, 7)]
    found = _lost(*(_put_off(on, AskedBy.DEFENCE, proceeding="bail") for on in days))
    assert [one.beyond for one in found] == [False, False, False]


def test_the_annexure_names_no_victim_and_no_section(office: Office, file_cases: Filed) -> None:
    """Its tables and its law say who asked and why; the child's evidence is evidence."""
    asked = _put_off(date(2026, 11, 3), AskedBy.DEFENCE, reason=HearingReason.ADVOCATE_ABSENT, note="V1 wept")
    case = in_custody()
    file_cases(replace(case, hearings=(replace(asked, purpose=Purpose.CHILD_EVIDENCE), *case.hearings)))
    said = repr(adjournments.paper(office, case.ref, TODAY).parts)
    assert "advocate absent" in said
    assert "BNSS 346(2)" in said
    assert not [word for word in ("V1", "child", "POCSO-", "BNS-143", "Salim", "wept") if word in said]


def test_a_copy_is_answered_by_the_next_of_its_side() -> None:
    """The victim's waits; the State's was ready after twelve days and was collected."""
    found = list(
        copies.of_case(
            replace(
                bare_register(),
                events=(
                    event(date(2026, 6, 1), "copy_applied", by=words.AppealBy.VICTIM),
                    event(date(2026, 6, 2), "copy_applied", by=words.AppealBy.STATE),
                    event(date(2026, 6, 14), "copy_ready", by=words.AppealBy.STATE),
                ),
            ),
            date(2026, 6, 21),
        )
    )
    assert [(one.by, one.status, one.days) for one in found] == [
        ("victim", "awaited", 20),
        ("state", "ready, not collected", 12),
    ]


def test_attempts_count_the_days_since_the_one_before() -> None:
    """Called off, then two found fifteen days later."""
    off, found_ = words.RescueOutcome.CALLED_OFF, words.RescueOutcome.RESCUED
    events = (
        event(date(2026, 9, 5), "rescue_attempted", outcome=off, reason="rain"),
        event(date(2026, 9, 20), "rescue_attempted", outcome=found_, victims=("V1", "V2")),
    )
    found = list(rescues.of_case(replace(in_custody(), events=events)))
    assert [(one.attempt, one.outcome, one.gap, one.found) for one in found] == [
        (1, "called_off", None, ()),
        (2, "rescued", 15, ("V1", "V2")),
    ]


def test_money_ordered_and_not_all_paid_stays_open() -> None:
    """Applied for on 1 January, 3 lakh ordered, 1 paid: 2 are owed, and the days run to today."""
    case = replace(
        in_custody(),
        events=(
            event(date(2026, 1, 1), "compensation_applied", victim="V1"),
            event(date(2026, 2, 1), "compensation_ordered", victim="V1", rupees=300000),
            event(date(2026, 3, 1), "compensation_paid", victim="V1", rupees=100000),
        ),
    )
    care = aftercare.of_victim(case, case.victims[0], TODAY)
    assert (care.unpaid_rupees, care.open_days) == (200000, (TODAY - date(2026, 1, 1)).days)
    assert "payment" in care.lacks


@pytest.mark.parametrize("language", ["en", "hi", "mr"])
def test_an_update_tells_nothing_of_anybody_else(office: Office, file_cases: Filed, language: str) -> None:
    """No name, label, code, place, section or number of the case, in any language."""
    case = in_custody()
    more = (
        event(date(2026, 11, 1), "bail_granted", accused="A1", note="surety Rao"),
        event(date(2026, 11, 2), "statement_recorded", victim="V2"),
    )
    file_cases(replace(case, events=(*case.events, *more)))
    said = update.update(office, case.ref, "V1", TODAY, language).text
    assert "01-11-2026" in said
    assert "02-11-2026" not in said  # the statement of another victim
    hidden = ("A1", "V1", "V2", "Salim", "Rao", "Malvani", "412", "MUM-", "POCSO", "143", "Dindoshi", "{")
    assert not [word for word in hidden if word in said]


def test_telling_her_is_recorded_only_when_told_and_meets_no_duty_of_the_police(
    office: Office, file_cases: Filed
) -> None:
    """The police's clock of ninety days runs on; her next update begins after this one."""
    case = in_custody()
    file_cases(case)

    def clock() -> tuple[object, ...]:
        rows = clocks.due(office, TODAY, case.ref).rows
        return next((row.status, row.due_on) for row in rows if row.limit == "VICTIM-PROGRESS-90D")

    before = clock()
    assert update.update(office, case.ref, "V1", TODAY).since is None
    update.told(office, case.ref, "V1", TODAY)
    assert update.update(office, case.ref, "V1", TODAY).since == TODAY
    assert clock() == before


def test_no_code_of_another_case_is_taken(office: Office, file_cases: Filed) -> None:
    """What was typed may be a name: it is never said again."""
    file_cases(in_custody())
    with pytest.raises(Refused) as refused:
        update.update(office, "MUM-2026-001", "Gulabkali", TODAY)
    assert "Gulabkali" not in str(refused.value)
    assert "V1, V2" in str(refused.value)


def test_a_paper_with_a_victim_s_name_is_not_released(
    office: Office, file_cases: Filed, tmp_path: Path
) -> None:
    """The matter's number holds the name; nothing is written, and the audit says nothing was printed."""
    case = in_custody()
    victims = (replace(case.victims[0], name="Gulabkali Kalpit"), case.victims[1])
    trial = replace(case.proceedings[0], number="Gulabkali 7/2026")
    file_cases(replace(case, victims=victims, proceedings=(trial, case.proceedings[1])))
    paper = adjournments.paper(office, case.ref, TODAY)
    made = pages.render(paper)
    with pytest.raises(Refused, match="V1 of MUM-2026-001"):
        papers.release(office, paper, tmp_path / "a.pdf", made.content, made.said)
    assert not list(tmp_path.glob("a.pdf*"))


def test_the_same_paper_gives_the_same_bytes(office: Office, file_cases: Filed) -> None:
    """In Marathi too, whose letters are shaped."""
    file_cases(in_custody())
    for paper in (
        adjournments.paper(office, "MUM-2026-001", TODAY),
        update.paper(office, "MUM-2026-001", "V1", TODAY, "mr"),
    ):
        assert pages.render(paper).content == pages.render(paper).content


def test_a_paper_of_a_sample_office_says_so_on_every_page(office: Office, file_cases: Filed) -> None:
    """And as text in its first line; a paper of any other office says nothing of it."""
    file_cases(in_custody())
    real = adjournments.paper(office, "MUM-2026-001", TODAY)
    assert "SAMPLE" not in papertext.text(real)
    sample = replace(real, sample=True, parts=real.parts * 12)
    assert papertext.text(sample).startswith("SAMPLE, invented people\n")
    printed = PdfReader(BytesIO(pages.render(sample).content)).pages
    assert len(printed) > 1
    assert all("SAMPLE, invented people" in page.extract_text() for page in printed)


def test_no_heading_is_left_behind_by_its_table(office: Office, file_cases: Filed) -> None:
    """However far down the page a part begins, its heading stands on the page of its first row."""
    file_cases(in_custody())
    paper = adjournments.paper(office, "MUM-2026-001", TODAY)
    table = Part(
        heading="Who was who", grid=Grid(columns=(("As", 1), ("Name", 1)), rows=(("judge", "A. Rao"),))
    )
    for above in range(38, 50):
        long = replace(paper, parts=(Part(heading="Above", says=("a line",) * above), table))
        said = [page.extract_text() for page in PdfReader(BytesIO(pages.render(long).content)).pages]
        assert [("Who was who" in page) == ("A. Rao" in page) for page in said] == [True] * len(said), above
