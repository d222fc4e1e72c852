"""What starts a limit, and on whose clock: its own person's, or everybody's still concerned.

An event about accused or victims that names none is about all of them; of the accused, those who had
not left the trial before that day. Where nobody is on file the clock is the case's. Of adjournments the
law counts the number: they give one clock, from the first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from statutes.rows import Limit
from tracker.domain.case import Event
from tracker.domain.lawbook import Book, Running
from tracker.domain.matter import Matter
from tracker.domain.reading import CASE, Reading

OFFENCE = "offence_last_day"
ADJOURNED = "hearing_adjourned"
BESIDES = (OFFENCE, ADJOURNED)
SENTENCE = "sentence_passed"


@dataclass(slots=True)
class Start:
    """What starts a limit for one person or the case; `event` None: not an event of the journal.

    Not frozen only because a frozen one costs four times as much to make; nobody changes one.
    """

    who: str
    on: date
    time: str | None
    kind: str
    event: Event | None


def running(matter: Matter, rows: Book, procedure: Mapping[str, str]) -> Iterator[Running]:
    """Yield the rows that something on file may start, each once."""
    by_start = rows.by_start(procedure)
    found: dict[str, Running] = {}
    for kind in matter.by_kind:
        for row in by_start.get(kind, ()):
            found[row.limit.id] = row
    if matter.offence_last:
        for row in by_start.get(OFFENCE, ()):
            found[row.limit.id] = row
    if ADJOURNED in by_start and any(h.outcome == "adjourned" for h in matter.case.hearings):
        for row in by_start[ADJOURNED]:
            found[row.limit.id] = row
    return iter(found.values())


def starts(limit: Limit, reading: Reading) -> list[list[Start]]:
    """Return what may start the limit, for each person in the order to be tried.

    The row's `start_choice` says which are tried first; the first that the row's conditions allow is
    the start, and with `each` every one is, so that each stands alone.
    """
    by_kind = reading.matter.by_kind
    found: dict[str, list[Start]] = {}
    for kind in limit.starts:
        if kind in BESIDES:
            for start in _besides(kind, limit, reading):
                found.setdefault(start.who, []).append(start)
            continue
        events = by_kind.get(kind)
        if not events or (limit.start_courts and not in_its_court(kind, limit, reading)):
            continue
        for event in events:
            if limit.start_event and not counts(kind, event, limit.start_event):
                continue
            for who in concerned(limit, reading, event):
                start = Start(who, event.on, event.time, kind, event)
                if who in found:
                    found[who].append(start)
                else:
                    found[who] = [start]
    groups = list(found.values())
    for own in groups:
        if len(own) > 1:
            own.sort(key=_moment, reverse=limit.start_choice == "last")
    if limit.start_choice == "each" and limit.on != "hearing":
        return [[start] for own in groups for start in own]
    return groups


def _moment(start: Start | Event) -> tuple[date, str]:
    return start.on, start.time or ""


def _besides(kind: str, limit: Limit, reading: Reading) -> Iterator[Start]:
    """Yield the starts that are not events: the offence itself, and adjournments."""
    matter = reading.matter
    if kind == OFFENCE and matter.offence_last:
        for who in everybody(limit, reading, matter.offence_last):
            yield Start(who, matter.offence_last, None, kind, None)
    if kind == ADJOURNED:
        for day in sorted(h.on for h in matter.case.hearings if h.outcome == "adjourned"):
            yield Start(CASE, day, None, kind, None)


def counts(kind: str, event: Event, asked: Mapping[str, Mapping[str, str]]) -> bool:
    """Answer whether an event carries the keys that the row asks of its kind; "true" stands for a yes."""
    keys = asked.get(kind)
    if not keys:
        return True
    for key, wanted in keys.items():
        found = getattr(event, key, None)
        said = ("true" if found else "false") if isinstance(found, bool) or found is None else str(found)
        if said != wanted:
            return False
    return True


def in_its_court(kind: str, limit: Limit, reading: Reading) -> bool:
    """Answer whether that kind counts in the court that holds the trial; an unknown court bars nothing."""
    courts = limit.start_courts.get(kind) if limit.start_courts else None
    return not courts or reading.court is None or reading.court in courts


def concerned(limit: Limit, reading: Reading, event: Event) -> tuple[str, ...]:
    """Return whose clock an event starts."""
    on = limit.on
    if on == "case":
        return (CASE,)
    if on in ("accused", "person") and event.accused:
        return (event.accused,)
    if on in ("victim", "person"):
        if event.victim:
            return (event.victim,)
        if event.victims:
            return event.victims
    if on == "accused" and event.kind == SENTENCE and not event.accused:
        return sentenced(limit, reading, event)
    return everybody(limit, reading, event.on)


def sentenced(limit: Limit, reading: Reading, event: Event) -> tuple[str, ...]:
    """Return whom a sentence that names nobody is about: the convicted who have none since their conviction.

    So a sentence on one who was tried later does not open the time to appeal of the others again.
    """
    kinds = reading.matter.by_kind
    convicted = kinds.get("convicted", ())
    if not convicted:
        return everybody(limit, reading, event.on)
    earlier = [e for e in kinds[SENTENCE] if _moment(e) < _moment(event)]
    found = []
    for label in reading.accused:
        verdicts = [_moment(e) for e in convicted if e.accused in (None, label) and e.on <= event.on]
        done = [_moment(e) for e in earlier if e.accused in (None, label)]
        if verdicts and not (done and max(done) >= max(verdicts)):
            found.append(label)
    return tuple(found) if reading.accused else (CASE,)


def everybody(limit: Limit, reading: Reading, day: date) -> tuple[str, ...]:
    """Return all whom a start of the case concerns on a day; an appeal decided concerns also those
    who were out of the trial.
    """
    if limit.on == "accused" and reading.accused:
        if not reading.leavers():
            return reading.accused
        still_in = tuple([label for label in reading.accused if not reading.out(label, day)])
        return still_in or (reading.accused if "appeal_decided" in limit.starts else ())
    if limit.on == "victim" and reading.victims:
        return reading.victims
    return (CASE,)


def about(event: Event, who: str, reading: Reading) -> bool:
    """Answer whether an event is about the person of a clock; one that names nobody is about all."""
    if who in reading.accused:
        return event.accused is None or event.accused == who
    if who in reading.victims:
        return who in event.victims or (event.victim == who if event.victim else not event.victims)
    return True
