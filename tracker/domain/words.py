"""The closed lists: every word a case file may use, with its label and a line of help.

A word is what is written in a case file and kept in the database; its label is what a person
reads; its help says when to choose it. Words are fixed by the case-file format, version 1:
labels and help may be bettered, a word may not change.

A word compares equal to its plain text, so rows read from a database need no conversion.
"""

from __future__ import annotations

from enum import StrEnum


class Word(StrEnum):
    """A word of a closed list; `label` is read by people, `help` says when it is right."""

    label: str
    help: str

    def __new__(cls, value: str, label: str = "", help: str = "") -> Word:  # noqa: A002
        """Make the word; without a label, the word itself with spaces for underscores."""
        word = str.__new__(cls, value)
        word._value_ = value
        word.label = label or value.replace("_", " ")
        word.help = help
        return word


class AgeStatus(Word):
    """What the office may say of a victim's age."""

    MINOR = "minor", "minor", ""
    ADULT = "adult", "adult", ""
    PENDING = "pending", "pending", ""
    DISPUTED = "disputed", "disputed", ""
    UNKNOWN = "unknown", "unknown", ""


class AgeBasis(Word):
    """What a statement of age rests on, best proof first (JJ Act s. 94)."""

    SCHOOL_CERTIFICATE = "school_certificate", "school certificate", ""
    BIRTH_CERTIFICATE = "birth_certificate", "birth certificate", ""
    OSSIFICATION = "ossification", "ossification", ""
    IDENTITY_CARD = "identity_card", "identity card", ""
    SELF_STATED = "self_stated", "self stated", ""
    OTHER = "other", "other", ""


class FirMode(Word):
    """How the information reached the police."""

    WRITTEN = "written", "written", ""
    ELECTRONIC = "electronic", "electronic", ""
    ZERO = "zero", "zero", ""


class Sex(Word):
    """Sex as the record gives it."""

    F = "F", "F", ""
    M = "M", "M", ""
    T = "T", "T", ""
    UNKNOWN = "unknown", "unknown", ""


class Role(Word):
    """What an accused is said to have done in the trade."""

    TRAFFICKER = "trafficker", "trafficker", ""
    RECRUITER = "recruiter", "recruiter", ""
    TRANSPORTER = "transporter", "transporter", ""
    MANAGER = "manager", "manager", ""
    PREMISES_OWNER = "premises_owner", "premises owner", ""
    CUSTOMER = "customer", "customer", ""
    OTHER = "other", "other", ""


class ProceedingKind(Word):
    """What kind of matter a court has numbered."""

    TRIAL = "trial", "trial", ""
    BAIL = "bail", "bail", ""
    APPEAL = "appeal", "appeal", ""
    REVISION = "revision", "revision", ""
    QUASHING = "quashing", "quashing", ""
    VICTIM_CUSTODY = "victim_custody", "victim custody", ""
    CLOSURE_OF_PREMISES = "closure_of_premises", "closure of premises", ""
    OTHER = "other", "other", ""


class CourtKind(Word):
    """What kind of court it is."""

    MAGISTRATE = "magistrate", "magistrate", ""
    SESSIONS = "sessions", "sessions", ""
    SPECIAL_POCSO = "special_pocso", "special pocso", ""
    SPECIAL_ITPA = "special_itpa", "special itpa", ""
    JUVENILE_BOARD = "juvenile_board", "juvenile board", ""
    HIGH_COURT = "high_court", "high court", ""
    SUPREME_COURT = "supreme_court", "supreme court", ""
    CHILDRENS_COURT = "childrens_court", "childrens court", ""
    SPECIAL_MCOCA = "special_mcoca", "special mcoca", ""
    SPECIAL_SCST = "special_scst", "special scst", ""
    EXECUTIVE_MAGISTRATE = "executive_magistrate", "executive magistrate", ""


