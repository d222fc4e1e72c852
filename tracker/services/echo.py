"""What recording a hearing would do, said before it is written: the days, the count, what speaks against.

The same reading of the case as `hearings.record`, and nothing written.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from tracker.domain.words import AskedBy, HearingOutcome
from tracker.services import caseview, fresh, listing
from tracker.services.clash import version
from tracker.services.office import Office
from tracker.store import reading

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


@dataclass(frozen=True, slots=True, kw_only=True)
class Echo:
    """What would be recorded, a short part each; `warnings` are what a person should look at twice."""

    heard: str
    parts: tuple[str, ...]
    warnings: tuple[str, ...]
    version: str | None = None
    """Which version of the hearing it speaks of (`clash.version`)."""

    def __str__(self) -> str:
        return f"{self.heard}: {', '.join(self.parts)}" + "".join(f"\n!! {one}" for one in self.warnings)


def of(
    office: Office,
    ref: str,
    *,
    on: date,
    outcome: str | None,
    asked_by: str | None = None,
    next_on: date | None = None,
    proceeding: str | None = None,
) -> Echo:
    """Say what recording this would do. Raises Refused where several proceedings are listed that day."""
    with office.reading() as session:
        case = reading.one_case(session.connection(), fresh.number_of(session, ref))
    at, all_, _ = listing.listing(case, on, proceeding)
    notes = [f"{on:%d-%m-%Y} is not listed; saving lists it"] if len(all_) > len(case.hearings) else []
    was = all_[at]
    seen = version(caseview.plain(was) if at < len(case.hearings) else None)
    if was.outcome and was.outcome != HearingOutcome.PASSED_OVER:
        notes.append(f"recorded already: {listing.in_words(was)}; saving changes it")
    heard = all_[at] = replace(
        all_[at],
        outcome=HearingOutcome(outcome) if outcome else None,
        asked_by=AskedBy(asked_by) if asked_by else None,
        next_on=next_on,
    )
    parts = [listing.adjournment(all_, heard)] if outcome == "adjourned" else []
    if next_on is None:
        return Echo(heard=weekday(on), parts=(*parts, "no next date"), warnings=tuple(notes), version=seen)
    there = next((one for one in all_ if one.proceeding == heard.proceeding and one.on == next_on), None)
    following = there or replace(heard, on=next_on)
    against = listing.about_next(office, following, ref, office.law())
    parts = [f"next {weekday(next_on)}", f"gap {(next_on - on).days} d", *parts]
    if not against:
        parts.append("court open, no clash")
    return Echo(heard=weekday(on), parts=tuple(parts), warnings=(*notes, *against), version=seen)


def day_to_record(office: Office, ref: str, today: date) -> date:
    """Return the day whose outcome is most likely meant: today if listed, else the last one without any."""
    with office.reading() as session:
        case = reading.one_case(session.connection(), fresh.number_of(session, ref))
    open_ = [one.on for one in case.hearings if one.on <= today and not one.outcome]
    return max(open_, default=today)


def weekday(day: date) -> str:
    """Return a day with its weekday before it."""
    return f"{_DAYS[day.weekday()]} {day:%d-%m-%Y}"
