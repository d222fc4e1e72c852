"""A sheet knows which copy it is and what changed since the one before; and it is neutral."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import delete, update
from sqlmodel import col

from tests.services.conftest import Filed
from tests.services.offices import TODAY, in_custody, three
from tracker.services import neutral, prints, sheets
from tracker.services.office import Office
from tracker.services.sheets import Sheet
from tracker.store import tables

LATER = date(2026, 12, 31)
NEW = "MUM-2026-001"
BAIL = date(2026, 11, 26)


def build(office: Office, **asked: Any) -> Sheet:
    """Return the sheet of the span."""
    return prints.number(office, sheets.build(office, TODAY, LATER, today=TODAY, **asked))


def printed(office: Office, **asked: Any) -> Sheet:
    """Return the sheet and remember it as printed."""
    made = build(office, **asked)
    prints.keep(office, made)
    return made


def test_an_unchanged_sheet_keeps_its_number(office: Office, file_cases: Filed) -> None:
    """A reprint is the same copy, with the same changes."""
    file_cases(*three())
    first = printed(office)
    assert (first.copy, first.before, first.changes) == (1, 0, ())
    assert printed(office) == first
    assert printed(office, office_copy=True).copy == 1


def test_each_change_is_marked_and_numbered(office: Office, file_cases: Filed) -> None:
    """Added, moved, changed and removed are told apart, and a reprint says the same."""
    file_cases(in_custody())
    printed(office)
    with office.transaction() as session:
        of_bail = col(tables.Hearing.on) == BAIL
        session.execute(update(tables.Hearing).where(of_bail).values(on=date(2026, 11, 30)))
        first = col(tables.Hearing.on) == TODAY
        session.execute(update(tables.Hearing).where(first).values(advocate="bina"))
    second = printed(office)
    assert (second.copy, second.before) == (2, 1)
    assert [(one.kind, one.ref, one.on) for one in second.changes] == [
        ("changed", NEW, TODAY),
        ("moved", NEW, date(2026, 11, 30)),
    ]
    assert second.changes[1].was == "Thu 26-11-2026, Court, Sewree, bail, asha"
    assert printed(office) == second
    with office.transaction() as session:
        session.execute(delete(tables.Hearing).where(col(tables.Hearing.on) == TODAY))
    third = printed(office)
    assert [(one.kind, one.on) for one in third.changes] == [("removed", TODAY)]
    assert sheets.supplement(third).lines == ()


def test_a_desk_sheet_holds_nothing_private(office: Office, file_cases: Filed) -> None:
    """What only the office copy may print isn't in the desk sheet at all."""
    file_cases(*three())
    desk, whole = build(office), build(office, office_copy=True)
    assert {line.office for line in desk.lines} == {None}
    assert all(line.office is not None for line in whole.lines)
    said = repr(desk)
    for private in ("POCSO", "Salim", "Malvani", "412", "Special", "MHCC"):
        assert private not in said, private
    assert "State v Salim Sheikh" in repr(whole)


def test_an_accused_relative_is_a_label_on_the_office_copy(office: Office, file_cases: Filed) -> None:
    """A father accused would tell who the child is."""
    case = in_custody()
    accused = (replace(case.accused[0], relative_of="V1"),)
    file_cases(replace(case, accused=accused))
    (line, *_) = build(office, office_copy=True).lines
    assert line.office is not None
    assert line.office.parties == "State v A1"


def test_the_annexes_are_filled(office: Office, file_cases: Filed) -> None:
    """Custody is a note with its days, clocks stand in annex B, neutral, with the lead."""
    file_cases(*three())
    made = build(office)
    line = next(one for one in made.lines if one.ref == NEW)
    assert line.notes[0][0] == "custody"
    custody = next(one for one in made.clocks if one.about == "custody" and one.ref == NEW)
    assert (custody.who, custody.lead, custody.days_left) == ("A1", "asha", line.notes[0][1])
    assert line.previous == date(2026, 11, 10)
    assert line.adjournments == 1


def test_a_filter_that_tells_is_not_repeated(office: Office, file_cases: Filed) -> None:
    """Of a filter only what says where and who stands in the head; the rest is counted."""
    file_cases(*three())
    made = build(office, filter="act:POCSO minor:yes Salim lead:asha", advocate="asha")
    assert (made.shown, made.not_repeated) == ("advocate asha, lead:asha", 3)
    assert build(office, court="special court").not_repeated == 1


def test_neutral_words() -> None:
    """Courts, numbers and purposes lose what tells the kind of case."""
    assert neutral.room("POCSO Court 11") == "11"
    assert neutral.room("11-A") == "11-A"
    assert neutral.complex_("बाल न्यायालय") == ""
    assert neutral.complex_("Dindoshi") == "Dindoshi"
    assert neutral.matter("POCSO Spl. C. 412/2020") == "412/2020"
    assert neutral.matter("Spl. Case") == ""
    assert neutral.purpose("child_evidence") == "evidence"
    assert (
        neutral.rank("child_evidence", False)
        < neutral.rank("evidence", True)
        < neutral.rank("evidence", False)
    )
    assert neutral.marks(("age_pending", "charge_needs_minor", "stage_stalled")) == ("stalled",)


def test_the_order_of_business(office: Office, file_cases: Filed) -> None:
    """Judgment first, then bail and remand, the child, part-heard, evidence, and so on."""
    order = ["judgment", "bail", "child_evidence", "evidence", "accused_statement", "charge", "arguments"]
    ranks = [neutral.rank(purpose, False) for purpose in [*order, "steps"]]
    assert ranks == sorted(ranks)
    assert len(set(ranks)) == len(ranks)
