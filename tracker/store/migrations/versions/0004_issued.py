"""What went out on sheets and to phones is remembered, so that the next says what changed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

WORDS = ("time", "court", "place", "purpose", "advocate", "uid")


def upgrade() -> None:
    op.create_table(
        "issued",
        sa.Column("scope", sa.String(), nullable=False),
        sa.Column("copy_", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String()),
        sa.Column("hearing", sa.Integer()),
        sa.Column("proceeding", sa.String()),
        sa.Column("on", sa.Date()),
        *(sa.Column(name, sa.String()) for name in WORDS),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("cancelled", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("scope", "copy_", "seq", name="pk_issued"),
        sqlite_with_rowid=False,
    )
