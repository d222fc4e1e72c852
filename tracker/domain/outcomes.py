"""What became of a case, of each accused and of each charge: the facts that rates count.

Three units. A `case` has the trial court's outcome: convicted if anybody was convicted of anything, else
acquitted, else discharged, else how it ended without a trial; it is decided once the first judgment is in.
An `accused` has the result of the best-proved charge, a `charge` (accused and provision, however often
listed) its own. Each carries two results: the trial court's, which no later appeal changes silently, and
`final`, after appeals. How far each accused came is `domain.line`'s answer; nothing is read twice here.

A case is sent for trial by its charge sheet; where that isn't on file, on the day of its first step before
a court, else of its result (`inferred` says so, and reports name these cases).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from statutes import Provision
from tracker.domain.case import Event
from tracker.domain.charged import OUTSIDE, gravest, labels, parts
from tracker.domain.matter import Matter
from tracker.domain.results import Ends, Result, best, of_all, undone
from tracker.domain.shapes import Standing
from tracker.domain.words import kinds

__all__ = ["OUTSIDE", "Course", "Result", "best", "course", "trial_court"]

Lookup = Callable[[str], Provision | None]

_ENDS = kinds(
    "judgment_delivered convicted acquitted discharged quashed withdrawn compounded died"
    " sent_to_juvenile_board closure_report_accepted"
)
_BEFORE_A_COURT = kinds(
    "cognizance_taken documents_supplied committed discharge_applied first_hearing_on_charge charges_framed"
    " prosecution_evidence_opened prosecution_evidence_closed accused_statement_recorded"
    " defence_evidence_closed arguments_closed judgment_delivered"
)
_ONLY_A_COURT = frozenset({"convicted", "acquitted", "discharged", "plea_bargained", "compounded"})


@dataclass(slots=True)
class Course:
    """One case's way through police and court, and its results: the case's first, then the others'."""

    registered_on: date | None = None
    sheet_on: date | None = None
    sent_on: date | None = None
    inferred: bool = False
    """`sent_on` is not the day of a charge sheet on file."""
    police: str | None = None
    """charge_sheeted, final_report, transferred, quashed, withdrawn or other."""
    police_on: date | None = None
    ground: str | None = None
    """Of a final report."""
    cognizance_on: date | None = None
    framed_on: date | None = None
    witness_on: date | None = None
    stay_on: date | None = None
    stay_until: date | None = None
    left: int = 0
    """How many accused are still without a result after the first judgment."""
    court: str | None = None
    station: str | None = None
    district: str | None = None
    state: str | None = None
    split_from: str | None = None
    results: tuple[Result, ...] = field(default=())
    lead: str | None = field(default=None, compare=False)
    """The advocate who leads; kept with the case, not with its course."""

    @property
    def case(self) -> Result:
        """Return the result of the case as a whole."""
        return self.results[0]


def course(matter: Matter, standing: Standing, provision: Lookup) -> Course:
    """Return what rates count of one case; never raises."""
    case, first = matter.case, matter.first
    fir = case.fir
    found = Course(
        registered_on=matter.fir_on,
        sheet_on=_on(first("charge_sheet_filed")),
        cognizance_on=_on(first("cognizance_taken")),
        framed_on=_on(first("charges_framed")),
        witness_on=_on(first("prosecution_evidence_opened") or first("testified")),
        court=trial_court(matter),
        station=fir.police_station if fir else None,
        district=fir.district if fir else None,
        state=fir.state if fir else None,
        lead=case.lead,
        split_from=next(
            (link.ref for link in case.links if link.kind == "split_from" and not link.struck), None
        ),
    )
    found.stay_on, found.stay_until = _stay(matter)
    ends = Ends(matter) if not _ENDS.isdisjoint(matter.by_kind) else None
    whole = _whole(matter, standing, ends, provision)
    if ends and whole.result:
        found.left = sum(not state.ended for state in standing.accused)
    _send(found, matter, whole)
    _police(found, matter, whole)
    found.results = (whole, *parts(matter, whole, ends, provision))
    return found


