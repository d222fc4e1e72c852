"""Who is to come to court and what is still awaited: witnesses called, summonses out, reports, answers.

A summons or warrant is *out* from its issue until it is served or comes back. One that came back without
having been served wants another, unless a later one for the same person is out or the witness is done. A
report is awaited from the day it was sent for until it is received. A victim who is a witness is said by
the label alone, without what she is to the case: what is made here is read in court and by police.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tracker.domain.case import Case
from tracker.domain.record_words import (
    ExhibitKind,
    ProcessKind,
    ProcessResult,
    WitnessKind,
    WitnessStatus,
)
from tracker.domain.records import Process, Witness

FINISHED = (WitnessStatus.DONE, WitnessStatus.HOSTILE, WitnessStatus.DROPPED)
"""A witness who needn't come any more."""
REACHED = (ProcessResult.SERVED, ProcessResult.LEFT_WITH_FAMILY)
SAID = (WitnessKind.PANCH, WitnessKind.MEDICAL, WitnessKind.FORENSIC, WitnessKind.OFFICER)
"""What a witness is, where saying so tells nothing of a victim."""
REPORTS = tuple(kind for kind in ExhibitKind if kind not in (ExhibitKind.PROPERTY, ExhibitKind.DOCUMENT))


@dataclass(frozen=True, slots=True, kw_only=True)
class Awaited:
    """One thing that somebody has to chase; `since` is the day from which it is out, or was asked for."""

    what: str
    """`summons`, `report` or `answer`."""
    says: str
    since: date | None
    needed_on: date | None
    """The hearing it is needed at, the day the report or the answer was promised for."""
    whom: str | None
    """The station or laboratory to ask, or the colleague."""
    lost: bool = False
    """Whether it came back in vain, so that another must be issued."""


def awaited(case: Case) -> tuple[Awaited, ...]:
    """Return what is awaited in a case: summonses and warrants, then reports, then answers to notes."""
    return (*_summonses(case), *_reports(case), *_answers(case))


def called(case: Case, on: date) -> tuple[str, ...]:
    """Return who is to be heard on a day, in the order of the list, and how far each is reached."""
    mine = [one for one in case.witnesses if not one.struck and one.status not in FINISHED]
    summoned = {process.witness for process in _live(case) if process.for_on == on}
    today = [one for one in mine if one.for_on == on or (one.for_on is None and one.label in summoned)]
    today.sort(key=lambda one: (one.place_in_order or len(mine) + 1, one.label))
    return tuple(_witness(case, one, on) for one in today)


def still(case: Case, on: date) -> tuple[str, ...]:
    """Return who is to be heard on another day, in the order of the list, and how each stands."""
    today = {said.partition(":")[0] for said in called(case, on)}
    mine = [one for one in case.witnesses if not one.struck and one.status not in FINISHED]
    mine.sort(key=lambda one: (one.place_in_order or len(mine) + 1, one.label))
    others = [one for one in mine if _who(one) not in today]
    return tuple(f"{_who(one)}: {_status(one)}" for one in others)


def _status(one: Witness) -> str:
    day = f", for {one.for_on:%d-%m-%Y}" if one.for_on else ""
    return f"{WitnessStatus(one.status or WitnessStatus.TO_SUMMON).label}{day}"


def _who(one: Witness) -> str:
    return f"{one.label} ({WitnessKind(one.kind).label})" if one.kind in SAID else one.label


def _witness(case: Case, one: Witness, on: date) -> str:
    parts = [WitnessStatus(one.status).label] if one.status else []
    last = [process for process in _live(case) if process.witness == one.label and process.for_on == on]
    if last:
        parts.append(_stands(last[-1]))
    elif one.status in (None, WitnessStatus.TO_SUMMON):
        parts = ["no summons is on record"]
    return f"{_who(one)}: {'; '.join(dict.fromkeys(parts)) or 'called'}"


def _live(case: Case) -> list[Process]:
    return [process for process in case.processes if not process.struck]


def _stands(process: Process) -> str:
    """Say how far a summons or warrant has come."""
    name = ProcessKind(process.kind).label
    if process.served_on:
        return f"{name} served {process.served_on:%d-%m-%Y}"
    if process.result in REACHED and process.result:
        return f"{name} {ProcessResult(process.result).label}"
    if process.result or process.returned_on:
        came = f" {process.returned_on:%d-%m-%Y}" if process.returned_on else ""
        why = f": {ProcessResult(process.result).label}" if process.result else ""
        return f"{name} came back{came}{why}"
    if process.sent_on:
        return f"{name} sent {process.sent_on:%d-%m-%Y}, not served yet"
    if process.issued_on:
        return f"{name} issued {process.issued_on:%d-%m-%Y}, not sent yet"
    return f"{name} not issued yet"


def _summonses(case: Case) -> Iterator[Awaited]:
    processes = _live(case)
    finished = {one.label for one in case.witnesses if one.status in FINISHED and not one.struck}
    for place, process in enumerate(processes):
        whom = process.witness or process.accused
        if process.served_on or process.result in REACHED or process.witness in finished:
            continue
        if any(_whom(later) == _whom(process) for later in processes[place + 1 :]):
            continue
        lost = bool(process.returned_on or process.result)
        yield Awaited(
            what="summons",
            says=f"{whom or 'nobody named'}: {_stands(process)}" + ("; issue another" if lost else ""),
            since=process.returned_on if lost else process.sent_on or process.issued_on,
            needed_on=process.for_on,
            whom=process.station or (case.fir.police_station if case.fir else None),
            lost=lost,
        )


def _whom(process: Process) -> tuple[str | None, str | None]:
    return process.witness, process.accused


def _reports(case: Case) -> Iterator[Awaited]:
    for one in case.exhibits:
        if one.struck or one.received_on or not (one.sent_on or one.due_on or one.kind in REPORTS):
            continue
        name = ExhibitKind(one.kind).label if one.kind else "report"
        sent = f"sent {one.sent_on:%d-%m-%Y}, not received" if one.sent_on else "not sent for yet"
        yield Awaited(
            what="report",
            says=f"{one.label} {name}: {sent}",
            since=one.sent_on,
            needed_on=one.due_on,
            whom=one.sent_to,
        )


def _answers(case: Case) -> Iterator[Awaited]:
    """Yield notes that ask for an answer; what they say stays in the case."""
    for number, note in enumerate(case.notes, 1):
        if note.struck or note.answered_on or note.answer_by is None:
            continue
        yield Awaited(
            what="answer",
            says=f"note {number}" + (f" of {note.by}" if note.by else "") + " wants an answer",
            since=note.on,
            needed_on=note.answer_by,
            whom=note.for_,
        )
