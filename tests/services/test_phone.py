"""What a phone is sent: every hearing at its hour, changes that update, nothing that tells."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject
from sqlalchemy import delete, update
from sqlmodel import col

from tests.services.conftest import Filed
from tests.services.offices import TODAY, in_custody, old_trial, three
from tracker.domain.case import Hearing
from tracker.services import firewall, hearings, phone
from tracker.services.office import Office, Refused
from tracker.services.phone import Feed
from tracker.store import tables

LATER = date(2026, 12, 31)
STAMP = datetime(2026, 11, 24, tzinfo=UTC)
NEW, OLD = "MUM-2026-001", "PUN-2019-014"


def send(office: Office, **asked: Any) -> Feed:
    """Make a series and remember it as sent."""
    made = phone.feed(office, TODAY, LATER, today=TODAY, **asked)
    phone.keep(office, made)
    return made


def events(feed: Feed) -> list[Any]:
    """Return the entries as another library reads them."""
    return list(vobject.readOne(phone.written(feed, STAMP).decode()).contents.get("vevent", []))


def test_every_hearing_is_at_its_instant_for_another_reader(office: Office, file_cases: Filed) -> None:
    """An hour is that hour in Kolkata; a listing without one is its whole day."""
    timed = replace(
        old_trial(), hearings=(Hearing(on=TODAY, proceeding="trial", time="14:45", advocate="asha"),)
    )
    file_cases(in_custody(), timed)
    found = {event.summary.value: event for event in events(send(office))}
    assert len(found) == 3
    evening = found[f"Court Sewree – {OLD} – other"]
    starts = evening.dtstart.value
    assert starts.astimezone(UTC) == datetime(2026, 11, 24, 9, 15, tzinfo=UTC)
    assert starts.utcoffset() == datetime(2026, 11, 24, tzinfo=ZoneInfo("Asia/Kolkata")).utcoffset()
    whole = found[f"Court Dindoshi – {NEW} – remand"]
    assert (whole.dtstart.value, whole.dtend.value) == (TODAY, TODAY + timedelta(days=1))


def test_an_entry_is_private_coded_and_reminds(office: Office, file_cases: Filed) -> None:
    """Class, status and alarm are set; nothing in the file tells an Act, a section or a person accused."""
    file_cases(*three())
    feed = send(office)
    for event in events(feed):
        assert event.contents["class"][0].value == "PRIVATE"
        assert event.status.value == "CONFIRMED"
        assert "valarm" in event.contents
        assert event.sequence.value == "0"
    said = phone.written(feed, STAMP).decode()
    assert not re.search("POCSO|BNS|ITPA|Special|Salim|child", said, re.IGNORECASE)


def test_a_move_updates_the_same_entry(office: Office, file_cases: Filed) -> None:
    """The listing keeps its UID, its SEQUENCE goes up once, and sending again raises nothing."""
    file_cases(in_custody())
    before = {entry.line.on: entry for entry in send(office, advocate="asha").entries}
    hearings.record(
        office, NEW, on=TODAY, outcome="adjourned", next_on=date(2026, 12, 7), today=TODAY, proceeding="trial"
    )
    added = {entry.line.on: entry for entry in send(office, advocate="asha").entries}
    assert added[date(2026, 12, 7)].sequence == 0
    hearings.record(
        office, NEW, on=TODAY, outcome="adjourned", next_on=date(2026, 12, 8), today=TODAY, proceeding="trial"
    )
    for _ in range(2):
        moved = {entry.line.on: entry for entry in send(office, advocate="asha").entries}
        assert moved[date(2026, 12, 8)].uid == added[date(2026, 12, 7)].uid
        assert moved[date(2026, 12, 8)].sequence == 1
        assert moved[TODAY] == before[TODAY]
        assert date(2026, 12, 7) not in moved


def test_a_vacated_date_is_cancelled_once(office: Office, file_cases: Filed) -> None:
    """What is gone is sent as cancelled, with a higher SEQUENCE, and stays so."""
    file_cases(in_custody())
    sent = {entry.line.on: entry for entry in send(office).entries}
    bail = date(2026, 11, 26)
    with office.transaction() as session:
        session.execute(delete(tables.Hearing).where(col(tables.Hearing.on) == bail))
    for _ in range(2):
        feed = send(office)
        gone = next(entry for entry in feed.entries if entry.line.on == bail)
        assert (gone.uid, gone.sequence, gone.cancelled) == (sent[bail].uid, 1, True)
        event = next(one for one in events(feed) if one.uid.value == gone.uid)
        assert event.status.value == "CANCELLED"
        assert "valarm" not in event.contents


def test_a_hearing_given_to_another_leaves_the_first_phone(office: Office, file_cases: Filed) -> None:
    """Cancelled for the one, new for the other."""
    file_cases(in_custody())
    send(office, advocate="asha")
    with office.transaction() as session:
        row = update(tables.Hearing).where(col(tables.Hearing.on) == date(2026, 11, 26))
        session.execute(row.values(advocate="bina"))
    hers = {entry.line.on: entry.cancelled for entry in send(office, advocate="asha").entries}
    assert hers == {TODAY: False, date(2026, 11, 26): True}
    assert [entry.cancelled for entry in send(office, advocate="bina").entries] == [False]


def test_another_span_cancels_nothing(office: Office, file_cases: Filed) -> None:
    """Asked for fewer days, a phone keeps what it was sent before."""
    file_cases(in_custody())
    send(office)
    fewer = phone.feed(office, TODAY, TODAY, today=TODAY)
    assert [entry.cancelled for entry in fewer.entries] == [False, False]


def test_the_same_feed_gives_the_same_bytes(office: Office, file_cases: Filed) -> None:
    """With the stamp given, nothing hangs on the clock or on chance."""
    file_cases(*three())
    feed = send(office)
    assert phone.written(feed, STAMP) == phone.written(send(office), STAMP)


def test_a_folder_has_a_series_for_each(office: Office, file_cases: Filed) -> None:
    """By advocate or by court, also one that has nothing left but a cancellation; no two of one name."""
    file_cases(*three())
    made = phone.each(office, TODAY, LATER, today=TODAY, by="advocate")
    for feed in made:
        phone.keep(office, feed)
    assert "asha" in [feed.name for feed in made]
    courts = [phone.file_name(one.name) for one in phone.each(office, TODAY, LATER, today=TODAY, by="court")]
    assert len(set(courts)) == len(courts)
    assert all("special" not in name and "pocso" not in name for name in courts)
    with office.transaction() as session:
        row = update(tables.Hearing).where(col(tables.Hearing.advocate) == "asha")
        session.execute(row.values(advocate="bina"))
    again = {feed.name: feed for feed in phone.each(office, TODAY, LATER, today=TODAY, by="advocate")}
    assert all(entry.cancelled for entry in again["asha"].entries)


def test_a_name_in_a_ref_or_a_complex_is_stopped(office: Office, file_cases: Filed) -> None:
    """Even what is typed in the wrong field doesn't reach a phone."""
    case = in_custody()
    victim = replace(case.victims[0], name="Gulabkali Kalpit")
    file_cases(replace(case, ref="GULABKALI-1", victims=(victim, *case.victims[1:])))
    content = phone.written(phone.feed(office, TODAY, LATER, today=TODAY), STAMP)
    with pytest.raises(Refused, match="SUMMARY") as refusal:
        firewall.inspect(office, "a.ics", content)
    assert "gulabkali" not in str(refusal.value).lower()
