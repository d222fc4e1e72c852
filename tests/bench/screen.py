"""The screen in a terminal of its own: first paint, first row, from a key to what it draws, memory.

Each on the office and on a small one: none may grow with the office.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
from collections.abc import Callable, Sequence
from contextlib import suppress
from statistics import median, quantiles
from time import perf_counter
from typing import Self

from tests.bench.timing import process, say, slower, turns, verdict

ROWS, COLUMNS = 40, 120
FRAME = 1 / 60
HELLO = """
from textual.app import App
from textual.widgets import Static
class Hello(App):
    def compose(self):
        yield Static("hello world")
Hello().run()
"""
REF = rb"[A-Z]{2,}-\d{4}-\d{2,}"
DOCKET = b"d"
DOWN, UP, PAGE_DOWN, PAGE_UP = b"\x1b[B", b"\x1b[A", b"\x1b[6~", b"\x1b[5~"
HOME, END = b"\x1b[H", b"\x1b[F"
PATIENCE = 60.0
"""Seconds after which a screen that draws nothing is given up."""


class Terminal:
    """A program in a pseudo-terminal; what it draws is read as it comes."""

    def __init__(self, arguments: Sequence[str]) -> None:
        """Start the program."""
        self.at = perf_counter()
        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        self.program = subprocess.Popen(
            [sys.executable, *arguments],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=environment,
            start_new_session=True,
        )
        os.close(theirs)
        self.of, self.drawn = ours, b""

    def __enter__(self) -> Self:
        """Use it until the end of the block."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the program."""
        self.program.kill()
        self.program.wait()
        os.close(self.of)

    def until(self, wanted: re.Pattern[bytes]) -> float:
        """Wait until what was drawn since the last key has this; return the seconds since start or key."""
        while not wanted.search(self.drawn):
            if not self._read(PATIENCE):
                raise RuntimeError(f"nothing like {wanted.pattern!r} was drawn: {self.drawn[-400:]!r}")
        return perf_counter() - self.at

    def key(self, key: bytes) -> float:
        """Press a key; return the seconds until something is drawn, once the screen had come to rest."""
        while self._read(0.15):
            pass
        self.drawn, self.at = b"", perf_counter()
        os.write(self.of, key)
        if not self._read(PATIENCE):
            raise RuntimeError(f"nothing was drawn after {key!r}")
        return perf_counter() - self.at

    def memory(self) -> float:
        """Return the most memory that the program has held, in MB."""
        with open(f"/proc/{self.program.pid}/status") as file:
            found = re.search(r"VmHWM:\s+(\d+)", file.read())
        return int(found[1]) / 1024 if found else 0.0

    def _read(self, seconds: float) -> bool:
        if not select.select([self.of], [], [], seconds)[0]:
            return False
        with suppress(OSError):
            self.drawn += os.read(self.of, 65536)
            return True
        return False


MEMORY = 90
"""Megabytes."""


def measure(url: str, small: str) -> None:
    """Print what the screen takes. `url`: an office to open; `small`: one of few cases."""
    _start(url, "")
    _start(small, ", small office")
    held, few = _keys(url, ""), _keys(small, ", small office")
    ratio = verdict("memory of the screen", held <= 1.5 * few, "1.5 x")
    print(f"{'memory beside the small office':<44} {held / few:9.2f} x  {ratio}")


def _start(url: str, which: str) -> None:
    ours = ["-m", "tracker", "--db", url]
    paint, hello = turns(_until(ours, rb"Today"), _until(["-c", HELLO], rb"hello"), 5)
    say(f"first paint{which}", paint, hello, 1.5, "Textual's hello world")
    imports = process(["-c", "import textual.app, sqlmodel"])
    row, other = turns(_until(ours, REF), imports, 5)
    say(f"first row{which}", row, other, 1.3, "import textual.app, sqlmodel")


def _keys(url: str, which: str) -> float:
    """Print how soon the docket answers to a key; return the memory that the screen held."""
    with Terminal(["-m", "tracker", "--db", url]) as terminal:
        terminal.until(re.compile(REF))
        terminal.key(DOCKET)
        terminal.until(re.compile(REF))
        took = [terminal.key(key) for key in (DOWN, UP, PAGE_DOWN, PAGE_UP) * 15]
        slow = quantiles(took, n=20)[-1]
        what, there = f"a key on the docket{which}", slow / slower()
        print(
            f"{what:<44} {median(took) * 1e3:9.2f} ms  p95 {slow * 1e3:.2f} ms, {there * 1e3:.2f} ms there: "
            f"{verdict(what, there <= FRAME, 'a frame')}"
        )
        terminal.key(END)
        terminal.key(HOME)
        held = terminal.memory()
        what = f"memory of the screen{which}"
        print(f"{what:<44} {held:9.0f} MB  {verdict(what, held <= MEMORY, f'{MEMORY} MB')}", flush=True)
        return held


def _until(arguments: Sequence[str], wanted: bytes) -> Callable[[], object]:
    pattern = re.compile(wanted)

    def run() -> object:
        with Terminal(arguments) as terminal:
            return terminal.until(pattern)

    return run
