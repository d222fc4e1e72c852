"""The law between releases: a row of the office's own, what it moves, withdrawing it, and what is stale."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.cli import malvani
from tracker.services import clocks, filing, interchange, lawpack
from tracker.services.office import Office, Refused, open_office

TODAY = date(2019, 10, 1)
REF = "MUM-2019-014"
PACK = """
[signed]
by = "Adv. R. Kulkarni"
on = 2019-09-30

[[provision]]
id = "IPC-370-3"
act = "IPC"
section = "370(3)"
title = "trafficking more than one person"
covered_from = 2013-02-03
until = 2024-06-30
min_months = 60
max_months = 84
kind_of_imprisonment = "rigorous"
fine = "yes"
cognizable = "yes"
bailable = "no"
triable_by = ["sessions"]
band = 60
source = "an invented amendment, for a test"
confidence = "unverified"
classification_confidence = "unverified"
"""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Office]:
    """An office with the Malvani case before the charge sheet, charged with 370(3) alone."""
    with open_office(f"sqlite:///{tmp_path / 'office.db'}", create=True, user="asha") as office:
        whole = malvani.malvani(with_charge_sheet=False)
        whole["cases"][0]["charges"] = [{"accused": "A1", "provision": "IPC-370-3"}]
        file = tmp_path / "malvani.json"
        import json

        file.write_text(json.dumps(whole), "utf-8")
        interchange.import_files(office, [file])
        yield office


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A pack of one row, which makes 370(3) a lesser offence."""
    path = tmp_path / "own.toml"
    path.write_text(PACK, "utf-8")
    return path


def custody(office: Office) -> list[tuple[str, date | None]]:
    """Return the custody rows of A1."""
    rows = clocks.due(office, TODAY, REF).rows
    return [(row.limit, row.due_on) for row in rows if row.limit.startswith("DB-") and row.status == "open"]


def test_what_a_row_moves_is_shown_before_it_counts(desk: Office, pack: Path) -> None:
    """The custody period falls from 90 to 60 days: both days are told, and nothing is written."""
    rows = lawpack.read(pack)
    moved = {(m.ref, m.limit): (m.was, m.will_be) for m in lawpack.moves(desk, rows)}
    assert moved[REF, "DB-90-CRPC"] == (date(2019, 12, 19), None)
    assert moved[REF, "DB-60-CRPC"] == (None, date(2019, 11, 19))
    assert custody(desk) == [("DB-90-CRPC", date(2019, 12, 19))]
    assert lawpack.own(desk) == ()


def test_a_row_counts_once_loaded_and_no_longer_once_withdrawn(desk: Office, pack: Path) -> None:
    """Kept clocks are reckoned anew each time, and a fresh computation gives the same."""
    assert lawpack.load_rows(desk, lawpack.read(pack), TODAY) == 1
    assert custody(desk) == [("DB-60-CRPC", date(2019, 11, 19))]
    assert filing.differences(desk) == []
    own = lawpack.own(desk)[0]
    assert (own.id, own.signed_by, own.signed_on) == ("IPC-370-3", "Adv. R. Kulkarni", date(2019, 9, 30))
    assert (own.loaded_by, own.replaces) == ("asha", True)
    row = desk.law().provision("IPC-370-3")
    assert row is not None
    assert row.signed_off == "Adv. R. Kulkarni, 2019-09-30"
    assert {m.limit for m in lawpack.without(desk, "IPC-370-3")} >= {"DB-60-CRPC", "DB-90-CRPC"}
    lawpack.withdraw(desk, "IPC-370-3")
    assert custody(desk) == [("DB-90-CRPC", date(2019, 12, 19))]
    with pytest.raises(Refused):
        lawpack.withdraw(desk, "IPC-370-3")


def test_another_opening_of_the_office_counts_by_its_rows(desk: Office, pack: Path, tmp_path: Path) -> None:
    """The rows live in the office, not in the program that loaded them."""
    lawpack.load_rows(desk, lawpack.read(pack), TODAY)
    with open_office(f"sqlite:///{tmp_path / 'office.db'}") as other:
        assert custody(other) == [("DB-60-CRPC", date(2019, 11, 19))]


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (('by = "Adv. R. Kulkarni"', 'by = ""'), "signed"),
        (("on = 2019-09-30", 'on = "soon"'), "signed"),
        (('bailable = "no"', 'bailable = "perhaps"'), "bailable"),
        (("min_months = 60", "min_month = 60"), "min_month"),
        (('id = "IPC-370-3"', 'id = "370-3"'), "IPC-"),
        (("[[provision]]", "[[rows]]"), "rows"),
    ],
)
def test_a_faulty_pack_is_refused_with_its_faults(pack: Path, change: tuple[str, str], fault: str) -> None:
    """Nobody's signature, a word of no list, an unknown key: each is named."""
    pack.write_text(PACK.replace(*change), "utf-8")
    with pytest.raises(Refused, match=fault):
        lawpack.read(pack)


def test_what_nobody_has_read_for_long_is_listed(desk: Office, pack: Path) -> None:
    """A row read within the months is left out; one signed off by the office was read that day."""
    far = date(2099, 1, 1)
    everything = {row.id for row in lawpack.stale(desk, 1, far)}
    assert {"IPC-370-3", "POCSO-6-1"} <= everything
    lawpack.load_rows(desk, lawpack.read(pack), TODAY)
    assert "IPC-370-3" not in {row.id for row in lawpack.stale(desk, 12, TODAY)}
    assert "IPC-370-3" in {row.id for row in lawpack.stale(desk, 12, far)}
    rows = lawpack.stale(None, 12, far)
    assert [row.read_on or date.min for row in rows] == sorted(row.read_on or date.min for row in rows)
