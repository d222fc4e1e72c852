"""What the audit says, and whether it can be believed: read it, verify it, give its head to paper.

`verify` walks the whole chain and then the facts. It finds a row that was changed, removed, put in or
moved (its hash, or its number, no longer fits the row before), seals that don't fit their row, and facts
that no longer fit the last seal of their case. What it can't find alone is a tail cut off together with
all that it had recorded, or a whole chain forged anew by someone who can write the file: a head that was
printed on an earlier day is asked for then (`head`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, text

from tracker.domain.case import Case
from tracker.services import bulk
from tracker.services.office import Office, Refused
from tracker.store import audit, database, names, reading, writing
from tracker.store.audit import OFFICE, Row, Seal

SHORT = 16
"""Letters of a hash on paper: enough that nobody makes another row with the same."""
_OFFICE_NAME = "the office's own facts (courts, closed days, thresholds, settings)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row of the audit, as a list shows it."""

    seq: int
    at: str | None
    who: str
    action: str
    ref: str | None
    what: str
    before: str | None
    after: str | None
    doubt: str | None
    hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something that another program did: where, and what."""

    where: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What verifying found. `notices` are no tampering: the clock was set back."""

    rows: int
    cases: int
    head: str | None
    findings: tuple[Finding, ...]
    notices: tuple[Finding, ...]

    @property
    def ok(self) -> bool:
        """Say that nothing was changed behind the program's back."""
        return not self.findings


def entries(
    office: Office,
    *,
    ref: str | None = None,
    who: str | None = None,
    action: str | None = None,
    since: str | None = None,
    until: str | None = None,
    limit: int | None = None,
) -> tuple[Entry, ...]:
    """Return rows of the audit, newest first; `since` and `until` are days of UTC, both included."""
    said = {"ref": ref, "who": who, "action": action}
    wheres = [f'"{key}" = :{key}' for key, value in said.items() if value is not None]
    wheres += ["at >= :since"] if since else []
    wheres += ["at < :until"] if until else []
    names = ("seq", "at", "who", "action", "ref", "what", "before", "after", "doubt", "hash")
    asked = f"SELECT {', '.join(names)} FROM audit" + (" WHERE " + " AND ".join(wheres) if wheres else "")
    asked += " ORDER BY seq DESC" + (f" LIMIT {int(limit)}" if limit else "")
    values = {**said, "since": since, "until": f"{until}T~" if until else None}
    with office.reading() as session:
        found = session.connection().execute(text(asked), values)
        return tuple(Entry(**dict(zip(names, row, strict=True))) for row in found)


def head(office: Office) -> str | None:
    """Return what a printed sheet carries at its foot: number and hash of the newest row."""
    with office.reading(whole=True) as session:
        return short(audit.last(session.connection()))


def sealed_at(connection: Connection, number: int) -> str | None:
    """Return the row in which a case's facts were last sealed, as paper carries it; None before any."""
    seal = audit.last_seal(connection, number)
    if seal is None:
        return None
    asked = text("SELECT hash FROM audit WHERE seq = :seq")
    return f"{seal.audit_seq}-{str(connection.scalar(asked, {'seq': seal.audit_seq}))[:SHORT]}"


def short(row: Row | None) -> str | None:
    """Return a row as paper carries it."""
    return f"{row.seq}-{row.hash[:SHORT]}" if row else None


def verify(office: Office, *, printed: str | None = None, every: int = 1) -> Verdict:
    """Walk the chain, the seals and the facts; `printed` is a head from paper, as `head` gives it.

    With `every`, the facts of each so-many-th batch of cases only. Raises Refused: `printed` is no head, or
    the person may not look through the whole office.
    """
    office.require("verify")
    with bulk.many(), office.reading() as session:
        connection = session.connection()
        last, findings, notices = _chain(connection, _asked(printed))
        if every == 1:
            findings += _seals(connection)
        cases, more = _facts(connection, every)
        findings += (*more, *_guards(connection), *_loose(connection))
    return Verdict(
        rows=last.seq if last else 0,
        cases=cases,
        head=short(last),
        findings=tuple(findings),
        notices=tuple(notices),
    )


def _asked(printed: str | None) -> tuple[int, str] | None:
    if printed is None:
        return None
    number, _, begins = printed.strip().partition("-")
    if not number.isdigit() or len(begins) < SHORT // 2:
        raise Refused("A head is written as on paper: number, hyphen, hash")
    return int(number), begins.lower()


