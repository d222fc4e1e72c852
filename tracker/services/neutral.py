"""What may stand on paper, on a phone or in a file that leaves the office: the neutral form of everything.

A desk sheet lies where others can read it. POCSO Act s. 33(7), JJ Act s. 74 and BNS s. 72 (IPC s. 228A)
forbid any particular that may tell who a victim is, and "publish" is read widely: paper counts. So a
court is its number and complex and never "Special Court (POCSO)", the child's evidence is "evidence", a
matter's number loses the letters of its kind, a filter that names an Act or an age isn't repeated, and a
warning that speaks of age or charge is left out. Keys come back, not text: `sheetwords` has the words.
"""

from __future__ import annotations

import re
from typing import Any

from tracker.domain.flag_clocks import is_custody
from tracker.domain.shapes import Law

_TELLING = re.compile(
    r"pocso|posco|itpa|pita|traffick|juvenile|jjb|child|minor|rape|women|mahila|sc/st|atrocit|mcoca|special"
    r"|पॉक्सो|पोक्सो|पोस्को|बाल|महिला|बलात्कार|विशेष|किशोर|तस्करी",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d+\s*/\s*\d{2,4}")
_DIGITS = re.compile(r"\d+(?:-?[A-Za-z])?(?![A-Za-z])")

_ORDER = (
    ("judgment", "sentence", "order"),
    ("bail", "remand", "first_production"),
    ("child_evidence",),
    ("part_heard",),
    ("evidence", "defence_evidence"),
    ("accused_statement",),
    ("charge",),
    ("arguments",),
)
_RANK = {purpose: rank for rank, purposes in enumerate(_ORDER) for purpose in purposes}

_CLOCKS = {
    "charge_sheet_filed": "charge_sheet",
    "supplementary_charge_sheet_filed": "charge_sheet",
    "charges_framed": "charge",
    "committed": "committal",
    "documents_supplied": "copies",
    "discharge_applied": "application",
    "prosecution_evidence_opened": "evidence",
    "testified": "evidence",
    "judgment_delivered": "judgment",
    "appeal_filed": "appeal",
    "leave_petition_filed": "appeal",
    "revision_filed": "appeal",
    "appeal_decided": "appeal_decision",
}
_MARKS = {
    "limit_missed": "date_missed",
    "limit_near": "date_near",
    "no_next_date": "no_next_date",
    "outcome_missing": "outcome_missing",
    "repeated_adjournments": "adjourned_often",
    "appeal_window": "appeal_window",
    "stage_stalled": "stalled",
}
_SAID_OF_A_FILTER = frozenset({"court", "lead", "stage", "hearing", "due", "since"})


def telling(text: str) -> bool:
    """Say whether a text tells of what kind a case is: an Act, a child, a special court."""
    return bool(_TELLING.search(text))


def room(text: str | None) -> str:
    """Return a court's number; of a name that tells more, only its digits."""
    said = (text or "").strip()
    if not telling(said):
        return said
    digits = _DIGITS.search(said)
    return digits[0] if digits else ""


def complex_(text: str | None) -> str:
    """Return a court complex; nothing of a name that tells more than where it is."""
    said = (text or "").strip()
    return "" if telling(said) else said


def matter(number: str | None) -> str:
    """Return a matter's number without the letters of its kind: "412/2020" of "POCSO Spl. C. 412/2020"."""
    found = _NUMBER.search(number or "")
    return found[0].replace(" ", "") if found else ""


def purpose(word: str | None) -> str:
    """Return the purpose that may be shown: the child's evidence is evidence."""
    return "evidence" if word == "child_evidence" else word or "other"


def rank(word: str | None, part_heard: bool) -> int:
    """Return the place of a listing in a court's order of business; the sheet doesn't say why."""
    if word == "evidence" and part_heard:
        word = "part_heard"
    return _RANK.get(word or "", len(_ORDER))


def marks(flags: tuple[str, ...]) -> tuple[str, ...]:
    """Return the warnings that may be shown; custody is said by its clock, with the days left."""
    return tuple(_MARKS[flag] for flag in flags if flag in _MARKS)


def clock(limit: str, law: Law) -> str:
    """Return what a clock is about, without section or Act."""
    if is_custody(limit):
        return "custody"
    row = law.limit.get(limit)
    return _CLOCKS.get(row.stops[0], "step") if row and row.stops else "step"


def filter_said(terms: Any) -> tuple[str, int]:
    """Return what of a filter may be repeated on paper, and how many of its conditions are not.

    Words are left out whole (they may be a name), and so is what tells of an Act or an age.
    """
    shown = [str(term) for term in terms if term.key in _SAID_OF_A_FILTER and not telling(term.value)]
    return " ".join(shown), len(tuple(terms)) - len(shown)
