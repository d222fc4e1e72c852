"""The closed lists of the records of a case: who acts in it, its papers, witnesses, processes, notices."""

from __future__ import annotations

from tracker.domain.word import Word


class Part(Word):
    """In which part somebody acts in a case."""

    JUDGE = "judge", "judge", "Who presides over the court."
    PROSECUTOR = "prosecutor", "prosecutor", "The Public Prosecutor in charge."
    INVESTIGATING_OFFICER = "investigating_officer", "investigating officer", "The police officer in charge."
    POLICE_UNIT = "police_unit", "police unit", "The station, cell or unit that investigates."
    ADVOCATE = "advocate", "advocate of the office", "Who appears for the office."
    VICTIMS_COUNSEL = "victims_counsel", "counsel of the victim", "Who appears for a victim."
    SUPPORT_PERSON = "support_person", "support person", "Who stands by a victim through the trial."
    DEFENCE_COUNSEL = "defence_counsel", "counsel of the accused", "Who appears for an accused."


class DocumentKind(Word):
    """What a paper is."""

    FIR = "fir", "FIR", "The First Information Report."
    CHARGE_SHEET = "charge_sheet", "charge sheet", "The police report, first or supplementary."
    ORDER = "order", "order", "An order of a court, committee or Board."
    JUDGMENT = "judgment", "judgment", "The judgment, or the sentence."
    STATEMENT = "statement", "statement", "A statement recorded by police or Magistrate, or a deposition."
    MEDICAL_REPORT = "medical_report", "medical report", "The report of a medical examination."
    FORENSIC_REPORT = "forensic_report", "forensic report", "The report of a laboratory."
    AGE_REPORT = "age_report", "age report", "A certificate of birth or school, or an ossification report."
    PHOTOGRAPH = "photograph", "photograph", "A photograph or recording."
    APPLICATION = "application", "application", "What a party asked a court for, and the reply."
    OTHER = "other", "other paper", "Any other paper; say it in the title."


class PlacementKind(Word):
    """With whom or where a victim lives."""

    SHELTER = "shelter", "shelter home", "A home run by the State or an organisation."
    CHILDRENS_HOME = "childrens_home", "children's home", "A home registered under the JJ Act."
    PROTECTIVE_HOME = "protective_home", "protective home", "A home under the ITPA."
    FAMILY = "family", "family", "With parents or relatives."
    HOSPITAL = "hospital", "hospital", "In a hospital for now."
    REPATRIATED = "repatriated", "repatriated", "Sent back to the home State or country."
    OTHER = "other", "other", "Anywhere else; say in a note, without address."


class OrderedBy(Word):
    """Who ordered where a victim is to be."""

    CWC = "cwc", "Child Welfare Committee", "For a child."
    MAGISTRATE = "magistrate", "Magistrate", "For an adult under the ITPA."
    SPECIAL_COURT = "special_court", "Special Court", "The court that tries the case."
    OTHER = "other", "other", "Anybody else, or nobody."


class WitnessKind(Word):
    """What a witness is to the case."""

    VICTIM = "victim", "victim, by code", "A victim; never by name."
    PANCH = "panch", "panch", "Who witnessed a search, seizure or test purchase."
    MEDICAL = "medical", "doctor", "Who examined a victim or an accused."
    FORENSIC = "forensic", "laboratory expert", "Who examined what was seized."
    OFFICER = "officer", "police officer", "Who searched, arrested or investigated."
    INFORMANT = "informant", "informant", "On whose information the FIR was registered."
    OTHER = "other", "other witness", "Anybody else."


class WitnessStatus(Word):
    """How far the court has come with a witness."""

    TO_SUMMON = "to_summon", "to be summoned", "No summons is out yet."
    SUMMONED = "summoned", "summoned", "A summons is out."
    SERVED = "served", "served", "The summons was served."
    PRESENT = "present", "present", "Came to court and wasn't heard yet."
    PART_EXAMINED = "part_examined", "part examined", "Heard in part; to come again."
    DONE = "done", "done", "Examined and cross-examined."
    HOSTILE = "hostile", "hostile", "Did not support the prosecution."
    DROPPED = "dropped", "dropped", "The prosecution gave this witness up."
    UNTRACEABLE = "untraceable", "can't be found", "The police can't find this witness."


