"""What the tests of flags start from: a small law of its own, standings and clocks stated by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from statutes.rows import Extent, Limit, Pattern, Provision, Threshold, Victim
from tracker.domain.case import Case
from tracker.domain.flags import raise_flags
from tracker.domain.matter import Matter
from tracker.domain.shapes import AccusedState, Clock, Flag, Law, Standing


def day(text: str) -> date:
    """Return a day written dd-mm-yyyy."""
    return date(int(text[6:]), int(text[3:5]), int(text[:2]))


def limit(id_: str, **keys: Any) -> Limit:
    """Return a limit of thirty days after arguments, changed by `keys`."""
    made: dict[str, Any] = {
        "id": id_,
        "pair": id_,
        "says": f"What {id_} asks",
        "cite": f"s. {id_}",
        "act": "BNSS",
        "code": "BNSS",
        "step": "trial",
        "on": "case",
        "who_must_act": "Court",
        "party": "court",
        "starts": ("arguments_closed",),
        "stops": ("judgment_delivered",),
        "unit": "days",
        "number": 30,
        "nature": "mandatory",
        "from_": date(2024, 7, 1),
        "source": "a test",
        "confidence": "verified",
        **keys,
    }
    return Limit(**made)


def provision(id_: str, **keys: Any) -> Provision:
    """Return a provision of the Act that its id begins with, triable by a Court of Session."""
    act, _, section = id_.partition("-")
    made: dict[str, Any] = {
        "id": id_,
        "act": act,
        "section": section,
        "title": id_,
        "kind_of_imprisonment": "rigorous",
        "fine": "yes",
        "cognizable": "yes",
        "bailable": "no",
        "triable_by": ("sessions",),
        "triable_words": "",
        "source": "a test",
        "confidence": "verified",
        "classification_confidence": "verified",
        **keys,
    }
    return Provision(**made)


PROVISIONS = {
    row.id: row
    for row in (
        provision("IPC-370-3", covered_from=date(2013, 2, 3), until=date(2024, 6, 30)),
        provision(
            "IPC-370-5",
            covered_from=date(2013, 2, 3),
            until=date(2024, 6, 30),
            victim=Victim(under=18, number="more than one child"),
        ),
        provision("BNS-143-3", from_=date(2024, 7, 1)),
        provision("BNS-98", from_=date(2024, 7, 1), victim=Victim(under=18)),
        provision(
            "POCSO-6-1",
            from_=date(2019, 8, 16),
            triable_by=("special_pocso",),
            victim=Victim(under=18),
        ),
        provision("ITPA-5-1-a", triable_by=("magistrate",)),
    )
}

LIMITS = (
    limit("DB-90-CRPC", cite="CrPC 167(2) proviso (a)(i)", count_first_day=True, number=90),
    limit("JUDG", cite="BNSS 258(1)", nature="directory", outer_number=45),
    limit("COPIES", stops=("documents_supplied",), number=14, consequence="The trial is delayed"),
    limit("SOFT", nature="soft"),
    limit("WAIT", minimum=True),
    limit("SPAN", span=True),
    limit("TOLD", unit="none", number=None, flag_after_days=45, nature="soft"),
    limit("APP-HC-60", nature="limitation", copy_time_out=True, number=60, stops=("appeal_filed",)),
)

THRESHOLDS = {
    row.id: row
    for row in (
        Threshold(
            id="charge-sheet",
            stage="charge_sheet",
            days=14,
            says="Cognizance follows the charge sheet soon",
            source="office",
        ),
        Threshold(
            id="judgment",
            stage="arguments",
            waiting_for="judgment_delivered",
            days=30,
            breach_days=45,
            says="",
            source="office",
        ),
    )
}

PATTERNS = (
    Pattern(
        id="several",
        code="IPC",
        verdict="charge",
        provisions=("IPC-370-3",),
        facts=("sold",),
        number="more_than_one",
        why="more than one person was trafficked",
        cite="IPC 370(3)",
        source="a test",
        confidence="derived",
    ),
)

EXTENTS = (
    Extent(
        act="ITPA",
        title="Immoral Traffic (Prevention) Act",
        last=25,
        offences_from=3,
        offences_until=21,
        spellings=("immoral traffic act", "itpa"),
        mistaken_for="IT",
        source="a test",
        confidence="verified",
    ),
    Extent(
        act="IT",
        title="Information Technology Act",
        last=94,
        offences_from=65,
        offences_until=85,
        spellings=("information technology", "it act"),
        mistaken_for="ITPA",
        source="a test",
        confidence="verified",
    ),
)

LAW = Law(
    provision=PROVISIONS.get,
    limits=LIMITS,
    thresholds=THRESHOLDS,
    closed=lambda when: False,
    patterns=PATTERNS,
    extents=EXTENTS,
)


def standing(stage: str, **keys: Any) -> Standing:
    """Return a standing at a stage, A1 on trial, changed by `keys`."""
    made: dict[str, Any] = {
        "stage": stage,
        "stage_since": None,
        "waiting_for": None,
        "progress_on": None,
        "stayed": False,
        "accused": (state("A1"),),
        "outcome": None,
        "outcome_on": None,
        "procedure": {"trial": "BNSS"},
        **keys,
    }
    return Standing(**made)


def state(label: str, *, ended: bool = False) -> AccusedState:
    """Return where one accused stands."""
    return AccusedState(
        label=label, custody="none", custody_since=None, trial="on_trial", trial_since=None, ended=ended
    )


def clock(limit_id: str, start: str, due: str, **keys: Any) -> Clock:
    """Return a running clock on the case, from one day to another."""
    made: dict[str, Any] = {
        "limit": limit_id,
        "who": "case",
        "code": "BNSS",
        "nature": next((row.nature for row in LIMITS if row.id == limit_id), "mandatory"),
        "runs_from": "arguments_closed",
        "starts_on": day(start),
        "due_on": day(due),
        **keys,
    }
    return Clock(**made)


def raised(
    case: Case, stands: Standing, *clocks: Clock, courts: dict[str, str] | None = None
) -> tuple[Flag, ...]:
    """Return the flags of a case as it stands, with these clocks, under the small law."""
    return raise_flags(Matter(case, courts or {}), stands, clocks, LAW)


def on(flags: tuple[Flag, ...], kind: str, when: str) -> list[str]:
    """Return the severities of the flags of a kind that hold on a day."""
    asked = day(when)
    return [
        flag.severity
        for flag in flags
        if flag.kind == kind
        and flag.holds_from <= asked
        and (flag.holds_until is None or flag.holds_until >= asked)
    ]


__all__ = ["LAW", "clock", "day", "limit", "on", "provision", "raised", "replace", "standing", "state"]
