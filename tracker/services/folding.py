"""Under which lines a case is counted: the key it carries, the lines that key stands in, and their labels.

Old and new sections that answer to each other share a line where that is asked: a section's family is all
that is tied to it by pairs of one section each, however many steps away (IPC 376(1) before and after 2018,
and BNS 64(1)), and by amendment of the section itself (JJ 81 before and after 01-09-2022).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import TYPE_CHECKING

import statutes
from tracker.domain.outcomes import Course, Result
from tracker.domain.say import day

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
        return " / ".join(dict.fromkeys(_named(row, question.joined) for row in rows)) or name
    return name


def short(question: Question, name: str) -> str:
    """Return what people call an Act in a word and its year; nothing where a line's name is short already."""
    act = statutes.acts().get(name) if question.by == "act" else None
    if act is None:
        return ""
    if not act.spellings:
        return act.title
    called = act.code if act.code in act.spellings else act.spellings[0]
    year = act.title[-4:]
    return called if called.endswith(year) else f"{called} {year}"


def _named(row: statutes.Provision, joined: bool) -> str:
    """Return Act and section, and where a section has several rows, which of them it is."""
    twins = _same_section()[row.act, row.section]
    again = " after an earlier conviction" if row.earlier_conviction else ""
    days = ""
    if not joined and len({(twin.from_, twin.until) for twin in twins}) > 1:
        days = f" (to {day(row.until)})" if row.until else f" (from {day(row.from_)})" if row.from_ else ""
    return f"{row.act} {row.section}{again}{days}"


@cache
def _same_section() -> dict[tuple[str, str], list[statutes.Provision]]:
    found: dict[tuple[str, str], list[statutes.Provision]] = {}
    for id_ in statutes.provisions():
        if row := statutes.provision(id_):
            found.setdefault((row.act, row.section), []).append(row)
    return found


def family(id_: str) -> str:
    """Return the line of a provision where old and new are joined: their ids, the old ones first."""
    return _families().get(id_, id_)


@cache
def _families() -> dict[str, str]:
    groups: dict[str, dict[str, None]] = {}
    pairs = [
        (pair.old[0], pair.new[0])
        for pair in statutes.counterparts()
        if len(pair.old) == 1 and len(pair.new) == 1
    ]
    for rows in _same_section().values():
        pairs += [
            (one.id, other.id)
            for one in rows
            for other in rows
            if one.until and other.from_ and one.until < other.from_
            if one.earlier_conviction == other.earlier_conviction
        ]
    for old, new_ in pairs:
        joined = groups.get(old, {old: None}) | groups.get(new_, {new_: None})
        groups.update(dict.fromkeys(joined, joined))
    new = {id_ for pair in statutes.counterparts() for id_ in pair.new}
    return {id_: "+".join(sorted(group, key=lambda one: (one in new, one))) for id_, group in groups.items()}
