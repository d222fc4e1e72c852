"""Copies of the office: made while it is in use, read back before they count, kept by a rule.

A copy is one file, encrypted as the office is and under the same passphrase: it is also what is handed
over when an office moves. Kept are the newest copy of each of the last seven days that have one, of the
last five weeks and of the last twelve months. Restoring writes a copy beside the office, says what
differs, and only then puts it in the office's place, whose own file stays beside it under another name.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from tracker.services import testimony
from tracker.services.office import Office, Refused, open_office
from tracker.store import audit, cipher, database

DAYS, WEEKS, MONTHS = 7, 5, 12
_BESIDE = ("-wal", "-shm", "-journal")
_STAMP = "%Y-%m-%dT%H%M%S"
_SHOWN = 20
SAMPLED = 20_000
"""Of a larger office about so many cases are compared with their seals."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A backup that was made and read back; `doubts` is what its audit says against it."""

    file: str
    cases: int
    rows: int
    head: str | None
    sha256: str
    doubts: tuple[str, ...]
    removed: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Differences:
    """What a backup holds otherwise than the office: refs, and rows of the audit."""

    only_in_office: tuple[str, ...]
    only_in_backup: tuple[str, ...]
    changed: tuple[str, ...]
    audit_office: int
    audit_backup: int


def folder_of(office: Office) -> Path:
    """Return where an office's backups lie: `backups` beside its file. Raises Refused: it has no file."""
    path = database.file_of(office.engine.url)
    if path is None:
        raise Refused("This office is on a server: its backups are the server's (pg_dump).")
    return path.parent / "backups"


def make(
    office: Office,
    now: datetime,
    to: Path | None = None,
    *,
    itself: bool = False,
    within: float | None = None,
    keep: tuple[int, int, int] = (DAYS, WEEKS, MONTHS),
    anew: bytes | None = None,
) -> Made:
    """Copy the office to `to`, or to its own folder of backups, where old ones are then cleared away.

    `itself`: the program does it unasked, and reads back every page and the end of the chain, but not each
    case; `within` so many seconds, or not at all. `keep`: of how many days, weeks and months. `anew`: the
    key of the copy, where it isn't the office's.
    Raises Refused: the copy couldn't be made, or isn't what the office is; then there is none.
    """
    folder = folder_of(office)
    path = database.file_of(office.engine.url)
    assert path is not None
    target = to or folder / f"{path.stem}-{now:{_STAMP}}.db"
    if target.exists():
        raise Refused(f"There is a file {target} already.")
    office.log("saved" if itself else "backup", "archive" if to else "backup")
    part = target.with_name(target.name + ".part")
    try:
        if to is None:
            folder.mkdir(mode=0o700, exist_ok=True)
        with office.engine.connect() as connection:
            database.copy_online(connection, part, within)
            key = database.key_in_use(connection)
        if anew:
            _under(part, key, anew)
            key = anew
        cases, verdict = _read_back(part, key, testimony.head(office) if itself else None)
        with part.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        part.replace(target)
        cipher.sync_folder(target.parent)
    except DBAPIError as error:
        raise Refused(database.explain(error)) from error
    except database.TookTooLong as error:
        raise Refused("The backup was given up: the office is too large to copy while you wait.") from error
    except (OSError, cipher.driver().Error) as error:
        raise Refused(f"The backup can't be made: {_said(error)}.") from error
    finally:
        with suppress(OSError):
            part.unlink()
    removed = () if to else _clear(folder, path.stem, keep)
    return Made(
        file=str(target),
        cases=cases,
        rows=verdict.rows,
        head=verdict.head,
        sha256=digest,
        doubts=tuple(f"{one.where}: {one.says}" for one in verdict.findings),
        removed=removed,
    )


def list_made(office: Office) -> list[Path]:
    """Return the office's backups, oldest first."""
    path = database.file_of(office.engine.url)
    return [] if path is None else _made(folder_of(office), path.stem)


