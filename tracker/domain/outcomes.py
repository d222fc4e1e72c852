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

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from statutes import Provision
from tracker.domain import gravity
from tracker.domain.accused import ENDED, OUTCOMES, TRIED
from tracker.domain.case import Charge, Event
from tracker.domain.line import Line
from tracker.domain.matter import Matter
from tracker.domain.shapes import Standing
from tracker.domain.words import kinds

Lookup = Callable[[str], Provision | None]

OUTSIDE = "other"
"""The provision, and the Act, of a section outside the catalogue."""

WORDS = dict(OUTCOMES) | {"judged": "other"}
"""Position of an accused to the word counted. A judgment whose result nobody recorded is `other`."""

_ORDER = {word: rank for rank, word in enumerate([*(word for _, word in OUTCOMES), "other"])}
_JUDGED = frozenset({"convicted", "plea_bargained", "acquitted"})
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
class Result:
    """How one case, accused or charge ended, at the trial and finally; None while it is open."""

    unit: str
    accused: str | None = None
    acts: tuple[str, ...] = ()
    provisions: tuple[str, ...] = ()
    principal: str = ""
    """The gravest provision charged; empty where there is none."""
    result: str | None = None
    result_on: date | None = None
    final: str | None = None
    final_on: date | None = None
    set_aside_on: date | None = None
    """The day from which a conviction no longer stands."""


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
        split_from=next((link.ref for link in case.links if link.kind == "split_from"), None),
    )
    found.stay_on, found.stay_until = _stay(matter)
    ends = _Ends(matter) if not _ENDS.isdisjoint(matter.by_kind) else None
    whole = _whole(matter, standing, ends, provision)
    if ends and whole.result:
        found.left = sum(not state.ended for state in standing.accused)
    _send(found, matter, whole)
    _police(found, matter, whole)
    found.results = (whole, *_parts(matter, whole, ends, provision))
    return found


def trial_court(matter: Matter) -> str | None:
    """Return the key of the court that holds the trial, the latest named."""
    for event in reversed(matter.by_kind.get("transferred", ())):
        if event.court:
            return event.court
    return next((p.court for p in matter.case.proceedings if p.kind == "trial" and p.court), None)


def best(words: Iterable[str | None]) -> str | None:
    """Return the word that a whole counts as, from those of its parts; None if there is none."""
    return min((word for word in words if word), key=lambda word: _ORDER.get(word, 99), default=None)


def gravest(charges: Iterable[Charge], provision: Lookup) -> str:
    """Return the provision of the gravest charge: death, life, longest, least term, first on file."""
    top, heaviest = "", None
    for charge in charges:
        weight = _weight(charge, provision)
        if heaviest is None or weight > heaviest:
            top, heaviest = charge.provision or OUTSIDE, weight
    return top


Weight = tuple[int, int, int, int]


def _weight(charge: Charge, provision: Lookup) -> Weight:
    if charge.provision is None:
        return _weighed(gravity.by_hand(charge))
    return _weight_of(charge.provision, charge.with_, provision)


@lru_cache(maxsize=4096)
def _weight_of(id_: str, with_: str | None, provision: Lookup) -> Weight:
    return _weighed(gravity.of(Charge(provision=id_, with_=with_), provision))


def _weighed(grave: gravity.Gravity) -> Weight:
    # A section with life or up to ten years is not graver than one with life and a minimum.
    longest = 0 if grave.life or grave.death else grave.max_months or 0
    return int(grave.death), int(grave.life), longest, grave.min_months or 0


@dataclass(slots=True)
class _Way:
    """One accused's results as the journal brings them."""

    result: str | None = None
    result_on: date | None = None
    appeals: int = 0
    """How many appeals were decided when the result came."""
    final: str | None = None
    final_on: date | None = None


