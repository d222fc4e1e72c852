"""Each limit, on a case made for it, runs: no row asks for what no journal can hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

import pytest

from statutes import Limit
from tests.statutes.limit_rows import limits, read, sunday
from tracker.domain.case import (
    Accused,
    Age,
    Case,
    Charge,
    Event,
    Fact,
    Fir,
    Hearing,
    Offence,
    Proceeding,
    Victim,
)
from tracker.domain.clocks import reckon_clocks
from tracker.domain.matter import Matter
from tracker.domain.shapes import Clock, Law
from tracker.domain.stages import standing
from tracker.domain.words import SCOPE

STARTED = [(id_, kind) for id_, limit in limits().items() for kind in limit.starts]
USUAL = (
    "IPC-370-3",
    "BNS-143-3",
    "ITPA-3-1-first",
    "ITPA-8-first",
    "IPC-506-II",
    "BNS-351-3",
    "ITPA-5-1-a",
    "BNS-308-2",
)
WEEK = timedelta(days=7)


@cache
def law() -> Law:
    """Return the whole law, with Sundays closed."""
    rows = read()
    return Law(
        provision=rows.provisions.get,
        limits=tuple(rows.limits.values()),
        thresholds=rows.thresholds,
        closed=sunday,
        patterns=tuple(rows.patterns.values()),
        extents=tuple(rows.extents.values()),
    )


def day_for(limit: Limit) -> date:
    """Return a day on which the limit was law, under the code that it belongs to."""
    if limit.until and limit.until.year < 2024:
        return limit.until - timedelta(days=90)
    return date(2019, 10, 1) if limit.code == "CrPC" else date(2024, 10, 1)


def charges_for(limit: Limit) -> Iterator[str]:
    """Yield provisions that may answer what the limit asks of the charges."""
    asked = limit.applies
    for id_ in read().provisions:
        named = any(id_ == one or (one.endswith("-") and id_.startswith(one)) for one in asked.provisions)
        if named or id_.partition("-")[0] in asked.acts:
            yield id_
    if not asked.provisions and not asked.acts:
        yield from USUAL


def event(kind: str, on: date, keys: dict[str, object]) -> Event:
    """Return an event about A1 or V1, as its kind asks."""
    if SCOPE[kind] in ("accused", "victim"):
        keys = {SCOPE[kind]: "A1" if SCOPE[kind] == "accused" else "V1", **keys}
    if kind == "rescue_attempted":
        keys = {"victims": ("V1",), **keys}
    return Event(on=on, kind=kind, **keys)  # type: ignore[arg-type]


def journal_for(limit: Limit, kind: str, day: date) -> list[Event]:
    """Return the journal that the limit asks for, with its start."""
    asked = limit.applies
    before = [event(one, day - WEEK, {}) for one in asked.after[:1]]
    before += [event(one, day + WEEK, {}) for one in asked.with_events[:1] if one != kind]
    if "in_custody" in asked.accused:
        before += [event(one, day - WEEK, {}) for one in ("arrested", "remanded")]
    if "proclaimed_offender" in asked.accused:
        before.append(event("proclaimed_offender", day - WEEK, {}))
    if asked.result and asked.result != kind:
        before.append(event(asked.result, day - WEEK, {"death": True} if asked.death_sentence else {}))
    elif asked.death_sentence:
        before.append(event(kind, day - WEEK, {"death": True}))
    if kind not in SCOPE:
        return before
    keys: dict[str, object] = {
        key: said == "true" or said for key, said in limit.start_event.get(kind, {}).items()
    }
    return [*before, event(kind, day, keys)]


def case_for(limit: Limit, kind: str, provision: str) -> tuple[Case, dict[str, str]]:
    """Return a case on which the limit should run, and its courts."""
    day, asked = day_for(limit), limit.applies
    fir = day if "fir" in kind or "fir_registered" in limit.starts else day - 2 * WEEK
    without = asked.without_events
    court = (*limit.start_courts.get(kind, ()), *asked.courts)
    case = Case(
        ref="T-1",
        fir=None if without else Fir(registered_on=fir, state=asked.state or "MH"),
        offence=Offence(first_on=day - 3 * WEEK, last_on=day if kind == "offence_last_day" else fir),
        accused=(Accused(label="A1", child="child" in "".join(asked.accused), age=17, first_offender=False),),
        victims=(
            Victim(
                code="V1",
                sex=None if asked.not_victim else "F",  # type: ignore[arg-type]
                age=Age(status="adult" if asked.not_victim else "minor"),  # type: ignore[arg-type]
                needs_care=True,
                separated=True,
            ),
        ),
        charges=(Charge(accused="A1", provision=provision),),
        proceedings=(Proceeding(key="trial", kind="trial", court="court"),),  # type: ignore[arg-type]
        events=tuple(journal_for(limit, kind, day)),
        hearings=(Hearing(on=day, proceeding="trial", outcome="adjourned"),),  # type: ignore[arg-type]
    )
    if asked.not_victim:
        case.victims[0].sex = "M"  # type: ignore[assignment]
    return case, {"court": court[0] if court else "sessions"}


def run(limit: Limit, kind: str, provision: str) -> Clock | None:
    """Return the limit's clock that this start gives, if it gives one."""
    case, courts = case_for(limit, kind, provision)
    matter = Matter(case, courts)
    found = reckon_clocks(matter, standing(matter), law())
    return next((c for c in found if c.limit == limit.id and c.runs_from == kind and not c.blocked_by), None)


