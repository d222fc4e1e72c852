"""Office: the open database and who is at the desk, given to every service.

`Refused` is the one way in which a service says no: nothing was written, and each fault is one
clear line for a person, which never holds a value that may identify a victim.
"""

from __future__ import annotations


class Refused(Exception):
    """The program changed nothing; `faults` says why, one line each."""

    def __init__(self, *faults: str) -> None:
        """Keep the faults as they will be printed."""
        super().__init__("\n".join(faults))
        self.faults = faults
