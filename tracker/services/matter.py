"""The matters of one day as court mode shows them: in words, without anything of a victim.

A matter passed over comes after those that were not, for it is called again. Clocks and purposes are said
without the sections or the words that would tell a child is in the case.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from tracker.domain import words
from tracker.domain.awaited import called, still
from tracker.domain.flag_clocks import is_custody
from tracker.domain.say import purpose
from tracker.domain.waiting import waiting_label
from tracker.services import agenda, caseview, fresh
from tracker.services.office import Office
from tracker.services.views import AgendaRow, CaseView

SAID = (
    words.FlagKind.DEFAULT_BAIL,
    words.FlagKind.LIMIT_MISSED,
    words.FlagKind.LIMIT_NEAR,
    words.FlagKind.STAGE_STALLED,
    words.FlagKind.NO_NEXT_DATE,
    words.FlagKind.OUTCOME_MISSING,
    words.FlagKind.REPEATED_ADJOURNMENTS,
    words.FlagKind.ABSCONDING,
    words.FlagKind.APPEAL_WINDOW,
    words.FlagKind.DELAY_BAIL_RISK,
)
"""Warnings that tell nothing of a victim."""
BEFORE = 8
"""So many days before the last are told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterOfDay:
    """One listing of the day in words; what is empty isn't known."""

    ref: str
    proceeding: str | None
    time: str | None
    place: str
    number: str | None
    title: str | None
    purpose: str
    outcome: str
    last: str
    before: tuple[str, ...]
    """What happened on the days before the last, the latest first."""
    stage: str
    next_step: str
    custody: tuple[str, ...]
    witnesses: tuple[str, ...]
    """Who is to be heard today and how far the summons has come; a victim by label alone."""
    still: tuple[str, ...]
    """Who is to be heard on another day."""
    advocate: str | None
    clash: str
    flags: str
    waits: bool
    """Whether its outcome is still to be written."""
    court: str | None
    """The key of the court."""
    version: str | None
    """Which version of the listing this is (`clash.version`)."""

    @property
    def key(self) -> tuple[str, str | None]:
        """What tells it from the other matters of the day."""
        return self.ref, self.proceeding


def of_day(office: Office, today: date) -> tuple[MatterOfDay, ...]:
    """Return the matters listed on a day by hour, those passed over last. Raises Refused."""
    rows = agenda.between(office, today, today, today=today)
    law = office.law()
    with office.reading() as session:
        refs = dict.fromkeys(row.ref for row in rows)
        found = {ref: fresh.one(office, session, fresh.number_of(session, ref), today) for ref in refs}
    cases = {
        ref: (caseview.of(one, law, today), called(one.case, today), still(one.case, today))
        for ref, one in found.items()
    }
    matters = [_matter(row, *cases[row.ref], today) for row in rows]
    passed = str(words.HearingOutcome.PASSED_OVER)
    order = sorted(zip(rows, matters, strict=True), key=lambda pair: pair[0].outcome == passed)
    return tuple(matter for _, matter in order)


def _matter(
    row: AgendaRow, case: CaseView, witnesses: tuple[str, ...], others: tuple[str, ...], today: date
) -> MatterOfDay:
    orders = _orders(case, today)
    passed = row.outcome == words.HearingOutcome.PASSED_OVER
    return MatterOfDay(
        ref=row.ref,
        proceeding=row.proceeding,
        time=row.time,
        place=", ".join(filter(None, (row.complex or row.court, row.room and f"court {row.room}"))) or "–",
        number=row.number,
        title=f"State v {case.accused[0]['label']}" + _more(case) if case.accused else None,
        purpose=purpose(row.purpose),
        outcome=words.HearingOutcome(row.outcome).label if row.outcome else "",
        last=orders[0] if orders else "",
        before=orders[1 : 1 + BEFORE],
        stage=words.Stage(case.stage).label
        + (f", {case.days_in_stage:,} days" if case.days_in_stage is not None else ""),
        next_step=waiting_label(case.waiting_for),
        custody=_custody(case),
        witnesses=witnesses,
        still=others,
        advocate=row.advocate,
        clash=row.clash,
        flags=", ".join(words.FlagKind(kind).label for kind in row.flags if kind in SAID),
        waits=row.outcome is None or passed,
        court=row.court,
        version=_version(row, case),
    )


def _more(case: CaseView) -> str:
    others = len(case.accused) - 1
    return f" and {others} more" if others else ""


def _version(row: AgendaRow, case: CaseView) -> str | None:
    same = [one for one in case.hearings if (one["on"], one.get("proceeding")) == (row.on, row.proceeding)]
    return str(same[0]["version"]) if len(same) == 1 else None


def _orders(case: CaseView, today: date) -> tuple[str, ...]:
    """Return what happened on each day before, the latest first: who asked and why, of no note a word."""
    past = [one for one in case.hearings if one["on"] < today and one.get("outcome")]
    return tuple(_order(one) for one in reversed(past))


def _order(one: Mapping[str, Any]) -> str:
    by = f", asked by {words.AskedBy(one['asked_by']).label}" if one.get("asked_by") else ""
    why = f", {words.HearingReason(one['reason']).label}" if one.get("reason") else ""
    return f"{one['on']:%d-%m-%Y} {words.HearingOutcome(one['outcome']).label}{by}{why}"


def _custody(case: CaseView) -> tuple[str, ...]:
    lines = [f"{one['label']} in custody" for one in case.accused if "custody" in str(one.get("custody", ""))]
    for row in case.due:
        if is_custody(row.limit) and row.status in ("open", "missed") and row.due_on is not None:
            left = row.days_left or 0
            said = f"{left:,} days left" if left >= 0 else f"passed {-left:,} days ago"
            lines.append(f"{row.who}: charge sheet by {row.due_on:%d-%m-%Y}, {said}")
    return tuple(lines)
