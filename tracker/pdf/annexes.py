"""What stands behind the boards: no next date, clocks that end soon, clashes, changes since the last copy."""

from __future__ import annotations

from collections.abc import Mapping

from tracker.domain.say import day
from tracker.pdf.fonts import BOLD
from tracker.pdf.tables import Column, Flow, Table
from tracker.services.sheets import Sheet, court_label


def all_of(flow: Flow, sheet: Sheet, words: Mapping[str, str], size: float) -> None:
    """Write annexes A to D; of a supplementary sheet D alone. An empty one says "none"."""
    if not sheet.supplement:
        _waiting(flow, sheet, words, size)
        _clocks(flow, sheet, words, size)
        _clashes(flow, sheet, words, size)
    _changes(flow, sheet, words, size)


def _heading(flow: Flow, said: str, empty: bool, words: Mapping[str, str]) -> None:
    if not flow.room(110):
        flow.turn()
    flow.y += 5
    flow.paper.mark(said, 0, flow.y)
    flow.line(f"{said}: {words['none']}" if empty else said, 9.5, BOLD)


def _waiting(flow: Flow, sheet: Sheet, words: Mapping[str, str], size: float) -> None:
    many = len(sheet.waiting) + sheet.waiting_more
    said = words["annex_a"] + (f" ({many})" if many else "")
    _heading(flow, said, not many, words)
    if not many:
        return
    columns = [Column(words["ref"], 90, True), Column(words["since"], 70), Column(words["who"], 80)]
    table = Table(flow, [*columns, Column(words["next"], 200)], size, 16)
    table.begin()
    for row in sheet.waiting:
        table.row([row.ref, day(row.since) if row.since else "–", row.lead or "–", ""])
    table.end()
    if sheet.waiting_more:
        flow.line(f"+{sheet.waiting_more} {words['more']}", size)


def _clocks(flow: Flow, sheet: Sheet, words: Mapping[str, str], size: float) -> None:
    _heading(flow, f"{words['annex_b']} {day(sheet.clocks_to)}", not sheet.clocks, words)
    if not sheet.clocks:
        return
    columns = [
        Column(words["last_day"], 62, True),
        Column(words["left"], 40),
        Column(words["ref"], 84),
        Column(words["person"], 34),
        Column(words["due"], 90 if not sheet.office_copy else 300),
        Column(words["who"], 60),
    ]
    table = Table(flow, columns, size, 13)
    table.begin()
    for row in sheet.clocks:
        about = words[row.about] + (" *" if row.doubtful else "")
        if row.office:
            about += f": {row.office}"
        left = str(row.days_left) if row.days_left >= 0 else words["passed"]
        table.row([day(row.on), left, row.ref, row.who, about, row.lead or "–"])
    table.end()


def _clashes(flow: Flow, sheet: Sheet, words: Mapping[str, str], size: float) -> None:
    rows = [line for line in sheet.lines if line.clash or line.way]
    _heading(flow, words["annex_c"], not rows, words)
    if not rows:
        return
    columns = [
        Column(words["day"], 62),
        Column(words["time"], 34),
        Column(words["who"], 70, True),
        Column(words["court"], 150),
        Column(words["ref"], 84),
        Column(words["notes"], 90),
        Column(words["covers"], 120),
    ]
    table = Table(flow, columns, size, 16)
    table.begin()
    for line in sorted(rows, key=lambda one: (one.on, one.advocate, one.time or "99", one.ref)):
        said = words["clash"] if line.clash else words["way"]
        place = court_label(line.court, line.room, line.complex, words)
        table.row([day(line.on), line.time or "–", line.advocate, place, line.ref, said, ""])
    table.end()


def _changes(flow: Flow, sheet: Sheet, words: Mapping[str, str], size: float) -> None:
    said = f"{words['annex_d']} {sheet.before}" if sheet.before else words["annex_d_first"]
    _heading(flow, said, not sheet.changes, words)
    if not sheet.changes:
        return
    columns = [
        Column(words["change"], 64, True),
        Column(words["ref"], 84),
        Column(words["day"], 62),
        Column(words["time"], 34),
        Column(words["court"], 130),
        Column(words["was"], 200),
    ]
    table = Table(flow, columns, size, 13)
    table.begin()
    for one in sheet.changes:
        table.row([words[one.kind], one.ref, day(one.on), one.time or "–", one.court, one.was])
    table.end()
