"""A case: read it whole, add to its journal, correct a line, open a new one.

The journal only grows. What is recorded is checked first against what the file holds (`journal.faults`)
and against what the journal holds (`following.refusal`); then the line is written and the case reckoned, in
one transaction. Refused, nothing is written.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from sqlalchemy import update
from sqlmodel import Session, col

from tracker.domain import following, horizon, journal, reckon
from tracker.domain.case import Age, Case, Charge, Event
from tracker.domain.matter import FIXED_AHEAD, effective
from tracker.domain.shapes import Clock, Law, Reckoning
from tracker.services import audit, caseview, clocks, filing, fresh, withdrawal
from tracker.services.office import Office, Refused
from tracker.services.views import CaseView, DueRow, Recorded
from tracker.store import queries, reading, writing
from tracker.store.tables import Victim

ADDS_CHARGE = ("added", "invoked")


class OutOfOrder(Refused):
    """The journal doesn't bear this line here; it can be recorded all the same, with a why."""


def show(office: Office, ref: str, today: date) -> CaseView:
    """Return one case whole as it stands on a day; raises Refused naming refs that come close."""
    with office.reading() as session:
        found = fresh.one(office, session, fresh.number_of(session, ref), today)
    return caseview.of(found, office.law(), today)


def history(office: Office, ref: str) -> tuple[dict[str, object], ...]:
    """Return every line of the journal in the order of recording, the corrected and the correcting too."""
    with office.reading() as session:
        case = reading.one_case(session.connection(), fresh.number_of(session, ref))
    return caseview.lines(case.events)


def record(
    office: Office,
    ref: str,
    event: Event,
    today: date,
    *,
    out_of_order: str | None = None,
    with_: str | None = None,
) -> Recorded:
    """Add an event to the journal and say what that did to the case's stage and clocks.

    `out_of_order` is why it is recorded although it can't follow. An age determined becomes the victim's
    age; a charge added or invoked that isn't on file is put there, `with_` naming the offence abetted.
    Raises Refused, with nothing written.
    """
    if out_of_order is not None and not out_of_order.strip():
        raise Refused("To record an event out of order, say why")
    return _enter(office, ref, event, today, out_of_order, None, with_)


def correct(
    office: Office, ref: str, event_id: int, event: Event, today: date, *, out_of_order: str | None = None
) -> Recorded:
    """Put `event` in the place of line `event_id`; both stay in the history. Raises Refused."""
    return _enter(office, ref, event, today, out_of_order, event_id)


def add_case(office: Office, case: Case, today: date) -> CaseView:
    """File a new case. Raises Refused if its ref is taken or it says what no case can."""
    law = office.law()
    with office.transaction() as session:
        connection = session.connection()
        kinds = reading.court_kinds(connection)
        if queries.id_of(session, case.ref) is not None:
            raise Refused(f"There is a case {case.ref} already")
        faults = list(journal.faults(case, law.provision, reading.courts(connection)))
        faults += horizon.faults(case, today)
        if faults:
            raise Refused(*faults)
        number = writing.next_number(connection)
        made = writing.Filing(number, case, reckon.reckon(case, kinds, law))
        (written,) = writing.write_cases(connection, [made])
        ledger = audit.of(session)
        ledger.seal([(number, written)])
        ledger.says("file", "new case", case.ref)
        withdrawal.keep_step(office, session, case.ref)
    return show(office, case.ref, today)


def _enter(
    office: Office,
    ref: str,
    event: Event,
    today: date,
    why: str | None,
    corrects: int | None,
    with_: str | None = None,
) -> Recorded:
    law = office.law()
    with office.transaction() as session:
        connection = session.connection()
        number, before = fresh.opened(session, ref)
        line = _line(event, today, why, corrects)
        after = replace(before, events=(*before.events, line))
        kinds = reading.court_kinds(connection)
        _check(before, after, line, today, kinds, law, list(reading.courts(connection)))
        notes = []
        if charge := _new_charge(before, line, with_):
            after = replace(after, charges=(*after.charges, charge))
            notes.append(f"{charge.provision} was not on file: the charge was added")
        writing.append(connection, number, before, after)
        audit.of(session).says("record" if corrects is None else "correct", line.kind)
        notes += _set_ages(session, number, before, after)
        was = reckon.reckon(before, kinds, law)
        now = filing.refile(session, law, number)
    return _told(ref, was, now, law, today, event=len(after.events), notes=tuple(notes))


def _line(event: Event, today: date, why: str | None, corrects: int | None) -> Event:
    age = event.age
    if age is not None and age.determined_on is None and event.kind == "age_determined":
        age = replace(age, determined_on=event.on)
    return replace(event, age=age, recorded_on=today, out_of_order=why, corrects=corrects)


