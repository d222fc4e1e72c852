"""The tabs of a case: their order and keys, the columns of each, and what a new line there may be."""

from __future__ import annotations

from collections.abc import Callable

from tracker.tui import recordpanes
from tracker.tui.panerow import Row
from tracker.tui.widgets.column import LONGEST_REF, Column

PANES = {
    "clocks": "Clocks",
    "flags": "Flags",
    "people": "People",
    "charges": "Charges",
    "hearings": "Hearings",
    "journal": "Journal",
    "witnesses": "Witnesses",
    "papers": "Papers",
    "notes": "Notes",
    "links": "Links",
    "history": "History",
}
"""Pane to the heading of its tab, in the order of the keys."""
KEYS = dict(zip(PANES, "1234567890-", strict=True))
ADDS = {
    "people": ("assignments", "placements", "notices", "handovers", "accused", "victims"),
    "charges": ("charges", "proceedings"),
    "witnesses": ("witnesses", "processes"),
    "papers": ("documents", "exhibits"),
    "notes": ("notes",),
    "links": ("links",),
}
"""Pane to the lists that a new line there may go to."""
STYLES = {
    "missed": "ledger--breach",
    "breach": "ledger--breach",
    "met_late": "ledger--urgent",
    "blocked": "ledger--urgent",
    "urgent": "ledger--urgent",
    "met": "ledger--dim",
    "ended": "ledger--dim",
}
WIDENS = {
    "clocks": {"The law asks": 160},
    "people": {"About": 60},
    "hearings": {"Outcome": 44, "Why": 44},
    "journal": {"Event": 60, "Who": 20},
    "witnesses": {"What": 60},
    "papers": {"Title": 80},
    "notes": {"Text": 120},
    "links": {"Case": LONGEST_REF, "Said by": 40},
}
"""Columns that are as wide as what they hold, and up to how many letters."""


def columns(pane: str) -> tuple[Column, ...]:
    """Return the columns of a pane."""
    return tuple(
        Column(
            heading,
            width,
            _cell(place),
            grows=grows,
            right=right,
            from_width=from_width,
            most=WIDENS.get(pane, {}).get(heading, 0),
            style=_style if place == 0 else None,
        )
        for place, (heading, width, grows, right, from_width) in enumerate(_COLUMNS[pane])
    )


def _cell(place: int) -> Callable[[Row], str]:
    return lambda row: row.cells[place]


def _style(row: Row) -> str:
    return STYLES.get(row.word, "")


_COLUMNS: dict[str, tuple[tuple[str, int, int, bool, int], ...]] = {
    "clocks": (
        ("Status", 8, 0, False, 0),
        ("Last day", 16, 0, False, 0),
        ("Days", 10, 0, True, 0),
        ("Who", 4, 0, False, 0),
        ("The law asks", 30, 4, False, 0),
        ("Rule", 22, 1, False, 100),
    ),
    "flags": (
        ("How bad", 8, 0, False, 0),
        ("Flag", 22, 0, False, 0),
        ("Who", 4, 0, False, 0),
        ("Since", 10, 0, False, 0),
        ("Days", 5, 0, True, 0),
        ("What clears it", 20, 1, False, 0),
    ),
    "people": (
        ("Code", 5, 0, False, 0),
        ("Who", 14, 0, False, 0),
        ("About", 22, 1, False, 0),
        ("Stands", 30, 2, False, 0),
    ),
    "charges": (
        ("Provision", 16, 0, False, 0),
        ("Accused", 7, 0, False, 0),
        ("Victim", 6, 0, False, 0),
        ("As written", 16, 0, False, 90),
        ("What it punishes", 30, 1, False, 0),
    ),
    "hearings": (
        ("Day", 14, 0, False, 0),
        ("Purpose", 20, 0, False, 0),
        ("Outcome", 20, 1, False, 0),
        ("Next", 10, 0, False, 0),
        ("Advocate", 9, 0, False, 90),
        ("Why", 14, 1, False, 112),
        ("Note", 20, 2, False, 140),
    ),
    **recordpanes.COLUMNS,
    "history": (
        ("When", 16, 0, False, 0),
        ("Who", 8, 0, False, 0),
        ("What", 26, 0, False, 0),
        ("Before and after", 20, 1, False, 0),
    ),
    "journal": (
        ("Day", 10, 0, False, 0),
        ("Line", 4, 0, True, 0),
        ("Event", 34, 1, False, 0),
        ("Who", 10, 0, False, 0),
        ("Note", 20, 1, False, 90),
    ),
}
"""Heading, width, share of what is left over, whether set to the right, from which width shown."""
