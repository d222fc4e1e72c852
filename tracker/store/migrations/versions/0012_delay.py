"""Two warnings more, and that the office told a victim where the case stands.

A table isn't made anew for a word more, which would copy every row of it: PostgreSQL changes the check, and
SQLite's is changed in its schema, as its manual says for checks ("ALTER TABLE", part 7). So triggers stay.
"""

from __future__ import annotations

from alembic import op

revision = "0012"
down_revision = "0011"

ADDED = (
    ("flag", "appeal_window", "delay_bail_risk witness_attrition"),
    ("flagnote", "appeal_window", "delay_bail_risk witness_attrition"),
    ("event", "told_of_progress", "update_given"),
)
"""Table, the word of its `kind` that the new ones follow, and these."""


def upgrade() -> None:
    for table, after, words in ADDED:
        if op.get_bind().dialect.name == "sqlite":
            _on_sqlite(table, after, words)
        else:
            _on_postgresql(table, after, words)


def _more(after: str, words: str, form: str) -> tuple[str, str]:
    before = form.format(after)
    return before, " ".join([before, *(form.format(word) for word in words.split())])


def _on_postgresql(table: str, after: str, words: str) -> None:
    asked = f"SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = 'ck_{table}_kind'"
    said = str(op.get_bind().exec_driver_sql(asked).scalar())
    before, now = _more(after, words, "WHEN '{}'::text THEN 1")
    if said.count(before) != 1:
        raise RuntimeError(f"the check of the kinds of {table} isn't the one that is changed here")
    name = f"ck_{table}_kind"
    op.execute(
        f"ALTER TABLE {table} DROP CONSTRAINT {name}, ADD CONSTRAINT {name} {said.replace(before, now)}"
    )


def _on_sqlite(table: str, after: str, words: str) -> None:
    bind = op.get_bind()
    before, now = _more(after, words, "WHEN '{}' THEN 1")
    version = bind.exec_driver_sql("PRAGMA schema_version").scalar_one()
    bind.exec_driver_sql("PRAGMA writable_schema = ON")
    done = bind.exec_driver_sql(
        "UPDATE sqlite_master SET sql = replace(sql, ?, ?) WHERE type = 'table' AND name = ? AND sql LIKE ?",
        (before, now, table, f"%{before}%"),
    )
    bind.exec_driver_sql(f"PRAGMA schema_version = {version + 1}")
    bind.exec_driver_sql("PRAGMA writable_schema = OFF")
    if done.rowcount != 1:
        raise RuntimeError(f"the check of the kinds of {table} isn't the one that is changed here")
