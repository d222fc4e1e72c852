"""Where a case stands: stage, what it waits for, each accused, the outcome. Nothing here is typed by anybody.

An old register may begin anywhere and skip stages: `standing` answers from what there is and never
raises. An event that can't follow what the journal holds is refused by `refusal`, where an office
records it; what a journal may not say at all is `journal.faults`.
"""

from __future__ import annotations

from datetime import date

from tracker.domain import regime
from tracker.domain.following import refusal
from tracker.domain.line import RANK, Line
from tracker.domain.matter import Matter
from tracker.domain.shapes import Standing
from tracker.domain.waiting import waiting_for, waiting_label
from tracker.domain.words import Stage

__all__ = ["Step", "refusal", "standing", "strip", "waiting_label"]

Step = tuple[str, str, str, date | None]
"""A stage, its label, done / now / next / later, and the day it was reached."""


def standing(matter: Matter) -> Standing:
    """Return where the case stands by its journal; never raises."""
    line = Line(matter)
    outcome, outcome_on, stage, since = _result(matter, line)
    closed = stage == "closed"
    stayed = line.stay_on is not None and not closed
    return Standing(
        stage="stayed" if stayed else stage,
        stage_since=line.stay_on if stayed else since,
        waiting_for=None if closed else waiting_for(line, matter.trial_court()),
        progress_on=line.progress_on,
        stayed=stayed,
        accused=line.people.settle(),
        outcome=outcome,
        outcome_on=outcome_on,
        procedure=regime.procedure(matter),
    )


def _result(matter: Matter, line: Line) -> tuple[str | None, date | None, str, date | None]:
    """Return outcome, its day, stage and its day. What is told of each accused decides before `disposal`."""
    found = line.people.outcome()
    if found:
        return found[0], found[1], line.stage, line.since
    told = matter.case.disposal
    if told is None:
        return None, None, line.stage, line.since
    on = told.on or line.people.judged_on
    if RANK[line.stage] >= RANK["judgment"]:
        return told.kind, on, line.stage, line.since
    return told.kind, on, "closed", on


def strip(standing: Standing, matter: Matter) -> tuple[Step, ...]:
    """Return the stages in order as a reader sees them: done, now, next or later.

    A stage passed over has no day. Once a case is closed, stages it never reached are left out;
    without a conviction there is no sentence.
    """
    line = Line(matter)
    closed = standing.stage == "closed"
    stage = "closed" if closed else line.stage
    steps: list[Step] = []
    for place in Stage:
        if place == "stayed" or (place != stage and place not in line.entered and _left_out(place, standing)):
            continue
        ahead = RANK[place] - RANK[stage]
        if ahead == 0:
            state, on = "now", standing.stage_since if closed else line.since
        elif ahead < 0:
            state, on = "done", line.entered.get(place)
        else:
            nearest = not any(step[2] == "next" for step in steps)
            state, on = ("next" if nearest else "later"), None
        steps.append((place.value, place.label, state, on))
    return tuple(steps)


def _left_out(place: Stage, standing: Standing) -> bool:
    if standing.stage == "closed":
        return True
    return place == "sentence" and standing.outcome not in (None, "convicted", "plea_bargained")
