"""Default bail: the one custody clock of each accused (CrPC s. 167(2), BNSS s. 187(3), MCOCA s. 21(2)).

The period runs from the first remand in this case, that day counted, and no holiday extends it; days
held by order of an Executive Magistrate count (CrPC s. 167(2A), BNSS s. 187(6)), so it runs from theirs. Its
length is that of the gravest charge which the file supports against *this* accused on a day:
a charge counts from its `invoked` or `added` day and until `dropped`; one that needs a child counts
only while a victim's age is determined as that. When the band moves before the charge sheet the old
row ends and another runs from the same remand. A charge sheet that names this accused, or nobody,
stops it; one filed before this accused's arrest does not, unless there is no other accused. A
release on bail ends it, and a new remand in the same case does not start it again: the why then says that
the days are for the advocate to add. A stay of the trial never touches it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from statutes.rows import Limit
from tracker.domain import counting
from tracker.domain.case import Charge, Event
from tracker.domain.explain import BAND_MOVED
from tracker.domain.gravity import MCOCA
from tracker.domain.lawbook import CUSTODY, Book
from tracker.domain.reading import CASE, Reading, within
from tracker.domain.shapes import Clock

RANK = {None: 0, "60": 1, "90": 2, MCOCA: 3}
UNPROVED = "every charge on file needs a child, and no victim's age is determined as that"

HELD = ("remanded", "detained_by_executive_magistrate")
"""What starts the clock."""
SHEETS = ("charge_sheet_filed", "supplementary_charge_sheet_filed")


@dataclass(slots=True)
class Band:
    """The band on a day, and what picked it; `band` None: nothing on file picks one."""

    band: str | None
    because: dict[str, str]
    missing: str = ""


def rows(reading: Reading, book: Book) -> list[Clock]:
    """Return the custody rows of every accused who was remanded."""
    found: list[Clock] = []
    kinds = reading.matter.by_kind
    held = kinds.get("remanded", [])
    if HELD[1] in kinds:
        held = sorted([*held, *kinds[HELD[1]]], key=moment)
    if held:
        for label in reading.accused or (CASE,):
            first = next((e for e in held if e.accused is None or e.accused == label), None)
            if first is not None:
                found += one(reading, book, label, first)
    return found


def one(reading: Reading, book: Book, label: str, remand: Event) -> list[Clock]:
    """Return the rows of one accused: those of bands that were left, and the one that stands."""
    code = reading.procedure.get("investigation")
    limits = book.bands.get(code) or book.bands.setdefault(code, custody_limits(book, code))
    if not limits:
        return []
    stop = sheet(reading, label, remand, next(iter(limits.values())))
    last_day = stop.on if stop else date.max
    end = ended(reading, label, remand, next(iter(limits.values())))
    if end and end.on < last_day:
        last_day = end.on
    clocks: list[Clock] = []
    moves = bands(reading, label, remand.on, last_day)
    for since, band in moves:
        limit = limits.get(band.band or "60")
        if limit is None:
            continue
        clock = start(limit, label, remand, band, reading)
        if clocks:
            leave(clocks[-1], since, clock)
        clocks.append(clock)
    if clocks:
        close(clocks[-1], reading, label, stop, end)
        reading.final_bands[label] = moves[-1][1].band
        other = of_others(reading, label, remand)
        if other and other is not stop:
            clocks[-1].because = {**clocks[-1].because, "sheet_before": other.on.isoformat()}
    return clocks


def custody_limits(book: Book, code: str | None) -> dict[str, Limit]:
    """Return band to row under the code that governs the investigation; BNSS where it is unsettled."""
    wanted = "CrPC" if code == "CrPC" else "BNSS"
    found = {}
    for limit in book.custody:
        if limit.id.startswith(CUSTODY + MCOCA):
            found[MCOCA] = limit
        elif limit.code == wanted and limit.applies.band:
            found[str(limit.applies.band)] = limit
    return found


def bands(reading: Reading, label: str, first: date, last: date) -> list[tuple[date, Band]]:
    """Return the bands from the first remand to the last day that matters, each with its first day."""
    places = [n for n, c in enumerate(reading.matter.case.charges) if c.accused is None or c.accused == label]
    days = {first}
    kinds = reading.matter.by_kind
    for kind in ("invoked", "added", "dropped", "age_determined"):
        days.update(e.on for e in kinds.get(kind, ()) if first < e.on <= last)
    if "age_determined" not in kinds:
        days.update(
            v.age.determined_on
            for v in reading.matter.case.victims
            if v.age and v.age.determined_on and first < v.age.determined_on <= last
        )
    found: list[tuple[date, Band]] = []
    for day in sorted(days):
        band = band_on(reading, label, places, day)
        if found and found[-1][1].band in (None, band.band):
            # The same band on better grounds, or the first that the file supports at all.
            earlier = found[-1][1].because if found[-1][1].band else {}
            found[-1] = (found[-1][0], Band(band.band, {**band.because, **earlier}, band.missing))
        else:
            found.append((day, band))
    return found


def band_on(reading: Reading, label: str, places: list[int], day: date) -> Band:
    """Return the band of the gravest charge that counts against the accused on a day."""
    weights, charges = reading.weights(), reading.matter.case.charges
    best: int | None = None
    doubts, missing, fallen, weightless = "", "", "", ""
    waiting: dict[str, str] = {}
    for n in places:
        weight = weights[n]
        if not within(reading.windows(charges[n], label), day):
            continue
        if weight.band is None:
            if weight.weightless:
                weightless = weightless or weight.missing
            else:
                missing = missing or weight.missing
            continue
        stands = reading.stands(n, day, supported)
        if stands is not True:
            fallen = weight.provision
            if stands and RANK[weight.band] > RANK["60"] and not waiting:
                waiting = {"if_minor": stands, "if_minor_provision": weight.provision}
            continue
        doubts = doubts or weight.doubt
        if best is None or RANK[weight.band] > RANK[weights[best].band]:
            best = n
    if best is None and fallen:
        # Some offence is under investigation; without a child on record it is one of sixty days.
        return Band("60", {"provision": fallen, "doubt": UNPROVED, **waiting})
    if best is None:
        return Band(None, {}, missing or weightless or "no charge is on file")
    weight = weights[best]
    because = {"provision": weight.provision}
    if charges[best].with_:
        because["charged"] = charges[best].provision or ""
    if weight.band == "60":
        because |= waiting
        if missing:
            because["missing"] = missing
        if doubts:
            because["doubt"] = doubts
    elif weight.doubt:
        because["doubt"] = weight.doubt
    return Band(weight.band, because)


def supported(reading: Reading, charge: Charge, day: date) -> bool | str:
    """Answer whether the ages known on a day let the charge count; a victim's code if it waits for an age."""
    under, needed = child_needed(reading, charge)
    victims = reading.matter.case.victims
    if charge.victim:
        victims = tuple(v for v in victims if v.code == charge.victim)
        needed = min(needed, 1)
    if not needed or not victims:
        return True
    answers = [(v.code, reading.child_on(v, day, under)) for v in victims]
    if sum(1 for _, child in answers if child) >= needed:
        return True
    return next((code for code, child in answers if child is None), False)


