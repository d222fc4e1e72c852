"""Where the office's file lives and who is at the desk: asked once, from options and the environment."""

from __future__ import annotations

import getpass
import os
from pathlib import Path

DATABASE = "TRACKER_DATABASE_URL"
USER = "TRACKER_USER"
PASSPHRASE = "TRACKER_PASSPHRASE"


def data_folder() -> Path:
    """Return the platform's own folder for the office's file; it may not exist yet."""
    from platformdirs import user_data_path  # only needed when no database is named

    return user_data_path("prosecution-tracker", appauthor=False)


def database_url(named: str | None) -> str:
    """Return the database to open: the one named, else the environment's, else the office's own file."""
    return named or os.environ.get(DATABASE) or f"sqlite:///{data_folder() / 'office.db'}"


def passphrase() -> str | None:
    """Return the passphrase of an encrypted office, if the environment holds one."""
    return os.environ.get(PASSPHRASE) or None


def desk() -> str:
    """Return who is at the desk: TRACKER_USER, else the name of the login."""
    try:
        return os.environ.get(USER) or getpass.getuser()
    except (OSError, KeyError):  # a login without a name, as in a bare container
        return "unknown"
