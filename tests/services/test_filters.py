"""The filter language: what is asked, and what is refused by name."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.services import filters
from tracker.services.filters import Filter, Term
from tracker.services.office import Refused
from tracker.store.matching import Ask

TODAY = date(2026, 11, 24)


def test_the_example_of_the_contract_is_read() -> None:
    """The filter that the documents show reads as its six parts."""
    asked = filters.parse(
        "stage:prosecution_evidence court:sewree due:<7d minor:yes flag:default_bail -stage:stayed"
    )
    assert asked.terms == (
        Term("stage", "prosecution_evidence"),
        Term("court", "sewree"),
        Term("due", "<7d"),
        Term("minor", "yes"),
        Term("flag", "default_bail"),
        Term("stage", "stayed", negated=True),
    )


def test_words_and_phrases_are_looked_for_as_they_are() -> None:
    """A plain word, a phrase in quotes, a phrase with a colon in it, and a word left out."""
    assert filters.parse('malvani "salim sheikh" "a:b" -rao').terms == (
        Term("", "malvani"),
        Term("", "salim sheikh"),
        Term("", "a:b"),
        Term("", "rao", negated=True),
    )


def test_a_value_may_hold_spaces_in_quotes() -> None:
    """A station of two words is one value."""
    assert filters.parse('station:"Malvani East"').terms == (Term("station", "Malvani East"),)


def test_words_of_closed_lists_are_read_in_any_case_and_several() -> None:
    """A person may write POCSO small, a stage with a hyphen, and several stages with commas."""
    assert str(filters.parse("Stage:FIR,Charge-Sheet act:pocso code:bnss")) == (
        "stage:fir,charge_sheet act:POCSO code:BNSS"
    )


def test_a_semicolon_has_no_meaning() -> None:
    """A semicolon parts nothing and runs nothing: it is a letter of its word."""
    assert filters.parse("a;b").terms == (Term("", "a;b"),)
    with pytest.raises(Refused, match="'fir;'"):
        filters.parse("stage:fir; lead:asha")


def test_days_are_reckoned_from_the_day_given() -> None:
    """What the store looks for carries days, not words."""
    assert filters.asks("due:<7d hearing:none since:>90d since:2026-01-01 lead:Asha", TODAY) == (
        Ask("due", False, (), TODAY, date(2026, 11, 30), TODAY),
        Ask("hearing", False, ("none",), today=TODAY),
        Ask("since", False, (), None, date(2026, 8, 25), TODAY),
        Ask("since", False, (), date(2026, 1, 1), None, TODAY),
        Ask("lead", False, ("asha",), today=TODAY),
    )


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("stge:fir", "did you mean stage:?"),
        ("colour:red", "known: stage:, flag:, court:, lead:, act:, minor:, due:, hearing:"),
        ("stage:", "stage: wants a value"),
        ("stage:trial", "stage: has no 'trial'; known: reported, fir,"),
        ("act:XYZ", "known: IPC, BNS, ITPA"),
        ("due:soon", "'soon' is not a day"),
        ("hearing:31-02-2026", "no day '31-02-2026' in the calendar"),
        ('"open', "quotation mark is not closed"),
        ('""', "asks for nothing"),
        ("minor:maybe", "known: yes, no, pending"),
    ],
)
def test_what_is_not_known_is_refused_by_name(text: str, says: str) -> None:
    """A filter that can't be read whole is refused in a line that names the slip."""
    with pytest.raises(Refused) as refusal:
        filters.parse(text)
    assert len(refusal.value.faults) == 1
    assert says in refusal.value.faults[0]


def test_every_fault_is_named_at_once() -> None:
    """Two slips give two lines."""
    with pytest.raises(Refused) as refusal:
        filters.parse("stge:fir due:soon")
    assert len(refusal.value.faults) == 2


def test_an_empty_filter_asks_nothing() -> None:
    """Nothing typed is everything asked."""
    assert filters.parse("  ") == Filter()


def test_every_key_has_a_line_of_help_and_an_example() -> None:
    """Each key's help shows the key in use, or its words."""
    for key, line in filters.KEYS.items():
        assert f"{key}:" in line or key == "minor"


def test_a_half_typed_word_is_completed() -> None:
    """Keys first, then the words of the key's list, also behind a comma or a minus."""
    assert filters.complete("sta") == ["stage:", "station:"]
    assert filters.complete("lead:asha -stage:st") == ["stayed"]
    assert filters.complete("stage:fir,ch") == ["charge_sheet", "charges_framed"]
    assert filters.complete("lead:a", leads=("asha", "bina")) == ["asha"]


TERMS = st.one_of(
    st.builds(Term, st.just(""), st.text(min_size=1).filter(str.strip), st.booleans()),
    st.builds(
        Term, st.sampled_from(["court", "lead", "tag", "station"]), st.text(min_size=1).filter(str.strip)
    ),
    st.builds(Term, st.just("stage"), st.sampled_from(["fir", "closed,stayed"]), st.booleans()),
    st.builds(
        Term, st.just("due"), st.sampled_from(["<7d", "missed", "today..+2w", "24-11-2026"]), st.booleans()
    ),
)


@settings(deadline=None, max_examples=200)
@given(st.lists(TERMS, max_size=5).map(tuple))
def test_a_printed_filter_reads_back_as_the_same(terms: tuple[Term, ...]) -> None:
    """Whatever was asked, its print asks the same."""
    assert filters.parse(str(Filter(terms))).terms == terms


@settings(deadline=None, max_examples=200)
@given(st.text(alphabet=st.sampled_from('ab:-";,\\ <.1d'), max_size=12))
def test_any_text_is_read_or_refused(text: str) -> None:
    """No text makes the reader fall over, and what is read survives its print."""
    try:
        asked = filters.parse(text)
    except Refused:
        return
    assert filters.parse(str(asked)) == asked
