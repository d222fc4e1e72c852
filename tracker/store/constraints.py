"""What tables are held to, alike in both databases: words of a list, keys of the same case, order of text."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Text

from tracker.domain.word import Word

PLAIN = Text().with_variant(Text(collation="C"), "postgresql")
"""Text in the order of its code points in both databases and in Python, so that pages meet without gaps."""

CLUSTERED = {"sqlite_with_rowid": False}
"""Rows lie in the order of their key, so that a case is read in one sweep of the file."""

OF_CASE = {"accused": "label", "victim": "code", "proceeding": "key"}
"""Tables of a case that a line may refer to, with the key there."""


def one_of(column: str, lists: type[Word]) -> CheckConstraint:
    """Return the check that a column holds a word of its list (see `tables` for why it is a CASE)."""
    cases = " ".join(f"WHEN '{word}' THEN 1" for word in lists)
    return CheckConstraint(f'"{column}" IS NULL OR CASE "{column}" {cases} ELSE 0 END = 1', name=column)


def to_case(table: str, *columns: str) -> ForeignKeyConstraint:
    """Refer from these columns to the key of a table of the same case."""
    there = [f"{table}.prosecution_id", f"{table}.{OF_CASE[table]}"]
    return ForeignKeyConstraint(["prosecution_id", *columns], there)
