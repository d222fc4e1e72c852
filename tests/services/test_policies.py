"""On a server the roles hold against raw SQL: each tries to go round them under its own login."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url
from sqlalchemy.exc import DBAPIError

from tests.conftest import PlaceFor
from tests.services.conftest import COURTS
from tests.services.test_roles import JOBS, LISTS, TABLE
from tests.services.test_testimony import SHEET, TODAY, a_case
from tracker.domain import record_words as words
from tracker.domain.records import (
    Assignment,
    Document,
    Exhibit,
    Handover,
    Note,
    Notice,
    Placement,
    Process,
    Witness,
)
from tracker.services import (
    casework,
    docket,
    drafts,
    editing,
    identity,
    interchange,
    records,
    roles,
    testimony,
)
from tracker.services.office import Refused, open_office
from tracker.store import policies, sight

Ask = Callable[[str, str], list[tuple[object, ...]]]
LOGINS = {"asha": "advocate", "meera": "manager", "rohan": "reviewer", "stranger": None}
DENIED = "denied"


ON_SERVER = {job: may for job, may in TABLE.items() if job != "give roles"}
"""What a person does under their own login."""


RECORDS: dict[str, object] = {
    "assignments": Assignment(role=words.Part.PROSECUTOR, name="Mrs Kadam"),
    "documents": Document(kind=words.DocumentKind.FIR, title="order on the shelter"),
    "placements": Placement(victim="V1", kind=words.PlacementKind.SHELTER, place="the home at Karjat"),
    "witnesses": Witness(label="PW1", name="Panch of the raid"),
    "processes": Process(kind=words.ProcessKind.SUMMONS, witness="PW1", note="at her aunt's"),
    "exhibits": Exhibit(label="M1", note="her telephone"),
    "notices": Notice(application=words.Application.BAIL, note="told her mother"),
    "notes": Note(text="she is afraid of A1"),
    "handovers": Handover(words.Post.JUDGE, signed_by="Mrs Kadam", signed_on=date(2026, 11, 2)),
}
"""A line of every list that a case keeps beside its journal, with words that no reviewer may see."""


def an_office(place_for: PlaceFor) -> str:
    """Return the URL of an office on the server: K-1 is asha's, K-2 ravi's; each has a name."""
    url = place_for("postgresql", Path())
    with open_office(url, user="root") as office:
        cases = [a_case("K-1", "Meena Kumari"), a_case("K-2", "Sunita Devi")]
        cases[1].lead, cases[1].hearings = "ravi", ()
        for case in cases:
            case.accused[0].name = f"Rakesh of {case.ref}"
            for list_, line in RECORDS.items():
                setattr(case, list_, (line,))
        interchange.write_cases(office, COURTS, cases)
    return url


@pytest.fixture(scope="module")
def server(place_for: PlaceFor) -> str:
    """Return the URL of an enforced office."""
    url = an_office(place_for)
    with open_office(url, user="root") as office:
        drafts.keep(office, "note", "K-1", {"text": "half of a word"})
        roles.enforce(office)
        roles.enforce(office)
        with office.engine.connect() as connection, connection.begin():
            for login, role in LOGINS.items():
                connection.exec_driver_sql(f"DROP ROLE IF EXISTS {login}")
                connection.exec_driver_sql(f"CREATE ROLE {login} LOGIN")
                if role:
                    connection.exec_driver_sql(f"GRANT tracker_{role} TO {login}")
    return url


@pytest.fixture(scope="module")
def ask(server: str) -> Iterator[Ask]:
    """Run a statement under a login and take it back; a refusal is [(DENIED,)]."""
    engines = {login: create_engine(make_url(server).set(username=login)) for login in (*LOGINS, "postgres")}

    def ask_(login: str, statement: str) -> list[tuple[object, ...]]:
        try:
            with engines[login].connect() as connection:
                *before, last = statement.split(";;")
                for one in before:
                    connection.exec_driver_sql(one)
                said = connection.exec_driver_sql(last)
                return [tuple(row) for row in said] if said.returns_rows else [(said.rowcount,)]
        except DBAPIError:
            return [(DENIED,)]

    yield ask_
    for engine in engines.values():
        engine.dispose()


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
    "write into another's records": (
        "INSERT INTO note (prosecution_id, seq, text) VALUES (2, 9, 'x')",
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
    "names of the accused": (
        "SELECT name FROM accused ORDER BY name",
        {"asha": [("Rakesh of K-1",)], "meera": [("Rakesh of K-1",), ("Rakesh of K-2",)]},
    ),
    "days of birth": (
        "SELECT count(*) FROM victim WHERE born_on IS NULL",
        {"asha": [(1,)], "meera": [(2,)]},
    ),
    "others' acts in the audit": (
        "SELECT count(*) > 0 FROM audit WHERE who = 'root' AND ref IS NULL",
        {"asha": [(False,)], "meera": [(True,)], "rohan": [(False,)]},
    ),
    "say that a manager has seen it": (
        "INSERT INTO setting (key, value) VALUES ('desk:meera:seen', '999')",
        {"meera": [(1,)]},
    ),
    "set the office": (
        "UPDATE setting SET value = 'x' WHERE NOT starts_with(key, 'desk:')",
        {"asha": [(0,)], "meera": [(0,)], "rohan": [(0,)]},
    ),
    "set the office anew": ("INSERT INTO setting VALUES ('law_rows', '[]')", {"meera": [(1,)]}),
    "put a name into another's case": (
        "SELECT tracker_put_identity(2, 'V1', 'Somebody')",
        {"meera": [(True,)]},
    ),
    "erase a name": ("SELECT tracker_put_identity(1, 'V1', NULL)", {"meera": [(True,)]}),
    "write a name past the function": (
        "INSERT INTO identity (prosecution_id, code, name) VALUES (2, 'V1', 'x')",
        {},
    ),
    "take the salts of another's names": ("SELECT tracker_forget_salts(2)", {"meera": [("",)]}),
    "try a name against the digest of another's": (
        "SELECT length(tracker_names_digest(2, ''))",
        {"meera": [(64,)]},
    ),
    "what sheets of others listed": (
        "SELECT count(*) FROM issued",
        {"asha": [(0,)], "meera": [(0,)], "rohan": [(0,)]},
    ),
    "put a view of one's own before the functions": (
        "CREATE TEMP TABLE prosecution AS SELECT 2 AS id, 'asha'::text AS lead;; SELECT tracker_mine(2)",
        {"asha": [(False,)], "meera": [(False,)], "rohan": [(False,)]},
    ),
    "become the owner": ("SET ROLE postgres", {}),
    "switch the triggers off": ("SET session_replication_role = replica", {}),
    "read the openings": ("SELECT count(*) >= 0 FROM opening", {"meera": [(True,)]}),
    "hide an opening": ("DELETE FROM opening", {}),
    "digests and salts to try guesses against": (
        "SELECT DISTINCT abs(prosecution_id) FROM seal ORDER BY 1",
        {"asha": [(0,), (1,)], "meera": [(0,), (1,), (2,)], "rohan": [(0,)]},
    ),
    "what others typed half": (
        "SELECT count(*) FROM draft",
        {"asha": [(0,)], "meera": [(0,)], "rohan": [(0,)]},
    ),
    "type half an entry as another": (
        "INSERT INTO draft (who, kind, ref, body) VALUES ('root', 'note', 'K-1', '{}')",
        {},
    ),
    "read the server's files": ("SELECT pg_read_file('/etc/passwd')", {}),
}


@pytest.mark.parametrize("login", LOGINS)
def test_raw_sql_gets_no_further(ask: Ask, login: str) -> None:
    """Under each role's own login a statement gives what the table says, and is denied the rest."""
    said = {what: ask(login, statement) for what, (statement, _) in TRIES.items()}
    assert said == {what: gives.get(login, NO) for what, (_, gives) in TRIES.items()}


