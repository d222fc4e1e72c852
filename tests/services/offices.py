"""A few invented cases that the tests of the services share. Today is 24-11-2026."""

from __future__ import annotations

from datetime import date

from tracker.domain import words
from tracker.domain.case import (
    Accused,
    Age,
    Case,
    Charge,
    Event,
    Fir,
    Hearing,
    Offence,
    Proceeding,
    Victim,
)
from tracker.domain.words import AgeStatus, EventKind

TODAY = date(2026, 11, 24)


def event(on: date, kind: str, **more: object) -> Event:
    """Return a line of a journal."""
    return Event(on=on, kind=EventKind(kind), **more)  # type: ignore[arg-type]


def in_custody() -> Case:
    """Return a case of September 2026: A1 in custody since 11-09, V1 a minor, V2 unsettled; no sheet."""
    return Case(
        ref="MUM-2026-001",
        title="State v A1",
        lead="asha",
        tags=("home-based",),
        fir=Fir(number="412", year=2026, registered_on=date(2026, 9, 10), police_station="Malvani East"),
        offence=Offence(first_on=date(2026, 9, 1), last_on=date(2026, 9, 9)),
        accused=(Accused(label="A1", name="Salim Sheikh", role=words.Role.TRAFFICKER),),
        victims=(
            Victim(code="V1", age=Age(status=AgeStatus.MINOR, years=16, determined_on=date(2026, 9, 14))),
            Victim(code="V2", age=Age(status=AgeStatus.PENDING)),
        ),
        charges=(
            Charge(accused="A1", provision="BNS-143-2"),
            Charge(accused="A1", victim="V1", provision="POCSO-4-1"),
        ),
        proceedings=(
            Proceeding(
                key="trial", kind=words.ProceedingKind.TRIAL, court="dindoshi-11", cnr="MHCC050012342026"
            ),
            Proceeding(key="bail", kind=words.ProceedingKind.BAIL, court="sewree-3"),
        ),
        events=(
            event(date(2026, 9, 10), "fir_registered"),
            event(date(2026, 9, 10), "arrested", accused="A1"),
            event(date(2026, 9, 11), "remanded", accused="A1"),
        ),
        hearings=(
            Hearing(
                on=date(2026, 11, 10),
                proceeding="trial",
                purpose=words.Purpose.REMAND,
                advocate="asha",
                outcome=words.HearingOutcome.ADJOURNED,
                asked_by=words.AskedBy.DEFENCE,
                next_on=date(2026, 11, 24),
            ),
            Hearing(on=date(2026, 11, 24), proceeding="trial", purpose=words.Purpose.REMAND, advocate="asha"),
            Hearing(on=date(2026, 11, 26), proceeding="bail", purpose=words.Purpose.BAIL, advocate="asha"),
        ),
    )


def old_trial() -> Case:
    """Return a case of 2019 under the old codes, at prosecution evidence since 2021, led by Bina."""
    return Case(
        ref="PUN-2019-014",
        title="State v A1 and another",
        lead="bina",
        fir=Fir(number="77", year=2019, registered_on=date(2019, 3, 4), police_station="Faraskhana"),
        offence=Offence(first_on=date(2019, 3, 1), last_on=date(2019, 3, 3)),
        accused=(Accused(label="A1", name="Rao"), Accused(label="A2")),
        victims=(Victim(code="V1", age=Age(status=AgeStatus.ADULT, years=24)),),
        charges=(Charge(accused="A1", provision="IPC-370-2"), Charge(accused="A2", provision="ITPA-4-1")),
        proceedings=(Proceeding(key="trial", kind=words.ProceedingKind.TRIAL, court="sewree-3"),),
        events=(
            event(date(2019, 3, 4), "fir_registered"),
            event(date(2019, 5, 2), "charge_sheet_filed"),
            event(date(2019, 6, 3), "cognizance_taken"),
            event(date(2020, 1, 10), "charges_framed"),
            event(date(2021, 2, 8), "prosecution_evidence_opened"),
        ),
        hearings=(Hearing(on=date(2026, 12, 4), proceeding="trial", advocate="bina"),),
    )


def bare_register() -> Case:
    """Return what an old register may hold: a ref, and that the case was closed."""
    return Case(ref="THA-2015-003", events=(event(date(2016, 4, 1), "closed"),))


def three() -> tuple[Case, Case, Case]:
    """Return the three cases."""
    return in_custody(), old_trial(), bare_register()
