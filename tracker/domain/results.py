"""How an accused's trial ended, and what the appeals made of it, as the journal brings it.

Two results stand beside each other: the trial court's, which no later appeal changes silently, and the final
one. A retrial leaves the first; an order that opens a case again before judgment takes it back. An accused's
appeal undoes convictions, the State's or a victim's acquittals and discharges.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from tracker.domain.accused import ENDED, OUTCOMES, TRIED
from tracker.domain.case import Event
from tracker.domain.line import Line
from tracker.domain.matter import Matter

WORDS = dict(OUTCOMES) | {"judged": "other"}
"""Position of an accused to the word counted. A judgment whose result nobody recorded is `other`."""

JUDGED = frozenset({"convicted", "plea_bargained", "acquitted"})
"""Results that a judgment gives; the first of them decides the case."""
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

    __slots__ = ("decided", "filed", "ways")

    def __init__(self, matter: Matter) -> None:
        self.ways: dict[str, Way] = {}
        self.decided = 0
        self.filed: list[Event] = []
        super().__init__(matter)

    def _take(self, event: Event) -> None:
        before = [state.trial for state in self.people.states]
        super()._take(event)
        for state, was in zip(self.people.states, before, strict=True):
            if state.trial != was:
                self._moved(self.ways.setdefault(state.label, Way()), event, was, state.trial)
        if event.kind == "appeal_filed":
            self.filed.append(event)
        elif event.kind == "appeal_decided":
            self.decided += 1
            if event.result == "set_aside":
                self._set_aside(event)

    def _moved(self, way: Way, event: Event, was: str, now: str) -> None:
        if now not in ENDED:
            if was in ENDED:
                way.final, way.final_on = None, event.on
                if event.kind in ("reopened", "further_investigation_ordered"):
                    way.result = way.result_on = None
            return
        word = WORDS[now]
        same_trial = way.result is None or (
            way.final is not None and way.appeals == self.decided and (was == "judged" or now in TRIED)
        )
        if same_trial:
            way.result, way.appeals = word, self.decided
            way.result_on = way.result_on or event.on
        way.final, way.final_on = word, event.on

    def _set_aside(self, event: Event) -> None:
        """An accused's appeal undoes convictions, the State's or a victim's acquittals and discharges."""
        filed = [
            one
            for one in self.filed
            if (event.proceeding is None or one.proceeding in (None, event.proceeding))
            and (event.accused is None or one.accused in (None, event.accused))
        ]
        appeal = filed[-1] if filed else None
        who = event.accused or (appeal.accused if appeal else None)
        ways = [way for label, way in self.ways.items() if who in (None, label) or not label]
        guilty = [way for way in ways if way.final in ("convicted", "plea_bargained")]
        by = appeal.by if appeal else None
        if by == "accused" or (by is None and guilty):
            for way in guilty:
                way.final, way.final_on = "acquitted", event.on
            return
        for way in ways:
            if way.final in ("acquitted", "discharged"):
                way.final = "convicted" if way.final == "acquitted" else None
                way.final_on = event.on


def best(words: Iterable[str | None]) -> str | None:
    """Return the word that a whole counts as, from those of its parts; None if there is none."""
    return min((word for word in words if word), key=lambda word: _ORDER.get(word, 99), default=None)


def of_all(parts: Sequence[tuple[str | None, date | None]], people: int) -> tuple[str | None, date | None]:
    """Return the whole's result: of the first judgment on, or of the day on which the last part ended."""
    judged = [on for word, on in parts if word in JUDGED and on]
    ended = [on for word, on in parts if word and on]
    if judged:
        return best(word for word, _ in parts if word in JUDGED), min(judged)
    if ended and len(ended) >= people:
        return best(word for word, _ in parts), max(ended)
    return None, None


def undone(result: Result, days: Iterable[date | None]) -> date | None:
    """Return the last of the days if a conviction by the trial court no longer stands."""
    if result.result != "convicted" or result.final == "convicted":
        return None
    return max((day for day in days if day), default=result.final_on)
