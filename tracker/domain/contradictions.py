"""What a journal can't say of one case without contradicting itself.

Only real contradictions: a register may leave out any step and begin anywhere. Lines that a later
line corrects don't count.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tracker.domain.case import Case, Event, Offence
from tracker.domain.line import RESULTS, Line
from tracker.domain.matter import Matter
from tracker.domain.words import kinds

AFTER_FIR = kinds(
    "charge_sheet_filed supplementary_charge_sheet_filed closure_report_filed closure_report_accepted"
    " cognizance_taken committed first_hearing_on_charge charges_framed prosecution_evidence_opened"
    " prosecution_evidence_closed accused_statement_recorded defence_evidence_closed arguments_closed"
    " judgment_delivered sentence_passed convicted acquitted discharged appeal_filed appeal_decided"
)
"""Kinds that no day before the FIR can have."""

AFTER_SHEET = kinds("charges_framed arguments_closed judgment_delivered sentence_passed")
"""Kinds that no day before the first charge sheet can have, where one is recorded."""

AFTER_DEATH = kinds(
    "arrested produced appeared remanded bail_applied bail_granted default_bail_granted released absconded"
    " surrendered accused_statement_recorded statement_signed proclaimed_offender sent_to_juvenile_board"
)
BESIDE = frozenset({"bail", "victim_custody", "closure_of_premises", "quashing", "other"})
"""Proceedings that may be listed before there is an FIR, as anticipatory bail is."""

LATER = kinds("appeal_decided retrial_ordered reopened appeal_filed")
PAIRS = (
    ("default_bail_granted", "remanded", "there is no default bail before the first remand"),
    ("stay_vacated", "trial_stayed", "a stay is vacated after it is made"),
    ("appeal_decided", "appeal_filed", "an appeal is decided after it is filed"),
    ("closure_report_accepted", "closure_report_filed", "a closure report is accepted after it is filed"),
)

Place = tuple[int, Event]


def contradictions(case: Case) -> Iterator[str]:
    """Yield each contradiction of the case: the field that can't be right, and why."""
    yield from _spans(case)
    gone = {event.corrects for event in case.events if event.corrects}
    rows: dict[str, list[Place]] = {}
    for n, event in enumerate(case.events):
        if not gone or n + 1 not in gone:
            rows.setdefault(event.kind, []).append((n, event))
    fir_on = case.fir.registered_on if case.fir else None
    for n, event in rows.get("fir_registered", ()):
        if fir_on and event.on != fir_on:
            yield f"events[{n}].on: {event.on} is not the day of the FIR in fir.registered_on, {fir_on}"
        fir_on = fir_on or event.on
    began = min([e.on for _, e in rows.get("zero_fir_registered", ())] + [fir_on or date.max])
    if began < date.max:
        yield from _before_fir(case, rows, began)
    yield from _order(rows)
    yield from _both_ways(rows)
    yield from _after_death(rows)
    if case.disposal:
        yield from _disposal(case, rows)


def _spans(case: Case) -> Iterator[str]:
    spans: list[tuple[str, Offence | None]] = [("offence", case.offence)]
    spans += [(f"charges[{n}].offence", c.offence) for n, c in enumerate(case.charges) if c.offence]
    fir = case.fir
    for path, span in spans:
        if span and span.first_on and span.last_on and span.last_on < span.first_on:
            yield f"{path}.last_on: {span.last_on} is before first_on, {span.first_on}"
        if span and span.first_on and fir and fir.registered_on and span.first_on > fir.registered_on:
            yield f"{path}.first_on: {span.first_on} is after the FIR of {fir.registered_on}"
    if fir and fir.year and fir.registered_on and fir.year != fir.registered_on.year:
        yield f"fir.year: {fir.year} is not the year of registered_on, {fir.registered_on}"
    if case.offence and case.offence.first_on:
        for n, victim in enumerate(case.victims):
            if victim.age and victim.age.born_on and victim.age.born_on > case.offence.first_on:
                yield f"victims[{n}].age.born_on: is after the first day of the offence"


def _before_fir(case: Case, rows: dict[str, list[Place]], fir_on: date) -> Iterator[str]:
    for kind in sorted(AFTER_FIR & rows.keys()):
        for n, event in rows[kind]:
            if event.on < fir_on:
                yield f"events[{n}].on: {kind} on {event.on} is before the FIR of {fir_on}"
    beside = {row.key for row in case.proceedings if row.kind in BESIDE}
    for n, hearing in enumerate(case.hearings):
        if hearing.on < fir_on and hearing.proceeding not in beside:
            yield f"hearings[{n}].on: {hearing.on} is before the FIR of {fir_on}"


def _order(rows: dict[str, list[Place]]) -> Iterator[str]:
    sheets = [event.on for _, event in rows.get("charge_sheet_filed", ())]
    if sheets:
        sheet = min(sheets)
        for kind in sorted(AFTER_SHEET & rows.keys()):
            for n, event in rows[kind]:
                if event.on < sheet:
                    yield f"events[{n}].on: {kind} on {event.on} is before the charge sheet of {sheet}"
    for kind, first, why in PAIRS:
        if kind in rows and first in rows:
            for n, event in rows[kind]:
                days = [e.on for _, e in rows[first] if event.accused in (None, e.accused) or not e.accused]
                if days and event.on < min(days):
                    yield f"events[{n}].on: {kind} on {event.on}, but {first} is of {min(days)}; {why}"
    told = [e.on for kind in ("judgment_delivered", "convicted") for _, e in rows.get(kind, ())]
    for n, event in rows.get("sentence_passed", ()):
        if told and event.on < min(told):
            yield f"events[{n}].on: sentence on {event.on} is before the judgment of {min(told)}"
    for n, event in rows.get("remanded", ()):
        if event.until and event.until < event.on:
            yield f"events[{n}].until: {event.until} is before the remand of {event.on}"


def _both_ways(rows: dict[str, list[Place]]) -> Iterator[str]:
    """Yield each acquittal of what the same accused was convicted of, unless an appeal lies between."""
    if "convicted" not in rows or "acquitted" not in rows:
        return
    between = [event.on for kind in LATER & rows.keys() for _, event in rows[kind]]
    for n, acquitted in rows["acquitted"]:
        for _, convicted in rows["convicted"]:
            if acquitted.accused != convicted.accused:
                continue
            first, last = sorted((acquitted.on, convicted.on))
            if any(first <= day <= last for day in between):
                continue
            both = set(acquitted.provisions) & set(convicted.provisions)
            if both or not acquitted.provisions or not convicted.provisions:
                what = f"of {', '.join(sorted(both))}" if both else "of the same charges"
                yield (
                    f"events[{n}].kind: acquitted on {acquitted.on} {what}, yet convicted on {convicted.on};"
                    " where the court did both, each names its provisions"
                )


def _after_death(rows: dict[str, list[Place]]) -> Iterator[str]:
    for _, death in rows.get("died", ()):
        for kind in sorted(AFTER_DEATH & rows.keys()):
            for n, event in rows[kind]:
                if event.on > death.on and event.accused == death.accused:
                    yield f"events[{n}].on: {kind} on {event.on} is after the accused died on {death.on}"


def _disposal(case: Case, rows: dict[str, list[Place]]) -> Iterator[str]:
    """Yield the disposal if what the journal says of each accused gives another outcome."""
    if not RESULTS & rows.keys():
        return
    found, told = Line(Matter(case, {})).people.outcome(), case.disposal
    if told and found and found[0] != told.kind:
        yield f"disposal.kind: {told.kind}, but the events give {found[0]}; leave the disposal out or mend it"
