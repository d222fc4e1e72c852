"""The strategies give what they promise to the tests that lean on them."""

from __future__ import annotations

from hypothesis import given, settings

from tests.samples import strategies
from tracker.domain import words
from tracker.domain.case import Case


def _people_named(case: Case) -> set[str]:
    named = {event.accused for event in case.events} | {event.victim for event in case.events}
    return {who for who in named if who}


@settings(deadline=None, max_examples=60)
@given(strategies.cases())
def test_sound_journals_are_in_order_of_days(case: Case) -> None:
    """The days of a sound journal never go back."""
    on = [event.on for event in case.events]
    assert on == sorted(on)


@settings(deadline=None, max_examples=60)
@given(strategies.cases() | strategies.wild_cases())
def test_events_name_only_people_on_file(case: Case) -> None:
    """Neither kind of case says anything about a person who is not on file."""
    on_file = {person.label for person in case.accused} | {person.code for person in case.victims}
    assert _people_named(case) <= on_file


@settings(deadline=None, max_examples=60)
@given(strategies.cases() | strategies.wild_cases())
def test_events_about_a_person_name_one(case: Case) -> None:
    """An event of a kind that is about an accused or a victim says which."""
    for event in case.events:
        if words.SCOPE[event.kind] == "accused":
            assert event.accused
        if words.SCOPE[event.kind] == "victim":
            assert event.victim
