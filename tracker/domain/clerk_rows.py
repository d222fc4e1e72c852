"""What a section number means in the catalogue: its rows, those of its sub-sections, the version of a day.

A number is tried as written, then as clerks mean it: `370(A)` for 370A, `506(2)` for Part II, a clause
for the sub-section that it stands in. Rows that were law on the day come before those that were not.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache

import statutes
from statutes.rows import Provision

PENAL = ("IPC", "BNS")
QUALIFIERS = (
    "first",
    "repeat",
    "child",
    "minor",
    "against",
    "will",
    "prov",
    "prov2",
    "prov3",
    "I",
    "II",
    "man",
)


def cite(row: Provision) -> str:
    """Return a provision as a clerk would write it, such that it is read back as itself."""
    parts, words = key_of(row)
    number = parts[0] + "".join(f"({part})" for part in parts[1:])
    tail = {
        ("I",): " Part I",
        ("II",): " Part II",
        ("prov",): " proviso",
        ("prov2",): " second proviso",
        ("prov3",): " third proviso",
        ("first",): " first",
        ("repeat",): " repeat",
        ("child", "minor"): " second limb",
        ("against", "will"): " closing words",
        ("child",): " proviso (i)",
        ("minor",): " proviso (ii)",
        ("man",): " proviso",
    }.get(words, "")
    return f"{row.act} {number}{tail}"


Found = tuple[list[Provision], str]


def rows_of(act: str, parts: tuple[str, ...], qualifier: str, on: date | None) -> Found:
    """Return the rows of a section, its sub-sections, or the section that a longer number stands in.

    Rows that were law on the day come before those that were not.
    """
    gone: Found = [], ""
    fitting = list(_fitting(act, parts, qualifier))
    if on is None and fitting and act not in PENAL and all(row.until for row in fitting[0][0]):
        # Without a day the old form of a section is no surer than the new one beside it.
        return [row for rows, _ in fitting[:2] for row in rows], fitting[0][1]
    for rows, how in fitting:
        if on is None or any(law_on(row, on) for row in rows):
            return rows, how
        gone = gone if gone[0] else (rows, how)
    return gone


def _fitting(act: str, parts: tuple[str, ...], qualifier: str) -> Iterable[Found]:
    index = _index(act)
    wanted = tuple(qualifier.split("-")) if qualifier else ()
    for written, how in _tries(parts):
        tried = tuple(part.casefold() for part in written)
        exact = [row for row, words in index.get(tried, ()) if not qualifier or words == wanted]
        if not exact and wanted == ("prov",):
            exact = [row for row, words in index.get(tried, ()) if words == ("man",)]
        if exact:
            yield exact, how
        below = [
            row
            for key, rows in index.items()
            if key[: len(tried)] == tried and len(key) > len(tried)
            for row, words in rows
            if not qualifier or words == wanted
        ]
        if below:
            yield below, how


def _tries(parts: tuple[str, ...]) -> Iterable[tuple[tuple[str, ...], str]]:
    """Yield the number as written, then as clerks mean it: `370(A)` for 370A, `506(2)` for Part II."""
    yield parts, ""
    if parts[:1] == ("506",) and parts[1:] and parts[1] in ("1", "2", "i", "ii"):
        part = "I" if parts[1] in ("1", "i") else "II"
        yield ("506", part), f"506({parts[1]}) is read as Part {part}"
    letters = "".join(part.upper() for part in parts[1:3] if len(part) <= 2 and part.isalpha())
    for length in range(len(letters), 0, -1):
        glued = (parts[0] + letters[:length], *parts[1 + length :])
        yield glued, f"read as {glued[0]}"
    for end in range(len(parts) - 1, 1, -1):
        yield parts[:end], f"clause ({parts[-1]}) is within it"
    if len(parts) > 1 and not parts[1].isdigit():
        yield parts[:1], f"clause ({parts[1]}) is within it"


def law_on(row: Provision, day: date) -> bool:
    """Answer whether the row was law on the day, as far as our reading goes back."""
    start = row.from_ or row.covered_from
    return (start is None or start <= day) and (row.until is None or day <= row.until)


@cache
def _index(act: str) -> dict[tuple[str, ...], list[tuple[Provision, tuple[str, ...]]]]:
    found: dict[tuple[str, ...], list[tuple[Provision, tuple[str, ...]]]] = {}
    for row in statutes.provisions().values():
        if row.act == act:
            words = key_of(row)[1]
            parts = lower(row)
            found.setdefault(parts, []).append((row, words))
            if words in (("I",), ("II",)):
                found.setdefault((*parts, words[0].casefold()), []).append((row, ()))
    return found


def lower(row: Provision) -> tuple[str, ...]:
    """Return a row's number in parts, in small letters as a line is read."""
    return tuple(part.casefold() for part in key_of(row)[0])


@cache
def key_of(row: Provision) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return a row's number in parts, and the words that tell it from others of the same number."""
    parts = row.id.split("-")[1:]
    if parts[-1].startswith("v20"):
        parts.pop()
    words = tuple(part for part in parts if part in QUALIFIERS)
    return tuple(part for part in parts if part not in QUALIFIERS), words
