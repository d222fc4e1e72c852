"""Rates asked of an office: what the database counts is what the rules say, and nothing is counted twice."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from sqlmodel import col, delete

import statutes
from tests.conftest import PlaceFor
from tracker import samples
from tracker.domain.case import Accused, Case, Charge, Disposal, Event, Fir, Link, Proceeding
from tracker.domain.matter import Matter, cut
from tracker.domain.outcomes import course
from tracker.domain.stages import standing
from tracker.domain.tally import Counts
from tracker.domain.words import DisposalKind, EventKind, LinkKind, ProceedingKind
from tracker.services import behind, folding, interchange, ratesjson, reports, restated, stalls
from tracker.services.office import Office, Refused, open_office
from tracker.services.reports import Question, Report
from tracker.store.course_tables import Course, Verdict

TODAY = date(2026, 11, 24)
COURTS = samples.courts()
THANE = Path(__file__).parent / "thane" / "days.csv"


def ask(office: Office, **keys: Any) -> Report:
    """Return the answer to a question, as of the sample's today unless said."""
    return reports.rates(office, Question(**{"as_of": TODAY, **keys}))


def lines(office: Office, **keys: Any) -> dict[str, dict[str, Any]]:
    """Return the figures of each group by key, and of all under "total"."""
    report = ask(office, **keys)
    return {group.key: ratesjson.group(group) for group in (*report.groups, report.total)}


def file(office: Office, *cases: Case) -> None:
    """File cases in an empty office."""
    interchange.write_cases(office, COURTS, cases)


def tried(ref: str, fir: date, *words: str, accused: tuple[str, ...] = ("A1",), **keys: Any) -> Case:
    """Return a case with FIR, charge sheet 60 days later, then an event every 30 days: "convicted:A1"."""
    events = [Event(on=fir, kind=EventKind.FIR_REGISTERED)]
    for n, word in enumerate(words):
        kind, _, who = word.partition(":")
        events.append(Event(on=fir + timedelta(60 + 30 * n), kind=EventKind(kind), accused=who or None))
    return Case(
        ref=ref,
        fir=Fir(registered_on=fir),
        accused=tuple(Accused(label=label) for label in accused),
        events=tuple(events),
        **keys,
    )


def by_hand(cases: tuple[Case, ...], question: Question) -> dict[str, Counts]:
    """Return the counts of each group, case by case, by the rules alone; split trials are not looked for."""
    found: dict[str, Counts] = {}
    window = question.window()
    for case in cases:
        matter = Matter(cut(case, question.as_of), {court.key: court.kind for court in COURTS if court.kind})
        one = course(matter, standing(matter), statutes.provision)
        for result in one.results:
            if result.unit != question.unit:
                continue
            for name in folding.names(question, folding.key_of(question)(one, result)):
                found.setdefault(name, Counts.none()).add(one, result, window)
    return {key: counts for key, counts in found.items() if counts.marks or counts.spells}


class Invented(NamedTuple):
    """An office of three hundred invented cases, and the cases."""

    office: Office
    cases: tuple[Case, ...]


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def invented(
    request: pytest.FixtureRequest, place_for: PlaceFor, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Invented]:
    """Make it once on each database, for tests that only ask."""
    url = place_for(request.param, tmp_path_factory.mktemp("invented"))
    cases = tuple(samples.generate(300, 5))
    with open_office(url, user="asha") as office:
        file(office, *cases)
        yield Invented(office, cases)


SPAN = {"first": date(2019, 1, 1), "last": date(2023, 12, 31)}