class Purpose(Word):
    """What a matter is listed for."""

    FIRST_PRODUCTION = "first_production", "first production", ""
    REMAND = "remand", "remand", ""
    BAIL = "bail", "bail", ""
    APPEARANCE = "appearance", "appearance", ""
    COPIES = "copies", "copies", ""
    CHARGE = "charge", "charge", ""
    EVIDENCE = "evidence", "evidence", ""
    CHILD_EVIDENCE = "child_evidence", "child evidence", ""
    ACCUSED_STATEMENT = "accused_statement", "accused statement", ""
    DEFENCE_EVIDENCE = "defence_evidence", "defence evidence", ""
    ARGUMENTS = "arguments", "arguments", ""
    JUDGMENT = "judgment", "judgment", ""
    SENTENCE = "sentence", "sentence", ""
    ORDER = "order", "order", ""
    WARRANT = "warrant", "warrant", ""
    STEPS = "steps", "steps", ""
    COMMITTAL = "committal", "committal", ""
    OTHER = "other", "other", ""


class HearingOutcome(Word):
    """What happened when the matter was called."""

    HELD = "held", "held", ""
    PART_HEARD = "part_heard", "part heard", ""
    ADJOURNED = "adjourned", "adjourned", ""
    NOT_REACHED = "not_reached", "not reached", ""
    JUDGE_ABSENT = "judge_absent", "judge absent", ""
    STRIKE = "strike", "strike", ""
    PASSED_OVER = "passed_over", "passed over", ""
    ORDER_RESERVED = "order_reserved", "order reserved", ""
    JUDGMENT = "judgment", "judgment", ""
    DISPOSED = "disposed", "disposed", ""


class HearingReason(Word):
    """Why a hearing did not go on."""

    ADVOCATE_ABSENT = "advocate_absent", "advocate absent", ""
    ACCUSED_NOT_PRODUCED = "accused_not_produced", "accused not produced", ""
    WITNESS_ABSENT = "witness_absent", "witness absent", ""
    WITNESS_NOT_SUMMONED = "witness_not_summoned", "witness not summoned", ""
    OFFICER_ABSENT = "officer_absent", "officer absent", ""
    PROSECUTOR_ABSENT = "prosecutor_absent", "prosecutor absent", ""
    RECORD_NOT_READY = "record_not_ready", "record not ready", ""
    REPORT_AWAITED = "report_awaited", "report awaited", ""
    TIME_SOUGHT = "time_sought", "time sought", ""
    SETTLEMENT_TALKS = "settlement_talks", "settlement talks", ""
    COURT_BUSY = "court_busy", "court busy", ""
    OTHER = "other", "other", ""


class AskedBy(Word):
    """Who asked for the adjournment."""

    PROSECUTION = "prosecution", "prosecution", ""
    DEFENCE = "defence", "defence", ""
    COURT = "court", "court", ""
    WITNESS = "witness", "witness", ""
    PRODUCTION = "production", "production", ""
    OTHER = "other", "other", ""


class RescueOutcome(Word):
    """What came of a rescue."""

    CALLED_OFF = "called_off", "called off", ""
    NOBODY_FOUND = "nobody_found", "nobody found", ""
    RESCUED = "rescued", "rescued", ""


class Source(Word):
    """Where a fact was read."""

    FIR_COPY = "fir_copy", "fir copy", ""
    CHARGE_SHEET = "charge_sheet", "charge sheet", ""
    ROZNAMA = "roznama", "roznama", ""
    COURT_WEBSITE = "court_website", "court website", ""
    TOLD = "told", "told", ""


class Custody(Word):
    """Whose custody a remand is to."""

    POLICE = "police", "police", ""
    JUDICIAL = "judicial", "judicial", ""


class StatementBefore(Word):
    """Who recorded a statement."""

    MAGISTRATE = "magistrate", "magistrate", ""
    POLICE = "police", "police", ""


class AppealBy(Word):
    """Who appealed."""

    ACCUSED = "accused", "accused", ""
    STATE = "state", "state", ""
    VICTIM = "victim", "victim", ""


class AppealResult(Word):
    """What the appeal court did."""

    UPHELD = "upheld", "upheld", ""
    SET_ASIDE = "set_aside", "set aside", ""
    MODIFIED = "modified", "modified", ""
    RETRIAL = "retrial", "retrial", ""


