"""Which penal code governs an act, and which procedure code governs a step.

Two questions, never one. The *offence* follows the day of the act. The *procedure* follows each
step: the investigation the day of the FIR, the trial what was pending on 30 June 2024, an appeal
or an application the day of its filing. Where the High Courts differ the answer is `unsettled`
and stays so on the screen. The rules and who made them: `statutes.days.RULES`.

Without an FIR the first court event's day decides; without that, a journal that begins under the
new codes is theirs, and an older one is unsettled.
"""

from __future__ import annotations

from datetime import date

from statutes.days import APPLICATIONS_BY_STATE, NEW_CODES, RULES, TURNS, Turn
from tracker.domain.matter import Matter
from tracker.domain.words import kinds

CRPC, BNSS, UNSETTLED = "CrPC", "BNSS", "unsettled"
STEPS = ("investigation", "trial", "appeal", "application")

OUT_OF_COURT = kinds(
    "complaint_received rescue_attempted fir_registered investigation_transferred e_information_received"
    " preliminary_enquiry_permitted preliminary_enquiry_closed zero_fir_registered searched"
    " sanction_requested sanction_decided arrested detained_by_executive_magistrate absconded died rescued"
    " reported_to_cwc produced_before_cwc cwc_inquiry_ordered social_report_filed cwc_order_made"
    " special_relief_recommended special_relief_paid medically_examined medical_report_received"
    " placed_in_shelter left_shelter support_person_assigned told_of_progress compensation_paid invoked"
    " update_given added statement_recorded age_determined threat_report_called threat_report_received"
    " protection_ordered evidence_date_fixed"
)
"""Kinds of event that are not a court's: they don't decide the code of a matter without an FIR."""

IN_TRIAL = kinds(
    "committed first_hearing_on_charge discharge_applied charges_framed framed prosecution_evidence_opened"
    " testified prosecution_evidence_closed accused_statement_recorded defence_evidence_closed"
    " arguments_closed discharged convicted acquitted judgment_delivered sentence_passed appeal_filed"
)
"""Kinds that show a court had taken the matter up, for a journal that names no cognizance."""

APPLIED = kinds("bail_applied plea_bargain_applied compensation_applied revision_filed leave_petition_filed")
JUDGED = kinds("judgment_delivered convicted acquitted")
BEFORE_TRIAL = frozenset({"first_production", "remand", "bail"})

Answer = tuple[str, str, str, date | None]
"""The code, the id of the rule, what was found in words, and its day."""


def penal_codes(first_on: date | None, last_on: date | None) -> tuple[str, ...]:
    """Return the penal codes that govern an offence of those days: IPC, BNS, both, or none if undated."""
    first, last = first_on or last_on, last_on or first_on
    if first is None or last is None:
        return ()
    if last < NEW_CODES:
        return ("IPC",)
    return ("IPC", "BNS") if first < NEW_CODES else ("BNS",)


def crossed(first_on: date | None, last_on: date | None) -> tuple[Turn, ...]:
    """Return the days of changed offence law that lie inside the span: it is charged by parts."""
    if first_on is None or last_on is None or first_on == last_on:
        return ()
    return tuple(turn for turn in TURNS if turn.charges and first_on < turn.day <= last_on)


def procedure(matter: Matter) -> dict[str, str]:
    """Return the procedure code of each of `STEPS`: CrPC, BNSS or unsettled."""
    begun = _investigation(matter)
    if begun[0] == BNSS:
        return {"investigation": BNSS, "trial": BNSS, "appeal": BNSS, "application": BNSS}
    return {
        "investigation": begun[0],
        "trial": _trial(matter, begun)[0],
        "appeal": _appeal(matter, begun)[0],
        "application": _application(matter, begun, _applied_on(matter))[0],
    }


def why(matter: Matter, step: str) -> str:
    """Return why a step follows its code: what was found, the rule, its authority and how sure it is."""
    code, rule_id, found, day = _answer(matter, step)
    seen = f"{found} {day.day:02}-{day.month:02}-{day.year:04}" if day else found
    if not rule_id:
        return f"{code}: {seen}."
    rule = RULES[rule_id]
    return f"{code}: {seen}; {rule.says}. {rule.id}, {rule.authority}. Certainty: {rule.certainty}."


def application_code(matter: Matter, filed_on: date) -> str:
    """Return the code of an application filed on that day (REGIME-6)."""
    return _application(matter, _investigation(matter), filed_on)[0]


def _answer(matter: Matter, step: str) -> Answer:
    begun = _investigation(matter)
    if step == "trial":
        return _trial(matter, begun)
    if step == "appeal":
        return _appeal(matter, begun)
    if step == "application":
        return _application(matter, begun, _applied_on(matter))
    return begun


