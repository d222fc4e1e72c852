"""The records of a case, what a link says, and that a certified copy was collected.

The journal's table isn't made anew for one word more, which would copy every line of it: PostgreSQL changes
the check, and SQLite's is changed in its schema, as its manual says for checks ("ALTER TABLE", part 7).
So its triggers stay. Roles' policies on the new tables are made after the last step (`database`).
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

LISTS = {
    "assignment": {
        "role": "judge prosecutor investigating_officer police_unit advocate victims_counsel support_person"
        " defence_counsel",
    },
    "document": {
        "kind": "fir charge_sheet order judgment statement medical_report forensic_report age_report"
        " photograph application other",
    },
    "placement": {
        "kind": "shelter childrens_home protective_home family hospital repatriated other",
        "ordered_by": "cwc magistrate special_court other",
    },
    "witness": {
        "kind": "victim panch medical forensic officer informant other",
        "status": "to_summon summoned served present part_examined done hostile dropped untraceable",
    },
    "process": {
        "kind": "summons bailable_warrant non_bailable_warrant production_warrant notice",
        "result": "served not_found refused left_with_family not_executed other",
    },
    "exhibit": {
        "kind": "property forensic_report dna_report medical_report age_report phone_extraction document"
        " other",
    },
    "notice": {
        "application": "bail bail_cancellation quashing appeal revision custody_of_victim withdrawal other",
        "given_to": "victim guardian counsel support_person cwc",
        "heard": "yes no unknown",
    },
    "note": {},
    "link": {
        "kind": "split_from same_network source_case cross_case supplementary",
        "through": "accused premises phone agent vehicle other",
        "sure": "certain probable possible",
    },
}
COLUMNS = {
    "assignment": "role! name unit proceeding victim from_on until_on note struck",
    "document": "kind! title on path sha256 exhibit source note struck",
    "placement": "victim! kind! place from_on until_on ordered_by by_video note struck",
    "witness": "label! kind victim name place_in_order status for_on proceeding note struck",
    "process": "kind! witness accused for_on issued_on sent_on served_on returned_on result station note"
    " struck",
    "exhibit": "label! kind sent_to sent_on due_on received_on exhibited_as note struck",
    "notice": "application! accused proceeding filed_on decided_on victim given_on given_to heard note"
    " struck",
    "note": "text! on by for_ answer_by answered_on struck",
    "link": "kind! ref! through what said_by sure on struck",
}
DAYS = {
    *("on", "from_on", "until_on", "for_on", "issued_on", "sent_on", "served_on", "returned_on", "due_on"),
    *("received_on", "filed_on", "decided_on", "given_on", "answer_by", "answered_on"),
}
KEYS = {"accused": "label", "victim": "code", "proceeding": "key"}
BEFORE, AFTER = "WHEN 'copy_ready' THEN 1", "WHEN 'copy_ready' THEN 1 WHEN 'copy_collected' THEN 1"


def upgrade() -> None:
    for table in COLUMNS:
        if table != "link":
            _make(table)
    _link()
    if op.get_bind().dialect.name == "sqlite":
        _kinds_on_sqlite()
    else:
        _kinds_on_postgresql()


def _make(table: str) -> None:
    columns = [_column(said.rstrip("!"), needed=said.endswith("!")) for said in COLUMNS[table].split()]
    names = [column.name for column in columns]
    never = [
        sa.CheckConstraint(
            "name IS NULL OR kind IS NULL OR kind <> 'victim'", name=op.f("ck_witness_no_name")
        )
    ]
    op.create_table(
        table,
        sa.Column("prosecution_id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        *columns,
        *(_one_of(table, column, words) for column, words in LISTS[table].items()),
        *(never if table == "witness" else []),
        *(_to(table, there, key) for there, key in KEYS.items() if there in names),
        sa.ForeignKeyConstraint(
            ["prosecution_id"], ["prosecution.id"], name=op.f(f"fk_{table}_prosecution_id_prosecution")
        ),
        sa.PrimaryKeyConstraint("prosecution_id", "seq", name=op.f(f"pk_{table}")),
        sqlite_with_rowid=False,
    )


def _column(name: str, *, needed: bool) -> sa.Column[Any]:
    own: dict[str, Any] = {"place_in_order": sa.Integer(), "by_video": sa.Boolean()}
    kind = sa.Date() if name in DAYS else own.get(name, sa.String())
    return sa.Column(name, kind, nullable=not needed)


def _one_of(table: str, column: str, words: str) -> sa.CheckConstraint:
    cases = " ".join(f"WHEN '{word}' THEN 1" for word in words.split())
    said = f'"{column}" IS NULL OR CASE "{column}" {cases} ELSE 0 END = 1'
    return sa.CheckConstraint(said, name=op.f(f"ck_{table}_{column}"))


def _to(table: str, there: str, key: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["prosecution_id", there],
        [f"{there}.prosecution_id", f"{there}.{key}"],
        name=op.f(f"fk_{table}_prosecution_id_{there}_{there}"),
    )


def _link() -> None:
    """Make the table of links anew: they are few, and nothing refers to them."""
    op.execute("CREATE TABLE link_before AS SELECT prosecution_id, seq, kind, ref FROM link")
    op.drop_table("link")
    _make("link")
    op.execute(
        "INSERT INTO link (prosecution_id, seq, kind, ref) "
        "SELECT prosecution_id, seq, kind, ref FROM link_before"
    )
    op.drop_table("link_before")
    op.create_index("ix_link_ref", "link", ["ref"])


def _kinds_on_postgresql() -> None:
    asked = "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = 'ck_event_kind'"
    said = str(op.get_bind().exec_driver_sql(asked).scalar())
    before = "WHEN 'copy_ready'::text THEN 1"
    if said.count(before) != 1:
        raise RuntimeError("the check of the journal's kinds isn't the one that is changed here")
    after = said.replace(before, f"{before} WHEN 'copy_collected'::text THEN 1")
    op.execute(f"ALTER TABLE event DROP CONSTRAINT ck_event_kind, ADD CONSTRAINT ck_event_kind {after}")


def _kinds_on_sqlite() -> None:
    bind = op.get_bind()
    version = bind.exec_driver_sql("PRAGMA schema_version").scalar_one()
    bind.exec_driver_sql("PRAGMA writable_schema = ON")
    done = bind.exec_driver_sql(
        "UPDATE sqlite_master SET sql = replace(sql, ?, ?) "
        "WHERE type = 'table' AND name = 'event' AND sql LIKE ?",
        (BEFORE, AFTER, f"%{BEFORE}%"),
    )
    bind.exec_driver_sql(f"PRAGMA schema_version = {version + 1}")
    bind.exec_driver_sql("PRAGMA writable_schema = OFF")
    if done.rowcount != 1:
        raise RuntimeError("the check of the journal's kinds isn't the one that is changed here")
