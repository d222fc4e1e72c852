"""A clerk's line in one plain script: Devanagari digits and letters, dots, brackets and filler words.

The names of the Acts are the law's own table (`statutes/spellings.toml`); the longest that fits is meant.
What comes out is a list of signs: an Act, a section, a word that joins ("read with"), or a word nobody knows.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import statutes

LETTERS = {
    "अ": "a",
    "ए": "a",
    "ब": "b",
    "बी": "b",
    "क": "c",
    "सी": "c",
    "ड": "d",
    "डी": "d",
    "ई": "e",
    "इ": "e",
    "फ": "f",
    "आय": "i",
    "आई": "i",
    "एन": "n",
    "एल": "l",
}
"""Letters after a section as Marathi and Hindi write them: 354(ड) is 354D."""

JOINS = r"r\s*/\s*w|read\s+with|read\s+alongwith|readwith|r\.\s*w\b|rw\b|along\s*with|सह(?:वाचन)?|सहपठित"
FILLERS = frozenset(
    """u us s ss sec secs section sections under of the act acts and or offence offences punishable code an
    with clause clauses cl sub subsection para dt dated also as amended viz namely i e धारा कलम कलमे कलमान्वये
    अंतर्गत अन्वये प्रमाणे व आणि और तथा एवं अधिनियम कायदा ऍक्ट के की का चे च्या नुसार भाग""".split()  # noqa: SIM905
)
"""Words round a section that say nothing."""
QUALIFIERS = {
    "part i": "I",
    "part 1": "I",
    "pt i": "I",
    "pt 1": "I",
    "part ii": "II",
    "part 2": "II",
    "pt ii": "II",
    "pt 2": "II",
    "part-i": "I",
    "part-ii": "II",
    "second proviso": "prov2",
    "third proviso": "prov3",
    "2nd proviso": "prov2",
    "3rd proviso": "prov3",
    r"proviso \(ii\)": "minor",
    r"proviso \(i\)": "child",
    "proviso": "prov",
    "second limb": "child-minor",
    "closing words": "against-will",
    "against will": "against-will",
    "repeat": "repeat",
    "first": "first",
}
"""Words after a section that pick one of its rows."""

ACT_TAIL = r"(?:[\s,]*(?:act|adhiniyam|अधिनियम|कायदा|ऍक्ट|अॅक्ट|एक्ट))?(?:[\s,]*(?:of\s+)?(?:1[89]|20)\d\d\b)?"
ABBREVIATION = re.compile(
    r"[\u0900-\u097f]{1,3}\.(?:\s?[\u0900-\u097f]{1,3}\.)*(?:[\u0900-\u097f]{1,3}(?![\u0900-\u097f]))?"
)


@dataclass(frozen=True, slots=True)
class Sign:
    """`kind` is act, section, qualifier, join, mark or word; `text` is what was read, `raw` as written."""

    kind: str
    text: str
    raw: str


def signs(text: str) -> list[Sign]:
    """Return the line's signs in order."""
    line = plain(text)
    found: list[Sign] = []
    at = 0
    while at < len(line):
        step = _at(line, at)
        if step is None:
            at += 1
            continue
        sign, at = step
        if sign is not None:
            found.append(sign)
    return found


def plain(text: str) -> str:
    """Return the line with Latin digits and small letters, without dots between letters."""
    line = unicodedata.normalize("NFKC", text).casefold()
    line = "".join(str(unicodedata.digit(c)) if c.isdigit() and not c.isascii() else c for c in line)
    line = re.sub(r"[\u200b-\u200d\ufeff]", "", line)
    line = re.sub(r"(?<=[^\W\d_])\.(?=\s?[^\W\d_])", "", _marks(line))
    line = re.sub(r"[‘’“”\"'*]", "", line)
    for written in sorted(LETTERS, key=len, reverse=True):
        line = re.sub(rf"(\d)\s?-?\s?\(?{written}(?:\)|(?![\u0900-\u097f]))", rf"\1{LETTERS[written]}", line)
    line = re.sub(r"\((\s*)([\u0900-\u097f]{1,3})(\s*)\)", _letter, line)
    return re.sub(r"\s+", " ", line).strip()


def _marks(line: str) -> str:
    """Take dots after Devanagari letters out: `भा.दं.सं.` becomes one word, `भा. दं. सं.` too."""
    return ABBREVIATION.sub(lambda found: re.sub(r"[.\s]", "", found[0]) + " ", line)


def _letter(found: re.Match[str]) -> str:
    return f"({LETTERS.get(found[2], found[2])})"


