"""Two programs on one office: nothing is lost, nothing is mixed, and a wait that is too long says so."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest

from tracker.domain import words
from tracker.domain.case import Case, Event
from tracker.services import casework, testimony
from tracker.services.office import Office, Refused, open_office
from tracker.store import database

TODAY = date(2024, 9, 30)
EACH = 5


def write_on(url: str, who: str) -> None:
    """Record so many events in the same case, and file as many cases, by an office of one's own."""
    with open_office(url, user=who) as office:
        for number in range(EACH):
            on = TODAY - timedelta(days=number)
            casework.record(office, "K-1", Event(on=on, kind=words.EventKind.SEARCHED, note=who), TODAY)
            casework.add_case(office, Case(ref=f"{who}-{number}"), TODAY)


def test_what_two_write_at_once_is_all_there(office_url: str) -> None:
    """Two write into one case at the same time: every line is there once, and the chain verifies."""
    with open_office(office_url) as office:
        casework.add_case(office, Case(ref="K-1"), TODAY)
        with ThreadPoolExecutor(2) as both:
            for done in [both.submit(write_on, office_url, who) for who in ("asha", "bina")]:
                done.result()
        events = casework.show(office, "K-1", TODAY).events
        assert len(events) == 2 * EACH
        assert testimony.verify(office).ok
        assert len(testimony.entries(office)) == 1 + 4 * EACH


def test_who_waits_too_long_is_told(office_url: str) -> None:
    """While another program is in the middle of writing, a line says so, and nothing is written."""
    with open_office(office_url) as busy, busy.transaction("desk", "a long one"):
        other = Office(database.open_database(office_url, patience_ms=100))
        with other, pytest.raises(Refused, match="Another program is writing"):
            casework.add_case(other, Case(ref="K-1"), TODAY)
