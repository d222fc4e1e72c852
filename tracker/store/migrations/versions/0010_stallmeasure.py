"""Stall thresholds as measured on the office's own record, with the day and the cases behind them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.create_table(
        "stallmeasure",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("court", sa.String(), nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("days", "ended", "open")),
        sa.Column("on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id", "court", name="pk_stallmeasure"),
    )
