"""Paper and phones: 10,000 hearings as a calendar, and as ICS, beside other tools on the same rows.

Beside it stand the bare canvas, typst and fpdf2: a table a board with a repeated header row, no totals, no
annexes. They are of the bench alone (`pip install .[bench]`); one that isn't there is said to be missing.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from importlib.util import find_spec
from io import BytesIO
from itertools import groupby
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from tests.bench.timing import memory, say, turns
from tests.pdf import boards
from tracker.domain.say import day
from tracker.pdf import calendar
from tracker.services import finished, phone
from tracker.services.phone import Entry, Feed
from tracker.services.sheets import Line, Sheet

HEARINGS, DAYS = 10_000, 334
_PLACES = (26, 48, 82, 182, 260, 350, 410, 520, 620)


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
        for x, said in zip(_PLACES, (*cells, line.last, line.complex), strict=True):
            canvas.drawString(x, y, said)
        canvas.line(26, y - 4, 800, y - 4)
        y -= 27
    canvas.save()
    return out.getvalue()


def _cells(number: int, line: Line) -> tuple[str, ...]:
    cells = (str(number), line.time, line.ref, line.number, line.purpose, day(line.on), line.advocate)
    return *cells, line.last, line.complex, "[ ] held [ ] part [ ] adj. [ ] not reached"


def _boards(sheet: Sheet) -> list[tuple[str, list[tuple[str, ...]]]]:
    return [
        (day(on), [_cells(n, line) for n, line in enumerate(those, 1)])
        for on, those in groupby(sheet.lines, key=lambda line: line.on)
    ]


_TYPST = """#set page("a4", flipped: true, margin: 26pt)
#set page(footer: context [page #counter(page).display("1 of 1", both: true)])
#let heads = ("Sr", "Time", "Ref", "No.", "Purpose", "Day", "Who", "Last", "Court", "Outcome")
#set text(size: 8pt)
#for board in json(bytes(sys.inputs.rows)) {
  heading(board.at(0))
  table(
    columns: 10,
    table.header(..heads.map(strong)),
    ..board.at(1).flatten()
  )
}
"""


def _typst(sheet: Sheet) -> Callable[[], object]:
    """Return what compiles the same rows by typst, a table a board."""
    import typst

    rows = json.dumps(_boards(sheet))
    return lambda: typst.compile(_TYPST.encode(), sys_inputs={"rows": rows})


def _fpdf(sheet: Sheet) -> Callable[[], object]:
    """Return what writes the same rows by fpdf2's cells, a page or more a board."""
    from fpdf import FPDF

    def run() -> object:
        made = FPDF("landscape", "pt", "A4")
        made.set_font("Helvetica", size=8)
        for head, rows in _boards(sheet):
            made.add_page()
            made.cell(0, 20, head, new_x="LMARGIN", new_y="NEXT")
            for cells in rows:
                for said in cells:
                    made.cell(76, 27, said, border=1)
                made.ln()
        return bytes(made.output())

    return run


def _beside(latin: Sheet) -> None:
    """Print our calendar beside typst and fpdf2."""
    for name, make, bar in (("typst", _typst, 1.0), ("fpdf2", _fpdf, float("inf"))):
        if find_spec(name if name == "typst" else "fpdf") is None:
            print(f"{name} is not installed: `pip install .[bench]` puts it beside")
            continue
        ours, other = turns(lambda: calendar.render(latin), make(latin), 1)
        say(f"{HEARINGS:,} hearings to PDF", ours, other, bar, name)


def measure() -> None:
    """Print what a year of boards costs in Latin and in Devanagari, and a phone's calendar of as many."""
    sheet = boards.many(HEARINGS, DAYS)
    latin = replace(
        sheet,
        lines=tuple(replace(line, complex=line.complex.replace("ठाणे", "Thane")) for line in sheet.lines),
    )
    ours, bare = turns(lambda: calendar.render(latin), lambda: _bare(latin), 3)
    say(f"{HEARINGS:,} hearings to PDF", ours, bare, 2.0, "bare canvas")
    _beside(latin)
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
