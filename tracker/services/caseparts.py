"""The parts of which the case brief and the handover memo are made, each from the case as a reader sees it.

People are labels and codes: a witness is a label with what it is, for the name of an informant or of a
neighbour may tell whose case this is. Only who acts by office (judge, prosecutor, officer, advocate) is
named. What was typed freely is not repeated.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from tracker.domain import record_words, words
from tracker.domain.say import day, days_of, label
from tracker.domain.waiting import waiting_label
from tracker.services.papers import Grid, Part
from tracker.services.views import CaseView, DueRow

MOST_HEARINGS = 15
"""The latest listings that are printed; the earlier ones are counted."""
NAMED = ("judge", "prosecutor", "investigating_officer", "police_unit", "advocate", "victims_counsel")
"""Parts of those who are named on a paper; nobody else is."""
HEARD = ("done", "hostile")
OPEN = ("to_summon", "summoned", "served", "present", "part_examined", "untraceable")
AWAY = {"done", "hostile", "dropped"}


def stage(view: CaseView) -> Part:
    """Return where the case stands: the strip in words, what is waited for, the next listing."""
    done = [f"{step.label}{_on(step.on)}" for step in view.strip if step.state == "done"]
    now = next((f"{step.label}{_on(step.on)}" for step in view.strip if step.state == "now"), view.stage)
    says = [f"Done: {', '.join(done)}."] if done else []
    since = f", {days_of(view.days_in_stage)} at this stage" if view.days_in_stage is not None else ""
    says.append(f"Now: {now}{since}.")
    if view.waiting_for:
        limit = next((s.limit for s in view.strip if s.state in ("now", "next") and s.limit), "")
        says.append(f"Waited for: {waiting_label(view.waiting_for)}{'; the law: ' + limit if limit else ''}.")
    says.append(f"Next listing: {day(view.next_hearing) if view.next_hearing else 'none'}.")
    return Part(heading="Where it stands", says=tuple(says))


def _on(on: date | None) -> str:
    return f" {day(on)}" if on else ""


def people(view: CaseView) -> Part:
    """Return accused and victims by label and code, with how each stands."""
    rows = [_accused(one) for one in view.accused] + [_victim(one) for one in view.victims]
    columns = (("Who", 8), ("", 10), ("About", 26), ("Stands", 40))
    return _table("People", columns, rows, "Nobody is on file.", strong=0)


def _accused(one: dict[str, Any]) -> tuple[str, ...]:
    role = label(one["role"], words.Role) if one.get("role") else ""
    about = [one.get("sex") or "", f"age {one['age']}" if one.get("age") is not None else "", role]
    custody, trial = one.get("custody"), one.get("trial")
    stands = [
        f"{label(custody, words.CustodyState)}{_since(one.get('custody_since'))}" if custody else "",
        f"{label(trial, words.TrialState)}{_since(one.get('trial_since'))}" if trial else "",
    ]
    return one["label"], "accused", _joined(about), _joined(stands, "; ")


def _since(on: date | None) -> str:
    return f" since {day(on)}" if on else ""


def _victim(one: dict[str, Any]) -> tuple[str, ...]:
    age = one.get("age") or {}
    low, high = age.get("years_low"), age.get("years_high")
    years = f"{age['years']} years" if age.get("years") is not None else ""
    span = f"{low if low is not None else '?'} to {high if high is not None else '?'} years"
    basis = label(age["basis"], words.AgeBasis) if age.get("basis") else ""
    said = [f"age: {label(age['status'], words.AgeStatus)}" if age else "age not on record"]
    said += [years or (span if low is not None or high is not None else ""), basis]
    return one["code"], "victim", one.get("sex") or "", _joined(said)


def charges(view: CaseView) -> Part:
    """Return the charges on file."""
    rows = [
        (
            one.get("provision") or f"other: {one.get('as_written', '')}",
            one.get("accused") or "all",
            one.get("victim") or "all",
            one.get("with") or "",
        )
        for one in view.charges
    ]
    columns = (("Provision", 30), ("Accused", 14), ("Victim", 14), ("With", 24))
    return _table("Charges", columns, rows, "No charge is on file.", strong=0)


def hearings(view: CaseView) -> Part:
    """Return the latest listings and those to come."""
    rows = [
        (
            day(one["on"]),
            one.get("proceeding") or "–",
            label(one["purpose"], words.Purpose) if one.get("purpose") else "–",
            label(one["outcome"], words.HearingOutcome) if one.get("outcome") else "–",
            label(one["asked_by"], words.AskedBy) if one.get("asked_by") else "",
            label(one["reason"], words.HearingReason) if one.get("reason") else "",
        )
        for one in view.hearings
    ]
    columns = (("On", 13), ("Matter", 11), ("For", 20), ("What happened", 16), ("Asked by", 13), ("Why", 20))
    part = _table("Hearings", columns, rows[-MOST_HEARINGS:], "No hearing is on record.", strong=0)
    left = len(rows) - MOST_HEARINGS
    return part if left <= 0 else Part(heading=part.heading, grid=part.grid, below=(f"{left} earlier.",))


def clocks(
    view: CaseView, party: frozenset[str] | None = None, parties: dict[str, str] | None = None
) -> Part:
    """Return the clocks that run, are missed or wait for a fact, each with its why.

    With `party`, only those that bind one of these; `parties` says whom each limit binds.
    """
    shown = [row for row in view.due if row.status in ("open", "missed", "blocked")]
    if party is not None and parties is not None:
        shown = [row for row in shown if parties.get(row.limit) in party]
    shown.sort(key=lambda row: (row.status != "open", row.due_on or date.max))
    met = sum(row.status in ("met", "met_late") for row in view.due)
    below = (f"{met} met, of them {sum(r.status == 'met_late' for r in view.due)} late.",) if met else ()
    if not shown:
        return Part(heading="Clocks", says=("None runs or is missed.",), below=below)
    points = together([(row.who, (row.limit, row.status, str(row.due_on)), clock(row)) for row in shown])
    return Part(heading="Clocks", points=points, below=below)


def clock(row: DueRow) -> str:
    """Return one clock in words: whose, how it stands, its last day, its why."""
    last = row.due_on_with_copy or row.due_on
    when = f"{row.status} {day(last)}" if last else row.status
    left = ""
    if row.days_left is not None:
        left = (
            f", {days_of(row.days_left)} left" if row.days_left >= 0 else f", {days_of(-row.days_left)} past"
        )
    return f"{row.who}, {when.upper()}{left}: {row.why}"


def flags(view: CaseView) -> Part:
    """Return the warnings that hold, worst first, with the why of each; those of clocks stand with these."""
    of_clocks = {"limit_missed", "limit_near", "default_bail", "appeal_window"}
    points = together(
        [
            (
                row.who,
                (row.kind, row.severity),
                f"{row.severity.upper()} {_flag(row.kind)}, {row.who}: {row.why} ({row.cite})",
            )
            for row in view.flags
            if row.kind not in of_clocks
        ]
    )
    return Part(heading="Warnings", points=points, says=() if points else ("None holds.",))


def _flag(kind: str) -> str:
    return label(kind, words.FlagKind)


def together(said: Sequence[tuple[str, tuple[str, ...], str]]) -> tuple[str, ...]:
    """Return texts, each once: those that differ in whose they are alone become one that names all.

    Each comes as whose it is, what else must be alike, and the text.
    """
    groups: dict[tuple[tuple[str, ...], str], list[str]] = {}
    for who, key, text in said:
        groups.setdefault((key, _whose(who).sub("\0", text)), []).append(who)
    return tuple(text.replace("\0", _listed(whos)) for (_, text), whos in groups.items())


def _whose(who: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(who)}\b" if who != "case" else r"(?<=, )case(?=:)|^case(?=,)")


def _listed(whos: list[str]) -> str:
    found = list(dict.fromkeys(whos))
    return found[0] if len(found) == 1 else f"{', '.join(found[:-1])} and {found[-1]}"


def witnesses(view: CaseView) -> Part:
    """Return the prosecution's witnesses in order, each with the last process to it."""
    rows = [
        (
            one["label"],
            witness_kind(one),
            label(one["status"], record_words.WitnessStatus) if one.get("status") else "–",
            day(one["for_on"]) if one.get("for_on") else "",
            process(view, one["label"]),
        )
        for one in ordered(view)
    ]
    columns = (("Witness", 9), ("Who", 18), ("Status", 16), ("Called for", 12), ("Last process", 40))
    return _table("Witnesses and their summonses", columns, rows, "No witness list is kept.", strong=0)


