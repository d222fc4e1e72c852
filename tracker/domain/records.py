"""The records of a case: lists that the office keeps beside people, charges, journal and hearings.

Each has its own few fields, one line is changed where it stands, and nothing in them is counted by
`reckon`. They are made and read as the pieces of `domain.case` are. What each field takes is in
`record_rules`.

A line is never taken away, so that its number stays: one that was wrong is `struck` out, which says why,
and is in no list any more.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from tracker.domain import record_words as words

STRICT = {
    "extra": "forbid",
    "strict": True,
    "alias_generator": lambda name: name.rstrip("_"),
    "populate_by_name": True,
}
"""How a file is read: an unknown key is refused; `for_` is written `for`."""


@dataclass(slots=True)
class Assignment:
    """Somebody acting in the case from one day to another; a change ends one line and begins another."""

    __pydantic_config__ = STRICT

    role: words.Part
    name: str | None = field(default=None, repr=False)
    unit: str | None = None
    proceeding: str | None = None
    victim: str | None = None
    from_on: date | None = None
    until_on: date | None = None
    note: str | None = None
    struck: str | None = None


@dataclass(slots=True)
class Document:
    """A paper: where its file lies and the hash it had when it was registered. The file stays outside."""

    __pydantic_config__ = STRICT

    kind: words.DocumentKind
    title: str | None = None
    on: date | None = None
    path: str | None = field(default=None, repr=False)
    sha256: str | None = None
    exhibit: str | None = None
    source: str | None = None
    note: str | None = None
    struck: str | None = None


@dataclass(slots=True)
class Placement:
    """Where a victim is: `place` is the office's code of a home, never its name or address."""

    __pydantic_config__ = STRICT

    victim: str
    kind: words.PlacementKind
    place: str | None = None
    from_on: date | None = None
    until_on: date | None = None
    ordered_by: words.OrderedBy | None = None
    by_video: bool | None = None
    note: str | None = None
    struck: str | None = None


@dataclass(slots=True)
class Witness:
    """A witness of the prosecution, by label (PW1 …); a victim by code and never by name."""

    __pydantic_config__ = STRICT

    label: str
    kind: words.WitnessKind | None = None
    victim: str | None = None
    name: str | None = field(default=None, repr=False)
    place_in_order: int | None = None
    status: words.WitnessStatus | None = None
    for_on: date | None = None
    proceeding: str | None = None
    note: str | None = None
    struck: str | None = None


@dataclass(slots=True)
class Process:
    """A summons or warrant to a witness or an accused, and what came of it."""

    __pydantic_config__ = STRICT

    kind: words.ProcessKind
    witness: str | None = None
    accused: str | None = None
    for_on: date | None = None
    issued_on: date | None = None
    sent_on: date | None = None
    served_on: date | None = None
    returned_on: date | None = None
    result: words.ProcessResult | None = None
    station: str | None = None
    note: str | None = None
    struck: str | None = None


@dataclass(slots=True)
class Exhibit:
    """A thing seized or a report awaited: where it was sent, when it is due, when it came."""

    __pydantic_config__ = STRICT

    label: str
    kind: words.ExhibitKind | None = None
    sent_to: str | None = None
    sent_on: date | None = None
    due_on: date | None = None
    received_on: date | None = None
    exhibited_as: str | None = None
    note: str | None = None
    struck: str | None = None


@dataclass(slots=True)
class Notice:
    """An application, and whether the victim's side was told of it and heard."""

    __pydantic_config__ = STRICT

    application: words.Application
    accused: str | None = None
    proceeding: str | None = None
    filed_on: date | None = None
    decided_on: date | None = None
    victim: str | None = None
    given_on: date | None = None
    given_to: words.GivenTo | None = None
    heard: words.Heard | None = None
    note: str | None = None
    struck: str | None = None


@dataclass(slots=True)
class Note:
    """A note for oneself or a colleague; `for_` may ask for an answer by a day."""

    __pydantic_config__ = STRICT

    text: str
    on: date | None = None
    by: str | None = None
    for_: str | None = None
    answer_by: date | None = None
    answered_on: date | None = None
    struck: str | None = None


@dataclass(slots=True)
class Handover:
    """A handover memo that somebody signed off; `mark` is the one at the foot of the paper signed."""

    __pydantic_config__ = STRICT

    post: words.Post
    signed_by: str = field(repr=False)
    signed_on: date
    mark: str | None = None
    note: str | None = None
    struck: str | None = None


KINDS: dict[str, type] = {
    "assignments": Assignment,
    "documents": Document,
    "placements": Placement,
    "witnesses": Witness,
    "processes": Process,
    "exhibits": Exhibit,
    "notices": Notice,
    "notes": Note,
    "handovers": Handover,
}
"""Key of a case file to the class of its lines, in the order of the file."""

TABLES: dict[str, str] = {list_: kind.__name__.lower() for list_, kind in KINDS.items()}
"""Key of a case file to the table of its lines."""
