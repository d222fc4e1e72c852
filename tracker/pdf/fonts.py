"""Text on paper: Latin in Helvetica, Devanagari shaped in Noto Sans, each run of a line in its own.

Helvetica belongs to every PDF reader and costs nothing; Noto Sans Devanagari comes from a package, is
embedded, and has no Latin letters of our weight, so a text is cut into runs. Two traps of ReportLab:
`drawString` shapes nothing without a bidi library, so runs are shaped here and drawn as they are; and a
font given two names in one process shapes wrongly, so it is registered once and made afresh for each
document, which also keeps a document from depending on what was printed before it. Text copied out of
such a PDF loses conjuncts: `tracker calendar` as text or JSON gives the same sheet whole.

A letter that neither font has is printed as its plain form (ā as a), or as "?".
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import Any

from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth

LATIN, BOLD, DEVANAGARI = "Helvetica", "Helvetica-Bold", "NotoSansDevanagari"
_DEVANAGARI = re.compile(
    "[\u0900-\u097f\u200c\u200d\ua8e0-\ua8ff]+(?:[ .,:;/()-]+[\u0900-\u097f\u200c\u200d]+)*"
)

Run = tuple[str, Any, float]
"""Font, what to draw, and its width at the size asked."""


class Fonts:
    """The fonts of one document."""

    def __init__(self) -> None:
        """Load nothing yet: most sheets are Latin throughout."""
        self._loaded = False
        self._shaped: dict[tuple[str, float], Any] = {}
        self._lines: dict[tuple[str, float, str, float], list[str]] = {}

    def runs(self, text: str, font: str, size: float) -> list[Run]:
        """Return the runs of a text, left to right."""
        if text.isascii():
            return [(font, text, width_of(text, font) * size)]
        found: list[Run] = []
        at = 0
        for run in _DEVANAGARI.finditer(text):
            if run.start() > at:
                found.append(self._latin(text[at : run.start()], font, size))
            found.append(self._shape(run[0], size))
            at = run.end()
        if at < len(text):
            found.append(self._latin(text[at:], font, size))
        return found

    def width(self, text: str, font: str, size: float) -> float:
        """Return how wide a text is, in points."""
        if text.isascii():
            return width_of(text, font) * size
        return sum(run[2] for run in self.runs(text, font, size))

    def lines(self, text: str, width: float, font: str, size: float) -> list[str]:
        """Return the text in lines that fit the width, broken between words, a long word within."""
        key = (text, width, font, size)
        found = self._lines.get(key)
        if found is None:
            found = []
            for part in text.split("\n"):
                if self.width(part, font, size) <= width:
                    found.append(part)
                else:
                    found += self._broken(part, width, font, size)
            self._lines[key] = found
        return found

    def _broken(self, text: str, width: float, font: str, size: float) -> list[str]:
        found: list[str] = []
        line = ""
        for word in text.split(" "):
            longer = f"{line} {word}" if line else word
            if self.width(longer, font, size) <= width:
                line = longer
                continue
            if line:
                found.append(line)
            while word and self.width(word, font, size) > width:
                cut = max(
                    n for n in range(1, len(word) + 1) if n == 1 or self.width(word[:n], font, size) <= width
                )
                found.append(word[:cut])
                word = word[cut:]
            line = word
        return [*found, line] if line else found

    def _latin(self, text: str, font: str, size: float) -> Run:
        plain_ = plain(text)
        return font, plain_, width_of(plain_, font) * size

    def _shape(self, text: str, size: float) -> Run:
        key = (text, size)
        if key not in self._shaped:
            self._shaped[key] = self._shaped_anew(text, size)
        shaped, width = self._shaped[key]
        return DEVANAGARI, shaped, width

    def _shaped_anew(self, text: str, size: float) -> tuple[Any, float]:
        from reportlab.pdfbase.ttfonts import shapeStr

        if not self._loaded:
            load()
            self._loaded = True
        shaped = shapeStr(text, DEVANAGARI, size, force=True)
        return shaped, sum(one.x_advance for one in shaped.__shapeData__) * size / 1000


def load() -> None:
    """Register Noto Sans Devanagari afresh from its package."""
    from reportlab.pdfbase.ttfonts import freshTTFont

    registerFont(freshTTFont(DEVANAGARI, str(devanagari_file()), shapable=True))


def devanagari_file() -> Path:
    """Return the file of the font; raises ModuleNotFoundError or StopIteration if the package lacks it."""
    root = Path(str(import_module("fontpkg_noto_sans_devanagari").ROOT))
    return next((root / "files").glob("*.ttf"))


@lru_cache(maxsize=65536)
def width_of(text: str, font: str) -> float:
    """Return the width of a Latin text at size 1."""
    return float(stringWidth(text, font, 1))


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Return a text in letters that Helvetica has."""
    made = []
    for letter in text:
        try:
            letter.encode("cp1252")
            made.append(letter)
        except UnicodeEncodeError:
            bare = unicodedata.normalize("NFKD", letter).encode("ascii", "ignore").decode()
            made.append(bare or "?")
    return "".join(made)
