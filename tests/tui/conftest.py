"""The program on a copy of the sample office, on the sample's own day."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import copied
from tests.tui.waiting import asked_instead, read_once
from tracker.services import demo
from tracker.services.office import Office, open_office
from tracker.tui.app import TrackerApp


@pytest.fixture(autouse=True)
def _wait_without_guessing(monkeypatch: pytest.MonkeyPatch) -> None:
    asked_instead(monkeypatch)
    read_once(monkeypatch)


@pytest.fixture
def sample_url(sample_url_to_copy: str, tmp_path: Path) -> str:
    """Return the address of a copy of the sample office."""
    return copied(sample_url_to_copy, tmp_path, "office.db")


@pytest.fixture
def app(sample_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TrackerApp:
    """Return the program, not yet run, for asha at the desk, with a data folder of the test's own."""
    monkeypatch.setenv("TRACKER_USER", "asha")
    monkeypatch.setattr("tracker.settings.data_folder", lambda: tmp_path)
    return TrackerApp(sample_url, demo.SAMPLE_TODAY)


@pytest.fixture
def office(sample_url: str) -> Iterator[Office]:
    """Open the same office beside the screen, to see what was written."""
    with open_office(sample_url, user="asha") as office:
        yield office
