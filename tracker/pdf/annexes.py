"""What stands behind the boards: no next date, clocks that end soon, clashes, changes since the last copy."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tracker.domain.say import day
from tracker.pdf.fonts import BOLD
from tracker.pdf.tables import Column, Flow, Table
from tracker.services.sheets import Elsewhere, Line, Sheet, court_label

_DAY, _HOUR, _REF = "00-00-0000", "00:00", "MUM-0000-0000"
"""What a column must have room for in one piece."""
EMPTY = 8.5
"""The letters in which it is said that annexes are empty."""
Annex = tuple[str, bool, Callable[[Flow, Sheet, Mapping[str, str], float], None]]
"""Its heading, whether it holds anything, and what writes it."""


def all_of(flow: Flow, sheet: Sheet, words: Mapping[str, str], size: float) -> None:
    """Write annexes A to D; of a supplementary sheet D alone. Which are empty is said before the others.

    Said after them, it could stand alone on a page behind a full one.
    """
    shown = _of(sheet, words)
    if none := _none(shown, words):
        if not flow.room(_high(flow, none)):
            flow.turn()
        flow.y += 5
        for said, holds, _ in shown:
            if not holds:
                flow.paper.mark(said, 0, flow.y)
        flow.line(none, EMPTY, BOLD)
    for said, holds, write in shown:
        if holds:
            _heading(flow, said)
            write(flow, sheet, words, size)


def if_none(flow: Flow, sheet: Sheet, words: Mapping[str, str]) -> float:
    """Return what is to be kept free below the boards where all that comes after them is "none".

    Without it a full page would have another behind it that says nothing else.
    """
    shown = _of(sheet, words)
    return 0.0 if any(holds for _, holds, _ in shown) else _high(flow, _none(shown, words))


def _of(sheet: Sheet, words: Mapping[str, str]) -> list[Annex]:
    many = len(sheet.waiting) + sheet.waiting_more
    since = f"{words['annex_d']} {sheet.before}" if sheet.before else words["annex_d_first"]
    annexes: list[Annex] = [
        (words["annex_a"] + (f" ({many})" if many else ""), bool(many), _waiting),
        (f"{words['annex_b']} {day(sheet.clocks_to)}", bool(sheet.clocks), _clocks),
        (words["annex_c"], bool(_clashing(sheet)), _clashes),
        (since, bool(sheet.changes), _changes),
    ]
    return annexes[-1:] if sheet.supplement else annexes


def _none(shown: list[Annex], words: Mapping[str, str]) -> str:
    return "    ".join(f"{said}: {words['none']}" for said, holds, _ in shown if not holds)


def _high(flow: Flow, none: str) -> float:
    return EMPTY * 1.3 * len(flow.paper.fonts.lines(none, flow.width, BOLD, EMPTY)) + 7


def _heading(flow: Flow, said: str) -> None:
    if not flow.room(110):
        flow.turn()
    flow.y += 5
    flow.paper.mark(said, 0, flow.y)
    flow.line(said, 9.5, BOLD)


def _waiting(flow: Flow, sheet: Sheet, words: Mapping[str, str], size: float) -> None:
    columns = [Column(words["ref"], 90, True, _REF), Column(words["since"], 70, holds=_DAY)]
    columns += [Column(words["who"], 80)]
    table = Table(flow, [*columns, Column(words["next"], 200)], size, 16)
    table.begin()
    for row in sheet.waiting:
        table.row([row.ref, day(row.since) if row.since else "–", row.lead or "–", ""])
    table.end()
    if sheet.waiting_more:
        flow.line(f"+{sheet.waiting_more} {words['more']}", size)


def _clocks(flow: Flow, sheet: Sheet, words: Mapping[str, str], size: float) -> None:
    columns = [
        Column(words["last_day"], 62, True, _DAY),
        Column(words["left"], 40, holds=words["passed"]),
        Column(words["ref"], 84, holds=_REF),
        Column(words["person"], 34, holds=words["case"]),
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
        who = words["case"] if row.who == "case" else row.who
        table.row([day(row.on), left, row.ref, who, about, row.lead or "–"])
    table.end()


def _clashing(sheet: Sheet) -> list[Line]:
    return [line for line in sheet.lines if line.clash or line.way or line.in_place_of]


def _clashes(flow: Flow, sheet: Sheet, words: Mapping[str, str], size: float) -> None:
    columns = [
        Column(words["day"], 62, holds=_DAY),
        Column(words["time"], 34, holds=_HOUR),
        Column(words["who"], 60, True, holds=words["who"]),
        Column(words["court"], 110, holds=words["court"]),
        Column(words["ref"], 84, holds=_REF),
        Column(words["notes"], 200, holds=words["clash"]),
        Column(words["covers"], 110),
    ]
    table = Table(flow, columns, size, 16)
    table.begin()
    for line in sorted(_clashing(sheet), key=lambda one: (one.on, one.advocate, one.time or "99", one.ref)):
        place = court_label(line.court, line.room, line.complex, words)
        said = "\n".join(elsewhere(one, words) for one in line.beside)
        goes = f"{line.advocate} ({words['for']} {line.in_place_of})" if line.in_place_of else ""
        whose = line.in_place_of or line.advocate
        table.row([day(line.on), line.time or "–", whose, place, line.ref, said, goes])
    table.end()


def elsewhere(one: Elsewhere, words: Mapping[str, str]) -> str:
    """Return where else, in words: "CLASH: also 11:00 Court 9, Sewree, another complex, MUM-2026-007"."""
    head = f"{words['clash']}: {words['also']}" if one.same_session else f"{words['before_or_after']}:"
    place = court_label(one.court, one.room, one.complex, words)
    far = f", {words['far']}" if one.far else ""
    return f"{head} {one.time + ' ' if one.time else ''}{place}{far}, {one.ref}"


def _changes(flow: Flow, sheet: Sheet, words: Mapping[str, str], size: float) -> None:
    columns = [
        Column(words["change"], 64, True, max(words["added"], words["removed"], key=len)),
        Column(words["ref"], 84, holds=_REF),
        Column(words["day"], 62, holds=_DAY),
        Column(words["time"], 34, holds=_HOUR),
        Column(words["court"], 130),
        Column(words["was"], 200),
    ]
    table = Table(flow, columns, size, 13)
    table.begin()
    for one in sheet.changes:
        table.row([words[one.kind], one.ref, day(one.on), one.time or "–", one.court, one.was])
    table.end()
