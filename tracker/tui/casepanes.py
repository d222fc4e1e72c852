"""What the tabs of a case show: for each, its headings, and rows of cells with a why for the panel below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.text import Text

from tracker.tui import wording
from tracker.tui.wording import day

if TYPE_CHECKING:
    from tracker.services.views import CaseView

PANES = {
    "clocks": "Clocks",
    "flags": "Flags",
    "people": "People",
    "charges": "Charges",
    "hearings": "Hearings",
    "journal": "Journal",
}
"""Pane to the heading of its tab, in the order of the digits."""

Rows = list[tuple[tuple[Any, ...], str]]

ALARM = {
    "missed": "bold red",
    "met_late": "yellow",
    "blocked": "yellow",
    "breach": "bold red",
    "urgent": "yellow",
}
MARKS = {"done": "✓", "now": "▶", "next": "→", "later": "·"}


def strip(view: CaseView, width: int) -> Text:
    """Return the stage strip in words: done, now, next, and the law's limit for what comes next."""
    text = Text()
    shown = [step for step in view.strip if step.state in ("done", "now", "next")]
    done = [step for step in shown if step.state == "done"]
    rest = [step for step in shown if step.state != "done"]
    for step in [*done[-2:], *rest] if width < 110 else shown:
        when = f" {day(step.on)}" if step.on else ""
        style = {"now": "bold reverse", "next": "bold"}.get(step.state, "dim")
        text.append(f" {MARKS.get(step.state, '·')} {step.label}{when} ", style=style)
    waiting = wording.event(view.waiting_for)
    text.append(f"\nwaiting for {waiting}" if view.waiting_for else "\nnothing is waited for")
    text.append(f"  ·  {view.days_in_stage} days at this stage" if view.days_in_stage is not None else "")
    text.append(f"  ·  next hearing {day(view.next_hearing)}")
    limit = next((step.limit for step in view.strip if step.state in ("next", "now") and step.limit), "")
    if limit:
        text.append(f"\nlegal limit: {limit}")
    return text


def rows(pane: str, view: CaseView) -> tuple[tuple[str, ...], Rows]:
    """Return the headings and rows of a pane."""
    return _READERS[pane](view)


def _word(text: str) -> Text:
    return Text(text.replace("_", " ").upper(), style=ALARM.get(text, ""))


def _clocks(view: CaseView) -> tuple[tuple[str, ...], Rows]:
    found: Rows = []
    for row in view.due:
        last = row.due_at.replace("T", " ") if row.due_at else day(row.due_on or row.not_before)
        left = f"{row.days_left:+d}" if row.days_left is not None and row.status == "open" else ""
        why = f"{row.says} ({row.cite}; {row.code}; {row.nature.replace('_', ' ')})\n{row.why}"
        found.append(((_word(row.status), last, left, row.who, row.says), why))
    return ("Status", "Last day", "Days", "Who", "The law asks"), found


def _flags(view: CaseView) -> tuple[tuple[str, ...], Rows]:
    found: Rows = []
    for row in view.flags:
        why = f"{row.why}\n{row.cite}. Clears: {row.clear_by}"
        found.append(((_word(row.severity), row.kind.replace("_", " "), row.who, day(row.since)), why))
    return ("How bad", "Flag", "Who", "Since"), found


def _people(view: CaseView) -> tuple[tuple[str, ...], Rows]:
    found: Rows = []
    for one in view.accused:
        about = ", ".join(str(one[key]) for key in ("sex", "age", "role") if one.get(key) is not None)
        state = ", ".join(str(one[key]).replace("_", " ") for key in ("custody", "trial") if one.get(key))
        found.append(((one["label"], "accused", about, state), _plain(one)))
    for one in view.victims:
        found.append(((one["code"], "victim", one.get("sex") or "", _age(one.get("age"))), _plain(one)))
    return ("Code", "Who", "About", "Stands"), found


def _age(age: dict[str, Any] | None) -> str:
    if not age:
        return "age not recorded"
    low, high = age.get("years_low"), age.get("years_high")
    years = age.get("years") if age.get("years") is not None else f"{low}–{high}" if low or high else ""
    return " ".join(
        str(part).replace("_", " ") for part in (age["status"], years, age.get("basis") or "") if part != ""
    )


def _charges(view: CaseView) -> tuple[tuple[str, ...], Rows]:
    found: Rows = []
    for one in view.charges:
        provision = one.get("provision") or "other"
        cells = (
            provision,
            one.get("accused") or "all",
            one.get("victim") or "all",
            one.get("as_written") or "",
        )
        found.append((cells, _plain(one)))
    return ("Provision", "Accused", "Victim", "As written"), found


def _hearings(view: CaseView) -> tuple[tuple[str, ...], Rows]:
    found: Rows = []
    for one in sorted(view.hearings, key=lambda h: h["on"], reverse=True):
        by = f" ({one['asked_by']})" if one.get("asked_by") else ""
        happened = f"{(one.get('outcome') or '').replace('_', ' ')}{by}"
        purpose = (one.get("purpose") or "").replace("_", " ")
        cells = (day(one["on"]), purpose, happened, day(one.get("next_on")), one.get("advocate") or "")
        found.append((cells, _plain(one)))
    return ("Day", "Purpose", "Outcome", "Next", "Advocate"), found


def _journal(view: CaseView) -> tuple[tuple[str, ...], Rows]:
    found: Rows = []
    for one in reversed(view.events):
        who = one.get("accused") or one.get("victim") or ", ".join(one.get("victims") or ())
        label = wording.event(one["kind"])
        gone = one.get("corrected_by")
        cells = (day(one["on"]), f"{label} (corrected)" if gone else label, who, one.get("note") or "")
        found.append((cells, _plain(one)))
    return ("Day", "Event", "Who", "Note"), found


def _plain(one: dict[str, Any]) -> str:
    """Return a record's keys and values in one paragraph."""
    parts = []
    for key, value in one.items():
        if value in (None, "", (), [], {}):
            continue
        shown = (
            _plain(value) if isinstance(value, dict) else day(value) if hasattr(value, "year") else str(value)
        )
        parts.append(f"{key.replace('_', ' ')}: {shown}")
    return " · ".join(parts)


_READERS = {
    "clocks": _clocks,
    "flags": _flags,
    "people": _people,
    "charges": _charges,
    "hearings": _hearings,
    "journal": _journal,
}
