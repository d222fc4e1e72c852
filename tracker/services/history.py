"""Who changed what in a case and when, before and after: the audit's rows of it, in words.

The audit keeps coded fields only, so a change of a name or a note is told as such, without its words.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from tracker.services import fresh, testimony
from tracker.services.office import Office

_HIDDEN = ("seq", "id", "recorded_on")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One transaction: when (UTC), who, what; `lines` say before and after, one line each."""

    seq: int
    at: str | None
    who: str
    what: str
    lines: tuple[str, ...]
    doubt: str | None


def of(office: Office, ref: str, limit: int = 500) -> tuple[Change, ...]:
    """Return what was done with a case, newest first. Raises Refused: it isn't there, or not one's own."""
    with office.reading() as session:
        fresh.number_of(session, ref)
    return tuple(
        Change(
            seq=row.seq,
            at=row.at,
            who=row.who,
            what=row.what or row.action,
            lines=tuple(_lines(row.before, row.after)),
            doubt=row.doubt,
        )
        for row in testimony.entries(office, ref=ref, limit=limit)
    )


def _lines(before: str | None, after: str | None) -> list[str]:
    was, now = _said(before), _said(after)
    found = []
    for table in dict.fromkeys((*was, *now)):
        old, new = was.get(table, []), now.get(table, [])
        if not isinstance(old, list) or not isinstance(new, list):
            found.append(f"{_plain(table)}: {now.get(table, was.get(table))}")
            continue
        old, new = list(old), list(new)
        for row in old:
            match = next((one for one in new if _same(one, row)), None)
            if match is None:
                found.append(f"{_plain(table)} taken away: {_fields(row)}")
                continue
            new.remove(match)
            keys = [key for key in {**row, **match} if row.get(key) != match.get(key) and key not in _HIDDEN]
            moved = "; ".join(
                f"{_plain(key)}: {_plain(row.get(key, '–'))} → {_plain(match.get(key, '–'))}" for key in keys
            )
            found.append(f"{_plain(table)} {_name(row)}: {moved or 'its words'}")
        found += [f"{_plain(table)} new: {_fields(row)}" for row in new]
    return found


def _said(text: str | None) -> dict[str, Any]:
    found = json.loads(text) if text else {}
    return found if isinstance(found, dict) else {}


def _same(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return all(one.get(key) == other.get(key) for key in ("seq", "label", "code", "key", "id"))


def _name(row: dict[str, Any]) -> str:
    return str(row.get("label") or row.get("code") or row.get("key") or row.get("seq") or "")


def _fields(row: dict[str, Any]) -> str:
    return ", ".join(f"{_plain(key)} {_plain(value)}" for key, value in row.items() if key not in _HIDDEN)


def _plain(value: object) -> str:
    return str(value).rstrip("_").replace("_", " ")
