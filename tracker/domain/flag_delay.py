"""Flags on what delay does to a trial: custody that may end in bail for delay, and witnesses who may be lost.

Both are the office's own rules (`statutes/thresholds.toml`) and say so. `delay_bail_risk` counts the days
that an accused in custody has waited without any prosecution witness being heard, from the day the custody
began or the last witness, whichever is later. `witness_attrition` speaks of a victim who hasn't been heard
and has left the home (at once), and of all others who wait (after a year).

A witness was heard where the journal says testified or hostile, the evidence was opened, or a hearing for
evidence was held in whole or part. Once the prosecution's evidence is closed neither flag stands.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from tracker.domain.flag_people import rescued_on
from tracker.domain.flag_windows import DAY, add
from tracker.domain.words import kinds

if TYPE_CHECKING:
    from tracker.domain.matter import Matter
    from tracker.domain.shapes import Flag, Law, Standing

WAITING = frozenset({"charge_sheet", "cognizance", "charges_framed", "prosecution_evidence", "stayed"})
"""Stages at which the prosecution's witnesses are still to be heard."""
IN_CUSTODY = frozenset({"arrested", "police_custody", "judicial_custody"})
TAKEN = frozenset(
    {"arrested", "surrendered", "detained_by_executive_magistrate", "remanded", "bail_cancelled"}
)
LET_GO = kinds("bail_granted default_bail_granted released appeared absconded")
MOVES = kinds("left_shelter placed_in_shelter protective_home_ordered")
HEARD = ("testified", "turned_hostile")
EVIDENCE = frozenset({"evidence", "child_evidence"})
TAKEN_UP = frozenset({"held", "part_heard"})


def from_delay(found: list[Flag], matter: Matter, standing: Standing, law: Law) -> None:
    """Add the flags on delay of a case that is not over."""
    if standing.stage not in WAITING or "prosecution_evidence_closed" in matter.by_kind:
        return
    held = [
        accused.label for accused in standing.accused if accused.custody in IN_CUSTODY and not accused.ended
    ]
    if held:
        heard = _last_witness(matter)
        for label in held:
            _custody(found, matter, label, heard, law)
    if matter.case.victims:
        _witnesses(found, matter, law)


def _last_witness(matter: Matter) -> date | None:
    days = [
        event.on for kind in (*HEARD, "prosecution_evidence_opened") for event in matter.by_kind.get(kind, ())
    ]
    for hearing in matter.case.hearings:
        if hearing.purpose in EVIDENCE and hearing.outcome in TAKEN_UP:
            days.append(hearing.on)
    return max(days, default=None)


def _custody(found: list[Flag], matter: Matter, label: str, heard: date | None, law: Law) -> None:
    since = None
    for event in matter.events:
        if event.accused in (None, label):
            if event.kind in TAKEN:
                since = since or event.on
            elif event.kind in LET_GO:
                since = None
    if since is None:
        return
    facts = {"rule": "delay-bail-risk", "custody": since.isoformat()}
    if heard is not None:
        facts["heard"] = heard.isoformat()
    start = since if heard is None else max(since, heard)
    _grows(found, "delay_bail_risk", label, start, law.rule("delay-bail-risk", 180, 365), facts)


def _witnesses(found: list[Flag], matter: Matter, law: Law) -> None:
    """Flag each unheard victim who left the home, and all who only wait in one."""
    heard = {event.victim for kind in HEARD for event in matter.by_kind.get(kind, ())}
    if None in heard and len(matter.case.victims) == 1:
        return
    wait: list[tuple[date, str]] = []
    for victim in matter.case.victims:
        if victim.code in heard:
            continue
        left = _left(matter, victim.code)
        if left is not None:
            facts = {"rule": "witness-left-home", "left": left.isoformat()}
            rule = law.rule("witness-left-home", 0, 90)
            _grows(found, "witness_attrition", victim.code, left, rule, facts)
        elif (since := rescued_on(victim.code, matter)) is not None:
            wait.append((since, victim.code))
    if wait:
        facts = {"rule": "witness-waiting", "victims": " ".join(code for _, code in wait)}
        rule = law.rule("witness-waiting", 365, 730)
        _grows(found, "witness_attrition", "case", min(wait)[0], rule, facts)


def _left(matter: Matter, code: str) -> date | None:
    """Return the day on which a victim left the home, if no later line places her in one."""
    only = len(matter.case.victims) == 1
    left: date | None = None
    for event in matter.events:
        if event.kind not in MOVES:
            continue
        if event.victim == code or code in event.victims or (only and event.victim is None):
            left = event.on if event.kind == "left_shelter" else None
    return left


def _grows(
    found: list[Flag], kind: str, who: str, start: date, rule: tuple[int, int], facts: dict[str, str]
) -> None:
    """Add a watch from the day after the rule's days, and urgent from the day after its graver ones."""
    days, worse = rule
    facts["days"] = str(days)
    first = start + timedelta(days=days + 1)
    late = start + timedelta(days=worse + 1) if worse > days else None
    if late is not None:
        facts["breach_days"] = str(worse)
    add(found, kind, who, first, late and late - DAY, "watch", start, facts)
    if late is not None:
        add(found, kind, who, late, None, "urgent", start, facts)
