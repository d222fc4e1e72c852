"""Invented cases in life-like numbers, as many as are asked for: case i depends on the seed and i alone.

A case is walked forward from its FIR through the stages, with gaps drawn for each, until it reaches
`SAMPLE_TODAY` or sticks on the way; so young cases stand early and old ones late, as in an office.
About three accused, three victims, five charges, six or seven events and fifteen hearings a case. The
numbers are guesses at an anti-trafficking desk, not statistics, and no rate computed on them means anything.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tracker.domain.case import Accused, Age, Case, Charge, Disposal, Fir, Offence, Proceeding, Victim
from tracker.domain.words import (
    AgeBasis,
    AgeStatus,
    CourtKind,
    DisposalKind,
    FactWord,
    FirMode,
    ProceedingKind,
    Role,
    Sex,
)
from tracker.samples import charging
from tracker.samples.listings import listings
from tracker.samples.lots import Draw, lots, shares
from tracker.samples.places import DESKS, DISTRICTS, HIGH_COURT, STATIONS, court_key
from tracker.samples.walk import Walk, walk
from tracker.samples.when import DAY, LATEST, SAMPLE_TODAY

__all__ = ["SAMPLE_TODAY", "generate", "one"]

_YEARS = shares(*zip(range(2013, 2027), (3, 4, 4, 5, 6, 6, 8, 5, 7, 9, 12, 14, 16, 16), strict=True))
_HOW_MANY = shares((1, 24), (2, 24), (3, 20), (4, 14), (5, 8), (6, 5), (8, 3), (11, 2))
_PATTERN = shares(("adult", 45), ("child", 40), ("labour", 15))
_SEX = shares((Sex.M, 62), (Sex.F, 37), (Sex.T, 1))
_ROLE = shares((Role.RECRUITER, 3), (Role.MANAGER, 3), (Role.PREMISES_OWNER, 2), (Role.TRANSPORTER, 2))
_MINOR = shares((AgeStatus.MINOR, 4), (AgeStatus.PENDING, 1))
_GROWN = shares((AgeStatus.ADULT, 8), (AgeStatus.PENDING, 2), (AgeStatus.UNKNOWN, 1))
_BASIS = shares((AgeBasis.SCHOOL_CERTIFICATE, 5), (AgeBasis.BIRTH_CERTIFICATE, 2), (AgeBasis.OSSIFICATION, 3))
_ENDED = shares((DisposalKind.ACQUITTED, 6), (DisposalKind.CONVICTED, 3), (DisposalKind.ABATED, 1))
_FIRST_FIR = date(2013, 3, 1).toordinal() - DAY.start
_STATION = shares(*((place, 1) for place in STATIONS))
_DESK = shares(*((desk, 1) for desk in DESKS))
_ONE_OFFICE = 500 * len(DESKS)
_LABEL = tuple(f"A{n}" for n in range(1, 12))
_CODE = tuple(f"V{n}" for n in range(1, 12))


def generate(n: int, seed: int = 0, *, first: int = 1) -> Iterator[Case]:
    """Yield `n` invented cases, numbers `first` and up, in bounded memory.

    The same seed gives the same case of a number whether it is asked for alone, in batches or in one go.
    """
    for number in range(first, first + n):
        yield one(seed, number)


def one(seed: int, number: int) -> Case:
    """Return one invented case, the `number`-th of the office of that seed."""
    draw = lots(seed, number)
    station, district = _STATION[draw()]
    fir_on = _fir_day(draw)
    fir_day = DAY[fir_on]
    ref = f"{DISTRICTS[district][0]}-{fir_day.year}-{number}"
    if fir_on < LATEST - 1500 and draw() < 14:
        return _register_entry(draw, ref, fir_on, number)
    pattern = _PATTERN[draw()]
    offence = _offence(draw, fir_on)
    victims = _victims(draw, pattern)
    accused = _accused(draw)
    lead = _desk(draw, number)
    main = charging.trafficking(offence.last_on or fir_day, len(victims), len(_minors(victims)))
    labels = tuple(person.label for person in accused)
    court = CourtKind.SPECIAL_POCSO if pattern == "child" and draw() < 250 else CourtKind.SESSIONS
    commits = court == CourtKind.SESSIONS
    trod = walk(draw, fir_on, labels, victims, term=charging.MONTHS[main[-1]], commits=commits)
    proceedings = _proceedings(draw, trod, court, district, number)
    return Case(
        ref=ref,
        title=f"State v {accused[0].label} (invented)",
        fir=_fir(draw, fir_day, station, district) if trod.has_fir else None,
        offence=offence,
        facts=charging.FACTS[pattern],
        lead=lead,
        tags=(pattern,),
        accused=accused,
        victims=victims,
        charges=_charges(draw, pattern, offence, accused, victims) if trod.has_fir else (),
        proceedings=proceedings,
        events=tuple(trod.events),
        hearings=listings(draw, trod, lead) if proceedings else (),
    )


def _desk(draw: Draw, number: int) -> str:
    """Return the advocate: one keeps about 500 cases, so every 20,000 cases bring forty more desks."""
    name, block = _DESK[draw()], (number - 1) // _ONE_OFFICE
    return f"{name}{block + 1}" if block else name


def _fir_day(draw: Draw) -> int:
    first = date(_YEARS[draw()], 1, 1).toordinal() - DAY.start
    return max(_FIRST_FIR, min(first + (draw() * 365 + draw()) // 256, LATEST - 1 - draw() % 60))


def _fir(draw: Draw, day: date, station: str, district: str) -> Fir:
    electronic = day >= charging.NEW_CODE and draw() < 12
    return Fir(
        number=str(draw() + 1),
        year=day.year,
        registered_on=day,
        police_station=station,
        district=district,
        state="MH",
        mode=FirMode.ELECTRONIC if electronic else FirMode.WRITTEN,
    )


def _register_entry(draw: Draw, ref: str, fir_on: int, number: int) -> Case:
    """An old register's line: the FIR and how it ended, and nothing between."""
    day = DAY[fir_on]
    ended = DAY[fir_on + 300 + 4 * draw()]
    return Case(
        ref=ref,
        fir=Fir(year=day.year, registered_on=day, state="MH"),
        facts=(FactWord.PREMISES_USED_FOR_PROSTITUTION,),
        lead=_desk(draw, number),
        disposal=Disposal(kind=_ENDED[draw()], on=ended),
    )


