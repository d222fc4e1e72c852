"""An invented office of any size, built once through the door that case files come in by, and kept.

Its case file is written by another process into a pipe, so that a million cases need no file of 4 GB.
"""

from __future__ import annotations

import json
import os
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter, process_time

from tests.bench.timing import memory, rate, say
from tracker import samples
from tracker.services import casefile, filing, interchange
from tracker.services.office import Office, open_office

SEED = 1
BESIDE = 10_000
"""The size that what a case costs is compared to."""


def build(folder: Path, cases: int) -> str:
    """Return the address of an office of so many cases in the folder; what making it took stays beside it."""
    database, figures = folder / f"office-{cases}.db", told(folder, cases)
    if figures.exists():
        return f"sqlite:///{database}"
    for left in folder.glob(f"{database.name}*"):
        left.unlink()
    with open_office(f"sqlite:///{database}", create=True) as office:
        took = _import(office, folder / f"cases-{cases}.jsonl", cases)
        started, worked = perf_counter(), process_time()
        filing.rebuild(office)
        took |= {"rebuild": perf_counter() - started, "rebuild_cpu": process_time() - worked}
    took |= {"bytes": database.stat().st_size, "memory": memory(), "load": os.getloadavg()[2]}
    figures.write_text(json.dumps(took))
    return f"sqlite:///{database}"


def measure(folder: Path, cases: int) -> None:
    """Print what it took to make the office of so many cases, as it was told then."""
    took = json.loads(told(folder, cases).read_text())
    if took.get("load", 0) > 2:
        print(f"It was made while {took['load']:.0f} programs ran: believe neither time nor rate.")
    if "copied_from" in took:
        print(f"Made of copies of {took['copied_from']:,} cases: what follows is of those.")
        took["bytes"], cases = took["bytes"] / cases * took["copied_from"], took["copied_from"]
    build(folder, min(cases, BESIDE))
    beside = json.loads(told(folder, min(cases, BESIDE)).read_text())
    for what, key, bar in (
        ("import of a case file, with clocks", "import", 2000),
        ("rebuild of every kept date", "rebuild", 5000),
    ):
        rate(what, cases, took[key], bar)
        rate("  by processor time alone", cases, took[f"{key}_cpu"], bar)
        each, there = took[f"{key}_cpu"] / cases, beside[f"{key}_cpu"] / min(cases, BESIDE)
        say("  a case, by processor time", each, there, 2.0, f"a case of {min(cases, BESIDE):,}")
    print(f"{'the file':<44} {took['bytes'] / cases:9,.0f} bytes a case")
    print(f"{'most memory, import and rebuild':<44} {took['memory']:9.0f} MB")


def told(folder: Path, cases: int) -> Path:
    """Return the file that says what the making of an office took."""
    return folder / f"office-{cases}.told.json"


def _import(office: Office, pipe: Path, cases: int) -> dict[str, float]:
    pipe.unlink(missing_ok=True)
    os.mkfifo(pipe)
    writer = get_context("spawn").Process(target=_write, args=(pipe, cases))
    writer.start()
    try:
        started, worked = perf_counter(), process_time()
        imported = interchange.import_files(office, [pipe])
        took = {"import": perf_counter() - started, "import_cpu": process_time() - worked}
    finally:
        writer.kill()
        pipe.unlink()
    if imported.imported != cases:
        raise RuntimeError(f"{imported.imported} of {cases} cases came in: {imported.faults[:3]}")
    return took


def _write(pipe: Path, cases: int) -> None:
    with pipe.open("w", encoding="utf-8") as out:
        out.write(casefile.write_header(tuple(samples.courts())) + "\n")
        for case in samples.generate(cases, SEED):
            out.write(casefile.write(case) + "\n")
