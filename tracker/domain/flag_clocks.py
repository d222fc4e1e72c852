"""Flags that follow from the clocks: default bail, limits near and past, running appeal periods.

How bad each is, and why:

* a custody clock is `watch` from 21 days before its last day, `urgent` from 7 days before, `breach`
  from the day after, until the charge sheet or release: liberty is at stake and no court may extend it;
* a limit past is a `breach` where the law commands it or bars what comes late (mandatory,
  limitation), or where the outermost day that the law allows is past too; `urgent` where it commands in
  form or only directs; `watch` where the limit itself is soft, contested or advisory;
* a limit near is `watch`, on its last three days `urgent` if missing it would be a breach, and only
  `info` if the limit is soft, contested or advisory;
* an appeal period is `watch` while it runs and `urgent` at 15 days left.

21, 7 and 15 days are the office's own and rows of `statutes/thresholds.toml`; `warn_days` is in each
limit's row. A window ends on the day
before the act was done, or before it could no longer matter.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from tracker.domain.shapes import Flag

if TYPE_CHECKING:
    from collections.abc import Sequence

    from statutes.rows import Limit
    from tracker.domain.shapes import Clock, Law

DAY = timedelta(days=1)
LAST_DAYS = timedelta(days=2)


def is_custody(limit: str) -> bool:
    """Answer whether a limit is a default-bail clock (CrPC 167(2), BNSS 187(3), MCOCA 21(2))."""
    return limit.startswith("DB-")


def is_appeal(row: Limit | None, limit: str) -> bool:
    """Answer whether a limit is a period to appeal in, not one for deciding the appeal."""
    return (row is not None and row.copy_time_out) or (
        limit.startswith("APP-") and not limit.startswith("APP-DISPOSE")
    )


def from_clocks(clocks: Sequence[Clock], law: Law, live: bool, known: date | None = None) -> list[Flag]:
    """Return the flags of these clocks; in a case that is over only default bail is left.

    A clock that was met or ended by `known`, the last day of the journal, has no window left.
    """
    found: list[Flag] = []
    for clock in clocks:
        if clock.starts_on is None:
            continue
        if known is not None:
            over = clock.met_on or clock.ended_on
            if over is not None and over <= known:
                continue
        due = clock.due_on
        if is_custody(clock.limit):
            if due is not None:
                _custody(found, clock, clock.starts_on, due, _warnings(law))
            elif "if_60" in clock.because:
                _custody_unsure(found, clock, clock.starts_on, _warnings(law))
        elif live and due is None:
            _told(found, clock, law.limit.get(clock.limit), clock.starts_on)
        elif live and due is not None and not clock.blocked_by:
            row = law.limit.get(clock.limit)
            if row is not None and (row.minimum or row.span):
                continue
            if is_appeal(row, clock.limit):
                _appeal(found, clock, clock.starts_on, due, law.rule("appeal-window", 15)[0])
            else:
                _limit(found, clock, row, clock.starts_on, due)
    return found


def weight(nature: str) -> str:
    """Return how bad it is to miss a limit of that nature: breach, urgent or watch."""
    if nature.startswith("mandatory-in-form") or nature in ("directory", "judge-made", "condition"):
        return "urgent"
    if nature.startswith("mandatory") or nature in ("limitation", "deeming"):
        return "breach"
    return "watch"


def _warnings(law: Law) -> tuple[timedelta, timedelta]:
    """Return how long before a custody clock's last day it is watched, and urgent."""
    return (
        timedelta(days=law.rule("default-bail-watch", 21)[0]),
        timedelta(days=law.rule("default-bail-urgent", 7)[0]),
    )


def _custody(
    found: list[Flag], clock: Clock, start: date, due: date, warn: tuple[timedelta, timedelta]
) -> None:
    facts = _facts(clock, start, due)
    moved = clock.because.get("moved_on")
    if moved:  # before that day the row of another band stood
        start = date.fromisoformat(moved)
    urgent = due - warn[1]
    _window(found, "default_bail", clock, max(start, due - warn[0]), urgent - DAY, "watch", facts)
    _window(found, "default_bail", clock, max(start, urgent), due, "urgent", facts)
    _window(found, "default_bail", clock, max(start, due + DAY), None, "breach", facts)


