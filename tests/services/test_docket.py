"""The docket: every key of the filter, every order, pages that are whole."""

from __future__ import annotations

import itertools
import sys
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.services.conftest import Filed
from tests.services.offices import TODAY, event, in_custody, old_trial, three
from tracker.domain.case import Case, Hearing
from tracker.services import docket
from tracker.services.office import Office, Refused
from tracker.store import matching

NEW, OLD, BARE = "MUM-2026-001", "PUN-2019-014", "THA-2015-003"


def refs(office: Office, text: str, today: date = TODAY) -> list[str]:
    """Return the refs that a filter finds."""
    return [row.ref for row in docket.page(office, text, today).rows]


FOUND = [
    ("", [NEW, OLD, BARE]),
    ("mum-2026", [NEW]),
    ("412/2026", [NEW]),
    ("mhcc0500", [NEW]),
    ("malvani", [NEW]),
    ('"salim sheikh"', [NEW]),
    ("-malvani", [OLD, BARE]),
    ("100%", []),
    ("stage:prosecution_evidence,closed", [OLD, BARE]),
    ("-stage:closed", [NEW, OLD]),
    ("flag:default_bail", [NEW]),
    ("flag:incomplete -flag:default_bail", [BARE]),
    ("court:dindoshi", [NEW]),
    ("court:sewree", [NEW, OLD]),
    ("lead:ASHA", [NEW]),
    ("lead:none", [BARE]),
    ("-lead:asha", [OLD, BARE]),
    ("lead:nobody", []),
    ("act:POCSO,ITPA", [NEW, OLD]),
    ("act:IT", []),
    ("minor:yes", [NEW]),
    ("minor:no", [OLD]),
    ("minor:pending", [NEW]),
    ("due:<30d", [NEW]),
    ("due:09-12-2026", [NEW]),
    ("hearing:today", [NEW]),
    ("hearing:today..+14d", [NEW, OLD]),
    ("hearing:none", [BARE]),
    ("tag:home-based", [NEW]),
    ("station:malvani", [NEW]),
    ('station:"malvani east"', [NEW]),
    ("code:CrPC", [OLD, BARE]),
    ("code:BNSS", [NEW]),
    ("since:>1y", [OLD, BARE]),
    ("since:2026-01-01", [NEW]),
    ("lead:asha minor:yes hearing:today", [NEW]),
    ("lead:asha lead:bina", []),
]


def test_a_filter_finds_what_it_asks(office: Office, file_cases: Filed) -> None:
    """Each key finds the cases it asks for, and the count agrees."""
    file_cases(*three())
    said = [(text, refs(office, text), docket.count(office, text, TODAY)) for text, _ in FOUND]
    assert said == [(text, found, len(found)) for text, found in FOUND]


def test_a_row_says_where_the_case_stands(office: Office, file_cases: Filed) -> None:
    """Stage, days in it, what is awaited, the next hearing and the flags of today."""
    file_cases(in_custody())
    row = docket.page(office, "", TODAY).rows[0]
    assert (row.stage, row.stage_since, row.days_in_stage) == ("fir", date(2026, 9, 10), 75)
    assert (row.waiting_for, row.next_hearing, row.lead) == ("charge_sheet_filed", TODAY, "asha")
    assert "default_bail" in row.flags
    assert len(set(row.flags)) == len(row.flags)


def test_a_lead_is_found_whatever_the_capitals(office: Office, file_cases: Filed) -> None:
    """Also where small letters begin otherwise than the name does: a dotted I, the sign of the kelvin."""
    names = ("karan", "KARAN", "\u212aaran", "kara", "\u0130nci", "inci", "\u00c5sa", "7th floor")
    file_cases(*(Case(ref=f"X-{number}", lead=name) for number, name in enumerate(names)))
    asked = {
        name: refs(office, f'lead:"{name}"')
        for name in ("Karan", "\u0130nci", "Inci", "\u00e5SA", "7TH Floor")
    }
    assert asked == {
        "Karan": ["X-0", "X-1", "X-2"],
        "\u0130nci": ["X-4"],
        "Inci": ["X-5"],
        "\u00e5SA": ["X-6"],
        "7TH Floor": ["X-7"],
    }


def test_every_letter_that_small_letters_make_ascii_is_looked_under() -> None:
    """No capital of any script is left out of the walk over the leads of a first letter."""
    letters = [chr(number) for number in range(sys.maxunicode + 1)]
    missed = [
        one for one in letters if (small := one.lower()[0]).isascii() and one not in matching.initials(small)
    ]
    assert missed == []


