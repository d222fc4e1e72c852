"""What is awaited over all cases, so that somebody can ask for it: summonses and warrants that are out,
reports, answers to notes (`domain.awaited`), the first needed first.

A station's list is `tracker awaited "station:malvani" --what summons`: what to ask there before the hearing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tracker.domain.awaited import Awaited, awaited
from tracker.services import gathering
from tracker.services.office import Office
from tracker.store import gathered

WHAT = ("summons", "report", "answer")


@dataclass(frozen=True, slots=True, kw_only=True)
class Chased:
    """One thing awaited in a case; `days` since it is out, `days_left` until it is needed, below 0 past."""

    ref: str
    what: str
    says: str
    whom: str | None
    since: date | None
    days: int | None
    needed_on: date | None
    days_left: int | None
    lost: bool
    lead: str | None


def chased(office: Office, filter: str, today: date, what: str | None = None) -> tuple[Chased, ...]:
    """Return what is awaited in the cases that match. Raises Refused like `gathering.cases`."""
    found = gathering.cases(office, filter, today, gathered.having_awaited())
    rows = [
        _row(case.ref, case.lead, one, today)
        for case in found
        for one in awaited(case)
        if what in (None, one.what)
    ]
    return tuple(sorted(rows, key=lambda row: (row.needed_on or date.max, row.ref, row.says)))


def summed(rows: Sequence[Chased]) -> str:
    """Say how many of each there are, and how many came back in vain or are late."""
    counts = [(sum(row.what == what for row in rows), what) for what in WHAT]
    parts = [f"{many} {what}{_plural(what, many)}" for many, what in counts if many]
    lost = sum(row.lost for row in rows)
    late = sum((row.days_left or 0) < 0 for row in rows)
    parts += [f"{lost} came back in vain"] if lost else []
    parts += [f"{late} past the day needed"] if late else []
    return ", ".join(parts)


def _plural(what: str, many: int) -> str:
    return "" if many == 1 else "es" if what.endswith("s") else "s"


def _row(ref: str, lead: str | None, one: Awaited, today: date) -> Chased:
    return Chased(
        ref=ref,
        what=one.what,
        says=one.says,
        whom=one.whom,
        since=one.since,
        days=(today - one.since).days if one.since else None,
        needed_on=one.needed_on,
        days_left=(one.needed_on - today).days if one.needed_on else None,
        lost=one.lost,
        lead=lead,
    )
