"""What a person said to a warning, append-only; a kept flag says which note covers it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

ONLY_GROWS = {
    "sqlite": (
        "CREATE TRIGGER flagnote_not_changed BEFORE UPDATE ON flagnote "
        "BEGIN SELECT RAISE(ABORT, 'notes on flags are append-only'); END",
        "CREATE TRIGGER flagnote_not_deleted BEFORE DELETE ON flagnote "
        "BEGIN SELECT RAISE(ABORT, 'notes on flags are append-only'); END",
    ),
    "postgresql": (
        "CREATE FUNCTION flagnote_only_grows() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'notes on flags are append-only'; END $$",
        "CREATE TRIGGER flagnote_not_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON flagnote "
        "FOR EACH STATEMENT EXECUTE FUNCTION flagnote_only_grows()",
    ),
}
DAYS = ("rank", "since", "prosecution_id", "seq", "holds_from", "holds_until")
BOARDS = {"ix_flag_worst": (), "ix_flag_kind_worst": ("kind",), "ix_flag_lead_worst": ("lead",)}
KINDS = """
    default_bail limit_missed limit_near stage_stalled no_next_date outcome_missing repeated_adjournments
    age_pending charge_out_of_force charge_needs_minor charge_missing wrong_court wrong_act absconding
    appeal_window incomplete
"""


def _one_of(column: str, words: str) -> sa.CheckConstraint:
    cases = " ".join(f"WHEN '{word}' THEN 1" for word in words.split())
    return sa.CheckConstraint(
        f'"{column}" IS NULL OR CASE "{column}" {cases} ELSE 0 END = 1', name=op.f(f"ck_flagnote_{column}")
    )


def upgrade() -> None:
    op.create_table(
        "flagnote",
        sa.Column("prosecution_id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("does", "kind", "who", "severity")),
        sa.Column("limit", sa.String()),
        sa.Column("since", sa.Date()),
        sa.Column("about", sa.String()),
        sa.Column("until", sa.Date()),
        sa.Column("by", sa.String()),
        sa.Column("note", sa.String()),
        _one_of("does", "resolved snoozed reopened"),
        _one_of("kind", KINDS),
        _one_of("severity", "info watch urgent breach"),
        sa.ForeignKeyConstraint(
            ["prosecution_id"], ["prosecution.id"], name="fk_flagnote_prosecution_id_prosecution"
        ),
        sa.PrimaryKeyConstraint("prosecution_id", "seq", name="pk_flagnote"),
        sqlite_with_rowid=False,
    )
    for statement in ONLY_GROWS[op.get_bind().dialect.name]:
        op.execute(statement)
    op.add_column("flag", sa.Column("handled", sa.Integer()))
    for name, first in BOARDS.items():
        op.drop_index(name, table_name="flag")
        op.create_index(name, "flag", [*first, *DAYS, "handled"])
