"""Five sold from one home, one of them 16, four ages open: what there is to charge, in 2019 and 2024."""

from __future__ import annotations

from dataclasses import replace

import pytest

import statutes
from tests.domain.flag_givens import day
from tracker.domain.case import Accused, Age, Case, Charge, Fact, Offence, Victim
from tracker.domain.matter import Matter
from tracker.domain.reckon import law_of
from tracker.domain.suggestions import missing
from tracker.domain.words import AgeBasis, AgeStatus, FactWord, Role, Sex

OPEN = Age(status=AgeStatus.PENDING)
MALVANI = Case(
    ref="MUM-2019-014",
    offence=Offence(first_on=day("01-09-2019"), last_on=day("19-09-2019")),
    facts=(
        FactWord.PREMISES_USED_FOR_PROSTITUTION,
        FactWord.LIVED_ON_EARNINGS,
        FactWord.PROCURED,
        FactWord.SOLD,
        FactWord.USED_FOR_SEX,
        FactWord.TRAFFICKED_BY_FORCE_FRAUD_OR_PAYMENT,
        FactWord.THREATS,
        FactWord.IMAGES_SENT_ONLINE,
        Fact(fact=FactWord.CHILD_SEXUAL_ASSAULT, victims=("V1",)),
    ),
    accused=(Accused(label="A1", sex=Sex.F, age=35, role=Role.TRAFFICKER),),
    victims=(
        Victim(code="V1", sex=Sex.F, age=Age(status=AgeStatus.MINOR, years=16)),
        *(Victim(code=code, sex=Sex.F, age=OPEN) for code in ("V2", "V3", "V4")),
        Victim(
            code="V5",
            sex=Sex.F,
            age=Age(status=AgeStatus.PENDING, years_low=17, years_high=19, basis=AgeBasis.OSSIFICATION),
        ),
    ),
)
LATER = replace(MALVANI, offence=Offence(first_on=day("01-09-2024"), last_on=day("19-09-2024")))
BOTH_NOW = {
    ("ITPA-3-1-first", None),
    ("ITPA-4-1", None),
    ("ITPA-4-1-child-minor", "V1"),
    ("ITPA-5-1-a", None),
    ("ITPA-5-1-c", None),
    ("ITPA-5-1-d", None),
    ("ITPA-5-1-against-will", None),
    ("ITPA-5-1-minor", "V1"),
    ("POCSO-17", "V1"),
}


def suggested(case: Case, when: str) -> set[tuple[str, str | None]]:
    """Return provision and victim of what is suggested for that time."""
    return {(row.provision, row.victim) for row in missing(Matter(case, {}), law_of()) if row.when == when}


def test_what_stands_now_in_2019() -> None:
    """Every charge that needs no more than what is known on an offence of September 2019, and no other."""
    assert suggested(MALVANI, "now") == BOTH_NOW | {
        ("IPC-370-3", None),
        ("IPC-370-4", None),
        ("IPC-370A-1", "V1"),
        ("IPC-370A-2", None),
        ("IPC-366A", "V1"),
        ("IPC-372", "V1"),
        ("IPC-506-II", None),
        ("JJ-75-v2016", "V1"),
        ("JJ-81-v2016", "V1"),
    }


def test_what_stands_now_in_2024() -> None:
    """The same facts of September 2024 are charged under the BNS, with the newer form of the JJ Act."""
    assert suggested(LATER, "now") == BOTH_NOW | {
        ("BNS-143-3", None),
        ("BNS-143-4", None),
        ("BNS-144-1", "V1"),
        ("BNS-144-2", None),
        ("BNS-95", "V1"),
        ("BNS-96", "V1"),
        ("BNS-98", "V1"),
        ("BNS-351-3", None),
        ("JJ-75-v2022", "V1"),
        ("JJ-81-v2022", "V1"),
    }