class ClosureGround(Word):
    """Why the police want to close the case."""

    UNDETECTED = "undetected", "undetected", ""
    FALSE = "false", "false", ""
    MISTAKE_OR_CIVIL = "mistake_or_civil", "mistake or civil", ""
    INSUFFICIENT = "insufficient", "insufficient", ""


class AcquittalReason(Word):
    """The main reason the judgment gives."""

    HOSTILE_WITNESS = "hostile_witness", "hostile witness", ""
    AGE_NOT_PROVED = "age_not_proved", "age not proved", ""
    IDENTITY = "identity", "identity", ""
    DELAY = "delay", "delay", ""
    SEARCH_OR_SEIZURE = "search_or_seizure", "search or seizure", ""
    BENEFIT_OF_DOUBT = "benefit_of_doubt", "benefit of doubt", ""
    OTHER = "other", "other", ""


class EventKind(Word):
    """What can happen in a case. Whom each kind is about: `SCOPE`."""

    COMPLAINT_RECEIVED = "complaint_received", "complaint received", ""
    RESCUE_ATTEMPTED = "rescue_attempted", "rescue attempted", ""
    FIR_REGISTERED = "fir_registered", "fir registered", ""
    INVESTIGATION_TRANSFERRED = "investigation_transferred", "investigation transferred", ""
    CHARGE_SHEET_FILED = "charge_sheet_filed", "charge sheet filed", ""
    SUPPLEMENTARY_CHARGE_SHEET_FILED = "supplementary_charge_sheet_filed", "supplementary charge sheet filed", ""
    CHARGES_ALTERED = "charges_altered", "charges altered", ""
    CLOSURE_REPORT_FILED = "closure_report_filed", "closure report filed", ""
    CLOSURE_REPORT_ACCEPTED = "closure_report_accepted", "closure report accepted", ""
    FURTHER_INVESTIGATION_ORDERED = "further_investigation_ordered", "further investigation ordered", ""
    COGNIZANCE_TAKEN = "cognizance_taken", "cognizance taken", ""
    DOCUMENTS_SUPPLIED = "documents_supplied", "documents supplied", ""
    COMMITTED = "committed", "committed", ""
    DISCHARGE_APPLIED = "discharge_applied", "discharge applied", ""
    FIRST_HEARING_ON_CHARGE = "first_hearing_on_charge", "first hearing on charge", ""
    CHARGES_FRAMED = "charges_framed", "charges framed", ""
    EVIDENCE_DATE_FIXED = "evidence_date_fixed", "evidence date fixed", ""
    PROSECUTION_EVIDENCE_OPENED = "prosecution_evidence_opened", "prosecution evidence opened", ""
    PROSECUTION_EVIDENCE_CLOSED = "prosecution_evidence_closed", "prosecution evidence closed", ""
    ACCUSED_STATEMENT_RECORDED = "accused_statement_recorded", "accused statement recorded", ""
    DEFENCE_EVIDENCE_CLOSED = "defence_evidence_closed", "defence evidence closed", ""
    ARGUMENTS_CLOSED = "arguments_closed", "arguments closed", ""
    JUDGMENT_DELIVERED = "judgment_delivered", "judgment delivered", ""
    SENTENCE_PASSED = "sentence_passed", "sentence passed", ""
    APPEAL_FILED = "appeal_filed", "appeal filed", ""
    APPEAL_DECIDED = "appeal_decided", "appeal decided", ""
    TRIAL_STAYED = "trial_stayed", "trial stayed", ""
    STAY_VACATED = "stay_vacated", "stay vacated", ""
    TRANSFERRED = "transferred", "transferred", ""
    RETRIAL_ORDERED = "retrial_ordered", "retrial ordered", ""
    QUASHED = "quashed", "quashed", ""
    WITHDRAWN = "withdrawn", "withdrawn", ""
    CLOSED = "closed", "closed", ""
    REOPENED = "reopened", "reopened", ""
    E_INFORMATION_RECEIVED = "e_information_received", "e information received", ""
    PRELIMINARY_ENQUIRY_PERMITTED = "preliminary_enquiry_permitted", "preliminary enquiry permitted", ""
    PRELIMINARY_ENQUIRY_CLOSED = "preliminary_enquiry_closed", "preliminary enquiry closed", ""
    ZERO_FIR_REGISTERED = "zero_fir_registered", "zero fir registered", ""
    SEARCHED = "searched", "searched", ""
    SANCTION_REQUESTED = "sanction_requested", "sanction requested", ""
    SANCTION_DECIDED = "sanction_decided", "sanction decided", ""
    PROPERTY_PRODUCED = "property_produced", "property produced", ""
    PROPERTY_RECORDED = "property_recorded", "property recorded", ""
    PROPERTY_DISPOSED = "property_disposed", "property disposed", ""
    PROCEEDS_NOTICE = "proceeds_notice", "proceeds notice", ""
    PROCEEDS_FORFEITED = "proceeds_forfeited", "proceeds forfeited", ""
    PROCEEDS_DISTRIBUTED = "proceeds_distributed", "proceeds distributed", ""
    PREMISES_NOTICE_SERVED = "premises_notice_served", "premises notice served", ""
    PREMISES_CLOSED = "premises_closed", "premises closed", ""
    PREMISES_VACATED = "premises_vacated", "premises vacated", ""
    PLEA_BARGAIN_APPLIED = "plea_bargain_applied", "plea bargain applied", ""
    PLEA_BARGAIN_ALLOWED = "plea_bargain_allowed", "plea bargain allowed", ""
    THREAT_REPORT_CALLED = "threat_report_called", "threat report called", ""
    THREAT_REPORT_RECEIVED = "threat_report_received", "threat report received", ""
    PROTECTION_ORDERED = "protection_ordered", "protection ordered", ""
    PROSECUTOR_NOTICED = "prosecutor_noticed", "prosecutor noticed", ""
    DOCUMENTS_ADMITTED = "documents_admitted", "documents admitted", ""
    JUDGMENT_UPLOADED = "judgment_uploaded", "judgment uploaded", ""
    REVISION_FILED = "revision_filed", "revision filed", ""
    LEAVE_PETITION_FILED = "leave_petition_filed", "leave petition filed", ""
    COPY_APPLIED = "copy_applied", "copy applied", ""
    COPY_READY = "copy_ready", "copy ready", ""
    COMPOUNDED = "compounded", "compounded", ""
    ARRESTED = "arrested", "arrested", ""
    PRODUCED = "produced", "produced", ""
    APPEARED = "appeared", "appeared", ""
    DETAINED_BY_EXECUTIVE_MAGISTRATE = "detained_by_executive_magistrate", "detained by executive magistrate", ""
    WARRANT_ISSUED = "warrant_issued", "warrant issued", ""
    ABSENTIA_NOTICE_PUBLISHED = "absentia_notice_published", "absentia notice published", ""
    PRODUCED_BEFORE_JUVENILE_BOARD = "produced_before_juvenile_board", "produced before juvenile board", ""
    JUVENILE_BOARD_ORDER = "juvenile_board_order", "juvenile board order", ""
    STATEMENT_SIGNED = "statement_signed", "statement signed", ""
    APPEAL_CONTINUED = "appeal_continued", "appeal continued", ""
    REMANDED = "remanded", "remanded", ""
    BAIL_APPLIED = "bail_applied", "bail applied", ""
    BAIL_GRANTED = "bail_granted", "bail granted", ""
    DEFAULT_BAIL_GRANTED = "default_bail_granted", "default bail granted", ""
    BAIL_CANCELLED = "bail_cancelled", "bail cancelled", ""
    RELEASED = "released", "released", ""
    ABSCONDED = "absconded", "absconded", ""
    PROCLAMATION_PUBLISHED = "proclamation_published", "proclamation published", ""
    PROCLAIMED_OFFENDER = "proclaimed_offender", "proclaimed offender", ""
    SURRENDERED = "surrendered", "surrendered", ""
    DIED = "died", "died", ""
    SENT_TO_JUVENILE_BOARD = "sent_to_juvenile_board", "sent to juvenile board", ""
    DISCHARGED = "discharged", "discharged", ""
    CONVICTED = "convicted", "convicted", ""
    ACQUITTED = "acquitted", "acquitted", ""
    REPORTED_TO_SPECIAL_COURT = "reported_to_special_court", "reported to special court", ""
    SAFE_CUSTODY_ORDERED = "safe_custody_ordered", "safe custody ordered", ""
    INTERIM_CUSTODY_ORDERED = "interim_custody_ordered", "interim custody ordered", ""
    PROTECTIVE_HOME_ORDERED = "protective_home_ordered", "protective home ordered", ""
    CUSTODY_ORDER_APPEALED = "custody_order_appealed", "custody order appealed", ""
    CWC_INQUIRY_ORDERED = "cwc_inquiry_ordered", "cwc inquiry ordered", ""
    SOCIAL_REPORT_FILED = "social_report_filed", "social report filed", ""
    CWC_ORDER_MADE = "cwc_order_made", "cwc order made", ""
    SPECIAL_RELIEF_RECOMMENDED = "special_relief_recommended", "special relief recommended", ""
    SPECIAL_RELIEF_PAID = "special_relief_paid", "special relief paid", ""
    COMPENSATION_INQUIRY_CLOSED = "compensation_inquiry_closed", "compensation inquiry closed", ""
    COURT_TOLD = "court_told", "court told", ""
    RESCUED = "rescued", "rescued", ""
    REPORTED_TO_CWC = "reported_to_cwc", "reported to cwc", ""
    PRODUCED_BEFORE_CWC = "produced_before_cwc", "produced before cwc", ""
    PRODUCED_BEFORE_MAGISTRATE = "produced_before_magistrate", "produced before magistrate", ""
    MEDICALLY_EXAMINED = "medically_examined", "medically examined", ""
    MEDICAL_REPORT_RECEIVED = "medical_report_received", "medical report received", ""
    STATEMENT_RECORDED = "statement_recorded", "statement recorded", ""
    AGE_INQUIRY_ORDERED = "age_inquiry_ordered", "age inquiry ordered", ""
    AGE_DETERMINED = "age_determined", "age determined", ""
    PLACED_IN_SHELTER = "placed_in_shelter", "placed in shelter", ""
    LEFT_SHELTER = "left_shelter", "left shelter", ""
    SUPPORT_PERSON_ASSIGNED = "support_person_assigned", "support person assigned", ""
    TESTIFIED = "testified", "testified", ""
    TURNED_HOSTILE = "turned_hostile", "turned hostile", ""
    COMPENSATION_APPLIED = "compensation_applied", "compensation applied", ""
    COMPENSATION_ORDERED = "compensation_ordered", "compensation ordered", ""
    COMPENSATION_PAID = "compensation_paid", "compensation paid", ""
    TOLD_OF_PROGRESS = "told_of_progress", "told of progress", ""
    INVOKED = "invoked", "invoked", ""
    ADDED = "added", "added", ""
    CHARGE_SHEETED = "charge_sheeted", "charge sheeted", ""
    FRAMED = "framed", "framed", ""
    DROPPED = "dropped", "dropped", ""


