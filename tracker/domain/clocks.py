"""Law rows and a journal → the clocks of a case: started, met, ended, or blocked by a missing fact.

A clock does not know what day it is: `status` and `days_left` follow from it and a day. Custody is
reckoned in `custody`; everything else is one loop over the rows that something on file starts.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from statutes.rows import Limit, Variant
from tracker.domain import counting, custody
from tracker.domain.clock_days import days_left, status
from tracker.domain.closing import NONE, close, earliest
from tracker.domain.conditions import answer
from tracker.domain.explain import why
from tracker.domain.lawbook import CODES, CUSTODY, Book, Running, book
from tracker.domain.matter import Matter
from tracker.domain.people import No, age_open, fitting
from tracker.domain.reading import CASE, Reading
from tracker.domain.shapes import Clock, Law, Standing
from tracker.domain.starting import Start, about, running, starts

CHILDREN = ("child", "child_16_17")
"""What a row may ask of an accused who is a child in conflict with law."""

__all__ = ["Silent", "days_left", "reckon_clocks", "silent", "status", "why"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Silent:
    """A limit that runs for nobody: `status` is not_started or not_applicable."""

    limit: str
    who: str
    status: str
    why: str
    code: str
    nature: str


def reckon_clocks(matter: Matter, standing: Standing, law: Law) -> tuple[Clock, ...]:
    """Return every clock that has started or is blocked, custody first."""
    rows = book(law)
    reading = Reading(matter, standing.procedure, law, rows)
    clocks = custody.rows(reading, rows)
    waiting: list[tuple[Clock, Limit]] = []
    for row in running(matter, rows, standing.procedure):
        if ruled_out(row, reading):
            continue
        for tried in starts(row.limit, reading):
            clock = first_of(row, tried, reading)
            if clock is not None:
                clocks.append(clock)
                if row.limit.follows:
                    waiting.append((clock, row.limit))
    for clock, limit in waiting:
        follow(clock, limit, clocks)
    return tuple(clocks)


def ruled_out(row: Running, reading: Reading) -> bool:
    """Answer whether nobody in the case can have the limit: by the charges, the journal or the court."""
    asked = row.limit.applies
    if row.asks and id(asked) not in reading.offered and reading.matter.case.charges:
        stands_for_one = (reading.court in asked.or_courts) or not reading.facts.isdisjoint(asked.or_facts)
        if not stands_for_one:
            return True
    kinds = reading.matter.by_kind
    if asked.after and kinds.keys().isdisjoint(asked.after):
        return True
    if asked.with_events and kinds.keys().isdisjoint(asked.with_events):
        return True
    hers = fitting(asked.victim, reading) if asked.victim else ()
    if hers and all(isinstance(found, No) for _, found in hers):
        return True
    if asked.state and reading.state and reading.state != asked.state:
        return True
    if asked.accused:
        if "proclaimed_offender" in asked.accused and "proclaimed_offender" not in kinds:
            return True
        if not reading.children and asked.accused[0] in CHILDREN:
            return True
    court = reading.court
    if court is None:
        return False
    return (bool(asked.courts) and court not in asked.courts) or court in asked.not_courts


def first_of(row: Running, tried: list[Start], reading: Reading) -> Clock | None:
    """Return the clock of the first start that the row's conditions allow."""
    for start in tried:
        clock = clock_of(row, start, reading)
        if clock is not None:
            return clock
    return None


def clock_of(row: Running, start: Start, reading: Reading) -> Clock | None:
    """Return the clock that a start gives, or None where the row does not apply."""
    limit = row.limit
    if not row.since <= start.on <= row.last:
        return None
    missing = None if row.free else answer(limit.applies, reading, start.who, start.on)
    if isinstance(missing, No) or (limit.unit == "share" and reading.gravest(start.who, start.on).life):
        return None
    clock = Clock(
        limit=limit.id,
        who=start.who,
        code=row.code,
        nature=row.nature,
        runs_from=start.kind,
        starts_on=start.on,
        starts_at=start.time,
    )
    if missing:
        blocked(clock, limit, start, reading, missing)
        return clock
    if "child_or_pending" in limit.applies.victim and age_open(start.who, reading):
        clock.because = {"precaution": start.who}
    if limit.number is not None or limit.variants:
        reach(clock, limit, start, reading)
    if clock.blocked_by is None:
        close(clock, limit, start, reading)
    return clock


def blocked(clock: Clock, limit: Limit, start: Start, reading: Reading, missing: str) -> None:
    """Block a clock by the missing fact, unless it can no longer matter: then it has ended."""
    end = earliest(reading.present(limit.ends), NONE, start, reading)
    if end is None:
        clock.blocked_by = missing
        return
    clock.ended_on, clock.ended_why = end.on, end.kind
    clock.because = {"missing": missing}


