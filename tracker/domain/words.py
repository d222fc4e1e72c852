"""The closed lists: every word a case file may use, with its label and a line of help.

A word is what is written in a case file and kept in the database; its label is what a person
reads; its help says when to choose it. Words are fixed by the case-file format, version 1:
labels and help may be bettered, a word may not change.

A word compares equal to its plain text, so rows read from a database need no conversion. What can
happen in a case is in `event_words`, the patterns of fact in `fact_words`; both are read from here.
"""

from __future__ import annotations

from tracker.domain.event_words import SCOPE as SCOPE
from tracker.domain.event_words import EventKind as EventKind
from tracker.domain.event_words import kinds as kinds
from tracker.domain.fact_words import FactWord as FactWord
from tracker.domain.word import Word as Word


class AgeStatus(Word):
    """What the office may say of a victim's age."""

    MINOR = "minor", "minor", "Under 18 on the day of the offence, by a document or a finding."
    ADULT = "adult", "adult", "18 or more on the day of the offence."
    PENDING = "pending", "pending", "Being found out; treat as a child until it is known."
    DISPUTED = "disputed", "disputed", "A finding or document is challenged in court."
    UNKNOWN = "unknown", "unknown", "Nothing is known of the age."


class AgeBasis(Word):
    """What a statement of age rests on, best proof first (JJ Act s. 94)."""

    SCHOOL_CERTIFICATE = (
        "school_certificate",
        "school or matriculation certificate",
        "The first proof that the law looks for.",
    )
    BIRTH_CERTIFICATE = (
        "birth_certificate",
        "birth certificate",
        "From corporation, municipality or panchayat.",
    )
    OSSIFICATION = (
        "ossification",
        "ossification or medical test",
        "Only where neither certificate exists; it gives a range.",
    )
    IDENTITY_CARD = "identity_card", "identity card", "Aadhaar or the like; not one of the law's proofs."
    SELF_STATED = "self_stated", "stated by the person", "What the person says, with no paper."
    OTHER = "other", "other", "Any other ground; say it in a note."


class FirMode(Word):
    """How the information reached the police."""

    WRITTEN = "written", "written or told at the station", "Information given on paper or by mouth."
    ELECTRONIC = "electronic", "electronic (e-FIR)", "Sent by electronic means, to be signed in three days."
    ZERO = "zero", "zero FIR", "Registered by a station without jurisdiction."


class Sex(Word):
    """Sex as the record gives it."""

    F = "F", "female", "As the record gives it."
    M = "M", "male", "As the record gives it."
    T = "T", "transgender", "As the record gives it."
    UNKNOWN = "unknown", "not known", "The record does not say."


class Role(Word):
    """What an accused is said to have done in the trade."""

    TRAFFICKER = "trafficker", "trafficker", "Ran or financed the trade."
    RECRUITER = "recruiter", "recruiter", "Found and persuaded the victim."
    TRANSPORTER = "transporter", "transporter", "Moved or guarded the victim on the way."
    MANAGER = "manager", "manager of the place", "Kept or managed the place."
    PREMISES_OWNER = "premises_owner", "owner of the premises", "Owned, let or leased the place."
    CUSTOMER = "customer", "customer", "Paid for the victim."
    OTHER = "other", "other", "Any other part."


class ProceedingKind(Word):
    """What kind of matter a court has numbered."""

    TRIAL = "trial", "trial", "The case itself, in the court that tries it."
    BAIL = "bail", "bail application", "Bail of any kind, in any court."
    APPEAL = "appeal", "appeal", "An appeal against the judgment."
    REVISION = "revision", "revision", "A revision of an order."
    QUASHING = "quashing", "quashing petition", "A petition to end the case (s.482 / s.528, Art. 226)."
    VICTIM_CUSTODY = "victim_custody", "custody of the victim", "The ITPA s.17 inquiry or the Committee's."
    CLOSURE_OF_PREMISES = "closure_of_premises", "closing of premises", "The ITPA s.18 matter."
    OTHER = "other", "other", "Any other matter with a number."


class CourtKind(Word):
    """What kind of court it is."""

    MAGISTRATE = "magistrate", "Magistrate", "A Judicial or Metropolitan Magistrate."
    SESSIONS = "sessions", "Court of Session", "A Sessions Court that is not a special court."
    SPECIAL_POCSO = "special_pocso", "Special Court (POCSO)", "Takes cognizance itself; no committal."
    SPECIAL_ITPA = "special_itpa", "Special Court (ITPA)", "A Magistrate's court for ITPA cases."
    JUVENILE_BOARD = "juvenile_board", "Juvenile Justice Board", "For accused who are children."
    HIGH_COURT = "high_court", "High Court", "Any bench."
    SUPREME_COURT = "supreme_court", "Supreme Court", "The Supreme Court of India."
    CHILDRENS_COURT = (
        "childrens_court",
        "Children's Court",
        "A Sessions Court for heinous offences by or on children.",
    )
    SPECIAL_MCOCA = "special_mcoca", "Special Court (MCOCA)", "For organised crime in Maharashtra."
    SPECIAL_SCST = "special_scst", "Special Court (SC/ST)", "For atrocities on Scheduled Castes and Tribes."
    EXECUTIVE_MAGISTRATE = "executive_magistrate", "Executive Magistrate", "Not a judicial court."


