"""The audit: every write leaves a row, and nothing can be changed behind it unseen."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.conftest import PlaceFor, copied
from tests.services.conftest import COURTS
from tracker.domain import words
from tracker.domain.case import Accused, Case, Event, Hearing, Offence, Proceeding, Victim
from tracker.services import casework, filing, hearings, interchange, testimony
from tracker.services.office import Office, Refused, open_office
from tracker.store import database

TODAY = date(2024, 9, 30)
DAY = date(2024, 9, 2)
SHEET = Event(on=date(2024, 7, 9), kind=words.EventKind.CHARGE_SHEET_FILED)
COGNIZANCE = Event(on=date(2024, 7, 30), kind=words.EventKind.COGNIZANCE_TAKEN)


def a_case(ref: str, name: str | None = None) -> Case:
    """Return a small case with a hearing to come."""
    return Case(
        ref=ref,
        title="State v A1",
        offence=Offence(first_on=date(2024, 7, 2), last_on=date(2024, 7, 2)),
        lead="asha",
        accused=(Accused(label="A1"),),
        victims=(Victim(code="V1", name=name),),
        proceedings=(Proceeding(key="trial", kind=words.ProceedingKind.TRIAL, court="dindoshi-11"),),
        events=(Event(on=date(2024, 7, 3), kind=words.EventKind.FIR_REGISTERED),),
        hearings=(Hearing(on=DAY, proceeding="trial", purpose=words.Purpose.CHARGE, advocate="asha"),),
    )


@dataclass
class Clock:
    """A clock of the test's own: an hour further whenever it is asked."""

    at: datetime = datetime(2024, 9, 30, 4, tzinfo=UTC)

    def __call__(self) -> datetime:
        """Return the hour and go on."""
        self.at += timedelta(hours=1)
        return self.at


Worked = Callable[[str], tuple[str, Clock]]


@pytest.fixture(scope="module")
def worked(place_for: PlaceFor, tmp_path_factory: pytest.TempPathFactory) -> Worked:
    """Return what gives the office after a day, and its clock, by kind of database: each made once."""

    @cache
    def made(kind: str) -> tuple[str, Clock]:
        url, clock = place_for(kind, tmp_path_factory.mktemp("worked")), Clock()
        _work(url, clock)
        return url, clock

    return made


@pytest.fixture(params=["sqlite", "postgresql"])
def day_url(request: pytest.FixtureRequest, worked: Worked, tmp_path: Path) -> str:
    """Return the URL of an office after a day: of a copy, once on each database."""
    return copied(worked(request.param)[0], tmp_path)


@pytest.fixture
def day_at_work(day_url: str, worked: Worked) -> Iterator[Office]:
    """Open the office after a day."""
    _, clock = worked("sqlite" if day_url.startswith("sqlite") else "postgresql")
    with open_office(day_url, user="asha", now=replace(clock)) as office:
        yield office


def _work(url: str, clock: Clock) -> None:
    """Take two cases and a name in, record an event and a hearing, add a case, export all."""
    with open_office(url, user="asha", now=clock) as office:
        interchange.write_cases(office, COURTS, [a_case("K-1"), a_case("K-2", "Meena Kumari")])
        casework.record(
            office, "K-1", Event(on=date(2024, 7, 9), kind=words.EventKind.CHARGE_SHEET_FILED), TODAY
        )
        hearings.record(office, "K-1", on=DAY, outcome="adjourned", next_on=date(2024, 10, 1), today=TODAY)
        casework.add_case(office, a_case("K-3"), TODAY)
        list(interchange.export(office, with_identities=True, today=TODAY))


def test_every_write_is_told(day_at_work: Office) -> None:
    """The rows say who did what to which case and when, newest first, without a name."""
    rows = testimony.entries(day_at_work)
    assert [(row.seq, row.action, row.ref) for row in rows] == [
        (5, "identity", None),
        (4, "file", "K-3"),
        (3, "record", "K-1"),
        (2, "record", "K-1"),
        (1, "import", None),
    ]
    assert {row.who for row in rows} == {"asha"}
    assert rows[0].at == "2024-09-30T11:00:00Z"
    assert json.loads(rows[2].before or "")["hearing"][0]["on"] == "2024-09-02"
    assert json.loads(rows[2].after or "")["hearing"][0]["outcome"] == "adjourned"
    assert "Meena" not in repr(rows)


