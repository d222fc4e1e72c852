"""Rescue attempts over all cases: when, what came of each, why, who was found (by code), days between.

Read from the journals (`rescue_attempted`); a line that was corrected doesn't count. `gap` is the days
since the attempt before in the same case, so that a second raid a year after the first is seen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from tracker.domain.case import Case
from tracker.domain.matter import effective
from tracker.services import gathering
from tracker.services.office import Office
from tracker.store import gathered


@dataclass(frozen=True, slots=True, kw_only=True)
class Rescue:
    """One attempt; `attempt` is its number in its case."""

    on: date
    ref: str
    station: str | None
    attempt: int
    outcome: str | None
    reason: str | None
    found: tuple[str, ...]
    gap: int | None


def rescues(office: Office, filter: str, today: date) -> tuple[Rescue, ...]:
    """Return the attempts of the cases that match, latest first. Raises Refused like `gathering.cases`."""
    found = gathering.cases(office, filter, today, gathered.having_event(["rescue_attempted"]))
    rows = [row for case in found for row in of_case(case)]
    return tuple(sorted(rows, key=lambda row: (-row.on.toordinal(), row.ref, row.attempt)))


def of_case(case: Case) -> Iterator[Rescue]:
    """Yield the attempts of one case in order."""
    before: date | None = None
    attempts = (event for event in effective(case) if event.kind == "rescue_attempted")
    for number, event in enumerate(attempts, 1):
        yield Rescue(
            on=event.on,
            ref=case.ref,
            station=case.fir.police_station if case.fir else None,
            attempt=number,
            outcome=event.outcome and str(event.outcome),
            reason=event.reason,
            found=event.victims or ((event.victim,) if event.victim else ()),
            gap=(event.on - before).days if before else None,
        )
        before = event.on


def summed(rows: Iterable[Rescue]) -> str:
    """Return the attempts in a sentence: how many, what came of them, how many people were found."""
    rows = list(rows)
    by = Counter((row.outcome or "outcome not recorded").replace("_", " ") for row in rows)
    said = ", ".join(f"{many} {what}" for what, many in by.most_common())
    people = sum(len(row.found) for row in rows)
    where = f"{_many(len(rows), 'attempt')} in {_many(len({row.ref for row in rows}), 'case')}"
    return f"{where}: {said}; {_many(people, 'person', 'people')} found."


def _many(number: int, one: str, more: str = "") -> str:
    return f"{number:,} {one if number == 1 else more or one + 's'}"
