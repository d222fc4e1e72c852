"""What a limit asks of its victim or its accused: yes, no, or one missing fact.

A child is one under 18 at the offence. An open age blocks what asks for a child, and is treated as a
child's where the law asks for the benefit of the doubt (`child_or_pending`). An accused is a child only
if the file says so, and a victim needs care or lives with an accused only if it says so.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from tracker.domain import ages

if TYPE_CHECKING:
    from statutes.rows import Applies
    from tracker.domain.case import Accused, Victim
    from tracker.domain.reading import Reading


class No(str):
    """Why a limit does not apply, in words."""

    __slots__ = ()


Answer = No | str | None
NO_VICTIM = "no victim is on file"


def of_victim(asked: Applies, reading: Reading, who: str, day: date) -> Answer:
    """Test the victim whose clock it is, all words; on another's clock, any one victim will do."""
    if not reading.victims:
        return NO_VICTIM
    missing: Answer = None
    ruled_out: Answer = None
    hers = who in reading.victims
    for code, found in fitting(asked.victim, reading):
        if hers and code != who:
            continue
        if found is None:
            return None
        if isinstance(found, No):
            ruled_out = ruled_out or found
        else:
            missing = missing or found
    return missing or ruled_out


def fitting(words: tuple[str, ...], reading: Reading) -> list[tuple[str, Answer]]:
    """Return whether all the words are so of each victim, by her code; worked out once for a case."""
    found = reading.fitting.get(words)
    if found is None:
        found = reading.fitting[words] = [
            (one.code, all_of(words, one, reading)) for one in reading.matter.case.victims
        ]
    return found


def no_such_victim(asked: Applies, reading: Reading, who: str, day: date) -> Answer:
    """Test that none of the words is so of any victim."""
    missing: Answer = None
    for victim in reading.matter.case.victims:
        for word in asked.not_victim:
            found = VICTIM[word](victim, reading)
            if found is None:
                return No(f"{victim.code} is a {word.replace('_', ' ')}")
            if not isinstance(found, No):
                missing = missing or found
    return missing if reading.victims else NO_VICTIM


def all_of(words: tuple[str, ...], victim: Victim, reading: Reading) -> Answer:
    """Answer whether all the words are so of one victim."""
    missing: Answer = None
    for word in words:
        found = VICTIM[word](victim, reading)
        if isinstance(found, No):
            return found
        missing = missing or found
    return missing


def child(victim: Victim, reading: Reading) -> Answer:
    """Answer whether the victim was under 18 at the offence."""
    found = ages.under(victim, 18, reading.matter)
    if found is None:
        return f"the age of {victim.code} is not determined"
    return None if found else No(f"{victim.code} was an adult at the offence")


def adult(victim: Victim, reading: Reading) -> Answer:
    """Answer whether the victim was 18 or older at the offence."""
    found = ages.under(victim, 18, reading.matter)
    if found is None:
        return f"the age of {victim.code} is not determined"
    return No(f"{victim.code} was a child at the offence") if found else None


def child_or_pending(victim: Victim, reading: Reading) -> Answer:
    """Answer whether the victim is a child or may be one: whose age is open is treated as a child."""
    if ages.under(victim, 18, reading.matter) is False:
        return No(f"{victim.code} was an adult at the offence")
    return None


def age_open(who: str, reading: Reading) -> bool:
    """Answer whether `who` is a victim of whom nobody has determined whether she was a child."""
    victim = reading.matter.victim(who)
    return victim is not None and ages.under(victim, 18, reading.matter) is None


def woman_or_child(victim: Victim, reading: Reading) -> Answer:
    """Answer whether the victim is a woman, a girl, or any child."""
    if victim.sex == "F" or ages.under(victim, 18, reading.matter):
        return None
    if victim.sex is None or victim.sex == "unknown":
        return f"the sex of {victim.code} is not recorded"
    return child(victim, reading)


def at_risk(victim: Victim, reading: Reading) -> Answer:
    """Answer whether the victim lives with an accused, needs care or is separated."""
    if victim.lives_with_accused or victim.needs_care or victim.separated:
        return None
    return No(f"the file does not say that {victim.code} lives with an accused, needs care or is separated")


def _said(key: str, words: str) -> Callable[[Victim, Reading], Answer]:
    def test(victim: Victim, reading: Reading) -> Answer:
        return None if getattr(victim, key) else No(f"the file does not say that {victim.code} {words}")

    return test


VICTIM: dict[str, Callable[[Victim, Reading], Answer]] = {
    "child": child,
    "adult": adult,
    "child_or_pending": child_or_pending,
    "woman_or_child": woman_or_child,
    "at_risk": at_risk,
    "lives_with_accused": _said("lives_with_accused", "lives with an accused"),
    "needs_care": _said("needs_care", "needs care"),
    "separated": _said("separated", "is separated from the family"),
}


def of_accused(asked: Applies, reading: Reading, who: str, day: date) -> Answer:
    """Test the accused whose clock it is, all words; on another's clock, any one accused will do."""
    people = reading.matter.case.accused
    if who in reading.accused:
        people = tuple(one for one in people if one.label == who)
    missing: Answer = None
    for one in people:
        answers = [ACCUSED[word](one, reading, day) for word in asked.accused]
        if all(found is True for found in answers):
            return None
        if False not in answers:
            missing = missing or next(found for found in answers if isinstance(found, str))
    words = " and ".join(word.replace("_", " ") for word in asked.accused)
    return missing or No(
        f"the file does not have {who if who in reading.accused else 'an accused'} as {words}"
    )


def is_child(one: Accused, reading: Reading, day: date) -> bool | str:
    """Answer whether the file has the accused as a child in conflict with law."""
    return one.child if one.child is not None else one.age is not None and one.age < 18


def is_16_17(one: Accused, reading: Reading, day: date) -> bool | str:
    """Answer whether the accused is a child of sixteen or seventeen."""
    if not is_child(one, reading, day):
        return False
    return f"the age of {one.label} is not recorded" if one.age is None else one.age >= 16


def is_first_offender(one: Accused, reading: Reading, day: date) -> bool | str:
    """Answer whether the accused was never convicted before."""
    if one.first_offender is None:
        return f"whether {one.label} is a first offender is not recorded"
    return one.first_offender


def is_proclaimed(one: Accused, reading: Reading, day: date) -> bool | str:
    """Answer whether the accused was declared a proclaimed offender."""
    events = reading.matter.by_kind.get("proclaimed_offender", ())
    return any(e.accused is None or e.accused == one.label for e in events)


ACCUSED: dict[str, Callable[[Accused, Reading, date], bool | str]] = {
    "child": is_child,
    "child_16_17": is_16_17,
    "in_custody": lambda one, reading, day: reading.in_custody(one.label, day),
    "first_offender": is_first_offender,
    "public_servant": lambda one, reading, day: bool(one.public_servant),
    "proclaimed_offender": is_proclaimed,
}
