"""Hearings for a phone: one calendar file (RFC 5545) for a person or a court, that updates what it sent.

A phone's lock screen is read by others: a title is court, ref and neutral purpose, "Court 11 Dindoshi –
A-014 – evidence"; nothing names a victim, a section or an accused, and every entry is private (s. 3.8.1.3).

A listing keeps its UID for as long as it is followed. When it moves, its SEQUENCE goes up and the phone
moves the entry; when it is gone, or goes to somebody else, it is sent once more as cancelled (s. 3.8.7.4,
3.8.1.11). So what was sent is remembered, by series: one for each advocate, court and filter. A listing
without an hour is an entry for the whole day, for nobody knows when it will be called.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event
from sqlalchemy import delete
from sqlmodel import col, select

from tracker.services import audit, prints, sheets
from tracker.services.office import Office
from tracker.services.sheets import Line, court_label
from tracker.services.sheetwords import WORDS
from tracker.store import listing, matching
from tracker.store.office_tables import Issued

KOLKATA = ZoneInfo("Asia/Kolkata")
REMEMBERED = timedelta(days=31)
"""So long after its day an entry is followed no more."""
FOLLOWED = timedelta(days=730)
"""So far ahead an entry that was sent is looked for when it has moved."""
LASTS = timedelta(hours=1)
_WORDS = WORDS["en"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a phone's calendar."""

    uid: str
    sequence: int
    line: Line
    cancelled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A series as it stands now; `keep` remembers it once the file is out."""

    scope: str
    name: str
    entries: tuple[Entry, ...]


def feed(
    office: Office,
    first: date,
    last: date,
    *,
    today: date,
    advocate: str | None = None,
    court: str | None = None,
    filter: str = "",
) -> Feed:
    """Return what a phone should hold: the span's listings, and what became of those sent before."""
    scope = scope_of(office, advocate, court, filter)
    sent = _sent(office, scope, today)
    begins = min([first, *(row.on for row in sent if row.on)])
    ends = max(last, today + FOLLOWED) if sent else last
    lines = sheets.listings(office, begins, ends, today=today, advocate=advocate, court=court, filter=filter)
    pairs, gone, new = prints.matched(sent, lines)
    entries = [_followed(row, line) for row, line in pairs]
    entries += [_cancelled(row) for row in gone]
    entries += [
        Entry(uid=_uid(scope, line), sequence=0, line=line) for line in new if first <= line.on <= last
    ]
    name = advocate or (
        court_label(lines[0].court, lines[0].room, lines[0].complex, _WORDS) if court and lines else "office"
    )
    return Feed(scope=scope, name=name, entries=tuple(sorted(entries, key=_order)))


def written(feed: Feed, stamp: datetime) -> bytes:
    """Return the file. `stamp` is when it was made, in UTC; the same feed and stamp give the same bytes."""
    calendar = Calendar()
    calendar.add("prodid", "-//prosecution-tracker//hearings//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", f"Hearings {feed.name}")
    calendar.add("x-wr-timezone", "Asia/Kolkata")
    for entry in feed.entries:
        calendar.add_component(_event(entry, stamp))
    if any(entry.line.time for entry in feed.entries):
        calendar.add_missing_timezones(first_date=date(2020, 1, 1), last_date=date(2040, 1, 1))
    return bytes(calendar.to_ical(sorted=False))


def keep(office: Office, feed: Feed) -> None:
    """Remember what the phone is sent; the audit says who sent it. Raises Refused."""
    with office.transaction("export", f"phone calendar of {len(feed.entries)} hearings") as session:
        cases = listing.cases_of(session, {entry.line.ref for entry in feed.entries if not entry.cancelled})
        audit.of(session).about(number for number, _ in cases.values())
        session.execute(delete(Issued).where(col(Issued.scope) == feed.scope))
        for at, entry in enumerate(feed.entries):
            row = prints.row_of(feed.scope, 0, at, entry.line)
            row.uid, row.sequence, row.cancelled = entry.uid, entry.sequence, entry.cancelled
            session.add(row)


def scope_of(office: Office, advocate: str | None, court: str | None, filter: str) -> str:
    """Return the name of a series."""
    said = json.dumps([advocate.lower() if advocate else None, court, " ".join(filter.split())])
    return f"{prints.series(office, 'phone')}:{hashlib.sha256(said.encode()).hexdigest()[:24]}"


def file_name(name: str) -> str:
    """Return a file name for a series: "court-11-dindoshi.ics"."""
    return (re.sub(r"[^\w]+", "-", name.lower()).strip("-") or "hearings") + ".ics"


