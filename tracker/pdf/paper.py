"""Pages that are laid out first and drawn after, so that each can say "page x of y".

Lengths are points from the top left, the way a page is read. Text is drawn in the order in which it was
laid out, row by row and cell by cell, so that what is copied out or read aloud comes in reading order.
The same calls give the same bytes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from tracker.pdf.fonts import BOLD, DEVANAGARI, LATIN, Fonts

rl_config.useA85 = 0  # pages as plain compressed bytes: a fifth smaller, and a third of the time

SIZES = {"a4": (595.28, 841.89), "a5": (419.53, 595.28), "letter": (612.0, 792.0)}
"""Portrait width and height by name."""


@dataclass(slots=True)
class Page:
    """What is on one page: texts and lines, in order."""

    texts: list[tuple[float, float, str, float, str]] = field(default_factory=list)
    rules: list[tuple[float, float, float, float, float, float]] = field(default_factory=list)
    boxes: list[tuple[float, float, float, float, float]] = field(default_factory=list)
    marks: list[tuple[str, int, float]] = field(default_factory=list)


@lru_cache(maxsize=65536)
def escaped(text: str) -> str:
    """Return a Latin text as the inside of a PDF string in WinAnsi letters."""
    text = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    if text.isascii():
        return text
    return "".join(chr(b) if b < 128 else f"\\{b:03o}" for b in text.encode("cp1252", "replace"))


def _shaped(page: Page) -> str:
    """Return the texts of a page that hold letters beyond Latin, as one text."""
    return " ".join(text[4] for text in page.texts if not text[4].isascii())


@dataclass(frozen=True, slots=True)
class Printed:
    """A finished PDF; `said` is what it shows in shaped letters, which can't be read back from it."""

    content: bytes
    said: tuple[str, ...]


class Paper:
    """A document being laid out."""

    def __init__(self, size: str = "a4", landscape: bool = True) -> None:
        """Take paper of a size in SIZES."""
        width, height = SIZES[size]
        self.width, self.height = (height, width) if landscape else (width, height)
        self.fonts = Fonts()
        self.pages: list[Page] = []
        self.turn()

    def turn(self) -> None:
        """Begin the next page."""
        self.pages.append(Page())
        self.page = self.pages[-1]

    def text(self, x: float, y: float, said: str, size: float, font: str = LATIN) -> None:
        """Write a line whose foot is at `y`."""
        self.page.texts.append((x, y, font, size, said))

    def right(self, x: float, y: float, said: str, size: float, font: str = LATIN) -> None:
        """Write a line that ends at `x`."""
        self.text(x - self.fonts.width(said, font, size), y, said, size, font)

    def rule(
        self, x: float, y: float, to_x: float, to_y: float, wide: float = 0.4, grey: float = 0.45
    ) -> None:
        """Draw a line."""
        self.page.rules.append((x, y, to_x, to_y, wide, grey))

    def box(self, x: float, y: float, wide: float, high: float, grey: float) -> None:
        """Fill a box, behind the text, in a grey from 0 (black) to 1."""
        self.page.boxes.append((x, y, wide, high, grey))

    def mark(self, said: str, level: int, y: float) -> None:
        """Set a bookmark at a height of this page."""
        self.page.marks.append((said, level, y))

    def finish(self, title: str, language: str, subject: str) -> Printed:
        """Draw all pages and return the document."""
        out = BytesIO()
        canvas = Canvas(
            out, pagesize=(self.width, self.height), invariant=1, lang=language, pageCompression=1
        )
        canvas.setTitle(title)
        canvas.setSubject(subject)
        canvas.setCreator("prosecution-tracker")
        canvas.setProducer("prosecution-tracker")
        for number, page in enumerate(self.pages):
            self._draw(canvas, page, number)
            canvas.showPage()
        if any(page.marks for page in self.pages):
            canvas.showOutline()
        canvas.save()
        return Printed(out.getvalue(), tuple(filter(None, map(_shaped, self.pages))))

    def _draw(self, canvas: Any, page: Page, number: int) -> None:
        high = self.height
        code = [f"{g:g} g {x:.2f} {high - y - h:.2f} {w:.2f} {h:.2f} re f" for x, y, w, h, g in page.boxes]
        styles: dict[tuple[float, float], list[str]] = {}
        for x, y, to_x, to_y, wide, grey in page.rules:
            said = f"{x:.2f} {high - y:.2f} m {to_x:.2f} {high - to_y:.2f} l"
            styles.setdefault((wide, grey), []).append(said)
        for (wide, grey), lines in styles.items():
            code.append(f"{wide:g} w {grey:g} G {' '.join(lines)} S")
        canvas.addLiteral("\n".join([*code, "0 g"]))
        self._write(canvas, page)
        for place, (said, level, y) in enumerate(page.marks):
            key = f"p{number}-{place}"
            canvas.bookmarkHorizontalAbsolute(key, high - y)
            canvas.addOutlineEntry(said, key, level, closed=level > 0)

    def _write(self, canvas: Any, page: Page) -> None:
        """Write texts in PDF's own operators: ReportLab's text object takes three times as long."""
        code: list[str] = ["BT"]
        now: tuple[str, float] | None = None
        called: dict[str, str] = {}
        for x, y, font, size, said in page.texts:
            for name, run, width in self.fonts.runs(said, font, size):
                if name == DEVANAGARI:
                    canvas.addLiteral("\n".join([*code, "ET"]))
                    self._shaped(canvas, x, self.height - y, run, size, font == BOLD)
                    code, now = ["BT"], None
                else:
                    if now != (name, size):
                        if name not in called:
                            canvas.setFont(name, size)  # makes the font known to the document
                            called[name] = canvas._doc.getInternalFontName(name)
                        code.append(f"{called[name]} {size:g} Tf")
                        now = (name, size)
                    code.append(f"1 0 0 1 {x:.2f} {self.height - y:.2f} Tm ({escaped(run)}) Tj")
                x += width
        canvas.addLiteral("\n".join([*code, "ET"]))

    def _shaped(self, canvas: Any, x: float, y: float, run: Any, size: float, bold: bool) -> None:
        """Draw a shaped run; the font has one weight, so bold is its outline drawn too."""
        text = canvas.beginText(x, y)
        text.setFont(DEVANAGARI, size)
        if bold:
            canvas.setStrokeGray(0)
            canvas.setLineWidth(size * 0.022)
            text.setTextRenderMode(2)
        text.textLine(run)
        if bold:
            text.setTextRenderMode(0)
        canvas.drawText(text)
