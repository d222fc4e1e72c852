"""The handover memo, for when the judge, the prosecutor, the officer or the advocate of a case changes.

Each gets what the post needs. A memo for the judge holds what the record shows and no opinion of the
office: neither its warnings nor its charges to consider. One for our own advocate is an office copy. All
say what is proved, who comes next, what is unserved, what is open, and who held the post before.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from tracker.domain import record_words, words
from tracker.domain.say import day, label
from tracker.services import adjournments, caseparts, papers
from tracker.services.caseparts import AWAY, HEARD
from tracker.services.office import Office, Refused
from tracker.services.papers import OFFICE_COPY, Grid, Part, Read, Written
from tracker.services.views import CaseView

POSTS = {
    "judge": "judge",
    "prosecutor": "prosecutor",
    "officer": "investigating_officer",
    "advocate": "advocate",
}
"""Who takes over, to the part in `assignments`."""
BOUND = {
    "judge": frozenset({"court"}),
    "prosecutor": frozenset({"prosecution", "court", "police"}),
    "officer": frozenset({"police", "prosecution"}),
}
"""Whose limits are in the memo of each post; the advocate's has all."""


def paper(office: Office, ref: str, today: date, post: str) -> Written:
    """Return the memo for who takes over the post. Raises Refused: no such case, no such post."""
    if post not in POSTS:
        raise Refused(f"for: {post!r} is nobody who takes over; known: {', '.join(POSTS)}")
    read = papers.read(office, ref, today)
    limits = office.law().limit
    view = read.view
    parts = [
        caseparts.stage(view),
        proved(view),
        next_witness(view),
        unserved(view),
        caseparts.exhibits(view),
        caseparts.applications(view),
        _adjourned(adjournments.of(read, limits, today)),
        caseparts.clocks(view, BOUND.get(post), {id_: row.party for id_, row in limits.items()}),
    ]
    if post != "judge":
        parts.append(caseparts.flags(view))
    if post == "advocate":
        parts += [caseparts.next_steps(view), caseparts.charges(view), caseparts.people(view)]
    parts.append(caseparts.acting(view, POSTS[post]))
    return papers.write(
        read,
        f"handover memo for the {post}",
        f"Handover memo for the new {post}",
        today,
        tuple(parts),
        about=_about(read),
        mark=OFFICE_COPY if post == "advocate" else "",
    )


def _about(read: Read) -> tuple[str, ...]:
    return f"Our ref {read.view.ref}", *adjournments.matters(read.found.case)


def proved(view: CaseView) -> Part:
    """Return who was heard and what is exhibited: from the lists, else from the journal."""
    points = [
        f"{one['label']}, {caseparts.witness_kind(one)}: {label(one['status'], record_words.WitnessStatus)}."
        for one in caseparts.ordered(view)
        if one.get("status") in HEARD
    ]
    listed = {one.get("victim") for one in view.records.get("witnesses", ())}
    for event in _counting(view):
        if event["kind"] in ("testified", "turned_hostile") and event.get("victim") not in listed:
            who = event.get("victim") or "A victim"
            points.append(f"{who}: {label(event['kind'], words.EventKind)} {day(event['on'])}.")
    for one in view.records.get("exhibits", ()):
        if one.get("exhibited_as"):
            kind = label(one["kind"], record_words.ExhibitKind) if one.get("kind") else "exhibit"
            points.append(f"{one['label']}, {kind}: exhibited as {one['exhibited_as']}.")
    for one in view.records.get("documents", ()):
        if one.get("exhibit"):
            points.append(f"{label(one['kind'], record_words.DocumentKind)}: {one['exhibit']}.")
    return Part(heading="Heard and exhibited", points=tuple(points), says=() if points else ("Nothing yet.",))


def _counting(view: CaseView) -> list[dict[str, Any]]:
    return [event for event in view.events if not event.get("corrected_by")]


def next_witness(view: CaseView) -> Part:
    """Return who is still to be heard, in order."""
    rows = []
    for one in caseparts.ordered(view):
        if one.get("status") not in AWAY:
            status = label(one["status"], record_words.WitnessStatus) if one.get("status") else "–"
            for_on = day(one["for_on"]) if one.get("for_on") else ""
            last = caseparts.process(view, one["label"])
            rows.append((one["label"], caseparts.witness_kind(one), status, for_on, last))
    if not rows:
        return Part(heading="Next witnesses", says=("No witness is listed as still to come.",))
    columns = (("Witness", 9), ("Who", 18), ("Status", 16), ("Called for", 12), ("Last process", 40))
    return Part(heading="Next witnesses", grid=Grid(columns=columns, rows=tuple(rows), strong=0))


def unserved(view: CaseView) -> Part:
    """Return the last process to each where it was not served, with the station that has it."""
    last: dict[str, dict[str, Any]] = {}
    for one in view.records.get("processes", ()):
        last[one.get("witness") or one.get("accused") or "–"] = one
    points = []
    for to, one in last.items():
        if not one.get("served_on") and one.get("result") != "served":
            station = f"; with {one['station']}" if one.get("station") else ""
            points.append(f"{to}: {caseparts.said_of(one)}{station}.")
    return Part(heading="Not served", points=tuple(points), says=() if points else ("Nothing is out.",))


def _adjourned(found: adjournments.Ledger) -> Part:
    points = tuple(
        f"{adjournments.asker(one.by)}: {one.times} of {found.listed} listings, {one.days} days lost."
        for one in found.totals
    )
    return Part(heading="Days lost, by who asked", points=points, says=() if points else ("None.",))
