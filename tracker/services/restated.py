"""What a report would say today of the days that an earlier report was about: corrections shown, not hidden.

The earlier report is made again as it was known on its day; the same days are counted again with all that was
recorded since. What differs is a restatement, and the cases that make the difference are named.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from tracker.domain.outcomes import Course
from tracker.domain.tally import Counts, marks
from tracker.services import counting, ratesjson, reports
from tracker.services.office import Office
from tracker.services.reports import Question

FIGURES = (
    *("registered", "opening", "charge_sheeted", "convicted", "discharged", "acquitted", "trials_completed"),
    *("transferred", "other", "pending"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One figure of one line: what was known then, and now."""

    key: str
    figure: str
    then: int
    now: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Restated:
    """What changed since a report, and by which cases."""

    known_on: date
    changes: tuple[Change, ...]
    cases: tuple[str, ...]


def since(office: Office, question: Question, known_on: date) -> Restated:
    """Return what the report of `known_on` would say otherwise today, for the same days."""
    last = min(question.last or known_on, known_on)
    now = replace(question, last=last, with_refs=False, known_on=None)
    then = replace(now, as_of=known_on, known_on=known_on)
    before, after = reports.rates(office, then), reports.rates(office, now)
    groups = {group.key: group.counts for group in (*before.groups, before.total)}
    newer = {group.key: group.counts for group in (*after.groups, after.total)}
    changes = []
    for key in dict.fromkeys((*groups, *newer)):
        old, new = (ratesjson.figures(some.get(key, Counts.none())) for some in (groups, newer))
        changes += [
            Change(key=key, figure=name, then=old[name], now=new[name])
            for name in FIGURES
            if old[name] != new[name]
        ]
    return Restated(known_on=known_on, changes=tuple(changes), cases=_cases(office, then, now))


def _cases(office: Office, then: Question, now: Question) -> tuple[str, ...]:
    with office.reading() as session:
        where = reports.conditions(session, now)
        away = counting.apart(office, session, where, then.as_of, then.known_on)
        numbers = sorted(away.numbers)
        fresh = dict(counting.reckoned(office, session, numbers, now.as_of, None).values())
    old: dict[str, Course] = dict(away.single)
    return tuple(
        sorted(
            ref
            for ref, course in old.items()
            if set(marks(course, course.case, then.window()))
            != set(marks(fresh[ref], fresh[ref].case, now.window()))
        )
    )
