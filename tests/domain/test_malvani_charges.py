"""Five sold from one home, one of them 16, four ages open: what there is to charge, in 2019 and 2024."""

from __future__ import annotations

from dataclasses import replace

import pytest

import statutes
from tests.domain.flag_givens import day
from tracker.domain.case import Accused, Age, Case, Charge, Fact, Offence, Victim
from tracker.domain.law import law_of
from tracker.domain.matter import Matter
from tracker.domain.suggestions import avoided, missing
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
OPEN_AGES = ("V2", "V3", "V4", "V5")
BASE = ("ITPA-4-1", "ITPA-5-1-a", "ITPA-5-1-c", "ITPA-5-1-d", "ITPA-5-1-against-will")
"""What an adult and one whose age is open have alike; a graver limb takes its place under 18."""
CORE: dict[int, dict[str | None, set[str]]] = {
    2019: {
        None: {"IPC-370-3", "IPC-370-4", "IPC-506-II", "ITPA-3-1-first"},
        "V1": {
            *("IPC-370A-1", "IPC-366A", "IPC-372", "POCSO-17", "JJ-81-v2016", "JJ-75-v2016"),
            *("ITPA-4-1-child-minor", "ITPA-5-1-minor"),
        },
        **{code: {"IPC-370A-2", *BASE} for code in OPEN_AGES},
    },
    2024: {
        None: {"BNS-143-3", "BNS-143-4", "BNS-351-3", "ITPA-3-1-first"},
        "V1": {
            *("BNS-144-1", "BNS-98", "BNS-96", "BNS-95", "POCSO-17", "JJ-81-v2022", "JJ-75-v2022"),
            *("ITPA-4-1-child-minor", "ITPA-5-1-minor"),
        },
        **{code: {"BNS-144-2", *BASE} for code in OPEN_AGES},
    },
}
"""Year to victim (None: one charge for the case) to what is to be charged now."""
HOLD = {
    2019: {"IPC-370A-1", "IPC-366A", "IPC-372", "IPC-373", "POCSO-17", "JJ-81-v2016", "JJ-75-v2016"},
    2024: {"BNS-144-1", "BNS-98", "BNS-99", "BNS-96", "BNS-95", "POCSO-17", "JJ-81-v2022", "JJ-75-v2022"},
}
HOLD_TOO = {
    *("ITPA-4-1-child-minor", "ITPA-7-1A", "POCSO-12", "POCSO-14-1-first", "POCSO-15-3-first"),
    "IT-67B-first",
}
"""What waits for the age of each of V2 to V5, some of it for a fact as well."""
IF = {
    2019: {"IPC-109", "IPC-342", "IPC-344", "IPC-346", "IPC-34", "IPC-120B-1", "IPC-506-I"},
    2024: {
        *("BNS-49", "BNS-127-2", "BNS-127-3", "BNS-127-4", "BNS-127-6", "BNS-3-5", "BNS-61-2-a"),
        *("BNS-111-2-b", "BNS-351-2"),
    },
}
IF_TOO = {"ITPA-6-1", "ITPA-7-1", "ITPA-7-2-first", "IT-67-first", "IT-67A-first", "IT-66E", "SCST-3-2-v"}
IF_V1 = {
    2019: {"IPC-373", "ITPA-7-1A", "POCSO-12", "POCSO-14-1-first", "POCSO-15-3-first", "IT-67B-first"},
    2024: {"BNS-99", "ITPA-7-1A", "POCSO-12", "POCSO-14-1-first", "POCSO-15-3-first", "IT-67B-first"},
}
YEARS = pytest.mark.parametrize(("year", "case"), [(2019, MALVANI), (2024, LATER)])


def suggested(case: Case, when: str) -> set[tuple[str, str | None]]:
    """Return provision and victim of what is suggested for that time."""
    return {(row.provision, row.victim) for row in missing(Matter(case, {}), law_of()) if row.when == when}


@YEARS
def test_what_stands_now_victim_by_victim(year: int, case: Case) -> None:
    """Every charge that needs no more than what is known, for each victim and for the case, and no other."""
    core = {(id_, victim) for victim, ids in CORE[year].items() for id_ in ids}
    assert suggested(case, "now") == core