class Purpose(Word):
    """What a matter is listed for."""

    FIRST_PRODUCTION = "first_production", "first production", "The accused is brought for the first time."
    REMAND = "remand", "remand", "Custody is asked for or continued."
    BAIL = "bail", "bail", "A bail application is heard."
    APPEARANCE = "appearance", "appearance", "The accused is to appear; summons or notice."
    COPIES = "copies", "copies", "Police papers are to be given."
    CHARGE = "charge", "charge", "Hearing on charge, or framing."
    EVIDENCE = "evidence", "prosecution evidence", "Prosecution witnesses."
    CHILD_EVIDENCE = "child_evidence", "evidence of the child", "The child witness is to be heard."
    ACCUSED_STATEMENT = (
        "accused_statement",
        "statement of accused (s.313 / s.351)",
        "The evidence is put to the accused.",
    )
    DEFENCE_EVIDENCE = "defence_evidence", "defence evidence", "Defence witnesses."
    ARGUMENTS = "arguments", "final arguments", 'Arguments after the evidence; those on charge are "charge".'
    JUDGMENT = "judgment", "judgment", "For pronouncing judgment."
    SENTENCE = "sentence", "hearing on sentence", "Both sides on the sentence."
    ORDER = "order", "order", "For an order on an application."
    WARRANT = "warrant", "warrant", "Report on a warrant, bailable or not."
    STEPS = "steps", "steps", "Somebody has to take a step; the board says no more."
    COMMITTAL = "committal", "committal", "To be sent to the Court of Session."
    OTHER = "other", "other", "Any other purpose on the board."


class HearingOutcome(Word):
    """What happened when the matter was called."""

    HELD = "held", "held", "What it was listed for was done."
    PART_HEARD = "part_heard", "part heard", "Begun, and to go on."
    ADJOURNED = "adjourned", "adjourned", "Put off at somebody's request or by the court."
    NOT_REACHED = "not_reached", "not reached", "The board ended before it."
    JUDGE_ABSENT = "judge_absent", "judge absent or on leave", "The court did not sit."
    STRIKE = "strike", "strike or abstention", "Lawyers or staff stayed away."
    PASSED_OVER = "passed_over", "passed over", "Called, kept back and not taken."
    ORDER_RESERVED = "order_reserved", "order reserved", "Heard; the order comes later."
    JUDGMENT = "judgment", "judgment pronounced", "Record the judgment as an event too."
    DISPOSED = "disposed", "disposed of", "The matter listed is over."


class HearingReason(Word):
    """Why a hearing did not go on."""

    ADVOCATE_ABSENT = "advocate_absent", "advocate absent", "Of either side."
    ACCUSED_NOT_PRODUCED = (
        "accused_not_produced",
        "accused not brought from jail",
        "No escort, no van, no link.",
    )
    WITNESS_ABSENT = "witness_absent", "witness absent", "Summoned and did not come."
    WITNESS_NOT_SUMMONED = (
        "witness_not_summoned",
        "witness not summoned",
        "The summons was not sent or not served.",
    )
    OFFICER_ABSENT = "officer_absent", "police officer absent", "The investigating or other officer."
    PROSECUTOR_ABSENT = "prosecutor_absent", "prosecutor absent", "No prosecutor was there."
    RECORD_NOT_READY = (
        "record_not_ready",
        "record or papers not ready",
        "Papers, property or record did not come.",
    )
    REPORT_AWAITED = "report_awaited", "report awaited", "Of the laboratory, the doctor or the police."
    TIME_SOUGHT = "time_sought", "time sought", "More time was asked for, with no other reason."
    SETTLEMENT_TALKS = "settlement_talks", "talk of settlement", "The parties said they would settle."
    COURT_BUSY = "court_busy", "court busy", "Other work took the day."
    OTHER = "other", "other", "Any other reason; say it in a note."


class AskedBy(Word):
    """Who asked for the adjournment."""

    PROSECUTION = "prosecution", "prosecution", "Prosecutor or police."
    DEFENCE = "defence", "defence", "Any accused."
    COURT = "court", "court", "The court itself."
    WITNESS = "witness", "witness", "A witness."
    PRODUCTION = "production", "jail or escort", "The accused could not be brought."
    OTHER = "other", "other", "Anybody else."


