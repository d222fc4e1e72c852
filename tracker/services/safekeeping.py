"""The office's key: encrypt, decrypt and rekey its file; keep the key in the system's keyring if wished.

A passphrase lost is an office lost: nothing here can open a file without it. Encrypting writes the whole
office to a new file beside the old one, reads it back, puts it in the old one's place and overwrites the
old bytes; copies made before (backups, copies of older schemas) go the same way. On flash disks the
system may keep old blocks where no program reaches them, so a laptop's own disk encryption stays wise.

The keyring is the system's own (Secret Service, KWallet, macOS, Windows). One that keeps secrets in a
plain file is refused.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from tracker.services.office import Refused, open_office
from tracker.store import cipher, database

Ask = Callable[[Path, bool], str | None]
"""Asked for a passphrase: of this file, or (True) for one to be made. None: make it plain."""

REAL = ("SecretService", "libsecret", "kwallet", "macOS", "Windows")
"""Backends of `keyring` that keep secrets where only the login opens them."""
_SERVICE = "prosecution-tracker"


def secret(ask: Ask) -> database.Secret:
    """Return what gives a file its key: from the keyring if it is kept there, else by a passphrase."""

    def key(path: Path) -> bytes | None:
        if not path.exists():
            chosen = ask(path, True)
            return cipher.new_key(chosen) if chosen else None
        if kept := _remembered(path):
            return kept
        said = ask(path, False)
        if not said:
            raise Refused("The office is encrypted: give its passphrase.")
        return cipher.key_of(path, said)

    return key


def place_of(url: str) -> Path:
    """Return where the file of an office is or will be. Raises Refused: it is on a server."""
    try:
        path = database.file_of(make_url(url))
    except ArgumentError:
        path = None
    if path is None:
        raise Refused(
            "Only an office in a file of its own is looked after here; a server looks after its own."
        )
    return path


def file_of(url: str) -> Path:
    """Return the file of an office. Raises Refused: it is on a server, or isn't there."""
    path = place_of(url)
    if not path.exists():
        raise Refused(f"There is no office at {path}. `tracker init` makes one.")
    return path


def is_plain_file(url: str) -> bool:
    """Say whether the office is in a file that isn't encrypted."""
    path = database.file_of(make_url(url))
    return path is not None and path.exists() and not cipher.is_encrypted(path)


def key_now(url: str, secret: database.Secret) -> bytes | None:
    """Return the key of an office's file; None where it wants none, or there is no such file."""
    try:
        path = database.file_of(make_url(url))
    except ArgumentError:
        return None  # opening it says so
    return secret(path) if path and path.exists() and cipher.is_encrypted(path) else None


def new_key(passphrase: str) -> bytes:
    """Return a key for a file to be made."""
    return cipher.new_key(passphrase)


def opened_by(url: str) -> str:
    """Return what opens an office: its `passphrase`, `nothing`, or the key that the `keyring` holds."""
    path = database.file_of(make_url(url))
    if path is None or not cipher.is_encrypted(path):
        return "nothing"
    return "keyring" if _mark(path).exists() else "passphrase"


def key_again(url: str, passphrase: str | None) -> bytes | None:
    """Return the key of a locked office. Raises Refused: the keyring gave none, or nothing was typed."""
    path = database.file_of(make_url(url))
    if path is None or not cipher.is_encrypted(path):
        return None
    key = cipher.key_of(path, passphrase) if passphrase else _remembered(path)
    if key is None:
        raise Refused("The keyring doesn't give the key: close the program and open it with the passphrase.")
    return key


def encrypt(url: str, passphrase: str, **who: Any) -> Path:
    """Encrypt a plain office and the plain copies beside it. Raises Refused, with nothing changed."""
    path = file_of(url)
    if cipher.is_encrypted(path):
        raise Refused("The office is encrypted already; `tracker rekey` changes its passphrase.")
    _log(url, "encrypt", None, who)
    _write_anew(path, None, cipher.new_key(passphrase))
    for copy in copies(path):
        if not cipher.is_encrypted(copy):
            _write_anew(copy, None, cipher.new_key(passphrase))
    return path


def decrypt(url: str, passphrase: str, **who: Any) -> Path:
    """Write the office without encryption again. Backups stay encrypted. Raises Refused."""
    path, key = _opened(url, passphrase, "decrypt", who)
    _write_anew(path, key, None)
    forget(path)
    return path


