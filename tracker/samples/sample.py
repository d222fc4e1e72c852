"""The sample office: twenty-eight files of invented cases, the Malvani case first, read as any case file.

Each file beside this is a whole case file of version 1 with the courts it names, so that it can be
imported by itself and shown to whoever asks what such a file looks like. Its name says what it shows.
Together they stand at every stage and raise every kind of flag on `SAMPLE_TODAY`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from pydantic import TypeAdapter

from tracker.domain.case import STRICT, Case, Court


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Some cases and the courts they name."""

    courts: tuple[Court, ...] = ()
    cases: tuple[Case, ...] = ()


@dataclass(slots=True, kw_only=True)
class CaseFile:
    """A case file, version 1, as it is written."""

    __pydantic_config__ = STRICT

    format: Literal["prosecution-tracker"]
    version: Literal[1]
    courts: tuple[Court, ...] = ()
    cases: tuple[Case, ...] = ()


def case_files() -> dict[str, bytes]:
    """Return the sample's case files by name, in order: the Malvani case first."""
    found = (entry for entry in files(__package__).iterdir() if entry.name.endswith(".json"))
    return {entry.name: entry.read_bytes() for entry in sorted(found, key=lambda entry: entry.name)}


def office() -> Batch:
    """Return the sample office. A court that several files name stands once; the first is taken."""
    found = [read(text) for text in case_files().values()]
    courts = {court.key: court for file in found for court in file.courts}
    return Batch(
        courts=tuple(courts[key] for key in sorted(courts)),
        cases=tuple(case for file in found for case in file.cases),
    )


def read(text: bytes) -> CaseFile:
    """Return the courts and cases of one case file.

    Raises:
        pydantic.ValidationError: a key or a word of it is unknown, or a value is of the wrong kind.
    """
    return _reader().validate_json(text)


@cache
def _reader() -> TypeAdapter[CaseFile]:
    return TypeAdapter(CaseFile)
