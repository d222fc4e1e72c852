"""Who has which role, and which cases nothing may be erased from."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "legalhold",
        sa.Column("prosecution_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["prosecution_id"], ["prosecution.id"], name="fk_legalhold_prosecution_id_prosecution"
        ),
        sa.PrimaryKeyConstraint("prosecution_id", name="pk_legalhold"),
    )
    op.create_table(
        "person",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.CheckConstraint(
            "role IN ('advocate', 'manager', 'reviewer', 'administrator')", name=op.f("ck_person_role")
        ),
        sa.PrimaryKeyConstraint("name", name="pk_person"),
    )
