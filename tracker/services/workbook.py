"""The rates and the summary as a workbook: a sheet of the lines, one for each table, one of notes."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from tracker.services import ratessheet
from tracker.services.tableau import Summary

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

MADE = datetime(2000, 1, 1)  # noqa: DTZ001
"""The day that the file says it was made: always the same, so that equal figures give equal bytes."""
WIDEST = 60


def render(document: Mapping[str, Any], summary: Summary) -> bytes:
    """Return the bytes of an .xlsx file. Whole numbers are numbers; all else is text, never a formula."""
    from xlsxwriter import Workbook

    out = io.BytesIO()
    with Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"title": summary.title, "comments": summary.footer, "created": MADE})
        _sheet(book, "rates", [], ratessheet.rows(document))
        for table in summary.tables:
            name = table.key.replace("by ", "by_")[:31]
            _sheet(
                book,
                name,
                [f"{table.key} {table.title}", table.says, *table.notes],
                [table.columns, *table.rows],
            )
        notes = [summary.title, summary.says, *summary.notes, *document["notes"], summary.footer]
        _sheet(book, "notes", list(dict.fromkeys(notes)), [])
    return out.getvalue()


def _sheet(book: Workbook, name: str, above: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    sheet: Worksheet = book.add_worksheet(name)
    bold = book.add_format({"bold": True})
    for n, line in enumerate(above):
        sheet.write_string(n, 0, line, bold if n == 0 else None)
    start = len(above) + bool(above)
    for n, row in enumerate(rows):
        for column, cell in enumerate(row):
            if n and cell.isdecimal() and cell.isascii():
                sheet.write_number(start + n, column, int(cell))
            else:
                sheet.write_string(start + n, column, cell, bold if n == 0 else None)
    for column in range(len(rows[0]) if rows else 0):
        longest = max(len(row[column]) for row in rows)
        sheet.set_column(column, column, min(longest + 2, WIDEST))
    if rows:
        sheet.freeze_panes(start + 1, 1)
