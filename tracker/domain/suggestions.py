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

    from statutes.rows import Pattern, Provision
    from tracker.domain.case import Accused, Victim
    from tracker.domain.matter import Matter
    from tracker.domain.shapes import Law

YES, MAYBE, NO = True, None, False
IF_UNDER = {18: "if_minor", 16: "if_under_16", 14: "if_under_14", 12: "if_under_12"}
Bounds = tuple["Victim", int | None, int | None]
Entry = tuple[str | None, str | None]
"""Accused and victim of a charge on file."""
Filed = dict[str, list[Entry]]
Key = tuple[str, str | None, str | None]
MOST = 20_000
"""Sets of facts remembered before starting afresh; an office has far fewer."""


@dataclass(slots=True, kw_only=True)
class Suggestion:
    """A provision to consider against one accused; `victim` None: for all, or for the number of them."""

    pattern: str
    provision: str
    accused: str | None
    victim: str | None
    when: str
    fact: str | None = None
    """The fact that is also needed, and not on file."""
    asks: str = ""
    """What else has to be so, in words."""
    with_: str | None = None
    """The offence abetted, attempted or shared in, as far as ages and facts tell."""
    or_with: tuple[str, ...] = ()
    """The other offences that may turn out to be that one."""


def avoided(matter: Matter, law: Law) -> list[Suggestion]:
    """Return the provisions that are usually wrong on these facts, for whom they would be."""
    facts = _facts(matter)
    in_code = codes(matter)
    return [
        Suggestion(pattern=row.id, provision=provision, accused=accused.label, victim=None, when="never")
        for row in law.patterns
        if row.verdict == "avoid" and row.code in ("special", "penal", *in_code) and _holds(row, facts)
        for provision in row.provisions
        for accused in matter.case.accused
        if row.accused_sex in (None, accused.sex) and _has_role(row, accused)
    ]


def missing(matter: Matter, law: Law, *, now_only: bool = False) -> list[Suggestion]:
    """Return the provisions to consider that nobody is charged with, in the order of the patterns."""
    facts = _facts(matter)
    in_code = codes(matter)
    if not facts or not in_code or not law.patterns:
        return []
    rows = _rows(tuple(facts), in_code, now_only, law)
    if not rows:
        return []
    filed = _filed(matter)
    victims = [(victim, *ages.bounds(victim, matter)) for victim in matter.case.victims]
    told = facts if any(isinstance(fact, Fact) for fact in facts.values()) else None
    found: dict[Key, Suggestion] = {}
    for row in rows:
        if not _in_state(row, matter):
            continue
        asked = _asked(row, matter, told, victims, filed, now_only)
        for provision in _in_force(row, matter, law) if asked else ():
            for accused, victim, answer in asked:
                key = (provision, accused, victim)
                held = found.get(key)
                if held is None or held.when != "now":
                    new = _suggestion(row, provision, accused, victim, answer, facts)
                    if held is None or new.when == "now":
                        held = found[key] = new
                if row.with_ and not now_only:
                    _principal(held, row, facts, victims, matter, law)
    return list(found.values())


def _rows(words: tuple[str, ...], in_code: tuple[str, ...], now_only: bool, law: Law) -> tuple[Pattern, ...]:
    """Return the patterns of these facts under these codes, each once; the same sets of facts come again."""
    key = (words, in_code, now_only)
    found = law.patterns_chosen.get(key)
    if found is None:
        if len(law.patterns_chosen) > MOST:
            law.patterns_chosen.clear()
        facts = dict.fromkeys(words)
        rows = {
            row.id: row
            for word in words
            for row in law.patterns_by_fact.get(word, ())
            if row.code in ("special", "penal", *in_code)
            and row.verdict != "avoid"
            and not (now_only and (row.only_if or (row.needs_fact and row.needs_fact not in facts)))
            and _holds(row, facts)
        }
        found = law.patterns_chosen[key] = tuple(rows.values())
    return found


def _facts(matter: Matter) -> dict[str, object]:
    return {str(f.fact if isinstance(f, Fact) else f): f for f in matter.case.facts}