def ordered(view: CaseView) -> list[dict[str, Any]]:
    """Return the witnesses in the order in which they are to be heard."""
    found = view.records.get("witnesses", ())
    return sorted(found, key=lambda one: (one.get("place_in_order") or 999, one["n"]))


def witness_kind(one: dict[str, Any]) -> str:
    """Return what a witness is; a victim by code."""
    if one.get("victim"):
        return f"victim {one['victim']}"
    return label(one["kind"], record_words.WitnessKind) if one.get("kind") else "–"


def process(view: CaseView, witness: str) -> str:
    """Return the last summons or warrant to a witness in words; empty if there is none."""
    mine = [one for one in view.records.get("processes", ()) if one.get("witness") == witness]
    return said_of(mine[-1]) if mine else ""


def said_of(one: dict[str, Any]) -> str:
    """Return a summons or warrant in words: for which day, how far it came, what came of it."""
    kind = label(one["kind"], record_words.ProcessKind)
    for_ = f" for {day(one['for_on'])}" if one.get("for_on") else ""
    steps = (
        ("served", "served_on"),
        ("returned", "returned_on"),
        ("sent", "sent_on"),
        ("issued", "issued_on"),
    )
    far = next((f", {what} {day(one[key])}" for what, key in steps if one.get(key)), "")
    result = f" ({label(one['result'], record_words.ProcessResult)})" if one.get("result") else ""
    return f"{kind}{for_}{far}{result}"


