"""The summary to print: its tables hold together and say what they can't say."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

import statutes
from tests.conftest import copied
from tests.services.test_reports import COURTS, TODAY, file, tried
from tracker import samples
from tracker.domain.case import Case, Charge, Disposal, Fir, Hearing, Offence, Proceeding, Victim
from tracker.domain.words import (
    AskedBy,
    DisposalKind,
    FlagKind,
    HearingOutcome,
    HearingReason,
    ProceedingKind,
    Purpose,
)
from tracker.pdf import rates as paper
from tracker.services import annual, folding, publicrates, ratesjson, released, reports, workbook
from tracker.services.office import Office, Refused, open_office
from tracker.services.reports import Question
from tracker.services.tableau import SAMPLE, Summary, Table

SPAN = {"first": date(2023, 1, 1), "last": date(2023, 12, 31)}
YEAR = {"first": date(2026, 1, 1), "last": TODAY}


@pytest.fixture
def office_url(place_for: Any, tmp_path: Any) -> str:
    """On SQLite alone: the counting is proven on both databases elsewhere."""
    return str(place_for("sqlite", tmp_path))


@pytest.fixture
def sample(sample_url_to_copy: str, tmp_path: Path) -> Iterator[Office]:
    """The sample office."""
    with open_office(copied(sample_url_to_copy, tmp_path), user="asha") as office:
        yield office


def summary(office: Office, **keys: Any) -> Summary:
    """Return the summary for this year unless said."""
    return annual.summary(office, Question(**{"as_of": TODAY, **YEAR, **keys}))


def table(found: Summary, key: str) -> dict[str, tuple[str, ...]]:
    """Return the rows of a table by their first cell."""
    one: Table = next(table for table in found.tables if table.key == key)
    return {row[0]: row[1:] for row in one.rows}


def test_every_table_is_there(sample: Office) -> None:
    """T1 to T12 and the tables of the charts; every row has a cell for each column."""
    found = summary(sample)
    keys = {one.key for one in found.tables}
    assert {f"T{n}" for n in range(13)} | {"T8c", "T12b"} <= keys
    for one in found.tables:
        assert all(len(row) == len(one.columns) for row in one.rows), one.key
    assert {chart.key for chart in found.charts} <= keys


def test_the_balance_of_each_year_adds_up(sample: Office) -> None:
    """T1 and T2 say so in a line of their own, year by year."""
    found = summary(sample)
    assert set(table(found, "T1")["adds up"]) == set(table(found, "T2")["adds up"]) == {"yes"}
    court = table(found, "T1")
    assert court["pending at the end"][:-2] == court["pending at the start"][1:-1]


def test_units_stand_side_by_side(sample: Office) -> None:
    """Cases, accused and charges of T3 are those of the rates asked one by one."""
    found = table(summary(sample), "T3")
    for n, unit in enumerate(reports.UNITS):
        asked = reports.rates(sample, Question(as_of=TODAY, by="district", unit=unit, **YEAR))  # type: ignore[arg-type]
        assert found["convicted"][n] == str(asked.total.counts.of("convicted"))


def test_adjournments_by_who_and_why(office: Office) -> None:
    """Three days lost to the defence, one held: counted with the days to the next listing."""
    case = tried("X-1", date(2026, 1, 5), "charge_sheet_filed")
    hearings = [
        Hearing(
            on=date(2026, 4, 1 + 7 * n),
            purpose=Purpose.EVIDENCE,
            outcome=HearingOutcome.ADJOURNED,
            asked_by=AskedBy.DEFENCE,
            reason=HearingReason.ADVOCATE_ABSENT,
            next_on=date(2026, 4, 8 + 7 * n),
        )
        for n in range(3)
    ]
    held = Hearing(on=date(2026, 4, 22), purpose=Purpose.EVIDENCE, outcome=HearingOutcome.HELD)
    file(office, replace(case, hearings=(*hearings, held)))
    found = summary(office)
    assert table(found, "T8")["defence"] == ("advocate absent", "3", "100.0 %", "21")
    assert table(found, "T8b")[Purpose.EVIDENCE.label] == ("4", "0", "25.0 % (1 of 4)")


def test_sentences_and_reasons(office: Office) -> None:
    """Terms of 7 and 84 months, one below the least of its section; one acquittal coded, one not."""
    from tests.services.test_reports import _charged

    cases: list[Case] = []
    for n, months in enumerate((7, 84)):
        words = ("charge_sheet_filed", "convicted:A1")
        case = tried(f"C-{n}", date(2026, 1, 1), *words, charges=_charged("IPC-370-2"))
        *events, verdict = case.events
        cases.append(replace(case, events=(*events, replace(verdict, sentence_months=months))))
    for n, reason in enumerate(("hostile_witness", None)):
        case = tried(f"A-{n}", date(2026, 1, 1), "charge_sheet_filed", "acquitted:A1")
        *events, verdict = case.events
        cases.append(replace(case, events=(*events, replace(verdict, reason=reason))))
    file(office, *cases)
    found = summary(office)
    sentences = table(found, "T10")
    assert sentences["  shortest, months"] == ("7",)
    assert sentences["  below the least term of a section of conviction"] == ("1",)
    reasons = table(found, "T11")
    assert reasons["witness turned hostile"] == ("1", "50.0 %")
    assert reasons["no reason coded"] == ("1", "50.0 %")


def test_values_that_cannot_be_right_are_listed_first(office: Office) -> None:
    """Decided before the FIR, and charged under a section that was not law yet: named before any table."""
    early = Disposal(kind=DisposalKind.ACQUITTED, on=date(2022, 6, 1))
    charge = Charge(accused="A1", provision="BNS-143-4")
    file(
        office,
        tried("X-1", date(2023, 1, 1), "charge_sheet_filed", disposal=early),
        tried(
            *("X-2", date(2023, 1, 1), "charge_sheet_filed"),
            charges=(charge,),
            offence=Offence(first_on=date(2022, 12, 1), last_on=date(2022, 12, 1)),
        ),
    )
    found = summary(office)
    assert found.tables[0].key == "T0"
    first = table(found, "T0")
    assert first["decided before the FIR"] == ("1", "X-1")
    assert first[FlagKind.CHARGE_OUT_OF_FORCE.label] == ("1", "X-2")
    assert first["charge sheet before the FIR"] == ("0", "")


def test_gaps_are_shown_by_advocate_and_happened_days_by_court(office: Office) -> None:
    """Asha's matter has its station, nobody's has not; one evidence day of two happened in the court."""
    court = COURTS[0]
    trial = Proceeding(key="trial", kind=ProceedingKind.TRIAL, court=court.key)
    days = [
        Hearing(
            on=date(2026, n, 1), proceeding="trial", purpose=Purpose.EVIDENCE, outcome=HearingOutcome(outcome)
        )
        for n, outcome in ((2, "held"), (3, "adjourned"))
    ]
    one = tried("X-1", date(2025, 1, 1), lead="asha", proceedings=(trial,), hearings=tuple(days))
    one = replace(one, fir=Fir(registered_on=date(2025, 1, 1), police_station="Malvani"))
    file(office, one, tried("X-2", date(2025, 1, 1)))
    found = summary(office)
    gaps = next(one for one in found.tables if one.key == "T12b")
    station = gaps.columns.index("police station")
    assert [(row[0], row[station]) for row in gaps.rows] == [
        ("asha", "1 of 1"),
        ("nobody in the lead", "0 of 1"),
    ]
    by_court = next(one for one in found.tables if one.key == "T8c")
    assert by_court.columns[-1] == Purpose.EVIDENCE.label
    assert by_court.rows[0][1:] == ("2", "0", "50.0 % (1 of 2)", "50.0 % (1 of 2)")


def test_the_printed_summary_of_last_year_comes_out_the_same(office: Office) -> None:
    """A sentence recorded two years later is no part of it; what has no day of recording is named."""
    words = ("charge_sheet_filed", "convicted:A1", "sentence_passed:A1")
    case = tried("X-1", date(2023, 1, 1), *words)
    then = date(2024, 1, 15)
    keys = {"as_of": then, "known_on": then, **SPAN}
    late = replace(case.events[-1], recorded_on=date(2025, 2, 1), sentence_months=84)
    file(office, replace(case, events=(*case.events[:-1], late)))
    found = summary(office, **keys)
    assert table(found, "T10")["terms of imprisonment on record"] == ("0",)
    assert table(summary(office, **SPAN), "T10")["terms of imprisonment on record"] == ("1",)
    assert "carry no day of recording" in found.says


def test_no_chance_is_printed_of_a_time_that_few_were_followed(office: Office) -> None:
    """Eleven cases, one convicted after five years, ten open since two: by five years that is no chance."""
    words = ("charge_sheet_filed", *["charges_framed"] * 60, "convicted:A1")
    firs = [date(2019, 1, 1), *[date(2024, 6, 1)] * 10]
    file(office, *(tried(f"X-{n}", on, *(() if n else words)) for n, on in enumerate(firs)))
    found = table(annual.summary(office, Question(as_of=TODAY)), "T7b")
    assert found["by 2 years"][-1] == "11"
    assert found["by 5 years"] == ("–", "–", "–", "–", "1")
    times = table(annual.summary(office, Question(as_of=TODAY)), "T7")
    assert times["FIR to result"][3].endswith("†")


def test_the_funnel_never_widens(sample: Office) -> None:
    """Each step of the cohort holds at most what the step before held."""
    steps = [int(cells[0]) for cells in table(summary(sample, first=None), "C1").values()]
    assert steps == sorted(steps, reverse=True)


def test_the_paper_says_every_table_and_is_always_the_same(sample: Office) -> None:
    """Each title can be read back from the PDF, each page says SAMPLE, and equal input gives equal bytes."""
    found = summary(sample)
    first, second = paper.render(found), paper.render(summary(sample))
    assert first.content == second.content
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(first.content)).pages]
    assert all(SAMPLE in page for page in pages)
    text = " ".join(pages)
    for one in found.tables:
        assert one.title in text
    assert "Chart to T1" in text
    assert "page 1 of" in text


@pytest.mark.parametrize("joined", [False, True])
def test_no_two_sections_have_one_name(joined: bool) -> None:
    """JJ 81 before and after its amendment, a first offence and a repeated one: each line says which."""
    question = Question(as_of=TODAY, by="provision", joined=joined)
    lines = {line for id_ in statutes.provisions() for line in folding.names(question, id_)}
    assert len({folding.label(question, line) for line in lines}) == len(lines)


def test_an_empty_office_has_a_summary(office: Office) -> None:
    """Without a single case every table says nothing is on record or dashes; nothing falls over."""
    found = summary(office)
    assert paper.render(found).content.startswith(b"%PDF")
    assert table(found, "T4")["convicted of registered"] == ("–", "–", "–")


def test_the_workbook_holds_numbers_as_numbers(sample: Office) -> None:
    """It opens, has a sheet for each table, and no cell is a formula."""
    report = ratesjson.document(reports.rates(sample, Question(as_of=TODAY, by="act")))
    made = workbook.render(report, summary(sample))
    with zipfile.ZipFile(io.BytesIO(made)) as book:
        names = book.read("xl/workbook.xml").decode()
        sheets = [book.read(name).decode() for name in book.namelist() if "worksheets/sheet" in name]
    assert all(f'name="T{n}"' in names for n in range(1, 13))
    assert not any("<f>" in sheet for sheet in sheets)
    assert made == workbook.render(report, summary(sample))


def test_a_public_version_names_no_case(sample: Office) -> None:
    """No ref, no free text; in the small sample office nearly all is left out, and the log says why."""
    found = publicrates.public(reports.rates(sample, Question(as_of=TODAY, by="act", with_refs=False)))
    said = str(found.document)
    for case in samples.office().cases:
        assert case.ref not in said
    assert found.document["total"]["convicted"] == publicrates.LEFT_OUT
    assert {one.key for one in found.log} >= {"ITPA", "total"}
    assert paper.render(publicrates.summary(found.document)).content.startswith(b"%PDF")


@pytest.mark.parametrize("keys", [{"filter": "lead:asha"}, {"by": "station"}])
def test_narrow_cuts_are_not_published(sample: Office, keys: dict[str, Any]) -> None:
    """What a filter cuts out could be found by the difference; a station's name is free text."""
    with pytest.raises(Refused):
        publicrates.public(reports.rates(sample, Question(as_of=TODAY, **keys)))


