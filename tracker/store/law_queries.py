"""What an office adds to the law rows: closed days, its own thresholds and those of its own record.

Said without the classes of the tables: lists read this too, and would wait for them to be declared.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import Date, column, select, table
from sqlmodel import Session

_HOLIDAYS: Any = select(column("on", Date())).select_from(table("holiday"))
_VACATIONS: Any = select(column("court"), column("on", Date())).select_from(table("vacation"))
_RULES: Any = select(column("id"), column("days"), column("breach_days")).select_from(table("stallrule"))
_COUNTED: list[Any] = [column(name) for name in ("id", "court", "days", "ended", "open")]
_MEASURES: Any = select(*_COUNTED, column("on", Date())).select_from(table("stallmeasure"))


def holidays(session: Session) -> list[date]:
    """Return the days on which all courts are closed, beside Sundays."""
    return list(session.scalars(_HOLIDAYS))


def vacations(session: Session) -> list[tuple[str, date]]:
    """Return (court, day) of the days on which one court alone is closed."""
    return [(court, on) for court, on in session.execute(_VACATIONS)]


def rules(session: Session) -> list[Any]:
    """Return (id, days, breach_days) of the office's own stall thresholds."""
    return list(session.execute(_RULES))


def measures(session: Session) -> list[Any]:
    """Return (id, court, days, ended, open, on) of the thresholds from the office's own record."""
    return list(session.execute(_MEASURES))
