"""What a person said to a warning: resolved with a note, or snoozed with a reason until a day.

A note is about one warning: its kind, whom it is about, its limit and the day it counts from; where the
same day may bring another warning, also what it said (`about`). So the same trouble arising anew shows
anew. A note covers the warning as bad as it then was: grown worse, it shows again. Nothing is erased: who
takes a note back writes another, and the last one counts from its day on.

A snooze hides the warning and never the clock: clocks, court mode and sheets go on as before. How long
one may last is the office's rule, the shorter the more is at stake. Default bail is a person's liberty by
the day: such a warning is put off until tomorrow at most, and is resolved by the record alone (the charge
sheet, bail, release). A breach comes back after three days, since each day more makes it worse.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from tracker.domain.flag_windows import DAY, RANK
from tracker.domain.shapes import Flag

if TYPE_CHECKING:
    from tracker.domain.case import FlagNote

CUSTODY = "default_bail"
LONGEST_CUSTODY, LONGEST_BREACH, LONGEST = 1, 3, 90
"""Days after which a snoozed warning comes back at the latest."""

_ALL = ("charge_out_of_force", "charge_needs_minor", "charge_missing", "wrong_court", "wrong_act")
_ABOUT: dict[str, tuple[str, ...]] = {
    "no_next_date": ("proceeding",),
    "outcome_missing": ("proceeding",),
    "repeated_adjournments": ("by", "count"),
    "age_pending": ("status", "range"),
    "absconding": ("warrant", "proclaimed"),
}
"""The facts that make a warning another one though kind, person and day are the same."""


def about(flag: Flag) -> str | None:
    """Return a mark of what a warning says, where its day alone doesn't tell it from the next."""
    if flag.kind in _ALL or flag.kind == "incomplete":
        said = sorted(flag.facts.items())
    else:
        said = [(key, flag.facts[key]) for key in _ABOUT.get(flag.kind, ()) if key in flag.facts]
    return sha256(repr(said).encode()).hexdigest()[:12] if said else None


def counts_from(flag: Flag) -> date | None:
    """Return the day a warning counts from; None where its record has no first day."""
    return None if flag.since == date.min else flag.since


def is_of(note: FlagNote, flag: Flag) -> bool:
    """Say whether a note is about this warning, however bad it has become."""
    return (
        note.kind == flag.kind
        and note.who == flag.who
        and note.limit == flag.limit
        and note.since == counts_from(flag)
        and note.about == about(flag)
    )


def longest(kind: str, severity: str) -> int:
    """Return for how many days a warning may be snoozed."""
    return LONGEST_CUSTODY if kind == CUSTODY else LONGEST_BREACH if severity == "breach" else LONGEST


def refusal(kind: str, severity: str, does: str, until: date | None, today: date) -> str | None:
    """Return why this warning can't be resolved, or snoozed until that day; None if it can."""
    if does == "resolved" and kind == CUSTODY:
        return (
            "A warning of default bail is not resolved by a note: liberty hangs on it. It goes when the "
            "charge sheet, bail or release is recorded; it can be snoozed until tomorrow"
        )
    if does != "snoozed":
        return None
    if until is None or until <= today:
        return f"until: a snoozed warning comes back on a day after today, {today:%d-%m-%Y}"
    most = longest(kind, severity)
    last = today + timedelta(days=most)
    if until > last:
        what = "default bail" if kind == CUSTODY else "a breach" if severity == "breach" else "a warning"
        days = "day" if most == 1 else "days"
        return f"until: {what} may be snoozed for {most} {days}, until {last:%d-%m-%Y} at the latest"
    return None


def covered(found: Sequence[Flag], notes: Sequence[FlagNote]) -> list[Flag]:
    """Return the windows, cut where a note begins or ceases to cover them; `handled` says which note does."""
    if not notes:
        return list(found)
    order = sorted(enumerate(notes, 1), key=lambda one: (one[1].on, one[0]))
    cut: list[Flag] = []
    for flag in found:
        mine = [(place, note) for place, note in order if is_of(note, flag)]
        cut += _cut(flag, mine) if mine else [flag]
    return cut


def _cut(flag: Flag, notes: Sequence[tuple[int, FlagNote]]) -> list[Flag]:
    """Return the window in parts: open, and covered by one note or another."""
    parts: list[Flag] = []
    day: date | None = flag.holds_from  # what begins here is not cut yet; None: nothing is left
    for (place, note), following in zip(notes, [*notes[1:], None], strict=True):
        ends = note.until if note.does == "snoozed" else None
        if following is not None and (ends is None or following[1].on < ends):
            ends = following[1].on
        if note.does == "reopened" or RANK[flag.severity] > RANK[note.severity]:
            continue
        day = _part(parts, flag, day, note.on, None)
        day = _part(parts, flag, day, ends, place)
    _part(parts, flag, day, None, None)
    return parts


def _part(
    parts: list[Flag], flag: Flag, first: date | None, before: date | None, handled: int | None
) -> date | None:
    """Add the part of the window from `first` to the day before `before`; return where the rest begins."""
    if first is None or (before is not None and before <= first):
        return first
    last, rest = flag.holds_until, None
    if before is not None and (last is None or before <= last):
        last, rest = before - DAY, before
    parts.append(
        Flag(
            kind=flag.kind,
            who=flag.who,
            holds_from=first,
            holds_until=last,
            severity=flag.severity,
            limit=flag.limit,
            since=flag.since,
            facts=flag.facts,
            handled=handled,
        )
    )
    return rest
