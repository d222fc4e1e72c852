"""Doubts that the journal raises, beside those of the charges: procedure cited from the wrong code, and a
sentence under the least term.

Which code governs a step is the regime's (BNSS s. 531); a step whose code the courts dispute raises no
doubt. A least term binds the court unless the row says that it may go lower for reasons it writes down.
Of the journal's free text only the section is repeated, never the sentence it stands in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import statutes
from tracker.domain import clerk, regime
from tracker.domain.charges import Doubt, on_file
from tracker.domain.say import day

if TYPE_CHECKING:
    from tracker.domain.case import Charge, Event
    from tracker.domain.matter import Matter
    from tracker.domain.shapes import Law

CODES = {"CRPC": "CrPC", "BNSS": "BNSS"}
SENTENCED = ("convicted", "sentence_passed")
APPEAL = frozenset({"appeal_filed", "appeal_decided", "appeal_continued"})


def miscited(matter: Matter) -> list[Doubt]:
    """Return a doubt for each section of procedure that is not of the code governing its step."""
    governs = regime.procedure(matter)
    found: dict[tuple[str, str], Doubt] = {}
    for event in matter.events:
        for text in (event.note, event.order_ref):
            if text and any(char.isdigit() for char in text):
                for act, section in _procedure(text):
                    code = governs[_step(event)]
                    if code in CODES.values() and CODES[act] != code:
                        detail = f"{CODES[act]}|{section}|{code}|{_step(event)}|{event.kind}"
                        found.setdefault(
                            (act, section),
                            Doubt(
                                kind="wrong_code",
                                reason="procedure",
                                provision=None,
                                accused=event.accused,
                                victim=event.victim,
                                first_on=event.on,
                                detail=detail,
                            ),
                        )
    return list(found.values())


def too_lenient(matter: Matter, law: Law) -> list[Doubt]:
    """Return a doubt for each sentence under the least term of what the accused was convicted of."""
    found = []
    for label in {event.accused for kind in SENTENCED for event in matter.by_kind.get(kind, ())}:
        told = [e for kind in SENTENCED for e in matter.by_kind.get(kind, ()) if e.accused == label]
        last = next((e for e in reversed(told) if e.sentence_months is not None), None)
        if last is None or any(e.life or e.death for e in told) or last.sentence_months is None:
            continue
        convicted = next((e for e in reversed(told) if e.kind == "convicted"), last)
        floors = [(_floor(charge, law), charge) for charge in _convicted_of(convicted, matter)]
        months, charge = max(floors, key=lambda one: one[0], default=(0, None))
        if charge is not None and last.sentence_months < months:
            found.append(
                Doubt(
                    kind="below_minimum",
                    reason="sentence",
                    provision=charge.provision,
                    accused=label,
                    victim=charge.victim,
                    first_on=last.on,
                    detail=f"{last.sentence_months}|{months}",
                )
            )
    return found


LIFE = 10_000
"""Months that stand for "nothing less than life" where terms are compared."""


def _floor(charge: Charge, law: Law) -> int:
    """Return the least term in months, its principal's for an abetment; 0 where none is stated."""
    row = law.provision(charge.provision) if charge.provision else None
    if row is None:
        return charge.min_months or 0
    if "half_of_longest" in row.term:
        return 0
    if "as_principal" in row.term or ("added_to_principal" in row.term and row.min_months is None):
        row = law.provision(charge.with_) if charge.with_ else None
    if row is None:
        return 0
    return LIFE if "life_as_minimum" in row.term else row.min_months or 0


def _convicted_of(event: Event, matter: Matter) -> list[Charge]:
    charges = [charge for charge in on_file(matter) if charge.accused in (None, event.accused)]
    if event.provisions:
        return [charge for charge in charges if charge.provision in event.provisions]
    acquitted = {
        id_
        for acquittal in matter.by_kind.get("acquitted", ())
        if acquittal.accused == event.accused
        for id_ in acquittal.provisions
    }
    return [charge for charge in charges if charge.provision not in acquitted]


def _procedure(text: str) -> list[tuple[str, str]]:
    return [(one.act, one.section) for one in clerk.read(text).cited if one.act in CODES]


def _step(event: Event) -> str:
    if event.kind in APPEAL:
        return "appeal"
    if event.kind in regime.APPLIED:
        return "application"
    return "trial" if event.kind in regime.IN_TRIAL else "investigation"


def words(doubt: Doubt, law: Law) -> tuple[str, str]:
    """Return why, and the section that says so."""
    if doubt.kind == "below_minimum":
        return _lenient(doubt, law)
    cited, section, code, step, _ = doubt.detail.split("|")
    when = day(doubt.first_on) if doubt.first_on else "a day on file"
    other = _other(cited, section)
    meant = f" In the {code} it answers to s. {other}." if other else ""
    return (
        f"{cited} s. {section} is cited on {when}, but the {code} governs this case's {step}.{meant}",
        "BNSS s. 531(2)(a)",
    )


def _lenient(doubt: Doubt, law: Law) -> tuple[str, str]:
    row = law.provision(doubt.provision) if doubt.provision else None
    name = f"{row.act} {row.section}" if row else doubt.provision or "the section"
    given, least = (int(part) for part in doubt.detail.split("|"))
    floor = "imprisonment for life" if least >= LIFE else term(least)
    when = f" on {day(doubt.first_on)}" if doubt.first_on else ""
    text = f"Sentenced{when} to {term(given)}; {name} has at least {floor}."
    if row and "court_may_go_lower" in row.term:
        text += " The court may go lower for reasons that it writes down: look for them in the judgment."
    else:
        text += " No court may go below it: the State or the victim can appeal against the sentence."
    return text, f"{name}; CrPC 377, 372 / BNSS 418, 413"


def term(months: int) -> str:
    """Return a term in words: "7 years", "18 months"."""
    if months % 12:
        return f"{months} months"
    return f"{months // 12} year{'' if months == 12 else 's'}"


def _other(cited: str, section: str) -> str:
    """Return the other code's number of a section of procedure, or nothing."""
    number = section.partition("(")[0]
    for pair in statutes.counterparts():
        if cited == "CrPC" and pair.old_act == "CRPC" and pair.old_section == number:
            return f"{pair.new_section}"
        if cited == "BNSS" and pair.new_act == "BNSS" and pair.new_section == number:
            return f"{pair.old_section}"
    return ""
