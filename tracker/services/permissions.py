"""The table of roles: which may leave which word in the audit, for any case or for their own only."""

from __future__ import annotations

ROLES = ("advocate", "manager", "reviewer", "administrator")

ANY, OWN, CODED = "any", "own", "coded"
"""For every case of the office; for cases that the person leads or is listed in; for all cases, as codes."""

_COURT: tuple[str, ...] = ("record", "correct", "undo", "flag", "move", "cover", "export", "print")
_COURT += ("office copy", "identity", "name")
_DAILY = (*_COURT, "file", "import")
_HEAD = ("assign", "erase", "hold", "report", "rebuild", "backup", "setting", "desk", "verify", "saved")

MAY: dict[str, dict[str, str]] = {
    "administrator": {},
    "manager": {
        **dict.fromkeys((*_DAILY, *_HEAD), ANY),
    },
    "advocate": {
        **dict.fromkeys(_COURT, OWN),
        **dict.fromkeys(("file", "desk", "saved"), ANY),
    },
    "reviewer": dict.fromkeys(("export", "print", "report", "desk", "saved"), ANY),
}
"""What each role may do. An administrator may do everything; whatever isn't here, nobody else may.
`saved` is the backup that the program makes by itself, `verify` looks through the whole office."""

SEES = {"administrator": ANY, "manager": ANY, "reviewer": CODED, "advocate": OWN}
"""What each role sees in every list, count, sheet and export (`store.sight`)."""

GIVEN_OUT = ("export", "print", "office copy", "report")
"""What is made of nothing but what was seen: where no case is named, it is of one's own for that reason."""


def allowed(role: str | None, action: str) -> str | None:
    """Return ANY, OWN, or None where the role may not do it. A person without a role may do nothing."""
    if role == "administrator":
        return ANY
    return MAY.get(role or "", {}).get(action)
