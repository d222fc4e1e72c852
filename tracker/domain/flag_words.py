"""What a flag says: why it holds, on what authority, and what would clear it.

Rendered from the kept flag and the law rows alone, so that a list of flags needs no case. Whatever
a product threshold decides is called an office rule and never law. Days are dd-mm-yyyy. Persons are
labels and codes; no name is ever in a flag.

Words on limits and custody are in `limit_words`, on charges in `charge_words`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING

from tracker.domain import charge_words, limit_words
from tracker.domain.say import day, days_of, label
from tracker.domain.words import CourtKind, EventKind, HearingOutcome, Purpose, Stage

if TYPE_CHECKING:
    from tracker.domain.shapes import Flag, Law, Measured

SET = "set by this office"
"""The source of a threshold whose days the office chose itself."""
OFFICE = "Office rule"
"""What is cited for the office's own thresholds."""

LACKS = {
    "accused": "an accused",
    "victims": "a victim",
    "fir_number": "the number of the FIR",
    "fir_day": "the day of the FIR",
    "station": "the police station",
    "offence_days": "the days of the offence",
}


def why(flag: Flag, law: Law) -> str:
    """Return why the flag holds: the rule, the days it counted and the arithmetic."""
    say = _WHY.get(flag.kind)
    return say(flag, law) if say else label(flag.kind)


def cite(flag: Flag, law: Law) -> str:
    """Return the section or the office rule that the flag rests on."""
    if flag.limit is not None:
        return limit_words.cite(flag, law)
    if flag.kind in charge_words.KINDS:
        return charge_words.cite(flag, law)
    if flag.kind == "stage_stalled":
        own = "own" in flag.facts and flag.severity != "urgent"
        return f"{'Office record' if own else OFFICE} {flag.facts.get('rule', '')}".strip()
    if flag.kind in ("delay_bail_risk", "witness_attrition"):
        return f"{OFFICE} {flag.facts.get('rule', '')}".strip()
    if flag.kind == "repeated_adjournments":
        if flag.facts.get("code") == "CrPC":
            return f"CrPC 309; {OFFICE.lower()}"
        return "BNSS 346(2), second proviso" + (
            "" if flag.facts.get("code") == "BNSS" else " (if the BNSS governs)"
        )
    return {
        "age_pending": "JJ Act s. 94; POCSO Act s. 34(2)",
        "absconding": "CrPC 82-83, 299 / BNSS 84-85, 335",
    }.get(flag.kind, OFFICE)


def clear_by(flag: Flag, law: Law) -> str:
    """Return what would clear the flag."""
    if flag.limit is not None:
        return limit_words.clear_by(flag, law)
    if flag.kind in charge_words.KINDS:
        return charge_words.clear_by(flag, law)
    return _CLEAR[flag.kind](flag)


def days(flag: Flag, today: date) -> int | None:
    """Return the days from the day the flag counts from to today; None if it counts from none."""
    return None if flag.since is None or flag.since == date.min else (today - flag.since).days


def _stalled(flag: Flag, law: Law) -> str:
    facts = flag.facts
    row = law.thresholds.get(facts.get("rule", ""))
    waiting = facts.get("waiting_for")
    own = law.measured.get((facts.get("rule", ""), facts["own"])) if "own" in facts else None
    text = "The case has stood at this stage" if own else "Nothing has moved the case"
    text += f" since {day(facts['progress'])} (stage: {label(facts['stage'], Stage)}"
    text += f"; waiting for: {label(waiting, EventKind)})." if waiting else ")."
    if own and flag.severity != "urgent":
        text += f" {_measured(own, facts['own'], facts['days'])}"
    else:
        allowed = facts["breach_days"] if flag.severity == "urgent" else facts["days"]
        text += f" The office allows {days_of(allowed)} here"
        text += " (a number that this office set)" if row is not None and row.source == SET else ""
    if "paused" in facts:
        text += f", and {days_of(facts['paused'])} under a stay are not counted"
    text += f": over from {day(_over_from(facts, flag.severity))}."
    if own:
        return text + " This is the office's own experience, not a limit of law."
    if row is not None and row.says and row.source != SET:
        text += f" {row.says.rstrip('.')}."
    return text + " This is an office rule, not a limit of law; listings without progress do not count."


