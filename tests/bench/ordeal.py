"""The long ones, one after the other, and what they did: `make ordeal`.

It kills a program that writes and cuts its power, hundreds of times; gives Hypothesis fifty times as many
examples of hostile input as `make test` does, and other examples of every law; and lets a coverage-guided
fuzzer loose on the readers for an hour. KILLS, CUTS, EXAMPLES and FUZZ_MINUTES make it shorter or longer,
SEED repeats one (each prints its own). Exit status 1 where anything was found. All of it is done, whatever
was found before.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.conftest import IN_MEMORY

KILLS, CUTS, EXAMPLES, MINUTES = 500, 500, 3000, 60
HANGS = 120
"""Seconds that the fuzzer may need beyond its own time, or it hangs."""


def main() -> None:
    """Run all, say of each what was done, and end with 1 where anything was found."""
    started = time.monotonic()
    seed = _asked("SEED", time.time_ns() % 1_000_000)
    found = []
    for line, faults in (*_crashes(seed), *_examples(seed), *_fuzz()):
        print(f"{line}; {'nothing found' if not faults else f'{len(faults)} found'}.", flush=True)
        found += faults
    minutes = (time.monotonic() - started) / 60
    print(f"The ordeal took {minutes:.0f} minutes (SEED={seed}): {len(found)} found.")
    for fault in found:
        print(f"FOUND {fault}")
    raise SystemExit(bool(found))


def _asked(name: str, otherwise: int) -> int:
    return int(os.environ.get(name) or otherwise)


Done = Iterator[tuple[str, list[str]]]


def _crashes(seed: int) -> Done:
    """Kill and cut, in memory where there is some: what a disk takes is no part of it."""
    kills, cuts = _asked("KILLS", KILLS), _asked("CUTS", CUTS)
    print(f"Killing {kills} times and cutting the power {cuts} times.", flush=True)
    with tempfile.TemporaryDirectory(dir=IN_MEMORY if IN_MEMORY.is_dir() else None) as folder:
        said = _run("tests.services.crashes", folder, str(kills), str(cuts), str(seed))
    report, wrong = _report(said, "kills and power cuts")
    if report:
        kept = report["acknowledged"]
        yield (
            f"{report['kills']} kills while it wrote, {kept} records acknowledged and looked for",
            report["faults"],
        )
        yield f"{report['power']['cuts']} power cuts", report["power"]["faults"]
    else:
        yield "The kills and power cuts did not run to their end", wrong


def _examples(seed: int) -> Done:
    """Let Hypothesis try as many hostile inputs of each kind."""
    many = _asked("EXAMPLES", EXAMPLES)
    print(f"Trying {many} hostile inputs of each kind.", flush=True)
    yield f"Hypothesis tried {many} inputs of each kind", _tried(seed, "tests/services/test_hostile.py", many)
    yield "Hypothesis tried other examples of every law", _tried(seed, "tests")


def _tried(seed: int, where: str, many: int = 0) -> list[str]:
    """Return what fails of the tests that Hypothesis has there, on examples by this seed."""
    arguments = ("-n", "2", "-m", "hypothesis", "--hypothesis-profile=default", f"--hypothesis-seed={seed}")
    said = _run("pytest", *arguments, where, ORDEAL=str(many or ""))
    failed = [line for line in said.stdout.splitlines() if line.startswith(("FAILED", "ERROR"))]
    if said.returncode and not failed:
        failed = [f"Hypothesis ended with {said.returncode}: {said.stdout[-2000:]}"]
    return failed + ([said.stdout] if failed else [])


def _fuzz() -> Done:
    """Let the fuzzer loose."""
    minutes = _asked("FUZZ_MINUTES", MINUTES)
    print(f"Fuzzing the readers for {minutes} minutes.", flush=True)
    try:
        said = _run("tests.bench.fuzz", str(60 * minutes), within=60 * minutes + HANGS)
    except subprocess.TimeoutExpired:
        yield "The fuzzer did not run to its end", ["a reader hangs"]
        return
    report, wrong = _report(said, "the fuzzer")
    if report:
        yield f"{report['tried']:,} inputs tried in {minutes} minutes of fuzzing", report["found"]
    else:
        yield "The fuzzer did not run to its end", wrong


def _run(
    module: str, *arguments: str, within: float | None = None, **more: str
) -> subprocess.CompletedProcess[str]:
    """Run a module in a process of its own; what it says meanwhile is seen, its answer is returned."""
    return subprocess.run(
        [sys.executable, "-m", module, *arguments],
        stdout=subprocess.PIPE,
        text=True,
        check=False,
        timeout=within,
        env={**os.environ, **more},
        cwd=Path(__file__).parents[2],
    )


def _report(said: subprocess.CompletedProcess[str], what: str) -> tuple[dict[str, Any], list[str]]:
    """Return the JSON of the last line, or what is wrong where there is none."""
    lines = said.stdout.splitlines()
    if lines and lines[-1].startswith("{"):
        return json.loads(lines[-1]), []
    return {}, [f"{what} ended with {said.returncode}, see above"]


if __name__ == "__main__":
    main()
