"""What the tabs of a case show: for each, its columns, and rows of cells with a why for the panel below."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from tracker.tui import recordpanes, wording
from tracker.tui.panerow import Row, plain
from tracker.tui.widgets.ledger import LONGEST_REF, Column
from tracker.tui.wording import day

if TYPE_CHECKING:
    from tracker.services.history import Change
    from tracker.services.views import CaseView, DueRow, StageStep

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
BETWEEN = "  ·  "
"""Parts the words of the head."""
LEAST_TITLE, MOST_STATION = 20, 24
"""Letters of a title for which even the FIR gives way; letters of a station at the most."""
MARKS = {"done": "✓", "now": "▶", "next": "→", "later": "·"}
TITLES: dict[str, str] = {}
"""Provision to its heading, filled as they are asked for."""


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


def rows(pane: str, view: CaseView, today: date) -> list[Row]:
    """Return the rows of a pane; the history is read apart (`changes`)."""
    if pane in _RECORDS:
        return _RECORDS[pane](view, today)
    return _READERS[pane](view) if pane in _READERS else []


def changes(found: Iterable[Change]) -> list[Row]:
    """Return the rows of the history: when, who, what, and before and after in the panel below."""
    rows_ = []
    for one in found:
        said = " · ".join(one.lines)
        doubt = f"\nDoubt: {one.doubt}" if one.doubt else ""
        cells = (wording.hour(one.at), one.who, one.what, said)
        rows_.append(Row(cells, "\n".join(one.lines or ("No coded field changed.",)) + doubt))
    return rows_


def heading(view: CaseView, width: int) -> str:
    """Return the case's line: ref, title, FIR and court; a long title is cut before the FIR is left out."""
    fir = view.fir or {}
    number = f"FIR {fir.get('number', '–')}/{fir.get('year', '–')}" if fir else "no FIR yet"
    station = str(fir.get("police_station") or "")
    trial = next((one for one in view.proceedings if one.get("kind") == "trial"), {})
    title = view.title or ""
    if cell_len(station) > MOST_STATION:
        station = set_cell_size(station, MOST_STATION - 1).rstrip() + "…"
    rest = [f"{number} {station}".strip(), str(trial.get("number") or "")]
    rest = [part for part in (*rest, f"lead {view.lead}" if view.lead else "") if part]
    while len(rest) > 1 and _room(view.ref, rest, width) < cell_len(title):
        rest.pop()
    if _room(view.ref, rest, width) < min(cell_len(title), LEAST_TITLE):
        rest.clear()
    room = _room(view.ref, rest, width)
    if cell_len(title) > room:
        title = set_cell_size(title, max(room - 1, 0)).rstrip() + "…"
    return BETWEEN.join(filter(None, (view.ref, title, *rest)))


def _room(ref: str, rest: list[str], width: int) -> int:
    """Return what a title may take beside the ref and the rest."""
    return width - sum(cell_len(part) + len(BETWEEN) for part in (ref, *rest))


def strip(view: CaseView, width: int) -> Text:
    """Return the stage strip in words: done, now, next; what is waited for; the law's limit for it."""
    text = Text(no_wrap=True, overflow="ellipsis")
    hidden, steps = _fitting(view, width)
    if hidden:
        text.append(f" ✓ {hidden} done   ", style="dim")
    for place, step in enumerate(steps):
        when = f" {day(step.on)}" if step.on else ""
        style = {"now": "bold reverse", "next": "bold"}.get(step.state, "dim")
        text.append("  " if place else "")
        text.append(f" {MARKS.get(step.state, '·')} {_short(step)}{when} ", style=style)
    waiting = wording.event(view.waiting_for)
    since = f", {view.days_in_stage:,} days at this stage" if view.days_in_stage is not None else ""
    text.append(f"\nWaiting for: {waiting}{since}" if view.waiting_for else f"\nNothing is waited for{since}")
    limit = next((step.limit for step in view.strip if step.state in ("now", "next") and step.limit), "")
    text.append(
        f"\nNext hearing: {wording.weekday(view.next_hearing) if view.next_hearing else 'none listed'}"
    )
    text.append("   Legal limit: " if limit else "   No legal limit on the next step is running")
    if limit:
        text.append(limit, style="bold")
    return text


def _short(step: StageStep) -> str:
    return wording.SHORT_STAGES.get(step.stage, step.label)


def _fitting(view: CaseView, width: int) -> tuple[int, list[StageStep]]:
    """Return the steps there is room for, and how many done ones are left out: now and next always."""
    shown = [step for step in view.strip if step.state in ("now", "next")]
    done = [step for step in view.strip if step.state == "done"]
    left = width - sum(_wide(step) for step in shown)
    if left >= sum(_wide(step) for step in done):
        return 0, [*done, *shown]
    left -= len(" ✓ 99 done   ")
    kept = 0
    for step in reversed(done):
        left -= _wide(step)
        if left < 0:
            break
        shown.insert(0, step)
        kept += 1
    return len(done) - kept, shown


def _wide(step: StageStep) -> int:
    return len(_short(step)) + 6 + (11 if step.on else 0)


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
        ("Why", 20, 1, False, 140),
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

_FIRST = ("open", "missed", "blocked", "met_late", "met", "ended")


def _clock_key(row: DueRow) -> tuple[int, int]:
    last = (row.due_on or row.not_before or date.max).toordinal()
    place = _FIRST.index(row.status) if row.status in _FIRST else len(_FIRST)
    return place, last if row.status == "open" else -last