def made_at(office: Office, file: Path) -> datetime | None:
    """Return the hour (UTC) at which a backup was made, from its name."""
    path = database.file_of(office.engine.url)
    return _when(file, path.stem) if path else None


def to_keep(days: Iterable[datetime], keep: tuple[int, int, int] = (DAYS, WEEKS, MONTHS)) -> set[datetime]:
    """Return which backups the rule keeps, of those made at these hours."""
    newest = sorted(days, reverse=True)
    kept: set[datetime] = set()
    for many, of in zip(keep, (_day, _week, _month), strict=True):
        seen: dict[object, datetime] = {}
        for at in newest:
            seen.setdefault(of(at), at)
        kept |= set(sorted(seen.values(), reverse=True)[:many])
    return kept


def compare(office: Office, copy: Office) -> Differences:
    """Return what a backup holds otherwise than the office, by their seals. Raises Refused: a role."""
    office.require("backup")
    here, there = _sealed(office), _sealed(copy)
    with office.reading() as now, copy.reading() as then:
        ours, theirs = audit.last(now.connection()), audit.last(then.connection())
    return Differences(
        only_in_office=tuple(sorted(here.keys() - there.keys())),
        only_in_backup=tuple(sorted(there.keys() - here.keys())),
        changed=tuple(sorted(ref for ref in here.keys() & there.keys() if here[ref] != there[ref])),
        audit_office=ours.seq if ours else 0,
        audit_backup=theirs.seq if theirs else 0,
    )


def lines(found: Differences) -> list[str]:
    """Return the differences as lines for a person."""
    said = [f"The office has {found.audit_office} rows of audit, the backup {found.audit_backup}."]
    for name, refs in (
        ("Only in the office, and lost by restoring", found.only_in_office),
        ("Only in the backup", found.only_in_backup),
        ("Otherwise in the backup", found.changed),
    ):
        if refs:
            more = f" and {len(refs) - _SHOWN} more" if len(refs) > _SHOWN else ""
            said.append(f"{name}: {', '.join(refs[:_SHOWN])}{more}.")
    return said if len(said) > 1 else [*said, "The cases are the same."]


