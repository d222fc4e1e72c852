"""Take case files in and give them out: one transaction a file, every fault named, nothing half written.

What a file may hold is `casefile`'s; what a case may say is `domain.journal`'s. Here it is decided
whether a case is filed: its ref is new, its courts agree with the office's, nothing in it is at fault.
With `keep_going` the good cases are filed, and the others go to FILE.rejected.jsonl with their faults,
without the fields that may identify somebody (`casefile.LEFT_OUT`).
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any, TypedDict

from sqlmodel import func, select

from tracker.domain import texts
from tracker.domain.case import Case, Court
from tracker.services import audit, bulk, casefile
from tracker.services.casefile import Read, schema
from tracker.services.intake import Intake
from tracker.services.office import Office, Refused
from tracker.services.views import Imported
from tracker.store import names, reading
from tracker.store.office_tables import Disclosure
from tracker.store.tables import Prosecution, Setting

__all__ = ["export", "import_files", "schema", "write_cases", "write_private"]


class Written(TypedDict):
    """How much was written."""

    cases: int
    events: int


class _Undo(Exception):
    """Take back all that this file has written."""


def import_files(office: Office, paths: Iterable[Path], *, keep_going: bool = False) -> Imported:
    """Take case files in, each in a transaction of its own; what is at fault is in the answer.

    Without `keep_going` one fault refuses its whole file. Raises Refused where the database says no.
    """
    imported = refused = 0
    faults: list[str] = []
    rejected: list[str] = []
    notes: list[str] = []
    for path in paths:
        taken = _import(office, Path(path), keep_going)
        imported, refused = imported + taken.imported, refused + taken.refused
        faults += taken.faults
        notes += taken.notes
        rejected += [taken.rejected_to] if taken.rejected_to else []
    return Imported(
        imported=imported,
        refused=refused,
        faults=tuple(faults),
        rejected_to=", ".join(rejected) or None,
        notes=tuple(notes),
    )


def _import(office: Office, path: Path, keep_going: bool) -> Imported:
    law = office.law()
    refused: list[Read] = []
    notes: list[str] = []
    cases = filed = 0
    try:
        with bulk.many(), office.transaction() as session:
            now = office.now()
            intake = Intake(session, law, now.date() if now else None)
            for read in casefile.read(path):
                cases += not read.header
                refused += intake.take(read, only_check=bool(refused) and not keep_going)
            refused += intake.finish(only_check=bool(refused) and not keep_going)
            if (refused and not keep_going) or intake.header_refused:
                raise _Undo
            filed, notes = intake.filed, intake.alike.notes
            audit.of(session).says(
                "import", f"{texts.shown(path.name, key=True)}: {filed} cases", sha256=_fingerprint(path)
            )
    except _Undo:
        pass
    except Refused as error:
        if refused or filed or not str(error).startswith(f"{path.name}:"):
            raise
        return Imported(imported=0, refused=1, faults=error.faults)
    faults = tuple(fault for read in refused for fault in read.faults)
    to = _write_rejected(path, refused) if refused and keep_going else None
    many = max(cases - filed, bool(refused))
    return Imported(imported=filed, refused=many, faults=faults, rejected_to=to, notes=tuple(notes))


def _fingerprint(path: Path) -> str | None:
    """Return the SHA-256 of a file; None of what can't be read twice, as a pipe."""
    if not path.is_file():
        return None
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_cases(
    office: Office, courts: Iterable[Court], cases: Iterable[Case], *, sample: bool = False
) -> Written:
    """File cases made by the program itself in an office without cases; return how many, and their events.

    Raises Refused: the office has cases already.
    """
    law = office.law()
    with bulk.many(), office.transaction() as session:
        if session.exec(select(Prosecution.id).limit(1)).first() is not None:
            raise Refused("This office has cases already; sample cases are written to an empty one only.")
        intake, events = Intake(session, law), 0
        intake.take_courts(courts)
        for case in cases:
            intake.file(case)
            events += len(case.events)
        intake.finish()
        if sample:
            session.merge(Setting(key="sample", value="yes"))
        audit.of(session).says("import", f"{'sample' if sample else 'made'}: {intake.filed} cases")
    return {"cases": intake.filed, "events": events}


