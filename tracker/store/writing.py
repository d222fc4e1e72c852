"""Cases to rows, by the thousand: facts first, then what is kept of their consequences.

A row here is a tuple in the order of the columns named beside it: the case's number, the place in the
case's list, then the keys of the class of `domain.case` as they come. Days go as ISO text, words of
closed lists as plain text (both drivers take longer over anything else), short lists as JSON.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection, text

from tracker.domain import case as facts
from tracker.domain.case import Age, Case, Fact, Fir, Offence, Victim
from tracker.domain.shapes import Clock, Flag, Reckoning
from tracker.store import database
from tracker.store.matching import search_text
from tracker.store.tables import RANKS

Row = tuple[Any, ...]

_STANDING = ("stage", "stage_since", "waiting_for", "progress_on", "stayed", "outcome", "outcome_on")
KEPT = (*_STANDING, "known_to", "accused_states", "procedure")
"""The columns of `prosecution` that are consequences."""

_PLAIN = frozenset({str, int, bool, type(None)})


def _keys(shape: type, *without: str) -> tuple[str, ...]:
    return tuple(field.name for field in fields(shape) if field.name not in without)


_OF = {
    "accused": _keys(facts.Accused),
    "proceeding": _keys(facts.Proceeding),
    "event": _keys(facts.Event),
    "hearing": _keys(facts.Hearing),
    "link": _keys(facts.Link),
}
_VICTIM = _keys(Victim, "name", "age")
_AGE = _keys(Age, "status")
_CHARGE = _keys(facts.Charge, "offence")
_FIR = (
    *("fir_number", "fir_year", "fir_on", "fir_time"),
    *("police_station", "fir_district", "fir_state", "fir_mode"),
)
_DUE = _keys(Clock, "limit", "because")
_FLAG = _keys(Flag, "limit", "facts", "severity", "since")

COLUMNS: dict[str, tuple[str, ...]] = {
    "prosecution": (
        "id", "ref", "title", *_FIR, "first_on", "last_on", "lead", "disposal_kind", "disposal_on",
        "search", *KEPT,
    ),
    "tag": ("prosecution_id", "seq", "tag"),
    "fact": ("prosecution_id", "seq", "fact", "victims", "accused"),
    "accused": ("prosecution_id", "seq", *_OF["accused"]),
    "victim": ("prosecution_id", "seq", *_VICTIM, "age_status", *_AGE),
    "identity": ("prosecution_id", "code", "name"),
    "charge": ("prosecution_id", "seq", *_CHARGE, "first_on", "last_on"),
    "proceeding": ("prosecution_id", "seq", *_OF["proceeding"]),
    "event": ("prosecution_id", "seq", *_OF["event"]),
    "hearing": ("prosecution_id", "seq", *_OF["hearing"]),
    "link": ("prosecution_id", "seq", *_OF["link"]),
    "due": ("prosecution_id", "seq", "lead", "limit_id", *_DUE, "because"),
    "flag": ("prosecution_id", "seq", "lead", "limit_id", *_FLAG, "rank", "since", "facts"),
}  # fmt: skip
"""Columns of each table, in the order in which tables are written and in which rows here have them."""

_get_of = {table: attrgetter(*keys) for table, keys in _OF.items()}
_get_victim, _get_age, _get_charge = attrgetter(*_VICTIM), attrgetter(*_AGE), attrgetter(*_CHARGE)
_COURT = _keys(facts.Court)
_get_court = attrgetter(*_COURT)
_get_due, _get_flag, _get_standing = attrgetter(*_DUE), attrgetter(*_FLAG), attrgetter(*_STANDING)
_NO_FIR, _NO_AGE = (None,) * len(_FIR), (None,) * (len(_AGE) + 1)
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@dataclass(slots=True)
class Filing:
    """One case on its way to the tables, with its number and its reckoning."""

    number: int
    case: Case
    reckoning: Reckoning


def write_cases(connection: Connection, filings: Sequence[Filing]) -> None:
    """Write new cases whole. Every label, key and court they name must be there or among them."""
    rows: dict[str, list[Row]] = {table: [] for table in COLUMNS}
    for filing in filings:
        _add_facts(rows, filing.number, filing.case)
        rows["prosecution"].append(_prosecution(filing))
        rows["due"] += due_rows(filing.number, filing.case.lead, filing.reckoning.clocks)
        rows["flag"] += flag_rows(filing.number, filing.case.lead, filing.reckoning.flags)
    for table, columns in COLUMNS.items():
        if rows[table]:
            database.write_rows(connection, table, columns, rows[table])


def write_kept(connection: Connection, first: int, last: int, filings: Sequence[Filing]) -> None:
    """Replace what is kept of all cases numbered `first` to `last`, which are those of `filings`."""
    due: list[Row] = []
    flag: list[Row] = []
    standing: list[Row] = []
    for filing in filings:
        due += due_rows(filing.number, filing.case.lead, filing.reckoning.clocks)
        flag += flag_rows(filing.number, filing.case.lead, filing.reckoning.flags)
        standing.append((*standing_row(filing.reckoning), filing.number))
    for table, rows in (("due", due), ("flag", flag)):
        connection.exec_driver_sql(f"DELETE FROM {table} WHERE prosecution_id BETWEEN {first} AND {last}")
        if rows:
            database.write_rows(connection, table, COLUMNS[table], rows)
    if standing:
        database.update_rows(connection, "prosecution", KEPT, "id", standing)


def append(connection: Connection, number: int, before: Case, after: Case) -> None:
    """Write the events, hearings and charges that `after` has beyond those of `before`, which is on file."""
    rows: dict[str, list[Row]] = {table: [] for table in COLUMNS}
    _add_facts(rows, number, after)
    for table, there in (("event", before.events), ("hearing", before.hearings), ("charge", before.charges)):
        if new := rows[table][len(there) :]:
            database.write_rows(connection, table, COLUMNS[table], new)


def write_courts(
    connection: Connection, new: Iterable[facts.Court], filled: Iterable[facts.Court] = ()
) -> None:
    """Add new courts, and write those anew of which more is known now."""
    rows = [_plain(_get_court(court)) for court in new]
    if rows:
        database.write_rows(connection, "court", _COURT, rows)
    more = [(*row[1:], row[0]) for row in (_plain(_get_court(court)) for court in filled)]
    if more:
        database.update_rows(connection, "court", _COURT[1:], "key", more)


def next_number(connection: Connection) -> int:
    """Return the number that the next new case gets; nobody else gets it in this transaction."""
    database.lock_numbers(connection)
    last = connection.scalar(text("SELECT max(id) FROM prosecution"))
    return (last or 0) + 1


def due_rows(number: int, lead: str | None, clocks: Iterable[Clock]) -> list[Row]:
    """Return the rows of `due` for the clocks of one case."""
    return [
        (number, seq, lead, clock.limit, *_plain(_get_due(clock)), _map(clock.because))
        for seq, clock in enumerate(clocks, 1)
    ]


def flag_rows(number: int, lead: str | None, flags: Iterable[Flag]) -> list[Row]:
    """Return the rows of `flag` for the flags of one case."""
    return [
        (
            *(number, seq, lead, flag.limit, *_plain(_get_flag(flag))),
            *(RANKS.index(flag.severity), (flag.since or flag.holds_from).isoformat(), _map(flag.facts)),
        )
        for seq, flag in enumerate(flags, 1)
    ]


def standing_row(reckoning: Reckoning) -> Row:
    """Return the values of the columns KEPT."""
    standing = reckoning.standing
    states = [dict(zip(_STATE, _plain(_get_state(state)), strict=True)) for state in standing.accused]
    known_to = reckoning.known_to.isoformat() if reckoning.known_to else None
    return (*_plain(_get_standing(standing)), known_to, _encode(states), _map(standing.procedure))


_STATE = ("label", "custody", "custody_since", "trial", "trial_since", "ended")
_get_state = attrgetter(*_STATE)


def _prosecution(filing: Filing) -> Row:
    case = filing.case
    ended = case.disposal
    return (
        *(filing.number, case.ref, case.title),
        *(_plain(_fir(case.fir)) if case.fir else _NO_FIR),
        *_days(case.offence),
        case.lead,
        *(_plain((ended.kind, ended.on)) if ended else (None, None)),
        search_text(case),
        *standing_row(filing.reckoning),
    )


def _fir(fir: Fir) -> Row:
    return (
        *(fir.number, fir.year, fir.registered_on, fir.time),
        *(fir.police_station, fir.district, fir.state, fir.mode),
    )


def _add_facts(rows: dict[str, list[Row]], number: int, case: Case) -> None:
    rows["tag"] += [(number, seq, tag) for seq, tag in enumerate(case.tags, 1)]
    rows["fact"] += [(number, seq, *_fact(fact)) for seq, fact in enumerate(case.facts, 1)]
    for table, things in (
        ("accused", case.accused),
        ("proceeding", case.proceedings),
        ("event", case.events),
        ("hearing", case.hearings),
        ("link", case.links),
    ):
        get = _get_of[table]
        rows[table] += [(number, seq, *_plain(get(thing))) for seq, thing in enumerate(things, 1)]
    for seq, victim in enumerate(case.victims, 1):
        age = victim.age
        of_age = (str(age.status), *_plain(_get_age(age))) if age else _NO_AGE
        rows["victim"].append((number, seq, *_plain(_get_victim(victim)), *of_age))
        if victim.name is not None:
            rows["identity"].append((number, victim.code, victim.name))
    for seq, charge in enumerate(case.charges, 1):
        rows["charge"].append((number, seq, *_get_charge(charge), *_days(charge.offence)))


def _fact(fact: str | Fact) -> Row:
    if isinstance(fact, Fact):
        return str(fact.fact), _plain_one(fact.victims), _plain_one(fact.accused)
    return str(fact), None, None


def _days(offence: Offence | None) -> Row:
    if offence is None:
        return None, None
    first, last = offence.first_on, offence.last_on
    return first.isoformat() if first else None, last.isoformat() if last else None


def _plain(values: Sequence[Any]) -> list[Any]:
    return [value if value.__class__ in _PLAIN else _plain_one(value) for value in values]


def _plain_one(value: Any) -> Any:
    """Return a value as both drivers take it quickest; an empty list is nothing."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return str(value)
    if isinstance(value, tuple):
        return _encode(value) if value else None
    if isinstance(value, Age):
        return _encode({key: _plain_one(v) if v.__class__ not in _PLAIN else v for key, v in _said(value)})
    raise TypeError(type(value).__name__)


def _said(age: Age) -> list[tuple[str, Any]]:
    return [(key, value) for key in ("status", *_AGE) if (value := getattr(age, key)) is not None]


def _map(said: Mapping[str, str]) -> str:
    return _encode(dict(said)) if said else "{}"
