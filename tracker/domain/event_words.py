"""What can happen in a case: the kinds of event, whom each is about, and when to choose it.

The kinds stand in four groups; the group says whom an event of the kind is about (`SCOPE`). A new
kind goes into its group. Sections are those of the old and of the new code, in that order.
"""

from __future__ import annotations

from tracker.domain.event_help import HELP
from tracker.domain.word import Word


class EventKind(Word):
    """What can happen in a case. Whom each kind is about: `SCOPE`."""

    # on the case
    COMPLAINT_RECEIVED = "complaint_received", "complaint received"
    RESCUE_ATTEMPTED = "rescue_attempted", "rescue attempted"
    FIR_REGISTERED = "fir_registered", "FIR registered"
    INVESTIGATION_TRANSFERRED = "investigation_transferred", "investigation transferred"
    CHARGE_SHEET_FILED = "charge_sheet_filed", "charge sheet filed"
    SUPPLEMENTARY_CHARGE_SHEET_FILED = "supplementary_charge_sheet_filed", "supplementary charge sheet filed"
    CHARGES_ALTERED = "charges_altered", "charges altered by the court"
    CLOSURE_REPORT_FILED = "closure_report_filed", "closure report filed"
    CLOSURE_REPORT_ACCEPTED = "closure_report_accepted", "closure report accepted"
    FURTHER_INVESTIGATION_ORDERED = "further_investigation_ordered", "further investigation ordered"
    COGNIZANCE_TAKEN = "cognizance_taken", "cognizance taken"
    DOCUMENTS_SUPPLIED = "documents_supplied", "copies given to the accused"
    COMMITTED = "committed", "committed to the Court of Session"
    DISCHARGE_APPLIED = "discharge_applied", "discharge applied for"
    FIRST_HEARING_ON_CHARGE = "first_hearing_on_charge", "first hearing on charge"
    CHARGES_FRAMED = "charges_framed", "charges framed"
    EVIDENCE_DATE_FIXED = "evidence_date_fixed", "first date fixed for evidence"
    PROSECUTION_EVIDENCE_OPENED = "prosecution_evidence_opened", "first prosecution witness examined"
    PROSECUTION_EVIDENCE_CLOSED = "prosecution_evidence_closed", "prosecution evidence closed"
    ACCUSED_STATEMENT_RECORDED = "accused_statement_recorded", "statement of accused recorded (s.313 / s.351)"
    DEFENCE_EVIDENCE_CLOSED = "defence_evidence_closed", "defence evidence closed"
    ARGUMENTS_CLOSED = "arguments_closed", "arguments closed"
    JUDGMENT_DELIVERED = "judgment_delivered", "judgment delivered"
    SENTENCE_PASSED = "sentence_passed", "sentence passed"
    APPEAL_FILED = "appeal_filed", "appeal filed"
    APPEAL_DECIDED = "appeal_decided", "appeal decided"
    TRIAL_STAYED = "trial_stayed", "trial stayed"
    STAY_VACATED = "stay_vacated", "stay vacated"
    TRANSFERRED = "transferred", "transferred to another court"
    RETRIAL_ORDERED = "retrial_ordered", "retrial ordered"
    QUASHED = "quashed", "quashed"
    WITHDRAWN = "withdrawn", "withdrawn from prosecution"
    CLOSED = "closed", "closed"
    REOPENED = "reopened", "reopened"
    E_INFORMATION_RECEIVED = "e_information_received", "information received electronically"
    PRELIMINARY_ENQUIRY_PERMITTED = "preliminary_enquiry_permitted", "preliminary enquiry permitted"
    PRELIMINARY_ENQUIRY_CLOSED = "preliminary_enquiry_closed", "preliminary enquiry closed"
    ZERO_FIR_REGISTERED = "zero_fir_registered", "zero FIR registered"
    SEARCHED = "searched", "search made"
    SANCTION_REQUESTED = "sanction_requested", "sanction to prosecute asked for"
    SANCTION_DECIDED = "sanction_decided", "sanction to prosecute decided"
    PROPERTY_PRODUCED = "property_produced", "property produced in court"
    PROPERTY_RECORDED = "property_recorded", "property listed and photographed"
    PROPERTY_DISPOSED = "property_disposed", "property disposed of"
    PROCEEDS_NOTICE = "proceeds_notice", "notice on proceeds of crime"
    PROCEEDS_FORFEITED = "proceeds_forfeited", "proceeds of crime forfeited"
    PROCEEDS_DISTRIBUTED = "proceeds_distributed", "proceeds paid to victims"
    PREMISES_NOTICE_SERVED = "premises_notice_served", "notice to close premises served"
    PREMISES_CLOSED = "premises_closed", "premises ordered closed"
    PREMISES_VACATED = "premises_vacated", "premises vacated"
    PLEA_BARGAIN_APPLIED = "plea_bargain_applied", "plea bargain applied for"
    PLEA_BARGAIN_ALLOWED = "plea_bargain_allowed", "plea bargain allowed to be worked out"
    THREAT_REPORT_CALLED = "threat_report_called", "threat report called for"
    THREAT_REPORT_RECEIVED = "threat_report_received", "threat report received"
    PROTECTION_ORDERED = "protection_ordered", "witness protection ordered"
    PROSECUTOR_NOTICED = "prosecutor_noticed", "notice to the prosecutor"
    DOCUMENTS_ADMITTED = "documents_admitted", "documents admitted or denied"
    JUDGMENT_UPLOADED = "judgment_uploaded", "judgment put on the court's site"
    REVISION_FILED = "revision_filed", "revision filed"
    LEAVE_PETITION_FILED = "leave_petition_filed", "special leave petition filed"
    COPY_APPLIED = "copy_applied", "certified copy applied for"
    COPY_READY = "copy_ready", "certified copy ready"
    COPY_COLLECTED = "copy_collected", "certified copy collected"
    COMPOUNDED = "compounded", "compounded"

    # on an accused
    ARRESTED = "arrested", "arrested"
    PRODUCED = "produced", "produced before the court"
    APPEARED = "appeared", "appeared"
    DETAINED_BY_EXECUTIVE_MAGISTRATE = "detained_by_executive_magistrate", "held by an Executive Magistrate"
    WARRANT_ISSUED = "warrant_issued", "warrant issued"
    ABSENTIA_NOTICE_PUBLISHED = "absentia_notice_published", "notice of trial in absence published"
    PRODUCED_BEFORE_JUVENILE_BOARD = (
        "produced_before_juvenile_board",
        "brought before the Juvenile Justice Board",
    )
    JUVENILE_BOARD_ORDER = "juvenile_board_order", "Juvenile Justice Board's order"
    STATEMENT_SIGNED = "statement_signed", "statement signed by the accused"
    APPEAL_CONTINUED = "appeal_continued", "appeal carried on by a relative"
    REMANDED = "remanded", "remanded"
    BAIL_APPLIED = "bail_applied", "bail applied for"
    BAIL_GRANTED = "bail_granted", "bail granted"
    DEFAULT_BAIL_GRANTED = "default_bail_granted", "default bail granted"
    BAIL_CANCELLED = "bail_cancelled", "bail cancelled"
    RELEASED = "released", "released"
    ABSCONDED = "absconded", "absconded"
    PROCLAMATION_PUBLISHED = "proclamation_published", "proclamation published"
    PROCLAIMED_OFFENDER = "proclaimed_offender", "declared a proclaimed offender"
    SURRENDERED = "surrendered", "surrendered"
    DIED = "died", "died"
    SENT_TO_JUVENILE_BOARD = "sent_to_juvenile_board", "sent to the Juvenile Justice Board"
    DISCHARGED = "discharged", "discharged"
    CONVICTED = "convicted", "convicted"
    ACQUITTED = "acquitted", "acquitted"

    # on a victim
    REPORTED_TO_SPECIAL_COURT = "reported_to_special_court", "reported to the Special Court"
    SAFE_CUSTODY_ORDERED = "safe_custody_ordered", "safe custody ordered"
    INTERIM_CUSTODY_ORDERED = "interim_custody_ordered", "interim safe custody ordered"
    PROTECTIVE_HOME_ORDERED = "protective_home_ordered", "protective home ordered"
    CUSTODY_ORDER_APPEALED = "custody_order_appealed", "order on the victim's custody appealed"
    CWC_INQUIRY_ORDERED = "cwc_inquiry_ordered", "Child Welfare Committee inquiry ordered"
    SOCIAL_REPORT_FILED = "social_report_filed", "social investigation report filed"
    CWC_ORDER_MADE = "cwc_order_made", "Child Welfare Committee's order"
    SPECIAL_RELIEF_RECOMMENDED = "special_relief_recommended", "special relief recommended"
    SPECIAL_RELIEF_PAID = "special_relief_paid", "special relief paid"
    COMPENSATION_INQUIRY_CLOSED = "compensation_inquiry_closed", "compensation inquiry closed"
    COURT_TOLD = "court_told", "court told of the support person"
    RESCUED = "rescued", "rescued"
    REPORTED_TO_CWC = "reported_to_cwc", "reported to the Child Welfare Committee"
    PRODUCED_BEFORE_CWC = "produced_before_cwc", "brought before the Child Welfare Committee"
    PRODUCED_BEFORE_MAGISTRATE = "produced_before_magistrate", "brought before a Magistrate"
    MEDICALLY_EXAMINED = "medically_examined", "medically examined"
    MEDICAL_REPORT_RECEIVED = "medical_report_received", "medical report received"
    STATEMENT_RECORDED = "statement_recorded", "statement recorded"
    AGE_INQUIRY_ORDERED = "age_inquiry_ordered", "age inquiry ordered"
    AGE_DETERMINED = "age_determined", "age determined"
    PLACED_IN_SHELTER = "placed_in_shelter", "placed in a shelter"
    LEFT_SHELTER = "left_shelter", "left the shelter"
    SUPPORT_PERSON_ASSIGNED = "support_person_assigned", "support person assigned"
    TESTIFIED = "testified", "testified"
    TURNED_HOSTILE = "turned_hostile", "turned hostile"
    COMPENSATION_APPLIED = "compensation_applied", "compensation applied for"
    COMPENSATION_ORDERED = "compensation_ordered", "compensation ordered"
    COMPENSATION_PAID = "compensation_paid", "compensation paid"
    TOLD_OF_PROGRESS = "told_of_progress", "told of the progress"
    UPDATE_GIVEN = "update_given", "update given by the office"

    # on a charge
    INVOKED = "invoked", "section invoked in the FIR"
    ADDED = "added", "section added"
    CHARGE_SHEETED = "charge_sheeted", "section in the charge sheet"
    FRAMED = "framed", "charge framed under the section"
    DROPPED = "dropped", "section dropped"


for _kind in EventKind:
    _kind.help = HELP[_kind.value]

_FIRST = {
    EventKind.COMPLAINT_RECEIVED: "case",
    EventKind.ARRESTED: "accused",
    EventKind.REPORTED_TO_SPECIAL_COURT: "victim",
    EventKind.INVOKED: "charge",
}
"""The first kind of each group."""


def _scopes() -> dict[str, str]:
    scopes, scope = {}, ""
    for kind in EventKind:
        scope = _FIRST.get(kind, scope)
        scopes[kind.value] = scope
    return scopes


SCOPE: dict[str, str] = _scopes()
"""Event kind to whom it is about: case, accused, victim or charge."""


def kinds(text: str) -> frozenset[str]:
    """Return the event kinds named in the text, apart by spaces; an unknown one is a ValueError."""
    return frozenset(EventKind(word).value for word in text.split())