class RescueOutcome(Word):
    """What came of a rescue."""

    CALLED_OFF = "called_off", "called off", "Planned and not carried out."
    NOBODY_FOUND = "nobody_found", "nobody found", "Carried out, and nobody was there."
    RESCUED = "rescued", "rescued", "Somebody was brought out."


class Source(Word):
    """Where a fact was read."""

    FIR_COPY = "fir_copy", "copy of the FIR", "Read in the FIR."
    CHARGE_SHEET = "charge_sheet", "charge sheet", "Read in the police report."
    ROZNAMA = "roznama", "roznama (court diary)", "Read in the court's own record of the day."
    COURT_WEBSITE = "court_website", "court website", "Read on eCourts or the court's site."
    TOLD = "told", "told", "Somebody said so; check it."


class Custody(Word):
    """Whose custody a remand is to."""

    POLICE = "police", "police custody", "For questioning by the police."
    JUDICIAL = "judicial", "judicial custody", "In jail."


class StatementBefore(Word):
    """Who recorded a statement."""

    MAGISTRATE = "magistrate", "before a Magistrate (s.164 / s.183)", "Recorded by a Magistrate."
    POLICE = "police", "before the police (s.161 / s.180)", "Recorded by an officer."


class AppealBy(Word):
    """Who appealed."""

    ACCUSED = "accused", "the accused", "Against conviction or sentence."
    STATE = "state", "the State", "Against acquittal or too light a sentence."
    VICTIM = "victim", "the victim", "Against acquittal, a lesser offence or too little compensation."


class AppealResult(Word):
    """What the appeal court did."""

    UPHELD = "upheld", "upheld", "The judgment stands."
    SET_ASIDE = "set_aside", "set aside", "The judgment is reversed."
    MODIFIED = "modified", "modified", "Changed in part: section or sentence."
    RETRIAL = "retrial", "sent back for retrial", "To be tried again, in whole or part."


class ClosureGround(Word):
    """Why the police want to close the case."""

    UNDETECTED = "undetected", "true but undetected (A summary)", "It happened; nobody could be found."
    FALSE = "false", "false (B summary)", "The police call it false: answer with a protest petition."
    MISTAKE_OR_CIVIL = (
        "mistake_or_civil",
        "mistake of fact or civil (C summary)",
        "Neither true nor false, or no offence.",
    )
    INSUFFICIENT = "insufficient", "evidence not sufficient", "Released for want of evidence."


class AcquittalReason(Word):
    """The main reason the judgment gives."""

    HOSTILE_WITNESS = (
        "hostile_witness",
        "witness turned hostile",
        "The main witness did not support the case.",
    )
    AGE_NOT_PROVED = "age_not_proved", "age not proved", "The court was not sure of a victim under 18."
    IDENTITY = "identity", "identity of the accused", "It was not proved who did it."
    DELAY = "delay", "delay", "Delay in complaint, FIR or trial."
    SEARCH_OR_SEIZURE = (
        "search_or_seizure",
        "fault in search or seizure",
        "Panchanama, panch witnesses or search.",
    )
    BENEFIT_OF_DOUBT = "benefit_of_doubt", "benefit of doubt", "Doubt, with no other single reason."
    OTHER = "other", "other", "Any other reason; say it in a note."


class DisposalKind(Word):
    """How an old register says a case ended."""

    CONVICTED = "convicted", "convicted", "At least one accused on at least one charge."
    ACQUITTED = "acquitted", "acquitted", "Tried, and nobody convicted."
    DISCHARGED = "discharged", "discharged", "Let off before charge."
    ABATED = "abated", "abated", "Ended by death."
    WITHDRAWN = "withdrawn", "withdrawn", "The prosecutor withdrew."
    QUASHED = "quashed", "quashed", "Ended by a higher court."
    COMPOUNDED = "compounded", "compounded", "Settled as the law allows."
    PLEA_BARGAINED = "plea_bargained", "plea bargained", "Sentenced after a plea bargain."
    TRANSFERRED = "transferred", "transferred", "Gone to another court or to the Board: not an outcome."
    CLOSURE_REPORT = "closure_report", "closed on a final report", "The court accepted the police's closure."
    OTHER = "other", "other or not known", 'The register says only "disposed".'


class LinkKind(Word):
    """How one case is tied to another."""

    SPLIT_FROM = "split_from", "split from", "Separated from that case, as for an absconder."
    SAME_NETWORK = "same_network", "same network", "The same people or place."
    SOURCE_CASE = "source_case", "source case", "The case in the district the victim was taken from."
    CROSS_CASE = "cross_case", "cross case", "Each side's case against the other."
    SUPPLEMENTARY = "supplementary", "supplementary", "A further file of the same matter."


