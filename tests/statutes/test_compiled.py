"""What the program reads equals what the lawyers' files say, and a faulty file is refused by name."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import statutes
from statutes import build, schema

WHOLE = schema.read()


def test_compiled_rows_equal_the_files() -> None:
    """Every row that the look-ups return is the row that the TOML files give."""
    assert dict(statutes.acts()) == WHOLE.acts
    assert dict(statutes.provisions()) == WHOLE.provisions
    assert statutes.counterparts() == WHOLE.counterparts
    assert dict(statutes.limits()) == WHOLE.limits
    assert dict(statutes.thresholds()) == WHOLE.thresholds
    assert dict(statutes.patterns()) == WHOLE.patterns
    assert dict(statutes.extents()) == WHOLE.extents


def test_compiled_files_are_those_of_a_build_now() -> None:
    """Nobody forgot `python -m statutes.build`, and building again changes no byte."""
    on_disk = {path.name: path.read_bytes() for path in build.COMPILED.glob("*.json")}
    assert on_disk == build.documents(WHOLE)
    assert build.documents(schema.read()) == on_disk


def test_building_removes_what_is_gone(tmp_path: Path) -> None:
    """An Act that has no rows any more leaves no compiled file behind."""
    (tmp_path / "gone.json").write_text("[]")
    build.write(WHOLE, tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == set(build.documents(WHOLE))


def test_a_provision_is_one_row_object() -> None:
    """Look-ups return the same frozen row each time, and nothing for an id that isn't there."""
    assert statutes.provision("BNS-143-4") is statutes.provisions()["BNS-143-4"]
    assert statutes.provision("BNS-999") is None
    assert statutes.provision("limits-1") is None
    assert statutes.provision("") is None


def test_start_up_needs_no_checker() -> None:
    """Looking up the law imports neither pydantic nor the TOML reader."""
    code = (
        "import sys, statutes; statutes.provisions(); statutes.limits(); statutes.find('370');"
        "print([name for name in ('pydantic', 'tomllib') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (
            ('id = "THOTA-19"', 'id = "IPC-19"'),
            "acts/thota_1994.toml: IPC-19: the id does not begin with THOTA-",
        ),
        (("min_months = 60", "min_month = 60"), "acts/thota_1994.toml: THOTA-19: min_month: "),
        (("min_months = 60", 'min_months = "60"'), "acts/thota_1994.toml: THOTA-19: min_months: "),
        (("covered_from = 2014-01-10", 'covered_from = "2014-01-10"'), "a day is written without quotes"),
        (("covered_from = 2014-01-10", ""), "THOTA-19: one of from and covered_from"),
        (('confidence = "verified"\nclass', 'confidence = "sure"\nclass'), "THOTA-19: confidence: 'sure'"),
        (("band = 60", "band = 75"), "THOTA-19: band: 75 is none of 60, 90, None"),
        (
            ("band = 60", 'band = 60\nvictim = { number = "two" }'),
            "THOTA-19: victim.number: 'two' is none of",
        ),
        (('bailable = "no"', 'bailable = "maybe"'), "THOTA-19: bailable: 'maybe' is none of"),
        (("[[provision]]", "counterpart = []\n[[provision]]"), "acts/thota_1994.toml: act: counterpart"),
        (("band = 60", 'band = 60\ncounterparts = ["BNS-1"]'), "THOTA-19: counterparts: no provision BNS-1"),
        (("band = 60", "band = 60\nuntil = 2013-01-01"), "THOTA-19: until is before its first day"),
        (("band = 60", "band = 60\nband = 90"), "acts/thota_1994.toml: "),
    ],
)
def test_a_fault_names_file_and_row(tmp_path: Path, change: tuple[str, str], fault: str) -> None:
    """Whatever is wrong in a file, the refusal says where and what."""
    (tmp_path / "acts").mkdir()
    source = schema.HERE / "acts" / "thota_1994.toml"
    text = source.read_text("utf-8")
    assert change[0] in text
    (tmp_path / "acts" / source.name).write_text(text.replace(*change, 1), "utf-8")
    with pytest.raises(schema.FaultyLaw) as refused:
        schema.read(tmp_path)
    assert any(fault in line for line in refused.value.faults), refused.value.faults


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    """Two Acts with a fault each give two lines, not only the first."""
    (tmp_path / "acts").mkdir()
    for name in ("thota_1994.toml", "blsa_1976.toml"):
        text = (schema.HERE / "acts" / name).read_text("utf-8")
        (tmp_path / "acts" / name).write_text(text.replace('bailable = "', 'bailable = "un', 1), "utf-8")
    shutil.copy(tmp_path / "acts" / "blsa_1976.toml", tmp_path / "acts" / "again.toml")
    with pytest.raises(schema.FaultyLaw) as refused:
        schema.read(tmp_path)
    told = str(refused.value)
    assert "THOTA-19" in told
    assert "BLSA: an Act given twice" in told
    assert "BLSA-17: an id given twice" in told
