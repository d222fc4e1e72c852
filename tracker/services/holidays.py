"""Closed days: public holidays, court vacations and the office's own, as rows that the office enters.

A day is closed for all courts, or for one: its vacation moves the last days of the cases tried there.
Sundays are closed without a row. A library knows the public holidays of Maharashtra, those of the moon as
estimates; courts go by the High Court's own list, which differs. So nothing is closed until somebody of
the office says so: `load` offers the library's days of a year, and the office takes out and adds what its
court's list says. A closed last day moves a limit to the next open one where the rule lets it (General
Clauses Act 1897 s. 10), so every change reckons all cases anew. A second or fourth Saturday is no closed
day unless it is entered: courts do sit on them.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import delete
from sqlmodel import col, select

from tracker.services import closings, days, filing
from tracker.services.calendar import courts_meant
from tracker.services.office import Office, Refused
from tracker.store.office_tables import Holiday, Vacation

Day = tuple[str | None, date]
"""The court that is closed, None for all, and the day."""
LONGEST = 120
"""The most days that one entry may close: a vacation, not a typing mistake."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedDay:
    """One day on which all courts, or one, are closed."""

    on: date
    name: str
    court: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """How many days were closed or opened, and how many cases were reckoned anew for it."""

    closed: int = 0
    opened: int = 0
    reckoned: int = 0


def listed(office: Office, year: int | None = None) -> tuple[ClosedDay, ...]:
    """Return the closed days that the office holds, of a year or all, those of all courts first."""
    span = (date(year or 1, 1, 1), date(year or 9999, 12, 31))
    with office.reading() as session:
        closed = closings.between(session, *span)
    everywhere = [ClosedDay(on=on, name=_named(name, "closed")) for on, name in closed.days.items()]
    own = [
        ClosedDay(on=on, name=_named(name, "vacation"), court=court)
        for (court, on), name in closed.courts.items()
    ]
    return tuple(sorted((*everywhere, *own), key=lambda one: (one.on, one.court or "")))


def close(
    office: Office, first: date, last: date | None = None, name: str = "", court: str | None = None
) -> Changed:
    """Enter a closed day, or all from the first to the last, of all courts or of those meant by `court`.

    Raises Refused: they turn round, too many, no such court.
    """
    last = last or first
    if last < first:
        raise Refused(f"The days turn round: {last:%d-%m-%Y} is before {first:%d-%m-%Y}")
    if (last - first).days >= LONGEST:
        raise Refused(f"{(last - first).days + 1} closed days in one entry: {LONGEST} are the most")
    with office.reading() as session:
        courts: Sequence[str | None] = courts_meant(session, court) or (None,)
    span = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    return _enter(office, {(key, on): name for key in courts for on in span})


def open_again(office: Office, on: date, court: str | None = None) -> Changed:
    """Take a closed day out. Raises Refused: the office holds none of that day."""
    with office.transaction("setting", "closed days") as session:
        if court is None:
            gone = session.get(Holiday, on)
            session.execute(delete(Holiday).where(col(Holiday.on) == on))
            opened = int(gone is not None)
        else:
            of = col(Vacation.court).in_(courts_meant(session, court) or ())
            there = session.exec(select(Vacation).where(of, col(Vacation.on) == on)).all()
            session.execute(delete(Vacation).where(of, col(Vacation.on) == on))
            opened = len(there)
        if not opened:
            where = f" of {court}" if court else ""
            raise Refused(f"{on:%d-%m-%Y} is not among the office's closed days{where}")
    return Changed(opened=opened, reckoned=_reckon(office))


def _named(name: str, nothing: str) -> str:
    return "" if name == nothing else name


def known(years: Iterable[int]) -> dict[date, str]:
    """Return the public holidays of Maharashtra as the library has them; those of the moon are estimates."""
    from holidays import country_holidays  # a tenth of a second to import

    return dict(sorted(country_holidays("IN", subdiv="MH", years=list(years)).items()))


def load(office: Office, years: Iterable[int]) -> Changed:
    """Enter the library's public holidays of these years; days that the office holds keep their names."""
    return _enter(office, {(None, on): name for on, name in known(years).items()})


def take(office: Office, path: Path, today: date) -> Changed:
    """Enter the days of a CSV file: a day, its name and maybe a court in a line.

    Raises Refused naming each bad line, with nothing entered.
    """
    found: dict[Day, str] = {}
    faults: list[str] = []
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            for number, cells in enumerate(csv.reader(file), 1):
                if not cells or not cells[0].strip():
                    continue
                try:
                    on, name, court = (
                        days.day(cells[0], today),
                        *(cell.strip() for cell in [*cells, "", ""][1:3]),
                    )
                    keys = _courts(office, court)
                    found |= {(key, on): name for key in keys}
                except Refused as error:
                    faults += [f"{path.name}:{number}: {fault}" for fault in error.faults]
                except days.NotADay as error:
                    if number > 1 or any(letter.isdigit() for letter in cells[0]):
                        faults.append(f"{path.name}:{number}: {error}")
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise Refused(f"{path.name}: can't be read as a table ({type(error).__name__})") from error
    if faults:
        raise Refused(*faults)
    return _enter(office, found)


def _courts(office: Office, said: str) -> Sequence[str | None]:
    if not said:
        return (None,)
    with office.reading() as session:
        return courts_meant(session, said) or ()


def _enter(office: Office, found: Mapping[Day, str]) -> Changed:
    with office.transaction("setting", "closed days") as session:
        there: set[Day] = {(None, on) for on in session.exec(select(col(Holiday.on))).all()}
        there |= {(key, on) for key, on in session.exec(select(col(Vacation.court), col(Vacation.on))).all()}
        new = [(key, on, name or None) for (key, on), name in found.items() if (key, on) not in there]
        session.add_all(Holiday(on=on, name=name) for key, on, name in new if key is None)
        session.add_all(Vacation(court=key, on=on, name=name) for key, on, name in new if key is not None)
    return Changed(closed=len(new), reckoned=_reckon(office) if new else 0)


def _reckon(office: Office) -> int:
    office.forget_law()
    return filing.rebuild(office)
