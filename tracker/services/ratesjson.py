"""The answer to a question about rates as one document: the keys that scripts rely on.

Percentages are strings with one decimal, "–" where not defined. Days to a decision: the median of those
decided, and the median with the open ones counted; None where it is not reached.
"""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from tracker.domain import rates
from tracker.domain.rates import UNDEFINED, WITHOUT_TRIAL
from tracker.domain.survival import YEAR, Spells
from tracker.domain.tally import CAUSES, Counts
from tracker.services.reports import Group, Report

YEARS = (1, 2, 3, 5)
GROUNDS = ("undetected", "false", "mistake_or_civil", "insufficient", "abated")


def document(report: Report) -> dict[str, Any]:
    """Return the report as plain values."""
    question = report.question
    return {
        "unit": question.unit,
        "by": question.by,
        "basis": "cohort" if question.cohort else "period",
        "offence": "principal" if question.principal else "any",
        "clock": question.clock,
        "final": question.final,
        "from": _day(question.first),
        "to": _day(question.last or question.as_of),
        "as_of": _day(question.as_of),
        "known_on": _day(question.known_on),
        "groups": [group(one) for one in report.groups],
        "total": group(report.total),
        "notes": report.notes,
    }


def group(one: Group) -> dict[str, Any]:
    """Return one group: what was counted, the rates with their intervals, times, and the cases behind."""
    counts = one.counts
    spells = Spells(counts.spells)
    return {
        "key": one.key,
        "label": one.label or one.key,
        **figures(counts),
        "days_to_decision": times(spells),
        "incidence": [incidence(spells, years) for years in YEARS],
        "cases": one.cases,
    }


def figures(counts: Counts) -> dict[str, Any]:
    """Return the counts and the rates of a group."""
    pending, sent = counts.of("pending"), counts.of("opening", "charge_sheeted")
    return {
        "registered": counts.of("registered"),
        "charge_sheeted": counts.of("charge_sheeted"),
        "convicted": counts.of("convicted"),
        "acquitted": counts.of("acquitted"),
        "discharged": counts.of("discharged"),
        "trials_completed": rates.completed(counts),
        "opening": counts.of("opening"),
        "stayed": counts.of("stayed"),
        "disposed_without_trial": {name: counts.of(name) for name in WITHOUT_TRIAL},
        "transferred": counts.of("transferred"),
        "other": counts.of("other", "closure_report"),
        "pending": pending,
        "convictions_set_aside": counts.of("set_aside"),
        "decided_with_accused_on_trial": counts.of("left"),
        "imbalance": rates.imbalance(counts),
        "police": police(counts),
        "conviction_rate": asdict(rates.conviction(counts)),
        "charge_sheeting_rate": asdict(rates.charge_sheeting(counts)),
        "charge_sheeting_rate_ahtu": asdict(rates.charge_sheeting_ahtu(counts)),
        "pendency_rate": asdict(rates.rate(pending, sent)),
        "clearance": clearance(counts),
        "denominators": rates.denominators(counts),
    }


def clearance(counts: Counts) -> dict[str, Any]:
    """Return what left of what came in (CourTools). They are other cases, so it has no interval."""
    out, came = rates.ended(counts), counts.of("charge_sheeted")
    return {"out": out, "in": came, "percent": rates.percent(out, came)}


def police(counts: Counts) -> dict[str, Any]:
    """Return how the police disposed of the cases; final reports by ground."""
    grounds = {ground: counts.of(f"police:final_report:{ground}") for ground in GROUNDS}
    return {
        "charge_sheeted": rates.police(counts, "charge_sheeted"),
        "final_reports": rates.police(counts, "final_report"),
        "grounds": {**grounds, "not_recorded": counts.of("police:final_report")},
        **{kind: rates.police(counts, kind) for kind in ("transferred", "quashed", "withdrawn", "other")},
    }


def times(spells: Spells) -> dict[str, Any]:
    """Return the days to a decision: naive, and with the open counted."""
    return {
        "median_of_decided": spells.median_of_ended(),
        "median_with_open": spells.quantile(0.5),
        "decided": spells.total - spells.open,
        "open": spells.open,
    }


def incidence(spells: Spells, years: int) -> dict[str, Any]:
    """Return the chance of each ending by so many years, with its band."""
    found: dict[str, Any] = {"years": years}
    bands = {}
    for how in CAUSES:
        chance = spells.chance(how, years * YEAR)
        found[how] = UNDEFINED if chance is None else share(chance.by)
        bands[how] = [
            UNDEFINED if b is None else share(b)
            for b in ((chance.low, chance.high) if chance else (None, None))
        ]
    open_ = spells.open_after(years * YEAR)
    found["open"] = UNDEFINED if open_ is None else share(open_)
    return {**found, "bands": bands, "followed": spells.followed(years * YEAR)}


def share(value: float) -> str:
    """Return a share of one in percent, one decimal rounded half up, whatever its binary digits."""
    exact = Decimal(repr(round(value * 100, 9)))
    return str(exact.quantize(Decimal("0.1"), ROUND_HALF_UP))


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
