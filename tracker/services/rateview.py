"""The rates as a screen shows them: each line's rate of one measure, what it was a year before, what is open.

A year before: by year, the line above; else the same days one year earlier (of everything up to today,
everything up to a year ago). Only where the two have no day in common are they two samples, and their
difference is given its interval; where that holds nought, the change may be chance and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from tracker.domain import rates
from tracker.domain.measures import Measure
from tracker.domain.rates import UNDEFINED, Rate
from tracker.domain.say import day
from tracker.domain.survival import Spells
from tracker.domain.tally import Counts
from tracker.services import folding, reports
from tracker.services.behind import FIGURES, TOTAL
from tracker.services.office import Office
from tracker.services.question import Group, Question, Report
from tracker.services.tableau import Chart, Summary, Table, number, said, titled

Told = Callable[[str], None]
"""Is told what comes next; may raise to stop."""
NAMES: Mapping[str, str] = {
    "registered": "FIRs registered",
    "before_court": "all that was before the court",
    "charge_sheeted": "sent for trial",
    "set_aside": "convictions set aside since",
    "left": "decided, with an accused still on trial",
    "with_police": "with the police at the end",
    "sent_by_police": "charge-sheeted by the police",
    "final_reports": "final reports",
    "court_breaks": "cases that leave the court's balance uneven",
    "police_breaks": "cases that leave the police's balance uneven",
    "plea_bargained": "plea bargained",
    "opening": "pending at the start",
    "pending": "pending at the end",
}
"""Figures that their own word doesn't name well enough."""
COLUMNS = (
    "",
    "k of n",
    "%",
    "95 % interval",
    "open",
    "a year before",
    "FIRs",
    "sent",
    "opening",
    "median days",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line: its rate, the rate a year before, and the figures that open their cases."""

    key: str
    label: str
    short: str
    """The label in as few letters as people know it by."""
    rate: Rate
    before: Rate | None
    change: str
    """The change since, in words; empty where there is nothing to compare."""
    registered: int
    sent: int
    opening: int
    pending: int
    median: int | None
    figures: Mapping[str, int]
    counts: Counts

    def cells(self) -> tuple[str, ...]:
        """Return the line as COLUMNS has it."""
        return (
            *(self.label, of(self.rate), self.rate.percent, interval(self.rate), str(self.pending)),
            *(f"{self.before.percent} ({of(self.before)})" if self.before and self.before.n else UNDEFINED,),
            *(str(self.registered), str(self.sent), str(self.opening), number(self.median)),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What is shown: the lines, all of them last, with the question and what was measured."""

    question: Question
    measure: Measure
    report: Report
    lines: tuple[Line, ...]

    @property
    def asked(self) -> str:
        """What is counted, in one line."""
        return asked(self.question)


def view(office: Office, question: Question, measure: Measure, told: Told = lambda _: None) -> View:
    """Count the lines and what they were a year before. Raises Refused, and what `told` raises."""
    question = replace(question, with_refs=False)
    told("counting the rates")
    report = reports.rates(office, question)
    earlier: dict[str, Counts] = {}
    if question.by != "year":
        told("counting a year before")
        before = reports.rates(office, year_before(question))
        earlier = {group.key: group.counts for group in (*before.groups, before.total)}
    else:
        keys = {group.key: group.counts for group in report.groups}
        earlier = {key: keys[str(int(key) - 1)] for key in keys if str(int(key) - 1) in keys}
    told("laying out the lines")
    lines = tuple(
        _line(group, measure, earlier.get(group.key), question) for group in (*report.groups, report.total)
    )
    return View(question=question, measure=measure, report=report, lines=lines)


def year_before(question: Question) -> Question:
    """Return the same question of the days a year earlier."""
    last = min(question.last or question.as_of, question.as_of)
    first = _year_earlier(question.first) if question.first else None
    return replace(question, first=first, last=_year_earlier(last))


def _year_earlier(on: date) -> date:
    return on.replace(year=on.year - 1, day=28 if (on.month, on.day) == (2, 29) else on.day)


def _line(group: Group, measure: Measure, earlier: Counts | None, question: Question) -> Line:
    counts = group.counts
    before = measure.of(earlier) if earlier is not None else None
    found = {name: counted(counts, name) for name in FIGURES}
    return Line(
        key=group.key,
        label=group.label or group.key,
        short=folding.short(question, group.key) or group.label or group.key,
        rate=measure.of(counts),
        before=before,
        change=_change(measure.of(counts), before, _disjoint(question, group.key)),
        registered=counts.of("registered"),
        sent=counts.of("charge_sheeted"),
        opening=counts.of("opening"),
        pending=counts.of("pending"),
        median=Spells(counts.spells).quantile(0.5),
        figures={name: n for name, n in found.items() if n},
        counts=counts,
    )


def counted(counts: Counts, figure: str) -> int:
    """Return how many a figure counts."""
    if figure == "court_breaks":
        return abs(rates.imbalance(counts))
    if figure == "police_breaks":
        return abs(rates.investigation_imbalance(counts))
    names = FIGURES[figure]
    return sum(
        n for mark, n in counts.marks.items() if any(mark == m or mark.startswith(f"{m}:") for m in names)
    )


def _disjoint(question: Question, key: str) -> bool:
    """Say whether these days and those of a year before have none in common."""
    if question.by == "year":
        return key != TOTAL
    earlier = year_before(question)
    return question.first is not None and earlier.last is not None and earlier.last < question.first


def _change(now: Rate, before: Rate | None, disjoint: bool) -> str:
    if before is None or now.percent == UNDEFINED or before.percent == UNDEFINED:
        return ""
    was = f"a year before {said(before)}"
    found = rates.change(now, before) if disjoint else None
    if found is None:
        return was
    points = f"{was}; changed by {found.points} points, {found.low} to {found.high}"
    return f"{points}: {'may be chance' if found.chance else 'more than chance'}"


def of(rate: Rate) -> str:
    """Return k of n, a dash of nothing."""
    return f"{rate.k} of {rate.n}" if rate.n else UNDEFINED


def interval(rate: Rate) -> str:
    """Return the interval, a dash where there is none."""
    return UNDEFINED if rate.low == UNDEFINED else f"{rate.low}–{rate.high}"


def asked(question: Question) -> str:
    """Return in words what is counted, of which days, by whose result."""
    last = min(question.last or question.as_of, question.as_of)
    days = f"{day(question.first) if question.first else 'beginning'} to {day(last)}"
    units = {"case": "Cases", "accused": "Accused", "charge": "Charges"}
    parts = [
        f"{units[question.unit]} by {lines_of(question)}",
        f"FIRs of {days}, followed to {day(question.as_of)}" if question.cohort else days,
        *(
            ["principal offence" if question.principal else "any charge"]
            if question.by in ("act", "provision")
            else []
        ),
        "results after appeals" if question.final else "trial court's results",
        *([f"only {question.filter.strip()}"] if question.filter.strip() else []),
        *([f"as known on {day(question.known_on)}"] if question.known_on else []),
    ]
    return " · ".join(parts)


def lines_of(question: Question) -> str:
    """Return what the lines are, in words."""
    words = {"act": "Act", "lead": "advocate in the lead", "station": "police station"}
    if question.by == "provision":
        return "provision, old and new as one" if question.joined else "provision"
    return words.get(question.by, question.by)


def sheet(view: View, chart: Chart | None, sample: bool) -> Summary:
    """Return what is seen as a summary to print or to write: the table, with its chart above it."""
    question = view.question
    table = Table(
        "R",
        f"{view.measure.label[:1].upper()}{view.measure.label[1:]}",
        f"{view.measure.says} {view.asked}. Wilson's interval at 95 %; median days from the "
        f"{question.clock.replace('_', ' ')} with the open counted.",
        COLUMNS,
        tuple(line.cells() for line in view.lines),
    )
    found = Summary(
        title=titled(f"Rates by {lines_of(question)}", sample),
        says=view.asked,
        footer=f"Data as of {day(question.as_of)}. A rate without its denominator says nothing.",
        tables=[table],
        notes=view.report.notes,
    )
    if chart is not None and chart.bars:
        found.charts.append(replace(chart, key="R"))
    return found
