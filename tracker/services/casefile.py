"""The case file, version 1, as text: read case by case, each fault named with its line, and written back.

A document (`.json`) is walked member by member and each case is read on its own, so that 200 MB of
cases cost the memory of their text; a `.jsonl` file is read line by line. Shape is checked by the
classes of `domain.case` themselves, whose JSON Schema `schema` gives. What the journal says is checked
by `domain.journal`, not here.

A fault names the line, the path (`cases[3].events[2].kind`) and what is wrong. It shows what was written
only for a key that we don't know and a word of a closed list: any other value might be somebody's name.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, replace
from functools import cache
from pathlib import Path
from typing import Any, Literal

from pydantic import TypeAdapter, ValidationError

from tracker.domain import texts
from tracker.domain.case import (
    STRICT,
    Accused,
    Age,
    Case,
    Charge,
    Court,
    Disposal,
    Event,
    Fact,
    Fir,
    FlagNote,
    Hearing,
    Link,
    Offence,
    Proceeding,
    Victim,
)
from tracker.domain.records import KINDS
from tracker.domain.word import Word
from tracker.domain.words import FactWord
from tracker.services import jsontext, leftover, shapefaults
from tracker.services.office import Refused

FORMAT: Literal["prosecution-tracker"] = "prosecution-tracker"
LARGEST_DOCUMENT = 1_000_000_000
LARGEST_LINE = 50_000_000


@dataclass(slots=True, kw_only=True)
class Header:
    """How a case file begins."""

    __pydantic_config__ = STRICT

    format: Literal["prosecution-tracker"]
    version: Literal[1]
    courts: tuple[Court, ...] = ()


@dataclass(slots=True, kw_only=True)
class CaseFile(Header):
    """A case file, version 1: the courts that it names, and its cases."""

    __pydantic_config__ = STRICT

    cases: tuple[Case, ...] = ()


@dataclass(slots=True)
class Place:
    """Where a text stands: the file, the line on which it begins, and its path in a document."""

    name: str
    line: int
    path: str = ""

    def of(self, text: str, at: int) -> str:
        """Return how a fault at that place of the text begins."""
        return f"{self.name}:{self.line + text.count(chr(10), 0, at)}"


@dataclass(slots=True)
class Read:
    """One thing read: a case or a header, or the faults that keep it from being one."""

    place: Place
    text: str
    """What was written; empty if it isn't JSON."""
    thing: Case | Header | None
    faults: list[str] = field(default_factory=list)
    header: bool = False
    """Whether the whole file hangs on it: its header, or a document that isn't JSON."""
    left: leftover.Left | None = None
    """What can be read of a case that is at fault; looked at, never filed."""

    def where(self, said: str) -> str:
        """Return file and line of a path in the text, as a fault of `domain.journal` says it."""
        path = tuple(int(step) if step.isdigit() else step for step in re.findall(r"\w+", said))
        return self.place.of(self.text, jsontext.find(self.text, path))


def read(path: Path) -> Iterator[Read]:
    """Yield the header of a file, if it has one, then its cases. Raises Refused: the file can't be read."""
    try:
        if path.suffix.lower() in (".jsonl", ".ndjson"):
            yield from _lines(path)
        else:
            yield from _document(path)
    except OSError as error:
        raise Refused(f"{path.name}: can't be read: {error.strerror}") from error


def schema() -> dict[str, Any]:
    """Return the JSON Schema of a case file, from the classes that read it."""
    made = TypeAdapter(CaseFile).json_schema(by_alias=True)
    _allow_null(made)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}


LEFT_OUT = frozenset(
    {"name", "title", "note", "born_on", "reason", "out_of_order", "as_written", "method", "order_ref"}
    | {"text", "path", "what", "said_by", "unit", "struck"}
)
"""Keys of free text, and the day of birth: they may tell who somebody is."""


def without_persons(text: str) -> Any:
    """Return what was written without keys of `LEFT_OUT` and without keys that we don't know.

    A refused case may hold a name in any field, so a text stays only if it can't be one: else it is null.
    """
    known = {field.name.rstrip("_") for shape in _SHAPES for field in fields(shape)} - LEFT_OUT

    def bare(pairs: dict[str, Any]) -> dict[str, Any]:
        return {key: _plain(value, key) for key, value in pairs.items() if key in known}

    return _plain(json.loads(text, object_hook=bare), "")


_WORDS = frozenset(str(word) for list_ in Word.__subclasses__() for word in list_)


def _plain(value: Any, key: str) -> Any:
    if isinstance(value, list):
        return [_plain(one, key) for one in value]
    if not isinstance(value, str) or value in _WORDS or texts.shown(value, key=key == "ref") == value:
        return value
    return None


_SHAPES = (
    *(Case, Fir, Offence, Fact, Accused, Victim, Age),
    *(Charge, Proceeding, Event, Hearing, Disposal, Link, FlagNote),
    *KINDS.values(),
)


