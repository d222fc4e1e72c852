"""Rows to cases: one case, or all of them a batch at a time, in the shape that the rules read.

Rows come as the driver gives them and go straight into the classes of `domain.case`: entities would
take ten times as long. Victims' names are not read here but by `names`, which only export asks.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import Connection, select

from tracker.domain import records
from tracker.domain.case import (
    Accused,
    Age,
    Case,
    Charge,
    Court,
    Disposal,
    Event,
    Fact,
    Fir,
    FlagNote,
    Hearing,
    Link,
    Offence,
    Proceeding,
    Victim,
)
from tracker.store import database
from tracker.store.columns import col
from tracker.store.tables import Prosecution
from tracker.store.writing import COLUMNS, KEPT, Kept

BATCH = 500
"""Cases read at a time: enough to make a query's own cost vanish, few enough to stay in the cache."""

BETWEEN = "BETWEEN ? AND ?"
"""Numbers from one to another, whose values go beside: a driver prepares the statement once."""

Row = tuple[Any, ...]
Lists = defaultdict[int, list[Any]]
Day = Callable[[Any], date | None]


def all_cases(connection: Connection, every: int = 1) -> Iterator[tuple[int, int, list[tuple[int, Case]]]]:
    """Yield every case with its number, by number, a batch at a time: first and last number, cases.

    With `every`, only each so-many-th batch.
    """
    last = database.read_rows(connection, "SELECT max(id) FROM prosecution")[0][0] or 0
    for start in range(1, last + 1, BATCH * every):
        yield start, start + BATCH - 1, cases(connection, start, start + BATCH - 1)


def one_case(connection: Connection, number: int) -> Case:
    """Return the case of that number. Raises LookupError if there is none."""
    for _, case in cases(connection, number, number):
        return case
    raise LookupError(number)


def court_kinds(connection: Connection) -> dict[str, str]:
    """Return the kind of each court whose kind is known, by its key."""
    return {key: kind for key, kind in database.read_rows(connection, "SELECT key, kind FROM court") if kind}


def courts(connection: Connection) -> dict[str, Court]:
    """Return every court by its key."""
    rows = database.read_rows(
        connection, 'SELECT key, name, kind, "complex", room, district, state FROM court ORDER BY key'
    )
    return {
        key: Court(key=key, name=name, kind=kind, complex=building, room=room, district=district, state=state)
        for key, name, kind, building, room, district, state in rows
    }


def names(connection: Connection, numbers: Sequence[int]) -> dict[tuple[int, str], str]:
    """Return victims' names by case and code. Only an export that says so may ask; it is logged."""
    rows = _rows(connection, "identity", _among(numbers), (), "code")
    return {(number, code): name for number, code, name in rows}


def courts_of(connection: Connection, numbers: Sequence[int] | None = None) -> set[str]:
    """Return the keys of the courts that these cases name; without numbers, that any case names."""
    which = "" if numbers is None else " AND prosecution_id " + _among(numbers)
    sql = "SELECT DISTINCT court FROM {} WHERE court IS NOT NULL" + which
    found = [database.read_rows(connection, sql.format(table)) for table in ("proceeding", "event")]
    return {key for rows in found for (key,) in rows}


def numbers_at(connection: Connection, court: str) -> list[int]:
    """Return the numbers of the cases that name a court."""
    found: set[int] = set()
    for table in ("proceeding", "event"):
        asked = f"SELECT DISTINCT prosecution_id FROM {table} WHERE court = ?"
        found.update(number for (number,) in database.read_rows(connection, asked, (court,)))
    return sorted(found)


def numbers(connection: Connection) -> list[int]:
    """Return the numbers of all cases in the order of their refs."""
    return [number for (number,) in database.read_rows(connection, "SELECT id FROM prosecution ORDER BY ref")]


def numbers_of(connection: Connection, refs: Sequence[str]) -> dict[str, int]:
    """Return the number of each of these cases that is there, by ref."""
    query = select(col(Prosecution.ref), col(Prosecution.id)).where(col(Prosecution.ref).in_(refs))
    return {ref: number for ref, number in connection.execute(query)}


