"""Find a case by a few letters: of its ref, FIR number, CNR, police station or accused."""

from __future__ import annotations

from datetime import date

from tracker.services import docket
from tracker.services.office import Office
from tracker.services.views import DocketRow

LOOKED_AT = 60


def cases(office: Office, letters: str, today: date, most: int) -> tuple[DocketRow, ...]:
    """Return the cases whose record holds every word typed; those whose ref holds them come first.

    Nothing typed finds nothing. Raises Refused where the database does.
    """
    words = letters.lower().split()
    if not words:
        return ()
    asked = " ".join(f'"{word}"' for word in (word.replace('"', "") for word in words) if word)
    if not asked:
        return ()
    rows = docket.page(office, asked, today, limit=LOOKED_AT).rows
    return tuple(sorted(rows, key=lambda row: _far(row.ref.lower(), words))[:most])


def _far(ref: str, words: list[str]) -> tuple[int, str]:
    """Return how far a ref is from what was typed: its end, its start, within it, not in it."""
    if any(ref.endswith(word) for word in words):
        return 0, ref
    if any(ref.startswith(word) for word in words):
        return 1, ref
    return (2 if any(word in ref for word in words) else 3), ref
