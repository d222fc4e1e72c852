"""What the flags on limits of law say: custody, limits near and past, appeal periods."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from tracker.domain.explain import KAPIL_WADHAWAN, SURE
from tracker.domain.say import day, days_of, label
from tracker.domain.words import EventKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from statutes.rows import Limit
    from tracker.domain.shapes import Flag, Law

FORCE = {
    "directory": "The limit is directory: passing it does not end the proceeding.",
    "soft": "The law sets no hard limit here.",
    "contested": "This limit is contested.",
    "advisory": "Advisory: the courts are split on which code governs this step.",
    "judge-made": "The limit was set by a court, not by the Act.",
    "administrative": "The limit is administrative.",
}


def cite(flag: Flag, law: Law) -> str:
    """Return the section of the limit."""
    row = _row(flag, law)
    return row.cite if row else flag.limit or ""


def clear_by(flag: Flag, law: Law) -> str:
    """Return the events that meet the limit or end it."""
    row = _row(flag, law)
    who = "" if flag.who == "case" else f" for {flag.who}"
    if flag.kind == "default_bail":
        return f"Recording the charge sheet, or {flag.who}'s release on bail; a graver charge may move it."
    if flag.kind == "appeal_window":
        return "Recording the appeal. Later the court may still condone the delay (Limitation Act s. 5)."
    stops = [label(kind, EventKind) for kind in (row.stops if row else ())]
    if not stops:
        return "Nothing that the journal records stops it; it ends with the case."
    done = f"Recording {' or '.join(stops)}{who}"
    if flag.kind == "limit_missed":
        extension = f" Extension: {row.extension.rstrip('.')}." if row and _stated(row.extension) else ""
        return f"{done}; it will stay on record as late.{extension}"
    return f"{done}."


def custody(flag: Flag, law: Law) -> str:
    """Return the arithmetic of default bail, and what the last day means."""
    facts = flag.facts
    start, due = date.fromisoformat(facts["starts"]), date.fromisoformat(facts["due"])
    number = (due - start).days + 1
    opens = day(due + timedelta(days=1))
    text = (
        f"{flag.who} was first remanded in this case on {day(start)}: that is day 1, so day {number} is "
        f"{day(due)} ({day(start)} + {days_of(number - 1)}). No holiday extends it."
    )
    if "blocked" in facts:
        text += (
            f" Whether it is 60 or 90 days can't be said: {facts['blocked']}. The shorter is shown; "
            f"by the longer the last day is {day(facts['if_90'])}."
        )
    elif "provision" in facts:
        text += f" The gravest charge that the file supports is {facts['provision']}."
    if flag.severity == "breach":
        text += (
            f" No charge sheet or release is on record by {day(due)}: the right to default bail opened "
            f"on {opens}. It is used by applying before the charge sheet is filed, and lost if the sheet "
            "comes first."
        )
    else:
        text += f" Without a charge sheet by then, the right to default bail opens on {opens}."
    return text + _custody_notes(facts, start)


def _custody_notes(facts: Mapping[str, str], start: date) -> str:
    """Return what else the reader must know: a moved band, an earlier last day, a doubt, an old count."""
    text = ""
    if facts.get("moved_on"):
        text += f" The period changed on {day(facts['moved_on'])}, when charges or ages on file changed."
    if facts.get("earlier_last_day"):
        text += f" Under the earlier period the last day was {day(facts['earlier_last_day'])}, already past."
    if facts.get("if_minor_provision"):
        text += (
            f" If {facts.get('if_minor', 'a victim')} is found to be a child, "
            f"{facts['if_minor_provision']} counts and the period is longer."
        )
    if facts.get("doubt"):
        text += f" Doubt: {facts.get('doubt')}."
    if facts.get("right") == "claimed":
        text += f" Bail was applied for on {day(facts['applied_on'])}."
    if start < KAPIL_WADHAWAN:
        text += " Orders made before 27-03-2023 may have left the day of remand out."
    if facts.get("nature") == "advisory":
        text += f" {FORCE['advisory']}"
    return text


def near(flag: Flag, law: Law) -> str:
    """Return what has to be done by when, and how the day was counted."""
    facts = flag.facts
    if "told_after" in facts:
        return (
            f"{_rule(flag, law)} The law names no number of days. It waits since "
            f"{day(facts['starts'])} "
            f"({label(facts['runs_from'], EventKind)}), "
            f"more than {days_of(facts['told_after'])} (office rule)."
        )
    return f"{_rule(flag, law)} {_counted(flag, law)}{_force(flag)}{_doubt(_row(flag, law))}"


def missed(flag: Flag, law: Law) -> str:
    """Return what was not done by when, how the day was counted, and what follows."""
    row = _row(flag, law)
    text = f"{_rule(flag, law)} {_counted(flag, law)} It is not on record as done by then."
    if "outer" in flag.facts:
        past = flag.severity != "watch" or flag.holds_from > date.fromisoformat(flag.facts["outer"])
        text += (
            f" The outermost day that the law allows {'was' if past else 'is'} {day(flag.facts['outer'])}."
        )
    if row is not None and _stated(row.consequence):
        text += f" If missed: {row.consequence.rstrip('.')}."
    return text + _force(flag) + _doubt(row)


def appeal(flag: Flag, law: Law) -> str:
    """Return until when an appeal is in time, with and without the time for the copy."""
    text = f"{_rule(flag, law)} {_counted(flag, law)}"
    if "with_copy" in flag.facts:
        text += (
            f" With the time for the certified copy left out, the last day is {day(flag.facts['with_copy'])}."
        )
    else:
        text += (
            " The time for the certified copy is left out of the count once it is known "
            "(Limitation Act s. 12(2))."
        )
    return text + _force(flag) + _doubt(_row(flag, law))


def _stated(text: str) -> bool:
    """Answer whether a field of a row says anything."""
    return text.strip("-. ").casefold() not in ("", "none", "none stated")


def _row(flag: Flag, law: Law) -> Limit | None:
    return law.limit.get(flag.limit) if flag.limit else None


def _rule(flag: Flag, law: Law) -> str:
    row = _row(flag, law)
    who = "" if flag.who == "case" else f" For {flag.who}."
    if row and "child_or_pending" in row.applies.victim:
        who += " It is for a child, and as a precaution for one whose age is open."
    return f"{row.says.rstrip('.')} ({row.cite}).{who}" if row else f"{flag.limit}.{who}"


def _counted(flag: Flag, law: Law) -> str:
    facts, row = flag.facts, _row(flag, law)
    text = f"Counted from {day(facts['starts'])} ({label(facts['runs_from'], EventKind)})"
    if row is not None and row.number is not None:
        unit = row.unit.replace("_", " ")
        text += f": {row.number} {unit[:-1] if row.number == 1 and unit.endswith('s') else unit}"
        if row.unit == "days":
            text += ", that day included" if row.count_first_day else ", that day left out"
        elif row.unit in ("months", "years"):
            text += ", by the calendar"
    return f"{text}; the last day in time is {day(facts.get('due_at') or facts['due'])}."


def _doubt(row: Limit | None) -> str:
    """Return what is not sure of a row, and how well it was verified."""
    if row is None:
        return ""
    return "".join(f" {said}" for said in (row.doubt, SURE.get(row.confidence)) if said)


def _force(flag: Flag) -> str:
    said = FORCE.get(flag.facts.get("nature", ""))
    return f" {said}" if said else ""
