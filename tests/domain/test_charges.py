"""Charges that can't stand, and charges that facts, ages and days support."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.domain.flag_givens import EXTENTS, LAW, day, raised, standing
from tracker.domain import flags as words
from tracker.domain.case import Accused, Age, Case, Charge, Event, Offence, Proceeding, Victim
from tracker.domain.charges import doubts
from tracker.domain.competence import can_try
from tracker.domain.matter import Matter
from tracker.domain.misnamed import wrong_act
from tracker.domain.suggestions import missing
from tracker.domain.words import AgeStatus, EventKind, FactWord, ProceedingKind

MINOR, ADULT, PENDING = (
    Age(status=status) for status in (AgeStatus.MINOR, AgeStatus.ADULT, AgeStatus.PENDING)
)
OLD = Offence(first_on=day("01-09-2019"), last_on=day("19-09-2019"))
NEW = Offence(first_on=day("01-09-2024"), last_on=day("19-09-2024"))
ACROSS = Offence(first_on=day("20-06-2024"), last_on=day("05-07-2024"))


def case(
    provision: str | None, offence: Offence | None = OLD, *ages: Age | None, wrote: str | None = None
) -> Case:
    """Return a case of one accused with one charge, and a victim of each age."""
    victims = tuple(Victim(code=f"V{n}", age=age) for n, age in enumerate(ages, 1))
    charge = Charge(accused="A1", provision=provision, as_written=wrote)
    return Case(ref="X", offence=offence, accused=(Accused(label="A1"),), victims=victims, charges=(charge,))


def doubted(one: Case, courts: dict[str, str] | None = None) -> list[tuple[str, str]]:
    """Return kind and reason of each doubt."""
    return [(doubt.kind, doubt.reason) for doubt in doubts(Matter(one, courts or {}), LAW)]


@pytest.mark.parametrize(
    ("provision", "offence", "reasons"),
    [
        ("IPC-370-3", OLD, []),
        ("IPC-370-3", NEW, ["no_longer"]),
        ("IPC-370-3", ACROSS, ["by_parts"]),
        ("IPC-370-3", Offence(first_on=day("01-01-2012")), ["not_covered"]),
        ("BNS-143-3", OLD, ["not_yet"]),
        ("BNS-143-3", NEW, []),
        ("BNS-143-3", ACROSS, ["by_parts"]),
        ("BNS-143-3", None, []),
    ],
)
def test_a_provision_must_be_law_on_the_days_of_the_offence(
    provision: str, offence: Offence | None, reasons: list[str]
) -> None:
    """Before its first day, after its last, across either; and older than our reading is not covered."""
    assert doubted(case(provision, offence)) == [("charge_out_of_force", reason) for reason in reasons]


@pytest.mark.parametrize(("last", "reasons"), [("30-06-2024", []), ("01-07-2024", ["by_parts"])])
def test_the_old_code_ends_on_30_june_2024(last: str, reasons: list[str]) -> None:
    """An offence that ends on 30-06-2024 is the IPC's alone; one more day makes two parts."""
    one = case("IPC-370-3", Offence(first_on=day("20-06-2024"), last_on=day(last)))
    assert [reason for _, reason in doubted(one)] == reasons


def test_a_charge_with_days_of_its_own_is_judged_by_them() -> None:
    """The case began under the IPC, this charge is of July 2024."""
    july = Charge(accused="A1", provision="BNS-143-3", offence=Offence(first_on=day("02-07-2024")))
    one = replace(case("BNS-143-3", ACROSS), charges=(july,))
    assert doubted(one) == []


@pytest.mark.parametrize(
    ("ages", "reasons"),
    [
        ((MINOR,), []),
        ((PENDING,), []),
        ((None,), []),
        ((ADULT,), ["no_child"]),
        ((ADULT, PENDING), []),
        ((), []),
    ],
)
def test_a_child_only_section_needs_one_who_is_or_may_be_a_child(
    ages: tuple[Age | None, ...], reasons: list[str]
) -> None:
    """Only when every victim is known to be of age can it not stand."""
    assert doubted(case("POCSO-6-1", NEW, *ages)) == [("charge_needs_minor", reason) for reason in reasons]


@pytest.mark.parametrize(
    ("ages", "reasons"),
    [
        ((MINOR, MINOR), []),
        ((MINOR, PENDING), []),
        ((MINOR, ADULT), ["one_child"]),
        ((ADULT, ADULT), ["no_child"]),
    ],
)
def test_a_section_for_more_than_one_child_needs_two(ages: tuple[Age, ...], reasons: list[str]) -> None:
    """IPC 370(5) with one minor and nobody whose age is open can't stand."""
    assert [reason for _, reason in doubted(case("IPC-370-5", OLD, *ages))] == reasons