WON = ("charge_sheet_filed", "convicted:A1")


def won(office: Office, **firs: int) -> None:
    """File so many cases of three months of 2024, each convicted within three months."""
    months = {"january": date(2024, 1, 1), "april": date(2024, 4, 20), "september": date(2024, 9, 1)}
    file(office, *(tried(f"{m}-{n}", months[m], *WON) for m, many in firs.items() for n in range(many)))


def test_the_next_release_is_laid_beside_the_last(office: Office) -> None:
    """Three convictions more than were published: the line is left out, until ten more have come."""
    won(office, january=30, april=3, september=7)
    asked = Question(as_of=TODAY, by="state", with_refs=False)
    made = publicrates.of_office(office, replace(asked, last=date(2024, 4, 15)))
    assert made.document["total"]["convicted"] == "30"
    released.keep(office, asked, made.figures, made.log)
    hidden = publicrates.of_office(office, replace(asked, last=date(2024, 8, 1)))
    assert hidden.document["total"]["convicted"] == publicrates.LEFT_OUT
    assert "since the last release" in hidden.log[0].why
    assert publicrates.of_office(office, asked).document["total"]["convicted"] == "40"
    assert released.other_cuts(office, replace(asked, by="court")) == ["state"]


def test_what_was_left_out_stays_left_out(office: Office) -> None:
    """Nine cases are hidden; a tenth would tell that they were nine, so it is hidden too."""
    won(office, january=9, april=1)
    asked = Question(as_of=TODAY, by="state", with_refs=False)
    made = publicrates.of_office(office, replace(asked, last=date(2024, 4, 15)))
    released.keep(office, asked, made.figures, made.log)
    assert publicrates.public(reports.rates(office, asked)).log == ()
    assert publicrates.of_office(office, asked).document["total"]["convicted"] == publicrates.LEFT_OUT


