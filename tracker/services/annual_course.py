"""Tables T7 and T8, the funnel, the chances over time and the age of what is open: how long cases take."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from sqlmodel import Session

from tracker.domain.outcomes import Course
from tracker.domain.rates import SMALL, percent, rate
from tracker.domain.survival import YEAR, Spells
from tracker.domain.tally import CAUSES, Counts, Window
from tracker.domain.words import AskedBy, HearingReason, Purpose, Stage
from tracker.services.ratesjson import YEARS, share
from tracker.services.tableau import Bar, Chart, Curve, Table, number, said
from tracker.services.tableau import share as of
from tracker.store import annual_queries
from tracker.store.matching import Where

STEPS = (
    ("FIR to charge sheet", 0, 1),
    ("charge sheet to cognizance", 1, 2),
    ("cognizance to charges framed", 2, 3),
    ("charges framed to first witness", 3, 4),
    ("first witness to result", 4, 5),
    ("FIR to result", 0, 5),
)
"""What is timed: its name, and the places of its first and last day in a row of `annual_queries.steps`."""
FEW = "†"
"""Beside an estimate that hangs on fewer than ten cases."""
PURPOSES = 4
"""How many purposes have a column of their own."""
AGES = ((1, "under 1 year"), (2, "1 to 2"), (3, "2 to 3"), (5, "3 to 5"), (10_000, "5 and over"))
"""Years from the FIR under which an open case stands in a band."""


def row_of(course: Course, kinds: Mapping[str, str]) -> tuple[object, ...]:
    """Return a case reckoned for the question as `annual_queries.steps` gives the others."""
    days = (course.registered_on, course.sent_on, course.cognizance_on, course.framed_on, course.witness_on)
    numbers = [day.toordinal() if day else None for day in (*days, course.case.result_on)]
    return (*numbers, course.case.result, kinds.get(course.court or ""))


def spells_of(rows: Iterable[Sequence[object]], start: int, end: int, window: Window) -> Spells:
    """Return the days from one step to another of the cases that came to the first in the window.

    A case that ended before the second step was reached is open to its end: it left, and never got there.
    """
    counted: Counter[tuple[str, int]] = Counter()
    first, last, as_of = (day.toordinal() for day in (window.first, window.last, window.as_of))
    for row in rows:
        began, reached, over = row[start], row[end], row[5]
        if not isinstance(began, int) or not first <= began <= min(last, as_of):
            continue
        if isinstance(reached, int) and began <= reached <= as_of:
            counted["reached", reached - began] += 1
        elif not isinstance(reached, int) or reached > as_of:
            left = over if isinstance(over, int) and over <= as_of else as_of
            if left >= began:
                counted["open", left - began] += 1
    return Spells(counted)


def times(rows: Sequence[Sequence[object]], window: Window) -> Table:
    """Return T7: the median and the quartiles of each step with the open counted, and the naive median."""
    lines = []
    for name, start, end in STEPS:
        spells = spells_of(rows, start, end, window)
        longest = max((int(day) for day in spells.days if _open_at(spells, int(day))), default=None)
        lines.append(
            (
                name,
                str(spells.total - spells.open),
                str(spells.open),
                *(_firm(spells, spells.quantile(quarter)) for quarter in (0.25, 0.5, 0.75)),
                number(spells.median_of_ended()),
                number(longest),
            )
        )
    return Table(
        "T7",
        "Time from step to step, in days",
        "Medians and quartiles with the open cases counted (Kaplan-Meier), of the cases that came to the "
        "first step on the days asked about; beside them the median of the finished alone, which is short. "
        f"A dash: not reached; {FEW}: fewer than ten were followed so long, so it hangs on a few.",
        (
            "",
            "reached",
            "not yet",
            "a quarter by",
            "half by",
            "three quarters by",
            "half of the finished by",
            "longest open",
        ),
        tuple(lines),
    )


def _firm(spells: Spells, days: int | None) -> str:
    return number(days) if days is None or spells.firm(days) else f"{days} {FEW}"


def _open_at(spells: Spells, day: int) -> bool:
    place = spells._place[day]
    after = spells.at_risk[place + 1] if place + 1 < len(spells.at_risk) else 0
    return bool(spells.at_risk[place] - after > spells.events[place])


def chances(counts: Counts) -> tuple[Table, Chart]:
    """Return the chance of each ending by so many years, as a table and as curves with bands."""
    spells = Spells(counts.spells)
    rows = []
    for years in YEARS:
        cells = []
        for how in CAUSES:
            chance = spells.chance(how, years * YEAR)
            if chance is None or not spells.firm(years * YEAR):
                cells.append("–")
            elif chance.low is None or chance.high is None:
                cells.append(f"{share(chance.by)} %")
            else:
                cells.append(f"{share(chance.by)} %, {share(chance.low)} to {share(chance.high)}")
        left = spells.open_after(years * YEAR) if spells.firm(years * YEAR) else None
        rows.append(
            (
                f"by {years} {'year' if years == 1 else 'years'}",
                *cells,
                "–" if left is None else f"{share(left)} %",
                str(spells.followed(years * YEAR)),
            )
        )
    says = (
        "Cumulative incidence with competing endings (Aalen-Johansen), from the FIR, 365 days to a year, "
        "pointwise 95 % bands. Transfer, abatement and quashing are endings. A dash: fewer than ten were "
        "followed so long. Never the chance of one case."
    )
    table = Table(
        "T7b",
        "What became of cases, by time since the FIR",
        says,
        ("", *CAUSES, "still open", "followed so long"),
        tuple(rows),
    )
    curves = []
    few = max(SMALL, spells.total // 100)
    many = [int(day) for day, n in zip(spells.days, spells.at_risk, strict=True) if n >= few]
    end = min(max(many, default=spells.longest), 10 * YEAR)
    for how in CAUSES:
        if how not in spells.ended:
            continue
        shares, (low, high) = spells.incidence(how), spells.incidence_band(how)
        points = [(0, 0.0, 0.0, 0.0)]
        for n, day in enumerate(spells.days):
            if day <= end and spells.ended[how][n]:
                points.append((int(day), float(shares[n]), float(low[n]), float(high[n])))
        curves.append(Curve(how, tuple(points)))
    chart = Chart(
        "T7b",
        table.title,
        "Share of all cases since the FIR, as far as ten and one in a hundred are followed; grey: 95 % band.",
        curves=tuple(curves),
        whole=end,
    )
    return table, chart


def funnel(rows: Sequence[Sequence[object]], window: Window) -> tuple[Table, Chart]:
    """Return how many of the FIRs of the window came how far by the day of the report."""
    first, last, as_of = (day.toordinal() for day in (window.first, window.last, window.as_of))
    firs = [row for row in rows if isinstance(row[0], int) and first <= row[0] <= min(last, as_of)]

    def by(row: Sequence[object], place: int) -> bool:
        return any(isinstance(day, int) and day <= as_of for day in row[place:5]) or _decided(row, as_of)

    steps = (
        ("FIR", len(firs)),
        ("sent for trial", sum(isinstance(row[1], int) and row[1] <= as_of for row in firs)),
        ("charges framed", sum(by(row, 3) for row in firs)),
        ("judgment", sum(_decided(row, as_of) for row in firs)),
        ("conviction", sum(_decided(row, as_of) and row[6] == "convicted" for row in firs)),
    )
    whole = len(firs)
    says = "The FIRs of the days asked about (a cohort), and how far they have come by the day of the report."
    table = Table(
        "C1",
        "From FIR to conviction",
        says,
        ("", "cases", "of all FIRs", "of the step before"),
        tuple(
            (name, str(n), said(rate(n, whole)), said(rate(n, steps[at - 1][1])) if at else "–")
            for at, (name, n) in enumerate(steps)
        ),
    )
    bars = tuple(Bar(name, n, f"{n} ({percent(n, whole)} %)" if whole else "0") for name, n in steps)
    return table, Chart("C1", table.title, says, bars, whole=whole)


def _decided(row: Sequence[object], as_of: int) -> bool:
    over = row[5]
    return isinstance(over, int) and over <= as_of and row[6] in ("convicted", "acquitted", "discharged")


def open_cases(session: Session, where: Sequence[Where], as_of: date) -> tuple[Table, Chart]:
    """Return the open cases by stage and by years since the FIR."""
    counts: dict[str, Counter[str]] = {}
    for stage, registered, n in annual_queries.open_by_stage(session, where, as_of):
        band = "FIR day not known"
        if registered is not None:
            years = (as_of.toordinal() - registered) / YEAR
            band = next(name for limit, name in AGES if years < limit)
        counts.setdefault(stage, Counter())[band] += n
    bands = (*(name for _, name in AGES), "FIR day not known")
    stages = [stage for stage in Stage if stage in counts]
    rows = tuple(
        (stage.label, *(str(counts[stage][band]) for band in bands), str(sum(counts[stage].values())))
        for stage in stages
    )
    later = annual_queries.entries_after(session, where, as_of)
    notes = (f"{later} cases have entries after the day of the report and are not shown.",) if later else ()
    says = "Cases without a result of the trial court, by the stage at which they stand; years of 365 days."
    table = Table("C2", "Age of open cases by stage", says, ("stage", *bands, "all"), rows, notes)
    bars = tuple(
        Bar(
            stage.label,
            sum(counts[stage].values()),
            str(sum(counts[stage].values())),
            parts=tuple(counts[stage][b] for b in bands),
        )
        for stage in stages
    )
    whole = max((bar.value for bar in bars), default=0)
    return table, Chart("C2", table.title, says, bars, whole=whole, parts=bands)


def delays(session: Session, where: Sequence[Where], first: date, last: date) -> tuple[Table, Table, Chart]:
    """Return T8: adjournments by who asked and why, the listings that came to something, and the chart."""
    by_why: Counter[tuple[str, str]] = Counter()
    lost: Counter[tuple[str, str]] = Counter()
    for who, why, n, days in annual_queries.adjournments(session, where, first, last):
        key = (_word(AskedBy, who), _word(HearingReason, why))
        by_why[key] += n
        lost[key] += days
    whole = sum(by_why.values())
    rows = tuple(
        (who, why, str(n), f"{percent(n, whole)} %", str(lost[who, why]))
        for (who, why), n in by_why.most_common()
    )
    says = (
        "Listed days that passed without what they were listed for; days lost: to the next listing, where "
        "one is known."
    )
    causes = Table(
        "T8",
        "Adjournments: who asked, and why",
        says,
        ("asked by", "reason", "times", "of all", "days lost"),
        rows,
    )
    listed = []
    for purpose, all_, silent, happened in sorted(
        annual_queries.listings(session, where, first, last), key=lambda row: (-row[1], row[0] or "")
    ):
        known = all_ - silent
        listed.append((_word(Purpose, purpose), str(all_), str(silent), of(happened, known)))
    effective = Table(
        "T8b",
        "Listed days on which the listed purpose happened",
        "Of the listings with an outcome on record.",
        ("purpose", "listed", "no outcome recorded", "happened"),
        tuple(listed),
    )
    by_reason: Counter[str] = Counter()
    for (_, why), n in by_why.items():
        by_reason[why] += n
    bars = tuple(Bar(why, n, f"{n} ({percent(n, whole)} %)") for why, n in by_reason.most_common(12))
    most = max((bar.value for bar in bars), default=0)
    return causes, effective, Chart("T8", "Why listed days passed without effect", says, bars, whole=most)


def by_court(
    session: Session, where: Sequence[Where], first: date, last: date, courts: Mapping[str, str]
) -> Table:
    """Return T8c: of each court, the share of listed days on which the listed purpose happened."""
    all_: dict[str | None, Counter[str]] = {}
    for court, purpose, listed, silent, happened in annual_queries.listings_by_court(
        session, where, first, last
    ):
        line = all_.setdefault(court, Counter())
        word = _word(Purpose, purpose)
        line.update(listed=listed, silent=silent, happened=happened)
        line.update({f"of {word}": listed - silent, f"in {word}": happened})
    known: Counter[str] = Counter()
    for line in all_.values():
        known.update({key[3:]: n for key, n in line.items() if key.startswith("of ")})
    purposes = [word for word, n in known.most_common(PURPOSES) if n]
    rows = []
    for court in sorted(all_, key=lambda key: (key is None, courts.get(key or "") or "")):
        line = all_[court]
        cells = [of(line[f"in {word}"], line[f"of {word}"]) for word in purposes]
        whole = of(line["happened"], line["listed"] - line["silent"])
        name = courts.get(court or "") or court or "court not recorded"
        rows.append((name, str(line["listed"]), str(line["silent"]), whole, *cells))
    return Table(
        "T8c",
        "Listed days on which the listed purpose happened, by court",
        "Of the listings with an outcome on record; the purposes listed most. It tells a court's load from "
        "what the office can mend; small numbers say little.",
        ("court", "listed", "no outcome", "happened", *purposes),
        tuple(rows),
    )


def _word(words: type[AskedBy] | type[HearingReason] | type[Purpose], value: str | None) -> str:
    return words(value).label if value else "not recorded"
