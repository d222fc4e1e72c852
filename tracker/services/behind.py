"""The cases behind a number: which of them a figure of one line of the rates counts.

The counts come from the database a group at a time; here the few rows that may be meant are read one by one
and asked by the rules themselves (`domain.tally.marks`), so that what a number opens is what it counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sqlmodel import Session

from tracker.domain import rates
from tracker.domain.outcomes import Course, Result
from tracker.domain.rates import COMPLETED, WITHOUT_TRIAL
from tracker.domain.tally import Counts, Window, marks
from tracker.services import counting, folding
from tracker.services.counting import Apart
from tracker.services.office import Office, Refused
from tracker.services.question import Question, check, conditions
from tracker.store import behind_queries, report_queries
from tracker.store.matching import Where

TOTAL = "total"
_ONE = ("opening", "charge_sheeted", *COMPLETED, *WITHOUT_TRIAL, "transferred", "pending", "stayed")
FIGURES: Mapping[str, tuple[str, ...]] = {
    "registered": ("registered",),
    **{name: (name,) for name in _ONE},
    "trials_completed": COMPLETED,
    "other": ("other", "closure_report"),
    "set_aside": ("set_aside",),
    "left": ("left",),
    "before_court": ("opening", "charge_sheeted"),
    "with_police": ("investigated_still",),
    "sent_by_police": ("police:charge_sheeted",),
    "final_reports": ("police:final_report",),
    "court_breaks": (),
    "police_breaks": (),
}
"""What can be opened, and the marks that it counts; `…_breaks` are the cases that leave a balance uneven."""
_BREAKS = {"court_breaks": rates.imbalance, "police_breaks": rates.investigation_imbalance}


def behind(office: Office, question: Question, key: str, figure: str) -> tuple[str, ...]:
    """Return the refs of the cases that a figure counts in the line of that key, or in all ("total").

    Raises Refused: no such figure, or what a question is refused for.
    """
    if figure not in FIGURES:
        raise Refused(f"Cases are shown behind {', '.join(FIGURES)}; not behind {figure!r}.")
    check(question)
    with office.reading() as session:
        where = conditions(session, question)
        away = counting.apart(office, session, where, question.as_of, question.known_on)
        return tuple(sorted(set(within(session, question, where, away, key, figure))))


def within(
    session: Session, question: Question, where: tuple[Where, ...], away: Apart, key: str, figure: str
) -> Iterator[str]:
    """Yield the refs, some of them more than once where accused or charges are counted."""
    window = _window(question, key)
    line = None if key == TOTAL or question.by == "year" else key
    by = "" if question.by == "year" else question.by
    ask = report_queries.Ask(question.unit, by, window, question.principal, where, away.numbers)
    for raw, ref, course, result in behind_queries.rows(session, ask, figure, FIGURES[figure]):
        if _in_line(question, line, raw) and _counts(course, result, window, figure):
            yield ref
    raw_key = folding.key_of(question)
    for ref, course, result in counting.rows(away, question.unit):
        if _in_line(question, line, raw_key(course, result)) and _counts(course, result, window, figure):
            yield ref


def _window(question: Question, key: str) -> Window:
    window = question.window()
    if question.by != "year" or key == TOTAL:
        return window
    if not (key.isascii() and key.isdigit() and len(key) == 4):
        raise Refused(f"A line by year is a year, like 2023; not {key!r}.")
    return counting.of_year(window, int(key))


def _in_line(question: Question, line: str | None, raw: str) -> bool:
    return line is None or line in folding.names(question, raw)


def _counts(course: Course, result: Result, window: Window, figure: str) -> bool:
    if figure in _BREAKS:
        alone = Counts.none()
        alone.add(course, result, window)
        return _BREAKS[figure](alone) != 0
    wanted = FIGURES[figure]
    return any(
        mark == one or mark.startswith(f"{one}:") for mark in marks(course, result, window) for one in wanted
    )