def kept(connection: Connection, first: int, last: int) -> dict[int, Kept]:
    """Return what is kept of the cases numbered `first` to `last`, by number."""
    span = (first, last)
    sql = f"SELECT id, {', '.join(KEPT)} FROM prosecution WHERE id {BETWEEN} ORDER BY id"

    def rows(table: str, order: str = "seq") -> Lists:
        return _grouped(_plain(connection, _rows(connection, table, BETWEEN, span, order)))

    due, flag, verdict, course = rows("due"), rows("flag"), rows("verdict"), rows("course", "prosecution_id")
    return {
        number: Kept(tuple(standing), due[number], flag[number], course[number], verdict[number])
        for number, *standing in _plain(connection, database.read_rows(connection, sql, span))
    }


def cases(connection: Connection, first: int, last: int) -> list[tuple[int, Case]]:
    """Return the cases numbered `first` to `last`, both included, by number."""
    return _cases(connection, BETWEEN, (first, last))


def chosen(connection: Connection, numbers: Sequence[int]) -> list[tuple[int, Case]]:
    """Return the cases of these numbers, in that order; those that aren't there are left out."""
    found = dict(_cases(connection, _among(numbers), ())) if numbers else {}
    return [(number, found[number]) for number in numbers if number in found]


def _among(numbers: Sequence[int]) -> str:
    return f"IN ({', '.join(str(int(number)) for number in numbers)})"


def _cases(connection: Connection, which: str, span: Sequence[int]) -> list[tuple[int, Case]]:
    day = database.day_reader(connection)
    columns = ", ".join(COLUMNS["prosecution"][:16])
    sql = f"SELECT {columns} FROM prosecution WHERE id {which} ORDER BY id"
    found = database.read_rows(connection, sql, span)
    if not found:
        return []

    def rows(table: str) -> list[Row]:
        return _rows(connection, table, which, span)

    def things(table: str, shape: type[Any]) -> Lists:
        return _things(rows(table), shape, day)

    tags, facts, links = _tags(rows("tag")), _facts(rows("fact")), things("link", Link)
    accused, victims = things("accused", Accused), _victims(rows("victim"), day)
    charges, proceedings = _charges(rows("charge"), day), things("proceeding", Proceeding)
    events, hearings = things("event", Event), things("hearing", Hearing)
    flag_notes = things("flagnote", FlagNote)
    held = {
        list_: things(records.TABLES[list_], records.KINDS[list_])
        for list_ in _lists_of(connection, which, span)
    }
    return [
        (
            number,
            Case(
                ref=ref,
                title=title,
                fir=_fir(fir, day),
                offence=_offence(first_on, last_on, day),
                facts=tuple(facts[number]),
                lead=lead,
                tags=tuple(tags[number]),
                accused=tuple(accused[number]),
                victims=tuple(victims[number]),
                charges=tuple(charges[number]),
                proceedings=tuple(proceedings[number]),
                events=tuple(events[number]),
                hearings=tuple(hearings[number]),
                disposal=Disposal(kind=ended, on=day(ended_on)) if ended else None,
                links=tuple(links[number]),
                flag_notes=tuple(flag_notes[number]),
                **{list_: tuple(lines[number]) for list_, lines in held.items() if number in lines},
            ),
        )
        for number, ref, title, *fir, first_on, last_on, lead, ended, ended_on in found
    ]


def _lists_of(connection: Connection, which: str, span: Sequence[int]) -> list[str]:
    """Return the lists of records of which any of the cases has a line: of most cases none, so ask first."""
    asked = " UNION ALL ".join(
        f"SELECT '{list_}' WHERE EXISTS (SELECT 1 FROM {table} WHERE prosecution_id {which})"
        for list_, table in records.TABLES.items()
    )
    return [list_ for (list_,) in database.read_rows(connection, asked, [*span] * len(records.TABLES))]


