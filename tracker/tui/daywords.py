"""A listing and a day in words: the columns of the calendar's looks, and what is said of the chosen one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.say import purpose
from tracker.tui import wording
from tracker.tui.widgets.column import LONGEST_REF, Column

if TYPE_CHECKING:
    from tracker.services.spans import CalendarDay
    from tracker.services.views import CalendarRow


PLACE = 14
"""Letters of a place in the lines of a day."""


def _what(row: CalendarRow) -> str:
    return f"DUE {row.who}: {row.says}" if row.kind == "due" else purpose(row.purpose)


def _place(row: CalendarRow) -> str:
    return " ".join(filter(None, (row.complex or row.court or "–", row.room)))


def _short(place: str) -> str:
    """Return a place in the letters that a line of a day has for it, its court's number whole."""
    if len(place) <= PLACE:
        return f"{place:<{PLACE}}"
    number = f" {place.rpartition(' ')[2]}"
    return (
        f"{place[: PLACE - 1 - len(number)]}…{number}"
        if len(number) < PLACE // 2
        else f"{place[: PLACE - 1]}…"
    )


def _who(row: CalendarRow) -> str:
    return f"{row.advocate} for {row.in_place_of}" if row.in_place_of else row.advocate or "–"


def _mind(row: CalendarRow) -> str:
    said = []
    if row.beside:
        said.append("!! CLASH" if row.beside[0].kind == "clash" else "! FAR")
    if row.closed and row.kind == "hearing":
        said.append("CLOSED")
    return " · ".join([*said, *filter(None, [wording.flags(row.flags)])])


def _style(row: CalendarRow) -> str:
    return "ledger--breach" if row.beside or row.closed else wording.flag_style(row)


def _counts(pairs: list[tuple[str, int]]) -> str:
    return " · ".join(f"{name} {many}" for name, many in pairs)


def _day_mind(day: CalendarDay) -> str:
    parts = [f"!! {day.clashes} CLASH"] if day.clashes else []
    parts += [f"{day.ways} FAR"] if day.ways else []
    parts += [f"{day.due} due"] if day.due else []
    return " · ".join([*parts, *([f"closed: {day.closed}"] if day.closed else [])])


AGENDA = (
    Column("Day", 14, lambda row: wording.weekday(row.on)),
    Column("Time", 5, lambda row: row.time or "–"),
    Column("Court", 12, _place, grows=1, most=40, ends=True),
    Column("Ref", 13, lambda row: row.ref, most=LONGEST_REF),
    Column("What", 10, _what, grows=3),
    Column("Who", 8, _who, grows=1, from_width=96, most=20),
    Column("To mind", 15, _mind, grows=4, style=_style, most=80),
)
WEEK = (
    Column("Day", 14, lambda day: wording.weekday(day.on)),
    Column("Listed", 6, lambda day: str(len(day.listed)), right=True),
    Column("Where", 14, lambda day: _counts(day.places()) or "nothing listed", grows=4, most=60),
    Column("Who", 12, lambda day: _counts(day.going()), grows=1, from_width=96, most=60),
    Column("To mind", 16, _day_mind, grows=1, style=lambda day: "ledger--breach" if day.clashes else ""),
)


def about(row: CalendarRow) -> str:
    """Return all of a listing, for which its line has no room."""
    if row.kind == "due":
        last = f"last day {wording.day(row.on)}, {wording.left(row.days_left)}"
        return f"{row.ref}  {row.who}: {row.says}\n{row.cite}, {last}"
    heard = f", {wording.plain(row.outcome)}" if row.outcome else ""
    place = f"{_place(row)} ({row.court})" if row.court else "court not recorded"
    said = [f"{row.ref}  {place}  {row.number or ''}  {purpose(row.purpose)}{heard}  {_who(row)}"]
    said += [f"!! {row.advocate} is {row.clash}"] if row.clash else []
    said += [f"Closed that day: {row.closed}. Courts do sit on such days."] if row.closed else []
    said += [", ".join(wording.flag(kind) for kind in row.flags)] if row.flags else []
    return "\n".join(said)


def about_day(day: CalendarDay) -> str:
    """Return a day with a line for each of its rows."""
    closed = f", courts closed: {day.closed}" if day.closed else ""
    head = f"{wording.weekday(day.on)}: {len(day.listed)} listed, {day.due} due{closed}"
    lines = [
        f"{row.time or '–':<5}  {_short(_place(row))} {row.ref:<14} {_what(row)}  {_who(row)}  {_mind(row)}"
        for row in day.rows
    ]
    return "\n".join([head, *lines])
