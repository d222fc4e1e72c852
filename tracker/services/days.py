"""Days as people write them: `today`, `+7d`, `2w`, `fri`, `7/12`, `24-11-2026`, `2026-11-24`, and spans.

The day always comes first (24-11-2026) unless the year does (2026-11-24). `d` `w` `m` `y` are days,
weeks, calendar months and years; without a sign they count ahead. A weekday is the next one after
today. A span is `a..b` with either end open, `<7d`, `>=24-11-2026`, or a month, `2026-12`. Both ends
of a span belong to it.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

Span = tuple[date | None, date | None]
"""First and last day, both included; None is open."""

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
HINT = "write a day as today, +7d, 2w, fri, 24-11-2026 or 2026-11-24"
_NEAR = {"yesterday": -1, "today": 0, "tomorrow": 1}
_COUNT = re.compile(r"([+-]?)(\d{1,5})([dwmy])")
_NUMBERS = re.compile(r"(\d{1,4})[-/.](\d{1,2})(?:[-/.](\d{1,4}))?")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_COMPARED = re.compile(r"(<=|>=|<|>)(.+)")


class NotADay(ValueError):
    """The text names no day; the message is one clear line for a person."""


def day(text: str, today: date) -> date:
    """Return the day that `text` means on `today`.

    Raises:
        NotADay: there is no such day, or it lies beyond the calendar.
    """
    said = text.strip().lower()
    if said in _NEAR:
        return today + timedelta(days=_NEAR[said])
    if said[:3] in WEEKDAYS and said.isalpha() and said in _spelled(said[:3]):
        ahead = (WEEKDAYS.index(said[:3]) - today.weekday() - 1) % 7 + 1
        return today + timedelta(days=ahead)
    try:
        if counted := _COUNT.fullmatch(said):
            sign, number, unit = counted.groups()
            return _moved(today, -int(number) if sign == "-" else int(number), unit)
        if numbers := _NUMBERS.fullmatch(said):
            return _dated(numbers, today)
    except (ValueError, OverflowError):
        raise NotADay(f"there is no day {text!r} in the calendar; {HINT}") from None
    raise NotADay(f"{text!r} is not a day; {HINT}")


def span(text: str, today: date, *, back: bool = False) -> Span:
    """Return the days that `text` spans on `today`.

    With `back`, a bare count looks behind: `<30d` is fewer than thirty days ago. A single day is a
    span of that day alone.

    Raises:
        NotADay: a part of it is not a day, or it starts after it ends.
    """
    said = text.strip().lower()
    if ".." in said:
        start, _, end = said.partition("..")
        first = day(start, today) if start else None
        last = day(end, today) if end else None
        if first and last and first > last:
            raise NotADay(f"{text!r} starts after it ends")
        return first, last
    if compared := _COMPARED.fullmatch(said):
        return _compared(compared[1], compared[2].strip(), today, back)
    if (month := _MONTH.fullmatch(said)) and 1 <= int(month[2]) <= 12 and 1 <= int(month[1]) < 9999:
        first = date(int(month[1]), int(month[2]), 1)
        return first, first + relativedelta(months=1, days=-1)
    only = day(said, today)
    return only, only


def _spelled(short: str) -> tuple[str, ...]:
    long = {"tue": "tues", "wed": "wednes", "thu": "thurs", "sat": "satur"}.get(short, short)
    return short, long, long + "day"


def _moved(today: date, number: int, unit: str) -> date:
    if unit in "dw":
        return today + timedelta(days=number * (7 if unit == "w" else 1))
    return today + (relativedelta(months=number) if unit == "m" else relativedelta(years=number))


def _dated(numbers: re.Match[str], today: date) -> date:
    first, month, last = numbers.groups()
    if last is None:  # day and month: the coming one
        if len(first) > 2:
            raise NotADay(f"{numbers[0]!r} is not a day; {HINT}")
        this = date(today.year, int(month), int(first))
        return this if this >= today else date(today.year + 1, int(month), int(first))
    if len(first) == 4 and len(last) <= 2:
        return date(int(first), int(month), int(last))
    if len(last) == 4 and len(first) <= 2:
        return date(int(last), int(month), int(first))
    raise NotADay(f"{numbers[0]!r} needs a year of four digits; {HINT}")


def _compared(sign: str, said: str, today: date, back: bool) -> Span:
    edge = day(said, today)
    one = timedelta(days=0 if "=" in sign else 1)
    counted = _COUNT.fullmatch(said)
    if counted is None or counted[1]:  # a day of the calendar: plainly before or after it
        return (None, edge - one) if sign[0] == "<" else (edge + one, None)
    if not back:
        return (today, edge - one) if sign[0] == "<" else (edge + one, None)
    edge = day("-" + said, today)
    return (edge + one, today) if sign[0] == "<" else (None, edge - one)
