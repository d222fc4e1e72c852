"""What the office has published of its rates, so that the next release can be laid beside the last one.

Of each cut (by what, of which unit, on which basis) the last release is kept in the office's settings with
its true figures and what it left out, and why: the log stays in the office. A release is what was written to
a file.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date

from sqlmodel import select

from tracker.domain.suppression import BLOCKS, Figures, Last, Withheld
from tracker.services.office import Office
from tracker.services.question import Question
from tracker.store.tables import Setting

KEY = "release:"


def keep(office: Office, question: Question, lines: Mapping[str, Figures], log: tuple[Withheld, ...]) -> None:
    """Keep a release in the place of the last one of its cut."""
    first, last = _days(question)
    value = {
        "from": first.isoformat(),
        "to": last.isoformat(),
        "lines": dict(lines),
        "log": [asdict(one) for one in log],
    }
    with office.transaction("export", "rates, public") as session:
        session.merge(Setting(key=_cut(question), value=json.dumps(value)))


def last_of(office: Office, question: Question) -> tuple[Last | None, bool]:
    """Return the last release of the cut if it has days in common with these; and whether it has none.

    One of other days altogether counts other events; but what one leaves pending the next one opens with.
    """
    said = office.setting(_cut(question))
    if said is None:
        return None, False
    kept = json.loads(said)
    first, last = _days(question)
    apart = date.fromisoformat(kept["to"]) < first or last < date.fromisoformat(kept["from"])
    if apart:
        return None, True
    hidden = {block: [one["key"] for one in kept["log"] if one["block"] == block] for block in BLOCKS}
    names = [name for block in BLOCKS.values() for name in block]
    lines = {key: {name: found.get(name, 0) for name in names} for key, found in kept["lines"].items()}
    return Last(lines=lines, hidden=hidden), False


def other_cuts(office: Office, question: Question) -> list[str]:
    """Return by what else the office has published rates: those tables aren't laid beside this one."""
    with office.reading() as session:
        keys = session.exec(select(Setting.key).where(Setting.key.startswith(KEY))).all()
    return sorted({key.split(":")[1] for key in keys if key != _cut(question)} - {question.by})


def _cut(question: Question) -> str:
    words = (
        *(question.by, question.unit, "cohort" if question.cohort else "period"),
        *("principal" if question.principal else "any", "final" if question.final else "trial"),
        "joined" if question.joined else "single",
    )
    return KEY + ":".join(words)


def _days(question: Question) -> tuple[date, date]:
    window = question.window()
    return window.first, window.last
