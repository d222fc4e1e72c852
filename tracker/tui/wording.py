"""Words and days as the screen writes them. State is a word; colour only repeats it."""

from __future__ import annotations

from datetime import date
from typing import Any

from tracker.domain import words

SHORT_FLAGS = {
    "default_bail": "BAIL",
    "limit_missed": "MISSED",
    "limit_near": "DUE",
    "stage_stalled": "STALL",
    "no_next_date": "NO DATE",
    "outcome_missing": "NO OUTCOME",
    "repeated_adjournments": "ADJ",
    "age_pending": "AGE",
    "charge_out_of_force": "NOT LAW",
    "charge_needs_minor": "NO MINOR",
    "charge_missing": "CHARGE?",
    "wrong_court": "COURT?",
    "wrong_act": "ACT?",
    "absconding": "ABSC",
    "appeal_window": "APPEAL",
    "incomplete": "GAPS",
}
"""The flag's word in a narrow column; the board and the case say it whole."""


def day(value: date | None) -> str:
    """Return a day as a court writes it, or a dash."""
    return f"{value.day:02d}-{value.month:02d}-{value.year}" if value else "–"


def weekday(value: date) -> str:
    """Return a day with its weekday before it."""
    return f"{('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun')[value.weekday()]} {day(value)}"


def number(value: int | None) -> str:
    """Return a number set to the right of a narrow column, or nothing."""
    return f"{value:>5}" if value is not None else ""


def stage(word: str) -> str:
    """Return a stage's label."""
    return words.Stage(word).label


def event(word: str | None) -> str:
    """Return the label of an event kind, or a dash."""
    if word is None:
        return "–"
    return (
        words.EventKind(word).label
        if word in words.EventKind.__members__.values()
        else word.replace("_", " ")
    )


def flags(kinds: tuple[str, ...]) -> str:
    """Return the flags as short words, in the order given."""
    return " · ".join(SHORT_FLAGS.get(kind, kind) for kind in dict.fromkeys(kinds))


def flag_style(row: Any) -> str:
    """Return the style of a docket row's flags: custody and missed limits stand out."""
    kinds = row.flags
    if "limit_missed" in kinds or "default_bail" in kinds:
        return "ledger--breach"
    return "ledger--urgent" if kinds else ""


def saved(view: Any) -> str:
    """Return what was saved and what follows from it, as a notice says it."""
    if hasattr(view, "hearing"):
        next_ = f"Next {weekday(view.next['on'])}." if view.next else "No next date: it will be flagged."
        return " ".join(part for part in (view.adjournment, next_) if part)
    opened = [f"{row.says}: by {day(row.due_on)} ({row.cite})" for row in view.opened if row.due_on]
    return f"Now {stage(view.stage)}, waiting for {event(view.waiting_for)}. " + "; ".join(opened)
