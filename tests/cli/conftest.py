from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from tests.cli import malvani
from tests.conftest import copied
from tracker.cli import cli
from tracker.store import cipher


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


@pytest.fixture(scope="session")
def malvani_url(tmp_path_factory: pytest.TempPathFactory) -> Callable[[bool], str]:
    """Return what gives the URL of an office with the Malvani case, with its charge sheet or before it.

    Each is made once, by the commands that a person types.
    """

    @cache
    def made(with_charge_sheet: bool) -> str:
        folder = tmp_path_factory.mktemp("malvani")
        url = f"sqlite:///{folder / 'office.db'}"
        file = malvani.write(folder / "malvani.json", with_charge_sheet=with_charge_sheet)
        for typed in (["init"], ["import", str(file)]):
            result = CliRunner().invoke(cli, ["--db", url, "--today", "2026-11-24", *typed])
            assert result.exit_code == 0, result.output
        return url

    return made


@pytest.fixture
def office_with_malvani(malvani_url: Callable[[bool], str], tmp_path: Path) -> None:
    """An office that holds the Malvani case as far as the charge sheet and one hearing."""
    copied(malvani_url(True), tmp_path, "office.db")
    malvani.write(tmp_path / "malvani.json")


@pytest.fixture
def office_before_the_charge_sheet(malvani_url: Callable[[bool], str], tmp_path: Path) -> None:
    """An office that holds the Malvani case before any charge sheet."""
    copied(malvani_url(False), tmp_path, "office.db")


@pytest.fixture
def rounds() -> int:
    """Return in how many rounds keys are derived: few, where it isn't asked how they are derived."""
    return 1000


@pytest.fixture
def quick_keys(rounds: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Derive keys in so many rounds."""
    monkeypatch.setattr(cipher, "ROUNDS", rounds)