def _check(
    before: Case,
    after: Case,
    line: Event,
    today: date,
    kinds: dict[str, str],
    law: Law,
    courts: list[str],
) -> None:
    """Raise Refused for a line that the file or the journal doesn't bear."""
    if line.on > today and line.kind not in FIXED_AHEAD:
        raise Refused(
            f"{line.on:%d-%m-%Y} is after today, {today:%d-%m-%Y}: what is still to come isn't recorded"
        )
    stands = replace(before, events=_without(before, line.corrects))
    old = set(journal.faults(before, law.provision, courts))
    faults = [fault for fault in journal.faults(after, law.provision, courts) if fault not in old]
    if faults:  # a person who records one line needs no path to it
        here = f"cases[{after.ref}].events[{len(after.events) - 1}]."
        raise Refused(*(fault.removeprefix(here) for fault in faults))
    if line.out_of_order is None and (reason := following.refusal(stands, line, kinds)):
        raise OutOfOrder(reason)


def _without(case: Case, number: int | None) -> tuple[Event, ...]:
    """Return the lines that count, but the one of that number; raises Refused if it can't be corrected."""
    gone = None
    if number is not None:
        if not 1 <= number <= len(case.events):
            raise Refused(f"The journal of {case.ref} has no line {number}; it has {len(case.events)}")
        gone = case.events[number - 1]
        later = next((n for n, e in enumerate(case.events, 1) if e.corrects == number), None)
        if later is not None:
            raise Refused(f"Line {number} was corrected by line {later} already; correct that one")
    return tuple(replace(event, corrects=None) for event in effective(case) if event is not gone)


def _new_charge(case: Case, line: Event, with_: str | None) -> Charge | None:
    """Return the charge that an event puts on file; None if it is there or the event puts none."""
    if line.kind not in ADDS_CHARGE or line.provision is None:
        return None
    for charge in case.charges:
        same = charge.provision == line.provision
        if same and line.accused in (None, charge.accused) and line.victim in (None, charge.victim):
            return None
    return Charge(accused=line.accused, victim=line.victim, provision=line.provision, with_=with_)


def _set_ages(session: Session, number: int, before: Case, after: Case) -> list[str]:
    """Keep on each victim the age last determined, so that lists know it; return what changed."""
    line = after.events[-1]
    was = before.events[line.corrects - 1] if line.corrects else None
    touched = _aged(line) | (_aged(was) if was else set())
    notes = []
    for code in sorted(touched):
        said = [event.age for event in effective(after) if event.age and code in _aged(event)]
        if not said:
            raise Refused(
                f"The age of {code} on file comes from this line: correct it with another age_determined "
                "that says the age, pending if it isn't known"
            )
        query = update(Victim).where(col(Victim.prosecution_id) == number, col(Victim.code) == code)
        session.execute(query.values(**_columns(said[-1])))
        notes.append(f"The age of {code} on file is now: {str(said[-1].status).replace('_', ' ')}")
    return notes


def _aged(event: Event) -> set[str]:
    if event.kind != "age_determined" or event.age is None:
        return set()
    return {event.victim} if event.victim else set(event.victims)


def _columns(age: Age) -> dict[str, object]:
    return {
        "age_status": str(age.status),
        "years": age.years,
        "years_low": age.years_low,
        "years_high": age.years_high,
        "born_on": age.born_on,
        "basis": str(age.basis) if age.basis else None,
        "determined_on": age.determined_on,
    }


def _told(
    ref: str,
    was: Reckoning,
    now: Reckoning,
    law: Law,
    today: date,
    *,
    event: int,
    notes: tuple[str, ...],
) -> Recorded:
    """Return what changed between two reckonings of a case."""
    old = {_same(clock): clock for clock in was.clocks}
    pairs = [(old.get(_same(clock)), clock) for clock in now.clocks]

    def rows(found: Iterable[Clock]) -> tuple[DueRow, ...]:
        return tuple(clocks.row(ref, clock, law, today) for clock in found)

    return Recorded(
        ref=ref,
        stage=now.standing.stage,
        waiting_for=now.standing.waiting_for,
        opened=rows(clock for before, clock in pairs if before is None),
        met=rows(clock for before, clock in pairs if before and clock.met_on and not before.met_on),
        moved=rows(clock for before, clock in pairs if before and _days(before) != _days(clock)),
        ended=rows(clock for before, clock in pairs if before and clock.ended_on and not before.ended_on),
        event=event,
        notes=notes,
    )


def _same(clock: Clock) -> tuple[object, ...]:
    return clock.limit, clock.who, clock.runs_from, clock.starts_on, clock.starts_at


def _days(clock: Clock) -> tuple[object, ...]:
    return (
        clock.due_on,
        clock.due_at,
        clock.outer_on,
        clock.not_before,
        clock.due_on_with_copy,
        clock.blocked_by,
    )