@pytest.mark.parametrize(
    "keys",
    [
        {"by": "act"},
        {"by": "act", "principal": True, **SPAN},
        {"by": "act", "unit": "accused", **SPAN},
        {"by": "provision", "unit": "charge"},
        {"by": "provision", "principal": True, "unit": "accused"},
        {"by": "court", "cohort": True, **SPAN},
        {"by": "station", "final": True, **SPAN},
        {"by": "act", "clock": "charge_sheet", "final": True, "unit": "accused"},
        {"by": "station", "clock": "cognizance", "cohort": True, "first": date(2015, 1, 1)},
        {"by": "act", "as_of": date(2021, 6, 30)},
        {"by": "provision", "as_of": date(2022, 1, 1), "unit": "charge", "cohort": True, **SPAN},
    ],
    ids=str,
)
def test_the_database_counts_what_the_rules_say(invented: Invented, keys: dict[str, Any]) -> None:
    """Group by group, mark by mark and day by day, kept and computed counts are the same."""
    question = Question(**{"as_of": TODAY, **keys})
    report = reports.rates(invented.office, question)
    expected = by_hand(invented.cases, question)
    assert {group.key: group.counts.marks for group in report.groups} == {
        key: counts.marks for key, counts in expected.items()
    }
    assert {group.key: group.counts.spells for group in report.groups} == {
        key: counts.spells for key, counts in expected.items()
    }


@pytest.mark.parametrize("by", reports.BY)
@pytest.mark.parametrize("cohort", [False, True])
def test_what_comes_in_goes_out_or_is_pending(invented: Invented, by: str, cohort: bool) -> None:
    """In every group and in all: opening and sent for trial are what ended and what is pending."""
    for line in lines(invented.office, by=by, cohort=cohort, **SPAN).values():
        out = sum(line["disposed_without_trial"].values()) + line["transferred"] + line["other"]
        assert line["opening"] + line["charge_sheeted"] == out + line["trials_completed"] + line["pending"]
        assert line["imbalance"] == 0


def test_years_follow_on_each_other(invented: Invented) -> None:
    """One year's pending is the next one's opening, and the years add up to the whole."""
    report = ask(invented.office, by="year")
    counts = [group.counts for group in report.groups]
    for before, after in pairwise(counts):
        assert before.of("pending") == after.of("opening")
    for mark in ("registered", "charge_sheeted", "convicted", "acquitted", "abated"):
        assert sum(one.of(mark) for one in counts) == report.total.counts.of(mark)
    assert report.total.counts.of("pending") == counts[-1].of("pending")


def test_the_cases_behind_a_number_are_listed(invented: Invented) -> None:
    """Each group names cases, and each case of the total stands in some group."""
    report = ask(invented.office, by="act")
    assert report.total.cases
    assert set(report.total.cases) == {ref for group in report.groups for ref in group.cases or ()}


def test_what_is_not_kept_is_reckoned(office: Office) -> None:
    """An office from before this table was kept gives the same rates."""
    file(office, *samples.generate(60, 5))
    before = ask(office, by="act")
    with office.transaction() as session:
        session.execute(delete(Verdict).where(col(Verdict.prosecution_id) > 20))
        session.execute(delete(Course).where(col(Course.prosecution_id) > 20))
    after = ask(office, by="act")
    assert [(g.key, g.counts, g.cases) for g in after.groups] == [
        (g.key, g.counts, g.cases) for g in before.groups
    ]


def test_a_case_under_three_acts(office: Office) -> None:
    """It stands in three lines and once in the total; by principal offence in one."""
    ids = ("ITPA-4-1", "IPC-370-4", "POCSO-6-1", "IPC-370-4")
    charges = tuple(Charge(accused="A1", provision=id_) for id_ in ids)
    words = ("charge_sheet_filed", "charges_framed", "convicted:A1")
    file(office, tried("X-1", date(2020, 1, 1), *words, charges=charges))
    found = lines(office, by="act")
    assert {key: line["convicted"] for key, line in found.items()} == {
        "IPC": 1,
        "ITPA": 1,
        "POCSO": 1,
        "total": 1,
    }
    principal = lines(office, by="act", principal=True)
    assert set(principal) == {"POCSO", "total"}
    by_charge = lines(office, by="act", unit="charge")
    assert (by_charge["IPC"]["convicted"], by_charge["total"]["convicted"]) == (1, 3)