SCOPE: dict[str, str] = {
    kind: scope
    for scope, kinds in (
        ("case", "complaint_received rescue_attempted fir_registered investigation_transferred charge_sheet_filed supplementary_charge_sheet_filed charges_altered closure_report_filed closure_report_accepted further_investigation_ordered cognizance_taken documents_supplied committed discharge_applied first_hearing_on_charge charges_framed evidence_date_fixed prosecution_evidence_opened prosecution_evidence_closed accused_statement_recorded defence_evidence_closed arguments_closed judgment_delivered sentence_passed appeal_filed appeal_decided trial_stayed stay_vacated transferred retrial_ordered quashed withdrawn closed reopened e_information_received preliminary_enquiry_permitted preliminary_enquiry_closed zero_fir_registered searched sanction_requested sanction_decided property_produced property_recorded property_disposed proceeds_notice proceeds_forfeited proceeds_distributed premises_notice_served premises_closed premises_vacated plea_bargain_applied plea_bargain_allowed threat_report_called threat_report_received protection_ordered prosecutor_noticed documents_admitted judgment_uploaded revision_filed leave_petition_filed copy_applied copy_ready compounded"),
        ("accused", "arrested produced appeared detained_by_executive_magistrate warrant_issued absentia_notice_published produced_before_juvenile_board juvenile_board_order statement_signed appeal_continued remanded bail_applied bail_granted default_bail_granted bail_cancelled released absconded proclamation_published proclaimed_offender surrendered died sent_to_juvenile_board discharged convicted acquitted"),
        ("victim", "reported_to_special_court safe_custody_ordered interim_custody_ordered protective_home_ordered custody_order_appealed cwc_inquiry_ordered social_report_filed cwc_order_made special_relief_recommended special_relief_paid compensation_inquiry_closed court_told rescued reported_to_cwc produced_before_cwc produced_before_magistrate medically_examined medical_report_received statement_recorded age_inquiry_ordered age_determined placed_in_shelter left_shelter support_person_assigned testified turned_hostile compensation_applied compensation_ordered compensation_paid told_of_progress"),
        ("charge", "invoked added charge_sheeted framed dropped"),
    )
    for kind in kinds.split()
}
"""Event kind to whom it is about: case, accused, victim or charge."""


