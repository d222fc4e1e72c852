"""Lots: where the generator's chances come from. Same seed and number, same lots, on every machine.

A lot is a byte of the SHAKE-128 stream of "seed-number" (FIPS 202). Two microseconds buy all lots of
a case, where seeding `random.Random` costs ten before the first draw. A share is a tuple of
256 things, one a byte, so that a draw is one look-up.
"""

from __future__ import annotations

from collections.abc import Callable
from hashlib import shake_128
from typing import TypeVar

Thing = TypeVar("Thing")
Draw = Callable[[], int]
"""Gives the next lot, 0 to 255."""

ENOUGH = 640
"""Lots a case may use; the richest case that can be drawn uses fewer (a test counts)."""


def lots(seed: int, number: int) -> Draw:
    """Return the lots of one case: a function that gives the next, 0 to 255."""
    return iter(shake_128(b"%d-%d" % (seed, number)).digest(ENOUGH)).__next__


def shares(*weighted: tuple[Thing, int]) -> tuple[Thing, ...]:
    """Return 256 things in proportion to their weights, in the order given.

    Every thing with a weight has at least one place of the 256 only if its share allows it.
    """
    total = sum(weight for _, weight in weighted)
    spread: list[Thing] = []
    upto = 0
    for thing, weight in weighted:
        upto += weight
        spread += [thing] * (round(256 * upto / total) - len(spread))
    return tuple(spread)
