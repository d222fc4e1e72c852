"""What a case file may say: which keys each kind of event carries, and every fault of one case.

A fault is one line: where it is (`cases[MUM-2019-014].events[3].accused`, counting from nought as
JSON does), what it says, and what would be right. A value that may identify a victim (a name, a
day of birth, a note, a code that isn't on file) is never repeated in it.

Old registers are patchy, so nothing is refused for being absent; only what can't be read safely,
names nobody on file, or contradicts itself.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from difflib import get_close_matches
from operator import attrgetter

from tracker.domain import adjourned, cnr, texts
from tracker.domain.case import Case, Event
from tracker.domain.contradictions import contradictions
from tracker.domain.event_keys import ALWAYS, EXTRA, KEYS
from tracker.domain.records import KINDS
from tracker.domain.words import SCOPE, AcquittalReason, EventKind

__all__ = ["ALWAYS", "EXTRA", "KEYS", "faults"]

LONGEST_TERM = 1200
"""Months; what is longer is life, and has a key of its own."""

WHOSE_COURTS = "the file or the office"
_extras = attrgetter(*EXTRA)

Lookup = Callable[[str], object | None]


def faults(
    case: Case, provision: Lookup, court_keys: Collection[str], ids: Callable[[], Iterable[str]] | None = None
) -> list[str]:
    """Return every fault of one case, one line each; an empty list means it may be filed.

    Args:
        case: The case as read.
        provision: Gives a row of the statute catalogue by id, or None.
        court_keys: The keys of the courts of the file and of the office.
        ids: Gives all ids of the catalogue, to suggest the nearest; asked only when one is unknown.
    """
    found = [
        *texts.faults(case),
        *_people(case),
        *_charges(case, provision, ids),
        *_courts(case, court_keys),
        *_events(case, provision, court_keys, ids),
        *_hearings(case),
        *_flag_notes(case),
        *contradictions(case),
        *_records(case),
    ]
    if not found:
        return found
    where = f"cases[{case.ref if case.ref.isprintable() and len(case.ref) <= texts.SHORT else '?'}]"
    return [f"{where}.{line}" for line in found]


def _people(case: Case) -> Iterator[str]:
    labels = [person.label for person in case.accused]
    codes = [person.code for person in case.victims]
    yield from _twice("accused", "label", labels)
    yield from _twice("victims", "code", codes)
    for n, person in enumerate(case.accused):
        if person.relative_of is not None and person.relative_of not in codes:
            yield f"accused[{n}].relative_of: {_not_among(person.relative_of, codes, 'a victim')}"
    for n, fact in enumerate(case.facts):
        if not isinstance(fact, str):
            for victim in fact.victims:
                if victim not in codes:
                    yield f"facts[{n}].victims: {_not_among(victim, codes, 'a victim')}"
            for who in fact.accused:
                if who not in labels:
                    yield f"facts[{n}].accused: {_not_among(who, labels, 'an accused')}"
    for n, link in enumerate(case.links):
        if link.ref == case.ref:
            yield f"links[{n}].ref: names this case itself; a link names another case"


def _flag_notes(case: Case) -> Iterator[str]:
    whom = {"case", *(one.label for one in case.accused), *(one.code for one in case.victims)}
    for n, note in enumerate(case.flag_notes):
        path = f"flag_notes[{n}]"
        if note.who not in whom:
            yield f"{path}.who: {_not_among(note.who, whom, 'the case, an accused or a victim')}"
        if note.does != "reopened" and not (note.note or "").strip():
            yield f"{path}.note: is missing; a warning is {note.does} with a word on it"
        if note.does == "snoozed" and (note.until is None or note.until <= note.on):
            yield f"{path}.until: a snoozed warning comes back on a day after {note.on:%d-%m-%Y}"
        if note.does != "snoozed" and note.until is not None:
            yield f"{path}.until: belongs to a snoozed warning, and this one is {note.does}"


def _charges(case: Case, provision: Lookup, ids: Callable[[], Iterable[str]] | None) -> Iterator[str]:
    if not case.charges:
        return
    labels = {person.label for person in case.accused}
    codes = {person.code for person in case.victims}
    for n, charge in enumerate(case.charges):
        if charge.accused is not None and charge.accused not in labels:
            yield f"charges[{n}].accused: {_not_among(charge.accused, labels, 'an accused')}"
        if charge.victim is not None and charge.victim not in codes:
            yield f"charges[{n}].victim: {_not_among(charge.victim, codes, 'a victim')}"
        if charge.provision is None:
            if not charge.as_written:
                yield (
                    f"charges[{n}].provision: is missing; name a section of the catalogue, or for a section"
                    " outside it write as_written"
                )
        elif provision(charge.provision) is None:
            yield f"charges[{n}].provision: {_unknown(charge.provision, ids)}"
        if charge.with_ is not None and provision(charge.with_) is None:
            yield f"charges[{n}].with: {_unknown(charge.with_, ids)}"
        low, high = charge.min_months, charge.max_months
        for key, months in (("min_months", low), ("max_months", high)):
            if months is not None and not 0 <= months <= LONGEST_TERM:
                yield f"charges[{n}].{key}: {months} is not a term in months, from 0 to {LONGEST_TERM}"
        if low is not None and high is not None and low > high:
            yield f"charges[{n}].max_months: {high} is less than min_months, {low}"


def _courts(case: Case, court_keys: Collection[str]) -> Iterator[str]:
    yield from _twice("proceedings", "key", [row.key for row in case.proceedings])
    for n, row in enumerate(case.proceedings):
        if row.court is not None and row.court not in court_keys:
            yield f"proceedings[{n}].court: {_not_among(row.court, court_keys, 'a court', WHOSE_COURTS)}"
        if row.cnr is not None:
            wrong = cnr.check(row.cnr)
            if wrong:
                yield f"proceedings[{n}].cnr: {texts.shown(row.cnr)} {wrong}"


def _events(
    case: Case, provision: Lookup, court_keys: Collection[str], ids: Callable[[], Iterable[str]] | None
) -> Iterator[str]:
    labels = [person.label for person in case.accused]
    codes = [person.code for person in case.victims]
    proceedings = [row.key for row in case.proceedings]
    for n, event in enumerate(case.events):
        values = _extras(event)
        if values != _BLANK:
            for line in _event_keys(event, values):
                yield f"events[{n}].{line}"
        scope = SCOPE[event.kind]
        if event.accused is not None:
            if event.accused not in labels:
                yield f"events[{n}].accused: {_not_among(event.accused, labels, 'an accused')}"
        elif scope == "accused" and len(labels) > 1:
            yield f"events[{n}].accused: is missing; say which of {_listed(labels)} was {_label(event)}"
        if event.victim is not None:
            if event.victim not in codes:
                yield f"events[{n}].victim: {_not_among(event.victim, codes, 'a victim')}"
        elif scope == "victim" and len(codes) > 1:
            yield f"events[{n}].victim: is missing; {_label(event)}: say which of {_listed(codes)}"
        for code in event.victims:
            if code not in codes:
                yield f"events[{n}].victims: {_not_among(code, codes, 'a victim')}"
        if event.proceeding is not None and event.proceeding not in proceedings:
            yield f"events[{n}].proceeding: {_not_among(event.proceeding, proceedings, 'a proceeding')}"
        if event.court is not None and event.court not in court_keys:
            yield f"events[{n}].court: {_not_among(event.court, court_keys, 'a court', WHOSE_COURTS)}"
        if event.provision is not None and provision(event.provision) is None:
            yield f"events[{n}].provision: {_unknown(event.provision, ids)}"
        elif scope == "charge" and event.provision is None:
            yield f"events[{n}].provision: is missing; say which section was {_label(event)}"
        for id_ in event.provisions:
            if provision(id_) is None:
                yield f"events[{n}].provisions: {_unknown(id_, ids)}"
        if event.corrects is not None and not 1 <= event.corrects <= n:
            yield (
                f"events[{n}].corrects: {event.corrects} is not an earlier line of the journal"
                " (the first is 1)"
            )


_BLANK = _extras(Event(on=None, kind=None))  # type: ignore[arg-type]


def _event_keys(event: Event, values: tuple[object, ...]) -> Iterator[str]:
    allowed = KEYS[event.kind]
    for key, value, blank in zip(EXTRA, values, _BLANK, strict=True):
        if value != blank and key not in allowed:
            may = _listed(sorted(allowed)) if allowed else "none of its own"
            yield f"{key}: is not a key of {event.kind}; its keys are {may}"
    if event.kind == "acquitted" and event.reason is not None and event.reason not in set(AcquittalReason):
        yield f"reason: {texts.shown(event.reason)} is not one of {_listed([*AcquittalReason])}"
    for key in ("sentence_months", "fine_rupees", "rupees"):
        number = getattr(event, key)
        if number is not None and number < 0:
            yield f"{key}: {number} is less than nought"


def _hearings(case: Case) -> Iterator[str]:
    if not case.hearings:
        return
    proceedings = [row.key for row in case.proceedings]
    for n, row in enumerate(case.hearings):
        if row.proceeding is not None and row.proceeding not in proceedings:
            yield f"hearings[{n}].proceeding: {_not_among(row.proceeding, proceedings, 'a proceeding')}"
        if row.next_on is not None and row.next_on <= row.on:
            yield f"hearings[{n}].next_on: {row.next_on} is not after the hearing of {row.on}"
        if row.opposed is not None or row.costs_rupees is not None:
            for fault in adjourned.faults(row.outcome, row.opposed, row.costs_rupees):
                yield f"hearings[{n}].{fault}"


def _records(case: Case) -> Iterable[str]:
    if not any(getattr(case, list_) for list_ in (*KINDS, "links")):
        return ()
    from tracker.domain import record_rules  # most cases of a register have none

    return record_rules.faults(case)


def _twice(where: str, key: str, words: list[str]) -> Iterator[str]:
    if len(set(words)) == len(words):
        return
    for n, word in enumerate(words):
        if word in words[:n]:
            said = texts.shown(word, key=where == "proceedings")
            yield f"{where}[{n}].{key}: {said} is also that of {where}[{words.index(word)}]"


def _not_among(value: str, known: Collection[str], what: str, whose: str = "this case") -> str:
    key = what in ("a court", "a proceeding")
    there = _listed(sorted(texts.shown(one, key=key) for one in known)) if known else "none is on file"
    return f"{texts.shown(value, key=key)} is not {what} of {whose}; {'on file: ' if known else ''}{there}"


def _unknown(id_: str, ids: Callable[[], Iterable[str]] | None) -> str:
    near = get_close_matches(id_.upper(), list(ids()), 3) if ids and len(id_) <= texts.SHORT else []
    meant = f"; near it: {', '.join(near)}" if near else ""
    return (
        f"{texts.shown(id_)} is not a provision of the catalogue{meant}"
        " (a section outside it: leave provision out and write as_written)"
    )


def _listed(words: Iterable[str]) -> str:
    words = list(words)
    return ", ".join(words[:12]) + (f" and {len(words) - 12} more" if len(words) > 12 else "")


def _label(event: Event) -> str:
    return EventKind(event.kind).label