def kinds(text: str) -> frozenset[str]:
    """Return the event kinds named in the text, apart by spaces; an unknown one is a ValueError."""
    return frozenset(EventKind(word).value for word in text.split())


class FactWord(Word):
    """Patterns of fact that the charge suggestions read."""

    PREMISES_USED_FOR_PROSTITUTION = "premises_used_for_prostitution", "premises used for prostitution", ""
    LIVED_ON_EARNINGS = "lived_on_earnings", "lived on earnings", ""
    PROCURED = "procured", "procured", ""
    DETAINED = "detained", "detained", ""
    PUBLIC_PLACE = "public_place", "public place", ""
    NEAR_PUBLIC_PLACE = "near_public_place", "near public place", ""
    SOLICITED = "solicited", "solicited", ""
    TRAFFICKED_BY_FORCE_FRAUD_OR_PAYMENT = "trafficked_by_force_fraud_or_payment", "trafficked by force fraud or payment", ""
    BOUGHT = "bought", "bought", ""
    SOLD = "sold", "sold", ""
    USED_FOR_SEX = "used_for_sex", "used for sex", ""
    CHILD_SEXUAL_ASSAULT = "child_sexual_assault", "child sexual assault", ""
    RAPE = "rape", "rape", ""
    IMAGES_SENT_ONLINE = "images_sent_online", "images sent online", ""
    CHILD_SEXUAL_IMAGES = "child_sexual_images", "child sexual images", ""
    THREATS = "threats", "threats", ""
    WRONGFUL_CONFINEMENT = "wrongful_confinement", "wrongful confinement", ""
    FORCED_LABOUR = "forced_labour", "forced labour", ""
    BONDED_LABOUR = "bonded_labour", "bonded labour", ""
    CHILD_LABOUR = "child_labour", "child labour", ""
    FORCED_BEGGING = "forced_begging", "forced begging", ""
    IMPORTED_FROM_ABROAD = "imported_from_abroad", "imported from abroad", ""
    ORGAN_REMOVAL = "organ_removal", "organ removal", ""
    PUBLIC_SERVANT_INVOLVED = "public_servant_involved", "public servant involved", ""
    SEVERAL_ACTORS = "several_actors", "several actors", ""
    ORGANISED_SYNDICATE = "organised_syndicate", "organised syndicate", ""
    VICTIM_SCHEDULED_CASTE_OR_TRIBE = "victim_scheduled_caste_or_tribe", "victim scheduled caste or tribe", ""
    KIDNAPPED = "kidnapped", "kidnapped", ""
    ABDUCTED = "abducted", "abducted", ""
    HURT = "hurt", "hurt", ""
    MODESTY_OUTRAGED = "modesty_outraged", "modesty outraged", ""
    DISROBED = "disrobed", "disrobed", ""
    STALKED = "stalked", "stalked", ""
    VOYEURISM = "voyeurism", "voyeurism", ""
    INSULTED = "insulted", "insulted", ""
    TRADED_AS_SLAVES = "traded_as_slaves", "traded as slaves", ""
    SEX_BY_AUTHORITY = "sex_by_authority", "sex by authority", ""
    SEX_BY_DECEIT = "sex_by_deceit", "sex by deceit", ""
    CHILD_HIRED_FOR_CRIME = "child_hired_for_crime", "child hired for crime", ""
    GANG = "gang", "gang", ""
    PENETRATIVE = "penetrative", "penetrative", ""
    REPEATED_ASSAULT = "repeated_assault", "repeated assault", ""
    MAIMED = "maimed", "maimed", ""
    IDENTITY_PUBLISHED = "identity_published", "identity published", ""
    OFFENCE_NOT_REPORTED = "offence_not_reported", "offence not reported", ""
    CRUELTY_BY_GUARDIAN = "cruelty_by_guardian", "cruelty by guardian", ""
    DRUGS_TO_CHILD = "drugs_to_child", "drugs to child", ""
    ILLEGAL_ADOPTION = "illegal_adoption", "illegal adoption", ""
    PRIVATE_IMAGES = "private_images", "private images", ""
    OBSCENE_IMAGES = "obscene_images", "obscene images", ""
    CUSTOMER_OF_TRAFFICKED_PERSON = "customer_of_trafficked_person", "customer of trafficked person", ""
    EARLIER_CONVICTION = "earlier_conviction", "earlier conviction", ""
    EXTORTION = "extortion", "extortion", ""


