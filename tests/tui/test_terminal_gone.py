"""A window that is closed ends the program, also where no hang-up reaches it."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from tracker.services.office import open_office

PATIENCE = 120
"""Seconds after which a program that goes on unseen is a fault; it takes three on a quiet machine."""


@pytest.mark.slow
@pytest.mark.parametrize("hangs_up", [False, True])
def test_closing_the_window_ends_the_program(tmp_path: Path, hangs_up: bool) -> None:
    """With its terminal gone the program leaves by itself, the office whole and the backup made."""
    url = f"sqlite:///{tmp_path / 'office.db'}"
    open_office(url, create=True).close()
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, 80))
    command = [sys.executable, "-m", "tracker", "--db", url]
    program = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True)
    os.close(theirs)
    painted = b""
    while b"nothing listed" not in painted:  # the first frame is painted before the office is open
        painted += os.read(ours, 65536)
    os.close(ours)
    if hangs_up:
        program.send_signal(signal.SIGHUP)
    assert program.wait(PATIENCE) == 0
    open_office(url).close()
    assert len(list((tmp_path / "backups").iterdir())) == 1
