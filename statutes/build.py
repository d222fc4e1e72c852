"""Write the compiled form of the law: `python -m statutes.build`. Equal files give equal bytes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from statutes import load, schema

COMPILED = load.COMPILED


def documents(law: schema.Statutes) -> Mapping[str, bytes]:
    """Return every compiled file's name and content, from the rows of the TOML files."""
    by_act: dict[str, list[Any]] = {code.lower(): [] for code in law.acts}
    for provision in law.provisions.values():
        by_act[provision.act.lower()].append(provision)
    lists: dict[str, Iterable[Any]] = {
        **by_act,
        "acts": law.acts.values(),
        "counterparts": law.counterparts,
        "limits": law.limits.values(),
        "thresholds": law.thresholds.values(),
        "patterns": law.patterns.values(),
        "proofs": law.proofs.values(),
        "unreached": law.unreached.values(),
        "spellings": law.spellings.values(),
        "extents": law.extents.values(),
    }
    return {f"{name}.json": _bytes(lists[name]) for name in sorted(lists)}


def write(law: schema.Statutes, folder: Path = COMPILED) -> None:
    """Write the compiled files and remove those of an Act that is gone."""
    folder.mkdir(exist_ok=True)
    made = documents(law)
    for stale in folder.glob("*.json"):
        if stale.name not in made:
            stale.unlink()
    for name, content in made.items():
        (folder / name).write_bytes(content)


def _bytes(rows: Iterable[Any]) -> bytes:
    """Return one row a line: small, and a changed row is one changed line."""
    lines = (
        json.dumps(load.compiled(row), ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        for row in rows
    )
    return ("[" + ",\n".join(lines) + "]\n").encode()


def main() -> None:
    """Read, check, write; with faults, print them and write nothing."""
    try:
        law = schema.read()
    except schema.FaultyLaw as error:
        raise SystemExit(str(error)) from None
    write(law)


if __name__ == "__main__":
    main()
