"""What each rate means, and the arithmetic.

Counting follows the national tables (Crime in India, 17A and 18A): trials completed are convictions,
discharges and acquittals; what was abated, withdrawn, compounded, plea-bargained or quashed is outside
the conviction rate; stayed cases stay in pending. A charge-sheeting rate is of all that the police
disposed of, the other one (chapter on human trafficking) of charge sheets and final reports alone.

One decimal, rounded half up; what has no denominator is "–", never nought. Beside each rate stands the
interval of Wilson (1927) at 95 %.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from tracker.domain.tally import Counts

UNDEFINED = "–"
Z = Decimal("1.959963984540054")
"""The normal quantile of a two-sided 95 %."""
SMALL = 10
"""Under this many, a published rate is said as "4 of 7"."""

COMPLETED = ("convicted", "acquitted", "discharged")
WITHOUT_TRIAL = ("abated", "withdrawn", "quashed", "compounded", "plea_bargained")
_TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """k of n in percent with its interval, as printed."""

    k: int
    n: int
    percent: str
    low: str
    high: str


def percent(k: int, n: int) -> str:
    """Return k of n in percent, one decimal rounded half up; "–" of nothing."""
    return UNDEFINED if n == 0 else str((Decimal(100 * k) / n).quantize(_TENTH, ROUND_HALF_UP))


@lru_cache(maxsize=4096)
def rate(k: int, n: int) -> Rate:
    """Return k of n with its Wilson interval. More of k than of n (older cases) has no interval."""
    if n == 0 or k > n:
        return Rate(k=k, n=n, percent=percent(k, n), low=UNDEFINED, high=UNDEFINED)
    low, high = wilson(k, n)
    return Rate(k=k, n=n, percent=percent(k, n), low=_printed(low), high=_printed(high))


def wilson(k: int, n: int) -> tuple[Decimal, Decimal]:
    """Return the bounds, as shares of one, of Wilson's score interval at 95 %."""
    share, square = Decimal(k) / n, Z * Z
    middle = (share + square / (2 * n)) / (1 + square / n)
    half = Z * (share * (1 - share) / n + square / (4 * n * n)).sqrt() / (1 + square / n)
    return Decimal(0) if k == 0 else middle - half, Decimal(1) if k == n else middle + half


def _printed(share: Decimal) -> str:
    return str((share * 100).quantize(_TENTH, ROUND_HALF_UP))


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """By how many points of a hundred a rate changed, with its interval, as printed."""

    points: str
    low: str
    high: str
    chance: bool
    """Whether the interval holds nought: nothing is shown to have changed."""


def change(now: Rate, before: Rate) -> Change | None:
    """Return the change between rates of two samples apart, by Newcombe's interval (1998, method 10).

    None where either has no interval.
    """
    if UNDEFINED in (now.low, before.low):
        return None
    one, two = Decimal(now.k) / now.n, Decimal(before.k) / before.n
    (low1, high1), (low2, high2) = wilson(now.k, now.n), wilson(before.k, before.n)
    apart = one - two
    low = apart - ((one - low1) ** 2 + (high2 - two) ** 2).sqrt()
    high = apart + ((high1 - one) ** 2 + (two - low2) ** 2).sqrt()
    said = [f"{'+' if part > 0 else ''}{_printed(part)}" for part in (apart, low, high)]
    return Change(points=said[0], low=said[1], high=said[2], chance=low <= 0 <= high)


def completed(counts: Counts) -> int:
    """Return the trials completed."""
    return counts.of(*COMPLETED)


def ended(counts: Counts) -> int:
    """Return all that left the court: trials completed, disposed of without trial, transferred, other."""
    return completed(counts) + counts.of(*WITHOUT_TRIAL) + counts.of("transferred", "closure_report", "other")


def conviction(counts: Counts) -> Rate:
    """Return the conviction rate: convicted of trials completed."""
    return rate(counts.of("convicted"), completed(counts))


def police(counts: Counts, kind: str) -> int:
    """Return how many the police disposed of so, whatever the ground."""
    return sum(n for mark, n in counts.marks.items() if mark.split(":")[:2] == ["police", kind])


def charge_sheeting(counts: Counts) -> Rate:
    """Return the charge-sheeting rate of table 17A: charge-sheeted of all disposed of by the police."""
    sheets = police(counts, "charge_sheeted")
    others = ("not_investigated", "transferred", "final_report")
    return rate(sheets, sheets + sum(police(counts, kind) for kind in others))


def charge_sheeting_ahtu(counts: Counts) -> Rate:
    """Return the charge-sheeting rate of tables 14.6 and 14.7: of charge sheets and final reports alone."""
    sheets = police(counts, "charge_sheeted")
    return rate(sheets, sheets + police(counts, "final_report"))


def denominators(counts: Counts) -> dict[str, str]:
    """Return the same convictions over each denominator that is quoted, lest one be taken for another."""
    convicted = counts.of("convicted")
    below = {
        "trials_completed": completed(counts),
        "convicted_or_acquitted": counts.of("convicted", "acquitted"),
        "disposed": ended(counts),
        "charge_sheeted": counts.of("charge_sheeted"),
        "registered": counts.of("registered"),
    }
    return {name: percent(convicted, n) for name, n in below.items()}


def imbalance(counts: Counts) -> int:
    """Return by how much opening and sent for trial exceed the ended and pending; nought if it adds up."""
    return counts.of("opening", "charge_sheeted") - ended(counts) - counts.of("pending")


def investigation_imbalance(counts: Counts) -> int:
    """Return by how much cases under investigation exceed those disposed of and those still with the police.

    What the police disposed of without the day of an FIR on file, or before it, is the difference.
    """
    disposed = sum(n for mark, n in counts.marks.items() if mark.startswith("police:"))
    return counts.of("investigated_before", "registered") - disposed - counts.of("investigated_still")


def lines(counts: Counts) -> dict[str, int]:
    """Return the lines of the court's balance (table T1) that were counted."""
    names = ("opening", "charge_sheeted", *COMPLETED, *WITHOUT_TRIAL, "transferred", "pending", "stayed")
    found = {name: counts.of(name) for name in names}
    found["other"] = counts.of("other", "closure_report")
    return found


def joined(groups: Iterable[Mapping[str, Counts]]) -> dict[str, Counts]:
    """Return groups of several sources added up, key by key."""
    found: dict[str, Counts] = {}
    for one in groups:
        for key, counts in one.items():
            found.setdefault(key, Counts.none()).join(counts)
    return found
