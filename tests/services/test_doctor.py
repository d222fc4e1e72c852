"""The doctor finds what is wrong and says what is well."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import text

from tests.services.conftest import Filed
from tests.services.offices import TODAY, three
from tracker.services import doctor
from tracker.services.office import Office


def test_a_sound_office_is_well(office: Office, file_cases: Filed) -> None:
    """Every check of a sound office is well, and the law's doubts are counted."""
    file_cases(*three())
    checks = {check.name: check for check in doctor.check(office, TODAY)}
    assert {name for name, check in checks.items() if not check.ok} <= {"terminal"}
    assert "126 limits" in checks["law"].says
    assert "signed off by no lawyer" in checks["law"].says
    assert "3 cases" in checks["kept dates"].says


def test_kept_dates_that_drifted_are_found_and_made_again(office: Office, file_cases: Filed) -> None:
    """A clock tampered with is found by ref, and a rebuild puts it right."""
    file_cases(*three())
    with office.transaction() as session:
        session.execute(text("UPDATE due SET due_on = NULL WHERE who = 'A1'"))
    found = next(check for check in doctor.check(office, TODAY) if check.name == "kept dates")
    assert not found.ok
    assert "MUM-2026-001: clocks" in found.says
    assert doctor.rebuild(office) == 3
    assert next(check for check in doctor.check(office, TODAY) if check.name == "kept dates").ok


def test_a_database_that_doesnt_open_is_a_finding(tmp_path: Path) -> None:
    """Given an address, the doctor says why it doesn't open and goes on with the rest."""
    wrong = tmp_path / "letter.db"
    wrong.write_text("not a database at all, though it is long enough to look at " * 40)
    checks = doctor.check(f"sqlite:///{wrong}", TODAY)
    assert [check.ok for check in checks if check.name == "database"] == [False]
    assert {"law", "paper"} <= {check.name for check in checks if check.ok}