def test_what_was_pending_ties_no_two_years_together(office: Office) -> None:
    """Last year's release and this one's: neither what was opening nor what is left is told."""
    won(office, january=20)
    before = Question(as_of=TODAY, by="state", last=date(2023, 12, 31), with_refs=False)
    made = publicrates.of_office(office, before)
    released.keep(office, before, made.figures, made.log)
    after = replace(before, first=date(2024, 1, 1), last=None)
    total = publicrates.of_office(office, after).document["total"]
    assert (total["convicted"], total["opening"], total["not_tried"]) == ("20", "*", "*")


def test_a_large_office_publishes_its_rates(office: Office) -> None:
    """With tens of cases in each cell the figures, the rate and the rounded median are shown."""
    cases = []
    for n in range(120):
        word = "convicted:A1" if n % 3 == 0 else "acquitted:A1"
        words = ("charge_sheet_filed", word) if n < 90 else ("charge_sheet_filed",)
        cases.append(tried(f"X-{n}", date(2024, 1, 1), *words, victims=(Victim(code="V1"),)))
    file(office, *cases)
    found = publicrates.public(reports.rates(office, Question(as_of=TODAY, by="state"))).document
    total = found["total"]
    assert (total["convicted"], total["trials_completed"]) == ("30", "90")
    assert total["conviction_rate"]["percent"] == "33.3"
    assert total["median_days_to_decision"] == "90"