class DisposalKind(Word):
    """How an old register says a case ended."""

    CONVICTED = "convicted", "convicted", ""
    ACQUITTED = "acquitted", "acquitted", ""
    DISCHARGED = "discharged", "discharged", ""
    ABATED = "abated", "abated", ""
    WITHDRAWN = "withdrawn", "withdrawn", ""
    QUASHED = "quashed", "quashed", ""
    COMPOUNDED = "compounded", "compounded", ""
    PLEA_BARGAINED = "plea_bargained", "plea bargained", ""
    TRANSFERRED = "transferred", "transferred", ""
    CLOSURE_REPORT = "closure_report", "closure report", ""
    OTHER = "other", "other", ""


class LinkKind(Word):
    """How one case is tied to another."""

    SPLIT_FROM = "split_from", "split from", ""
    SAME_NETWORK = "same_network", "same network", ""
    SOURCE_CASE = "source_case", "source case", ""
    CROSS_CASE = "cross_case", "cross case", ""
    SUPPLEMENTARY = "supplementary", "supplementary", ""


class Stage(Word):
    """Where a case stands, in order; `stayed` stands beside the line."""

    REPORTED = "reported", "reported", ""
    FIR = "fir", "fir", ""
    CHARGE_SHEET = "charge_sheet", "charge sheet", ""
    COGNIZANCE = "cognizance", "cognizance", ""
    CHARGES_FRAMED = "charges_framed", "charges framed", ""
    PROSECUTION_EVIDENCE = "prosecution_evidence", "prosecution evidence", ""
    ACCUSED_STATEMENT = "accused_statement", "accused statement", ""
    DEFENCE_EVIDENCE = "defence_evidence", "defence evidence", ""
    ARGUMENTS = "arguments", "arguments", ""
    JUDGMENT = "judgment", "judgment", ""
    SENTENCE = "sentence", "sentence", ""
    APPEAL = "appeal", "appeal", ""
    CLOSED = "closed", "closed", ""
    STAYED = "stayed", "stayed", ""


