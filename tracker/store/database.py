"""Open the office's database, bring it up to date, write many rows; say in a line what went wrong.

The only file that knows SQLite from PostgreSQL, and with `cipher` the only one that opens either. An
encrypted office's passphrase is asked for (`Secret`) where the file turns out to want one, and only then.

SQLite is opened with WAL, foreign keys on, a wait for other writers and `synchronous=FULL`: an office
may lose no recorded hearing to a power cut. Transactions are begun by us (the driver's own habit is to
begin late): a transaction that writes takes the write lock at once, so that it never fails half way.
"""

from __future__ import annotations

import contextlib
import logging
import os
import sqlite3
import time
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, cast

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from tracker.store import cipher

HEAD = "0015"
"""The newest migration (a test holds it to the files). Numbers only grow, so a greater one is newer."""

PATIENCE_MS = 5000
COPIED_AT_ONCE = 2_000
"""Pages of a copy between two looks whether it takes too long."""
CACHE_KB = 1_024
"""Pages that each connection keeps. The system keeps a plain file's anyway, so that 64 MB were no faster in
anything; the screen reads by several connections at once, and held 290 MB with them, 106 with 4 MB, 97 with
this."""
CACHE_KB_DECRYPTED = 16_384
"""Of an encrypted file nobody else keeps what was decrypted."""
_KEY = "tracker_key"
_MIGRATIONS = str(Path(__file__).parent / "migrations")


Secret = Callable[[Path], bytes | None]
"""Asked for the key of a file that is encrypted, or is to be made: `cipher.key_of`, `cipher.new_key`.
For a file to be made, None means a plain one."""


class Trouble(Exception):
    """The database can't be used; the text is one clear line without any value of a case."""


def open_database(
    url: str, secret: Secret | None = None, *, create: bool = False, patience_ms: int = PATIENCE_MS
) -> Engine:
    """Return the engine of an up-to-date office; with `create`, make the office if there is none.

    Without `secret` a new office is plain and an encrypted one is refused.
    Raises Trouble. `patience_ms` is how long to wait for another program that is writing.
    """
    made = None
    try:
        place = make_url(url)
        path = file_of(place)
        made = path if path and not path.exists() else None
        if place.get_backend_name() == "sqlite":
            engine = _sqlite(place, secret, create, patience_ms)
        elif place.get_backend_name() != "postgresql":
            raise ArgumentError
        else:
            from tracker.store import every

            every.partial_on_postgresql()
            engine = _postgresql(place.set(drivername="postgresql+psycopg"), patience_ms)
    except (ArgumentError, ValueError) as error:  # a port that is no number is a ValueError
        raise Trouble(
            "The database address can't be read: write sqlite:///PATH or postgresql+psycopg://…"
        ) from error
    except (ModuleNotFoundError, NoSuchModuleError) as error:
        raise Trouble("PostgreSQL needs psycopg: install prosecution-tracker[postgresql].") from error
    logging.getLogger("sqlalchemy.engine.Engine").addFilter(_no_rows)
    try:
        _bring_up_to_date(engine, create)
    except DBAPIError as error:
        _let_go(engine, made)
        raise Trouble(_not_opened(path, made, error)) from error
    except BaseException:
        _let_go(engine, made)
        raise
    return engine


def _not_opened(path: Path | None, made: Path | None, error: DBAPIError) -> str:
    """Return the line for an office that can't even be opened; SQLite writes beside a file that it reads."""
    line = explain(error)
    if made is None and path is not None:
        if line in (_FULL, _FAILING):
            return (
                "The office can't be opened: the disk is full or failing, or what lies beside it "
                f"({path.name}-wal, -shm) was taken away under a program that has it open. What is in it is "
                "kept."
            )
        if "readonly database" in str(error) and not os.access(path.parent, os.W_OK):
            return (
                "The office lies in a folder that may only be read here: copy it to where it may be written, "
                "and open the copy. Nothing was written."
            )
    return line


