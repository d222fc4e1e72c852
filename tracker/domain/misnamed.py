"""A section written under the wrong Act, as clerks write "Immoral Traffic Act 67B" for the IT Act's.

How far each Act runs, and where it punishes anything, are rows of `statutes/patterns.toml`.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from statutes.rows import Extent


@lru_cache(maxsize=4096)
def wrong_act(as_written: str, extents: tuple[Extent, ...]) -> tuple[str, str] | None:
    """Return the Act named and why its section can't be meant: `beyond` its last, or `no_offence`.

    None when no Act is named or every section fits. Reads a clerk's words such as "67B Immoral
    Traffic Act" or "IT Act 3, 4, 5".
    """
    words = as_written.casefold()
    for extent in extents:
        named = next((s for s in extent.spellings if _names(words, s)), None)
        if named is None:
            continue
        sections = _sections(words.replace(named, " "))
        if any(number > extent.last for number in sections):
            return extent.act, "beyond"
        if sections and not any(extent.offences_from <= n <= extent.offences_until for n in sections):
            return extent.act, "no_offence"
        return None
    return None


def _names(words: str, spelling: str) -> bool:
    """Answer whether the Act is named there as a word of its own: "it act", not "profit act"."""
    at = words.find(spelling)
    end = at + len(spelling)
    return (
        at >= 0
        and (at == 0 or not words[at - 1].isalpha())
        and (end == len(words) or not words[end : end + 1].isalpha())
    )


def _sections(words: str) -> list[int]:
    """Return the section numbers written there, without sub-sections and without a year."""
    found = []
    depth = 0
    token = ""
    for sign in words + " ":
        if sign.isdigit() and depth == 0:
            token += sign
            continue
        if token and not (len(token) == 4 and token[0] in "12"):
            found.append(int(token))
        token = ""
        depth += (sign == "(") - (sign == ")" and depth > 0)
    return found
