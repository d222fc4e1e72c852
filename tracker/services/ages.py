"""A victim's age: what moves when it is fixed or changed, shown before anything is written, and recording it.

The case is reckoned twice, as it stands and with the age determined, and the two are put side by side. The
custody lines say both what the charges on file give and what those would that come within reach. What is
shown is what recording it does: the same rules compute both.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from tracker.domain import consequences as rules
from tracker.domain import suppose
from tracker.domain.ages import age_of
from tracker.domain.case import Age, Case, Charge, Event, Victim
from tracker.domain.consequences import State
from tracker.domain.matter import Matter
from tracker.domain.reckon import reckon
from tracker.domain.say import day, label
from tracker.domain.shapes import Clock, Flag, Law
from tracker.domain.suggestions import Suggestion
from tracker.domain.words import AgeBasis, AgeStatus, EventKind, FlagKind
from tracker.services import casework, clocks, fresh
from tracker.services.office import Office, Refused
from tracker.services.views import Consequences, DueRow, Recorded
from tracker.store import reading

CUSTODY = "DB-"
"""How the ids of custody rows begin."""


def consequences(office: Office, ref: str, victim: str, age: Age, today: date) -> Consequences:
    """Return in words what that age would move; nothing is written. Raises Refused."""
    law = office.law()
    with office.reading() as session:
        kinds = reading.court_kinds(session.connection())
        case = fresh.one(office, session, fresh.number_of(session, ref), today).case
    person = _person(case, victim)
    before = _state(case, kinds, law)
    later = suppose.aged(case, victim, age, age.determined_on or today)
    after = _state(later, kinds, law)
    added = _with_new(later, before, after, today)
    full = _state(added, kinds, law) if added is not later else after
    came, gone = rules.charges_moved(before, after, law)
    opened, ended, moved = _clocks(ref, before, after, law, today)
    return Consequences(
        ref=ref,
        victim=victim,
        was=said(age_of(person, before.matter)),
        will_be=said(age),
        charges=tuple(came),
        doubts=tuple(gone),
        floor=tuple(rules.floors(before, after, law)),
        court=tuple(rules.court_moved(before, after, law)),
        custody=tuple(_custody(before, after, full)),
        opened=opened,
        ended=ended,
        moved=moved,
        flags=tuple(_flags(before, after)),
    )


def record(
    office: Office,
    ref: str,
    victim: str,
    age: Age,
    today: date,
    *,
    on: date | None = None,
    order_ref: str | None = None,
    note: str | None = None,
) -> Recorded:
    """Record an age as determined; both the old and the new one stay in the journal. Raises Refused."""
    event = Event(
        on=on or today,
        kind=EventKind.AGE_DETERMINED,
        victim=victim,
        age=replace(age, determined_on=on or today),
        order_ref=order_ref,
        note=note,
    )
    return casework.record(office, ref, event, today)


def said(age: Age | None) -> str:
    """Return an age in words: status, years or range, and what it rests on; a range stays a range."""
    if age is None:
        return "not recorded"
    if age.years_low is not None or age.years_high is not None:
        years = f", {_end(age.years_low)} to {_end(age.years_high)}"
    else:
        years = (
            f", {age.years}" if age.years is not None else ", born on a day on file" if age.born_on else ""
        )
    basis = f" ({label(age.basis, AgeBasis)})" if age.basis else ""
    return f"{label(age.status, AgeStatus)}{years}{basis}"


def _end(years: int | None) -> str:
    return "?" if years is None else str(years)


def _person(case: Case, code: str) -> Victim:
    found = next((victim for victim in case.victims if victim.code == code), None)
    if found is None:
        known = ", ".join(victim.code for victim in case.victims)
        raise Refused(f"There is no victim {code} in {case.ref}; there is {known or 'none'}")
    return found


def _state(case: Case, kinds: dict[str, str], law: Law) -> State:
    return rules.state(Matter(case, kinds), reckon(case, kinds, law), law)


def _with_new(later: Case, before: State, after: State, today: date) -> Case:
    """Return the case with the charges on file that only now come within reach."""
    new: list[Suggestion] = [one for key, one in after.now.items() if key not in before.now]
    if not new:
        return later
    charges = tuple(
        Charge(accused=one.accused, victim=one.victim, provision=one.provision, with_=one.with_)
        for one in new
    )
    events = tuple(
        Event(on=today, kind=EventKind.ADDED, accused=one.accused, victim=one.victim, provision=one.provision)
        for one in new
    )
    return replace(later, charges=(*later.charges, *charges), events=(*later.events, *events))


def _custody(before: State, after: State, full: State) -> Iterable[str]:
    """Say of each accused the custody period and its last day: before, after, and with the new charges."""
    was, now, then = (_bands(state) for state in (before, after, full))
    for who in sorted({*was, *now, *then}):
        old, new, added = was.get(who), now.get(who), then.get(who)
        if old != new:
            yield f"{who}: {_band(old)} → {_band(new)}"
        if added != new:
            yield f"{who}: with the new charges on file {_band(new)} → {_band(added)}"
        if old == new == added and old is not None:
            yield f"{who}: stays at {_band(old)}"


def _bands(state: State) -> dict[str, tuple[str, date | None, bool]]:
    """Return by accused the custody row that stands: its limit, last day, and whether it is over."""
    found: dict[str, tuple[str, date | None, bool]] = {}
    for clock in state.reckoning.clocks:
        if clock.limit.startswith(CUSTODY):
            over = bool(clock.met_on or clock.ended_on)
            if clock.who not in found or not over or found[clock.who][2]:
                found[clock.who] = (clock.limit, clock.due_on, over)
    return found


def _band(row: tuple[str, date | None, bool] | None) -> str:
    if row is None:
        return "no custody period runs"
    limit, due, over = row
    days = "90 days" if "90" in limit else "60 days"
    last = f", last day {day(due)}" if due else ", last day not computable"
    return f"{days}{last}{' (over)' if over else ''}"


def _clocks(
    ref: str, before: State, after: State, law: Law, today: date
) -> tuple[tuple[DueRow, ...], tuple[DueRow, ...], tuple[DueRow, ...]]:
    """Return the clocks that open, end and move, but custody's, which has lines of its own.

    One that couldn't be reckoned until the age was known moves, also where it was met long ago.
    """
    old, new = (
        {_same(c): c for c in state.reckoning.clocks if not c.limit.startswith(CUSTODY)}
        for state in (before, after)
    )

    def rows(found: Iterable[Clock]) -> tuple[DueRow, ...]:
        return tuple(clocks.row(ref, clock, law, today) for clock in found)

    return (
        rows(clock for key, clock in new.items() if key not in old),
        rows(
            [c for key, c in old.items() if key not in new]
            + [c for key, c in new.items() if key in old and _ends(old[key], c)]
        ),
        rows(
            clock
            for key, clock in new.items()
            if key in old and _days(clock) != _days(old[key]) and not _ends(old[key], clock)
        ),
    )


def _same(clock: Clock) -> tuple[object, ...]:
    return clock.limit, clock.who, clock.runs_from, clock.starts_on, clock.starts_at


def _days(clock: Clock) -> tuple[object, ...]:
    return clock.due_on, clock.due_at, clock.outer_on, clock.not_before, clock.blocked_by


def _ends(before: Clock, after: Clock) -> bool:
    return _done(after) and not _done(before) and not before.blocked_by


def _done(clock: Clock) -> bool:
    return bool(clock.met_on or clock.ended_on)


def _flags(before: State, after: State) -> Iterable[str]:
    def key(flag: Flag) -> tuple[str, str]:
        return flag.kind, flag.who

    old, new = ({key(f) for f in s.reckoning.flags if f.holds_until is None} for s in (before, after))
    for kind, who in sorted(new - old):
        yield f"rises: {label(kind, FlagKind)} ({who})"
    for kind, who in sorted(old - new):
        yield f"goes: {label(kind, FlagKind)} ({who})"
