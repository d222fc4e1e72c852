"""The faults of a case: each named by its field, and nothing that identifies a victim repeated."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.samples.strategies import COURT_KINDS, cases, wild_cases
from tracker.domain import journal
from tracker.domain.case import (
    Accused,
    Age,
    Case,
    Charge,
    Court,
    Disposal,
    Event,
    Fact,
    Fir,
    Hearing,
    Link,
    Offence,
    Proceeding,
    Victim,
)
from tracker.domain.record_words import Application, Part, WitnessKind
from tracker.domain.records import Assignment, Notice, Witness
from tracker.domain.texts import court_faults
from tracker.domain.words import EventKind, FactWord, LinkKind

IDS = ("IPC-370-3", "IPC-370-4", "POCSO-6-1")
FIR_ON = date(2019, 9, 20)
SECRET = "Sunita Devi"
WHOLE = Case(
    ref="MUM-2019-014",
    fir=Fir(number="412", year=2019, registered_on=FIR_ON, state="MH"),
    offence=Offence(first_on=date(2019, 9, 1), last_on=date(2019, 9, 19)),
    accused=(Accused(label="A1"), Accused(label="A2")),
    victims=(Victim(code="V1"), Victim(code="V2")),
    charges=(Charge(accused="A1", victim="V1", provision="IPC-370-4"),),
    proceedings=(Proceeding(key="trial", court="k", cnr="MHCC050012342019"),),
)


def look(case: Case = WHOLE, **change: Any) -> list[str]:
    """Return the faults of the case so changed, without the case's own name."""
    found = journal.faults(replace(case, **change), lambda id_: id_ in IDS or None, {"k"}, lambda: IDS)
    prefix = f"cases[{change.get('ref', case.ref)}]."
    return [line.removeprefix(prefix) for line in found]


def on(day: str, kind: str, **keys: Any) -> Event:
    """Make an event of that kind and ISO day."""
    return Event(on=date.fromisoformat(day), kind=kind, **keys)  # type: ignore[arg-type]


def events(*rows: Event) -> list[str]:
    """Return the faults of a case with that journal."""
    return look(events=rows)


def test_a_sound_case_has_no_fault() -> None:
    """Nothing is refused for what it leaves out."""
    assert look() == []
    assert look(Case(ref="X")) == []


def test_every_fault_names_its_case() -> None:
    """In a file of many cases the line says which."""
    found = journal.faults(replace(WHOLE, fir=Fir(state="Maharashtra")), lambda _: 1, {"k"})
    assert found == [
        "cases[MUM-2019-014].fir.state: is written with the two capital letters of the State, as MH"
    ]


