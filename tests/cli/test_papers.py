"""Papers and overviews by command: text, JSON, PDF, and what the audit says of them."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from pypdf import PdfReader

from tests.cli import leaks

pytestmark = pytest.mark.usefixtures("office_with_malvani")
MALVANI = "MUM-2019-014"
Run = Callable[..., Result]


def test_the_annexure_is_printed_and_the_audit_says_by_whom(run: Run, tmp_path: Path) -> None:
    """The PDF says whose adjournments it lists; a row of the audit says it was printed, with its mark."""
    file = tmp_path / "annex.pdf"
    done = run("adjournments", MALVANI, "--pdf", str(file))
    assert done.exit_code == 0, done.output
    mark = done.stderr.rpartition("mark ")[2].strip(")\n")
    said = PdfReader(BytesIO(file.read_bytes())).pages[0].extract_text()
    assert "CrPC 309(2)" in said
    assert mark in said
    assert f"adjournment ledger, mark {mark}" in run("audit").output


def test_what_was_opposed_is_told_by_the_ledger_until_it_is_taken_back(
    run: Run, answer: Callable[..., Any]
) -> None:
    """Recorded by command, read in the ledger as JSON and text; undone, both say that nobody noted it."""
    said = ("hearing", MALVANI, "--on", "2020-02-10", "--outcome", "adjourned", "--asked-by", "defence")
    more = ("--next", "2020-03-02", "--unopposed", "--costs", "2500", "--correct")
    assert run(*said, *more, "--today", "2026-11-24").exit_code == 0

    def noted() -> tuple[object, ...]:
        last = answer("adjournments", MALVANI, "--today", "2026-11-24")["lost"][-1]
        return last["on"], last.get("opposed"), last.get("costs_rupees")

    assert noted() == ("2020-02-10", False, 2500)
    assert "opposed: no; costs: Rs 2,500" in " ".join(run("adjournments", MALVANI).output.split())
    assert run("undo", "--yes").exit_code == 0
    assert noted() == ("2020-02-10", None, None)


def test_printed_twice_with_a_given_day_it_is_the_same_file(run: Run, tmp_path: Path) -> None:
    """The row that the first printing leaves in the audit changes nothing on the second."""
    files = [tmp_path / name for name in ("one.pdf", "two.pdf")]
    for file in files:
        assert run("adjournments", MALVANI, "--pdf", str(file)).exit_code == 0
    assert files[0].read_bytes() == files[1].read_bytes()


def test_the_seal_on_a_paper_is_a_head_that_the_audit_knows(run: Run) -> None:
    """`audit verify --head` takes what stands at the foot."""
    foot = " ".join(run("adjournments", MALVANI).output.split())
    seal = foot.partition("case sealed ")[2].partition(";")[0]
    assert run("audit", "verify", "--head", seal).exit_code == 0


@pytest.mark.parametrize(
    "said",
    [
        ["adjournments", MALVANI],
        ["copies", MALVANI],
        ["notices", MALVANI],
        ["links", MALVANI],
        ["update", MALVANI, "--victim", "V1"],
        ["rescues"],
        ["aftercare"],
        ["repeats"],
        ["awaited"],
    ],
    ids=lambda said: said[0],
)
def test_every_one_answers_as_text_and_as_json(run: Run, answer: Callable[..., Any], said: list[str]) -> None:
    """One document each, and text that isn't empty."""
    assert answer(*said) is not None
    assert run(*said).output.strip()


def test_who_signed_a_memo_is_kept_and_stands_on_it(run: Run, answer: Callable[..., Any]) -> None:
    """The answer is the line as kept; a day still to come is refused by its field, and nothing is kept."""
    said = ("signoff", MALVANI, "--for", "prosecutor", "--by", "U. Naik", "--today", "2026-11-24")
    line = answer(*said, "--on", "2026-11-20", "--mark", "700097fb")
    assert (line["post"], line["signed_by"], line["mark"]) == ("prosecutor", "U. Naik", "700097fb")
    done = run(*said, "--on", "2026-11-25")
    assert done.exit_code == 1
    assert "signed_on: 25-11-2026 is after today" in str(done.exception)
    memo = " ".join(run("handover", MALVANI, "--for", "prosecutor").output.split())
    assert "Signed off by U. Naik on 20-11-2026 (the paper with the mark 700097fb)" in memo
    assert len(answer("records", MALVANI, "handovers")["handovers"]) == 1


def test_an_update_records_nothing_by_itself(run: Run, answer: Callable[..., Any]) -> None:
    """Shown, nothing is written; with --told one event."""
    run("update", MALVANI, "--victim", "V1")
    assert "update_given" not in {line["kind"] for line in answer("show", MALVANI)["events"]}
    assert run("update", MALVANI, "--victim", "V1", "--told").exit_code == 0
    assert "update_given" in {line["kind"] for line in answer("show", MALVANI)["events"]}


@pytest.mark.parametrize("place", ["a matter's number", "the note of a past hearing"])
def test_no_paper_lets_a_planted_name_out(run: Run, tmp_path: Path, place: str) -> None:
    """Typed where a paper prints it, the name stops the paper; elsewhere it isn't on it."""
    planted = leaks.office(**{place: leaks.NAME}) | {"courts": []}
    made = leaks.write(tmp_path / "leak.json", planted)
    assert run("import", str(made)).exit_code == 0
    file = tmp_path / "a.pdf"
    done = run("adjournments", "MUM-2026-777", "--pdf", str(file))
    assert (done.exit_code == 1) == (place == "a matter's number")
    told = done.output + (str(file.read_bytes()) if file.exists() else "")
    assert not [name for name in leaks.NAMES if name in told.lower()]


@pytest.mark.parametrize(
    ("said", "wants"),
    [
        (["adjournments", "MUM-1999-999"], "There is no case MUM-1999-999"),
        (["update", MALVANI, "--victim", "Gulabkali"], "victim: no such code on file"),
        (["rescues", "stagee:fir"], "unknown key"),
    ],
)
def test_what_cannot_be_answered_is_refused_in_one_line(run: Run, said: list[str], wants: str) -> None:
    """Status 1, the field and what would be right, no traceback, and no value that may be a name."""
    done = run(*said)
    assert done.exit_code != 0
    assert wants in (done.stderr or "") + str(done.exception)
    assert "Gulabkali" not in (done.stderr or "") + str(done.exception)