def _let_go(engine: Engine, made: Path | None) -> None:
    """Close what couldn't be opened; take away a file that was only just made, for it is no office."""
    engine.dispose()
    if made is not None:
        for end in ("", "-wal", "-shm", "-journal"):
            with contextlib.suppress(OSError):
                made.with_name(made.name + end).unlink()


def _postgresql(place: URL, patience_ms: int) -> Engine:
    """Return a server's engine, which waits no longer for another writer than a file's does."""
    engine = create_engine(place, hide_parameters=True)

    def be_patient(connection: Any, _: object) -> None:
        with contextlib.closing(connection.cursor()) as cursor:
            cursor.execute(f"SET lock_timeout = {patience_ms}")
        connection.commit()

    event.listen(engine, "connect", be_patient)
    return engine


def _no_rows(record: logging.LogRecord) -> bool:
    """Keep rows out of every log: told to log all, SQLAlchemy writes down what it reads, names included."""
    return record.levelno > logging.DEBUG


def for_writing(engine: Engine) -> Engine:
    """Return the engine whose transactions take the write lock when they begin."""
    return engine.execution_options(writes=True)


def _sqlite(place: URL, secret: Secret | None, create: bool, patience_ms: int) -> Engine:
    path = file_of(place)
    return _sqlite_engine(place, _key(path, secret, create) if path else None, patience_ms)


def _sqlite_engine(place: URL, key: bytes | None, patience_ms: int) -> Engine:
    path = file_of(place)
    arguments, found = place.get_dialect()().create_connect_args(place)
    options: dict[str, Any] = {**found, "check_same_thread": False, "isolation_level": None}

    def connect() -> sqlite3.Connection:
        if key is None:
            return _prepared(sqlite3.connect(arguments[0], **options), patience_ms)
        return _prepared(cipher.connect(arguments[0], key, **options), patience_ms, CACHE_KB_DECRYPTED)

    engine = create_engine(
        place,
        creator=connect,
        module=cipher.driver() if key else sqlite3,
        hide_parameters=True,
        execution_options={_KEY: key},
        # the connection last used keeps the pages last read
        **({"pool_use_lifo": True} if path else {}),
    )
    wal = path.with_name(path.name + "-wal") if path else None
    event.listen(engine, "begin", partial(_begin, path, wal))
    if path:
        first = key[-cipher.SALT :] if key else cipher.PLAIN
        event.listen(engine, "connect", lambda _, record: record.info.update(held=cipher.hold(path, first)))
        event.listen(engine, "close", lambda _, record: cipher.release(record.info.pop("held", None)))
    return engine


def beside(engine: Engine, prepare: Callable[[str, bool], Iterable[str]]) -> Engine:
    """Return an engine on the same database, each of whose connections first runs some statements.

    `prepare` is told the name of the schema that holds the tables, and whether a server's policies hold.
    """
    lite = engine.dialect.name == "sqlite"
    if lite:
        made = _sqlite_engine(engine.url, engine.get_execution_options().get(_KEY), PATIENCE_MS)
    else:
        made = _postgresql(engine.url, PATIENCE_MS)
    with engine.connect() as connection:
        statements = list(prepare("main" if lite else "public", under_policies(connection)))

    def ready(connection: Any, _: object) -> None:
        with contextlib.closing(connection.cursor()) as cursor:
            for statement in statements:
                cursor.execute(statement)
        connection.commit()

    event.listen(made, "connect", ready)
    return made


def key_in_use(connection: Connection) -> bytes | None:
    """Return the key of the open file; None for a plain one. It is never shown, logged or written."""
    key: bytes | None = connection.get_execution_options().get(_KEY)
    return key


def _key(path: Path, secret: Secret | None, create: bool) -> bytes | None:
    """Return the key of a SQLite file; None for a plain one. A file that isn't there is made."""
    there = path.exists()
    if not there and not create:
        raise Trouble(f"There is no office at {path}. `tracker init` makes one.")
    if there and not cipher.is_encrypted(path):
        return None
    if there and secret is None:
        raise Trouble(f"{NOT_READ} To open it as an encrypted office, give its passphrase.")
    key = secret(path) if secret else None
    if not there:
        _make_file(path)
    return key


