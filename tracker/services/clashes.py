"""Clashes: one advocate in two courts in one session of a day, and the way from one complex to another.

Courts sit before and after 14:00 ("session"); a listing without an hour may be called at any time, so it
clashes with everything that day. Two sessions in two complexes of one day are no clash, but a way to go.
Rows are listings as `store.listing` and `store.agendas` give them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from tracker.services.views import Beside

AFTERNOON = "14:00"
"""From this hour on a listing is of the second session."""
CLASH, WAY = "clash", "way"


class Together:
    """Listings of some days, kept by day and advocate: each is asked where else its advocate has to be."""

    def __init__(self, rows: Iterable[Any]) -> None:
        """Put together what one advocate has on one day."""
        self._days: dict[tuple[date, str], list[Any]] = {}
        for row in rows:
            if row.advocate:
                self._days.setdefault((row.on, row.advocate), []).append(row)
        self._placed: dict[tuple[date, str], list[_Placed]] = {}

    def others(self, row: Any) -> tuple[Beside, ...]:
        """Return where else the advocate of one of these listings has to be."""
        key = row.on, row.advocate
        busy = self._days.get(key, ())
        if len(busy) < 2:
            return ()
        if key not in self._placed:
            self._placed[key] = [_placed(other) for other in busy]
        return _others(_placed(row), self._placed[key])


def beside(row: Any, together: Sequence[Any]) -> tuple[Beside, ...]:
    """Return where else one listing's advocate has to be, each place once, clashes first."""
    return _others(_placed(row), [_placed(other) for other in together])


_Placed = tuple[Any, str, str, int | None]
"""A listing, its court, the complex that this is in, and its session."""


def _placed(row: Any) -> _Placed:
    place = place_of(row)
    return row, place, row.complex or place, session_of(row.time)


def _others(mine: _Placed, together: Sequence[_Placed]) -> tuple[Beside, ...]:
    _, here, complex_, session = mine
    clashes: dict[str, Beside] = {}
    ways: dict[str, Beside] = {}
    for row, place, there, at in together:
        if place == here:
            continue
        if session is None or at is None or session == at:
            if place not in clashes:
                clashes[place] = _beside(row, CLASH, there != complex_)
        elif there != complex_ and place not in ways:
            ways[place] = _beside(row, WAY, True)
    return (*clashes.values(), *ways.values())


def _beside(row: Any, kind: str, far: bool) -> Beside:
    return Beside(
        kind=kind,
        ref=row.ref,
        court=row.court,
        complex=row.complex,
        room=row.room,
        time=row.time,
        far=far,
    )


def words(others: Iterable[Beside]) -> str:
    """Say where else: "also listed in sewree-3 (A-1) at 11:00 in another complex; on the way to …"."""
    return "; ".join(_said(others, "also listed in", "on the way to"))


def about(advocate: str, others: Iterable[Beside]) -> list[str]:
    """Say the same of a day that is being fixed, a sentence for each kind."""
    return _said(others, f"{advocate} is also listed that day in", f"{advocate} is that day on the way to")


def _said(others: Iterable[Beside], clash: str, way: str) -> list[str]:
    said: dict[str, list[str]] = {CLASH: [], WAY: []}
    for one in others:
        hour = f" at {one.time}" if one.time else ""
        far = " in another complex" if one.far else ""
        said[one.kind].append(f"{one.court or 'no court'} ({one.ref}){hour}{far}")
    heads = {CLASH: clash, WAY: way}
    return [f"{heads[kind]} {', '.join(parts)}" for kind, parts in said.items() if parts]


def place_of(row: Any) -> str:
    """Return what tells one court from another; a case without a court is a place of its own."""
    return str(row.court or row.ref)


def session_of(time: str | None) -> int | None:
    """Return 0 for the first session of a day, 1 for the second, None where no hour is known."""
    return None if time is None else int(time >= AFTERNOON)
