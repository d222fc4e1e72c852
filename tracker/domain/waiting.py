"""What a case waits for: the next event of its stage, by the case-file format's own table.

Where the table leaves a choice the first is named. A closure report that lies before the court
is waited for in place of a charge sheet.
"""

from __future__ import annotations

from tracker.domain.line import Line
from tracker.domain.words import EventKind

APPEAL_PERIODS = "appeal_periods"
"""What a decided case waits for: not an event but the end of the time to appeal."""

THEN = {
    "reported": "fir_registered",
    "fir": "charge_sheet_filed",
    "charge_sheet": "cognizance_taken",
    "charges_framed": "prosecution_evidence_opened",
    "prosecution_evidence": "prosecution_evidence_closed",
    "accused_statement": "defence_evidence_closed",
    "defence_evidence": "defence_evidence_closed",
    "arguments": "arguments_closed",
    "sentence": APPEAL_PERIODS,
}


def waiting_for(line: Line, court: str | None) -> str | None:
    """Return the event that the case waits for; `court` is the kind of the trial court."""
    stage, seen = line.stage, line.seen
    if stage == "closed":
        return None
    if line.stay_on:
        return "stay_vacated"
    if stage == "fir" and "closure_report_filed" in seen:
        return "closure_report_accepted"
    if stage == "cognizance":
        return _before_charge(line, court)
    if stage == "prosecution_evidence" and "prosecution_evidence_closed" in seen:
        return "accused_statement_recorded"
    if stage == "arguments" and "arguments_closed" in seen:
        return "judgment_delivered"
    if stage == "judgment":
        unsentenced = any(state.trial == "convicted" for state in line.people.states)
        return "sentence_passed" if unsentenced else APPEAL_PERIODS
    if stage == "appeal":
        filed, decided = seen.get("appeal_filed", ()), seen.get("appeal_decided", ())
        return "appeal_decided" if len(filed) > len(decided) else APPEAL_PERIODS
    return THEN[stage]


def _before_charge(line: Line, court: str | None) -> str:
    """Copies first, then the committal where a Court of Session tries, then the hearing on charge."""
    seen = line.seen
    if "first_hearing_on_charge" in seen:
        return "charges_framed"
    if "committed" not in seen:
        if not _for_all("documents_supplied", line):
            return "documents_supplied"
        if court == "sessions":
            return "committed"
    return "first_hearing_on_charge"


def _for_all(kind: str, line: Line) -> bool:
    events = line.seen.get(kind, ())
    if not events or not all(event.accused for event in events):
        return bool(events)
    named = {event.accused for event in events}
    return all(s.label in named for s in line.people.states if not s.ended and s.custody != "absconding")


def waiting_label(waiting: str | None) -> str:
    """Return what a case waits for in words; empty for nothing."""
    if not waiting:
        return ""
    return "the appeal periods to run out" if waiting == APPEAL_PERIODS else EventKind(waiting).label
