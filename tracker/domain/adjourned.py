"""What the ledger asks of an adjournment beside who asked and why: was it opposed, what costs were ordered.

Both may stay unsaid: then nobody noted it, which is not the same as "no" or "none". They are a record of
what happened; no clock, no flag and no count of the law reads them.
"""

from __future__ import annotations

from collections.abc import Iterator

from tracker.domain.case import Hearing
from tracker.domain.say import rupees

MOST = 10**9
"""The most rupees of costs that are taken; more is a slip of the finger."""


def faults(outcome: str | None, opposed: bool | None, costs: int | None) -> Iterator[str]:
    """Yield what can't be right, the field first."""
    for key, value in (("opposed", opposed), ("costs_rupees", costs)):
        if value is not None and outcome != "adjourned":
            yield f"{key}: is said of an adjournment only; the outcome is {outcome or 'not recorded'}"
    if costs is not None and not 0 <= costs <= MOST:
        yield f"costs_rupees: {costs} is not from 0 to {MOST}; write whole rupees, 0 if none were ordered"


def in_words(hearing: Hearing) -> list[str]:
    """Return what is noted of an adjournment, a few words each."""
    said = [] if hearing.opposed is None else ["opposed" if hearing.opposed else "not opposed"]
    return said + ([] if hearing.costs_rupees is None else [costs(hearing.costs_rupees)])


def costs(amount: int) -> str:
    """Return costs in words."""
    return f"costs Rs {rupees(amount)}" if amount else "no costs"
