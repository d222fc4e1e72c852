"""Random cases for property tests: `cases()` are sound, `wild_cases()` need only be well formed.

A sound case is one that a patchy old register could hold: its main line is in order though steps may be
missing, what happens to a person falls after the FIR, and nothing follows the end. A wild case names
people who are on file, and that is all: its kinds come in any order on any day. Rules must answer a sound
case rightly and a wild one without falling over.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from tracker.domain import record_rules, record_words, words
from tracker.domain.case import (
    Accused,
    Age,
    Case,
    Charge,
    Court,
    Disposal,
    Event,
    Fir,
    Hearing,
    Offence,
    Proceeding,
    Victim,
)

FIRST_DAY, LAST_DAY = date(2013, 2, 3), date(2026, 11, 20)
"""The days on which random journals play: our reading of the law starts on the first."""

COURTS = tuple(
    Court(key=kind.value.replace("_", "-"), name="Invented court", kind=kind) for kind in words.CourtKind
)
COURT_KINDS: dict[str, str] = {court.key: court.kind for court in COURTS if court.kind}
"""One court of every kind, and court key to kind as the rules take it."""

_IDS = """
    IPC-370-2 IPC-370-3 IPC-370-4 IPC-370A-1 IPC-370A-2 IPC-366A IPC-372 IPC-342 IPC-506-I IPC-374
    BNS-143-2 BNS-143-3 BNS-143-4 BNS-144-1 BNS-144-2 BNS-98 BNS-99 BNS-127-2 BNS-351-2 BNS-146
    ITPA-3-1-first ITPA-4-1 ITPA-4-1-child-minor ITPA-5-1-a ITPA-6-1 ITPA-7-1
    POCSO-4-v2012 POCSO-4-1 POCSO-6-1 POCSO-8 POCSO-12
    JJ-75-v2016 JJ-75-v2022 BLSA-16 CALPRA-14-1 SCST-3-2-va MCOCA-3-1-ii