class ProcessKind(Word):
    """What the court issued to bring somebody."""

    SUMMONS = "summons", "summons", "To come on a day."
    BAILABLE_WARRANT = "bailable_warrant", "bailable warrant", "To be arrested, with bail."
    NON_BAILABLE_WARRANT = "non_bailable_warrant", "non-bailable warrant", "To be arrested and brought."
    PRODUCTION_WARRANT = "production_warrant", "production warrant", "To be brought from jail."
    NOTICE = "notice", "notice", "To show cause, or to be heard."


class ProcessResult(Word):
    """What came of a summons or warrant."""

    SERVED = "served", "served", "Handed over, or arrested."
    NOT_FOUND = "not_found", "not found", "Nobody was there, or the address is wrong."
    REFUSED = "refused", "refused", "It was not taken."
    LEFT_WITH_FAMILY = "left_with_family", "left with family", "Handed to somebody of the household."
    NOT_EXECUTED = "not_executed", "not executed", "The police did nothing."
    OTHER = "other", "other", "Anything else; say it in a note."


class ExhibitKind(Word):
    """What was seized, or what report is awaited."""

    PROPERTY = "property", "property", "A thing that was seized (muddemal)."
    FORENSIC_REPORT = "forensic_report", "forensic report", "Of a laboratory."
    DNA_REPORT = "dna_report", "DNA report", "Of a laboratory."
    MEDICAL_REPORT = "medical_report", "medical report", "Of a hospital."
    AGE_REPORT = "age_report", "age report", "Ossification, school or birth record."
    PHONE_EXTRACTION = "phone_extraction", "phone extraction", "What a phone or computer held."
    DOCUMENT = "document", "document", "A paper that was seized."
    OTHER = "other", "other", "Anything else; say it in a note."


class Application(Word):
    """What was applied for, so that the victim's side is to be told."""

    BAIL = "bail", "bail", "By an accused."
    BAIL_CANCELLATION = "bail_cancellation", "cancellation of bail", "By the prosecution or a victim."
    QUASHING = "quashing", "quashing", "To the High Court."
    APPEAL = "appeal", "appeal", "Against judgment or sentence."
    REVISION = "revision", "revision", "Against an order."
    CUSTODY_OF_VICTIM = "custody_of_victim", "custody of a victim", "By parents, relatives or others."
    WITHDRAWAL = "withdrawal", "withdrawal", "By the prosecutor."
    OTHER = "other", "other", "Anything else; say it in a note."


class GivenTo(Word):
    """To whom notice was given."""

    VICTIM = "victim", "the victim", "Herself or himself."
    GUARDIAN = "guardian", "parent or guardian", "Of a child."
    COUNSEL = "counsel", "counsel", "Who appears for the victim."
    SUPPORT_PERSON = "support_person", "support person", "Who stands by the victim."
    CWC = "cwc", "Child Welfare Committee", "For a child."


class Heard(Word):
    """Whether the victim's side was heard on the application."""

    YES = "yes", "heard", "The victim's side was heard."
    NO = "no", "not heard", "It was decided without."
    UNKNOWN = "unknown", "not known", "The order doesn't say."


class Post(Word):
    """Who takes over, so that a handover memo is written."""

    JUDGE = "judge", "new judge", "Who presides over the court from then on."
    PROSECUTOR = "prosecutor", "new prosecutor", "The Public Prosecutor in charge from then on."
    OFFICER = "officer", "new officer", "The investigating officer from then on."
    ADVOCATE = "advocate", "new advocate", "Who appears for the office from then on."


class Through(Word):
    """Through what two cases are tied."""

    ACCUSED = "accused", "the same accused", "One person in both."
    PREMISES = "premises", "the same premises", "One place in both."
    PHONE = "phone", "the same phone", "One number in both."
    AGENT = "agent", "the same agent", "One middleman in both."
    VEHICLE = "vehicle", "the same vehicle", "One vehicle in both."
    OTHER = "other", "other", "Anything else."


class Sure(Word):
    """How sure it is that two cases are tied."""

    CERTAIN = "certain", "certain", "A paper or a finding shows it."
    PROBABLE = "probable", "probable", "Several things point to it."
    POSSIBLE = "possible", "possible", "Somebody said so; to be looked into."
