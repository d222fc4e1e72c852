"""The closed lists: fixed words, each with a label and a line of help."""

from __future__ import annotations

import pytest

from tracker.domain import words
from tracker.domain.event_help import HELP

LISTS = [
    made
    for made in vars(words).values()
    if isinstance(made, type) and issubclass(made, words.Word) and list(made)
]


@pytest.mark.parametrize("made", LISTS, ids=lambda made: made.__name__)
def test_every_word_has_a_label_and_a_help(made: type[words.Word]) -> None:
    """A person who meets the word for the first time can choose it."""
    for word in made:
        assert word.label
        assert word.help.endswith(".")
        assert word.help.count("\n") == 0


@pytest.mark.parametrize("made", LISTS, ids=lambda made: made.__name__)
def test_no_two_words_of_a_list_read_alike(made: type[words.Word]) -> None:
    """Two equal labels in one form couldn't be told apart."""
    labels = [word.label for word in made]
    assert len(set(labels)) == len(labels)


def test_every_kind_of_event_is_about_somebody() -> None:
    """The groups hold every kind once: the case, an accused, a victim or a charge."""
    assert set(words.SCOPE) == set(words.EventKind) == set(HELP)
    assert words.SCOPE["compounded"] == "case"
    assert words.SCOPE["arrested"] == words.SCOPE["acquitted"] == "accused"
    assert words.SCOPE["reported_to_special_court"] == words.SCOPE["told_of_progress"] == "victim"
    assert words.SCOPE["invoked"] == words.SCOPE["dropped"] == "charge"


def test_a_word_is_its_plain_text() -> None:
    """A row read from a database needs no conversion."""
    assert str(words.EventKind.ARRESTED) == "arrested"
    assert {"arrested": 1}[words.EventKind.ARRESTED] == 1


def test_a_misspelt_kind_is_found_at_once() -> None:
    """A rule that names a kind which doesn't exist would never hold."""
    assert words.kinds("arrested died") == {"arrested", "died"}
    with pytest.raises(ValueError, match="arested"):
        words.kinds("arested")


def test_a_refused_word_of_the_format_stays_refused() -> None:
    """Words are fixed by version 1 of the case file; these lists have this many."""
    counts = {made.__name__: len(made) for made in LISTS}
    assert (counts["Stage"], counts["Purpose"], counts["CourtKind"]) == (14, 18, 11)
    assert (counts["DisposalKind"], counts["HearingReason"], counts["Role"]) == (11, 12, 7)
