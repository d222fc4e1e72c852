"""The Malvani case as its advocate would type it into a case file; the sample file of the format."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

FACTS: list[Any] = [
    "premises_used_for_prostitution",
    "lived_on_earnings",
    "procured",
    "sold",
    "used_for_sex",
    "trafficked_by_force_fraud_or_payment",
    "threats",
    "images_sent_online",
    {"fact": "child_sexual_assault", "victims": ["V1"]},
]
PENDING = {"status": "pending"}
MINOR = {"status": "minor", "years": 16, "basis": "school_certificate", "determined_on": "2019-09-24"}
DOUBTFUL = {**PENDING, "years_low": 17, "years_high": 19, "basis": "ossification"}


def malvani(*, with_charge_sheet: bool = True) -> dict[str, Any]:
    """Return the whole file; without the charge sheet and what followed, if asked."""
    events: list[dict[str, Any]] = [
        {
            "on": "2019-09-05",
            "kind": "rescue_attempted",
            "outcome": "called_off",
            "reason": "public protest in the area",
        },
        {
            "on": "2019-09-20",
            "kind": "rescue_attempted",
            "outcome": "rescued",
            "victims": ["V1", "V2", "V3", "V4", "V5"],
        },
        {"on": "2019-09-20", "kind": "fir_registered"},
        {"on": "2019-09-20", "kind": "arrested", "accused": "A1"},
        {"on": "2019-09-21", "kind": "remanded", "accused": "A1"},
        {"on": "2019-09-24", "kind": "age_determined", "victim": "V1"},
    ]
    hearings: list[dict[str, Any]] = []
    if with_charge_sheet:
        events += [
            {"on": "2019-11-18", "kind": "charge_sheet_filed"},
            {"on": "2020-01-06", "kind": "cognizance_taken", "proceeding": "trial"},
        ]
        hearings = [
            {
                "proceeding": "trial",
                "on": "2020-02-10",
                "time": "11:00",
                "purpose": "charge",
                "advocate": "asha",
                "outcome": "adjourned",
                "asked_by": "defence",
                "reason": "advocate_absent",
                "next_on": "2020-03-02",
                "next_purpose": "charge",
                "note": None,
            }
        ]
    return {
        "format": "prosecution-tracker",
        "version": 1,
        "courts": [
            {
                "key": "dindoshi-11",
                "name": "Special Court (POCSO), Dindoshi",
                "kind": "special_pocso",
                "complex": "Dindoshi",
                "room": "11",
                "district": "Mumbai Suburban",
                "state": "MH",
            }
        ],
        "cases": [
            {
                "ref": "MUM-2019-014",
                "title": "State v A1 (home-based, Malvani)",
                "fir": {
                    "number": "412",
                    "year": 2019,
                    "registered_on": "2019-09-20",
                    "police_station": "Malvani",
                    "district": "Mumbai Suburban",
                    "state": "MH",
                },
                "offence": {"first_on": "2019-09-01", "last_on": "2019-09-19"},
                "facts": FACTS,
                "lead": "asha",
                "tags": ["home-based"],
                "accused": [{"label": "A1", "name": None, "sex": "F", "age": 35, "role": "trafficker"}],
                "victims": [
                    {"code": "V1", "sex": "F", "age": MINOR},
                    *({"code": f"V{n}", "sex": "F", "age": PENDING} for n in (2, 3, 4)),
                    {"code": "V5", "sex": "F", "age": DOUBTFUL},
                ],
                "charges": [
                    {"accused": "A1", "victim": None, "provision": "IPC-370-3", "as_written": "370(3)"},
                    {"accused": "A1", "victim": "V1", "provision": "IPC-370-4"},
                ],
                "proceedings": [
                    {
                        "key": "trial",
                        "kind": "trial",
                        "court": "dindoshi-11",
                        "number": "POCSO SC 210/2019",
                        "cnr": "MHCC050012342019",
                    }
                ],
                "events": events,
                "hearings": hearings,
                "disposal": None,
            }
        ],
    }


def write(path: Path, **changes: Any) -> Path:
    """Write the file to `path` and return it."""
    path.write_text(json.dumps(malvani(**changes)), encoding="utf-8")
    return path
