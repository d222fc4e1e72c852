"""A coverage-guided fuzzer on the readers: `python -m tests.bench.fuzz [SECONDS]`, an hour without.

It wants `atheris`, which no test does (`pip install atheris`). Whatever it throws at the readers is taken or
refused; anything else stops it, prints the bytes, and becomes a test in `tests/services/test_hostile.py`.
"""

from __future__ import annotations

import sys
import tempfile
from contextlib import suppress
from pathlib import Path

import atheris  # type: ignore[import-not-found, import-untyped, unused-ignore]

with atheris.instrument_imports(include=["tracker"]):
    from tracker.services import casefile, filters, jsontext  # noqa: F401
    from tracker.services.office import Refused

HOUR = 3600


def main() -> None:
    """Feed the readers until the time is over."""
    seconds = int(sys.argv[1]) if len(sys.argv) > 1 else HOUR
    with tempfile.TemporaryDirectory(prefix="tracker-fuzz-") as made:
        document, lines = Path(made) / "any.json", Path(made) / "any.jsonl"

        def one(held: bytes) -> None:
            for path in (document, lines):
                path.write_bytes(held)
                with suppress(Refused):
                    list(casefile.read(path))
            with suppress(Refused):
                filters.parse(held.decode("utf-8", "replace"))

        atheris.Setup([sys.argv[0], f"-max_total_time={seconds}", "-timeout=20"], one)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
