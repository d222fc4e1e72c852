"""Cases reckoned afresh for a day: whole for one case, and for those whose journals go beyond the day.

What is kept answers for a day from the last journal day on. Asked of an earlier day, a case is cut at
that day and reckoned again; a list that holds more than MOST such cases is refused, for it would take
minutes, and a list that left them out or showed them as they are now would be wrong. Most lists hold
none, so that what reckons is imported where a case is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import TYPE_CHECKING

from sqlmodel import Session

from tracker.services import audit
from tracker.services.office import Office, Refused
from tracker.store import matching, queries
from tracker.store.matching import CUSTODY, OF_CONSEQUENCES, Ask

if TYPE_CHECKING:
    from tracker.domain.case import Case
    from tracker.domain.matter import Matter
    from tracker.domain.shapes import Clock, Flag, Reckoning

MOST = 2000


@dataclass(slots=True)
class Fresh:
    """One case as it stood on a day, with its reckoning; `whole` is the case with all its journal."""

    number: int
    whole: Case
    case: Case
    matter: Matter
    reckoning: Reckoning


class NoCase(Refused):
    """There is no such case, or none that this person may see."""


def number_of(session: Session, ref: str) -> int:
    """Return the number of the case; raises Refused naming refs that come close.

    In a transaction that writes, the case is compared with its last seal before anything changes it.
    """
    number = queries.id_of(session, ref)
    if number is None:
        near = get_close_matches(ref, queries.refs_like(session, ref), 3, 0.6)
        meant = f" Did you mean {' or '.join(near)}?" if near else ""
        yours = " that you may see" if session.info.get("narrow") else ""
        raise NoCase(f"There is no case {ref}{yours}.{meant}")
    audit.opening(session, number)
    return number


def opened(session: Session, ref: str) -> tuple[int, Case]:
    """Return a case that this transaction is about to change, and its number; raises Refused."""
    number = number_of(session, ref)
    return number, audit.of(session).opening(number)


def one(office: Office, session: Session, number: int, today: date) -> Fresh:
    """Return the case of that number as its journal stood at the end of `today`, reckoned."""
    return many(office, session, [number], today)[0]


def many(office: Office, session: Session, numbers: Iterable[int], today: date) -> list[Fresh]:
    """Return these cases as they stood on the day, reckoned."""
    from tracker.domain import reckon
    from tracker.domain.matter import Matter, cut
    from tracker.store import reading

    kinds, law, found = reading.court_kinds(session.connection()), office.law(), []
    for number in numbers:
        whole = reading.one_case(session.connection(), number)
        case = cut(whole, today)
        reckoning = reckon.reckon(case, kinds, law)
        found.append(Fresh(number, whole, case, Matter(case, kinds), reckoning))
    return found


def late(office: Office, session: Session, asks: Iterable[Ask], today: date) -> list[Fresh]:
    """Return the cases of which the facts asked for are true and whose journals go beyond the day.

    Raises Refused if there are more than MOST.
    """
    if not queries.any_later_than(session, today):
        return []
    numbers = queries.ids_later_than(session, matching.facts(session, asks), today, MOST + 1)
    if len(numbers) > MOST:
        raise Refused(
            f"More than {MOST} cases have entries after {today:%d-%m-%Y} and would all have to be reckoned "
            "again as of that day: name one case, narrow the filter, or ask for a later day"
        )
    return many(office, session, numbers, today) if numbers else []


def within_days(flag: Flag, today: date) -> bool:
    """Say whether the day is one of a flag's; the same as `matching.within_days`."""
    return flag.holds_from <= today and (flag.holds_until is None or flag.holds_until >= today)


def holds(flag: Flag, today: date) -> bool:
    """Say whether a flag is shown with its case on the day; the same as `matching.holds`."""
    return within_days(flag, today) and (flag.handled is None or flag.kind == CUSTODY)


def live(clock: Clock) -> bool:
    """Say whether a clock runs or has run out unmet; the same as `tables.LIVE`."""
    return not (clock.due_on is None or clock.met_on or clock.ended_on or clock.blocked_by)


def within(day: date | None, ask: Ask) -> bool:
    """Say whether a day lies in what was asked."""
    return day is not None and (ask.first or day) <= day <= (ask.last or day)


def due_matches(clock: Clock, ask: Ask) -> bool:
    """Say whether a clock is one that `due:` asks for; the same as `matching.due_within`."""
    if not live(clock) or clock.due_on is None:
        return False
    return clock.due_on < ask.today if ask.words else within(clock.due_on, ask)


def matches(found: Fresh, asks: Iterable[Ask], today: date) -> bool:
    """Say whether a case as it stood on the day answers every ask of consequences."""
    return all(
        _answers(found.reckoning, ask, today) != ask.negated for ask in asks if ask.key in OF_CONSEQUENCES
    )


def _answers(reckoning: Reckoning, ask: Ask, today: date) -> bool:
    standing = reckoning.standing
    if ask.key == "stage":
        return standing.stage in ask.words
    if ask.key == "code":
        return any(code in ask.words for code in standing.procedure.values())
    if ask.key == "since":
        return within(standing.stage_since, ask)
    if ask.key == "flag":
        return any(flag.kind in ask.words and holds(flag, today) for flag in reckoning.flags)
    return any(due_matches(clock, ask) for clock in reckoning.clocks)