@pytest.mark.parametrize("login", LOGINS)
def test_every_table_of_a_case_is_held(ask: Ask, login: str) -> None:
    """Of each table a login reads its own cases' rows, all as codes, or none; it moves none to another's."""
    reads = {"asha": {1}, "meera": {1, 2}, "rohan": {1, 2}}.get(login)
    wrong: list[object] = []
    for table in policies.of_cases():
        key = "id" if table.name == "prosecution" else "prosecution_id"
        asked = f"SELECT DISTINCT {key} FROM {table.name}"
        held = set(ask("postgres", asked))
        may = NO if reads is None else [row for row in held if row[0] in reads]
        if set(said := ask(login, asked)) != set(may):
            wrong.append((asked, said))
        tries = [f"UPDATE {table.name} SET {key} = {key} WHERE {key} = 2"]
        tries += [f"UPDATE {table.name} SET {key} = 2 WHERE {key} = 1"] if held else []
        tries += [f"DELETE FROM {table.name} WHERE {key} = 2"]
        if login == "rohan":
            hidden = [one.name for one in table.columns if not sight.is_coded(table, one)]
            tries += [f'SELECT "{name}" FROM {table.name}' for name in hidden]
        if login != "meera":
            answers = {one: ask(login, one) for one in tries}
            wrong += [one for one in answers.items() if one[1] not in (NO, [(0,)])]
    assert not wrong


