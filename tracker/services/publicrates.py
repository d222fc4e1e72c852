"""The rates as they may leave the office: small figures left out, no ref, no name, no free text.

What is left out, and why nothing of it can be worked out, is `domain.suppression`. The log of it is for the
office, which keeps it with the release: published, it would tell which lines are the small ones.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from tracker.domain import rates, suppression
from tracker.domain.rates import SMALL, UNDEFINED
from tracker.domain.suppression import TOTAL, Figures, Last, Withheld
from tracker.domain.survival import Spells
from tracker.services import permissions, released, reports
from tracker.services.office import Office, Refused
from tracker.services.question import Question, Report
from tracker.services.tableau import SAMPLE, Summary, Table, titled

LEFT_OUT = "*"
ROUND = 10
"""Days to which published times are rounded."""
NOTE = (
    f"{LEFT_OUT} stands where a figure is left out because it, or one that it would give away, is 1 to 9. "
    "Rates are given from 10 cases on; times are rounded to ten days."
)


@dataclass(frozen=True, slots=True)
class Public:
    """The document to publish, and the log that stays."""

    document: dict[str, Any]
    log: tuple[Withheld, ...]
    figures: Mapping[str, Figures]
    """The true figures, kept for laying the next release beside this one."""


def check(question: Question) -> None:
    """Refuse what can't be published: narrow cuts, and lines named by what somebody typed."""
    if question.filter.strip():
        raise Refused(
            "A public version covers the whole office: cases cut out by a filter could be found by it."
        )
    if question.by == "lead":
        raise Refused("A public version isn't given by advocate: it would rank people.")
    if question.by == "station":
        raise Refused("A public version isn't given by police station: its name is free text.")


def public(report: Report, last: Last | None = None, chained: bool = False) -> Public:
    """Return what may be published of a report, `last` having been released before.

    `chained`: there is a release of other days, which what was pending would tie to this one.
    """
    question = report.question
    check(question)
    figures = {group.key: suppression.figures(group.counts) for group in report.groups}
    total_ = suppression.figures(report.total.counts)
    found = suppression.publish(figures, total_, last)
    if question.by == "year":
        found = _without_chain(found, keep=TOTAL)
    if chained:
        found = _without_chain(found)
    lines = [
        _line(group.key, group.label or group.key, found.lines[group.key], Spells(group.counts.spells))
        for group in report.groups
    ]
    total = _line(TOTAL, TOTAL, found.lines[TOTAL], Spells(report.total.counts.spells))
    document = {
        "public": True,
        "unit": question.unit,
        "by": question.by,
        "basis": "cohort" if question.cohort else "period",
        "offence": "principal" if question.principal else "any",
        "final": question.final,
        "from": question.first.isoformat() if question.first else None,
        "to": (question.last or question.as_of).isoformat(),
        "as_of": question.as_of.isoformat(),
        "groups": lines,
        "total": total,
        "notes": [NOTE],
    }
    return Public(document, found.log, {**figures, TOTAL: total_})


def of_office(office: Office, question: Question) -> Public:
    """Return what may be published now, laid beside the last release. Raises Refused."""
    check(question)
    if office.sees == permissions.OWN:
        raise Refused(
            "A public version covers the whole office: a role that sees its own matters makes none."
        )
    last, chained = released.last_of(office, question)
    made = public(reports.rates(office, question), last, chained)
    if office.setting("sample") is not None:
        made.document["notes"].insert(0, f"{SAMPLE}.")
    return made


def summary(document: dict[str, Any]) -> Summary:
    """Return the published lines as a summary to print: one table."""
    names = [name for block in suppression.BLOCKS.values() for name in block]
    rows = []
    for line in (*document["groups"], document["total"]):
        rate = line["conviction_rate"]
        shown = LEFT_OUT if rate["k"] == LEFT_OUT else f"{rate['k']} of {rate['n']}"
        if rate["low"] not in (LEFT_OUT, UNDEFINED):
            shown = f"{rate['percent']} % ({shown}), {rate['low']} to {rate['high']}"
        rows.append((line["label"], *(line[name] for name in names), shown, line["median_days_to_decision"]))
    table = Table(
        f"by {document['by']}",
        "How cases ended",
        f"Counted: {document['unit']}, {document['basis']}. Conviction rate: convicted of trials completed, "
        "with its 95 % interval. Median days from the FIR with the open cases counted.",
        ("", *(name.replace("_", " ") for name in names), "conviction rate", "median days"),
        tuple(rows),
    )
    since = f"{document['from']} to {document['to']}" if document["from"] else f"up to {document['to']}"
    title = titled(f"How cases ended, {since}", f"{SAMPLE}." in document["notes"])
    return Summary(title, NOTE, f"Data as of {document['as_of']}.", [table])


def _without_chain(found: suppression.Published, keep: str = "") -> suppression.Published:
    """Leave out what each line opened with and left untried: the next one begins with it, and would tell."""
    lines = {
        key: {name: n for name, n in line.items() if name not in ("opening", "not_tried") or key == keep}
        for key, line in found.lines.items()
    }
    return suppression.Published(lines=lines, log=found.log)


def _line(key: str, label: str, shown: Figures, spells: Spells) -> dict[str, Any]:
    names = [name for block in suppression.BLOCKS.values() for name in block]
    line: dict[str, Any] = {"key": key, "label": label}
    line |= {name: str(shown[name]) if name in shown else LEFT_OUT for name in names}
    line["conviction_rate"] = _rate(shown, "trials_completed")
    line["denominators"] = {
        name: _rate(shown, name)["percent"] for name in ("trials_completed", "charge_sheeted", "registered")
    }
    line["median_days_to_decision"] = _days(spells) if "trials_completed" in shown else LEFT_OUT
    return line


def _rate(shown: Mapping[str, int], below: str) -> dict[str, Any]:
    if below not in shown or "convicted" not in shown:
        return dict.fromkeys(("k", "n", "percent", "low", "high"), LEFT_OUT)
    found = asdict(rates.rate(shown["convicted"], shown[below]))
    if shown[below] < SMALL:
        found |= dict.fromkeys(("percent", "low", "high"), UNDEFINED)
    return found


def _days(spells: Spells) -> str:
    """Return the median with the open counted, in tens of days, where at least ten have ended."""
    median = spells.quantile(0.5)
    if median is None or spells.total - spells.open < SMALL:
        return UNDEFINED
    return str(ROUND * ((median + ROUND // 2) // ROUND))
