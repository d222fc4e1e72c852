"""Records of a case: added, changed, struck out; two at one line; what each field takes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine, make_url, text

from tests.conftest import PlaceFor
from tests.services.conftest import COURTS, Filed
from tests.services.offices import TODAY, in_custody, old_trial
from tracker.domain import record_rules
from tracker.services import (
    casework,
    docket,
    editing,
    filing,
    interchange,
    lineundo,
    records,
    testimony,
    undo,
)
from tracker.services.office import Office, Refused, open_office
from tracker.store import audit, database, writing

REF = "MUM-2026-001"
LABEL = {"label": "PW1", "kind": "panch", "name": "Panch 1", "status": "to_summon"}


@pytest.fixture
def kept(office: Office, file_cases: Filed) -> Office:
    """An office with a case that has one witness."""
    file_cases(in_custody())
    records.add(office, REF, "witnesses", LABEL, TODAY)
    return office


def test_a_line_is_added_changed_and_struck_out(kept: Office) -> None:
    """Each step leaves a row in the audit that says what, without a name, and the chain is whole."""
    line = records.change(kept, REF, "witnesses", 1, {"status": "Served", "for_on": "+2d"}, None, TODAY)
    assert line["status"] == "served"
    records.strike(kept, REF, "witnesses", 1, "another case's")
    assert records.of(kept, REF) == {}
    assert records.of(kept, REF, struck=True)["witnesses"][0]["struck"] == "another case's"
    rows = testimony.entries(kept, ref=REF)[:3]
    assert [row.what for row in rows] == [
        "witnesses 1 struck out",
        "witnesses 1: status, for_on",
        "witnesses 1 added",
    ]
    assert json.loads(rows[1].before or "")["witness"][0]["status"] == "to_summon"
    assert "Panch" not in repr(rows)
    assert testimony.verify(kept).ok


def test_each_change_is_taken_back_and_done_again(kept: Office) -> None:
    """What was added is struck out, what was changed or struck is as before; redo does it again."""

    def turn(*, again: bool = False) -> list[str]:
        step = undo.last(kept, again=again)
        assert step is not None
        undo.take_back(kept, step, again=again)
        return [str(one.get("status")) for one in records.of(kept, REF).get("witnesses", ())]

    assert turn() == []
    assert turn(again=True) == ["to_summon"]
    records.change(kept, REF, "witnesses", 1, {"status": "served", "for_on": "+2d"}, None, TODAY)
    assert (turn(), turn(again=True)) == (["to_summon"], ["served"])
    records.strike(kept, REF, "witnesses", 1, "another case's")
    assert turn() == ["served"]
    editing.edit(kept, REF, {"lead": "ravi", "first_on": ""}, None, TODAY)
    turn()
    case = casework.show(kept, REF, TODAY)
    assert (case.lead, case.offence) == ("asha", {"first_on": date(2026, 9, 1), "last_on": date(2026, 9, 9)})
    assert testimony.verify(kept).ok


def test_an_added_person_or_charge_is_taken_back_until_something_names_it(kept: Office) -> None:
    """The last line goes and comes again; once the journal names it, one line says why it stays."""

    def turn(*, again: bool = False) -> tuple[int, int]:
        step = undo.last(kept, again=again)
        assert step is not None
        undo.take_back(kept, step, again=again)
        case = casework.show(kept, REF, TODAY)
        return len(case.accused), len(case.charges)

    records.add(kept, REF, "accused", {"label": "A2", "role": "customer", "name": "Ravi"}, TODAY)
    assert (turn(), turn(again=True)) == ((1, 2), (2, 2))
    records.add(kept, REF, "charges", {"provision": "ITPA-5-1-a", "accused": "A2"}, TODAY)
    assert (turn(), turn(again=True)) == ((2, 2), (2, 3))
    assert "Ravi" not in repr(testimony.entries(kept, ref=REF))
    added = undo.Step(says="A2", lines=(lineundo.change(REF, "accused", 2, None, _line(kept, "accused")),))
    with pytest.raises(Refused, match=r"accused A2 can't be taken back, it is named in the charges by now"):
        undo.take_back(kept, added)
    assert filing.differences(kept) == []
    assert testimony.verify(kept).ok


def _line(office: Office, list_: str) -> dict[str, object]:
    """Return the last line of a list as it is on file."""
    return editing.opened(office, REF, list_, 2).line


def test_two_at_one_line(kept: Office) -> None:
    """The second, who read the line before the first changed it, is refused and gets both versions."""
    read = records.of(kept, REF)["witnesses"][0]
    records.change(kept, REF, "witnesses", 1, {"status": "served"}, read, TODAY)
    with pytest.raises(records.Stale, match=r"somebody else \(status\)") as stale:
        records.change(kept, REF, "witnesses", 1, {"status": "dropped"}, read, TODAY)
    said = (stale.value.was["status"], stale.value.theirs["status"], stale.value.mine["status"])
    assert said == ("to_summon", "served", "dropped")
    theirs = stale.value.theirs
    assert records.change(kept, REF, "witnesses", 1, {"status": "dropped"}, theirs, TODAY)["n"] == 1


BAD: dict[str, tuple[str, dict[str, str], str]] = {
    "an unknown list": ("witness", {"label": "PW2"}, "there are accused, victims"),
    "an unknown field": ("witnesses", {"label": "PW2", "nme": "x"}, "its fields are label"),
    "nothing that names it": ("witnesses", {"kind": "panch"}, "label: is missing. PW1"),
    "a word of no list": ("witnesses", {"label": "PW2", "status": "servd"}, "did you mean served"),
    "a label that is there": ("witnesses", {"label": "PW1"}, "PW1 is the label of another line"),
    "a victim's name": ("witnesses", {"label": "PW2", "kind": "victim", "name": "Q"}, "name: is refused"),
    "a victim who isn't one": ("placements", {"victim": "V9", "kind": "family"}, "V9 is not a victim"),
    "the name of a home": (
        "placements",
        {"victim": "V1", "kind": "shelter", "place": "Asha"},
        "code of the home",
    ),
    "a witness nobody knows": ("processes", {"kind": "summons", "witness": "PW8"}, "on file: PW1"),
    "days that turn round": (
        "processes",
        {"kind": "summons", "issued_on": "2026-11-10", "served_on": "2026-11-09"},
        "served_on: 2026-11-09 is before issued_on",
    ),
    "a day still to come": (
        "notices",
        {"application": "bail", "given_on": "+1d"},
        "25-11-2026 is after today",
    ),
    "a file that isn't there": (
        "documents",
        {"kind": "order", "path": "/none/Sunita.pdf"},
        "can't be read here",
    ),
    "a link to itself": ("links", {"kind": "same_network", "ref": REF}, "names this case itself"),
}


@pytest.mark.parametrize("what", BAD)
def test_what_a_field_does_not_take(kept_once: Office, what: str) -> None:
    """A line that breaks a rule is refused by its field, and nothing that might be a name is repeated."""
    list_, values, says = BAD[what]
    with pytest.raises(Refused) as refused:
        records.add(kept_once, REF, list_, values, TODAY)
    assert says in str(refused.value)
    assert "Sunita" not in str(refused.value)
    assert list(records.of(kept_once, REF)) == ["witnesses"]


@pytest.fixture(scope="module")
def kept_once(place_for: PlaceFor, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """The same office on a file, for what is refused."""
    with open_office(place_for("sqlite", tmp_path_factory.mktemp("kept")), user="asha") as office:
        interchange.write_cases(office, COURTS, [in_custody()])
        records.add(office, REF, "witnesses", LABEL, TODAY)
        yield office


def test_a_paper_keeps_the_hash_of_its_file(kept_once: Office, tmp_path: Path) -> None:
    """The hash is taken when a paper is registered; later it says whether the file is still the same."""
    file = tmp_path / "order.pdf"
    file.write_bytes(b"order")
    line = records.add(kept_once, REF, "documents", {"kind": "order", "path": str(file)}, TODAY)
    assert records.same_file(line["path"], line["sha256"]) is True
    file.write_bytes(b"another")
    assert records.same_file(line["path"], line["sha256"]) is False
    records.strike(kept_once, REF, "documents", 1, "of the test")


def test_people_charges_and_head_are_changed_and_reckoned(kept: Office) -> None:
    """A new accused, a charge's own days and another lead are on file, sealed and reckoned."""
    records.add(kept, REF, "accused", {"label": "A2", "role": "customer"}, TODAY)
    line = records.change(kept, REF, "charges", 2, {"accused": "A2", "first_on": "2026-09-02"}, None, TODAY)
    assert line["first_on"] == date(2026, 9, 2)
    editing.edit(kept, REF, {"lead": "ravi", "tags": "hotel, online", "last_on": ""}, None, TODAY)
    case = casework.show(kept, REF, TODAY)
    assert (case.lead, case.tags, case.accused[1]["role"]) == ("ravi", ("hotel", "online"), "customer")
    assert case.offence == {"first_on": date(2026, 9, 1)}
    assert docket.count(kept, "lead:ravi", TODAY) == 1
    assert filing.differences(kept) == []
    assert testimony.verify(kept).ok


