"""The dates that the limits reach: none moves unseen, and a second reckoning agrees with the first."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from dateutil.relativedelta import relativedelta

from statutes import Limit
from statutes.rows import Variant
from tests.statutes import make_golden
from tests.statutes.limit_rows import limits

LINES = make_golden.GOLDEN.read_text("utf-8").splitlines()
DAYS = LINES[0].split("\t")[2:]
SIX_DAY_WEEK = 6


def test_no_date_moves_unseen() -> None:
    """The committed file is what the rows and the counting give today."""
    assert make_golden.lines() == LINES


def test_every_limit_is_in_the_file() -> None:
    """Each limit has a line, and one more for each variant."""
    named = [line.split("\t")[0] for line in LINES[1:]]
    assert sorted(named) == sorted(
        id_ for id_, limit in limits().items() for _ in range(1 + len(limit.variants))
    )


@pytest.mark.parametrize("line", LINES[1:], ids=lambda line: "-".join(line.split("\t")[:2]))
def test_a_second_reckoning_agrees(line: str) -> None:
    """Another way of counting, by hours, by relativedelta and by whole weeks, gives the same dates."""
    id_, place, *cells = line.split("\t")
    limit = limits()[id_]
    variant = limit.variants[int(place) - 1] if place else None
    for text, found in zip(DAYS, cells, strict=True):
        if found != "not law":
            assert found == again(limit, variant, date.fromisoformat(text)), text


def again(limit: Limit, variant: Variant | None, day: date) -> str:
    """Reckon one cell a second time, sharing no code with the first."""
    unit = (variant and variant.unit) or limit.unit
    number = variant.number if variant else limit.number
    if number is None or unit in ("none", "count"):
        return "-"
    if unit == "hours":
        return (datetime.combine(day, datetime.min.time()) + timedelta(hours=23.5 + number)).isoformat()[:16]
    back = timedelta(days=1 if limit.count_first_day else 0)
    if unit == "share":
        divisor = (variant and variant.divisor) or limit.divisor or 1
        return str(day + relativedelta(months=84 * number // divisor) - back)
    if limit.minimum:
        first = far(unit, number, day) - back + timedelta(days=1 if limit.clear_days else 0)
        return f"not before {first}"
    said = [str(opened(limit, far(unit, number, day) - back))]
    if limit.outer_number:
        said.append(f"outer {opened(limit, far(unit, limit.outer_number, day) - back)}")
    if limit.least_number:
        said.append(f"not before {far(unit, limit.least_number, day) - back}")
    return ", ".join(said)


def far(unit: str, number: int, day: date) -> date:
    """Return the day so many units after a day, which is left out."""
    if unit == "working_days":
        # Six working days a week: Sunday counts as the Saturday before it.
        monday = day - timedelta(days=day.weekday())
        weeks, place = divmod(min(day.weekday(), SIX_DAY_WEEK - 1) + number, SIX_DAY_WEEK)
        return monday + timedelta(weeks=weeks, days=place)
    return day + relativedelta(**{unit: number})  # type: ignore[arg-type]


def opened(limit: Limit, day: date) -> date:
    """Return the day, or the Monday after a Sunday where a closed day is not counted against anyone."""
    if limit.closed_day == "next_open" and day.strftime("%a") == "Sun":
        return day + timedelta(days=1)
    return day