def _at(line: str, at: int) -> tuple[Sign | None, int] | None:
    """Read one sign; None steps over one character."""
    rest = line[at:]
    if rest[0] in ";|\n":
        return Sign("mark", ";", rest[0]), at + 1
    if rest[0] in "&+":
        return Sign("mark", "&", rest[0]), at + 1
    if rest[0] in ",/":
        return Sign("mark", ",", rest[0]), at + 1
    starts = at == 0 or not line[at - 1].isalnum()
    if starts and (found := re.match(r"[a-z]+-\d+[0-9a-z-]*", rest)) and _is_id(found[0]):
        return Sign("id", _is_id(found[0]), found[0]), at + found.end()
    if found := re.match(r"(?:to|ते|से|[-–])\s*(?=\d)", rest):
        return Sign("range", "to", found[0]), at + found.end()
    if starts and (found := re.match(JOINS, rest)):
        return Sign("join", "with", found[0]), at + found.end()
    if starts and (act := _act(rest)):
        return Sign("act", act[0], rest[: act[1]].strip()), at + act[1]
    if rest[0].isdigit() and starts:
        return _section(line, at)
    if starts and (picked := next((q for q in QUALIFIERS if re.match(rf"\(?{q}(?!\w)\)?", rest)), None)):
        end = re.match(rf"\(?{picked}(?!\w)\)?", rest)
        assert end is not None
        return Sign("qualifier", QUALIFIERS[picked], end[0]), at + end.end()
    if found := re.match(r"\(\s*[0-9a-z]{1,4}\s*\)", rest):
        return Sign("sub", re.sub(r"[\s()]", "", found[0]), found[0]), at + found.end()
    if found := re.match(r"[^\W\d_][^\s,;/&+()\d|:-]*", rest):
        word = found[0].rstrip(".")
        if word in FILLERS:
            mark = Sign("mark", "&", word) if word in ("and", "व", "आणि", "और", "तथा", "एवं") else None
            return mark, at + found.end()
        return Sign("word", word, word), at + found.end()
    return None


def _section(line: str, at: int) -> tuple[Sign | None, int]:
    rest = line[at:]
    year = re.match(r"(?:1[89]|20)\d\d\b", rest)
    if year:
        return None, at + year.end()
    if number := re.match(r"\d+\s?/\s?(?:1[89]|20)\d\d\b|\d{4,}", rest):
        return Sign("word", number[0], number[0]), at + number.end()
    found = re.match(r"(\d{1,3})(?:\s?-?\s?([a-z]{1,2})(?![a-z]))?((?:\s?\(\s*[0-9a-z]{1,4}\s*\))*)", rest)
    assert found is not None
    end = found.end()
    letters = found[2] or ""
    if letters and rest[found.start(2) - 1] == " " and letters not in "abcde":
        letters, end = "", found.end(1)
    subs = re.findall(r"[0-9a-z]+", found[3]) if letters == (found[2] or "") else []
    if re.match(r"[a-z\u0900-\u097f]", rest[end : end + 1]) or rest[end : end + 1].isdigit():
        word = re.match(r"[^\s,;/&+]+", rest)
        assert word is not None
        return Sign("word", word[0], word[0]), at + word.end()
    text = found[1] + letters.upper()
    written = rest[:end].strip()
    return Sign("section", "|".join([text, *subs]), written.replace(found[1] + letters, text, 1)), at + end


def _is_id(text: str) -> str:
    """Return the id of the catalogue that is written there, or nothing."""
    return next((id_ for id_ in statutes.provisions() if id_.casefold() == text), "")


def _act(rest: str) -> tuple[str, int] | None:
    """Return the Act named here (the id of its spelling) and how long the name is."""
    for id_, pattern in _names():
        if found := pattern.match(rest):
            return id_, found.end()
    return None


@cache
def _names() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the spellings of the Acts, the longest first, each as a pattern."""
    forms = [(form, row.id) for row in statutes.spellings().values() for form in row.forms]
    forms.sort(key=lambda one: len(one[0]), reverse=True)
    return tuple((id_, re.compile("".join(_pattern(form)) + ACT_TAIL)) for form, id_ in forms)


def _pattern(form: str) -> Iterator[str]:
    """Yield the pattern of a name: between words may stand spaces, brackets, a slash or "&".

    A name of two letters is one only beside a section: "it 67B", never "it is".
    """
    words = form.split()
    if all(len(word) == 1 for word in words):
        yield r"\s".join(words)
    else:
        for place, word in enumerate(words):
            if word == "and":
                yield r"(?:\s*&\s*|[\s,]*and[\s]*)?"
            else:
                yield r"[\s()\[\]/,-]*(?:(?:&|and)\s*)?" if place else r"\(?\s*"
                yield re.escape(word)
    yield r"\)?(?![^\W\d_])"
    if form == "it":
        yield r"(?=[\s,:-]*(?:act\b)?[\s,:-]*(?:u/s|s|ss|sec|section)?[\s.]*\d)"
