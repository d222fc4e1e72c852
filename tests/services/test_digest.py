"""The morning's digest and what changed: in words, in neutral form, only what is new."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest

from tests.services.conftest import Filed
from tests.services.offices import TODAY, event, in_custody, three
from tracker.cli.today import lines
from tracker.services import casework, changes, digest, hearings, interchange, neutral
from tracker.services.office import Office, Refused, open_office

NOW = datetime(2026, 11, 24, 13, 5, tzinfo=UTC)


@pytest.fixture
def office(office_url: str) -> Iterator[Office]:
    """Open an office with a clock, for asha."""
    with open_office(office_url, user="asha", now=lambda: NOW) as office:
        yield office


def test_the_digest_has_the_day_custody_first_and_fits_a_mail(office: Office, file_cases: Filed) -> None:
    """Eighty columns, no section, no kind of court; the custody clock stands first of what ends."""
    file_cases(*three())
    casework.record(office, "MUM-2026-001", event(TODAY, "bail_applied", accused="A1"), TODAY)
    found = digest.of(office, date(2026, 11, 26), since=TODAY)
    assert [row.ref for row in found.listed] == ["MUM-2026-001"]
    assert found.ending.rows[0].about.startswith("CUSTODY")
    said = list(lines(found))
    assert max(map(len, said)) <= 80
    assert not neutral.telling("\n".join(said))
    assert "MUM-2026-001  bail applied for, asha" in "\n".join(said)


def test_an_empty_day_says_so_and_a_name_nobody_has_is_refused(office: Office, file_cases: Filed) -> None:
    """Nothing listed is said in words; a slip in a cron job is not a quiet day."""
    file_cases(*three())
    said = list(lines(digest.of(office, date(2026, 11, 25), lead="bina")))
    assert "LISTED TODAY: nothing listed" in said
    with pytest.raises(Refused, match="lead: nobody leads a case as 'ahsa'; known: asha"):
        digest.of(office, TODAY, lead="ahsa")


def test_what_others_changed_since_one_left_is_told_in_words(
    office: Office, office_url: str, file_cases: Filed
) -> None:
    """After asha closed: bina's hearing, with what it came to; not asha's own of today, no reading."""
    file_cases(in_custody())
    assert changes.left(office) is None
    changes.leave(office)
    left = changes.left(office)
    assert left is not None
    assert left.at is not None
    assert f"{left.at:%d-%m %H:%M}" == "24-11 18:35"
    here_from = changes.newest(office)
    with open_office(office_url, user="bina", now=lambda: NOW) as other:
        hearings.record(
            other, "MUM-2026-001", on=TODAY, outcome="adjourned", today=TODAY, next_on=TODAY + timedelta(14)
        )
        "".join(interchange.export(other))
    casework.record(office, "MUM-2026-001", event(TODAY, "bail_applied", accused="A1"), TODAY)
    [row] = changes.since(office, left.seq, here_from=here_from)
    assert (row.who, row.ref, row.says) == (
        "bina",
        "MUM-2026-001",
        "hearing of 24-11-2026: adjourned, next 08-12-2026",
    )


def test_leaving_twice_with_nothing_in_between_writes_nothing(office: Office, file_cases: Filed) -> None:
    """Opening and closing the program leaves no trail of its own."""
    file_cases(in_custody())
    changes.leave(office)
    newest = changes.newest(office)
    changes.leave(office)
    assert changes.newest(office) == newest