class CustodyState(Word):
    """Where an accused is: computed, never typed."""

    NAMED = "named", "named, not arrested", "Named in the record; no arrest is recorded."
    ARRESTED = "arrested", "arrested", "Arrested and not yet remanded."
    POLICE_CUSTODY = "police_custody", "police custody", "Remanded to the custody of the police."
    JUDICIAL_CUSTODY = "judicial_custody", "judicial custody", "Remanded to jail."
    ON_BAIL = "on_bail", "on bail", "Out on regular, interim or anticipatory bail."
    DEFAULT_BAIL = "default_bail", "on default bail", "Out because the charge sheet came too late."
    ABSCONDING = "absconding", "absconding", "Can't be found."
    PROCLAIMED = "proclaimed", "proclaimed offender", "Declared a proclaimed offender."
    RELEASED = "released", "released", "Free, and not on bail."
    JUVENILE = "juvenile", "before the Juvenile Justice Board", "A child: custody is the Board's."
    DEAD = "dead", "dead", "The accused has died."


class TrialState(Word):
    """How far the trial of an accused has come: computed, never typed."""

    NOT_CHARGED = "not_charged", "charge not framed", "No court has framed a charge yet."
    CHARGED = "charged", "charge framed", "A court has framed a charge."
    STATEMENT_RECORDED = "statement_recorded", "statement recorded", "Statement of the accused is recorded."
    JUDGED = "judged", "judged, result not recorded", "Judgment is in; what it says of this accused is not."
    CONVICTED = "convicted", "convicted", "Convicted of at least one charge."
    PLEA_BARGAINED = "plea_bargained", "plea bargained", "Sentenced after a plea bargain."
    ACQUITTED = "acquitted", "acquitted", "Acquitted of every charge tried."
    DISCHARGED = "discharged", "discharged", "Let off before a charge was framed."
    QUASHED = "quashed", "quashed", "The matter against this accused was quashed."
    WITHDRAWN = "withdrawn", "withdrawn", "The prosecutor withdrew, with the court's leave."
    COMPOUNDED = "compounded", "compounded", "Settled as the law allows."
    ABATED = "abated", "abated by death", "The accused died before judgment."
    JUVENILE_BOARD = "juvenile_board", "sent to the Juvenile Justice Board", "A child: the Board inquires."
    CLOSED = "closed", "closed on a final report", "The court accepted a closure report."


