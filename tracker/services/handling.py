"""Resolve a warning with a note, snooze it with a reason and a day, take either back.

Each is a line of its own in the case, which says who and when and is never changed. A warning that is
handled leaves the daily lists and stays countable (`flags.flags(…, handled=…)`); when it comes back, and
for how long it may be put off, is `domain.handling`'s.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from sqlmodel import Session

from tracker.domain import handling, journal, words
from tracker.domain.case import Case, FlagNote
from tracker.domain.shapes import Flag, Law
from tracker.services import audit, filing, fresh
from tracker.services.fresh import Fresh
from tracker.services.office import Office, Refused
from tracker.services.views import FlagHandled, FlagRow
from tracker.store import reading, writing


def resolve(
    office: Office,
    ref: str,
    kind: str,
    note: str,
    today: date,
    *,
    who: str | None = None,
    limit: str | None = None,
    since: date | None = None,
) -> FlagHandled:
    """Write down that a warning is dealt with, and how. Raises Refused: no such warning, several, no note.

    Where a case has several of the kind, `who`, `limit` and `since` say which.
    """
    return _say(office, ref, kind, Saying("resolved", note), today, (who, limit, since))


def snooze(
    office: Office,
    ref: str,
    kind: str,
    why: str,
    until: date,
    today: date,
    *,
    who: str | None = None,
    limit: str | None = None,
    since: date | None = None,
) -> FlagHandled:
    """Put a warning off until a day, with the reason. Raises Refused as `resolve`: also a day too far off."""
    return _say(office, ref, kind, Saying("snoozed", why, until), today, (who, limit, since))


def reopen(
    office: Office,
    ref: str,
    kind: str,
    today: date,
    *,
    why: str | None = None,
    who: str | None = None,
    limit: str | None = None,
    since: date | None = None,
) -> FlagHandled:
    """Take back that a warning was resolved or snoozed: it stands again. Raises Refused as `resolve`."""
    return _say(office, ref, kind, Saying("reopened", why), today, (who, limit, since))


def many(
    office: Office,
    flags: Sequence[FlagRow | FlagHandled],
    does: str,
    said: str | None,
    today: date,
    until: date | None = None,
) -> tuple[FlagHandled, ...]:
    """Say one thing to several warnings: all of it is written, or nothing. `does` is a word of `FlagAct`.

    Raises Refused with a line for each that can't be said so.
    """
    law, told, faults = office.law(), [], []
    saying = Saying(does, said, until)
    with office.transaction() as session:
        for one in flags:
            which = (one.who, one.limit, one.since)
            try:
                told.append(_write(office, session, law, one.ref, one.kind, saying, today, which))
            except Refused as error:
                faults += str(error).split("\n")
        if faults:
            raise Refused(*faults)
        refs = dict.fromkeys(one.ref for one in told)
        audit.of(session).says("flag", f"{len(told)} flags {does}", ", ".join(refs)[:200])
    return tuple(told)


Which = tuple[str | None, str | None, date | None]


class Saying(NamedTuple):
    """What is said to a warning: a word of `FlagAct`, why, and to which day it is put off."""

    does: str
    said: str | None
    until: date | None = None


def _say(office: Office, ref: str, kind: str, saying: Saying, today: date, which: Which) -> FlagHandled:
    law = office.law()
    with office.transaction() as session:
        return _write(office, session, law, ref, kind, saying, today, which)


def _write(
    office: Office,
    session: Session,
    law: Law,
    ref: str,
    kind: str,
    saying: Saying,
    today: date,
    which: Which,
) -> FlagHandled:
    """Write the note in the caller's transaction."""
    does, until = saying.does, saying.until
    said = (saying.said or "").strip() or None
    if said is None and does != "reopened":
        raise Refused(
            f"note: say {'how the warning was dealt with' if does == 'resolved' else 'why it can wait'}"
        )
    connection = session.connection()
    number = fresh.number_of(session, ref)
    found = fresh.one(office, session, number, today)
    flag = _the_one(found, kind, does, today, which)
    if refusal := handling.refusal(kind, flag.severity, does, until, today):
        raise Refused(f"{ref}: {refusal}.")
    note = FlagNote(
        on=today,
        does=words.FlagAct(does),
        kind=words.FlagKind(kind),
        who=flag.who,
        severity=words.Severity(flag.severity),
        limit=flag.limit,
        since=handling.counts_from(flag),
        about=handling.about(flag),
        until=until,
        by=office.user,
        note=said,
    )
    _check(found.whole, note, law, list(reading.courts(connection)))
    after = replace(found.whole, flag_notes=(*found.whole.flag_notes, note))
    writing.append(connection, number, found.whole, after)
    audit.of(session).says("flag", f"{kind} {does}")
    filing.refile(session, law, number)
    return _told(ref, note)


