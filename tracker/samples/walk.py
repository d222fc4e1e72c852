"""The way of a generated case from FIR to its end: its journal, by day.

The main line is a table of steps, each with the least days since the step before, the spread of
the days above that, and the chance in 256 that a case sticks before it. What happens to people
lies beside the line: arrests, remands, bail, absconding, ages fixed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from operator import attrgetter

from tracker.domain.case import Event, Victim
from tracker.domain.words import (
    AcquittalReason,
    AppealBy,
    AppealResult,
    Custody,
    EventKind,
    Purpose,
    RescueOutcome,
)
from tracker.samples.lots import Draw, shares
from tracker.samples.when import DAY, LATEST

_STEPS = (
    (EventKind.CHARGE_SHEET_FILED, 25, 90, 20, None),
    (EventKind.COGNIZANCE_TAKEN, 3, 90, 14, Purpose.APPEARANCE),
    (EventKind.CHARGES_FRAMED, 40, 700, 28, Purpose.CHARGE),
    (EventKind.PROSECUTION_EVIDENCE_OPENED, 20, 400, 16, Purpose.EVIDENCE),
    (EventKind.PROSECUTION_EVIDENCE_CLOSED, 90, 1100, 30, Purpose.ACCUSED_STATEMENT),
    (EventKind.ACCUSED_STATEMENT_RECORDED, 5, 120, 6, Purpose.ARGUMENTS),
    (EventKind.ARGUMENTS_CLOSED, 10, 150, 6, Purpose.JUDGMENT),
    (EventKind.JUDGMENT_DELIVERED, 5, 70, 6, None),
)
"""Step, least days, spread of days, chance of 256 to stick before it, purpose listed for after it."""

_REASON = shares(
    (AcquittalReason.HOSTILE_WITNESS, 5), (AcquittalReason.BENEFIT_OF_DOUBT, 4), (AcquittalReason.DELAY, 1)
)
_APPEAL_BY = shares((AppealBy.ACCUSED, 7), (AppealBy.STATE, 2), (AppealBy.VICTIM, 1))
_APPEAL_RESULT = shares((AppealResult.UPHELD, 6), (AppealResult.SET_ASIDE, 2), (AppealResult.MODIFIED, 2))


@dataclass(slots=True)
class Walk:
    """What happened: the journal in order of days, and when the listing's purpose changed."""

    events: list[Event] = field(default_factory=list)
    has_fir: bool = True
    sheet_on: int | None = None
    marks: list[tuple[int, Purpose]] = field(default_factory=list)
    """From each day's number on, matters are listed for this purpose."""
    over_on: int | None = None
    """The number of the day on which the trial court was done with it."""
    appealed: bool = False


