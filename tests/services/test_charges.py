"""What a case lacks or can't keep, adding one suggestion, and what an age moves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.cli import malvani
from tests.conftest import PlaceFor, copied
from tracker.domain.case import Age, Charge, Event, Offence
from tracker.domain.law import law_of
from tracker.domain.matter import Matter
from tracker.domain.words import AgeBasis, AgeStatus, EventKind
from tracker.services import ages, casework, charges, interchange
from tracker.services.office import Office, Refused, open_office

TODAY = date(2019, 10, 1)
REF = "MUM-2019-014"
SEVENTEEN = Age(status=AgeStatus.MINOR, years=17, basis=AgeBasis.SCHOOL_CERTIFICATE)


@pytest.fixture(scope="module")
def made(place_for: PlaceFor, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Make the desk once, to copy; return its URL."""
    folder = tmp_path_factory.mktemp("desk")
    url = place_for("sqlite", folder)
    with open_office(url) as office:
        interchange.import_files(office, [malvani.write(folder / "malvani.json", with_charge_sheet=False)])
    return url


@pytest.fixture
def desk(made: str, tmp_path: Path) -> Iterator[Office]:
    """An office with the Malvani case as it stood before the charge sheet."""
    with open_office(copied(made, tmp_path, "office.db")) as office:
        yield office


def test_a_suggestion_has_the_keys_that_are_promised(desk: Office) -> None:
    """Provision, accused, victim, when, why and cite; the fact, if one is asked; what was abetted."""
    found = charges.suggest(desk, REF, TODAY)
    assert all({"provision", "accused", "victim", "when", "why", "cite"} <= row.keys() for row in found.add)
    assert all(row["fact"] for row in found.add if row["when"] == "if_fact")
    abetted = next(row for row in found.add if (row["provision"], row["victim"]) == ("POCSO-17", "V2"))
    assert (abetted["when"], abetted["with"]) == ("if_minor", "POCSO-4-1")
    assert abetted["or_with"] == ["POCSO-4-2", "POCSO-6-1"]
    assert any(line.startswith("age:") for line in abetted["elements"])
    assert abetted["evidence"]


def test_the_other_penal_code_is_to_be_avoided(desk: Office) -> None:
    """For an offence of 2019 the BNS stands under avoid, with its first day."""
    row = next(row for row in charges.suggest(desk, REF, TODAY).avoid if row["provision"] == "BNS")
    assert "01-07-2024" in row["why"]


def test_what_is_charged_is_not_suggested_again(desk: Office) -> None:
    """370(3) and (4) are on file; (5) waits for a second minor."""
    whens = {row["provision"]: row["when"] for row in charges.suggest(desk, REF, TODAY).add}
    assert "IPC-370-3" not in whens
    assert whens["IPC-370-5"] == "if_second_minor"


def test_a_what_if_answers_as_if_and_writes_nothing(desk: Office, tmp_path: Path) -> None:
    """With V2 at 17, 370(5) stands now; the database file keeps every byte, and so does what is kept."""
    before = (tmp_path / "office.db").read_bytes()
    whens = {
        (row["provision"], row["victim"]): row["when"]
        for row in charges.suggest(desk, REF, TODAY, ["V2=17"]).add
    }
    ages.consequences(desk, REF, "V2", SEVENTEEN, TODAY)
    assert whens["IPC-370-5", None] == "now"
    assert whens["POCSO-17", "V2"] == "now"
    assert ("ITPA-5-1-minor", "V2") in whens
    assert (tmp_path / "office.db").read_bytes() == before
    assert "IPC-370-5" not in {
        r["provision"] for r in charges.suggest(desk, REF, TODAY).add if r["when"] == "now"
    }


@pytest.mark.parametrize(
    ("suppose", "gone", "come"),
    [
        ("V5=adult", ("POCSO-17", "V5"), ("ITPA-4-1", "V5")),
        ("V5=16-17", ("ITPA-4-1", "V5"), ("ITPA-4-1-child-minor", "V5")),
        ("V3=15", ("ITPA-5-1-minor", "V3"), ("ITPA-5-1-child", "V3")),
        ("offence=2024-09-01..2024-09-19", ("IPC-372", "V1"), ("BNS-98", "V1")),
        ("fact=wrongful_confinement", ("IPC-1", None), ("IPC-342", None)),
        ("fact=-sold", ("IPC-372", "V1"), ("IPC-366A", "V1")),
        ("A1=premises_owner", ("ITPA-3-1-first", None), ("ITPA-3-2-first", None)),
    ],
)
def test_ages_days_facts_and_roles_can_be_supposed(
    desk: Office, suppose: str, gone: tuple[str, str | None], come: tuple[str, str | None]
) -> None:
    """Each what-if takes a charge away and brings another, as recording it would."""
    now = {(r["provision"], r["victim"]) for r in charges.suggest(desk, REF, TODAY, [suppose]).add}
    assert come in now
    assert gone not in now


