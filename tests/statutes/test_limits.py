"""What must be true of every time limit, whatever its number."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from statutes import Limit
from statutes.rows import NATURES, NOT_EVENTS
from tests.statutes.limit_rows import forms, is_reckoned, limits, pairs, sunday, was_law
from tracker.domain import counting, words
from tracker.domain.journal import ALWAYS, KEYS
from tracker.domain.people import ACCUSED, VICTIM

ROWS = list(limits().values())
each_limit = pytest.mark.parametrize("limit", ROWS, ids=lambda limit: limit.id)
KINDS = {kind.value for kind in words.EventKind}
COURTS = {kind.value for kind in words.CourtKind}
LAST_OLD, FIRST_NEW = date(2024, 6, 30), date(2024, 7, 1)


def row(id_: str) -> Limit:
    """Return one limit."""
    return limits()[id_]


def test_the_ids_are_those_that_cases_and_offices_know() -> None:
    """The 126 ids are fixed for ever: kept clocks and scripts point at them."""
    listed = (Path(__file__).parent / "limit_ids.txt").read_text("utf-8").split()
    assert sorted(limits()) == listed
    assert len(listed) == 126


@each_limit
def test_starts_stops_and_ends_are_words_of_the_journal(limit: Limit) -> None:
    """Nothing starts, stops or ends a limit that an office could not record."""
    assert set(limit.starts) <= KINDS | NOT_EVENTS.keys()
    assert {*limit.stops, *limit.ends} <= KINDS
    asked = limit.applies
    assert {*asked.after, *asked.before, *asked.with_events, *asked.without_events} <= KINDS


@each_limit
def test_keys_asked_of_an_event_are_keys_that_it_may_carry(limit: Limit) -> None:
    """`by = "state"` is asked only of kinds that can say it, and only of those the row names."""
    assert set(limit.start_event) <= set(limit.starts)
    assert set(limit.stop_event) <= set(limit.stops)
    assert set(limit.start_courts) <= set(limit.starts)
    for kind, keys in [*limit.start_event.items(), *limit.stop_event.items()]:
        assert set(keys) <= {*KEYS[kind], *ALWAYS}


@each_limit
def test_the_words_of_a_row_are_in_their_closed_lists(limit: Limit) -> None:
    """Unit, person, step, nature and party are words that the program knows."""
    assert limit.unit in {"hours", "days", "working_days", "months", "years", "count", "share", "none"}
    assert limit.on in {"case", "accused", "victim", "hearing", "person"}
    assert limit.step in {"investigation", "trial", "appeal", "application", "any"}
    assert limit.start_choice in {"first", "last", "each"}
    assert limit.stop_choice in {"any", "all"}
    assert limit.closed_day in {"next_open", "runs"}
    parties = "police prosecution court defence victim welfare government hospital other"
    assert limit.party in parties.split()
    assert limit.nature in NATURES
    assert limit.act
    assert limit.signed_off == ""


@each_limit
def test_conditions_use_words_that_the_clocks_can_answer(limit: Limit) -> None:
    """A condition on people, courts or facts is one that the domain has a test for."""
    for asked in (limit.applies, *(variant.applies for variant in limit.variants)):
        assert set(asked.victim) <= VICTIM.keys()
        assert set(asked.not_victim) <= VICTIM.keys()
        assert set(asked.accused) <= ACCUSED.keys()
        assert {*asked.courts, *asked.not_courts} <= COURTS
        assert set(asked.facts) <= {fact.value for fact in words.FactWord}
        assert asked.words or asked == limit.applies
    assert {court for courts in limit.start_courts.values() for court in courts} <= COURTS


@each_limit
def test_a_row_can_be_read_by_a_lawyer(limit: Limit) -> None:
    """Every row says in one sentence what must be done, cites its law, and says what follows."""
    assert limit.says.endswith(".")
    assert "TBD" not in limit.says
    for text in (limit.cite, limit.who_must_act, limit.consequence, limit.extension, limit.source):
        assert text.strip()
        assert "as above" not in text.lower()


@each_limit
def test_a_number_stands_in_the_sentence(limit: Limit) -> None:
    """The sentence gives the number, so that nobody has to trust the program for it."""
    said = limit.says.replace("half", "1 2").replace("third", "3").replace("3 weeks", "21")
    for variant in forms(limit):
        number = limit.number if variant is None else variant.number
        if number is not None:
            assert str(number) in said


@each_limit
def test_only_rows_without_a_start_say_why_not(limit: Limit) -> None:
    """A limit starts from something on file, or says why nothing on file can start it."""
    assert bool(limit.starts) != bool(limit.not_started_why)


def test_limits_that_nothing_starts_are_the_six_known_ones() -> None:
    """They run from nothing that an office records: listed, never started."""
    assert {limit.id for limit in ROWS if not limit.starts} == {
        "ITPA-7-5-90D",
        "ITPA-20-REMOVE-7D",
        "ITPA-22A-SPECIAL",
        "CHILDTRAFF-6M",
        "TRANSFER-24H",
        "FTSC-TARGET",
    }


@each_limit
def test_a_reckoned_limit_has_a_worked_example_for_each_of_its_numbers(limit: Limit) -> None:
    """What the program computes, a person has computed first."""
    if is_reckoned(limit):
        shown = {example.variant for example in limit.examples}
        assert shown == {None, *range(1, len(limit.variants) + 1)}


@each_limit
def test_examples_come_true(limit: Limit) -> None:
    """The days worked out by hand are the days that the program counts."""
    for example in limit.examples:
        variant = limit.variants[example.variant - 1] if example.variant else None
        found = counting.count(limit, example.event, example.time, sunday, variant, example.max_months)
        assert found.due_on == example.due
        assert found.due_at == example.due_at
        assert found.outer_on == example.outer
        assert found.not_before == example.not_before


@each_limit
def test_examples_with_a_copy_come_true(limit: Limit) -> None:
    """The days for the certified copy are added, and only Limitation Act rows have them."""
    for example in limit.examples:
        if example.copy is not None:
            assert limit.copy_time_out
            applied = example.event + timedelta(days=1)
            ready = example.event + timedelta(days=example.copy)
            assert counting.with_copy(limit, example.event, applied, ready, sunday) == example.with_copy


@each_limit
def test_what_never_rests_is_never_extended(limit: Limit) -> None:
    """Custody, hours, police and hospitals run through closed days; Limitation Act rows do not."""
    if limit.unit in {"hours", "share", "working_days"} or limit.party in {"police", "hospital"}:
        assert limit.closed_day == "runs" or limit.pair == "COGN-LIM"
    if limit.copy_time_out:
        assert limit.closed_day == "next_open"


@each_limit
def test_the_code_and_its_days_agree(limit: Limit) -> None:
    """A CrPC row is law up to 30-06-2024 and saved; a BNSS row from 01-07-2024."""
    assert limit.code == "CrPC" or not limit.saved
    if limit.code == "BNSS":
        assert (limit.from_, limit.until) == (FIRST_NEW, None)
    if limit.code == "CrPC":
        assert limit.until is not None
        assert limit.until <= LAST_OLD
        assert limit.saved == (limit.until == LAST_OLD)
    assert limit.until is None or limit.until >= limit.from_


@pytest.mark.parametrize(
    ("pair", "old", "new"),
    [
        ("ADJ", "ADJ-CRPC", "ADJ-2-BNSS"),
        ("COMMIT", "COMMIT-CRPC", "COMMIT-90-BNSS"),
        ("COPIES", "COPIES-CRPC", "COPIES-14D-BNSS"),
        ("JUDG", "JUDG-CRPC", "JUDG-30-45-BNSS"),
        ("JUDG", "JUDG-CRPC", "JUDG-45-BNSS"),
        ("MED-RPT", "MED-RPT-CRPC", "MED-RPT-7D-BNSS"),
    ],
)
def test_pairs_that_their_names_hide_are_joined(pair: str, old: str, new: str) -> None:
    """Rows of the same duty share a key even where their ids differ."""
    assert {old, new} <= set(pairs()[pair])


def test_every_crpc_row_has_its_bnss_row() -> None:
    """No duty of the old code is left without the new code's row, and same-named rows are pairs."""
    joined = {id_ for ids in pairs().values() for id_ in ids}
    assert {limit.id for limit in ROWS if limit.code == "CrPC"} <= joined
    for limit in ROWS:
        twin = limit.id.removesuffix("-CRPC") + "-BNSS"
        if limit.id.endswith("-CRPC") and twin in limits():
            assert limits()[twin].pair == limit.pair


