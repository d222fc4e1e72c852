"""The law rows in one piece, as the rules take them, with the days on which courts are closed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import lru_cache

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
        limits=tuple(statutes.limits().values()),
        thresholds=statutes.thresholds(),
        closed=closed,
        patterns=tuple(statutes.patterns().values()),
        extents=tuple(statutes.extents().values()),
    )