def _over_from(facts: Mapping[str, str], severity: str) -> date:
    """Return the first day past what is allowed; a note may have cut the days on which the flag holds."""
    allowed = facts["breach_days"] if severity == "urgent" else facts["days"]
    days = int(allowed) + int(facts.get("paused", "0")) + 1
    return date.fromisoformat(facts["progress"]) + timedelta(days=days)


def _measured(own: Measured, court: str, days: str) -> str:
    """Return how long is long by the office's record, and on how many cases that rests."""
    kind = label(court, CourtKind) if court else ""
    before = f" before {'an' if kind[0] in 'AEIOU' else 'a'} {kind}" if kind else ""
    return (
        f"Of this office's cases{before} four in five had left this step within {days_of(days)}: the 80th "
        f"percentile of {own.ended + own.open} cases ({own.ended} that had left it, and {own.open} still "
        f"there counted with them), reckoned on {own.on:%d-%m-%Y}"
    )


def _no_next_date(flag: Flag, law: Law) -> str:
    facts = flag.facts
    return (
        f"The last listing{_of(facts)} was on {day(facts['on'])} "
        f"({label(facts['outcome'], HearingOutcome)}), "
        "and no next date is on record."
    )


def _outcome_missing(flag: Flag, law: Law) -> str:
    facts = flag.facts
    purpose = f" for {label(facts['purpose'], Purpose)}" if "purpose" in facts else ""
    return (
        f"The case was listed{purpose}{_of(facts)} on {day(facts['on'])}, and what happened is not on record."
    )


def _adjournments(flag: Flag, law: Law) -> str:
    facts = flag.facts
    on = ", ".join(day(one) for one in facts["on"].split())
    few, _, many = facts.get("rule", "3 5").partition(" ")
    text = (
        f"{facts['count']} adjournments at the request of the {facts['by']} in this proceeding "
        f"(lately {on}). The office is warned at {few}, and again at {many}."
    )
    if facts.get("code") == "CrPC":
        return (
            text
            + " CrPC 309 sets no number; each adjournment asks for reasons in writing, "
            + "and the court may put costs."
        )
    return text + (
        " BNSS 346(2) allows a party not more than two, for reasons beyond its control; "
        "whether that is for each stage or the whole case is not settled."
    )


def _age_pending(flag: Flag, law: Law) -> str:
    facts = flag.facts
    status = {"pending": "being determined", "disputed": "disputed"}.get(facts["status"], "not known")
    text = f"The age of {flag.who} is {status} since {_since(flag)}"
    if "range" in facts:
        low, _, high = facts["range"].partition("-")
        text += f"; on file is a range of {low or '?'} to {high or '?'} years"
        text += f" ({label(facts['basis'])}), kept as a range" if "basis" in facts else ", kept as a range"
    elif "basis" in facts:
        text += f" (so far: {label(facts['basis'])})"
    return text + (
        ". Charges, court and custody period may turn on under 18, 16, 14 and 12. Proof in order: school or "
        "matriculation certificate, then a municipal or panchayat birth certificate, a medical test only if "
        "both are missing. Until then the procedure for a child is the safe one."
    )


def _absconding(flag: Flag, law: Law) -> str:
    facts = flag.facts
    if "warrant" in facts:
        return (
            f"A warrant against {flag.who} was issued on {day(facts['warrant'])}, and no arrest, "
            f"appearance or surrender is on record after more than {days_of(facts['days'])} (office rule)."
        )
    text = f"{flag.who} has absconded since {day(facts['absconded'])}"
    if "proclaimed" in facts and flag.severity == "urgent":
        text += f" and is a proclaimed offender since {day(facts['proclaimed'])}"
    return (
        text
        + "; no arrest, appearance or surrender is on record since. The trial of the others need not wait."
    )


def _delay(flag: Flag, law: Law) -> str:
    facts = flag.facts
    text = f"{flag.who} has been in custody since {day(facts['custody'])}, and "
    text += (
        f"no witness was heard after {day(facts['heard'])}" if "heard" in facts else "no witness was heard"
    )
    return text + f". {_warned(facts)} without a witness. Delay may be pleaded for bail. {_RULE}"


