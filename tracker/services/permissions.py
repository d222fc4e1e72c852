"""The table of roles: which may leave which word in the audit, for any case or for their own only."""

from __future__ import annotations

ROLES = ("advocate", "manager", "reviewer", "administrator")

ANY, OWN = "any", "own"
"""For every case of the office; for cases that the person leads or is listed in."""

_DAILY = ("record", "correct", "file", "import", "export", "print", "identity", "name")

MAY: dict[str, dict[str, str]] = {
    "administrator": {},
    "manager": {
        **dict.fromkeys((*_DAILY, "erase", "hold", "report", "rebuild", "backup", "setting", "desk"), ANY),
    },
    "advocate": {
        **dict.fromkeys(("record", "correct", "export", "print", "identity", "name"), OWN),
        **dict.fromkeys(("file", "desk"), ANY),
    },
    "reviewer": dict.fromkeys(("export", "print", "report", "desk"), ANY),
}
"""What each role may do. An administrator may do everything; whatever isn't here, nobody else may."""

READS = {"administrator": ANY, "manager": ANY, "reviewer": ANY, "advocate": OWN}
"""Which cases each role may open."""


def allowed(role: str | None, action: str) -> str | None:
    """Return ANY, OWN, or None where the role may not do it. A person without a role may do nothing."""
    if role == "administrator":
        return ANY
    return MAY.get(role or "", {}).get(action)
