"""What moves when a victim's age is fixed or changed: charges, least term, court, and why, in words.

Two states of one case are laid side by side, before and after. A charge is *supported* if it is on file and
not in doubt, or suggested now. The least term of a section is that of its gravest supported limb, so a
second child moves 370(4) to 370(5) and the floor from 10 to 14 years. Custody and clocks follow from the
reckonings and are put into words by `services.ages`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from statutes.rows import Provision
from tracker.domain import charges, competence
from tracker.domain.charge_words import of_doubt
from tracker.domain.file_doubts import term
from tracker.domain.matter import Matter
from tracker.domain.say import label
from tracker.domain.shapes import Law, Reckoning
from tracker.domain.suggestions import Suggestion, missing
from tracker.domain.words import CourtKind

COURTS = (
    "magistrate",
    "special_itpa",
    "sessions",
    "special_pocso",
    "childrens_court",
    "special_scst",
    "special_mcoca",
)
"""Kinds of court that may try a case, lowest first; one is meant only where a charge names it."""


@dataclass(slots=True)
class State:
    """One state of a case: its matter, what is suggested, what is doubted, and its reckoning."""

    matter: Matter
    reckoning: Reckoning
    suggested: list[Suggestion] = field(default_factory=list)
    doubted: list[charges.Doubt] = field(default_factory=list)

    @property
    def now(self) -> dict[tuple[str, str | None, str | None], Suggestion]:
        """What could be charged at once, by provision, accused and victim."""
        return {(s.provision, s.accused, s.victim): s for s in self.suggested if s.when == "now"}


def state(matter: Matter, reckoning: Reckoning, law: Law) -> State:
    """Return the state of a case as its journal stands."""
    return State(matter, reckoning, missing(matter, law), charges.doubts(matter, law))


def charges_moved(before: State, after: State, law: Law) -> tuple[list[str], list[str]]:
    """Return in words which charges came within reach and which fell away or are in doubt."""
    came = [one for key, one in after.now.items() if key not in before.now]
    gone = [one for key, one in before.now.items() if key not in after.now]
    came.sort(key=lambda one: -_weight_of(one, law))
    added = [f"{_named(one.provision, law)}{_for(one)}" for one in came]
    left = [f"{_named(one.provision, law)}{_for(one)}" for one in gone]
    old = {of_doubt(doubt, law)[0] for doubt in before.doubted}
    doubts = [why for doubt in after.doubted if (why := of_doubt(doubt, law)[0]) not in old]
    return added, [*(f"{name} is no longer called for" for name in left), *dict.fromkeys(doubts)]


def floors(before: State, after: State, law: Law) -> list[str]:
    """Return in words the least terms that moved: of the whole case first, then section by section."""
    old, new = _gravest(before, law), _gravest(after, law)
    found = []
    tops = [max(rows.values(), key=_weight, default=None) for rows in (old, new)]
    for root in [*new, *(root for root in old if root not in new)]:
        was, now = old.get(root), new.get(root)
        if was is not None and now is not None and was.id != now.id and _weight(was) != _weight(now):
            found.append(f"{_least(was)} → {_least(now)} ({was.section} → {now.section} {was.act})")
        elif was is None and now is not None and _weight(now):
            found.append(f"{_least(now)} at least under {now.act} {now.section}")
    was, now = tops
    if was and now and _weight(was) != _weight(now):
        found.insert(0, f"gravest charge: {_least(was)} → {_least(now)}")
    return found


def court_moved(before: State, after: State, law: Law) -> list[str]:
    """Return in words which kind of court must try the case, before and after."""
    was, now = (_lowest(_supported(state_, law)) for state_ in (before, after))
    sits = competence.trying_court(after.matter)
    if was == now:
        return [f"stays: {_court(now)}"] if now else []
    listed = f"; it is before a court of kind {label(sits, CourtKind)}" if sits else ""
    return [f"{_court(was)} → {_court(now)}{listed}"]


def _supported(state_: State, law: Law) -> list[Provision]:
    """Return the provisions on file that are not in doubt, and those suggested now; the offence abetted."""
    doubted = {(d.provision, d.accused, d.victim) for d in state_.doubted if d.kind == "charge_needs_minor"}
    pairs = [
        (c.provision, c.with_)
        for c in charges.on_file(state_.matter)
        if (c.provision, c.accused, c.victim) not in doubted
    ]
    pairs += [(one.provision, one.with_) for one in state_.now.values()]
    found = []
    for id_, with_ in pairs:
        row = law.provision(id_) if id_ else None
        principal = law.provision(with_) if with_ else None
        if row is not None:
            found.append(principal or row)
    return found


def _gravest(state_: State, law: Law) -> dict[str, Provision]:
    """Return by section (`IPC-370`) the supported row with the highest least term."""
    found: dict[str, Provision] = {}
    for row in _supported(state_, law):
        root = "-".join(row.id.split("-")[:2])
        if root not in found or (_weight(row), row.id) > (_weight(found[root]), found[root].id):
            found[root] = row
    return found


def _weight(row: Provision) -> int:
    return 10_000 if "life_as_minimum" in row.term else row.min_months or 0


def _weight_of(one: Suggestion, law: Law) -> int:
    row = law.provision(one.with_ or one.provision)
    return _weight(row) if row else 0


def _least(row: Provision) -> str:
    weight = _weight(row)
    return "life" if weight == 10_000 else term(weight) if weight else "no least term"


def _lowest(rows: Iterable[Provision]) -> str | None:
    wanted = [row.triable_by for row in rows if row.triable_by]
    if not wanted:
        return None
    named = {court for triable in wanted for court in triable}
    able = (c for c in COURTS if c in named and all(competence.can_try(c, triable) for triable in wanted))
    return next(able, None)


def _court(kind: str | None) -> str:
    return label(kind, CourtKind) if kind else "no one court for all charges"


def _named(provision: str, law: Law) -> str:
    row = law.provision(provision)
    return f"{row.act} {row.section}" if row else provision


def _for(one: Suggestion) -> str:
    return f" for {one.victim}" if one.victim else ""
