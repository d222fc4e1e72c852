"""A table that runs over pages: its header is repeated, a row is never split, only long cells wrap."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tracker.pdf.fonts import BOLD, LATIN
from tracker.pdf.paper import Paper

PAD = 2.5


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, its share of the width, whether its cells are bold, and a text that must fit."""

    heading: str
    share: float
    bold: bool = False
    holds: str = ""


class Flow:
    """The stretch of a page between head and foot, and what to do when it is full."""

    def __init__(self, paper: Paper, margin: float, head: Callable[[], float], foot: float) -> None:
        """`head` writes a page's head and returns where the stretch begins; `foot` is kept free below."""
        self.paper, self.margin, self._head = paper, margin, head
        self.bottom = paper.height - margin - foot
        self.y = head()
        self.width = paper.width - 2 * margin

    def room(self, high: float) -> bool:
        """Say whether so much fits on the page."""
        return self.y + high <= self.bottom

    def turn(self) -> None:
        """Go on to the next page, under its head."""
        self.paper.turn()
        self.y = self._head()

    def line(self, said: str, size: float, font: str = LATIN, indent: float = 0, after: float = 2) -> None:
        """Write a text over the whole width, in as many lines as it takes."""
        for part in self.paper.fonts.lines(said, self.width - indent, font, size):
            if not self.room(size * 1.3):
                self.turn()
            self.y += size * 1.25
            self.paper.text(self.margin + indent, self.y, part, size, font)
        self.y += after


class Table:
    """Rows under a header in a flow."""

    def __init__(self, flow: Flow, columns: Sequence[Column], size: float, least: float = 0) -> None:
        """Lay columns over the flow's width; `size` is the letters', `least` the height of a row."""
        self.flow, self.columns, self.size, self.least = flow, columns, size, least
        self.widths = self._shared()
        self._fonts = [BOLD if column.bold else LATIN for column in columns]
        self._heads = [
            flow.paper.fonts.lines(column.heading, width - 2 * PAD, BOLD, size - 0.5)
            for column, width in zip(columns, self.widths, strict=True)
        ]
        self.heading_high = max(len(lines) for lines in self._heads) * (size - 0.5) * 1.2 + 2 * PAD
        self.begins_in = self.heading_high + least * 2 + 40
        """What must be free on a page for the table to begin there."""

    def _shared(self) -> list[float]:
        """Share the width out; a column that must hold a text gets at least that, the others less."""
        total = sum(column.share for column in self.columns)
        fonts = self.flow.paper.fonts
        wanted = [self.flow.width * column.share / total for column in self.columns]
        least = [
            fonts.width(column.holds, BOLD if column.bold else LATIN, self.size) + 2 * PAD + 0.5
            if column.holds
            else 0.0
            for column in self.columns
        ]
        over = sum(max(0.0, low - wide) for low, wide in zip(least, wanted, strict=True))
        free = sum(max(0.0, wide - low) for low, wide in zip(least, wanted, strict=True)) or 1.0
        give = min(over / free, 1.0)
        return [
            low if wide <= low else wide - (wide - low) * give
            for low, wide in zip(least, wanted, strict=True)
        ]

    def header(self) -> None:
        """Draw the header here; rules run from its top to the last row of the page."""
        self._top = self.flow.y
        self._below: list[tuple[float, float]] = []
        self.flow.paper.rule(self.flow.margin, self._top, self.flow.margin + self.flow.width, self._top)
        self._row(self._heads, [BOLD] * len(self.columns), self.size - 0.5, self.heading_high, 0.9)

    def end(self) -> None:
        """Draw the rules between the columns, once the last row of the page or the table stands."""
        x, rule = self.flow.margin, self.flow.paper.rule
        for place, width in enumerate((0.0, *self.widths)):
            x, y = x + width, self._top
            if 0 < place < len(self.widths):  # what stands below a row's cells has no columns
                for top, bottom in self._below:
                    rule(x, y, x, top)
                    y = bottom
            rule(x, y, x, self.flow.y)

    def begin(self, before: Callable[[bool], None] | None = None) -> None:
        """Draw `before` (told False) and the header, on the next page if no row would fit below them."""
        self._before = before
        if not self.flow.room(self.begins_in):
            self.flow.turn()
        if before:
            before(False)
        self.header()

    def row(self, cells: Sequence[str], grey: float | None = None, below: str = "") -> None:
        """Draw a row; at the end of the page turn it, with `before` (told True) and the header again.

        `below` is written under its cells over the whole width, in the same row.
        """
        fonts, size = self.flow.paper.fonts, self.size
        lines = [
            fonts.lines(cell, width - 2 * PAD, font, size) if cell else ()
            for cell, width, font in zip(cells, self.widths, self._fonts, strict=True)
        ]
        under = fonts.lines(below, self.flow.width - 2 * PAD, LATIN, size) if below else ()
        high = max(max(map(len, lines)) * size * 1.2 + 2 * PAD, self.least) + len(under) * size * 1.2
        if not self.flow.room(high):
            self.end()
            self.flow.turn()
            if self._before:
                self._before(True)
            self.header()
        self._row(lines, self._fonts, size, high, grey)
        if under:
            self._under(under)

    def _under(self, lines: Sequence[str]) -> None:
        """Write lines at the foot of the row that was drawn last."""
        paper, x, step = self.flow.paper, self.flow.margin, self.size * 1.2
        top = self.flow.y - len(lines) * step - PAD
        paper.rule(x, top, x + self.flow.width, top, 0.25, 0.7)
        self._below.append((top, self.flow.y))
        for n, said in enumerate(lines, 1):
            paper.text(x + PAD, top + n * step - self.size * 0.1, said, self.size)

    def _row(
        self,
        lines: Sequence[Sequence[str]],
        fonts: Sequence[str],
        size: float,
        high: float,
        grey: float | None,
    ) -> None:
        flow, paper = self.flow, self.flow.paper
        x, top = flow.margin, flow.y
        if grey is not None:
            paper.box(x, top, flow.width, high, grey)
        step = size * 1.2
        for cell, width, font in zip(lines, self.widths, fonts, strict=True):
            y = top + PAD + step - size * 0.25
            for said in cell:
                paper.text(x + PAD, y, said, size, font)
                y += step
            x += width
        flow.y = top + high
        paper.rule(flow.margin, flow.y, flow.margin + flow.width, flow.y)