class _Ends(Line):
    """The walk along the journal, noting when each accused's position becomes final or is undone."""

    __slots__ = ("decided", "filed", "ways")

    def __init__(self, matter: Matter) -> None:
        self.ways: dict[str, _Way] = {}
        self.decided = 0
        self.filed: list[Event] = []
        super().__init__(matter)

    def _take(self, event: Event) -> None:
        before = [state.trial for state in self.people.states]
        super()._take(event)
        for state, was in zip(self.people.states, before, strict=True):
            if state.trial != was:
                self._moved(self.ways.setdefault(state.label, _Way()), event, was, state.trial)
        if event.kind == "appeal_filed":
            self.filed.append(event)
        elif event.kind == "appeal_decided":
            self.decided += 1
            if event.result == "set_aside":
                self._set_aside(event)

    def _moved(self, way: _Way, event: Event, was: str, now: str) -> None:
        if now not in ENDED:
            if was in ENDED:
                way.final, way.final_on = None, event.on
                if event.kind in ("reopened", "further_investigation_ordered"):
                    way.result = way.result_on = None
            return
        word = WORDS[now]
        same_trial = way.result is None or (
            way.final is not None and way.appeals == self.decided and (was == "judged" or now in TRIED)
        )
        if same_trial:
            way.result, way.appeals = word, self.decided
            way.result_on = way.result_on or event.on
        way.final, way.final_on = word, event.on

    def _set_aside(self, event: Event) -> None:
        """An accused's appeal undoes convictions, the State's or a victim's acquittals and discharges."""
        filed = [
            one
            for one in self.filed
            if (event.proceeding is None or one.proceeding in (None, event.proceeding))
            and (event.accused is None or one.accused in (None, event.accused))
        ]
        appeal = filed[-1] if filed else None
        who = event.accused or (appeal.accused if appeal else None)
        ways = [way for label, way in self.ways.items() if who in (None, label) or not label]
        guilty = [way for way in ways if way.final in ("convicted", "plea_bargained")]
        by = appeal.by if appeal else None
        if by == "accused" or (by is None and guilty):
            for way in guilty:
                way.final, way.final_on = "acquitted", event.on
            return
        for way in ways:
            if way.final in ("acquitted", "discharged"):
                way.final = "convicted" if way.final == "acquitted" else None
                way.final_on = event.on


def _whole(matter: Matter, standing: Standing, ends: _Ends | None, provision: Lookup) -> Result:
    case = matter.case
    ids = tuple([charge.provision or OUTSIDE for charge in case.charges])
    whole = Result("case", None, *_labels(ids), gravest(case.charges, provision) if ids else "")
    if ends:
        people = max(len(ends.people.states), 1)
        whole.result, whole.result_on = _of_all(
            [(way.result, way.result_on) for way in ends.ways.values()], people
        )
        whole.final, whole.final_on = _of_all([(w.final, w.final_on) for w in ends.ways.values()], people)
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
    whole.set_aside_on = _undone(whole, [way.final_on for way in ends.ways.values()] if ends else ())
    return whole


def _of_all(parts: Sequence[tuple[str | None, date | None]], people: int) -> tuple[str | None, date | None]:
    """Return the whole's result: of the first judgment on, or of the day on which the last part ended."""
    judged = [on for word, on in parts if word in _JUDGED and on]
    ended = [on for word, on in parts if word and on]
    if judged:
        return best(word for word, _ in parts if word in _JUDGED), min(judged)
    if ended and len(ended) >= people:
        return best(word for word, _ in parts), max(ended)
    return None, None


def _undone(result: Result, days: Iterable[date | None]) -> date | None:
    if result.result != "convicted" or result.final == "convicted":
        return None
    return max((day for day in days if day), default=result.final_on)


