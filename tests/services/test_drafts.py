"""A draft is one person's, encrypted with the office, no fact of any case, and gone with an erased name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.services.conftest import Filed
from tests.services.offices import in_custody
from tracker.services import drafts, identity, interchange, testimony
from tracker.services.office import Office, open_office

REF, NOTE = "MUM-2026-001", "zwischenruf der schreiberin"


@pytest.fixture
def office_url(tmp_path: Path) -> str:
    """Return the URL of an encrypted office; one database suffices."""
    url = f"sqlite:///{tmp_path / 'office.db'}"
    open_office(url, create=True, secret=lambda _: KEY).close()
    return url


KEY = bytes(range(48))


@pytest.fixture
def office(office_url: str) -> Office:
    """Open it for asha."""
    return open_office(office_url, user="asha", secret=lambda _: KEY)


def test_a_draft_is_its_persons_own_and_neither_readable_nor_exported(
    office: Office, file_cases: Filed, tmp_path: Path
) -> None:
    """Nobody else finds it; the file, the export and the audit hold nothing of it."""
    file_cases(in_custody())
    rows = len(testimony.entries(office))
    drafts.keep(office, "hearing", REF, {"note": NOTE})
    assert len(testimony.entries(office)) == rows
    assert testimony.verify(office).ok
    assert [one.body["note"] for one in drafts.begun(office)] == [NOTE]
    assert not any(NOTE.encode() in file.read_bytes() for file in tmp_path.iterdir())
    assert NOTE not in "".join(interchange.export(office))
    office.user = "lata"
    assert drafts.begun(office) == ()


def test_an_erased_name_takes_every_draft_with_it(office: Office, file_cases: Filed) -> None:
    """A note half typed may hold what was just erased."""
    case = in_custody()
    file_cases(replace(case, victims=(replace(case.victims[0], name="Meena"), case.victims[1])))
    drafts.keep(office, "record", REF, {"note": "Meena came"})
    identity.erase(office, REF, "V1", authority="order of the court", reason="her own consent, in writing")
    assert drafts.begun(office) == ()
