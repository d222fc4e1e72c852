"""One case as a reader sees it on a day: the file's own keys, and what follows from them.

People, charges, events and hearings are plain dicts with the keys of a case file, empty ones left out.
An accused also has `custody`, `trial` and the days since; a victim's age is the one last determined; a
line of the journal has its number as `id` and, if a later line corrects it, that one's as `corrected_by`; a
hearing has its `version`, by which a writer says what they saw.
No name of a victim is read here. Asked of a day before the last entries, later ones are left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from tracker.domain import stages
from tracker.domain.ages import age_of
from tracker.domain.case import Case, Event, Hearing
from tracker.domain.matter import FIXED_AHEAD
from tracker.domain.records import KINDS
from tracker.domain.shapes import Law
from tracker.services import clocks, flags
from tracker.services.clash import version
from tracker.services.fresh import Fresh
from tracker.services.views import CaseView, DueRow, StageStep

BROUGHT_BY = {
    "fir": "fir_registered",
    "charge_sheet": "charge_sheet_filed",
    "cognizance": "cognizance_taken",
    "charges_framed": "charges_framed",
    "prosecution_evidence": "prosecution_evidence_opened",
    "accused_statement": "accused_statement_recorded",
    "judgment": "judgment_delivered",
    "sentence": "sentence_passed",
}
"""Stage to the event that brings it, for the limit of law on reaching it."""


def of(found: Fresh, law: Law, today: date) -> CaseView:
    """Return the view of a case reckoned as of the day."""
    case, standing = found.case, found.reckoning.standing
    due = tuple(row for _, row in clocks.of_case(found, law, today))
    ahead = [h.on for h in case.hearings if h.on > today or (h.on == today and not h.outcome)]
    outcome = {"kind": str(standing.outcome), "on": standing.outcome_on} if standing.outcome else None
    return CaseView(
        ref=case.ref,
        title=case.title,
        stage=standing.stage,
        stage_since=standing.stage_since,
        days_in_stage=(today - standing.stage_since).days if standing.stage_since else None,
        waiting_for=standing.waiting_for,
        next_hearing=min(ahead, default=None),
        flags=flags.of_case(found, law, today),
        lead=case.lead,
        fir=plain(case.fir) if case.fir else None,
        offence=plain(case.offence) if case.offence else None,
        facts=tuple(_value(fact) for fact in case.facts),
        tags=case.tags,
        accused=_accused(found),
        victims=_victims(found),
        charges=tuple(plain(charge) for charge in case.charges),
        proceedings=tuple(plain(proceeding) for proceeding in case.proceedings),
        events=tuple(
            sorted(lines(found.whole.events, today), key=lambda line: (line["on"], line.get("time", "")))
        ),
        hearings=tuple(sorted(map(_hearing, case.hearings), key=lambda h: (h["on"], h.get("time", "")))),
        links=tuple(plain(link) for link in case.links if not link.struck),
        due=due,
        outcome=outcome,
        procedure=dict(standing.procedure),
        strip=_strip(found, due, law),
        records=records(case),
    )


def records(case: Case, *, struck: bool = False) -> dict[str, tuple[dict[str, Any], ...]]:
    """Return the lines of a case's records by list, each with its number as `n`; empty lists aren't there.

    With `struck`, lines that were struck out too.
    """
    found = {}
    for list_ in (*KINDS, "links"):
        lines_ = enumerate(getattr(case, list_), 1)
        if rows := tuple({"n": n, **plain(line)} for n, line in lines_ if struck or not line.struck):
            found[list_] = rows
    return found


def _hearing(hearing: Hearing) -> dict[str, Any]:
    row = plain(hearing)
    return row | {"version": version(row)}


def plain(thing: Any) -> dict[str, Any]:
    """Return a piece of a case as a dict with the keys of a case file, empty ones left out."""
    return {
        field.name.rstrip("_"): _value(value)
        for field in fields(thing)
        if (value := getattr(thing, field.name)) is not None and value != ()
    }


def lines(events: Sequence[Event], today: date | None = None) -> tuple[dict[str, Any], ...]:
    """Return the lines of a journal in the order of recording; with `today`, those of days up to it."""
    known = [
        (number, event)
        for number, event in enumerate(events, 1)
        if today is None or event.on <= today or event.kind in FIXED_AHEAD
    ]
    corrected = {event.corrects: number for number, event in known if event.corrects}
    found = []
    for number, event in known:
        line = {"id": number, **plain(event)}
        if number in corrected:
            line["corrected_by"] = corrected[number]
        found.append(line)
    return tuple(found)


def _by_day(rows: Iterable[dict[str, Any]]) -> tuple[dict[str, Any], ...]:
    return tuple(sorted(rows, key=lambda row: (row["on"], row.get("time", ""))))


def _value(value: Any) -> Any:
    if is_dataclass(value):
        return plain(value)
    if isinstance(value, tuple):
        return [_value(one) for one in value]
    return str(value) if isinstance(value, str) else value


def _accused(found: Fresh) -> tuple[dict[str, Any], ...]:
    states = {state.label: state for state in found.reckoning.standing.accused}
    rows = []
    for accused in found.case.accused:
        row = plain(accused)
        if state := states.get(accused.label):
            row |= {"custody": state.custody, "custody_since": state.custody_since}
            row |= {"trial": state.trial, "trial_since": state.trial_since}
        rows.append(row)
    return tuple(rows)


def _victims(found: Fresh) -> tuple[dict[str, Any], ...]:
    rows = []
    for victim in found.case.victims:
        row = plain(victim)
        row.pop("name", None)
        if age := age_of(victim, found.matter):
            row["age"] = plain(age)
        rows.append(row)
    return tuple(rows)


def _strip(found: Fresh, due: Sequence[DueRow], law: Law) -> tuple[StageStep, ...]:
    """Return the stages; the one at hand and the next carry the nearest limit on what is awaited."""
    standing = found.reckoning.standing
    steps = []
    for stage, label, state, on in stages.strip(standing, found.matter):
        awaited = {"now": standing.waiting_for, "next": BROUGHT_BY.get(stage)}.get(state)
        steps.append(StageStep(stage=stage, label=label, state=state, on=on, limit=_limit(awaited, due, law)))
    return tuple(steps)


def _limit(awaited: str | None, due: Sequence[DueRow], law: Law) -> str:
    """Return the first last day that the law sets for an event, in words; empty if it sets none."""
    for row in due if awaited else ():
        if row.status in ("open", "missed") and row.due_on and awaited in law.limit[row.limit].stops:
            past = ", missed" if row.status == "missed" else ""
            whose = "" if row.who == "case" else f", {row.who}"
            return f"by {row.due_on:%d-%m-%Y}{past} ({row.cite}{whose})"
    return ""