def write(case: Case) -> str:
    """Return a case as one line of JSON: keys in the order of the classes, absent keys left out."""
    if any(isinstance(fact, Fact) for fact in case.facts):  # written right only as words
        facts = (replace(f, fact=FactWord(f.fact)) if isinstance(f, Fact) else f for f in case.facts)
        case = replace(case, facts=tuple(facts))
    return _case().dump_json(case, by_alias=True, exclude_defaults=True, warnings=False).decode()


def write_header(courts: tuple[Court, ...]) -> str:
    """Return the header of a file that names these courts, as one line of JSON."""
    header = Header(format=FORMAT, version=1, courts=courts)
    return _header().dump_json(header, by_alias=True, exclude_none=True, warnings=False).decode()


@cache
def _case() -> TypeAdapter[Case]:
    return TypeAdapter(Case)


@cache
def _header() -> TypeAdapter[Header]:
    return TypeAdapter(Header)


def _lines(path: Path) -> Iterator[Read]:
    with path.open("rb") as file:
        for number, raw in enumerate(iter(lambda: file.readline(LARGEST_LINE), b""), 1):
            place = Place(path.name, number)
            text = ""
            try:
                text = jsontext.decoded(raw).strip()
                if not text:
                    continue
                jsontext.whole(text)
            except jsontext.NotJson as error:
                yield Read(place, "", None, [f"{place.of('', 0)}: {error}"])
                continue
            headed = number == 1 and '"format"' in text and "format" in json.loads(text)
            yield _read(_header() if headed else _case(), text, place)


def _document(path: Path) -> Iterator[Read]:
    if path.stat().st_size > LARGEST_DOCUMENT:
        raise Refused(f"{path.name}: too large for one document; give it as .jsonl, one case a line")
    place, text = Place(path.name, 1), ""
    try:
        text = jsontext.decoded(path.read_bytes())
        if not text.lstrip().startswith("{"):
            raise jsontext.NotJson("is not a case file: it must begin with {")
        heads, spans = [], []
        for key, (start, end), inside in jsontext.members(text, into="cases"):
            spans += inside
            if key != "cases":
                heads.append(f"{json.dumps(key)}:{text[start:end]}")
            elif not inside and not re.match(r"\[\s*\]|null", text[start:end]):
                raise jsontext.NotJson("cases: must be a list", start)
    except jsontext.NotJson as error:
        yield Read(place, "", None, [f"{place.of(text, error.at)}: {error}"], header=True)
        return
    head = _read(_header(), "{" + ",".join(heads) + "}", place, text)
    yield head
    del heads
    line, before = 1, 0
    for number, (start, end) in enumerate(spans):
        line, before = line + text.count("\n", before, start), start
        yield _read(_case(), text[start:end], Place(path.name, line, f"cases[{number}]"))


def _read(adapter: TypeAdapter[Any], text: str, place: Place, whole: str = "") -> Read:
    """Read one thing; `whole` is where to look for the lines of faults, if not in the text itself."""
    try:
        thing, wrong = adapter.validate_json(text), []
    except ValidationError as error:
        bare = _without_nulls(text) if shapefaults.null_lists(error) else text
        if bare != text:
            read = _read(adapter, bare, place, whole or text)
            read.text = text
            return read
        thing, wrong = None, list(shapefaults.explained(error))
    wrong += jsontext.odd(text)
    lines = whole or text
    faults = []
    for path, says in dict(wrong).items():
        what = shapefaults.joined(place.path, path)
        faults.append(f"{place.of(lines, jsontext.find(lines, path))}: {what + ': ' if what else ''}{says}")
    header = adapter is _header()
    rest = leftover.left(adapter, text, dict(wrong)) if faults and not header else None
    return Read(place, lines, None if faults else thing, faults, header=header, left=rest)


def named_courts(read: Read) -> set[str] | None:
    """Return the keys of the courts that a header at fault names; None where they can't be read."""
    for key, (start, end), inside in jsontext.members(read.text, into="courts") if read.text else ():
        if key == "courts":
            courts = json.loads(read.text[start:end]) if inside else []
            return {str(one["key"]) for one in courts if isinstance(one, dict) and "key" in one} or None
    return set()


def _without_nulls(text: str) -> str:
    """Return the text with its null keys left out; null lists are rare, so the fast reader has none."""
    return json.dumps(json.loads(text, object_hook=lambda o: {k: v for k, v in o.items() if v is not None}))


def _allow_null(schema: Any) -> None:
    """A list that a case may leave out may also be null, as the reader takes it."""
    if isinstance(schema, dict):
        for part in schema.values():
            _allow_null(part)
        if schema.get("type") == "array" and schema.get("default") == []:
            schema["type"] = ["array", "null"]
    elif isinstance(schema, list):
        for part in schema:
            _allow_null(part)