def file_of(place: URL) -> Path | None:
    """Return the file of a SQLite address; None for PostgreSQL, memory and `file:` addresses."""
    name = place.database or ""
    plain = (
        place.get_backend_name() == "sqlite" and name not in ("", ":memory:") and not name.startswith("file:")
    )
    return Path(name) if plain else None


def _make_file(path: Path) -> None:
    """Make an empty file that only its owner can read; SQLite's side files take its rights."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except OSError as error:
        raise Trouble(f"{path} can't be made: {error.strerror}.") from error


def _prepared(
    connection: sqlite3.Connection, patience_ms: int, cache_kb: int = CACHE_KB
) -> sqlite3.Connection:
    try:
        connection.execute(f"PRAGMA busy_timeout={patience_ms}")
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute(f"PRAGMA cache_size=-{cache_kb}")
        connection.execute("PRAGMA temp_store=MEMORY")
        if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
            with contextlib.suppress(sqlite3.OperationalError):  # a read-only file can still be read
                connection.execute("PRAGMA journal_mode=WAL")
    except BaseException:
        connection.close()
        raise
    return connection


def _begin(path: Path | None, wal: Path | None, connection: Connection) -> None:
    held = connection.info.get("held")
    if held and path and cipher.number_of(path) != held:
        raise Trouble(
            f"{path} is gone, or another file has taken its place; nothing was written. Close the program "
            "and open it again."
        )
    if wal:
        _keep_wal(wal, connection)
    writes = connection.get_execution_options().get("writes")
    with _said_alike(connection):
        _driver(connection).execute("BEGIN IMMEDIATE" if writes else "BEGIN")


def _keep_wal(wal: Path, connection: Connection) -> None:
    """Refuse to go on where the WAL was taken away: what it holds would be lost with the program's end.

    It stays as long as anybody has the office open, and closing writes it into the file even so.
    """
    now = cipher.number_of(wal)
    before = connection.info.setdefault("wal", now) or now
    if now != before:
        raise Trouble(
            f"{wal.name}, which lies beside the office and belongs to it, is gone, or another has taken its "
            "place; nothing was written. Close the program, which keeps what was recorded, and open it again."
        )
    connection.info["wal"] = now


def revision(connection: Connection) -> str | None:
    """Return the number of the database's last migration; None if the database is empty."""
    tables = _tables(connection)
    if "alembic_version" in tables:
        found = read_rows(connection, "SELECT version_num FROM alembic_version")
        return str(found[0][0] if found else None)
    if tables:
        raise Trouble("This database belongs to another program: it has tables, but not ours.")
    return None


def _tables(connection: Connection) -> list[str]:
    if not is_sqlite(connection):
        return inspect(connection).get_table_names()
    found = read_rows(connection, "SELECT name FROM sqlite_master WHERE type = 'table'")
    return [name for (name,) in found if not name.startswith("sqlite_")]


def _bring_up_to_date(engine: Engine, create: bool) -> None:
    with engine.connect() as connection:
        now = revision(connection)
    if now == HEAD:
        return
    if now is None and not create:
        raise Trouble(
            "The database is empty. `tracker init` makes an office in it; was there one, `tracker restore` "
            "brings a backup back."
        )
    if now and now > HEAD:
        raise Trouble(
            f"The database was written by a newer version of this program (its schema is {now}, "
            f"this program knows {HEAD}). Update the program."
        )
    try:
        if now:
            _copy_file(engine, now)
        _migrate(engine)
    except (DBAPIError, OSError, sqlite3.OperationalError) as error:
        if now is None or not _is_read_only(engine, error):
            raise
        _take_copy_away(engine, now)
        raise Trouble(
            f"The database has an older schema ({now}; this program works with {HEAD}) and may only be read "
            "here: copy it to where it may be written, and open the copy. Nothing was written."
        ) from error


