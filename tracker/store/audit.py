"""The chain of the audit, and the seals that tie the facts of each case to it.

A row of `audit` is one transaction: who, when, what. Its `hash` is SHA-256 over its own fields and the
hash of the row before, so that a row changed, removed, moved or put in later breaks the chain there.

A `seal` is the digest of a case's facts as a transaction left them. Number 0 is what is true of the whole
office; a number below 0 is the names of that case, which have a seal of their own, so that recording a
hearing reads none. Each row of the audit holds one digest over its seals, so that a fact changed behind the
program's back no longer fits the last seal of its case. The seal of names is salted: once a name is erased
the salts go too, and no digest can be tried against a list of names.

What is empty is left out of the digest, so that a column added later breaks no old seal. Anyone who can
write the file and knows this page can forge a whole new chain: only a head printed on paper speaks
against that (`services.testimony.verify`).
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from hashlib import sha256
from typing import Any, NamedTuple

from sqlalchemy import Connection, text

from tracker.store import database

FIRST = "0" * 64
"""What stands where the hash before the first row would."""
OFFICE = 0
"""The number under which the office's own facts are sealed."""
FIELDS = ("seq", "at", "who", "action", "ref", "what", "before", "after", "seals", "doubt", "prev", "hash")
SEAL = ("audit_seq", "place", "prosecution_id", "digest", "salt")

_OFFICE_FACTS = (
    ("court", ("key", "name", "kind", "complex", "room", "district", "state"), ""),
    ("holiday", ("on", "name"), ""),
    ("vacation", ("court", "on", "name"), ""),
    ("stallrule", ("id", "days", "breach_days"), ""),
    ("stallmeasure", ("id", "court", "days", "ended", "open", "on"), ""),
    ("setting", ("key", "value"), "WHERE key NOT LIKE 'desk:%'"),
    ("disclosure", ("seq", "on", "who", "what", "cases"), ""),
    ("person", ("name", "role"), ""),
    ("legalhold", ("prosecution_id", "who", "reason"), ""),
)
Facts = Mapping[str, Sequence[Mapping[str, Any]]]
_encode = json.JSONEncoder(ensure_ascii=True, separators=(",", ":"), default=str).encode


class Row(NamedTuple):
    """One row of the audit; `before` and `after` are JSON, without identities and free text."""

    seq: int
    at: str | None
    who: str
    action: str
    ref: str | None
    what: str
    before: str | None
    after: str | None
    seals: str | None
    doubt: str | None
    prev: str
    hash: str = ""

    def hashed(self) -> str:
        """Return the hash that these fields must have."""
        return sha256(_encode(["audit 1", *self[:-1]]).encode()).hexdigest()


class Seal(NamedTuple):
    """The digest of one case (or of the office) as one transaction left it."""

    audit_seq: int
    place: int
    prosecution_id: int
    digest: str
    salt: str | None


def last(connection: Connection) -> Row | None:
    """Return the newest row; None where the audit is empty."""
    if database.under_policies(connection):  # of others' rows a role knows the last one's number and hash
        end = database.read_rows(connection, "SELECT seq, hash FROM tracker_chain_end()")
        return Row(end[0][0], None, "", "", None, "", None, None, None, None, "", end[0][1]) if end else None
    names = ", ".join(FIELDS)
    found = database.read_rows(connection, f"SELECT {names} FROM audit ORDER BY seq DESC LIMIT 1")
    return Row(*found[0]) if found else None


def rows(connection: Connection) -> Iterator[Row]:
    """Yield the rows by number."""
    for found in connection.execute(text(f"SELECT {', '.join(FIELDS)} FROM audit ORDER BY seq")):
        yield Row(*found)


def rows_after(
    connection: Connection, seq: int, actions: Sequence[str], *, most: int, at: str | None = None
) -> list[Row]:
    """Return the newest rows after one of that number that did one of these, from an hour of UTC on."""
    among = ", ".join(f"'{action}'" for action in actions)
    asked = f"SELECT {', '.join(FIELDS)} FROM audit WHERE seq > :seq AND action IN ({among})"
    asked += " AND at >= :at" if at else ""
    found = connection.execute(text(f"{asked} ORDER BY seq DESC LIMIT {int(most)}"), {"seq": seq, "at": at})
    return [Row(*one) for one in found]


def seals(connection: Connection) -> Iterator[Seal]:
    """Yield every seal in the order of writing."""
    asked = text(f"SELECT {', '.join(SEAL)} FROM seal ORDER BY audit_seq, place")
    for found in connection.execute(asked):
        yield Seal(*found)


