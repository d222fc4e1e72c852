"""What the shape of a row cannot say: its words are of the closed lists, and its ids lead somewhere."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from statutes import words
from statutes.rows import Act, Counterpart, Extent, Limit, Pattern, Provision, Victim

if TYPE_CHECKING:
    from statutes.schema import Statutes

CONFIDENCE = {"confidence": words.CONFIDENCE}
CLOSED: Mapping[type, Mapping[str, Collection[Any]]] = {
    Act: CONFIDENCE,
    Limit: CONFIDENCE,
    Pattern: CONFIDENCE,
    Extent: CONFIDENCE,
    Counterpart: {**CONFIDENCE, "relation": words.RELATIONS},
    Victim: {
        "sex": (None, *words.SEXES),
        "number": (None, *words.NUMBERS),
        "community": (None, *words.COMMUNITIES),
    },
    Provision: {
        **CONFIDENCE,
        "classification_confidence": words.CONFIDENCE,
        "cognizable": words.COGNIZABLE,
        "bailable": words.BAILABLE,
        "kind_of_imprisonment": words.IMPRISONMENT,
        "term": words.TERMS,
        "triable_by": words.COURTS,
        "band": (60, 90, None),
    },
}


def strange_words(row: Any) -> Iterator[str]:
    """Yield a fault for each word of the row, or of its victim, that is not in its closed list."""
    for key, allowed in CLOSED.get(type(row), {}).items():
        value = getattr(row, key)
        for word in value if isinstance(value, tuple) else (value,):
            if word not in allowed:
                yield f"{key}: {word!r} is none of {', '.join(str(one) for one in allowed)}"
    if isinstance(row, Provision) and row.victim is not None:
        yield from (f"victim.{fault}" for fault in strange_words(row.victim))


def loose_ends(law: Statutes) -> Iterator[str]:
    """Yield a fault for each id that names no row, and each period that ends before it begins."""
    for row in law.provisions.values():
        for id_ in row.counterparts:
            if id_ not in law.provisions:
                yield f"{row.id}: counterparts: no provision {id_}"
        start = row.from_ or row.covered_from
        if start and row.until and row.until < start:
            yield f"{row.id}: until is before its first day"
    yield from _loose_patterns(law)
    for pair in law.counterparts:
        for id_ in (*pair.old, *pair.new):
            if id_ not in law.provisions:
                yield f"counterparts.toml: {pair.old_section} to {pair.new_section}: no provision {id_}"


def _loose_patterns(law: Statutes) -> Iterator[str]:
    """Yield a fault for each pattern, and each reason for having none, that names what isn't there."""
    for row in law.patterns.values():
        for id_ in (*row.provisions, *row.with_, *(c for c in row.covered_by if not c.endswith("-"))):
            if id_ not in law.provisions:
                yield f"patterns.toml: {row.id}: no provision {id_}"
        yield from (f"patterns.toml: {row.id}: no proof {id_}" for id_ in row.proof if id_ not in law.proofs)
        if not set(row.with_facts) <= set(row.with_):
            yield f"patterns.toml: {row.id}: with_facts names what is not in with"
    for id_ in law.unreached:
        if id_ not in law.provisions:
            yield f"patterns.toml: unreached: no provision {id_}"
    for spelling in law.spellings.values():
        if spelling.act is not None and spelling.act not in law.acts:
            yield f"spellings.toml: {spelling.id}: no Act {spelling.act}"
