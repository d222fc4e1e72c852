"""What a filter asks, turned into conditions on cases: `Ask` in, SQL out; nothing is read but leads.

Asks are of two kinds. Those of facts (words, lead, court, act, minor, tag, station, hearing) mean the
same on every day. Those of consequences (stage, flag, due, code, since) read what is kept, which is
right for a day from `known_to` on; `services.fresh` answers them for earlier days.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, and_, exists, func, or_, select, true
from sqlmodel import Session

from tracker.domain import words
from tracker.store import database
from tracker.store.columns import col, table
from tracker.store.tables import LIVE, Charge, Court, Due, Flag, Hearing, Proceeding, Prosecution, Tag, Victim

if TYPE_CHECKING:
    from tracker.domain.case import Case

Where = ColumnElement[bool]

CUSTODY = str(words.FlagKind.DEFAULT_BAIL)
"""The warning that no note takes off a docket or a sheet (`handling`)."""

OF_CONSEQUENCES = frozenset({"stage", "flag", "due", "code", "since"})


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing asked of a case: any of `words`, or a day in `first`..`last` (None is open)."""

    key: str
    negated: bool
    words: tuple[str, ...]
    first: date | None = None
    last: date | None = None
    today: date = date.min


def search_text(case: Case) -> str:
    """Return what the words of a filter look through: ref, FIR, CNR, station and accused, in small letters.

    The number of a FIR stands with its year, 412/2019, so that either form finds it. No victim's name.
    """
    said: list[str | None] = [case.ref]
    if case.fir:
        number, year = case.fir.number, case.fir.year
        said += [f"{number}/{year}" if number and year else number, case.fir.police_station]
    said += [proceeding.cnr for proceeding in case.proceedings]
    said += [accused.name for accused in case.accused]
    return " ".join([part for part in said if part]).lower()


def facts(session: Session, asks: Iterable[Ask], lead: Any = None) -> list[Where]:
    """Return the conditions on `prosecution` of the asks of facts.

    `lead` is the column that holds the lead, where a kept table has it beside its own days.
    """
    found = []
    for ask in asks:
        if ask.key not in OF_CONSEQUENCES:
            if ask.key == "lead":
                where = _lead(session, ask, lead)
            elif ask.key == "act":
                where = _act(session, ask)
            else:
                where = _FACTS[ask.key](ask)
            found.append(~where if ask.negated else where)
    return found


def of_refs(refs: Sequence[str]) -> Where:
    """Return the condition that a case has one of these refs."""
    return col(Prosecution.ref).in_(refs)


def consequences(asks: Iterable[Ask]) -> list[Where]:
    """Return the conditions on what is kept of `prosecution`, `flag` and `due`."""
    found = []
    for ask in asks:
        if ask.key in OF_CONSEQUENCES:
            where = _KEPT[ask.key](ask)
            found.append(~where if ask.negated else where)
    return found


def within_days(today: Any) -> Where:
    """Return the condition that the day is one of a kept flag's, whether a note covers it or not."""
    until = col(Flag.holds_until)
    return and_(col(Flag.holds_from) <= today, or_(until.is_(None), until >= today))


def stands(today: Any) -> Where:
    """Return the condition that a kept flag holds on the day and no note covers it."""
    return and_(within_days(today), col(Flag.handled).is_(None))


def holds(today: Any) -> Where:
    """Return the condition that a kept flag is shown with its case on the day.

    That of default bail always is: who snoozes it takes it off the list of flags, never off docket or sheet.
    """
    return and_(within_days(today), or_(col(Flag.handled).is_(None), col(Flag.kind) == CUSTODY))


def ahead(today: Any, hearing: Any = None) -> Where:
    """Return the condition that a hearing is still to come; today's is, until its outcome is in.

    `hearing`: the columns of another walk over hearings, where a statement makes two.
    """
    at = table(Hearing).c if hearing is None else hearing
    return and_(at.on >= today, or_(at.on > today, at.outcome.is_(None)))


def within(column: Any, ask: Ask) -> Where:
    """Return the condition that a day column lies in what was asked."""
    parts: list[Where] = []
    if ask.first is not None:
        parts.append(column >= ask.first)
    if ask.last is not None:
        parts.append(column <= ask.last)
    return and_(true(), *parts)


def leads(session: Session) -> list[str]:
    """Return who leads cases, in order: one step of the index for each, not a sweep of the cases."""
    return [lead for (lead,) in database.read_rows(session.connection(), _LEADS)]


def spellings(session: Session, name: str) -> list[str]:
    """Return the leads of this name, whatever its capitals: the leads of its first letter are walked.

    `name` is in small letters. PostgreSQL orders letters by its locale: there all leads are walked.
    """
    connection = session.connection()
    if not name or not name[0].isascii() or not database.is_sqlite(connection):
        return [lead for lead in leads(session) if lead.lower() == name]
    found = []
    for letter in initials(name[0]):
        span = (letter, after := chr(ord(letter) + 1), after)
        found += [lead for (lead,) in database.read_rows(connection, _LEADS_WITHIN, span)]
    return [lead for lead in sorted(found) if lead.lower() == name]


def initials(small: str) -> set[str]:
    """Return the letters that are this one of ASCII in small letters, or begin with it."""
    return {small, small.upper(), *_ODD.get(small, ())}


