"""Files that nobody can read without the passphrase: SQLCipher 4, by its own defaults.

The key is PBKDF2-HMAC-SHA512 of the passphrase with the salt that is the file's first 16 bytes, 256,000
rounds; any SQLCipher opens the file with the passphrase alone. It is derived once and given to each
connection raw, since deriving takes an eighth of a second. `sqlcipher3` is imported only for a file that
isn't plain SQLite: it opens both kinds, but the plain one opens quicker without it.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
from pathlib import Path
from types import ModuleType
from typing import Any

PLAIN = b"SQLite format 3\0"
ROUNDS = 256_000
SALT = 16
_CHUNK = 1 << 20


_held: dict[tuple[int, int], tuple[bytes, int]] = {}
"""The first bytes of files that are open here, and how often. An open file must not be opened and closed
beside its driver: on POSIX that drops the driver's locks, and another program may then take its WAL away."""


def is_encrypted(path: Path) -> bool:
    """Say whether the file is there, holds something, and is not plain SQLite."""
    first = _first_bytes(path)
    return bool(first) and first != PLAIN


def _first_bytes(path: Path) -> bytes:
    try:
        there = path.stat()
        held = _held.get((there.st_dev, there.st_ino))
        if held and held[0]:
            return held[0]
        with path.open("rb") as file:
            return file.read(SALT)
    except OSError:
        return b""


def number_of(path: Path) -> tuple[int, int] | None:
    """Return what the system knows a file by, whatever its name; None where there is none."""
    try:
        there = path.stat()
    except OSError:
        return None
    return there.st_dev, there.st_ino


def hold(path: Path, first: bytes) -> tuple[int, int] | None:
    """Remember the first bytes of a file that a connection was opened on; return what `release` wants."""
    number = number_of(path)
    if number is None:
        return None
    _held[number] = (first, _held.get(number, (first, 0))[1] + 1)
    return number


def release(number: tuple[int, int] | None) -> None:
    """Forget a file when its last connection is closed: its number may be another file's next."""
    if number in _held:
        first, many = _held.pop(number)
        if many > 1:
            _held[number] = (first, many - 1)


def new_key(passphrase: str) -> bytes:
    """Return the key for a file to be made: 32 bytes of key, 16 of salt."""
    return _derive(passphrase, secrets.token_bytes(SALT))


def key_of(path: Path, passphrase: str) -> bytes:
    """Return the key that the passphrase makes with the salt of this file."""
    return _derive(passphrase, _first_bytes(path))


def _derive(passphrase: str, salt: bytes) -> bytes:
    return hashlib.pbkdf2_hmac("sha512", passphrase.encode(), salt, ROUNDS, 32) + salt


def driver() -> ModuleType:
    """Return the module that opens encrypted files as `sqlite3` opens plain ones."""
    from sqlcipher3 import dbapi2  # type: ignore[import-untyped]

    return dbapi2  # type: ignore[no-any-return]


def connect(path: Path | str, key: bytes | None, **options: Any) -> Any:
    """Open a file by SQLCipher; without a key, a plain one. A wrong key shows when it is first read."""
    connection = driver().connect(str(path), **options)
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")  # it would write to standard error
        if key is not None:
            connection.execute(f'PRAGMA key = "{_literal(key)}"')
    except BaseException:
        connection.close()
        raise
    return connection


def _literal(key: bytes) -> str:
    return f"x'{key.hex()}'"


def make_private(path: Path) -> None:
    """Make an empty file that only its owner can read. Raises OSError, also if there is one."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def write_anew(path: Path, key: bytes | None, to: Path, new: bytes | None) -> None:
    """Write all of a database to a new file under another key, or none; the driver's errors come through.

    Nobody may have the file open meanwhile: leaving WAL wants it alone, and the lock keeps others out.
    """
    make_private(to)
    source = connect(path, key, isolation_level=None)
    try:
        source.execute("PRAGMA busy_timeout = 0")
        if source.execute("PRAGMA journal_mode = DELETE").fetchone()[0] != "delete":
            raise driver().OperationalError("database is locked")
        source.execute("PRAGMA locking_mode = EXCLUSIVE")
        source.execute("ATTACH DATABASE ? AS anew KEY " + (f'"{_literal(new)}"' if new else "''"), (str(to),))
        source.execute("BEGIN EXCLUSIVE")
        source.execute("SELECT sqlcipher_export('anew')")
        source.execute("COMMIT")
        source.execute("DETACH DATABASE anew")
    except BaseException:
        to.unlink()
        raise
    finally:
        source.close()
    with to.open("rb+") as file:
        os.fsync(file.fileno())


def alone(path: Path, key: bytes | None) -> bool:
    """Say whether nobody else has the file open; what waits in its WAL is then in the file.

    A file that can't be read as a database is nobody's.
    """
    connection = None
    try:
        connection = connect(path, key, isolation_level=None)
        return bool(connection.execute("PRAGMA journal_mode = DELETE").fetchone()[0] == "delete")
    except driver().Error as error:
        return "locked" not in str(error)
    finally:
        if connection is not None:
            connection.close()


def wipe(path: Path) -> None:
    """Write zeros over a file, then take it away. On flash disks old blocks may live on all the same."""
    with contextlib.suppress(FileNotFoundError), path.open("rb+") as file:
        left = path.stat().st_size
        while left > 0:
            left -= file.write(bytes(min(left, _CHUNK)))
        file.flush()
        os.fsync(file.fileno())
        path.unlink()


def put_in_place(new: Path, path: Path) -> None:
    """Put a file in the place of another, whose bytes are then overwritten."""
    with path.open("rb+") as old:
        size = path.stat().st_size
        new.replace(path)
        sync_folder(path.parent)
        while size > 0:
            size -= old.write(bytes(min(size, _CHUNK)))
        old.flush()
        os.fsync(old.fileno())


def sync_folder(folder: Path) -> None:
    """See that a renamed file has its new name on the disk, where the system can do that."""
    with contextlib.suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)
