"""Take back what was just written, and do it again: the lines it changed are put back as they were.

A `Step` says what a write changed: hearings, who leads a case, lines of its lists. To take it back is a
write of its own, with its own row in the audit that says what it undid; it never reaches behind what
somebody else wrote meanwhile, and gives the step that does the thing again. The last step of each person
is kept beside their drafts, so that `tracker undo`, or the screen opened again, can still take it back. A
line of the journal is never taken away: it is corrected (`casework.correct`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import delete, insert, update
from sqlmodel import Session, col

from tracker.domain.case import Hearing
from tracker.services import audit, caseview, drafts, filing, fresh, lineundo, withdrawal
from tracker.services.lineundo import LineChange
from tracker.services.office import Office, Refused
from tracker.store import tables

_KEYS: tuple[str, ...] = ("on", "proceeding", "time", "purpose", "advocate", "outcome", "asked_by", "reason")
_KEYS += ("next_on", "next_purpose", "note", "source", "order_ref", "in_place_of", "opposed", "costs_rupees")
UNDO, REDO = "undo", "redo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One hearing of a case by its place: as it was (None: not there) and as it was left."""

    ref: str
    seq: int
    before: Hearing | None
    after: Hearing | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What one write changed. `leads`: ref, who led it before, who leads it since."""

    says: str
    """What would be undone, in words."""
    hearings: tuple[Change, ...] = ()
    leads: tuple[tuple[str, str | None, str | None], ...] = ()
    lines: tuple[LineChange, ...] = ()
    filed: tuple[str, ...] = ()
    """New cases. One that is taken back is written anew, not done again."""

    @property
    def refs(self) -> tuple[str, ...]:
        """The cases that it changed."""
        named = [*self.filed, *(one.ref for one in self.hearings), *(one.ref for one in self.lines)]
        return tuple(dict.fromkeys(named + [ref for ref, _, _ in self.leads]))

    def turned(self) -> Step:
        """Return the step that takes this one back."""
        return replace(
            self,
            hearings=tuple(replace(one, before=one.after, after=one.before) for one in self.hearings),
            leads=tuple((ref, after, before) for ref, before, after in self.leads),
            lines=tuple(one.turned() for one in self.lines),
            filed=(),
        )


def step(says: str, cases: Iterable[tuple[str, Sequence[Hearing], Sequence[Hearing]]]) -> Step:
    """Return what changed in the hearings of cases: ref, before, after (no shorter)."""
    changed = [
        Change(ref=ref, seq=seq, before=was, after=now)
        for ref, before, after in cases
        for seq, (was, now) in enumerate(
            zip((*before, *(None,) * (len(after) - len(before))), after, strict=True), 1
        )
        if was != now
    ]
    return Step(says=says, hearings=tuple(changed))


def take_back(office: Office, step: Step, *, again: bool = False) -> Step:
    """Put back what a step changed, in one transaction; return the step that does it again.

    `again` says that the step itself took something back. Raises Refused, with nothing written, if any of
    it was changed since.
    """
    law = office.law()
    with office.transaction() as session:
        numbers = {}
        for ref in step.filed:
            withdrawal.withdraw(session, ref)
        for ref in step.refs:
            if ref in step.filed:
                continue
            number, case = fresh.opened(session, ref)
            numbers[ref] = number
            mine = [one for one in step.hearings if one.ref == ref]
            leads = [(before, after) for of, before, after in step.leads if of == ref]
            lines = [one for one in step.lines if one.ref == ref]
            same = _untouched(case.hearings, mine) and lineundo.untouched(case, lines)
            if not same or any(after != case.lead for _, after in leads):
                raise Refused(f"{ref} was changed since: record a correction of {step.says}")
            for one in mine:
                _put_back(session, number, one)
            for line in lines:
                lineundo.put_back(session, number, case, line)
            for before, _ in leads:
                session.execute(
                    update(tables.Prosecution).where(col(tables.Prosecution.id) == number).values(lead=before)
                )
        audit.of(session).says("undo", f"{'again: ' if again else ''}{step.says}", ", ".join(step.refs)[:200])
        for number in numbers.values():
            filing.refile(session, law, number)
        turned = step.turned()
        keep(office, session, turned, again=not again)
    return turned


def keep(office: Office, session: Session, step: Step, *, again: bool = False) -> None:
    """Keep a step as the person's last, in the caller's transaction; `again` if it does a thing again."""
    for kind in (UNDO, REDO):
        drafts.forget(session, office.user, kind)
    if step.refs:  # a case that was taken back is not filed again
        drafts.put(session, office, REDO if again else UNDO, "", _written(step))


def last(office: Office, *, again: bool = False) -> Step | None:
    """Return the person's last step that can be taken back; with `again`, the one that does it again."""
    kept = drafts.find(office, REDO if again else UNDO, "")
    return _read(kept.body) if kept else None


def _untouched(now: Sequence[Hearing], changes: Sequence[Change]) -> bool:
    there = [now[one.seq - 1] if one.seq <= len(now) else None for one in changes]
    if there != [one.after for one in changes]:
        return False
    added = [one.seq for one in changes if one.before is None]
    gone = [one.seq for one in changes if one.after is None]
    return (not added or len(now) == max(added)) and (not gone or len(now) == min(gone) - 1)


def _put_back(session: Session, number: int, change: Change) -> None:
    here = (col(tables.Hearing.prosecution_id) == number, col(tables.Hearing.seq) == change.seq)
    if change.before is None:
        session.execute(delete(tables.Hearing).where(*here))
        return
    row = caseview.plain(change.before)
    values = {key: row.get(key) for key in _KEYS}
    if change.after is None:
        session.execute(insert(tables.Hearing).values(prosecution_id=number, seq=change.seq, **values))
    else:
        session.execute(update(tables.Hearing).where(*here).values(values))


def _written(step: Step) -> dict[str, Any]:
    hearings = [
        [one.ref, one.seq, *(caseview.plain(each) if each else None for each in (one.before, one.after))]
        for one in step.hearings
    ]
    lines = [[one.ref, one.list_, one.seq, one.before, one.after] for one in step.lines]
    said = {"says": step.says, "hearings": hearings, "leads": step.leads, "lines": lines, "filed": step.filed}
    plain: dict[str, Any] = json.loads(json.dumps(said, default=str))
    return plain


def _read(said: dict[str, Any]) -> Step:
    return Step(
        says=said["says"],
        hearings=tuple(
            Change(ref=ref, seq=seq, before=_hearing(before), after=_hearing(after))
            for ref, seq, before, after in said["hearings"]
        ),
        leads=tuple((ref, before, after) for ref, before, after in said["leads"]),
        lines=tuple(
            LineChange(ref=ref, list_=list_, seq=seq, before=before, after=after)
            for ref, list_, seq, before, after in said.get("lines", ())
        ),
        filed=tuple(said.get("filed", ())),
    )


def _hearing(said: dict[str, Any] | None) -> Hearing | None:
    if said is None:
        return None
    days: dict[str, Any] = {key: date.fromisoformat(said[key]) for key in ("on", "next_on") if key in said}
    return Hearing(**(said | days))
