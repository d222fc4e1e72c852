"""Flags on people: victims whose age nobody has determined, accused who are away."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from tracker.domain import ages
from tracker.domain.flag_windows import DAY, add

if TYPE_CHECKING:
    from tracker.domain.matter import Matter
    from tracker.domain.shapes import Flag, Law, Standing

AGE_URGENT = timedelta(days=30)
"""Office rule: an age still open after 30 days is urgent."""
FOUND = frozenset({"arrested", "produced", "appeared", "remanded", "surrendered", "released", "died"})
"""Events after which an accused is away no more."""


def from_people(
    found: list[Flag], matter: Matter, standing: Standing, law: Law, first: date, tried: bool
) -> None:
    """Add the flags on people; ages no longer matter to a case that is `tried`."""
    if not tried:
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
        since = rescued_on(victim.code, matter) or first
        facts = {"status": str(age.status) if age else "unknown"}
        if age is not None and (age.years_low is not None or age.years_high is not None):
            low, high = age.years_low, age.years_high
            facts["range"] = f"{'' if low is None else low}-{'' if high is None else high}"
        if age is not None and age.basis:
            facts["basis"] = str(age.basis)
        late = since + AGE_URGENT
        early = late - DAY if until is None or until >= late else until
        add(found, "age_pending", victim.code, since, early, "watch", since, facts)
        add(found, "age_pending", victim.code, late, until, "urgent", since, facts)


def rescued_on(code: str, matter: Matter) -> date | None:
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
            add(found, "absconding", label, away, proclaimed - DAY, "watch", away, facts)
            add(found, "absconding", label, proclaimed, None, "urgent", away, facts)
        else:
            add(found, "absconding", label, away, None, "watch", away, facts)
    elif warrant is not None:
        days_ = law.rule("warrant-unexecuted", 30)[0]
        facts = {"warrant": warrant.isoformat(), "days": str(days_)}
        late = warrant + timedelta(days=days_ + 1)
        add(found, "absconding", label, late, None, "watch", warrant, facts)
