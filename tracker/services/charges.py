"""Charges: what facts, ages and days support and the file lacks, what can't stand, and adding one.

Nothing is ever added by itself: `accept` puts one suggestion on file, with its reason in the journal. A
what-if (`suppose`) works on a copy of the case that is never written.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import statutes
from tracker.domain import charge_words, file_doubts, suppose
from tracker.domain import charges as rules
from tracker.domain.case import Case, Charge, Event
from tracker.domain.charge_life import Life, lives
from tracker.domain.charges import Doubt
from tracker.domain.matter import Matter
from tracker.domain.say import day
from tracker.domain.shapes import Law
from tracker.domain.suggestions import Suggestion, avoided, missing
from tracker.domain.words import EventKind
from tracker.services import casework, fresh
from tracker.services.office import Office, Refused
from tracker.services.views import Recorded, Suggested
from tracker.store import reading

WHEN = {
    "now": "now",
    "if_second_minor": "if a second victim is found under 18",
    "if_minor": "if the victim is found under 18",
    "if_under_16": "if the victim is found under 16",
    "if_16_or_17": "if the victim is found to be 16 or 17",
    "if_under_14": "if the victim is found under 14",
    "if_under_12": "if the victim is found under 12",
    "if_adult": "if the victim is found to be of age",
    "if_fact": "if one fact more is in evidence",
}
"""When a charge is to be considered: the words of `--json`, in the order of the screen, and in English."""
OTHER_CODE = {"IPC": "BNS", "BNS": "IPC"}


def suggest(office: Office, ref: str, today: date, suppose_: Sequence[str] = ()) -> Suggested:
    """Return what to charge, doubt and avoid on a case as it stood on a day; raises Refused.

    `suppose_` are what-ifs (`V2=17`); nothing is written for them or for anything else.
    """
    law = office.law()
    with office.reading() as session:
        kinds = reading.court_kinds(session.connection())
        case = fresh.one(office, session, fresh.number_of(session, ref), today).case
    return of(_as_if(case, suppose_, today), kinds, law, suppose_)


def of(case: Case, kinds: dict[str, str], law: Law, supposed: Sequence[str] = ()) -> Suggested:
    """Return the same of a case in hand."""
    matter = Matter(case, kinds)
    order = {when: place for place, when in enumerate(WHEN)}
    place = {row.id: n for n, row in enumerate(law.patterns)}
    found = sorted(missing(matter, law), key=lambda one: (order[one.when], place[one.pattern]))
    doubts = rules.doubts(matter, law)
    extra = [*file_doubts.miscited(matter), *file_doubts.too_lenient(matter, law)]
    return Suggested(
        ref=case.ref,
        supposed=tuple(supposed),
        add=tuple(_add(one, law) for one in found),
        doubt=(
            *(_doubt(one, charge_words.of_doubt(one, law), law) for one in doubts),
            *(_doubt(one, file_doubts.words(one, law), law) for one in extra),
        ),
        avoid=(*(_avoid(one, law) for one in avoided(matter, law)), *_other_code(matter)),
    )


def accept(
    office: Office,
    ref: str,
    provision: str,
    accused: str | None,
    victim: str | None,
    today: date,
    *,
    on: date | None = None,
    because: str = "",
    in_fir: bool = False,
) -> Recorded:
    """Put one suggested charge on file, by an `added` (or `invoked`) event that keeps the reason.

    `because` is the advocate's own reason; the pattern's is kept beside it. Raises Refused if the case
    doesn't call for that charge now or later: a charge of one's own is recorded as any event.
    """
    law = office.law()
    with office.reading() as session:
        kinds = reading.court_kinds(session.connection())
        case = fresh.one(office, session, fresh.number_of(session, ref), today).case
    found = [
        one
        for one in missing(Matter(case, kinds), law)
        if one.provision == provision and accused in (None, one.accused) and one.victim == victim
    ]
    if len(found) != 1:
        of_whom = f" for {victim}" if victim else ""
        raise Refused(
            f"{provision}{of_whom} is suggested against several: say which accused"
            if found
            else f"{provision}{of_whom} is not suggested on {ref}; `tracker suggest {ref}` shows what is"
        )
    one = found[0]
    pattern = next(row for row in law.patterns if row.id == one.pattern)
    unmet = "" if one.when == "now" else f"; added though it was said to stand only {WHEN[one.when]}"
    reason = f"{because.strip()}; " if because.strip() else ""
    event = Event(
        on=on or today,
        kind=EventKind.INVOKED if in_fir else EventKind.ADDED,
        accused=one.accused,
        victim=one.victim,
        provision=provision,
        note=f"{reason}suggested: {pattern.why} ({pattern.cite}; pattern {pattern.id}){unmet}",
    )
    return casework.record(office, ref, event, today, with_=one.with_)


def _as_if(case: Case, words: Sequence[str], today: date) -> Case:
    try:
        return suppose.supposed(case, words, today)
    except ValueError as error:
        raise Refused(str(error)) from None


def _add(one: Suggestion, law: Law) -> dict[str, Any]:
    pattern = next(row for row in law.patterns if row.id == one.pattern)
    proofs = [statutes.proofs()[id_] for id_ in pattern.proof]
    row = law.provision(one.provision)
    said: dict[str, Any] = {
        "provision": one.provision,
        "accused": one.accused,
        "victim": one.victim,
        "when": one.when,
        "why": pattern.why,
        "cite": pattern.cite,
    }
    if one.fact:
        said["fact"] = one.fact
    if one.asks:
        said["asks"] = one.asks
    if one.with_:
        said |= {"with": one.with_, "or_with": list(one.or_with)}
    return said | {
        "title": row.title if row else "",
        "elements": [line for proof in proofs for line in proof.elements],
        "evidence": list(dict.fromkeys(line for proof in proofs for line in proof.evidence)),
        "pattern": pattern.id,
        "confidence": pattern.confidence,
        "signed_off": pattern.signed_off,
    }


def _doubt(one: Doubt, words: tuple[str, str], law: Law) -> dict[str, Any]:
    said: dict[str, Any] = {
        "provision": one.provision,
        "accused": one.accused,
        "victim": one.victim,
        "why": words[0],
        "cite": words[1],
        "kind": one.kind,
    }
    instead = rules.stand_ins(one, law) if one.kind == "charge_out_of_force" else []
    if instead:
        said["instead"] = instead
        said["why"] += " What was law then: " + ", ".join(_named(id_, law) for id_ in instead) + "."
    return said


def _avoid(one: Suggestion, law: Law) -> dict[str, Any]:
    pattern = next(row for row in law.patterns if row.id == one.pattern)
    return {
        "provision": one.provision,
        "accused": one.accused,
        "victim": one.victim,
        "why": pattern.why,
        "cite": pattern.cite,
    }


def _other_code(matter: Matter) -> list[dict[str, Any]]:
    """Return the penal code that no day of the offence touches: an Act's code stands for all of it."""
    in_code = rules.codes(matter)
    if len(in_code) != 1:
        return []
    first, last = matter.offence_first, matter.offence_last
    other = OTHER_CODE[in_code[0]]
    span = day(first) if first and first == last else f"{day(first)} to {day(last)}" if first and last else ""
    how = "is law only from 01-07-2024" if other == "BNS" else "was law until 30-06-2024"
    why = f"the {other} {how}; the offence was committed on {span}"
    return [
        {"provision": other, "accused": None, "victim": None, "why": why, "cite": "Constitution Art. 20(1)"}
    ]


def _named(id_: str, law: Law) -> str:
    row = law.provision(id_)
    return f"{row.act} {row.section} ({id_})" if row else id_


def charge_of(one: dict[str, Any]) -> Charge:
    """Return a suggestion as the charge that it would be."""
    return Charge(
        accused=one["accused"], victim=one["victim"], provision=one["provision"], with_=one.get("with")
    )


def board(office: Office, ref: str, today: date) -> tuple[Life, ...]:
    """Return the life of every charge of a case as it stood on a day, and what nobody is charged with."""
    law = office.law()
    with office.reading() as session:
        kinds = reading.court_kinds(session.connection())
        case = fresh.one(office, session, fresh.number_of(session, ref), today).case
    return tuple(lives(Matter(case, kinds), law))
