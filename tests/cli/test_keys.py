"""An encrypted office: made, opened, moved to another passphrase, and written plain again."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import keyring
import pytest
from click.testing import CliRunner, Result
from keyring.backend import KeyringBackend

from tests.cli import malvani
from tracker.cli import cli
from tracker.store import cipher

Run = Callable[..., Result]
PASSPHRASE = "four words of mine"
pytestmark = pytest.mark.usefixtures("quick_keys")
in_all_rounds = pytest.mark.parametrize("rounds", [cipher.ROUNDS])


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Where this test's office lies."""
    return tmp_path / "office.db"


@pytest.fixture
def typed(place: Path) -> Run:
    """Run a command on the office, with a passphrase in the environment or none."""

    def run(*arguments: str, passphrase: str | None = PASSPHRASE) -> Result:
        environment = {"TRACKER_PASSPHRASE": passphrase}
        return CliRunner(env=environment).invoke(cli, ["--db", f"sqlite:///{place}", *arguments])

    return run


@pytest.fixture
def encrypted(typed: Run, tmp_path: Path) -> Run:
    """An encrypted office with the Malvani case."""
    assert typed("init").exit_code == 0
    assert typed("import", str(malvani.write(tmp_path / "malvani.json"))).exit_code == 0
    return typed


def test_a_passphrase_makes_an_encrypted_office(encrypted: Run, place: Path) -> None:
    """With a passphrase in the environment `init` encrypts, and every command works as on a plain file."""
    assert cipher.is_encrypted(place)
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    assert "MUM-2019-014" in encrypted("list").stdout
    assert "MUM-2019-014" in encrypted("list", "malvani").stdout
    assert encrypted("hearing", "MUM-2019-014", "--outcome", "held", "--on", "2020-03-02").exit_code == 0
    assert encrypted("audit", "verify").exit_code == 0


@pytest.mark.parametrize(
    ("passphrase", "says"), [(None, "TRACKER_PASSPHRASE"), ("not it", "another passphrase")]
)
def test_without_the_passphrase_nothing_opens(encrypted: Run, passphrase: str | None, says: str) -> None:
    """No passphrase and no terminal, or a wrong one, is one clear line and no traceback."""
    said = encrypted("list", passphrase=passphrase)
    assert said.exit_code == 1
    assert says in "\n".join(getattr(said.exception, "faults", ()))


def test_a_pipe_makes_a_plain_office_and_says_so(typed: Run, place: Path) -> None:
    """Without a terminal and without a passphrase the office is made plain, with one line of warning."""
    said = typed("init", passphrase=None)
    assert said.exit_code == 0
    assert said.stderr.count("\n") == 1
    assert "NOT ENCRYPTED" in said.stderr
    assert "tracker encrypt" in said.stderr
    assert not cipher.is_encrypted(place)


def test_plain_is_possible_by_name(typed: Run, place: Path) -> None:
    """`init --plain` doesn't encrypt even where a passphrase lies about."""
    assert typed("init", "--plain").exit_code == 0
    assert not cipher.is_encrypted(place)


@in_all_rounds
def test_the_passphrase_comes_by_a_descriptor(encrypted: Run, place: Path) -> None:
    """`--passphrase-fd` keeps the passphrase out of the environment."""
    read, write = os.pipe()
    os.write(write, f"{PASSPHRASE}\n".encode())
    os.close(write)
    code = "from tracker.__main__ import main; main()"
    said = subprocess.run(
        [sys.executable, "-c", code, "--db", f"sqlite:///{place}", "--passphrase-fd", str(read), "list"],
        pass_fds=[read],
        capture_output=True,
        text=True,
        env={key: value for key, value in os.environ.items() if key != "TRACKER_PASSPHRASE"},
        check=False,
    )
    os.close(read)
    assert "MUM-2019-014" in said.stdout, said.stderr


def test_encrypt_leaves_no_plain_copy(typed: Run, place: Path, tmp_path: Path) -> None:
    """A plain office, its backup and what lies beside it are unreadable afterwards; the cases are there."""
    assert typed("init", "--plain").exit_code == 0
    assert typed("import", str(malvani.write(tmp_path / "malvani.json"))).exit_code == 0
    assert typed("backup").exit_code == 0
    (tmp_path / "malvani.json").unlink()
    assert typed("encrypt").exit_code == 0
    held = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(held) == 2
    assert not any(b"Malvani" in path.read_bytes() for path in held)
    assert all(stat.S_IMODE(path.stat().st_mode) == 0o600 for path in held)
    assert "MUM-2019-014" in typed("list").stdout
    assert typed("audit", "verify").exit_code == 0


