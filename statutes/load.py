"""Rows from their compiled JSON and back: no checker and no TOML, so that start-up stays cheap.

A compiled row holds only the keys that differ from the row's default. Days are ISO text, lists stand
for tuples; nested rows (a victim, a condition, an example, a variant) are objects of their own.
"""

from __future__ import annotations

import json
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from statutes.rows import (
    Applies,
    Example,
    Limit,
    Provision,
    Variant,
    Victim,
)

COMPILED = Path(__file__).parent / "compiled"
T = TypeVar("T")
DAYS = frozenset(
    {"from_", "until", "covered_from", "checked", "event", "due", "outer", "not_before", "with_copy"}
)
NESTED: dict[type, dict[str, type]] = {
    Provision: {"victim": Victim},
    Limit: {"applies": Applies, "examples": Example, "variants": Variant},
    Variant: {"applies": Applies},
}


def document(name: str) -> Any:
    """Return one compiled document, as `ipc` or `limits`.

    Raises:
        FileNotFoundError: the law was never built. To go on without it would be to answer wrongly.
    """
    return json.loads((COMPILED / f"{name}.json").read_bytes())


def row(kind: type[T], compiled: dict[str, Any]) -> T:
    """Return the frozen row of a compiled object, which this takes over."""
    nested = NESTED.get(kind, {})
    for key, value in compiled.items():
        if key in nested:
            inner = nested[key]
            compiled[key] = (
                tuple(row(inner, part) for part in value) if type(value) is list else row(inner, value)
            )
        elif type(value) is list:
            compiled[key] = tuple(value)
        elif type(value) is dict:
            compiled[key] = {k: tuple(v) if type(v) is list else v for k, v in value.items()}
        elif key in DAYS and type(value) is str:
            compiled[key] = date.fromisoformat(value)
    return kind(**compiled)


def compiled(value: Any) -> Any:
    """Return the JSON form of a row, or of any value in one."""
    if is_dataclass(value) and not isinstance(value, type):
        return {
            key: compiled(part)
            for key, default in _defaults(type(value))
            if (part := getattr(value, key)) != default
        }
    if isinstance(value, tuple | list):
        return [compiled(part) for part in value]
    if isinstance(value, dict):
        return {key: compiled(part) for key, part in value.items()}
    return value.isoformat() if isinstance(value, date) else value


@cache
def _defaults(kind: type) -> tuple[tuple[str, Any], ...]:
    """Return each field of a row with its default; `MISSING`, which equals nothing, where it has none."""
    return tuple(
        (part.name, part.default if part.default_factory is MISSING else part.default_factory())
        for part in fields(kind)
    )