def test_an_old_and_a_new_row_of_a_pair_were_never_law_on_one_day() -> None:
    """No day has both numbers; two rows of one code part by court or by period."""
    for ids in pairs().values():
        rows = [row(id_) for id_ in ids]
        for one in rows:
            for other in rows:
                if one.code != other.code and one.from_ < other.from_:
                    assert one.until is not None
                    assert one.until < other.from_


def test_pairs_start_on_the_same_person() -> None:
    """The two codes' rows of a duty are about the same person and act in the same step."""
    for pair, ids in pairs().items():
        assert len({(row(id_).on, row(id_).step) for id_ in ids}) == 1, pair


def test_the_list_of_limits_changes_with_the_codes() -> None:
    """On 30-06-2024 the CrPC's rows are law, on 01-07-2024 the BNSS's; the special Acts' on both."""
    before = {limit.id for limit in ROWS if was_law(limit, LAST_OLD)}
    after = {limit.id for limit in ROWS if was_law(limit, FIRST_NEW)}
    assert before - after == {limit.id for limit in ROWS if limit.saved}
    assert after - before == {limit.id for limit in ROWS if limit.code == "BNSS"}
    assert (len(before), len(after), len(before & after)) == (73, 100, 49)
    assert {"DB-60-CRPC", "JUDG-CRPC"} <= before - after
    assert {"DB-60-BNSS", "JUDG-30-45-BNSS", "VICTIM-PROGRESS-90D"} <= after - before


