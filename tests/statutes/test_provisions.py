"""The provisions are whole, agree with themselves, and say what the mends asked for."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date
from itertools import combinations, pairwise
from pathlib import Path

import pytest

import statutes
from statutes.rows import Provision
from statutes.words import BAILABLE, COGNIZABLE, CONFIDENCE, TERMS
from tracker.cli import lawtext

ALL = tuple(statutes.provisions().values())
IDS = Path(__file__).with_name("provision_ids.txt").read_text().split()
SPLIT_2022 = ("JJ-74-3", "JJ-75-prov3", "JJ-76-1-prov", "JJ-87")
PUNISHING = {"IPC", "BNS", "ITPA", "POCSO", "JJ", "IT", "BLSA", "CALPRA", "SCST", "THOTA", "MCOCA"}
WITHOUT_ROWS = {"CRPC", "BNSS", "IEA", "BSA", "JJ2000", "CLA1932", "CLAA2013", "CLAA2018"}
PROMISED = (
    "id act section title from until min_months max_months max_life max_death cognizable bailable triable_by"
    " victim counterparts source confidence classification_confidence term covered_from"
)
"""The keys of `law show --json`, as other tools rely on them."""
BY_PRINCIPAL = {"POCSO-14-2", "POCSO-18"}
"""Rows whose research row had a band, but whose own sentence is that of another offence."""


def row(id_: str) -> Provision:
    """Return a provision that must be there."""
    found = statutes.provision(id_)
    assert found is not None, id_
    return found


def family(provision: Provision) -> str:
    """Return the id without the year of its form."""
    return re.sub(r"-v\d{4}$", "", provision.id)


def first_day(provision: Provision) -> date:
    """Return the first day that the row speaks for."""
    start = provision.from_ or provision.covered_from
    assert start is not None, provision.id
    return start


def test_every_id_of_the_research_is_a_row() -> None:
    """All 224 ids are there for ever; only the four split rows added one each."""
    assert len(IDS) == 224
    assert set(IDS) | {f"{id_}-v2016" for id_ in SPLIT_2022} == set(statutes.provisions())


def test_acts_are_the_nineteen() -> None:
    """The codes are the prefixes of ids and nothing else, with the amending and older Acts beside them."""
    assert len(statutes.acts()) == 19
    assert set(statutes.acts()) == PUNISHING | WITHOUT_ROWS
    assert {one.act for one in ALL} == PUNISHING


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.id)
def test_row_is_whole(one: Provision) -> None:
    """Every row says its words from the closed lists, its source and how sure it is."""
    assert one.title
    assert one.section
    assert one.source.startswith("https://")
    assert {one.confidence, one.classification_confidence} <= set(CONFIDENCE)
    assert one.cognizable in COGNIZABLE
    assert one.bailable in BAILABLE
    assert set(one.term) <= set(TERMS)
    assert one.id.startswith(f"{one.act}-")
    assert one.until is None or one.until > first_day(one)


def test_no_two_forms_of_a_provision_on_one_day() -> None:
    """Of the forms of one provision at most one is in force on any day."""
    for a, b in combinations(ALL, 2):
        if family(a) == family(b):
            first, second = sorted((a, b), key=first_day)
            assert first.until is not None, f"{first.id} and {second.id}"
            assert first.until < first_day(second), f"{first.id} and {second.id}"


def test_forms_follow_each_other_without_a_gap() -> None:
    """The day after an older form ends, the next begins: 2018 for rape, 2022 for the JJ Act."""
    forms: dict[str, list[Provision]] = {}
    for one in ALL:
        forms.setdefault(family(one), []).append(one)
    for several in forms.values():
        ordered = sorted(several, key=first_day)
        for older, newer in pairwise(ordered):
            assert older.until is not None
            assert (first_day(newer) - older.until).days == 1, newer.id


def test_covered_from_is_where_our_reading_starts() -> None:
    """A row older than our reading has no first day of law, only the first day that we have read."""
    for one in ALL:
        older = one.act in ("SCST", "CALPRA", "IT", "THOTA") or first_day(one) == date(2013, 2, 3)
        assert (one.from_ is None, one.covered_from is not None) == (older, older), one.id
    assert (row("IPC-370-5").from_, row("IPC-370-5").covered_from) == (None, date(2013, 2, 3))
    assert (row("IPC-376-1-v2018").from_, row("IPC-376-1-v2018").covered_from) == (date(2018, 4, 21), None)


def test_the_penal_codes_meet_on_1_july_2024() -> None:
    """No row of the IPC outlives 30 June 2024, none of the BNS is older than the next day."""
    assert {one.until for one in ALL if one.act == "IPC"} == {date(2024, 6, 30), date(2018, 4, 20)}
    assert {one.from_ for one in ALL if one.act == "BNS"} == {date(2024, 7, 1)}


@pytest.mark.parametrize("id_", SPLIT_2022)
def test_juvenile_justice_rows_are_split_at_the_change_of_court(id_: str) -> None:
    """From 1 September 2022 the Children's Court tries them; the form before is from memory."""
    older, newer = row(f"{id_}-v2016"), row(id_)
    assert (older.until, newer.from_) == (date(2022, 8, 31), date(2022, 9, 1))
    assert newer.triable_by == ("childrens_court",)
    assert older.classification_confidence == "unverified"
    assert older.counterparts == (id_,)
    assert newer.counterparts == (older.id,)


