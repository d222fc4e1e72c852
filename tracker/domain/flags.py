"""Warnings of one case: each with the days on which it holds, independent of what day it is today.

A flag is a window of days at one severity; a warning that grows is several windows, one behind the
other. Windows that ended before the last day of the journal are left out, those still to come are in.
What each flag says in words: `flag_words`. Where its days come from: `flag_clocks` (limits of law),
`flag_course` (the office's rules on standstill and hearings), `charges` (the law of the charge), and
here: people and what the register lacks.

A case that is closed raises no warning that somebody should act; only what its record lacks is left.

Severity: `info` to know, `watch` to keep an eye on, `urgent` to act on, `breach` where the law or the
last day it allows has been overstepped.
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from tracker.domain import ages
from tracker.domain.charges import doubts, on_file
from tracker.domain.flag_clocks import from_clocks
from tracker.domain.flag_course import from_course
from tracker.domain.flag_words import cite, clear_by, days, why
from tracker.domain.matter import known_to
from tracker.domain.shapes import Flag
from tracker.domain.suggestions import missing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.domain.matter import Matter
    from tracker.domain.shapes import Clock, Law, Standing

__all__ = ["cite", "clear_by", "days", "raise_flags", "why"]

DAY = timedelta(days=1)
AGE_URGENT = timedelta(days=30)
"""Office rule: an age still open after 30 days is urgent. The others are rows of `thresholds.toml`."""

RANK = {"info": 0, "watch": 1, "urgent": 2, "breach": 3}
DOUBT_SEVERITY = {
    "not_covered": "info",
    "no_committal": "info",
    "by_parts": "watch",
    "commit": "watch",
    "one_child": "watch",
    "section": "watch",
}
"""The rest are urgent: a charge that can't stand must be altered before it is tried (CrPC 216, BNSS 239)."""
FOUND = frozenset({"arrested", "produced", "appeared", "remanded", "surrendered", "released", "died"})
TRIED = frozenset({"judgment", "sentence", "appeal", "closed"})


def raise_flags(matter: Matter, standing: Standing, clocks: Sequence[Clock], law: Law) -> tuple[Flag, ...]:
    """Return every flag of the case, by the day from which it holds; windows already over are left out."""
    live = standing.stage != "closed"
    first = _first_day(matter)
    known = known_to(matter.case)
    found = from_clocks(clocks, law, live, known)
    if live:
        found += from_course(matter, standing, law)
        _people(found, matter, standing, law, first)
        ended = {accused.label for accused in standing.accused if accused.ended}
        if matter.case.charges:
            _doubted(found, matter, law, ended, first)
        if matter.case.facts and standing.stage not in TRIED:
            _missing(found, matter, law, ended, first)
    _incomplete(found, matter, first)
    if known is not None:
        found = [flag for flag in found if flag.holds_until is None or flag.holds_until >= known]
    found = _apart(found)
    found.sort(key=lambda flag: (flag.holds_from, flag.kind, flag.who, flag.limit or ""))
    return tuple(found)


def _first_day(matter: Matter) -> date:
    """Return the first day of the record; the first day there is, for a register without any."""
    if matter.fir_on is not None:
        return matter.fir_on
    if matter.events:
        return matter.events[0].on
    if matter.case.hearings:
        return min(hearing.on for hearing in matter.case.hearings)
    return matter.offence_last or date.min


def _add(
    found: list[Flag],
    kind: str,
    who: str,
    first: date,
    last: date | None,
    severity: str,
    since: date,
    facts: dict[str, str],
) -> None:
    if last is None or last >= first:
        found.append(
            Flag(
                kind=kind,
                who=who,
                holds_from=first,
                holds_until=last,
                severity=severity,
                since=since,
                facts=facts,
            )
        )


def _people(found: list[Flag], matter: Matter, standing: Standing, law: Law, first: date) -> None:
    if standing.stage not in TRIED:
        _ages(found, matter, first)
    kinds = matter.by_kind
    if any(kind in kinds for kind in ("absconded", "proclaimed_offender", "warrant_issued")):
        for accused in standing.accused:
            if not accused.ended:
                _absconding(found, matter, accused.label, law)


def _ages(found: list[Flag], matter: Matter, first: date) -> None:
    """Flag each victim whose age is open, from the rescue or the FIR until it is determined."""
    for victim in matter.case.victims:
        age = ages.age_of(victim, matter)
        until = None
        if age is not None and age.status not in ages.OPEN:
            if age.determined_on is None:
                continue
            until = age.determined_on - DAY
        since = _rescued_on(victim.code, matter) or first
        facts = {"status": str(age.status) if age else "unknown"}
        if age is not None and (age.years_low is not None or age.years_high is not None):
            low, high = age.years_low, age.years_high
            facts["range"] = f"{'' if low is None else low}-{'' if high is None else high}"
        if age is not None and age.basis:
            facts["basis"] = str(age.basis)
        late = since + AGE_URGENT
        early = late - DAY if until is None or until >= late else until
        _add(found, "age_pending", victim.code, since, early, "watch", since, facts)
        _add(found, "age_pending", victim.code, late, until, "urgent", since, facts)


