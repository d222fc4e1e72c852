"""Every test of this room that asks for an office runs on SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import PlaceFor
from tracker.domain import words
from tracker.domain.case import Case, Court
from tracker.domain.reckon import reckon
from tracker.services import audit
from tracker.services.office import Office
from tracker.store import reading, writing


@pytest.fixture(params=["sqlite", "postgresql"])
def office_url(request: pytest.FixtureRequest, place_for: PlaceFor, tmp_path: Path) -> str:
    """Return the URL of an office without cases, once on each database."""
    return place_for(request.param, tmp_path)


COURTS = (
    Court(
        key="dindoshi-11",
        name="Special Court, Dindoshi",
        kind=words.CourtKind.SPECIAL_POCSO,
        complex="Dindoshi",
    ),
    Court(key="sewree-3", name="Sessions Court, Sewree", kind=words.CourtKind.SESSIONS, complex="Sewree"),
)

Filed = Callable[..., None]


@pytest.fixture
def file_cases(office: Office) -> Filed:
    """Return what files cases in the office, with two courts."""

    def file(*cases: Case) -> None:
        law = office.law()
        with office.transaction() as session:
            connection = session.connection()
            there = reading.courts(connection)
            writing.write_courts(connection, [court for court in COURTS if court.key not in there])
            kinds = reading.court_kinds(connection)
            first = writing.next_number(connection)
            filings = [
                writing.Filing(number, case, reckon(case, kinds, law))
                for number, case in enumerate(cases, first)
            ]
            written = writing.write_cases(connection, filings)
            audit.of(session).seal(enumerate(written, first))

    return file
