"""Read the TOML files, check every row, and turn them into the frozen rows of `rows`.

Only tests and `python -m statutes.build` use this; the program reads the compiled form. An unknown
key, a word that is not in its closed list, a day that is not a day, an id given twice or a
counterpart that is no row: each is a fault that names the file and the row. All are told at once.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, cast

from pydantic import TypeAdapter, ValidationError

from statutes import check
from statutes.rows import (
    Act,
    Counterpart,
    Extent,
    Limit,
    Pattern,
    Proof,
    Provision,
    Spelling,
    Threshold,
    Unreached,
)

HERE = Path(__file__).parent
FILES: Mapping[str, Mapping[str, type]] = {
    "counterparts.toml": {"counterpart": Counterpart},
    "limits.toml": {"limit": Limit},
    "thresholds.toml": {"threshold": Threshold},
    "patterns.toml": {"pattern": Pattern, "proof": Proof, "unreached": Unreached, "extent": Extent},
    "spellings.toml": {"spelling": Spelling},
}
"""Beside `acts/`: each file, and what its blocks are."""
DAYS = ("from", "until", "covered_from", "checked")
T = TypeVar("T")


class FaultyLaw(ValueError):
    """The files hold faults; `faults` has a line for each, beginning with file and row."""

    def __init__(self, faults: list[str]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(faults))


@dataclass(frozen=True, slots=True)
class Statutes:
    """All rows, as the files have them."""

    acts: Mapping[str, Act]
    provisions: Mapping[str, Provision]
    counterparts: tuple[Counterpart, ...]
    limits: Mapping[str, Limit]
    thresholds: Mapping[str, Threshold]
    patterns: Mapping[str, Pattern]
    proofs: Mapping[str, Proof]
    unreached: Mapping[str, Unreached]
    spellings: Mapping[str, Spelling]
    extents: Mapping[str, Extent]


def read(folder: Path = HERE) -> Statutes:
    """Return every row of the folder's TOML files.

    Raises:
        FaultyLaw: with every fault found, not only the first.
    """
    faults: list[str] = []
    acts: dict[str, Act] = {}
    provisions: dict[str, Provision] = {}
    for path in sorted((folder / "acts").glob("*.toml")):
        _read_act(path, acts, provisions, faults)
    found: dict[type, list[Any]] = {kind: [] for blocks in FILES.values() for kind in blocks.values()}
    for name, blocks in FILES.items():
        for kind, row in _read_file(folder / name, blocks, faults):
            found[kind].append(row)
    pairs = tuple(_sided(pair) for pair in found[Counterpart])
    whole = Statutes(
        acts=acts,
        provisions=provisions,
        counterparts=pairs,
        limits=_by_id(found[Limit], "id", "limits.toml", faults),
        thresholds=_by_id(found[Threshold], "id", "thresholds.toml", faults),
        patterns=_by_id(found[Pattern], "id", "patterns.toml", faults),
        proofs=_by_id(found[Proof], "id", "patterns.toml", faults),
        unreached=_by_id(found[Unreached], "id", "patterns.toml", faults),
        spellings=_by_id(found[Spelling], "id", "spellings.toml", faults),
        extents=_by_id(found[Extent], "act", "patterns.toml", faults),
    )
    faults += check.loose_ends(whole)
    if faults:
        raise FaultyLaw(faults)
    return whole


@dataclass(frozen=True, slots=True)
class Pack:
    """Rows between releases, and the lawyer who answers for them."""

    signed_by: str
    signed_on: date
    provisions: Mapping[str, Provision]
    limits: Mapping[str, Limit]


def read_pack(path: Path) -> Pack:
    """Return the rows of one pack: `[signed]` with `by` and `on`, and blocks as in the law's own files.

    A `[[provision]]` names its `act`. A row of an id that the law has stands in its place.

    Raises:
        FaultyLaw: with every fault found, not only the first.
    """
    faults: list[str] = []
    content = _toml(path, path.name, faults)
    signed = content.pop("signed", {})
    by, on = signed.get("by"), signed.get("on")
    if not faults and (not isinstance(by, str) or not by.strip() or type(on) is not date):
        faults.append(f"{path.name}: signed: say by = the lawyer's name and on = the day, without quotes")
    blocks: dict[str, type] = {"provision": Provision, "limit": Limit}
    faults += [f"{path.name}: unknown key {key!r}" for key in content.keys() - blocks.keys()]
    found: dict[type, list[Any]] = {Provision: [], Limit: []}
    for key, kind in blocks.items():
        for number, block in enumerate(content.get(key, []), 1):
            row = _row(kind, block, f"{path.name}: {block.get('id', f'{key} {number}')}", faults)
            if row is not None:
                found[kind].append(row)
    for row in found[Provision]:
        if not row.id.startswith(f"{row.act}-"):
            faults.append(f"{path.name}: {row.id}: the id does not begin with {row.act}-")
        if (row.from_ is None) == (row.covered_from is None):
            faults.append(f"{path.name}: {row.id}: one of from and covered_from, not both")
    provisions = _by_id(found[Provision], "id", path.name, faults)
    limits = _by_id(found[Limit], "id", path.name, faults)
    if not provisions and not limits and not faults:
        faults.append(f"{path.name}: no provision and no limit in it")
    if faults:
        raise FaultyLaw(faults)
    assert isinstance(on, date)
    return Pack(str(by).strip(), on, provisions, limits)


def _read_act(path: Path, acts: dict[str, Act], provisions: dict[str, Provision], faults: list[str]) -> None:
    name = f"acts/{path.name}"
    content = _toml(path, name, faults)
    act = _row(Act, content.pop("act", {}), f"{name}: act", faults)
    listed = content.pop("provision", [])
    faults += [f"{name}: unknown key {key!r}" for key in content]
    if act is None:
        return
    if act.code in acts:
        faults.append(f"{name}: {act.code}: an Act given twice")
    acts[act.code] = act
    for block in listed:
        where = f"{name}: {block.get('id', 'a provision without an id')}"
        row = _row(Provision, {**block, "act": act.code}, where, faults)
        if row is None:
            continue
        if row.id in provisions:
            faults.append(f"{where}: an id given twice")
        if not row.id.startswith(f"{act.code}-"):
            faults.append(f"{where}: the id does not begin with {act.code}-")
        if (row.from_ is None) == (row.covered_from is None):
            faults.append(f"{where}: one of from and covered_from, not both")
        provisions[row.id] = row


def _read_file(path: Path, blocks: Mapping[str, type], faults: list[str]) -> Iterator[tuple[type, Any]]:
    content = _toml(path, path.name, faults)
    faults += [f"{path.name}: unknown key {key!r}" for key in content.keys() - blocks.keys()]
    for key, kind in blocks.items():
        for number, block in enumerate(content.get(key, []), 1):
            named = block.get("id") or block.get("act") or f"{key} {number}"
            row = _row(kind, block, f"{path.name}: {named}", faults)
            if row is not None:
                yield kind, row


def _toml(path: Path, name: str, faults: list[str]) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        faults.append(f"{name}: {error}")
        return {}


@cache
def _checker(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def _row(kind: type[T], block: dict[str, Any], where: str, faults: list[str]) -> T | None:
    """Return the checked row, or None with its faults told.

    It goes to the checker as JSON: only there does "strict" take a list for a tuple and a block
    for a row. A day must be a TOML day all the same.
    """
    wrong = [key for key in DAYS if not isinstance(block.get(key), date | None)]
    faults += [f"{where}: {key}: a day is written without quotes" for key in wrong]
    try:
        checker: TypeAdapter[T] = _checker(cast("Hashable", kind))
        row = checker.validate_json(json.dumps(block, default=date.isoformat))
    except ValidationError as error:
        for fault in error.errors(include_url=False, include_input=False):
            faults.append(f"{where}: {'.'.join(map(str, fault['loc']))}: {fault['msg']}")
        return None
    faults += [f"{where}: {fault}" for fault in check.strange_words(row)]
    return row


def _by_id(found: list[T], key: str, name: str, faults: list[str]) -> dict[str, T]:
    by_id: dict[str, T] = {}
    for row in found:
        id_ = getattr(row, key)
        if id_ in by_id:
            faults.append(f"{name}: {id_}: given twice")
        by_id[id_] = row
    return by_id


def _sided(pair: Counterpart) -> Counterpart:
    """Say of each side whether it has rows, is outside the catalogue, or doesn't exist."""

    def kind(section: str, ids: tuple[str, ...]) -> str:
        return "none" if not section else "catalogue" if ids else "outside"

    return replace(pair, old_kind=kind(pair.old_section, pair.old), new_kind=kind(pair.new_section, pair.new))
