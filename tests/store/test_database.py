"""Opening, migrating, refusing: what the database does before any case is in it."""

from __future__ import annotations

import re
import sqlite3
import stat
from datetime import date
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, create_engine, text

from tests.conftest import PlaceFor
from tracker.services.office import Office, Refused, open_office
from tracker.store import database
from tracker.store.every import METADATA
from tracker.store.fact_tables import Event
from tracker.store.tables import Prosecution

BETWEEN = re.compile(r"\n|, (?=\S+ (?:INTEGER|VARCHAR|DATE|BOOLEAN|TEXT)\b)")
"""What stands between two columns: a line's end, but a comma before one that was added later."""


def a_case(office: Office) -> None:
    """File a case with one line in its journal."""
    with office.transaction() as session:
        session.add(Prosecution(id=1, ref="X-1"))
        session.flush()
        session.add(Event(prosecution_id=1, seq=1, on=date(2024, 7, 1), kind="fir_registered"))


def _for_both(thing: object, name: str | None, kind: str, reflected: bool, other: object) -> bool:
    """Leave out the one index that SQLite alone has; the next test looks at it."""
    return name != "ix_prosecution_words"


def test_migrations_make_what_the_tables_say(office: Office) -> None:
    """The steps together make exactly the tables, keys and indexes of `tables`."""
    with office.engine.connect() as connection:
        opts = {"compare_type": True, "include_object": _for_both}
        context = MigrationContext.configure(connection, opts=opts)
        assert compare_metadata(context, METADATA) == []


def test_migrations_make_the_very_tables(place_for: PlaceFor, tmp_path: Path) -> None:
    """Every column, check, key and index is the same, letter for letter, made by steps or from `tables`."""

    def said(engine: Engine) -> dict[str, list[str]]:
        with engine.connect() as connection:
            rows = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"))
            parts = {name: sorted(part.strip(" ,\t") for part in BETWEEN.split(sql)) for name, sql in rows}
        return {name: part for name, part in parts.items() if name != "alembic_version"}

    fresh = create_engine(f"sqlite:///{tmp_path / 'fresh.db'}")
    METADATA.create_all(fresh)
    with open_office(place_for("sqlite", tmp_path)) as office:
        made = {name: part for name, part in said(office.engine).items() if "_not_" not in name}
        assert made == said(fresh)
    fresh.dispose()


def test_head_is_the_newest_migration() -> None:
    """The number that spares the start-up Alembic's import is that of the last step."""
    config = Config()
    config.set_main_option("script_location", "tracker.store:migrations")
    assert ScriptDirectory.from_config(config).get_current_head() == database.HEAD


@pytest.mark.parametrize(
    "statement", ["UPDATE event SET note = 'x'", "DELETE FROM event", "DELETE FROM event WHERE seq = 1"]
)
def test_the_journal_only_grows(office: Office, statement: str) -> None:
    """The database itself refuses to change or take away a line of the journal."""
    a_case(office)
    with pytest.raises(Refused, match="journal can't be changed"), office.transaction() as session:
        session.connection().execute(text(statement))
    with office.reading() as session:
        assert session.get(Event, (1, 1)) is not None


def test_a_word_outside_its_list_is_never_kept(office: Office) -> None:
    """A kind that is no word of the format is refused by the check of its column, by name."""
    line = Event(prosecution_id=1, seq=2, on=date(2024, 7, 1), kind="arested")
    a_case(office)
    with pytest.raises(Refused, match="ck_event_kind"), office.transaction() as session:
        session.add(line)


def test_a_charge_needs_its_accused(office: Office) -> None:
    """The database refuses a line about an accused who isn't in the case."""
    line = Event(prosecution_id=1, seq=2, on=date(2024, 7, 1), kind="arrested", accused="A9")
    a_case(office)
    with pytest.raises(Refused, match="never be"), office.transaction() as session:
        session.add(line)


