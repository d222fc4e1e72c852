"""A window that is closed ends the program, also where no hang-up reaches it."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from tracker.services.office import open_office

PATIENCE = 120
"""Seconds after which a program that goes on unseen is a fault; it takes three on a quiet machine."""


@pytest.mark.slow
def test_closing_the_window_ends_the_program(tmp_path: Path) -> None:
    """With its terminal gone the program leaves by itself and the office is whole."""
    url = f"sqlite:///{tmp_path / 'office.db'}"
    open_office(url, create=True).close()
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, 80))
    command = [sys.executable, "-m", "tracker", "--db", url]
    program = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True)
    os.close(theirs)
    painted = b""
    while b"Today" not in painted:
        painted += os.read(ours, 65536)
    os.close(ours)
    program.wait(PATIENCE)
    open_office(url).close()