@pytest.mark.parametrize(
    ("case", "held"),
    [
        (MALVANI, ("IPC-370A-1", "IPC-366A", "IPC-372", "JJ-75-v2016", "JJ-81-v2016")),
        (LATER, ("BNS-144-1", "BNS-95", "BNS-96", "BNS-98", "JJ-75-v2022", "JJ-81-v2022")),
    ],
)
def test_what_waits_for_an_age_is_held_for_each_open_one(case: Case, held: tuple[str, ...]) -> None:
    """A child's charge is held for V2 to V5, whose ages are open, and never for V1 again."""
    waiting = suggested(case, "if_minor")
    for provision in (*held, "ITPA-4-1-child-minor", "POCSO-17"):
        assert {victim for id_, victim in waiting if id_ == provision} == {"V2", "V3", "V4", "V5"}


@pytest.mark.parametrize(("case", "graver"), [(MALVANI, "IPC-370-5"), (LATER, "BNS-143-5")])
def test_a_second_child_raises_the_charge(case: Case, graver: str) -> None:
    """The graver trafficking charge waits for a second child, and stands the day one is found."""
    assert suggested(case, "if_second_minor") == {(graver, None)}
    found = Victim(code="V2", sex=Sex.F, age=Age(status=AgeStatus.MINOR, years=15))
    second = replace(case, victims=(case.victims[0], found, *case.victims[2:]))
    assert (graver, None) in suggested(second, "now")
    assert ("ITPA-5-1-child", "V2") in suggested(second, "now")


def test_a_range_of_seventeen_to_nineteen_never_asks_about_sixteen() -> None:
    """V5 can't be under 16, the others may be."""
    held = {victim for id_, victim in suggested(MALVANI, "if_under_16") if id_ == "ITPA-5-1-child"}
    assert held == {"V2", "V3", "V4"}
    older = {victim for id_, victim in suggested(MALVANI, "if_16_or_17") if id_ == "ITPA-5-1-minor"}
    assert older == {"V2", "V3", "V4", "V5"}


def test_what_needs_one_fact_more_names_it() -> None:
    """Confinement, rape, detention and indecent images are considered once their fact is on file."""
    asked = {
        row.provision: row.fact for row in missing(Matter(MALVANI, {}), law_of()) if row.when == "if_fact"
    }
    assert asked["IPC-342"] == "wrongful_confinement"
    assert asked["IPC-109"] == "rape"
    assert asked["ITPA-6-1"] == "detained"
    assert asked["IT-67B-first"] == "child_sexual_images"
    proved = replace(MALVANI, facts=(*MALVANI.facts, FactWord.WRONGFUL_CONFINEMENT))
    assert ("IPC-342", None) in suggested(proved, "now")


def test_nothing_is_suggested_twice_nor_what_is_charged() -> None:
    """Each provision and victim comes once; once charged it is gone, also under a graver heading."""
    rows = missing(Matter(MALVANI, {}), law_of())
    keys = [(row.provision, row.victim) for row in rows]
    assert len(keys) == len(set(keys))
    charged = replace(
        MALVANI,
        charges=(
            Charge(accused="A1", provision="IPC-370-3"),
            Charge(accused="A1", victim="V1", provision="POCSO-6-1"),
        ),
    )
    assert not suggested(charged, "now") & {("IPC-370-3", None), ("POCSO-17", "V1")}


def test_what_to_avoid_is_never_suggested() -> None:
    """A row that speaks against a charge suggests nothing, and has its reason."""
    avoided = [row for row in statutes.patterns().values() if row.verdict == "avoid"]
    ids = {id_ for row in avoided for id_ in row.provisions}
    for case in (MALVANI, LATER):
        assert not ids & {row.provision for row in missing(Matter(case, {}), law_of())}
    assert all(row.why for row in avoided)


def test_every_pattern_names_rows_and_words_that_exist() -> None:
    """No pattern points at a provision or a fact that nobody knows."""
    known, facts = statutes.provisions(), set(FactWord)
    for row in statutes.patterns().values():
        assert {*row.facts, *row.any_facts, *filter(None, [row.needs_fact])} <= facts, row.id
        for id_ in (*row.provisions, *row.with_, *row.covered_by):
            assert id_ in known or (id_.endswith("-") and any(one.startswith(id_) for one in known)), id_
        assert row.verdict in ("charge", "if", "avoid")
        assert (row.verdict == "if") == (row.needs_fact is not None), row.id
        assert row.number in (None, "one", "more_than_one", "one_child", "more_than_one_child")
