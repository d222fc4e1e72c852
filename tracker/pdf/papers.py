"""A written paper laid out: head, parts with their tables, and a foot on every page.

What it says was worked out by a service (`services.papers`). Nothing is said by colour or grey alone.
"""

from __future__ import annotations

from tracker.domain.say import day
from tracker.pdf.fonts import BOLD
from tracker.pdf.paper import Paper, Printed
from tracker.pdf.tables import Column, Flow, Table
from tracker.services.papers import Part, Written
from tracker.services.papertext import foot
from tracker.services.sheetwords import LANGUAGES, WORDS

MARGIN = 36.0
_FOOT = 36.0


def render(written: Written, *, size: str = "a4") -> Printed:
    """Return the paper as an upright PDF; the same paper gives the same bytes."""
    return _Laid(written, size).render()


class _Laid:
    """One paper being laid out."""

    def __init__(self, written: Written, size: str) -> None:
        self.written = written
        self.paper = Paper(size, landscape=False)
        self.first_page = True
        self.size = 12.0 if written.plain else 9.0
        self.flow = Flow(self.paper, MARGIN, self._head, _FOOT)

    def render(self) -> Printed:
        for line in self.written.about:
            self.flow.line(line, self.size, after=0)
        for part in self.written.parts:
            self._part(part)
        self._feet()
        written = self.written
        subject = "" if written.plain else written.mark or written.kind
        return self.paper.finish(self._titled(), LANGUAGES[written.language], subject)

    def _titled(self) -> str:
        written = self.written
        named = written.plain or written.ref in written.title
        return written.title if named else f"{written.title} – {written.ref}"

    def _head(self) -> float:
        """Write the head, whole on the first page and short after it."""
        paper, written = self.paper, self.written
        y = MARGIN
        sample = WORDS[written.language]["sample"] if written.sample else ""
        for said in filter(None, (sample, written.mark)):
            y += 9
            paper.text(MARGIN, y, said, 9, BOLD)
            y += 2
        if self.first_page and written.office_name:
            y += 12
            paper.text(MARGIN, y, written.office_name, self.size)
        big = 13.0 if self.first_page else 9.5
        room = paper.width - 2 * MARGIN
        title = written.title if self.first_page else self._titled()
        for line in paper.fonts.lines(title, room, BOLD, big):
            y += big * 1.25
            paper.text(MARGIN, y, line, big, BOLD)
        y += 5
        paper.rule(MARGIN, y, paper.width - MARGIN, y, 0.8, 0)
        self.first_page = False
        return y + 3

    def _part(self, part: Part) -> None:
        flow, table = self.flow, self._table(part)
        if part.heading:
            at_once = table if not part.says and not part.points else None
            if not flow.room(30 + at_once.begins_in if at_once else 70):
                flow.turn()  # no heading is left behind by its table
            flow.y += 7
            self.paper.mark(part.heading, 0, flow.y)
            flow.line(part.heading, self.size + 1.5, BOLD, after=2)
        for line in part.says:
            flow.line(line, self.size, after=2)
        for point in part.points:
            self._point(point)
        if table is not None and part.grid is not None:
            table.begin()
            for row in part.grid.rows:
                table.row(row)
            table.end()
            flow.y += 4
        for line in part.below:
            flow.line(line, self.size, after=2)

    def _table(self, part: Part) -> Table | None:
        if part.grid is None or not part.grid.rows:
            return None
        columns = [
            Column(heading, share, at == part.grid.strong)
            for at, (heading, share) in enumerate(part.grid.columns)
        ]
        return Table(self.flow, columns, self.size - 1.2, 14)

    def _point(self, said: str) -> None:
        flow = self.flow
        if not flow.room(self.size * 1.3):
            flow.turn()
        self.paper.text(MARGIN + 2, flow.y + self.size * 1.25, "•", self.size)
        flow.line(said, self.size, indent=11, after=1.5)

    def _feet(self) -> None:
        """Write each page's foot, now that their number is known."""
        paper, written = self.paper, self.written
        on = written.printed or day(written.today)
        printed = day(written.today) if written.plain else f"Printed {on}. {foot(written)}"
        for number, page in enumerate(paper.pages, 1):
            paper.page = page
            y = paper.height - MARGIN - _FOOT + 16
            paper.rule(MARGIN, y - 9, paper.width - MARGIN, y - 9, 0.6, 0.3)
            paper.right(paper.width - MARGIN, y, f"{number} / {len(paper.pages)}", 7)
            for line in paper.fonts.lines(printed, paper.width - 2 * MARGIN - 60, "Helvetica", 6.6):
                paper.text(MARGIN, y, line, 6.6)
                y += 8
