"""Which convictions over which cases: every rate that is quoted, lest one be taken for another.

A measure has a numerator and a denominator. The conviction rate of the national tables is of trials
completed; the press also quotes the same convictions over all that was before the court, over what was sent
for trial or over the FIRs. Where the order of two lines turns with the denominator (`flips`), whoever
compares them must say which one is meant.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from tracker.domain import rates
from tracker.domain.rates import Rate
from tracker.domain.tally import Counts


@dataclass(frozen=True, slots=True)
class Measure:
    """One rate: its name, its definition in words, and the two numbers."""

    id: str
    label: str
    says: str
    above: Callable[[Counts], int]
    below: Callable[[Counts], int]

    def of(self, counts: Counts) -> Rate:
        """Return the rate of a group; "–" of nothing."""
        return rates.rate(self.above(counts), self.below(counts))


def _convicted(counts: Counts) -> int:
    return counts.of("convicted")


def before_court(counts: Counts) -> int:
    """Return all that was before the court: pending at the start, and sent for trial."""
    return counts.of("opening", "charge_sheeted")


def _conviction(id_: str, of: str, below: Callable[[Counts], int]) -> Measure:
    return Measure(id_, f"convicted of {of}", f"Convicted of {of}.", _convicted, below)


BOARD = (
    Measure(
        "trials_completed",
        "convicted of trials completed (the national tables)",
        "Convicted of trials completed: convicted, discharged, acquitted (NCRB 18A).",
        _convicted,
        rates.completed,
    ),
    _conviction(
        "convicted_or_acquitted", "convicted and acquitted", lambda c: c.of("convicted", "acquitted")
    ),
    _conviction("disposed", "all that left the court", rates.ended),
    _conviction("before_court", "all that was before the court", before_court),
    _conviction("charge_sheeted", "sent for trial", lambda c: c.of("charge_sheeted")),
    _conviction("registered", "registered", lambda c: c.of("registered")),
)
"""The same convictions over each denominator that is quoted."""

OTHERS = (
    Measure(
        "charge_sheeting",
        "charge-sheeted of all that the police disposed of (17A)",
        "Charge-sheeted of all that the police disposed of (Crime in India, 17A).",
        lambda c: rates.charge_sheeting(c).k,
        lambda c: rates.charge_sheeting(c).n,
    ),
    Measure(
        "charge_sheeting_ahtu",
        "charge-sheeted of charge sheets and final reports (14.6)",
        "Charge-sheeted of charge sheets and final reports alone (Crime in India, 14.6 and 14.7).",
        lambda c: rates.charge_sheeting_ahtu(c).k,
        lambda c: rates.charge_sheeting_ahtu(c).n,
    ),
    Measure(
        "pendency",
        "pending of all that was before the court",
        "Pending at the end of pending at the start and sent for trial (18A).",
        lambda c: c.of("pending"),
        before_court,
    ),
)
MEASURES: Mapping[str, Measure] = {one.id: one for one in (*BOARD, *OTHERS)}


@dataclass(frozen=True, slots=True)
class Flip:
    """Two lines: `upper` stands above `lower` under the first denominator, below it under `other`."""

    upper: str
    lower: str
    other: Measure


def flips(lines: Mapping[str, Counts], base: Measure = BOARD[0]) -> list[Flip]:
    """Return, for each other denominator, neighbours in the order of `base` that stand the other way round.

    Only lines count whose rate both define. If any two lines turn, some neighbours do.
    """
    found = []
    for other in BOARD:
        placed = []
        for key, counts in lines.items():
            if other.id != base.id and base.below(counts) and other.below(counts):
                placed.append((_share(base, counts), _share(other, counts), key))
        placed.sort()
        for (low, was, lower), (high, now, upper) in pairwise(placed):
            if low < high and now < was:
                found.append(Flip(upper, lower, other))
    return found


def _share(measure: Measure, counts: Counts) -> float:
    return measure.above(counts) / measure.below(counts)
