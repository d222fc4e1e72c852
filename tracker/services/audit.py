"""The row of the audit that a transaction leaves: opened with it, described by the service, closed with it.

`Office.transaction` opens a ledger and closes it, so that no write escapes; a service only says what it
did (`of(session).says(…)`). The case that a service looks up to change it (`fresh.number_of`) is compared
with its last seal first: facts that another program changed are written down as a doubt for ever, and not
sealed as if they were ours. `filing.refile` and `intake` then seal what they left.

What changed is kept as coded fields only: no name, no note, nothing in free words. Lists begin here too,
and write nothing: what reads and writes whole cases is imported where a case is sealed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlmodel import Session

from tracker.store import audit, database
from tracker.store.audit import OFFICE, Row, Seal

if TYPE_CHECKING:
    from tracker.domain.case import Case

_KEY = "ledger"
_FREE = frozenset(
    {"name", "note", "title", "search", "reason", "out_of_order", "as_written", "order_ref"}
    | {"born_on", "method", "age"}
    | {"text", "path", "what", "said_by", "unit", "sent_to", "struck"}
)
"""Fields that are not copied: they are written by hand and may tell who somebody is."""
_NUMBER = ("id", "prosecution_id")


class Ledger:
    """What one transaction will leave in the audit."""

    def __init__(self, session: Session, who: str, at: datetime | None, action: str, what: str) -> None:
        """Take the number of the row, and nobody else gets it; look whether the office's facts are sealed."""
        self.connection = session.connection()
        database.lock_audit(self.connection)
        self.before = audit.last(self.connection)
        self.seq = self.before.seq + 1 if self.before else 1
        self.who, self.at = who, at.strftime("%Y-%m-%dT%H:%M:%SZ") if at else None
        self.action, self.what = action, what
        self.ref: str | None = None
        self.was: dict[str, Any] = {}
        self.now: dict[str, Any] = {}
        self._doubts: list[str] = []
        self._cases: dict[int, tuple[Case, audit.Facts]] = {}
        self._about: set[int] = set()
        self._places, self._folded = 0, ""
        self._office = self._check(OFFICE, audit.office_digest(self.connection), "the office's own facts")

    def says(self, action: str, what: str, ref: str | None = None, **after: Any) -> None:
        """Say what the transaction did: a word, a line without any name, and figures."""
        self.action, self.what, self.ref = action, what, ref or self.ref
        self.now |= after

    def opening(self, number: int) -> Case:
        """Look at a case that is about to be changed, before anything is; return it as it was then."""
        from tracker.store import reading, writing

        if number in self._cases:
            return self._cases[number][0]
        case = reading.one_case(self.connection, number)
        facts = writing.fact_rows(number, case)
        seal = audit.last_seal(self.connection, number)
        if seal is None or seal.digest != audit.digest(facts):
            self._doubts.append(f"{case.ref}: {'never sealed' if seal is None else 'changed since its seal'}")
        self._cases[number] = case, facts
        self.ref = self.ref or case.ref
        return case

    def changed(self, number: int, case: Case) -> None:
        """Seal a case as it was read after the change; tell what is new in it."""
        from tracker.store import writing

        facts = writing.fact_rows(number, case)
        self._write([self._seal(number, audit.digest(facts), None)])
        if number in self._cases:
            self._tell(case.ref, self._cases[number][1], facts)

    def removed(self, number: int, ref: str) -> None:
        """Seal that a case has no facts any more: it was taken back; tell which it had."""
        self._write([self._seal(number, audit.digest({}), None)])
        self._tell(ref, self._cases[number][1], {})

    def seal(self, cases: Iterable[tuple[int, audit.Facts]]) -> None:
        """Seal new cases by their facts as they were written."""
        from tracker.store import names

        some = []
        for number, facts in cases:
            some.append(self._seal(number, audit.digest(facts), None))
            if held := {row["code"]: row["name"] for row in facts.get("identity", ())}:
                salt = audit.new_salt()
                some.append(self._seal(-number, names.digest(held, salt), salt))
        self._write(some)

    def opening_names(self, number: int) -> None:
        """Look at the names of a case before one is kept, opened or erased."""
        from tracker.store import names

        seal = audit.last_seal(self.connection, -number)
        held = names.digest_of(self.connection, number, seal.salt if seal else None)
        sealed = seal.digest if seal else None
        if held is None and seal:
            held = names.digest({}, seal.salt)
        if held != sealed:
            self._doubts.append(f"{self.ref}: names changed since their seal")

    def changed_names(self, number: int) -> None:
        """Seal the names of a case anew; no salt of an earlier seal stays."""
        from tracker.store import names

        audit.forget_salts(self.connection, number)
        salt: str | None = audit.new_salt()
        held = names.digest_of(self.connection, number, salt)
        if held is None:
            salt, held = None, names.digest({}, None)
        self._write([self._seal(-number, held, salt)])

    def about(self, numbers: Iterable[int]) -> None:
        """Say which cases it is about, where none is changed."""
        self._about.update(numbers)

    def only_of(self, who: str, given_out: Iterable[str] = ()) -> bool:
        """Say whether all the cases that it is about are this person's own, and that there is one.

        What is only given out (`given_out`) may name none: it is made of what the person saw.
        """
        numbers = self._about | self._cases.keys()
        if not numbers and not self.ref and self.action in given_out:
            return True
        return bool(numbers) and all(audit.is_own(self.connection, who, number) for number in numbers)

    def close(self) -> None:
        """Write the row at the end of the chain."""
        digest = audit.office_digest(self.connection)
        if digest != self._office:
            self._write([self._seal(OFFICE, digest, None)])
        row = Row(
            seq=self.seq,
            at=self.at,
            who=self.who,
            action=self.action,
            ref=self.ref,
            what=self.what,
            before=_json(self.was),
            after=_json(self.now),
            seals=self._folded or None,
            doubt="; ".join(self._doubts) or None,
            prev=self.before.hash if self.before else audit.FIRST,
        )
        audit.write(self.connection, row._replace(hash=row.hashed()))

    def _check(self, number: int, digest: str, name: str) -> str | None:
        seal = audit.last_seal(self.connection, number)
        if seal and seal.digest != digest:
            self._doubts.append(f"{name}: changed since their seal")
        return seal.digest if seal else None

    def _seal(self, number: int, digest: str, salt: str | None) -> Seal:
        self._places += 1
        return Seal(self.seq, self._places, number, digest, salt)

    def _write(self, some: list[Seal]) -> None:
        self._folded = audit.fold(self._folded, some)
        audit.write_seals(self.connection, some)

    def _tell(self, ref: str, there: audit.Facts, here: audit.Facts) -> None:
        whose = {"ref": ref} if len(self._cases) > 1 else {}
        for table in here.keys() | there.keys():
            if there.get(table) == here.get(table):
                continue
            gone = [row for row in there.get(table, ()) if row not in here.get(table, ())]
            new = [row for row in here.get(table, ()) if row not in there.get(table, ())]
            if gone:
                self.was[table] = [*self.was.get(table, ()), *(whose | _coded(row) for row in gone)]
            if new:
                self.now[table] = [*self.now.get(table, ()), *(whose | _coded(row) for row in new)]


def begin(session: Session, who: str, at: datetime | None, action: str, what: str) -> Ledger:
    """Open the ledger of a transaction."""
    ledger = session.info[_KEY] = Ledger(session, who, at, action, what)
    return ledger


def of(session: Session) -> Ledger:
    """Return the ledger of a transaction that writes. Raises KeyError where one only reads."""
    ledger: Ledger = session.info[_KEY]
    return ledger


def opening(session: Session, number: int) -> None:
    """Look at a case that was looked up in this transaction, if it is one that writes."""
    if _KEY in session.info:
        of(session).opening(number)


def _coded(row: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in row.items() if key not in _FREE and key not in _NUMBER}


def _json(said: Mapping[str, Any]) -> str | None:
    return json.dumps(said, sort_keys=True, ensure_ascii=False, default=str) if said else None