def rekey(url: str, passphrase: str, new: str, **who: Any) -> Path:
    """Give the office another passphrase. Backups made before keep the old one. Raises Refused."""
    path, key = _opened(url, passphrase, "rekey", who)
    _write_anew(path, key, cipher.new_key(new))
    forget(path)
    return path


def remember(url: str, passphrase: str, **who: Any) -> None:
    """Keep the key in the system's keyring. Raises Refused: wrong passphrase, or no keyring worth it."""
    path, key = _opened(url, passphrase, "remember key", who)
    ring = _keyring()
    try:
        ring.set_password(_SERVICE, str(path.resolve()), key.hex())
    except Exception as error:
        raise Refused(f"The keyring didn't take the key ({type(error).__name__}).") from error
    _mark(path).touch(mode=0o600)


def forget(path: Path) -> None:
    """Take the key out of the keyring, if it is there."""
    if _mark(path).exists():
        with suppress(Exception):
            _keyring().delete_password(_SERVICE, str(path.resolve()))
        _mark(path).unlink()


def copies(path: Path) -> list[Path]:
    """Return the whole copies of an office that this program made beside it."""
    beside = [copy for copy in path.parent.glob(f"{path.name}.*") if copy.suffix not in (".keyring", ".part")]
    return sorted([*beside, *path.parent.joinpath("backups").glob(f"{path.stem}-*.db")])


def _opened(url: str, passphrase: str, what: str, who: dict[str, Any]) -> tuple[Path, bytes]:
    path = file_of(url)
    if not cipher.is_encrypted(path):
        raise Refused("The office is not encrypted.")
    key = cipher.key_of(path, passphrase)
    _log(url, what, key, who)
    return path, key


def _log(url: str, what: str, key: bytes | None, who: dict[str, Any]) -> None:
    """Open the office by that key, which proves it, and write down what is about to be done."""
    with open_office(url, secret=lambda _: key, **who) as office:
        office.log("key", what)


def _write_anew(path: Path, key: bytes | None, new: bytes | None) -> None:
    """Write a database under another key, read it back, and put it in the place of the old one."""
    part = path.with_name(path.name + ".part")
    with suppress(FileNotFoundError):
        part.unlink()
    try:
        cipher.write_anew(path, key, part, new)
        _same(part, new, cipher.connect(path, key))
        cipher.put_in_place(part, path)
    except cipher.driver().Error as error:
        raise Refused(_line(error)) from error
    except OSError as error:
        raise Refused(f"{path} can't be written anew: {error.strerror}.") from error
    finally:
        with suppress(FileNotFoundError):
            cipher.wipe(part) if new is None else part.unlink()


def _line(error: Exception) -> str:
    if "locked" in str(error):
        return "Another program has the office open: close it first."
    return f"The office could not be written anew ({type(error).__name__}); it was left as it was."


def _same(part: Path, key: bytes | None, old: Any) -> None:
    """See that the new file is whole and holds as many rows of every table as the old one."""
    new = cipher.connect(part, key)
    try:
        said = new.execute("PRAGMA quick_check").fetchone()[0]
        tables = [name for (name,) in old.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        counts = [
            [db.execute(f'SELECT count(*) FROM "{name}"').fetchone() for name in tables] for db in (old, new)
        ]
        if said != "ok" or counts[0] != counts[1]:
            raise Refused("The new file is not the same as the old one; the office was left as it was.")
    finally:
        new.close()
        old.close()


def _mark(path: Path) -> Path:
    return path.with_name(path.name + ".keyring")


def _remembered(path: Path) -> bytes | None:
    if not _mark(path).exists():
        return None
    try:
        kept = _keyring().get_password(_SERVICE, str(path.resolve()))
    except Exception:  # a keyring that is locked or gone: the passphrase is asked for instead
        return None
    return bytes.fromhex(kept) if kept else None


def _keyring() -> Any:
    """Return `keyring`. Raises Refused: not installed, none here, or one that keeps plain text."""
    try:
        import keyring
    except ModuleNotFoundError as error:
        raise Refused("No keyring: install prosecution-tracker[keyring].") from error
    ring = keyring.get_keyring()
    for one in getattr(ring, "backends", [ring]):
        module = type(one).__module__
        if not (module.startswith("keyring.backends.") and module.rsplit(".", 1)[1] in REAL):
            raise Refused(
                "This system has no keyring that keeps secrets safe; the passphrase stays with you."
            )
    return keyring
