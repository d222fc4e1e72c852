"""The head of a case on the screen: its line, and the strip of its stages in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from tracker.tui import wording
from tracker.tui.wording import day

if TYPE_CHECKING:
    from tracker.services.views import CaseView, StageStep

BETWEEN = "  ·  "
"""Parts the words of the head."""
LEAST_TITLE, MOST_STATION = 20, 24
"""Letters of a title for which even the FIR gives way; letters of a station at the most."""
MARKS = {"done": "✓", "now": "▶", "next": "→", "later": "·"}


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
