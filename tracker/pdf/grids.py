"""A week with one row a day, and months as grids with counts."""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Mapping
from datetime import date
from itertools import groupby

from tracker.domain.say import day
from tracker.pdf.annexes import elsewhere
from tracker.pdf.fonts import BOLD
from tracker.pdf.tables import Column, Flow, Table
from tracker.services.sheets import Line, Sheet, closed_days, complexes, court_label
from tracker.services.sheetwords import weekday


def week(flow: Flow, sheet: Sheet, words: Mapping[str, str], size: float) -> None:
    """Write a row for each day: how many are listed, and each listing in a line of its own."""
    closed = closed_days(sheet, words)
    lines = {on: list(those) for on, those in groupby(sheet.lines, key=lambda line: line.on)}
    columns = [
        Column(words["day"], 60, True, "00-00-0000"),
        Column(words["listed"], 36, holds=words["listed"]),
        Column(words["court"], 430),
    ]
    table = Table(flow, [*columns, Column(words["notes"], 150), Column(words["next"], 110)], size, 34)
    table.begin()
    for on in sheet.days():
        said = f"{weekday(words, on.weekday())}\n{day(on)}"
        if on in closed:
            said += f"\n{words['closed']}: {closed[on]}"
        first = True
        for some in _in_lots(lines.get(on, []), 24):
            whats = "\n".join(_said(line, words) for line in some) or words["nothing"]
            minds = "\n".join(
                f"{line.ref}: {elsewhere(one, words)}" for line in some for one in line.beside[:1]
            )
            table.row(
                [said if first else "…", str(len(lines.get(on, []))) if first else "", whats, minds, ""]
            )
            first = False
    table.end()


def _in_lots(lines: list[Line], many: int) -> list[list[Line]]:
    return [lines[at : at + many] for at in range(0, len(lines), many)] or [[]]


def _said(line: Line, words: Mapping[str, str]) -> str:
    place = court_label(line.court, line.room, line.complex, words)
    who = f"{line.advocate} ({words['for']} {line.in_place_of})" if line.in_place_of else line.advocate
    parts = [line.time or "–", place, line.ref, words.get(line.purpose, line.purpose), who]
    return "  ".join(part for part in parts if part)


def months(flow: Flow, sheet: Sheet, words: Mapping[str, str], size: float) -> None:
    """Write a grid for each month that the sheet touches, each on a page of its own."""
    lines = {on: list(those) for on, those in groupby(sheet.lines, key=lambda line: line.on)}
    due: dict[date, int] = {}
    for row in sheet.clocks:
        due[row.on] = due.get(row.on, 0) + 1
    year, month, begun = sheet.first.year, sheet.first.month, False
    while (year, month) <= (sheet.last.year, sheet.last.month):
        if begun:
            flow.turn()
        _month(flow, sheet, words, size, (year, month), lines, due)
        year, month, begun = year + month // 12, month % 12 + 1, True


def _month(
    flow: Flow,
    sheet: Sheet,
    words: Mapping[str, str],
    size: float,
    which: tuple[int, int],
    lines: Mapping[date, list[Line]],
    due: Mapping[date, int],
) -> None:
    closed = closed_days(sheet, words)
    weeks = Calendar().monthdatescalendar(*which)
    name = f"{which[1]:02d}-{which[0]}"
    flow.paper.mark(name, 0, flow.y)
    flow.line(name, 12, BOLD)
    wide, paper = flow.width / 7, flow.paper
    high = min((flow.bottom - flow.y - 16) / len(weeks), wide * 0.9)
    for number in range(7):
        x = flow.margin + number * wide
        paper.box(x, flow.y, wide, 13, 0.9)
        paper.text(x + 3, flow.y + 9.5, weekday(words, number), size + 1, BOLD)
    flow.y += 13
    for days in weeks:
        for number, on in enumerate(days):
            x = flow.margin + number * wide
            inside = on.month == which[1] and sheet.first <= on <= sheet.last
            paper.rule(x, flow.y, x + wide, flow.y)
            paper.rule(x, flow.y, x, flow.y + high)
            if inside:
                _day(
                    flow,
                    words,
                    size,
                    x,
                    wide,
                    high,
                    on,
                    lines.get(on, []),
                    due.get(on, 0),
                    closed.get(on, ""),
                )
        paper.rule(flow.margin + 7 * wide, flow.y, flow.margin + 7 * wide, flow.y + high)
        flow.y += high
    paper.rule(flow.margin, flow.y, flow.margin + 7 * wide, flow.y)


def _day(
    flow: Flow,
    words: Mapping[str, str],
    size: float,
    x: float,
    wide: float,
    high: float,
    on: date,
    lines: list[Line],
    due: int,
    closed: str,
) -> None:
    paper, y = flow.paper, flow.y
    if closed:
        paper.box(x + 0.5, y + 0.5, wide - 1, high - 1, 0.93)
    paper.text(x + 3, y + 12, str(on.day), 11, BOLD)
    said = [f"{place or words['no_court']} {many}" for place, many in complexes(tuple(lines))]
    if due:
        said.append(f"{words['due']} {due}")
    if any(line.clash for line in lines):
        said.append(words["clash"])
    if closed:
        said.insert(0, closed)
    if lines:
        paper.right(x + wide - 4, y + 13, str(len(lines)), 13, BOLD)
        many = x + wide - 7 - paper.fonts.width(str(len(lines)), BOLD, 13)
        paper.right(many, y + 13, words["listed"], size - 1.6)
    at = y + 14
    for part in (
        piece for one in said for piece in paper.fonts.lines(one, wide - 6, "Helvetica", size - 0.6)
    ):
        at += (size - 0.6) * 1.2
        if at > y + high - 2:
            break
        paper.text(x + 3, at, part, size - 0.6)
