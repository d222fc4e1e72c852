"""A paper as plain text of a width: for the terminal, for a pipe and for the screen."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from tracker.services.papers import Grid, Part, Written
from tracker.services.sheetwords import WORDS

WIDTH = 100
GAP = "  "
PROSE = 120
"""Letters of a line of sentences at the most: longer ones are hard to read; a table may have more."""
LONG = 16
"""The letters of a word, as an address, that may be cut to keep a table a table."""
LEAST = 6
"""The fewest letters to which a column is narrowed."""


def text(paper: Written, width: int = WIDTH) -> str:
    """Return the whole paper, in lines no longer than the width where its words allow it."""
    return "\n".join(_lines(paper, width)) + "\n"


def _lines(paper: Written, width: int) -> Iterator[str]:
    if paper.sample:
        yield WORDS[paper.language]["sample"]
    if paper.mark:
        yield paper.mark
    yield from _wrapped(paper.title, width)
    for line in paper.about:
        yield from _wrapped(line, width)
    for part in paper.parts:
        yield ""
        yield from _part(part, width)
    if not paper.plain:
        yield ""
        yield from _wrapped(foot(paper), width)


def foot(paper: Written) -> str:
    """Return what stands at the end: the day, by whom, the law rows, the seal and the mark."""
    return (
        f"As of {paper.today:%d-%m-%Y}, by {paper.by}. Law rows {paper.law}; case sealed {paper.seal}; "
        f"mark {paper.content_mark()}. Not legal advice."
    )


def _part(part: Part, width: int) -> Iterator[str]:
    if part.heading:
        yield part.heading.upper() if part.heading.isascii() else part.heading
    for line in part.says:
        yield from _wrapped(line, width)
    for point in part.points:
        yield from textwrap.wrap(point, min(width, PROSE), initial_indent="- ", subsequent_indent="  ")
    if part.grid is not None:
        yield from grid(part.grid, width)
    for line in part.below:
        yield from _wrapped(line, width)


def _wrapped(line: str, width: int) -> list[str]:
    return textwrap.wrap(line, min(width, PROSE), break_long_words=False) or [""]


def grid(table: Grid, width: int = WIDTH) -> Iterator[str]:
    """Yield a table's lines, its widest columns wrapped until it fits; else a paragraph for each row.

    A table that would have to be cut within its words is no longer read by columns.
    """
    rows = [tuple(heading for heading, _ in table.columns), *table.rows]
    wide = [max(len(row[at]) for row in rows) for at in range(len(table.columns))]
    words = [max(len(word) for row in rows for word in ["", *row[at].split()]) for at in range(len(wide))]
    room = width - len(GAP) * (len(wide) - 1)
    if sum(min(word, LONG) for word in words) > room:
        yield from _told(table, width)
        return
    for least in (words, [LEAST] * len(wide)):  # between words first; within a word only if it must be
        while sum(wide) > room and (loose := [at for at in range(len(wide)) if wide[at] > least[at]]):
            wide[max(loose, key=lambda at: wide[at])] -= 1
    for row in rows:
        cells = [textwrap.wrap(cell, size) or [""] for cell, size in zip(row, wide, strict=True)]
        for at in range(max(map(len, cells))):
            line = (cell[at] if at < len(cell) else "" for cell in cells)
            yield GAP.join(said.ljust(size) for said, size in zip(line, wide, strict=True)).rstrip()


def _told(table: Grid, width: int) -> Iterator[str]:
    """Yield each row as a point: its first cell, then every other with its heading before it."""
    headings = [heading for heading, _ in table.columns]
    for first, *others in table.rows:
        pairs = zip(headings[1:], others, strict=True)
        said = "; ".join(f"{heading.lower()}: {cell}" for heading, cell in pairs if cell)
        line = f"{headings[0]} {first}: {said}" if headings[0].endswith(".") else f"{first}: {said}"
        yield from textwrap.wrap(line, width, initial_indent="- ", subsequent_indent="  ")
