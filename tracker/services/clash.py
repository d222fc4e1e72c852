"""Two people at one thing: what a person saw when they began is told by its version, and held to.

A version is a short digest of a piece of a case as it was shown. Whoever writes says which version they
saw (`expected`); if another is on file by then, `Clash` says both, nothing is written, and a person decides:
the same again with the version now on file, or leave it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from tracker.services.office import Refused

NOTHING = "nothing"
"""The version of what isn't on file yet."""


def version(piece: Mapping[str, Any] | None) -> str:
    """Return the version of a piece of a case in the keys of a case file (`caseview.plain`)."""
    if piece is None:
        return NOTHING
    said = {key: value for key, value in piece.items() if key != "version"}
    return sha256(json.dumps(said, sort_keys=True, default=str).encode()).hexdigest()[:12]


class Clash(Refused):
    """Somebody else's version is on file; `theirs` and `mine` say both in words, `version` is theirs.

    `notes` are both notes, theirs first, for a screen to show: the lines never repeat them.
    """

    def __init__(
        self,
        what: str,
        theirs: str,
        mine: str,
        version: str,
        notes: tuple[str | None, str | None] = (None, None),
    ) -> None:
        """Keep both, and say both in two lines."""
        super().__init__(f"{what}: on file is {theirs}", f"Yours, not written: {mine}")
        self.what, self.theirs, self.mine, self.version, self.notes = what, theirs, mine, version, notes
