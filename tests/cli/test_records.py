"""The commands of a case's lists: add, change, strike, records, edit."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner

from tracker.cli import cli
from tracker.services import demo

REF = "MUM-2019-014"


def test_a_line_from_its_rule_to_its_end(tmp_path: Path) -> None:
    """The rules are said, a line is added, changed and struck out, the head is changed; each as JSON too."""
    url = f"sqlite:///{tmp_path / 'office.db'}"
    demo.write(url, cases=None, seed=1)

    def run(*words: str) -> str:
        done = CliRunner().invoke(cli, [*words, "--db", url, "--today", "2026-11-24"], catch_exceptions=False)
        assert done.exit_code == 0, done.output
        return done.stdout

    assert "Not where the kind is victim" in run("records", REF, "witnesses", "--rules")
    assert "8. Label: PW8; Kind: panch" in run("add", REF, "witnesses", "label=PW8", "kind=panch")
    line = json.loads(run("change", REF, "witnesses", "8", "status=served", "for_on=+2w", "--json"))
    assert (line["n"], line["status"], line["for_on"]) == (8, "served", "2026-12-08")
    assert "is struck out" in run("strike", REF, "witnesses", "8", "--why", "entered twice")
    assert len(json.loads(run("records", REF, "--json"))["witnesses"]) == 7
    assert "entered twice" in run("records", REF, "witnesses", "--struck")
    assert json.loads(run("edit", REF, "lead=ravi", "--json"))["lead"] == "ravi"