def _chain(
    connection: Connection, printed: tuple[int, str] | None
) -> tuple[Row | None, list[Finding], list[Finding]]:
    findings: list[Finding] = []
    notices: list[Finding] = []
    last: Row | None = None
    latest = ""
    found = None
    for row in audit.rows(connection):
        findings += _link(last, row)
        if row.at and row.at < latest:
            notices.append(
                Finding(where=f"row {row.seq}", says=f"the clock stood at {row.at}, before {latest}")
            )
        latest = max(latest, row.at or "")
        if row.doubt:
            findings.append(Finding(where=f"row {row.seq}", says=f"was written over a doubt: {row.doubt}"))
        if printed and row.seq == printed[0]:
            found = row.hash
        last = row
    if last is None:
        findings.append(Finding(where="the chain", says="is empty: no row is left"))
    if printed and not (found or "").startswith(printed[1]):
        says = "is not the hash that was printed" if found else "was printed, and is there no more"
        findings.append(Finding(where=f"row {printed[0]}", says=says))
    return last, findings, notices


def _link(before: Row | None, row: Row) -> Iterator[Finding]:
    number = before.seq + 1 if before else 1
    if row.seq < number:
        yield Finding(where=f"row {row.seq}", says="put in")
    elif row.seq > number:
        gone = f"row {number}" if row.seq == number + 1 else f"rows {number} to {row.seq - 1}"
        yield Finding(where=gone, says="removed")
    elif row.prev != (before.hash if before else audit.FIRST):
        yield Finding(where=f"row {row.seq}", says="does not follow the row before it: moved or put in")
    if row.hash != row.hashed():
        yield Finding(where=f"row {row.seq}", says="changed")


def _seals(connection: Connection) -> Iterator[Finding]:
    folded: dict[int, str] = {}
    for seal in audit.seals(connection):
        folded[seal.audit_seq] = audit.fold(folded.get(seal.audit_seq, ""), [seal])
    said = {seq: seals for seq, seals in connection.execute(text("SELECT seq, seals FROM audit"))}
    for seq in sorted(folded.keys() | said.keys()):
        if folded.get(seq) != said.get(seq):
            says = "its seals were changed, removed or put in"
            yield Finding(where=f"row {seq}", says=says if seq in said else "seals of a row that isn't there")


def _facts(connection: Connection, every: int) -> tuple[int, list[Finding]]:
    findings: list[Finding] = []
    sealed = audit.last_seals(connection)
    office = sealed.pop(OFFICE, None)
    if office and office.digest != audit.office_digest(connection):
        findings.append(Finding(where=_OFFICE_NAME, says=f"changed since row {office.audit_seq}"))
    seen, taken_back = 0, audit.digest({})
    for _, _, cases in reading.all_cases(connection, every=every):
        salts = {number: sealed[-number].salt if -number in sealed else None for number, _ in cases}
        held = names.digests(connection, salts)
        seen += len(cases)
        for number, case in cases:
            findings += _of_case(number, case, held[number], sealed)
    if every == 1:
        findings += (
            Finding(where=f"case no. {number}", says=f"removed since row {seal.audit_seq}")
            for number, seal in sorted(sealed.items())
            if number > 0 and seal.digest != taken_back
        )
    return seen, findings


def _of_case(number: int, case: Case, held: str | None, sealed: dict[int, Seal]) -> Iterator[Finding]:
    seal, of_names = sealed.pop(number, None), sealed.pop(-number, None)
    where = f"case {case.ref}"
    if seal is None:
        yield Finding(where=where, says="put in by another program: no row seals it")
    elif audit.digest(writing.fact_rows(number, case)) != seal.digest:
        yield Finding(where=where, says=f"its facts were changed since row {seal.audit_seq}")
    if of_names is None and held is not None:
        yield Finding(where=where, says="a name was put in by another program: no row seals it")
    elif of_names and (held or names.digest({}, of_names.salt)) != of_names.digest:
        yield Finding(where=where, says=f"its names were changed since row {of_names.audit_seq}")


def _guards(connection: Connection) -> Iterator[Finding]:
    """See that the triggers which keep journal and audit append-only are still there."""
    there = database.triggers(connection)
    for name in sorted(database.GUARDS[database.is_sqlite(connection)] - there):
        yield Finding(where=f"trigger {name}", says="removed")


def _loose(connection: Connection) -> Iterator[Finding]:
    """See that no row hides where no case is looked for."""
    if connection.scalar(text("SELECT count(*) FROM prosecution WHERE id < 1")):
        yield Finding(where="case numbers below 1", says="put in by another program")
    for table in database.loose_rows(connection):
        yield Finding(where=f"table {table}", says="has rows of a case, court or person that isn't there")