def _rows(
    connection: Connection, table: str, which: str, span: Sequence[int], order: str = "seq"
) -> list[Row]:
    asked = (
        f"SELECT {_NAMES[table]} FROM {table} WHERE prosecution_id {which} ORDER BY prosecution_id, {order}"
    )
    return database.read_rows(connection, asked, span)


_NAMES = {table: ", ".join(f'"{name}"' for name in columns) for table, columns in COLUMNS.items()}


def _plain(connection: Connection, rows: list[Row]) -> list[Row]:
    """Return the rows with their days as text, as `writing` makes them; from SQLite they come so."""
    if database.is_sqlite(connection):
        return rows
    return [tuple(value.isoformat() if isinstance(value, date) else value for value in row) for row in rows]


def _grouped(rows: list[Row]) -> Lists:
    found: Lists = defaultdict(list)
    for row in rows:
        found[row[0]].append(row)
    return found


def _fir(row: list[Any], day: Day) -> Fir | None:
    if not any(value is not None for value in row):
        return None
    return Fir(row[0], row[1], day(row[2]), *row[3:])


def _offence(first_on: Any, last_on: Any, day: Day) -> Offence | None:
    return Offence(day(first_on), day(last_on)) if first_on or last_on else None


def _tags(rows: list[Row]) -> Lists:
    found: Lists = defaultdict(list)
    for number, _, tag in rows:
        found[number].append(tag)
    return found


def _facts(rows: list[Row]) -> Lists:
    found: Lists = defaultdict(list)
    for number, _, fact, victims, accused in rows:
        narrowed = victims or accused
        found[number].append(Fact(fact, _list(victims), _list(accused)) if narrowed else fact)
    return found


def _things(rows: list[Row], shape: Any, day: Day) -> Lists:
    """Make a thing of each row, whose columns after the second are the keys of its shape, in order."""
    found: Lists = defaultdict(list)
    if not rows:
        return found
    special, empty = _special(shape, day)
    for row in rows:
        values = list(row)
        for at, read in special:
            if values[at] is not None:
                values[at] = read(values[at])
        for at in empty:
            values[at] = values[at] or ()
        found[values[0]].append(shape(*values[2:]))
    return found


@cache
def _special(shape: Any, day: Day) -> tuple[list[tuple[int, Callable[[Any], Any]]], list[int]]:
    """Return the places in a row of what is read otherwise than it stands, and of the lists."""
    readers: dict[str, Callable[[Any], Any]] = {
        "date": day,
        "bool": bool,
        "tuple[str, ...]": _list,
        "Age": _aged,
    }
    kinds = [field.type.removesuffix(" | None") for field in fields(shape)]
    special = [(at, readers[kind]) for at, kind in enumerate(kinds, 2) if kind in readers]
    return special, [at for at, kind in enumerate(kinds, 2) if kind.startswith("tuple")]


def _victims(rows: list[Row], day: Day) -> Lists:
    found: Lists = defaultdict(list)
    for number, _, code, sex, lives, care, apart, status, *age in rows:
        known = _age([status, *age], day) if status else None
        found[number].append(Victim(code, None, sex, known, _yes(lives), _yes(care), _yes(apart)))
    return found


def _charges(rows: list[Row], day: Day) -> Lists:
    found: Lists = defaultdict(list)
    for row in rows:
        number, _, accused, victim, provision, written, with_, least, most, life, death, first, last = row
        offence = _offence(first, last, day)
        found[number].append(
            Charge(accused, victim, provision, written, with_, offence, least, most, _yes(life), _yes(death))
        )
    return found


def _age(said: list[Any], day: Day) -> Age:
    status, years, low, high, born_on, basis, determined_on = said
    return Age(status, years, low, high, day(born_on), basis, day(determined_on))


def _aged(said: str) -> Age:
    """Read the age that an event determined; its days are text in both databases."""
    known = json.loads(said)
    return _age([known.get(field.name) for field in fields(Age)], lambda day: day and date.fromisoformat(day))


def _yes(value: int | bool | None) -> bool | None:
    return None if value is None else value == 1


def _list(said: str | None) -> tuple[str, ...]:
    return tuple(json.loads(said)) if said else ()
