"""`tracker suggest`, `age` and `law read`, as a script uses them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

Run = Callable[..., Result]
Answer = Callable[..., Any]
REF = "MUM-2019-014"


@pytest.mark.usefixtures("office_with_malvani")
def test_suggest_answers_add_doubt_and_avoid(answer: Answer) -> None:
    """The keys of the contract, and the Malvani file's first answers."""
    found = answer("suggest", REF)
    assert {"add", "doubt", "avoid"} <= found.keys()
    assert {"provision", "accused", "victim", "when", "why", "cite"} <= found["add"][0].keys()
    rows = {(row["provision"], row["victim"], row["when"]) for row in found["add"]}
    assert ("POCSO-17", "V1", "now") in rows
    assert ("POCSO-17", "V2", "if_minor") in rows
    assert ("IPC-370-5", None, "if_second_minor") in rows
    assert "BNS" in {row["provision"] for row in found["avoid"]}


@pytest.mark.usefixtures("office_with_malvani")
def test_a_what_if_leaves_every_byte(answer: Answer, tmp_path: Path) -> None:
    """`--suppose V2=17` says that 370(5) stands now, and the database is the same file."""
    before = (tmp_path / "office.db").read_bytes()
    found = answer("suggest", REF, "--suppose", "V2=17")
    assert ("IPC-370-5", "now") in {(row["provision"], row["when"]) for row in found["add"]}
    assert found["supposed"] == ["V2=17"]
    assert (tmp_path / "office.db").read_bytes() == before


@pytest.mark.usefixtures("office_with_malvani")
def test_accepting_from_the_command_line(run: Run, answer: Answer) -> None:
    """One suggestion goes on file with its reason; the next answer leaves it out."""
    assert run("suggest", REF, "--accept", "IPC-372", "--victim", "V1", "--because", "advised").exit_code == 0
    show = answer("show", REF)
    assert "IPC-372" in {charge["provision"] for charge in show["charges"]}
    assert ("IPC-372", "V1") not in {(r["provision"], r["victim"]) for r in answer("suggest", REF)["add"]}
    assert run("suggest", REF, "--accept", "IPC-372", "--victim", "V1").exit_code == 1
    assert run("suggest", REF, "--accept", "IPC-372", "--suppose", "V2=17").exit_code == 2
    assert run("suggest", REF, "--accept", "itpa-5-1-against-will", "--victim", "V2").exit_code == 0


def test_a_row_of_the_offices_own_is_loaded_listed_and_withdrawn(
    run: Run, answer: Answer, tmp_path: Path
) -> None:
    """What moves is shown first; without --yes nothing counts; withdrawing undoes it."""
    from tests.services.test_lawpack import PACK

    assert run("init").exit_code == 0
    pack = tmp_path / "own.toml"
    pack.write_text(PACK, "utf-8")
    assert run("law", "load", str(pack)).exit_code == 1
    assert answer("law", "own") == []
    assert run("law", "load", str(pack), "--yes").exit_code == 0
    assert answer("law", "own")[0]["signed_by"] == "Adv. R. Kulkarni"
    assert answer("law", "show", "ipc-370-3", "--office")["max_months"] == 84
    assert "own row, signed by Adv. R. Kulkarni on 30-09-2019" in (
        run("law", "show", "IPC-370-3", "--office").output
    )
    assert answer("law", "show", "IPC-370-3")["max_months"] != 84
    assert "the office has none of its own" in run("law", "show", "IPC-370-5", "--office").output
    assert run("law", "withdraw", "IPC-370-3", "--yes").exit_code == 0
    assert answer("law", "own") == []
    stale = answer("law", "stale", "--months", "1", today="2099-01-01")
    assert {"id", "kind", "title", "read_on", "confidence"} == stale[0].keys()


@pytest.mark.usefixtures("office_with_malvani")
def test_an_age_is_shown_and_not_written_without_yes(run: Run, answer: Answer, tmp_path: Path) -> None:
    """Without a terminal the consequences are printed and nothing changes; with --yes it is recorded."""
    before = (tmp_path / "office.db").read_bytes()
    shown = run("age", REF, "V2", "--years", "17")
    assert shown.exit_code == 1
    assert "370(4) → 370(5)" in shown.stdout
    assert (tmp_path / "office.db").read_bytes() == before
    assert answer("age", REF, "V2", "--years", "17")["recorded"] is None
    assert run("age", REF, "V2", "--years", "17", "--yes").exit_code == 0
    victim = next(v for v in answer("show", REF)["victims"] if v["code"] == "V2")
    assert (victim["age"]["status"], victim["age"]["years"]) == ("minor", 17)


@pytest.mark.usefixtures("office_with_malvani")
def test_the_plain_text_names_when_and_whom(run: Run) -> None:
    """Headings say when; victims of one charge stand together; --whole adds what has to be shown."""
    text = run("suggest", REF, "--whole").stdout
    assert "Charge now" in text
    assert "Consider if a second victim is found under 18" in text
    assert "for V2, V3, V4, V5" in text
    assert "to show   age: under 18 on the day of the act" in text
    assert "Avoid" in text


def test_a_clerks_line_is_read_without_an_office(run: Run, answer: Answer) -> None:
    """Exact sections, those that may be several, and words nobody knows."""
    found = answer("law", "read", "370(3) r/w 34 IPC, 4 POCSO and foo", "--on", "2019-09-10")
    assert [row["ids"] for row in found["cited"]] == [["IPC-370-3"], ["IPC-34"], ["POCSO-4-1", "POCSO-4-2"]]
    assert found["unread"] == ["foo"]
    text = run("law", "read", "ITPA 67B").stdout
    assert "its last is s. 25" in text


@pytest.mark.usefixtures("office_with_malvani")
def test_the_charge_board_tells_each_charges_life(run: Run, answer: Answer) -> None:
    """Charges on file and those that nobody is charged with; one added later says who asked and how late."""
    found = answer("charges", REF)
    assert found["ref"] == REF
    assert {
        "accused",
        "provision",
        "victim",
        "with",
        "fir",
        "added",
        "sheet",
        "framed",
        "result",
        "gone",
    } <= (found["charges"][0].keys())
    assert any(row["on_file"] and row["fir"] for row in found["charges"])
    assert any(not row["on_file"] and row["gone"] for row in found["charges"])
    assert run("suggest", REF, "--accept", "IPC-372", "--victim", "V1", "--because", "advised").exit_code == 0
    added = [row for row in answer("charges", REF, "--corrections")["charges"] if row["added"]]
    assert [(row["provision"], row["victim"]) for row in added] == [("IPC-372", "V1")]
    assert added[0]["asked"].startswith("advised; suggested:")
    assert added[0]["days"] > 0
    text = run("charges", REF).output
    assert "days after the FIR" in text
    assert "nobody is charged with it" in text
