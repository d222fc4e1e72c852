"""Cases to rows, by the thousand: facts first, then what is kept of their consequences.

A row here is a tuple in the order of the columns named beside it: the case's number, the place in the
case's list, then the keys of the class of `domain.case` as they come. Days go as ISO text, words of
closed lists as plain text (both drivers take longer over anything else), short lists as JSON.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from operator import attrgetter, itemgetter
from typing import Any, NamedTuple

from sqlalchemy import Connection, Index, inspect, text

from tracker.domain import case as facts
from tracker.domain import records, words
from tracker.domain.case import Age, Case, Fact, Fir, Offence, Victim
from tracker.domain.shapes import Clock, Flag, Reckoning
from tracker.store import database
from tracker.store.courses import COURSE, VERDICT, course_row, verdict_rows
from tracker.store.matching import search_text
from tracker.store.tables import RANKS

Row = tuple[Any, ...]
Facts = dict[str, list[dict[str, Any]]]
"""Rows by table, their values by column, without what is empty."""

_STANDING = ("stage", "stage_since", "waiting_for", "progress_on", "stayed", "outcome", "outcome_on")
KEPT = (*_STANDING, "known_to", "accused_states", "procedure")
"""The columns of `prosecution` that are consequences."""

_RANK = {severity: place for place, severity in enumerate(RANKS)}


def _keys(shape: type, *without: str) -> tuple[str, ...]:
    return tuple(field.name for field in fields(shape) if field.name not in without)


_OF = {
    "accused": _keys(facts.Accused),
    "proceeding": _keys(facts.Proceeding),
    "event": _keys(facts.Event),
    "hearing": _keys(facts.Hearing),
    "link": _keys(facts.Link),
    "flagnote": _keys(facts.FlagNote),
    **{table: _keys(records.KINDS[list_]) for list_, table in records.TABLES.items()},
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
    "flagnote": ("prosecution_id", "seq", *_OF["flagnote"]),
    **{table: ("prosecution_id", "seq", *_OF[table]) for table in records.TABLES.values()},
    "due": ("prosecution_id", "seq", "lead", "limit_id", *_DUE, "because"),
    "flag": ("prosecution_id", "seq", "lead", "limit_id", *_FLAG, "rank", "since", "facts"),
    "course": COURSE,
    "verdict": VERDICT,
}  # fmt: skip
"""Columns of each table, in the order in which tables are written and in which rows here have them."""

_COMMON: dict[str, tuple[str, ...]] = {
    "event": ("prosecution_id", "seq", "on", "kind", "accused", "victim", "proceeding"),
    "due": (
        *("prosecution_id", "seq", "lead", "limit_id", "who", "code", "nature", "runs_from"),
        *("starts_on", "due_on", "met_on", "met_late", "because"),
    ),
}
"""What most rows of wide tables say, and no more: to write only that saves a third of their time."""

_get_of = {table: attrgetter(*keys) for table, keys in _OF.items()}
_get_victim, _get_age, _get_charge = attrgetter(*_VICTIM), attrgetter(*_AGE), attrgetter(*_CHARGE)
_COURT = _keys(facts.Court)
_get_court = attrgetter(*_COURT)
_get_due, _get_standing = attrgetter(*_DUE), attrgetter(*_STANDING)
_NO_FIR, _NO_AGE = (None,) * len(_FIR), (None,) * (len(_AGE) + 1)
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_quoted = json.encoder.encode_basestring


@dataclass(slots=True)
class Filing:
    """One case on its way to the tables, with its number and its reckoning."""

    number: int
    case: Case
    reckoning: Reckoning


class Kept(NamedTuple):
    """What is kept of one case, as rows."""

    standing: Row
    due: list[Row]
    flag: list[Row]
    course: list[Row]
    verdict: list[Row]


def write_cases(connection: Connection, filings: Sequence[Filing]) -> list[Facts]:
    """Write new cases whole. Every label, key and court they name must be there or among them.

    Return the facts of each as `fact_rows` does.
    """
    rows: dict[str, list[Row]] = {table: [] for table in COLUMNS}
    written = []
    for filing in filings:
        held = _facts(filing.number, filing.case)
        written.append(_said(held))
        for table, some in held.items():
            rows[table] += some
        kept = kept_rows(filing)
        rows["prosecution"][-1] += (search_text(filing.case), *kept.standing)
        for table, of_case in zip(_KEPT_TABLES, kept[1:], strict=True):
            rows[table] += of_case
    for table, columns in COLUMNS.items():
        _write(connection, table, columns, rows[table])
    return written


_KEPT_TABLES = Kept._fields[1:]
_LINE_KEY = ("prosecution_id", "seq")


def forget_kept(connection: Connection) -> None:
    """Empty the tables of consequences and take the indexes of all that is kept away, to fill them anew."""
    drop_indexes(connection, ("prosecution", *_KEPT_TABLES))
    for table in _KEPT_TABLES:
        connection.exec_driver_sql(f"DELETE FROM {table}")


def write_kept(connection: Connection, filings: Sequence[Filing]) -> None:
    """Write what is kept of very many cases: between `forget_kept` and `make_indexes`."""
    kept = [kept_rows(filing) for filing in filings]
    for place, table in enumerate(_KEPT_TABLES, 1):
        _write(connection, table, COLUMNS[table], [row for of_case in kept for row in of_case[place]])
    standing = [(*of_case[0], one.number) for one, of_case in zip(filings, kept, strict=True)]
    database.update_rows(connection, "prosecution", KEPT, "id", standing)


def replace_kept(connection: Connection, number: int, there: Kept, now: Kept) -> None:
    """Keep `now` of one case in the place of what is `there`; a row that stays as it is isn't touched."""
    if there.standing != now.standing:
        database.update_rows(connection, "prosecution", KEPT, "id", [(*now.standing, number)])
    if there.course != now.course:
        connection.exec_driver_sql(f"DELETE FROM course WHERE prosecution_id = {number}")
        database.write_rows(connection, "course", COURSE, now.course)
    for table in ("due", "flag", "verdict"):
        old, new = ({row[1]: row for row in getattr(kept, table)} for kept in (there, now))
        gone = [seq for seq, row in old.items() if new.get(seq) != row]
        if gone:
            database.delete_rows(connection, table, _LINE_KEY, [(number, seq) for seq in gone])
        _write(connection, table, COLUMNS[table], [row for seq, row in new.items() if old.get(seq) != row])