@pytest.mark.parametrize("words", ["V9=17", "V2", "V2=young", "fact=murder", "A1=boss", "offence=soon"])
def test_what_cannot_be_supposed_is_refused(desk: Office, words: str) -> None:
    """Nobody of that code, no age, no fact, no role, no day."""
    with pytest.raises(Refused):
        charges.suggest(desk, REF, TODAY, [words])


def test_accepting_adds_one_charge_and_keeps_why(desk: Office) -> None:
    """The charge is on file, its `added` event says whose reason and which pattern; the rest stays open."""
    charges.accept(desk, REF, "IPC-372", "A1", "V1", TODAY, because="told by the prosecutor")
    view = casework.show(desk, REF, TODAY)
    assert [c for c in view.charges if c["provision"] == "IPC-372"] == [
        {"accused": "A1", "victim": "V1", "provision": "IPC-372"}
    ]
    line = next(e for e in view.events if e["kind"] == "added")
    assert line["note"].startswith("told by the prosecutor; suggested: ")
    assert "ipc-372-sold" in line["note"]
    left = {
        (r["provision"], r["victim"]) for r in charges.suggest(desk, REF, TODAY).add if r["when"] == "now"
    }
    assert ("IPC-372", "V1") not in left
    assert ("IPC-366A", "V1") in left


def test_accepting_an_abetment_keeps_what_was_abetted(desk: Office) -> None:
    """POCSO 17 goes on file with POCSO 4(1), whose gravity and court it follows."""
    charges.accept(desk, REF, "POCSO-17", "A1", "V1", TODAY)
    view = casework.show(desk, REF, TODAY)
    one = next(c for c in view.charges if c["provision"] == "POCSO-17")
    assert one["with"] == "POCSO-4-1"


def test_accepting_what_is_not_suggested_is_refused(desk: Office) -> None:
    """Murder is no suggestion, nor is V1's charge for V9; nothing is written."""
    for provision, victim in (("IPC-366B", None), ("IPC-372", "V9"), ("IPC-372", None)):
        with pytest.raises(Refused):
            charges.accept(desk, REF, provision, "A1", victim, TODAY)
    assert len(casework.show(desk, REF, TODAY).charges) == 2


def test_a_second_minor_moves_the_floor_and_says_so(desk: Office) -> None:
    """V2 at 17: 370(5), the least term from 10 to 14 years, her base limbs replaced; the court stays."""
    found = ages.consequences(desk, REF, "V2", SEVENTEEN, TODAY)
    assert (found.was, found.will_be) == ("pending", "minor, 17 (school or matriculation certificate)")
    assert "10 years → 14 years (370(4) → 370(5) IPC)" in found.floor
    assert "IPC 370(5)" in found.charges
    assert "POCSO 17 for V2" in found.charges
    assert "IPC 370A(2) for V2 is no longer called for" in found.doubts
    assert found.court == ("stays: Special Court (POCSO)",)
    assert found.custody == ("A1: stays at 90 days, last day 19-12-2019",)
    assert "goes: age pending (V2)" in found.flags


def test_a_clock_that_waited_for_the_age_moves_and_does_not_end(desk: Office) -> None:
    """The child's evidence was taken long ago; its last day is reckoned only once she is known to be one."""
    for kind in (EventKind.COGNIZANCE_TAKEN, EventKind.TESTIFIED):
        victim = "V2" if kind == EventKind.TESTIFIED else None
        casework.record(desk, REF, Event(on=TODAY, kind=kind, victim=victim), TODAY, out_of_order="a test")
    found = ages.consequences(desk, REF, "V2", SEVENTEEN, TODAY)
    assert "POCSO-35-1-30D" in {row.limit for row in found.moved}
    assert "POCSO-35-1-30D" not in {row.limit for row in found.ended}


def test_a_first_minor_moves_the_court_the_band_and_the_clocks(desk: Office) -> None:
    """Where nobody's age was known and only ITPA 4(1) is charged, a child moves court, custody and clocks."""
    law, kinds = law_of(), {"dindoshi-11": "magistrate"}
    with desk.reading() as session:
        from tracker.services import fresh

        case = fresh.one(desk, session, fresh.number_of(session, REF), TODAY).case
    alone = replace(
        case,
        ref="ONE",
        facts=tuple(f for f in case.facts if f in ("procured", "lived_on_earnings")),
        victims=tuple(v for v in case.victims if v.code == "V2"),
        charges=(Charge(accused="A1", provision="ITPA-4-1"),),
        events=tuple(e for e in case.events if e.kind != "age_determined" and not e.victims),
    )
    assert Matter(alone, kinds).fir_on is not None
    casework.add_case(desk, alone, TODAY)
    assert law.provision("ITPA-4-1") is not None
    found = ages.consequences(desk, "ONE", "V2", replace(SEVENTEEN, years=15), TODAY)
    assert any("no least term" in line and "7 years" in line for line in found.floor)
    assert any("60 days" in line and "90 days" in line for line in found.custody)


