"""Whether the texts, hours and numbers of one case can be kept and shown safely.

Any script is welcome. Control characters are refused, save line breaks in a note, and so are the
marks that turn the direction of a line round, since with them a page can show what isn't
written. Days lie between 1900 and 2100. Bounds of length are in `BOUNDS`, in characters.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from operator import attrgetter
from unicodedata import category

from tracker.domain.case import Age, Case, Court

SHORT, LINE, LONG = 64, 200, 4000
FIRST_YEAR, LAST_YEAR = 1900, 2100
OLDEST = 120

_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_IN_NOTES = frozenset("\n\t\r")

BOUNDS: dict[str, dict[str, int]] = {
    "case": {"ref": SHORT, "title": LINE, "lead": SHORT},
    "fir": {"number": SHORT, "police_station": LINE, "district": LINE, "state": 2},
    "accused": {"label": 32, "name": LINE},
    "victims": {"code": 32, "name": LINE},
    "charges": {"as_written": LINE},
    "proceedings": {"key": SHORT, "number": LINE},
    "courts": {"key": SHORT, "name": LINE, "complex": LINE, "room": SHORT, "district": LINE, "state": 2},
    "events": {"note": LONG, "order_ref": LINE, "reason": LINE, "method": SHORT, "out_of_order": 500},
    "hearings": {"note": LONG, "order_ref": LINE, "advocate": SHORT, "in_place_of": SHORT},
    "flag_notes": {"note": LONG, "who": 32, "limit": SHORT, "about": SHORT, "by": SHORT},
}
"""The longest text that each field takes."""

NEEDED = frozenset({"ref", "label", "code", "key"})
_READ = {room: attrgetter(*bounds) for room, bounds in BOUNDS.items() if len(bounds) > 1}
_DAYS = {
    "events": attrgetter("on", "until", "recorded_on"),
    "hearings": attrgetter("on", "next_on"),
    "flag_notes": attrgetter("on", "until", "since"),
}


def faults(case: Case) -> Iterator[str]:
    """Yield what is wrong with the texts, hours and days of a case, each by its field."""
    yield from _row("case", "", case)
    if case.fir:
        yield from _row("fir", "fir.", case.fir)
        yield from _hour("fir.time", case.fir.time)
        yield from _day("fir.registered_on", case.fir.registered_on)
        if case.fir.year is not None and not FIRST_YEAR <= case.fir.year <= LAST_YEAR:
            yield f"fir.year: {case.fir.year} is not a year from {FIRST_YEAR} to {LAST_YEAR}"
        yield from _state("fir.state", case.fir.state)
    for room in ("accused", "victims", "charges", "proceedings"):
        for n, row in enumerate(getattr(case, room)):
            yield from _row(room, f"{room}[{n}].", row)
    for n, tag in enumerate(case.tags):
        yield from text_faults(f"tags[{n}]", tag, SHORT, note=False)
    for room in ("events", "hearings", "flag_notes"):
        read, days = _READ[room], _DAYS[room]
        for n, row in enumerate(getattr(case, room)):
            if any(read(row)):
                yield from _row(room, f"{room}[{n}].", row)
            if room != "flag_notes" and row.time is not None:
                yield from _hour(f"{room}[{n}].time", row.time)
            for day in days(row):
                if day is not None and not FIRST_YEAR <= day.year <= LAST_YEAR:
                    yield f"{room}[{n}]: {day} is not a day from {FIRST_YEAR} to {LAST_YEAR}"
    yield from _numbers(case)


def court_faults(courts: Iterable[Court]) -> list[str]:
    """Return what is wrong with the courts of a file, each by its place there."""
    found: list[str] = []
    keys: list[str] = []
    for n, court in enumerate(courts):
        found += _row("courts", f"courts[{n}].", court)
        found += _state(f"courts[{n}].state", court.state)
        if court.key in keys:
            key, first = shown(court.key, key=True), keys.index(court.key)
            found.append(f"courts[{n}].key: {key} is also that of courts[{first}]")
        keys.append(court.key)
    return found


def is_control(mark: str) -> bool:
    """Say whether a character steers a terminal, turns the direction of writing, or is half of one."""
    return mark in _TURNING or category(mark) in ("Cc", "Cs")


def shown(value: str, *, key: bool = False) -> str:
    """Return a value as a fault may repeat it: a label or number as it is, anything like a name not.

    A word without a digit is repeated only as the office's own `key` of a court, a case, a file.
    """
    plain = len(value) <= SHORT and value.isascii() and value.isprintable() and " " not in value
    if plain and (any(mark.isdigit() for mark in value) or (key and (value.islower() or value.isupper()))):
        return value
    return "what is written there"


def _row(room: str, path: str, row: object) -> Iterable[str]:
    read = _READ.get(room)
    bounds = BOUNDS[room]
    values = read(row) if read else tuple(getattr(row, name) for name in bounds)
    for value, most in zip(values, bounds.values(), strict=True):
        if value is not None and (not value.isprintable() or len(value) > most or not value.strip()):
            return _texts(room, path, values)
    return ()


def _texts(room: str, path: str, values: tuple[str | None, ...]) -> Iterator[str]:
    for (name, most), value in zip(BOUNDS[room].items(), values, strict=True):
        if value is not None:
            yield from text_faults(path + name, value, most, note=name == "note", needed=name in NEEDED)


def text_faults(path: str, value: str, most: int, *, note: bool, needed: bool = False) -> Iterator[str]:
    """Yield what is wrong with one text, by its path; only a `note` may hold line breaks."""
    if len(value) > most and most > 2:
        yield f"{path}: has {len(value)} characters; at most {most} are kept"
    if needed and not value.strip():
        yield f"{path}: is empty; it names the row"
    kept = _IN_NOTES if note else frozenset()
    for mark in sorted(set(value) - kept):
        if is_control(mark):
            yield f"{path}: holds the control character U+{ord(mark):04X}; take it out"


def _state(path: str, state: str | None) -> Iterator[str]:
    if state is not None and not (len(state) == 2 and state.isascii() and state.isupper()):
        yield f"{path}: is written with the two capital letters of the State, as MH"


def _hour(path: str, time: str | None) -> Iterator[str]:
    if time is None:
        return
    hours, minutes = time[:2], time[3:]
    good = len(time) == 5 and time[2] == ":" and time.isascii() and hours.isdigit() and minutes.isdigit()
    if not good or hours > "23" or minutes > "59":
        yield f"{path}: {shown(time)} is not an hour of the day, HH:MM, from 00:00 to 23:59"


def _day(path: str, day: date | None) -> Iterator[str]:
    if day is not None and not FIRST_YEAR <= day.year <= LAST_YEAR:
        yield f"{path}: is not a day from {FIRST_YEAR} to {LAST_YEAR}"


def _numbers(case: Case) -> Iterator[str]:
    for n, person in enumerate(case.accused):
        if person.age is not None and not 0 <= person.age <= OLDEST:
            yield f"accused[{n}].age: {person.age} is not an age in years, from 0 to {OLDEST}"
    for n, victim in enumerate(case.victims):
        if victim.age is not None:
            yield from _age(f"victims[{n}].age", victim.age)
    for n, event in enumerate(case.events):
        if event.age is not None:
            yield from _age(f"events[{n}].age", event.age)
    spans = [("offence", case.offence)]
    spans += [(f"charges[{n}].offence", row.offence) for n, row in enumerate(case.charges) if row.offence]
    for path, span in spans:
        if span is not None:
            yield from _day(f"{path}.first_on", span.first_on)
            yield from _day(f"{path}.last_on", span.last_on)
    if case.disposal:
        yield from _day("disposal.on", case.disposal.on)


def _age(path: str, age: Age) -> Iterator[str]:
    """Check an age; its numbers are not repeated, since with other particulars they identify."""
    for name in ("years", "years_low", "years_high"):
        years = getattr(age, name)
        if years is not None and not 0 <= years <= OLDEST:
            yield f"{path}.{name}: is not an age in years, from 0 to {OLDEST}"
    if age.years_low is not None and age.years_high is not None and age.years_low > age.years_high:
        yield f"{path}.years_high: is less than years_low"
    if age.years is not None and not (age.years_low or 0) <= age.years <= (age.years_high or OLDEST):
        yield f"{path}.years: lies outside years_low and years_high"
    yield from _day(f"{path}.born_on", age.born_on)
    yield from _day(f"{path}.determined_on", age.determined_on)
