"""The limits as their TOML file has them, for the tests of this folder."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache

from statutes import Limit, Threshold, schema
from statutes.rows import Variant


@cache
def read() -> schema.Statutes:
    """Return the whole law, read from its files once, checked as the build checks it."""
    return schema.read()


def limits() -> Mapping[str, Limit]:
    """Return every limit by id."""
    return read().limits


def thresholds() -> Mapping[str, Threshold]:
    """Return every threshold by id."""
    return read().thresholds


def pairs() -> Mapping[str, tuple[str, ...]]:
    """Return pair key to the ids of its rows, for pairs of more than one row."""
    found: dict[str, list[str]] = {}
    for limit in limits().values():
        found.setdefault(limit.pair, []).append(limit.id)
    return {pair: tuple(ids) for pair, ids in found.items() if len(ids) > 1}


def forms(limit: Limit) -> Iterator[Variant | None]:
    """Yield the row's own number (None), then each variant."""
    yield None
    yield from limit.variants


def is_reckoned(limit: Limit) -> bool:
    """Answer whether a day can be reckoned from something on file."""
    return bool(limit.starts) and limit.unit not in ("none", "count")


def was_law(limit: Limit, day: date) -> bool:
    """Answer whether the row was law on a day."""
    return limit.from_ <= day and (limit.until is None or day <= limit.until)


def sunday(day: date) -> bool:
    """Answer whether a day is a Sunday, the only closed day of the examples."""
    return day.isoweekday() == 7
