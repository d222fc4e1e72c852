"""Flags on the course of the case: it stands still, has no next date, a hearing has no outcome,
one party has asked for too many adjournments.

All are the office's own rules (`statutes/thresholds.toml`), not law, and say so: what grows worse
becomes urgent and never a breach. Standing still is counted from the last event
that moved the matter, never from a mere listing; days under a stay do not count. A stall flag stands
beside the clocks and never in place of one.

Where enough of the office's own cases have passed a step, its record says how long is long
(`Law.measured`, by `services.stalls`): then the days are those in which four in five had left the step in
that kind of court, and they are counted from the day the stage began, as they were measured.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from tracker.domain.flag_windows import DAY, add

if TYPE_CHECKING:
    from statutes.rows import Threshold
    from tracker.domain.case import Hearing
    from tracker.domain.matter import Matter
    from tracker.domain.shapes import Flag, Law, Measured, Standing

PARTIES = frozenset({"prosecution", "defence"})
DECIDED = frozenset({"judgment", "sentence", "appeal", "closed"})
"""Stages at which the trial court has nothing more to list, but for the sentence."""
ENDS = frozenset({"disposed", "judgment"})
"""Outcomes of a hearing after which no next date is due."""
LISTED_KINDS = frozenset({"trial", "appeal", "revision"})


MEASURED = {"police-report": False, "cognizance": True, "before-charge": True, "first-witness": True}
"""Thresholds that the office's record can stand for, and whether by kind of court: the police are in none.

A row for some cases only, as for the evidence of a child, is never lengthened by what is usual.
"""


def from_course(matter: Matter, standing: Standing, law: Law) -> list[Flag]:
    """Return the flags on the course of a case that is not over."""
    found: list[Flag] = []
    if not standing.stayed:
        _stalled(found, matter, standing, law)
    if matter.case.hearings:
        _hearings(found, matter, standing, law)
    return found


def threshold(matter: Matter, standing: Standing, law: Law) -> Threshold | None:
    """Return the office's rule for this stage: the one that fits most closely, None if there is none."""
    best, rank = None, -1
    for row in law.thresholds.values():
        if (
            row.stage != standing.stage
            or row.counts != "days"
            or row.waiting_for not in (None, standing.waiting_for)
        ):
            continue
        if row.applies_to and not _fits(row.applies_to, matter):
            continue
        here = 2 * (row.waiting_for is not None) + bool(row.applies_to)
        if here > rank:
            best, rank = row, here
    return best


def measured(row: Threshold, matter: Matter, law: Law) -> tuple[str, Measured] | None:
    """Return what the office's record says in place of a row's days, and of which kind of court ("": all)."""
    if row.id not in MEASURED or not law.measured:
        return None
    court = matter.trial_court() if MEASURED[row.id] else ""
    found = law.measured.get((row.id, court)) if court is not None else None
    return (court, found) if court is not None and found else None


def _fits(applies_to: tuple[str, ...], matter: Matter) -> bool:
    """Answer whether any of these Acts is charged, or any of these kinds of court holds the trial."""
    court = matter.trial_court()
    if court is not None and court in applies_to:
        return True
    return any(
        charge.provision and charge.provision.partition("-")[0] in applies_to
        for charge in matter.case.charges
    )


def _stalled(found: list[Flag], matter: Matter, standing: Standing, law: Law) -> None:
    since = standing.progress_on or standing.stage_since
    row = threshold(matter, standing, law) if since else None
    if row is None or since is None:
        return
    days, facts = row.days, {"rule": row.id, "stage": standing.stage, "progress": since.isoformat()}
    if own := measured(row, matter, law):
        since, days = standing.stage_since or since, own[1].days
        facts["own"] = own[0]
        facts["progress"] = since.isoformat()
    facts["days"] = str(days)
    paused = _stayed_days(matter, since)
    if standing.waiting_for:
        facts["waiting_for"] = standing.waiting_for
    if paused:
        facts["paused"] = str(paused)
    first = since + timedelta(days=days + paused + 1)
    worse = None
    if row.breach_days is not None and row.breach_days > days:
        worse = since + timedelta(days=row.breach_days + paused + 1)
        facts["breach_days"] = str(row.breach_days)
    add(found, "stage_stalled", "case", first, worse and worse - DAY, "watch", since, facts)
    if worse:
        add(found, "stage_stalled", "case", worse, None, "urgent", since, facts)


