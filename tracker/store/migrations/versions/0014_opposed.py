"""Whether an adjournment was opposed, and what costs were ordered on it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    op.add_column("hearing", sa.Column("opposed", sa.Boolean()))
    op.add_column("hearing", sa.Column("costs_rupees", sa.Integer()))
