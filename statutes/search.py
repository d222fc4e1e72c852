"""Find provisions by number or words, whatever the code: "370", "BNS 143(4)", "trafficking minor".

Every part of the text has to be found. A part with a digit is a section: its numbers stand in a row, in
this order, in the provision's id or section, or in those of what answers to it in the other code, so
that an old number finds the new one. A part without is the beginning of a word of the title or Act.
"""

from __future__ import annotations

import re
from functools import cache

import statutes
from statutes.rows import Counterpart, Provision

SPLIT = re.compile(r"[^0-9a-z]+")
PARTS = re.compile(r"[0-9a-z][^\s,;]*")
UNSAID = frozenset({"s", "sec", "section", "u", "us", "under", "of", "the", "act", "and", "read", "with"})
"""Words that people write round a section and that say nothing."""
Numbers = tuple[str, ...]


def find(text: str) -> tuple[Provision, ...]:
    """Return the provisions that hold every part of the text, in the order of the catalogue."""
    parts = [_numbers(part) for part in PARTS.findall(text.casefold())]
    sections = [part for part in parts if any(_is_number(word) for word in part)]
    words = [word for part in parts if part not in sections for word in part if word not in UNSAID]
    if not sections and not words:
        return ()
    return tuple(
        row
        for row in statutes.provisions().values()
        if _here(row, sections, words) or (sections and _elsewhere(row, sections, words))
    )


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


def _is_number(word: str) -> bool:
    return word[0].isdigit()


def _numbers(text: str) -> Numbers:
    return tuple(word for word in SPLIT.split(text.casefold()) if word)


def _run(part: Numbers, whole: Numbers) -> bool:
    """Answer whether the part's words stand one after another in the whole."""
    return any(whole[at : at + len(part)] == part for at in range(len(whole) - len(part) + 1))


def _here(row: Provision, sections: list[Numbers], words: list[str]) -> bool:
    id_, section, spoken = _said(row.id)
    return all(_run(part, id_) or _run(part, section) for part in sections) and all(
        any(own.startswith(word) for own in spoken) for word in words
    )


@cache
def _said(id_: str) -> tuple[Numbers, Numbers, Numbers]:
    """Return the words of a provision's id and of its section, and all that words may find."""
    row = statutes.provisions()[id_]
    act = statutes.acts()[row.act]
    own, section = _numbers(row.id), _numbers(row.section)
    return own, section, (*own, *section, *_numbers(f"{row.title} {act.title} {' '.join(act.spellings)}"))


def _elsewhere(row: Provision, sections: list[Numbers], words: list[str]) -> bool:
    """Answer whether the text names a section, with its code or alone, that this row answers to."""
    for pair in match(row.id):
        if row.id in pair.old:
            code, section = pair.new_act.casefold(), _numbers(pair.new_section)
        else:
            code, section = pair.old_act.casefold(), _numbers(pair.old_section)
        named = (code, *section)
        if all(_run(part, named) for part in sections) and all(word == code for word in words):
            return True
    return False
