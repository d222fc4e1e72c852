"""Print every figure with what it is compared to. BENCH_CASES: the size; BENCH_DIR: keeps the offices made.

A small office is made beside the large one, since what a case costs, and what the screen holds, must not
grow with the office; and a middling one, which is encrypted: copying a million cases would take an hour.
BENCH_COPIED=1 makes the large one of copies of the middling one, in minutes instead of an hour.
"""

from __future__ import annotations

import gc
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.bench import copied, invented, office, paper, rates, safe, screen, starts, timing
from tracker.cli import MADE

CASES, SMALL, MIDDLING = 20_000, 1_000, 20_000


def main() -> None:
    """Build or find the offices, then measure, with cycles searched for as seldom as in the program."""
    gc.set_threshold(MADE)
    cases = int(os.environ.get("BENCH_CASES") or CASES)
    print(f"{cases:,} cases. {timing.idle()}")
    print(f'This machine is {timing.slower():.2f} times as slow as the one ("there") that times are set for.')
    with tempfile.TemporaryDirectory(prefix="tracker-bench-") as thrown_away:
        folder = Path(os.environ.get("BENCH_DIR") or thrown_away)
        folder.mkdir(parents=True, exist_ok=True)
        large = copied if os.environ.get("BENCH_COPIED") else invented
        url = large.build(folder, cases)
        small = invented.build(folder, min(cases, SMALL))
        middling = invented.build(folder, min(cases, MIDDLING))
        rooms: dict[str, Callable[[], object]] = {
            "Import and rebuild": lambda: invented.measure(folder, cases),
            "An office": lambda: office.measure(url),
            "Starting": lambda: starts.measure(url, small),
            "The screen": lambda: screen.measure(url, small),
            "Paper": paper.measure,
            f"Encrypted, {min(cases, MIDDLING):,} cases": lambda: safe.measure(middling),
            "Rates": lambda: rates.measure(url),
        }
        for title, run in rooms.items():
            print(f"\n{title}", flush=True)
            run()
    print(f"\n{timing.summary()}")


if __name__ == "__main__":
    main()
