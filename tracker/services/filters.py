"""FILTER: the one small language in which a person says which cases, on the command line and on the screen.

Words match ref, FIR number, CNR, police station and accused. `key:value` asks one thing (`KEYS`);
`-` before either leaves those cases out; several ask all together; commas between values of a closed
list ask for any of them. Quotes keep spaces together and take every meaning from what they hold.
`;` has no meaning. A key or a word of a closed list that we don't know is refused by name, never ignored:
a filter that silently asks less than was typed shows the wrong cases.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from tracker.domain import words
from tracker.services import days
from tracker.services.office import Refused
from tracker.store.matching import Ask

ANY = ""
"""The key of a plain word."""

KEYS: dict[str, str] = {
    "stage": "where the case stands: stage:prosecution_evidence, or several, stage:fir,charge_sheet",
    "flag": "a warning that holds today: flag:default_bail",
    "court": "a court's key, complex or name: court:dindoshi, court:none; that key alone: court:=dindoshi-11",
    "lead": "who leads the case: lead:asha, lead:none",
    "act": "a charge under the Act: act:POCSO",
    "minor": "yes: a victim is a minor; no: all are adults; pending: an age is not settled",
    "due": "a date that the law sets and nobody has met: due:<7d, due:today..+7d, due:missed",
    "hearing": "a hearing listed then: hearing:today..+7d, hearing:fri; hearing:none, none ahead",
    "tag": "a tag of the office: tag:home-based",
    "station": "the police station: station:malvani; station:=malvani, that name alone; station:none",
    "code": "the procedure code that governs a step of it: code:CrPC, code:BNSS, code:unsettled",
    "since": "how long it has stood at its stage: since:>90d, since:2026-01-01",
}
"""Key to one line of help; what a person may ask."""

_ACTS = ["IPC", "BNS", "ITPA", "POCSO", "JJ", "IT", "BLSA", "CALPRA", "SCST", "THOTA", "MCOCA"]
_ACTS += ["CRPC", "BNSS", "IEA", "BSA"]
_LISTS: dict[str, list[str]] = {
    "stage": [str(word) for word in words.Stage],
    "flag": [str(word) for word in words.FlagKind],
    "act": _ACTS,
    "minor": ["yes", "no", "pending"],
    "code": ["CrPC", "BNSS", "unsettled"],
}
_DAYS = {"due": ("missed",), "hearing": ("none",), "since": ()}


@dataclass(frozen=True, slots=True)
class Term:
    """One thing asked: a key, its value as it will be printed, and whether it is to be left out."""

    key: str
    value: str
    negated: bool = False

    def __str__(self) -> str:
        sign = "-" if self.negated else ""
        return (
            f"{sign}{self.key}:{_quoted(self.value)}" if self.key else sign + _quoted(self.value, word=True)
        )


@dataclass(frozen=True, slots=True)
class Filter:
    """What was asked, in order; printing it gives a filter that reads back as the same."""

    terms: tuple[Term, ...] = ()

    def __str__(self) -> str:
        return " ".join(str(term) for term in self.terms)

    def asks(self, today: date) -> tuple[Ask, ...]:
        """Return what the store looks for on `today`."""
        return tuple(_ask(term, today) for term in self.terms)


def parse(text: str, today: date = date(2000, 1, 1)) -> Filter:
    """Read a filter. `today` only serves to see that its days are days.

    Raises:
        Refused: an unknown key, an unknown word of a closed list, an open quote, no such day; every
            fault of the filter, one line each.
    """
    terms: list[Term] = []
    faults: list[str] = []
    for said in _split(text):
        try:
            term = _term(said)
            _ask(term, today)
            terms.append(term)
        except (Refused, days.NotADay) as error:
            faults += error.faults if isinstance(error, Refused) else [f"filter: {error}"]
    if faults:
        raise Refused(*faults)
    return Filter(tuple(terms))


def asks(text: str, today: date) -> tuple[Ask, ...]:
    """Read a filter and return what the store looks for on `today`; raises Refused like `parse`."""
    return parse(text, today).asks(today)


def complete(text: str, leads: tuple[str, ...] = (), courts: tuple[str, ...] = ()) -> list[str]:
    """Return what the last word of an unfinished filter may become: keys, then the words of its list."""
    last = text.rpartition(" ")[2].removeprefix("-")
    key, colon, value = last.partition(":")
    if not colon:
        return [f"{name}:" for name in KEYS if name.startswith(key.lower())]
    known = {**_LISTS, "lead": [*leads, "none"], "court": list(courts)}.get(key.lower(), [])
    begun = value.rpartition(",")[2].lower()
    return [word for word in known if word.lower().startswith(begun)]


Said = tuple[str, str, bool, bool]
"""Key, value, whether negated, whether the value (or the whole word) was quoted."""


def _split(text: str) -> Iterator[Said]:
    """Yield what was said, word by word; a key is only one that stands outside quotes."""
    at, end = 0, len(text)
    while at < end:
        if text[at].isspace():
            at += 1
            continue
        negated = text[at] == "-" and at + 1 < end and not text[at + 1].isspace()
        at += negated
        key, value, quoted = None, "", False
        while at < end and not text[at].isspace():
            if text[at] == '"':
                held, at = _inside(text, at + 1)
                value, quoted = value + held, True
            elif text[at] == ":" and key is None and not quoted:
                key, value, at = value, "", at + 1
            else:
                value, at = value + text[at], at + 1
        yield key if key is not None else ANY, value, negated, quoted or key is None


def _inside(text: str, at: int) -> tuple[str, int]:
    held = ""
    while at < len(text) and text[at] != '"':
        at += text[at] == "\\" and at + 1 < len(text)
        held, at = held + text[at], at + 1
    if at >= len(text):
        raise Refused('filter: a quotation mark is not closed; end the phrase with "')
    return held, at + 1


def _term(said: Said) -> Term:
    key, value, negated, quoted = said
    if key == ANY and quoted:
        if not value.strip():
            raise Refused('filter: "" asks for nothing')
        return Term(ANY, value, negated)
    name = key.lower()
    if name not in KEYS:
        near = get_close_matches(name, KEYS, 1)
        meant = f" (did you mean {near[0]}:?)" if near else ""
        raise Refused(f"filter: unknown key {key + ':'!r}{meant}; known: {', '.join(f'{k}:' for k in KEYS)}")
    if not value.strip():
        raise Refused(f"filter: {name}: wants a value; {KEYS[name]}")
    if name in _LISTS:
        value = ",".join(_known(name, word) for word in value.split(","))
    return Term(name, value.lower() if name in _DAYS else value, negated)


def _known(key: str, word: str) -> str:
    folded = word.strip().lower().replace("-", "_").replace(" ", "_")
    for known in _LISTS[key]:
        if known.lower() == folded:
            return known
    raise Refused(f"filter: {key}: has no {word!r}; known: {', '.join(_LISTS[key])}")


def _ask(term: Term, today: date) -> Ask:
    if term.key in _LISTS:
        return Ask(term.key, term.negated, tuple(term.value.split(",")), today=today)
    if term.key not in _DAYS:
        return Ask(term.key, term.negated, (term.value.lower(),), today=today)
    if term.value in _DAYS[term.key]:
        return Ask(term.key, term.negated, (term.value,), today=today)
    first, last = days.span(term.value, today, back=term.key == "since")
    if term.key == "since" and first == last:  # "since 1 January": on that day or later
        last = None
    return Ask(term.key, term.negated, (), first, last, today)


def _quoted(value: str, *, word: bool = False) -> str:
    special = any(letter.isspace() or letter in '"' for letter in value)
    if special or not value or (word and (":" in value or value.startswith("-"))):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return value