def exhibits(view: CaseView) -> Part:
    """Return reports and things that are awaited."""
    rows = [
        (
            one["label"],
            label(one["kind"], record_words.ExhibitKind) if one.get("kind") else "–",
            day(one["sent_on"]) if one.get("sent_on") else "–",
            day(one["due_on"]) if one.get("due_on") else "–",
        )
        for one in view.records.get("exhibits", ())
        if one.get("sent_on") and not one.get("received_on")
    ]
    columns = (("Exhibit", 12), ("What", 30), ("Sent", 16), ("Due", 16))
    return _table("Reports and exhibits awaited", columns, rows, "None is awaited.", strong=0)


def applications(view: CaseView) -> Part:
    """Return applications that are on file and not decided, and listings of other matters to come."""
    points = []
    for one in view.records.get("notices", ()):
        if not one.get("decided_on"):
            what = label(one["application"], record_words.Application)
            whose = f" of {one['accused']}" if one.get("accused") else ""
            told = f"notice given {day(one['given_on'])}" if one.get("given_on") else "no notice on record"
            filed = f", filed {day(one['filed_on'])}" if one.get("filed_on") else ""
            points.append(f"{what}{whose}{filed}; {told} to the victim's side.")
    kinds = {one["key"]: one.get("kind") for one in view.proceedings}
    for one in view.hearings:
        kind = kinds.get(one.get("proceeding") or "")
        if not one.get("outcome") and kind not in (None, "trial"):
            points.append(f"{label(kind, words.ProceedingKind)}: listed on {day(one['on'])}.")
    return Part(heading="Applications open", points=tuple(points), says=() if points else ("None.",))


def acting(view: CaseView, first: str | None = None) -> Part:
    """Return who acts and who acted before, by part and day; those of the part `first` before all others."""
    found = [one for one in view.records.get("assignments", ()) if one["role"] in NAMED]
    order = (first, *NAMED) if first else NAMED
    found.sort(key=lambda one: (order.index(one["role"]), one.get("from_on") or date.min))
    rows = [
        (
            label(one["role"], record_words.Part),
            one.get("name") or "–",
            one.get("unit") or "",
            day(one["from_on"]) if one.get("from_on") else "–",
            day(one["until_on"]) if one.get("until_on") else "now",
        )
        for one in found
    ]
    columns = (("As", 22), ("Name", 26), ("Unit", 22), ("From", 12), ("Until", 12))
    return _table("Who was who", columns, rows, "Nobody is on record.", strong=1)


def next_steps(view: CaseView, most: int = 10) -> Part:
    """Return what comes next: what is waited for, the listing, and what would clear the worst warnings."""
    points = []
    if view.waiting_for:
        points.append(f"{waiting_label(view.waiting_for)}: that is what the case waits for.")
    if view.next_hearing:
        points.append(f"Listed on {day(view.next_hearing)}.")
    points += together([(row.who, (row.kind,), row.clear_by) for row in view.flags])[:most]
    return Part(
        heading="Next steps", points=tuple(points), says=() if points else ("Nothing is waited for.",)
    )


def _table(
    heading: str,
    columns: tuple[tuple[str, float], ...],
    rows: Sequence[tuple[str, ...]],
    empty: str,
    *,
    strong: int = -1,
) -> Part:
    if not rows:
        return Part(heading=heading, says=(empty,))
    return Part(heading=heading, grid=Grid(columns=columns, rows=tuple(rows), strong=strong))


def _joined(parts: list[str], between: str = ", ") -> str:
    return between.join(part for part in parts if part)
