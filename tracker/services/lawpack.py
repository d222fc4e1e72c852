"""The law between releases: rows of the office's own, signed off by its lawyer, kept in its database.

A pack is a TOML file with blocks as in `statutes/`, checked by the same rules. Before its rows count, the
program reckons every open case under them and says which dates move. A row stands in the place of the
released one of its id until it is withdrawn; each says who answers for it and since when.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from sqlmodel import Session

import statutes
from statutes import load
from statutes.rows import Limit, Provision
from tracker.domain.reckon import reckon
from tracker.domain.shapes import Law, Reckoning
from tracker.services import filing
from tracker.services.office import Office, Refused
from tracker.store import reading
from tracker.store.tables import Setting

KEY = "law_rows"
KINDS: Mapping[str, type] = {"provision": Provision, "limit": Limit}
Row = Provision | Limit


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """One row of the office's own, as it is listed."""

    id: str
    kind: str
    signed_by: str
    signed_on: date
    loaded_on: date
    loaded_by: str
    replaces: bool
    """Whether the released law has a row of that id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """One date of an open case that a row moves; a day None: there is no such clock, or no last day."""

    ref: str
    limit: str
    who: str
    was: date | None
    will_be: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stale:
    """A row that nobody has read again for long; `read_on` None: never, or its source names no day."""

    id: str
    kind: str
    title: str
    read_on: date | None
    confidence: str


def read(path: Path) -> tuple[dict[str, Any], ...]:
    """Return a pack's rows as they will be kept. Raises Refused with every fault of the file."""
    from statutes import schema  # the checker loads only here

    try:
        pack = schema.read_pack(path)
    except schema.FaultyLaw as error:
        raise Refused(*error.faults) from None
    rows: Iterable[tuple[str, Row]] = [
        *(("provision", row) for row in pack.provisions.values()),
        *(("limit", row) for row in pack.limits.values()),
    ]
    return tuple(
        {
            "kind": kind,
            "id": row.id,
            "row": load.compiled(replace(row, signed_off=f"{pack.signed_by}, {pack.signed_on}")),
            "by": pack.signed_by,
            "on": pack.signed_on.isoformat(),
        }
        for kind, row in rows
    )


def own(office: Office) -> tuple[Own, ...]:
    """Return the rows of the office's own, by id."""
    released: set[str] = {*statutes.provisions(), *statutes.limits()}
    return tuple(
        Own(
            id=one["id"],
            kind=one["kind"],
            signed_by=one["by"],
            signed_on=date.fromisoformat(one["on"]),
            loaded_on=date.fromisoformat(one["loaded_on"]),
            loaded_by=one["loaded_by"],
            replaces=one["id"] in released,
        )
        for one in sorted(_kept(office.setting(KEY)), key=lambda one: str(one["id"]))
    )


def moves(office: Office, rows: Iterable[Mapping[str, Any]]) -> tuple[Moved, ...]:
    """Return which dates of open cases move if these rows count; nothing is written."""
    return _moves(office, overlay(office.law(), rows))


def provisions(office: Office) -> dict[str, tuple[Provision, Own]]:
    """Return the provisions of the office's own by id, each with who answers for it."""
    signed = {one.id: one for one in own(office)}
    found = {}
    for one in _kept(office.setting(KEY)):
        made: object = load.row(KINDS[one["kind"]], deepcopy(one["row"]))
        if isinstance(made, Provision):
            found[made.id] = (made, signed[made.id])
    return found


def load_rows(office: Office, rows: Iterable[Mapping[str, Any]], today: date) -> int:
    """Let the rows count from now on, and reckon every case anew; return how many cases."""
    new = {one["id"]: {**one, "loaded_on": today.isoformat(), "loaded_by": office.user} for one in rows}
    kept = [one for one in _kept(office.setting(KEY)) if one["id"] not in new]
    return _keep(office, [*kept, *new.values()])


def withdraw(office: Office, id_: str) -> int:
    """Let the released law's row count again, if it has one; return how many cases were reckoned."""
    kept = _kept(office.setting(KEY))
    left = [one for one in kept if one["id"] != id_]
    if len(left) == len(kept):
        known = ", ".join(str(one["id"]) for one in kept)
        raise Refused(f"The office has no row {id_} of its own; it has {known or 'none'}")
    return _keep(office, left)


