"""The first tables, and the rule that the journal only grows."""

from alembic import op
from sqlmodel import SQLModel

from tracker.store import tables  # noqa: F401  (the models register themselves)

revision = "0001"
down_revision = None

SQLITE = (
    "CREATE TRIGGER event_not_changed BEFORE UPDATE ON event "
    "BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END",
    "CREATE TRIGGER event_not_deleted BEFORE DELETE ON event "
    "BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END",
)
POSTGRESQL = (
    "CREATE FUNCTION journal_only_grows() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'the journal is append-only'; END $$",
    "CREATE TRIGGER event_not_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON event "
    "FOR EACH STATEMENT EXECUTE FUNCTION journal_only_grows()",
)


def upgrade() -> None:
    SQLModel.metadata.create_all(op.get_bind())
    for statement in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRESQL:
        op.execute(statement)
