"""What encryption costs: opening, reading and recording a hearing, beside the same office unencrypted."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

from tests.bench.timing import say, turns, within
from tracker.domain.case import Case, Hearing
from tracker.samples import SAMPLE_TODAY
from tracker.services import casework, docket, flags, hearings, testimony
from tracker.services.office import Office, open_office
from tracker.store import cipher

DAY = date(2025, 1, 6)


def measure(url: str) -> None:
    """Print each cost. `url`: a plain office with cases, which is left as it is."""
    with tempfile.TemporaryDirectory(prefix="tracker-safe-") as made:
        plain, secret = Path(made) / "plain.db", Path(made) / "secret.db"
        shutil.copyfile(url.removeprefix("sqlite:///"), plain)
        key = cipher.new_key("four words of mine")
        cipher.write_anew(plain, None, secret, key)

        def opening(path: Path) -> Callable[[], object]:
            return lambda: open_office(f"sqlite:///{path}", secret=lambda _: key).close()

        ours, beside = turns(opening(secret), opening(plain))
        say("an office opened by its raw key", ours, beside, 4.0, "plain")
        ours, beside = turns(_first_read(secret, key), _first_read(plain, None), 15)
        within("  of that the database itself", ours, 0.001)
        with (
            open_office(f"sqlite:///{plain}") as open_plain,
            open_office(f"sqlite:///{secret}", secret=lambda _: key) as open_secret,
        ):
            for what, job in _jobs(open_plain).items():
                other = _jobs(open_secret)[what]
                ours, beside = turns(other, job, 15)
                say(what, ours, beside, 4.0, "plain")


def _first_read(path: Path, key: bytes | None) -> Callable[[], object]:
    """Return what opens a file, reads one row of it and closes it, and nothing else."""

    def run() -> object:
        with contextlib.closing(cipher.connect(path, key)) as connection:
            return connection.execute("SELECT count(*) FROM setting").fetchone()

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