def walk(
    draw: Draw,
    fir_on: int,
    accused: tuple[str, ...],
    victims: tuple[Victim, ...],
    *,
    term: tuple[int, int],
    commits: bool,
) -> Walk:
    """Walk one case from its FIR as far as it gets by the sample's today. Days are numbers in `DAY`.

    `term` is the least and the most months that A1 may be sentenced to; `commits` says that a Magistrate
    commits the case to the Court of Session.
    """
    trod = Walk()
    events, fir_day = trod.events, DAY[fir_on]
    if draw() < 80:
        codes = tuple(person.code for person in victims)
        rescued = RescueOutcome.RESCUED
        events.append(Event(on=fir_day, kind=EventKind.RESCUE_ATTEMPTED, outcome=rescued, victims=codes))
    if draw() < 6:
        trod.has_fir = False
        events.append(Event(on=fir_day, kind=EventKind.COMPLAINT_RECEIVED))
        return trod
    events.append(Event(on=fir_day, kind=EventKind.FIR_REGISTERED))
    on = _line(draw, trod, fir_on, commits)
    until = LATEST if trod.over_on is None else on - 1
    gone = _custody(draw, events, fir_on, accused, until)
    age = victims[0].age
    if draw() < 40 and fir_on + 20 < LATEST and age and age.years:
        day = DAY[fir_on + 2 + draw() % 18]
        events.append(Event(on=day, kind=EventKind.AGE_DETERMINED, victim=victims[0].code, age=age))
    if trod.over_on is not None:
        _verdicts(draw, trod, on, [label for label in accused if label not in gone], term)
    elif trod.marks and draw() < 5:
        events.append(Event(on=DAY[min(on + 1 + draw() // 4, LATEST)], kind=EventKind.TRIAL_STAYED))
    events.sort(key=attrgetter("on"))
    return trod


def _custody(draw: Draw, events: list[Event], fir_on: int, accused: tuple[str, ...], until: int) -> set[str]:
    """Arrest A1 mostly and the others seldom, remand them the next day, bail some; return who is gone.

    A1 never absconds, so that a trial always has someone to judge.
    """
    gone = set()
    chance = 170
    for label in accused[:4]:
        on = fir_on + draw() % 12
        lot, bail_on = draw(), on + 20 + draw()
        if lot < chance and on < until:
            custody = Custody.POLICE if draw() < 150 else Custody.JUDICIAL
            events.append(Event(on=DAY[on], kind=EventKind.ARRESTED, accused=label))
            events.append(Event(on=DAY[on + 1], kind=EventKind.REMANDED, accused=label, custody=custody))
            if draw() < 80 and bail_on <= until:
                events.append(Event(on=DAY[bail_on], kind=EventKind.BAIL_GRANTED, accused=label))
        elif lot > 246 and label != "A1" and bail_on <= until:
            events.append(Event(on=DAY[bail_on], kind=EventKind.ABSCONDED, accused=label))
            gone.add(label)
        chance = 10
    return gone


def _line(draw: Draw, trod: Walk, fir_on: int, commits: bool) -> int:
    """Walk the main line; return the number of the last day on which it moved."""
    on = fir_on
    patchy = draw() < 90
    for kind, least, spread, stick, purpose in _STEPS:
        then = on + least + spread * draw() // 256
        if then > LATEST or draw() < stick:
            return on
        if commits and kind is EventKind.CHARGES_FRAMED:
            trod.events.append(Event(on=DAY[on + 30], kind=EventKind.COMMITTED))
        on = then
        if not patchy or draw() < 100 or kind is EventKind.JUDGMENT_DELIVERED:
            trod.events.append(Event(on=DAY[on], kind=kind))
        if kind is EventKind.CHARGE_SHEET_FILED:
            trod.sheet_on = on
        if purpose:
            trod.marks.append((on, purpose))
    trod.over_on = on
    return on


def _verdicts(draw: Draw, trod: Walk, on: int, accused: list[str], term: tuple[int, int]) -> None:
    """Give every accused on trial a verdict (A1's decides on a sentence), then appeal or close."""
    events, day = trod.events, DAY[on]
    guilty = draw() < 80
    months = term[0] + (term[1] - term[0]) * (draw() // 64) // 4
    for label in accused:
        if guilty and label == "A1":
            convicted = EventKind.CONVICTED
            events.append(
                Event(on=day, kind=convicted, accused=label, sentence_months=months, fine_rupees=10000)
            )
        elif guilty and draw() < 128:
            events.append(Event(on=day, kind=EventKind.CONVICTED, accused=label))
        else:
            events.append(Event(on=day, kind=EventKind.ACQUITTED, accused=label, reason=_REASON[draw()]))
    if guilty:
        events.append(Event(on=day, kind=EventKind.SENTENCE_PASSED))
    appeal_on = on + 20 + draw() % 40
    if draw() < 50 and appeal_on <= LATEST:
        trod.appealed = True
        _appeal(draw, events, appeal_on, _APPEAL_BY[draw()] if guilty else AppealBy.STATE)
    elif on + 200 <= LATEST and draw() < 200:
        events.append(Event(on=DAY[on + 190], kind=EventKind.CLOSED))


def _appeal(draw: Draw, events: list[Event], on: int, by: AppealBy) -> None:
    events.append(Event(on=DAY[on], kind=EventKind.APPEAL_FILED, by=by, proceeding="appeal"))
    decided_on, result = on + 200 + 5 * draw(), _APPEAL_RESULT[draw()]
    if draw() < 100 and decided_on <= LATEST:
        decided = EventKind.APPEAL_DECIDED
        events.append(Event(on=DAY[decided_on], kind=decided, result=result, proceeding="appeal"))
