"""How a clock stands on a day: all that a list asks of clocks that are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from tracker.domain.shapes import Clock


def status(clock: Clock, today: date) -> str:
    """Return how a clock stands on a day: a word of `words.ClockStatus`.

    A wait (`not_before`, no last day) is open until it is over and met then; the act done before is
    missed. A clock whose end lies ahead (a power that will be over) is open until that day.
    """
    if clock.blocked_by:
        return "blocked"
    if clock.not_before and not clock.due_on:
        if clock.met_on:
            return "met" if clock.met_on >= clock.not_before else "missed"
        if clock.ended_on:
            return "ended"
        return "open" if today < clock.not_before else "met"
    if clock.met_on:
        return "met_late" if clock.met_late else "met"
    if clock.ended_on and clock.ended_on <= today:
        return "ended"
    last = clock.due_on_with_copy or clock.due_on
    return "missed" if last and today > last else "open"


def days_left(clock: Clock, today: date) -> int | None:
    """Return the days to the last day, or to the end of a wait; negative when past, None without one."""
    last = clock.due_on_with_copy or clock.due_on or clock.not_before
    return (last - today).days if last else None
