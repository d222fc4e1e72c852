"""An office in which victims' names stand wherever somebody may have typed them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

NAME, HINDI, RELATIVE = "Gulabkali Tarabai Kalpit", "गुलाबकली काल्पनिक", "Dhondiram Kalpit"
NAMES = ("gulabkali", "tarabai", "dhondiram", "गुलाबकली")

PLANTS: dict[str, tuple[str, ...]] = {
    "a case's title": ("cases", "0", "title"),
    "the note of a past hearing": ("cases", "0", "hearings", "0", "note"),
    "the note of a listed hearing": ("cases", "0", "hearings", "1", "note"),
    "the note of an event": ("cases", "0", "events", "0", "note"),
    "the order of an event": ("cases", "0", "events", "0", "order_ref"),
    "a tag": ("cases", "0", "tags", "0"),
    "a court's name": ("courts", "0", "name"),
    "a court's complex": ("courts", "0", "complex"),
    "a court's room": ("courts", "0", "room"),
    "a matter's number": ("cases", "0", "proceedings", "0", "number"),
    "an advocate": ("cases", "0", "hearings", "1", "advocate"),
    "whose place is taken": ("cases", "0", "hearings", "1", "in_place_of"),
    "a lead": ("cases", "0", "lead"),
    "a police station": ("cases", "0", "fir", "police_station"),
    "a FIR's number": ("cases", "0", "fir", "number"),
    "a section as written": ("cases", "0", "charges", "0", "as_written"),
    "an accused": ("cases", "0", "accused", "0", "name"),
    "a ref": ("cases", "0", "ref"),
}
"""What a person may have typed a name into, and where that is in a case file."""

RECORDS: dict[str, list[dict[str, Any]]] = {
    "documents": [{"kind": "order", "title": f"order on {NAME}", "note": NAME}],
    "placements": [{"victim": "V1", "kind": "shelter", "place": "H3", "note": NAME}],
    "witnesses": [{"label": "PW1", "kind": "panch", "name": NAME, "note": NAME}],
    "processes": [{"kind": "summons", "witness": "PW1", "issued_on": "2026-11-01", "note": NAME}],
    "exhibits": [{"label": "M1", "sent_to": "FSL Kalina", "sent_on": "2026-10-01", "note": NAME}],
    "notices": [{"application": "bail", "filed_on": "2026-10-02", "victim": "V1", "note": NAME}],
    "notes": [{"text": f"{NAME} is afraid", "on": "2026-10-03", "by": "asha"}],
    "handovers": [{"post": "officer", "signed_by": "U. Naik", "signed_on": "2026-10-03", "note": NAME}],
}
"""What is kept beside the journal, with a name typed wherever there is room for words."""


def office(**planted: str) -> dict[str, Any]:
    """Return a case file whose victims are named, with texts planted at places of PLANTS."""
    case: dict[str, Any] = {
        "ref": "MUM-2026-777",
        "title": "State v A1",
        "lead": "asha",
        "tags": ["plain"],
        "fir": {"number": "412", "year": 2026, "registered_on": "2026-09-10", "police_station": "Kinara"},
        "offence": {"first_on": "2026-09-01", "last_on": "2026-09-09"},
        "accused": [
            {"label": "A1", "name": "Salim Sheikh"},
            {"label": "A2", "name": RELATIVE, "relative_of": "V1"},
        ],
        "victims": [
            {"code": "V1", "name": NAME, "age": {"status": "minor", "years": 16}},
            {"code": "V2", "name": HINDI, "age": {"status": "pending"}},
        ],
        "charges": [{"accused": "A1", "provision": "BNS-143-2", "as_written": "143(2)"}],
        "proceedings": [
            {"key": "trial", "kind": "trial", "court": "dindoshi-11", "number": "Spl. C. 210/2026"}
        ],
        "events": [
            {"on": "2026-09-10", "kind": "fir_registered", "note": "n", "order_ref": "o"},
            {"on": "2026-09-11", "kind": "arrested", "accused": "A1"},
            {"on": "2026-09-11", "kind": "remanded", "accused": "A1"},
        ],
        "hearings": [
            {"on": "2026-11-10", "proceeding": "trial", "purpose": "remand", "advocate": "asha", "note": "n"},
            {
                "on": "2026-11-26",
                "proceeding": "trial",
                "purpose": "child_evidence",
                "advocate": "asha",
                "note": "n",
            },
        ],
    }
    court = {
        "key": "dindoshi-11",
        "name": "Court",
        "kind": "special_pocso",
        "complex": "Dindoshi",
        "room": "11",
    }
    made: dict[str, Any] = {"format": "prosecution-tracker", "version": 1, "courts": [court], "cases": [case]}
    for place, text in planted.items():
        *path, last = PLANTS[place]
        at: Any = made
        for step in path:
            at = at[int(step)] if step.isdigit() else at[step]
        at[int(last) if last.isdigit() else last] = text
    return made


def write(path: Path, made: dict[str, Any]) -> Path:
    """Write a case file."""
    path.write_text(json.dumps(made, ensure_ascii=False), encoding="utf-8")
    return path
