"""The columns of the rates, and what their lines are called where the whole name has no room."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rich.cells import cell_len

from tracker.tui import wording
from tracker.tui.widgets.column import NARROWEST, Column

if TYPE_CHECKING:
    from tracker.services.rateview import Line
    from tracker.services.tableau import Chart

BESIDE = 4
"""Columns that no figure has: the margins, and a bar to scroll by where the lines are many."""
LONGEST = 80
"""Letters that the longest name of a line may take."""


def _cell(place: int) -> Callable[[Line], str]:
    return lambda line: line.cells()[place]


def _days(line: Line) -> str:
    return wording.number(line.median) or "–"


NAMED = Column("", 16, _cell(0), grows=1, most=LONGEST)
SHORT = replace(NAMED, text=lambda line: line.short)
FIGURES = (
    Column("k of n", 12, _cell(1), right=True),
    Column("%", 5, _cell(2), right=True),
    Column("95 %", 10, _cell(3)),
    Column("Open", 5, _cell(4), right=True),
    Column("A year before", 13, _cell(5), most=21),
)
MORE = (
    Column("FIRs", 6, _cell(6), right=True),
    Column("Sent", 6, _cell(7), right=True),
    Column("Opening", 7, _cell(8), right=True),
    Column("Median days", 11, _days, right=True),
)
"""Figures that have a place where there is room beside the others and the names."""


def _wide(column: Column, lines: Sequence[Line]) -> int:
    """Return how wide a column of figures is with these lines."""
    longest = max((cell_len(column.text(line)) for line in lines), default=0)
    return max(column.width, min(longest, column.most))


def columns(lines: Sequence[Line], width: int) -> tuple[Column, ...]:
    """Return the columns of a table: all lines by their short names if one whole name has no room."""
    room = width - BESIDE - sum(_wide(column, lines) + 1 for column in FIGURES)
    named = NAMED if all(cell_len(line.label) <= room for line in lines) else SHORT
    room -= max(NARROWEST, *(cell_len(named.text(line)) for line in lines), 0)
    more = [n for n in range(len(MORE) + 1) if sum(column.width + 1 for column in MORE[:n]) <= room]
    return (named, *FIGURES, *MORE[: max(more, default=0)])


def drawn(chart: Chart, lines: Sequence[Line]) -> Chart:
    """Return a chart with the short names of the lines at its bars."""
    names = {line.label: line.short for line in lines}
    return replace(
        chart, bars=tuple(replace(bar, label=names.get(bar.label, bar.label)) for bar in chart.bars)
    )
