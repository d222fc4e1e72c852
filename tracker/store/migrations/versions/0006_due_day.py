"""Every clock that has a last day by that day, so that the list of all of them begins at once."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

DATED = sa.text("due_on IS NOT NULL AND seq > 0")


def upgrade() -> None:
    op.create_index("ix_due_day", "due", ["due_on"], sqlite_where=DATED, postgresql_where=DATED)
