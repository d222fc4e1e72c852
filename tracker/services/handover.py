"""The handover memo, for when the judge, the prosecutor, the officer or the advocate of a case changes.

Each gets what the post needs. A memo for the judge holds what the record shows and no opinion of the
office: neither its warnings nor its charges to consider. One for our own advocate is an office copy. All
say what is proved, who comes next, what is unserved, what is open, and who held the post before.

A memo is signed off on paper; who signed it and when is kept with the case (`sign`), with the mark at the
foot of the paper that was signed, and every later memo for that post says so. For which change it was
follows from who acts in the case: the first one on or after that day, else the last one before it.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from tracker.domain import record_words, words
from tracker.domain.say import day, label
from tracker.services import adjournments, caseparts, papers, records
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
    parts += [caseparts.acting(view, POSTS[post]), signed(view, post)]
    return papers.write(
        read,
        f"handover memo for the {post}",
        f"Handover memo for the new {post}",
        today,
        tuple(parts),
        about=_about(read),
        mark=OFFICE_COPY if post == "advocate" else "",
    )


def sign(
    office: Office, ref: str, post: str, by: str, on: date, today: date, mark: str | None = None
) -> dict[str, Any]:
    """Keep that a memo was signed off; return the line. One signed today has today's mark unless told.

    Raises Refused, with nothing written.
    """
    if mark is None and on == today:
        mark = paper(office, ref, today, post).content_mark()
    said = {"post": post, "signed_by": by, "signed_on": on, "mark": mark}
    return records.add(office, ref, "handovers", said, today)


def signed(view: CaseView, post: str) -> Part:
    """Return who signed the memo for this post off, and for which change."""
    lines = [one for one in view.records.get("handovers", ()) if one["post"] == post]
    acts = [one for one in view.records.get("assignments", ()) if one["role"] == POSTS[post]]
    changes = sorted({one["from_on"] for one in acts if one.get("from_on")})
    return Part(heading="Signed off", says=(_signed(lines, changes),))


def _signed(lines: list[dict[str, Any]], changes: list[date]) -> str:
    if not lines:
        return "Not signed off yet."
    last = max(lines, key=lambda one: (one["signed_on"], one["n"]))
    mark = f" (the paper with the mark {last['mark']})" if last.get("mark") else ""
    by = f" by {last['signed_by']}" if last["signed_by"] else ""  # not every role sees a name
    said = f"signed off{by} on {day(last['signed_on'])}{mark}"
    later = [one for one in changes if one >= last["signed_on"]]
    if len(later) > 1:
        return f"Not signed off yet for the change of {day(later[-1])}. An earlier memo was {said}."
    if changes:
        which = f"for the change of {day(later[0])}" if later else f"after the change of {day(changes[-1])}"
        said = f"{said}, {which}"
    return f"{said[0].upper()}{said[1:]}."


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
        f"{adjournments.asker(one.by)}: {one.times} of {found.listed} listings, {one.days:,} days lost."
        for one in found.totals
    )
    return Part(heading="Days lost, by who asked", points=points, says=() if points else ("None.",))
