"""How days, numbers of days and words of closed lists are written in a sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from enum import EnumMeta


def day(when: date | str) -> str:
    """Return a day as dd-mm-yyyy; takes a date or its ISO text."""
    text = when if isinstance(when, str) else when.isoformat()
    return f"{text[8:10]}-{text[5:7]}-{text[:4]}" + (f" {text[11:16]}" if len(text) > 10 else "")


def days_of(number: str | int) -> str:
    """Return a number of days with its noun: 1,771 days."""
    return "1 day" if str(number) == "1" else f"{int(number):,} days"


def rupees(amount: int) -> str:
    """Return an amount as it is written in India: 1,50,000."""
    head, tail = divmod(amount, 1000)
    if not head:
        return str(amount)
    pairs = f"{head:,}" if head < 100 else re.sub(r"(?<=\d)(?=(\d\d)+$)", ",", str(head))
    return f"{pairs},{tail:03}"


def purpose(word: str | None) -> str:
    """Return what a matter is listed for, as board, agenda and court mode say it: a child's is evidence."""
    said = "evidence" if word == "child_evidence" else word
    return said.replace("_", " ") if said else "–"


def label(word: str, words: EnumMeta | None = None) -> str:
    """Return the label of a word of a closed list; a word of none, with spaces for underscores."""
    try:
        return str(words(word).label) if words is not None else word.replace("_", " ")
    except ValueError:
        return word.replace("_", " ")