@pytest.mark.parametrize(
    ("change", "where", "says"),
    [
        ({"accused": (Accused(label="A1"), Accused(label="A1"))}, "accused[1].label", "that of accused[0]"),
        ({"victims": (Victim(code="V1"), Victim(code="V1"))}, "victims[1].code", "that of victims[0]"),
        ({"charges": (Charge(accused="A9", provision="IPC-370-3"),)}, "charges[0].accused", "A9 is not"),
        ({"charges": (Charge(victim="V9", provision="IPC-370-3"),)}, "charges[0].victim", "V1, V2"),
        ({"charges": (Charge(provision="IPC-370-5"),)}, "charges[0].provision", "near it: IPC-370-"),
        ({"charges": (Charge(provision="IPC-370-3", with_="XX"),)}, "charges[0].with", "not a provision"),
        ({"charges": (Charge(),)}, "charges[0].provision", "write as_written"),
        ({"charges": (Charge(as_written="302", min_months=9, max_months=3),)}, "charges[0].max_months", "9"),
        ({"proceedings": (Proceeding(key="t", court="z9"),)}, "proceedings[0].court", "z9 is not a court"),
        ({"proceedings": (Proceeding(key="t"), Proceeding(key="t"))}, "proceedings[1].key", "is also"),
        ({"proceedings": (Proceeding(key="t", cnr="MHCC05"),)}, "proceedings[0].cnr", "has 6 characters"),
        ({"facts": (Fact(fact=FactWord.SOLD, victims=("V7",)),)}, "facts[0].victims", "V7 is not a victim"),
        ({"facts": (Fact(fact=FactWord.SOLD, accused=("A7",)),)}, "facts[0].accused", "A7 is not an accused"),
        ({"links": (Link(kind=LinkKind.SAME_NETWORK, ref="MUM-2019-014"),)}, "links[0].ref", "another case"),
        ({"witnesses": (Witness("PW1", WitnessKind.VICTIM, name="Meena"),)}, "witnesses[0].name", "refused"),
        ({"assignments": (Assignment(Part.JUDGE, proceeding="z"),)}, "assignments[0].proceeding", "z is not"),
        ({"notices": (Notice(Application.BAIL, accused="A9"),)}, "notices[0].accused", "A9 is not"),
        ({"accused": (Accused(label="A1", relative_of="V8"),)}, "accused[0].relative_of", "V8"),
        ({"accused": (Accused(label="A1", age=130),)}, "accused[0].age", "130"),
        ({"fir": Fir(year=19)}, "fir.year", "1900"),
        ({"fir": Fir(year=2018, registered_on=FIR_ON)}, "fir.year", "not the year of registered_on"),
        ({"fir": Fir(time="25:00")}, "fir.time", "HH:MM"),
        ({"offence": Offence(first_on=FIR_ON, last_on=date(2019, 9, 1))}, "offence.last_on", "before"),
        ({"offence": Offence(first_on=date(2019, 9, 21))}, "offence.first_on", "after the FIR"),
        ({"title": "a\x07b"}, "title", "U+0007"),
        ({"title": "a\u202eb"}, "title", "U+202E"),
        ({"title": "x" * 201}, "title", "at most 200"),
        ({"tags": ("a\nb",)}, "tags[0]", "U+000A"),
        ({"ref": ""}, "ref", "is empty"),
    ],
)  # fmt: skip
def test_what_names_nobody_on_file_or_cannot_be_kept(change: dict[str, Any], where: str, says: str) -> None:
    """The line begins with the path of the field and says what would be right."""
    found = [line for line in look(**change) if line.startswith(f"{where}:")]
    assert found, look(**change)
    assert says in found[0]


@pytest.mark.parametrize(
    ("row", "where", "says"),
    [
        (on("2019-09-21", "arrested"), "accused", "is missing; say which of A1, A2"),
        (on("2019-09-21", "arrested", accused="A3"), "accused", "on file: A1, A2"),
        (on("2019-09-21", "rescued"), "victim", "say which of V1, V2"),
        (on("2019-09-21", "invoked"), "provision", "is missing"),
        (on("2019-09-21", "invoked", provision="IPC-999"), "provision", "not a provision"),
        (on("2019-09-21", "told_of_progress", victim="V1", custody="police"), "custody", "not a key of"),
        (
            on("2019-11-21", "charge_sheet_filed", sentence_months=3),
            "sentence_months",
            "its keys are accused",
        ),
        (on("2019-09-21", "remanded", accused="A1", proceeding="x1"), "proceeding", "x1"),
        (on("2019-09-21", "remanded", accused="A1", court="zz"), "court", "zz"),
        (on("2019-09-21", "remanded", accused="A1", until=date(2019, 9, 1)), "until", "before the remand"),
        (on("2019-09-21", "remanded", accused="A1", time="9:30"), "time", "HH:MM"),
        (on("2021-09-21", "acquitted", accused="A1", reason="bored"), "reason", "hostile_witness"),
        (on("2021-09-21", "convicted", accused="A1", fine_rupees=-1), "fine_rupees", "less than nought"),
        (on("2021-09-21", "convicted", accused="A1", provisions=("Q",)), "provisions", "not a provision"),
        (on("2019-09-21", "searched", corrects=1), "corrects", "not an earlier line"),
        (on("2019-09-21", "fir_registered"), "on", "not the day of the FIR"),
        (on("2019-09-10", "charge_sheet_filed"), "on", "before the FIR"),
        (on("2019-09-10", "searched", note="a\x00b"), "note", "U+0000"),
    ],
)
def test_a_line_of_the_journal_that_cannot_stand(row: Event, where: str, says: str) -> None:
    """One wrong key is named with what the kind may carry."""
    found = [line for line in events(row) if line.startswith(f"events[0].{where}:")]
    assert found, events(row)
    assert says in found[0]


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        (
            [("2020-01-02", "charge_sheet_filed"), ("2020-01-01", "judgment_delivered")],
            "before the charge sheet",
        ),
        (
            [("2020-01-02", "remanded:A1"), ("2020-01-01", "default_bail_granted:A1")],
            "before the first remand",
        ),
        ([("2020-01-02", "trial_stayed"), ("2020-01-01", "stay_vacated")], "vacated after it is made"),
        ([("2020-01-02", "convicted:A1"), ("2020-01-01", "sentence_passed")], "before the judgment"),
        ([("2020-01-01", "died:A1"), ("2020-01-02", "arrested:A1")], "after the accused died"),
        ([("2020-01-01", "convicted:A1"), ("2020-01-01", "acquitted:A1")], "each names its provisions"),
    ],
)
def test_a_journal_may_not_contradict_itself(rows: list[tuple[str, str]], says: str) -> None:
    """Each pair can't both be true."""
    made = [on(day, kind.partition(":")[0], accused=kind.partition(":")[2] or None) for day, kind in rows]
    assert any(says in line for line in events(*made)), events(*made)


