"""What happens when the machine, the disk or the clock fails while the office is written to."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import PlaceFor
from tracker.domain.case import Case
from tracker.services import casework, testimony
from tracker.services.office import Refused, open_office

TODAY = date(2024, 9, 30)
KILLS, CUTS = 20, 20
"""How often here; `make ordeal` does it 500 times each."""


def test_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    """Killed or cut from power at random moments of writing, the office opens whole and lacks no record."""
    said = subprocess.run(
        [sys.executable, "-m", "tests.services.crashes", str(tmp_path), str(KILLS), str(CUTS), "17"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert said.returncode == 0, said.stderr
    report = json.loads(said.stdout)
    assert report["faults"] == []
    assert report["power"]["faults"] == []
    assert report["kills"] == KILLS
    assert report["power"]["cuts"] == CUTS
    assert report["acknowledged"] >= KILLS


def test_a_database_swapped_under_the_program(place_for: PlaceFor, tmp_path: Path) -> None:
    """When another file takes the office's place, the next write is refused in one line."""
    url, other = place_for("sqlite", tmp_path), place_for("sqlite", tmp_path)
    here, there = (Path(one.removeprefix("sqlite:///")) for one in (url, other))
    with open_office(url) as office:
        casework.add_case(office, Case(ref="K-1"), TODAY)
        there.replace(here)
        with pytest.raises(Refused, match="another file has taken its place"):
            casework.add_case(office, Case(ref="K-2"), TODAY)


def test_a_disk_that_fills_up(place_for: PlaceFor, tmp_path: Path) -> None:
    """When there is no room left, the line says so, and what was there verifies."""
    with open_office(place_for("sqlite", tmp_path)) as office:
        casework.add_case(office, Case(ref="K-1"), TODAY)
        with office.engine.connect() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(Refused, match="disk is full"):
            office.set("name", "x" * 1_000_000)
        assert testimony.verify(office).ok
        assert testimony.entries(office)[0].ref == "K-1"


def test_nothing_is_given_out_that_cant_be_written_down(place_for: PlaceFor, tmp_path: Path) -> None:
    """From an office that may only be read nothing is exported, since the audit couldn't say so."""
    path = place_for("sqlite", tmp_path).removeprefix("sqlite:///")
    with (
        open_office(f"sqlite:///file:{path}?mode=ro&uri=true") as office,
        pytest.raises(Refused, match="read-only"),
    ):
        office.log("export", "case file")