def test_the_list_is_filtered(day_at_work: Office) -> None:
    """Rows are asked for by case, person, action and day."""
    assert len(testimony.entries(day_at_work, ref="K-1")) == 2
    assert len(testimony.entries(day_at_work, action="identity")) == 1
    assert testimony.entries(day_at_work, who="ravi") == ()
    assert len(testimony.entries(day_at_work, since="2024-09-30", until="2024-09-30")) == 5
    assert testimony.entries(day_at_work, since="2024-10-01") == ()
    assert [row.seq for row in testimony.entries(day_at_work, limit=1)] == [5]


def test_an_honest_day_is_believed(day_at_work: Office) -> None:
    """What only this program wrote verifies, on both databases, also after everything is rebuilt."""
    filing.rebuild(day_at_work)
    verdict = testimony.verify(day_at_work)
    assert (verdict.findings, verdict.notices) == ((), ())
    assert (verdict.rows, verdict.cases) == (6, 3)


def test_an_office_opened_again_is_believed(day_url: str, day_at_work: Office) -> None:
    """The chain goes on over another day's program, and an export of all leaves a row too."""
    with open_office(day_url, user="ravi") as office:
        list(interchange.export(office))
        assert testimony.verify(office).ok
        assert testimony.entries(office)[0].who == "ravi"


def test_a_refused_write_leaves_no_row(day_at_work: Office) -> None:
    """A row stands for what was done, so nothing is written for what was refused."""
    with pytest.raises(Refused):
        casework.add_case(day_at_work, a_case("K-1"), TODAY)
    assert testimony.entries(day_at_work)[0].seq == 5