def _clocks(view: CaseView) -> list[Row]:
    found = []
    for row in sorted(view.due, key=_clock_key):
        cells = (
            wording.plain(row.status).upper(),
            _last_day(row),
            wording.left(row.days_left) if row.status in ("open", "missed") else "",
            row.who,
            row.says,
            row.cite,
        )
        found.append(Row(cells, why(row), row.status))
    return found


def why(row: DueRow) -> str:
    """Return a clock's why, with the code that governs it and how strict its rule is."""
    return f"{row.why}\nGoverned by: {row.code}. Nature of the rule: {wording.plain(row.nature)}."


def _last_day(row: DueRow) -> str:
    if row.due_at:
        at, _, hour = row.due_at.partition("T")
        return f"{day(date.fromisoformat(at))} {hour[:5]}"
    if row.not_before and not row.due_on:
        return f"from {day(row.not_before)}"
    return day(row.due_on)


def _flags(view: CaseView) -> list[Row]:
    found = []
    for n, row in enumerate(view.flags):
        since = (day(row.since), wording.number(row.days))
        said = wording.handled(row.handled)
        bad, clears = (str(row.handled["does"]).upper(), said) if row.handled else (row.severity.upper(), "")
        cells = (bad, wording.flag(row.kind), row.who, *since, clears or row.clear_by)
        why = f"{row.why}\n{row.cite}. Clears: {row.clear_by}"
        word = "" if said else row.severity
        found.append(Row(cells, f"{said}\n{why}" if said else why, word, list_="flags", n=n))
    return found


def _people(view: CaseView) -> list[Row]:
    found = []
    for n, one in enumerate(view.accused, 1):
        about = ", ".join(str(one[key]) for key in ("name", "sex", "age", "role") if one.get(key) is not None)
        state = [_since(one, key) for key in ("custody", "trial") if one.get(key)]
        cells = (one["label"], "accused", about, "; ".join(state))
        found.append(Row(cells, plain(one), list_="accused", n=n))
    for n, one in enumerate(view.victims, 1):
        cells = (one["code"], "victim", str(one.get("sex") or "–"), _age(one.get("age")))
        found.append(Row(cells, plain(one), list_="victims", n=n))
    return found + recordpanes.people(view)


def _since(one: dict[str, Any], key: str) -> str:
    since = f" since {day(one[f'{key}_since'])}" if one.get(f"{key}_since") else ""
    return f"{wording.plain(str(one[key]))}{since}"


def _age(age: dict[str, Any] | None) -> str:
    if not age:
        return "age not recorded"
    low, high = age.get("years_low"), age.get("years_high")
    years = str(age["years"]) if age.get("years") is not None else f"{low}–{high}" if low or high else ""
    basis = wording.plain(age["basis"]) if age.get("basis") else ""
    return ", ".join(part for part in (f"age {age['status']}", years, basis) if part)


def _charges(view: CaseView) -> list[Row]:
    found = []
    for n, one in enumerate(view.charges, 1):
        provision = one.get("provision")
        title = TITLES.get(provision, "") if provision else "outside the catalogue"
        whose = (one.get("accused") or "all", one.get("victim") or "all")
        cells = (provision or "other", *whose, one.get("as_written") or "", title)
        told = f"{title}\n{plain(one)}" if title else plain(one)
        found.append(Row(cells, told, list_="charges", n=n))
    for n, one in enumerate(view.proceedings, 1):
        what = wording.plain(one.get("kind"))
        said = [what, one.get("court"), one.get("number"), f"CNR {one['cnr']}" if one.get("cnr") else ""]
        cells = (one["key"], "", "", "", ", ".join(str(part) for part in said if part))
        found.append(Row(cells, plain(one), "met", list_="proceedings", n=n))
    return found


def _hearings(view: CaseView) -> list[Row]:
    found = []
    for one in sorted(view.hearings, key=lambda h: h["on"], reverse=True):
        by = f" ({wording.plain(one['asked_by'])})" if one.get("asked_by") else ""
        happened = f"{wording.plain(one['outcome'])}{by}" if one.get("outcome") else "–"
        what = (wording.plain(one.get("purpose")), happened)
        next_ = (day(one.get("next_on")), one.get("advocate") or "–")
        why_ = (wording.plain(one["reason"]) if one.get("reason") else "", one.get("note") or "")
        cells = (wording.weekday(one["on"]), *what, *next_, *why_)
        found.append(Row(cells, plain(one), list_="hearings", n=view.hearings.index(one)))
    return found


def _journal(view: CaseView) -> list[Row]:
    found = []
    for one in reversed(view.events):
        who = one.get("accused") or one.get("victim") or ", ".join(one.get("victims") or ())
        gone = one.get("corrected_by")
        label = wording.event(one["kind"])
        label = f"{label} (corrected)" if gone else label
        cells = (day(one["on"]), str(one["id"]), label, who, one.get("note") or "")
        found.append(Row(cells, plain(one), "ended" if gone else "", list_="events", n=one["id"]))
    return found


_READERS: dict[str, Callable[[CaseView], list[Row]]] = {
    "clocks": _clocks,
    "flags": _flags,
    "people": _people,
    "charges": _charges,
    "hearings": _hearings,
    "journal": _journal,
}
_RECORDS: dict[str, Callable[[CaseView, date], list[Row]]] = {
    "witnesses": recordpanes.witnesses,
    "papers": recordpanes.papers,
    "notes": recordpanes.notes,
    "links": recordpanes.links,
}
