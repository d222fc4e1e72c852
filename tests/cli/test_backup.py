"""Backups by the command line: made, read back, restored, tried out."""

from __future__ import annotations

import os
from collections.abc import Callable
from io import TextIOWrapper
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.cli import malvani
from tracker.cli import cli
from tracker.cli.backup import on_leaving
from tracker.services.office import open_office
from tracker.store import cipher

Run = Callable[..., Result]
pytestmark = pytest.mark.usefixtures("quick_keys")


@pytest.fixture(params=["plain", "encrypted"])
def at_desk(request: pytest.FixtureRequest, tmp_path: Path) -> Run:
    """An office with the Malvani case, plain and encrypted."""
    environment = {"TRACKER_PASSPHRASE": "four words of mine" if request.param == "encrypted" else None}

    def run(*arguments: str) -> Result:
        return CliRunner(env=environment).invoke(cli, ["--db", f"sqlite:///{tmp_path}/office.db", *arguments])

    assert run("init").exit_code == 0
    assert run("import", str(malvani.write(tmp_path / "malvani.json"))).exit_code == 0
    return run


def test_a_backup_is_restored(at_desk: Run, tmp_path: Path) -> None:
    """What differs is shown, nothing is swapped without a yes, and after it the backup's state is back."""
    assert at_desk("backup").exit_code == 0
    (copy,) = (tmp_path / "backups").iterdir()
    there = copy.read_bytes()
    assert cipher.is_encrypted(copy) == cipher.is_encrypted(tmp_path / "office.db")
    assert at_desk("hearing", "MUM-2019-014", "--outcome", "held", "--on", "2020-03-02").exit_code == 0
    said = at_desk("restore", str(copy))
    assert said.exit_code == 1
    assert "Otherwise in the backup: MUM-2019-014" in said.stderr
    assert '"outcome": "held"' in at_desk("show", "MUM-2019-014", "--json").stdout
    assert at_desk("restore", str(copy), "--yes").exit_code == 0
    assert '"outcome": "held"' not in at_desk("show", "MUM-2019-014", "--json").stdout
    assert at_desk("audit", "verify").exit_code == 0
    assert copy.read_bytes() == there
    assert (tmp_path / "office.db.before-restore").exists()
    assert not list(tmp_path.glob("*.restored*"))


def test_the_drill(at_desk: Run, tmp_path: Path) -> None:
    """`doctor --restore-drill` brings the newest backup back, verifies it, and leaves nothing behind."""
    assert at_desk("doctor", "--restore-drill").exit_code == 1
    assert at_desk("backup").exit_code == 0
    before = sorted(tmp_path.rglob("*"))
    said = at_desk("doctor", "--restore-drill")
    assert said.exit_code == 0, said.output
    assert "can be restored" in said.stdout
    assert [path for path in sorted(tmp_path.rglob("*")) if path not in before] == []


def test_a_damaged_backup_is_refused(at_desk: Run, tmp_path: Path) -> None:
    """A backup with a page overwritten is refused, and the office stays as it was."""
    assert at_desk("backup", "--to", str(tmp_path / "copy.db")).exit_code == 0
    with (tmp_path / "copy.db").open("r+b") as file:
        file.seek(8192)
        file.write(b"\xff" * 4096)
    said = at_desk("restore", str(tmp_path / "copy.db"), "--yes")
    assert said.exit_code == 1
    assert at_desk("list").exit_code == 0
    assert not (tmp_path / "office.db.before-restore").exists()


def test_restoring_where_there_is_no_office(at_desk: Run, tmp_path: Path) -> None:
    """An office that was lost whole comes back from its one-file copy."""
    assert at_desk("backup", "--to", str(tmp_path / "copy.db")).exit_code == 0
    for path in tmp_path.glob("office.db*"):
        path.unlink()
    assert at_desk("restore", str(tmp_path / "copy.db"), "--yes").exit_code == 0
    assert "MUM-2019-014" in at_desk("list").stdout


def test_a_closed_window_keeps_no_backup_from_being_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody reads what is said on leaving, and the backup that is due is made all the same."""
    unread, said = os.pipe()
    os.close(unread)
    with (
        open(said, "wb", buffering=0) as gone,
        open_office(f"sqlite:///{tmp_path}/office.db", create=True) as office,
        monkeypatch.context() as patch,
    ):
        patch.setattr("sys.stderr", TextIOWrapper(gone, write_through=True))
        on_leaving(office)
    assert len(list((tmp_path / "backups").iterdir())) == 1
