"""A case's first page: what an FIR says, made into a case of the office; the rest is recorded later."""

from __future__ import annotations

from datetime import date

from tracker.domain import words
from tracker.domain.case import Accused, Case, Charge, Event, Fir
from tracker.services import casework, docket, sections
from tracker.services.office import Office
from tracker.services.views import CaseView


def add(
    office: Office,
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
    sex: str | None = None,
    role: str | None = None,
) -> CaseView:
    """File the case with its FIR as the first line of the journal. Raises Refused, with nothing written."""
    accused = Accused(
        label="A1",
        sex=words.Sex(sex) if sex else None,
        role=words.Role(role) if role else None,
    )
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
    case = Case(
        ref=ref,
        title=title,
        fir=fir,
        lead=lead,
        accused=(accused,),
        charges=_charges(sections or ""),
        events=events,
    )
    return casework.add_case(office, case, today)


def _charges(text: str) -> tuple[Charge, ...]:
    return tuple(
        Charge(accused="A1", provision=one.provision, as_written=one.as_written)
        for one in sections.read(text)
    )


def echo(office: Office, text: str, number: str, station: str, today: date) -> str:
    """Return how the sections were read, and which cases look like this one. Raises Refused."""
    lines = [f"{one.as_written} → {one.says}" for one in sections.read(text)]
    number = number.partition("/")[0].replace('"', "")
    if number and station:
        asked = f'"{number}" station:"{station.replace(chr(34), "")}"'
        for row in docket.page(office, asked, today, limit=3).rows:
            lines.append(f"!! Already here? {row.ref}: {row.title or 'no title'} ({number}, same station)")
    return "\n".join(lines)