def _offence(draw: Draw, fir_on: int) -> Offence:
    last = DAY[fir_on - draw() % 5]
    first = DAY[fir_on - 5 - draw()]
    if draw() >= 16:
        first = max((first, *(day for day in charging.BREAKS if day <= last)))
    return Offence(first_on=first, last_on=last)


def _victims(draw: Draw, pattern: str) -> tuple[Victim, ...]:
    people = []
    for code in _CODE[: _HOW_MANY[draw()]]:
        lot = draw()
        if pattern == "child" and (code == "V1" or lot < 90):
            status = AgeStatus.MINOR if code == "V1" else _MINOR[draw()]
        else:
            status = _GROWN[lot]
        years = (
            12 + lot % 6
            if status == AgeStatus.MINOR
            else 18 + lot % 14
            if status == AgeStatus.ADULT
            else None
        )
        age = Age(status=status, years=years, basis=_BASIS[draw()] if years else None)
        people.append(Victim(code=code, sex=Sex.F if pattern != "labour" or lot < 90 else Sex.M, age=age))
    return tuple(people)


def _accused(draw: Draw) -> tuple[Accused, ...]:
    people = []
    for label in _LABEL[: _HOW_MANY[draw()]]:
        lot = draw()
        role = Role.TRAFFICKER if label == "A1" else _ROLE[draw()]
        people.append(Accused(label=label, sex=_SEX[lot], age=20 + lot % 41, role=role))
    return tuple(people)


def _charges(
    draw: Draw, pattern: str, offence: Offence, accused: tuple[Accused, ...], victims: tuple[Victim, ...]
) -> tuple[Charge, ...]:
    """What is charged, by the law of the last day; a span over two codes is charged by parts."""
    on, first = offence.last_on or date.min, offence.first_on or date.min
    minors = _minors(victims)
    main = charging.trafficking(on, len(victims), len(minors))
    child = minors[0].code if minors and not main.endswith("3") else None
    part = Offence(first_on=charging.NEW_CODE, last_on=on) if first < charging.NEW_CODE <= on else None
    rows = [Charge(accused="A1", victim=child if main.endswith("4") else None, provision=main, offence=part)]
    if part:
        before = Offence(first_on=first, last_on=date(2024, 6, 30))
        old = charging.trafficking(first, len(victims), len(minors))
        rows.append(Charge(accused="A1", provision=old, offence=before))
    years = (minors[0].age.years or 17) if minors and minors[0].age else 30
    kept = charging.beside(pattern, on, years)[draw() % 2 :]
    rows += [Charge(accused="A1", victim=child, provision=section, offence=part) for section in kept]
    lesser = charging.for_others(pattern, on)
    rows += [
        Charge(accused=person.label, provision=main if draw() < 64 else lesser, offence=part)
        for person in accused[1:]
        if draw() < 200
    ]
    return tuple(rows)


def _minors(victims: tuple[Victim, ...]) -> list[Victim]:
    return [person for person in victims if person.age and person.age.status == AgeStatus.MINOR]


def _proceedings(
    draw: Draw, trod: Walk, kind: CourtKind, district: str, number: int
) -> tuple[Proceeding, ...]:
    if trod.sheet_on is None:
        return ()
    year = DAY[trod.sheet_on].year
    word = "POCSO SC" if kind == CourtKind.SPECIAL_POCSO else "SC"
    trial = Proceeding(
        key="trial",
        kind=ProceedingKind.TRIAL,
        court=court_key(district, kind, 1 + draw() % 2),
        number=f"{word} {draw() + 1}/{year}",
        cnr=f"{DISTRICTS[district][1]}{number % 1_000_000:06d}{year}",
    )
    if trod.appealed:
        appeal = Proceeding(key="appeal", kind=ProceedingKind.APPEAL, court=HIGH_COURT.key)
        return (trial, appeal)
    return (trial,)
