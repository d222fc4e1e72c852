"""What became of each accused and each charge of a case, and which charge is the gravest.

A charge is one accused under one provision, however often it is listed and for however many victims.
An accused without a result of their own takes the case's where it ended without a judgment (abated,
quashed, withdrawn …). An old register's word for a judged case holds for a single accused, and for
several where all were acquitted; who of several was convicted it doesn't say, so they count as other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import lru_cache

from statutes import Provision
from tracker.domain import gravity
from tracker.domain.case import Charge
from tracker.domain.matter import Matter
from tracker.domain.results import JUDGED, Ends, Result, undone

Lookup = Callable[[str], Provision | None]

OUTSIDE = "other"
"""The provision, and the Act, of a section outside the catalogue."""


def gravest(charges: Iterable[Charge], provision: Lookup) -> str:
    """Return the provision of the gravest charge: death, life, longest, least term, first on file."""
    top, heaviest = "", None
    for charge in charges:
        weight = _weight(charge, provision)
        if heaviest is None or weight > heaviest:
            top, heaviest = charge.provision or OUTSIDE, weight
    return top


Weight = tuple[int, int, int, int]


def _weight(charge: Charge, provision: Lookup) -> Weight:
    if charge.provision is None:
        return _weighed(gravity.by_hand(charge))
    return _weight_of(charge.provision, charge.with_, provision)


@lru_cache(maxsize=4096)
def _weight_of(id_: str, with_: str | None, provision: Lookup) -> Weight:
    return _weighed(gravity.of(Charge(provision=id_, with_=with_), provision))


def _weighed(grave: gravity.Gravity) -> Weight:
    # A section with life or up to ten years is not graver than one with life and a minimum.
    longest = 0 if grave.life or grave.death else grave.max_months or 0
    return int(grave.death), int(grave.life), longest, grave.min_months or 0


def parts(matter: Matter, whole: Result, ends: Ends | None, provision: Lookup) -> list[Result]:
    """Return the results of the accused, then of the charges; a case told of as a whole lends its own."""
    case = matter.case
    over = whole if whole.result and whole.result not in JUDGED else _lent(matter, whole)
    people, charges = [], []
    for person in case.accused:
        own = [charge for charge in case.charges if charge.accused in (person.label, None)]
        ids = tuple([charge.provision or OUTSIDE for charge in own])
        result = Result("accused", person.label, *labels(ids), gravest(own, provision) if own else "")
        way = ends.ways.get(person.label) if ends else None
        if way and (way.result or way.final_on):
            result.result, result.result_on = way.result, way.result_on
            result.final, result.final_on = way.final, way.final_on
        elif over:
            result.result, result.result_on = over.result, over.result_on
            result.final, result.final_on = over.final, over.final_on
        if result.result == "convicted":
            result.set_aside_on = undone(result, (result.final_on,))
        people.append(result)
        charges += _charges(matter, result, [charge for charge in own if charge.accused])
    for id_ in dict.fromkeys(_key(charge) for charge in case.charges if charge.accused is None):
        label = labels((id_[0],))
        ended = whole if whole.result else Result("charge")
        charges.append(
            Result("charge", None, *label, id_[0], ended.result, ended.result_on, ended.final, ended.final_on)
        )
    return people + charges


def _lent(matter: Matter, whole: Result) -> Result | None:
    """Return what an old register's word for a judged case says of each accused: who of several was convicted
    is not known.
    """
    told = matter.case.disposal
    if told is None or whole.result != told.kind:
        return None
    if len(matter.case.accused) == 1 or whole.result == "acquitted":
        return whole
    return Result("accused", None, (), (), "", "other", whole.result_on, "other", whole.result_on)


def _charges(matter: Matter, accused: Result, own: Sequence[Charge]) -> list[Result]:
    """Return one result for each provision charged against the accused, or of which they were convicted."""
    keys = dict.fromkeys([_key(charge) for charge in own])
    if accused.result is None and "dropped" not in matter.by_kind:
        return [Result("charge", accused.accused, *labels((id_,)), id_) for id_, _ in keys]
    told = _told(matter, accused.accused)
    keys.update(
        dict.fromkeys((id_, "") for id_ in told if (id_, "") not in keys and told[id_][0] == "convicted")
    )
    named = any(word != "dropped" for word, _ in told.values())
    found = []
    for id_, _ in keys:
        word, on = told.get(id_, (None, None))
        if word is None and accused.result:
            word, on = ("other" if named and accused.result in JUDGED else accused.result), accused.result_on
        word = "other" if word == "dropped" else word
        final, final_on = word, on
        if accused.result and accused.final != accused.result and word in ("convicted", "acquitted"):
            final, final_on = accused.final, accused.final_on
        result = Result("charge", accused.accused, *labels((id_,)), id_, word, on, final, final_on)
        result.set_aside_on = undone(result, (final_on,))
        found.append(result)
    return found


def _told(matter: Matter, label: str | None) -> dict[str, tuple[str, date]]:
    """Return what the journal says of single provisions against the accused: the earliest word."""
    told: dict[str, tuple[str, date]] = {}
    for kind in ("convicted", "acquitted", "dropped"):
        for event in matter.by_kind.get(kind, ()):
            if event.accused not in (label, None):
                continue
            for id_ in event.provisions or ((event.provision,) if event.provision else ()):
                if id_ not in told or event.on < told[id_][1]:
                    told[id_] = kind, event.on
    return told


def _key(charge: Charge) -> tuple[str, str]:
    """Return what makes two charges the same: the provision, else the clerk's words for it."""
    return (charge.provision, "") if charge.provision else (OUTSIDE, (charge.as_written or "").strip())


@lru_cache(maxsize=4096)
def labels(ids: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the Acts and the provisions, each once and sorted."""
    provisions = tuple(sorted(set(ids)))
    return tuple(sorted({id_.partition("-")[0] for id_ in provisions})), provisions
