"""The hearings of a generated case: when its trial was listed, for what, and what came of it.

About half of all listings are adjourned, mostly at the instance of the defence or for want of a witness.
The last one lies within six weeks of the sample's today; some have passed with nothing written down, and
some open cases have no next date at all, so that both flags have something to show.
"""

from __future__ import annotations

from datetime import date

from tracker.domain.case import Hearing
from tracker.domain.words import AskedBy, HearingOutcome, HearingReason, Purpose
from tracker.samples.lots import Draw, shares
from tracker.samples.walk import Walk
from tracker.samples.when import DAY, LATEST

_ADJOURNED = HearingOutcome.ADJOURNED
_OUTCOME = shares(
    (_ADJOURNED, 45),
    (HearingOutcome.HELD, 25),
    (HearingOutcome.PART_HEARD, 10),
    (HearingOutcome.NOT_REACHED, 9),
    (HearingOutcome.JUDGE_ABSENT, 6),
    (HearingOutcome.PASSED_OVER, 4),
    (HearingOutcome.STRIKE, 1),
)
_CAUSE = shares(
    ((AskedBy.DEFENCE, HearingReason.ADVOCATE_ABSENT), 22),
    ((AskedBy.DEFENCE, HearingReason.TIME_SOUGHT), 14),
    ((AskedBy.WITNESS, HearingReason.WITNESS_ABSENT), 16),
    ((AskedBy.PROSECUTION, HearingReason.WITNESS_NOT_SUMMONED), 10),
    ((AskedBy.PROSECUTION, HearingReason.OFFICER_ABSENT), 8),
    ((AskedBy.PROSECUTION, HearingReason.PROSECUTOR_ABSENT), 4),
    ((AskedBy.PRODUCTION, HearingReason.ACCUSED_NOT_PRODUCED), 12),
    ((AskedBy.COURT, HearingReason.COURT_BUSY), 8),
    ((AskedBy.COURT, HearingReason.RECORD_NOT_READY), 4),
    ((AskedBy.OTHER, HearingReason.REPORT_AWAITED), 2),
)
LATELY = 6
"""Some last listings lie so few days before the sample's today."""
_AT = shares(("11:00", 6), ("14:45", 2), (None, 2))


def listings(draw: Draw, trod: Walk, advocate: str) -> tuple[Hearing, ...]:
    """Return the trial's hearings in order: past ones with what came of them, and mostly the next."""
    if not trod.marks:
        return ()
    days = _listed(draw, trod)
    if not days:
        return ()
    purposes = _purposes(trod, days)
    upto = len(days) - 1
    rows = [
        _past(draw, DAY[on], purposes[here], advocate, DAY[days[here + 1]], purposes[here + 1])
        for here, on in enumerate(days[:upto])
    ]
    last, purpose = days[upto], purposes[upto]
    if trod.over_on is not None:
        over = HearingOutcome.JUDGMENT
        rows.append(
            Hearing(
                on=DAY[last], proceeding="trial", purpose=Purpose.JUDGMENT, advocate=advocate, outcome=over
            )
        )
    elif last >= LATEST or draw() < 128:
        at = _AT[draw()]
        rows.append(Hearing(on=DAY[last], proceeding="trial", time=at, purpose=purpose, advocate=advocate))
    else:
        rows.append(_past(draw, DAY[last], purpose, advocate, None, None))
    return tuple(rows)


def _past(
    draw: Draw, on: date, purpose: Purpose, advocate: str, next_on: date | None, next_purpose: Purpose | None
) -> Hearing:
    outcome = _OUTCOME[draw()]
    asked, why = _CAUSE[draw()] if outcome is _ADJOURNED else (None, None)
    return Hearing(
        on=on,
        proceeding="trial",
        purpose=purpose,
        advocate=advocate,
        outcome=outcome,
        asked_by=asked,
        reason=why,
        next_on=next_on,
        next_purpose=next_purpose,
    )


def _purposes(trod: Walk, days: list[int]) -> list[Purpose]:
    """Return what the trial was listed for on each of the days, by how far it had come."""
    marks, place, found = trod.marks, 0, []
    for on in days:
        while place + 1 < len(marks) and marks[place + 1][0] < on:
            place += 1
        found.append(marks[place][1])
    return found


def _listed(draw: Draw, trod: Walk) -> list[int]:
    """Return the numbers of the days on which the trial was listed, Sundays passed over."""
    until = LATEST if trod.over_on is None else trod.over_on
    on = trod.marks[0][0] + 7 + draw() % 30
    step = max(14, (until - on) // 40)
    days = []
    while on < until - LATELY:
        days.append(_open_day(on))
        on += step + draw() // 4
    if trod.over_on is not None:
        days.append(until)
    elif draw() < 240:
        days.append(_open_day(LATEST + 2 - LATELY + draw() % 45))
    return days


def _open_day(on: int) -> int:
    return on + 1 if DAY[on].weekday() == 6 else on
