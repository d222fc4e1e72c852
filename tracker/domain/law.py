"""The law rows in one piece, as the rules take them, with the days on which courts are closed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache, lru_cache

import statutes
from tracker.domain.shapes import Law


def sundays(day: date) -> bool:
    """Answer whether the day is a Sunday: the only closed day known without a court's calendar."""
    return day.weekday() == 6


@lru_cache(maxsize=8)
def law_of(closed: Callable[[date], bool] = sundays) -> Law:
    """Return the law as the statutes have it. `closed` says on which days courts are closed."""
    return Law(
        provision=statutes.provision,
        limits=_limits(),
        thresholds=statutes.thresholds(),
        closed=closed,
        patterns=tuple(statutes.patterns().values()),
        extents=tuple(statutes.extents().values()),
    )


@cache
def _limits() -> tuple[statutes.Limit, ...]:
    """Return the one tuple of limits that all offices share, and with it their `lawbook.Book`."""
    return tuple(statutes.limits().values())