def _is_read_only(engine: Engine, error: Exception) -> bool:
    """Say whether the file, or its folder, is one in which nothing may be written."""
    path = file_of(engine.url)
    if "readonly database" in str(error):
        return True
    return path is not None and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))


def _copy_of(engine: Engine, schema: str) -> Path | None:
    """Return where the copy of an older schema lies that is made before the migrations; a server has none."""
    path = file_of(engine.url)
    return path.with_name(f"{path.name}.schema-{schema}") if path else None


def _copy_file(engine: Engine, now: str) -> None:
    copy = _copy_of(engine, now)
    if copy is None:
        return
    with engine.connect() as connection:
        copy_online(connection, copy)


def _take_copy_away(engine: Engine, now: str) -> None:
    copy = _copy_of(engine, now)
    if copy is not None:
        with contextlib.suppress(OSError):
            copy.unlink()


class TookTooLong(Exception):
    """A copy wasn't done in the time given for it."""


def copy_online(connection: Connection, to: Path, within: float | None = None) -> None:
    """Copy the open database to a file, encrypted under the same key, as one moment saw it.

    Others may write meanwhile. Raises TookTooLong after `within` seconds; the driver's and the system's
    errors come through.
    """
    ends = None if within is None else time.monotonic() + within

    def look(*_: object) -> None:
        if ends is not None and time.monotonic() > ends:
            raise TookTooLong

    with contextlib.suppress(FileNotFoundError):
        to.unlink()
    cipher.make_private(to)
    key = key_in_use(connection)
    copy = cipher.connect(to, key) if key else sqlite3.connect(to)
    try:
        source = _driver(connection)
        source.execute("BEGIN")
        source.execute(
            "SELECT count(*) FROM sqlite_master"
        ).fetchone()  # one moment, whoever writes meanwhile
        source.backup(copy, pages=COPIED_AT_ONCE, progress=look, sleep=0)
        source.execute("ROLLBACK")
        copy.execute("PRAGMA journal_mode = DELETE")
    finally:
        copy.close()


def _migrate(engine: Engine) -> None:
    """Run the migrations in one transaction, with SQLite's foreign keys off while tables are rebuilt."""
    from alembic import command  # costs a quarter of a second, and is rarely needed
    from alembic.config import Config

    lite = engine.dialect.name == "sqlite"
    with for_writing(engine).connect() as connection:
        if lite:
            _driver(connection).execute("PRAGMA foreign_keys=OFF")
        with connection.begin():
            if not lite:
                connection.exec_driver_sql("SELECT pg_advisory_xact_lock(7031415)")
            config = Config()
            config.set_main_option(
                "script_location", str(Path(__file__).parent / "migrations").replace("%", "%%")
            )
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            if lite and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                raise Trouble("The database holds rows that point nowhere; it was left as it was.")
            if not lite and _enforced(connection):
                from tracker.store import policies  # new tables get what the others have

                policies.enforce(connection)
    engine.dispose()  # a pooled connection would keep its foreign keys off


def _enforced(connection: Connection) -> bool:
    asked = "SELECT relrowsecurity FROM pg_class WHERE oid = 'prosecution'::regclass"
    return bool(connection.exec_driver_sql(asked).scalar())


def _driver(connection: Connection) -> Any:
    return connection.connection.dbapi_connection


def is_sqlite(connection: Connection) -> bool:
    """Say whether the rows come from SQLite, where days are text and yes is 1."""
    return connection.dialect.name == "sqlite"


class _said_alike:
    """Let an error of the driver be the one that SQLAlchemy would raise, for work done beside it."""

    __slots__ = ("_connection",)

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def __enter__(self) -> None:
        pass

    def __exit__(self, _: object, error: BaseException | None, trace: object) -> None:
        if error is not None and isinstance(error, self._connection.dialect.loaded_dbapi.Error):
            raise DBAPIError(None, None, error, hide_parameters=True) from error


