"""The same SQL by hand: what a service sent to the database, sent again through the bare driver."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import Any

from sqlalchemy import event

from tracker.services.office import Office
from tracker.store.database import CACHE_KB, file_of

Statements = list[tuple[str, Any]]


def sent(office: Office, call: Callable[[], object]) -> Statements:
    """Return the statements that a call sends, with their values as the driver gets them."""
    found: Statements = []

    def note(_1: Any, _2: Any, statement: str, values: Any, _3: Any, _4: Any) -> None:
        if not statement.startswith(("BEGIN", "PRAGMA")):
            found.append((statement, values))

    event.listen(office.engine, "before_cursor_execute", note)
    try:
        call()
    finally:
        event.remove(office.engine, "before_cursor_execute", note)
    return found


def connect(office: Office) -> sqlite3.Connection:
    """Return a bare connection to the office's file, as careful as the program's own."""
    connection = sqlite3.connect(str(file_of(office.engine.url)), isolation_level=None)
    for pragma in ("synchronous=FULL", f"cache_size=-{CACHE_KB}", "busy_timeout=5000"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def again(connection: sqlite3.Connection, statements: Statements) -> Callable[[], object]:
    """Return what sends the statements through the driver and fetches every row."""

    def run() -> object:
        return [connection.execute(statement, values).fetchall() for statement, values in statements]

    return run


def commit(connection: sqlite3.Connection) -> Callable[[], object]:
    """Return what changes one small row and commits."""

    def run() -> object:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT OR REPLACE INTO setting (key, value) VALUES ('bench', 'yes')")
        return connection.execute("COMMIT")

    return run
