"""Offices that can't be made, or only read, and days that are a slip of the pen: each in one clear line."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.conftest import PlaceFor
from tracker.domain.case import Case, Event, Hearing
from tracker.domain.words import EventKind
from tracker.services import casework, hearings, interchange
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
