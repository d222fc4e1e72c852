"""A coverage-guided fuzzer on the readers: `python -m tests.bench.fuzz [SECONDS]`, an hour without.

It wants `atheris`, which no test does (`pip install atheris`). The first byte says which reader gets the
rest. Whatever it throws at them is taken or refused; anything else is printed with its bytes, each place of
the program once, makes the exit status 1, and becomes a test in `tests/services/test_hostile.py`. Its last
line says how many inputs were tried and how many faults were found, in JSON.
"""

from __future__ import annotations

import json
import logging
import os
import shutil
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import atheris  # type: ignore[import-not-found, import-untyped, unused-ignore]

with atheris.instrument_imports(include=["tracker"]):
    import click

    from tracker.cli.options import DAY
    from tracker.domain import clerk, cnr, texts
    from tracker.services import casefile, causelist, cursors, filters, firewall, lawpack, sections
    from tracker.services.office import Refused
    from tracker.tui import keymap

HOUR = 3600
LONGEST = 20
"""Seconds that one input may take, or it is a hang."""
SEEDS = (
    b'\x00{"format": "prosecution-tracker", "version": 1, "courts": [{"key": "c", "kind": "sessions"}], '
    b'"cases": [{"ref": "H-1", "fir": {"number": "1", "year": 2024, "registered_on": "2024-07-03"}, '
    b'"victims": [{"code": "V1", "age": {"status": "minor", "years": 15}}], "accused": [{"label": "A1"}], '
    b'"charges": [{"accused": "A1", "victim": "V1", "provision": "BNS-143-4"}], '
    b'"events": [{"on": "2024-07-04", "kind": "arrested", '
    b'"accused": "A1"}], "hearings": [{"on": "2024-09-02", "next_on": "2024-10-01"}]}]}',
    b'\x01{"format": "prosecution-tracker", "version": 1}\n{"ref": "H-1"}\n{"ref": "H-2", "tags": ["a"]}\n',
    b"\x02stage:fir flag:default_bail lead:asha due:<7d hearing:today..+7d -stage:closed words",
    b"\x03u/s 370(3) r/w 34 IPC, 4,5 PITA & 3,4 POCSO",
    b"\x04Sr,Case\n1,POCSO SC 210/2019\n2,MHCC050012342019\n",
    b'\x05[[limit]]\nid = "BNSS-258-1"\nfrom = 2024-07-01\n[[provision]]\nid = "IPC-370-3"\n',
    b"\x060~MUM-2019-014~2024-07-01",
    b"\x0701-07-2024",
    b"\x08open = 'enter'\nhearing = 'h,j'\n",
    b"\x09MHCC050012342019",
    b"\x0a%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R>>endobj 4 0 obj<</Length 20>>stream\nBT (MUM) Tj ET\n"
    b"endstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF",
)


def main() -> None:
    """Feed the readers until the time is over."""
    seconds = int(sys.argv[1]) if len(sys.argv) > 1 else HOUR
    logging.disable(logging.CRITICAL)  # the reader of PDFs tells of each that is spoilt
    with tempfile.TemporaryDirectory(prefix="tracker-fuzz-") as made:
        folder = Path(made)
        readers = _readers(folder)
        seeds = folder / "seeds"
        seeds.mkdir()
        for number, seed in enumerate(SEEDS):
            (seeds / str(number)).write_bytes(seed)
        known: set[str] = set()
        tried = 0
        ends = time.monotonic() + seconds

        def one(held: bytes) -> None:
            nonlocal tried
            if time.monotonic() > ends:
                shutil.rmtree(folder, ignore_errors=True)
                print(json.dumps({"seconds": seconds, "tried": tried, "found": sorted(known)}), flush=True)
                sys.stderr.flush()
                os._exit(bool(known))  # the fuzzer's own way out is as if it had crashed
            tried += 1
            try:
                with suppress(Refused, click.UsageError):
                    readers[(held[0] if held else 0) % len(readers)](held[1:])
            except Exception as error:
                frame = traceback.extract_tb(error.__traceback__)[-1]
                place = f"{type(error).__name__} at {frame.filename}:{frame.lineno}"
                if place not in known:
                    known.add(place)
                    print(f"FOUND {place}: {held!r}", file=sys.stderr, flush=True)
                    traceback.print_exception(error)

        atheris.Setup(
            [
                sys.argv[0],
                f"-timeout={LONGEST}",
                f"-artifact_prefix={made}/",
                "-max_len=4096",
                "-verbosity=0",
                str(seeds),
            ],
            one,
        )
        atheris.Fuzz()


def _readers(folder: Path) -> list[Callable[[bytes], Any]]:
    """Return what reads what comes from outside, by the number of its seed."""

    def from_file(name: str, read: Callable[[Path], Any]) -> Callable[[bytes], Any]:
        def taken(held: bytes) -> object:
            (folder / name).write_bytes(held)
            return read(folder / name)

        return taken

    def of_text(read: Callable[[str], Any]) -> Callable[[bytes], Any]:
        return lambda held: read(held.decode("utf-8", "replace"))

    def keys(held: bytes) -> object:
        (folder / "keys.toml").write_bytes(held)
        return keymap.read(folder)

    return [
        from_file("any.json", lambda path: list(casefile.read(path))),
        from_file("any.jsonl", lambda path: list(casefile.read(path))),
        of_text(filters.parse),
        of_text(lambda said: (clerk.read(said), sections.read(said))),
        lambda held: causelist.read(held),
        from_file("law.toml", lawpack.read),
        of_text(lambda said: cursors.read(said, (str, str), (int,))),
        of_text(lambda said: DAY.convert(said, None, None)),
        keys,
        of_text(lambda said: (cnr.check(said), cnr.clean(said), firewall.words_in(said), texts.shown(said))),
        lambda held: causelist.read(held),
    ]


if __name__ == "__main__":
    main()
