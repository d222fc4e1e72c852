"""Which cases a rate counts, and how: most from what is kept, some reckoned for the question.

Reckoned for the question are cases whose journals go beyond the day asked about, cases recorded in part
after the day of knowing, split trials (counted once, with the case they were split from), and cases of
which nothing is kept yet. Everything else the database counts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from sqlmodel import Session

from tracker.domain import families
from tracker.domain.case import Case
from tracker.domain.known import known_on
from tracker.domain.matter import Matter, cut
from tracker.domain.outcomes import Course, Result, course
from tracker.domain.stages import standing
from tracker.domain.tally import Counts, Window, marks, spell_of
from tracker.services.office import Office
from tracker.store import reading, report_queries
from tracker.store.matching import Where

BATCH = 500


@dataclass(frozen=True, slots=True)
class Apart:
    """Cases reckoned for the question: by number, ref and course; split trials under the first of them."""

    numbers: frozenset[int]
    families: tuple[tuple[str, Course], ...]
    """With split trials joined: what is counted as cases."""
    single: tuple[tuple[str, Course], ...]
    """Each by itself: where accused and charges are counted."""


def apart(
    office: Office, session: Session, where: tuple[Where, ...], as_of: date, known: date | None = None
) -> Apart:
    """Return the cases that can't be counted from what is kept, as they stood at the end of `as_of`.

    With `known`, as they were known on that day.
    """
    numbers = set(report_queries.later_than(session, where, as_of))
    numbers.update(report_queries.without_course(session, where))
    if known:
        numbers.update(report_queries.ids_of(session, where, report_queries.recorded_later(session, known)))
    split = report_queries.split(session)
    there = reading.numbers_of(session.connection(), list({parent for _, _, parent in split}))
    roots = families.roots(split, there)
    if where and roots:
        inside = report_queries.ids_of(session, where, list(roots))
        roots = {number: root for number, root in roots.items() if number in inside and root in inside}
    numbers.update(roots)
    found = reckoned(office, session, sorted(numbers), as_of, known)
    groups: dict[int, list[int]] = {}
    for number in found:
        groups.setdefault(roots.get(number, number), []).append(number)
    joined = []
    for root, members in groups.items():
        members.sort(key=lambda number: (number != root, number))
        parts = [found[number][1] for number in members]
        joined.append((found[members[0]][0], families.merged(parts) if len(parts) > 1 else parts[0]))
    return Apart(frozenset(numbers), tuple(joined), tuple(found.values()))


def reckoned(
    office: Office, session: Session, numbers: list[int], as_of: date, known: date | None
) -> dict[int, tuple[str, Course]]:
    """Return ref and course of these cases as they stood at the end of a day, or were known on one.

    Where the FIR names no district or state, the trial court's stands in, as in what the database counts.
    """
    found: dict[int, tuple[str, Course]] = {}
    if not numbers:
        return found
    connection = session.connection()
    kinds, courts, law = reading.court_kinds(connection), reading.courts(connection), office.law()
    for start in range(0, len(numbers), BATCH):
        for number, case in reading.chosen(connection, numbers[start : start + BATCH]):
            case = known_on(case, min(known, as_of)) if known else cut(case, as_of)
            one = course_of(case, kinds, law.provision)
            if (court := courts.get(one.court or "")) is not None:
                one.district, one.state = one.district or court.district, one.state or court.state
            found[number] = case.ref, one
    return found


def course_of(case: Case, kinds: Mapping[str, str], provision: Callable[[str], object]) -> Course:
    """Return what rates count of a case as it is given."""
    matter = Matter(case, kinds)
    return course(matter, standing(matter), provision)  # type: ignore[arg-type]


def count(
    session: Session, ask: report_queries.Ask, away: Apart, key: Callable[[Course, Result], str]
) -> dict[str, Counts]:
    """Return the counts by raw key (as `report_queries.key_of` has it): kept and reckoned together."""
    found = report_queries.count(session, replace(ask, skip=away.numbers))
    for _, one, result in rows(away, ask.unit):
        found.setdefault(key(one, result), Counts.none()).add(one, result, ask.window)
    return {name: counts for name, counts in found.items() if counts.marks or counts.spells}


def refs(
    session: Session, ask: report_queries.Ask, away: Apart, key: Callable[[Course, Result], str]
) -> dict[str, list[str]]:
    """Return by raw key the refs of the cases behind the counts, each once, in order."""
    found: dict[str, dict[str, None]] = {}
    for name, ref in report_queries.refs(session, replace(ask, skip=away.numbers)):
        found.setdefault(name, {})[ref] = None
    for ref, one, result in rows(away, ask.unit):
        if marks(one, result, ask.window) or spell_of(one, result, ask.window):
            found.setdefault(key(one, result), {})[ref] = None
    return {name: sorted(some) for name, some in found.items()}


def rows(away: Apart, unit: str) -> Iterable[tuple[str, Course, Result]]:
    """Yield what is counted of the cases reckoned apart, in the unit."""
    if unit == "case":
        yield from ((ref, one, one.case) for ref, one in away.families)
        return
    for ref, one in away.single:
        yield from ((ref, one, result) for result in one.results if result.unit == unit)


def years(session: Session, away: Apart, window: Window) -> list[tuple[str, Window]]:
    """Return each year of the window in which anything on file happened, with its own window."""
    days = report_queries.years(session)
    found = [date.fromordinal(day) for day in days or ()]
    for _, one, result in rows(away, "case"):
        found += [day for day in (one.registered_on, one.sent_on, result.result_on) if day]
    if not found:
        return []
    first = max(window.first, min(found)).year
    last = min(window.last, window.as_of, max(found) if window.last == date.max else window.last).year
    return [(str(year), of_year(window, year)) for year in range(first, last + 1)]


def of_year(window: Window, year: int) -> Window:
    """Return the days of the window that lie in one year."""
    first, last = max(window.first, date(year, 1, 1)), min(window.last, date(year, 12, 31))
    return replace(window, first=first, last=last)
