"""Paper and phones: 10,000 hearings as a calendar beside the bare canvas on the same rows, and as ICS."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from tests.bench.timing import memory, say, turns
from tests.pdf import boards
from tracker.domain.say import day
from tracker.pdf import calendar
from tracker.services import finished, phone
from tracker.services.phone import Entry, Feed
from tracker.services.sheets import Sheet

HEARINGS, DAYS = 10_000, 334
_CELLS = (26, 48, 82, 182, 260, 350, 410, 520, 620)


def _bare(sheet: Sheet) -> bytes:
    """Write the same rows on the bare canvas: a string a cell, a line under each row, no page heads."""
    out = BytesIO()
    canvas: Any = Canvas(out, pagesize=(842, 595), invariant=1)
    y, on = 560.0, None
    for number, line in enumerate(sheet.lines):
        if y < 40 or line.on != on:
            canvas.showPage()
            canvas.setFont("Helvetica", 8)
            y, on = 560.0, line.on
        cells = (str(number), line.time, line.ref, line.number, line.purpose, day(line.on), line.advocate)
        for x, said in zip(_CELLS, (*cells, line.last, line.complex), strict=True):
            canvas.drawString(x, y, said)
        canvas.line(26, y - 4, 800, y - 4)
        y -= 27
    canvas.save()
    return out.getvalue()


def measure() -> None:
    """Print what a year of boards costs in Latin and in Devanagari, and a phone's calendar of as many."""
    sheet = boards.many(HEARINGS, DAYS)
    latin = replace(
        sheet,
        lines=tuple(replace(line, complex=line.complex.replace("ठाणे", "Thane")) for line in sheet.lines),
    )
    ours, bare = turns(lambda: calendar.render(latin), lambda: _bare(latin), 3)
    say(f"{HEARINGS:,} hearings to PDF", ours, bare, 2.0, "bare canvas")
    marathi = replace(sheet, language="mr")
    ours, bare = turns(lambda: calendar.render(marathi), lambda: _bare(latin), 1)
    say(f"{HEARINGS:,} hearings to PDF in Marathi", ours, bare, float("inf"), "bare canvas in Latin")
    content = calendar.render(latin).content
    ours, bare = turns(lambda: list(finished.fields("a.pdf", content)), lambda: _bare(latin), 3)
    say("reading it back for the firewall", ours, bare, 1.0, "bare canvas")
    entries = tuple(Entry(uid=f"{n}@bench", sequence=0, line=line) for n, line in enumerate(latin.lines))
    feed = Feed(scope="bench", name="bench", entries=entries)
    ours, other = turns(
        lambda: phone.written(feed, datetime(2026, 11, 24, tzinfo=UTC)), lambda: _ics(latin), 1
    )
    say(f"{HEARINGS:,} hearings to ICS", ours, other, 2.0, "icalendar, the same keys")
    print(f"{'most memory so far':<44} {memory():9.0f} MB")


def _ics(sheet: Sheet) -> bytes:
    """Write as many entries of the same keys by the library alone, with nothing worked out."""
    from icalendar import Alarm, Calendar, Event

    made, stamp = Calendar(), datetime(2026, 11, 24, tzinfo=UTC)
    for number, line in enumerate(sheet.lines):
        event, alarm = Event(), Alarm()
        for key, said in (("uid", f"{number}@bench"), ("summary", line.ref), ("class", "PRIVATE")):
            event.add(key, said)
        for key, day_ in (("dtstart", line.on), ("dtend", line.on), ("dtstamp", stamp)):
            event.add(key, day_)
        for key, said in (("sequence", "0"), ("status", "CONFIRMED"), ("location", line.complex)):
            event.add(key, said)
        alarm.add("action", "DISPLAY")
        alarm.add("description", line.ref)
        alarm.add("trigger", timedelta(hours=-2))
        event.add_component(alarm)
        made.add_component(event)
    return bytes(made.to_ical())


if __name__ == "__main__":
    measure()
