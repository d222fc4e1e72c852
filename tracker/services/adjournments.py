"""The adjournment ledger of a case: each day in court that was lost, who asked, why, and what it cost.

Lost is a listing that ended adjourned, not reached, without a judge or in a strike. A day passed over was
kept back for the same day and is not counted. **Days lost** run from that day to the next listing of the
same proceeding; with none listed yet they run on to today, and the ledger says so. A listing that nobody
asked to put off stands under what happened ("not reached") and is never charged to a party. Beside it
stands whether it was opposed and what costs were ordered, where anybody noted it.

What the law allows comes from its own rows: `ADJ-2-BNSS` counts two for a party, `ADJ-CRPC` none. The
section doesn't say two for whom or of what; the ledger counts for each party in each trial, says that it
does, and repeats the row's own doubt.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from statutes.rows import Limit
from tracker.domain import words
from tracker.domain.case import Case, Hearing
from tracker.domain.say import day, days_of, label, rupees
from tracker.services import papers
from tracker.services.office import Office
from tracker.services.papers import Grid, Part, Read, Written

LOST = ("adjourned", "not_reached", "judge_absent", "strike")
"""Outcomes after which the day was lost."""
ROWS = {"CrPC": ("ADJ-CRPC",), "BNSS": ("ADJ-2-BNSS",), "unsettled": ("ADJ-CRPC", "ADJ-2-BNSS")}
"""Code of the trial to the rows of law on adjournments."""
PARTIES = ("prosecution", "defence")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lost:
    """One lost day. `count` is its number among those of `by` in its proceeding; `running`: no next date."""

    on: date
    proceeding: str | None
    purpose: str | None
    outcome: str
    by: str
    reason: str | None
    next_on: date | None
    days: int
    running: bool
    count: int
    beyond: bool
    """Whether it is beyond the number that a row allows a party, if that row's Code governs."""
    opposed: bool | None = None
    costs_rupees: int | None = None
    """Both None where nobody noted it. No count of the law reads them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowed:
    """What a row of law says, and how sure it is."""

    limit: str
    cite: str
    says: str
    number: int | None
    condition: str
    consequence: str
    nature: str
    confidence: str
    doubt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """What one asker cost: how many days in court, and days lost by them; what of it was opposed."""

    by: str
    times: int
    days: int
    opposed: int
    costs_rupees: int | None
    """The costs that are noted, added up; None where none are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """The ledger of a case on a day; `code` governs its trial."""

    ref: str
    on: date
    code: str
    matters: tuple[str, ...]
    listed: int
    lost: tuple[Lost, ...]
    totals: tuple[Total, ...]
    allowed: tuple[Allowed, ...]


def ledger(office: Office, ref: str, today: date) -> Ledger:
    """Return the ledger of a case. Raises Refused naming refs that come close."""
    return of(papers.read(office, ref, today), office.law().limit, today)


def of(read: Read, limits: Mapping[str, Limit], today: date) -> Ledger:
    """Return the ledger of a case that was read; `limits` gives the rows of law by id."""
    case = read.found.case
    code = read.view.procedure.get("trial") or "unsettled"
    rows = [limits[id_] for id_ in ROWS.get(code, ()) if id_ in limits]
    found = lost(case, today, min((row.number for row in rows if row.number), default=None))
    return Ledger(
        ref=case.ref,
        on=today,
        code=code,
        matters=matters(case),
        listed=sum(1 for hearing in case.hearings if hearing.outcome),
        lost=found,
        totals=totals(found),
        allowed=tuple(_allowed(row) for row in rows),
    )


def matters(case: Case) -> tuple[str, ...]:
    """Return each proceeding of the case that a court has numbered, as "trial: POCSO SC 210/2019"."""
    return tuple(
        f"{label(row.kind, words.ProceedingKind) if row.kind else row.key}: {row.number}"
        for row in case.proceedings
        if row.number
    )


def lost(case: Case, today: date, most: int | None) -> tuple[Lost, ...]:
    """Return the lost days of a case in order; `most` is the number that the law allows a party, if any."""
    kinds = {row.key: row.kind for row in case.proceedings}
    counts: Counter[tuple[str | None, str]] = Counter()
    found = []
    for hearing in sorted(case.hearings, key=lambda one: (one.on, one.time or "")):
        if hearing.outcome not in LOST:
            continue
        by = str(hearing.asked_by or ("nobody named" if hearing.outcome == "adjourned" else hearing.outcome))
        counts[hearing.proceeding, by] += 1
        count = counts[hearing.proceeding, by]
        next_on = _next(case, hearing)
        tried = kinds.get(hearing.proceeding or "") in (None, "trial")
        counted = hearing.outcome == "adjourned" and by in PARTIES and tried
        found.append(
            Lost(
                on=hearing.on,
                proceeding=hearing.proceeding,
                purpose=hearing.purpose and str(hearing.purpose),
                outcome=str(hearing.outcome),
                by=by,
                reason=hearing.reason and str(hearing.reason),
                next_on=next_on,
                days=max(0, ((next_on or today) - hearing.on).days),
                running=next_on is None,
                count=count,
                beyond=counted and most is not None and count > most,
                opposed=hearing.opposed,
                costs_rupees=hearing.costs_rupees,
            )
        )
    return tuple(found)


def _next(case: Case, hearing: Hearing) -> date | None:
    """Return the day to which it was put off: the one it names, else the next on which it is listed."""
    if hearing.next_on:
        return hearing.next_on
    ahead = (h.on for h in case.hearings if h.proceeding == hearing.proceeding and h.on > hearing.on)
    return min(ahead, default=None)