HEAD_BAD: dict[str, tuple[str, dict[str, str], str]] = {
    "a label that others name": ("accused", {"label": "A7"}, "isn't changed later"),
    "a court nobody knows": ("proceedings", {"court": "z9"}, "court: z9 is not a court"),
    "a provision of no Act": ("charges", {"provision": "IPC-999"}, "provision: IPC-999 is not"),
    "a time of no day": ("head", {"fir_time": "25:00"}, "fir_time: 25:00 is not an hour"),
    "days that turn round": ("head", {"last_on": "2026-08-01"}, "last_on: "),
}


@pytest.mark.parametrize("what", HEAD_BAD)
def test_what_head_and_people_do_not_take(kept_once: Office, what: str) -> None:
    """The line begins with the field of the form, and nothing is written."""
    list_, values, says = HEAD_BAD[what]
    before = casework.show(kept_once, REF, TODAY)
    with pytest.raises(Refused, match=says):
        editing.change(kept_once, REF, list_, 1, values, None, TODAY)
    assert casework.show(kept_once, REF, TODAY) == before


def test_every_rule_is_said(kept_once: Office) -> None:
    """Each field of each list has a label and a rule in words, and no field is without."""
    for list_, kind in records.LISTS.items():
        rules = records.rules(list_)
        assert [rule.key for rule in rules] == list(record_rules.keys(list_)), kind
        assert all(rule.label and rule.says for rule in rules)


