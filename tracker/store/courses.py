"""What rates count of a case, as rows of `course` and `verdict`, and back.

Days are numbers here (`date.toordinal`); None stays None.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from tracker.domain.outcomes import Course, Result

Row = tuple[Any, ...]

_DAYS = ("registered_on", "sheet_on", "sent_on")
RESULT = ("acts", "provisions", "principal", "result", "result_on", "final", "final_on", "set_aside_on")
COURSE = (
    *("prosecution_id", *_DAYS, "inferred", "police", "police_on", "ground"),
    *("cognizance_on", "framed_on", "witness_on", "stay_on", "stay_until", "left_"),
    *("court", "station", "district", "state", "split_from", *RESULT),
)
VERDICT = ("prosecution_id", "seq", "unit", "accused", *RESULT)


def course_row(number: int, course: Course) -> Row:
    """Return the row of `course` for one case."""
    return (
        *(number, _day(course.registered_on), _day(course.sheet_on), _day(course.sent_on), course.inferred),
        *(course.police, _day(course.police_on), course.ground),
        *(_day(course.cognizance_on), _day(course.framed_on), _day(course.witness_on)),
        *(_day(course.stay_on), _day(course.stay_until), course.left),
        *(course.court, course.station, course.district, course.state, course.split_from),
        *_result(course.case),
    )


def verdict_rows(number: int, course: Course) -> list[Row]:
    """Return the rows of `verdict` for one case: its accused, then its charges."""
    return [
        (number, seq, one.unit, one.accused, *_result(one)) for seq, one in enumerate(course.results[1:], 1)
    ]


def course_of(row: Row, verdicts: Iterable[Row] = ()) -> Course:
    """Return the course that a row of COURSE holds, with the results of its rows of VERDICT."""
    (_, registered, sheet, sent, inferred, police, police_on, ground, cognizance, framed, witness,
     stay_on, stay_until, left, court, station, district, state, split_from, *result) = row  # fmt: skip
    return Course(
        *(_date(registered), _date(sheet), _date(sent), bool(inferred), police, _date(police_on), ground),
        *(_date(cognizance), _date(framed), _date(witness), _date(stay_on), _date(stay_until), left),
        *(court, station, district, state, split_from),
        (
            result_of("case", None, result),
            *(result_of(unit, who, rest) for _, _, unit, who, *rest in verdicts),
        ),
    )


def _result(result: Result) -> Row:
    return (
        *(" ".join(result.acts), " ".join(result.provisions), result.principal),
        *(_word(result.result), _day(result.result_on), _word(result.final), _day(result.final_on)),
        _day(result.set_aside_on),
    )


def result_of(unit: str, accused: str | None, row: list[Any]) -> Result:
    """Return the result that columns of RESULT hold."""
    acts, provisions, principal, result, result_on, final, final_on, undone = row
    return Result(
        *(unit, accused, tuple(acts.split()), tuple(provisions.split()), principal),
        *(result, _date(result_on), final, _date(final_on), _date(undone)),
    )


def _word(word: str | None) -> str | None:
    return None if word is None else str(word)


def _day(day: date | None) -> int | None:
    return None if day is None else day.toordinal()


def _date(number: int | None) -> date | None:
    return None if number is None else date.fromordinal(number)