class Stage(Word):
    """Where a case stands, in order; `stayed` stands beside the line."""

    REPORTED = "reported", "reported", "Told or rescued; no FIR yet."
    FIR = "fir", "FIR, under investigation", "Until the police report is filed."
    CHARGE_SHEET = "charge_sheet", "charge sheet filed", "Until the court takes cognizance."
    COGNIZANCE = "cognizance", "cognizance, before charge", "Copies, committal, hearing on charge."
    CHARGES_FRAMED = "charges_framed", "charges framed", "Until the first witness."
    PROSECUTION_EVIDENCE = "prosecution_evidence", "prosecution evidence", "Until the accused's statement."
    ACCUSED_STATEMENT = (
        "accused_statement",
        "statement of accused (s.313 / s.351)",
        "Until defence evidence or arguments.",
    )
    DEFENCE_EVIDENCE = "defence_evidence", "defence evidence", "Until the defence closes."
    ARGUMENTS = "arguments", "arguments", "Until judgment."
    JUDGMENT = "judgment", "judgment", "Until sentence, or the appeal periods."
    SENTENCE = "sentence", "sentence", "Until the appeal periods are over."
    APPEAL = "appeal", "appeal", "Until every appeal is decided."
    CLOSED = "closed", "closed", "Nothing is waited for."
    STAYED = "stayed", "stayed", "A higher court stopped the trial for now."


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

    DEFAULT_BAIL = "default_bail", "default bail", "A custody clock is near or past."
    LIMIT_MISSED = "limit_missed", "limit missed", "A limit of law has run out."
    LIMIT_NEAR = "limit_near", "limit near", "A limit of law runs out soon."
    STAGE_STALLED = "stage_stalled", "stage stalled", "Longer without progress than the office allows."
    NO_NEXT_DATE = "no_next_date", "no next date", "An open trial is not listed."
    OUTCOME_MISSING = "outcome_missing", "outcome missing", "A hearing day has passed with nothing recorded."
    REPEATED_ADJOURNMENTS = "repeated_adjournments", "repeated adjournments", "Put off again and again."
    AGE_PENDING = "age_pending", "age pending", "A victim's age is not settled, and charges hang on it."
    CHARGE_OUT_OF_FORCE = (
        "charge_out_of_force",
        "charge out of force",
        "The section was not law on the day of the offence.",
    )
    CHARGE_NEEDS_MINOR = (
        "charge_needs_minor",
        "charge needs a minor",
        "The section needs a child, and the victim is not known to be one.",
    )
    CHARGE_MISSING = "charge_missing", "charge missing", "The facts support a section that is not on file."
    WRONG_COURT = "wrong_court", "wrong court", "The court can't try the gravest charge."
    WRONG_ACT = "wrong_act", "no such section", "The Act has no section of that number."
    ABSCONDING = "absconding", "absconding", "An accused can't be found."
    APPEAL_WINDOW = "appeal_window", "appeal window", "The time to appeal is running."
    DELAY_BAIL_RISK = (
        "delay_bail_risk",
        "delay may bring bail",
        "An accused is in custody and no witness was heard for long.",
    )
    WITNESS_ATTRITION = (
        "witness_attrition",
        "witness may be lost",
        "A victim has not been heard, and has moved or waited long.",
    )
    INCOMPLETE = "incomplete", "incomplete", "Something that the rules need is not recorded."


class Severity(Word):
    """How bad a flag is, least first."""

    INFO = "info", "info", "Good to know."
    WATCH = "watch", "watch", "Keep an eye on it."
    URGENT = "urgent", "urgent", "Act now."
    BREACH = "breach", "breach", "The limit is past."


class FlagAct(Word):
    """What a person does about a warning."""

    RESOLVED = "resolved", "resolved", "Dealt with; the note says how."
    SNOOZED = "snoozed", "snoozed", "Put off until a day; the note says why."
    REOPENED = "reopened", "taken back", "The note before no longer counts."


class ClockStatus(Word):
    """How a limit stands on a day."""

    OPEN = "open", "open", "Running."
    MET = "met", "met", "Done in time."
    MET_LATE = "met_late", "met late", "Done after the last day."
    MISSED = "missed", "missed", "The last day is past and it is not done."
    ENDED = "ended", "ended", "It can no longer matter."
    BLOCKED = "blocked", "blocked", "One missing fact keeps it from being reckoned."
    NOT_STARTED = "not_started", "not started", "Nothing has started it yet."
    NOT_APPLICABLE = "not_applicable", "not applicable", "It does not apply to this case."