def _attrition(flag: Flag, law: Law) -> str:
    facts = flag.facts
    if "left" in facts:
        return (
            f"{flag.who} left the home on {day(facts['left'])} and has not been heard in court. A witness "
            f"who has moved may be lost to the trial. {_warned(facts)} after that. {_RULE}"
        )
    codes = facts["victims"].split()
    has = "has" if len(codes) == 1 else "have"
    return (
        f"{_list(codes)} {has} not been heard in court; the wait counts from {_since(flag)}, the rescue or "
        f"the FIR. {_warned(facts)} of waiting. {_RULE}"
    )


_RULE = "This is an office rule, not a limit of law; the law's own clocks stand beside it."


def _warned(facts: Mapping[str, str]) -> str:
    first = "at once" if facts["days"] == "0" else f"at {days_of(facts['days'])}"
    again = f", and again at {days_of(facts['breach_days'])}," if "breach_days" in facts else ""
    return f"The office is warned {first}{again}"


def _incomplete(flag: Flag, law: Law) -> str:
    facts = flag.facts
    words = facts.get("missing", "").split()
    lacks = [LACKS[word] for word in words if word in LACKS]
    parts = [f"The record lacks {_list(lacks)}"] if lacks else []
    if "uncharged" in facts:
        parts.append(f"no charge is on file against {_list(facts['uncharged'].split())}")
    if "outside" in facts:
        parts.append(f"outside the catalogue of sections, counted as other: {facts['outside']}")
    text = "; ".join(parts)
    return f"{text[:1].upper()}{text[1:]}. Clocks and rates that need what is missing can't be reckoned."


def _of(facts: Mapping[str, str]) -> str:
    key = facts.get("proceeding")
    return f" ({key})" if key else ""


def _since(flag: Flag) -> str:
    return day(flag.since) if flag.since and flag.since != date.min else "the start of the record"


def _list(words: list[str]) -> str:
    """Return the words as a sentence has them: a, b and c."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""


def _clear_stall(waiting: str | None, whole_stage: bool) -> str:
    if waiting == "appeal_periods":
        return "Recording an appeal, or that the case is closed."
    moves = "that ends this stage" if whole_stage else "that moves the case"
    if waiting is None:
        return f"Recording an event {moves}; a stay pauses it."
    return f"Recording {label(waiting, EventKind)}, or any other event {moves}; a stay pauses it."


_WHY: dict[str, Callable[[Flag, Law], str]] = {
    "default_bail": limit_words.custody,
    "limit_near": limit_words.near,
    "limit_missed": limit_words.missed,
    "appeal_window": limit_words.appeal,
    "stage_stalled": _stalled,
    "no_next_date": _no_next_date,
    "outcome_missing": _outcome_missing,
    "repeated_adjournments": _adjournments,
    "age_pending": _age_pending,
    "absconding": _absconding,
    "delay_bail_risk": _delay,
    "witness_attrition": _attrition,
    "incomplete": _incomplete,
    **dict.fromkeys(charge_words.KINDS, charge_words.why),
}

_CLEAR: dict[str, Callable[[Flag], str]] = {
    "stage_stalled": lambda flag: _clear_stall(flag.facts.get("waiting_for"), "own" in flag.facts),
    "no_next_date": lambda flag: "Recording the next date of that proceeding, or that it is disposed of.",
    "outcome_missing": lambda flag: f"Recording the outcome of {day(flag.facts['on'])}, with the next date.",
    "repeated_adjournments": lambda flag: (
        "The judgment. Until then: oppose a further request and ask for reasons in writing and costs."
    ),
    "age_pending": lambda flag: f"Recording the age of {flag.who} as determined, with what it rests on.",
    "absconding": lambda flag: f"Recording the arrest, appearance, surrender or death of {flag.who}.",
    "delay_bail_risk": lambda flag: (
        f"Recording that a witness was heard, or that {flag.who} is out of custody. Until then: ask for "
        "early and close dates for evidence, and see that the witnesses are summoned."
    ),
    "witness_attrition": lambda flag: (
        "Recording that the victim testified, or that the prosecution's evidence is closed. Until then: ask "
        "for an early hearing or one by video, and keep contact through the support person."
    ),
    "incomplete": lambda flag: "Adding what is missing to the record.",
}