def _write(connection: Connection, table: str, columns: Sequence[str], rows: Sequence[Row]) -> None:
    """Write the rows; those that say only what is common go first, by a shorter statement."""
    if table in _COMMON and len(rows) > 1:
        common, of_common, of_rare, blank = _split(table)
        short, long = [], []
        for row in rows:
            if of_rare(row) == blank:
                short.append(of_common(row))
            else:
                long.append(row)
        if short:
            database.write_rows(connection, table, common, short)
            rows = long
    if rows:
        database.write_rows(connection, table, columns, rows)


@cache
def _split(table: str) -> tuple[tuple[str, ...], Callable[[Row], Row], Callable[[Row], Row], Row]:
    common, columns = _COMMON[table], COLUMNS[table]
    places = [columns.index(column) for column in common]
    others = [place for place in range(len(columns)) if place not in places]
    return common, itemgetter(*places), itemgetter(*others), (None,) * len(others)


def append(connection: Connection, number: int, before: Case, after: Case) -> None:
    """Write what `after` has beyond `before`, which is on file: events, hearings, charges, notes on flags."""
    there = {"event": len(before.events), "hearing": len(before.hearings), "charge": len(before.charges)}
    there["flagnote"] = len(before.flag_notes)
    new = Case(
        ref=after.ref,
        events=after.events[there["event"] :],
        hearings=after.hearings[there["hearing"] :],
        charges=after.charges[there["charge"] :],
        flag_notes=after.flag_notes[there["flagnote"] :],
    )
    rows: dict[str, list[Row]] = {table: [] for table in COLUMNS}
    _add_facts(rows, number, new)
    for table, many in there.items():
        behind = [(of, seq + many, *rest) for of, seq, *rest in rows[table]]
        _write(connection, table, COLUMNS[table], behind)


