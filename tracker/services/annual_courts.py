"""Tables T1 to T6 of the summary: courts' and police's balance, units, denominators, by Act and by place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from sqlmodel import Session

from tracker.domain import rates
from tracker.domain.measures import BOARD
from tracker.domain.tally import EARLIEST, Counts
from tracker.services import remarks, reports
from tracker.services.office import Office
from tracker.services.reports import Group, Question, Report
from tracker.services.tableau import Bar, Chart, Table, said, share, transposed
from tracker.store import annual_queries
from tracker.store.matching import Where

YEARS = 5
"""How many years stand beside each other."""
Line = tuple[str, Callable[[Counts], str]]


def _count(*names: str) -> Callable[[Counts], str]:
    return lambda counts: str(counts.of(*names))


COURT: tuple[Line, ...] = (
    ("pending at the start", _count("opening")),
    ("sent for trial", _count("charge_sheeted")),
    ("total for trial", _count("opening", "charge_sheeted")),
    ("abated", _count("abated")),
    ("withdrawn", _count("withdrawn")),
    ("compounded", _count("compounded")),
    ("plea bargained", _count("plea_bargained")),
    ("quashed", _count("quashed")),
    ("transferred", _count("transferred")),
    ("other or not known", _count("other", "closure_report")),
    ("convicted", _count("convicted")),
    ("  of these set aside since", _count("set_aside")),
    ("discharged", _count("discharged")),
    ("acquitted", _count("acquitted")),
    ("trials completed", lambda counts: str(rates.completed(counts))),
    ("pending at the end", _count("pending")),
    ("  of these stayed", _count("stayed")),
    ("adds up", lambda counts: "yes" if not (n := rates.imbalance(counts)) else f"no, by {n}"),
    ("conviction rate", lambda counts: said(rates.conviction(counts))),
    (
        "pendency",
        lambda counts: said(rates.rate(counts.of("pending"), counts.of("opening", "charge_sheeted"))),
    ),
    ("clearance", lambda counts: share(rates.ended(counts), counts.of("charge_sheeted"))),
)

POLICE: tuple[Line, ...] = (
    ("with the police at the start", _count("investigated_before")),
    ("FIRs registered", _count("registered")),
    *(
        (f"final report: {ground.replace('_', ' ')}", _count(f"police:final_report:{ground}"))
        for ground in ("false", "mistake_or_civil", "insufficient", "undetected", "abated")
    ),
    ("final report: ground not recorded", _count("police:final_report")),
    ("transferred", lambda counts: str(rates.police(counts, "transferred"))),
    ("quashed or withdrawn", lambda c: str(rates.police(c, "quashed") + rates.police(c, "withdrawn"))),
    ("closed, how not known", lambda counts: str(rates.police(counts, "other"))),
    ("charge-sheeted", lambda counts: str(rates.police(counts, "charge_sheeted"))),
    ("  within 60 days of the FIR", _count("sheet_60")),
    ("  within 90 days of the FIR", _count("sheet_90")),
    ("with the police at the end", _count("investigated_still")),
    ("disposed of without the day of an FIR", _count("not_from_fir")),
    (
        "adds up",
        lambda c: (
            "yes" if not (n := rates.investigation_imbalance(c) + c.of("not_from_fir")) else f"no, by {n}"
        ),
    ),
    ("charge-sheeting rate (17A)", lambda counts: said(rates.charge_sheeting(counts))),
    ("charge-sheeting rate (14.6)", lambda counts: said(rates.charge_sheeting_ahtu(counts))),
)


def by_year(office: Office, question: Question) -> Report:
    """Return the last years up to the end of the question, one line each."""
    last = min(question.last or question.as_of, question.as_of)
    first = max(question.first or EARLIEST, date(last.year - YEARS + 1, 1, 1))
    if question.first and question.first.year == last.year:
        first = date(last.year - YEARS + 1, 1, 1)
    return reports.rates(office, replace(question, by="year", first=first, last=last, with_refs=False))


def disposal(years: Report, whole: Group) -> tuple[Table, Table]:
    """Return T1 and T2: each year, and the days asked about."""
    columns = ("", *(group.key for group in years.groups), "the days asked about")
    groups = [group.counts for group in years.groups] + [whole.counts]
    made = []
    for key, title, says, lines in (
        (
            "T1",
            "Court disposal",
            "Conviction rate: convicted of trials completed (convicted, discharged, acquitted). Abated, "
            "withdrawn, compounded, plea-bargained and quashed cases are outside it; stayed ones pend.",
            COURT,
        ),
        (
            "T2",
            "Police disposal",
            "Table 17A: charge-sheeted of all that the police disposed of; table 14.6: of charge sheets and "
            "final reports alone.",
            POLICE,
        ),
    ):
        cells = [[show(counts) for _, show in lines] for counts in groups]
        made.append(Table(key, title, says, columns, transposed([name for name, _ in lines], cells)))
    return made[0], made[1]


def trend(years: Report) -> Chart:
    """Return the conviction rate of each year with its interval."""
    bars = []
    for group in years.groups:
        rate = rates.conviction(group.counts)
        if rate.n:
            low, high = rates.wilson(rate.k, rate.n)
            percent = float(100 * rate.k / rate.n)
            bars.append(Bar(group.key, percent, said(rate), float(100 * low), float(100 * high)))
    says = "Convicted of trials completed in each year; the line is the 95 % interval."
    return Chart("T1", "Conviction rate by year", says, tuple(bars), whole=100, percent=True)


def units(
    office: Office, session: Session, question: Question, where: Sequence[Where]
) -> tuple[Table, Table]:
    """Return T3 and T4: case, accused, charge and victim side by side, and the board of denominators."""
    asked = [(unit, replace(question, by="district", unit=unit, with_refs=False)) for unit in reports.UNITS]
    reported = {unit: reports.rates(office, one) for unit, one in asked}
    found = {unit: report.total.counts for unit, report in reported.items()}
    lines = (
        ("registered", _count("registered")),
        ("sent for trial", _count("charge_sheeted")),
        ("convicted", _count("convicted")),
        ("discharged", _count("discharged")),
        ("acquitted", _count("acquitted")),
        ("pending at the end", _count("pending")),
        ("conviction rate", lambda counts: said(rates.conviction(counts))),
    )
    window = question.window()
    first, last = window.events
    of_victims = annual_queries.victims_of_results(session, where, first, last)
    in_firs = sum(n for _, n in annual_queries.victims(session, where, window.first, window.last))
    ended = [str(of_victims.get(word, 0)) for word in ("convicted", "discharged", "acquitted")]
    victim = [str(in_firs), "–", *ended, "–", "–"]
    rows = tuple(
        (name, *(show(found[unit]) for unit in reports.UNITS), victim[n])
        for n, (name, show) in enumerate(lines)
    )
    side = Table(
        "T3",
        "Units of count",
        "A case is convicted if anybody was convicted of anything; an accused by the best-proved charge; a "
        "charge is one accused under one provision. Victims are those of the cases that ended so.",
        ("", "cases", "accused", "charges", "victims"),
        rows,
    )
    turned = remarks.turned(reported["case"].groups, "district")
    return side, _board(found, tuple(f"By district: {one}" for one in turned))


def _board(found: dict[str, Counts], notes: tuple[str, ...]) -> Table:
    rows = tuple((one.label, *(said(one.of(counts)) for counts in found.values())) for one in BOARD)
    return Table(
        "T4",
        "Denominator board",
        "The same convictions over each denominator that is quoted. Ask which one a published rate is. In a "
        "period those sent for trial and registered are other cases, and there may be fewer of them.",
        ("", "cases", "accused", "charges"),
        rows,
        notes,
    )


def by_law(office: Office, question: Question) -> Table:
    """Return T5: by Act, then by section with old and new joined, under any charge and as principal."""
    rows: list[tuple[str, ...]] = []
    for by, joined in (("act", False), ("provision", True)):
        asked = replace(question, by=by, joined=joined, with_refs=False)
        anything, principal = (
            reports.rates(office, replace(asked, principal=only)) for only in (False, True)
        )
        gravest = {group.key: group.counts for group in principal.groups}
        for group in anything.groups:
            under = gravest.get(group.key, Counts.none())
            rows.append(
                (
                    group.label or group.key,
                    *(str(group.counts.of(name)) for name in ("registered", "charge_sheeted")),
                    said(rates.conviction(group.counts)),
                    str(under.of("registered")),
                    said(rates.conviction(under)),
                )
            )
    return Table(
        "T5",
        "By statute",
        "A case stands under every Act and section charged (any), and once under its gravest (principal). "
        "Old and new sections that answer to each other share a line. The outcome is the whole case's.",
        (
            "Act or section",
            "FIRs, any",
            "sent, any",
            "conviction rate, any",
            "FIRs, principal",
            "rate, principal",
        ),
        tuple(rows),
    )


def by_place(office: Office, question: Question, courts: dict[str, str]) -> Table:
    """Return T6: by court, then by police station. `courts`: names by key."""
    rows: list[tuple[str, ...]] = []
    for by in ("court", "station"):
        report = reports.rates(office, replace(question, by=by, with_refs=False))
        for group in report.groups:
            counts = group.counts
            rows.append(
                (
                    by,
                    courts.get(group.key) or group.key,
                    *(str(counts.of(name)) for name in ("opening", "charge_sheeted", "pending")),
                    said(rates.conviction(counts)),
                    share(rates.ended(counts), counts.of("charge_sheeted")),
                )
            )
    return Table(
        "T6",
        "By court and police station",
        "Small numbers say little of a court or a station: read the interval, and don't rank them.",
        ("", "name", "opening", "sent", "pending", "conviction rate", "clearance"),
        tuple(rows),
    )
