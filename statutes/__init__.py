"""THE LAW: look-ups only. The rows are the TOML files beside this; a lawyer can read and correct them.

Nothing here imports the app. Start-up is cheap: one Act's compiled rows are read when first asked for.
After a change of a TOML file, `python -m statutes.build` makes the compiled form anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from statutes import load
from statutes.rows import (
    Act,
    Applies,
    Counterpart,
    Example,
    Extent,
    Limit,
    Pattern,
    Proof,
    Provision,
    Spelling,
    Threshold,
    Unreached,
    Victim,
)

__all__ = [
    "Act",
    "Applies",
    "Counterpart",
    "Example",
    "Extent",
    "Limit",
    "Pattern",
    "Proof",
    "Provision",
    "Spelling",
    "Threshold",
    "Unreached",
    "Victim",
    "acts",
    "counterparts",
    "extents",
    "find",
    "limits",
    "match",
    "patterns",
    "proofs",
    "provision",
    "provisions",
    "spellings",
    "thresholds",
    "unreached",
]


@cache
def acts() -> Mapping[str, Act]:
    """Return every Act by its code."""
    return MappingProxyType({one["code"]: load.row(Act, one) for one in load.document("acts")})


def provision(id_: str) -> Provision | None:
    """Return one provision by its id, reading only its own Act; None if there is none."""
    code = id_.partition("-")[0]
    return _provisions_of(code).get(id_) if code in acts() else None


@cache
def provisions() -> Mapping[str, Provision]:
    """Return every provision of the catalogue by id, Act by Act."""
    return MappingProxyType({id_: row for code in acts() for id_, row in _provisions_of(code).items()})


@cache
def counterparts() -> tuple[Counterpart, ...]:
    """Return every pair of an old and a new section."""
    return tuple(load.row(Counterpart, one) for one in load.document("counterparts"))


@cache
def limits() -> Mapping[str, Limit]:
    """Return every time limit by id."""
    return MappingProxyType({one["id"]: load.row(Limit, one) for one in load.document("limits")})


@cache
def thresholds() -> Mapping[str, Threshold]:
    """Return the office's stall thresholds by id."""
    return MappingProxyType({one["id"]: load.row(Threshold, one) for one in load.document("thresholds")})


@cache
def patterns() -> Mapping[str, Pattern]:
    """Return by id the patterns of fact on which a provision would be considered."""
    return MappingProxyType({one["id"]: load.row(Pattern, one) for one in load.document("patterns")})


@cache
def proofs() -> Mapping[str, Proof]:
    """Return by id what has to be shown for a charge, and by what it usually is."""
    return MappingProxyType({one["id"]: load.row(Proof, one) for one in load.document("proofs")})


@cache
def unreached() -> Mapping[str, Unreached]:
    """Return by id the provisions that no pattern of fact calls for by itself."""
    return MappingProxyType({one["id"]: load.row(Unreached, one) for one in load.document("unreached")})


@cache
def spellings() -> Mapping[str, Spelling]:
    """Return by id how clerks write the Acts."""
    return MappingProxyType({one["id"]: load.row(Spelling, one) for one in load.document("spellings")})


@cache
def extents() -> Mapping[str, Extent]:
    """Return by Act code how far the Acts run."""
    return MappingProxyType({one["act"]: load.row(Extent, one) for one in load.document("extents")})


def find(text: str) -> tuple[Provision, ...]:
    """Return the provisions that a number or words find, in either code."""
    from statutes import search  # only when somebody looks for something

    return search.find(text)


def match(id_: str) -> tuple[Counterpart, ...]:
    """Return what answers to a provision in the other code, and how well; none for special Acts."""
    from statutes import search

    return search.match(id_)


@cache
def _provisions_of(code: str) -> Mapping[str, Provision]:
    return {one["id"]: load.row(Provision, one) for one in load.document(code.lower())}
