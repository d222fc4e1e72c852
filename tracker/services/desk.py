"""What one person keeps at the desk: saved views under the digits, and the look of the screen.

Kept in the office's settings under the person's name, so that a shared office file serves several.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace

from tracker.services import filters
from tracker.services.office import Office, Refused
from tracker.services.permissions import ROLES

DIGITS = "123456789"
LOCK_MINUTES = 10
"""After so many idle minutes the screen locks, where the office chose no other number."""
_LOCK = "lock_minutes"


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


FIRST_OF: dict[str, dict[str, SavedView]] = {
    "advocate": {
        "8": SavedView(name="mine this week", filter="lead:{me} hearing:today..+7d", order="next_hearing"),
        "9": SavedView(name="mine", filter="lead:{me}"),
    },
    "reviewer": {
        "8": SavedView(name="judgment and sentence", filter="stage:judgment,sentence"),
        "9": SavedView(name="closed", filter="stage:closed"),
    },
}
"""What the digits show first to people of this work, in the place of FIRST."""


def keep_work(office: Office, work: str) -> None:
    """Keep what the person's work is, which says what the digits show first. Raises Refused."""
    if work not in ROLES:
        raise Refused(f"There is no work {work!r}; known: {', '.join(ROLES)}")
    office.set(_key(office, "work"), work)


def _first(office: Office) -> dict[str, SavedView]:
    own = FIRST_OF.get(office.setting(_key(office, "work")) or "", {})
    if not office.user.isalnum():  # a lead of several words is no word of a filter
        own = {digit: view for digit, view in own.items() if "{me}" not in view.filter}
    return FIRST | {
        digit: replace(view, filter=view.filter.replace("{me}", office.user)) for digit, view in own.items()
    }


def views(office: Office) -> dict[str, SavedView]:
    """Return the person's views by digit; what can't be read is the first one again."""
    said = json.loads(office.setting(_key(office, "views")) or "{}")
    return _first(office) | {digit: SavedView(**view) for digit, view in said.items() if digit in DIGITS}


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


def columns(office: Office) -> tuple[str, ...]:
    """Return the docket's columns that the person chose; () for the usual ones."""
    return tuple(filter(None, (office.setting(_key(office, "columns")) or "").split(",")))


def keep_columns(office: Office, names: Sequence[str]) -> None:
    """Keep the docket's columns for the person; none for the usual ones."""
    office.set(_key(office, "columns"), ",".join(names))


def theme(office: Office) -> str | None:
    """Return the look that the person chose last."""
    return office.setting(_key(office, "theme"))


def keep_theme(office: Office, name: str) -> None:
    """Keep the look for the person."""
    office.set(_key(office, "theme"), name)


def lock_minutes(office: Office) -> int:
    """Return after how many idle minutes the screen locks: the office's own number, or the person's if less.

    0 is never, which a person may choose only where the office did.
    """
    most, own = (_minutes(office.setting(key)) for key in (_LOCK, _key(office, _LOCK)))
    most = LOCK_MINUTES if most is None else most
    return most if own is None or (most and not 0 < own <= most) else own


def keep_lock_minutes(office: Office, minutes: int, *, whole: bool = False) -> None:
    """Keep after how many idle minutes the screen locks, for the person or the whole office.

    Raises Refused: more than a day, more than the office allows, or not theirs to say.
    """
    if not 0 <= minutes <= 24 * 60:
        raise Refused(f"The screen locks after 1 to {24 * 60} minutes, or never: 0. {minutes} is neither.")
    most = _minutes(office.setting(_LOCK))
    most = LOCK_MINUTES if most is None else most
    if not whole and most and not 0 < minutes <= most:
        raise Refused(f"This office's screens lock after {most} minutes at most; a person may choose fewer.")
    office.set(_LOCK if whole else _key(office, _LOCK), str(minutes))


def _minutes(said: str | None) -> int | None:
    return int(said) if said and said.isdigit() else None


def _key(office: Office, what: str) -> str:
    return f"desk:{office.user}:{what}"