def _parts(matter: Matter, whole: Result, ends: _Ends | None, provision: Lookup) -> list[Result]:
    """Return the results of the accused, then of the charges; a case told of as a whole lends its own."""
    case = matter.case
    over = whole if whole.result and whole.result not in _JUDGED else _lent(matter, whole)
    people, charges = [], []
    for person in case.accused:
        own = [charge for charge in case.charges if charge.accused in (person.label, None)]
        ids = tuple([charge.provision or OUTSIDE for charge in own])
        result = Result("accused", person.label, *_labels(ids), gravest(own, provision) if own else "")
        way = ends.ways.get(person.label) if ends else None
        if way and (way.result or way.final_on):
            result.result, result.result_on = way.result, way.result_on
            result.final, result.final_on = way.final, way.final_on
        elif over:
            result.result, result.result_on = over.result, over.result_on
            result.final, result.final_on = over.final, over.final_on
        if result.result == "convicted":
            result.set_aside_on = _undone(result, (result.final_on,))
        people.append(result)
        charges += _charges(matter, result, [charge for charge in own if charge.accused])
    for id_ in dict.fromkeys(_key(charge) for charge in case.charges if charge.accused is None):
        label = _labels((id_[0],))
        ended = whole if whole.result else Result("charge")
        charges.append(
            Result("charge", None, *label, id_[0], ended.result, ended.result_on, ended.final, ended.final_on)
        )
    return people + charges


def _lent(matter: Matter, whole: Result) -> Result | None:
    """Return what an old register's word for a judged case says of each accused: who of several was convicted
    is not known.
    """
    told = matter.case.disposal
    if told is None or whole.result != told.kind:
        return None
    if len(matter.case.accused) == 1 or whole.result == "acquitted":
        return whole
    return Result("accused", None, (), (), "", "other", whole.result_on, "other", whole.result_on)


def _charges(matter: Matter, accused: Result, own: Sequence[Charge]) -> list[Result]:
    """Return one result for each provision charged against the accused, or of which they were convicted."""
    keys = dict.fromkeys([_key(charge) for charge in own])
    if accused.result is None and "dropped" not in matter.by_kind:
        return [Result("charge", accused.accused, *_labels((id_,)), id_) for id_, _ in keys]
    told = _told(matter, accused.accused)
    keys.update(
        dict.fromkeys((id_, "") for id_ in told if (id_, "") not in keys and told[id_][0] == "convicted")
    )
    named = any(word != "dropped" for word, _ in told.values())
    found = []
    for id_, _ in keys:
        word, on = told.get(id_, (None, None))
        if word is None and accused.result:
            word, on = ("other" if named and accused.result in _JUDGED else accused.result), accused.result_on
        word = "other" if word == "dropped" else word
        final, final_on = word, on
        if accused.result and accused.final != accused.result and word in ("convicted", "acquitted"):
            final, final_on = accused.final, accused.final_on
        result = Result("charge", accused.accused, *_labels((id_,)), id_, word, on, final, final_on)
        result.set_aside_on = _undone(result, (final_on,))
        found.append(result)
    return found


def _told(matter: Matter, label: str | None) -> dict[str, tuple[str, date]]:
    """Return what the journal says of single provisions against the accused: the earliest word."""
    told: dict[str, tuple[str, date]] = {}
    for kind in ("convicted", "acquitted", "dropped"):
        for event in matter.by_kind.get(kind, ()):
            if event.accused not in (label, None):
                continue
            for id_ in event.provisions or ((event.provision,) if event.provision else ()):
                if id_ not in told or event.on < told[id_][1]:
                    told[id_] = kind, event.on
    return told


def _key(charge: Charge) -> tuple[str, str]:
    """Return what makes two charges the same: the provision, else the clerk's words for it."""
    return (charge.provision, "") if charge.provision else (OUTSIDE, (charge.as_written or "").strip())


@lru_cache(maxsize=4096)
def _labels(ids: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    provisions = tuple(sorted(set(ids)))
    return tuple(sorted({id_.partition("-")[0] for id_ in provisions})), provisions


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
    """Set how the police disposed of the case; a final report counts from its filing."""
    filed = matter.last("closure_report_filed") or matter.last("closure_report_accepted")
    again = matter.last("further_investigation_ordered")
    moved = matter.last("investigation_transferred")
    if found.sent_on:
        found.police, found.police_on = "charge_sheeted", found.sent_on
    elif filed and not (again and again.on >= filed.on and whole.result != "closure_report"):
        said = filed.ground or next(
            (e.ground for e in matter.by_kind.get("closure_report_accepted", ()) if e.ground), None
        )
        found.police, found.police_on, found.ground = "final_report", filed.on, said
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
