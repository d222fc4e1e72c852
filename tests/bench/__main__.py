"""Print every figure with what it is compared to. BENCH_CASES: the size; BENCH_DIR: keeps the office made."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from tests.bench import office, screen, starts
from tests.bench.timing import idle

CASES = 20_000
OTHERS = ("paper", "safe", "rates")
"""Rooms that measure themselves; each module's `measure` takes nothing, or the office's address."""


def main() -> None:
    """Build or find the office, then measure."""
    cases = int(os.environ.get("BENCH_CASES") or CASES)
    print(f"{cases:,} cases. {idle()}")
    kept = os.environ.get("BENCH_DIR")
    with tempfile.TemporaryDirectory(prefix="tracker-bench-") as thrown_away:
        folder = Path(kept or thrown_away)
        folder.mkdir(parents=True, exist_ok=True)
        _under("An office", lambda: office.measure(folder, cases))
        url = f"sqlite:///{folder / f'office-{cases}.db'}"
        _under("Starting", lambda: starts.measure(url))
        _under("The screen", lambda: screen.measure(url))
        for name in OTHERS:
            if find_spec(f"tests.bench.{name}"):
                _under(name.capitalize(), lambda name=name: _other(name, url))


def _under(title: str, run: Callable[..., Any]) -> None:
    print(f"\n{title}")
    run()


def _other(name: str, url: str) -> None:
    measure = import_module(f"tests.bench.{name}").measure
    measure(url) if measure.__code__.co_argcount else measure()


if __name__ == "__main__":
    main()