"""
PROVISIONS = tuple(_IDS.split())

_K = words.EventKind
_LINE = (
    _K.COMPLAINT_RECEIVED,
    _K.FIR_REGISTERED,
    _K.CHARGE_SHEET_FILED,
    _K.COGNIZANCE_TAKEN,
    _K.DOCUMENTS_SUPPLIED,
    _K.COMMITTED,
    _K.FIRST_HEARING_ON_CHARGE,
    _K.CHARGES_FRAMED,
    _K.PROSECUTION_EVIDENCE_OPENED,
    _K.PROSECUTION_EVIDENCE_CLOSED,
    _K.ACCUSED_STATEMENT_RECORDED,
    _K.DEFENCE_EVIDENCE_CLOSED,
    _K.ARGUMENTS_CLOSED,
)
_ON_VICTIM = (
    _K.RESCUED,
    _K.REPORTED_TO_CWC,
    _K.PRODUCED_BEFORE_CWC,
    _K.MEDICALLY_EXAMINED,
    _K.STATEMENT_RECORDED,
    _K.AGE_INQUIRY_ORDERED,
    _K.AGE_DETERMINED,
    _K.PLACED_IN_SHELTER,
    _K.SUPPORT_PERSON_ASSIGNED,
    _K.COMPENSATION_APPLIED,
    _K.TOLD_OF_PROGRESS,
)


def days(first: date = FIRST_DAY, last: date = LAST_DAY) -> st.SearchStrategy[date]:
    """Any day from the first to the last, both included."""
    return st.dates(first, last)


@st.composite
def ages(draw: st.DrawFn) -> Age:
    """Any honest statement of age: fixed by years, by birth or as a range, or not fixed."""
    status = draw(st.sampled_from(words.AgeStatus))
    if status == words.AgeStatus.UNKNOWN:
        return Age(status=status)
    if status in (words.AgeStatus.PENDING, words.AgeStatus.DISPUTED):
        low = draw(st.integers(10, 19))
        high = low + draw(st.integers(0, 4))
        return draw(st.sampled_from((Age(status=status), Age(status=status, years_low=low, years_high=high))))
    years = draw(st.integers(4, 17) if status == words.AgeStatus.MINOR else st.integers(18, 45))
    return Age(status=status, years=years, basis=draw(st.sampled_from(words.AgeBasis)))


@st.composite
def charges(draw: st.DrawFn, accused: tuple[str, ...], victims: tuple[str, ...]) -> Charge:
    """A charge on someone on file (or on nobody yet), sometimes of a section outside the catalogue."""
    who = draw(st.sampled_from((None, *accused)))
    whom = draw(st.sampled_from((None, *victims)))
    form = draw(st.integers(0, 9))
    if form == 0:
        return Charge(accused=who, victim=whom, as_written="302", max_life=True, max_death=True)
    if form == 1:
        return Charge(accused=who, victim=whom, provision="POCSO-17", with_="POCSO-6-1")
    return Charge(accused=who, victim=whom, provision=draw(st.sampled_from(PROVISIONS)))


@st.composite
def lines(draw: st.DrawFn, list_: str, case: Case) -> object:
    """Any line of a record that its rules take, naming only who is on file."""
    on_file: dict[str, list[str]] = {
        "accused": [one.label for one in case.accused],
        "victim": [one.code for one in case.victims],
        "proceeding": [one.key for one in case.proceedings],
        "witness": [],
    }
    on = draw(days())
    said: dict[str, Any] = {}
    for rule in record_rules.rules(list_):
        if not rule.needed and not draw(st.booleans()):
            continue
        if rule.words:
            said[rule.key] = draw(st.sampled_from(list(rule.words)))
        elif rule.takes == "day":
            said[rule.key] = on + timedelta(days=9 if rule.key in _LAST else 0)
        elif rule.takes in on_file:
            said[rule.key] = draw(st.sampled_from(on_file[rule.takes])) if on_file[rule.takes] else None
        elif rule.takes != "text":
            said[rule.key] = draw(st.booleans()) if rule.takes == "yes" else draw(st.integers(1, 99))
        else:
            any_text = st.text(_LETTERS, max_size=min(30, rule.most - 1)).map("x{}".format)
            said[rule.key] = draw(_TEXTS.get(rule.key, any_text))
    if said.get("kind") == record_words.WitnessKind.VICTIM:
        said["name"] = None
    elif list_ == "witnesses":
        said["victim"] = None
    return record_rules.LISTS[list_](**said, struck=draw(st.sampled_from((None, None, None, "a mistake"))))


_LAST = {"until_on", "returned_on", "received_on", "decided_on", "answered_on"}
_LETTERS = "abcXYZ019 .,-/ऄकमé中"
_TEXTS = {
    "ref": st.from_regex(r"[A-Z]{3}-[0-9]{4}", fullmatch=True),
    "label": st.from_regex(r"[A-Z]{2}[0-9]", fullmatch=True),
    "place": st.from_regex(r"H[0-9]{1,3}", fullmatch=True),
    "sha256": st.from_regex(r"[0-9a-f]{64}", fullmatch=True),
}


@st.composite
def with_records(draw: st.DrawFn, made: st.SearchStrategy[Case]) -> Case:
    """The same cases, with a few lines in some of their lists."""
    case = draw(made)
    some = draw(st.lists(st.sampled_from(list(record_rules.LISTS)), max_size=3, unique=True))
    if not case.victims and "placements" in some:
        some.remove("placements")
    made_: dict[str, Any] = {
        list_: tuple(draw(st.lists(lines(list_, case), min_size=1, max_size=3))) for list_ in some
    }
    for list_ in {"witnesses", "exhibits"} & made_.keys():
        made_[list_] = tuple(replace(line, label=f"{line.label}.{n}") for n, line in enumerate(made_[list_]))
    return replace(case, **made_)


@st.composite
def _people(draw: st.DrawFn) -> Case:
    """A case with its people, its charges and its courts, and no journal yet."""
    accused = tuple(
        Accused(
            label=f"A{n}",
            sex=draw(st.sampled_from(words.Sex)),
            child=draw(st.sampled_from((None, None, True))),
        )
        for n in range(1, draw(st.integers(0, 3)) + 1)
    )
    victims = tuple(
        Victim(code=f"V{n}", sex=draw(st.sampled_from(words.Sex)), age=draw(st.none() | ages()))
        for n in range(1, draw(st.integers(0, 3)) + 1)
    )
    labels, codes = tuple(a.label for a in accused), tuple(v.code for v in victims)
    court = draw(st.sampled_from(COURTS))
    return Case(
        ref=f"RND-{draw(st.integers(1, 99999)):05d}",
        accused=accused,
        victims=victims,
        charges=tuple(draw(st.lists(charges(labels, codes), max_size=5))),
        proceedings=draw(
            st.sampled_from(
                ((), (Proceeding(key="trial", kind=words.ProceedingKind.TRIAL, court=court.key),))
            )
        ),
    )


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """A sound case: the main line in order, side events after the FIR, an end that nothing follows."""
    case = draw(_people())
    first = draw(days(last=LAST_DAY - timedelta(days=1500)) | days(first=date(2023, 1, 1)))
    fir_on = first + timedelta(days=draw(st.integers(0, 60)))
    offence = Offence(first_on=first, last_on=min(fir_on, first + timedelta(days=draw(st.integers(0, 90)))))
    fir = Fir(year=fir_on.year, registered_on=fir_on, mode=draw(st.none() | st.sampled_from(words.FirMode)))
    line = _line(draw, fir_on)
    last = max((event.on for event in line), default=fir_on)
    side = _on_accused(draw, case, fir_on) + _on_victims(draw, case, fir_on)
    last = max([last, *(event.on for event in side)])
    whole = sorted([*line, *side, *_end(draw, case, last)], key=lambda event: event.on)
    return replace(
        case,
        fir=draw(st.sampled_from((fir, fir, fir, None))),
        offence=draw(st.sampled_from((offence, offence, None))),
        events=tuple(whole),
        hearings=tuple(_hearings(draw, case, fir_on)),
        disposal=None
        if whole
        else draw(st.none() | st.just(Disposal(kind=words.DisposalKind.ACQUITTED, on=fir_on))),
    )


def _line(draw: st.DrawFn, fir_on: date) -> list[Event]:
    reached = draw(st.integers(0, len(_LINE)))
    kept = draw(st.lists(st.booleans(), min_size=reached, max_size=reached))
    on, events = fir_on, []
    for kind, keep in zip(_LINE, kept, strict=False):
        if kind not in (_K.COMPLAINT_RECEIVED, _K.FIR_REGISTERED):
            on += timedelta(days=draw(st.integers(0, 200)))
        if keep:
            events.append(Event(on=on, kind=kind))
    return events


def _on_accused(draw: st.DrawFn, case: Case, fir_on: date) -> list[Event]:
    events = []
    for person in case.accused:
        on = fir_on + timedelta(days=draw(st.integers(0, 40)))
        for kind in (
            _K.ARRESTED,
            _K.REMANDED,
            _K.BAIL_APPLIED,
            _K.BAIL_GRANTED,
            _K.BAIL_CANCELLED,
            _K.REMANDED,
        ):
            if not draw(st.booleans()):
                break
            events.append(Event(on=on, kind=kind, accused=person.label))
            on += timedelta(days=draw(st.integers(0, 80)))
    return events


def _on_victims(draw: st.DrawFn, case: Case, fir_on: date) -> list[Event]:
    events = []
    for person in case.victims:
        for kind in draw(st.lists(st.sampled_from(_ON_VICTIM), max_size=4, unique=True)):
            on = fir_on + timedelta(days=draw(st.integers(0, 300)))
            age = draw(ages()) if kind == _K.AGE_DETERMINED else None
            events.append(Event(on=on, kind=kind, victim=person.code, age=age))
    return events


def _end(draw: st.DrawFn, case: Case, last: date) -> list[Event]:
    form = draw(st.integers(0, 5))
    on = last + timedelta(days=draw(st.integers(1, 90)))
    if form == 0:
        return [Event(on=on, kind=_K.TRIAL_STAYED)]
    if form == 1:
        return [Event(on=on, kind=_K.QUASHED)]
    if form == 2 and case.accused:
        done = [Event(on=on, kind=_K.JUDGMENT_DELIVERED)]
        verdicts = draw(st.lists(st.booleans(), min_size=len(case.accused), max_size=len(case.accused)))
        for person, guilty in zip(case.accused, verdicts, strict=True):
            kind = _K.CONVICTED if guilty else _K.ACQUITTED
            done.append(Event(on=on, kind=kind, accused=person.label))
        if any(verdicts):
            done.append(Event(on=on + timedelta(days=draw(st.integers(0, 7))), kind=_K.SENTENCE_PASSED))
        return done
    return []


def _hearings(draw: st.DrawFn, case: Case, fir_on: date) -> list[Hearing]:
    if not case.proceedings:
        return []
    on, rows = fir_on + timedelta(days=draw(st.integers(1, 400))), []
    for last in [False] * draw(st.integers(0, 6)) + [True]:
        next_on = on + timedelta(days=draw(st.integers(1, 90)))
        outcome = draw(st.sampled_from(words.HearingOutcome))
        adjourned = outcome == words.HearingOutcome.ADJOURNED
        rows.append(
            Hearing(
                on=on,
                proceeding="trial",
                purpose=draw(st.sampled_from(words.Purpose)),
                outcome=None if last else outcome,
                asked_by=draw(st.sampled_from(words.AskedBy)) if adjourned and not last else None,
                reason=draw(st.sampled_from(words.HearingReason)) if adjourned and not last else None,
                next_on=None if last else next_on,
                opposed=draw(st.sampled_from((None, True, False))) if adjourned and not last else None,
                costs_rupees=draw(st.sampled_from((None, 0, 500))) if adjourned and not last else None,
            )
        )
        on = next_on
    return rows


@st.composite
def wild_cases(draw: st.DrawFn) -> Case:
    """A well-formed case whose journal makes no sense: any kinds, any days, in any order."""
    case = draw(_people())
    events = []
    for kind in draw(st.lists(st.sampled_from(words.EventKind), max_size=12)):
        scope = words.SCOPE[kind]
        labels = [person.label for person in case.accused]
        codes = [person.code for person in case.victims]
        if (scope == "accused" and not labels) or (scope == "victim" and not codes):
            continue
        events.append(
            Event(
                on=draw(days()),
                kind=kind,
                time=draw(st.sampled_from((None, None, "00:00", "11:20", "23:59"))),
                accused=draw(st.sampled_from(labels)) if scope == "accused" else None,
                victim=draw(st.sampled_from(codes)) if scope == "victim" else None,
                provision=draw(st.sampled_from(PROVISIONS)) if scope == "charge" else None,
                age=draw(ages()) if kind == _K.AGE_DETERMINED else None,
            )
        )
    first = draw(days())
    return replace(
        case,
        offence=draw(
            st.sampled_from((None, Offence(first_on=first, last_on=first), Offence(first_on=first)))
        ),
        events=tuple(events),
        hearings=tuple(_hearings(draw, case, draw(days()))),
    )
