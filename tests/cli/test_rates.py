"""`tracker rates` as it is typed: every form, every file, every refusal."""

from __future__ import annotations

import csv
import io
import json
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from tests.conftest import copied

Run = Callable[..., Result]
Answer = Callable[..., Any]


@pytest.fixture
def sample(sample_url_to_copy: str, tmp_path: Path) -> None:
    """Copy the sample office to where `run` finds it."""
    copied(sample_url_to_copy, tmp_path, "office.db")


KEYS = {
    *("key", "registered", "charge_sheeted", "convicted", "acquitted", "discharged", "trials_completed"),
    *("opening", "stayed", "disposed_without_trial", "transferred", "other", "pending", "conviction_rate"),
    *("charge_sheeting_rate", "charge_sheeting_rate_ahtu", "denominators", "days_to_decision", "incidence"),
    "cases",
}


@pytest.mark.usefixtures("sample")
@pytest.mark.parametrize("by", ["year", "act", "provision", "court", "district", "station", "state", "lead"])
def test_the_document_has_its_keys(answer: Answer, by: str) -> None:
    """Every group has every promised key, and each group's balance holds."""
    found = answer("rates", "--by", by)
    assert {"unit", "by", "clock", "from", "to", "as_of", "groups", "total", "notes"} <= set(found)
    for group in (*found["groups"], found["total"]):
        assert set(group) >= KEYS
        out = sum(group["disposed_without_trial"].values()) + group["transferred"] + group["other"]
        came = group["opening"] + group["charge_sheeted"]
        assert came == out + group["trials_completed"] + group["pending"]
        assert [one["years"] for one in group["incidence"]] == [1, 2, 3, 5]


@pytest.mark.usefixtures("sample")
def test_the_options_of_a_question(answer: Answer) -> None:
    """Days, unit, basis, offence, clock and final come back as they were asked."""
    asked = ("--from", "2019-01-01", "--to", "2023-12-31", "--unit", "accused", "--basis", "cohort")
    found = answer(
        "rates", "--by", "act", *asked, "--offence", "principal", "--clock", "charge_sheet", "--final"
    )
    assert (found["from"], found["to"], found["as_of"]) == ("2019-01-01", "2023-12-31", "2026-11-24")
    assert (found["unit"], found["basis"], found["offence"]) == ("accused", "cohort", "principal")
    assert (found["clock"], found["final"]) == ("charge_sheet", True)


@pytest.mark.usefixtures("sample")
def test_the_text_has_a_chart_and_notes(run: Run) -> None:
    """Without a terminal too: the definition, the table, a bar with its interval, the notes."""
    said = run("rates", "--by", "act").output
    assert "convicted of trials completed" in said
    assert "█" in said
    assert "- A case with charges of several groups is counted in each" in said


@pytest.mark.usefixtures("sample")
def test_csv_is_the_document_flat(run: Run, answer: Answer) -> None:
    """The same lines and figures, with the question and the notes above."""
    text = run("rates", "--by", "act", "--csv", "-").stdout
    head = [line for line in text.splitlines() if line.startswith("#")]
    assert "by: act" in head[0]
    assert any("Convicted of trials completed" in line for line in head)
    rows = list(csv.DictReader(io.StringIO("\n".join(text.splitlines()[len(head) :]))))
    found = answer("rates", "--by", "act")
    assert [row["key"] for row in rows] == [group["key"] for group in found["groups"]] + ["total"]
    assert rows[-1]["conviction_rate.percent"] == found["total"]["conviction_rate"]["percent"]


@pytest.mark.usefixtures("sample")
@pytest.mark.parametrize(("kind", "begins"), [("pdf", b"%PDF"), ("xlsx", b"PK"), ("csv", b"\xef\xbb\xbf#")])
def test_files_are_whole_and_for_their_owner(run: Run, tmp_path: Path, kind: str, begins: bytes) -> None:
    """Each file is written, says so, and can be read by its owner alone."""
    path = tmp_path / f"out.{kind}"
    result = run("rates", f"--{kind}", str(path))
    assert result.exit_code == 0, result.output
    assert path.read_bytes().startswith(begins)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.usefixtures("sample")
def test_the_public_version(run: Run, tmp_path: Path) -> None:
    """What may be published has no cases; the log of what was left out goes to standard error."""
    result = run("rates", "--by", "act", "--public", "--json")
    found = json.loads(result.stdout)
    assert found["public"] is True
    assert "cases" not in found["total"]
    assert "left out: " in result.stderr
    for by in ("station", "lead"):
        assert run("rates", "--by", by, "--public").exit_code == 1
    assert "*" in run("rates", "--by", "act", "--public").stdout
    assert run("rates", "--by", "act", "--public", "--board").exit_code == 2
    assert run("rates", "--by", "act", "--public", "--pdf", str(tmp_path / "p.pdf")).exit_code == 0


@pytest.mark.usefixtures("sample")
def test_what_stands_beside_the_lines(run: Run, answer: Answer) -> None:
    """The board of denominators, every chart in letters, and the cases behind a number."""
    board = answer("rates", "--by", "act", "--board")
    assert set(board["groups"][0]["rates"]) == set(board["definitions"])
    assert "convicted of registered" in run("rates", "--board").output
    for chart in ("lines", "board", "trend", "funnel", "incidence", "ages", "causes"):
        assert "|" in run("rates", "--chart", chart).output
    counted = answer("rates", "--by", "act")["total"]["convicted"]
    assert len(answer("rates", "--by", "act", "--behind", "total:convicted")["cases"]) == counted
    assert len(run("rates", "--behind", "convicted").output.split()) == counted


@pytest.mark.usefixtures("sample")
def test_wrong_usage(run: Run) -> None:
    """A word that isn't one is wrong usage; days the wrong way round are refused."""
    assert run("rates", "--by", "advocate").exit_code == 2
    assert run("rates", "--from", "2024-01-02", "--to", "2024-01-01").exit_code == 1


@pytest.mark.usefixtures("sample")
def test_stalls_and_restatements(answer: Answer, run: Run) -> None:
    """The office's thresholds and what changed since a report are printed, as text and as documents."""
    assert {"threshold", "court", "days", "source"} <= set(answer("rates", "--stalls")[0])
    assert "police-report" in run("rates", "--stalls").output
    found = answer("rates", "--restated-from", "2026-11-24")
    assert (found["known_on"], found["cases"]) == ("2026-11-24", [])
    assert "Nothing that was counted then" in run("rates", "--restated-from", "2026-11-24").output
