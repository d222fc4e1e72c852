"""Clocks: every limit of law that runs or has run, of one case or of the office, as it stands on a day.

One case is reckoned from its journal. Lists read the kept clocks; a case whose journal goes beyond the
day is reckoned as it stood then. Rows come by last day, then ref, then person; those without a last
day come after all others.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlmodel import Session, col

from tracker.domain import clock_days, explain
from tracker.domain.shapes import Clock
from tracker.services import cursors, filters, fresh, pages
from tracker.services.office import Office, Refused
from tracker.services.views import DueRow, Page
from tracker.store import consequences, matching, queries, tables
from tracker.store.consequences import DUE_NAMES
from tracker.store.matching import Ask
from tracker.store.walking import Anchor, Walk

if TYPE_CHECKING:
    from tracker.domain.clocks import Silent
    from tracker.domain.shapes import Law

_KEY: tuple[tuple[type, ...], ...] = ((date, str, str, int), (str, str, int))
_SILENT_FROM = 100_000
"""Places of limits that run for nobody: behind every clock of the case."""
_WHOLE = 1_000_000_000

Keyed = list[tuple[Anchor, DueRow]]


def due(
    office: Office,
    today: date,
    ref: str | None = None,
    filter: str = "",
    *,
    all: bool = False,
    limit: int | None = None,
    after: str | None = None,
) -> Page[DueRow]:
    """Return clocks on a day: of one case by `ref`, else of the cases that match `filter`.

    `due:` in the filter picks clocks; every other key picks cases. `all` adds the limits that run for
    nobody, each with its why. Raises Refused: no such case, a filter or cursor that can't be read, or
    a list for which too many cases would have to be reckoned.
    """
    asks = filters.asks(filter, today)
    walk = Walk(_WHOLE if limit is None else limit, cursors.read(after, *_KEY))
    with office.reading() as session:
        if ref is not None:
            number = fresh.number_of(session, ref)
            asked_for = queries.case_ids(
                session, [*matching.facts(session, asks), queries.is_case(number)], 1
            )
            found = [fresh.one(office, session, one, today) for one in asked_for]
            rows = pages.cut([row for one in found for row in _asked(office, one, asks, today, all)], walk)
        elif all:
            rows = pages.cut(_everything(office, session, asks, today), walk)
        else:
            rows = _listed(office, session, asks, today, walk)
    more = limit is not None and len(rows) == limit and rows
    return Page(rows=tuple(row for _, row in rows), next=cursors.write(rows[-1][0]) if more else None)


def of_case(found: fresh.Fresh, law: Law, today: date, *, all: bool = False) -> Keyed:
    """Return the clocks of one reckoned case with their keys, in order."""
    ref = found.case.ref
    keyed = [
        (_key(clock.due_on, ref, clock.who, seq), row(ref, clock, law, today))
        for seq, clock in enumerate(found.reckoning.clocks, 1)
    ]
    if all:
        from tracker.domain.clocks import silent

        quiet = silent(found.matter, found.reckoning.standing, law)
        keyed += [
            (_key(None, ref, one.who, seq), _silent(ref, one, law))
            for seq, one in enumerate(quiet, _SILENT_FROM)
        ]
    return sorted(keyed, key=lambda one: one[0])


def row(ref: str, clock: Clock, law: Law, today: date) -> DueRow:
    """Return one clock as it stands on a day."""
    limit = law.limit[clock.limit]
    status = clock_days.status(clock, today)
    counts = clock.due_on is None and clock.not_before is None and status == "open" and clock.starts_on
    return DueRow(
        ref=ref,
        limit=clock.limit,
        says=limit.says,
        cite=limit.cite,
        who=clock.who,
        runs_from=clock.runs_from,
        starts_on=clock.starts_on,
        due_on=clock.due_on,
        status=status,
        days_left=clock_days.days_left(clock, today) if status in ("open", "missed") else None,
        met_on=clock.met_on,
        why=lambda _: explain.why(clock, law, today),
        nature=clock.nature,
        code=clock.code,
        due_at=clock.due_at,
        not_before=clock.not_before,
        outer_on=clock.outer_on,
        due_on_with_copy=clock.due_on_with_copy,
        days=(today - clock.starts_on).days if counts and clock.starts_on else None,
    )


def _silent(ref: str, quiet: Silent, law: Law) -> DueRow:
    limit = law.limit[quiet.limit]
    return DueRow(
        ref=ref,
        limit=quiet.limit,
        says=limit.says,
        cite=limit.cite,
        who=quiet.who,
        runs_from=limit.starts[0] if limit.starts else "",
        starts_on=None,
        due_on=None,
        status=quiet.status,
        days_left=None,
        met_on=None,
        why=quiet.why,
        nature=quiet.nature,
        code=quiet.code,
    )


def _key(due_on: date | None, ref: str, who: str, seq: int) -> Anchor:
    return (0, (due_on, ref, who, seq)) if due_on else (1, (ref, who, seq))


def _kept(row_: Any, law: Law, today: date) -> tuple[Anchor, DueRow]:
    """Return a kept clock as it stands on a day."""
    ref, said = row_[1], dict(zip(DUE_NAMES, row_[2:], strict=True))
    seq = said.pop("seq")
    del said["prosecution_id"]
    said["limit"] = said.pop("limit_id")
    said["because"] = json.loads(said["because"])
    clock = Clock(**said)
    return _key(clock.due_on, ref, clock.who, seq), row(ref, clock, law, today)


def _listed(office: Office, session: Session, asks: Sequence[Ask], today: date, walk: Walk) -> Keyed:
    """Return kept clocks, among them those of cases that are reckoned as they stood."""
    law = office.law()
    late = fresh.late(office, session, asks, today)
    live = any(ask.key == "due" and not ask.negated for ask in asks)
    lead = col(tables.Due.lead) if live else None  # the index of live clocks begins with it
    where = matching.facts(session, asks, lead=lead) + matching.consequences(
        ask for ask in asks if ask.key != "due"
    )
    for ask in asks:
        if ask.key == "due":
            asked = matching.due_within(ask)
            where.append(~asked if ask.negated else asked)
    if not asks:
        where.append(consequences.every_clock())
    if late:
        where.append(queries.kept_answers(today))
    found = [_kept(one, law, today) for one in consequences.dues(session, where, walk)]
    if not late:
        return found
    for one in late:
        found += _asked(office, one, asks, today)
    return pages.cut(found, walk)


def _everything(office: Office, session: Session, asks: Sequence[Ask], today: date) -> Keyed:
    """Return every limit of the cases that match, running or not; each case is reckoned."""
    numbers = queries.case_ids(session, matching.facts(session, asks), fresh.MOST + 1)
    if len(numbers) > fresh.MOST:
        raise Refused(
            f"Every limit of more than {fresh.MOST} cases is too long a list: "
            "name a case or narrow the filter"
        )
    found: Keyed = []
    for one in fresh.many(office, session, numbers, today):
        found += _asked(office, one, asks, today, True)
    return found


def _asked(office: Office, found: fresh.Fresh, asks: Sequence[Ask], today: date, all: bool = False) -> Keyed:
    """Return the clocks of a reckoned case that are asked for; none if the case itself isn't."""
    if not fresh.matches(found, [ask for ask in asks if ask.key != "due"], today):
        return []
    return _picked(of_case(found, office.law(), today, all=all), found, asks)


def _picked(keyed: Keyed, found: fresh.Fresh, asks: Sequence[Ask]) -> Keyed:
    """Leave out the clocks that `due:` doesn't ask for."""
    wanted = [ask for ask in asks if ask.key == "due"]
    if not wanted:
        return keyed
    clocks = dict(enumerate(found.reckoning.clocks, 1))

    def asked(seq: int) -> bool:
        clock = clocks.get(seq)
        return all((clock is not None and fresh.due_matches(clock, ask)) != ask.negated for ask in wanted)

    return [one for one in keyed if asked(one[0][1][-1])]
