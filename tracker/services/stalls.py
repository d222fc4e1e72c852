"""Stall thresholds from the office's own record: past how many days four in five have left a stage.

A fixed number of days flags all of evidence and nothing of cognizance. So for each step and kind of court the
80th percentile of its time is taken, with the open cases counted (Kaplan-Meier), where thirty or more have
80th percentile of its time is taken, with the open cases counted (Kaplan-Meier), where thirty have
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tracker.domain.shapes import Law
from tracker.domain.tally import Window
from tracker.services import annual_course, counting
from tracker.services.office import Office
from tracker.store import annual_queries, reading

SHARE = 0.8
ENOUGH = 30
"""Ended spells below which the office's record is too short to be a rule."""
STEPS: Mapping[str, tuple[int, int]] = {
    "police-report": (0, 1),
    "cognizance": (1, 2),
    "before-charge": (2, 3),
    "first-witness": (3, 4),
    "first witness to result": (4, 5),
}
"""Threshold of `thresholds.toml` to the step it watches: places in a row of `annual_queries.steps`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stall:
    """Days after which a step counts as stalled in that kind of court, and where the number comes from."""

    threshold: str
    court: str | None
    """Kind of court; None: all together."""
    days: int | None
    source: str
    """own: the 80th percentile of this office; rule: its row of thresholds; none: neither."""
    ended: int
    open: int


def thresholds(office: Office, as_of: date) -> tuple[Stall, ...]:
    """Return the threshold of each step, for all courts and for each kind of court on record."""
    with office.reading() as session:
        away = counting.apart(office, session, (), as_of)
        rows: list[Sequence[object]] = [tuple(r) for r in annual_queries.steps(session, (), away.numbers)]
        kinds = reading.court_kinds(session.connection())
        rows += [annual_course.row_of(one, kinds) for _, one in away.families]
    found = []
    for court in (None, *sorted({str(row[7]) for row in rows if row[7]})):
        of = rows if court is None else [row for row in rows if row[7] == court]
        found += [_stall(name, court, of, as_of, office.law()) for name in STEPS]
    return tuple(found)


def _stall(name: str, court: str | None, rows: Sequence[Sequence[object]], as_of: date, law: Law) -> Stall:
    spells = annual_course.spells_of(rows, *STEPS[name], Window(as_of=as_of))
    ended = spells.total - spells.open
    own = spells.quantile(SHARE) if ended >= ENOUGH else None
    rule = law.thresholds.get(name)
    days, source = (own, "own") if own is not None else (rule.days, "rule") if rule else (None, "none")
    return Stall(threshold=name, court=court, days=days, source=source, ended=ended, open=spells.open)
