"""Words and days as the screen writes them. State is a word; colour only repeats it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

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
    "delay_bail_risk": "DELAY",
    "witness_attrition": "WITNESS",
    "incomplete": "GAPS",
}
"""The flag's word in a narrow column; the board and the case say it whole."""

SHORT_STAGES = {
    "fir": "FIR",
    "cognizance": "cognizance",
    "accused_statement": "accused's statement",
}
"""Stages whose label is too long for a column."""

SHORT_STEPS = {
    "committed to the Court of Session": "committed to Sessions",
    "first date fixed for evidence": "evidence date fixed",
    "first prosecution witness examined": "first witness examined",
    "statement of accused recorded (s.313 / s.351)": "accused's statement",
}
"""Steps that a case waits for and whose label is too long for a column."""

KOLKATA = ZoneInfo("Asia/Kolkata")
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def day(value: date | None) -> str:
    """Return a day as a court writes it, or a dash."""
    return f"{value.day:02d}-{value.month:02d}-{value.year}" if value else "–"


def weekday(value: date) -> str:
    """Return a day with its weekday before it."""
    return f"{WEEKDAYS[value.weekday()]} {day(value)}"


def hour(at: str | None) -> str:
    """Return a moment of the audit (UTC) as it was in Kolkata, or a dash."""
    if not at:
        return "–"
    there = datetime.fromisoformat(at).astimezone(KOLKATA)
    return f"{day(there.date())} {there:%H:%M}"


def number(value: int | None) -> str:
    """Return a number, or nothing."""
    return "" if value is None else f"{value:,}"


def plain(word: str | None) -> str:
    """Return a word of a list with spaces, or a dash."""
    return word.replace("_", " ") if word else "–"


def stage(word: str) -> str:
    """Return a stage's label."""
    from tracker.domain import words  # after the first frame: it takes longer than to paint it

    return words.Stage(word).label


def short_stage(word: str) -> str:
    """Return a stage for a column."""
    return SHORT_STAGES.get(word) or stage(word)


@cache
def event(word: str | None) -> str:
    """Return the label of an event kind, or a dash."""
    if word is None:
        return "–"
    if word == "appeal_periods":
        return "appeal periods to end"
    from tracker.domain import words

    return words.EventKind(word).label if word in set(words.EventKind) else plain(word)


def short_event(word: str | None) -> str:
    """Return the label of an event kind for a column."""
    return shorter(event(word))


def shorter(label: str) -> str:
    """Return the label of a long step for a column; any other as it is."""
    return SHORT_STEPS.get(label, label)


@cache
def flag(word: str) -> str:
    """Return the label of a kind of flag."""
    from tracker.domain import words

    return words.FlagKind(word).label if word in set(words.FlagKind) else plain(word)


def flags(kinds: Iterable[str]) -> str:
    """Return the flags as short words, custody's first, the others in the order given."""
    order = sorted(dict.fromkeys(kinds), key=lambda kind: kind != "default_bail")
    return " · ".join(SHORT_FLAGS.get(kind, kind) for kind in order)


def handled(note: dict[str, Any] | None) -> str:
    """Return what was said to a flag that is handled, as one line; nothing for one that stands."""
    if note is None:
        return ""
    until = f" until {day(note['until'])}" if note["until"] else ""
    who = f" by {note['by']}" if note["by"] else ""
    return f"{str(note['does']).upper()}{until}{who} on {day(note['on'])}: {note['note'] or '–'}"


def flag_style(row: Any) -> str:
    """Return the style of a row's flags: custody and missed limits stand out."""
    kinds = row.flags
    if "limit_missed" in kinds or "default_bail" in kinds:
        return "ledger--breach"
    return "ledger--urgent" if kinds else ""


def left(days: int | None) -> str:
    """Return the days to a last day in words that need no sign to be understood."""
    if days is None:
        return "–"
    if days == 0:
        return "today"
    return f"{days:,} left" if days > 0 else f"{-days:,} past"


def saved(view: Any) -> str:
    """Return what was saved and what follows from it, as a notice says it."""
    if hasattr(view, "hearing"):
        next_ = f"Next {weekday(view.next['on'])}." if view.next else "No next date: it will be flagged."
        adjourned = f"{view.adjournment[:1].upper()}{view.adjournment[1:]}." if view.adjournment else ""
        return " ".join((*filter(None, (adjourned, next_)), *_sentences(view.notes)))
    said = [f"Now {stage(view.stage)}, waiting for {event(view.waiting_for)}."]
    said += [f"{row.says}: by {day(row.due_on)} ({row.cite})." for row in view.opened if row.due_on]
    said += [f"Met: {row.says} ({row.cite})." for row in view.met]
    said += [f"Ended: {row.says} ({row.cite})." for row in view.ended]
    return "\n".join((*said, *_sentences(view.notes)))


def _sentences(notes: Iterable[str]) -> list[str]:
    return [note if note.endswith(".") else note + "." for note in notes]