def write_rows(
    connection: Connection, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]
) -> None:
    """Write many rows by the driver's quickest way: `executemany`, or COPY on PostgreSQL.

    Days are ISO text. Core's own bulk insert is 2.3 times slower.
    """
    names = ", ".join(f'"{column}"' for column in columns)
    with _said_alike(connection), contextlib.closing(_driver(connection).cursor()) as cursor:
        if is_sqlite(connection) or under_policies(connection):
            marks = ", ".join(("?" if is_sqlite(connection) else "%s",) * len(columns))
            cursor.executemany(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', rows)
        else:
            with cursor.copy(f'COPY "{table}" ({names}) FROM STDIN') as copy:
                for row in rows:
                    copy.write_row(row)


def under_policies(connection: Connection) -> bool:
    """Say whether a server's row policies hold for this login; PostgreSQL has no COPY then."""
    if "policies" not in connection.info:
        asked = "SELECT row_security_active('public.prosecution')"
        lite = is_sqlite(connection)
        connection.info["policies"] = not lite and bool(connection.exec_driver_sql(asked).scalar())
    return bool(connection.info["policies"])


def update_rows(
    connection: Connection, table: str, columns: Sequence[str], key: str, rows: Sequence[Sequence[Any]]
) -> None:
    """Set columns of many rows; each of `rows` holds their new values, then the row's key."""
    mark = "?" if is_sqlite(connection) else "%s"
    sets = ", ".join(f'"{column}" = {mark}' for column in columns)
    with _said_alike(connection), contextlib.closing(_driver(connection).cursor()) as cursor:
        cursor.executemany(f'UPDATE "{table}" SET {sets} WHERE "{key}" = {mark}', rows)


def delete_rows(
    connection: Connection, table: str, key: Sequence[str], rows: Sequence[Sequence[Any]]
) -> None:
    """Take away the rows that have these keys."""
    mark = "?" if is_sqlite(connection) else "%s"
    which = " AND ".join(f'"{column}" = {mark}' for column in key)
    with _said_alike(connection), contextlib.closing(_driver(connection).cursor()) as cursor:
        cursor.executemany(f'DELETE FROM "{table}" WHERE {which}', rows)


def update_row(
    connection: Connection, table: str, columns: Sequence[str], values: Sequence[Any], where: dict[str, int]
) -> None:
    """Set columns of the one row that has this key."""
    mark = "?" if is_sqlite(connection) else "%s"
    sets = ", ".join(f'"{column}" = {mark}' for column in columns)
    which = " AND ".join(f'"{column}" = {mark}' for column in where)
    with _said_alike(connection), contextlib.closing(_driver(connection).cursor()) as cursor:
        cursor.execute(f'UPDATE "{table}" SET {sets} WHERE {which}', (*values, *where.values()))


def change_mark(connection: Any, postgresql: bool) -> int:
    """Return a number that is another one once somebody wrote: SQLite's own data version, which counts
    what other connections commit, or PostgreSQL's next transaction number. The connection is the driver's."""
    asked = "SELECT txid_snapshot_xmax(txid_current_snapshot())" if postgresql else "PRAGMA data_version"
    with contextlib.closing(connection.cursor()) as cursor:
        cursor.execute(asked)
        found = int(cursor.fetchone()[0])
    connection.rollback()
    return found


GUARDS = {
    True: {
        *("event_not_changed", "event_not_deleted", "audit_not_changed", "audit_not_deleted"),
        *("seal_not_changed", "seal_not_deleted", "flagnote_not_changed", "flagnote_not_deleted"),
    },
    False: {
        *("event_not_changed", "audit_not_changed", "seal_not_changed", "seal_not_deleted"),
        "flagnote_not_changed",
    },
}
"""The triggers that keep journal, audit and notes on flags append-only: on SQLite (True), on PostgreSQL."""


def triggers(connection: Connection) -> set[str]:
    """Return the names of the triggers that are there and at work."""
    asked = (
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        if is_sqlite(connection)
        else "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'"
    )
    return {name for (name,) in read_rows(connection, asked)}


def overwrite_deleted(connection: Connection) -> None:
    """Let this connection write zeros over what it deletes from SQLite's file, from now on."""
    if is_sqlite(connection):
        connection.exec_driver_sql("PRAGMA secure_delete=ON")


def empty_journal(connection: Connection) -> None:
    """Write what waits in SQLite's WAL into the file and empty it, so that nothing erased stays in it."""
    if is_sqlite(connection):
        connection.rollback()
        _driver(connection).execute("PRAGMA wal_checkpoint(TRUNCATE)")


def loose_rows(connection: Connection) -> list[str]:
    """Return the tables with rows that point nowhere (PostgreSQL never lets them)."""
    if not is_sqlite(connection):
        return []
    return sorted({row[0] for row in connection.exec_driver_sql("PRAGMA foreign_key_check")})


def lock_audit(connection: Connection) -> None:
    """Let nobody else add to the audit until this transaction ends (SQLite has one writer anyway)."""
    if not is_sqlite(connection):
        connection.exec_driver_sql("SELECT pg_advisory_xact_lock(7031416)")


def lock_numbers(connection: Connection) -> None:
    """Let nobody else number a new case until this transaction ends (SQLite has one writer anyway)."""
    if not is_sqlite(connection):
        connection.exec_driver_sql("LOCK TABLE prosecution IN SHARE ROW EXCLUSIVE MODE")


def read_rows(connection: Connection, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    """Return the rows as the driver gives them: the quickest read, for whole cases by the thousand.

    `values` stand for the question marks of the statement.
    """
    with _said_alike(connection), contextlib.closing(_driver(connection).cursor()) as cursor:
        if values:
            cursor.execute(sql if is_sqlite(connection) else sql.replace("?", "%s"), values)
        else:
            cursor.execute(sql)
        return cast(list[tuple[Any, ...]], cursor.fetchall())


def day_reader(connection: Connection) -> Callable[[Any], date | None]:
    """Return what makes a `date` of a raw value of a day column."""
    return _read_day if is_sqlite(connection) else _same


def _read_day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def _same(value: date | None) -> date | None:
    return value


NOT_READ = "The file is not a database of this program, or it is encrypted under another passphrase."
_FULL = "The disk is full; nothing was written."
_FAILING = "The disk is full or failing; nothing was written."

_LINES = (
    ("file is not a database", NOT_READ),
    ("malformed", "The database file is damaged. Restore a backup; nothing was written."),
    ("readonly database", "The database is read-only: this program may not write to it."),
    ("read-only transaction", "The database is read-only: this program may not write to it."),
    ("permission denied", "The database may not be read or written by you."),
    ("is locked", "Another program is writing to the database. Try again in a moment."),
    ("lock timeout", "Another program is writing to the database. Try again in a moment."),
    ("disk is full", _FULL),
    ("no space left", _FULL),
    ("disk i/o error", _FAILING),
    (
        "unable to open database file",
        "The database file can't be opened: it is no file, not yours to read, or on a disk that may only be "
        "read (then copy it elsewhere).",
    ),
    ("append-only", "A line of the journal can't be changed or taken away; record a correction."),
    ("connection to server", "The database server doesn't answer, or doesn't let you in."),
    ("failed to resolve host", "The database server doesn't answer, or doesn't let you in."),
    ("connection failed", "The database server doesn't answer, or doesn't let you in."),
)


def explain(error: DBAPIError) -> str:
    """Return one clear line for what the driver said, without any value that a row holds."""
    said = str(error.orig).lower()
    for words, line in _LINES:
        if words in said:
            return line
    constraint = getattr(getattr(error.orig, "diag", None), "constraint_name", None)
    if constraint or "constraint failed" in said:
        return f"The database refused what must never be ({constraint or said.split('failed:')[-1].strip()})."
    return f"The database failed ({type(error.orig).__name__}); nothing was written."
