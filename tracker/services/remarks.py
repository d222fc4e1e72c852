"""What a careful reader of rates must be told, naming the cases that don't fit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from sqlmodel import Session

from tracker.domain import measures
from tracker.domain import rates as arithmetic
from tracker.domain.say import day
from tracker.services import behind, folding
from tracker.services.counting import Apart
from tracker.store import report_queries
from tracker.store.matching import Where

if TYPE_CHECKING:
    from tracker.services.question import Group, Report

NAMED = 10
"""How many cases a note names."""
FLIPS = 2
"""How many pairs a note names whose order turns with the denominator."""
FITTED = 3
"""How many balances that don't add up are told one by one, with their cases."""


def of(session: Session, report: Report, where: tuple[Where, ...], away: Apart, most: int) -> list[str]:
    """Return the notes of a report; over `most` rows its cases were not listed."""
    return [
        *_units(report),
        *_changed(report),
        *_odd(session, where),
        *_split(away),
        *_balances(session, report, where, away),
        *turned(report.groups, report.question.by),
        *_asked(report, most),
    ]


def _units(report: Report) -> Iterator[str]:
    question = report.question
    if question.by in folding.OVERLAP and not question.principal:
        yield (
            f"A {question.unit} with charges of several groups is counted in each; the total counts it once."
        )
    if question.by in folding.OVERLAP and question.unit == "case":
        yield "A case's outcome is that of the whole case; for results charge by charge count charges."
    if question.by == "court":
        yield "A case moved to another court stands, with all its years, under the court that has it now."
    if question.unit != "case":
        yield (
            f"{'An' if question.unit == 'accused' else 'A'} {question.unit} added later by the court "
            "counts as sent for trial on the day the case was."
        )
    if question.by == "lead":
        yield (
            "Advocates stand by name. Their matters differ in charge, court and year: this is no ranking of "
            "advocates, and is not for publication."
        )


def _changed(report: Report) -> Iterator[str]:
    total = report.total.counts
    if total.of("left"):
        yield (
            f"{total.of('left')} decided {_plural(total.of('left'), 'case')} still "
            f"{'has' if total.of('left') == 1 else 'have'} an accused without a result."
        )
    if total.of("set_aside"):
        stand = "stands" if total.of("set_aside") == 1 else "stand"
        yield (
            f"{total.of('set_aside')} of {total.of('convicted')} convictions no longer {stand} "
            "(set aside on appeal); the trial court's outcome is counted unless final results are asked for."
        )


def _split(away: Apart) -> Iterator[str]:
    many = len(away.single) - len(away.families)
    if many:
        yield (
            f"{many} split {_plural(many, 'trial')} counted with the case split from; accused and charges "
            "are counted in each part."
        )


def _balances(session: Session, report: Report, where: tuple[Where, ...], away: Apart) -> Iterator[str]:
    """Yield each line whose court or police balance doesn't add up, with the cases that break it."""
    said = 0
    for group in (*report.groups, report.total):
        court = arithmetic.imbalance(group.counts)
        police = arithmetic.investigation_imbalance(group.counts)
        for off, figure, what in (
            (court, "court_breaks", "opening and sent for trial against what ended and what is pending"),
            (police, "police_breaks", "under investigation against disposed of and still with the police"),
        ):
            if off:
                said += 1
                if said > FITTED:
                    continue
                found = behind.within(session, report.question, where, away, group.key, figure)
                named = _named(sorted(set(found)))
                yield f"{group.label or group.key}: the balance does not add up by {off}: {what}{named}."
    if said > FITTED:
        yield f"So do {said - FITTED} more balances not add up, mostly by the same cases."


def _named(refs: Sequence[str]) -> str:
    if not refs:
        return ""
    more = f" and {len(refs) - NAMED} more" if len(refs) > NAMED else ""
    return f"; because of {', '.join(refs[:NAMED])}{more}"


def turned(groups: Iterable[Group], by: str) -> list[str]:
    """Warn where the order of two lines turns with the denominator; never of advocates, nor of years."""
    if by in ("lead", "year"):
        return []
    names = {group.key: group.label or group.key for group in groups}
    found = measures.flips({group.key: group.counts for group in groups if group.key != folding.NOT_RECORDED})
    if not found:
        return []
    pairs = list(dict.fromkeys((one.upper, one.lower) for one in found))
    first = "; ".join(
        f"{names[one.upper]} stands above {names[one.lower]} of trials completed, below it of "
        f"{one.other.label.removeprefix('convicted of ')}"
        for one in found[:FLIPS]
    )
    more = f" So do {len(pairs) - FLIPS} more pairs." if len(pairs) > FLIPS else ""
    return [f"The order turns with the denominator: {first}.{more} Say which one is quoted."]


def _asked(report: Report, most: int) -> Iterator[str]:
    question = report.question
    if question.cohort:
        yield (
            "Cohort: the FIRs of those days, followed to the day of the report. Not comparable with a period."
        )
    if question.known_on:
        yield (
            f"As known on {day(question.known_on)}: lines recorded later are left out; a line without a "
            "day of recording counts as recorded on its own day."
        )
    if report.total.cases is None and question.with_refs:
        yield f"More than {most} in all: narrow the question to list the cases behind a number."


_ODD = {
    "inferred": "without a charge sheet on file counted as sent for trial on the first step before a court",
    "no_day": "ended on a day that nobody recorded and left out of every balance",
    "no_fir": "without the day of the FIR, and so not among the registered",
    "before_sheet": "decided before the day on which sent for trial, which can't be right",
    "other": "closed or judged without a result on file, counted as other",
}


def _odd(session: Session, where: tuple[Where, ...]) -> list[str]:
    found = report_queries.odd(session, where, NAMED)
    said = []
    for why, (n, refs) in found.items():
        more = f" and {n - len(refs)} more" if n > len(refs) else ""
        said.append(f"{n} {_plural(n, 'case')} {_ODD[why]}: {', '.join(refs)}{more}.")
    return said


def _plural(n: int, word: str) -> str:
    return word if n == 1 else word + "s"