def test_one_case_of_eight_accused(office: Office) -> None:
    """Two convicted, one acquitted, five on trial: one conviction by case, two of three by accused."""
    labels = tuple(f"A{n}" for n in range(1, 9))
    words = ("charge_sheet_filed", "charges_framed", "convicted:A1", "convicted:A2", "acquitted:A3")
    file(office, tried("X-1", date(2020, 1, 1), *words, accused=labels))
    case = ask(office, by="station")
    assert ratesjson.figures(case.total.counts)["conviction_rate"]["n"] == 1
    assert any("still has an accused without a result" in note for note in case.notes)
    accused = lines(office, by="station", unit="accused")["total"]
    assert (accused["conviction_rate"]["k"], accused["conviction_rate"]["n"]) == (2, 3)
    assert accused["pending"] == 5


def test_a_conviction_set_aside_is_its_own_column(office: Office) -> None:
    """Convicted in 2020, set aside in 2020: counted as convicted with a one beside it; finally acquitted."""
    words = ("charge_sheet_filed", "convicted:A1", "appeal_filed", "appeal_decided")
    case = tried("X-1", date(2020, 1, 1), *words)
    *events, filed, decided = case.events
    events += [replace(filed, by="accused"), replace(decided, result="set_aside")]  # type: ignore[arg-type]
    file(office, replace(case, events=tuple(events)))
    trial, final = lines(office)["total"], lines(office, final=True)["total"]
    assert (trial["convicted"], trial["acquitted"], trial["convictions_set_aside"]) == (1, 0, 1)
    assert (final["convicted"], final["acquitted"]) == (0, 1)


def test_a_split_trial_is_counted_once(office: Office) -> None:
    """The absconder's own trial is no second case; its accused are counted where they are tried."""
    first = tried("X-1", date(2020, 1, 1), "charge_sheet_filed", "charges_framed", "acquitted:A1")
    link = Link(kind=LinkKind.SPLIT_FROM, ref="X-1")
    words = ("charge_sheet_filed", "charges_framed", "charges_framed", "convicted:A2")
    second = tried("X-2", date(2020, 1, 1), *words, accused=("A2",), links=(link,))
    file(office, first, second)
    report = ask(office, by="station")
    total = ratesjson.group(report.total)
    assert (total["registered"], total["convicted"], total["acquitted"]) == (1, 1, 0)
    assert report.total.cases == ["X-1"]
    assert any("split trial" in note for note in report.notes)
    accused = lines(office, unit="accused")["total"]
    assert (accused["convicted"], accused["acquitted"]) == (1, 1)


def test_a_case_closed_as_false(office: Office) -> None:
    """It lowers both charge-sheeting rates and touches no conviction rate."""
    closed = tried("X-1", date(2020, 1, 1), "closure_report_filed", "closure_report_accepted")
    *events, filed, accepted = closed.events
    events += [replace(filed, ground="false"), accepted]  # type: ignore[arg-type]
    file(office, replace(closed, events=tuple(events)), tried("X-2", date(2020, 1, 1), "charge_sheet_filed"))
    total = lines(office)["total"]
    assert (total["charge_sheeting_rate"]["percent"], total["charge_sheeting_rate_ahtu"]["n"]) == ("50.0", 2)
    assert total["police"]["grounds"]["false"] == 1
    assert (total["trials_completed"], total["conviction_rate"]["percent"]) == (0, "–")


def test_a_row_of_the_national_table_from_real_cases(office: Office) -> None:
    """Haryana 2023: 52 charge sheets and 12 final reports are 81.3 %; 2 convictions of 11 trials 18.2 %."""
    on = date(2023, 3, 1)
    cases = [tried(f"C-{n}", on, "charge_sheet_filed") for n in range(52)]
    cases += [tried(f"F-{n}", on, "closure_report_filed", "closure_report_accepted") for n in range(12)]
    old = date(2022, 9, 15)
    for n in range(11):
        word = "convicted:A1" if n < 2 else "acquitted:A1"
        cases.append(tried(f"T-{n}", old, "charge_sheet_filed", "charges_framed", "charges_framed", word))
    file(office, *cases)
    year = lines(office, first=date(2023, 1, 1), last=date(2023, 12, 31))["total"]
    assert year["charge_sheeting_rate_ahtu"]["percent"] == "81.3"
    assert (year["conviction_rate"]["percent"], year["opening"]) == ("18.2", 11)


