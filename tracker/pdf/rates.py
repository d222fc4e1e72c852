"""The summary on paper: each chart above the table that holds its numbers, tables T1 to T12 in their order.

What it says was worked out by `services.annual`; here it is laid out. Greys only tell apart what a label
also says, so that a copier loses nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from tracker.pdf import charts
from tracker.pdf.fonts import BOLD, LATIN
from tracker.pdf.paper import Paper, Printed
from tracker.pdf.tables import Column, Flow, Table
from tracker.services import tableau
from tracker.services.tableau import Summary

MARGIN, FOOT = 30.0, 24.0
SIZE = 7.4
FIRST_WIDE = {"T1": 3.4, "T2": 3.4, "T5": 3.2, "T7": 2.4, "T8": 1.6, "T12": 2.6}
"""How much wider than the others a table's first column is; 2 where nothing is said."""
SHARES: dict[str, tuple[float, ...]] = {"T6": (0.7, 3.4, 0.7, 0.7, 0.7, 2.4, 2.4)}


def render(summary: Summary, *, size: str = "a4", landscape: bool = True, printed: str = "") -> Printed:
    """Return the summary as a PDF on paper of a size in `paper.SIZES`; equal input gives equal bytes."""
    paper = Paper(size, landscape)
    first = True

    def head() -> float:
        nonlocal first
        big = 14.0 if first else 8.5
        y = MARGIN + big
        paper.text(MARGIN, y, summary.title, big, BOLD)
        paper.rule(MARGIN, y + 5, paper.width - MARGIN, y + 5, 0.8, 0)
        first = False
        return y + 10

    flow = Flow(paper, MARGIN, head, FOOT)
    flow.line(summary.says, 9, after=3)
    for note in summary.notes:
        flow.line(f"- {note}", 8, after=1)
    flow.y += 6
    shown = {chart.key: chart for chart in summary.charts}
    for table in summary.tables:
        if table.key in shown:
            chart = shown[table.key]
            both = charts.height(chart) + _height(table)
            if not flow.room(both) and both < flow.bottom - 2 * MARGIN:
                flow.turn()
            charts.draw(flow, chart)
        _table(flow, table)
    _feet(paper, summary, printed)
    return paper.finish(summary.title, "en-IN", summary.says)


def _height(table: tableau.Table) -> float:
    return 62.0 + len(table.rows) * SIZE * 2.4


def _table(flow: Flow, table: tableau.Table) -> None:
    whole = _height(table)
    least = whole if whole < flow.bottom - 2 * MARGIN else 62.0 + 8 * SIZE * 2
    if not flow.room(least):
        flow.turn()
    flow.paper.mark(f"{table.key} {table.title}", 0, flow.y)
    flow.y += 5
    flow.line(f"{table.key}  {table.title}", 11, BOLD, after=0)
    flow.line(table.says, 7.6, LATIN, after=4)
    if not table.rows:
        flow.line("Nothing on record.", 8, after=10)
        return
    laid = Table(
        flow, [Column(name, share) for name, share in zip(table.columns, _shares(table), strict=True)], SIZE
    )
    laid.begin()
    for row in table.rows:
        laid.row(list(row))
    for note in table.notes:
        flow.line(note, 7.6, after=0)
    flow.y += 12


def _shares(table: tableau.Table) -> Sequence[float]:
    if table.key in SHARES:
        return SHARES[table.key]
    wide = FIRST_WIDE.get(table.key, 2.0)
    longest = [max((len(row[n]) for row in table.rows), default=4) for n in range(len(table.columns))]
    return [wide if n == 0 else 1.9 if length > 24 else 1.0 for n, length in enumerate(longest)]


def _feet(paper: Paper, summary: Summary, printed: str) -> None:
    for number, page in enumerate(paper.pages, 1):
        paper.page = page
        y = paper.height - MARGIN
        said = f"{summary.footer} Printed {printed}." if printed else summary.footer
        paper.text(MARGIN, y, said, 7)
        paper.right(paper.width - MARGIN, y, f"page {number} of {len(paper.pages)}", 7)
