"""Cursors: the key of a row as text that a person can paste behind `--after`, and back.

A cursor is the segment and the key values of `store.queries`, joined by `~`; days are ISO, an empty
value is empty. It says where to go on, not what was asked: give the same filter and order with it.
"""

from __future__ import annotations

from datetime import date
from urllib.parse import quote, unquote

from tracker.services.office import Refused
from tracker.store.walking import Anchor


def write(anchor: Anchor) -> str:
    """Return the anchor as a cursor."""
    segment, key = anchor
    parts = [value.isoformat() if isinstance(value, date) else str(value) for value in key]
    return "~".join([str(segment), *(quote(part, safe=" /:()") for part in parts)])


def read(cursor: str | None, *shapes: tuple[type, ...]) -> Anchor | None:
    """Return the anchor of a cursor; `shapes` are the types of the key, for each segment.

    Raises Refused for text that is no cursor of this list.
    """
    if cursor is None:
        return None
    said, *parts = cursor.split("~")
    try:
        shape = shapes[int(said)]
        if int(said) < 0 or len(parts) != len(shape):
            raise ValueError
        key = tuple(_value(kind, unquote(part)) for kind, part in zip(shape, parts, strict=True))
    except (ValueError, IndexError):
        raise Refused(f"{cursor!r} is not a cursor of this list; use the `next` of the page before") from None
    return int(said), key


def _value(kind: type, text: str) -> object:
    return date.fromisoformat(text) if kind is date else kind(text)