def check(
    file: Path, secret: database.Secret | None, head: str | None = None
) -> tuple[Office, testimony.Verdict]:
    """Open a copy, read it whole and verify its audit. Raises Refused: it doesn't open, or is damaged.

    With `head`, see that its chain ends there or later, in place of verifying it. What the audit says
    against it is in the answer: an office that was altered is copied all the same.
    """
    copy = open_office(f"sqlite:///{file}", secret=secret, itself=True)
    try:
        with copy.reading() as session:
            said = session.connection().exec_driver_sql("PRAGMA quick_check(1)").scalar()
            cases = session.scalar(text("SELECT count(*) FROM prosecution")) or 0
        if said != "ok":
            raise Refused("The copy is damaged.")
        if head is not None:
            return copy, _ends_there(copy, head)
        return copy, testimony.verify(copy, every=max(1, cases // SAMPLED))
    except BaseException:
        copy.close()
        raise


def bring(file: Path, path: Path, secret: database.Secret | None) -> tuple[Path, Office, testimony.Verdict]:
    """Copy a backup beside the office and verify the copy; return its path, the copy, open, and
    what its audit says.

    The backup itself is never opened, so that nothing is written into it. Raises Refused.
    """
    new = path.with_name(path.name + ".restored")
    try:
        with suppress(FileNotFoundError):
            new.unlink()
        cipher.make_private(new)
        new.write_bytes(file.read_bytes())
    except OSError as error:
        raise Refused(f"{file} can't be brought here: {_said(error)}.") from error
    try:
        return new, *check(new, secret)
    except BaseException:
        drop(new)
        raise


def swap(new: Path, path: Path, key: bytes | None) -> Path | None:
    """Put the brought copy in the office's place; return where the office's own file is kept.

    `key` is the office's. Nobody may have either open. Raises Refused, and nothing was swapped.
    """
    kept = path.with_name(path.name + ".before-restore")
    there = path.exists()
    if there and not cipher.alone(path, key):
        drop(new)
        raise Refused("Another program has the office open: close it first.")
    try:
        for end in ("", *_BESIDE):  # a journal left behind would be played into the other file
            if path.with_name(path.name + end).exists():
                path.with_name(path.name + end).replace(kept.with_name(kept.name + end))
        new.replace(path)
        cipher.sync_folder(path.parent)
    except OSError as error:
        raise Refused(f"{path} can't be replaced: {_said(error)}.") from error
    return kept if there else None


def drill(office: Office, today: date) -> tuple[str, Differences]:
    """Bring the newest backup back to a file of its own, verify it, and take it away again.

    Return its name and what has changed since. Raises Refused: there is none, or it can't be restored.
    """
    made = list_made(office)
    if not made:
        raise Refused("There is no backup to try: `tracker backup` makes one.")
    with office.engine.connect() as connection:
        key = database.key_in_use(connection)
    path = made[-1].with_name(made[-1].name + f".drill-{today.isoformat()}")
    new, copy, _ = bring(made[-1], path, lambda _: key)
    try:
        with copy:
            return made[-1].name, compare(office, copy)
    finally:
        drop(new)


def drop(path: Path) -> None:
    """Take a file of a database away, with what lies beside it."""
    for end in ("", *_BESIDE):
        with suppress(OSError):
            path.with_name(path.name + end).unlink()


def _ends_there(copy: Office, head: str) -> testimony.Verdict:
    """See that the chain of a copy is as long as it was; return a verdict that says no more than that."""
    there = testimony.head(copy)
    if there != head:
        raise Refused("The copy isn't what the office is.")
    rows = int(head.partition("-")[0])
    return testimony.Verdict(rows=rows, cases=0, head=there, findings=(), notices=())


def _under(part: Path, key: bytes | None, anew: bytes) -> None:
    """Put a copy under another key."""
    other = part.with_name(part.name + ".anew")
    with suppress(FileNotFoundError):
        other.unlink()
    try:
        cipher.write_anew(part, key, other, anew)
        other.replace(part)
    finally:
        with suppress(FileNotFoundError):
            other.unlink()


def _read_back(part: Path, key: bytes | None, head: str | None = None) -> tuple[int, testimony.Verdict]:
    try:
        copy, verdict = check(part, lambda _: key, head)
        with copy, copy.reading() as session:
            cases = session.scalar(text("SELECT count(*) FROM prosecution")) or 0
    finally:
        for end in _BESIDE:
            with suppress(OSError):
                part.with_name(part.name + end).unlink()
    return cases, verdict


def _sealed(office: Office) -> dict[str, str]:
    with office.reading() as session:
        return audit.facts_of(session.connection())


def _made(folder: Path, stem: str) -> list[Path]:
    return sorted(path for path in folder.glob(f"{stem}-*.db") if _when(path, stem))


def _when(path: Path, stem: str) -> datetime | None:
    with suppress(ValueError):
        return datetime.strptime(path.stem.removeprefix(f"{stem}-"), _STAMP)  # noqa: DTZ007 (a name, not an hour)
    return None


def _clear(folder: Path, stem: str, keep: tuple[int, int, int]) -> tuple[str, ...]:
    made = {at: path for path in _made(folder, stem) if (at := _when(path, stem))}
    kept = to_keep(made, keep)
    gone = [path for at, path in made.items() if at not in kept]
    for path in gone:
        with suppress(OSError):
            path.unlink()
    return tuple(path.name for path in gone)


def _day(at: datetime) -> object:
    return at.date()


def _week(at: datetime) -> object:
    return at.isocalendar()[:2]


def _month(at: datetime) -> object:
    return at.year, at.month


def _said(error: Exception) -> str:
    return getattr(error, "strerror", None) or type(error).__name__
