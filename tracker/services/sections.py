"""Sections as a person writes them, read as rows of the catalogue where there is no doubt which.

`IPC-370-4` is an id. `370(4) IPC` and `IPC 370(4)` name an Act and a section: one row of that section is
taken, several are named for choosing, none is kept as written. Nothing is guessed in silence: each answer
says what it was read as.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import statutes

_NAMED = re.compile(
    r"^(?:(?P<before>[A-Za-z]+)\.?\s+)?(?:s\.?\s*)?(?P<section>\d[\w()]*)(?:\s+(?P<after>[A-Za-z]+))?$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One section as written, and the provision it names, if that is plain."""

    as_written: str
    provision: str | None
    says: str


def read(text: str) -> tuple[Section, ...]:
    """Return the sections of a line, divided by commas."""
    return tuple(_one(part.strip()) for part in text.split(",") if part.strip())


def _one(said: str) -> Section:
    row = statutes.provision(said.upper().replace(" ", "-")) or statutes.provision(said)
    if row is not None:
        return Section(as_written=said, provision=row.id, says=f"{row.id}: {row.title}")
    found = _named(said)
    if len(found) == 1:
        return Section(as_written=said, provision=found[0].id, says=f"{found[0].id}: {found[0].title}")
    if found:
        ids = ", ".join(one.id for one in found)
        return Section(as_written=said, provision=None, says=f"kept as written; write which it is: {ids}")
    return Section(as_written=said, provision=None, says="kept as written: not found in the catalogue")


def _named(said: str) -> list[statutes.Provision]:
    match = _NAMED.match(said)
    act = ((match["before"] or match["after"] or "") if match else "").upper()
    if match is None or act not in statutes.acts():
        return []
    wanted = match["section"].lower()
    return [row for row in statutes.provisions().values() if row.act == act and row.section.lower() == wanted]
