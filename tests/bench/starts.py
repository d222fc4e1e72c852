"""How long a command takes to start and answer, as a whole process."""

from __future__ import annotations

from tests.bench.timing import process, say, turns

CLICK = ["-c", "import click"]
MODELS = ["-c", "import sqlmodel, click"]


def measure(url: str) -> None:
    """Print the start of each kind of command. `url`: an office to read."""
    for what, arguments, beside, against, bar in (
        ("tracker --help", ["--help"], CLICK, "import click", 2.0),
        ("tracker law show IPC-370-5", ["law", "show", "IPC-370-5"], CLICK, "import click", 2.0),
        (
            "tracker list --limit 50",
            ["--db", url, "list", "--limit", "50"],
            MODELS,
            "import sqlmodel, click",
            1.3,
        ),
        (
            "tracker flags --limit 50",
            ["--db", url, "flags", "--limit", "50"],
            MODELS,
            "import sqlmodel, click",
            1.3,
        ),
        (
            "tracker due --limit 50",
            ["--db", url, "due", "--limit", "50"],
            MODELS,
            "import sqlmodel, click",
            1.3,
        ),
    ):
        ours, other = turns(process(["-m", "tracker", *arguments]), process(beside))
        say(what, ours, other, bar, against)