TAMPERING: dict[str, tuple[str, str]] = {
    "a row's person": ("UPDATE audit SET who = 'ravi' WHERE seq = 3", "row 3: changed"),
    "a row's hour": ("UPDATE audit SET at = '2024-09-30T01:00:00Z' WHERE seq = 3", "row 3: changed"),
    "a row's words": ("UPDATE audit SET what = 'nothing' WHERE seq = 2", "row 2: changed"),
    "a row's before": ("UPDATE audit SET before = NULL WHERE seq = 3", "row 3: changed"),
    "a row's after": ("UPDATE audit SET after = '{}' WHERE seq = 3", "row 3: changed"),
    "a row's hash": (f"UPDATE audit SET hash = '{'0' * 64}' WHERE seq = 2", "row 2: changed"),
    "the first row gone": ("DELETE FROM audit WHERE seq = 1", "row 1: removed"),
    "a middle row gone": ("DELETE FROM audit WHERE seq = 3", "row 3: removed"),
    "two rows gone": ("DELETE FROM audit WHERE seq IN (2, 3)", "rows 2 to 3: removed"),
    "the last row gone": ("DELETE FROM audit WHERE seq = 5", "row 5: seals of a row that isn't there"),
    "all rows gone": ("DELETE FROM audit", "the chain: is empty"),
    "a row gone, the others moved up": (
        "DELETE FROM audit WHERE seq = 3; UPDATE audit SET seq = 3 WHERE seq = 4; "
        "UPDATE audit SET seq = 4 WHERE seq = 5",
        "row 3: does not follow",
    ),
    "two rows in each other's place": (
        "UPDATE audit SET seq = 99 WHERE seq = 2; UPDATE audit SET seq = 2 WHERE seq = 3; "
        "UPDATE audit SET seq = 3 WHERE seq = 99",
        "row 2: does not follow",
    ),
    "a row put in at the end": (
        "INSERT INTO audit (seq, who, action, what, prev, hash) SELECT 6, 'ravi', 'record', 'x', hash, hash "
        "FROM audit WHERE seq = 5",
        "row 6: changed",
    ),
    "a row put in before the first": (
        "INSERT INTO audit (seq, who, action, what, prev, hash) VALUES (0, 'r', 'x', 'x', '', '')",
        "row 0: ",
    ),
    "a seal changed": ("UPDATE seal SET digest = 'x' WHERE prosecution_id = 3", "row 4: its seals"),
    "a seal gone": ("DELETE FROM seal WHERE prosecution_id = 2", "row 1: its seals"),
    "a seal put in": ("INSERT INTO seal VALUES (3, 9, 1, 'x', NULL)", "row 3: its seals"),
    "a line of the journal changed": (
        "UPDATE event SET \"on\" = '2024-07-08' WHERE kind = 'charge_sheet_filed'",
        "case K-1: its facts",
    ),
    "a line of the journal gone": (
        "DELETE FROM event WHERE kind = 'charge_sheet_filed'",
        "case K-1: its facts",
    ),
    "a line of the journal put in": (
        "INSERT INTO event (prosecution_id, seq, \"on\", kind) VALUES (3, 2, '2024-07-05', 'closed')",
        "case K-3: its facts",
    ),
    "a hearing changed": ("UPDATE hearing SET asked_by = 'defence' WHERE prosecution_id = 1", "case K-1: "),
    "a hearing gone": ("DELETE FROM hearing WHERE prosecution_id = 3", "case K-3: "),
    "a victim's age changed": ("UPDATE victim SET age_status = 'adult' WHERE prosecution_id = 2", "case K-2"),
    "a name changed": ("UPDATE identity SET name = 'Another'", "case K-2: its names"),
    "a name gone": ("DELETE FROM identity", "case K-2: its names"),
    "the lead changed": ("UPDATE prosecution SET lead = 'ravi' WHERE id = 3", "case K-3: its facts"),
    "a ref changed": ("UPDATE prosecution SET ref = 'K-9' WHERE id = 3", "case K-9: its facts"),
    "a case put in": (
        "INSERT INTO prosecution (id, ref, search, stage, stayed, accused_states, procedure) "
        "VALUES (4, 'K-4', '', 'reported', false, '[]', '{}')",
        "case K-4: put in",
    ),
    "a case put in below": (
        "INSERT INTO prosecution (id, ref, search, stage, stayed, accused_states, procedure) "
        "VALUES (-4, 'K-4', '', 'reported', false, '[]', '{}')",
        "case numbers below 1: put in",
    ),
    "a witness put in": (
        "INSERT INTO witness (prosecution_id, seq, label, kind, status) "
        "VALUES (1, 1, 'PW1', 'panch', 'present')",
        "case K-1: its facts",
    ),
    "a paper put in": (
        "INSERT INTO document (prosecution_id, seq, kind) VALUES (2, 1, 'order')",
        "case K-2: its facts",
    ),
    "a warning marked as done with": (
        'INSERT INTO flagnote (prosecution_id, seq, "on", does, kind, who, severity) '
        "VALUES (3, 1, '2024-09-30', 'resolved', 'incomplete', 'case', 'urgent')",
        "case K-3: its facts",
    ),
    "a court made another": ("UPDATE court SET kind = 'magistrate'", "the office's own facts"),
    "a closed day put in": ("INSERT INTO holiday VALUES ('2024-10-02', 'x')", "the office's own facts"),
    "a disclosure gone": ("DELETE FROM disclosure", "the office's own facts"),
}


def tamper(office: Office, statements: str) -> None:
    """Do what somebody with the file and its key can do, and put the triggers back after it."""
    with office.engine.connect() as connection, connection.begin():
        if database.is_sqlite(connection):
            connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
            asked = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
            triggers = connection.execute(text(asked)).all()
            for name, _ in triggers:
                connection.exec_driver_sql(f"DROP TRIGGER {name}")
            for statement in statements.split("; "):
                connection.exec_driver_sql(statement)
            for _, made in triggers:
                connection.exec_driver_sql(made)
        else:
            connection.exec_driver_sql("SET session_replication_role = replica")
            for statement in statements.split("; "):
                connection.exec_driver_sql(statement.replace("%", "%%"))
            connection.exec_driver_sql("SET session_replication_role = DEFAULT")


@pytest.mark.parametrize(("statements", "says"), TAMPERING.values(), ids=TAMPERING.keys())
def test_tampering_is_found_and_located(day_at_work: Office, statements: str, says: str) -> None:
    """Whatever another program does to the chain, the seals or the facts, verifying says where."""
    tamper(day_at_work, statements)
    found = [f"{one.where}: {one.says}" for one in testimony.verify(day_at_work).findings]
    assert any(line.startswith(says) for line in found), found