def _custody_unsure(found: list[Flag], clock: Clock, start: date, warn: tuple[timedelta, timedelta]) -> None:
    """Warn by the shorter period where nothing on file picks one: a breach only after the longer."""
    short, long = (date.fromisoformat(clock.because[key]) for key in ("if_60", "if_90"))
    facts = _facts(clock, start, short)
    if clock.blocked_by:
        facts["blocked"] = clock.blocked_by
    urgent = short - warn[1]
    _window(found, "default_bail", clock, max(start, short - warn[0]), urgent - DAY, "watch", facts)
    _window(found, "default_bail", clock, max(start, urgent), long, "urgent", facts)
    _window(found, "default_bail", clock, long + DAY, None, "breach", facts)


def _appeal(found: list[Flag], clock: Clock, start: date, due: date, left: int) -> None:
    last = max(due, clock.due_on_with_copy or due)
    facts = _facts(clock, start, due)
    urgent = max(start, due - timedelta(days=left))
    _window(found, "appeal_window", clock, start, urgent - DAY, "watch", facts)
    _window(found, "appeal_window", clock, urgent, last, "urgent", facts)


def _limit(found: list[Flag], clock: Clock, row: Limit | None, start: date, due: date) -> None:
    bad = weight(clock.nature)
    near = (
        start
        if row is not None and row.unit == "hours"
        else due - timedelta(days=row.warn_days if row else 7)
    )
    facts = _facts(clock, start, due)
    if near < due or near == start:
        last_days = max(start, due - LAST_DAYS)
        near = max(start, near)
        if bad == "breach":
            _window(found, "limit_near", clock, near, last_days - DAY, "watch", facts)
            _window(found, "limit_near", clock, max(near, last_days), due, "urgent", facts)
        else:
            _window(found, "limit_near", clock, near, due, "watch" if bad == "urgent" else "info", facts)
    outer = clock.outer_on
    if outer is not None and outer > due:
        _window(found, "limit_missed", clock, due + DAY, outer, "watch", facts)
        _window(
            found, "limit_missed", clock, outer + DAY, None, "watch" if bad == "watch" else "breach", facts
        )
    else:
        _window(found, "limit_missed", clock, due + DAY, None, bad, facts)


def _told(found: list[Flag], clock: Clock, row: Limit | None, start: date) -> None:
    """Tell the office, where it wants to be told, that an act without a limit in days still waits."""
    if row is not None and row.flag_after_days is not None and not clock.blocked_by:
        facts = _facts(clock, start, start)
        facts["told_after"] = str(row.flag_after_days)
        first = start + timedelta(days=row.flag_after_days + 1)
        _window(found, "limit_near", clock, first, None, "watch", facts)


def _facts(clock: Clock, start: date, due: date) -> dict[str, str]:
    """Return what the why needs: the days counted, what the count began with, whose code and nature."""
    facts = {
        **clock.because,
        "starts": start.isoformat(),
        "due": due.isoformat(),
        "runs_from": clock.runs_from,
        "code": clock.code,
        "nature": clock.nature,
    }
    if clock.outer_on:
        facts["outer"] = clock.outer_on.isoformat()
    if clock.due_on_with_copy:
        facts["with_copy"] = clock.due_on_with_copy.isoformat()
    if clock.due_at:
        facts["due_at"] = clock.due_at
    return facts


def _window(
    found: list[Flag],
    kind: str,
    clock: Clock,
    first: date,
    last: date | None,
    severity: str,
    facts: dict[str, str],
) -> None:
    """Add the window, cut short on the day before the clock was met or ended; none if nothing is left."""
    stop = clock.met_on
    if clock.ended_on is not None and (stop is None or clock.ended_on < stop):
        stop = clock.ended_on
    if stop is not None and (last is None or last >= stop):
        last = stop - DAY
    if last is not None and last < first:
        return
    found.append(
        Flag(
            kind=kind,
            who=clock.who,
            holds_from=first,
            holds_until=last,
            severity=severity,
            limit=clock.limit,
            since=clock.starts_on,
            facts=facts,
        )
    )
