"""The time limits laid out for reckoning: by what starts them, for the code that governs each step.

Which rows run follows from `Standing.procedure`: a row of CrPC or BNSS runs where that code governs
its step; where the courts are split, the BNSS row runs as advice with the code "unsettled", and the
CrPC row beside it only where it would say something else; a special Act's row always runs.
Made once per set of limits and kept.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from statutes.days import NEW_CODES
from statutes.rows import Applies, Limit, Provision
from tracker.domain import gravity
from tracker.domain.case import Charge
from tracker.domain.gravity import Gravity
from tracker.domain.shapes import Law

CODES = ("CrPC", "BNSS")
EITHER = "CrPC/BNSS"
"""The code of a row that serves under both; its clock names the one that governs."""
CUSTODY = "DB-"
"""Ids of the default-bail rows begin so; `custody` alone reckons them."""
NO_CHARGE = "no charge is on file"
MOST = 20_000
"""Sets of charges remembered before starting afresh; an office has far fewer."""
BY_OWN_DAY = frozenset({"appeal", "application"})
"""Steps whose code is that of the day on which they were begun (REGIME-5, 5B, 6)."""


@dataclass(slots=True)
class Running:
    """A row under the code that governs its step, with what would be asked again for every case."""

    limit: Limit
    code: str
    nature: str
    asks: bool = field(init=False)
    """Whether it asks for a charge, or for what stands for one."""
    free: bool = field(init=False)
    """Whether it asks for nothing at all."""
    since: date = field(init=False)
    """The first day on which a start counts. The change of codes itself is left to `procedure`, so
    01-07-2024 does not bound a BNSS row, but for appeals and applications, whose own day decides; a
    saved CrPC row has no last day. Earlier amendments bound both."""
    last: date = field(init=False)

    def __post_init__(self) -> None:
        """Note them."""
        limit, asked = self.limit, self.limit.applies
        self.asks = bool(asked.acts or asked.provisions or asked.or_band)
        self.free = replace(asked, words="") == Applies()
        new = limit.code == "BNSS" and limit.from_ == NEW_CODES and limit.step not in BY_OWN_DAY
        self.since = date.min if new else limit.from_
        self.last = date.max if limit.until is None or limit.saved else limit.until


@dataclass(frozen=True, slots=True)
class Terms:
    """The highest minimum and maximum of some charges in months; `missing` is what isn't known of them."""

    min_months: int
    max_months: int
    life: bool
    death: bool
    missing: str | None


