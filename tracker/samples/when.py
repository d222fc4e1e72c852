"""The day on which the invented office stands still, and a table of days to count in."""

from __future__ import annotations

from datetime import date, timedelta

SAMPLE_TODAY = date(2026, 11, 24)
"""The sample's today: its clocks, its hearings and its flags are laid around this Tuesday."""


class _Days(list[date]):
    """All days from 2012 to 2027 by number: a look-up is three times quicker than making the day again."""

    start = date(2012, 1, 1).toordinal()


DAY = _Days(date(2012, 1, 1) + timedelta(days=n) for n in range(16 * 366))
LATEST = SAMPLE_TODAY.toordinal() - DAY.start
"""The number of `SAMPLE_TODAY` in `DAY`."""
