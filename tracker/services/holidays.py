"""Closed days: public holidays, court vacations and the office's own, as rows that the office enters.

Sundays are closed without a row. A library knows the public holidays of Maharashtra, those of the moon as
estimates; courts go by the High Court's own list, which differs. So nothing is closed until somebody of
the office says so: `load` offers the library's days of a year, and the office takes out and adds what its
court's list says. A closed last day moves a limit to the next open one where the rule lets it (General
Clauses Act 1897 s. 10), so every change reckons all cases anew. A second or fourth Saturday is no closed
day unless it is entered: courts do sit on them.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import delete
from sqlmodel import col, select

from tracker.services import days, filing
from tracker.services.office import Office, Refused
from tracker.store.tables import Holiday

LONGEST = 120
"""The most days that one entry may close: a vacation, not a typing mistake."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedDay:
    """One day on which courts are closed."""

    on: date
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """How many days were closed or opened, and how many cases were reckoned anew for it."""

    closed: int = 0
    opened: int = 0
    reckoned: int = 0


def listed(office: Office, year: int | None = None) -> tuple[ClosedDay, ...]:
    """Return the closed days that the office holds, of a year or all."""
    query = select(Holiday).order_by(col(Holiday.on))
    if year is not None:
        query = query.where(col(Holiday.on).between(date(year, 1, 1), date(year, 12, 31)))
    with office.reading() as session:
        return tuple(ClosedDay(on=row.on, name=row.name or "") for row in session.exec(query).all())


def close(office: Office, first: date, last: date | None = None, name: str = "") -> Changed:
    """Enter a closed day, or all from the first to the last. Raises Refused: they turn round, too many."""
    last = last or first
    if last < first:
        raise Refused(f"The days turn round: {last:%d-%m-%Y} is before {first:%d-%m-%Y}")
    if (last - first).days >= LONGEST:
        raise Refused(f"{(last - first).days + 1} closed days in one entry: {LONGEST} are the most")
    return _enter(office, {first + timedelta(days=n): name for n in range((last - first).days + 1)})


def open_again(office: Office, on: date) -> Changed:
    """Take a closed day out. Raises Refused: the office holds none of that day."""
    with office.transaction("setting", "closed days") as session:
        gone = session.get(Holiday, on)
        if gone is None:
            raise Refused(f"{on:%d-%m-%Y} is not among the office's closed days")
        session.execute(delete(Holiday).where(col(Holiday.on) == on))
    return Changed(opened=1, reckoned=_reckon(office))


def known(years: Iterable[int]) -> dict[date, str]:
    """Return the public holidays of Maharashtra as the library has them; those of the moon are estimates."""
    from holidays import country_holidays  # a tenth of a second to import

    return dict(sorted(country_holidays("IN", subdiv="MH", years=list(years)).items()))


def load(office: Office, years: Iterable[int]) -> Changed:
    """Enter the library's public holidays of these years; days that the office holds keep their names."""
    return _enter(office, known(years))


def take(office: Office, path: Path, today: date) -> Changed:
    """Enter the days of a CSV file: a day and its name in a line. Raises Refused naming each bad line."""
    found: dict[date, str] = {}
    faults: list[str] = []
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            for number, cells in enumerate(csv.reader(file), 1):
                if not cells or not cells[0].strip():
                    continue
                try:
                    found[days.day(cells[0], today)] = cells[1].strip() if len(cells) > 1 else ""
                except days.NotADay as error:
                    if number > 1 or any(letter.isdigit() for letter in cells[0]):
                        faults.append(f"{path.name}:{number}: {error}")
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise Refused(f"{path.name}: can't be read as a table ({type(error).__name__})") from error
    if faults:
        raise Refused(*faults)
    return _enter(office, found)


def _enter(office: Office, found: Mapping[date, str]) -> Changed:
    with office.transaction("setting", "closed days") as session:
        there = set(session.exec(select(col(Holiday.on))).all())
        new = [Holiday(on=on, name=name or None) for on, name in sorted(found.items()) if on not in there]
        session.add_all(new)
    return Changed(closed=len(new), reckoned=_reckon(office) if new else 0)


def _reckon(office: Office) -> int:
    office.forget_law()
    return filing.rebuild(office)