@pytest.mark.parametrize(
    ("court", "events", "expected"),
    [
        ("magistrate", (), []),
        ("magistrate", ("cognizance_taken",), ["commit"]),
        ("magistrate", ("cognizance_taken", "charges_framed"), ["cannot_try"]),
        ("magistrate", ("cognizance_taken", "committed"), []),
        ("sessions", ("cognizance_taken", "committed", "charges_framed"), []),
        ("sessions", ("cognizance_taken", "charges_framed"), ["no_committal"]),
        ("special_pocso", ("cognizance_taken", "charges_framed"), []),
    ],
)
def test_a_sessions_charge_before_a_magistrate_must_be_committed(
    court: str, events: tuple[str, ...], expected: list[str]
) -> None:
    """A Magistrate may remand, must commit after cognizance, and can't frame."""
    one = replace(
        case("IPC-370-3", OLD),
        proceedings=(Proceeding(key="trial", kind=ProceedingKind.TRIAL, court="c"),),
        events=tuple(Event(on=day("01-02-2020"), kind=EventKind(kind)) for kind in events),
    )
    assert [reason for _, reason in doubted(one, {"c": court})] == expected


@pytest.mark.parametrize(
    ("court", "triable_by", "able"),
    [
        ("sessions", ("special_pocso",), False),
        ("childrens_court", ("special_pocso",), True),
        ("special_pocso", ("sessions",), True),
        ("special_pocso", ("magistrate",), True),
        ("sessions", ("special_mcoca",), False),
        ("magistrate", ("sessions",), False),
        ("special_itpa", ("magistrate",), True),
        ("magistrate", (), True),
    ],
)
def test_which_court_may_try_what(court: str, triable_by: tuple[str, ...], able: bool) -> None:
    """A Session-level court tries what is below it; a special Act's offence stays with its court."""
    assert can_try(court, triable_by) is able


@pytest.mark.parametrize(
    ("as_written", "found"),
    [
        ("67B Immoral Traffic Act", ("ITPA", "beyond")),
        ("ITPA 67B", ("ITPA", "beyond")),
        ("IT Act 3, 4, 5", ("IT", "no_offence")),
        ("IT Act 67B", None),
        ("Immoral Traffic Act 1956 ss. 3, 4(1), 5", None),
        ("370(3)", None),
        ("profit act 3", None),
    ],
)
def test_a_section_under_the_wrong_act_is_seen(as_written: str, found: tuple[str, str] | None) -> None:
    """Sections beyond an Act, or where it punishes nothing, are another Act's."""
    assert wrong_act(as_written, EXTENTS) == found


def test_the_flag_names_the_act_that_may_be_meant() -> None:
    """The why quotes the clerk, says how far the Act goes and which Act may be meant."""
    found = raised(case(None, OLD, wrote="ITPA 67B"), standing("fir"))
    why = words.why(next(flag for flag in found if flag.kind == "wrong_act"), LAW)
    assert "s. 25" in why
    assert "Information Technology Act" in why


def test_a_dropped_charge_is_in_doubt_no_more() -> None:
    """What the court dropped need not stand; what it framed again must."""
    dropped = Event(on=day("01-02-2025"), kind=EventKind.DROPPED, accused="A1", provision="IPC-370-3")
    framed = Event(on=day("01-03-2025"), kind=EventKind.FRAMED, accused="A1", provision="IPC-370-3")
    one = case("IPC-370-3", NEW)
    assert doubted(replace(one, events=(dropped,))) == []
    assert doubted(replace(one, events=(dropped, framed))) == [("charge_out_of_force", "no_longer")]


def test_what_facts_support_and_nobody_is_charged_with_is_missing() -> None:
    """Two victims sold in 2019 and no charge of 370(3): the flag names it; charging it clears it."""
    one = replace(case("ITPA-5-1-a", OLD, ADULT, PENDING), facts=(FactWord.SOLD,))
    assert [row.provision for row in missing(Matter(one, {}), LAW)] == ["IPC-370-3"]
    found = raised(one, standing("fir"))
    assert "more than one person" in words.why(next(f for f in found if f.kind == "charge_missing"), LAW)
    charged = replace(one, charges=(Charge(accused="A1", provision="IPC-370-3"),))
    assert missing(Matter(charged, {}), LAW) == []


def test_the_old_code_is_not_suggested_for_a_new_offence() -> None:
    """A pattern of the IPC is silent in 2024, and where no day of the offence is known."""
    for offence in (NEW, None):
        one = replace(case("ITPA-5-1-a", offence, ADULT, PENDING), facts=(FactWord.SOLD,))
        assert missing(Matter(one, {}), LAW) == []


def test_every_doubt_has_a_why_a_section_and_a_way_to_clear_it() -> None:
    """Whatever is doubted can be read, and no sentence has a gap in it."""
    cases = [
        case("IPC-370-3", NEW),
        case("IPC-370-3", ACROSS),
        case("BNS-143-3", OLD),
        case("IPC-370-3", Offence(first_on=day("01-01-2012"))),
        case("POCSO-6-1", NEW, ADULT),
        case("IPC-370-5", OLD, MINOR, ADULT),
    ]
    for one in cases:
        for flag in raised(one, standing("fir")):
            texts = words.why(flag, LAW), words.cite(flag, LAW), words.clear_by(flag, LAW)
            assert all(text and "None" not in text and "?" not in text for text in texts)