def trial_court(matter: Matter) -> str | None:
    """Return the key of the court that holds the trial, the latest named."""
    for event in reversed(matter.by_kind.get("transferred", ())):
        if event.court:
            return event.court
    return next((p.court for p in matter.case.proceedings if p.kind == "trial" and p.court), None)


def _whole(matter: Matter, standing: Standing, ends: Ends | None, provision: Lookup) -> Result:
    case = matter.case
    ids = tuple([charge.provision or OUTSIDE for charge in case.charges])
    whole = Result("case", None, *labels(ids), gravest(case.charges, provision) if ids else "")
    if ends:
        people = max(len(ends.people.states), 1)
        whole.result, whole.result_on = of_all(
            [(way.result, way.result_on) for way in ends.ways.values()], people
        )
        whole.final, whole.final_on = of_all([(w.final, w.final_on) for w in ends.ways.values()], people)
    told = case.disposal
    if whole.result in (None, "other") and told:
        whole.result, whole.result_on = told.kind, told.on or standing.outcome_on or whole.result_on
        whole.final, whole.final_on = whole.result, whole.result_on
    elif whole.result is None and standing.stage == "closed":
        whole.result, whole.result_on = (
            standing.outcome or "other",
            standing.outcome_on or standing.stage_since,
        )
        whole.final, whole.final_on = whole.result, whole.result_on
    if whole.final == whole.result:
        whole.final_on = whole.result_on
    whole.set_aside_on = undone(whole, [way.final_on for way in ends.ways.values()] if ends else ())
    return whole


def _send(found: Course, matter: Matter, whole: Result) -> None:
    """Set the day on which the case was sent for trial."""
    found.sent_on = found.sheet_on
    if found.sheet_on:
        return
    days = [first.on for kind in _BEFORE_A_COURT if (first := matter.first(kind))]
    if days:
        found.sent_on = min(days)
    elif whole.result in _ONLY_A_COURT or (matter.case.disposal and whole.result != "closure_report"):
        found.sent_on = whole.result_on
    found.inferred = found.sent_on is not None


def _police(found: Course, matter: Matter, whole: Result) -> None:
    """Set how the police disposed of the case; a final report counts from its filing.

    It stays theirs also where the court takes cognizance all the same (on a protest petition).
    """
    filed = matter.last("closure_report_filed") or matter.last("closure_report_accepted")
    again = matter.last("further_investigation_ordered")
    moved = matter.last("investigation_transferred")
    if found.sheet_on:
        found.police, found.police_on = "charge_sheeted", found.sheet_on
    elif filed and not (again and again.on >= filed.on and whole.result != "closure_report"):
        said = filed.ground or next(
            (e.ground for e in matter.by_kind.get("closure_report_accepted", ()) if e.ground), None
        )
        found.police, found.police_on, found.ground = "final_report", filed.on, said
    elif found.sent_on:
        found.police, found.police_on = "charge_sheeted", found.sent_on
    elif whole.result == "closure_report":
        found.police, found.police_on = "final_report", whole.result_on
    elif whole.result == "abated":
        found.police, found.police_on, found.ground = "final_report", whole.result_on, "abated"
    elif whole.result:
        found.police = whole.result if whole.result in ("quashed", "withdrawn", "transferred") else "other"
        found.police_on = whole.result_on
    elif moved and matter.events[-1] is moved:
        found.police, found.police_on = "transferred", moved.on


def _stay(matter: Matter) -> tuple[date | None, date | None]:
    """Return the days of the last stay of the trial as a whole; a stay for some accused only is none."""
    stays = [e for e in matter.by_kind.get("trial_stayed", ()) if not e.accused]
    if not stays:
        return None, None
    on = stays[-1].on
    over = [e.on for e in matter.by_kind.get("stay_vacated", ()) if not e.accused and e.on >= on]
    return on, min(over, default=None)


def _on(event: Event | None) -> date | None:
    return event.on if event else None