def derived_band(one: Provision) -> int | None:
    """Return 90 for life, death or a minimum of ten years; None without a sentence of its own."""
    if {"as_principal", "no_sentence"} & set(one.term) or one.id in BY_PRINCIPAL:
        return None
    if one.act == "MCOCA":  # s. 21(2): ninety days for every offence of the Act
        return 90
    return 90 if one.max_life or one.max_death or (one.min_months or 0) >= 120 else 60


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.id)
def test_band_follows_from_the_punishment(one: Provision) -> None:
    """The band in the row is the one that its own minimum, maximum, life and death give."""
    assert one.band == derived_band(one)


def test_boundary_is_said_where_it_is() -> None:
    """A maximum of ten years or more without a minimum of ten: the police may claim 90 days."""
    for one in ALL:
        if one.act != "MCOCA" and one.band == 60 and (one.max_months or 0) >= 120:
            assert one.band_doubt.startswith(("boundary:", "derive:")), one.id
        else:
            assert not one.band_doubt.startswith("boundary:"), one.id


def test_doubtful_bands_say_their_doubt() -> None:
    """Contested stays contested, and what follows another offence says so."""
    heads = Counter(one.band_doubt.split(":")[0] for one in ALL if one.band_doubt)
    assert heads == {"boundary": 29, "derive": 3, "contested": 3, "secondary": 7}


def test_many_minors_have_a_floor_of_fourteen_years() -> None:
    """IPC 370(5) and BNS 143(5): more than one child, at least 168 months."""
    for id_ in ("IPC-370-5", "BNS-143-5"):
        one = row(id_)
        assert one.victim is not None
        assert (one.min_months, one.max_life, one.band) == (168, True, 90)
        assert (one.victim.under, one.victim.number) == (18, "more than one child")


def test_trafficking_one_child() -> None:
    """BNS 143(4): one child under 18, ten years to life, tried by the Court of Session."""
    one = row("BNS-143-4")
    assert one.victim is not None
    assert (one.victim.under, one.victim.number) == (18, "one child")
    assert (one.min_months, one.max_months, one.max_life, one.band) == (120, None, True, 90)
    assert one.triable_by == ("sessions",)
    assert one.counterparts == ("IPC-370-4",)


def test_children_of_the_immoral_traffic_act() -> None:
    """Its child is under 16, its minor 16 or 17: the bands differ, 90 and 60."""
    child, minor = row("ITPA-5-1-child"), row("ITPA-5-1-minor")
    assert child.victim is not None
    assert minor.victim is not None
    assert (child.victim.under, child.victim.at_least, child.band) == (16, None, 90)
    assert (minor.victim.under, minor.victim.at_least, minor.band) == (18, 16, 60)
    assert minor.max_months == 168


def test_ages_of_kidnapping() -> None:
    """Boys were protected to 16 and girls to 18 by IPC 363; BNS 137(2) protects all to 18."""
    old, new = row("IPC-363").victim, row("BNS-137-2").victim
    assert old is not None
    assert new is not None
    assert (old.under, old.under_if_male, old.or_unsound_mind, old.or_taken_abroad) == (18, 16, True, True)
    assert (new.under, new.under_if_male, new.or_unsound_mind, new.or_taken_abroad) == (18, None, True, True)