def test_encrypting_twice_is_refused(encrypted: Run) -> None:
    """An encrypted office isn't encrypted again; the line says what changes the passphrase."""
    said = encrypted("encrypt")
    assert said.exit_code == 1
    assert "rekey" in str(said.exception)


def test_decrypt_asks_twice(encrypted: Run, place: Path) -> None:
    """Without a terminal `decrypt` wants to be told twice, and says loudly what it did."""
    assert encrypted("decrypt", "--yes").exit_code == 1
    assert cipher.is_encrypted(place)
    said = encrypted("decrypt", "--yes", "--yes")
    assert "NOT ENCRYPTED" in said.stdout
    assert "MUM-2019-014" in encrypted("list", passphrase=None).stdout


def test_rekey(encrypted: Run, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After `rekey` only the new passphrase opens the office; a wrong old one changes nothing."""
    for old, done in (("not it", 1), (PASSPHRASE, 0)):
        read, write = os.pipe()
        os.write(write, b"another of mine\n")
        os.close(write)
        assert encrypted("rekey", "--new-passphrase-fd", str(read), passphrase=old).exit_code == done
        os.close(read)
    assert encrypted("list").exit_code == 1
    assert "MUM-2019-014" in encrypted("list", passphrase="another of mine").stdout


def test_an_office_in_use_is_not_encrypted(typed: Run, place: Path) -> None:
    """While another program has the office open its file isn't replaced."""
    assert typed("init", "--plain").exit_code == 0
    code = (
        "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute('SELECT * FROM audit').fetchall(); "
        "print('open', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(place)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout
        other.stdout.readline()
        said = typed("encrypt")
        other.communicate()
    assert said.exit_code == 1
    assert "Another program" in str(said.exception)
    assert not cipher.is_encrypted(place)
    assert not place.with_name("office.db.part").exists()


def test_a_keyring_of_plain_text_is_refused(encrypted: Run) -> None:
    """Where the system has no real keyring, the key isn't kept and the line says so."""
    said = encrypted("unlock", "--remember")
    assert said.exit_code == 1
    assert "keyring" in str(said.exception)


class Ring(KeyringBackend):
    """A keyring of the test's own, in memory, that gives itself out for another's."""

    priority = 1

    def __init__(self, module: str, backends: Sequence[KeyringBackend] | None = None) -> None:
        """Take the name of a module, or stand for several as keyring's chainer does."""
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[tuple[str, str], str] = {}
        self.__class__ = type("Keyring", (Ring,), {"__module__": module})
        if backends is not None:
            self.backends = backends

    def get_password(self, service: str, username: str) -> str | None:
        """Return what is kept."""
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep it."""
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        """Forget it."""
        del self.kept[service, username]


@pytest.fixture
def ring() -> Iterator[Callable[[Ring], None]]:
    """Put a keyring in the place of the system's, until the test's end."""
    before = keyring.get_keyring()
    yield keyring.set_keyring
    keyring.set_keyring(before)


def test_a_real_keyring_opens_the_office(encrypted: Run, place: Path, ring: Callable[[Ring], None]) -> None:
    """Kept in a real keyring, the key, never the passphrase, opens the office until it is forgotten."""
    real = Ring("keyring.backends.SecretService")
    ring(real)
    assert encrypted("unlock", "--remember").exit_code == 0
    assert PASSPHRASE not in repr(real.kept)
    assert "MUM-2019-014" in encrypted("list", passphrase=None).stdout
    assert encrypted("unlock", "--forget").exit_code == 0
    assert real.kept == {}
    assert encrypted("list", passphrase=None).exit_code == 1


@pytest.mark.parametrize("module", ["keyrings.alt.file", "keyring.backends.null", "keyring.backends.chainer"])
def test_a_keyring_that_keeps_nothing_safe_is_refused(
    encrypted: Run, place: Path, ring: Callable[[Ring], None], module: str
) -> None:
    """A plain file as keyrings.alt's, none at all, or one of several that is such: the key isn't given it."""
    plain = Ring("keyrings.alt.file")
    chained = [Ring("keyring.backends.SecretService"), plain] if module.endswith("chainer") else None
    unsafe = Ring(module, chained)
    ring(unsafe)
    said = encrypted("unlock", "--remember")
    assert said.exit_code == 1
    assert "keeps secrets safe" in str(said.exception)
    assert unsafe.kept == plain.kept == {}
    assert not place.with_name("office.db.keyring").exists()


@in_all_rounds
def test_any_sqlcipher_opens_the_office(encrypted: Run, place: Path) -> None:
    """The office can be opened without this program, by the passphrase and SQLCipher's own defaults."""
    connection = cipher.driver().connect(str(place))
    connection.execute(f"PRAGMA key = '{PASSPHRASE}'")
    assert connection.execute("SELECT ref FROM prosecution").fetchone() == ("MUM-2019-014",)
    connection.close()