class FlagKind(Word):
    """What the program warns of."""

    DEFAULT_BAIL = "default_bail", "default bail", ""
    LIMIT_MISSED = "limit_missed", "limit missed", ""
    LIMIT_NEAR = "limit_near", "limit near", ""
    STAGE_STALLED = "stage_stalled", "stage stalled", ""
    NO_NEXT_DATE = "no_next_date", "no next date", ""
    OUTCOME_MISSING = "outcome_missing", "outcome missing", ""
    REPEATED_ADJOURNMENTS = "repeated_adjournments", "repeated adjournments", ""
    AGE_PENDING = "age_pending", "age pending", ""
    CHARGE_OUT_OF_FORCE = "charge_out_of_force", "charge out of force", ""
    CHARGE_NEEDS_MINOR = "charge_needs_minor", "charge needs minor", ""
    CHARGE_MISSING = "charge_missing", "charge missing", ""
    WRONG_COURT = "wrong_court", "wrong court", ""
    WRONG_ACT = "wrong_act", "wrong act", ""
    ABSCONDING = "absconding", "absconding", ""
    APPEAL_WINDOW = "appeal_window", "appeal window", ""
    INCOMPLETE = "incomplete", "incomplete", ""


class Severity(Word):
    """How bad a flag is, least first."""

    INFO = "info", "info", ""
    WATCH = "watch", "watch", ""
    URGENT = "urgent", "urgent", ""
    BREACH = "breach", "breach", ""


class ClockStatus(Word):
    """How a limit stands on a day."""

    OPEN = "open", "open", ""
    MET = "met", "met", ""
    MET_LATE = "met_late", "met late", ""
    MISSED = "missed", "missed", ""
    ENDED = "ended", "ended", ""
    BLOCKED = "blocked", "blocked", ""
    NOT_STARTED = "not_started", "not started", ""
    NOT_APPLICABLE = "not_applicable", "not applicable", ""

