"""Offices that can't be made, or only read, and days that are a slip of the pen: each in one clear line."""

from __future__ import annotations

import ctypes
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import PlaceFor
from tracker.domain.case import Case, Event, Hearing
from tracker.domain.words import EventKind
from tracker.services import casework, clockback, docket, hearings, interchange, testimony
from tracker.services.office import Refused, open_office

TODAY = date(2026, 11, 24)


INIT_WITHOUT_ROOM = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
from tracker.cli import main
sys.argv = ["tracker", "init", "--plain", "--db", sys.argv[1]]
main()
"""


def test_an_office_that_cant_be_made_leaves_no_file(tmp_path: Path) -> None:
    """Where there is no room for a new office a line says so, and nothing lies in the next try's way."""
    place = f"sqlite:///{tmp_path / 'new.db'}"
    said = subprocess.run(
        [sys.executable, "-c", INIT_WITHOUT_ROOM, place], capture_output=True, text=True, check=False
    )
    assert (said.returncode, said.stdout) == (1, "")
    assert "disk is full" in said.stderr
    assert len(said.stderr.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_a_day_far_ahead_is_refused(place_for: PlaceFor, tmp_path: Path) -> None:
    """2062 for 2026 is refused by name, in an import, a new case and a next date; nothing is written."""
    far = Event(on=date(2062, 7, 3), kind=EventKind.CHARGES_FRAMED)
    file = tmp_path / "file.json"
    held = {"ref": "K-1", "events": [{"on": "2062-07-03", "kind": "charges_framed"}]}
    file.write_text(json.dumps({"format": "prosecution-tracker", "version": 1, "cases": [held]}))
    url = place_for("sqlite", tmp_path)
    with open_office(url, now=lambda: datetime(2026, 11, 24, tzinfo=UTC)) as office:
        (fault,) = interchange.import_files(office, [file]).faults
        assert "events[0].on: 03-07-2062 is more than 5 years ahead" in fault
        with pytest.raises(Refused, match="03-07-2062"):
            casework.add_case(office, Case(ref="K-1", events=(far,)), TODAY)
        casework.add_case(office, Case(ref="K-1", hearings=(Hearing(on=TODAY),)), TODAY)
        with pytest.raises(Refused, match="01-12-2062"):
            hearings.record(office, "K-1", on=TODAY, outcome="held", next_on=date(2062, 12, 1), today=TODAY)


SPOILT: dict[str, tuple[Callable[[Path], object], str]] = {
    "taken away": (lambda path: path.unlink(), "is gone, or another file"),
    "cut off": (lambda path: os.truncate(path, 8192), "is damaged"),
    "emptied": (lambda path: os.truncate(path, 0), "is damaged"),
}


@pytest.mark.parametrize(("spoil", "says"), SPOILT.values(), ids=SPOILT.keys())
def test_a_file_spoilt_under_the_program(
    place_for: PlaceFor, tmp_path: Path, spoil: Callable[[Path], object], says: str
) -> None:
    """Whatever happens to the file of an open office, each answer is one line, and nothing is made up."""
    url = place_for("sqlite", tmp_path)
    with open_office(url) as office:
        casework.add_case(office, Case(ref="K-1"), TODAY)
    with open_office(url) as office:
        assert docket.count(office, "", TODAY) == 1
        spoil(Path(url.removeprefix("sqlite:///")))
        for job in (
            lambda: docket.page(office, "", TODAY),
            lambda: casework.add_case(office, Case(ref="K-2"), TODAY),
        ):
            with pytest.raises(Refused, match=says) as refused:
                job()
            assert len(refused.value.faults) == 1


def test_the_wal_taken_away_under_the_program(place_for: PlaceFor, tmp_path: Path) -> None:
    """Nothing more is written that could be lost, a line says why, and closing keeps all that was."""
    url = place_for("sqlite", tmp_path)
    with open_office(url) as office:
        casework.add_case(office, Case(ref="K-1"), TODAY)
        casework.add_case(office, Case(ref="K-2"), TODAY)
        Path(f"{url.removeprefix('sqlite:///')}-wal").unlink()
        with pytest.raises(Refused, match="-wal, which lies beside the office"):
            casework.add_case(office, Case(ref="K-3"), TODAY)
    with open_office(url) as office:
        assert docket.count(office, "", TODAY) == 2
        assert testimony.verify(office).ok


POOR = """
import json, resource, sys
from pathlib import Path
from click.testing import CliRunner
from tracker.cli import cli
folder = Path(sys.argv[1])
event = ("record", "K-1", "fir_registered", "--on", "2024-09-10")
def run(name, *arguments):
    said = CliRunner().invoke(cli, ["--db", f"sqlite:///{folder / name}", *arguments])
    return [said.exit_code, said.output, list(getattr(said.exception, "faults", ()))]
said = {}
(folder / "file.db").chmod(0o400)
said["a file to be read only: read"] = run("file.db", "list")
said["a file to be read only: written"] = run("file.db", *event)
said["a file to be read only: given out"] = run("file.db", "export")
(folder / "older.db").chmod(0o400)
said["of an older schema, to be read only"] = run("older.db", "list")
left = sorted(path.name for path in folder.glob("older.db.*"))
folder.chmod(0o500)
said["a folder to be read only"] = run("folder.db", "list")
said["a folder to be read only: made"] = run("new.db", "init", "--plain")
folder.chmod(0o700)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
said["no room: opened"] = run("folder.db", "list")
assert not left, left
print(json.dumps(said))
"""
POORLY: dict[str, tuple[int, str]] = {
    "a file to be read only: read": (0, "K-1"),
    "a file to be read only: written": (1, "The database is read-only"),
    "a file to be read only: given out": (1, "The database is read-only"),
    "a folder to be read only": (1, "lies in a folder that may only be read here: copy it"),
    "a folder to be read only: made": (1, "can't be made: Permission denied"),
    "of an older schema, to be read only": (1, "has an older schema (0012; this program works with"),
    "no room: opened": (1, "can't be opened: the disk is full or failing"),
}


def _not_above_rights() -> None:
    """Let a child that root starts go by what the rights of files say, as everybody else's does."""
    if os.geteuid() == 0:
        for right in (1, 2):  # to write, and to read, whatever the rights say
            ctypes.CDLL(None).prctl(24, right, 0, 0, 0)


def test_where_little_is_allowed_a_line_says_so(place_for: PlaceFor, tmp_path: Path) -> None:
    """A file or folder that may only be read, or has no room: what can be done is; else one line, no more."""
    said = _said_poorly(place_for("sqlite", tmp_path), tmp_path)
    wrong = []
    for where, (status, says) in POORLY.items():
        code, output, faults = said[where]
        text = "".join(faults) if status else output
        if code != status or says not in text or (status and (len(faults), output) != (1, "")):
            wrong.append((where, code, output, faults))
    assert not wrong


def _said_poorly(made: str, folder: Path) -> dict[str, Any]:
    """Run commands where little is allowed, in one process without rights above those of files."""
    with open_office(made) as office:
        casework.add_case(office, Case(ref="K-1"), TODAY)
    first = Path(made.removeprefix("sqlite:///"))
    for name in ("file.db", "folder.db", "older.db"):
        shutil.copyfile(first, folder / name)
    with closing(sqlite3.connect(folder / "older.db")) as older, older:
        older.execute("UPDATE alembic_version SET version_num = '0012'")
    said = subprocess.run(
        [sys.executable, "-c", POOR, str(folder)],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=_not_above_rights,
    )
    assert said.returncode == 0, said.stderr
    found: dict[str, Any] = json.loads(said.stdout)
    return found


def test_a_clock_set_back_is_told(place_for: PlaceFor, tmp_path: Path) -> None:
    """Opened a day before its newest entry, the office says so; what is recorded all the same is kept."""
    url = place_for("sqlite", tmp_path)
    with open_office(url, now=lambda: datetime(2026, 11, 24, 6, tzinfo=UTC)) as office:
        casework.add_case(office, Case(ref="K-1"), TODAY)
        assert clockback.behind(office) is None
    with open_office(url, now=lambda: datetime(2026, 11, 23, 6, tzinfo=UTC)) as office:
        assert "clock says 23-11-2026 11:30" in (clockback.behind(office) or "")
        casework.add_case(office, Case(ref="K-2"), TODAY)
        assert testimony.verify(office).ok
        assert docket.count(office, "", TODAY) == 2
