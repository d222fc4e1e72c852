"""Tables T9 to T12: victims, sentences, reasons for acquittal, and how complete the record is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from statistics import median_low

from sqlmodel import Session

import statutes
from tracker.domain.rates import percent
from tracker.domain.words import AcquittalReason, AgeStatus
from tracker.services.tableau import Table, number
from tracker.store import annual_queries
from tracker.store.matching import Where

Span = tuple[date, date]
"""A first and a last day, both included."""
ON_VICTIMS = (
    ("statement_recorded", "statement recorded"),
    ("support_person_assigned", "support person assigned"),
    ("told_of_progress", "told how the case goes"),
    ("testified", "testified"),
    ("turned_hostile", "turned hostile"),
    ("compensation_applied", "compensation applied for"),
    ("compensation_ordered", "compensation ordered"),
    ("compensation_paid", "compensation paid"),
)


def victims(
    session: Session, where: Sequence[Where], firs: Span, days: Span, known: date | None = None
) -> Table:
    """Return T9: the victims of the FIRs by age, and what happened for victims on the days."""
    ages = Counter({status: n for status, n in annual_queries.victims(session, where, *firs)})
    rows: list[tuple[str, ...]] = [("in the FIRs of the days", str(sum(ages.values())), "", "")]
    for status in AgeStatus:
        rows.append((f"  {status.label}", str(ages[status]), "", ""))
    if ages[None]:
        rows.append(("  age not recorded", str(ages[None]), "", ""))
    kinds = [kind for kind, _ in ON_VICTIMS]
    who: dict[str, set[tuple[int, str | None]]] = {kind: set() for kind in kinds}
    rupees: Counter[str] = Counter()
    first_on: dict[tuple[str, int, str | None], date] = {}
    for case, kind, on, _, victim, _, money, *_ in annual_queries.events(session, where, kinds, *days, known):
        who[kind].add((case, victim))
        rupees[kind] += money or 0
        first_on[kind, case, victim] = min(on, first_on.get((kind, case, victim), on))
    waited = [
        (paid - first_on["compensation_ordered", case, victim]).days
        for (kind, case, victim), paid in first_on.items()
        if kind == "compensation_paid" and ("compensation_ordered", case, victim) in first_on
    ]
    for kind, name in ON_VICTIMS:
        money = str(rupees[kind]) if kind.startswith("compensation") else ""
        delay = str(median_low(waited)) if kind == "compensation_paid" and waited else ""
        rows.append((name, str(len(who[kind])), money, delay))
    limit = statutes.limits()[annual_queries.CHILDS_EVIDENCE]
    due, in_time, late = annual_queries.evidence_in_time(session, where, *days)
    rows += [
        (f"evidence of a child due within {limit.number} {limit.unit} of cognizance", str(due), "", ""),
        ("  given in time", f"{in_time}: {percent(in_time, due)} %" if due else "0", "", ""),
        ("  given late", str(late), "", ""),
    ]
    return Table(
        "T9",
        "Victims",
        "Each victim once a line. Rupees and days are those on record; days: the middle one from order to "
        f"payment, of the paid alone. {limit.says} {limit.cite}; {limit.nature}, {limit.confidence}.",
        ("", "victims", "rupees", "days to payment"),
        tuple(rows),
    )


def sentences(session: Session, where: Sequence[Where], days: Span, known: date | None = None) -> Table:
    """Return T10: terms of imprisonment, those below the least that the section asks, and appeals."""
    months: list[int] = []
    counts: Counter[str] = Counter()
    told: dict[tuple[int, str | None], int] = {}
    kinds = ("convicted", "sentence_passed", "appeal_filed", "appeal_decided")
    for case, kind, _, accused, _, _, _, term, life, death, by, result in annual_queries.events(
        session, where, kinds, *days, known
    ):
        if kind.startswith("appeal"):
            counts[f"{kind}:{by or result or 'not recorded'}"] += 1
        elif death or life:
            counts["death" if death else "life"] += 1
        elif term is not None:
            months.append(term)
            told[case, accused] = max(term, told.get((case, accused), 0))
    below = _below(session, told)
    rows = [
        ("terms of imprisonment on record", str(len(months))),
        ("  shortest, months", number(min(months, default=None))),
        ("  middle, months", number(median_low(months) if months else None)),
        ("  longest, months", number(max(months, default=None))),
        ("  below the least term of a section of conviction", str(below)),
        ("imprisonment for life", str(counts["life"])),
        ("death", str(counts["death"])),
    ]
    for key, n in sorted(counts.items()):
        kind, _, word = key.partition(":")
        if word:
            rows.append((f"{kind.replace('_', ' ')}: {word.replace('_', ' ')}", str(n)))
    return Table(
        "T10",
        "Sentences and appeals",
        "Terms as recorded, one for each accused; the middle one is a real term. Below the least: where the "
        "section of conviction is on file and leaves the court no room to go lower.",
        ("", "number"),
        tuple(rows),
    )


def _below(session: Session, told: dict[tuple[int, str | None], int]) -> int:
    of = annual_queries.convicted_of(session, sorted({case for case, _ in told}))
    below = 0
    for key, term in told.items():
        rows = [row for id_ in of.get(key, ()) if (row := statutes.provision(id_))]
        least = max((row.min_months or 0 for row in rows if "court_may_go_lower" not in row.term), default=0)
        below += term < least
    return below


def acquittals(session: Session, where: Sequence[Where], days: Span, known: date | None = None) -> Table:
    """Return T11: why accused were acquitted, with the share for which nobody coded a reason."""
    counts: Counter[str | None] = Counter()
    for row in annual_queries.events(session, where, ("acquitted",), *days, known):
        counts[row[5]] += 1
    whole = sum(counts.values())
    rows = [(word.label, str(counts[word]), f"{percent(counts[word], whole)} %") for word in AcquittalReason]
    rows.append(("no reason coded", str(counts[None]), f"{percent(counts[None], whole)} %"))
    return Table(
        "T11",
        "Reasons for acquittal",
        "As coded from the judgment, one for each acquittal on record.",
        ("reason", "acquittals", "of all"),
        tuple(rows),
    )
