"""Old and new sections, and the rows on either side."""

from __future__ import annotations

import pytest

import statutes
from statutes import schema
from statutes.rows import Counterpart
from statutes.words import SIDES

PAIRS = statutes.counterparts()


def pair(old: str, new: str) -> Counterpart:
    """Return the pair of these two sections."""
    (found,) = [one for one in PAIRS if (one.old_section, one.new_section) == (old, new)]
    return found


def test_all_pairs_are_there() -> None:
    """210 pairs of the research; by rows 354C, 354D and 376(1) are two each, and 376(2)(i) is one more."""
    assert len(PAIRS) == 214
    assert len({(one.old_act, one.old_section, one.new_act, one.new_section) for one in PAIRS}) == 214


def test_every_counterpart_exists() -> None:
    """An id named as a counterpart is a row."""
    known = statutes.provisions()
    for one in known.values():
        assert set(one.counterparts) <= set(known), one.id
        assert one.id not in one.counterparts
    for two in PAIRS:
        assert {*two.old, *two.new} <= set(known)


def test_sides_say_whether_they_are_in_the_catalogue() -> None:
    """A section without a row of ours is outside the catalogue, which is not the same as none."""
    assert {one.old_kind for one in PAIRS} == set(SIDES)
    assert (pair("364", "140(1)").old_kind, pair("362", "138").old_kind) == ("outside", "outside")
    assert pair("362", "138").new_kind == "catalogue"
    assert (pair("377", "").new_kind, pair("", "69").old_kind) == ("none", "none")


def test_not_the_same_although_often_said() -> None:
    """Boys' age moved from 16 to 18 in kidnapping, the floor of rape from 7 to 10 years."""
    assert pair("363", "137(2)").relation == "changed"
    old, new = (one for one in PAIRS if one.old_section.startswith("376(1)"))
    assert (old.old, old.relation) == (("IPC-376-1-v2013",), "changed")
    assert (new.old, new.relation) == (("IPC-376-1-v2018",), "same")


def test_rows_of_a_pair_name_each_other() -> None:
    """Where the research pairs two rows, each row's own list has the other."""
    known = statutes.provisions()
    for one in PAIRS:
        for old in one.old:
            for new in one.new:
                assert new in known[old].counterparts, f"{old} lacks {new}"
                assert old in known[new].counterparts, f"{new} lacks {old}"


def test_rows_of_the_penal_codes_are_paired() -> None:
    """Every row of the IPC and the BNS stands in a pair."""
    for one in statutes.provisions().values():
        if one.act in ("IPC", "BNS"):
            assert statutes.match(one.id), one.id


def test_match_gives_the_pair_both_ways() -> None:
    """BNS 143(4) and IPC 370(4) find the same pair; a special Act's row finds none."""
    assert statutes.match("BNS-143-4") == statutes.match("IPC-370-4")
    assert statutes.match("BNS-143-4")[0].relation == "same"
    assert statutes.match("ITPA-5-1-child") == ()


def test_a_pair_says_what_was_read() -> None:
    """A match of headings alone is never "verified"."""
    for one in PAIRS:
        assert one.read, one
        assert one.source.startswith("https://")
        assert one.confidence == "verified" or one.read != "both texts"
        if "headings" in one.read:
            assert one.confidence == "derived"


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("POCSO-4-v2012", "POCSO-4-1"),
        ("POCSO-4-v2012", "POCSO-4-2"),
        ("POCSO-6-v2012", "POCSO-6-1"),
        ("IPC-376-2-i", "IPC-376-3"),
    ],
)
def test_an_older_and_a_newer_form_of_one_act_name_each_other(older: str, newer: str) -> None:
    """Whoever looks at the form in force finds the one that held before, and the other way round."""
    rows = schema.read().provisions
    assert newer in rows[older].counterparts
    assert older in rows[newer].counterparts
