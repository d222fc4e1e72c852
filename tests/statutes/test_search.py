"""Finding provisions by number and by words."""

from __future__ import annotations

import pytest

import statutes


def ids(text: str) -> list[str]:
    """Return the ids that a text finds."""
    return [one.id for one in statutes.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("BNS 143(4)", {"BNS-143-4", "IPC-370-4"}),
        ("ipc-370-5", {"IPC-370-5", "BNS-143-5"}),
        ("363", {"IPC-363", "BNS-137-2"}),
        ("s. 363 IPC", {"IPC-363", "BNS-137-2"}),
        ("IPC 364", set()),
        ("376DB", {"IPC-376DB", "BNS-70-2"}),
        ("PITA 6(1)", {"ITPA-6-1"}),
        ("maiming beg", {"IPC-363A-2", "BNS-139-2", "JJ-76-1-prov", "JJ-76-1-prov-v2016"}),
        ("", set()),
        ("section", set()),
        ("no such word", set()),
    ],
)
def test_find(text: str, expected: set[str]) -> None:
    """A number finds its section in either code; words have all to be there."""
    assert set(ids(text)) == expected


def test_a_number_finds_old_and_new_families() -> None:
    """370 finds all of IPC 370 and, through the pairs, all of BNS 143."""
    found = set(ids("370"))
    assert {f"IPC-370-{n}" for n in range(1, 8)} | {f"BNS-143-{n}" for n in range(1, 8)} == found


def test_words_begin_words() -> None:
    """The beginning of a word is enough."""
    assert {"IPC-370-4", "IPC-370-5"} <= set(ids("traffick minor"))
