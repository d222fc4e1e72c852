"""Rates as rows of cells: what CSV, XLSX and the terminal show of the document that `--json` gives."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from typing import Any

from tracker.domain.measures import BOARD, OTHERS
from tracker.services.tableau import Summary

FIRST = ("key", "label")


def rows(document: Mapping[str, Any]) -> list[list[str]]:
    """Return a header and one row a group, the total last; nested keys are joined with a full stop."""
    flat = [dict(_flat(line)) for line in (*document["groups"], document["total"])]
    header = list(dict.fromkeys(key for line in flat for key in line))
    return [header, *([line.get(key, "") for key in header] for line in flat)]


def csv_text(document: Mapping[str, Any]) -> str:
    """Return the rows as CSV, with what was asked and the notes as lines above, each behind a #."""
    out = io.StringIO()
    said = {key: document[key] for key in ("unit", "by", "basis", "offence", "from", "to", "as_of")}
    out.write("# " + ", ".join(f"{key}: {value}" for key, value in said.items() if value) + "\r\n")
    for measure in (BOARD[0], *OTHERS):
        out.write(f"# {measure.id}: {measure.says}\r\n")
    for note in document["notes"]:
        out.write(f"# {note}\r\n")
    csv.writer(out).writerows([[_safe(cell) for cell in row] for row in rows(document)])
    return out.getvalue()


def table_csv(summary: Summary) -> str:
    """Return the first table of a summary as CSV, with what it is and its notes as lines above."""
    out = io.StringIO()
    table = summary.tables[0]
    for said in (f"{summary.title}: {summary.says}", table.says, *summary.notes, summary.footer):
        out.write(f"# {said}\r\n")
    csv.writer(out).writerows([[_safe(cell) for cell in row] for row in (table.columns, *table.rows)])
    return out.getvalue()


def _flat(line: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, str]]:
    for key, value in line.items():
        name = f"{before}{key}"
        if isinstance(value, Mapping):
            yield from _flat(value, f"{name}.")
        elif key == "incidence":
            for one in value:
                for how in ("convicted", "acquitted", "other", "open"):
                    yield f"{name}.{one['years']}y.{how}", str(one[how])
        elif key == "cases":
            yield name, "" if value is None else " ".join(value)
        else:
            yield name, "" if value is None else str(value)


def _safe(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t") and not _number(cell) else cell


def _number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True
