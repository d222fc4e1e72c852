"""Under which lines a case is counted: the key it carries, the lines that key stands in, and their labels.

Old and new sections that answer to each other share a line where that is asked: a section's family is all
that is tied to it by pairs of one section each, however many steps away (IPC 376(1) before and after 2018,
and BNS 64(1)).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import TYPE_CHECKING

import statutes
from tracker.domain.outcomes import Course, Result

if TYPE_CHECKING:
    from tracker.services.question import Question

NOT_RECORDED = "not recorded"
OVERLAP = ("act", "provision")
"""Keys of which a case may have several."""


def key_of(question: Question) -> Callable[[Course, Result], str]:
    """Return what gives the raw key of a case reckoned for the question, as the database gives the others."""
    if question.by == "year":
        return lambda course, result: ""
    if question.by in OVERLAP:
        if question.principal:
            return lambda course, result: result.principal
        return lambda course, result: " ".join(result.acts if question.by == "act" else result.provisions)
    return lambda course, result: getattr(course, question.by) or ""


def names(question: Question, key: str) -> Iterable[str]:
    """Return the lines in which a raw key is counted."""
    if not key:
        return (NOT_RECORDED,)
    if question.by not in OVERLAP:
        return (key,)
    words = key.split()
    if question.by == "act":
        return dict.fromkeys(word.partition("-")[0] for word in words)
    return dict.fromkeys(family(word) if question.joined else word for word in words)


def label(question: Question, name: str) -> str:
    """Return a line's name for people."""
    if question.by == "act":
        act = statutes.acts().get(name)
        return act.title if act else name
    if question.by == "provision":
        rows = [row for id_ in name.split("+") if (row := statutes.provision(id_))]
        return " / ".join(dict.fromkeys(f"{row.act} {row.section}" for row in rows)) or name
    return name


def family(id_: str) -> str:
    """Return the line of a provision where old and new are joined: their ids, the old ones first."""
    return _families().get(id_, id_)


@cache
def _families() -> dict[str, str]:
    groups: dict[str, dict[str, None]] = {}
    for pair in statutes.counterparts():
        if len(pair.old) == 1 and len(pair.new) == 1:
            joined = groups.get(pair.old[0], {pair.old[0]: None}) | groups.get(
                pair.new[0], {pair.new[0]: None}
            )
            groups.update(dict.fromkeys(joined, joined))
    new = {id_ for pair in statutes.counterparts() for id_ in pair.new}
    return {id_: "+".join(sorted(group, key=lambda one: (one in new, one))) for id_, group in groups.items()}
