"""What each rate means, held to the national tables of 2018 and 2023 row by row.

`ncrb/` holds the rows of Crime in India, tables 18A (courts), 17A (police) and 14.6 (human trafficking),
with the figures as printed. For each row an office of that many cases is counted.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain import measures, rates
from tracker.domain.outcomes import Course, Result
from tracker.domain.tally import Counts, Window

HERE = Path(__file__).parent / "ncrb"
YEAR = Window(date(2023, 1, 1), date(2023, 12, 31), date(2023, 12, 31))
BEFORE, DURING = date(2022, 6, 1), date(2023, 6, 1)
ENDINGS = "abated withdrawn compounded plea_bargained quashed convicted discharged acquitted".split()  # noqa: SIM905
Row = dict[str, str]


def rows(name: str) -> list[Row]:
    """Return the rows of a table."""
    with (HERE / f"{name}.csv").open(newline="") as file:
        return list(csv.DictReader(file))


def named(name: str, key: str) -> list[object]:
    """Return the rows of a table with their names as test ids."""
    return [pytest.param(row, id=row[key]) for row in rows(name)]


def before_court(row: Row) -> Iterator[tuple[Course, int]]:
    """Yield the cases of a row of 18A with how many of each there are; the old ones end first."""
    old, new = int(row["opening"]), int(row["sent"])
    for word in ENDINGS:
        n = int(row[word])
        from_old = min(n, old)
        for sent, times in ((BEFORE, from_old), (DURING, n - from_old)):
            yield Course(sent_on=sent, results=(Result("case", result=word, result_on=DURING),)), times
        old, new = old - from_old, new - (n - from_old)
    stayed = min(int(row["stayed"]), old)
    for sent, times, stay in ((BEFORE, stayed, DURING), (BEFORE, old - stayed, None), (DURING, new, None)):
        yield Course(sent_on=sent, stay_on=stay, results=(Result("case"),)), times


def with_police(row: Row, final: dict[str, int], others: dict[str, int]) -> Counts:
    """Return the counts of cases that the police disposed of so."""
    found = Counts.none()
    for ground, n in final.items():
        found.add(Course(police="final_report", police_on=DURING, ground=ground), Result("case"), YEAR, n)
    for kind, n in others.items():
        found.add(Course(police=kind, police_on=DURING), Result("case"), YEAR, n)
    return found


def counted(row: Row) -> Counts:
    """Return the counts of a row of 18A."""
    found = Counts.none()
    for course, times in before_court(row):
        found.add(course, course.case, YEAR, times)
    return found


@pytest.mark.parametrize("row", named("court_2023", "head"))
def test_each_court_row_gives_its_printed_rates(row: Row) -> None:
    """The balance adds up to the printed pending, and both printed percentages come out digit for digit."""
    counts = counted(row)
    assert rates.imbalance(counts) == 0
    assert rates.completed(counts) == int(row["completed"])
    assert counts.of("opening", "charge_sheeted") == int(row["opening"]) + int(row["sent"])
    assert (counts.of("pending"), counts.of("stayed")) == (int(row["pending"]), int(row["stayed"]))
    assert rates.conviction(counts).percent.replace("–", "-") == row["conviction_rate"]
    sent = counts.of("opening", "charge_sheeted")
    assert rates.percent(counts.of("pending"), sent) == row["pendency"]


@pytest.mark.parametrize("row", named("police_2023", "head"))
def test_each_police_row_gives_its_printed_charge_sheeting_rate(row: Row) -> None:
    """Charge sheets of all that the police disposed of: the definition of table 17A."""
    grounds = ("non_cognizable", "false", "mistake_or_civil", "insufficient", "abated")
    kinds = ("not_investigated", "transferred", "charge_sheeted")
    counts = with_police(row, {g: int(row[g]) for g in grounds}, {k: int(row[k]) for k in kinds})
    rate = rates.charge_sheeting(counts)
    assert rate.n == int(row["disposed"])
    assert rate.percent.replace("–", "-") == row["charge_sheeting_rate"]


MISPRINTS = {("DNH and Daman & Diu", "0", "3")}
"""Nought of three printed as "-" once; elsewhere the same tables print nought of so many as 0.0."""


@pytest.mark.parametrize("row", [*named("trafficking_2018", "place"), *named("trafficking_2023", "place")])
def test_each_trafficking_row_gives_both_printed_rates(row: Row) -> None:
    """Charge sheets of charge sheets and final reports alone: the other definition; and convictions."""
    counts = with_police(row, {"": int(row["final_reports"])}, {"charge_sheeted": int(row["charge_sheeted"])})
    tried = Course(sent_on=BEFORE)
    for word, key in (("convicted", "convicted"), ("acquitted", "acquitted_or_discharged")):
        counts.add(tried, Result("case", result=word, result_on=DURING), YEAR, int(row[key]))
    assert rates.charge_sheeting_ahtu(counts).percent.replace("–", "-") == row["charge_sheeting_rate"]
    printed = row["conviction_rate"] or "-"
    if (row["place"], row["convicted"], row["acquitted_or_discharged"]) in MISPRINTS:
        printed = "0.0"
    assert rates.conviction(counts).percent.replace("–", "-") == printed


@pytest.mark.parametrize(
    ("k", "n", "percent"),
    [
        (52, 64, "81.3"),
        (1, 2, "50.0"),
        (0, 3, "0.0"),
        (0, 0, "–"),
        (1, 800, "0.1"),
        (3, 800, "0.4"),
        (1, 3, "33.3"),
    ],
)
def test_percentages_are_rounded_half_up(k: int, n: int, percent: str) -> None:
    """52 of 64 is 81.3; of nothing is a dash, and nought of three is nought."""
    assert rates.percent(k, n) == percent


@pytest.mark.parametrize(
    ("k", "n", "low", "high"),
    [(2, 18, "3.1", "32.8"), (31, 33, "80.4", "98.3"), (31, 32, "84.3", "99.4"), (0, 10, "0.0", "27.8")],
)
def test_wilson_intervals_are_as_published(k: int, n: int, low: str, high: str) -> None:
    """The interval is right at the edges too: nought of ten may be 27.8 %."""
    found = rates.rate(k, n)
    assert (found.low, found.high) == (low, high)


@given(st.integers(1, 5000), st.data())
def test_an_interval_holds_its_rate_and_mirrors(n: int, data: st.DataObject) -> None:
    """Wilson's interval lies in 0 to 1, holds k/n, and that of the rest is its mirror."""
    k = data.draw(st.integers(0, n))
    low, high = rates.wilson(k, n)
    assert 0 <= low <= Decimal(k) / n <= high <= 1
    other_low, other_high = rates.wilson(n - k, n)
    assert abs(1 - high - other_low) < Decimal("1e-20")
    assert abs(1 - low - other_high) < Decimal("1e-20")