TABLE_OF = {**records.TABLES, "links": "link"}
"""List of a case to its table, of those whose lines are struck out."""
_LINE_OF = {
    "accused": "accused",
    "victims": "victim",
    "charges": "charge",
    "proceedings": "proceeding",
    **TABLE_OF,
}


def put_line(connection: Connection, number: int, list_: str, seq: int, line: Any, *, new: bool) -> None:
    """Write one line of a list of a case: a new one at its end, or another in the place of `seq`."""
    rows: dict[str, list[Row]] = {table: [] for table in COLUMNS}
    alone: dict[str, Any] = {list_: (line,)}
    _add_facts(rows, number, Case(ref="", **alone))
    table = _LINE_OF[list_]
    columns, values = COLUMNS[table][2:], rows[table][0][2:]
    if new:
        database.write_rows(connection, table, COLUMNS[table], [(number, seq, *values)])
    else:
        database.update_row(connection, table, columns, values, {"prosecution_id": number, "seq": seq})


def drop_line(connection: Connection, number: int, list_: str, seq: int) -> None:
    """Take one line out of a list of a case."""
    table = _LINE_OF[list_]
    connection.exec_driver_sql(f'DELETE FROM "{table}" WHERE prosecution_id = {number} AND seq = {int(seq)}')


def put_head(connection: Connection, number: int, case: Case) -> None:
    """Write the head of a case (title, lead, FIR, days of the offence, tags) in place of the one there."""
    columns = COLUMNS["prosecution"][2 : -len(KEPT)]
    values = (*_of_case(case)[1:], search_text(case))
    database.update_row(connection, "prosecution", columns, values, {"id": number})
    connection.exec_driver_sql(f"DELETE FROM tag WHERE prosecution_id = {number}")
    if case.tags:
        tags = [(number, seq, tag) for seq, tag in enumerate(case.tags, 1)]
        database.write_rows(connection, "tag", COLUMNS["tag"], tags)


def put_search(connection: Connection, number: int, case: Case) -> None:
    """Write anew what the words of a filter look through in a case."""
    database.update_row(connection, "prosecution", ("search",), (search_text(case),), {"id": number})


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


def drop_indexes(connection: Connection, tables: Iterable[str] = COLUMNS) -> None:
    """Take away the indexes of tables before very many rows are written; keys stay."""
    if database.under_policies(connection):
        return  # they are the owner's to make
    for index in _indexes(tables):
        index.drop(connection)


def make_indexes(connection: Connection) -> None:
    """Make the indexes again that were taken away, in the same transaction."""
    if database.under_policies(connection):
        return
    there = inspect(connection)
    for index in _indexes(COLUMNS):
        if index.table is not None and not there.has_index(index.table.name, str(index.name)):
            index.create(connection)


def _indexes(tables: Iterable[str]) -> list[Index]:
    from tracker.store.every import METADATA

    metadata = METADATA.tables
    found = [index for table in tables for index in metadata[table].indexes]
    return sorted(found, key=lambda index: str(index.name))


def fact_rows(number: int, case: Case) -> Facts:
    """Return the facts of a case, names included, as rows by table, without what is empty or kept."""
    return _said(_facts(number, case))


def _facts(number: int, case: Case) -> dict[str, list[Row]]:
    rows: dict[str, list[Row]] = {table: [] for table in COLUMNS}
    _add_facts(rows, number, case)
    rows["prosecution"].append((number, *_of_case(case)))
    return rows


def _said(rows: Mapping[str, Sequence[Row]]) -> Facts:
    return {
        table: [
            {column: value for column, value in zip(COLUMNS[table], row, strict=False) if value is not None}
            for row in some
        ]
        for table, some in rows.items()
        if some
    }


