"""The same SQL by hand: what a service sent to the database, sent again through the bare driver."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import event

from tracker.services.office import Office
from tracker.store.database import CACHE_KB, file_of


def sent(office: Office, call: Callable[[], object]) -> list[str]:
    """Return the statements that a call sends to the database, whoever sends them, with their values.

    It is called once before, so that what is read once and kept (the law) is in neither count.
    """
    call()
    found: list[str] = []

    def note(driver: Any, *_: Any) -> None:
        driver.set_trace_callback(found.append)

    def forget(driver: Any, *_: Any) -> None:
        driver.set_trace_callback(None)

    event.listen(office.engine, "checkout", note)
    event.listen(office.engine, "checkin", forget)
    try:
        call()
    finally:
        event.remove(office.engine, "checkout", note)
        event.remove(office.engine, "checkin", forget)
    return [one for one in found if not one.startswith(("BEGIN", "COMMIT", "ROLLBACK", "PRAGMA", "--"))]


def connect(office: Office) -> sqlite3.Connection:
    """Return a bare connection to the office's file, as careful as the program's own."""
    connection = sqlite3.connect(str(file_of(office.engine.url)), isolation_level=None)
    for pragma in ("synchronous=FULL", f"cache_size=-{CACHE_KB}", "busy_timeout=5000"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def again(connection: sqlite3.Connection, statements: list[str]) -> Callable[[], object]:
    """Return what sends the statements through the driver and fetches every row."""

    def run() -> object:
        return [connection.execute(statement).fetchall() for statement in statements]

    return run


def commit(beside: Path) -> Callable[[], object]:
    """Return what changes one small row and commits, as carefully as the program, in a file of its own.

    In the office's own file it would throw away all pages that the program has read, each time.
    """
    connection = sqlite3.connect(beside, isolation_level=None)
    for pragma in ("journal_mode=WAL", "synchronous=FULL"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("CREATE TABLE IF NOT EXISTS setting (key TEXT PRIMARY KEY, value TEXT)")

    def run() -> object:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT OR REPLACE INTO setting (key, value) VALUES ('bench', 'yes')")
        return connection.execute("COMMIT")

    return run
