"""Take back a change of one line of a case, or of its head: the line is put back as it was.

A line that was added is struck out, not erased; to do it again puts it back into its list. An accused, a
victim, a charge or a proceeding isn't struck out: added last, it is taken from its list again, unless
something names it by now. What stood there is in the audit.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlmodel import Session

from tracker.domain.case import Case
from tracker.domain.record_rules import LISTS, TITLES, key_of
from tracker.services import editing, records, standing
from tracker.services.office import Refused
from tracker.store import writing

BACK = "taken back"
"""Why a line that was added is struck out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineChange:
    """One line by list and number, as it was (None: not there) and as it was left; values as in JSON."""

    ref: str
    list_: str
    seq: int
    before: dict[str, Any] | None
    after: dict[str, Any] | None

    def turned(self) -> LineChange:
        """Return what takes this back."""
        gone = {**(self.after or {}), "struck": BACK} if self.list_ in LISTS else None
        return replace(self, before=self.after, after=self.before or gone)


def change(
    ref: str, list_: str, seq: int, before: dict[str, Any] | None, after: dict[str, Any]
) -> LineChange:
    """Return a change of a line, from the line as it was and as it is."""
    was = _plain(before) if before is not None else None
    return LineChange(ref=ref, list_=list_, seq=seq, before=was, after=_plain(after))


def untouched(case: Case, changes: Iterable[LineChange]) -> bool:
    """Say whether each line still stands as it was left."""
    return all(_plain(_state(case, one)) == (one.after or {}) for one in changes)


def put_back(session: Session, number: int, case: Case, one: LineChange) -> None:
    """Write a line as it was before. The case is to be filed anew after it."""
    if one.before is None and one.list_ not in LISTS:
        _take_out(session, number, case, one)
        return
    said = one.before or {**(one.after or {}), "struck": BACK}
    rules = records.rules(one.list_)
    values = records.read(one.list_, {key_of(rule): said.get(key_of(rule)) for rule in rules}, date.max)
    connection = session.connection()
    if one.list_ == "head":
        writing.put_head(connection, number, editing.with_head(case, values))
        return
    all_ = getattr(case, one.list_)
    new = one.seq > len(all_)
    line = records.made(one.list_, values) if new else records.altered(all_[one.seq - 1], values)
    if one.list_ in LISTS:
        line = replace(line, struck=said.get("struck"))
    writing.put_line(connection, number, one.list_, one.seq, line, new=new)
    changed: dict[str, Any] = {one.list_: (*all_[: one.seq - 1], line, *all_[one.seq :])}
    writing.put_search(connection, number, replace(case, **changed))


def _take_out(session: Session, number: int, case: Case, one: LineChange) -> None:
    """Take the last line of a list out again. Raises Refused: something names it, or others follow it."""
    all_ = getattr(case, one.list_)
    called = named(one.list_, one.after or {})
    if one.seq != len(all_):
        raise Refused(f"{case.ref}: {called} can't be taken back, others were added after it")
    if by := standing.on(session, number, case, one.list_, all_[-1]):
        raise Refused(f"{case.ref}: {called} can't be taken back, {by} by now")
    connection = session.connection()
    writing.drop_line(connection, number, one.list_, one.seq)
    rest: dict[str, Any] = {one.list_: all_[:-1]}
    writing.put_search(connection, number, replace(case, **rest))


def named(list_: str, line: Mapping[str, Any]) -> str:
    """Return what a line of people, charges or proceedings is called."""
    kind = TITLES[list_].lower().removesuffix("s")
    said = line.get("label") or line.get("code") or line.get("key") or line.get("provision")
    return f"{kind} {said or line.get('as_written') or ''}".strip()


def _state(case: Case, one: LineChange) -> dict[str, Any]:
    if one.list_ == "head":
        return editing.head(case)
    all_ = getattr(case, one.list_)
    return records.flat(one.seq, all_[one.seq - 1]) if one.seq <= len(all_) else {}


def _plain(said: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(json.dumps(said, default=str))
    return {key: value for key, value in found.items() if key != "n"}