@dataclass(slots=True)
class Book:
    """All limits of one `Law`, with the choices made so far."""

    limits: tuple[Limit, ...]
    pairs: dict[str, list[Limit]]
    custody: tuple[Limit, ...]
    provision: Callable[[str], Provision | None]
    asked: tuple[Applies, ...]
    """The conditions that ask for a charge, of rows and of their variants."""
    chosen: dict[tuple[str | None, ...], dict[str, tuple[Running, ...]]] = field(default_factory=dict)
    bands: dict[str | None, dict[str, Limit]] = field(default_factory=dict)
    """The default-bail rows by band, under the code of the investigation."""
    answers: dict[str, frozenset[int]] = field(default_factory=dict)
    unions: dict[tuple[str, ...], frozenset[int]] = field(default_factory=dict)
    terms: dict[tuple[tuple[str | None, str | None], ...], Terms] = field(default_factory=dict)
    needs: dict[tuple[str | None, str | None], tuple[int, int]] = field(default_factory=dict)
    """The age that a charge asks of its victim to be under, and of how many victims (`custody`)."""
    weights: dict[tuple[str, str | None], Gravity] = field(default_factory=dict)

    def answered(self, id_: str) -> frozenset[int]:
        """Return which conditions (by `id`) a charge of this provision answers."""
        found = self.answers.get(id_)
        if found is None:
            act, row = id_.partition("-")[0], self.provision(id_)
            found = self.answers[id_] = frozenset(
                id(one)
                for one in self.asked
                if act in one.acts
                or any(
                    id_ == named or (named[-1] == "-" and id_.startswith(named)) for named in one.provisions
                )
                or (one.or_band is not None and row is not None and row.band == one.or_band)
            )
        return found

    def answers_of(self, charges: Sequence[Charge]) -> frozenset[int]:
        """Return which conditions (by `id`) any of the charges answers, principals among them."""
        key = tuple([id_ for one in charges for id_ in (one.provision, one.with_) if id_])
        found = self.unions.get(key)
        if found is None:
            if len(self.unions) > MOST:
                self.unions.clear()
            found = self.unions[key] = frozenset().union(*[self.answered(id_) for id_ in key])
        return found

    def terms_of(self, charges: Sequence[Charge]) -> Terms:
        """Return the terms of the gravest of the charges, each term for itself."""
        key = tuple([(one.provision, one.with_) for one in charges])
        found = self.terms.get(key)
        if found is None or any(one.provision is None for one in charges):
            if len(self.terms) > MOST:
                self.terms.clear()
            weighed = [self.weigh(one) for one in charges]
            weights = [one for one in weighed if not one.weightless] or weighed
            found = self.terms[key] = Terms(
                max((w.min_months or 0 for w in weights), default=0),
                max((_longest(w) for w in weights), default=0),
                any(w.life for w in weights),
                any(w.death for w in weights),
                next((w.missing for w in weights if w.missing), None if charges else NO_CHARGE),
            )
        return found

    def weigh(self, charge: Charge) -> Gravity:
        """Return the gravity of a charge."""
        if charge.provision is None:
            return gravity.of(charge, self.provision)
        key = (charge.provision, charge.with_)
        found = self.weights.get(key)
        if found is None:
            found = self.weights[key] = gravity.of(charge, self.provision)
        return found

    def by_start(self, procedure: Mapping[str, str]) -> dict[str, tuple[Running, ...]]:
        """Return start kind to the rows it may start, custody left out."""
        key = tuple(procedure.get(step) for step in ("investigation", "trial", "appeal", "application"))
        if key not in self.chosen:
            found: dict[str, list[Running]] = {}
            for limit in self.limits:
                running = None if limit.id.startswith(CUSTODY) else self.run(limit, procedure)
                for kind in limit.starts if running else ():
                    found.setdefault(kind, []).append(running)  # type: ignore[arg-type]
            self.chosen[key] = {kind: tuple(rows) for kind, rows in found.items()}
        return self.chosen[key]

    def run(self, limit: Limit, procedure: Mapping[str, str]) -> Running | None:
        """Return the row as it runs under this procedure; None if the other code's row runs."""
        if limit.code not in CODES and limit.code != EITHER:
            return Running(limit, limit.code, limit.nature)
        governs = procedure.get(limit.step) or procedure.get("investigation")
        if limit.code == EITHER:
            return Running(limit, governs or "unsettled", limit.nature)
        if governs == limit.code:
            return Running(limit, limit.code, limit.nature)
        if governs == "unsettled" and (limit.code == "BNSS" or self._differs(limit)):
            return Running(limit, "unsettled", "advisory")
        return None

    def _new(self, limit: Limit) -> list[Limit]:
        return [row for row in self.pairs.get(limit.pair, ()) if row.code == "BNSS"]

    def _differs(self, limit: Limit) -> bool:
        """A CrPC row is shown beside its BNSS row only if that would not say the same: if it has another
        number, is met by another act, or reaches charges that the BNSS row does not name.
        """
        new = self._new(limit)
        named = {id_ for row in new for id_ in row.applies.provisions}
        if not named.issuperset(limit.applies.provisions):
            return True
        if limit.number is None:
            return False
        own = (limit.unit, limit.number, limit.stops)
        return all((row.unit, row.number, row.stops) != own for row in new)


def _longest(weight: Gravity) -> int:
    """Return the longest term in months; where none is stated it is at least the shortest."""
    return (weight.min_months if weight.max_months is None else weight.max_months) or 0


_books: dict[int, Book] = {}


def book(law: Law) -> Book:
    """Return the book of these limits, made on first use."""
    found = _books.get(id(law.limits))
    if found is None or found.limits is not law.limits or found.provision != law.provision:
        pairs: dict[str, list[Limit]] = {}
        for limit in law.limits:
            pairs.setdefault(limit.pair, []).append(limit)
        custody = tuple(limit for limit in law.limits if limit.id.startswith(CUSTODY))
        every = [one for limit in law.limits for one in (limit.applies, *(v.applies for v in limit.variants))]
        asked = tuple(one for one in every if one.acts or one.provisions or one.or_band)
        found = Book(law.limits, pairs, custody, law.provision, asked)
        if len(_books) > 64:
            _books.clear()
        _books[id(law.limits)] = found
    return found