def test_a_failed_transaction_leaves_nothing(office: Office) -> None:
    """An error half way undoes what the transaction wrote before it."""

    def half_way() -> None:
        with office.transaction() as session:
            session.add(Prosecution(id=1, ref="X-1"))
            session.flush()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half_way()
    with office.reading() as session:
        assert session.get(Prosecution, 1) is None


def test_no_office_yet(tmp_path: Path) -> None:
    """A file that isn't there is not made by looking for it, and the line says how to make it."""
    path = tmp_path / "none.db"
    with pytest.raises(Refused, match="tracker init"):
        open_office(f"sqlite:///{path}")
    assert not path.exists()


def test_a_new_file_is_its_owners_alone(tmp_path: Path) -> None:
    """Nobody else on the machine may read the office's file."""
    path = tmp_path / "deep" / "office.db"
    open_office(f"sqlite:///{path}", create=True).close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_not_a_database(tmp_path: Path) -> None:
    """A text file is refused in one clear line."""
    path = tmp_path / "letter.db"
    path.write_text("Dear advocate, " * 400)
    with pytest.raises(Refused, match="not a database"):
        open_office(f"sqlite:///{path}")


def test_a_database_of_another_program(tmp_path: Path) -> None:
    """A database with other tables is neither used nor migrated, even when asked to make an office."""
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE birds (name TEXT)")
    other.close()
    with pytest.raises(Refused, match="another program"):
        open_office(f"sqlite:///{path}", create=True)


def test_a_newer_database(office_url: str) -> None:
    """An office written by a newer version is refused, and the line says which way to go."""
    with open_office(office_url) as office, office.transaction() as session:
        session.connection().execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(Refused, match="Update the program"):
        open_office(office_url)


def test_a_locked_database(place_for: PlaceFor, tmp_path: Path) -> None:
    """While another program writes, a write waits as long as told, then is refused; reading goes on."""
    url = place_for("sqlite", tmp_path)
    other = Office(database.open_database(url, patience_ms=1))
    with open_office(url) as office, office.transaction() as session:
        session.add(Prosecution(id=1, ref="X-1"))
        session.flush()
        with pytest.raises(Refused, match="Another program is writing"):
            other.set("name", "x")
        assert other.setting("name") is None
    other.close()


def test_a_read_only_database(place_for: PlaceFor, tmp_path: Path) -> None:
    """A database that may only be read is read; a write is refused in one line."""
    path = place_for("sqlite", tmp_path).removeprefix("sqlite:///")
    with open_office(f"sqlite:///file:{path}?mode=ro&uri=true") as office:
        assert office.setting("name") is None
        with pytest.raises(Refused, match="read-only"):
            office.set("name", "x")


def test_a_full_disk(place_for: PlaceFor, tmp_path: Path) -> None:
    """When the disk is full, the line says so and what was there is still there."""
    with open_office(place_for("sqlite", tmp_path)) as office:
        with office.engine.connect() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(Refused, match="disk is full"):
            office.set("name", "x" * 1_000_000)
        assert office.setting("name") is None


@pytest.mark.parametrize("url", ["", "nonsense", "mysql://here/office", "sqlite://///"])
def test_an_address_that_is_none(url: str) -> None:
    """A malformed address is refused in one line."""
    with pytest.raises(Refused) as refused:
        open_office(url)
    assert len(refused.value.faults) == 1


def test_a_server_that_is_not_there() -> None:
    """A PostgreSQL that doesn't answer is refused in one line, without the address's password."""
    with pytest.raises(Refused, match="doesn't answer") as refused:
        open_office("postgresql://me:secret@127.0.0.1:1/office")
    assert "secret" not in str(refused.value)


def test_errors_hold_no_values(office: Office) -> None:
    """What the database says of a row it refuses never shows the row."""
    a_case(office)
    with pytest.raises(Refused) as refused, office.transaction() as session:
        session.add(Prosecution(id=2, ref="X-1", title="A secret name"))
    assert "secret" not in str(refused.value)
    assert "X-1" not in str(refused.value)