def test_a_case_without_records_is_sealed_as_before() -> None:
    """The digest of a case that has none is the one that older versions sealed, so that old seals hold."""
    assert audit.digest(writing.fact_rows(1, old_trial())) == OLD
    assert not set(writing.fact_rows(1, old_trial())) & set(writing.TABLE_OF.values())


OLD = "18b1b6d7bd0ddbf0b339974a069b11e0a13b03a010f605742c293b90f2981e14"


def migrated(url: str, before: str) -> Office:
    """Make an office of an older schema at the address, do something in it, and open it."""
    engine = create_engine(make_url(url).set(drivername="postgresql+psycopg") if "postgres" in url else url)
    with engine.connect() as connection, connection.begin():
        config = Config()
        config.set_main_option("script_location", "tracker.store:migrations")
        config.attributes["connection"] = connection
        command.upgrade(config, "0006")
        for statement in before.split(";"):
            connection.exec_driver_sql(statement)
    engine.dispose()
    return open_office(url)


SAID = (
    "INSERT INTO prosecution (id, ref, search, stage, stayed, accused_states, procedure) "
    "VALUES (1, 'X', 'x', 'fir', false, '[]', '{}'); "
    "INSERT INTO link (prosecution_id, seq, kind, ref) VALUES (1, 1, 'split_from', 'Y'); "
    "INSERT INTO event (prosecution_id, seq, \"on\", kind) VALUES (1, 1, '2024-07-01', 'copy_ready')"
)
NEW = "INSERT INTO event (prosecution_id, seq, \"on\", kind) VALUES (1, 2, '2024-07-02', '{}')"


def test_an_older_office_is_brought_up(kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    """The journal takes the new kind and still only grows, links are there, and roles hold for new tables."""
    url = f"sqlite:///{tmp_path / 'old.db'}"
    before = SAID
    if kind == "postgresql":
        from tests.conftest import database_url, run_on

        server = request.getfixturevalue("postgresql")
        run_on(server, "CREATE DATABASE old_office")
        url, before = (
            database_url(server, "old_office"),
            SAID + "; ALTER TABLE prosecution ENABLE ROW LEVEL SECURITY",
        )
    with migrated(url, before) as office:
        with office.transaction() as session:
            session.connection().execute(text(NEW.format("copy_collected")))
        with pytest.raises(Refused, match="ck_event_kind"), office.transaction() as session:
            session.connection().execute(text(NEW.format("copy_lost").replace("1, 2", "1, 3")))
        with pytest.raises(Refused, match="can't be changed"), office.transaction() as session:
            session.connection().execute(text("UPDATE event SET note = 'x'"))
        with office.reading() as session:
            connection = session.connection()
            assert database.triggers(connection) >= database.GUARDS[kind == "sqlite"]
            assert connection.scalar(text("SELECT ref FROM link")) == "Y"
            if kind == "postgresql":
                asked = "SELECT relrowsecurity FROM pg_class WHERE relname = 'witness'"
                assert connection.scalar(text(asked))


@pytest.fixture(params=["sqlite", "postgresql"])
def kind(request: pytest.FixtureRequest) -> str:
    """Name each database."""
    return str(request.param)
