"""`tracker new`: a case by one command, and what it asks before it files one that looks like another."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from click.testing import Result

pytestmark = pytest.mark.usefixtures("office_with_malvani")
Run = Callable[..., Result]


def test_a_case_is_filed_with_its_fir_and_its_sections_read(answer: Callable[..., Any]) -> None:
    """The answer is the case whole, as `show` gives it; a section outside the catalogue keeps its words."""
    said = ("new", "T-1", "--fir", "77/2026", "--registered", "2026-11-20", "--station", "Kinara")
    view = answer(*said, "--sections", "BNS 143(4), 999 IPC", "--accused", "Salim", "--lead", "asha")
    assert (view["stage"], view["fir"]["number"], view["fir"]["year"]) == ("fir", "77", 2026)
    assert [one.get("provision") for one in view["charges"]] == ["BNS-143-4", None]
    assert answer("show", "T-1") == view


def test_a_case_that_looks_like_another_is_filed_only_where_somebody_says_so(run: Run) -> None:
    """The same FIR at the same station: the other's ref and the way on are told, nothing is written."""
    said = ("new", "T-1", "--fir", "412/2019", "--station", "Malvani")
    done = run(*said)
    assert done.exit_code == 1
    assert "T-1 looks like MUM-2019-014: the same FIR (412/2019, Malvani)" in str(done.exception)
    assert run("show", "T-1").exit_code == 1
    assert run(*said, "--another").exit_code == 0
    assert run("show", "T-1").exit_code == 0


@pytest.mark.parametrize(
    ("said", "wants"),
    [
        (["--fir", "412/26"], "fir: write the year with four digits, as 412/2026"),
        (["--registered", "2026-11-25"], "registered: 25-11-2026 is after today"),
    ],
)
def test_what_no_fir_says_is_refused_by_its_field(run: Run, said: list[str], wants: str) -> None:
    """One line each, and nothing is written."""
    done = run("new", "T-1", *said)
    assert (done.exit_code, wants in str(done.exception)) == (1, True)
    assert run("show", "T-1").exit_code == 1