def last_seal(connection: Connection, number: int) -> Seal | None:
    """Return the newest seal of a case."""
    found = database.read_rows(
        connection,
        f"SELECT {', '.join(SEAL)} FROM seal WHERE prosecution_id = {int(number)} "
        "ORDER BY audit_seq DESC, place DESC LIMIT 1",
    )
    return Seal(*found[0]) if found else None


_LAST_SEALS = (
    "SELECT s.prosecution_id, s.audit_seq, s.place, s.prosecution_id, s.digest, s.salt FROM seal s "
    "WHERE NOT EXISTS (SELECT 1 FROM seal t WHERE t.prosecution_id = s.prosecution_id AND "
    "(t.audit_seq > s.audit_seq OR (t.audit_seq = s.audit_seq AND t.place > s.place)))"
)


def last_seals(connection: Connection) -> dict[int, Seal]:
    """Return the newest seal of every case, and of the office, by number."""
    return {number: Seal(*rest) for number, *rest in connection.execute(text(_LAST_SEALS))}


def facts_of(connection: Connection) -> dict[str, str]:
    """Return the digest of each case's last seal by its ref: equal digests, equal facts."""
    seals = last_seals(connection)
    found = database.read_rows(connection, "SELECT id, ref FROM prosecution")
    return {
        ref: "".join(seals[one].digest for one in (number, -number) if one in seals) for number, ref in found
    }


def action_of(connection: Connection, seq: int) -> str | None:
    """Return what the row of that number did."""
    found = connection.scalar(text("SELECT action FROM audit WHERE seq = :seq"), {"seq": seq})
    return str(found) if found is not None else None


def write(connection: Connection, row: Row) -> None:
    """Put a row at the end of the chain."""
    database.write_rows(connection, "audit", FIELDS, [row])


def write_seals(connection: Connection, some: Sequence[Seal]) -> None:
    """Write seals."""
    database.write_rows(connection, "seal", SEAL, some)


def forget_salts(connection: Connection, number: int) -> None:
    """Take away the salts of a case's seals, so that they say nothing of a name that was erased."""
    if database.under_policies(connection):
        connection.execute(text("SELECT tracker_forget_salts(:number)"), {"number": number})
        return
    asked = text("UPDATE seal SET salt = NULL WHERE prosecution_id = :number AND salt IS NOT NULL")
    connection.execute(asked, {"number": -number})


def fold(so_far: str, some: Iterable[Seal]) -> str:
    """Return the digest over a row's seals: of those so far, then of these in their order."""
    for seal in some:
        so_far = sha256(f"{so_far} {seal.place} {seal.prosecution_id} {seal.digest}".encode()).hexdigest()
    return so_far


def digest(facts: Facts) -> str:
    """Return the digest of all the facts of a case (`writing.fact_rows`) but its names."""
    return _digest("", {table: rows for table, rows in facts.items() if table != "identity"})


def new_salt() -> str:
    """Return a salt for the seal of names."""
    return secrets.token_hex(16)


def office_digest(connection: Connection) -> str:
    """Return the digest of the facts that belong to no case."""
    found = []
    for table, columns, where in _OFFICE_FACTS:
        names = ", ".join(f'"{column}"' for column in columns)
        found.append(tuple(database.read_rows(connection, f'SELECT {names} FROM "{table}" {where}')))
    return _office_digest(tuple(found))


@lru_cache(maxsize=4)
def _office_digest(read: tuple[tuple[tuple[Any, ...], ...], ...]) -> str:
    """Return the digest of these rows; asked of the same ones at both ends of every transaction."""
    return _digest(
        "",
        {
            table: sorted((_said(columns, row) for row in rows), key=_encode)
            for (table, columns, _), rows in zip(_OFFICE_FACTS, read, strict=True)
        },
    )


def is_own(connection: Connection, who: str, number: int) -> bool:
    """Say whether a case is somebody's own: they lead it, or are listed for a hearing in it."""
    asked = text(
        "SELECT 1 FROM prosecution WHERE id = :number AND (lead = :who OR EXISTS "
        "(SELECT 1 FROM hearing WHERE prosecution_id = :number AND :who IN (advocate, in_place_of)))"
    )
    return bool(connection.scalar(asked, {"number": number, "who": who}))


def _said(columns: Sequence[str], row: Sequence[Any]) -> dict[str, Any]:
    return {column: value for column, value in zip(columns, row, strict=True) if value is not None}


def _digest(salt: str, facts: Facts) -> str:
    held = sorted((table, some) for table, some in facts.items() if some)
    return sha256((salt + _encode(held)).encode()).hexdigest()
