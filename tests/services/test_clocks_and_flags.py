"""Clocks and flags of one case and of the office: what is kept says what a fresh computation says."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.samples.strategies import cases
from tests.services.conftest import Filed
from tests.services.offices import TODAY, in_custody, old_trial, three
from tracker.domain.case import Case
from tracker.domain.matter import known_to
from tracker.services import clocks, fresh
from tracker.services import flags as board
from tracker.services.office import Office, Refused
from tracker.services.views import DueRow

TRIALS = itertools.count(1000)
LAST = date(2026, 12, 9)


def custody(office: Office, today: date) -> DueRow:
    """Return A1's custody clock on a day."""
    rows = clocks.due(office, today, "MUM-2026-001").rows
    return next(
        row for row in rows if row.who == "A1" and row.limit.startswith("DB-") and row.status != "ended"
    )


def test_the_custody_clock_counts_the_remand_day(office: Office, file_cases: Filed) -> None:
    """Remand on 11-09-2026, ninety days with that day counted: the last day is 09-12-2026."""
    file_cases(in_custody())
    row = custody(office, TODAY)
    assert (row.starts_on, row.due_on, row.days_left, row.status) == (date(2026, 9, 11), LAST, 15, "open")
    assert row.code == "BNSS"
    assert "11-09-2026" in row.why


@pytest.mark.parametrize(
    ("day", "status", "left"),
    [(LAST - timedelta(days=1), "open", 1), (LAST, "open", 0), (LAST + timedelta(days=1), "missed", -1)],
)
def test_a_clock_is_right_on_the_days_around_its_last(
    office: Office, file_cases: Filed, day: date, status: str, left: int
) -> None:
    """The day before, the last day and the day after."""
    file_cases(in_custody())
    row = custody(office, day)
    assert (row.status, row.days_left) == (status, left)


@pytest.mark.parametrize("day", [TODAY, date(2026, 9, 12), date(2019, 5, 1), date(2021, 2, 8)])
def test_the_list_of_clocks_is_the_cases_own_clocks_by_day(
    office: Office, file_cases: Filed, day: date
) -> None:
    """The office's list holds the rows of each case, by last day, ref and person; kept or reckoned."""
    file_cases(*three())
    listed = clocks.due(office, day).rows
    one_by_one = [row for case in three() for row in clocks.due(office, day, case.ref).rows]
    assert sorted(map(repr, listed)) == sorted(map(repr, one_by_one))
    assert list(listed) == sorted(
        listed, key=lambda row: (row.due_on is None, row.due_on or date.max, row.ref, row.who)
    )


@pytest.mark.parametrize("day", [TODAY, date(2021, 2, 1)])
def test_pages_of_clocks_and_flags_are_whole(office: Office, file_cases: Filed, day: date) -> None:
    """Page by page, each clock and each flag comes once and in order."""
    file_cases(*three())
    for size in (1, 3):
        dues, cursor = list[object](), None
        while True:
            page = clocks.due(office, day, limit=size, after=cursor)
            dues += page.rows
            cursor = page.next
            if cursor is None:
                break
        assert dues == list(clocks.due(office, day).rows)
        flags, cursor = list[object](), None
        while True:
            flagged = board.flags(office, "", day, limit=size, after=cursor)
            flags += flagged.rows
            cursor = flagged.next
            if cursor is None:
                break
        assert flags == list(board.flags(office, "", day).rows)


def test_due_in_the_filter_picks_clocks_and_other_keys_pick_cases(office: Office, file_cases: Filed) -> None:
    """`due:` keeps the running clocks of those days; `lead:` keeps a lead's cases."""
    file_cases(*three())
    soon = clocks.due(office, TODAY, filter="due:<30d lead:asha").rows
    assert {row.ref for row in soon} == {"MUM-2026-001"}
    assert all(row.due_on and TODAY <= row.due_on < TODAY + timedelta(days=30) for row in soon)
    assert custody(office, TODAY) in soon
    past = clocks.due(office, TODAY, filter="due:missed").rows
    assert past
    assert {row.status for row in past} == {"missed"}
    assert not clocks.due(office, TODAY, "MUM-2026-001", "lead:bina").rows


def test_all_adds_the_limits_that_run_for_nobody(office: Office, file_cases: Filed) -> None:
    """With `all`, every limit of the law is listed, each that doesn't run with its why."""
    file_cases(*three())
    ids = {row.limit for row in clocks.due(office, TODAY, "PUN-2019-014", all=True).rows}
    assert ids == set(office.law().limit)
    quiet = [row for row in clocks.due(office, TODAY, all=True).rows if row.status.startswith("not_")]
    assert {row.ref for row in quiet} == {case.ref for case in three()}
    assert all(row.why for row in quiet)