def _investigation(matter: Matter) -> Answer:
    """Answer by the FIR, else by the first court event, else by where the journal begins."""
    fir_on, fir, zero = matter.fir_on, matter.case.fir, matter.by_kind.get("zero_fir_registered")
    if fir_on and zero and zero[0].on < NEW_CODES <= fir_on:
        return UNSETTLED, "", "no ruling was found on an FIR registered again after a zero FIR of", zero[0].on
    if fir_on:
        return _by_day(fir_on, "FIR of")
    if zero:
        return _by_day(zero[0].on, "zero FIR of")
    if fir and fir.year and fir.year != NEW_CODES.year:
        return _by_day(date(fir.year, 1, 1), "only the year of the FIR is known, it began on")
    court_on = _first_in_court(matter)
    if court_on and (court_on < NEW_CODES or not (fir and fir.year)):
        return _by_day(court_on, "no day of an FIR is known, the first court event is of")
    if not court_on and matter.events and matter.events[0].on >= NEW_CODES:
        return _by_day(matter.events[0].on, "no FIR yet, the journal begins on")
    return UNSETTLED, "", "neither the day of the FIR nor that of a court event is known", None


def _trial(matter: Matter, begun: Answer) -> Answer:
    """Answer by cognizance, else by the first sign that the trial court had the matter.

    A charge sheet before, and nothing at all recorded since, is read as pending (REGIME-4): so an
    old case seen on an old day is not called unsettled for what nobody could know then.
    """
    if begun[0] == BNSS:
        return begun
    taken = matter.by_kind.get("cognizance_taken")
    if taken:
        return _pending(taken[0].on, "cognizance of")
    days = [matter.by_kind[kind][0].on for kind in IN_TRIAL & matter.by_kind.keys()]
    days += [h.on for h in matter.case.hearings if h.outcome and h.purpose not in BEFORE_TRIAL]
    told = matter.case.disposal
    if told and told.on:
        days.append(told.on)
    if days:
        return _pending(min(days), "no cognizance is recorded, the matter was before the trial court on")
    sheet = matter.by_kind.get("charge_sheet_filed")
    if sheet and matter.events[-1].on < NEW_CODES:
        return CRPC, "REGIME-4", "nothing is recorded after 30 June 2024, the charge sheet is of", sheet[0].on
    return UNSETTLED, "REGIME-4B", "the day of cognizance is not known", None


def _appeal(matter: Matter, begun: Answer) -> Answer:
    filed = matter.by_kind.get("appeal_filed")
    if filed:
        return _filed(filed[-1].on, "appeal filed on")
    if begun[0] == BNSS:
        return begun
    judged = [matter.by_kind[kind][0].on for kind in JUDGED & matter.by_kind.keys()]
    told = matter.case.disposal
    if told and told.on:
        judged.append(told.on)
    if judged:
        return _filed(min(judged), "no appeal is recorded, the judgment is of")
    return UNSETTLED, "", "no appeal is recorded, and the day of filing will decide", None


def _application(matter: Matter, begun: Answer, filed_on: date | None) -> Answer:
    if begun[0] == BNSS:
        return begun
    if filed_on is None:
        return UNSETTLED, "REGIME-6", "no application is recorded, and the day of filing will decide", None
    if filed_on < NEW_CODES:
        return CRPC, "REGIME-1", "application of", filed_on
    state = (matter.case.fir and matter.case.fir.state) or ""
    return APPLICATIONS_BY_STATE.get(state, UNSETTLED), "REGIME-6", "application of", filed_on


def _by_day(day: date, found: str) -> Answer:
    return (CRPC, "REGIME-1", found, day) if day < NEW_CODES else (BNSS, "REGIME-2", found, day)


def _pending(day: date, found: str) -> Answer:
    return (CRPC, "REGIME-4", found, day) if day < NEW_CODES else (UNSETTLED, "REGIME-4B", found, day)


def _filed(day: date, found: str) -> Answer:
    return (CRPC, "REGIME-5B", found, day) if day < NEW_CODES else (BNSS, "REGIME-5", found, day)


def _applied_on(matter: Matter) -> date | None:
    return max((matter.by_kind[kind][-1].on for kind in APPLIED & matter.by_kind.keys()), default=None)


def _first_in_court(matter: Matter) -> date | None:
    days = [h.on for h in matter.case.hearings if h.outcome]
    days += [events[0].on for kind, events in matter.by_kind.items() if kind not in OUT_OF_COURT]
    return min(days, default=None)
