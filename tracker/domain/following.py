"""Which event may follow which: asked where an office records one, never where a register is imported.

The answer looks at the journal up to the day of the event, so that an early step found late can
still be filled in on its own day. A patchy journal is no bar: a stage already reached stands for
all the steps before it. `--out-of-order "why"` records a refused event all the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from tracker.domain import say
from tracker.domain.accused import ENDED
from tracker.domain.case import Case, Event
from tracker.domain.line import BRINGS, RANK, STEPS, Line
from tracker.domain.matter import Matter
from tracker.domain.shapes import AccusedState
from tracker.domain.words import EventKind, Stage, TrialState, kinds

NEEDS_STAGE = {
    "charge_sheet_filed": ("fir", "fir_registered"),
    "closure_report_filed": ("fir", "fir_registered"),
    "supplementary_charge_sheet_filed": ("charge_sheet", "charge_sheet_filed"),
    "cognizance_taken": ("charge_sheet", "charge_sheet_filed"),
    "documents_supplied": ("charge_sheet", "charge_sheet_filed"),
    "committed": ("cognizance", "cognizance_taken"),
    "discharge_applied": ("charge_sheet", "charge_sheet_filed"),
    "first_hearing_on_charge": ("cognizance", "cognizance_taken"),
    "discharged": ("charge_sheet", "charge_sheet_filed"),
    "charges_framed": ("cognizance", "cognizance_taken"),
    "framed": ("cognizance", "cognizance_taken"),
    "charges_altered": ("charges_framed", "charges_framed"),
    "prosecution_evidence_opened": ("charges_framed", "charges_framed"),
    "prosecution_evidence_closed": ("prosecution_evidence", "prosecution_evidence_opened"),
    "accused_statement_recorded": ("prosecution_evidence", "prosecution_evidence_opened"),
    "defence_evidence_closed": ("accused_statement", "accused_statement_recorded"),
    "arguments_closed": ("prosecution_evidence", "prosecution_evidence_opened"),
    "convicted": ("charges_framed", "charges_framed"),
    "acquitted": ("charges_framed", "charges_framed"),
    "judgment_delivered": ("charges_framed", "charges_framed"),
    "judgment_uploaded": ("judgment", "judgment_delivered"),
    "retrial_ordered": ("judgment", "judgment_delivered"),
    "appeal_continued": ("appeal", "appeal_filed"),
}
"""Event kind to the stage that must have been reached, and the event that reaches it."""

NEEDS_EVENT = {
    "closure_report_accepted": ("closure_report_filed",),
    "default_bail_granted": ("remanded",),
    "bail_cancelled": ("bail_granted", "default_bail_granted"),
    "remanded": ("arrested", "surrendered", "produced", "detained_by_executive_magistrate", "bail_cancelled"),
    "proclaimed_offender": ("proclamation_published", "absconded"),
    "sanction_decided": ("sanction_requested",),
    "plea_bargain_allowed": ("plea_bargain_applied",),
    "threat_report_received": ("threat_report_called",),
    "compensation_paid": ("compensation_ordered",),
    "special_relief_paid": ("special_relief_recommended",),
    "medical_report_received": ("medically_examined",),
    "copy_ready": ("copy_applied",),
    "copy_collected": ("copy_ready", "copy_applied"),
    "appeal_decided": ("appeal_filed",),
    "sentence_passed": ("convicted", "judgment_delivered"),
    "appeal_filed": (
        "judgment_delivered",
        "convicted",
        "acquitted",
        "discharged",
        "sentence_passed",
        "quashed",
    ),
}
"""Event kind to the events of which one must come first, for the same accused or victim."""

WHEN_CLOSED = kinds("closed closure_report_accepted") | (
    frozenset(BRINGS) | STEPS | kinds("judgment_delivered convicted acquitted discharged trial_stayed")
) - kinds(
    "appeal_filed appeal_decided charge_sheet_filed cognizance_taken complaint_received rescue_attempted"
)
"""Kinds that a closed case can't take before it is reopened."""

WHEN_STAYED = kinds(
    "committed first_hearing_on_charge charges_framed prosecution_evidence_opened prosecution_evidence_closed"
    " accused_statement_recorded defence_evidence_closed arguments_closed judgment_delivered convicted"
    " acquitted discharged sentence_passed trial_stayed"
)
ONCE = kinds("fir_registered died judgment_delivered prosecution_evidence_closed arguments_closed")
"""Kinds that a journal holds once, unless the case was sent back in between."""

AFTER_DEATH = kinds("died appeal_continued appeal_decided judgment_uploaded")
ON_TRIAL = kinds(
    "charges_framed accused_statement_recorded convicted acquitted discharged documents_supplied"
)


