"""The life of each charge: named in the FIR, added, in the charge sheet, framed, proved, dropped.

A section that disappears between two steps is how a trafficking case is lost, so it is said where. It has
disappeared only where the journal names sections at that step and not this one; where it names none, what
became of the section is not known, and that is said instead. The procedural-correction view (what facts
support, against what each step took up) is the same rows with `facts`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from tracker.domain.matter import Matter
from tracker.domain.say import day
from tracker.domain.suggestions import missing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.domain.case import Charge, Event
    from tracker.domain.shapes import Law

STEPS = (("sheet", "charge_sheeted", "charge_sheet_filed"), ("framed", "framed", "charges_framed"))
"""Step to the event that names a section there, and the event of the step itself."""
PLACES = {"sheet": "the charge sheet", "framed": "the charges framed"}


@dataclass(slots=True, kw_only=True)
class Life:
    """One accused, one provision, one victim: a day for each step that it reached."""

    accused: str | None
    victim: str | None
    provision: str | None
    as_written: str | None = None
    with_: str | None = None
    facts: str = ""
    """When the facts support it, a word of the suggestions; empty: no pattern does."""
    on_file: bool = True
    fir: date | None = None
    added: date | None = None
    sheet: date | None = None
    framed: date | None = None
    result: str = ""
    """convicted or acquitted."""
    result_on: date | None = None
    dropped: date | None = None
    gone: str = ""
    """Where it disappeared, or that nobody is charged with it; empty if neither."""
    asked: str = ""
    """Who asked for it, or why it was added, as the journal has it."""
    days: int | None = None
    """From the FIR until it was added."""


def lives(matter: Matter, law: Law) -> list[Life]:
    """Return the life of every charge on file, then what the facts support now and nobody is charged with."""
    bare = Matter(replace(matter.case, charges=()), matter.court_kinds)
    supported = {(one.provision, one.accused, one.victim): one.when for one in missing(bare, law)}
    found = [_life(charge, matter, supported) for charge in matter.case.charges]
    for one in missing(matter, law, now_only=True):
        found.append(
            Life(
                accused=one.accused,
                victim=one.victim,
                provision=one.provision,
                facts=one.when,
                on_file=False,
                gone="the facts support it, and nobody is charged with it",
            )
        )
    return found


def _life(charge: Charge, matter: Matter, supported: dict[tuple[str, str | None, str | None], str]) -> Life:
    own = [e for e in matter.events if e.provision and _about(e, charge)]
    days: dict[str, date] = {e.kind: e.on for e in reversed(own)}
    life = Life(
        accused=charge.accused,
        victim=charge.victim,
        provision=charge.provision,
        as_written=charge.as_written,
        with_=charge.with_,
        facts=_support(charge, supported),
        fir=days.get("invoked") or (None if "added" in days else matter.fir_on),
        added=days.get("added"),
        sheet=days.get("charge_sheeted"),
        framed=days.get("framed"),
        asked=next((e.note for e in own if e.kind in ("added", "framed") and e.note), None) or "",
    )
    if life.added and matter.fir_on:
        life.days = (life.added - matter.fir_on).days
    last_dropped = next((e for e in reversed(own) if e.kind in ("dropped", "added", "framed")), None)
    if last_dropped is not None and last_dropped.kind == "dropped":
        life.dropped = last_dropped.on
    told = [e for e in matter.events if e.kind in ("convicted", "acquitted") and _judged(e, charge)]
    if told and not (life.dropped and life.dropped <= told[-1].on):
        life.result, life.result_on = str(told[-1].kind), told[-1].on
    life.gone = _gone(life, charge, matter)
    return life


def _about(event: Event, charge: Charge) -> bool:
    return (
        event.provision == charge.provision
        and (event.accused is None or charge.accused is None or event.accused == charge.accused)
        and (event.victim is None or charge.victim is None or event.victim == charge.victim)
    )


def _judged(event: Event, charge: Charge) -> bool:
    return event.accused in (None, charge.accused) and (
        not event.provisions or charge.provision in event.provisions
    )


def _support(charge: Charge, supported: dict[tuple[str, str | None, str | None], str]) -> str:
    """Return when facts support a charge; one for a victim also counts where the pattern is for the case."""
    if charge.provision is None:
        return ""
    whens = [
        when
        for (provision, accused, victim), when in supported.items()
        if provision == charge.provision
        and charge.accused in (None, accused)
        and (victim is None or charge.victim in (None, victim))
    ]
    return "now" if "now" in whens else next(iter(whens), "")


def _gone(life: Life, charge: Charge, matter: Matter) -> str:
    if life.dropped:
        return f"dropped on {day(life.dropped)}"
    for place, names, whole in STEPS:
        if getattr(life, place) is not None:
            continue
        named = [e for e in matter.by_kind.get(names, ()) if _same_accused(e, charge)]
        if named:
            return f"not in {PLACES[place]} of {day(named[0].on)}"
        done = [e for e in matter.by_kind.get(whole, ()) if _same_accused(e, charge)]
        if done and not _later(life, place):
            return f"{PLACES[place]} of {day(done[0].on)}: its sections are not recorded"
    return ""


def _later(life: Life, place: str) -> bool:
    return place == "sheet" and life.framed is not None


def _same_accused(event: Event, charge: Charge) -> bool:
    return event.accused is None or charge.accused is None or event.accused == charge.accused


def corrections(rows: Iterable[Life]) -> list[Life]:
    """Return the rows that a correction is about: what was added later, disappeared, or was never charged."""
    return [row for row in rows if row.added or row.gone]