_ODD = {"i": "\u0130", "k": "\u212a"}
"""The Turkish capital I with a dot, and the sign of the kelvin."""
_WALK = (
    "WITH RECURSIVE one(lead) AS (SELECT min(lead) FROM prosecution{} UNION ALL "
    "SELECT (SELECT min(lead) FROM prosecution WHERE lead > one.lead{}) FROM one WHERE one.lead IS NOT NULL) "
    "SELECT lead FROM one WHERE lead IS NOT NULL"
)
_LEADS = _WALK.format("", "")
_LEADS_WITHIN = _WALK.format(" WHERE lead >= ? AND lead < ?", " AND lead < ?")


def _lead(session: Session, ask: Ask, column: Any) -> Where:
    lead: Any = col(Prosecution.lead) if column is None else column
    none: Where = lead.is_(None)
    if ask.words == ("none",):
        return none
    same = spellings(session, ask.words[0])
    among: Where = lead == same[0] if len(same) == 1 else lead.in_(same)
    return and_(~none, among) if ask.negated else among


def _of_case(table: Any, *where: Where) -> Where:
    return exists().where(col(table.prosecution_id) == col(Prosecution.id), *where)


def _word(ask: Ask) -> Where:
    return col(Prosecution.search).contains(ask.words[0], autoescape=True)


def _court(ask: Ask) -> Where:
    word = ask.words[0]
    if word == "none":
        return ~_of_case(Proceeding, col(Proceeding.court).is_not(None))
    if word.startswith("="):
        return _of_case(Proceeding, func.lower(col(Proceeding.court)) == word[1:])
    named = [
        func.lower(func.coalesce(col(column), "")).contains(word, autoescape=True)
        for column in (Court.key, Court.name, Court.complex)
    ]
    return _of_case(Proceeding, col(Proceeding.court).in_(select(col(Court.key)).where(or_(*named))))


FEW = 5_000
"""Charges that are gathered first; of more, each case of the sweep is asked for its own."""


def _act(session: Session, ask: Ask) -> Where:
    beginnings = tuple(f"{act}-" for act in ask.words)
    provision = col(Charge.provision)
    held = provision.in_([id_ for id_ in _charged(session) if id_.startswith(beginnings)])
    some = select(provision).where(held).limit(FEW + 1).subquery()
    if (session.connection().scalar(select(func.count()).select_from(some)) or 0) <= FEW:
        return col(Prosecution.id).in_(select(col(Charge.prosecution_id)).where(held))
    return _of_case(Charge, held)


def _charged(session: Session) -> list[str]:
    """Return the provisions of which anybody is charged: one step of the index for each."""
    return [id_ for (id_,) in database.read_rows(session.connection(), _CHARGED)]


_CHARGED = (
    "WITH RECURSIVE one(id) AS (SELECT min(provision) FROM charge UNION ALL "
    "SELECT (SELECT min(provision) FROM charge WHERE provision > one.id) FROM one WHERE one.id IS NOT NULL) "
    "SELECT id FROM one WHERE id IS NOT NULL"
)


def _minor(ask: Ask) -> Where:
    status = col(Victim.age_status)
    unsettled = _of_case(Victim, or_(status.is_(None), status.in_(("pending", "disputed", "unknown"))))
    minor = _of_case(Victim, status == "minor")
    answers = {"yes": minor, "pending": unsettled, "no": and_(_of_case(Victim), ~minor, ~unsettled)}
    return or_(*(answers[word] for word in ask.words))


def _hearing(ask: Ask) -> Where:
    if ask.words:
        return ~_of_case(Hearing, ahead(ask.today))
    return _of_case(Hearing, within(col(Hearing.on), ask))


def _tag(ask: Ask) -> Where:
    return _of_case(Tag, func.lower(col(Tag.tag)) == ask.words[0])


def _station(ask: Ask) -> Where:
    word, station = ask.words[0], func.lower(func.coalesce(col(Prosecution.police_station), ""))
    if word == "none" or word.startswith("="):
        return station == word.removeprefix("none").removeprefix("=")
    return station.contains(word, autoescape=True)


def _stage(ask: Ask) -> Where:
    return col(Prosecution.stage).in_(ask.words)


def _flag(ask: Ask) -> Where:
    return _of_case(Flag, col(Flag.kind).in_(ask.words), holds(ask.today))


def due_within(ask: Ask) -> Where:
    """Return the condition that a kept clock runs and its last day lies in what was asked."""
    return and_(LIVE, col(Due.due_on) < ask.today if ask.words else within(col(Due.due_on), ask))


def _due(ask: Ask) -> Where:
    if ask.first and ask.last:  # a few days hold few clocks: gather them first
        few = select(col(Due.prosecution_id)).where(due_within(ask))
        return col(Prosecution.id).in_(few)
    return _of_case(Due, due_within(ask))


def _code(ask: Ask) -> Where:
    return or_(*(col(Prosecution.procedure).contains(f'"{code}"') for code in ask.words))


def _since(ask: Ask) -> Where:
    since = col(Prosecution.stage_since)
    return and_(since.is_not(None), within(since, ask))


_FACTS = {
    "": _word,
    "court": _court,
    "minor": _minor,
    "hearing": _hearing,
    "tag": _tag,
    "station": _station,
}
_KEPT = {"stage": _stage, "flag": _flag, "due": _due, "code": _code, "since": _since}