@pytest.mark.parametrize("office_url", ["sqlite"], indirect=True)
def test_the_thane_series(office: Office) -> None:
    """A special court's days of 2013 to 2019: registered, decided and cleared by year are its own totals.

    The series says how many were registered and decided on each day; here the oldest is decided first.
    """
    cases: list[Case] = []
    waiting = 0
    with THANE.open(newline="") as text:
        for row in csv.DictReader(text):
            on = date.fromisoformat(row["day"])
            cases += [
                Case(ref=f"T-{len(cases) + n}", fir=Fir(registered_on=on), events=_filed(on))
                for n in range(int(row["registered"]))
            ]
            for _ in range(int(row["decided"])):
                told = Disposal(kind=DisposalKind.ACQUITTED, on=on)
                cases[waiting] = replace(cases[waiting], disposal=told)
                waiting += 1
    file(office, *cases)
    found = lines(office, as_of=date(2019, 12, 31))
    years = [str(year) for year in range(2013, 2020)]
    assert [found[year]["registered"] for year in years] == [166, 511, 818, 792, 753, 944, 197]
    assert [found[year]["trials_completed"] for year in years] == [2, 62, 390, 277, 379, 460, 103]
    assert [found[year]["clearance"]["percent"] for year in years] == [
        *("1.2", "12.1", "47.7", "35.0", "50.3", "48.7", "52.3")
    ]
    assert (found["total"]["registered"], found["total"]["trials_completed"]) == (4181, 1673)


def _filed(on: date) -> tuple[Event, ...]:
    return (Event(on=on, kind=EventKind.CHARGE_SHEET_FILED),)


def test_last_years_report_comes_out_the_same(office: Office) -> None:
    """A verdict recorded in 2025 for a day of 2023 is no part of the report as known at the end of 2023."""
    words = ("charge_sheet_filed", "charges_framed", "acquitted:A1")
    case = tried("X-1", date(2023, 1, 1), *words)
    late = replace(case.events[-1], recorded_on=date(2025, 2, 1))
    file(office, replace(case, events=(*case.events[:-1], late)), tried("X-2", date(2023, 1, 1), *words))
    year = {"first": date(2023, 1, 1), "last": date(2023, 12, 31)}
    then = date(2024, 1, 15)
    before = lines(office, as_of=then, known_on=then, **year)["total"]
    assert (before["acquitted"], before["pending"]) == (1, 1)
    assert lines(office, **year)["total"]["acquitted"] == 2


def test_what_changed_since_a_report_is_said_with_its_cases(office: Office) -> None:
    """The late verdict moves one case from pending to acquitted in 2023, in its year and in all."""
    words = ("charge_sheet_filed", "charges_framed", "acquitted:A1")
    case = tried("X-1", date(2023, 1, 1), *words)
    late = replace(case.events[-1], recorded_on=date(2025, 2, 1))
    file(office, replace(case, events=(*case.events[:-1], late)), tried("X-2", date(2023, 1, 1), *words))
    question = Question(as_of=TODAY, first=date(2023, 1, 1), last=date(2023, 12, 31))
    found = restated.since(office, question, date(2024, 1, 15))
    assert [(one.key, one.figure, one.then, one.now) for one in found.changes] == [
        (key, figure, then, now)
        for key in ("2023", "total")
        for figure, then, now in (("acquitted", 1, 2), ("trials_completed", 1, 2), ("pending", 1, 0))
    ]
    assert found.cases == ("X-1",)
    assert restated.since(office, question, TODAY).changes == ()


def test_stall_thresholds_come_from_the_record_where_it_is_long_enough(office: Office) -> None:
    """Forty charge sheets, ten each after 10, 20, 30, 40 days: four in five by 40. Below thirty, the rule."""
    cases = []
    for n in range(40):
        fir = date(2024, 1, 1) + timedelta(n)
        sheet = Event(on=fir + timedelta(10 * (1 + n % 4)), kind=EventKind.CHARGE_SHEET_FILED)
        events = (Event(on=fir, kind=EventKind.FIR_REGISTERED), sheet)
        cases.append(Case(ref=f"X-{n}", fir=Fir(registered_on=fir), events=events))
    file(office, *cases)
    found = {(one.threshold, one.court): one for one in stalls.thresholds(office, TODAY)}
    report = found["police-report", None]
    assert (report.days, report.source, report.ended) == (40, "own", 40)
    cognizance = found["cognizance", None]
    assert (cognizance.days, cognizance.source, cognizance.open) == (14, "rule", 40)


