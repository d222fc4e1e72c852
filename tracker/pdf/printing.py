"""Print a hearing calendar to a file: numbered, searched for names, remembered, and only then written."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from tracker.pdf import calendar
from tracker.services import firewall, prints, sheets
from tracker.services.office import Office
from tracker.services.sheets import Sheet


def print_to(
    office: Office,
    file: Path,
    sheet: Sheet,
    *,
    supplement: bool = False,
    size: str = "a4",
    landscape: bool = True,
) -> tuple[Sheet, int]:
    """Write a sheet, or only what changed since its last copy; return it numbered, and how many it lists.

    Raises Refused, with nothing written or remembered: a victim's name stands in it, or a bad path.
    """
    numbered = prints.number(office, sheet)
    shown = sheets.supplement(numbered) if supplement else numbered
    made = calendar.render(shown, size=size, landscape=landscape)
    firewall.inspect(office, file.name, made.content, made.said)
    prints.keep(office, numbered)
    firewall.write_bytes(file, made.content)
    return numbered, len(shown.lines)


def to_folder(
    office: Office, first: date, last: date, *, today: date, printed: str, **asked: Any
) -> tuple[Path, Sheet, int]:
    """Print the desk sheet of a span into the office's folder, named by days, whose it is and which copy.

    `asked` is what `sheets.build` takes. Raises Refused like `print_to`.
    """
    sheet = replace(sheets.build(office, first, last, today=today, **asked), printed=printed)
    numbered = prints.number(office, sheet)
    folder = prints.folder_of(office)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    days = f"{first}" if first == last else f"{first}-to-{last}"
    whose = re.sub(r"\W+", "-", (asked.get("advocate") or "all").lower()).strip("-")
    file = folder / f"hearings-{days}-{whose}-copy-{numbered.copy}.pdf"
    done, listed = print_to(office, file, sheet)
    return file, done, listed
