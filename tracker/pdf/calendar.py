"""The hearing calendar on paper: a board for each day, a week on a page, or a month with its counts.

What it says was worked out by `services.sheets`; here it is only laid out. Grey boxes and rules carry no
meaning of their own, so that a copier loses nothing: whatever matters is a word.
"""

from __future__ import annotations

from datetime import date
from itertools import groupby

from tracker.domain.say import day
from tracker.pdf import annexes, grids
from tracker.pdf.fonts import BOLD, LATIN
from tracker.pdf.paper import Paper, Printed
from tracker.pdf.tables import Column, Flow, Table
from tracker.services.sheets import Line, Sheet, closed_days, complexes, court_label, purposes
from tracker.services.sheetwords import LANGUAGES, WORDS, weekday

MARGIN = 26.0
_FOOT = 40.0


def render(sheet: Sheet, *, size: str = "a4", landscape: bool = True) -> Printed:
    """Return the sheet as a PDF on paper of a size in `paper.SIZES`; the same sheet gives the same bytes."""
    return _Calendar(sheet, size, landscape).render()


def title(sheet: Sheet) -> str:
    """Return what the document is called: the days, and which copy it is."""
    words = WORDS[sheet.language]
    span = day(sheet.first) if sheet.first == sheet.last else f"{day(sheet.first)} – {day(sheet.last)}"
    kind = words["office_copy"] if sheet.office_copy else words["desk_sheet"]
    sample = f"{words['sample']}: " if sheet.sample else ""
    return f"{sample}{words['title']} {span} – {kind}"


