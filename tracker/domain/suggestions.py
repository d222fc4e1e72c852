"""Provisions that the facts on file support and the charges lack, by `statutes/patterns.toml`.

A suggestion says *when*: `now` if the file answers every question the provision asks, else what has
to turn out first (`if_minor`, `if_under_16`, `if_second_minor`, `if_fact` …). It is for the
prosecutor to weigh; the flag shows only those that stand now.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.domain import ages
from tracker.domain.case import Fact
from tracker.domain.charges import codes, force, on_file

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from statutes.rows import Pattern
    from tracker.domain.case import Accused, Victim
    from tracker.domain.matter import Matter
    from tracker.domain.shapes import Law

YES, MAYBE, NO = True, None, False
IF_UNDER = {18: "if_minor", 16: "if_under_16", 14: "if_under_14", 12: "if_under_12"}
Bounds = tuple["Victim", int | None, int | None]
Entry = tuple[str | None, str | None]
"""Accused and victim of a charge on file."""
Filed = dict[str, list[Entry]]


@dataclass(slots=True, kw_only=True)
class Suggestion:
    """A provision to consider against one accused; `victim` None: for all, or for the number of them."""

    pattern: str
    provision: str
    accused: str | None
    victim: str | None
    when: str
    fact: str | None = None


def missing(matter: Matter, law: Law, *, now_only: bool = False) -> list[Suggestion]:
    """Return the provisions to consider that nobody is charged with, in the order of the patterns."""
    facts = {str(f.fact if isinstance(f, Fact) else f): f for f in matter.case.facts}
    in_code = codes(matter)
    if not facts or not in_code or not law.patterns:
        return []
    rows = [
        row
        for word in facts
        for row in law.patterns_by_fact.get(word, ())
        if (row.code == "special" or row.code in in_code) and row.verdict != "avoid"
    ]
    if now_only:
        rows = [row for row in rows if row.needs_fact is None or row.needs_fact in facts]
    if not rows:
        return []
    filed = _filed(matter)
    victims = [(victim, *ages.bounds(victim, matter)) for victim in matter.case.victims]
    told = facts if any(isinstance(fact, Fact) for fact in facts.values()) else None
    found: list[Suggestion] = []
    seen: set[str] = set()
    for row in rows:
        if row.id in seen or not _holds(row, facts):
            continue
        seen.add(row.id)
        lacking = row.needs_fact is not None and row.needs_fact not in facts
        asked = _asked(row, matter, told, victims, filed, now_only)
        provision = _in_force(row, matter, law) if asked else None
        if provision is not None:
            found += [
                Suggestion(
                    pattern=row.id,
                    provision=provision,
                    accused=accused,
                    victim=victim,
                    when="if_fact" if lacking else "now" if answer is YES else _when(row),
                    fact=row.needs_fact if lacking else None,
                )
                for accused, victim, answer in asked
            ]
    return found


def _holds(row: Pattern, facts: Mapping[str, object]) -> bool:
    if not facts.keys() >= set(row.facts):
        return False
    return not row.any_facts or not facts.keys().isdisjoint(row.any_facts)


def _in_force(row: Pattern, matter: Matter, law: Law) -> str | None:
    """Return the version of the provision that was law on a day of the offence, the first that was."""
    first, last = matter.offence_first, matter.offence_last
    for id_ in row.provisions:
        provision = law.provision(id_)
        if provision and first and last and force(provision, first, last) in (None, "by_parts"):
            return id_
    return None


def _asked(
    row: Pattern,
    matter: Matter,
    told: Mapping[str, object] | None,
    victims: list[Bounds],
    filed: Filed,
    now_only: bool,
) -> list[tuple[str, str | None, bool | None]]:
    """Return the accused and victims whom the row fits and no charge covers, with yes or maybe.

    `told` are the facts where some of them hold of certain persons only.
    """
    whom = _whom(row, told, lambda fact: fact.victims) if told else None
    by = _whom(row, told, lambda fact: fact.accused) if told else None
    if whom is not None:
        victims = [entry for entry in victims if entry[0].code in whom]
    covering: list[Entry] = []
    for cover in (*row.provisions, *row.covered_by):
        covering += filed.get(cover, ())
    if (None, None) in covering:
        return []
    return [
        (accused.label, victim, answer)
        for victim, answer in _answers(row, victims)
        if answer is YES or (answer is MAYBE and not now_only)
        for accused in matter.case.accused
        if _fits(row, accused, by) and not (covering and _charged(covering, accused.label, victim))
    ]


def _whom(
    row: Pattern, facts: Mapping[str, object], of: Callable[[Fact], tuple[str, ...]]
) -> frozenset[str] | None:
    """Return of whom the facts are true: all of `facts`, any of `any_facts`; None: of everybody."""
    whom: frozenset[str] | None = None
    for word in row.facts:
        fact = facts[word]
        if isinstance(fact, Fact) and (named := of(fact)):
            whom = frozenset(named) if whom is None else whom & frozenset(named)
    some: set[str] = set()
    for word in row.any_facts:
        if word in facts:
            fact = facts[word]
            named = of(fact) if isinstance(fact, Fact) else ()
            if not named:
                return whom
            some.update(named)
    return whom if not some else frozenset(some) if whom is None else whom & some


def _fits(row: Pattern, accused: Accused, by: frozenset[str] | None) -> bool:
    if row.roles and accused.role is not None and accused.role not in row.roles:
        return False
    if row.accused_sex is not None and accused.sex not in (None, "unknown", row.accused_sex):
        return False
    return by is None or accused.label in by


def _filed(matter: Matter) -> Filed:
    """Return the charges on file by provision, and by each beginning of its id (`POCSO-4-`)."""
    filed: Filed = {}
    for charge in on_file(matter):
        if charge.provision:
            entry = (charge.accused, charge.victim)
            filed.setdefault(charge.provision, []).append(entry)
            at = charge.provision.find("-")
            while at > 0:
                filed.setdefault(charge.provision[: at + 1], []).append(entry)
                at = charge.provision.find("-", at + 1)
    return filed


def _charged(covering: list[Entry], accused: str, victim: str | None) -> bool:
    """Answer whether one of these charges is against that accused, or nobody named, for that victim."""
    return any(by in (None, accused) and (victim is None or of in (None, victim)) for by, of in covering)


def _answers(row: Pattern, victims: list[Bounds]) -> list[tuple[str | None, bool | None]]:
    """Return for whom the row asks, with yes, no or maybe: each victim, or None for the case."""
    if (
        row.number is None
        and row.per == "case"
        and not (row.under or row.at_least or row.unless_under or row.sex)
    ):
        return [(None, YES)]
    each: list[tuple[str | None, bool | None]] = [
        (victim.code, _answer(row, victim, low, high)) for victim, low, high in victims
    ]
    if row.number is None:
        if row.per == "victim":
            return each
        values = [answer for _, answer in each]
        return [(None, YES if YES in values else MAYBE if MAYBE in values else NO)]
    sure = sum(answer is YES for _, answer in each)
    possible = sum(answer is not NO for _, answer in each)
    if row.number == "one":
        return [(None, each[0][1] if len(each) == 1 else NO)]
    if row.number == "one_child":
        return [(None, NO if sure > 1 else YES if sure == 1 else MAYBE if possible else NO)]
    return [(None, YES if sure > 1 else MAYBE if possible > 1 else NO)]


def _answer(row: Pattern, victim: Victim, low: int | None, high: int | None) -> bool | None:
    if row.sex is not None and victim.sex not in (None, "unknown", row.sex):
        return NO
    if row.under is not None and low is not None and low >= row.under:
        return NO
    if row.at_least is not None and high is not None and high < row.at_least:
        return NO
    if row.unless_under is not None and high is not None and high < row.unless_under:
        return NO
    young = row.under is None or (high is not None and high < row.under)
    old = row.at_least is None or (low is not None and low >= row.at_least)
    return YES if young and old else MAYBE


def _when(row: Pattern) -> str:
    """Return what has to turn out first, as a word."""
    if row.number == "more_than_one_child":
        return "if_second_minor"
    if row.under is None:
        return "if_adult"
    if row.at_least is not None and row.at_least >= 16:
        return "if_16_or_17"
    return IF_UNDER.get(row.under, "if_minor")
