"""Time to an ending with the open cases counted: Kaplan and Meier, and Aalen and Johansen.

Days are whole, ties are ties. The median of the finished alone is short, because the quick ones finish
first; an open case says "longer than so far", and is counted as that. Where a case may end in several
ways, the chance of each by a day is its cumulative incidence (Aalen and Johansen 1978): one minus
Kaplan-Meier would count as possible convictions the cases that were quashed.

Bands are pointwise at 95 %: Greenwood's variance on the log(-log) scale for survival; for incidence the
variance of Marubini and Valsecchi (1995, 10.13), on the same scale. Tests hold all of it to statsmodels and
lifelines. numpy is imported when something is asked of this module, not before.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, np.dtype[Any]]

Z = 1.959963984540054
YEAR = 365
"""Days that "by 1 year" means."""
OPEN = "open"
ENOUGH = 10
"""Still followed, below which an estimate so late hangs on a few, and isn't printed as one of all."""


@dataclass(frozen=True, slots=True)
class Chance:
    """The chance by a day with its band, as shares of one; no band where nothing of the kind has happened."""

    by: float
    low: float | None
    high: float | None


class Spells:
    """Days until an ending, or until the last look at one still open; made from counts of equal spells."""

    def __init__(self, counted: Mapping[tuple[str, int], int]) -> None:
        """Lay out the counts: (how it ended, days) to how many."""
        import numpy as np

        self.total = sum(counted.values())
        self.open = sum(n for (how, _), n in counted.items() if how == OPEN)
        self.longest = max((days for _, days in counted), default=0)
        self.days: Array = np.unique(np.array([days for _, days in counted], dtype=np.int64))
        self._place = {int(day): place for place, day in enumerate(self.days)}
        self.causes = tuple(sorted({how for how, _ in counted} - {OPEN}))
        leaving = np.zeros(len(self.days))
        self.ended: dict[str, Array] = {how: np.zeros(len(self.days)) for how in self.causes}
        for (how, days), n in counted.items():
            leaving[self._place[days]] += n
            if how != OPEN:
                self.ended[how][self._place[days]] += n
        self.at_risk: Array = self.total - np.concatenate(([0.0], np.cumsum(leaving)))[:-1]

    @cached_property
    def events(self) -> Array:
        """Return how many ended on each day, in whatever way."""
        import numpy as np

        return sum(self.ended.values(), np.zeros(len(self.days)))

    @cached_property
    def survival(self) -> Array:
        """Return the share still open after each day (Kaplan-Meier)."""
        import numpy as np

        return np.cumprod(1 - self.events / self.at_risk)

    @cached_property
    def greenwood(self) -> Array:
        """Return Greenwood's sum; times the squared survival it is its variance."""
        import numpy as np

        left = self.at_risk * (self.at_risk - self.events)
        return np.cumsum(np.divide(self.events, left, out=np.full(len(left), np.inf), where=left > 0))

    def band(self) -> tuple[Array, Array]:
        """Return the lower and upper bounds of survival after each day."""
        import numpy as np

        with np.errstate(divide="ignore", invalid="ignore"):
            log = np.log(self.survival)
            power = np.exp(Z * np.sqrt(self.greenwood) / log)
            low, high = self.survival ** (1 / power), self.survival**power
        sure = (self.survival >= 1) | (self.survival <= 0)
        return np.where(sure, self.survival, low), np.where(sure, self.survival, high)

    def followed(self, days: int) -> int:
        """Return how many are known to have lasted so long; all, if none was lost from sight before."""
        import numpy as np

        place = int(np.searchsorted(self.days, days, side="left"))
        ended = sum((float(how[:place].sum()) for how in self.ended.values()), 0.0)
        there = float(self.at_risk[place]) if place < len(self.days) else 0.0
        return self.total if there + ended == self.total else int(there)

    def firm(self, days: int) -> bool:
        """Say whether what is estimated of a day so late rests on `ENOUGH` still followed."""
        return self.followed(days) >= min(ENOUGH, self.total)

    def quantile(self, share: float) -> int | None:
        """Return the first day by which this share has ended; None if that was never reached."""
        import numpy as np

        reached = np.nonzero(self.survival <= 1 - share + 1e-12)[0]
        return int(self.days[reached[0]]) if len(reached) else None

    def median_of_ended(self) -> int | None:
        """Return the day by which half of the ended had ended: the naive median, without the open."""
        import numpy as np

        running = np.cumsum(self.events)
        if not len(running) or running[-1] == 0:
            return None
        return int(self.days[int(np.argmax(2 * running >= running[-1]))])

    def incidence(self, how: str) -> Array:
        """Return the share that has ended in this way by each day (Aalen-Johansen)."""
        import numpy as np

        if how not in self.ended:
            return np.zeros(len(self.days))
        return np.cumsum(self._before * self.ended[how] / self.at_risk)

    @cached_property
    def _before(self) -> Array:
        import numpy as np

        return np.concatenate(([1.0], self.survival))[:-1] if len(self.days) else np.zeros(0)

    def incidence_error(self, how: str) -> Array:
        """Return the standard error of `incidence` after each day (Marubini and Valsecchi)."""
        import numpy as np

        if how not in self.ended:
            return np.zeros(len(self.days))
        n, ended, all_ended, before = self.at_risk, self.ended[how], self.events, self._before
        share = self.incidence(how)
        left = n * (n - all_ended)
        hazard = np.divide(all_ended, left, out=np.zeros(len(n)), where=left > 0)
        own = before**2 * (n - ended) * ended / n**3
        cross = before * ended / n**2
        sums = (
            share**2 * np.cumsum(hazard)
            - 2 * share * np.cumsum(share * hazard)
            + np.cumsum(share**2 * hazard)
            + np.cumsum(own)
            - 2 * share * np.cumsum(cross)
            + 2 * np.cumsum(share * cross)
        )
        error: Array = np.sqrt(np.maximum(sums, 0))
        return error

    def incidence_band(self, how: str) -> tuple[Array, Array]:
        """Return the lower and upper bounds of `incidence` after each day."""
        import numpy as np

        share, error = self.incidence(how), self.incidence_error(how)
        with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
            power = np.exp(Z * error / (share * np.log(share)))
            low, high = share ** (1 / power), share**power
        sure = (share <= 0) | (share >= 1 - 1e-12) | (error == 0)
        return np.where(sure, share, low), np.where(sure, share, high)

    def chance(self, how: str, days: int) -> Chance | None:
        """Return the chance of this ending within so many days; None beyond what anybody was followed."""
        import numpy as np

        if not self.total or (days > self.longest and self.survival[-1] > 0):
            return None
        place = int(np.searchsorted(self.days, days, side="right")) - 1
        if place < 0:
            return Chance(0.0, None, None)
        by = float(self.incidence(how)[place])
        if by == 0:
            return Chance(0.0, None, None)
        low, high = self.incidence_band(how)
        return Chance(by, float(low[place]), float(high[place]))

    def open_after(self, days: int) -> float | None:
        """Return the share still open after so many days; None beyond what anybody was followed."""
        import numpy as np

        if not self.total or (days > self.longest and self.survival[-1] > 0):
            return None
        place = int(np.searchsorted(self.days, days, side="right")) - 1
        return 1.0 if place < 0 else float(self.survival[place])
