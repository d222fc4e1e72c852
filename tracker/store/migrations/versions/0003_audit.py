"""The chain of the audit and its seals, both append-only; a seal may lose its salt."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

ONLY_GROWS = {
    "sqlite": (
        "CREATE TRIGGER audit_not_changed BEFORE UPDATE ON audit "
        "BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END",
        "CREATE TRIGGER audit_not_deleted BEFORE DELETE ON audit "
        "BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END",
        "CREATE TRIGGER seal_not_changed BEFORE UPDATE ON seal WHEN NEW.salt IS NOT NULL "
        "OR (NEW.audit_seq, NEW.place, NEW.prosecution_id, NEW.digest) "
        "<> (OLD.audit_seq, OLD.place, OLD.prosecution_id, OLD.digest) "
        "BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END",
        "CREATE TRIGGER seal_not_deleted BEFORE DELETE ON seal "
        "BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END",
    ),
    "postgresql": (
        "CREATE FUNCTION audit_only_grows() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'the audit is append-only'; END $$",
        "CREATE TRIGGER audit_not_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON audit "
        "FOR EACH STATEMENT EXECUTE FUNCTION audit_only_grows()",
        "CREATE TRIGGER seal_not_deleted BEFORE DELETE OR TRUNCATE ON seal "
        "FOR EACH STATEMENT EXECUTE FUNCTION audit_only_grows()",
        "CREATE TRIGGER seal_not_changed BEFORE UPDATE ON seal FOR EACH ROW WHEN (NEW.salt IS NOT NULL "
        "OR (NEW.audit_seq, NEW.place, NEW.prosecution_id, NEW.digest) "
        "<> (OLD.audit_seq, OLD.place, OLD.prosecution_id, OLD.digest)) "
        "EXECUTE FUNCTION audit_only_grows()",
    ),
}


def upgrade() -> None:
    op.create_table(
        "audit",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.String()),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("ref", sa.String()),
        sa.Column("what", sa.String(), nullable=False),
        *(sa.Column(name, sa.String()) for name in ("before", "after", "seals", "doubt")),
        sa.Column("prev", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_audit"),
    )
    op.create_table(
        "seal",
        sa.Column("audit_seq", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("prosecution_id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("salt", sa.String()),
        sa.PrimaryKeyConstraint("audit_seq", "place", name="pk_seal"),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_seal_prosecution_id_audit_seq_place", "seal", ["prosecution_id", "audit_seq", "place"]
    )
    for statement in ONLY_GROWS[op.get_bind().dialect.name]:
        op.execute(statement)