@YEARS
def test_what_waits_for_an_age_victim_by_victim(year: int, case: Case) -> None:
    """What is held is held for V2 to V5, whose ages are open, and never for V1, whose age is proved."""
    held = {(id_, victim) for victim in OPEN_AGES for id_ in HOLD[year] | HOLD_TOO}
    assert suggested(case, "if_minor") == held
    assert suggested(case, "if_under_16") == {("ITPA-5-1-child", code) for code in ("V2", "V3", "V4")}
    assert suggested(case, "if_16_or_17") == {("ITPA-5-1-minor", code) for code in OPEN_AGES}
    assert suggested(case, "if_second_minor") == {
        ("IPC-370-5" if year == 2019 else "BNS-143-5", None),
    }


@YEARS
def test_what_waits_for_a_fact(year: int, case: Case) -> None:
    """What only one fact more would make good, with no age in question; nothing else is ever suggested."""
    found = suggested(case, "if_fact")
    abetted = "IPC-109" if year == 2019 else "BNS-49"
    assert {victim for id_, victim in found if id_ == abetted} == {"V1", *OPEN_AGES}
    assert {id_ for id_, victim in found if victim is None} == (IF[year] | IF_TOO) - {abetted}
    assert {id_ for id_, victim in found if victim == "V1"} == IF_V1[year] | {abetted}
    assert all(row.fact for row in missing(Matter(case, {}), law_of()) if row.when == "if_fact")


@YEARS
def test_what_is_to_be_avoided(year: int, case: Case) -> None:
    """Sections of a man's offence and gang rape as principal are named with reasons, never suggested."""
    rows = avoided(Matter(case, {}), law_of())
    of_year = {
        2019: {"IPC-354A-2", "IPC-354A-3", "IPC-354D-2-first", "IPC-354D-2-repeat", "IPC-376D"},
        2024: {
            *("BNS-75-2", "BNS-75-3", "BNS-78-2-first", "BNS-78-2-repeat", "BNS-70-1", "BNS-112-2"),
        },
    }
    assert {row.provision for row in rows} == of_year[year]
    assert not {row.provision for row in rows} & {
        row.provision for row in missing(Matter(case, {}), law_of())
    }
    other = "BNS-" if year == 2019 else "IPC-"
    assert not any(row.provision.startswith(other) for row in missing(Matter(case, {}), law_of()))


def test_the_offence_abetted_follows_the_age() -> None:
    """V1 is 16: s. 4(1) is the principal of her abetment charge, s. 6 only if the assault was repeated."""
    one = next(
        row
        for row in missing(Matter(MALVANI, {}), law_of())
        if (row.provision, row.victim) == ("POCSO-17", "V1")
    )
    assert one.with_ == "POCSO-4-1"
    assert one.or_with == ("POCSO-6-1",)
    again = replace(MALVANI, facts=(*MALVANI.facts, FactWord.REPEATED_ASSAULT))
    one = next(
        row
        for row in missing(Matter(again, {}), law_of())
        if (row.provision, row.victim) == ("POCSO-17", "V1")
    )
    assert one.with_ == "POCSO-6-1"


def test_an_offence_across_a_change_of_law_is_charged_by_parts() -> None:
    """From 20-06-2024 to 05-07-2024 both codes' sections are suggested, each for its days."""
    across = replace(MALVANI, offence=Offence(first_on=day("20-06-2024"), last_on=day("05-07-2024")))
    found = suggested(across, "now")
    assert {("IPC-370-3", None), ("BNS-143-3", None), ("IPC-372", "V1"), ("BNS-98", "V1")} <= found


@pytest.mark.parametrize(("case", "graver"), [(MALVANI, "IPC-370-5"), (LATER, "BNS-143-5")])
def test_a_second_child_raises_the_charge(case: Case, graver: str) -> None:
    """The graver trafficking charge waits for a second child, and stands the day one is found."""
    found = Victim(code="V2", sex=Sex.F, age=Age(status=AgeStatus.MINOR, years=15))
    second = replace(case, victims=(case.victims[0], found, *case.victims[2:]))
    assert (graver, None) in suggested(second, "now")
    assert ("ITPA-5-1-child", "V2") in suggested(second, "now")


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
        assert (row.verdict == "if") == bool(row.needs_fact or row.only_if), row.id
        assert row.number in (None, "one", "more_than_one", "one_child", "more_than_one_child")