def test_a_case_taken_away_whole_is_missed(day_at_work: Office) -> None:
    """A case that went with all its rows leaves its seals, which nothing answers to."""
    tables = ["due", "flag", "course", "verdict", "hearing", "event", "proceeding", "victim", "accused"]
    gone = "; ".join(f"DELETE FROM {table} WHERE prosecution_id = 3" for table in tables)
    tamper(day_at_work, f"{gone}; DELETE FROM prosecution WHERE id = 3")
    found = [f"{one.where}: {one.says}" for one in testimony.verify(day_at_work).findings]
    assert found == ["case no. 3: removed since row 4"]


def test_a_tail_cut_off_speaks_against_paper(day_at_work: Office) -> None:
    """Cut off with all that it recorded, the end of the chain is missed by a head printed before."""
    head = testimony.head(day_at_work)
    assert head
    assert testimony.verify(day_at_work, printed=head).ok
    tamper(day_at_work, "DELETE FROM audit WHERE seq = 5; DELETE FROM seal WHERE audit_seq = 5")
    tamper(day_at_work, "DELETE FROM disclosure")
    said = testimony.verify(day_at_work, printed=head).findings
    assert [one.where for one in said] == ["row 5"]


def test_a_change_is_not_sealed_as_ours(day_at_work: Office) -> None:
    """Recording over facts that another program changed keeps the doubt in the chain for ever."""
    tamper(day_at_work, "UPDATE hearing SET asked_by = 'defence' WHERE prosecution_id = 1")
    casework.record(
        day_at_work, "K-1", Event(on=date(2024, 7, 30), kind=words.EventKind.COGNIZANCE_TAKEN), TODAY
    )
    said = testimony.verify(day_at_work).findings
    assert [one.where for one in said] == ["row 6"]
    assert "K-1: changed since its seal" in said[0].says


def test_a_missing_guard_is_found(place_for: PlaceFor, tmp_path: Path) -> None:
    """A trigger that was taken away and not put back is named."""
    with open_office(place_for("sqlite", tmp_path)) as office:
        office.set("name", "x")
        with office.engine.connect() as connection, connection.begin():
            connection.exec_driver_sql("DROP TRIGGER event_not_changed")
        assert [one.where for one in testimony.verify(office).findings] == ["trigger event_not_changed"]


@pytest.mark.parametrize("table", ["audit", "seal"])
@pytest.mark.parametrize(
    "statement", ["DELETE FROM {}", "UPDATE {} SET {key} = 9", "UPDATE seal SET salt='x'"]
)
def test_the_database_keeps_the_audit(day_at_work: Office, table: str, statement: str) -> None:
    """Without taking the triggers away, no row of the audit or of its seals can be changed or removed."""
    said = statement.format(table, key="seq" if table == "audit" else "place")
    with pytest.raises(Refused), day_at_work.transaction() as session:
        session.connection().execute(text(said))


def test_bytes_changed_in_the_file_are_found(place_for: PlaceFor, tmp_path: Path) -> None:
    """A letter changed in the file itself, in the audit or in a fact, is found."""
    for old, new in ((b"adjourned", b"part_held"), (b"K-1: x", b"K-2: x"), (b"asha", b"ravi")):
        url = place_for("sqlite", tmp_path)
        with open_office(url, user="asha") as office:
            interchange.write_cases(office, COURTS, [a_case("K-1")])
            office.log("print", "K-1: x")
            hearings.record(office, "K-1", on=DAY, outcome="adjourned", today=TODAY)
        path = Path(url.removeprefix("sqlite:///"))
        there = path.read_bytes()
        assert old in there
        path.write_bytes(there.replace(old, new))
        with open_office(url) as office:
            assert not testimony.verify(office).ok, old


def test_a_clock_set_back_is_a_notice(office_url: str) -> None:
    """A row whose hour lies before that of an earlier one is pointed out; the record is kept."""
    hours = iter([datetime(2024, 9, 30, 12, tzinfo=UTC), datetime(2024, 9, 29, 12, tzinfo=UTC)])
    with open_office(office_url, now=lambda: next(hours)) as office:
        office.set("name", "x")
        office.set("name", "y")
        verdict = testimony.verify(office)
    assert verdict.ok
    assert [one.where for one in verdict.notices] == ["row 2"]


def test_a_head_that_is_none(office: Office) -> None:
    """What isn't a head is refused in one line."""
    with pytest.raises(Refused, match="head"):
        testimony.verify(office, printed="abc")
