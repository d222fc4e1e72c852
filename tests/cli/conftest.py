from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from tests.cli import malvani
from tracker.cli import cli


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., Result]:
    """Run a command on this test's own office."""
    url = f"sqlite:///{tmp_path / 'office.db'}"
    runner = CliRunner()

    def run_(*arguments: str, today: str = "2026-11-24") -> Result:
        return runner.invoke(cli, ["--db", url, "--today", today, *arguments])

    return run_


@pytest.fixture
def answer(run: Callable[..., Result]) -> Callable[..., Any]:
    """Run a command with --json and return its document."""

    def answer_(*arguments: str, today: str = "2026-11-24") -> Any:
        result = run(*arguments, "--json", today=today)
        assert result.exit_code == 0, result.output + str(result.exception)
        return json.loads(result.stdout)

    return answer_


@pytest.fixture
def office_with_malvani(run: Callable[..., Result], tmp_path: Path) -> None:
    """An office that holds the Malvani case as far as the charge sheet and one hearing."""
    assert run("init").exit_code == 0
    assert run("import", str(malvani.write(tmp_path / "malvani.json"))).exit_code == 0


@pytest.fixture
def office_before_the_charge_sheet(run: Callable[..., Result], tmp_path: Path) -> None:
    """An office that holds the Malvani case before any charge sheet."""
    assert run("init").exit_code == 0
    file = malvani.write(tmp_path / "malvani.json", with_charge_sheet=False)
    assert run("import", str(file)).exit_code == 0
