"""How an accused's trial ended, and what the appeals made of it, as the journal brings it.

Two results stand beside each other: the trial court's, which no later appeal changes silently, and the final
one. A retrial leaves the first, and so does the setting aside of a discharge. What opens a case again before
judgment takes it back: cognizance on a protest petition, charges framed against one who was discharged.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from tracker.domain.accused import BACK, ENDED, OUTCOMES, TRIED
from tracker.domain.case import Event
from tracker.domain.line import Line
from tracker.domain.matter import Matter
from tracker.domain.shapes import AccusedState

WORDS = dict(OUTCOMES) | {"judged": "other"}
"""Position of an accused to the word counted. A judgment whose result nobody recorded is `other`."""

JUDGED = frozenset({"convicted", "plea_bargained", "acquitted"})
"""Results that a judgment gives; the first of them decides the case."""
TAKES_BACK = frozenset({"reopened", "further_investigation_ordered", "charges_framed", "framed"})
"""What the trial court itself goes on with after an early ending: that ending was no result."""
_ORDER = {word: rank for rank, word in enumerate([*(word for _, word in OUTCOMES), "other"])}


@dataclass(slots=True)
class Result:
    """How one case, accused or charge ended, at the trial and finally; None while it is open."""

    unit: str
    accused: str | None = None
    acts: tuple[str, ...] = ()
    provisions: tuple[str, ...] = ()
    principal: str = ""
    """The gravest provision charged; empty where there is none."""
    result: str | None = None
    result_on: date | None = None
    final: str | None = None
    final_on: date | None = None
    set_aside_on: date | None = None
    """The day from which a conviction no longer stands."""


@dataclass(slots=True)
class Way:
    """One accused's results as the journal brings them."""

    result: str | None = None
    result_on: date | None = None
    appeals: int = 0
    """How many appeals were decided when the result came."""
    final: str | None = None
    final_on: date | None = None


class Ends(Line):
    """The walk along the journal, noting when each accused's position becomes final or is undone."""

    __slots__ = ("decided", "ways")

    def __init__(self, matter: Matter) -> None:
        self.ways: dict[str, Way] = {}
        self.decided = 0
        super().__init__(matter)

    def _take(self, event: Event) -> None:
        before = [state.trial for state in self.people.states]
        super()._take(event)
        for state, was in zip(self.people.states, before, strict=True):
            if state.trial != was:
                self._moved(self.ways.setdefault(state.label, Way()), event, was, state.trial)
        if event.kind == "appeal_decided":
            self.decided += 1

    def _moved(self, way: Way, event: Event, was: str, now: str) -> None:
        if now not in ENDED:
            if was in ENDED:
                way.final, way.final_on = None, event.on
                if was == "closed" or event.kind in TAKES_BACK:
                    way.result = way.result_on = None
            return
        word = WORDS[now]
        same_trial = way.result is None or (
            way.final is not None and way.appeals == self.decided and (was == "judged" or now in TRIED)
        )
        if same_trial:
            way.result, way.appeals = word, self.decided
            way.result_on = event.on if was in BACK else way.result_on or event.on
        way.final, way.final_on = word, event.on

    def _turn(self, state: AccusedState, word: str, event: Event) -> None:
        super()._turn(state, word, event)
        way = self.ways[state.label]
        way.final, way.final_on = word, event.on


def best(words: Iterable[str | None]) -> str | None:
    """Return the word that a whole counts as, from those of its parts; None if there is none."""
    return min((word for word in words if word), key=lambda word: _ORDER.get(word, 99), default=None)


def of_all(parts: Sequence[tuple[str | None, date | None]], people: int) -> tuple[str | None, date | None]:
    """Return the whole's result: of the first judgment on, or of the day on which the last part ended."""
    judged = [on for word, on in parts if word in JUDGED and on]
    ended = [on for word, on in parts if word and on]
    if judged:
        return best(word for word, _ in parts), min(judged)
    if ended and len(ended) >= people:
        return best(word for word, _ in parts), max(ended)
    return None, None


def undone(result: Result, days: Iterable[date | None]) -> date | None:
    """Return the last of the days if a conviction by the trial court no longer stands."""
    if result.result != "convicted" or result.final == "convicted":
        return None
    return max((day for day in days if day), default=result.final_on)
