"""Certified copies: applied for, ready, collected, and which times to appeal wait for them.

Each `copy_applied` is answered by the first later `copy_ready` of the same side and accused that no other
took, and that by the first `copy_collected`. The days a copy takes don't count for an appeal (Limitation
Act s. 12(2)); the clocks reckon that themselves, and what they say stands under the copies.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tracker.domain.case import Case, Event
from tracker.domain.matter import effective
from tracker.domain.say import day, days_of
from tracker.services import papers
from tracker.services.office import Office
from tracker.services.papers import Grid, Part, Written
from tracker.services.views import DueRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """One application for a copy. `days` run to the day it was ready, or to today while it isn't."""

    applied_on: date | None
    ready_on: date | None
    collected_on: date | None
    by: str | None
    accused: str | None
    status: str
    days: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Copies:
    """The copies of a case, and the clocks to appeal that run or have run."""

    ref: str
    copies: tuple[Copy, ...]
    clocks: tuple[DueRow, ...]


def copies(office: Office, ref: str, today: date) -> Copies:
    """Return the copies of a case. Raises Refused naming refs that come close."""
    read = papers.read(office, ref, today)
    limits = office.law().limit
    clocks = tuple(row for row in read.view.due if limits[row.limit].copy_time_out)
    return Copies(ref=ref, copies=tuple(of_case(read.found.case, today)), clocks=clocks)


def of_case(case: Case, today: date) -> Iterator[Copy]:
    """Yield each application in order, and copies that came without one."""
    events = effective(case)
    ready = [event for event in events if event.kind == "copy_ready"]
    taken = [event for event in events if event.kind == "copy_collected"]
    for applied in (event for event in events if event.kind == "copy_applied"):
        got = _answering(applied, ready)
        collected = _answering(got or applied, taken)
        yield _copy(applied, got, collected, today)
    for got in list(ready):
        yield _copy(None, got, _answering(got, taken), today)


def _answering(asked: Event, answers: list[Event]) -> Event | None:
    """Take the first answer that isn't earlier and is about the same side and accused, as far as both say."""
    for event in answers:
        same = event.by in (None, asked.by) or asked.by is None
        whose = event.accused in (None, asked.accused) or asked.accused is None
        if event.on >= asked.on and same and whose:
            answers.remove(event)
            return event
    return None


def _copy(applied: Event | None, got: Event | None, collected: Event | None, today: date) -> Copy:
    one = applied or got
    assert one is not None
    until = got.on if got else collected.on if collected else today
    return Copy(
        applied_on=applied.on if applied else None,
        ready_on=got.on if got else None,
        collected_on=collected.on if collected else None,
        by=one.by and str(one.by),
        accused=one.accused,
        status="collected" if collected else "ready, not collected" if got else "awaited",
        days=(until - applied.on).days if applied else None,
    )


def paper(office: Office, ref: str, today: date) -> Written:
    """Return the copies of a case as a paper."""
    found = copies(office, ref, today)
    columns = (("Applied", 12), ("Ready", 12), ("Collected", 12), ("By", 10), ("Whose", 8), ("Days", 8))
    rows = tuple(_row(one) for one in found.copies)
    table = Grid(columns=(*columns, ("Stands", 16)), rows=rows)
    copies_ = Part(heading="Copies", grid=table) if rows else Part(heading="Copies", says=(NONE,))
    clocks = Part(heading="Times to appeal that read them", points=tuple(map(_clock, found.clocks)))
    read = papers.read(office, ref, today)
    parts = (copies_, clocks) if found.clocks else (copies_,)
    return papers.write(read, "copies", f"Certified copies in {ref}", today, parts)


NONE = "No application for a certified copy is on record."


def _row(one: Copy) -> tuple[str, ...]:
    days = (one.applied_on, one.ready_on, one.collected_on)
    shown = tuple(day(on) if on else "–" for on in days)
    return (
        *shown,
        one.by or "–",
        one.accused or "all",
        "–" if one.days is None else f"{one.days:,}",
        one.status,
    )


def _clock(row: DueRow) -> str:
    last = row.due_on_with_copy or row.due_on
    said = f"{row.who}: {row.says.rstrip('.')} ({row.cite}). "
    if last is None:
        return f"{said}{row.why}"
    with_ = f", {day(row.due_on)} without the copying time" if row.due_on_with_copy and row.due_on else ""
    left = f", {days_of(row.days_left)} left" if row.status == "open" and row.days_left is not None else ""
    return f"{said}Last day {day(last)}{with_}; {row.status.replace('_', ' ')}{left}."
