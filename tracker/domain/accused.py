"""Where each accused stands: in custody or out, and how far the trial has come.

Each accused has a state of their own, so that one absconder doesn't hide another's clock. An
order that names nobody is about all who are still on trial: one who absconds is not, though
what ends the whole case (quashing, withdrawal, a closure report) ends it for the absent too.
The states are `words.CustodyState` and `words.TrialState`.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tracker.domain.case import Case, Event
from tracker.domain.shapes import AccusedState

CUSTODY = {
    "arrested": "arrested",
    "surrendered": "arrested",
    "detained_by_executive_magistrate": "judicial_custody",
    "remanded": "judicial_custody",
    "bail_granted": "on_bail",
    "default_bail_granted": "default_bail",
    "bail_cancelled": "judicial_custody",
    "released": "released",
    "appeared": "released",
    "absconded": "absconding",
    "proclaimed_offender": "proclaimed",
    "produced_before_juvenile_board": "juvenile",
    "sent_to_juvenile_board": "juvenile",
    "died": "dead",
}
"""Event kind to the custody it brings. A remand is judicial unless it says police; one whose bail
is cancelled is counted as in custody until the journal says that they can't be found."""

TRIAL = {
    "charges_framed": "charged",
    "framed": "charged",
    "charges_altered": "charged",
    "accused_statement_recorded": "statement_recorded",
    "judgment_delivered": "judged",
    "convicted": "convicted",
    "acquitted": "acquitted",
    "discharged": "discharged",
    "quashed": "quashed",
    "withdrawn": "withdrawn",
    "compounded": "compounded",
    "died": "abated",
    "sent_to_juvenile_board": "juvenile_board",
    "closure_report_accepted": "closed",
}
"""Event kind to the position it brings."""

AWAY = frozenset({"absconding", "proclaimed"})
FIRST_TRIAL = frozenset({"convicted", "plea_bargained", "acquitted"})
"""Positions that a judgment gives, its result known."""
TRIED = FIRST_TRIAL | {"judged"}
ENDED = TRIED | {"discharged", "quashed", "withdrawn", "compounded", "abated", "juvenile_board", "closed"}
ENDS_FOR_ALL = frozenset({"quashed", "withdrawn", "compounded", "closure_report_accepted", "died"})
FREED = frozenset({"acquitted", "discharged", "quashed", "withdrawn", "compounded"})
BACK = frozenset({"discharged", "juvenile_board"})
"""From here an accused may come back to this trial, charged or judged by name (CrPC 319, JJ 18(3))."""
HELD = frozenset({"arrested", "police_custody", "judicial_custody", "on_bail", "default_bail"})

OUTCOMES = (
    ("convicted", "convicted"),
    ("acquitted", "acquitted"),
    ("discharged", "discharged"),
    ("plea_bargained", "plea_bargained"),
    ("quashed", "quashed"),
    ("withdrawn", "withdrawn"),
    ("compounded", "compounded"),
    ("closed", "closure_report"),
    ("abated", "abated"),
    ("juvenile_board", "transferred"),
)
"""What the case counts as, from the positions of its accused: the first that any of them has."""


class People:
    """The accused of one case, moved on event by event. A case that names none has one nameless."""

    __slots__ = ("first_outcome", "judged_on", "nameless", "plea", "states")

    def __init__(self, case: Case) -> None:
        """Begin before the first event."""
        self.states = [_fresh(person.label) for person in case.accused]
        self.nameless = not self.states
        if self.nameless:
            self.states.append(_fresh(""))
        self.judged_on: date | None = None
        self.plea = False
        self.first_outcome: tuple[str, date | None] | None = None

    def about(self, event: Event) -> Iterable[AccusedState]:
        """Return whom the event is about."""
        who = event.accused
        if who is None or self.nameless:
            return self.states
        return [state for state in self.states if state.label == who]

    def move(self, event: Event, custody: str | None, trial: str | None) -> None:
        """Take one event that changes custody, the position in the trial, or both."""
        for state in self.about(event):
            if trial and (event.accused or state.custody not in AWAY or event.kind in ENDS_FOR_ALL):
                self._try(state, event, trial)
            if custody and state.custody != "dead":
                _hold(state, event, custody)

    def _try(self, state: AccusedState, event: Event, trial: str) -> None:
        if trial == "convicted" and self.plea and event.on_plea:
            trial = "plea_bargained"
        if trial in TRIED and self.judged_on is None:
            self.judged_on = event.on
        now = state.trial
        if (
            state.ended
            and not (now == "judged" and trial in TRIED)
            and not (now == "acquitted" and trial in ("convicted", "plea_bargained"))
            and not self._back(state, event, trial)
        ):
            return
        if now == trial:
            return
        state.trial, state.trial_since, state.ended = trial, event.on, trial in ENDED

    def _back(self, state: AccusedState, event: Event, trial: str) -> bool:
        """Say whether one who was let out of the trial is charged or judged in it later, and by name."""
        return (
            state.trial in BACK
            and trial in TRIED | {"charged"}
            and bool(event.accused or len(self.states) == 1)
            and bool(state.trial_since and state.trial_since < event.on)
        )

    def again(self, event: Event, trial: str, only: frozenset[str]) -> None:
        """Put those whose position is one of `only` back on trial; keep what the first trial gave."""
        if self.first_outcome is None and self.judged_on and "convicted" in only:
            self.first_outcome = self.outcome()
        for state in self.about(event):
            if state.trial in only:
                state.trial, state.trial_since, state.ended = trial, event.on, False

    def still_on_trial(self) -> bool:
        """Say whether anybody before the court has no result yet; absconders are not waited for."""
        return any(not state.ended and state.custody not in AWAY for state in self.states)

    def outcome(self) -> tuple[str, date | None] | None:
        """Return what the trial court made of the case and since when; None while it is open.

        The first judgment decides, also while others are still on trial; without any judgment
        the case is disposed of when every accused is.
        """
        if self.first_outcome:
            return self.first_outcome
        found = {state.trial for state in self.states}
        if self.judged_on is None and not all(state.ended for state in self.states):
            return None
        if self.judged_on and not found & FIRST_TRIAL:
            return None
        for trial, word in OUTCOMES:
            if trial in found:
                return word, self.judged_on or max(s.trial_since for s in self.states if s.trial_since)
        return None

    def settle(self) -> tuple[AccusedState, ...]:
        """Return the states: whoever was let off is free from that day, unless taken again later."""
        if self.nameless:
            return ()
        for state in self.states:
            if state.trial in FREED and state.custody in HELD:
                held, let_off = state.custody_since, state.trial_since
                if let_off and (held is None or held <= let_off):
                    state.custody, state.custody_since = "released", let_off
        return tuple(self.states)


def _fresh(label: str) -> AccusedState:
    return AccusedState(
        label=label, custody="named", custody_since=None, trial="not_charged", trial_since=None, ended=False
    )


def _hold(state: AccusedState, event: Event, custody: str) -> None:
    if event.kind == "remanded" and event.custody == "police":
        custody = "police_custody"
    if event.kind == "appeared" and state.custody not in AWAY:
        return
    if state.custody != custody or state.trial in FREED:
        state.custody, state.custody_since = custody, event.on
