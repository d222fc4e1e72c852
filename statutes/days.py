"""The days on which the law turned, and which code a matter of either side follows, as rows.

A row of `TURNS` is a day from which an offence is another offence (`charges`), a step has
another limit (`steps`), or both. An offence whose days run over a `charges` day is charged by
parts: a heavier punishment can't reach back (Constitution, Art. 20(1)).

A row of `RULES` is one answer to "which code?" with who said so. `certainty` is high, good,
contested, analysis or check: a row that is not high or good is shown as what it is.

In our own words, from the texts and reports named in each row; an office's lawyer signs off.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

NEW_CODES = date(2024, 7, 1)
"""The first day of the BNS, the BNSS and the BSA."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A day on which law changed; `charges` and `steps` say what it touches."""

    day: date
    says: str
    charges: bool
    steps: bool
    confidence: str


TURNS = (
    Turn(
        date(2009, 12, 31),
        "victim's appeal and compensation schemes (CrPC 372, 357A)",
        False,
        True,
        "secondary",
    ),
    Turn(date(2012, 11, 14), "POCSO Act 2012 in force", True, True, "verified"),
    Turn(date(2013, 2, 3), "IPC 370 and 370A in their new form (Act 13 of 2013)", True, True, "verified"),
    Turn(date(2016, 1, 15), "Juvenile Justice Act 2015 in force", True, True, "unverified"),
    Turn(
        date(2018, 4, 21),
        "heavier terms for rape of a child, two-month limits (Act 22 of 2018)",
        True,
        True,
        "verified",
    ),
    Turn(
        date(2019, 8, 16), "heavier minimum terms in POCSO 4 and 6 (Act 25 of 2019)", True, False, "verified"
    ),
    Turn(date(2020, 3, 9), "POCSO Rules 2020 in place of those of 2012", False, True, "verified"),
    Turn(date(2022, 9, 1), "Juvenile Justice Amendment Act 2021 in force", True, True, "verified"),
    Turn(
        date(2023, 3, 27),
        "the day of remand counts as day 1 of default bail (Supreme Court)",
        False,
        True,
        "secondary",
    ),
    Turn(NEW_CODES, "BNS, BNSS and BSA in place of IPC, CrPC and Evidence Act", True, True, "verified"),
)


@dataclass(frozen=True, slots=True)
class Rule:
    """Why a step follows a code: the rule, who says so, and how sure that is."""

    id: str
    says: str
    authority: str
    certainty: str


RULES = {
    rule.id: rule
    for rule in (
        Rule(
            "REGIME-1",
            "the FIR was registered before 1 July 2024, so the investigation follows the CrPC",
            "BNSS s. 531(2)(a); Bombay HC, Chowgule, 02-08-2024; Rajasthan HC, Krishan Joshi, 09-07-2024",
            "high",
        ),
        Rule(
            "REGIME-2",
            "the FIR was registered on or after 1 July 2024, so the procedure is the BNSS, "
            "also for an older act",
            "BNSS s. 531; Allahabad HC, Deepu v State of UP, August 2024",
            "high",
        ),
        Rule(
            "REGIME-4",
            "the inquiry or trial was pending on 1 July 2024, so it follows the CrPC to its end",
            "BNSS s. 531(2)(a)",
            "high",
        ),
        Rule(
            "REGIME-4B",
            "the FIR is older than 1 July 2024 and the court took the matter up on or after it: "
            "Allahabad says BNSS from cognizance on, Rajasthan and a Division Bench of Punjab and Haryana "
            "say CrPC, Bombay has left it open",
            "Deepu (Allahabad, 2024); Krishan Joshi (Rajasthan, 2024); "
            "Ram Chander (Punjab and Haryana, 2025); Chowgule (Bombay, 2024)",
            "contested",
        ),
        Rule(
            "REGIME-5",
            "an appeal filed on or after 1 July 2024 follows the BNSS, whatever the day of the judgment",
            "Kerala HC, Abdul Khader, July 2024; Punjab and Haryana HC, single judge, 11-07-2024",
            "good",
        ),
        Rule(
            "REGIME-5B",
            "an appeal filed before 1 July 2024 goes on under the CrPC",
            "BNSS s. 531(2)(a); Punjab and Haryana HC, Mandeep Singh v Kulwinder, 02-07-2024",
            "high",
        ),
        Rule(
            "REGIME-6",
            "a new application in a matter with an FIR older than 1 July 2024: the High Courts differ",
            "BNSS: Bombay (Chowgule), Kerala; CrPC: Rajasthan (Krishan Joshi); Punjab and Haryana has both",
            "contested",
        ),
        Rule(
            "REGIME-7",
            "a CrPC limit that had run out before 1 July 2024 is not revived by a longer one of the BNSS",
            "BNSS s. 531(3)",
            "high",
        ),
        Rule(
            "REGIME-8",
            "an offence that went on across 1 July 2024 may be charged by parts under each code; "
            "no ruling was found, ask the advocate",
            "Constitution Art. 20(1); BNS s. 358",
            "analysis",
        ),
        Rule(
            "REGIME-9",
            "where a special Act names a section of the CrPC, the BNSS section is read in its place "
            "when the BNSS governs",
            "General Clauses Act s. 8(1)",
            "high",
        ),
        Rule(
            "REGIME-10",
            "the Evidence Act or the BSA goes with the proceeding",
            "BSA s. 170",
            "check",
        ),
    )
}

APPLICATIONS_BY_STATE = {"MH": "BNSS", "GA": "BNSS", "KL": "BNSS", "RJ": "CrPC"}
"""REGIME-6: the code of a new application in an old matter, where that State's High Court has
said so (Goa is under the Bombay High Court); a State that is not here is unsettled."""