def _stayed_days(matter: Matter, since: date) -> int:
    """Return the days after `since` that passed under a stay since lifted."""
    lifted = matter.by_kind.get("stay_vacated")
    if not lifted:
        return 0
    days, begun = 0, None
    for event in matter.events:
        if event.kind == "trial_stayed":
            begun = begun or event.on
        elif event.kind == "stay_vacated" and begun is not None:
            days += max(0, (event.on - max(begun, since)).days)
            begun = None
    return days


def _hearings(found: list[Flag], matter: Matter, standing: Standing, law: Law) -> None:
    latest: dict[str | None, Hearing] = {}
    asked: dict[tuple[str | None, str], list[date]] = {}
    open_: Hearing | None = None
    for hearing in matter.case.hearings:
        key = hearing.proceeding
        last = latest.get(key)
        if last is None or hearing.on > last.on or (hearing.on == last.on and not hearing.outcome):
            latest[key] = hearing
        if not hearing.outcome:
            if open_ is None or hearing.on < open_.on:
                open_ = hearing
        elif hearing.outcome == "adjourned" and hearing.asked_by in PARTIES:
            asked.setdefault((key, str(hearing.asked_by)), []).append(hearing.on)
    if open_ is not None:
        _outcome_missing(found, open_, law)
    if not standing.stayed:
        _no_next_date(found, matter, standing, latest, law)
    if asked and standing.stage not in DECIDED:
        _adjournments(found, standing, asked, law)


def _outcome_missing(found: list[Flag], hearing: Hearing, law: Law) -> None:
    facts = {"on": hearing.on.isoformat()}
    if hearing.purpose:
        facts["purpose"] = str(hearing.purpose)
    if hearing.proceeding:
        facts["proceeding"] = hearing.proceeding
    _after(found, "outcome_missing", hearing.on, law.rule("outcome-missing", 0, 7), facts)


def _no_next_date(
    found: list[Flag], matter: Matter, standing: Standing, latest: dict[str | None, Hearing], law: Law
) -> None:
    """Flag the proceeding that has waited longest of those whose last listing led to no next one."""
    kinds = {proceeding.key: proceeding.kind for proceeding in matter.case.proceedings}
    wanted = "appeal" if standing.stage == "appeal" else "trial"
    waiting: Hearing | None = None
    for key, hearing in latest.items():
        kind = kinds.get(key) if key else None
        if kind is not None and (kind not in LISTED_KINDS or (kind == "trial" and wanted == "appeal")):
            continue
        if (
            kind in (None, "trial")
            and standing.stage in DECIDED
            and standing.waiting_for != "sentence_passed"
        ):
            continue
        if not hearing.outcome or hearing.next_on or hearing.outcome in ENDS:
            continue
        if waiting is None or hearing.on < waiting.on:
            waiting = hearing
    if waiting is not None:
        facts = {"on": waiting.on.isoformat(), "outcome": str(waiting.outcome)}
        if waiting.proceeding:
            facts["proceeding"] = waiting.proceeding
        _after(found, "no_next_date", waiting.on, law.rule("no-next-date", 0, 7), facts)


def _adjournments(
    found: list[Flag], standing: Standing, asked: dict[tuple[str | None, str], list[date]], law: Law
) -> None:
    """Flag the party that reached its third adjournment in one proceeding first."""
    few, many_ = law.rule("adjournments", 3, 5)
    worst: tuple[date, str, list[date]] | None = None
    for (_, party), days in asked.items():
        if len(days) < few:
            continue
        days.sort()
        if worst is None or days[few - 1] < worst[0]:
            worst = (days[few - 1], party, days)
    if worst is None:
        return
    first, party, days = worst
    facts = {
        "by": party,
        "count": str(len(days)),
        "on": " ".join(day.isoformat() for day in days[-6:]),
        "code": standing.procedure.get("trial", ""),
        "rule": f"{few} {many_}",
    }
    many = days[many_ - 1] if few < many_ <= len(days) else None
    if many is None or many > first:
        add(found, "repeated_adjournments", "case", first, many and many - DAY, "watch", days[0], facts)
    if many is not None:
        add(found, "repeated_adjournments", "case", many, None, "urgent", days[0], facts)


def _after(found: list[Flag], kind: str, day: date, rule: tuple[int, int], facts: dict[str, str]) -> None:
    """Flag what is missing after a hearing: a watch, and urgent when it goes on."""
    days, worse = rule
    first = day + timedelta(days=days + 1)
    late = day + timedelta(days=worse + 1) if worse > days else None
    add(found, kind, "case", first, late and late - DAY, "watch", day, facts)
    if late is not None:
        add(found, kind, "case", late, None, "urgent", day, facts)
