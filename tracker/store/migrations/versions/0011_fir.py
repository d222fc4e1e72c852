"""Cases by the number and by the day of their FIR, so that one opened twice is seen at once."""

from __future__ import annotations

from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    for column in ("fir_number", "fir_on"):
        op.create_index(f"ix_prosecution_{column}", "prosecution", [column])