def refusal(case: Case, event: Event, court_kinds: Mapping[str, str]) -> str | None:
    """Return why the event can't follow what the journal holds, and what would have to come first.

    None means that it may be recorded. Keys and names are not checked here: `journal.faults`.
    """
    early = tuple(e for e in case.events if e.on <= event.on)
    hearings = tuple(h for h in case.hearings if h.on <= event.on)
    places = {n: i for i, n in enumerate((n for n, e in enumerate(case.events, 1) if e.on <= event.on), 1)}
    early = tuple(replace(e, corrects=places.get(e.corrects)) if e.corrects else e for e in early)
    disposal = case.disposal if case.disposal and case.disposal.on and case.disposal.on <= event.on else None
    matter = Matter(replace(case, events=early, hearings=hearings, disposal=disposal), court_kinds)
    line = Line(matter)
    said = (
        _closed(line, event)
        or _stayed(line, event)
        or _person(line, event)
        or _again(line, matter, event)
        or _too_early(line, event)
        or _unprepared(line, matter, event)
    )
    return f"{EventKind(event.kind).label} on {say.day(event.on)} can't follow: {said}" if said else None


def _closed(line: Line, event: Event) -> str | None:
    if line.stage == "closed" and event.kind in WHEN_CLOSED:
        since = f" since {say.day(line.since)}" if line.since else ""
        return f"the case is closed{since}; {_first('reopened')}"
    if event.kind == "reopened" and line.stage != "closed" and event.stage is None and event.accused is None:
        return f"the case is not closed, it stands at {Stage(line.stage).label}"
    return None


def _stayed(line: Line, event: Event) -> str | None:
    if line.stay_on and event.kind in WHEN_STAYED:
        return f"the trial is stayed since {say.day(line.stay_on)}; {_first('stay_vacated')}"
    if event.kind == "stay_vacated" and not line.stay_on and not line.stayed_people:
        return f"no stay is in force; {_first('trial_stayed')}"
    return None


def _person(line: Line, event: Event) -> str | None:
    """Look whether the one whom the event names can still be the subject of it."""
    state = _state(line, event)
    if state is None:
        return None
    if state.custody == "dead" and event.kind not in AFTER_DEATH and state.custody_since != event.on:
        return f"{state.label} died on {say.day(state.custody_since)}" if state.custody_since else "dead"
    if event.kind not in ON_TRIAL or state.trial not in ENDED or state.trial == "judged":
        return None
    if {event.kind, state.trial} <= {"convicted", "acquitted"} and (
        event.provisions or event.kind != state.trial
    ):
        return None
    since = f" since {say.day(state.trial_since)}" if state.trial_since else ""
    who, how = state.label or "the accused", TrialState(state.trial).label
    again = "retrial_ordered" if state.trial in ("convicted", "acquitted") else "reopened"
    return f"{who} is {how}{since}; {_first(again)}"


def _state(line: Line, event: Event) -> AccusedState | None:
    states = line.people.states
    if event.accused is None:
        return states[0] if len(states) == 1 and event.kind in AFTER_DEATH | ON_TRIAL else None
    return next((state for state in states if state.label == event.accused), None)


def _again(line: Line, matter: Matter, event: Event) -> str | None:
    if event.kind not in ONCE:
        return None
    for held in reversed(matter.by_kind.get(event.kind, ())):
        if held.accused == event.accused and not _sent_back_since(matter, held):
            return f"it is recorded already, on {say.day(held.on)}; to mend that line, correct it"
    return None


def _sent_back_since(matter: Matter, held: Event) -> bool:
    back = kinds("retrial_ordered reopened charges_altered further_investigation_ordered appeal_decided")
    return any(e.on >= held.on for kind in back for e in matter.by_kind.get(kind, ()))


def _too_early(line: Line, event: Event) -> str | None:
    needed = NEEDS_STAGE.get(event.kind)
    if needed is None:
        return None
    stage, first = needed
    reached = line.before if line.stage == "closed" else line.stage
    if RANK[reached] >= RANK[stage] or stage in line.entered:
        return None
    if event.kind == "cognizance_taken" and (line.closed_by or "closure_report_filed" in line.seen):
        return None  # a court may differ from the police's closure report and take cognizance
    since = f" since {say.day(line.since)}" if line.since else ""
    return f"the case stands at {Stage(reached).label}{since}; {_first(first)}"


def _unprepared(line: Line, matter: Matter, event: Event) -> str | None:
    needed = NEEDS_EVENT.get(event.kind)
    if needed is None or (event.kind == "appeal_filed" and RANK[line.stage] >= RANK["judgment"]):
        return None
    for kind in (*needed, event.kind):
        for held in matter.by_kind.get(kind, ()):
            same = event.accused is None or held.accused is None or held.accused == event.accused
            if same and (event.victim is None or held.victim is None or held.victim == event.victim):
                return None
    who = f" for {event.accused or event.victim}" if event.accused or event.victim else ""
    return f"nothing in the journal leads to it{who}; {_first(*needed)}"


def _first(*kinds_: str) -> str:
    named = " or ".join(f"{kind} ({EventKind(kind).label})" for kind in kinds_)
    return f"{named} would have to come first"
