"""What changed: the audit's entries in words, since somebody was last here or since a day.

Only what changed the office's facts is told; readings, exports and prints are in the audit itself. No name
of a victim and no free text is in the audit, so none is here.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from tracker.domain import words
from tracker.services import neutral
from tracker.services.office import Office
from tracker.store import audit, queries
from tracker.store.audit import Row

KOLKATA = ZoneInfo("Asia/Kolkata")
TOLD = ("record", "correct", "file", "import", "flag", "undo", "erase", "hold", "roles", "setting", "rebuild")
ROWS = 200
KINDS = frozenset(str(kind) for kind in words.EventKind)
PLAIN = {
    "import": "cases were read in",
    "flag": "a flag was put off, resolved or taken back",
    "roles": "a role was changed",
    "setting": "a setting was changed",
    "rebuild": "dates and flags were reckoned anew",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRow:
    """One entry; `at` is the hour in Asia/Kolkata, None where the program had no clock."""

    seq: int
    at: datetime | None
    who: str
    ref: str | None
    says: str
    neutral: str
    """The same as it may leave the office: nothing recorded about a victim, no word on the kind of case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """When this person last closed the program: the newest entry then, and the hour."""

    seq: int
    at: datetime | None


def left(office: Office) -> Left | None:
    """Return when this person last closed the program; None if never."""
    said = json.loads(office.setting(_key(office)) or "null")
    return Left(seq=int(said["seq"]), at=_hour(said.get("at"))) if said else None


def leave(office: Office) -> None:
    """Keep that this person closes the program now; nothing is written if nothing changed since last time."""
    before = left(office)
    with office.reading() as session:
        newest = audit.last(session.connection())
        seq = newest.seq if newest else 0
        if before is not None and not audit.rows_after(session.connection(), before.seq, TOLD, most=1):
            return
    now = office.now()
    said = {"seq": seq, "at": now.strftime("%Y-%m-%dT%H:%M:%SZ") if now else None}
    office.set(_key(office), json.dumps(said))


def since(
    office: Office, seq: int, *, here_from: int | None = None, most: int = ROWS
) -> tuple[ChangeRow, ...]:
    """Return the entries after one, newest first; `here_from` on, those of this person are left out."""
    with office.reading() as session:
        rows = audit.rows_after(session.connection(), seq, TOLD, most=most)
        if here_from is not None:
            rows = [row for row in rows if row.seq <= here_from or row.who != office.user]
    return tuple(_row(row) for row in rows)


def since_day(
    office: Office, day: date, *, lead: str | None = None, most: int = ROWS
) -> tuple[ChangeRow, ...]:
    """Return the entries made from a day on, newest first; with `lead`, those of that lead's cases."""
    begins = datetime.combine(day, time(), KOLKATA).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    with office.reading() as session:
        rows = audit.rows_after(session.connection(), 0, TOLD, most=most, at=begins)
        if lead is not None:
            own = queries.led_by(session, {row.ref for row in rows if row.ref}, lead)
            rows = [row for row in rows if row.ref in own]
    return tuple(_row(row) for row in rows)


def newest(office: Office) -> int:
    """Return the number of the newest entry; 0 where there is none."""
    with office.reading() as session:
        row = audit.last(session.connection())
    return row.seq if row else 0


def _row(row: Row) -> ChangeRow:
    says = _says(row)
    plain = row.action in ("import", "flag", "roles", "setting", "rebuild")
    person = words.SCOPE.get(words.EventKind(row.what)) == "victim" if row.what in KINDS else False
    hidden = person or neutral.telling(says)
    left_out = "an entry in the journal" if row.what in KINDS else row.action
    return ChangeRow(
        seq=row.seq,
        at=_hour(row.at),
        who=row.who,
        ref=row.ref,
        says=says,
        neutral=PLAIN[row.action] if plain else left_out if hidden else says,
    )


def _says(row: Row) -> str:
    """Return an entry in words."""
    again = "corrected: " if row.action == "correct" else ""
    match row.action:
        case "record" | "correct" if row.what in KINDS:
            return f"{again}{words.EventKind(row.what).label}"
        case "record" | "correct":
            return f"{again}{row.what}{_of_hearing(row.after)}"
        case "flag":
            kind, _, does = row.what.partition(" ")
            label = words.FlagKind(kind).label if kind in set(words.FlagKind) else kind
            act = words.FlagAct(does).label if does in set(words.FlagAct) else does
            return f"flag {label}: {act}"
        case "undo":
            return f"taken back: {row.what}"
        case "import":
            return f"read in: {row.what}"
        case "hold":
            return f"legal hold {row.what}"
        case "roles":
            return f"role of {row.what}"
        case "setting":
            return f"setting {row.what}"
        case _:
            return row.what


def _of_hearing(after: str | None) -> str:
    """Return what a hearing came to, from the coded fields that the audit keeps."""
    said = json.loads(after).get("hearing", []) if after else []
    heard = next((one for one in said if one.get("outcome")), None)
    if heard is None:
        return ""
    outcome = str(words.HearingOutcome(heard["outcome"]).label)
    next_on = heard.get("next_on")
    return f": {outcome}" + (f", next {date.fromisoformat(next_on):%d-%m-%Y}" if next_on else "")


def _hour(at: str | None) -> datetime | None:
    if not at:
        return None
    return datetime.strptime(at, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC).astimezone(KOLKATA)


def _key(office: Office) -> str:
    return f"desk:{office.user}:left"