def child_needed(reading: Reading, charge: Charge) -> tuple[int, int]:
    """Return the age that the charge asks of its victim to be under, and of how many victims."""
    key = (charge.provision, charge.with_)
    found = reading.book.needs.get(key)
    if found is None:
        found = reading.book.needs[key] = _child_needed(reading, charge)
    return found


def _child_needed(reading: Reading, charge: Charge) -> tuple[int, int]:
    for id_ in (charge.provision, charge.with_):
        row = reading.law.provision(id_) if id_ else None
        asked = row.victim if row else None
        if asked and (asked.under or asked.under_if_male):
            many = bool(asked.number and "more than one" in asked.number)
            return max(asked.under or 0, asked.under_if_male or 0), 2 if many else 1
    return 0, 0


def start(limit: Limit, label: str, remand: Event, band: Band, reading: Reading) -> Clock:
    """Return the row as it starts; blocked where nothing on file picks a band."""
    unsettled = reading.procedure.get("investigation") == "unsettled" and limit.code == "BNSS"
    reach = counting.count(limit, remand.on, None, reading.law.closed)
    clock = Clock(
        limit=limit.id,
        who=label,
        code="unsettled" if unsettled else limit.code,
        nature="advisory" if unsettled else limit.nature,
        runs_from=remand.kind,
        starts_on=remand.on,
        due_on=reach.due_on,
        outer_on=reach.outer_on,
        because=band.because,
    )
    if band.band is None:
        clock.blocked_by = band.missing
        clock.due_on = clock.outer_on = None
        clock.because = {
            **band.because,
            "if_60": (remand.on + timedelta(days=59)).isoformat(),
            "if_90": (remand.on + timedelta(days=89)).isoformat(),
        }
    return clock


