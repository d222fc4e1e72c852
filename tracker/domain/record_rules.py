"""What each field of a record takes, said before it is broken; and what of the records of a case breaks it.

One table serves the forms, the commands and the reader of case files. A fault names the field and what
would be right; it repeats no value but a label, a code or a day.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from tracker.domain import record_words as words
from tracker.domain import texts
from tracker.domain.case import Accused, Case, Charge, Link, Proceeding, Victim
from tracker.domain.records import KINDS
from tracker.domain.word import Word
from tracker.domain.words import FirMode, LinkKind, ProceedingKind, Role, Sex

LISTS: dict[str, type] = {**KINDS, "links": Link}
"""Key of a case file to the class of its lines: what can be added, changed and struck out line by line."""

LINES: dict[str, type] = {
    "accused": Accused,
    "victims": Victim,
    "charges": Charge,
    "proceedings": Proceeding,
    **LISTS,
}
"""The same with the people, charges and proceedings, whose lines are added and changed, never struck out."""

TITLES = {
    "head": "The case",
    "accused": "Accused",
    "victims": "Victims",
    "charges": "Charges",
    "proceedings": "Proceedings",
    "assignments": "Who acts in it",
    "documents": "Papers",
    "placements": "Where victims are",
    "witnesses": "Witnesses",
    "processes": "Summonses and warrants",
    "exhibits": "Exhibits and reports",
    "notices": "Notice to the victim's side",
    "notes": "Notes",
    "handovers": "Handover memos signed",
    "links": "Links to other cases",
}
"""What each list is called."""

PEOPLE = {"accused": "an accused", "victim": "a victim", "proceeding": "a proceeding", "witness": "a witness"}
"""What a field may have to name, and how a fault calls it."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What one field takes.

    `takes` is "text", "day", "number", "yes" (or no), "word" (of `words`), or whom it names (`PEOPLE`).
    `past` is a day that can't be after today. `needed` is never empty.
    """

    key: str
    label: str
    says: str
    takes: str = "text"
    words: type[Word] | None = None
    needed: bool = False
    past: bool = False
    most: int = texts.LINE
    fixed: bool = False
    """Whether it is said once, when the line is added: other lines name it."""

    @property
    def long(self) -> bool:
        """Whether it takes several lines of text."""
        return self.most == texts.LONG


def _text(key: str, label: str, says: str, *, most: int = texts.LINE, needed: bool = False) -> Rule:
    return Rule(key, label, says, needed=needed, most=most)


def _day(key: str, label: str, says: str, *, past: bool = False) -> Rule:
    return Rule(key, label, says, "day", past=past)


def _word(key: str, label: str, list_: type[Word], says: str = "", *, needed: bool = False) -> Rule:
    return Rule(key, label, says or "One word of the list", "word", list_, needed)


def _label(key: str, says: str, most: int = 32) -> Rule:
    return Rule(key, key.capitalize(), says, needed=True, most=most, fixed=True)


def _yes(key: str, label: str, says: str) -> Rule:
    return Rule(key, label, says, "yes")


def _number(key: str, label: str, says: str) -> Rule:
    return Rule(key, label, says, "number")


def _names(key: str, label: str, says: str = "", *, needed: bool = False) -> Rule:
    return Rule(key, label, says or f"The label or code of {PEOPLE[key]} of this case", key, needed=needed)


NOTE = _text("note", "Note", "In your own words; no victim's name or address", most=texts.LONG)
PROCEEDING = _names("proceeding", "Proceeding", "The key of a proceeding of this case; empty for all")

HEAD = (
    _text("title", "Title", "As State v A1 and another; no victim's name"),
    _text("lead", "Lead", "The advocate who leads it", most=texts.SHORT),
    _text("tags", "Tags", "Short words with commas between: home-based, hotel", most=texts.LONG // 2),
    _text("fir_number", "FIR number", "As on the FIR, without the year", most=texts.SHORT),
    _number("fir_year", "FIR year", "Four digits; the year in which it was registered"),
    _day("fir_on", "Registered", "The day of the FIR, not after today", past=True),
    _text("fir_time", "At", "HH:MM, from 00:00 to 23:59", most=5),
    _text("police_station", "Station", "The police station"),
    _text("fir_district", "District", "Of the station"),
    _text("fir_state", "State", "Two capital letters, as MH", most=2),
    _word("fir_mode", "How told", FirMode),
    _day("first_on", "Offence from", "The first day of the offence: it decides which law governs", past=True),
    _day("last_on", "Offence until", "Its last day, not before the first", past=True),
)
"""What the head of a case takes."""

RULES: dict[str, tuple[Rule, ...]] = {
    "head": HEAD,
    "accused": (
        _label("label", "A1, A2 …; each once, and not changed later"),
        _text("name", "Name", "As in the charge sheet"),
        _word("sex", "Sex", Sex),
        _number("age", "Age", "Completed years, up to 120"),
        _word("role", "Part", Role),
        _yes("first_offender", "First offence", "Yes, if never convicted before"),
        _yes("public_servant", "Public servant", "Yes, if one at the offence"),
        _yes("child", "Child", "Yes, if under 18 at the offence: the Board is the court"),
        Rule("relative_of", "Relative of", "A victim's code; then never named on paper", "victim"),
    ),
    "victims": (
        _label("code", "V1, V2 …; never a name, and not changed later"),
        _word("sex", "Sex", Sex),
        _yes("lives_with_accused", "With accused", "Yes, if the victim lives with an accused"),
        _yes("needs_care", "Needs care", "Yes, if in need of care and protection"),
        _yes("separated", "Separated", "Yes, if separated from the family"),
    ),
    "charges": (
        _text(
            "provision", "Provision", "An id of the catalogue, as BNS-143-4; empty if it has none", most=64
        ),
        _text("as_written", "As written", "The clerk's words; needed where the catalogue has no row"),
        Rule("accused", "Accused", "The label; empty for all", "accused"),
        Rule("victim", "Victim", "The code, where the charge is for one victim", "victim"),
        _text("with_", "With", "The offence abetted or attempted, by its id", most=64),
        _day("first_on", "From", "Only where the charge has days of its own", past=True),
        _day("last_on", "Until", "Not before the first", past=True),
        _number("min_months", "Least months", "Only for a section outside the catalogue"),
        _number("max_months", "Most months", "Only for a section outside the catalogue"),
        _yes("max_life", "Life", "Only for a section outside the catalogue"),
        _yes("max_death", "Death", "Only for a section outside the catalogue"),
    ),
    "proceedings": (
        _label("key", "The office's short name, as trial or bail-2; not changed later", texts.SHORT),
        _word("kind", "Kind", ProceedingKind),
        Rule("court", "Court", "The key of a court that the office knows", "court"),
        _text("number", "Number", "The court's number, as POCSO SC 210/2019"),
        _text("cnr", "CNR", "Sixteen letters and digits, as on eCourts", most=32),
    ),
    "assignments": (
        _word("role", "Part", words.Part, needed=True),
        _text("name", "Name", "An official's or counsel's name; never a victim's"),
        _text("unit", "Unit", "Station, court or organisation"),
        PROCEEDING,
        _names("victim", "Victim", "The code, for a victim's own counsel or support person"),
        _day("from_on", "From", "The first day"),
        _day("until_on", "Until", "The last day, not before the first; empty while it lasts"),
        NOTE,
    ),
    "documents": (
        _word("kind", "Kind", words.DocumentKind, needed=True),
        _text("title", "Title", "What stands on it; no victim's name"),
        _day("on", "Dated", "The day it bears, not after today", past=True),
        _text("path", "File", "Where the file lies; its name tells of no victim", most=500),
        _text("sha256", "Hash", "64 hexadecimal digits; made from the file when it is registered"),
        _text("exhibit", "Exhibit", "The court's mark, as Exh. 12", most=texts.SHORT),
        _text("source", "Source", "From whom it came"),
        NOTE,
    ),
    "placements": (
        _names("victim", "Victim", needed=True),
        _word("kind", "Kind", words.PlacementKind, needed=True),
        _text("place", "Place", "The office's code of the home, as H3: no name, no address", most=32),
        _day("from_on", "From", "The first day"),
        _day("until_on", "Until", "The last day, not before the first; empty while it lasts"),
        _word("ordered_by", "Ordered by", words.OrderedBy),
        Rule("by_video", "By video", "Yes if testimony by video is possible from there", "yes"),
        NOTE,
    ),
    "witnesses": (
        _text("label", "Label", "PW1, PW2 …; each once", most=32, needed=True),
        _word("kind", "Kind", words.WitnessKind),
        _names("victim", "Victim", "The code, where the kind is victim and only there"),
        _text("name", "Name", "Not where the kind is victim: a victim is a code"),
        Rule("place_in_order", "Order", "The place in which to be heard, from 1", "number"),
        _word("status", "Status", words.WitnessStatus),
        _day("for_on", "Called for", "The day for which called"),
        PROCEEDING,
        NOTE,
    ),
    "processes": (
        _word("kind", "Kind", words.ProcessKind, needed=True),
        _names("witness", "Witness", "The label of a witness on the list"),
        _names("accused", "Accused", "The label, where it isn't to a witness"),
        _day("for_on", "For", "The hearing it calls to, not before it was issued"),
        _day("issued_on", "Issued", "Not after today", past=True),
        _day(
            "sent_on", "Sent", "To the police station; not before it was issued, not after today", past=True
        ),
        _day("served_on", "Served", "Not before it was issued, not after today", past=True),
        _day("returned_on", "Returned", "Not before it was issued, not after today", past=True),
        _word("result", "Result", words.ProcessResult),
        _text("station", "Station", "The police station that serves it"),
        NOTE,
    ),
    "exhibits": (
        _text("label", "Label", "What the office calls it, as E1 or FSL 1; each once", most=32, needed=True),
        _word("kind", "Kind", words.ExhibitKind),
        _text("sent_to", "Sent to", "The laboratory or hospital"),
        _day("sent_on", "Sent", "Not after today", past=True),
        _day("due_on", "Due", "When the report is to come, not before it was sent"),
        _day("received_on", "Received", "Not before it was sent, not after today", past=True),
        _text("exhibited_as", "Exhibited as", "The court's mark, as Exh. 12", most=texts.SHORT),
        NOTE,
    ),
    "notices": (
        _word("application", "Application", words.Application, needed=True),
        _names("accused", "Accused", "The label of the accused who applied"),
        PROCEEDING,
        _day("filed_on", "Filed", "Not after today", past=True),
        _day("decided_on", "Decided", "Not before it was filed, not after today", past=True),
        _names("victim", "Victim", "The code of whose side was to be told; empty for all"),
        _day(
            "given_on", "Told on", "The day notice was given, not after today; empty if none was", past=True
        ),
        _word("given_to", "Told", words.GivenTo),
        _word("heard", "Heard", words.Heard),
        NOTE,
    ),
    "notes": (
        _text("text", "Text", "In your own words; no victim's name", most=texts.LONG, needed=True),
        _day("on", "On", "Not after today; empty is today", past=True),
        _text("by", "By", "Who writes it; empty is you", most=texts.SHORT),
        _text("for_", "For", "The colleague who is to answer", most=texts.SHORT),
        _day("answer_by", "Answer by", "Not before the day of the note"),
        _day("answered_on", "Answered", "Not before the day of the note, not after today", past=True),
    ),
    "handovers": (
        _word("post", "For the", words.Post, "Whose memo it is: who takes over", needed=True),
        _text("signed_by", "Signed by", "Who signed it off", needed=True),
        Rule("signed_on", "Signed on", "The day, not after today", "day", needed=True, past=True),
        _text("mark", "Mark", 'The letters after "mark" at the foot of the memo that was signed', most=16),
        NOTE,
    ),
    "links": (
        _word("kind", "Kind", LinkKind, needed=True),
        _text("ref", "Case", "The ref of another case", most=texts.SHORT, needed=True),
        _word("through", "Through", words.Through),
        _text("what", "What", "A coded word, as a phone's last four digits; no name", most=texts.SHORT),
        _text("said_by", "Said by", "Who says so: an officer, a paper, an accused"),
        _word("sure", "How sure", words.Sure),
        _day("on", "Since", "The day it was said, not after today", past=True),
    ),
}
"""What each field of each list takes, in the order of a form."""

STRUCK = _text("struck", "Struck out", "Why the line is wrong", most=500)

_NOT_BEFORE = {
    "assignments": (("from_on", "until_on"),),
    "placements": (("from_on", "until_on"),),
    "processes": tuple(("issued_on", later) for later in ("for_on", "sent_on", "served_on", "returned_on")),
    "exhibits": (("sent_on", "due_on"), ("sent_on", "received_on")),
    "notices": (("filed_on", "decided_on"),),
    "notes": (("on", "answer_by"), ("on", "answered_on")),
}
"""Days of which the second can't be before the first."""

