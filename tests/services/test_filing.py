"""Kept consequences: made with the fact, made again by a rebuild, and found when they drift."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import Connection, inspect, text
from sqlmodel import select

from tracker import samples
from tracker.services import filing, interchange
from tracker.services.office import Office
from tracker.store.fact_tables import Event
from tracker.store.tables import Due, Flag, Prosecution

KEPT = ("prosecution", "due", "flag", "course", "verdict")


@pytest.fixture
def sample(office: Office) -> Office:
    """Return the office with the sample cases."""
    batch = samples.office()
    interchange.write_cases(office, batch.courts, batch.cases)
    return office


def test_the_sample_office_keeps_what_is_computed(sample: Office) -> None:
    """For every sample case the kept standing, clocks and flags are those of a fresh computation."""
    assert filing.differences(sample) == []


def test_the_sample_office_survives_the_round_trip(sample: Office) -> None:
    """The export of the sample office is, case for case, what the sample files say."""
    out = "".join(interchange.export(sample))
    assert [case.ref for case in sorted(samples.office().cases, key=lambda case: case.ref)] == [
        line.split('"')[3] for line in out.splitlines() if line.startswith('{"ref"')
    ]


def indexes(connection: Connection) -> list[str]:
    """Return the names of the indexes of what is kept."""
    look = inspect(connection)
    return sorted(str(index["name"]) for table in KEPT for index in look.get_indexes(table))


def test_a_rebuild_mends_what_drifted(sample: Office) -> None:
    """What is kept wrongly is found by its case and part, and a rebuild makes it right, with its indexes."""
    with sample.transaction() as session:
        connection = session.connection()
        before = indexes(connection)
        connection.execute(text("UPDATE due SET due_on = '2001-01-01' WHERE prosecution_id = 1"))
        connection.execute(text("DELETE FROM flag WHERE prosecution_id = 2"))
        connection.execute(text("UPDATE prosecution SET stage = 'closed', lead = 'x' WHERE id = 3"))
    found = filing.differences(sample)
    assert len(found) == 3
    assert "clocks" in found[0]
    seen: list[int] = []
    assert filing.rebuild(sample, seen.append) == len(samples.office().cases) == seen[-1]
    assert filing.differences(sample) == []
    with sample.engine.connect() as connection:
        assert indexes(connection) == before


def test_a_fact_and_its_consequences_are_kept_together(sample: Office) -> None:
    """Refiling in the transaction of a new fact keeps what follows from it, and nothing of other cases."""
    with sample.transaction() as session:
        case = session.exec(select(Prosecution).order_by("id")).first()
        assert case is not None
        seq = len(session.exec(select(Event).where(Event.prosecution_id == case.id)).all()) + 1
        session.add(Event(prosecution_id=case.id, seq=seq, on=date(2026, 11, 20), kind="withdrawn"))
        reckoning = filing.refile(session, sample.law(), case.id)
        assert session.exec(select(Prosecution.stage).where(Prosecution.id == case.id)).one() == "closed"
        assert reckoning.standing.stage == "closed"
        assert session.exec(select(Due).where(Due.prosecution_id == case.id)).first() is not None
        assert session.exec(select(Flag)).first() is not None
    assert filing.differences(sample) == []
