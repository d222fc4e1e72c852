"""The tables of the records of a case, made from the classes of `domain.records`, one each.

They are plain tables: nobody asks for them as entities, and eight SQLModel classes would cost every start
a tenth more.
"""

from __future__ import annotations

from dataclasses import fields
from typing import get_args, get_type_hints

from sqlalchemy import Boolean, CheckConstraint, Column, Date, ForeignKeyConstraint, Integer, MetaData, Table
from sqlmodel import AutoString

from tracker.domain import records
from tracker.domain.word import Word
from tracker.store.constraints import OF_CASE, one_of, to_case

_TYPES = {"date": Date, "bool": Boolean, "int": Integer}

NEVER = {"witness": CheckConstraint("name IS NULL OR kind IS NULL OR kind <> 'victim'", name="no_name")}
"""What a line of a table must never say: the name of a victim."""


def make(metadata: MetaData) -> None:
    """Make the tables of the records."""
    for list_, kind in records.KINDS.items():
        _make(metadata, records.TABLES[list_], kind)


def _make(metadata: MetaData, name: str, kind: type) -> None:
    hints = get_type_hints(kind)
    columns, checks = [], []
    for field in fields(kind):
        types = [
            one for one in (get_args(hints[field.name]) or (hints[field.name],)) if one is not type(None)
        ]
        if issubclass(types[0], Word):
            checks.append(one_of(field.name, types[0]))
        optional = "None" in str(field.type)
        columns.append(Column(field.name, _TYPES.get(types[0].__name__, AutoString)(), nullable=optional))
    Table(
        name,
        metadata,
        Column("prosecution_id", Integer, primary_key=True, nullable=False),
        Column("seq", Integer, primary_key=True, nullable=False),
        *columns,
        *checks,
        *([NEVER[name]] if name in NEVER else []),
        *(to_case(table, table) for table in OF_CASE if table in hints),
        ForeignKeyConstraint(["prosecution_id"], ["prosecution.id"]),
        sqlite_with_rowid=False,
    )
