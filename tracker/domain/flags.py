"""Warnings of one case: each with the days on which it holds, independent of what day it is today.

A flag is a window of days at one severity; a warning that grows is several windows, one behind the
other. Windows that ended before the last day of the journal are left out, those still to come are in.
What each flag says in words: `flag_words`. Where its days come from: `flag_clocks` (limits of law),
`flag_course` (the office's rules on standstill and hearings), `flag_people` (ages, absconders),
`flag_delay` (custody and witnesses that wait), `charges` and `suggestions` (the law of the charge), and
here: what the record lacks.

A case that is closed raises no warning that somebody should act; only what its record lacks is left.

Severity: `info` to know, `watch` to keep an eye on, `urgent` to act on, `breach` where the law or the
last day it allows has been overstepped.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tracker.domain.charges import doubts, on_file
from tracker.domain.flag_clocks import from_clocks
from tracker.domain.flag_course import from_course
from tracker.domain.flag_delay import from_delay
from tracker.domain.flag_people import from_people
from tracker.domain.flag_windows import RANK, add, apart
from tracker.domain.flag_words import cite, clear_by, days, why
from tracker.domain.handling import covered
from tracker.domain.matter import known_to
from tracker.domain.suggestions import missing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.domain.matter import Matter
    from tracker.domain.shapes import Clock, Flag, Law, Standing

__all__ = ["cite", "clear_by", "days", "raise_flags", "why"]

DOUBT_SEVERITY = {
    "not_covered": "info",
    "no_committal": "info",
    "by_parts": "watch",
    "commit": "watch",
    "one_child": "watch",
    "section": "watch",
}
"""The rest are urgent: a charge that can't stand must be altered before it is tried (CrPC 216, BNSS 239)."""
TRIED = frozenset({"judgment", "sentence", "appeal", "closed"})
"""Stages at which ages and charges of the trial no longer move."""


def raise_flags(matter: Matter, standing: Standing, clocks: Sequence[Clock], law: Law) -> tuple[Flag, ...]:
    """Return every flag of the case, by the day from which it holds; windows already over are left out."""
    live = standing.stage != "closed"
    first = _first_day(matter)
    known = known_to(matter.case)
    found = from_clocks(clocks, law, live, known)
    if live:
        found += from_course(matter, standing, law)
        from_people(found, matter, standing, law, first, standing.stage in TRIED)
        from_delay(found, matter, standing, law)
        ended = {accused.label for accused in standing.accused if accused.ended}
        if matter.case.charges:
            _doubted(found, matter, law, ended, first)
        if matter.case.facts and standing.stage not in TRIED:
            _missing(found, matter, law, ended, first)
    _incomplete(found, matter, first)
    found = apart(_not_over(found, known))
    if matter.case.flag_notes:
        found = _not_over(covered(found, matter.case.flag_notes), known)
    found.sort(key=lambda flag: (flag.holds_from, flag.kind, flag.who, flag.limit or ""))
    return tuple(found)


def _not_over(found: list[Flag], known: date | None) -> list[Flag]:
    if known is None:
        return found
    return [flag for flag in found if flag.holds_until is None or flag.holds_until >= known]


def _first_day(matter: Matter) -> date:
    """Return the first day of the record; the first day there is, for a register without any."""
    if matter.fir_on is not None:
        return matter.fir_on
    if matter.events:
        return matter.events[0].on
    if matter.case.hearings:
        return min(hearing.on for hearing in matter.case.hearings)
    return matter.offence_last or date.min


def _doubted(found: list[Flag], matter: Matter, law: Law, ended: set[str], first: date) -> None:
    """Flag what `charges.doubts` found, one flag a kind and accused."""
    grouped: dict[tuple[str, str], tuple[str, dict[str, str]]] = {}
    for doubt in doubts(matter, law):
        if doubt.accused in ended:
            continue
        severity = DOUBT_SEVERITY.get(doubt.reason, "urgent")
        key = (doubt.kind, doubt.accused or "case")
        worst, facts = grouped.get(key, (severity, {}))
        line = (
            f"{doubt.reason}|{doubt.provision or ''}|{doubt.victim or ''}|"
            f"{doubt.first_on or ''}|{doubt.last_on or ''}|{doubt.detail}"
        )
        if line not in facts.values():
            facts[str(len(facts) + 1)] = line
        grouped[key] = (max(worst, severity, key=RANK.__getitem__), facts)
    for (kind, who), (severity, facts) in grouped.items():
        add(found, kind, who, first, None, severity, first, facts)


def _missing(found: list[Flag], matter: Matter, law: Law, ended: set[str], first: date) -> None:
    """Flag the provisions that facts, ages and days support now and nobody is charged with."""
    grouped: dict[str, dict[str, str]] = {}
    for row in missing(matter, law, now_only=True):
        if row.accused not in ended:
            facts = grouped.setdefault(row.accused or "case", {})
            facts[str(len(facts) + 1)] = f"{row.provision}|{row.victim or ''}|{row.pattern}"
    for who, facts in grouped.items():
        add(found, "charge_missing", who, first, None, "watch", first, facts)


def _incomplete(found: list[Flag], matter: Matter, first: date) -> None:
    """Flag what the record lacks, all in one: registers are like that and are not refused for it."""
    case = matter.case
    fir = case.fir
    lacks = []
    if not case.accused:
        lacks.append("accused")
    if not case.victims:
        lacks.append("victims")
    if fir is None or not fir.number:
        lacks.append("fir_number")
    if matter.fir_on is None:
        lacks.append("fir_day")
    if fir is None or not fir.police_station:
        lacks.append("station")
    if matter.offence_first is None:
        lacks.append("offence_days")
    facts = {}
    if case.accused:
        charges = on_file(matter)
        charged = {charge.accused for charge in charges}
        if None not in charged and (bare := [a.label for a in case.accused if a.label not in charged]):
            lacks.append("charges")
            facts["uncharged"] = " ".join(bare)
        outside = [charge.as_written or "?" for charge in charges if charge.provision is None]
        if outside:
            lacks.append("outside")
            facts["outside"] = ", ".join(dict.fromkeys(outside))[:200]
    if lacks:
        facts["missing"] = " ".join(lacks)
        add(found, "incomplete", "case", first, None, "info", first, facts)