def test_flags_come_worst_first_then_oldest(office: Office, file_cases: Filed) -> None:
    """The board's order is severity, then the day a flag counts from; each says why and how to clear it."""
    file_cases(*three())
    rows = board.flags(office, "", TODAY).rows
    ranks = ["breach", "urgent", "watch", "info"]
    keys = [(ranks.index(row.severity), row.since or date.min) for row in rows]
    assert keys == sorted(keys)
    assert all(row.why and row.cite and row.clear_by for row in rows)


def test_a_board_can_be_narrowed_and_counted(office: Office, file_cases: Filed) -> None:
    """`flag:` picks warnings, other keys pick cases, and the counts are those of the list."""
    file_cases(*three())
    rows = board.flags(office, "flag:default_bail", TODAY).rows
    assert [(row.ref, row.who, row.kind) for row in rows] == [("MUM-2026-001", "A1", "default_bail")]
    assert {row.ref for row in board.flags(office, "lead:bina -flag:incomplete", TODAY).rows} == {
        "PUN-2019-014"
    }
    counts = board.counts(office, "", TODAY)
    whole = board.flags(office, "", TODAY).rows
    assert counts == {kind: sum(row.kind == kind for row in whole) for kind in counts}
    assert sum(counts.values()) == len(whole)


@pytest.mark.parametrize("day", [TODAY, date(2021, 2, 1)])
def test_a_board_is_found_page_by_page(office: Office, file_cases: Filed, day: date) -> None:
    """Any page of the board is that page of the whole list."""
    file_cases(
        *(replace(case, ref=f"{case.ref}-{n}") for n in range(3) for case in (in_custody(), old_trial()))
    )
    whole = board.flags(office, "", day).rows
    for asked in ([0, 2, 1], [1], [len(whole) // 4, 0]):
        pages = board.Pages(office, "", day, size=4)
        assert pages.count() == len(whole)
        for number in asked:
            assert pages.page(number) == whole[number * 4 : number * 4 + 4]


def test_the_flags_of_an_earlier_day_are_those_of_then(office: Office, file_cases: Filed) -> None:
    """On a day before the last entries nothing later is known: no charge sheet, custody unwarned."""
    file_cases(old_trial())
    then = board.flags(office, "", date(2019, 4, 1)).rows
    assert "stage_stalled" not in {row.kind for row in then}
    assert all(row.since is None or row.since <= date(2019, 4, 1) for row in then)


@settings(deadline=None, max_examples=15, suppress_health_check=list(HealthCheck))
@given(case=cases(), ahead=st.integers(0, 400))
def test_what_is_listed_is_what_a_fresh_computation_gives(
    office: Office, file_cases: Filed, case: Case, ahead: int
) -> None:
    """For random journals, the kept clocks and flags read on a later day are the fresh ones."""
    bare = [replace(event, proceeding=None, court=None) for event in case.events]
    heard = [replace(hearing, proceeding=None) for hearing in case.hearings]
    case = replace(
        case, ref=f"R{next(TRIALS)}", proceedings=(), links=(), hearings=tuple(heard), events=tuple(bare)
    )
    file_cases(case)
    today = (known_to(case) or TODAY) + timedelta(days=ahead)
    with office.reading() as session:
        found = fresh.one(office, session, fresh.number_of(session, case.ref), today)
    listed = clocks.due(office, today, filter=f'"{case.ref.lower()}"').rows
    computed = tuple(row for _, row in clocks.of_case(found, office.law(), today))
    assert [row for row in listed if row.ref == case.ref] == list(computed)
    flagged = [row for row in board.flags(office, f'"{case.ref.lower()}"', today).rows if row.ref == case.ref]
    assert flagged == list(board.of_case(found, office.law(), today))


def test_too_long_a_list_is_refused(
    office: Office, file_cases: Filed, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A list that would need too many cases reckoned is refused in a line that says what to do."""
    file_cases(*three())
    monkeypatch.setattr(fresh, "MOST", 1)
    for ask in (
        lambda: clocks.due(office, date(2016, 1, 1)),
        lambda: clocks.due(office, TODAY, all=True),
        lambda: board.flags(office, "", date(2016, 1, 1)),
    ):
        with pytest.raises(Refused, match="narrow the filter"):
            ask()
