"""Input from outside is hostile: whatever comes, it is taken or refused in lines."""

from __future__ import annotations

import copy
import json
import os
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import click
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import PlaceFor
from tracker.cli.options import DAY
from tracker.domain.texts import is_control
from tracker.services import docket, filters, interchange
from tracker.services.office import Office, Refused, open_office

TODAY = date(2024, 9, 30)
MANY = int(os.environ.get("ORDEAL") or 60)
FUZZED = settings(
    max_examples=MANY,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)

SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=30),
    st.sampled_from(
        ["2024-02-30", "0000-00-00", "9999-12-31", "\x1b[2J", "\u202eabc", "=1+1", "A1", "V1", "trial"]
    ),
)
ANYTHING = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner), max_leaves=12
)
WHOLE: dict[str, Any] = {
    "ref": "H-1",
    "fir": {"number": "1", "year": 2024, "registered_on": "2024-07-03"},
    "offence": {"first_on": "2024-07-02", "last_on": "2024-07-02"},
    "facts": ["procured", {"fact": "sold", "victims": ["V1"]}],
    "accused": [{"label": "A1", "age": 30}],
    "victims": [{"code": "V1", "age": {"status": "minor", "years": 15}}],
    "charges": [{"accused": "A1", "victim": "V1", "provision": "BNS-143-4"}],
    "proceedings": [{"key": "trial", "kind": "trial", "cnr": "MHCC050012342019"}],
    "events": [
        {"on": "2024-07-03", "kind": "fir_registered"},
        {"on": "2024-07-04", "kind": "arrested", "accused": "A1"},
    ],
    "hearings": [{"proceeding": "trial", "on": "2024-09-02", "next_on": "2024-10-01"}],
    "links": [{"kind": "split_from", "ref": "H-0"}],
}


@pytest.fixture
def office(place_for: PlaceFor, tmp_path: Path) -> Iterator[Office]:
    """An office on SQLite, whatever the other tests of this room use."""
    with open_office(place_for("sqlite", tmp_path)) as office:
        yield office


def paths(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the way to everything within a document."""
    yield path
    if isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from paths(inner, (*path, key))


PATHS = [path for path in paths(WHOLE) if path]


def taken(office: Office, path: Path) -> None:
    """Import a file; a refusal has lines, each printable and none without end."""
    try:
        faults = interchange.import_files(office, [path]).faults
    except Refused as refused:
        faults = refused.faults
        assert faults
    assert all(fault and len(fault) < 2000 and not any(map(is_control, fault)) for fault in faults), faults


@FUZZED
@given(document=ANYTHING, lines=st.booleans())
def test_any_document(office: Office, tmp_path: Path, document: Any, lines: bool) -> None:
    """Any JSON at all, in either form of file, is refused in lines or taken."""
    path = tmp_path / ("any.jsonl" if lines else "any.json")
    path.write_text(json.dumps(document))
    taken(office, path)


@FUZZED
@given(held=st.binary(max_size=400), lines=st.booleans())
def test_any_bytes(office: Office, tmp_path: Path, held: bytes, lines: bool) -> None:
    """Any bytes at all are refused in lines."""
    path = tmp_path / ("any.jsonl" if lines else "any.json")
    path.write_bytes(held)
    taken(office, path)


@FUZZED
@given(
    where=st.lists(st.sampled_from(PATHS), min_size=1, max_size=3),
    what=st.lists(ANYTHING, min_size=3, max_size=3),
)
def test_a_case_spoilt_somewhere(
    office: Office, tmp_path: Path, where: list[tuple[Any, ...]], what: list[Any]
) -> None:
    """A sound case with anything put in anywhere is refused in lines or taken, then listed."""
    case = copy.deepcopy(WHOLE)
    for path, value in zip(where, what, strict=False):
        inner: Any = case
        with suppress(LookupError, TypeError):
            for key in path[:-1]:
                inner = inner[key]
            inner[path[-1]] = value
    file = tmp_path / "spoilt.json"
    file.write_text(json.dumps({"format": "prosecution-tracker", "version": 1, "cases": [case]}))
    taken(office, file)
    docket.page(office, "", TODAY)


@FUZZED
@given(
    words=st.text(max_size=60)
    | st.from_regex(r"-?(stage|due|hearing|lead|minor|act|flag):\S{0,12}( .*)?", fullmatch=True)
)
def test_any_filter(office: Office, words: str) -> None:
    """Any words in the filter are a filter or refused."""
    with suppress(Refused):
        filters.parse(words)
        docket.page(office, words, TODAY)


@FUZZED
@given(said=st.text(max_size=20) | st.from_regex(r"[0-9]{0,5}-[0-9]{0,3}-[0-9]{0,5}", fullmatch=True))
def test_any_day(said: str) -> None:
    """Any text for a day is a day or wrong usage."""
    with suppress(click.UsageError):
        assert isinstance(DAY.convert(said, None, None), date)


@pytest.mark.parametrize(
    "held",
    [
        '{"format": "prosecution-tracker", "version": 1, "cases": [{"ref": "' + "x" * 5_000_000 + '"}]}',
        '{"format": "prosecution-tracker", "version": 1, "cases": [{"ref": "H-1", "title": "a\\u001b[2J"}]}',
        '{"format": "prosecution-tracker", "version": 1, "cases": [{"ref": "H\\u202e1"}]}',
        '{"format": "prosecution-tracker", "version": 1, "cases": [{"ref": "H-1", "tags": ["\\u0000"]}]}',
        '{"a":' * 50_000,
        '{"format": "prosecution-tracker", "version": ' + "9" * 6000 + "}",
        '{"format": "prosecution-tracker", "version": 1, "cases": [{"ref": "\\ud800"}]}',
    ],
    ids=["gigantic", "escape", "turned", "null", "deep", "endless number", "half a letter"],
)
def test_known_tricks(office: Office, tmp_path: Path, held: str) -> None:
    """A gigantic field, terminal escapes, turned writing, deep nesting, endless numbers: nothing is taken."""
    path = tmp_path / "trick.json"
    path.write_text(held)
    taken(office, path)
    assert docket.page(office, "", TODAY).rows == ()
