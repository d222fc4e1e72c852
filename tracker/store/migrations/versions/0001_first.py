"""The first tables, and the rule that the journal only grows."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

PLAIN = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
LIVE = sa.text("due_on IS NOT NULL AND met_on IS NULL AND ended_on IS NULL AND blocked_by IS NULL")

JOURNAL_ONLY_GROWS = {
    "sqlite": (
        "CREATE TRIGGER event_not_changed BEFORE UPDATE ON event "
        "BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END",
        "CREATE TRIGGER event_not_deleted BEFORE DELETE ON event "
        "BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END",
    ),
    "postgresql": (
        "CREATE FUNCTION journal_only_grows() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'the journal is append-only'; END $$",
        "CREATE TRIGGER event_not_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON event "
        "FOR EACH STATEMENT EXECUTE FUNCTION journal_only_grows()",
    ),
}


def _one_of(column: str, words: str, name: str) -> sa.CheckConstraint:
    cases = " ".join(f"WHEN '{word}' THEN 1" for word in words.split())
    return sa.CheckConstraint(f'"{column}" IS NULL OR CASE "{column}" {cases} ELSE 0 END = 1', name=name)


def upgrade() -> None:
    _court()
    _disclosure()
    _holiday()
    _prosecution()
    _setting()
    _stallrule()
    _accused()
    _due()
    _fact()
    _flag()
    _link()
    _proceeding()
    _tag()
    _victim()
    _charge()
    _event()
    _hearing()
    _identity()
    for statement in JOURNAL_ONLY_GROWS[op.get_bind().dialect.name]:
        op.execute(statement)


def _court() -> None:
    op.create_table(
        "court",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=True),
        sa.Column("kind", sa.String(), nullable=True),
        sa.Column("complex", sa.String(), nullable=True),
        sa.Column("room", sa.String(), nullable=True),
        sa.Column("district", sa.String(), nullable=True),
        sa.Column("state", sa.String(), nullable=True),
        _one_of(
            "kind",
            """
            magistrate sessions special_pocso special_itpa juvenile_board high_court supreme_court
            childrens_court special_mcoca special_scst executive_magistrate
            """,
            op.f("ck_court_kind"),
        ),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_court")),
    )


def _disclosure() -> None:
    op.create_table(
        "disclosure",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("cases", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_disclosure")),
    )


def _holiday() -> None:
    op.create_table(
        "holiday",
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("name", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("on", name=op.f("pk_holiday")),
    )


def _prosecution() -> None:
    op.create_table(
        "prosecution",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("ref", PLAIN, nullable=False),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("fir_number", sa.String(), nullable=True),
        sa.Column("fir_year", sa.Integer(), nullable=True),
        sa.Column("fir_on", sa.Date(), nullable=True),
        sa.Column("fir_time", sa.String(), nullable=True),
        sa.Column("police_station", sa.String(), nullable=True),
        sa.Column("fir_district", sa.String(), nullable=True),
        sa.Column("fir_state", sa.String(), nullable=True),
        sa.Column("fir_mode", sa.String(), nullable=True),
        sa.Column("first_on", sa.Date(), nullable=True),
        sa.Column("last_on", sa.Date(), nullable=True),
        sa.Column("lead", PLAIN, nullable=True),
        sa.Column("search", sa.String(), nullable=False),
        sa.Column("disposal_kind", sa.String(), nullable=True),
        sa.Column("disposal_on", sa.Date(), nullable=True),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("stage_since", sa.Date(), nullable=True),
        sa.Column("waiting_for", sa.String(), nullable=True),
        sa.Column("progress_on", sa.Date(), nullable=True),
        sa.Column("stayed", sa.Boolean(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=True),
        sa.Column("outcome_on", sa.Date(), nullable=True),
        sa.Column("known_to", sa.Date(), nullable=True),
        sa.Column("accused_states", sa.String(), nullable=False),
        sa.Column("procedure", sa.String(), nullable=False),
        sa.CheckConstraint("ref <> ''", name=op.f("ck_prosecution_ref")),
        _one_of(
            "disposal_kind",
            """
            convicted acquitted discharged abated withdrawn quashed compounded plea_bargained
            transferred closure_report other
            """,
            op.f("ck_prosecution_disposal_kind"),
        ),
        _one_of("fir_mode", "written electronic zero", op.f("ck_prosecution_fir_mode")),
        _one_of(
            "stage",
            """
            reported fir charge_sheet cognizance charges_framed prosecution_evidence accused_statement
            defence_evidence arguments judgment sentence appeal closed stayed
            """,
            op.f("ck_prosecution_stage"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_prosecution")),
        sa.UniqueConstraint("ref", name=op.f("uq_prosecution_ref")),
    )
    op.create_index("ix_prosecution_known_to", "prosecution", ["known_to"], unique=False)
    op.create_index("ix_prosecution_lead_ref", "prosecution", ["lead", "ref"], unique=False)
    op.create_index("ix_prosecution_stage_ref", "prosecution", ["stage", "ref"], unique=False)
    op.create_index("ix_prosecution_stage_since_ref", "prosecution", ["stage_since", "ref"], unique=False)
    if op.get_bind().dialect.name == "sqlite":
        op.create_index("ix_prosecution_words", "prosecution", ["ref", "search"], unique=False)


def _setting() -> None:
    op.create_table(
        "setting",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_setting")),
    )


def _stallrule() -> None:
    op.create_table(
        "stallrule",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.Column("breach_days", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stallrule")),
    )


def _accused() -> None:
    op.create_table(
        "accused",
        sa.Column("prosecution_id", sa.Integer(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=True),
        sa.Column("sex", sa.String(), nullable=True),
        sa.Column("age", sa.Integer(), nullable=True),
        sa.Column("role", sa.String(), nullable=True),
        sa.Column("first_offender", sa.Boolean(), nullable=True),
        sa.Column("public_servant", sa.Boolean(), nullable=True),
        sa.Column("child", sa.Boolean(), nullable=True),
        sa.Column("relative_of", sa.String(), nullable=True),
        _one_of(
            "role",
            """
            trafficker recruiter transporter manager premises_owner customer other
            """,
            op.f("ck_accused_role"),
        ),
        _one_of("sex", "F M T unknown", op.f("ck_accused_sex")),
        sa.ForeignKeyConstraint(
            ["prosecution_id"], ["prosecution.id"], name=op.f("fk_accused_prosecution_id_prosecution")
        ),
        sa.PrimaryKeyConstraint("prosecution_id", "label", name=op.f("pk_accused")),
        sqlite_with_rowid=False,
    )


def _due() -> None:
    op.create_table(
        "due",
        sa.Column("prosecution_id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("lead", sa.String(), nullable=True),
        sa.Column("limit_id", sa.String(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("nature", sa.String(), nullable=False),
        sa.Column("runs_from", sa.String(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("starts_at", sa.String(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("due_at", sa.String(), nullable=True),
        sa.Column("outer_on", sa.Date(), nullable=True),
        sa.Column("not_before", sa.Date(), nullable=True),
        sa.Column("due_on_with_copy", sa.Date(), nullable=True),
        sa.Column("met_on", sa.Date(), nullable=True),
        sa.Column("met_late", sa.Boolean(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("ended_why", sa.String(), nullable=True),
        sa.Column("blocked_by", sa.String(), nullable=True),
        sa.Column("because", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["prosecution_id"], ["prosecution.id"], name=op.f("fk_due_prosecution_id_prosecution")
        ),
        sa.PrimaryKeyConstraint("prosecution_id", "seq", name=op.f("pk_due")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_due_live",
        "due",
        ["due_on", "prosecution_id", "seq"],
        unique=False,
        sqlite_where=LIVE,
        postgresql_where=LIVE,
    )
    op.create_index(
        "ix_due_live_lead",
        "due",
        ["lead", "due_on", "prosecution_id", "seq"],
        unique=False,
        sqlite_where=LIVE,
        postgresql_where=LIVE,
    )


def _fact() -> None:
    op.create_table(
        "fact",
        sa.Column("prosecution_id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("fact", sa.String(), nullable=False),
        sa.Column("victims", sa.String(), nullable=True),
        sa.Column("accused", sa.String(), nullable=True),
        _one_of(
            "fact",
            """
            premises_used_for_prostitution lived_on_earnings procured detained public_place
            near_public_place solicited trafficked_by_force_fraud_or_payment bought sold used_for_sex
            child_sexual_assault rape images_sent_online child_sexual_images threats
            wrongful_confinement forced_labour bonded_labour child_labour forced_begging
            imported_from_abroad organ_removal public_servant_involved several_actors
            organised_syndicate victim_scheduled_caste_or_tribe kidnapped abducted hurt
            modesty_outraged disrobed stalked voyeurism insulted traded_as_slaves sex_by_authority
            sex_by_deceit child_hired_for_crime gang penetrative repeated_assault maimed
            identity_published offence_not_reported cruelty_by_guardian drugs_to_child
            illegal_adoption private_images obscene_images customer_of_trafficked_person
            earlier_conviction extortion
            """,
            op.f("ck_fact_fact"),
        ),
        sa.ForeignKeyConstraint(
            ["prosecution_id"], ["prosecution.id"], name=op.f("fk_fact_prosecution_id_prosecution")
        ),
        sa.PrimaryKeyConstraint("prosecution_id", "seq", name=op.f("pk_fact")),
        sqlite_with_rowid=False,
    )


def _flag() -> None:
    op.create_table(
        "flag",
        sa.Column("prosecution_id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("lead", sa.String(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("holds_from", sa.Date(), nullable=False),
        sa.Column("holds_until", sa.Date(), nullable=True),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("limit_id", sa.String(), nullable=True),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("facts", sa.String(), nullable=False),
        _one_of(
            "kind",
            """
            default_bail limit_missed limit_near stage_stalled no_next_date outcome_missing
            repeated_adjournments age_pending charge_out_of_force charge_needs_minor charge_missing
            wrong_court wrong_act absconding appeal_window incomplete
            """,
            op.f("ck_flag_kind"),
        ),
        sa.ForeignKeyConstraint(
            ["prosecution_id"], ["prosecution.id"], name=op.f("fk_flag_prosecution_id_prosecution")
        ),
        sa.PrimaryKeyConstraint("prosecution_id", "seq", name=op.f("pk_flag")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_flag_kind_worst",
        "flag",
        ["kind", "rank", "since", "prosecution_id", "seq", "holds_from", "holds_until"],
        unique=False,
    )
    op.create_index(
        "ix_flag_lead_worst",
        "flag",
        ["lead", "rank", "since", "prosecution_id", "seq", "holds_from", "holds_until"],
        unique=False,
    )
    op.create_index(
        "ix_flag_worst",
        "flag",
        ["rank", "since", "prosecution_id", "seq", "holds_from", "holds_until"],
        unique=False,
    )


def _link() -> None:
    op.create_table(
        "link",
        sa.Column("prosecution_id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("ref", sa.String(), nullable=False),
        _one_of("kind", "split_from same_network source_case cross_case supplementary", op.f("ck_link_kind")),
        sa.ForeignKeyConstraint(
            ["prosecution_id"], ["prosecution.id"], name=op.f("fk_link_prosecution_id_prosecution")
        ),
        sa.PrimaryKeyConstraint("prosecution_id", "seq", name=op.f("pk_link")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_link_ref", "link", ["ref"], unique=False)


def _proceeding() -> None:
    op.create_table(
        "proceeding",
        sa.Column("prosecution_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=True),
        sa.Column("court", sa.String(), nullable=True),
        sa.Column("number", sa.String(), nullable=True),
        sa.Column("cnr", sa.String(), nullable=True),
        _one_of(
            "kind",
            """
            trial bail appeal revision quashing victim_custody closure_of_premises other
            """,
            op.f("ck_proceeding_kind"),
        ),
        sa.ForeignKeyConstraint(["court"], ["court.key"], name=op.f("fk_proceeding_court_court")),
        sa.ForeignKeyConstraint(
            ["prosecution_id"], ["prosecution.id"], name=op.f("fk_proceeding_prosecution_id_prosecution")
        ),
        sa.PrimaryKeyConstraint("prosecution_id", "key", name=op.f("pk_proceeding")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_proceeding_cnr", "proceeding", ["cnr"], unique=False)
    op.create_index(
        "ix_proceeding_court_prosecution_id", "proceeding", ["court", "prosecution_id"], unique=False
    )


def _tag() -> None:
    op.create_table(
        "tag",
        sa.Column("prosecution_id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("tag", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["prosecution_id"], ["prosecution.id"], name=op.f("fk_tag_prosecution_id_prosecution")
        ),
        sa.PrimaryKeyConstraint("prosecution_id", "seq", name=op.f("pk_tag")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_tag_tag", "tag", ["tag"], unique=False)


def _victim() -> None:
    op.create_table(
        "victim",
        sa.Column("prosecution_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("sex", sa.String(), nullable=True),
        sa.Column("age_status", sa.String(), nullable=True),
        sa.Column("years", sa.Integer(), nullable=True),
        sa.Column("years_low", sa.Integer(), nullable=True),
        sa.Column("years_high", sa.Integer(), nullable=True),
        sa.Column("born_on", sa.Date(), nullable=True),
        sa.Column("basis", sa.String(), nullable=True),
        sa.Column("determined_on", sa.Date(), nullable=True),
        sa.Column("lives_with_accused", sa.Boolean(), nullable=True),
        sa.Column("needs_care", sa.Boolean(), nullable=True),
        sa.Column("separated", sa.Boolean(), nullable=True),
        _one_of("age_status", "minor adult pending disputed unknown", op.f("ck_victim_age_status")),
        _one_of(
            "basis",
            """
            school_certificate birth_certificate ossification identity_card self_stated other
            """,
            op.f("ck_victim_basis"),
        ),
        _one_of("sex", "F M T unknown", op.f("ck_victim_sex")),
        sa.ForeignKeyConstraint(
            ["prosecution_id"], ["prosecution.id"], name=op.f("fk_victim_prosecution_id_prosecution")
        ),
        sa.PrimaryKeyConstraint("prosecution_id", "code", name=op.f("pk_victim")),
        sqlite_with_rowid=False,
    )


def _charge() -> None:
    op.create_table(
        "charge",
        sa.Column("prosecution_id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("accused", sa.String(), nullable=True),
        sa.Column("victim", sa.String(), nullable=True),
        sa.Column("provision", sa.String(), nullable=True),
        sa.Column("as_written", sa.String(), nullable=True),
        sa.Column("with_", sa.String(), nullable=True),
        sa.Column("first_on", sa.Date(), nullable=True),
        sa.Column("last_on", sa.Date(), nullable=True),
        sa.Column("min_months", sa.Integer(), nullable=True),
        sa.Column("max_months", sa.Integer(), nullable=True),
        sa.Column("max_life", sa.Boolean(), nullable=True),
        sa.Column("max_death", sa.Boolean(), nullable=True),
        sa.ForeignKeyConstraint(
            ["prosecution_id", "accused"],
            ["accused.prosecution_id", "accused.label"],
            name=op.f("fk_charge_prosecution_id_accused_accused"),
        ),
        sa.ForeignKeyConstraint(
            ["prosecution_id", "victim"],
            ["victim.prosecution_id", "victim.code"],
            name=op.f("fk_charge_prosecution_id_victim_victim"),
        ),
        sa.ForeignKeyConstraint(
            ["prosecution_id"], ["prosecution.id"], name=op.f("fk_charge_prosecution_id_prosecution")
        ),
        sa.PrimaryKeyConstraint("prosecution_id", "seq", name=op.f("pk_charge")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_charge_provision_prosecution_id", "charge", ["provision", "prosecution_id"], unique=False
    )


def _event() -> None:
    op.create_table(
        "event",
        sa.Column("prosecution_id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("time", sa.String(), nullable=True),
        sa.Column("accused", sa.String(), nullable=True),
        sa.Column("victim", sa.String(), nullable=True),
        sa.Column("victims", sa.String(), nullable=True),
        sa.Column("proceeding", sa.String(), nullable=True),
        sa.Column("provision", sa.String(), nullable=True),
        sa.Column("provisions", sa.String(), nullable=True),
        sa.Column("outcome", sa.String(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("custody", sa.String(), nullable=True),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("age", sa.String(), nullable=True),
        sa.Column("before", sa.String(), nullable=True),
        sa.Column("method", sa.String(), nullable=True),
        sa.Column("by", sa.String(), nullable=True),
        sa.Column("result", sa.String(), nullable=True),
        sa.Column("ground", sa.String(), nullable=True),
        sa.Column("stage", sa.String(), nullable=True),
        sa.Column("court", sa.String(), nullable=True),
        sa.Column("sentence_months", sa.Integer(), nullable=True),
        sa.Column("life", sa.Boolean(), nullable=True),
        sa.Column("death", sa.Boolean(), nullable=True),
        sa.Column("fine_rupees", sa.BigInteger(), nullable=True),
        sa.Column("in_absentia", sa.Boolean(), nullable=True),
        sa.Column("on_plea", sa.Boolean(), nullable=True),
        sa.Column("rupees", sa.BigInteger(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("source", sa.String(), nullable=True),
        sa.Column("order_ref", sa.String(), nullable=True),
        sa.Column("recorded_on", sa.Date(), nullable=True),
        sa.Column("out_of_order", sa.String(), nullable=True),
        sa.Column("corrects", sa.Integer(), nullable=True),
        _one_of("before", "magistrate police", op.f("ck_event_before")),
        _one_of("by", "accused state victim", op.f("ck_event_by")),
        _one_of("custody", "police judicial", op.f("ck_event_custody")),
        _one_of("ground", "undetected false mistake_or_civil insufficient", op.f("ck_event_ground")),
        _one_of(
            "kind",
            """
            complaint_received rescue_attempted fir_registered investigation_transferred
            charge_sheet_filed supplementary_charge_sheet_filed charges_altered closure_report_filed
            closure_report_accepted further_investigation_ordered cognizance_taken documents_supplied
            committed discharge_applied first_hearing_on_charge charges_framed evidence_date_fixed
            prosecution_evidence_opened prosecution_evidence_closed accused_statement_recorded
            defence_evidence_closed arguments_closed judgment_delivered sentence_passed appeal_filed
            appeal_decided trial_stayed stay_vacated transferred retrial_ordered quashed withdrawn
            closed reopened e_information_received preliminary_enquiry_permitted
            preliminary_enquiry_closed zero_fir_registered searched sanction_requested
            sanction_decided property_produced property_recorded property_disposed proceeds_notice
            proceeds_forfeited proceeds_distributed premises_notice_served premises_closed
            premises_vacated plea_bargain_applied plea_bargain_allowed threat_report_called
            threat_report_received protection_ordered prosecutor_noticed documents_admitted
            judgment_uploaded revision_filed leave_petition_filed copy_applied copy_ready compounded
            arrested produced appeared detained_by_executive_magistrate warrant_issued
            absentia_notice_published produced_before_juvenile_board juvenile_board_order
            statement_signed appeal_continued remanded bail_applied bail_granted default_bail_granted
            bail_cancelled released absconded proclamation_published proclaimed_offender surrendered
            died sent_to_juvenile_board discharged convicted acquitted reported_to_special_court
            safe_custody_ordered interim_custody_ordered protective_home_ordered
            custody_order_appealed cwc_inquiry_ordered social_report_filed cwc_order_made
            special_relief_recommended special_relief_paid compensation_inquiry_closed court_told
            rescued reported_to_cwc produced_before_cwc produced_before_magistrate medically_examined
            medical_report_received statement_recorded age_inquiry_ordered age_determined
            placed_in_shelter left_shelter support_person_assigned testified turned_hostile
            compensation_applied compensation_ordered compensation_paid told_of_progress invoked added
            charge_sheeted framed dropped
            """,
            op.f("ck_event_kind"),
        ),
        _one_of("outcome", "called_off nobody_found rescued", op.f("ck_event_outcome")),
        _one_of("result", "upheld set_aside modified retrial", op.f("ck_event_result")),
        _one_of("source", "fir_copy charge_sheet roznama court_website told", op.f("ck_event_source")),
        _one_of(
            "stage",
            """
            reported fir charge_sheet cognizance charges_framed prosecution_evidence accused_statement
            defence_evidence arguments judgment sentence appeal closed stayed
            """,
            op.f("ck_event_stage"),
        ),
        sa.CheckConstraint("corrects < seq", name=op.f("ck_event_corrects")),
        sa.ForeignKeyConstraint(["court"], ["court.key"], name=op.f("fk_event_court_court")),
        sa.ForeignKeyConstraint(
            ["prosecution_id", "accused"],
            ["accused.prosecution_id", "accused.label"],
            name=op.f("fk_event_prosecution_id_accused_accused"),
        ),
        sa.ForeignKeyConstraint(
            ["prosecution_id", "corrects"],
            ["event.prosecution_id", "event.seq"],
            name=op.f("fk_event_prosecution_id_corrects_event"),
        ),
        sa.ForeignKeyConstraint(
            ["prosecution_id", "proceeding"],
            ["proceeding.prosecution_id", "proceeding.key"],
            name=op.f("fk_event_prosecution_id_proceeding_proceeding"),
        ),
        sa.ForeignKeyConstraint(
            ["prosecution_id", "victim"],
            ["victim.prosecution_id", "victim.code"],
            name=op.f("fk_event_prosecution_id_victim_victim"),
        ),
        sa.ForeignKeyConstraint(
            ["prosecution_id"], ["prosecution.id"], name=op.f("fk_event_prosecution_id_prosecution")
        ),
        sa.PrimaryKeyConstraint("prosecution_id", "seq", name=op.f("pk_event")),
        sqlite_with_rowid=False,
    )


def _hearing() -> None:
    op.create_table(
        "hearing",
        sa.Column("prosecution_id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("proceeding", sa.String(), nullable=True),
        sa.Column("time", sa.String(), nullable=True),
        sa.Column("purpose", sa.String(), nullable=True),
        sa.Column("advocate", sa.String(), nullable=True),
        sa.Column("outcome", sa.String(), nullable=True),
        sa.Column("asked_by", sa.String(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("next_on", sa.Date(), nullable=True),
        sa.Column("next_purpose", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("source", sa.String(), nullable=True),
        sa.Column("order_ref", sa.String(), nullable=True),
        _one_of(
            "asked_by", "prosecution defence court witness production other", op.f("ck_hearing_asked_by")
        ),
        _one_of(
            "next_purpose",
            """
            first_production remand bail appearance copies charge evidence child_evidence
            accused_statement defence_evidence arguments judgment sentence order warrant steps
            committal other
            """,
            op.f("ck_hearing_next_purpose"),
        ),
        _one_of(
            "outcome",
            """
            held part_heard adjourned not_reached judge_absent strike passed_over order_reserved
            judgment disposed
            """,
            op.f("ck_hearing_outcome"),
        ),
        _one_of(
            "purpose",
            """
            first_production remand bail appearance copies charge evidence child_evidence
            accused_statement defence_evidence arguments judgment sentence order warrant steps
            committal other
            """,
            op.f("ck_hearing_purpose"),
        ),
        _one_of(
            "reason",
            """
            advocate_absent accused_not_produced witness_absent witness_not_summoned officer_absent
            prosecutor_absent record_not_ready report_awaited time_sought settlement_talks court_busy
            other
            """,
            op.f("ck_hearing_reason"),
        ),
        _one_of("source", "fir_copy charge_sheet roznama court_website told", op.f("ck_hearing_source")),
        sa.ForeignKeyConstraint(
            ["prosecution_id", "proceeding"],
            ["proceeding.prosecution_id", "proceeding.key"],
            name=op.f("fk_hearing_prosecution_id_proceeding_proceeding"),
        ),
        sa.ForeignKeyConstraint(
            ["prosecution_id"], ["prosecution.id"], name=op.f("fk_hearing_prosecution_id_prosecution")
        ),
        sa.PrimaryKeyConstraint("prosecution_id", "seq", name=op.f("pk_hearing")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_hearing_advocate_on_prosecution_id", "hearing", ["advocate", "on", "prosecution_id"], unique=False
    )
    op.create_index("ix_hearing_on_prosecution_id", "hearing", ["on", "prosecution_id"], unique=False)


def _identity() -> None:
    op.create_table(
        "identity",
        sa.Column("prosecution_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["prosecution_id", "code"],
            ["victim.prosecution_id", "victim.code"],
            name=op.f("fk_identity_prosecution_id_code_victim"),
        ),
        sa.PrimaryKeyConstraint("prosecution_id", "code", name=op.f("pk_identity")),
        sqlite_with_rowid=False,
    )