def test_a_correction_takes_the_contradiction_away() -> None:
    """What a later line corrects no longer counts."""
    wrong = on("2019-09-10", "charge_sheet_filed")
    assert events(wrong)
    assert events(wrong, on("2019-11-18", "charge_sheet_filed", corrects=1)) == []


def test_a_court_may_convict_of_one_charge_and_acquit_of_another() -> None:
    """With the provisions named there is no contradiction; of the same provision there is."""
    guilty = on("2020-01-01", "convicted", accused="A1", provisions=("IPC-370-4",))
    assert events(guilty, on("2020-01-01", "acquitted", accused="A1", provisions=("POCSO-6-1",))) == []
    assert events(guilty, on("2020-01-01", "acquitted", accused="A1", provisions=("IPC-370-4",)))


def test_an_appeal_between_explains_another_result() -> None:
    """Convicted by the trial court, retried and acquitted is no contradiction."""
    rows = [on("2020-01-01", "convicted", accused="A1"), on("2021-01-01", "retrial_ordered")]
    assert events(*rows, on("2022-01-01", "acquitted", accused="A1")) == []


def test_a_disposal_must_agree_with_the_events() -> None:
    """The events of each accused decide; a register that says otherwise is refused."""
    told = Disposal(kind="acquitted")  # type: ignore[arg-type]
    rows = (on("2020-01-01", "convicted", accused="A1"),)
    assert any(line.startswith("disposal.kind:") for line in look(disposal=told, events=rows))
    assert look(disposal=told) == []


def test_the_only_accused_need_not_be_named() -> None:
    """With one accused, or with none on file, an arrest without a label is no fault."""
    row = (on("2019-09-21", "arrested"),)
    assert look(Case(ref="X", accused=(Accused(label="A1"),), events=row)) == []
    assert look(Case(ref="X", events=row)) == []


def test_a_hearing_is_after_the_fir_and_before_its_next_date() -> None:
    """Anticipatory bail alone can be listed before there is an FIR."""
    early = Hearing(on=date(2019, 9, 1), proceeding="trial")
    assert any("before the FIR" in line for line in look(hearings=(early,)))
    bail = Proceeding(key="trial", kind="bail")  # type: ignore[arg-type]
    assert look(hearings=(early,), proceedings=(bail,)) == []
    back = Hearing(on=date(2020, 1, 1), next_on=date(2020, 1, 1))
    assert look(hearings=(back,)) == [
        "hearings[0].next_on: 2020-01-01 is not after the hearing of 2020-01-01"
    ]


def test_only_an_adjournment_was_opposed_or_cost_anything() -> None:
    """Not a hearing that went on, nor one whose outcome nobody recorded; and no costs below nought."""
    held = Hearing(on=date(2020, 1, 1), outcome="held", opposed=True)  # type: ignore[arg-type]
    silent = Hearing(on=date(2020, 2, 1), costs_rupees=0)
    back = Hearing(on=date(2020, 3, 1), outcome="adjourned", costs_rupees=-1)  # type: ignore[arg-type]
    faults = look(hearings=(held, silent, back))
    assert [line.partition(":")[0] for line in faults] == [
        "hearings[0].opposed",
        "hearings[1].costs_rupees",
        "hearings[2].costs_rupees",
    ]


