"""The notice ledger: was the victim's side told of each application for bail, quashing or appeal, and heard?

A line is an application that the office keeps (`notices`), or one that the journal shows and the list
doesn't: then nobody has written down any notice, and it is listed as missing. That no notice is on record
is not that none was given; the ledger says "on record".

`authority` is what our own law rows give for the duty, and how sure that is; where they give none it says
so. It is for an advocate to look up, never to be pleaded as it stands here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import statutes
from tracker.domain import record_words
from tracker.domain.case import Case
from tracker.domain.matter import effective
from tracker.domain.say import day, label
from tracker.services import papers
from tracker.services.office import Office
from tracker.services.papers import Grid, Part, Read, Written

JOURNAL = {"bail_applied": "bail", "appeal_filed": "appeal", "revision_filed": "revision"}
"""Event to the application that it shows; an appeal or revision of the victim's own side is none."""
NEAR = timedelta(days=7)
"""A line of the list answers an event of the journal whose day is so near."""
NO_AUTHORITY = "our law rows give none: ask counsel"


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """One application. `status` is `heard`, `told, not heard`, `told` or `missing`."""

    application: str
    accused: str | None
    filed_on: date | None
    decided_on: date | None
    victim: str | None
    given_on: date | None
    given_to: str | None
    heard: str
    status: str
    listed: bool
    authority: str
    confidence: str


def duties(office: Office, ref: str, today: date) -> tuple[Duty, ...]:
    """Return the applications of a case, those of which no notice is on record first. Raises Refused."""
    return of(papers.read(office, ref, today))


def of(read: Read) -> tuple[Duty, ...]:
    """Return the applications of a case that was read."""
    code = read.view.procedure.get("application") or "unsettled"
    rows = [*_listed(read, code), *_unlisted(read, code)]
    return tuple(sorted(rows, key=lambda one: (one.status != "missing", one.filed_on or date.max)))


def _listed(read: Read, code: str) -> Iterator[Duty]:
    for one in read.view.records.get("notices", ()):
        heard = str(one.get("heard") or "unknown")
        authority, confidence = authority_for(one["application"], read.found.case, code)
        yield Duty(
            application=one["application"],
            accused=one.get("accused"),
            filed_on=one.get("filed_on"),
            decided_on=one.get("decided_on"),
            victim=one.get("victim"),
            given_on=one.get("given_on"),
            given_to=one.get("given_to"),
            heard=heard,
            status=_status(one.get("given_on"), heard),
            listed=True,
            authority=authority,
            confidence=confidence,
        )


def _status(given_on: date | None, heard: str) -> str:
    if heard == "yes":
        return "heard"
    if given_on is None:
        return "missing"
    return "told, not heard" if heard == "no" else "told"


def _unlisted(read: Read, code: str) -> Iterator[Duty]:
    """Yield applications that the journal shows and no line of the list answers."""
    case = read.found.case
    lines = [one for one in read.view.records.get("notices", ()) if one.get("filed_on")]
    for event in effective(case):
        application = JOURNAL.get(event.kind)
        if application is None or event.by == "victim":
            continue
        if any(_same(one, application, event.accused, event.on) for one in lines):
            continue
        authority, confidence = authority_for(application, case, code)
        yield Duty(
            application=application,
            accused=event.accused,
            filed_on=event.on,
            decided_on=None,
            victim=None,
            given_on=None,
            given_to=None,
            heard="unknown",
            status="missing",
            listed=False,
            authority=authority,
            confidence=confidence,
        )


def _same(one: dict[str, object], application: str, accused: str | None, on: date) -> bool:
    filed = one["filed_on"]
    assert isinstance(filed, date)
    whose = one.get("accused") in (None, accused) or accused is None
    return one["application"] == application and whose and abs(filed - on) <= NEAR


def authority_for(application: str, case: Case, code: str) -> tuple[str, str]:
    """Return what our law rows give for the duty to tell the victim's side, and how sure it is."""
    if application == "bail":
        return _of_bail(case, code)
    if application == "withdrawal":
        row = next(
            (one for one in statutes.counterparts() if (one.new_act, one.new_section) == ("BNSS", "360")),
            None,
        )
        if row is not None and code != "CrPC":
            return f"BNSS 360: {row.change}", row.confidence
    return NO_AUTHORITY, ""


def _of_bail(case: Case, code: str) -> tuple[str, str]:
    """Return the rows on notice of bail where a charge is one of theirs; what they note, where it isn't."""
    pair = [row for row in statutes.limits().values() if row.pair == "BAIL-NOTICE-15D"]
    rows = [row for row in pair if code in (row.code, "unsettled")]
    charged = [charge.provision or "" for charge in case.charges]
    for row in rows:
        if any(_among(provision, row.applies.provisions) for provision in charged):
            return f"{row.cite}: {row.note.partition('.')[0]}", row.confidence
    children = any(provision.startswith("POCSO-") for provision in charged)
    if rows and children:
        return (
            f"{rows[0].note.partition('. ')[2].rstrip('.')}, as our row of {rows[0].cite} notes",
            "unverified",
        )
    return NO_AUTHORITY, ""


def _among(provision: str, wanted: tuple[str, ...]) -> bool:
    return any(provision == one or (one.endswith("-") and provision.startswith(one)) for one in wanted)


def paper(office: Office, ref: str, today: date) -> Written:
    """Return the ledger as a paper, without any victim but by code."""
    read = papers.read(office, ref, today)
    found = of(read)
    missing = [one for one in found if one.status == "missing"]
    columns = (("Application", 14), ("Whose", 8), ("Filed", 12), ("Decided", 12), ("Victim", 8))
    more = (("Told on", 12), ("Told", 14), ("Heard", 10), ("Stands", 12))
    rows = tuple(_row(one) for one in found)
    listed = Part(
        heading="Each application",
        grid=Grid(columns=(*columns, *more), rows=rows) if rows else None,
        says=() if rows else ("No application is on record.",),
    )
    points = tuple(_missing(one) for one in missing)
    lacks = Part(
        heading="No notice on record",
        points=points,
        says=() if points else ("None is missing.",),
        below=("That no notice is on record is not that none was given.",) if points else (),
    )
    title = f"Notice to the victim's side in {ref}"
    return papers.write(read, "notice ledger", title, today, (listed, lacks))


def _row(one: Duty) -> tuple[str, ...]:
    days = [day(on) if on else "–" for on in (one.filed_on, one.decided_on, one.given_on)]
    return (
        label(one.application, record_words.Application),
        one.accused or "–",
        days[0],
        days[1],
        one.victim or "–",
        days[2],
        label(one.given_to, record_words.GivenTo) if one.given_to else "–",
        label(one.heard, record_words.Heard),
        one.status.upper() if one.status == "missing" else one.status,
    )


def _missing(one: Duty) -> str:
    whose = f" of {one.accused}" if one.accused else ""
    filed = f", filed {day(one.filed_on)}" if one.filed_on else ""
    sure = f" ({one.confidence})" if one.confidence else ""
    where = "" if one.listed else " Only the journal shows it; no line of the notice list."
    what = label(one.application, record_words.Application).capitalize()
    return f"{what}{whose}{filed}. Authority: {one.authority}{sure}.{where}"