class _Calendar:
    """One sheet being laid out."""

    def __init__(self, sheet: Sheet, size: str, landscape: bool) -> None:
        self.sheet, self.words = sheet, WORDS[sheet.language]
        self.paper = Paper(size, landscape)
        self.narrow = self.paper.width < 650
        self.size = 6.6 if self.paper.width < 500 else 7.6 if self.narrow else 8.2
        self.first_page = True
        self.flow = Flow(self.paper, MARGIN, self._head, _FOOT)

    def render(self) -> Printed:
        sheet = self.sheet
        self._totals()
        kept = annexes.if_none(self.flow, sheet, self.words)
        self.flow.bottom -= kept
        if sheet.layout == "month" and not sheet.supplement:
            grids.months(self.flow, sheet, self.words, self.size)
        elif sheet.layout == "week" and not sheet.supplement:
            grids.week(self.flow, sheet, self.words, self.size)
        else:
            self._boards()
        self.flow.bottom += kept
        annexes.all_of(self.flow, sheet, self.words, self.size)
        self._feet()
        return self.paper.finish(title(sheet), LANGUAGES[sheet.language], self.words["warning"])

    def _head(self) -> float:
        """Write the head, whole on the first page and short after it."""
        paper, sheet, words, x = self.paper, self.sheet, self.words, MARGIN
        y = MARGIN + 4
        span = self._dated(sheet.first)
        if sheet.last != sheet.first:
            span += " – " + self._dated(sheet.last)
        big = 13.0 if self.first_page else 9.0
        y += big * 0.8
        paper.text(x, y, f"{words['title']}  {span}", big, BOLD)
        said = words["office_copy"] if sheet.office_copy else words["desk_sheet"]
        right = paper.width - MARGIN
        clear = right - paper.fonts.width(said, BOLD, 8.5)
        if x + paper.fonts.width(f"{words['title']}  {span}", BOLD, big) > clear - 8:
            y += 11
        paper.right(right, y, said, 8.5, BOLD)
        if sheet.sample:
            y += 11
            paper.text(x, y, words["sample"], 9, BOLD)
        if sheet.supplement:
            y += 11
            paper.text(x, y, f"{words['supplement']} {sheet.before}", 9, BOLD)
        if self.first_page and sheet.office_name:
            y += 11
            paper.text(x, y, sheet.office_name, 9)
        y += 5
        paper.rule(x, y, paper.width - MARGIN, y, 0.8, 0)
        self.first_page = False
        return y + 3

    def _dated(self, on: date) -> str:
        return f"{weekday(self.words, on.weekday())} {day(on)}"

    def _totals(self) -> None:
        sheet, words = self.sheet, self.words
        shown = sheet.shown or words["everything"]
        if sheet.not_repeated:
            shown += f" (+{sheet.not_repeated} {words['not_repeated']})"
        going = sorted({line.advocate for line in sheet.lines if line.advocate})
        many = ", ".join(going[:12]) + (f" +{len(going) - 12} {words['more']}" if len(going) > 12 else "")
        self.flow.line(f"{words['filter']}: {shown}   {words['advocates']}: {many or '–'}", 8, after=0)
        self.flow.line(f"{words['totals']}: {len(sheet.lines)}", 8, BOLD, after=0)
        if sheet.lines:
            places = [f"{place or words['no_court']} {n}" for place, n in complexes(sheet.lines)]
            whats = [f"{words.get(what, what)} {n}" for what, n in purposes(sheet.lines)]
            self.flow.line(f"{words['by_complex']}: {', '.join(places)}", 8, after=0)
            self.flow.line(f"{words['by_purpose']}: {', '.join(whats)}", 8, after=4)

    def _boards(self) -> None:
        closed = closed_days(self.sheet, self.words)
        lines = {on: list(those) for on, those in groupby(self.sheet.lines, key=lambda line: line.on)}
        days = sorted(lines) if self.sheet.supplement else self.sheet.days()
        empty: list[date] = []
        for on in [*days, None]:
            if on is not None and on not in lines:
                empty.append(on)
                continue
            self._empty(empty, closed)
            empty = []
            if on is not None:
                self._board(on, lines[on], closed.get(on, ""))
        if not days:
            self.flow.line(self.words["none"], 9)

    def _empty(self, days: list[date], closed: dict[date, str]) -> None:
        """Say of days without a listing that there is none: proof that somebody looked."""
        for on in days:
            if not self.flow.room(16):
                self.flow.turn()
            self.paper.mark(self._dated(on), 0, self.flow.y)
            why = f"  ({self.words['closed']}: {closed[on]})" if on in closed else ""
            self.flow.line(f"{self._dated(on)}:  {self.words['nothing']}{why}", 9, BOLD, after=3)

    def _board(self, on: date, lines: list[Line], closed: str) -> None:
        if not self.flow.room(140):
            self.flow.turn()
        self.paper.mark(f"{self._dated(on)} ({len(lines)})", 0, self.flow.y)
        why = f"   {self.words['closed']}: {closed}" if closed else ""
        self.flow.y += 4
        self.flow.line(f"{self._dated(on)}   {self.words['listed']}: {len(lines)}{why}", 11, BOLD)
        table = Table(self.flow, self._columns(), self.size, self._least())
        number = 0
        for _, those in groupby(lines, key=lambda line: (line.complex, line.room, line.court)):
            group = list(those)
            heading = self._court(group[0])

            def before(again: bool, heading: str = heading, many: int = len(group)) -> None:
                tail = " …" if again else f"  ({many})"
                self.flow.line(heading + tail, 9, BOLD, after=3.5)

            table.begin(before)
            for line in group:
                number += 1
                table.row(self._cells(number, line), below=self._below(line))
            table.end()
            self.flow.y += 5

    def _least(self) -> float:
        """Return the least height of a row: room to write by hand."""
        return 27 if not self.narrow else 30 if self.sheet.office_copy else 40

    def _court(self, line: Line) -> str:
        said = court_label(line.court, line.room, line.complex, self.words)
        if line.office and line.office.court_name:
            said += f" – {line.office.court_name}"
        return said

    def _columns(self) -> list[Column]:
        words, office = self.words, self.sheet.office_copy and not self.narrow
        boxes = max(words["boxes"].split("  "), key=len)
        columns = [
            Column(words["sr"], 20, holds="000"),
            Column(words["time"], 32, holds="00:00"),
            Column(
                words["ref"], 96 if office else 82, True, "MHCC000000000000" if office else "MUM-0000-0000"
            ),
        ]
        if office:
            columns += [Column(words["parties"], 78), Column(words["police"], 104)]
        columns += [
            Column(
                words["what"],
                66,
                holds=max(words["arguments"], words["evidence"], words["judgment"], key=len),
            ),
            Column(words["last"], 84 if not office else 100, holds="00-00-0000"),
            Column(words["who"], 50, holds=words["who"]),
            Column(words["notes"], 92 if not office else 80, holds=words["custody"]),
            Column(words["next"], 88 if not office else 74, holds="00-00-00000"),
            Column(words["outcome"], 150 if not office else 116, holds=boxes),
        ]
        return columns

    def _cells(self, number: int, line: Line) -> list[str]:
        words, office = self.words, None if self.narrow else line.office
        ref = f"{line.ref}\n{line.number}" if line.number else line.ref
        cells = [str(number), line.time or "–"]
        last = []
        if line.previous:
            last.append(day(line.previous) + (f" {words.get(line.last, line.last)}" if line.last else ""))
        if line.adjournments:
            last.append(f"{words['adjournments']} {line.adjournments}")
        if office:
            ref += f"\n{office.cnr}" if office.cnr else ""
            last += [office.gist] if office.gist else []
            police = [part for part in (office.police, office.sections) if part]
            cells += [ref, office.parties, "\n".join(police)]
        else:
            cells += [ref]
        who = line.advocate or "–"
        who += f"\n({words['for']} {line.in_place_of})" if line.in_place_of else ""
        cells += [words.get(line.purpose, line.purpose), "\n".join(last), who]
        return [*cells, self._notes(line), "", words["boxes"]]

    def _below(self, line: Line) -> str:
        """Return what the office copy adds, where upright paper has no columns for it."""
        office = line.office
        if office is None or not self.narrow:
            return ""
        parts = (office.cnr, office.parties, office.police, office.sections, office.gist)
        return "  |  ".join(part for part in parts if part)

    def _notes(self, line: Line) -> str:
        words = self.words
        said = [words["clash"]] if line.clash else []
        said += [words["way"]] if line.way else []
        for key, days in line.notes:
            if days is None:
                said.append(words[key])
            else:
                said.append(f"{words[key]} " + (f"{days} {words['left']}" if days >= 0 else words["passed"]))
        return "; ".join(said)

    def _feet(self) -> None:
        """Write each page's foot, now that their number is known."""
        sheet, words, paper = self.sheet, self.words, self.paper
        newest = f" ({words['newest']} {day(sheet.law_newest)})" if sheet.law_newest else ""
        law = f"{words['foot_law']} {sheet.law_mark}{newest}; {words['contested']}. {words['not_advice']}"
        printed = f"{words['printed']} {sheet.printed or day(sheet.today)} {words['by']} {sheet.by}; "
        printed += f"{words['copy']} {sheet.copy}; {words['mark']} {sheet.mark()}"
        for number, page in enumerate(paper.pages, 1):
            paper.page = page
            y = paper.height - MARGIN - _FOOT + 14
            paper.rule(MARGIN, y - 8, paper.width - MARGIN, y - 8, 0.6, 0.3)
            for said in paper.fonts.lines(law, paper.width - 2 * MARGIN, LATIN, 6.4):
                paper.text(MARGIN, y, said, 6.4)
                y += 7.6
            kind = f"{words['office_copy']}.  " if sheet.office_copy else ""
            paper.text(MARGIN, y, kind + words["warning"], 6.8, BOLD)
            paper.right(
                paper.width - MARGIN, y, f"{words['page']} {number} {words['of']} {len(paper.pages)}", 7
            )
            y += 8.4
            paper.text(MARGIN, y, printed, 6.4)