def test_more_charge_sheets_than_cases_have_no_interval() -> None:
    """A year may clear older cases: 110 of 100 is printed as such and has no interval."""
    found = rates.rate(110, 100)
    assert (found.percent, found.low) == ("110.0", "–")


def test_a_change_has_its_interval() -> None:
    """56 of 70 against 48 of 80: Newcombe's own example (1998, table II a, method 10), 5.2 to 33.4 points."""
    found = rates.change(rates.rate(56, 70), rates.rate(48, 80))
    assert found == rates.Change(points="+20.0", low="+5.2", high="+33.4", chance=False)
    assert rates.change(rates.rate(0, 0), rates.rate(48, 80)) is None


def test_a_balance_that_does_not_add_up_says_by_how_much() -> None:
    """Three more in than out is three."""
    counts = Counts.none()
    counts.marks.update({"opening": 5, "charge_sheeted": 4, "convicted": 1, "pending": 5})
    assert rates.imbalance(counts) == 3


def told(convicted: int, acquitted: int, registered: int) -> Counts:
    """Return the counts of a line."""
    counts = Counts.none()
    counts.marks.update({"convicted": convicted, "acquitted": acquitted, "registered": registered})
    return counts


def test_an_order_that_turns_with_the_denominator_is_found() -> None:
    """A wins half of its few trials, B a third of many: of the FIRs the order is the other way round."""
    lines = {"A": told(5, 5, 500), "B": told(20, 40, 100), "C": told(0, 9, 90)}
    assert [(one.upper, one.lower, one.other.id) for one in measures.flips(lines)] == [
        ("A", "B", "registered")
    ]
    assert measures.flips({"A": told(5, 5, 50), "B": told(20, 40, 400)}) == []


_SOME = st.builds(told, st.integers(1, 9), st.integers(0, 9), st.integers(9, 40))


@given(st.lists(_SOME, min_size=2, max_size=6))
def test_every_turned_pair_is_announced(some: list[Counts]) -> None:
    """If any two lines stand one way of trials completed and the other way of FIRs, a flip is told."""
    lines = {str(n): counts for n, counts in enumerate(some)}
    base, other = measures.MEASURES["trials_completed"], measures.MEASURES["registered"]

    def share(measure: measures.Measure, counts: Counts) -> Fraction:
        return Fraction(measure.above(counts), measure.below(counts))

    turned = any(
        share(base, one) < share(base, two) and share(other, one) > share(other, two)
        for one in some
        for two in some
    )
    assert turned == any(flip.other is other for flip in measures.flips(lines))


_DAYS = st.none() | st.dates(date(2020, 1, 1), date(2026, 1, 1))


@given(_DAYS, _DAYS, _DAYS, st.sampled_from((None, "convicted", "quashed", "other")), st.booleans())
def test_every_case_leaves_the_balance_even(
    registered: date | None, sent: date | None, over: date | None, word: str | None, cohort: bool
) -> None:
    """Whatever its days, one case comes in and goes out once, unless it was decided before it was sent."""
    result = Result("case", result=word, result_on=over if word else None)
    course = Course(registered_on=registered, sent_on=sent, results=(result,))
    window = Window(date(2022, 1, 1), date(2023, 12, 31), date(2024, 6, 30), cohort)
    counts = Counts.none()
    counts.add(course, result, window)
    early = word and over and sent and over < sent
    assert rates.imbalance(counts) == 0 or early


@given(_DAYS, _DAYS, st.booleans())
def test_every_investigation_leaves_the_balance_even(
    registered: date | None, over: date | None, cohort: bool
) -> None:
    """What the police had and took on they disposed of or still have, but for what has no FIR on file."""
    course = Course(registered_on=registered, police="final_report" if over else None, police_on=over)
    counts = Counts.none()
    counts.add(
        course, Result("case"), Window(date(2022, 1, 1), date(2023, 12, 31), date(2024, 6, 30), cohort)
    )
    strange = registered and over and over < registered
    assert rates.investigation_imbalance(counts) == -counts.of("not_from_fir") or strange
