"""Stall thresholds from the office's own record: past how many days four in five have left a stage.

A fixed number of days flags all of evidence and nothing of cognizance. So for each step and kind of court the
80th percentile of its time is taken, with the open cases counted (Kaplan-Meier), where thirty have
reached the next step; below that the office's row of thresholds stands. The police are in no court: their
step is that of the whole office.

Flags go by what was last measured (`measure`), never by what could be measured today: so they stay as they
are until somebody measures anew, and what is kept is what a fresh computation gives. A number that
the office set itself (`set_days`) goes before both.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlmodel import delete

from tracker.domain.flag_course import MEASURED
from tracker.domain.flag_words import SET
from tracker.domain.shapes import Law, Measured
from tracker.domain.tally import Window
from tracker.services import annual_course, audit, bulk, counting, filing
from tracker.services.filing import Progress
from tracker.services.office import Office, Refused, law_of_session
from tracker.store import annual_queries, reading
from tracker.store.office_tables import StallMeasure, StallRule

SHARE = 0.8
MOST = 3650
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


@dataclass(frozen=True, slots=True, kw_only=True)
class InForce:
    """The days by which flags go, of one threshold and kind of court, and where they come from."""

    threshold: str
    stage: str
    waiting_for: str | None
    court: str | None
    days: int
    breach_days: int | None
    source: str
    """measured: the office's record; set: the office's own number; rule: the row's own limit."""
    ended: int | None = None
    open: int | None = None
    on: date | None = None


def in_force(office: Office) -> tuple[InForce, ...]:
    """Return the thresholds by which flags go: each row's own or the office's, then what was measured."""
    law, found = office.law(), []
    for row in law.thresholds.values():
        if row.counts != "days" or row.stage == "any":
            continue
        line = InForce(
            threshold=row.id,
            stage=row.stage,
            waiting_for=row.waiting_for,
            court=None,
            days=row.days,
            breach_days=row.breach_days,
            source="set" if row.source == SET else "rule",
        )
        found.append(line)
        for (name, court), own in sorted(law.measured.items()):
            if name == row.id:
                worse = row.breach_days if (row.breach_days or 0) > own.days else None
                line = replace(line, court=court or None, source="measured", days=own.days, breach_days=worse)
                found.append(replace(line, ended=own.ended, open=own.open, on=own.on))
    return tuple(found)


def measure(office: Office, today: date, progress: Progress | None = None) -> bool:
    """Measure every threshold on the office's record and let the flags go by them; say whether any moved.

    One transaction. If the days are those measured before, only the day and the numbers behind them change;
    else every case is reckoned anew. Raises Refused where the database says no.
    """
    fresh = {
        (one.threshold, one.court or ""): Measured(days=one.days, ended=one.ended, open=one.open, on=today)
        for one in thresholds(office, today)
        if one.source == "own" and one.days is not None and MEASURED.get(one.threshold) == bool(one.court)
    }
    with bulk.many(), office.transaction() as session:
        law = office.law()
        session.execute(delete(StallMeasure))
        for (name, court), own in fresh.items():
            session.add(
                StallMeasure(id=name, court=court, days=own.days, ended=own.ended, open=own.open, on=own.on)
            )
        fixed = {key for key, row in law.thresholds.items() if row.source == SET}
        now = {key: own for key, own in fresh.items() if key[0] not in fixed}
        moved = {key: own.days for key, own in now.items()} != {
            k: own.days for k, own in law.measured.items()
        }
        audit.of(session).says("rebuild", f"stall thresholds measured: {len(fresh)}")
        session.flush()
        if moved:
            filing.rebuild_in(session, replace(law, measured=now), progress)
    office.forget_law()
    return moved


def set_days(office: Office, threshold: str, days: int | None, breach_days: int | None = None) -> None:
    """Let flags of a threshold go by the office's own number of days; None: by the row again.

    Every case is reckoned anew, in one transaction. Raises Refused: no such threshold, or no such days.
    """
    rows = {row.id for row in office.law().thresholds.values() if row.counts == "days" and row.stage != "any"}
    if threshold not in rows:
        raise Refused(f"threshold: {threshold!r} is not one of {', '.join(sorted(rows))}")
    if days is not None and not 1 <= days <= MOST:
        raise Refused(f"days: {days} is not a number of days from 1 to {MOST}")
    if breach_days is not None and (days is None or not days < breach_days <= MOST):
        raise Refused(f"worse: {breach_days} must be more than the days, and at most {MOST}")
    with bulk.many(), office.transaction() as session:
        there = session.get(StallRule, threshold)
        if there is not None:
            session.delete(there)
            session.flush()
        if days is not None:
            session.add(StallRule(id=threshold, days=days, breach_days=breach_days))
        said = f"{days} days" if days is not None else "the row's own days"
        audit.of(session).says("rebuild", f"stall threshold {threshold}: {said}")
        session.flush()
        filing.rebuild_in(session, law_of_session(session))
    office.forget_law()


def _stall(name: str, court: str | None, rows: Sequence[Sequence[object]], as_of: date, law: Law) -> Stall:
    spells = annual_course.spells_of(rows, *STEPS[name], Window(as_of=as_of))
    ended = spells.total - spells.open
    own = spells.quantile(SHARE) if ended >= ENOUGH else None
    rule = law.thresholds.get(name)
    days, source = (own, "own") if own is not None else (rule.days, "rule") if rule else (None, "none")
    return Stall(threshold=name, court=court, days=days, source=source, ended=ended, open=spells.open)
