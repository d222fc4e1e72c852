"""A case's first page: what an FIR says, made into a case of the office; the rest is recorded later."""

from __future__ import annotations

from datetime import date

from tracker.domain import words
from tracker.domain.case import Accused, Case, Charge, Event, Fir
from tracker.services import alike, casework, sections
from tracker.services.alike import Alike
from tracker.services.office import Office, Refused
from tracker.services.views import CaseView


def case_of(
    *,
    today: date,
    ref: str,
    title: str | None = None,
    number: str | None = None,
    year: int | None = None,
    registered_on: date | None = None,
    station: str | None = None,
    district: str | None = None,
    sections: str | None = None,
    lead: str | None = None,
    name: str | None = None,
    sex: str | None = None,
    role: str | None = None,
) -> Case:
    """Return the case that a form says, with its FIR as the first line of the journal.

    Raises Refused: an FIR of tomorrow.
    """
    accused = Accused(
        label="A1",
        name=name,
        sex=words.Sex(sex) if sex else None,
        role=words.Role(role) if role else None,
    )
    if registered_on and registered_on > today:
        raise Refused(f"registered: {registered_on:%d-%m-%Y} is after today, {today:%d-%m-%Y}")
    fir = None
    if number or station or registered_on:
        fir = Fir(
            number=number, year=year, registered_on=registered_on, police_station=station, district=district
        )
    events = (
        (Event(on=registered_on, kind=words.EventKind.FIR_REGISTERED, recorded_on=today),)
        if registered_on
        else ()
    )
    return Case(
        ref=ref,
        title=title,
        fir=fir,
        lead=lead,
        accused=(accused,),
        charges=_charges(sections or ""),
        events=events,
    )


def number_of(said: str | None, registered_on: date | None) -> tuple[str | None, int | None]:
    """Return the number and the year of an FIR as "412/2026" says them; without a year, that of its day.

    Raises ValueError: the year can't be read.
    """
    number, _, year = (said or "").partition("/")
    if year and not (year.strip().isdecimal() and len(year.strip()) == 4):
        raise ValueError("write the year with four digits, as 412/2026")
    return number.strip() or None, int(year) if year else registered_on.year if registered_on else None


def add(office: Office, case: Case, today: date, *, looked: bool = True) -> CaseView | tuple[Alike, ...]:
    """File the case; or, unless somebody has `looked` at them, return the cases that it looks like.

    Raises Refused, with nothing written.
    """
    if not looked and (twins := alike.of(office, case)):
        return twins
    return casework.add_case(office, case, today)


def _charges(text: str) -> tuple[Charge, ...]:
    return tuple(
        Charge(accused="A1", provision=one.provision, as_written=one.as_written)
        for one in sections.read(text)
    )


def echo(office: Office, text: str, number: str, station: str) -> str:
    """Return how the sections were read, and which cases have that FIR number at that station."""
    lines = [f"{one.as_written} → {one.says}" for one in sections.read(text)]
    plain, _, year = number.partition("/")
    if plain.strip() and station.strip():
        fir = Fir(number=plain, year=int(year) if year.isdigit() else None, police_station=station)
        for twin in alike.of(office, Case(ref="", fir=fir))[:3]:
            lines.append(
                f"!! Already here? {twin.ref}: {twin.title or 'no title'} ({twin.fir}, same station)"
            )
    return "\n".join(lines)
