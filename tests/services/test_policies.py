"""On a server the roles hold against raw SQL: each tries to go round them under its own login."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url
from sqlalchemy.exc import DBAPIError

from tests.conftest import PlaceFor
from tests.services.conftest import COURTS
from tests.services.test_testimony import SHEET, TODAY, a_case
from tracker.services import casework, docket, interchange, roles, testimony
from tracker.services.office import Refused, open_office

Ask = Callable[[str, str], list[tuple[object, ...]]]
LOGINS = {"asha": "advocate", "meera": "manager", "rohan": "reviewer", "stranger": None}
DENIED = "denied"


@pytest.fixture(scope="module")
def server(place_for: PlaceFor, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the URL of an enforced office: K-1 is asha's, K-2 ravi's; each has a name."""
    url = place_for("postgresql", tmp_path_factory.mktemp("server"))
    with open_office(url, user="root") as office:
        cases = [a_case("K-1", "Meena Kumari"), a_case("K-2", "Sunita Devi")]
        cases[1].lead, cases[1].hearings = "ravi", ()
        interchange.write_cases(office, COURTS, cases)
        roles.enforce(office)
        roles.enforce(office)
        with office.engine.connect() as connection, connection.begin():
            for login, role in LOGINS.items():
                connection.exec_driver_sql(f"DROP ROLE IF EXISTS {login}")
                connection.exec_driver_sql(f"CREATE ROLE {login} LOGIN")
                if role:
                    connection.exec_driver_sql(f"GRANT tracker_{role} TO {login}")
    return url


@pytest.fixture
def ask(server: str) -> Ask:
    """Run a statement under a login and take it back; a refusal is [(DENIED,)]."""

    def ask_(login: str, statement: str) -> list[tuple[object, ...]]:
        engine = create_engine(make_url(server).set(username=login))
        try:
            with engine.connect() as connection:
                said = connection.exec_driver_sql(statement)
                return [tuple(row) for row in said] if said.returns_rows else [(said.rowcount,)]
        except DBAPIError:
            return [(DENIED,)]
        finally:
            engine.dispose()

    return ask_


Rows = list[tuple[object, ...]]
BOTH: Rows = [("K-1",), ("K-2",)]
FIRST: Rows = [("K-1",)]
NONE: Rows = []
NO: Rows = [(DENIED,)]
TRIES: dict[str, tuple[str, dict[str, object]]] = {
    "cases": ("SELECT ref FROM prosecution ORDER BY ref", {"asha": FIRST, "meera": BOTH, "rohan": BOTH}),
    "journals": (
        "SELECT DISTINCT ref FROM event JOIN prosecution ON id = prosecution_id ORDER BY ref",
        {"asha": FIRST, "meera": BOTH, "rohan": BOTH},
    ),
    "another's journal": (
        "SELECT kind FROM event WHERE prosecution_id = 2",
        {"asha": NONE, "meera": [("fir_registered",)], "rohan": [("fir_registered",)]},
    ),
    "another's clocks by a count": (
        "SELECT count(*) > 0 FROM due WHERE prosecution_id = 2",
        {"asha": [(False,)], "meera": [(True,)], "rohan": [(True,)]},
    ),
    "names": ("SELECT name FROM identity", {}),
    "whether there are names": ("SELECT count(*) FROM identity", {}),
    "names by a copy": ("CREATE TABLE mine AS SELECT * FROM identity", {}),
    "own name, with a reason": (
        "SELECT tracker_open_identity('K-1', 'V1', 'the hospital asks')",
        {"asha": [("Meena Kumari",)], "meera": [("Meena Kumari",)]},
    ),
    "another's name, with a reason": (
        "SELECT tracker_open_identity('K-2', 'V1', 'the hospital asks')",
        {"meera": [("Sunita Devi",)]},
    ),
    "a name without a reason": ("SELECT tracker_open_identity('K-1', 'V1', '')", {}),
    "make a case one's own": (
        "UPDATE prosecution SET lead = session_user WHERE id = 2",
        {"asha": [(0,)], "meera": [(1,)]},
    ),
    "list oneself in another's case": (
        "INSERT INTO hearing (prosecution_id, seq, \"on\", advocate) VALUES (2, 9, '2024-09-02', 'asha')",
        {"meera": [(1,)]},
    ),
    "change a line of the journal": ("UPDATE event SET kind = 'closed'", {}),
    "delete a line of the journal": ("DELETE FROM event", {}),
    "change the audit": ("UPDATE audit SET who = 'x'", {}),
    "delete from the audit": ("DELETE FROM audit", {}),
    "write to the audit as another": (
        "INSERT INTO audit (seq, who, action, what, prev, hash) VALUES (99, 'x', 'x', 'x', 'x', 'x')",
        {},
    ),
    "delete a seal": ("DELETE FROM seal", {}),
    "give oneself a role": ("INSERT INTO person (name, role) VALUES ('asha', 'administrator')", {}),
    "join a role": ("GRANT tracker_manager TO asha", {}),
    "take the policies away": ("ALTER TABLE prosecution DISABLE ROW LEVEL SECURITY", {}),
    "drop the guard": ("DROP TRIGGER event_not_changed ON event", {}),
    "become the owner": ("SET ROLE postgres", {}),
    "switch the triggers off": ("SET session_replication_role = replica", {}),
    "read the openings": ("SELECT count(*) >= 0 FROM opening", {"meera": [(True,)]}),
    "hide an opening": ("DELETE FROM opening", {}),
    "read the server's files": ("SELECT pg_read_file('/etc/passwd')", {}),
}


@pytest.mark.parametrize("login", LOGINS)
@pytest.mark.parametrize("what", TRIES)
def test_raw_sql_gets_no_further(ask: Ask, what: str, login: str) -> None:
    """Under each role's own login a statement gives what the table says, and is denied the rest."""
    statement, gives = TRIES[what]
    assert ask(login, statement) == gives.get(login, NO)


def test_the_program_works_under_a_role(server: str) -> None:
    """An advocate's own login lists and records its own case by the program, and the chain goes on."""
    url = make_url(server).set(username="asha").render_as_string(hide_password=False)
    with open_office(url, user="asha") as office:
        assert [row.ref for row in docket.page(office, "", TODAY).rows] == ["K-1"]
        casework.record(office, "K-1", SHEET, TODAY)
        with pytest.raises(Refused):
            casework.record(office, "K-2", SHEET, TODAY)
    with open_office(server, user="root") as office:
        assert testimony.verify(office).ok


def test_a_file_says_that_it_cant_hold_roles(place_for: PlaceFor, tmp_path: Path) -> None:
    """On a file the line says that roles are a courtesy lock there."""
    with open_office(place_for("sqlite", tmp_path)) as office, pytest.raises(Refused, match="courtesy"):
        roles.enforce(office)
