"""What the fast reader found wrong with the shape of a case file, said for a person.

A fault shows what was written only for what is nearly a word of a closed list, or looks like one and isn't
said of a victim: any other value might be somebody's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError

from tracker.services import jsontext

_SAYS = {
    "missing": "is missing",
    "string_type": "must be text",
    "int_type": "must be a whole number",
    "bool_type": "must be true or false",
    "tuple_type": "must be a list",
    "dataclass_type": "must be an object",
    "date_type": "is no day (YYYY-MM-DD)",
    "date_parsing": "is no day (YYYY-MM-DD)",
    "date_from_datetime_parsing": "is no day (YYYY-MM-DD)",
    "literal_error": "is not of this program's case files, version 1",
}


def explained(error: ValidationError) -> Iterator[tuple[jsontext.Path, str]]:
    """Yield the path of each fault and what is wrong, never the value of a field that may identify."""
    for found in _errors(error):
        path, kind, given = found["loc"], found["type"], found["input"]
        if path[:1] == ("facts",) and len(path) > 2:  # a fact is a word or an object: say one of the two
            if (path[2] == "Fact") != isinstance(given, dict) and len(path) == 3:
                continue
            if path[2] != "Fact" and isinstance(given, dict):
                continue
            path = (*path[:2], *path[3:])
        if kind == "unexpected_keyword_argument":
            yield path, "is no key of a case file"
        elif kind == "enum":
            yield path, _no_word(path, given, found["msg"])
        elif kind == "json_invalid":
            yield path, "is not JSON that can be read: nested too deeply, or half of a character"
        else:
            yield path, _SAYS.get(kind, "can't be read")


def _no_word(path: jsontext.Path, given: Any, expected: str) -> str:
    known = re.findall("'([^']*)'", expected)
    if not isinstance(given, str):
        return "must be a word of its list"
    near = get_close_matches(given, known, 1)
    meant = f"; did you mean {near[0]}?" if near else f" ({', '.join(known)})" if len(known) < 20 else ""
    like_a_word = re.fullmatch(r"[a-z0-9_]{1,40}", given) and path[:1] != ("victims",)
    said = jsontext.shown(given) if near or like_a_word else "what is written there"
    return f"{said} is no word of its list{meant}"


def joined(begin: str, path: jsontext.Path) -> str:
    """Return a path as a fault names it: cases[3].events[2].kind."""
    said = begin
    for step in path:
        if isinstance(step, int):
            said += f"[{step}]"
        else:
            plain = step.isidentifier() and step.isascii() and len(step) <= 40
            said += ("." if said else "") + (step if plain else jsontext.shown(step))
    return said


def _errors(error: ValidationError) -> list[Any]:
    return error.errors(include_url=False, include_context=False)


def null_lists(error: ValidationError) -> bool:
    """Say whether a list was given as null, which a case file may do and the fast reader refuses."""
    return any(found["type"] == "tuple_type" and found["input"] is None for found in _errors(error))
