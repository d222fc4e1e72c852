"""What the overviews show: for each, its heading, its columns, how it is read and what the panel says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from tracker.domain import say
from tracker.tui import wording
from tracker.tui.widgets.column import LONGEST_REF, Column

if TYPE_CHECKING:
    from tracker.services.office import Office
    from tracker.services.repeats import Place, Repeat


@dataclass(frozen=True, slots=True)
class Overview:
    """One overview; `read` takes office, filter and day, `why` a row, `line` all rows."""

    heading: str
    empty: str
    columns: tuple[Column, ...]
    read: Callable[[Office, str, date], Sequence[Any]]
    why: Callable[[Any], str]
    line: Callable[[Sequence[Any]], str]


@dataclass(frozen=True, slots=True)
class Alike:
    """One accused of a suggestion, with the others."""

    place: Place
    of: Repeat

    @property
    def ref(self) -> str:
        """The case."""
        return self.place.ref


def _rupees(amount: int | None) -> str:
    return "" if amount is None else say.rupees(amount)


def _read_rescues(office: Office, filter_: str, today: date) -> Sequence[Any]:
    from tracker.services import rescues

    return rescues.rescues(office, filter_, today)


def _rescue_why(row: Any) -> str:
    reason = f" Reason on record: {row.reason}." if row.reason else " No reason is on record."
    found = f" Found: {', '.join(row.found)}." if row.found else ""
    gap = f" {row.gap:,} days after the attempt before." if row.gap is not None else ""
    return f"Attempt {row.attempt} of {row.ref}: {wording.plain(row.outcome)}.{reason}{found}{gap}"


def _rescues_line(rows: Sequence[Any]) -> str:
    from tracker.services import rescues

    return rescues.summed(rows) if rows else ""


def _read_aftercare(office: Office, filter_: str, today: date) -> Sequence[Any]:
    from tracker.services import aftercare

    return aftercare.aftercare(office, filter_, today)


def _care_why(row: Any) -> str:
    steps = (
        ("support person", row.support_since),
        ("statement", row.statement_on),
        ("medical", row.medical_on),
        ("testified", row.testified_on),
        ("compensation applied", row.applied_on),
        ("ordered", row.ordered_on),
        ("paid", row.paid_on),
    )
    said = ", ".join(f"{what} {wording.day(on)}" for what, on in steps if on)
    lacks = f"Not on record: {', '.join(row.lacks)}." if row.lacks else "Nothing is lacking."
    return f"{row.victim} of {row.ref}: {said or 'nothing on record yet'}. {lacks}"


def _care_line(rows: Sequence[Any]) -> str:
    from tracker.services import aftercare

    return aftercare.summed(tuple(rows)) if rows else ""


def _read_awaited(office: Office, filter_: str, today: date) -> Sequence[Any]:
    from tracker.services import chase

    return chase.chased(office, filter_, today)


def _awaited_why(row: Any) -> str:
    out = f" Out since {wording.day(row.since)}, {row.days:,} days." if row.days is not None else ""
    needed = f" Needed on {wording.weekday(row.needed_on)}." if row.needed_on else ""
    ask = f" Ask {row.whom}." if row.whom else ""
    return f"{row.ref}: {row.says}.{out}{needed}{ask}"


def _awaited_line(rows: Sequence[Any]) -> str:
    from tracker.services import chase

    return chase.summed(rows)


def _pressing(row: Any) -> str:
    return "" if row.days_left is None or row.days_left > 7 else "ledger--urgent"


def _read_repeats(office: Office, filter_: str, today: date) -> Sequence[Any]:
    from tracker.services import repeats

    return [Alike(place, one) for one in repeats.repeats(office, filter_, today) for place in one.places]


def _alike_why(row: Alike) -> str:
    others = "; ".join(f"{p.label} of {p.ref}, {p.name}" for p in row.of.places if p is not row.place)
    return (
        f"{row.place.name}: {row.of.how} as {others}. A suggestion only: nothing is merged. A tie that you "
        "confirm is recorded as a link of the case."
    )


OVERVIEWS = {
    "rescues": Overview(
        "Rescue attempts, latest first",
        "No rescue attempt is on record: r on a case records one.",
        (
            Column("Day", 10, lambda row: wording.day(row.on)),
            Column("Ref", 14, lambda row: row.ref, most=LONGEST_REF),
            Column("No.", 3, lambda row: str(row.attempt), right=True),
            Column("Outcome", 13, lambda row: wording.plain(row.outcome)),
            Column("Found", 12, lambda row: ", ".join(row.found), grows=1, most=60),
            Column("Days since last", 15, lambda row: wording.number(row.gap), right=True),
            Column("Station", 20, lambda row: row.station or "–", grows=1, from_width=100),
        ),
        _read_rescues,
        _rescue_why,
        _rescues_line,
    ),
    "aftercare": Overview(
        "Aftercare: where each victim is, by code",
        "No victim is on record.",
        (
            Column("Ref", 14, lambda row: row.ref, most=LONGEST_REF),
            Column("Who", 4, lambda row: row.victim),
            Column("Place", 15, lambda row: row.place or "not on record", grows=1, most=40),
            Column("Since", 10, lambda row: wording.day(row.place_since), from_width=90),
            Column("Support", 10, lambda row: wording.day(row.support_since), from_width=100),
            Column("Ordered Rs", 10, lambda row: _rupees(row.ordered_rupees), right=True),
            Column("Paid Rs", 9, lambda row: _rupees(row.paid_rupees), right=True),
            Column("Days", 5, lambda row: wording.number(row.open_days), right=True),
            Column("Not on record", 20, lambda row: ", ".join(row.lacks), grows=2, from_width=110),
        ),
        _read_aftercare,
        _care_why,
        _care_line,
    ),
    "awaited": Overview(
        "Awaited: summonses, reports, answers",
        "Nothing is awaited: no summons is out, every report has come.",
        (
            Column("Needed", 10, lambda row: wording.day(row.needed_on)),
            Column("Left", 10, lambda row: wording.left(row.days_left), right=True, style=_pressing),
            Column("Ref", 14, lambda row: row.ref, most=LONGEST_REF),
            Column("What", 24, lambda row: row.says, grows=3, most=80),
            Column("Ask", 14, lambda row: row.whom or "–", from_width=90, grows=1, most=40),
            Column("Out", 5, lambda row: wording.number(row.days), right=True, from_width=70),
            Column("Lead", 8, lambda row: row.lead or "–", from_width=110),
        ),
        _read_awaited,
        _awaited_why,
        _awaited_line,
    ),
    "repeats": Overview(
        "Accused who may be one person in several cases",
        "No accused is named alike in two cases.",
        (
            Column("How sure", 8, lambda row: row.of.sure),
            Column("Alike", 12, lambda row: row.of.how),
            Column("Ref", 14, lambda row: row.ref, most=LONGEST_REF),
            Column("Who", 4, lambda row: row.place.label),
            Column("Name", 20, lambda row: row.place.name, grows=1, most=40),
            Column("Station", 18, lambda row: row.place.station or "–", from_width=100, grows=1),
        ),
        _read_repeats,
        _alike_why,
        lambda rows: "Suggestions: a person confirms each. Victims are never compared." if rows else "",
    ),
}
