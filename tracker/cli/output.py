"""How answers are printed: one JSON document, or plain aligned text without colour."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

import click


def plain(value: object) -> object:
    """Return what JSON writes for a value that is none of its own: a day, or a view by its fields."""
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} cannot be written as JSON")


def document(value: object) -> None:
    """Print one JSON document."""
    click.echo(json.dumps(value, default=plain, ensure_ascii=False, indent=2))


def day(value: date | None) -> str:
    """Return a day as a court writes it, or a dash."""
    return f"{value.day:02d}-{value.month:02d}-{value.year}" if value else "–"


def words(value: object) -> str:
    """Return a cell's text: days day first, lists with commas, yes or no, a dash for nothing."""
    if value is None or value == "" or value == ():
        return "–"
    if isinstance(value, date):
        return day(value)
    if isinstance(value, list | tuple):
        return ", ".join(str(part) for part in value)
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)


def table(rows: Iterable[Any], columns: Sequence[tuple[str, str]], *, empty: str) -> None:
    """Print views as aligned columns. `columns`: heading and the view's field; the last is not padded."""
    cells = [[heading for heading, _ in columns]]
    cells += [[words(getattr(row, field)) for _, field in columns] for row in rows]
    if len(cells) == 1:
        click.echo(empty)
        return
    widths = [max(len(line[n]) for line in cells) for n in range(len(columns))]
    for line in cells:
        padded = [text.ljust(width) for text, width in zip(line, widths, strict=True)]
        click.echo("  ".join(padded).rstrip())