def _suggestion(
    row: Pattern,
    provision: str,
    accused: str,
    victim: str | None,
    answer: bool | None,
    facts: Mapping[str, object],
) -> Suggestion:
    """Return the suggestion; an age to be settled comes before a fact to be found."""
    lacking = row.needs_fact if row.needs_fact is not None and row.needs_fact not in facts else None
    when = _when(row) if answer is not YES else "if_fact" if lacking or row.only_if else "now"
    return Suggestion(
        pattern=row.id,
        provision=provision,
        accused=accused,
        victim=victim,
        when=when,
        fact=lacking or (_nearest(row, facts) if row.only_if else None),
        asks=row.only_if,
    )


def _nearest(row: Pattern, facts: Mapping[str, object]) -> str | None:
    """Return the fact on file that a row with a further question rests on."""
    return next(iter(row.facts), None) or next((word for word in row.any_facts if word in facts), None)


def _in_state(row: Pattern, matter: Matter) -> bool:
    if row.state is None:
        return True
    fir = matter.case.fir
    return fir is None or fir.state is None or fir.state == row.state


def _principal(
    one: Suggestion,
    row: Pattern,
    facts: Mapping[str, object],
    victims: list[Bounds],
    matter: Matter,
    law: Law,
) -> None:
    """Set the offence abetted: the gravest in force that the victim's age and the facts make sure."""
    low, high = next(((lo, hi) for v, lo, hi in victims if v.code == one.victim), (None, None))
    own = law.provision(one.provision)
    sure: list[str] = []
    possible: list[str] = []
    for id_ in row.with_:
        principal = law.provision(id_)
        if principal is None or own is None or not _together(principal, own, matter):
            continue
        age = principal.victim.under if principal.victim else None
        if age is not None and low is not None and low >= age:
            continue
        fact = row.with_facts.get(id_)
        possible.append(id_)
        young = age is None or age >= 18 or (high is not None and high < age)
        if young and (fact is None or fact in facts):
            sure.append(id_)
    one.with_ = sure[-1] if sure else possible[0] if possible else None
    one.or_with = tuple(id_ for id_ in possible if id_ != one.with_)


def _together(principal: Provision, own: Provision, matter: Matter) -> bool:
    """Answer whether the principal was law on a day of the offence, and beside its abetment."""
    first, last = matter.offence_first, matter.offence_last
    if first is None or last is None or force(principal, first, last) not in (None, "by_parts"):
        return False
    starts, ends = own.from_ or own.covered_from, own.until
    begins = principal.from_ or principal.covered_from
    return (starts is None or principal.until is None or principal.until >= starts) and (
        ends is None or begins is None or begins <= ends
    )


def _holds(row: Pattern, facts: Mapping[str, object]) -> bool:
    if not facts.keys() >= set(row.facts) or not facts.keys().isdisjoint(row.unless_facts):
        return False
    return not row.any_facts or not facts.keys().isdisjoint(row.any_facts)


def _in_force(row: Pattern, matter: Matter, law: Law) -> list[str]:
    """Return the versions of the provision that were law on a day of the offence: several by parts."""
    first, last = matter.offence_first, matter.offence_last
    if first is None or last is None:
        return []
    return [
        id_
        for id_ in row.provisions
        if (provision := law.provision(id_)) and force(provision, first, last) in (None, "by_parts")
    ]


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
    people = [accused.label for accused in matter.case.accused if _fits(row, accused, by)]
    if not people:
        return []
    return [
        (label, victim, answer)
        for victim, answer in _answers(row, victims)
        if answer is YES or (answer is MAYBE and not now_only)
        for label in people
        if not (covering and _charged(covering, label, victim))
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
    if not _has_role(row, accused) or (row.public_servant and accused.public_servant is False):
        return False
    if row.accused_sex is not None and accused.sex not in (None, "unknown", row.accused_sex):
        return False
    return by is None or accused.label in by


def _has_role(row: Pattern, accused: Accused) -> bool:
    return not row.roles or accused.role is None or accused.role in row.roles


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
    for by, of in covering:
        if (by is None or by == accused) and (victim is None or of is None or of == victim):
            return True
    return False


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
