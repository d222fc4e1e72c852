"""Accused who may be the same person in several cases: suggestions, for a person to confirm or to drop.

Only accused are compared, never victims; an accused who is a victim's relative or a child is left out,
for that name is a clue or may not be told (POCSO Act s. 33(7), JJ Act s. 74). Nothing is merged and
nothing is kept: a tie that somebody confirms is written down as a link of the case, with who says so.

`same words`: the same words in whatever order, case or marks. `sounds alike`: the same once letters that
Indian names spell either way are folded (Shaikh, Sheikh; Geeta, Gita). A name of one word is `weak`: half a
district may bear it. Premises, phones, agents and vehicles are compared by the coded word of the links that
several cases hold (`shared`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from tracker.services import filters
from tracker.services.firewall import words_in
from tracker.services.office import Office
from tracker.store import gathered, matching
from tracker.store.matching import Ask

_FOLDS = (
    (re.compile("ph"), "f"),
    (re.compile("[wv]"), "v"),
    (re.compile("ee|ie|ey|y"), "i"),
    (re.compile("oo|ou"), "u"),
    (re.compile("ai|ei|ay"), "e"),
    (re.compile("(?<=[bcdgjkpqst])h"), ""),
    (re.compile("[kq]"), "k"),
    (re.compile("z"), "j"),
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile("(?<=.)a$"), ""),
)
"""What is written either way, and the one form it is folded to, in this order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """An accused in a case."""

    ref: str
    label: str
    name: str
    role: str | None
    fir: str
    station: str | None
    district: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat:
    """Accused of several cases whose names are alike; `how` says in what way, `sure` how much it means."""

    how: str
    sure: str
    places: tuple[Place, ...]


def repeats(office: Office, filter: str, today: date) -> tuple[Repeat, ...]:
    """Return the suggestions among the cases that match, the most cases first. Raises Refused."""
    asks = filters.asks(filter, today)
    with office.reading() as session:
        where = [*matching.facts(session, asks), *matching.consequences(asks)]
        rows = gathered.named_accused(session, where)
    groups: dict[tuple[str, ...], list[Place]] = {}
    for name, label, role, ref, number, year, station, district in rows:
        fir = f"{number}/{year}" if number and year else number or ""
        place = Place(ref=ref, label=label, name=name, role=role, fir=fir, station=station, district=district)
        if key := tuple(sorted(folded(word) for word in words_in(name))):
            groups.setdefault(key, []).append(place)
    found = [_repeat(key, places) for key, places in groups.items() if len({p.ref for p in places}) > 1]
    found += _shared(office, asks)
    return tuple(sorted(found, key=lambda one: (one.sure == "weak", -len(one.places), one.places[0].name)))


def _shared(office: Office, asks: tuple[Ask, ...]) -> list[Repeat]:
    """Return what links of several cases say alike of premises, a phone, an agent or a vehicle."""
    with office.reading() as session:
        where = [*matching.facts(session, asks), *matching.consequences(asks)]
        rows = gathered.shared(session, where)
    groups: dict[tuple[str, str], dict[str, Place]] = {}
    for through, what, ref in rows:
        said = f"{through} {what}"
        place = Place(ref=ref, label="", name=said, role=None, fir="", station=None, district=None)
        groups.setdefault((through, what.strip().lower()), {}).setdefault(ref, place)
    return [
        Repeat(how="shared", sure="possible", places=tuple(places.values()))
        for places in groups.values()
        if len(places) > 1
    ]


def folded(word: str) -> str:
    """Return a word of a name in the form that its spellings share."""
    for pattern, to in _FOLDS:
        word = pattern.sub(to, word)
    return word


def _repeat(key: tuple[str, ...], places: list[Place]) -> Repeat:
    same = len({tuple(sorted(words_in(place.name))) for place in places}) == 1
    sure = "weak" if len(key) == 1 else "possible" if not same else "probable"
    return Repeat(how="same words" if same else "sounds alike", sure=sure, places=tuple(places))