def totals(lost: tuple[Lost, ...]) -> tuple[Total, ...]:
    """Return what each asker cost, the dearest in days first."""
    by: dict[str, list[Lost]] = {}
    for one in lost:
        by.setdefault(one.by, []).append(one)
    found = [_total(who, some) for who, some in by.items()]
    return tuple(sorted(found, key=lambda total: -total.days))


def _total(by: str, lost: list[Lost]) -> Total:
    costs = [one.costs_rupees for one in lost if one.costs_rupees is not None]
    return Total(
        by=by,
        times=len(lost),
        days=sum(one.days for one in lost),
        opposed=sum(one.opposed is True for one in lost),
        costs_rupees=sum(costs) if costs else None,
    )


def _allowed(row: Limit) -> Allowed:
    return Allowed(
        limit=row.id,
        cite=row.cite,
        says=row.says,
        number=row.number,
        condition=row.applies.words,
        consequence=row.consequence,
        nature=row.nature,
        confidence=row.confidence,
        doubt=row.doubt,
    )


def paper(office: Office, ref: str, today: date) -> Written:
    """Return the ledger as a paper that can be annexed to an objection: no victim and no section in it."""
    read = papers.read(office, ref, today)
    found = of(read, office.law().limit, today)
    about = (f"Our ref {found.ref}", *found.matters, f"As on {day(today)}")
    parts = (_whole(found), _listings(found), _by(found), _law(found))
    title = "Annexure: days in court that were lost"
    return papers.write(read, "adjournment ledger", title, today, parts, about=about)


def _whole(found: Ledger) -> Part:
    days = sum(one.days for one in found.lost)
    said = (
        f"Of {found.listed} listings with an outcome on record, {len(found.lost)} were lost: {days_of(days)}."
    )
    running = sum(one.running for one in found.lost)
    tail = (f"{running} of them has no next date yet: its days are counted to {day(found.on)}.",)
    return Part(heading="In short", says=(said, *(tail if running else ())))


def _listings(found: Ledger) -> Part:
    columns = (("No.", 5), ("Listed on", 11), ("Matter", 9), ("For", 13), ("What happened", 13))
    more = (("Asked by", 12), ("Reason on record", 15), ("Opposed", 9), ("Costs", 9), ("Put off to", 11))
    last = (("Days", 6), ("Count", 15))
    unsettled = found.code == "unsettled"
    rows = tuple(_row(number, one, unsettled) for number, one in enumerate(found.lost, 1))
    if not rows:
        return Part(heading="Each lost day", says=("None is on record.",))
    return Part(heading="Each lost day", grid=Grid(columns=(*columns, *more, *last), rows=rows))


def _row(number: int, one: Lost, unsettled: bool) -> tuple[str, ...]:
    asked = asker(one.by) if one.by in set(words.AskedBy) or one.by == "nobody named" else "–"
    count = f"no. {one.count} of the {asker(one.by)}" if one.by in PARTIES else f"no. {one.count}"
    purpose = "evidence" if one.purpose == "child_evidence" else one.purpose
    return (
        str(number),
        day(one.on),
        one.proceeding or "–",
        label(purpose, words.Purpose) if purpose else "–",
        label(one.outcome, words.HearingOutcome),
        asked,
        label(one.reason, words.HearingReason) if one.reason else "not on record",
        *(_noted(one) if one.outcome == "adjourned" else ("–", "–")),
        day(one.next_on) if one.next_on else "no date yet",
        f"{one.days:,}+" if one.running else f"{one.days:,}",
        f"{count}, BEYOND {'if BNSS' if unsettled else ''}".rstrip() if one.beyond else count,
    )


def _noted(one: Lost) -> tuple[str, str]:
    """Return whether an adjournment was opposed and what costs were ordered, as the tables say it."""
    opposed = "not noted" if one.opposed is None else "yes" if one.opposed else "no"
    return opposed, _costs(one.costs_rupees)


def _costs(amount: int | None) -> str:
    return "not noted" if amount is None else f"Rs {rupees(amount)}" if amount else "none"


def asker(by: str) -> str:
    """Return who asked, in words; for a day that nobody asked to lose, what happened."""
    if by in set(words.AskedBy):
        return label(by, words.AskedBy)
    return label(by, words.HearingOutcome)


def _by(found: Ledger) -> Part:
    rows = tuple(
        (asker(one.by), str(one.times), f"{one.days:,}", str(one.opposed), _costs(one.costs_rupees))
        for one in found.totals
    )
    columns = (("Asked by, or what happened", 30), ("Times", 10), ("Days lost", 10))
    noted = (("Of them opposed", 14), ("Costs ordered", 14))
    return Part(heading="By who asked", grid=Grid(columns=(*columns, *noted), rows=rows) if rows else None)


def _law(found: Ledger) -> Part:
    says = []
    if found.code == "unsettled":
        says.append("Which Code governs this trial is not settled; both rows are given.")
    for row in found.allowed:
        said = f"{row.cite}: {row.says}"
        said += f" Condition: {row.condition}." if row.condition else ""
        said += f" {row.consequence}" if row.consequence else ""
        said += f" ({row.nature}; the text of this row is {row.confidence}.)"
        says.append(f"{said} {row.doubt}".strip())
    beyond = [one for one in found.lost if one.beyond]
    if beyond:
        whose = sorted({asker(one.by) for one in beyond})
        if_ = "If the BNSS governs, and counted" if found.code == "unsettled" else "Counted"
        says.append(
            f"{if_} for each party in each trial, {len(beyond)} of the days above "
            f"{'is' if len(beyond) == 1 else 'are'} beyond that number ({' and '.join(whose)})."
        )
    return Part(heading="What the law allows", says=tuple(says))
