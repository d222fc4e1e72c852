"""Whose listing it is when somebody stands in, and the days on which one court alone is closed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    op.add_column("hearing", sa.Column("in_place_of", sa.String()))
    there = sa.text("in_place_of IS NOT NULL")
    op.create_index(
        "ix_hearing_in_place_of", "hearing", ["in_place_of"], sqlite_where=there, postgresql_where=there
    )
    op.create_table(
        "vacation",
        sa.Column("court", sa.String(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("name", sa.String()),
        sa.ForeignKeyConstraint(["court"], ["court.key"], name="fk_vacation_court_court"),
        sa.PrimaryKeyConstraint("court", "on", name="pk_vacation"),
        sqlite_with_rowid=False,
    )
