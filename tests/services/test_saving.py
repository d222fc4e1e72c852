"""Backups that the program makes by itself: when, how many are kept, and what a failure says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.conftest import PlaceFor
from tracker.services import backup, saving
from tracker.services.office import Office, Refused, open_office
from tracker.services.saving import Plan


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        """Begin on a Monday evening."""
        self.at = datetime(2024, 9, 30, 13, tzinfo=UTC)

    def __call__(self) -> datetime:
        """Return the hour."""
        return self.at


@pytest.fixture
def clock() -> Clock:
    """Return the office's clock."""
    return Clock()


@pytest.fixture
def office(place_for: PlaceFor, tmp_path: Path, clock: Clock) -> Iterator[Office]:
    """An office in a file."""
    with open_office(place_for("sqlite", tmp_path), user="asha", now=clock) as office:
        yield office


def test_one_a_day_if_anything_was_written(office: Office, clock: Clock) -> None:
    """The first is due at once; then one a day, and none after a day on which nothing was written."""
    made = []
    for hours, writes in ((0, False), (1, True), (24, False), (24, False), (24, True)):
        clock.at += timedelta(hours=hours)
        if writes:
            office.set("name", str(hours))
        made.append(saving.save_if_due(office, clock.at) is not None)
    assert made == [True, False, True, False, True]
    assert len(backup.list_made(office)) == 3


@pytest.mark.parametrize(
    ("every", "due"), [("exit", True), ("day", False), ("week", False), ("never", False)]
)
def test_the_plan_says_when(office: Office, clock: Clock, every: str, due: bool) -> None:
    """An hour after the last, with something written since, only a plan of every leaving makes another."""
    saving.save_if_due(office, clock.at)
    clock.at += timedelta(hours=1)
    saving.keep_plan(office, Plan(every=every))
    clock.at += timedelta(seconds=1)
    assert saving.due(office, clock.at) == due


def test_a_plan_that_keeps_nothing_is_refused(office: Office) -> None:
    """No day kept, or a word that is none, changes nothing."""
    for plan in (Plan(days=0), Plan(weeks=-1), Plan(every="hourly")):
        with pytest.raises(Refused):
            saving.keep_plan(office, plan)
    assert saving.plan(office) == Plan()


def test_the_plan_says_how_many_are_kept(office: Office, clock: Clock) -> None:
    """With two days and nothing else, of four days' backups the newest two stay."""
    saving.keep_plan(office, Plan(days=2, weeks=0, months=0))
    for day in range(4):
        clock.at += timedelta(days=1)
        office.set("name", str(day))
        saving.save_if_due(office, clock.at)
    assert [path.stem[-17:-7] for path in backup.list_made(office)] == ["2024-10-03", "2024-10-04"]


def test_it_is_given_up_when_it_takes_too_long(office: Office, clock: Clock) -> None:
    """Out of time, the line says so, and no half a copy is left."""
    with pytest.raises(Refused, match="given up"):
        saving.save_if_due(office, clock.at, within=-1)
    assert not any(backup.folder_of(office).iterdir())


def test_a_folder_that_may_not_be_written_is_said(office: Office, clock: Clock) -> None:
    """Where the folder of backups is a file, the refusal says what can't be made."""
    backup.folder_of(office).write_text("in the way")
    with pytest.raises(Refused, match="can't be made"):
        saving.save_if_due(office, clock.at)


def test_it_is_encrypted_as_the_office_is(tmp_path: Path, clock: Clock) -> None:
    """A copy made unasked is under the office's own key, private, and drills."""
    key = bytes(range(48))
    url = f"sqlite:///{tmp_path / 'secret.db'}"
    with open_office(url, create=True, user="asha", now=clock, secret=lambda _: key) as office:
        made = saving.save_if_due(office, clock.at)
        assert made is not None
        path = Path(made.file)
        assert not path.read_bytes().startswith(b"SQLite format 3")
        assert path.stat().st_mode & 0o077 == 0
        assert backup.drill(office, clock.at.date())[0] == path.name


def test_an_archive_is_one_file_under_its_own_passphrase(
    tmp_path: Path, office: Office, clock: Clock
) -> None:
    """A plain office's archive is encrypted, opens by its own key alone, and its hash is that of the file."""
    import hashlib

    key = bytes(reversed(range(48)))
    made = backup.make(office, clock.at, tmp_path / "handover.db", anew=key)
    held = Path(made.file).read_bytes()
    assert made.sha256 == hashlib.sha256(held).hexdigest()
    assert not held.startswith(b"SQLite format 3")
    with open_office(f"sqlite:///{made.file}", user="ravi", secret=lambda _: key) as there:
        assert there.setting("name") == office.setting("name")
    with pytest.raises(Refused):
        open_office(f"sqlite:///{made.file}", secret=lambda _: bytes(48))