def summary(line: Line) -> str:
    """Return the coded title of an entry."""
    place = court_label(line.court, line.room, line.complex, _WORDS).replace(", ", " ")
    return f"{place} – {line.ref} – {_WORDS.get(line.purpose, line.purpose)}"


def _sent(office: Office, scope: str, today: date) -> list[Issued]:
    with office.reading() as session:
        query = select(Issued).where(col(Issued.scope) == scope, col(Issued.on) >= today - REMEMBERED)
        return list(session.exec(query.order_by(col(Issued.seq))).all())


def _facts(one: Issued | Line) -> tuple[object, ...]:
    return one.on, one.time or "", one.court or "", one.purpose


def _followed(row: Issued, line: Line) -> Entry:
    moved = row.cancelled or _facts(row) != _facts(line)
    return Entry(uid=row.uid or "", sequence=row.sequence + moved, line=line)


def _cancelled(row: Issued) -> Entry:
    room, _, complex_ = (row.place or "|").partition("|")
    assert row.on is not None
    line = replace(
        _BLANK,
        on=row.on,
        time=row.time or "",
        ref=row.ref or "",
        hearing=row.hearing or 0,
        proceeding=row.proceeding or "",
        court=row.court or "",
        room=room,
        complex=complex_,
        purpose=row.purpose or "other",
        advocate=row.advocate or "",
    )
    sequence = row.sequence + (not row.cancelled)
    return Entry(uid=row.uid or "", sequence=sequence, line=line, cancelled=True)


_BLANK = Line(
    on=date.min,
    time="",
    ref="",
    hearing=0,
    proceeding="",
    court="",
    room="",
    complex="",
    number="",
    purpose="other",
    rank=0,
    advocate="",
    previous=None,
    adjournments=0,
    last="",
    notes=(),
    clash=False,
    way=False,
)


def _uid(scope: str, line: Line) -> str:
    said = f"{scope}|{line.ref}|{line.proceeding}|{line.on}|{line.hearing}"
    return f"{hashlib.sha256(said.encode()).hexdigest()[:32]}@prosecution-tracker"


def _order(entry: Entry) -> tuple[object, ...]:
    return entry.line.on, entry.line.time or "99", entry.line.ref, entry.uid


def _event(entry: Entry, stamp: datetime) -> Event:
    line, event = entry.line, Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", stamp)
    event.add("sequence", entry.sequence)
    event.add("summary", summary(line))
    event.add("class", "PRIVATE")
    event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    if line.complex:
        event.add("location", line.complex)
    if line.time:
        starts = datetime.combine(line.on, time.fromisoformat(line.time), KOLKATA)
        event.add("dtstart", starts)
        event.add("dtend", starts + LASTS)
    else:
        event.add("dtstart", line.on)
        event.add("dtend", line.on + timedelta(days=1))
    if entry.cancelled:
        event.add("transp", "TRANSPARENT")
    else:
        event.add_component(_alarm(line))
    return event


def _alarm(line: Line) -> Alarm:
    """Remind two hours before, or at six in the evening before a day without an hour."""
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", summary(line))
    alarm.add("trigger", timedelta(hours=-2) if line.time else timedelta(hours=-6))
    return alarm


def each(
    office: Office,
    first: date,
    last: date,
    *,
    today: date,
    by: str,
    advocate: str | None = None,
    court: str | None = None,
    filter: str = "",
) -> list[Feed]:
    """Return a series for each advocate, or each court, that is listed in the span or was sent one before.

    No two have the same name, for each is to be a file.
    """
    lines = sheets.listings(office, first, last, today=today, advocate=advocate, court=court, filter=filter)
    with office.reading() as session:
        sent = set(session.exec(select(Issued.scope).distinct()).all())
        known = {*listing.all_advocates(session), *matching.leads(session)}
        keys = {*listing.court_keys(session)}
    asked: list[tuple[str | None, str | None]]
    if by == "court":
        here = {line.court for line in lines if line.court}
        asked = [
            (advocate, key) for key in keys if key in here or scope_of(office, advocate, key, filter) in sent
        ]
    else:
        here = {line.advocate for line in lines if line.advocate}
        asked = [
            (name, court) for name in known if name in here or scope_of(office, name, court, filter) in sent
        ]
    made: list[Feed] = []
    for name, key in sorted(asked, key=str):
        one = feed(office, first, last, today=today, advocate=name, court=key, filter=filter)
        same = sum(file_name(other.name.rstrip(" 0123456789")) == file_name(one.name) for other in made)
        made.append(replace(one, name=f"{one.name} {same + 1}") if same else one)
    return made
