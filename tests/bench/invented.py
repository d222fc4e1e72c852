"""An invented office of any size, built once through the door that case files come in by, and kept."""

from __future__ import annotations

import json
from pathlib import Path
from time import perf_counter, process_time

from tests.bench.timing import memory
from tracker import samples
from tracker.services import casefile, filing, interchange
from tracker.services.office import open_office

SEED = 1


def build(folder: Path, cases: int) -> str:
    """Return the address of an office of so many cases in the folder; what making it took stays beside it."""
    database, figures = folder / f"office-{cases}.db", told(folder, cases)
    if figures.exists():
        return f"sqlite:///{database}"
    for left in folder.glob(f"{database.name}*"):
        left.unlink()
    file = _case_file(folder, cases)
    with open_office(f"sqlite:///{database}", create=True) as office:
        started, worked = perf_counter(), process_time()
        imported = interchange.import_files(office, [file])
        took = {"import": perf_counter() - started, "import_cpu": process_time() - worked}
        if imported.imported != cases:
            raise RuntimeError(f"{imported.imported} of {cases} cases came in: {imported.faults[:3]}")
        started, worked = perf_counter(), process_time()
        filing.rebuild(office)
        took |= {"rebuild": perf_counter() - started, "rebuild_cpu": process_time() - worked}
    took |= {"bytes": database.stat().st_size, "memory": memory()}
    figures.write_text(json.dumps(took))
    file.unlink()
    return f"sqlite:///{database}"


def told(folder: Path, cases: int) -> Path:
    """Return the file that says what the making of an office took."""
    return folder / f"office-{cases}.told.json"


def _case_file(folder: Path, cases: int) -> Path:
    file = folder / f"cases-{cases}.jsonl"
    with file.open("w", encoding="utf-8") as out:
        out.write(casefile.write_header(tuple(samples.courts())) + "\n")
        for case in samples.generate(cases, SEED):
            out.write(casefile.write(case) + "\n")
    return file
