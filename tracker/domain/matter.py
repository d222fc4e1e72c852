"""A case laid out for the rules: its journal in order, by kind and by person, made once per reckoning.

The journal that counts is the events no later line corrects, by day, then hour, then order of
recording. An event about an accused that names none is about all of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from tracker.domain import words
from tracker.domain.case import Case, Event, Victim

FIXED_AHEAD = frozenset({"evidence_date_fixed"})
"""Kinds dated by a day still to come: they are known before their day."""


def effective(case: Case) -> list[Event]:
    """Return the events that count, in order: by day, hour, and place in the journal."""
    gone = {event.corrects for event in case.events if event.corrects}
    kept = [event for place, event in enumerate(case.events, 1) if place not in gone]
    kept.sort(key=lambda event: (event.on, event.time or ""))
    return kept


def known_to(case: Case) -> date | None:
    """Return the last day of the record: events, hearings with an outcome, the FIR, the disposal."""
    days = [event.on for event in case.events if event.kind not in FIXED_AHEAD]
    days += [hearing.on for hearing in case.hearings if hearing.outcome]
    if case.fir and case.fir.registered_on:
        days.append(case.fir.registered_on)
    if case.disposal and case.disposal.on:
        days.append(case.disposal.on)
    return max(days, default=None)


def cut(case: Case, day: date) -> Case:
    """Return the case as its journal stood at the end of `day`; later outcomes are not known yet."""
    last = known_to(case)
    if last is None or last <= day:
        return case
    dropped = {n for n, e in enumerate(case.events, 1) if e.on > day and e.kind not in FIXED_AHEAD}
    place = {n: i for i, n in enumerate((n for n in range(1, len(case.events) + 1) if n not in dropped), 1)}
    events = tuple(
        replace(event, corrects=place.get(event.corrects)) if event.corrects else event
        for n, event in enumerate(case.events, 1)
        if n not in dropped
    )
    hearings = tuple(
        replace(hearing, outcome=None, asked_by=None, reason=None, next_on=None, next_purpose=None)
        if hearing.on > day and hearing.outcome
        else hearing
        for hearing in case.hearings
    )
    disposal = case.disposal
    if disposal and disposal.on and disposal.on > day:
        disposal = None
    fir = case.fir
    if fir and fir.registered_on and fir.registered_on > day:
        fir = replace(fir, number=None, year=None, registered_on=None, time=None, mode=None)
    return replace(case, fir=fir, events=events, hearings=hearings, disposal=disposal)


class Matter:
    """One case with its journal in order; read by stages, clocks, charges and flags."""

    __slots__ = (
        "ages",
        "by_kind",
        "case",
        "court_kinds",
        "events",
        "fir_on",
        "offence_first",
        "offence_last",
    )

    def __init__(self, case: Case, court_kinds: Mapping[str, str]) -> None:
        """Lay the case out. `court_kinds` is court key to kind of court."""
        self.case = case
        self.court_kinds = court_kinds
        self.events = _with_fir(case, effective(case))
        self.by_kind: dict[str, list[Event]] = {}
        for event in self.events:
            self.by_kind.setdefault(event.kind, []).append(event)
        filed = self.first("fir_registered")
        self.fir_on: date | None = (case.fir and case.fir.registered_on) or (filed.on if filed else None)
        self.offence_first = case.offence.first_on if case.offence else None
        self.offence_last = (case.offence.last_on or self.offence_first) if case.offence else None
        self.ages: dict[tuple[int, date | None], tuple[Victim, int | None, int | None]] = {}
        """What `ages.bounds` has answered: it is asked of each victim for every limit and charge."""

    def first(self, kind: str, accused: str | None = None) -> Event | None:
        """Return the first event of the kind; with `accused`, the first that touches that accused."""
        return next((e for e in self.by_kind.get(kind, ()) if _touches(e, accused)), None)

    def last(self, kind: str, accused: str | None = None) -> Event | None:
        """Return the last event of the kind; with `accused`, the last that touches that accused."""
        return next((e for e in reversed(self.by_kind.get(kind, ())) if _touches(e, accused)), None)

    def trial_court(self) -> str | None:
        """Return the kind of the court that holds the trial, the latest named; None if not known."""
        known = (key for key in self._trial_courts() if key in self.court_kinds)
        return next((self.court_kinds[key] for key in known), None)

    def trial_court_key(self) -> str | None:
        """Return the court that holds the trial, the latest named; None if not known."""
        return next(self._trial_courts(), None)

    def _trial_courts(self) -> Iterator[str]:
        for event in reversed(self.by_kind.get("transferred", ())):
            if event.court:
                yield event.court
        for proceeding in self.case.proceedings:
            if proceeding.kind == "trial" and proceeding.court:
                yield proceeding.court

    def victim(self, code: str | None) -> Victim | None:
        """Return the victim of that code."""
        return next((v for v in self.case.victims if v.code == code), None)


def _with_fir(case: Case, events: list[Event]) -> list[Event]:
    """Add the registration of an FIR that the file gives with its day, but not in the journal."""
    fir = case.fir
    if fir is None or fir.registered_on is None or any(e.kind == "fir_registered" for e in events):
        return events
    event = Event(on=fir.registered_on, kind=words.EventKind.FIR_REGISTERED, time=fir.time)
    return sorted([*events, event], key=lambda one: (one.on, one.time or ""))


def _touches(event: Event, accused: str | None) -> bool:
    return accused is None or event.accused is None or event.accused == accused