def without(office: Office, id_: str) -> tuple[Moved, ...]:
    """Return which dates of open cases would move if the office's own row no longer counted."""
    from tracker.domain.law import law_of

    now = office.law()
    released = law_of(now.closed)
    bare = replace(now, provision=released.provision, limits=released.limits)
    return _moves(office, overlay(bare, [one for one in _kept(office.setting(KEY)) if one["id"] != id_]))


def overlay(law: Law, rows: Iterable[Mapping[str, Any]]) -> Law:
    """Return the law with these rows in the place of those of their ids."""
    provisions: dict[str, Provision] = {}
    limits: dict[str, Limit] = {}
    for one in rows:
        made: object = load.row(KINDS[one["kind"]], deepcopy(one["row"]))
        if isinstance(made, Provision):
            provisions[made.id] = made
        elif isinstance(made, Limit):
            limits[made.id] = made
    if not provisions and not limits:
        return law
    there = [limits.pop(row.id, row) for row in law.limits]
    return replace(law, provision=_look_up(law.provision, provisions), limits=(*there, *limits.values()))


def of_session(session: Session, law: Law) -> Law:
    """Return the law with the office's own rows, as its database keeps them."""
    found = session.get(Setting, KEY)
    return overlay(law, _kept(found.value)) if found else law


def stale(office: Office | None, months: int, today: date) -> tuple[Stale, ...]:
    """Return the rows that nobody has read for so many months, oldest first; signing is reading."""
    signed = {one.id: one.signed_on for one in own(office)} if office is not None else {}
    year, month = divmod(today.year * 12 + today.month - 1 - months, 12)
    before = date(year, month + 1, min(today.day, 28))
    found = []
    for kind, rows in (("provision", statutes.provisions()), ("limit", statutes.limits())):
        for row in rows.values():
            read_on = signed.get(row.id) or row.checked
            if read_on is None or read_on < before:
                title = row.title if isinstance(row, Provision) else row.says
                found.append(
                    Stale(id=row.id, kind=kind, title=title, read_on=read_on, confidence=row.confidence)
                )
    return tuple(sorted(found, key=lambda one: (one.read_on or date.min, one.id)))


def _moves(office: Office, new: Law) -> tuple[Moved, ...]:
    old = office.law()
    found: list[Moved] = []
    with office.reading() as session:
        connection = session.connection()
        kinds = reading.court_kinds(connection)
        for _, _, cases in reading.all_cases(connection):
            for _, case in cases:
                was = reckon(case, kinds, old)
                if was.standing.stage != "closed":
                    found += _moved(case.ref, was, reckon(case, kinds, new))
    return tuple(found)


def _moved(ref: str, was: Reckoning, now: Reckoning) -> Iterable[Moved]:
    before, after = _dates(was), _dates(now)
    for key in [*before, *(key for key in after if key not in before)]:
        if before.get(key) != after.get(key):
            yield Moved(ref=ref, limit=key[0], who=key[1], was=before.get(key), will_be=after.get(key))


def _dates(reckoning: Reckoning) -> dict[tuple[str, str, date | None], date | None]:
    return {
        (clock.limit, clock.who, clock.starts_on): clock.due_on
        for clock in reckoning.clocks
        if not clock.met_on and not clock.ended_on
    }


def _keep(office: Office, rows: list[dict[str, Any]]) -> int:
    before = office.setting(KEY) or "[]"
    office.set(KEY, json.dumps(rows, ensure_ascii=False))
    office.forget_law()
    try:
        return filing.rebuild(office)
    except BaseException:
        office.set(KEY, before)  # what is kept was reckoned under the old rows
        office.forget_law()
        raise


def _kept(value: str | None) -> list[dict[str, Any]]:
    return list(json.loads(value)) if value else []


def _look_up(
    released: Callable[[str], Provision | None], provisions: Mapping[str, Provision]
) -> Callable[[str], Provision | None]:
    def look(id_: str) -> Provision | None:
        return provisions.get(id_) or released(id_)

    return look