def test_old_and_new_sections_join(office: Office) -> None:
    """Trafficking of a minor under the old code and the new one stand in one line if asked."""
    old = tried("X-1", date(2023, 1, 1), "charge_sheet_filed", charges=_charged("IPC-370-4"))
    new = tried("X-2", date(2025, 1, 1), "charge_sheet_filed", charges=_charged("BNS-143-4"))
    file(office, old, new)
    assert set(lines(office, by="provision")) == {"IPC-370-4", "BNS-143-4", "total"}
    joined = lines(office, by="provision", joined=True)
    assert joined["IPC-370-4+BNS-143-4"]["registered"] == 2
    assert joined["IPC-370-4+BNS-143-4"]["label"] == "IPC 370(4) / BNS 143(4)"


def test_every_section_tied_to_another_stands_in_its_line(office: Office) -> None:
    """Rape before and after 2018 both answer to BNS 64(1): one line holds all three, and says so."""
    sections = {"IPC-376-1-v2013": 2017, "IPC-376-1-v2018": 2020, "BNS-64-1": 2025}
    file(office, *(tried(f"X-{y}", date(y, 1, 1), charges=_charged(id_)) for id_, y in sections.items()))
    joined = lines(office, by="provision", joined=True)
    assert joined["IPC-376-1-v2013+IPC-376-1-v2018+BNS-64-1"]["registered"] == 3
    assert joined["IPC-376-1-v2013+IPC-376-1-v2018+BNS-64-1"]["label"] == "IPC 376(1) / BNS 64(1)"


def _charged(id_: str) -> tuple[Charge, ...]:
    return (Charge(accused="A1", provision=id_),)


def test_districts_and_states_come_from_the_fir_or_else_from_the_court(office: Office) -> None:
    """A case whose FIR names no district stands under the district of its trial court."""
    court = next(court for court in COURTS if court.district == "Pune")
    trial = Proceeding(key="trial", kind=ProceedingKind.TRIAL, court=court.key)
    file(office, tried("X-1", date(2023, 1, 1), "charge_sheet_filed", proceedings=(trial,)))
    assert set(lines(office, by="district")) == {"Pune", "total"}
    assert set(lines(office, by="state")) == {"MH", "total"}
    assert set(lines(office, by="station")) == {folding.NOT_RECORDED, "total"}


def test_a_split_trial_without_a_district_stands_under_its_courts(office: Office) -> None:
    """Cases reckoned for the question take the court's district as those do that are kept."""
    court = next(court for court in COURTS if court.district == "Pune")
    trial = Proceeding(key="trial", kind=ProceedingKind.TRIAL, court=court.key)
    first = tried("X-1", date(2023, 1, 1), "charge_sheet_filed", proceedings=(trial,))
    tie = (Link(kind=LinkKind.SPLIT_FROM, ref="X-1"),)
    file(office, first, tried("X-2", date(2023, 1, 1), "charge_sheet_filed", proceedings=(trial,), links=tie))
    assert set(lines(office, by="district")) == {"Pune", "total"}


def test_advocates_stand_by_name_and_are_not_ranked(office: Office) -> None:
    """One line for each, by name whatever the rate; the note says that it is no ranking."""
    words = ("charge_sheet_filed", "convicted:A1")
    file(
        office,
        tried("X-1", date(2023, 1, 1), "charge_sheet_filed", "acquitted:A1", lead="asha"),
        tried("X-2", date(2023, 1, 1), *words, lead="meera"),
        tried("X-3", date(2023, 1, 1), *words),
    )
    report = ask(office, by="lead")
    assert [group.key for group in report.groups] == ["asha", "meera", folding.NOT_RECORDED]
    assert "no ranking" in " ".join(report.notes)