def test_an_earlier_day_shows_the_case_as_it_stood(office: Office, file_cases: Filed) -> None:
    """Asked of a day before the last entries, the list shows and finds the stage of that day."""
    file_cases(*three())
    day = date(2019, 5, 10)
    assert refs(office, "stage:charge_sheet", day) == [OLD]
    assert refs(office, "stage:prosecution_evidence", day) == []
    assert docket.count(office, "stage:charge_sheet", day) == 1
    row = next(row for row in docket.page(office, "", day).rows if row.ref == OLD)
    assert (row.stage, row.stage_since, row.days_in_stage) == ("charge_sheet", date(2019, 5, 2), 8)


def test_a_filter_that_cant_be_read_is_refused(office: Office) -> None:
    """An unknown key, order or cursor is refused in a line."""
    for wrong in ({"filter": "stge:fir"}, {"order": "age"}, {"order": "lead", "after": "x"}):
        with pytest.raises(Refused):
            docket.page(office, **{"filter": "", "today": TODAY} | wrong)  # type: ignore[arg-type]


def many(spread: list[tuple[int, int, int]]) -> list[Case]:
    """Return cases whose lead, stage day and next hearing vary or are missing."""
    cases = []
    for number, (lead, since, ahead) in enumerate(spread):
        hearings = (Hearing(on=TODAY + timedelta(days=ahead)), Hearing(on=TODAY + timedelta(days=ahead + 3)))
        cases.append(
            Case(
                ref=f"R{number:03}",
                lead=None if lead == 0 else f"lead{lead}",
                events=(event(date(2020, 1, since), "fir_registered"),) if since else (),
                hearings=hearings if ahead >= 0 else (),
            )
        )
    return cases


TRIALS = itertools.count(1000)
SPREAD = st.lists(st.tuples(st.integers(0, 2), st.integers(0, 3), st.integers(-1, 2)), max_size=12)


@settings(deadline=None, max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(spread=SPREAD, size=st.integers(1, 4), today=st.sampled_from([TODAY, date(2020, 1, 2)]))
@pytest.mark.parametrize("order", docket.ORDERS)
@pytest.mark.parametrize("descending", [False, True])
def test_pages_are_whole_and_never_repeat(
    office: Office,
    file_cases: Filed,
    order: str,
    descending: bool,
    spread: list[tuple[int, int, int]],
    size: int,
    today: date,
) -> None:
    """Walked forwards or backwards, the pages hold each case once, in the same order."""
    prefix = f"X{next(TRIALS)}-"
    file_cases(*(replace(case, ref=prefix + case.ref) for case in many(spread)))
    how = {"order": order, "descending": descending}
    text = prefix.lower()
    whole = [row.ref for row in docket.page(office, text, today, limit=None, **how).rows]  # type: ignore[arg-type]
    assert sorted(whole) == [f"{prefix}R{number:03}" for number in range(len(spread))]
    forwards, cursor = list[str](), None
    while True:
        page = docket.page(office, text, today, limit=size, after=cursor, **how)  # type: ignore[arg-type]
        forwards += [row.ref for row in page.rows]
        cursor = page.next
        if cursor is None:
            break
    assert forwards == whole


@pytest.mark.parametrize("order", docket.ORDERS)
@pytest.mark.parametrize("today", [TODAY, date(2020, 1, 2)])
def test_a_screen_finds_any_page_from_anywhere(
    office: Office, file_cases: Filed, order: str, today: date
) -> None:
    """The first page, the last, one in the middle and its neighbours are those of the whole list."""
    file_cases(*many([(n % 3, n % 4, n % 4 - 1) for n in range(23)]))
    whole = [row.ref for row in docket.page(office, "", today, limit=None, order=order).rows]
    for asked in ([0, 5, 4, 3, 2], [3, 2, 4], [1, 0, 2], [5, 0], [9]):
        pages = docket.Pages(office, "", today, order=order, size=4)
        assert pages.count() == 23
        for number in asked:
            assert [row.ref for row in pages.page(number)] == whole[number * 4 : number * 4 + 4]


def test_a_late_entry_does_not_hide_a_case(office: Office, file_cases: Filed) -> None:
    """A slip of the year, an entry dated 2062, leaves the case in the lists of today."""
    slip = replace(old_trial(), events=(*old_trial().events, event(date(2062, 1, 1), "closed")))
    file_cases(slip)
    assert refs(office, "stage:prosecution_evidence") == [OLD]
    assert refs(office, "stage:closed") == []