def test_an_age_recorded_is_what_was_shown(desk: Office) -> None:
    """After recording, the charges shown as within reach are those suggested now."""
    shown = ages.consequences(desk, REF, "V2", SEVENTEEN, TODAY)
    ages.record(desk, REF, "V2", SEVENTEEN, TODAY)
    again = ages.consequences(desk, REF, "V2", SEVENTEEN, TODAY)
    assert shown.charges
    assert not again.charges
    assert not again.floor
    now = {r["provision"] for r in charges.suggest(desk, REF, TODAY).add if r["when"] == "now"}
    assert {"IPC-370-5", "POCSO-17"} <= now


def test_a_range_stays_a_range(desk: Office) -> None:
    """16 to 18 from a bone test is said as a range, before and after."""
    age = Age(status=AgeStatus.PENDING, years_low=16, years_high=18, basis=AgeBasis.OSSIFICATION)
    found = ages.consequences(desk, REF, "V5", age, TODAY)
    assert found.was == "pending, 17 to 19 (ossification or medical test)"
    assert found.will_be == "pending, 16 to 18 (ossification or medical test)"


def test_an_unknown_victim_is_refused(desk: Office) -> None:
    """A code that isn't on file is named with those that are."""
    with pytest.raises(Refused, match="V9"):
        ages.consequences(desk, REF, "V9", SEVENTEEN, TODAY)


def _of(case_events: tuple[Event, ...], provision: str, **keys: object) -> list[dict[str, object]]:
    from tracker.domain.case import Accused, Case, Fir

    case = Case(
        ref="X",
        fir=Fir(registered_on=date(2024, 8, 2)),
        offence=Offence(first_on=date(2024, 8, 1)),
        accused=(Accused(label="A1"),),
        charges=(Charge(accused="A1", provision=provision, **keys),),  # type: ignore[arg-type]
        events=case_events,
    )
    return list(charges.of(case, {}, law_of()).doubt)


def _told(**keys: object) -> Event:
    return Event(on=date(2025, 8, 1), kind=EventKind.CONVICTED, accused="A1", **keys)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("provision", "months", "doubted"),
    [
        ("BNS-143-4", 84, True),
        ("BNS-143-4", 120, False),
        ("BNS-143-7", 240, True),
        ("ITPA-6-1", 60, True),
        ("BNS-351-3", 6, False),
    ],
)
def test_a_sentence_under_the_least_term_is_doubted(provision: str, months: int, doubted: bool) -> None:
    """Seven years for 143(4), or a term of years where life is the least; not where none is stated."""
    found = _of((_told(sentence_months=months),), provision)
    assert ("below_minimum" in {row["kind"] for row in found}) is doubted


def test_a_court_that_may_go_lower_is_said_to() -> None:
    """ITPA 6 lets the court go below seven years for reasons: the doubt says where to look."""
    why = str(
        next(r["why"] for r in _of((_told(sentence_months=60),), "ITPA-6-1") if r["kind"] == "below_minimum")
    )
    assert "7 years" in why
    assert "reasons" in why


def test_a_life_sentence_is_never_too_low() -> None:
    """Life, or death, satisfies every least term; an acquitted section binds nobody."""
    assert not [
        r for r in _of((_told(life=True, sentence_months=0),), "BNS-143-7") if r["kind"] == "below_minimum"
    ]
    lesser = _told(sentence_months=24, provisions=("BNS-351-3",))
    assert not [r for r in _of((lesser,), "BNS-143-4") if r["kind"] == "below_minimum"]


def test_an_abetment_has_the_least_term_of_what_was_abetted() -> None:
    """POCSO 17 with 4(2): twenty years, so twelve is under it."""
    found = _of((_told(sentence_months=144),), "POCSO-17", with_="POCSO-4-2")
    assert "20 years" in str(next(r["why"] for r in found if r["kind"] == "below_minimum"))


def test_procedure_of_the_wrong_code_is_doubted_without_its_sentence() -> None:
    """A remand noted under CrPC 167 in a case of August 2024; only the section is repeated."""
    line = Event(
        on=date(2024, 8, 5), kind=EventKind.REMANDED, accused="A1", note="remand u/s 167(2) Cr.P.C., Asha K."
    )
    row = next(r for r in _of((line,), "BNS-143-3") if r["kind"] == "wrong_code")
    assert "CrPC s. 167(2)" in str(row["why"])
    assert "BNSS" in str(row["why"])
    assert "187" in str(row["why"])
    assert "Asha" not in str(row["why"])
    right = Event(on=date(2024, 8, 5), kind=EventKind.REMANDED, accused="A1", note="remand u/s 187 BNSS")
    assert not [r for r in _of((right,), "BNS-143-3") if r["kind"] == "wrong_code"]


def test_a_section_out_of_force_is_doubted_with_what_was_law() -> None:
    """IPC 370(3) for August 2024: BNS 143(3) stood in its place."""
    row = next(r for r in _of((), "IPC-370-3") if r["kind"] == "charge_out_of_force")
    assert row["instead"] == ["BNS-143-3"]
    assert "BNS 143(3)" in str(row["why"])
