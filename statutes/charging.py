"""The charging patterns and the extent of Acts, read from `patterns.toml`; an unknown key is an error."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

from statutes.rows import Extent, Pattern

FILE = Path(__file__).with_name("patterns.toml")


@lru_cache(maxsize=1)
def _tables() -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def _row(table: dict[str, Any]) -> dict[str, Any]:
    """Return the keys as the row has them: lists as tuples, and `with_` for the word Python keeps."""
    return {
        "with_" if key == "with" else key: tuple(value) if isinstance(value, list) else value
        for key, value in table.items()
    }


@lru_cache(maxsize=1)
def patterns() -> tuple[Pattern, ...]:
    """Return every charging pattern in the order of the file."""
    return tuple(Pattern(**_row(table)) for table in _tables()["pattern"])


@lru_cache(maxsize=1)
def extents() -> tuple[Extent, ...]:
    """Return how far the sections of each Act run."""
    return tuple(Extent(**_row(table)) for table in _tables()["extent"])
