"""The main line of a case: which event brings which stage, and which order sends it back.

The table is the case-file format's own ("Stages"). A stage only moves forward, whatever order an
old register gives its days in, save by the orders that lawfully send a case back. Bail, custody of
a victim and other side matters never move it.

A few steps show that an earlier stage is behind: a committal shows cognizance, the close of the
prosecution's evidence shows its beginning.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tracker.domain.accused import BACK, CUSTODY, TRIAL, TRIED, People
from tracker.domain.appeals import AGAIN, set_aside
from tracker.domain.case import Event, Hearing
from tracker.domain.matter import Matter
from tracker.domain.shapes import AccusedState
from tracker.domain.words import Stage, kinds

RANK = {stage.value: place for place, stage in enumerate(Stage) if stage != "stayed"}

BRINGS = {
    "complaint_received": "reported",
    "rescue_attempted": "reported",
    "zero_fir_registered": "reported",
    "fir_registered": "fir",
    "charge_sheet_filed": "charge_sheet",
    "supplementary_charge_sheet_filed": "charge_sheet",
    "cognizance_taken": "cognizance",
    "committed": "cognizance",
    "first_hearing_on_charge": "cognizance",
    "charges_framed": "charges_framed",
    "prosecution_evidence_opened": "prosecution_evidence",
    "prosecution_evidence_closed": "prosecution_evidence",
    "accused_statement_recorded": "accused_statement",
    "defence_evidence_closed": "arguments",
    "arguments_closed": "arguments",
    "sentence_passed": "sentence",
    "appeal_filed": "appeal",
    "closed": "closed",
    "closure_report_accepted": "closed",
}
HEARING_BRINGS = {"defence_evidence": "defence_evidence", "arguments": "arguments"}
HEARD = frozenset({"held", "part_heard", "order_reserved"})

SENDS_BACK = {
    "retrial_ordered": "charges_framed",
    "further_investigation_ordered": "fir",
    "charges_altered": "charges_framed",
    "reopened": None,
}
"""An order that sends the case back, and to which stage unless it names one; None: where it was."""

RESULTS = kinds(
    "judgment_delivered convicted acquitted discharged quashed withdrawn compounded died"
    " sent_to_juvenile_board absconded proclaimed_offender"
)
"""After these it may be that nobody is left on trial."""

STEPS = kinds(
    "documents_supplied committed first_hearing_on_charge closure_report_filed prosecution_evidence_closed"
    " arguments_closed appeal_filed appeal_decided defence_evidence_closed"
)
"""Steps that change what is waited for within a stage."""

EARLY = kinds("documents_supplied committed first_hearing_on_charge")

PROGRESS = (
    frozenset(BRINGS)
    | frozenset(SENDS_BACK)
    | STEPS
    | RESULTS - {"absconded", "proclaimed_offender"}
    | kinds("discharge_applied documents_admitted testified trial_stayed stay_vacated framed transferred")
)
"""Events by which the matter moves; a listing, an adjournment or a bail order is none."""

SUBSTANCE = frozenset(
    {
        "copies",
        "committal",
        "charge",
        "evidence",
        "child_evidence",
        "accused_statement",
        "defence_evidence",
        "arguments",
        "judgment",
        "sentence",
    }
)
"""Purposes whose hearing, if held, moves the matter."""

REOPENS = {
    "appeal_filed": frozenset({"closed"}),
    "charge_sheet_filed": frozenset({"closure_report_accepted"}),
}
REOPENS["cognizance_taken"] = REOPENS["charge_sheet_filed"]  # on a protest petition
REOPENS["charges_framed"] = frozenset({"discharged", "sent_to_juvenile_board"})


class Line:
    """One case walked along its journal. Read `stage`, `since`, `entered` when the walk is over."""

    __slots__ = (
        "after",
        "before",
        "closed_by",
        "entered",
        "people",
        "progress_on",
        "seen",
        "since",
        "stage",
        "stay_on",
        "stayed_people",
    )

    def __init__(self, matter: Matter) -> None:
        """Walk the whole journal of a case."""
        self.people = People(matter.case)
        self.stage = "reported"
        self.since: date | None = None
        self.before = "reported"
        self.closed_by = ""
        self.entered: dict[str, date | None] = {}
        self.progress_on: date | None = None
        self.seen: dict[str, list[Event]] = {}
        self.after: dict[tuple[str, str, date | None], str] = {}
        self.stay_on: date | None = None
        self.stayed_people: set[str] = set()
        fir = matter.case.fir
        if fir and (fir.registered_on or fir.number or fir.year):
            self._bring("fir", matter.fir_on)
        heard = _heard(matter)
        for event in matter.events:
            while heard and heard[-1].on <= event.on:
                self._hear(heard.pop())
            self._take(event)
        while heard:
            self._hear(heard.pop())

    def _hear(self, hearing: Hearing) -> None:
        self.progress_on = max(self.progress_on, hearing.on) if self.progress_on else hearing.on
        stage = HEARING_BRINGS.get(hearing.purpose or "")
        if stage:
            self._bring(stage, hearing.on)

    def _take(self, event: Event) -> None:
        kind, on = event.kind, event.on
        custody, trial = CUSTODY.get(kind), TRIAL.get(kind)
        if kind in SENDS_BACK:
            self._send_back(event)
        elif custody or trial:
            self.people.move(event, custody, trial)
        if kind not in PROGRESS:
            if kind in RESULTS:
                self._end(event)
            elif kind == "plea_bargain_allowed":
                self.people.plea = True
            return
        self.progress_on = on
        if kind in STEPS:
            self.seen.setdefault(kind, []).append(event)
        stage = BRINGS.get(kind)
        if stage:
            self._step(event, stage)
        elif kind in RESULTS:
            self._end(event)
        elif kind == "appeal_decided" and event.result == "retrial":
            self._send_back(event)
        elif kind == "appeal_decided" and event.result == "set_aside":
            self._undo(event)
        elif kind == "trial_stayed":
            self._stay(event)
        elif kind == "stay_vacated":
            self._vacate(event)

    def _step(self, event: Event, stage: str) -> None:
        if stage == "closed":
            self._close(event.on, event.kind)
        elif self.stage == "closed":
            back = self.closed_by in REOPENS.get(event.kind, ())
            if back:
                self.people.again(event, "not_charged", frozenset({"closed"}))
                back = not all(state.ended for state in self.people.states)
            if back or event.kind == "appeal_filed":
                self.stage = self.before
                self._bring(stage, event.on)
        elif stage != "appeal" or not event.accused or not self.people.still_on_trial():
            self._bring(stage, event.on)

    def _bring(self, stage: str, on: date | None) -> None:
        """Move forward to the stage; a stage already reached or passed stays as it is."""
        self.entered.setdefault(stage, on)
        if RANK[stage] > RANK[self.stage] or (self.since is None and stage == self.stage):
            self.stage, self.since = stage, on
            if RANK[stage] >= RANK["judgment"]:
                self.stay_on = None

    def _end(self, event: Event) -> None:
        """Look whether the last accused on trial has a result now, or the whole case has ended."""
        people, kind = self.people, event.kind
        if not event.accused and kind in ("quashed", "withdrawn", "compounded"):
            self._close(event.on, kind)
        elif self.stage == "closed":
            return
        elif not event.accused and kind == "judgment_delivered":
            self._bring("judgment", event.on)
        elif not people.still_on_trial():
            if all(state.custody == "dead" for state in people.states):
                self._close(event.on, kind)
            elif any(state.trial in TRIED for state in people.states):
                self._bring("judgment", event.on)
            elif all(state.ended for state in people.states):
                self._close(event.on, kind)

    def _close(self, on: date, by: str) -> None:
        if self.stage != "closed":
            self.before, self.closed_by = self.stage, by
            self._bring("closed", on)

    def _send_back(self, event: Event) -> None:
        kind = event.kind
        was = self.before if self.stage == "closed" else self.stage
        named = event.stage if event.stage in RANK and event.stage != "closed" else None
        target = named or SENDS_BACK.get(kind, "charges_framed") or was
        if kind == "charges_altered" and not named and RANK[was] >= RANK["judgment"]:
            return
        charged = "charged" if RANK[target] >= RANK["charges_framed"] else "not_charged"
        if kind == "charges_altered":
            self.people.again(event, "charged", frozenset({"not_charged", "statement_recorded"}))
        elif kind in ("reopened", "further_investigation_ordered"):
            self.people.again(event, charged, _ended_early(kind, self.closed_by or event.accused or ""))
        else:
            self.people.again(event, charged, TRIED | {"discharged"})
        keep = EARLY if RANK[target] >= RANK["cognizance"] else frozenset()
        self.seen = {step: events for step, events in self.seen.items() if step in keep}
        if target != self.stage:
            self.stage, self.since = target, event.on

    def _undo(self, event: Event) -> None:
        """Take an appeal allowed: what it makes of results, and whom it puts back before the court."""
        for state, word in set_aside(
            event, self.seen.get("appeal_filed", ()), self.people.states, self._stands
        ):
            if word != AGAIN:
                self._turn(state, word, event)
                continue
            self.people.again(replace(event, accused=state.label or None), AGAIN, frozenset({"discharged"}))
            if self.stage in ("appeal", "closed"):
                self.stage, self.since = event.stage or "cognizance", event.on
                self.seen = {step: events for step, events in self.seen.items() if step in EARLY}

    def _stands(self, state: AccusedState) -> str:
        """Return an accused's result as appeals have left it."""
        return self.after.get((state.label, state.trial, state.trial_since), state.trial)

    def _turn(self, state: AccusedState, word: str, event: Event) -> None:
        """Take what an appeal made of a result; the trial's own stays."""
        self.after[state.label, state.trial, state.trial_since] = word

    def _stay(self, event: Event) -> None:
        if self.stage == "closed":
            return
        if event.accused:
            self.stayed_people.add(event.accused)
            going = (s.label for s in self.people.states if not s.ended)
            if not self.stayed_people.issuperset(going):
                return
        self.stay_on = self.stay_on or event.on

    def _vacate(self, event: Event) -> None:
        if event.accused:
            self.stayed_people.discard(event.accused)
        else:
            self.stayed_people.clear()
        self.stay_on = None


def _ended_early(kind: str, what: str) -> frozenset[str]:
    """Positions that an order undoes when it opens again the case, or that of the accused whom it names."""
    if kind == "further_investigation_ordered":
        return frozenset({"closed"})
    return frozenset({"closed", "quashed", "withdrawn", "compounded"} | BACK if what else ())


def _heard(matter: Matter) -> list[Hearing]:
    """Return the hearings of the trial that moved it, latest first."""
    aside = [p.key for p in matter.case.proceedings if p.kind and p.kind != "trial"]
    rows = [
        hearing
        for hearing in matter.case.hearings
        if hearing.outcome in HEARD and hearing.purpose in SUBSTANCE and hearing.proceeding not in aside
    ]
    rows.sort(key=lambda hearing: hearing.on, reverse=True)
    return rows
