"""Which keys each kind of event may carry in a case file.

A kind on the case may name an accused where an order can be about one of them; without it, the
order is about all who are still on trial.
"""

from __future__ import annotations

from tracker.domain.words import SCOPE, EventKind

ALWAYS = ("time", "proceeding", "note", "source", "order_ref", "recorded_on", "out_of_order", "corrects")
"""Keys that every event may carry, beside `on` and `kind`."""

SENTENCE = "sentence_months life death fine_rupees"

_BY_SCOPE = {"case": "", "accused": "accused", "victim": "victim", "charge": "accused victim provision"}
_BY_KIND = {
    "accused": "charge_sheet_filed supplementary_charge_sheet_filed charges_altered cognizance_taken"
    " documents_supplied committed discharge_applied first_hearing_on_charge charges_framed"
    " accused_statement_recorded judgment_delivered sentence_passed appeal_filed appeal_decided quashed"
    " withdrawn compounded trial_stayed stay_vacated retrial_ordered reopened sanction_requested"
    " sanction_decided proceeds_notice proceeds_forfeited plea_bargain_applied plea_bargain_allowed"
    " prosecutor_noticed documents_admitted revision_filed leave_petition_filed copy_applied copy_ready"
    " copy_collected",
    "victim": "threat_report_called threat_report_received protection_ordered revision_filed"
    " leave_petition_filed appeal_filed",
    "victims": "rescue_attempted",
    "outcome": "rescue_attempted",
    "reason": "rescue_attempted acquitted",
    "custody": "remanded",
    "until": "remanded",
    "age": "age_determined",
    "before": "statement_recorded",
    "method": "age_inquiry_ordered accused_statement_recorded",
    "by": "appeal_filed revision_filed leave_petition_filed copy_applied copy_ready copy_collected",
    "result": "appeal_decided",
    "ground": "closure_report_filed closure_report_accepted",
    "stage": "retrial_ordered further_investigation_ordered charges_altered reopened appeal_decided",
    "court": "transferred committed cognizance_taken produced remanded reported_to_special_court"
    " produced_before_magistrate trial_stayed stay_vacated appeal_filed appeal_decided quashed"
    " retrial_ordered",
    "provisions": "convicted acquitted",
    SENTENCE: "convicted sentence_passed",
    "in_absentia on_plea": "convicted",
    "rupees": "compensation_applied compensation_inquiry_closed compensation_ordered compensation_paid"
    " special_relief_recommended special_relief_paid",
}

KEYS: dict[str, frozenset[str]] = {
    kind.value: frozenset(
        _BY_SCOPE[SCOPE[kind]].split()
        + [key for keys, kinds in _BY_KIND.items() if kind.value in kinds.split() for key in keys.split()]
    )
    for kind in EventKind
}
"""Event kind to the keys it may carry beside `ALWAYS`."""

EXTRA = (
    "accused",
    "victim",
    "victims",
    "provision",
    "provisions",
    "outcome",
    "reason",
    "custody",
    "until",
    "age",
    "before",
    "method",
    "by",
    "result",
    "ground",
    "stage",
    "court",
    "sentence_months",
    "life",
    "death",
    "fine_rupees",
    "in_absentia",
    "on_plea",
    "rupees",
)
