"""What is true of the flags of every journal, sound or wild."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from itertools import pairwise

from hypothesis import HealthCheck, given, settings

from tests.samples.strategies import COURT_KINDS, cases, wild_cases
from tracker.domain import flags as words
from tracker.domain.case import Case
from tracker.domain.law import law_of
from tracker.domain.reckon import reckon
from tracker.domain.shapes import Flag
from tracker.domain.words import FlagKind, Severity

LAW = law_of()
MANY = settings(deadline=None, max_examples=120, suppress_health_check=[HealthCheck.too_slow])
NAME = "Invented Nameless"


def flags_of(case: Case) -> tuple[Flag, ...]:
    """Return the flags of a case under the law as it is."""
    return reckon(case, COURT_KINDS, LAW).flags


@MANY
@given(wild_cases())
def test_no_journal_breaks_the_flags(case: Case) -> None:
    """Whatever the journal holds, its flags are of known kinds and can be read in full."""
    for flag in flags_of(case):
        assert flag.kind in set(FlagKind)
        assert flag.severity in set(Severity)
        for text in (words.why(flag, LAW), words.cite(flag, LAW), words.clear_by(flag, LAW)):
            assert text.strip()


@MANY
@given(wild_cases())
def test_windows_of_one_warning_never_overlap(case: Case) -> None:
    """Of one kind, person and limit at most one window holds on any day, and none is empty."""
    groups: dict[tuple[str, str, str | None], list[Flag]] = {}
    for flag in flags_of(case):
        assert flag.holds_until is None or flag.holds_from <= flag.holds_until
        groups.setdefault((flag.kind, flag.who, flag.limit), []).append(flag)
    for group in groups.values():
        group.sort(key=lambda flag: flag.holds_from)
        for earlier, later in pairwise(group):
            assert earlier.holds_until is not None
            assert earlier.holds_until < later.holds_from


@MANY
@given(cases())
def test_no_window_was_over_before_the_last_day_of_the_journal(case: Case) -> None:
    """What is kept answers for the last day of the journal and later ones, and holds nothing older."""
    answer = reckon(case, COURT_KINDS, LAW)
    for flag in answer.flags:
        assert answer.known_to is None or flag.holds_until is None or flag.holds_until >= answer.known_to


@MANY
@given(cases())
def test_a_name_is_never_in_a_flag(case: Case) -> None:
    """Victims' and accused persons' names on their way through leave no trace in any flag."""
    named = replace(
        case,
        victims=tuple(replace(victim, name=NAME) for victim in case.victims),
        accused=tuple(replace(accused, name=NAME) for accused in case.accused),
    )
    for flag in flags_of(named):
        assert NAME not in repr(flag)
        assert NAME not in words.why(flag, LAW) + words.clear_by(flag, LAW)


@MANY
@given(cases())
def test_facts_are_plain_words_that_a_table_can_keep(case: Case) -> None:
    """Every fact of a flag is text, so that the why can be rendered from a kept row alone."""
    for flag in flags_of(case):
        assert json.loads(json.dumps(dict(flag.facts))) == flag.facts
        assert flag.since is None or isinstance(flag.since, date)
