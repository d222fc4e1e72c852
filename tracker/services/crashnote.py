"""What is kept of a fault of the program itself: where it happened, and not one value.

A traceback with its locals, or the message of an error, may hold a name out of a case. So a person sees one
line, and a private note in the data folder says the kinds of the errors and the lines of the program that
they passed through. Only the newest few notes are kept.
"""

from __future__ import annotations

import os
import platform
import traceback
from contextlib import suppress
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

KEPT = 10
"""Notes that are kept."""
STATUS = 3
"""The exit status after a fault of the program."""


def write(error: BaseException, folder: Path, now: datetime) -> str:
    """Write a note and return the line for a person. It never fails: without room there is no note."""
    kind = type(error).__name__
    line = f"Something is wrong inside the program ({kind}); what was acknowledged is kept."
    with suppress(OSError):
        notes = folder / "faults"
        notes.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = notes / f"{now:%Y-%m-%dT%H%M%S}-{os.getpid()}.txt"
        with os.fdopen(
            os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="utf-8"
        ) as out:
            out.write(text_of(error))
        for old in sorted(notes.glob("*.txt"))[:-KEPT]:
            old.unlink()
        line += f" A note without any value of a case, to send with a report: {file}"
    return line


def text_of(error: BaseException) -> str:
    """Return the kinds of an error and of those behind it, with the places they passed; no message."""
    said = [f"prosecution-tracker {version('prosecution-tracker')}, Python {platform.python_version()}"]
    said[0] += f", {platform.system()}"
    seen: set[int] = set()
    while id(error) not in seen:
        seen.add(id(error))
        said.append(f"{type(error).__module__}.{type(error).__qualname__}")
        for frame in traceback.extract_tb(error.__traceback__):
            said.append(f"  {_shown(frame.filename)}:{frame.lineno} {frame.name}")
        behind = error.__cause__ or error.__context__
        if behind is None:
            break
        error = behind
        said.append("behind it:")
    return "\n".join(said) + "\n"


def _shown(file: str) -> str:
    """Return a file of the program or of a library without the folders above it, which may name a person."""
    parts = Path(file).parts
    if "site-packages" in parts:
        return "/".join(parts[parts.index("site-packages") + 1 :])
    root = Path(__file__).parents[2]
    here = Path(file)
    return here.relative_to(root).as_posix() if here.is_relative_to(root) else here.name