def test_any_script_is_welcome() -> None:
    """Devanagari with its joiners, and line breaks in a note, are kept as written."""
    rows = (on("2019-09-21", "searched", note="पहिली ओळ\nक्\u200dष"),)
    assert look(title="राज्य विरुद्ध अ१", events=rows) == []


@pytest.mark.parametrize(
    "change",
    [
        {"victims": (Victim(code=SECRET), Victim(code=SECRET))},
        {"charges": (Charge(victim=SECRET, provision="IPC-370-3"),)},
        {"events": (on("2019-09-21", "rescued", victim=SECRET),)},
        {"events": (on("2019-09-21", "rescue_attempted", victims=(SECRET,)),)},
        {"events": (on("2019-09-21", "searched", note=SECRET + "\x00"),)},
        {"events": (on("2019-09-21", "arrested", accused=SECRET),)},
        {"victims": (Victim(code="V1", name=SECRET + "\x00"),)},
        {"accused": (Accused(label="A1", relative_of=SECRET),)},
        {"facts": (Fact(fact=FactWord.SOLD, victims=(SECRET,)),)},
        {"victims": (Victim(code="V1", age=Age(status="minor", born_on=date(2030, 5, 17))),)},  # type: ignore[arg-type]
    ],
)  # fmt: skip
def test_a_fault_never_repeats_what_may_identify_a_victim(change: dict[str, Any]) -> None:
    """A name in the wrong field is refused without being printed, and so is a day of birth."""
    found = "\n".join(look(**change))
    assert found
    assert "Sunita" not in found
    assert "2030" not in found


def test_a_name_of_blanks_names_nothing() -> None:
    """A label made of spaces is as good as none."""
    assert look(accused=(), charges=(), victims=(Victim(code=" "),)) == [
        "victims[0].code: is empty; it names the row"
    ]


@pytest.mark.parametrize("months", [-1, 1201])
def test_a_term_given_by_hand_is_one_that_a_court_can_give(months: int) -> None:
    """Gravity by hand moves the custody clock, so a slip of the hand is refused."""
    found = look(charges=(Charge(as_written="302", max_months=months),))
    assert found == [f"charges[0].max_months: {months} is not a term in months, from 0 to 1200"]


def test_the_ages_of_a_victim_are_a_range_in_order() -> None:
    """A low end above the high end can't be an age."""
    age = Age(status="pending", years_low=19, years_high=17)  # type: ignore[arg-type]
    assert look(victims=(Victim(code="V1", age=age), Victim(code="V2"))) == [
        "victims[0].age.years_high: is less than years_low"
    ]


def test_all_faults_are_told_at_once() -> None:
    """A clerk mends a file in one round."""
    found = look(
        title="x" * 300,
        charges=(Charge(accused="A9", provision="IPC-1"),),
        events=(on("2019-09-10", "charge_sheet_filed"), on("2019-09-21", "arrested")),
    )
    assert len(found) == 5


def test_the_courts_of_a_file_have_each_one_key() -> None:
    """Two courts of one key would be one court."""
    assert court_faults([Court(key="k"), Court(key="k")]) == ["courts[1].key: k is also that of courts[0]"]
    assert court_faults([Court(key="k", state="mh")])[0].startswith("courts[0].state:")


def test_every_kind_has_its_keys_and_every_key_a_kind() -> None:
    """No key of an event is without a kind that carries it, and none is made up."""
    known = {field.name for field in fields(Event)}
    assert set(journal.KEYS) == set(EventKind)
    assert frozenset().union(*journal.KEYS.values()) == set(journal.EXTRA)
    assert set(journal.EXTRA) | set(journal.ALWAYS) | {"on", "kind"} == known


@settings(deadline=None, max_examples=150)
@given(cases())
def test_a_sound_register_is_never_refused(case: Case) -> None:
    """Steps left out are no fault."""
    assert journal.faults(case, lambda _: 1, COURT_KINDS) == []


@settings(deadline=None, max_examples=100)
@given(wild_cases(), st.text(max_size=30))
def test_faults_are_always_lines(case: Case, text: str) -> None:
    """Whatever is written, each fault is one printable line."""
    odd = replace(
        case, ref=text, title=text, tags=(text,), charges=(Charge(provision=text, as_written=text),)
    )
    for line in journal.faults(odd, lambda _: None, COURT_KINDS, lambda: IDS):
        assert line.isprintable()
        assert line.startswith("cases[")
