"""What one person keeps at the desk: saved views under the digits, and the look of the screen.

Kept in the office's settings under the person's name, so that a shared office file serves several.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from tracker.services import filters
from tracker.services.office import Office, Refused

DIGITS = "123456789"


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedView:
    """A filter and an order under a name."""

    name: str
    filter: str
    order: str = "ref"


FIRST: dict[str, SavedView] = {
    "1": SavedView(name="all cases", filter=""),
    "2": SavedView(name="custody clocks", filter="flag:default_bail"),
    "3": SavedView(name="listed this week", filter="hearing:today..+7d", order="next_hearing"),
    "4": SavedView(name="no date or no outcome", filter="flag:no_next_date,outcome_missing"),
    "5": SavedView(name="due in a fortnight", filter="due:<14d"),
    "6": SavedView(name="stalled", filter="flag:stage_stalled", order="stage_since"),
    "7": SavedView(name="age not settled", filter="minor:pending"),
    "8": SavedView(name="under investigation", filter="stage:fir", order="stage_since"),
    "9": SavedView(name="nobody leads", filter="lead:none -stage:closed"),
}
"""What the digits show until the person saves something else."""


def views(office: Office) -> dict[str, SavedView]:
    """Return the person's views by digit; what can't be read is the first one again."""
    said = json.loads(office.setting(_key(office, "views")) or "{}")
    return FIRST | {digit: SavedView(**view) for digit, view in said.items() if digit in DIGITS}


def save_view(office: Office, digit: str, view: SavedView) -> dict[str, SavedView]:
    """Keep a view under a digit and return all of them.

    Raises Refused: no such digit, a view without a name, or a filter that can't be read.
    """
    if len(digit) != 1 or digit not in DIGITS:
        raise Refused("A view is saved under a digit from 1 to 9")
    if not view.name.strip():
        raise Refused("A saved view wants a name")
    filters.parse(view.filter)
    said = json.loads(office.setting(_key(office, "views")) or "{}")
    said[digit] = asdict(view)
    office.set(_key(office, "views"), json.dumps(said))
    return views(office)


def theme(office: Office) -> str | None:
    """Return the look that the person chose last."""
    return office.setting(_key(office, "theme"))


def keep_theme(office: Office, name: str) -> None:
    """Keep the look for the person."""
    office.set(_key(office, "theme"), name)


def _key(office: Office, what: str) -> str:
    return f"desk:{office.user}:{what}"
