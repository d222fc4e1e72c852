"""`tracker list --csv`: the columns asked for, no formula for a spreadsheet, the owner's file alone."""

from __future__ import annotations

import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from tracker.services.seen import safe

Run = Callable[..., Result]


@pytest.mark.usefixtures("office_with_malvani")
def test_the_list_is_written_with_the_columns_asked_for(run: Run, tmp_path: Path) -> None:
    """The line above says what is listed; a column that isn't there is wrong usage and names the others."""
    file = tmp_path / "out.csv"
    said = run("list", "malvani", "--csv", str(file), "--columns", "ref,lead")
    assert said.output == f"1 rows: {file}\n"
    lines = file.read_text("utf-8-sig").splitlines()
    assert lines[0] == "# malvani, by ref, as of 24-11-2026"
    assert lines[1] == "REF,LEAD"
    assert lines[2].startswith("MUM-2019-014,")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    wrong = run("list", "--columns", "ref,victim")
    assert wrong.exit_code == 2
    assert "'victim'; known: ref, stage" in wrong.output


@pytest.mark.parametrize("cell", ["=1+1", "@x", "+cmd|' /C calc'!A0", "-2+3", "\tx"])
def test_no_cell_is_a_formula(cell: str) -> None:
    """A spreadsheet shows what was written, and reckons nothing."""
    assert safe(cell) == f"'{cell}"
    assert safe("-12") == "-12"