def reach(clock: Clock, limit: Limit, start: Start, reading: Reading) -> None:
    """Set the days that the limit reaches."""
    variant = chosen(clock, limit, start, reading) if limit.variants else None
    longest = None
    unit = (variant.unit if variant else None) or limit.unit
    if unit == "share":
        terms = reading.gravest(start.who, start.on)
        if terms.missing or not terms.max_months:
            clock.blocked_by = terms.missing or "the longest term is not known"
            return
        longest = terms.max_months
        clock.because = {**clock.because, "max_months": str(longest)}
    if unit == "count":
        tally(clock, reading)
        return
    found = counting.count(limit, start.on, start.time, reading.law.closed, variant, longest)
    clock.due_on, clock.due_at = found.due_on, found.due_at
    clock.outer_on, clock.not_before = found.outer_on, found.not_before
    if limit.copy_time_out and "copy_ready" in reading.matter.by_kind:
        copying(clock, limit, start, reading, variant)


def chosen(clock: Clock, limit: Limit, start: Start, reading: Reading) -> Variant | None:
    """Return the first variant whose condition holds; one that hangs on a missing fact is noted."""
    for place, variant in enumerate(limit.variants, 1):
        found = answer(variant.applies, reading, start.who, start.on)
        if found is None:
            clock.because = {**clock.because, "variant": str(place)}
            return variant
        if not isinstance(found, No):
            clock.because = {**clock.because, "variant_missing": found, "variant_maybe": str(place)}
    return None


def tally(clock: Clock, reading: Reading) -> None:
    """Note the adjournments by who asked for them: the law counts them, not days."""
    asked: dict[str, int] = {}
    for hearing in reading.matter.case.hearings:
        if hearing.outcome == "adjourned":
            by = str(hearing.asked_by or "not_recorded")
            asked[by] = asked.get(by, 0) + 1
    clock.because = {**clock.because, **{f"by_{by}": str(n) for by, n in asked.items()}}


def copying(clock: Clock, limit: Limit, start: Start, reading: Reading, variant: Variant | None) -> None:
    """Set the last day with the copying time out, from the first copy asked for from the judgment on."""
    kinds = reading.matter.by_kind
    by = limit.stop_event.get("appeal_filed", {}).get("by")
    asked = [
        e
        for e in kinds.get("copy_applied", ())
        if e.on >= start.on and about(e, start.who, reading) and (by is None or e.by in (None, by))
    ]
    ready = [
        e for e in kinds["copy_ready"] if about(e, start.who, reading) and (by is None or e.by in (None, by))
    ]
    got = next((e for e in ready if asked and e.on >= asked[0].on), None)
    if got is None:
        return
    applied, closed = asked[0].on, reading.law.closed
    clock.due_on_with_copy = counting.with_copy(limit, start.on, applied, got.on, closed, variant)
    clock.because = {
        **clock.because,
        "copy_applied": applied.isoformat(),
        "copy_ready": got.on.isoformat(),
        "copy_days": str(counting.copying_days(start.on, applied, got.on)),
    }


def follow(clock: Clock, limit: Limit, clocks: list[Clock]) -> None:
    """Set a wait that ends with the latest last day of other limits."""
    days = [
        (one.due_on_with_copy or one.due_on, one.limit)
        for one in clocks
        if one.limit in limit.follows
        and one.due_on
        and (CASE in (clock.who, one.who) or one.who == clock.who)
    ]
    if not days:
        return
    last, id_ = max((day, id_) for day, id_ in days if day)
    clock.because = {**clock.because, "follows": id_, "follows_day": last.isoformat()}
    if limit.minimum:
        clock.not_before = last + timedelta(days=1)
    else:
        clock.due_on = last


def silent(matter: Matter, standing: Standing, law: Law) -> tuple[Silent, ...]:
    """Return the limits that run for nobody, each with its why, in the order of the law."""
    rows = book(law)
    reading = Reading(matter, standing.procedure, law, rows)
    seen = {clock.limit for clock in reckon_clocks(matter, standing, law)}
    found = []
    for limit in law.limits:
        if limit.id not in seen:
            word, reason = quiet(limit, reading, rows)
            found.append(
                Silent(
                    limit=limit.id, who=CASE, status=word, why=reason, code=limit.code, nature=limit.nature
                )
            )
    return tuple(found)


def quiet(limit: Limit, reading: Reading, rows: Book) -> tuple[str, str]:
    """Return why a limit does not run: the other code governs, nothing started it, or it asks for more."""
    row = rows.run(limit, reading.procedure)
    if row is None:
        step = "step" if limit.step == "any" else limit.step
        return "not_applicable", f"the {step} is not governed by the {limit.code}"
    if not limit.starts:
        return "not_started", limit.not_started_why or "nothing that the office records starts it"
    begun = starts(limit, reading)
    if not begun:
        kinds = " or ".join(kind.replace("_", " ") for kind in limit.starts)
        return "not_started", f"it runs from: {kinds}; none that counts is recorded"
    reason = ""
    for start in (one for tried in begun for one in tried):
        if limit.unit == "share" and reading.gravest(start.who, start.on).life:
            reason = reason or "imprisonment for life has no share that could be counted"
        if not row.since <= start.on <= row.last:
            return "not_applicable", f"it was not law on the day that would have started it: {limit.cite}"
        found = answer(limit.applies, reading, start.who, start.on)
        reason = reason or (str(found) if isinstance(found, No) else "")
    if not reason and limit.id.startswith(CUSTODY):
        reason = "the charges on file support another custody band"
    if not reason and limit.code in CODES:
        reason = f"it began before the {limit.code} governed it"
    return "not_applicable", reason or "it does not apply to anyone on file"