def test_a_number_opens_the_cases_that_it_counted(invented: Invented) -> None:
    """Behind each figure of a line stand as many cases as it says; of accused, no more than it says."""
    figures = (
        *("registered", "charge_sheeted", "convicted", "trials_completed", "pending", "opening"),
        *("before_court", "with_police", "final_reports", "left"),
    )
    for by, unit in (("year", "case"), ("act", "case"), ("lead", "case"), ("court", "accused")):
        days = (SPAN["first"], SPAN["last"])
        question = Question(by=by, unit=unit, first=days[0], last=days[1], as_of=TODAY, with_refs=False)
        report = reports.rates(invented.office, question)
        for group in (report.groups[0], report.total):
            for figure in figures:
                names = behind.FIGURES[figure]
                counted = sum(n for m, n in group.counts.marks.items() if m.startswith(names))
                refs = behind.behind(invented.office, question, group.key, figure)
                assert len(refs) == counted if unit == "case" else len(refs) <= counted
                assert bool(refs) == bool(counted)


def test_a_balance_that_does_not_add_up_names_its_cases(office: Office) -> None:
    """Decided in 2022 and sent for trial in 2023: each year says by how much, because of which case."""
    told = Disposal(kind=DisposalKind.ACQUITTED, on=date(2022, 6, 1))
    file(office, tried("X-1", date(2023, 1, 1), "charge_sheet_filed", disposal=told))
    said = [note for note in ask(office, by="year").notes if "does not add up" in note]
    assert [note.partition(":")[0] for note in said if note.endswith("because of X-1.")] == ["2022", "2023"]


def test_a_figure_that_does_not_exist_opens_nothing(office: Office) -> None:
    """It is refused by name, and so is a line by year that isn't a year."""
    with pytest.raises(Refused, match="'guilty'"):
        behind.behind(office, Question(as_of=TODAY), "2023", "guilty")
    with pytest.raises(Refused, match="'MMXXIII'"):
        behind.behind(office, Question(as_of=TODAY), "MMXXIII", "convicted")


def test_only_the_cases_asked_for(office: Office) -> None:
    """A filter narrows every number to its cases; one that moves with the day is refused by name."""
    words = ("charge_sheet_filed", "convicted:A1")
    file(office, tried("X-1", date(2023, 1, 1), *words, lead="asha"), tried("X-2", date(2023, 1, 1), *words))
    assert lines(office, filter="lead:asha")["total"]["convicted"] == 1
    with pytest.raises(Refused, match="stage:"):
        ask(office, filter="stage:fir")


@pytest.mark.parametrize(
    ("keys", "says"),
    [
        ({"by": "advocate"}, "'advocate'"),
        ({"unit": "victim"}, "'victim'"),
        ({"clock": "arrest"}, "'arrest'"),
        ({"first": date(2024, 1, 2), "last": date(2024, 1, 1)}, "before the first"),
        ({"first": date(2030, 1, 1)}, "after the day of the report"),
    ],
)
def test_a_question_that_has_no_answer_is_refused(office: Office, keys: dict[str, Any], says: str) -> None:
    """A word that doesn't exist and days the wrong way round are refused by name."""
    with pytest.raises(Refused, match=says):
        ask(office, **keys)


def test_an_empty_office(office: Office) -> None:
    """Nothing is counted, and no rate is nought: all are dashes."""
    report = ask(office)
    assert report.groups == []
    assert ratesjson.document(report)["total"]["conviction_rate"]["percent"] == "–"


def test_cases_that_do_not_fit_are_named(office: Office) -> None:
    """A result without a day, a case without an FIR: notes say how many, and which."""
    told = Disposal(kind=DisposalKind.CONVICTED)
    file(
        office, Case(ref="X-1", disposal=told), tried("X-2", date(2023, 1, 1), "charge_sheet_filed", "closed")
    )
    said = " ".join(ask(office).notes)
    assert "1 case ended on a day that nobody recorded and left out of every balance: X-1." in said
    assert "X-2" in said
