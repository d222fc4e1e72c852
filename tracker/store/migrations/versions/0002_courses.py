"""What rates count is kept beside each case; `doctor --rebuild` fills it for the cases already there."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

DAYS = ("registered_on", "sheet_on", "sent_on", "police_on", "cognizance_on", "framed_on", "witness_on")
STAY = ("stay_on", "stay_until")
WORDS = ("police", "ground", "court", "station", "district", "state", "split_from")
INDEXED = ["acts", "registered_on", "sent_on", "sheet_on", "inferred", "result", "result_on", "police"]
ALSO = ["police_on", "ground", "set_aside_on", "left_"]


def _result() -> list[sa.Column[str] | sa.Column[int]]:
    return [
        *(sa.Column(name, sa.String(), nullable=False) for name in ("acts", "provisions", "principal")),
        *(sa.Column(name, sa.String()) for name in ("result", "final")),
        *(sa.Column(name, sa.Integer()) for name in ("result_on", "final_on", "set_aside_on")),
    ]


def upgrade() -> None:
    op.create_table(
        "course",
        sa.Column("prosecution_id", sa.Integer(), autoincrement=False, nullable=False),
        *(sa.Column(name, sa.Integer()) for name in (*DAYS, *STAY)),
        sa.Column("inferred", sa.Boolean(), nullable=False),
        sa.Column("left_", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.String()) for name in WORDS),
        *_result(),
        sa.ForeignKeyConstraint(
            ["prosecution_id"], ["prosecution.id"], name="fk_course_prosecution_id_prosecution"
        ),
        sa.PrimaryKeyConstraint("prosecution_id", name="pk_course"),
    )
    op.create_index("ix_course_acts", "course", [*INDEXED, *ALSO, *STAY])
    there = sa.text("split_from IS NOT NULL")
    op.create_index(
        "ix_course_split_from", "course", ["split_from"], sqlite_where=there, postgresql_where=there
    )
    op.create_table(
        "verdict",
        sa.Column("prosecution_id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("accused", sa.String()),
        *_result(),
        sa.ForeignKeyConstraint(
            ["prosecution_id"], ["prosecution.id"], name="fk_verdict_prosecution_id_prosecution"
        ),
        sa.PrimaryKeyConstraint("prosecution_id", "seq", name="pk_verdict"),
        sqlite_with_rowid=False,
    )
