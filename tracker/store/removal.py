"""Take a case out again that was only just filed: the one way in which lines of a journal go.

The trigger that keeps journals append-only is put aside for this one case, within the transaction: whatever
ends it, trigger and case are as before. A login of a server that doesn't own the tables can't do it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection

from tracker.store import database, sight

GROWING = ("event", "flagnote")
"""Tables of a case from which nothing is taken away."""


def may(connection: Connection) -> bool:
    """Say whether this login can take a case out."""
    return not database.under_policies(connection)


def remove(connection: Connection, number: int) -> None:
    """Delete every row of a case: what is kept of it, its facts, its head."""
    with _aside(connection):
        for table in reversed(list(sight.of_cases())):
            key = "id" if table.name == "prosecution" else "prosecution_id"
            connection.exec_driver_sql(f'DELETE FROM "{table.name}" WHERE {key} = {int(number)}')


@contextmanager
def _aside(connection: Connection) -> Iterator[None]:
    if not database.is_sqlite(connection):
        for table in GROWING:
            connection.exec_driver_sql(f"ALTER TABLE {table} DISABLE TRIGGER {table}_not_changed")
        yield
        for table in GROWING:
            connection.exec_driver_sql(f"ALTER TABLE {table} ENABLE TRIGGER {table}_not_changed")
        return
    names = ", ".join(f"'{table}_not_deleted'" for table in GROWING)
    asked = f"SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name IN ({names})"
    there = [tuple(row) for row in connection.exec_driver_sql(asked)]
    for name, _ in there:
        connection.exec_driver_sql(f"DROP TRIGGER {name}")
    yield
    for _, said in there:
        connection.exec_driver_sql(said)