def leave(old: Clock, day: date, new: Clock) -> None:
    """End the row of a band that was left; the right may have opened under it already."""
    old.ended_on, old.ended_why = day, BAND_MOVED
    new.because = {**new.because, "moved_on": day.isoformat(), "moved_from": old.limit}
    if old.due_on and old.due_on < day:
        new.because = {**new.because, "earlier_last_day": old.due_on.isoformat()}
    if old.blocked_by:
        old.blocked_by = None


def close(clock: Clock, reading: Reading, label: str, stop: Event | None, end: Event | None) -> None:
    """Say how the standing row closed: by the charge sheet, by release, or not yet."""
    if clock.blocked_by:
        # Within sixty days the sheet is in time, and a release ends it, whatever the band.
        first = end if end and (not stop or moment(end) < moment(stop)) else stop
        if first is None or (first is stop and first.on.isoformat() > clock.because["if_60"]):
            return
        clock.because = {**clock.because, "doubt": clock.blocked_by}
        clock.blocked_by = None
        clock.due_on = date.fromisoformat(clock.because["if_60"])
    if end and (not stop or moment(end) < moment(stop)):
        clock.ended_on, clock.ended_why = end.on, end.kind
        again = taken_again(reading, label, end, stop)
        if again:
            clock.because = {**clock.because, "again_on": again.on.isoformat()}
        return
    if stop and clock.due_on:
        clock.met_on, clock.met_late = stop.on, stop.on > clock.due_on
        clock.because = {**clock.because, "met_by": stop.kind}
    if clock.due_on and (not stop or clock.met_late):
        claim(clock, reading, label, stop)


def taken_again(reading: Reading, label: str, end: Event, stop: Event | None) -> Event | None:
    """Return the first remand after a release or an escape and before any charge sheet."""
    for event in reading.matter.by_kind.get("remanded", ()):
        if event.accused in (None, label) and _before(end, event):
            return event if stop is None or not _before(stop, event) else None
    return None


def claim(clock: Clock, reading: Reading, label: str, stop: Event | None) -> None:
    """Note whether bail was asked for after the last day and before a late charge sheet.

    The right is used by an application filed before the police report, and lost if the report comes
    first (M. Ravindran v Directorate of Revenue Intelligence, Supreme Court, 26-10-2020).
    """
    applied = [
        e
        for e in reading.matter.by_kind.get("bail_applied", ())
        if e.accused in (None, label) and clock.due_on and e.on > clock.due_on
    ]
    first = applied[0] if applied else None
    if first is None or (stop and first.on > stop.on):
        if stop:
            clock.because = {**clock.because, "right": "lost"}
        return
    right = "claimed"
    if stop and first.on == stop.on:
        if not first.time or not stop.time:
            right = "hour_unknown"
        elif first.time >= stop.time:
            right = "lost"
    clock.because = {**clock.because, "right": right, "applied_on": first.on.isoformat()}


def sheet(reading: Reading, label: str, remand: Event, limit: Limit) -> Event | None:
    """Return the charge sheet that stops this accused's clock, if any.

    One filed before this accused's arrest (without one: before the remand) is of the others, unless
    it names this accused or there is no other: then custody is the trial court's from the start.
    """
    arrests = reading.matter.by_kind.get("arrested", ())
    held = next((e for e in arrests if e.accused in (None, label) and e.on <= remand.on), remand)
    alone = len(reading.accused) <= 1
    found = [
        e
        for kind in {*reading.present(SHEETS), *reading.present(limit.stops)}
        for e in reading.matter.by_kind[kind]
        if e.accused == label or (e.accused is None and (alone or not _before(e, held)))
    ]
    return min(found, key=moment, default=None)


def of_others(reading: Reading, label: str, remand: Event) -> Event | None:
    """Return a charge sheet that was filed before this accused's remand and may not be theirs."""
    sheets = reading.matter.by_kind.get("charge_sheet_filed", ())
    return next((e for e in sheets if e.accused is None and _before(e, remand)), None)


def ended(reading: Reading, label: str, remand: Event, limit: Limit) -> Event | None:
    """Return the event that ended the custody or the matter for this accused, if any."""
    found = [
        e
        for kind in reading.present(limit.ends)
        for e in reading.matter.by_kind[kind]
        if (e.accused is None or e.accused == label) and not _before(e, remand)
    ]
    return min(found, key=moment, default=None)


def moment(event: Event) -> tuple[date, str]:
    """Return when an event was; without an hour it counts from the start of its day."""
    return event.on, event.time or ""


def _before(event: Event, other: Event) -> bool:
    """Answer whether an event surely came before the other; on one day the hours must say so."""
    if event.on != other.on:
        return event.on < other.on
    return bool(event.time and other.time and event.time < other.time)