def test_the_program_works_under_a_role(server: str) -> None:
    """An advocate's own login lists and records its own case by the program, and the chain goes on."""
    url = make_url(server).set(username="asha").render_as_string(hide_password=False)
    with open_office(url, user="asha") as office:
        assert [row.ref for row in docket.page(office, "", TODAY).rows] == ["K-1"]
        casework.record(office, "K-1", SHEET, TODAY)
        records.add(office, "K-1", "notes", {"text": "ask for the diary"}, TODAY)
        records.change(office, "K-1", "accused", 1, {"sex": "M"}, None, TODAY)
        editing.edit(office, "K-1", {"tags": "hotel", "title": "State v A1"}, None, TODAY)
        with pytest.raises(Refused):
            casework.record(office, "K-2", SHEET, TODAY)
    with open_office(server, user="root") as office:
        assert testimony.verify(office).ok


@pytest.mark.slow
@pytest.mark.parametrize("login", LOGINS)
def test_the_program_holds_the_table_under_each_login(server: str, place_for: PlaceFor, login: str) -> None:
    """The program does under each login what the table gives it; the rest is refused and leaves nothing."""
    who = {"asha": "asha", "meera": "manager", "rohan": "reviewer", "stranger": "stranger"}[login]
    owner = an_office(place_for)
    with open_office(owner, user="root") as root:
        roles.assign(root, "root", "administrator")
        for name, role in LOGINS.items():
            if role:
                roles.assign(root, name, role)
        roles.enforce(root)
    url = make_url(owner).set(username=login).render_as_string(hide_password=False)
    with open_office(owner, user="root") as root:
        try:
            office = open_office(url, user=login)
        except Refused:
            assert login == "stranger"
            return
        with office:
            for what, sees in LISTS.items():
                if what != "office copy" or who != "reviewer":
                    said = repr(sees(office))
                    assert "K-2" not in said or who != "asha", what
                    assert "Rakesh" not in said or who != "reviewer", what
            wrong = []
            for job, may in ON_SERVER.items():
                for ref, allowed in zip(("K-1", "K-2"), may, strict=True):
                    before, says = testimony.head(root), "done"
                    try:
                        JOBS[job](office, ref)
                    except Refused as refused:
                        says = str(refused)
                    if (says == "done") != (who in allowed.split()):
                        wrong.append((job, ref, says))
                    elif says != "done" and testimony.head(root) != before:
                        wrong.append((job, ref, "left something"))
            assert not wrong
            if login != "rohan":
                identity.keep(office, "K-1", "V1", 'Mína "Bai" \\ मीना 𐍈')  # its digest is the server's
        assert testimony.verify(root).ok


def test_a_file_says_that_it_cant_hold_roles(place_for: PlaceFor, tmp_path: Path) -> None:
    """On a file the line says that roles are a courtesy lock there."""
    with open_office(place_for("sqlite", tmp_path)) as office, pytest.raises(Refused, match="courtesy"):
        roles.enforce(office)
