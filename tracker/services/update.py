"""The survivor's update: what happened and what comes next, in plain words, for a person to give.

It says nothing of anybody else but that "a person" is accused, no place, no section, no number of the case,
and not her code: whoever else sees it learns only that somebody has a case. It is never sent by the
program. That it was given is recorded only when told (`told`), as the office's own telling: the police's
duty to tell her (BNSS s. 193(3)) is another event, `told_of_progress`, and no update of ours meets it.

Happenings count from the last time she was told, by the police or by us; without one, from the start.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from tracker.domain import say
from tracker.domain.case import Case, Event, Hearing
from tracker.domain.matter import effective
from tracker.domain.say import day
from tracker.domain.words import EventKind
from tracker.services import casework, papers
from tracker.services.office import Office, Refused
from tracker.services.papers import Part, Read, Written
from tracker.services.plainwords import WORDS
from tracker.services.views import Recorded

MOST = 8
"""The latest happenings that are told; more would not be read."""
TOLD = ("told_of_progress", "update_given")
_HEARD = {
    "held": "heard",
    "part_heard": "heard",
    "judgment": "heard",
    "disposed": "heard",
    "adjourned": "put_off",
    "passed_over": "put_off",
    "not_reached": "no_sitting",
    "judge_absent": "no_sitting",
    "strike": "no_sitting",
    "order_reserved": "will_decide",
}
_ABOUT_ACCUSED = {
    "arrested": "arrested",
    "bail_granted": "bail_granted",
    "default_bail_granted": "bail_granted",
    "bail_cancelled": "bail_cancelled",
    "absconded": "absconded",
    "discharged": "discharged",
    "convicted": "convicted",
    "acquitted": "acquitted",
    "appeal_filed": "appeal_filed",
    "appeal_decided": "appeal_decided",
}
_HERS = (
    "statement_recorded",
    "testified",
    "support_person_assigned",
    "compensation_applied",
    "compensation_ordered",
    "compensation_paid",
)
CALLED = ("summoned", "served", "present", "part_examined")
_EVIDENCE = ("evidence", "child_evidence")


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """One victim's update in a language; `text` is all that is given, `since` the day she was last told."""

    ref: str
    victim: str
    language: str
    since: date | None
    text: str


def update(office: Office, ref: str, victim: str, today: date, language: str = "en") -> Update:
    """Return the update of one victim. Raises Refused: no such case, no such victim, no such language."""
    since, found = _written(office, ref, victim, today, language)
    lines = [found.title]
    for part in found.parts:
        lines += ["", *([part.heading] if part.heading else []), *part.points, *part.says]
    return Update(ref=ref, victim=victim, language=language, since=since, text="\n".join(lines) + "\n")


def paper(office: Office, ref: str, victim: str, today: date, language: str = "en") -> Written:
    """Return the same as a paper without ref or code, to be handed over. Raises Refused like `update`."""
    return _written(office, ref, victim, today, language)[1]


def told(office: Office, ref: str, victim: str, today: date) -> Recorded:
    """Record that the office told her where the case stands. Raises Refused."""
    event = Event(on=today, kind=EventKind.UPDATE_GIVEN, victim=victim)
    return casework.record(office, ref, event, today)


def _written(
    office: Office, ref: str, victim: str, today: date, language: str
) -> tuple[date | None, Written]:
    if language not in WORDS:
        raise Refused(f"lang: {language!r} is not a language of the update; known: {', '.join(WORDS)}")
    read = papers.read(office, ref, today)
    case = read.found.case
    codes = [one.code for one in case.victims]
    if victim not in codes:
        raise Refused(f"victim: no such code on file; on file: {', '.join(codes) or 'none'}")
    words = _spoken_to(WORDS[language], next(one.sex for one in case.victims if one.code == victim))
    events = effective(case)
    since = max((e.on for e in events if e.kind in TOLD and _hers(e, victim, case)), default=None)
    heading = words["happened"] if since is None else words["happened_since"].format(on=day(since))
    points = _happened(case, events, victim, since, words)
    parts = (
        Part(heading=words["now"], says=(words[f"stage_{read.view.stage}"],)),
        Part(heading=heading, points=points or (words["nothing"],)),
        Part(heading=words["next"], says=_next(read, victim, today, words)),
        *((Part(heading=words["about_you"], says=(words["owed"],)),) if _owed(case, events, victim) else ()),
        Part(heading="", says=(words["ask"],)),
    )
    made = papers.write(
        read, "survivor's update", words["title"], today, parts, language=language, plain=True
    )
    return since, made


def _spoken_to(words: Mapping[str, str], sex: str | None) -> Mapping[str, str]:
    """Return the sentences with the ending by which Hindi speaks to a woman, or to anybody."""
    return {key: said.replace("{e}", "ी" if sex == "F" else "े") for key, said in words.items()}


def _hers(event: Event, victim: str, case: Case) -> bool:
    if event.victim is None and not event.victims:
        return len(case.victims) == 1
    return event.victim == victim or victim in event.victims


def _happened(
    case: Case, events: list[Event], victim: str, since: date | None, words: Mapping[str, str]
) -> tuple[str, ...]:
    """Return the latest happenings, a sentence each, in order, each said once a day."""
    found: list[tuple[date, str]] = []
    for event in events:
        if event.kind in _ABOUT_ACCUSED:
            found.append((event.on, words[_ABOUT_ACCUSED[event.kind]].format(on=day(event.on))))
        elif event.kind in _HERS and _hers(event, victim, case):
            rupees = f" (Rs {say.rupees(event.rupees)})" if event.rupees else ""
            found.append((event.on, words[event.kind].format(on=day(event.on), rupees=rupees)))
    told = {on for on, _ in found}  # such a day needs no "the court heard the case"
    heard = [h for h in case.hearings if h.outcome in _HEARD and _of_trial(case, h) and h.on not in told]
    found += [(h.on, words[_HEARD[str(h.outcome)]].format(on=day(h.on))) for h in heard]
    new = [one for one in found if since is None or one[0] > since]
    return tuple(said for _, said in sorted(dict.fromkeys(new), key=lambda one: one[0])[-MOST:])


def _of_trial(case: Case, hearing: Hearing) -> bool:
    kinds = {row.key: row.kind for row in case.proceedings}
    return kinds.get(hearing.proceeding or "") in (None, "trial", "appeal")


def _next(read: Read, victim: str, today: date, words: Mapping[str, str]) -> tuple[str, ...]:
    if read.view.stage == "closed":
        return (words["over"],)
    case = read.found.case
    ahead = [h for h in case.hearings if h.on > today or (h.on == today and not h.outcome)]
    if not ahead:
        return (words["no_next"],)
    nearest = min(ahead, key=lambda one: one.on)
    spoke = any(e.kind == "testified" and _hers(e, victim, case) for e in effective(case))
    said = "need_not"
    called = (one for one in case.witnesses if one.victim == victim and not one.struck)
    if any(one.for_on == nearest.on and one.status in CALLED for one in called):
        said = "called"
    elif nearest.purpose in _EVIDENCE and not spoke:
        said = "maybe_speak"
    elif nearest.purpose == "bail":
        said = "on_bail"
    return words["next_day"].format(on=day(nearest.on)), words[said]


def _owed(case: Case, events: list[Event], victim: str) -> bool:
    mine = [e for e in events if _hers(e, victim, case)]
    sums = [sum(e.rupees or 0 for e in mine if e.kind == f"compensation_{s}") for s in ("ordered", "paid")]
    kinds = {event.kind for event in mine}
    return sums[0] > sums[1] or ("compensation_ordered" in kinds and "compensation_paid" not in kinds)
