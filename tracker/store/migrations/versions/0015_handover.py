"""Handover memos that were signed off: for which post, by whom, on which day."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"

POSTS = "judge prosecutor officer advocate"


def upgrade() -> None:
    cases = " ".join(f"WHEN '{post}' THEN 1" for post in POSTS.split())
    op.create_table(
        "handover",
        sa.Column("prosecution_id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("post", sa.String(), nullable=False),
        sa.Column("signed_by", sa.String(), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=False),
        *(sa.Column(name, sa.String()) for name in ("mark", "note", "struck")),
        sa.CheckConstraint(
            f'"post" IS NULL OR CASE "post" {cases} ELSE 0 END = 1', name=op.f("ck_handover_post")
        ),
        sa.ForeignKeyConstraint(
            ["prosecution_id"], ["prosecution.id"], name=op.f("fk_handover_prosecution_id_prosecution")
        ),
        sa.PrimaryKeyConstraint("prosecution_id", "seq", name=op.f("pk_handover")),
        sqlite_with_rowid=False,
    )
