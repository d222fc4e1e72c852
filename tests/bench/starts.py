"""How long a command takes to start and answer, as a whole process."""

from __future__ import annotations

from tests.bench.timing import process, say, turns
from tracker.samples import SAMPLE_TODAY

CLICK = ["-c", "import click"]
MODELS = ["-c", "import sqlmodel, click"]
CORE = ["-c", "import sqlalchemy, click"]
READS = (["list", "--limit", "50"], ["flags", "--limit", "50"], ["due", "--limit", "50"])
CALENDAR = ["calendar", "--advocate", "anjali"]


def measure(url: str, small: str) -> None:
    """Print the start of each kind of command. `url`: an office to read; `small`: one of few cases."""
    for arguments in (["--help"], ["law", "show", "IPC-370-5"]):
        ours, other = turns(process(["-m", "tracker", *arguments]), process(CLICK))
        say(f"tracker {' '.join(arguments)}", ours, other, 2.0, "import click")
    for arguments in (*READS, CALENDAR):
        asked = ["--today", str(SAMPLE_TODAY), *arguments]
        ours, other = turns(process(["-m", "tracker", "--db", url, *asked]), process(MODELS))
        say(f"tracker {' '.join(arguments)}", ours, other, 1.3, "import sqlmodel, click")
    ours, other = (
        turns(process(["-m", "tracker", "--db", where, *READS[0]]), process(MODELS))[0]
        for where in (url, small)
    )
    say("tracker list, and of a small office", ours, other, float("inf"), "of the small one")
    below, models = turns(process(CORE), process(MODELS))
    say("how far below it could go: without SQLModel", below, models, float("inf"), "import sqlmodel, click")