def test_importing_girls_under_21_and_boys_under_18() -> None:
    """BNS 141 has two ages; IPC 366B had girls only."""
    old, new = row("IPC-366B").victim, row("BNS-141").victim
    assert old is not None
    assert new is not None
    assert (new.under, new.under_if_male) == (21, 18)
    assert (old.sex, old.under) == ("F", 21)


def test_repeat_rows_need_an_earlier_conviction() -> None:
    """Every repeat row says so, also where the research left the column silent."""
    needed = {one.id for one in ALL if one.id.endswith("-repeat")}
    needed |= {"IPC-370-6", "BNS-143-6", "IPC-376E", "BNS-71", "CALPRA-14-2"}
    assert {one.id for one in ALL if one.earlier_conviction} == needed


@pytest.mark.parametrize(
    ("id_", "term"),
    [
        ("IPC-363A-2", ("life_as_minimum",)),
        ("IPC-370-6", ("life_as_minimum", "rest_of_life")),
        ("IPC-376-3", ("rest_of_life",)),
        ("IPC-371", ("life_or_term",)),
        ("IPC-346", ("added_to_principal",)),
        ("BNS-95", ("added_to_principal",)),
        ("BNS-49", ("as_principal",)),
        ("BNS-143-1", ("no_sentence",)),
        ("ITPA-6-1", ("court_may_go_lower", "life_or_term")),
        ("POCSO-14-1-first", ("no_maximum_stated",)),
        ("POCSO-14-2", ("added_to_principal",)),
        ("POCSO-15-1", ("fine_only",)),
        ("POCSO-18", ("half_of_longest", "as_principal")),
    ],
)
def test_terms_that_months_cannot_hold(id_: str, term: tuple[str, ...]) -> None:
    """What is no number of months has a word of its own."""
    assert row(id_).term == term


def test_seven_days_are_days() -> None:
    """The shortest term of ITPA 8, proviso, is seven days, not no minimum."""
    one = row("ITPA-8-man")
    assert (one.min_days, one.min_months, one.max_months) == (7, None, 3)


def test_term_or_a_word_for_it() -> None:
    """A row either has a longest term, or life or death, or a word that says why it has none."""
    for one in ALL:
        if one.max_months is None and not one.max_life and not one.max_death:
            assert one.term, one.id
        if one.min_months is not None and one.max_months is not None:
            assert one.min_months < one.max_months, one.id
        assert not one.max_death or one.max_life, one.id


def test_nobody_tries_what_is_no_offence() -> None:
    """A row without a court follows its principal or is a definition."""
    for one in ALL:
        if not one.triable_by:
            assert {"as_principal", "no_sentence"} & set(one.term), one.id


def test_doubts_of_bail_and_cognizance_stay_doubts() -> None:
    """Mumbai's notification and the contradicting tables are never settled silently."""
    assert row("IPC-506-II").cognizable == "by_notification"
    assert row("BNS-351-3").bailable == "by_notification"
    assert "not found" in row("BNS-351-3").note
    assert row("BNS-75-2").bailable == "unresolved"
    assert row("THOTA-19").cognizable == "on_complaint"
    assert "unresolved" in row("BNS-139-1").triable_words


def test_no_machine_and_no_name_is_in_the_rows() -> None:
    """Nothing in the rows points at the machine they were written on."""
    for one in ALL:
        assert not re.search(
            r"/(work|tmp|home)/|ipc\.json|unnamed", f"{one.note} {one.source}".replace("main/ipc.json", "")
        ), one.id


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.id)
def test_law_show_is_complete(one: Provision) -> None:
    """Every row answers `law show --json` with all the keys that are promised, in plain words."""
    shown = json.loads(json.dumps(lawtext.shown(one), default=date.isoformat))
    assert set(PROMISED.split()) <= set(shown)
    assert shown["id"] == one.id
    assert shown["victim"] is None or shown["victim"]["words"]
    assert isinstance(shown["triable_by"], list)
    assert isinstance(shown["counterparts"], list)
    assert {shown["cognizable"], shown["bailable"]} <= {*COGNIZABLE, *BAILABLE}
