"""What an office adds to the law rows: closed days, its own thresholds and those of its own record.

Read as the driver gives them: lists read this too, and would wait for the tables to be declared, or for
five statements to be put together, which took longer than the list.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from sqlmodel import Session

from tracker.store import database


class Rule(NamedTuple):
    """A stall threshold that the office set."""

    id: str
    days: int
    breach_days: int | None


class Measure(NamedTuple):
    """A threshold from the office's own record, with what it was counted from, on a day."""

    id: str
    court: str
    days: int
    ended: int
    open: int
    on: date


def holidays(session: Session) -> list[date]:
    """Return the days on which all courts are closed, beside Sundays."""
    connection = session.connection()
    day = database.day_reader(connection)
    read = [day(on) for (on,) in database.read_rows(connection, 'SELECT "on" FROM holiday')]
    return [on for on in read if on]


def vacations(session: Session) -> list[tuple[str, date]]:
    """Return (court, day) of the days on which one court alone is closed."""
    connection = session.connection()
    day = database.day_reader(connection)
    rows = database.read_rows(connection, 'SELECT court, "on" FROM vacation')
    return [(court, on) for court, said in rows if (on := day(said))]


def rules(session: Session) -> list[Rule]:
    """Return the office's own stall thresholds."""
    rows = database.read_rows(session.connection(), "SELECT id, days, breach_days FROM stallrule")
    return [Rule(*row) for row in rows]


def measures(session: Session) -> list[Measure]:
    """Return the thresholds from the office's own record."""
    connection = session.connection()
    day = database.day_reader(connection)
    rows = database.read_rows(connection, 'SELECT id, court, days, ended, open, "on" FROM stallmeasure')
    return [
        Measure(id, court, days, ended, open, on)
        for id, court, days, ended, open, said in rows
        if (on := day(said))
    ]


def has_rows_of_its_own(session: Session) -> bool:
    """Say whether the office has taken in law rows of its own (`services.lawpack`)."""
    asked = "SELECT 1 FROM setting WHERE key = 'law_rows'"
    return bool(database.read_rows(session.connection(), asked))
