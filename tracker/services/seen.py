"""What a list shows, taken along: a cell or a line to the clipboard, or all of it as a CSV file.

Neither goes out with somebody's name in it (`services.firewall`). A file is its owner's alone, stands in the
office's own folder unless another is named, is written down in the audit, and holds no cell that a
spreadsheet would take for a formula.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from tracker.services import firewall
from tracker.services.office import Office, Refused

MOST = 100_000
"""Rows of a file made from the screen."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def check(office: Office, text: str, field: str) -> None:
    """Raise Refused where somebody's name stands in what is to be copied."""
    if found := firewall.leaks(office, [(field, text)]):
        raise Refused(*(f"Not copied: the name of {whose} stands in it" for whose, _ in found))


def write(
    office: Office, to: Path, head: Sequence[str], rows: Iterable[Sequence[str]], said: str
) -> tuple[Path, int]:
    """Write a list as it is seen; return the file and how many rows it has. `said` is what is listed.

    A folder gets a file of its own name. Raises Refused: a name stands in it, or it can't be written.
    """
    out = io.StringIO()
    out.write(f"# {' '.join(said.split())}\r\n")
    writer = csv.writer(out)
    writer.writerow(head)
    many = 0
    for row in rows:
        writer.writerow([safe(cell) for cell in row])
        many += 1
    return firewall.release(office, to, out.getvalue().encode("utf-8-sig"), what=f"list of {many}"), many


def place(folder: Path, name: str, today: date) -> Path:
    """Return a file that isn't there yet in the folder of exports, which is made; the owner's alone."""
    exports = folder / "exports"
    try:
        exports.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise Refused(f"{exports} can't be made: {error.strerror}.") from error
    tries = (exports / f"{name}-{today.isoformat()}-{n}.csv" for n in range(1, 10_000))
    return next(path for path in tries if not path.exists())


def safe(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    if not cell.startswith(_FORMULA):
        return cell
    try:
        float(cell)
    except ValueError:
        return f"'{cell}"
    return cell
