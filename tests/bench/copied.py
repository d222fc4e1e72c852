"""A large office made of copies of a small one: for reading at a size that importing takes an hour to reach.

Every table that holds cases is copied by SQL under other numbers, refs and leads, its indexes taken away
first and made anew after. What importing and reckoning cost is measured on the small one (`invented`).
"""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from tests.bench import invented
from tracker.services.office import open_office

SMALL = 20_000
"""Cases of the office that is copied."""
_LOT = 1_000_000
"""What each copy adds to the numbers of its cases."""
_MARKED = ("ref", "search", "lead", "advocate")
"""Columns that tell the copies apart, so that a lead has as many cases in an office of any size."""


def build(folder: Path, cases: int) -> str:
    """Return the address of an office of so many cases, copies of one of SMALL; kept in the folder."""
    made, told = folder / f"office-{cases}.db", invented.told(folder, cases)
    if told.exists():
        return f"sqlite:///{made}"
    invented.build(folder, SMALL)
    open_office(f"sqlite:///{folder / f'office-{SMALL}.db'}").close()  # lays its WAL back into the file
    shutil.copy(folder / f"office-{SMALL}.db", made)
    with closing(sqlite3.connect(made, isolation_level=None)) as connection:
        _multiply(connection, range(1, cases // SMALL))
    took = json.loads(invented.told(folder, SMALL).read_text())
    told.write_text(json.dumps(took | {"copied_from": SMALL, "bytes": made.stat().st_size}))
    return f"sqlite:///{made}"


def _multiply(connection: sqlite3.Connection, lots: Iterable[int]) -> None:
    for said in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -2000000", "temp_store = MEMORY"):
        connection.execute(f"PRAGMA {said}")
    asked = "SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
    indexes = connection.execute(asked).fetchall()
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    of_cases = {name: _columns(connection, name) for name in tables}
    of_cases = {n: columns for n, columns in of_cases.items() if n == "prosecution" or _NUMBER in columns}
    for name, table, _ in indexes:
        if table in of_cases:
            connection.execute(f'DROP INDEX "{name}"')
    for table, columns in of_cases.items():
        _copy(connection, table, columns, lots)
    for _, table, sql in indexes:
        if table in of_cases:
            connection.execute(sql)
    connection.execute("PRAGMA journal_mode = WAL")


_NUMBER = "prosecution_id"


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    return [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')]


def _copy(connection: sqlite3.Connection, table: str, columns: list[str], lots: Iterable[int]) -> None:
    number = "id" if table == "prosecution" else _NUMBER
    given = {column: f'"{column}"' for column in columns}
    given |= {column: f'"{column}" || :mark' for column in columns if column in _MARKED}
    given[number] = f'"{number}" + CASE WHEN "{number}" < 0 THEN -:add ELSE :add END'
    if table == "seal":
        given["place"] = "place + :add * 10"
    taken = ", ".join(f'"{column}"' for column in columns)
    asked = (
        f'INSERT INTO "{table}" ({taken}) SELECT {", ".join(given.values())} FROM "{table}" '
        f'WHERE "{number}" BETWEEN -{_LOT - 1} AND {_LOT - 1} AND "{number}" <> 0'
    )
    connection.execute("BEGIN")
    for lot in lots:
        connection.execute(asked, {"add": lot * _LOT, "mark": f"-{lot:03}"})
    connection.execute("COMMIT")