@pytest.mark.parametrize("code", ["CRPC", "BNSS"])
def test_custody_clocks_count_the_day_of_remand_and_no_holiday(code: str) -> None:
    """Sixty days from 21-09-2019 end on 19-11-2019, ninety on 19-12-2019."""
    for number, last in ((60, date(2019, 11, 19)), (90, date(2019, 12, 19))):
        limit = row(f"DB-{number}-{code}")
        assert counting.count(limit, date(2019, 9, 21), None, sunday).due_on == last
        assert (limit.applies.band, limit.applies.not_acts) == (number, ("MCOCA",))
        assert limit.ends[:2] == ("bail_granted", "default_bail_granted")


def test_an_organised_crime_charge_has_its_own_custody_row() -> None:
    """Ninety days, at most 180, in place of the other rows whatever the band."""
    limit = row("DB-MCOCA-90")
    assert (limit.number, limit.outer_number, limit.code) == (90, 180, "MCOCA")
    assert limit.applies.acts == ("MCOCA",)


def test_the_magistrates_list_of_sexual_offences_does_not_hold_trafficking() -> None:
    """IPC 370 and BNS 143 are not in the list; sections without rows are kept as numbers."""
    old, new = row("STMT-MAG-CRPC").applies, row("STMT-MAG-BNSS").applies
    assert not [id_ for id_ in (*old.provisions, *new.provisions) if "-370" in id_ or "-143" in id_]
    assert old.sections == ("IPC 376B",)
    assert new.sections == ("BNS 67", "BNS 124")
    assert (old.or_band, new.or_band) == (None, 90)


def test_judgment_is_thirty_days_for_sessions_and_forty_five_for_magistrates() -> None:
    """The two BNSS rows part by court, so that no case has both."""
    sessions, magistrate = row("JUDG-30-45-BNSS"), row("JUDG-45-BNSS")
    assert (sessions.number, sessions.outer_number, magistrate.number) == (30, 45, 45)
    assert not set(sessions.applies.courts) & set(magistrate.applies.courts)


def test_an_appeal_is_answered_only_by_the_one_whose_clock_it_is() -> None:
    """A State appeal does not answer A1's own clock, nor the victim's."""
    wanted = {
        "APP-HC-60": "accused",
        "APP-SESS-30": "accused",
        "APP-DEATH-30": "accused",
        "ABSENTIA-APP-3Y": "accused",
        "APP-STATE-ACQ-90": "state",
        "APP-STATE-SENT": "state",
        "APP-VICTIM": "victim",
    }
    assert {id_: row(id_).stop_event["appeal_filed"]["by"] for id_ in wanted} == wanted


def test_the_victims_appeal_has_no_number_in_law() -> None:
    """The ninety days shown are a warning, and the row says that the courts are split."""
    limit = row("APP-VICTIM")
    assert (limit.nature, limit.number) == ("contested", 90)
    assert "no number" in limit.says


def test_waits_are_not_last_days() -> None:
    """Proclamation and trial in absentia must wait: thirty days, and ninety clear ones."""
    wait = counting.count(row("PROCL-30D-BNSS"), date(2025, 1, 31), None, sunday)
    clear = counting.count(row("ABSENTIA-90D"), date(2024, 10, 1), None, sunday)
    assert (wait.due_on, wait.not_before) == (None, date(2025, 3, 2))
    assert (clear.due_on, clear.not_before) == (None, date(2024, 12, 31))


def test_rules_not_covered_do_not_reach_back() -> None:
    """The POCSO Rules of 2020 say nothing of days before 09-03-2020."""
    rules = [limit for limit in ROWS if limit.id.startswith("POCSO-R")]
    assert len(rules) == 6
    assert {limit.from_ for limit in rules} == {date(2020, 3, 9)}


def test_what_follows_other_limits_names_limits() -> None:
    """A hold that ends with the appeal periods names rows that exist."""
    for limit in ROWS:
        assert set(limit.follows) <= limits().keys()
