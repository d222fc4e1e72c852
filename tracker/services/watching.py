"""Notice that another program wrote to the database, so that a screen can read its rows again."""

from __future__ import annotations

from threading import Lock

from tracker.services.office import Office, Refused
from tracker.store import database


class Watch:
    """A connection of its own that only asks whether anything was written; for one thread at a time."""

    def __init__(self, office: Office) -> None:
        """Hold a connection until `close`."""
        self._connection = office.engine.raw_connection()
        self._one_at_a_time = Lock()
        self._closed = False
        self._postgresql = office.engine.dialect.name == "postgresql"

    def mark(self) -> int:
        """Return a number that is another one once something was written; it says nothing else.

        Raises Refused: it was closed meanwhile.
        """
        with self._one_at_a_time:
            if self._closed:
                raise Refused("The office is closed.")
            return database.change_mark(self._connection, self._postgresql)

    def close(self) -> None:
        """Let go of the connection."""
        with self._one_at_a_time:
            self._closed = True
            self._connection.close()