def export(
    office: Office, refs: Sequence[str] = (), *, with_identities: bool = False, today: date | None = None
) -> Iterator[str]:
    """Return the pieces of a case file of these cases, or of all, by ref; importing it changes nothing.

    Victims' names stay behind unless `with_identities`, which needs `today` and is written down.
    Raises Refused: a ref that isn't there.
    """
    with office.reading() as session:
        connection = session.connection()
        known = reading.numbers_of(connection, refs) if refs else {}
        missing = [ref for ref in refs if ref not in known]
        if missing:
            raise Refused(*(f"There is no case {ref}." for ref in missing))
        numbers = [known[ref] for ref in sorted(set(refs))] if refs else reading.numbers(connection)
        here = reading.courts_of(connection, numbers if refs else None)
        courts = tuple(court for key, court in reading.courts(connection).items() if key in here)
    about: dict[str, Any] = {"cases": len(numbers), "refs": sorted(set(refs)) or "all"}
    named: dict[tuple[int, str], str] = {}
    if with_identities:
        named = _disclose(office, numbers, about, today)
    else:
        office.log("export", "case file without identities", numbers=numbers, **about)
    return _pieces(office, numbers, courts, named)


def write_private(path: Path, pieces: Iterable[str]) -> None:
    """Write a file that only its owner can read; it appears whole or not at all. Raises Refused."""
    new = path.with_name(path.name + ".part")
    try:
        with suppress(FileNotFoundError):
            new.unlink()
        with os.fdopen(
            os.open(new, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600),
            "w",
            encoding="utf-8",
            errors="backslashreplace",
        ) as file:
            file.writelines(pieces)
        new.replace(path)
    except OSError as error:
        raise Refused(f"{path} can't be written: {error.strerror}.") from error
    finally:
        with suppress(OSError):
            new.unlink()


def _pieces(
    office: Office,
    numbers: Sequence[int],
    courts: tuple[Court, ...],
    named: Mapping[tuple[int, str], str],
) -> Iterator[str]:
    yield casefile.write_header(courts)[:-1] + ',\n"cases":['
    before = "\n"
    with office.reading() as session:
        connection = session.connection()
        for start in range(0, len(numbers), reading.BATCH):
            some = numbers[start : start + reading.BATCH]
            for number, case in reading.chosen(connection, some):
                for victim in case.victims if named else ():
                    victim.name = named.get((number, victim.code))
                yield before + casefile.write(case)
                before = ",\n"
    yield "\n]}\n"


def _disclose(
    office: Office, numbers: Sequence[int], about: dict[str, Any], today: date | None
) -> dict[tuple[int, str], str]:
    """Write down that the names of these cases go out, and return them."""
    if today is None:
        raise ValueError("an export with identities is written down with its day")
    with office.transaction() as session:
        audit.of(session).says("identity", "case file with identities", **about)
        audit.of(session).about(numbers)
        last = session.exec(select(func.max(Disclosure.seq))).one() or 0
        what = "export with identities"
        session.add(Disclosure(seq=last + 1, on=today, who=office.user, what=what, cases=about["cases"]))
        return names.all_opened(session.connection(), numbers, what)


def _write_rejected(path: Path, refused: Sequence[Read]) -> str:
    to = path.with_name(path.name + ".rejected.jsonl")
    left_out = ", ".join(sorted(casefile.LEFT_OUT))
    about: dict[str, Any] = {
        "rejected_from": path.name,
        "says": f"Left out, since they may tell who somebody is: {left_out}, keys that are not known, "
        "and every text but refs, words of the lists, days, labels and numbers. "
        "Mend the cases in the file itself.",
    }
    rows = [about, *(_rejected(read) for read in refused)]
    write_private(to, (json.dumps(row, ensure_ascii=False) + "\n" for row in rows))
    return str(to)


def _rejected(read: Read) -> dict[str, Any]:
    row: dict[str, Any] = {"line": read.place.line, "faults": read.faults}
    return {**row, "case": casefile.without_persons(read.text)} if read.text else row
