"""Which sections a generated case carries: the pattern of its facts, by the law of the offence day.

The ids are of the statute catalogue. The choice is what FIRs are seen to list, which is less than what
the facts would bear (F014: under-charging is the rule), so that the generated office has gaps to show.
"""

from __future__ import annotations

from datetime import date

from tracker.domain.words import FactWord

NEW_CODE = date(2024, 7, 1)
_TRAFFICKING_2013 = date(2013, 2, 3)
_JJ_2016 = date(2016, 1, 15)
_POCSO_2019 = date(2019, 8, 16)
_JJ_2022 = date(2022, 9, 1)

BREAKS = (_TRAFFICKING_2013, _JJ_2016, _POCSO_2019, _JJ_2022, NEW_CODE)
"""Days on which a section that the generator uses changed; a span is mostly drawn within two of them."""

FACTS = {
    "adult": (
        FactWord.PREMISES_USED_FOR_PROSTITUTION,
        FactWord.LIVED_ON_EARNINGS,
        FactWord.TRAFFICKED_BY_FORCE_FRAUD_OR_PAYMENT,
    ),
    "child": (FactWord.TRAFFICKED_BY_FORCE_FRAUD_OR_PAYMENT, FactWord.SOLD, FactWord.CHILD_SEXUAL_ASSAULT),
    "labour": (FactWord.FORCED_LABOUR, FactWord.BONDED_LABOUR, FactWord.TRAFFICKED_BY_FORCE_FRAUD_OR_PAYMENT),
}
"""Pattern of a case to the facts it states."""


MONTHS = {"2": (84, 120), "3": (120, 180), "4": (120, 180), "5": (168, 240)}
"""Limb of the trafficking section to the months of a plausible sentence, within what the law allows."""


def trafficking(on: date, victims: int, minors: int) -> str:
    """Return the trafficking section for so many victims, so many of them minors: IPC 370 or BNS 143."""
    limb = 5 if minors > 1 else 4 if minors else 3 if victims > 1 else 2
    return f"BNS-143-{limb}" if on >= NEW_CODE else f"IPC-370-{limb}"


def beside(pattern: str, on: date, years: int) -> tuple[str, ...]:
    """Return what the leader of the trade is charged with beside trafficking; `years` is V1's age."""
    new = on >= NEW_CODE
    if pattern == "adult":
        return ("ITPA-3-1-first", "ITPA-4-1", "ITPA-5-1-a")
    if pattern == "labour":
        return ("BNS-146" if new else "IPC-374", "BLSA-16", "BNS-127-2" if new else "IPC-342")
    assault = "POCSO-4-v2012" if on < _POCSO_2019 else "POCSO-4-2" if years < 16 else "POCSO-4-1"
    itpa = "ITPA-5-1-child" if years < 16 else "ITPA-5-1-minor"
    inducing = "BNS-98" if new else "IPC-372"
    if on < _JJ_2016:
        return (inducing, itpa, assault)
    return (inducing, itpa, assault, "JJ-81-v2022" if on >= _JJ_2022 else "JJ-81-v2016")


def for_others(pattern: str, on: date) -> str:
    """Return the one section a lesser accused is charged with beside trafficking."""
    new = on >= NEW_CODE
    if pattern == "child":
        return "BNS-144-1" if new else "IPC-370A-1"
    if pattern == "adult":
        return "ITPA-4-1"
    return "BNS-127-2" if new else "IPC-342"