def _rescued_on(code: str, matter: Matter) -> date | None:
    """Return the earlier of the victim's rescue and the FIR."""
    day = matter.fir_on
    for kind in ("rescued", "rescue_attempted"):
        for event in matter.by_kind.get(kind, ()):
            mine = event.victim == code or code in event.victims
            if mine and (kind == "rescued" or event.outcome == "rescued") and (day is None or event.on < day):
                day = event.on
    return day


def _absconding(found: list[Flag], matter: Matter, label: str, law: Law) -> None:
    """Flag an accused who is away: absconded, proclaimed, or with a warrant nobody has executed."""
    away = warrant = proclaimed = None
    for event in matter.events:
        if event.accused not in (None, label):
            continue
        kind = event.kind
        if kind in FOUND and (event.accused == label or kind in ("arrested", "remanded")):
            away = warrant = proclaimed = None
        elif kind == "absconded":
            away = away or event.on
        elif kind == "proclaimed_offender":
            proclaimed = proclaimed or event.on
            away = away or event.on
        elif kind == "warrant_issued":
            warrant = warrant or event.on
    if away is not None:
        facts = {"absconded": away.isoformat()}
        if proclaimed is not None:
            facts["proclaimed"] = proclaimed.isoformat()
            _add(found, "absconding", label, away, proclaimed - DAY, "watch", away, facts)
            _add(found, "absconding", label, proclaimed, None, "urgent", away, facts)
        else:
            _add(found, "absconding", label, away, None, "watch", away, facts)
    elif warrant is not None:
        days_ = law.rule("warrant-unexecuted", 30)[0]
        facts = {"warrant": warrant.isoformat(), "days": str(days_)}
        late = warrant + timedelta(days=days_ + 1)
        _add(found, "absconding", label, late, None, "watch", warrant, facts)


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
        _add(found, kind, who, first, None, severity, first, facts)


def _missing(found: list[Flag], matter: Matter, law: Law, ended: set[str], first: date) -> None:
    """Flag the provisions that facts, ages and days support now and nobody is charged with."""
    grouped: dict[str, dict[str, str]] = {}
    for row in missing(matter, law, now_only=True):
        if row.accused not in ended:
            facts = grouped.setdefault(row.accused or "case", {})
            facts[str(len(facts) + 1)] = f"{row.provision}|{row.victim or ''}|{row.pattern}"
    for who, facts in grouped.items():
        _add(found, "charge_missing", who, first, None, "watch", first, facts)


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
        _add(found, "incomplete", "case", first, None, "info", first, facts)


def _apart(found: list[Flag]) -> list[Flag]:
    """Keep windows of one kind, person and limit from overlapping: on a day in two, the worse one holds.

    They overlap only where one limit runs more than once for one person (each remand, each hearing).
    """
    groups: dict[tuple[str, str, str | None], list[Flag]] = {}
    for flag in found:
        groups.setdefault((flag.kind, flag.who, flag.limit), []).append(flag)
    if len(groups) == len(found):
        return found
    kept: list[Flag] = []
    for group in groups.values():
        kept += group if len(group) == 1 or _follow(group) else _settled(group)
    return kept


def _follow(group: list[Flag]) -> bool:
    return all(a.holds_until is not None and a.holds_until < b.holds_from for a, b in pairwise(group))


def _settled(group: list[Flag]) -> list[Flag]:
    """Give each day to the worst window that holds on it, the earlier begun among equals."""
    edges = sorted(
        {flag.holds_from for flag in group} | {flag.holds_until + DAY for flag in group if flag.holds_until}
    )
    kept: list[Flag] = []
    source: Flag | None = None
    for place, start in enumerate(edges):
        end = edges[place + 1] - DAY if place + 1 < len(edges) else None
        holding = [
            f for f in group if f.holds_from <= start and (f.holds_until is None or f.holds_until >= start)
        ]
        if not holding:
            source = None
            continue
        worst = min(holding, key=lambda f: (-RANK[f.severity], f.since or f.holds_from, f.holds_from))
        if worst is source:
            kept[-1].holds_until = end
        else:
            source = worst
            kept.append(
                Flag(
                    kind=worst.kind,
                    who=worst.who,
                    holds_from=start,
                    holds_until=end,
                    severity=worst.severity,
                    limit=worst.limit,
                    since=worst.since,
                    facts=worst.facts,
                )
            )
    return kept
