"""Change a case where it stands: its head, and any line of its lists; for the screen and `tracker edit`.

A head is changed as a line is (`records.change`): field by field, a version that somebody else changed
meanwhile is not overwritten, and the case is reckoned anew in the same transaction.
"""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from tracker.domain import journal
from tracker.domain.case import Case, Fir, Offence
from tracker.domain.record_rules import HEAD, Rule, key_of
from tracker.services import audit, filing, fresh, records
from tracker.services.office import Office, Refused
from tracker.services.records import Stale, add
from tracker.store import reading, writing

if TYPE_CHECKING:
    from tracker.services.undo import Step

__all__ = ["Opened", "Stale", "add", "change", "command", "edit", "head", "last_step", "opened"]

_FIR = {
    "fir_number": "number",
    "fir_year": "year",
    "fir_on": "registered_on",
    "fir_time": "time",
    "police_station": "police_station",
    "fir_district": "district",
    "fir_state": "state",
    "fir_mode": "mode",
}
_PATHS = {f"fir.{name}": key for key, name in _FIR.items()}
_PATHS |= {"offence.first_on": "first_on", "offence.last_on": "last_on"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """One line on its way into a form: its rules, its values, whom and what it may name."""

    rules: tuple[Rule, ...]
    line: dict[str, Any]
    on_file: dict[str, tuple[str, ...]]


def opened(office: Office, ref: str, list_: str, seq: int | None) -> Opened:
    """Return a line as it stands (empty for a new one), with what its fields take. Raises Refused."""
    rules = records.rules(list_)
    with office.reading() as session:
        connection = session.connection()
        case = reading.one_case(connection, fresh.number_of(session, ref))
        courts = tuple(reading.courts(connection)) if list_ == "proceedings" else ()
    line: dict[str, Any] = {}
    if list_ == "head":
        line = head(case)
    elif seq is not None:
        line = records.line_of(case, list_, seq)
    on_file = {
        "accused": tuple(one.label for one in case.accused),
        "victim": tuple(one.code for one in case.victims),
        "proceeding": tuple(one.key for one in case.proceedings),
        "witness": tuple(one.label for one in case.witnesses if not one.struck),
        "court": courts,
    }
    return Opened(rules=rules, line=line, on_file=on_file)


def change(
    office: Office,
    ref: str,
    list_: str,
    seq: int,
    values: Mapping[str, Any],
    expected: Mapping[str, Any] | None,
    today: date,
) -> dict[str, Any]:
    """Change a line of a list, or the head. Raises Refused, or Stale with both versions."""
    if list_ == "head":
        return edit(office, ref, values, expected, today)
    return records.change(office, ref, list_, seq, values, expected, today)


def edit(
    office: Office, ref: str, values: Mapping[str, Any], expected: Mapping[str, Any] | None, today: date
) -> dict[str, Any]:
    """Change fields of a case's head and return it; `expected` is the head as it was read, None for any.

    Raises Refused, with nothing written, or Stale.
    """
    law = office.law()
    with office.transaction() as session:
        connection = session.connection()
        number, case = fresh.opened(session, ref)
        now = head(case)
        said = {**now, **records.read("head", values, today)}
        if expected is not None and now != dict(expected):
            raise Stale(f"The head of {ref}", dict(expected), now, said)
        after = with_head(case, said)
        known = reading.courts(connection)
        old = set(journal.faults(case, law.provision, known))
        found = [fault for fault in journal.faults(after, law.provision, known) if fault not in old]
        if found:
            raise Refused(*(_placed(fault) for fault in found))
        changed = [key_of(rule) for rule in HEAD if now.get(key_of(rule)) != said.get(key_of(rule))]
        audit.of(session).says("correct", f"head: {', '.join(changed) or 'nothing changed'}", ref)
        if changed:
            writing.put_head(connection, number, after)
            filing.refile(session, law, number)
            records.keep_step(office, session, ref, "head", 1, now, head(after))
    return head(after)


def last_step(office: Office, ref: str, list_: str) -> Step | None:
    """Return what takes back the change of a list that this person made last; None if they made none."""
    from tracker.services import undo

    step = undo.last(office)
    mine = step is not None and any((one.ref, one.list_) == (ref, list_) for one in step.lines)
    return step if mine else None


def head(case: Case) -> dict[str, Any]:
    """Return the head of a case by the keys of its rules, empty ones left out."""
    said: dict[str, Any] = {"title": case.title, "lead": case.lead, "tags": ", ".join(case.tags) or None}
    said |= {key: getattr(case.fir, name) for key, name in _FIR.items()} if case.fir else {}
    said |= {"first_on": case.offence.first_on, "last_on": case.offence.last_on} if case.offence else {}
    return {key: value for key, value in said.items() if value is not None}


def with_head(case: Case, said: Mapping[str, Any]) -> Case:
    """Return the case with another head, by the keys of its rules."""
    fir = Fir(**{name: said.get(key) for key, name in _FIR.items()})
    offence = Offence(first_on=said.get("first_on"), last_on=said.get("last_on"))
    tags = dict.fromkeys(tag.strip() for tag in (said.get("tags") or "").split(","))
    return replace(
        case,
        title=said.get("title"),
        lead=said.get("lead"),
        tags=tuple(tag for tag in tags if tag),
        fir=None if fir == Fir() else fir,
        offence=None if offence == Offence() else offence,
    )


def _placed(fault: str) -> str:
    """Return a fault of a case by the field of the form that it is about."""
    path, _, says = fault.partition("].")[2].partition(": ")
    return f"{_PATHS.get(path, path.partition('[')[0])}: {says}"


def command(ref: str, list_: str, seq: int | None, values: Mapping[str, Any]) -> str:
    """Return the command that does the same without a screen."""
    said = [f"{key}={'' if value is None else value}" for key, value in values.items()]
    if list_ == "head":
        return shlex.join(["tracker", "edit", ref, *said])
    if seq is None:
        return shlex.join(["tracker", "add", ref, list_, *said])
    return shlex.join(["tracker", "change", ref, list_, str(seq), *said])
