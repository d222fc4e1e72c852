"""The charts of one question about rates, one at a time: for the screen, and for `tracker rates --chart`.

Each is the chart of the annual summary for the days and cases of the question. The lines' own chart shows
whatever is measured; there is none of advocates, whose bars side by side would be a ranking.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from sqlmodel import Session

from tracker.domain import rates
from tracker.domain.measures import BOARD, Measure
from tracker.domain.survival import YEAR, Spells
from tracker.domain.tally import CAUSES, Counts
from tracker.services import annual_course, annual_courts, counting
from tracker.services.office import Office, Refused
from tracker.services.question import Group, Question, Report, conditions
from tracker.services.ratesjson import YEARS, share
from tracker.services.tableau import Bar, Chart, said
from tracker.store import annual_queries, reading
from tracker.store.matching import Where

CHARTS: Mapping[str, str] = {
    "lines": "the rate of each line, with its interval",
    "board": "the same convictions over each denominator that is quoted",
    "trend": "the conviction rate of the last five years",
    "funnel": "from FIR to conviction",
    "incidence": "what became of cases, by years since the FIR",
    "ages": "age of open cases by stage",
    "causes": "why listed days passed without effect",
}
"""What can be drawn, and what it shows."""


def chart(office: Office, question: Question, which: str, report: Report, measure: Measure) -> Chart:
    """Return one of CHARTS; without bars where there is nothing to draw. Raises Refused: no such chart."""
    if which not in CHARTS:
        raise Refused(f"Charts are {', '.join(CHARTS)}; there is none called {which!r}.")
    if which == "lines":
        return lines(report, measure)
    if which == "board":
        return board("all", report.total.counts)
    if which == "trend":
        return annual_courts.trend(annual_courts.by_year(office, replace(question, cohort=False)))
    if which == "incidence":
        return incidence(report.total.counts)
    with office.reading() as session:
        where = conditions(session, question)
        return _OF_CASES[which](office, session, question, where)


def lines(report: Report, measure: Measure) -> Chart:
    """Return the rate of each line and of all, with its interval."""
    bars = [] if report.question.by == "lead" else [_bar(one, measure) for one in report.groups]
    return Chart(
        "lines",
        measure.label[:1].upper() + measure.label[1:],
        f"{measure.says} The line is the 95 % interval.",
        tuple(bar for bar in (*bars, _bar(report.total, measure)) if bar),
        whole=100,
        percent=True,
    )


def _bar(group: Group, measure: Measure) -> Bar | None:
    k, n = measure.above(group.counts), measure.below(group.counts)
    if n == 0 or k > n:
        return None
    low, high = rates.wilson(k, n)
    label = group.label or group.key
    return Bar(label, 100 * k / n, said(rates.rate(k, n)), float(100 * low), float(100 * high))


def board(label: str, counts: Counts) -> Chart:
    """Return the same convictions over each denominator, of one line."""
    bars = (_bar(Group(one.label.removeprefix("convicted "), counts), one) for one in BOARD)
    says = "The same convictions over each denominator that is quoted: say which one a rate is."
    return Chart(
        "board", f"Denominators: {label}", says, tuple(b for b in bars if b), whole=100, percent=True
    )


def incidence(counts: Counts) -> Chart:
    """Return the chance of each ending by 1, 2, 3 and 5 years with its band, as bars."""
    spells = Spells(counts.spells)
    bars = []
    for how in CAUSES:
        for years in YEARS:
            chance = spells.chance(how, years * YEAR)
            if chance is None or not spells.firm(years * YEAR):
                continue
            low = None if chance.low is None else 100 * chance.low
            high = None if chance.high is None else 100 * chance.high
            band = "" if low is None or high is None else f", {share(low / 100)} to {share(high / 100)}"
            label = f"{how} by {years} year{'s' if years > 1 else ''}"
            bars.append(Bar(label, 100 * chance.by, f"{share(chance.by)} %{band}", low, high))
    says = (
        "Share of all cases since the clock's start, open ones counted, endings competing (Aalen-Johansen). "
        "Only where ten are followed so long; never the chance of one case."
    )
    title = "What became of cases, by time"
    return Chart("incidence", title, says, tuple(bars), whole=100, percent=True)


def _funnel(office: Office, session: Session, question: Question, where: Sequence[Where]) -> Chart:
    away = counting.apart(office, session, tuple(where), question.as_of, question.known_on)
    rows = [tuple(row) for row in annual_queries.steps(session, where, away.numbers)]
    kinds = reading.court_kinds(session.connection())
    rows += [annual_course.row_of(one, kinds) for _, one in away.families]
    return annual_course.funnel(rows, question.window())[1]


def _ages(office: Office, session: Session, question: Question, where: Sequence[Where]) -> Chart:
    return annual_course.open_cases(session, where, question.as_of)[1]


def _causes(office: Office, session: Session, question: Question, where: Sequence[Where]) -> Chart:
    return annual_course.delays(session, where, *question.window().events)[2]


_OF_CASES: Mapping[str, Callable[[Office, Session, Question, Sequence[Where]], Chart]] = {
    "funnel": _funnel,
    "ages": _ages,
    "causes": _causes,
}
NATIONAL = BOARD[0]
"""The measure of the national tables: what is shown where nothing else is asked."""
