"""Cases that may be one: the same FIR (number, year, station), or the same accused, station and FIR day.

Two advocates open the same rescue, and rates count it twice. What looks alike is shown side by side and
never merged: whether it is one case or two is the person's to say. A year that isn't given fits any.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from tracker.domain.case import Case
from tracker.services.office import Office
from tracker.store import queries, reading

SAME_FIR, SAME_PERSON = "the same FIR", "the same accused, station and day"


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """One case as it is held beside another; no victim is in it."""

    ref: str
    why: str
    title: str | None
    fir: str
    station: str | None
    registered_on: date | None
    accused: tuple[str, ...]
    sections: tuple[str, ...]
    lead: str | None
    stage: str = ""


def of(office: Office, case: Case) -> tuple[Alike, ...]:
    """Return the cases of the office that a new one looks like, those of the same FIR first."""
    with office.reading() as session:
        found = _found(session, [case])
        numbers = list(found.get(case.ref, {}))
        if not numbers:
            return ()
        cases = reading.chosen(session.connection(), numbers[:9])
        stages = queries.stages_of(session, numbers)
    rows = [said(one, found[case.ref][number], stages.get(number, "")) for number, one in cases]
    return tuple(sorted(rows, key=lambda row: (row.why != SAME_FIR, row.ref)))


def said(case: Case, why: str = "", stage: str = "") -> Alike:
    """Return a case as it is held beside another."""
    fir = case.fir
    return Alike(
        ref=case.ref,
        why=why,
        title=case.title,
        fir=f"{fir.number or '–'}/{fir.year or '–'}" if fir else "–",
        station=fir.police_station if fir else None,
        registered_on=fir.registered_on if fir else None,
        accused=tuple(one.name or one.label for one in case.accused),
        sections=tuple(dict.fromkeys(one.provision or one.as_written or "?" for one in case.charges)),
        lead=case.lead,
        stage=stage,
    )


class Seen:
    """The cases of one file on their way in, to be told which look like another of it or of the office."""

    def __init__(self) -> None:
        """Begin with nothing seen."""
        self._firs: dict[tuple[str, int, str], str] = {}
        self._people: dict[tuple[str, str, date], str] = {}
        self.notes: list[str] = []

    def take(self, session: Session | None, cases: Sequence[Case]) -> None:
        """Note which of these look like a case seen before, or with `session` one of the office."""
        there = _refs(session, cases) if session else {}
        for case in cases:
            twins = dict(there.get(case.ref, {}))
            for key, why in ((_fir(case), SAME_FIR), *((key, SAME_PERSON) for key in _people(case))):
                seen: dict[object, str] = self._firs if why == SAME_FIR else self._people  # type: ignore[assignment]
                if key is not None and (twin := seen.setdefault(key, case.ref)) != case.ref:
                    twins.setdefault(twin, why)
            self.notes += [
                f"{case.ref} looks like {twin}: {why}. Both were kept; they may be one case"
                for twin, why in sorted(twins.items())
            ]


def _refs(session: Session, cases: Sequence[Case]) -> dict[str, dict[str, str]]:
    found = _found(session, cases)
    refs = queries.refs_of(session, {number for of_case in found.values() for number in of_case})
    return {ref: {refs[number]: why for number, why in of_case.items()} for ref, of_case in found.items()}


def _found(session: Session, cases: Sequence[Case]) -> dict[str, dict[int, str]]:
    """Return by ref of a case the numbers of those of the office that look like it, and why."""
    firs = {_plain(case.fir.number) for case in cases if case.fir and case.fir.number}
    days = {case.fir.registered_on for case in cases if case.fir and case.fir.registered_on}
    there = queries.like_fir(
        session, {form for number in firs for form in (number, f"0{number}", f"00{number}")}
    )
    beside = queries.like_people(session, days) if any(_people(case) for case in cases) else []
    answer: dict[str, dict[int, str]] = {}
    for case in cases:
        mine: dict[int, str] = {}
        fir, people = case.fir, set(_people(case))
        if fir and fir.number and fir.police_station:
            for number, other, year, station in there:
                same = _plain(other) == _plain(fir.number) and _folded(station) == _folded(fir.police_station)
                if same and (year is None or fir.year is None or year == fir.year):
                    mine[number] = SAME_FIR
        for number, name, station, on in beside:
            if (_folded(name), _folded(station), on) in people:
                mine.setdefault(number, SAME_PERSON)
        if mine:
            answer[case.ref] = mine
    return answer


def _fir(case: Case) -> tuple[str, int, str] | None:
    fir = case.fir
    if fir is None or not fir.number or not fir.police_station or fir.year is None:
        return None
    return _plain(fir.number), fir.year, _folded(fir.police_station)


def _people(case: Case) -> Iterable[tuple[str, str, date]]:
    fir = case.fir
    if fir is None or fir.registered_on is None or not fir.police_station:
        return ()
    station, on = _folded(fir.police_station), fir.registered_on
    return [(_folded(one.name), station, on) for one in case.accused if one.name]


def _plain(number: str | None) -> str:
    return (number or "").strip().lstrip("0").lower()


def _folded(text: str | None) -> str:
    return " ".join((text or "").split()).casefold()
