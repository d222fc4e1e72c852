"""JSON as text: where each thing stands, and what the fast reader would let pass in silence.

The fast reader (pydantic's) keeps the last of two equal keys and takes "1568937600" for a day; here a
key given twice, a number that is none, and text after the end are refused, with the line. Python's own
scanner walks the text at half the cost of reading it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, NoReturn

Span = tuple[int, int]
Path = tuple[str | int, ...]

_SPACE = re.compile(r"[ \t\n\r]*")
_LIKE_A_DAY = r'"\s*:\s*"[-+]?\d(?!\d\d\d-)'
_ODD = tuple(re.compile(start) for start in (r":\s*-?\d{10}", "on" + _LIKE_A_DAY, "until" + _LIKE_A_DAY))
"""Where to look closely. Three searches that begin with plain letters take a fifth of the time of one."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_LARGEST = 2**31 - 1


class NotJson(Exception):
    """The text isn't JSON as a case file has it; `at` is the place in the text."""

    def __init__(self, says: str, at: int = 0) -> None:
        """Keep what is wrong and where."""
        super().__init__(says)
        self.at = at


def decoded(raw: bytes) -> str:
    """Return the text of a file, without the mark that Windows puts before it."""
    try:
        return raw.removeprefix(b"\xef\xbb\xbf").decode()
    except UnicodeDecodeError as error:
        raise NotJson(f"is not UTF-8 text (byte {error.start + 1})") from error


def _once(pairs: list[tuple[str, Any]]) -> None:
    if len(dict(pairs)) != len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise NotJson(f"the key {shown(twice)} is given twice")


def _no_number(said: str) -> NoReturn:
    raise NotJson(f"{said} is no number of JSON")


_scan = json.JSONDecoder(object_pairs_hook=_once, parse_constant=_no_number).raw_decode


def skip(text: str, at: int) -> int:
    """Return the end of the value that begins at `at`. Raises NotJson."""
    try:
        return _scan(text, at)[1]
    except NotJson as error:
        error.at = error.at or at
        raise
    except RecursionError as error:
        raise NotJson("is nested too deeply", at) from error
    except json.JSONDecodeError as error:
        if error.pos >= len(text.rstrip()) or error.msg.startswith("Unterminated"):
            raise NotJson("is not whole: the text ends in the middle (or a quote is missing)", at) from error
        raise NotJson(f"is not JSON: {error.msg[0].lower()}{error.msg[1:]}", error.pos) from error
    except ValueError as error:
        raise NotJson("holds a number that is too long", at) from error


def whole(text: str) -> None:
    """Check that the text is one value and nothing else. Raises NotJson."""
    end = space(text, skip(text, space(text, 0)))
    if end < len(text):
        raise NotJson("goes on after its end", end)


def space(text: str, at: int) -> int:
    """Return where the blanks that begin at `at` end."""
    found = _SPACE.match(text, at)
    return found.end() if found else at


def members(text: str, at: int = 0, into: str = "") -> Iterator[tuple[str, Span, list[Span]]]:
    """Yield each key of the object at `at` with the span of its value. Raises NotJson.

    If the value of the key `into` is a list, the spans of its items come with it.
    """
    at = _expect(text, space(text, at), "{")
    seen: set[str] = set()
    while not text.startswith("}", at):
        end = skip(text, at)
        key = json.loads(text[at:end])
        if not isinstance(key, str):
            raise NotJson("is not JSON: a key must be in quotes", at)
        if key in seen:
            raise NotJson(f"the key {shown(key)} is given twice", at)
        seen.add(key)
        value = _expect(text, space(text, end), ":")
        inside: list[Span] = []
        if key == into and text.startswith("[", value):
            inside, end = items(text, value)
        else:
            end = skip(text, value)
        yield key, (value, end), inside
        at = _next(text, end, "}")
    if space(text, at + 1) < len(text) and into:
        raise NotJson("goes on after its end", at + 1)


def items(text: str, at: int) -> tuple[list[Span], int]:
    """Return the spans of the items of the list at `at`, and where it ends. Raises NotJson."""
    found = []
    at = _expect(text, at, "[")
    while not text.startswith("]", at):
        end = skip(text, at)
        found.append((at, end))
        at = _next(text, end, "]")
    return found, at + 1


def find(text: str, path: Path, at: int = 0) -> int:
    """Return the place of the value at a path, or of the nearest thing around it that is there."""
    at = space(text, at)
    for step in path:
        if isinstance(step, int) and text.startswith("[", at):
            spans, _ = items(text, at)
            if step >= len(spans):
                return at
            at = spans[step][0]
        elif isinstance(step, str) and text.startswith("{", at):
            there = next((start for key, (start, _), _ in members(text, at) if key == step), None)
            if there is None:
                return at
            at = there
        else:
            return at
    return at


def odd(text: str) -> list[tuple[Path, str]]:
    """Return what the fast reader lets pass and nobody should: each place, and what is wrong there."""
    if not any(odd.search(text) for odd in _ODD):
        return []
    try:
        return list(_odd(json.loads(text), ()))
    except RecursionError:
        return [((), "is nested too deeply")]


def _odd(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _odd(inner, (*path, key))
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from _odd(inner, (*path, place))
    elif isinstance(value, str):
        key = path[-1] if path else ""
        if (
            isinstance(key, str)
            and (key in ("on", "until") or key.endswith("_on"))
            and not _DAY.fullmatch(value)
        ):
            yield path, "is no day (YYYY-MM-DD)"
    elif isinstance(value, int) and abs(value) > _LARGEST * (1000 if "rupees" in str(path[-1:]) else 1):
        yield path, "is too large a number"


def shown(key: str) -> str:
    """Return a key as it may be printed: short, in quotes, without control characters."""
    return json.dumps(key[:40] + ("…" if len(key) > 40 else ""), ensure_ascii=not key.isprintable())


def _expect(text: str, at: int, mark: str) -> int:
    if not text.startswith(mark, at):
        raise NotJson(f"is not JSON: expected {mark}", at)
    return space(text, at + 1)


def _next(text: str, at: int, closing: str) -> int:
    at = space(text, at)
    if text.startswith(",", at):
        at = space(text, at + 1)
        if text.startswith(closing, at):
            raise NotJson("is not JSON: a comma before the end", at)
        return at
    if not text.startswith(closing, at):
        raise NotJson("is not whole: the text ends in the middle" if at >= len(text) else "is not JSON", at)
    return at