def _check(before: Case, note: FlagNote, law: Law, courts: list[str]) -> None:
    """Raise Refused if the file can't hold the note."""
    after = replace(before, flag_notes=(*before.flag_notes, note))
    old = set(journal.faults(before, law.provision, courts))
    faults = [one for one in journal.faults(after, law.provision, courts) if one not in old]
    if faults:
        here = f"cases[{before.ref}].flag_notes[{len(before.flag_notes)}]."
        raise Refused(*(fault.removeprefix(here) for fault in faults))


def _the_one(found: Fresh, kind: str, does: str, today: date, which: Which) -> Flag:
    """Return the one warning that is meant; raises Refused if there is none, or more than one."""
    known = [str(word) for word in words.FlagKind]
    if kind not in known:
        raise Refused(f"kind: {kind!r} is no kind of flag; known: {', '.join(known)}")
    who, limit, since = which
    of_kind = [flag for flag in found.reckoning.flags if flag.kind == kind and fresh.within_days(flag, today)]
    meant = [
        flag
        for flag in of_kind
        if (flag.handled is None) == (does != "reopened")
        and who in (None, flag.who)
        and limit in (None, flag.limit)
        and since in (None, handling.counts_from(flag))
    ]
    ref = found.case.ref
    if len(meant) == 1:
        return meant[0]
    if not meant:
        state = "is resolved or snoozed" if does == "reopened" else "stands"
        there = f"; of that kind: {_listed(found, of_kind)}" if of_kind else ""
        raise Refused(f"{ref}: no such flag {state} on {today:%d-%m-%Y}{there}")
    raise Refused(
        f"{ref}: several flags are {kind}: say which with --who, --limit or --since: {_listed(found, meant)}"
    )


def _listed(found: Fresh, flags: list[Flag]) -> str:
    return "; ".join(_called(found, flag) for flag in flags)


def _called(found: Fresh, flag: Flag) -> str:
    """Return how a warning is named on the command line."""
    since = handling.counts_from(flag)
    parts = [flag.who, flag.limit or "", f"since {since:%d-%m-%Y}" if since else ""]
    if flag.handled:
        parts.append(str(found.case.flag_notes[flag.handled - 1].does))
    return " ".join(filter(None, parts))


def _told(ref: str, note: FlagNote) -> FlagHandled:
    label = words.FlagKind(note.kind).label
    whom = "" if note.who == "case" else f" ({note.who})"
    says = {
        "resolved": f"Resolved: {label}{whom}. It comes back if it grows worse or arises anew.",
        "snoozed": f"Snoozed: {label}{whom}, until {note.until or note.on:%d-%m-%Y}; "
        "it comes back sooner if it grows worse.",
        "reopened": f"Taken back: {label}{whom} stands again.",
    }[note.does]
    return FlagHandled(
        ref=ref,
        kind=str(note.kind),
        who=note.who,
        severity=str(note.severity),
        does=str(note.does),
        on=note.on,
        by=note.by or "",
        until=note.until,
        note=note.note,
        says=says,
        limit=note.limit,
        since=note.since,
    )
