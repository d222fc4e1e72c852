"""What-if: a copy of a case in which an age, a role, a fact or the days of the offence are otherwise.

Nothing of it is ever written. `V2=17`, `V2=16-18`, `V2=adult`, `A1=customer`, `fact=rape`, `fact=-threats`,
`offence=2024-09-01..2024-09-19`. A supposed age stands as one determined on the day asked about, as it
would if it were recorded.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from tracker.domain.case import Accused, Age, Case, Event, Fact, Offence
from tracker.domain.words import AgeStatus, EventKind, FactWord, Role, Sex

USAGE = (
    "write V2=17, V2=16-18, V2=adult, A1=customer, fact=rape, fact=-rape or offence=YYYY-MM-DD..YYYY-MM-DD"
)


def supposed(case: Case, words: Iterable[str], today: date) -> Case:
    """Return the case as it would be. Raises ValueError naming what can't be supposed."""
    for text in words:
        name, sign, value = (part.strip() for part in text.partition("="))
        if not sign or not value:
            raise ValueError(f"{text!r} can't be supposed: {USAGE}")
        case = _changed(case, name, value, today)
    return case


def aged(case: Case, victim: str, age: Age, on: date, *, order_ref: str | None = None) -> Case:
    """Return the case with that age determined on that day."""
    determined = replace(age, determined_on=age.determined_on or on)
    line = Event(on=on, kind=EventKind.AGE_DETERMINED, victim=victim, age=determined, order_ref=order_ref)
    return replace(case, events=(*case.events, line))


def age(text: str) -> Age:
    """Return an age as `17`, `16-18`, `minor`, `adult`, `pending`. Raises ValueError."""
    low, dash, high = (part.strip() for part in text.partition("-"))
    if dash and low.isdigit() and high.isdigit() and int(low) <= int(high):
        decided = (
            AgeStatus.MINOR if int(high) < 18 else AgeStatus.ADULT if int(low) >= 18 else AgeStatus.PENDING
        )
        return Age(status=decided, years_low=int(low), years_high=int(high))
    if text.isdigit():
        return Age(status=AgeStatus.MINOR if int(text) < 18 else AgeStatus.ADULT, years=int(text))
    if text in list(AgeStatus):
        return Age(status=AgeStatus(text))
    raise ValueError(f"{text!r} is no age: write 17, 16-18, minor, adult, pending, disputed or unknown")


def _changed(case: Case, name: str, value: str, today: date) -> Case:
    if name == "offence":
        first, _, last = value.partition("..")
        try:
            days = Offence(first_on=date.fromisoformat(first), last_on=date.fromisoformat(last or first))
        except ValueError:
            raise ValueError(f"offence={value}: {USAGE}") from None
        return replace(case, offence=days)
    if name == "fact":
        return _with_fact(case, value)
    if name in {victim.code for victim in case.victims}:
        return aged(case, name, age(value), today)
    if name in {person.label for person in case.accused}:
        return replace(case, accused=tuple(_as(p, value) if p.label == name else p for p in case.accused))
    known = ", ".join([*(v.code for v in case.victims), *(a.label for a in case.accused)])
    raise ValueError(f"{name}: nobody of that code is on file ({known or 'no one is'}); {USAGE}")


def _with_fact(case: Case, value: str) -> Case:
    word = value.removeprefix("-")
    if word not in list(FactWord):
        raise ValueError(f"{word!r} is no fact of the list")
    rest = tuple(f for f in case.facts if (f.fact if isinstance(f, Fact) else f) != word)
    return replace(case, facts=rest if value.startswith("-") else (*rest, FactWord(word)))


def _as(person: Accused, value: str) -> Accused:
    if value in list(Role):
        return replace(person, role=Role(value))
    if value in list(Sex):
        return replace(person, sex=Sex(value))
    raise ValueError(f"{value!r} is no role and no sex: {', '.join(Role)}; {', '.join(Sex)}")