_HASH = re.compile(r"[0-9a-f]{64}")
_CODE = re.compile(r"(?=.*\d)[A-Za-z0-9][A-Za-z0-9./-]{0,31}")


def rules(list_: str) -> tuple[Rule, ...]:
    """Return what each field of a list takes. Raises KeyError: there is no such list."""
    return RULES[list_]


def faults(case: Case) -> Iterator[str]:
    """Yield what is wrong with the records of a case, each by its field (`witnesses[2].name: …`)."""
    known = {
        "accused": [one.label for one in case.accused],
        "victim": [one.code for one in case.victims],
        "proceeding": [one.key for one in case.proceedings],
        "witness": [one.label for one in case.witnesses if not one.struck],
    }
    for list_ in LISTS:
        rows: Sequence[Any] = getattr(case, list_)
        for n, row in enumerate(rows):
            for key, says in _row(list_, row, known):
                yield f"{list_}[{n}].{key.rstrip('_')}: {says}"
    for list_ in ("witnesses", "exhibits"):
        yield from _twice(list_, getattr(case, list_))


def _row(list_: str, row: Any, known: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    for rule in (*RULES[list_], STRUCK):
        value = getattr(row, rule.key)
        if value is None:
            continue
        if isinstance(value, date):
            if not texts.FIRST_YEAR <= value.year <= texts.LAST_YEAR:
                yield rule.key, f"is not a day from {texts.FIRST_YEAR} to {texts.LAST_YEAR}"
        elif rule.takes in known and not row.struck and value not in known[rule.takes]:
            yield rule.key, _not_among(value, rule.takes, known[rule.takes])
        elif rule.takes == "number" and not 1 <= value <= 999:
            yield rule.key, f"{value} is not a number from 1 to 999"
        elif rule.takes == "text":
            wrong = texts.text_faults(
                rule.key, value, rule.most, note=rule.most == texts.LONG, needed=rule.needed
            )
            yield from ((rule.key, fault.partition(": ")[2]) for fault in wrong)
    for first, then in _NOT_BEFORE.get(list_, ()):
        before, after = getattr(row, first), getattr(row, then)
        if before and after and after < before:
            yield then, f"{after} is before {first}, {before}: the days turn round"
    yield from _ITS_OWN.get(list_, lambda _: iter(()))(row)


def _of_witness(row: Any) -> Iterator[tuple[str, str]]:
    if row.kind == "victim" and row.name is not None:
        yield "name", "is refused where kind is victim: a victim is a code, her name is kept apart"
    if row.victim is not None and row.kind != "victim":
        yield "victim", "goes with kind victim only"


def _of_process(row: Any) -> Iterator[tuple[str, str]]:
    if row.witness is not None and row.accused is not None:
        yield "accused", "is given beside witness; a process goes to one of them"


def _of_document(row: Any) -> Iterator[tuple[str, str]]:
    if row.sha256 is not None and not _HASH.fullmatch(row.sha256):
        yield "sha256", "is not 64 small hexadecimal digits"


def _of_placement(row: Any) -> Iterator[tuple[str, str]]:
    if row.place is not None and not _CODE.fullmatch(row.place):
        yield "place", "is the office's code of the home, letters and at least one digit, as H3: no name"


_ITS_OWN: dict[str, Any] = {
    "witnesses": _of_witness,
    "processes": _of_process,
    "documents": _of_document,
    "placements": _of_placement,
}


def _twice(list_: str, rows: Sequence[Any]) -> Iterator[str]:
    seen: set[str] = set()
    for n, row in enumerate(rows):
        if not row.struck and row.label in seen:
            yield f"{list_}[{n}].label: {texts.shown(row.label)} is the label of another line of the list"
        seen |= set() if row.struck else {row.label}


def _not_among(value: str, key: str, known: Collection[str]) -> str:
    plain = key == "proceeding"
    there = ", ".join(sorted(texts.shown(one, key=plain) for one in known)[:12])
    on_file = f"on file: {there}" if known else "none is on file"
    return f"{texts.shown(value, key=plain)} is not {PEOPLE[key]} of this case; {on_file}"


def key_of(rule: Rule) -> str:
    """Return the key of a field in a case file."""
    return rule.key.rstrip("_")


def keys(list_: str) -> tuple[str, ...]:
    """Return the fields of a list, `struck` not."""
    return tuple(field.name for field in fields(LISTS[list_]) if field.name != "struck")