@pytest.mark.parametrize(("id_", "kind"), STARTED, ids=[f"{id_}-{kind}" for id_, kind in STARTED])
def test_each_start_of_each_limit_gives_a_clock(id_: str, kind: str) -> None:
    """On a case that has what the row asks for, the clock runs from its day and has its days."""
    limit = limits()[id_]
    clock = next(filter(None, (run(limit, kind, one) for one in charges_for(limit))), None)
    assert clock is not None
    assert clock.who in {"case", "A1", "V1"}
    if limit.unit in ("none", "count"):
        assert clock.due_on is None
    else:
        assert clock.not_before if limit.minimum else clock.due_on


def test_the_organised_crime_row_shows_how_far_it_may_be_extended() -> None:
    """Ninety days from the remand of 01-10-2024 end on 29-12-2024, 180 on 29-03-2025."""
    clock = run(limits()["DB-MCOCA-90"], "remanded", "MCOCA-4")
    assert clock is not None
    assert (clock.due_on, clock.outer_on) == (date(2024, 12, 29), date(2025, 3, 29))


def without_charge(id_: str, kind: str, court: str, **keys: object) -> list[str]:
    """Return for whom a limit runs in a trafficking case that has no charge under the limit's Act."""
    limit = limits()[id_]
    case, _ = case_for(limit, kind, "IPC-370-4")
    matter = Matter(replace(case, **keys), {"court": court})  # type: ignore[arg-type]
    return [c.who for c in reckon_clocks(matter, standing(matter), law()) if c.limit == id_]


@pytest.mark.parametrize(("court", "who"), [("special_pocso", ["V1"]), ("sessions", [])])
def test_the_special_court_stands_for_the_charge(court: str, who: list[str]) -> None:
    """POCSO 35(1) runs from the Special Court's cognizance, whatever the file has entered as charges."""
    assert without_charge("POCSO-35-1-30D", "cognizance_taken", court) == who


@pytest.mark.parametrize(("victims", "who"), [(("V1",), ["V1"]), ((), ["V1"]), (("V2",), [])])
def test_a_fact_stands_for_the_charge_of_those_whom_it_names(
    victims: tuple[str, ...], who: list[str]
) -> None:
    """A child sexual assault on file starts the police's 24 hours before anybody has charged it."""
    fact = Fact(fact="child_sexual_assault", victims=victims)  # type: ignore[arg-type]
    assert without_charge("POCSO-19-6-24H", "fir_registered", "sessions", facts=(fact,)) == who
