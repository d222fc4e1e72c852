"""THE LAW: look-ups only. The rows are the TOML files beside this; a lawyer can read and correct them.

Nothing here imports the app. Start-up is cheap: one Act's compiled rows are read when first asked for.
"""

from __future__ import annotations

from collections.abc import Mapping

from statutes.rows import (
    Act,
    Applies,
    Counterpart,
    Example,
    Limit,
    Provision,
    Threshold,
    Victim,
)

__all__ = [
    "Act",
    "Applies",
    "Counterpart",
    "Example",
    "Limit",
    "Provision",
    "Threshold",
    "Victim",
    "acts",
    "counterparts",
    "limits",
    "provision",
    "provisions",
    "thresholds",
]


def acts() -> Mapping[str, Act]:
    """Return every Act by its code."""
    raise LookupError


def provision(id_: str) -> Provision | None:
    """Return one provision by its id, reading only its own Act; None if there is none."""
    raise LookupError


def provisions() -> Mapping[str, Provision]:
    """Return every provision of the catalogue by id."""
    raise LookupError


def counterparts() -> tuple[Counterpart, ...]:
    """Return every pair of an old and a new section."""
    raise LookupError


def limits() -> Mapping[str, Limit]:
    """Return every time limit by id."""
    raise LookupError


def thresholds() -> Mapping[str, Threshold]:
    """Return the office's stall thresholds by id."""
    raise LookupError
