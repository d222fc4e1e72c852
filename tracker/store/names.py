"""Victims' names, one at a time: looked for, opened, kept, erased, and the digest that seals them.

Where a server holds the roles (`policies`), the table of names is nobody's to read or write: its own
functions do each of these, see who asks, and write an opening down before they answer. Elsewhere it is SQL.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256
from json import JSONEncoder

from sqlalchemy import Connection, text

from tracker.store import database, reading

_encode = JSONEncoder(ensure_ascii=True, separators=(",", ":")).encode


def opened(connection: Connection, ref: str, number: int, code: str, why: str) -> str | None:
    """Return a name; None where none is kept. A server writes down who asked and why."""
    if database.under_policies(connection):
        asked = text("SELECT tracker_open_identity(:ref, :code, :why)")
        found = connection.scalar(asked, {"ref": ref, "code": code, "why": why})
    else:
        asked = text("SELECT name FROM identity WHERE prosecution_id = :number AND code = :code")
        found = connection.scalar(asked, {"number": number, "code": code})
    return None if found is None else str(found)


def put(connection: Connection, number: int, code: str, name: str | None) -> bool:
    """Keep a name in the place of one kept before, or erase it (None); say whether there was one."""
    values = {"number": number, "code": code, "name": name}
    if database.under_policies(connection):
        return bool(connection.scalar(text("SELECT tracker_put_identity(:number, :code, :name)"), values))
    gone = connection.execute(
        text("DELETE FROM identity WHERE prosecution_id = :number AND code = :code"), values
    )
    if name is not None:
        connection.execute(
            text("INSERT INTO identity (prosecution_id, code, name) VALUES (:number, :code, :name)"), values
        )
    return bool(gone.rowcount)


def digest_of(connection: Connection, number: int, salt: str | None) -> str | None:
    """Return the digest of a case's names under a salt; None where the office keeps none."""
    if database.under_policies(connection):
        asked = text("SELECT tracker_names_digest(:number, :salt)")
        found = connection.scalar(asked, {"number": number, "salt": salt or ""})
        return None if found is None else str(found)
    names = of_cases(connection, [number]).get(number, {})
    return digest(names, salt) if names else None


def digests(connection: Connection, salts: Mapping[int, str | None]) -> dict[int, str | None]:
    """Return the digest of the names of each of these cases under its salt."""
    if database.under_policies(connection):
        return {number: digest_of(connection, number, salt) for number, salt in salts.items()}
    held = of_cases(connection, list(salts))
    return {number: digest(held[number], salt) if number in held else None for number, salt in salts.items()}


def all_opened(connection: Connection, numbers: Sequence[int], why: str) -> dict[tuple[int, str], str]:
    """Return every name of these cases by case and code; a server writes each opening down."""
    if not database.under_policies(connection):
        return reading.names(connection, numbers)
    found = {}
    for start in range(0, len(numbers), reading.BATCH):
        some = numbers[start : start + reading.BATCH]
        for number, case in reading.chosen(connection, some):
            for victim in case.victims:
                if name := opened(connection, case.ref, number, victim.code, why):
                    found[number, victim.code] = name
    return found


def digest(names: Mapping[str, str], salt: str | None) -> str:
    """Return the digest of the names of a case's victims, by code; without its salt it tells nothing."""
    rows = [{"code": code, "name": names[code]} for code in sorted(names)]
    held = [("identity", rows)] if rows else []
    return sha256(((salt or "") + _encode(held)).encode()).hexdigest()


def of_cases(connection: Connection, numbers: Sequence[int]) -> dict[int, dict[str, str]]:
    """Return the names on file by case and code. Only what seals or verifies them asks."""
    found: dict[int, dict[str, str]] = {}
    for (number, code), name in reading.names(connection, numbers).items():
        found.setdefault(number, {})[code] = name
    return found
