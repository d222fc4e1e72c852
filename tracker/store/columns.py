"""Columns and tables as statements take them, from the classes that name them.

A statement made of a class's own attributes is the ORM's: it sets up every mapper of the program before the
first is sent, and takes its rows apart twice. Lists return columns, never objects, and need none of it.
"""

from __future__ import annotations

from typing import Any, TypeVar, cast

from sqlalchemy import Table
from sqlalchemy.orm import Mapped
from sqlmodel import SQLModel

Value = TypeVar("Value")


def col(attribute: Value) -> Mapped[Value]:
    """Return the column that a class's attribute stands for."""
    named: Any = attribute
    return cast(Mapped[Value], table(named.class_).c[named.key])


def table(kept: type[SQLModel]) -> Table:
    """Return the table of a class."""
    found: Table = kept.__table__  # type: ignore[attr-defined]
    return found
