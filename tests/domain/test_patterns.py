"""Every provision of the catalogue is called for by some facts, or the law says in writing why not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

import statutes
from statutes.rows import Pattern
from tracker.domain.case import Accused, Age, Case, Fir, Offence, Victim
from tracker.domain.law import law_of
from tracker.domain.matter import Matter
from tracker.domain.suggestions import avoided, missing
from tracker.domain.words import AgeStatus, FactWord, Role, Sex

REACHED = [
    (row.id, id_) for row in statutes.patterns().values() for id_ in row.provisions if row.verdict != "avoid"
]


def fitting(row: Pattern, provision: str) -> Case:
    """Return a case on which the pattern should call for the provision now, or as soon as may be."""
    law = statutes.provision(provision)
    assert law is not None
    first = law.from_ or law.covered_from
    assert first is not None
    number = 2 if row.number in ("more_than_one", "more_than_one_child") else 1
    facts = {*row.facts, *row.any_facts[:1], *([row.needs_fact] if row.needs_fact else [])}
    years = row.at_least if row.at_least is not None else (row.under or 20) - 1
    age = Age(status=AgeStatus.MINOR if years < 18 else AgeStatus.ADULT, years=years)
    return Case(
        ref="X",
        fir=Fir(state=row.state),
        offence=Offence(first_on=first, last_on=first),
        facts=tuple(FactWord(fact) for fact in sorted(facts)),
        accused=(
            Accused(
                label="A1",
                sex=Sex(row.accused_sex) if row.accused_sex else None,
                role=Role(row.roles[0]) if row.roles else None,
            ),
        ),
        victims=tuple(Victim(code=f"V{n}", sex=Sex(row.sex or "F"), age=age) for n in range(1, number + 1)),
    )


@pytest.mark.parametrize(("pattern", "provision"), REACHED)
def test_a_pattern_calls_for_its_provision(pattern: str, provision: str) -> None:
    """On the facts, ages, sexes, roles and days that it asks for, the provision is suggested."""
    row = statutes.patterns()[pattern]
    found = missing(Matter(fitting(row, provision), {}), law_of())
    one = next(one for one in found if one.provision == provision)
    assert one.when == ("if_fact" if row.only_if and one.pattern == pattern else "now")
    assert bool(one.with_) == bool(statutes.patterns()[one.pattern].with_)


def test_every_provision_is_reached_or_excused() -> None:
    """None of the catalogue is forgotten; no excuse is given for one that a pattern reaches."""
    reached = {id_ for _, id_ in REACHED}
    excused = set(statutes.unreached())
    assert set(statutes.provisions()) == reached | excused
    assert not reached & excused
    assert all(len(row.reason) > 30 for row in statutes.unreached().values())


def test_every_charge_says_what_has_to_be_shown() -> None:
    """Each pattern that charges has its elements and usual evidence, and an age where it asks for one."""
    for row in statutes.patterns().values():
        if row.verdict == "avoid":
            continue
        assert row.proof, row.id
        elements = [line for id_ in row.proof for line in statutes.proofs()[id_].elements]
        if row.under is not None:
            numbered = row.number == "more_than_one_child"
            assert numbered or any(line.startswith("age:") for line in elements), row.id
        if "earlier_conviction" in row.facts:
            assert any(line.startswith("earlier conviction:") for line in elements), row.id


def test_no_proof_is_left_over() -> None:
    """Each block of elements serves a pattern."""
    used = {id_ for row in statutes.patterns().values() for id_ in row.proof}
    assert used == set(statutes.proofs())


@pytest.mark.parametrize(("pattern", "provision"), REACHED)
def test_a_provision_is_never_called_for_outside_its_days(pattern: str, provision: str) -> None:
    """The day before it was law, and the day after, the same facts call for another version or nothing."""
    law = statutes.provision(provision)
    assert law is not None
    one = fitting(statutes.patterns()[pattern], provision)
    for day in (
        law.from_ and law.from_ - timedelta(days=1),
        law.until and law.until + timedelta(days=1),
    ):
        if isinstance(day, date):
            moved = replace(one, offence=Offence(first_on=day, last_on=day))
            assert provision not in {row.provision for row in missing(Matter(moved, {}), law_of())}


def test_a_mans_offence_is_avoided_for_a_woman_and_suggested_for_a_man() -> None:
    """Remarks and stalking: 354A(3) and 354D against A2, who is a man; against A1, a woman, never."""
    case = Case(
        ref="X",
        offence=Offence(first_on=date(2019, 9, 1)),
        facts=(FactWord.PROCURED, FactWord.INSULTED, FactWord.STALKED),
        accused=(Accused(label="A1", sex=Sex.F), Accused(label="A2", sex=Sex.M)),
        victims=(Victim(code="V1", sex=Sex.F),),
    )
    matter = Matter(case, {})
    found = {(row.provision, row.accused) for row in missing(matter, law_of())}
    assert {("IPC-354A-3", "A2"), ("IPC-354D-2-first", "A2")} <= found
    assert not {("IPC-354A-3", "A1"), ("IPC-354D-2-first", "A1")} & found
    assert {row.accused for row in avoided(matter, law_of())} == {"A1"}
