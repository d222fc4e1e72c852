"""Find provisions by number or words, whatever the code: "370", "BNS 143(4)", "trafficking minor".

Every word of the text has to be found. A word with a digit is a section: it stands for itself in an
id or section and for what answers to it in the other code, so that an old number finds the new one.
"""

from __future__ import annotations

import re
from functools import cache

import statutes
from statutes.rows import Counterpart, Provision

SPLIT = re.compile(r"[^0-9a-z]+")


def find(text: str) -> tuple[Provision, ...]:
    """Return the provisions that hold every word of the text, in the order of the catalogue."""
    asked = [word for word in SPLIT.split(text.casefold()) if word]
    if not asked:
        return ()
    found = []
    for row in statutes.provisions().values():
        numbers, words = _words(row.id)
        own = all(word in numbers if _number(word) else _spoken(word, words) for word in asked)
        if own or _elsewhere(row, asked):
            found.append(row)
    return tuple(found)


def match(id_: str) -> tuple[Counterpart, ...]:
    """Return the pairs of old and new sections in which the provision stands; none for special Acts."""
    return _pairs().get(id_, ())


@cache
def _pairs() -> dict[str, tuple[Counterpart, ...]]:
    found: dict[str, tuple[Counterpart, ...]] = {}
    for pair in statutes.counterparts():
        for id_ in (*pair.old, *pair.new):
            found[id_] = (*found.get(id_, ()), pair)
    return found


def _number(word: str) -> bool:
    return word[0].isdigit()


def _spoken(word: str, words: frozenset[str]) -> bool:
    """Answer whether a word begins one of the row's: "traffick" finds trafficking."""
    return any(own.startswith(word) for own in words)


@cache
def _words(id_: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the row's numbers and its words."""
    row = statutes.provisions()[id_]
    act = statutes.acts()[row.act]
    parts = SPLIT.split(f"{row.id} {row.section}".casefold())
    spoken = SPLIT.split(f"{row.title} {row.act} {act.title} {' '.join(act.spellings)}".casefold())
    # "376db" is asked as one word, "143(4)" comes as two; both are in the id.
    return frozenset(parts), frozenset(word for word in (*parts, *spoken) if word)


def _elsewhere(row: Provision, asked: list[str]) -> bool:
    """Answer whether the text names a section, with its code or alone, that this row answers to."""
    for pair in match(row.id):
        for act, section, ids in (
            (pair.old_act, pair.old_section, pair.old),
            (pair.new_act, pair.new_section, pair.new),
        ):
            if row.id not in ids and section:
                named = {act.casefold(), *SPLIT.split(section.casefold())}
                if any(_number(word) for word in asked) and all(word in named for word in asked):
                    return True
    return False
