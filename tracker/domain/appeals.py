"""What an appeal that is allowed undoes: whose result, and what it becomes.

An accused's appeal undoes convictions. The State's or a victim's undoes acquittals, and discharges: who was
discharged stands before the court again, and no charge is framed. A decision that names neither accused nor
proceeding is that of the latest appeal that it can have changed anything by; one whose appellant nobody
recorded is an accused's where anybody stands convicted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from tracker.domain.case import Event
from tracker.domain.shapes import AccusedState

GUILTY = frozenset({"convicted", "plea_bargained"})
AGAIN = "not_charged"
Undone = list[tuple[AccusedState, str]]


def set_aside(
    event: Event,
    filed: Iterable[Event],
    states: Sequence[AccusedState],
    stands: Callable[[AccusedState], str],
) -> Undone:
    """Return each accused whose result is set aside, with what it becomes; AGAIN: back before the court.

    `stands` gives an accused's result as earlier appeals have left it.
    """
    appeals = [one for one in filed if _answers(event, one)]
    for appeal in (*reversed(appeals), *([] if appeals else [None])):
        who = event.accused or (appeal.accused if appeal else None)
        about = [state for state in states if who in (None, state.label) or not state.label]
        found = _undone(about, appeal.by if appeal else None, stands)
        if found:
            return found
    return []


def _undone(about: Sequence[AccusedState], by: str | None, stands: Callable[[AccusedState], str]) -> Undone:
    guilty = [state for state in about if stands(state) in GUILTY]
    if by == "accused" or (by is None and guilty):
        return [(state, "acquitted") for state in guilty]
    becomes = {"acquitted": "convicted", "discharged": AGAIN}
    return [(state, becomes[stands(state)]) for state in about if stands(state) in becomes]


def _answers(event: Event, appeal: Event) -> bool:
    return (event.proceeding is None or appeal.proceeding in (None, event.proceeding)) and (
        event.accused is None or appeal.accused in (None, event.accused)
    )
