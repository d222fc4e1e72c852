"""How a clock closed: by the act that the law asks for, in time or late, or by what made it pointless.

An act counts from the start on; on the same day unless the hours put it before. On a clock of the
case, an event about one accused counts once each accused still on trial has such an event.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from statutes.rows import Limit
from tracker.domain.case import Event
from tracker.domain.reading import CASE, Reading
from tracker.domain.shapes import Clock
from tracker.domain.starting import Start, about, counts
from tracker.domain.words import SCOPE

SPAN_OVER = "span_over"
NONE: Mapping[str, Mapping[str, str]] = {}


def close(clock: Clock, limit: Limit, start: Start, reading: Reading) -> None:
    """Set how the clock closed, if it did."""
    stops, ends = reading.present(limit.stops), reading.present(limit.ends)
    met = stopped(stops, limit, start, reading) if stops else None
    end = earliest(ends, NONE, start, reading) if ends else None
    if met and (not end or moment(met) <= moment(end, "~")):
        clock.met_on = met.on
        clock.met_late = late(clock, met)
        clock.because = {**clock.because, "met_by": met.kind}
        if met.time:
            clock.because = {**clock.because, "met_at": met.time}
    elif end:
        clock.ended_on, clock.ended_why = end.on, end.kind
    last = clock.due_on_with_copy or clock.due_on
    if limit.span and last and not clock.met_on and not (clock.ended_on and clock.ended_on <= last):
        clock.ended_on, clock.ended_why = last + timedelta(days=1), SPAN_OVER


def stopped(stops: list[str], limit: Limit, start: Start, reading: Reading) -> Event | None:
    """Return the event that did what the limit asks: any of its stops, or the last of all of them."""
    if limit.stop_choice != "all":
        return earliest(stops, limit.stop_event, start, reading)
    if len(stops) < len(limit.stops):
        return None
    firsts = [earliest([kind], limit.stop_event, start, reading) for kind in stops]
    done = [event for event in firsts if event]
    return max(done, key=moment) if len(done) == len(firsts) else None


def earliest(
    kinds: list[str], asked: Mapping[str, Mapping[str, str]], start: Start, reading: Reading
) -> Event | None:
    """Return the first event that counts for this clock, of kinds that the journal has."""
    by_kind = reading.matter.by_kind
    best: Event | None = None
    pooled: list[Event] = []
    for kind in kinds:
        events = by_kind[kind]
        pooling = start.who == CASE and SCOPE.get(kind) == "accused"
        for event in events:
            if event.on < start.on or not follows(event, start) or (asked and not counts(kind, event, asked)):
                continue
            if not about(event, start.who, reading):
                continue
            if pooling:
                pooled.append(event)
                continue
            if best is None or moment(event) < moment(best):
                best = event
            break
    if pooled:
        together = for_all(sorted(pooled, key=moment), reading)
        if together and (best is None or moment(together) < moment(best)):
            best = together
    return best


def for_all(events: list[Event], reading: Reading) -> Event | None:
    """Return the event with which each accused still on trial has one; one that names none is for all."""
    waiting = set(reading.accused)
    for event in events:
        waiting.discard(event.accused or "")
        if event.accused is None or all(reading.out(label, event.on) for label in waiting):
            return event
    return None


def follows(event: Event, start: Start) -> bool:
    """Answer whether an event of the start's day or later comes after the start."""
    if event is start.event:
        return False
    if event.on > start.on:
        return True
    if event.kind == start.kind:
        return False
    return not (event.time and start.time and event.time < start.time)


def late(clock: Clock, met: Event) -> bool:
    """Answer whether the act came after the last day, or on it after the hour, where both hours are known."""
    last = clock.due_on_with_copy or clock.due_on
    if last is None or met.on < last:
        return False
    if met.on > last:
        return True
    return bool(clock.due_at and met.time and met.time > clock.due_at[11:16])


def moment(event: Event, unknown: str = "") -> tuple[date, str]:
    """Return when an event was; without an hour, at the start of its day."""
    return event.on, event.time or unknown