def next_number(connection: Connection) -> int:
    """Return the number that the next new case gets; nobody else gets it in this transaction."""
    database.lock_numbers(connection)
    if database.under_policies(connection):  # a role doesn't see every case
        return int(connection.scalar(text("SELECT tracker_next_number()")) or 1)
    last = connection.scalar(text("SELECT max(id) FROM prosecution"))
    return (last or 0) + 1


def kept_rows(filing: Filing) -> Kept:
    """Return what is kept of a case."""
    number, lead, reckoning = filing.number, filing.case.lead, filing.reckoning
    return Kept(
        standing_row(reckoning),
        due_rows(number, lead, reckoning.clocks),
        flag_rows(number, lead, reckoning.flags),
        [course_row(number, reckoning.course)],
        verdict_rows(number, reckoning.course),
    )


def due_rows(number: int, lead: str | None, clocks: Iterable[Clock]) -> list[Row]:
    """Return the rows of `due` for the clocks of one case."""
    return [
        (number, seq, lead, clock.limit, *_plain(_get_due(clock)), _map(clock.because))
        for seq, clock in enumerate(clocks, 1)
    ]


def flag_rows(number: int, lead: str | None, flags: Iterable[Flag]) -> list[Row]:
    """Return the rows of `flag` for the flags of one case."""
    rows: list[Row] = []
    facts, said = None, ""
    for seq, flag in enumerate(flags, 1):
        if flag.facts is not facts:  # the windows of one warning share them
            facts, said = flag.facts, _map(flag.facts)
        since = (flag.since or flag.holds_from).isoformat()
        until = flag.holds_until.isoformat() if flag.holds_until else None
        rows.append(
            (
                *(number, seq, lead, flag.limit, str(flag.kind), flag.who, flag.holds_from.isoformat()),
                *(until, flag.handled, _RANK[flag.severity], since, said),
            )
        )
    return rows


def standing_row(reckoning: Reckoning) -> Row:
    """Return the values of the columns KEPT."""
    standing = reckoning.standing
    states = [dict(zip(_STATE, _plain(_get_state(state)), strict=True)) for state in standing.accused]
    known_to = reckoning.known_to.isoformat() if reckoning.known_to else None
    return (*_plain(_get_standing(standing)), known_to, _encode(states), _map(standing.procedure))


_STATE = ("label", "custody", "custody_since", "trial", "trial_since", "ended")
_get_state = attrgetter(*_STATE)


def _of_case(case: Case) -> Row:
    ended = case.disposal
    return (
        *(case.ref, case.title),
        *(_plain(_fir(case.fir)) if case.fir else _NO_FIR),
        *_days(case.offence),
        case.lead,
        *(_plain((ended.kind, ended.on)) if ended else (None, None)),
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
        ("flagnote", case.flag_notes),
        *((table, getattr(case, list_)) for list_, table in records.TABLES.items()),
    ):
        if things:
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
        return str(fact.fact), _list(fact.victims), _list(fact.accused)
    return str(fact), None, None


def _days(offence: Offence | None) -> Row:
    if offence is None:
        return None, None
    first, last = offence.first_on, offence.last_on
    return first.isoformat() if first else None, last.isoformat() if last else None


def _plain(values: Sequence[Any]) -> list[Any]:
    return [value if value is None or (to := _to(value.__class__)) is None else to(value) for value in values]


def _list(values: tuple[str, ...]) -> str | None:
    return _encode(values) if values else None


def _age(age: Age) -> str:
    said = [(key, value) for key in ("status", *_AGE) if (value := getattr(age, key)) is not None]
    return _encode({key: plain for (key, _), plain in zip(said, _plain([v for _, v in said]), strict=True)})


def _map(said: Mapping[str, str]) -> str:
    """Write words by words as JSON, as `_encode` would, in a quarter of its time."""
    return "{" + ",".join([f"{_quoted(key)}:{_quoted(word)}" for key, word in said.items()]) + "}"


_BY_CLASS: dict[type, Callable[[Any], Any]] = {
    date: date.isoformat,
    tuple: _list,
    Age: _age,
    **{kind: str for kind in words.Word.__subclasses__()},
}
"""What makes a plain value of one of that class, if it isn't one as it is."""
_to = _BY_CLASS.get
