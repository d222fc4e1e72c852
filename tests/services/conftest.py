"""Every test of this room that asks for an office runs on SQLite and on PostgreSQL."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import PlaceFor


@pytest.fixture(params=["sqlite", "postgresql"])
def office_url(request: pytest.FixtureRequest, place_for: PlaceFor, tmp_path: Path) -> str:
    """Return the URL of an office without cases, once on each database."""
    return place_for(request.param, tmp_path)
