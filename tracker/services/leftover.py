"""What is left of a case without what is at fault in its shape, so that the rest of it is checked too.

Whoever mends a file then sees in one run what can't be read and what can be read and contradicts the file.
It is only looked at, never filed. What is at fault is taken out: a key of its own, else the line of a list
to which nothing else points. Where that isn't enough nothing is left, and the faults of shape stand alone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter, ValidationError

from tracker.domain.case import Case
from tracker.services import jsontext, shapefaults

_LINES = ("events", "hearings", "charges", "facts", "tags", "links", "flag_notes", "notes", "notices")
"""Lists whose lines nothing else in a case names by their label."""
_ROUNDS = 4
"""A key taken out may leave its line without what it must have, and so on outwards."""


@dataclass(slots=True)
class Left:
    """A case that can be read, and what was taken out of it."""

    case: Case
    out: dict[str, list[int]]
    """The lines taken out of each list, counted as in the file."""
    wrong: list[str]
    """The paths at which the shape is at fault."""

    def shown(self, faults: Iterable[str]) -> list[str]:
        """Return the faults of the rest as the file counts lines; none of what was taken out already."""
        found = []
        for fault in faults:
            begin, dot, rest = fault.partition("].")
            path, colon, says = rest.partition(":")
            path = re.sub(r"^(\w+)\[(\d+)\]", lambda at: f"{at[1]}[{self._in_file(at[1], int(at[2]))}]", path)
            known = any(_within(path, one) or _within(one, path) for one in self.wrong)
            if not known and not ("events" in self.out and path.endswith(".corrects")):
                found.append(f"{begin}{dot}{path}{colon}{says}")
        return found

    def _in_file(self, key: str, line: int) -> int:
        for gone in self.out.get(key, ()):
            line += gone <= line
        return line


def left(adapter: TypeAdapter[Any], text: str, paths: Iterable[jsontext.Path]) -> Left | None:
    """Return what is left of a case without what stands at these paths; None where too little is."""
    paths = list(paths)
    value = json.loads(text)
    if not isinstance(value, dict) or any(not path for path in paths):
        return None
    wrong, out = [shapefaults.joined("", path) for path in paths], dict[str, set[int]]()
    for _ in range(_ROUNDS):
        if not all(_take_out(value, path, out) for path in paths):
            return None
        rest = {
            key: [one for n, one in enumerate(some) if n not in out[key]] if key in out else some
            for key, some in value.items()
            if some is not None
        }
        kept = Left(Case(ref=""), {key: sorted(some) for key, some in out.items()}, wrong)
        try:
            kept.case = adapter.validate_json(json.dumps(rest))
        except ValidationError as error:
            paths = [_counted(path, kept) for path, _ in shapefaults.explained(error)]
        else:
            return kept
    return None


def _take_out(value: dict[str, Any], path: jsontext.Path, out: dict[str, set[int]]) -> bool:
    """Take out what stands at a path, or the nearest thing around it that is there; say whether one could."""
    inner: Any = value
    there: list[Any] = [value]
    for step in path:
        try:
            inner = inner[step]
        except (LookupError, TypeError):
            break
        there.append(inner)
    for depth in range(len(there) - 1, 0, -1):
        key, around = path[depth - 1], there[depth - 1]
        if isinstance(around, dict):
            del around[key]
            return depth > 1 or key != "ref"
        if depth == 2 and isinstance(key, int):
            out.setdefault(str(path[0]), set()).add(key)
            return path[0] in _LINES
    return False


def _counted(path: jsontext.Path, kept: Left) -> jsontext.Path:
    if len(path) > 1 and isinstance(path[1], int):
        return (path[0], kept._in_file(str(path[0]), path[1]), *path[2:])
    return path


def _within(path: str, whole: str) -> bool:
    return path == whole or path.startswith((f"{whole}.", f"{whole}["))
