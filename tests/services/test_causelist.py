"""A court's list is laid beside ours: found, another day, not listed, or somebody has to look."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.services.conftest import Filed
from tests.services.offices import TODAY, in_custody, old_trial
from tracker.domain.case import Hearing
from tracker.services import casework, causelist
from tracker.services.office import Office, Refused

NEW, OLD = "MUM-2026-001", "PUN-2019-014"


def check(office: Office, text: str, on: date = TODAY, **more: str) -> list[tuple[str, str, int | None, str]]:
    """Return status, ref, line and tie of each answer."""
    rows = causelist.check(office, text, on, today=TODAY, **more)
    return [(row.status, row.ref, row.line, row.by) for row in rows]


def _filed(file_cases: Filed) -> None:
    """File a case listed today under a CNR, and one listed today under a number."""
    case = old_trial()
    numbered = replace(case.proceedings[0], number="Spl. C. 210/2019", cnr=None)
    listed = (Hearing(on=TODAY, proceeding=numbered.key, advocate="bina"),)
    file_cases(in_custody(), replace(case, proceedings=(numbered, *case.proceedings[1:]), hearings=listed))


def test_each_answer(office: Office, file_cases: Filed) -> None:
    """By CNR however it is spaced, by number and year, and what the list lacks comes last."""
    _filed(file_cases)
    board = (
        "CAUSE LIST\n12. MHCC05-001234-2026 State v S. Sheikh\n13  Special Case 0210 of 2019\n14 Cr 9/2020\n"
    )
    assert check(office, board) == [("FOUND", NEW, 2, "CNR"), ("FOUND", OLD, 3, "number")]
    assert causelist.check(office, board, TODAY, today=TODAY)[0].item == "12"
    assert check(office, "nothing of ours") == [
        ("NOT LISTED", NEW, None, ""),
        ("NOT LISTED", OLD, None, ""),
    ]


def test_another_day_is_said(office: Office, file_cases: Filed) -> None:
    """Ours, but we have it for another day: somebody was told two dates."""
    _filed(file_cases)
    tomorrow = date(2026, 11, 25)
    assert check(office, "1 210/2019", tomorrow) == [("DIFFERENT DATE", OLD, 1, "number")]
    assert causelist.check(office, "1 210/2019", tomorrow, today=TODAY)[0].on == TODAY


def test_a_name_alone_is_doubtful(office: Office, file_cases: Filed) -> None:
    """A party's name ties nothing for sure; both its words have to be there."""
    _filed(file_cases)
    assert ("NOT OURS?", NEW, 1, "party") in check(office, "7 State vs SALIM  Sheikh and ors")
    assert check(office, "7 State vs Salim", court="dindoshi-11") == [("NOT LISTED", NEW, None, "")]


def test_a_list_may_be_a_pdf(office: Office, file_cases: Filed) -> None:
    """The text of a PDF is read; one of pictures is refused in a line, and so is what is no PDF."""
    _filed(file_cases)
    out = BytesIO()
    canvas = Canvas(out)
    canvas.drawString(50, 700, "3  MHCC050012342026  remand")
    canvas.showPage()
    canvas.save()
    assert check(office, causelist.read(out.getvalue()))[0] == ("FOUND", NEW, 1, "CNR")
    empty = BytesIO()
    canvas = Canvas(empty)
    canvas.showPage()
    canvas.save()
    with pytest.raises(Refused, match="pictures and no text"):
        causelist.read(empty.getvalue())
    with pytest.raises(Refused, match="can't be read as a PDF"):
        causelist.read(b"%PDF-1.4 nothing")


def test_nothing_is_written(office: Office, file_cases: Filed) -> None:
    """The check answers and leaves every hearing as it was."""
    _filed(file_cases)
    before = casework.show(office, NEW, TODAY).hearings
    check(office, "1 MHCC050012342026")
    assert casework.show(office, NEW, TODAY).hearings == before
