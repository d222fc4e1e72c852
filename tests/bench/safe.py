"""What encryption costs: opening, reading and recording a hearing, beside the same office unencrypted.

By processor time: a page is decrypted by this process, and what else runs is no part of that. Of an open
office the pages last read are kept decrypted; a command that opens it anew decrypts what it reads.
"""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from time import process_time

from tests.bench.timing import say, turns, within
from tracker.domain.case import Case, Hearing
from tracker.samples import SAMPLE_TODAY
from tracker.services import casework, docket, flags, hearings, testimony
from tracker.services.office import Office, open_office
from tracker.store import cipher

DAY = date(2025, 1, 6)
TIMES = 15


def measure(url: str) -> None:
    """Print each cost. `url`: a plain office with cases, which is left as it is."""
    with tempfile.TemporaryDirectory(prefix="tracker-safe-") as made:
        plain, secret = Path(made) / "plain.db", Path(made) / "secret.db"
        shutil.copyfile(url.removeprefix("sqlite:///"), plain)
        key = cipher.new_key("four words of mine")
        cipher.write_anew(plain, None, secret, key)
        ours, beside = turns(_first_page(secret, key), _first_page(plain, None), TIMES, process_time)
        within("the file opened by its raw key, a page read", ours, 0.001)
        for what, opened in (("with the tables' names", _first_read), ("the office", _opening)):
            ours, beside = turns(opened(secret, key), opened(plain, None), TIMES, process_time)
            say(f"{what}, opened by its raw key", ours, beside, 4.0, "plain")
        for what in ("docket page", "flags page", "one case"):
            ours, beside = turns(_anew(secret, key, what), _anew(plain, None, what), TIMES, process_time)
            say(f"{what}, opened for it", ours, beside, 4.0, "plain")
        with _open(plain, None) as open_plain, _open(secret, key) as open_secret:
            for what, job in _jobs(open_plain).items():
                ours, beside = turns(_jobs(open_secret)[what], job, TIMES, process_time)
                say(what, ours, beside, 4.0, "plain")


def _open(path: Path, key: bytes | None) -> Office:
    return open_office(f"sqlite:///{path}", secret=lambda _: key)


def _opening(path: Path, key: bytes | None) -> Callable[[], object]:
    return lambda: _open(path, key).close()


def _anew(path: Path, key: bytes | None, what: str) -> Callable[[], object]:
    """Return what opens an office, does one thing and closes it, as a command does."""

    def run() -> object:
        with _open(path, key) as office:
            return _jobs(office)[what]()

    return run


def _first_page(path: Path, key: bytes | None) -> Callable[[], object]:
    """Return what opens a file, reads its first page and closes it: all that SQLCipher must do to open."""
    return _asking(path, key, "PRAGMA schema_version")


def _first_read(path: Path, key: bytes | None) -> Callable[[], object]:
    """Return what also reads what tables there are, as the first question of any program does."""
    return _asking(path, key, "SELECT count(*) FROM setting")


def _asking(path: Path, key: bytes | None, asked: str) -> Callable[[], object]:
    def run() -> object:
        with contextlib.closing(cipher.connect(path, key)) as connection:
            return connection.execute(asked).fetchone()

    return run


def _jobs(office: Office) -> dict[str, Callable[[], object]]:
    """Return what an advocate does all day, on one office."""
    if not testimony.entries(office, ref="BENCH-1", limit=1):
        casework.add_case(office, Case(ref="BENCH-1", hearings=(Hearing(on=DAY),)), SAMPLE_TODAY)
    return {
        "docket page": lambda: docket.page(office, "", SAMPLE_TODAY, limit=50),
        "flags page": lambda: flags.flags(office, "", SAMPLE_TODAY, limit=50),
        "one case": lambda: casework.show(office, "BENCH-1", SAMPLE_TODAY),
        "record a hearing": lambda: hearings.record(
            office, "BENCH-1", on=DAY, outcome="held", today=SAMPLE_TODAY, correct=True
        ),
    }
