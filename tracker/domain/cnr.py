"""The CNR, the number by which eCourts knows a case for ever, whatever court it moves to.

Sixteen characters: two letters of the State, two of the district, two letters or digits of the
court establishment there, six digits that begin again at 000001 each year, four digits of the
year of filing. eCourts prints it in three groups. It has no check digit: a wrong digit can't be
told from a right one, only a wrong shape can.

Source: the case-status pages of eCourts, which ask for "16 digit CNR number" without hyphens.
Establishments with a letter are real (Bengaluru's are KABC0A, KABC0C).

>>> clean("mhcc05-001234-2019")
'MHCC050012342019'
>>> show("MHCC050012342019")
'MHCC05-001234-2019'
>>> check("MHCC050012342019") is None
True
>>> check("MHCC05001234201")
'has 15 characters where a CNR has 16'
"""

from __future__ import annotations

FIRST_YEAR, LAST_YEAR = 1900, 2100
_DROPPED = str.maketrans("", "", " -/.\t")


def clean(number: str) -> str:
    """Return the number in capitals, without the spaces and strokes that people put in."""
    return number.translate(_DROPPED).upper()


def check(number: str) -> str | None:
    """Return what is wrong with the shape of the number, in words; None if nothing is."""
    cnr = clean(number)
    if len(cnr) != 16:
        return f"has {len(cnr)} characters where a CNR has 16"
    if not cnr.isascii() or not cnr[:2].isalpha() or not cnr[2:6].isalnum():
        return "begins with two letters of the State, two of the district, two of the court: as MHCC05"
    if not cnr[6:].isdigit():
        return "ends in six digits of the case and four of the year: as 001234 2019"
    if not FIRST_YEAR <= int(cnr[12:]) <= LAST_YEAR:
        return f"ends in the year of filing, from {FIRST_YEAR} to {LAST_YEAR}"
    return None


def show(number: str) -> str:
    """Return the number as eCourts prints it; one of another shape, as it is."""
    cnr = clean(number)
    return number if check(cnr) else f"{cnr[:6]}-{cnr[6:12]}-{cnr[12:]}"
