"""What court mode writes on the screen: the matter in lines, what stands beside it, the keys that answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from textwrap import wrap
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text
from textual.geometry import Size

if TYPE_CHECKING:
    from tracker.services.matter import MatterOfDay

LABEL = 11
"""Columns of the words in front of each line; what goes on below begins there too."""
TALL, TALLER = 34, 50
"""Lines of a screen from which there may be room for an empty line after each, and for two."""
AROUND = 9
"""Lines of a screen that are not the matter's."""
WIDE = 150
"""Columns from which earlier orders and other witnesses stand beside the matter, not below it."""

Said = tuple[str, str | None, str]
"""A word in front, what is said, and its style."""


def choices(asked: str, answers: Mapping[str, str], width: int) -> Text:
    """Return what is asked and the keys that answer, none parted from its meaning by the end of a line."""
    text, used = Text(), cell_len(asked)
    text.append(asked, style="bold")
    for key, meaning in answers.items():
        wide = cell_len(meaning) + (cell_len(key) + 3 if key else 0)
        new = used + 2 + wide > width
        text.append("\n" if new else "  ")
        used = wide if new else used + 2 + wide
        if key:
            text.append(f" {key} ", style="bold reverse")
        text.append(f" {meaning}" if key else meaning)
    return text


def matter(here: MatterOfDay, number: int, of: int, size: Size) -> Text:
    """Return the matter in lines, as far apart as a tall screen has room for all of them."""
    most = 1 + (size.height >= TALL) + (size.height >= TALLER)
    text = Text()
    for lines in range(most, 0, -1):
        text = _apart(here, (number, of), size, "\n" * lines)
        if text.plain.count("\n") <= size.height - AROUND:
            break
    return text


def _apart(here: MatterOfDay, place: tuple[int, int], size: Size, gap: str) -> Text:
    """Return the matter with a gap after each line; on a narrow screen with what else stands beside it."""
    room = size.width if size.width < WIDE else size.width * 3 // 5
    number, of = place
    text = Text()
    text.append(f"{here.time or 'no hour'}   {here.place}{gap[1:]}\n", style="bold")
    text.append(f"{number} of {of}   {here.ref}   {here.number or ''}{gap[1:]}\n", style="bold")
    text.append(f"{here.title or ''}\n{gap}")
    text.append(_lines(_said(here), room - 6, gap))
    if size.height >= TALL and size.width < WIDE:
        text.append(_more(here, room - 6, "\n"))
    return text


def beside(here: MatterOfDay, size: Size) -> Text:
    """Return what stands beside the matter on a wide screen: orders before the last, other witnesses."""
    gap = "\n" * (1 + (size.height >= TALL))
    return _more(here, size.width * 2 // 5 - 6, gap)


def _said(here: MatterOfDay) -> Iterable[Said]:
    return (
        ("FOR", here.purpose, "bold"),
        ("OUTCOME", here.outcome, "bold reverse"),
        ("LAST", here.last, ""),
        *(("WITNESS", line, "bold") for line in here.witnesses),
        ("STAGE", here.stage, ""),
        ("NEXT STEP", here.next_step, ""),
        *(("CUSTODY", line, "bold") for line in here.custody),
        ("ADVOCATE", here.advocate, ""),
        ("CLASH", here.clash, "bold"),
        ("FLAGS", here.flags, ""),
    )


def _more(here: MatterOfDay, width: int, gap: str) -> Text:
    """Return orders before the last and other witnesses, apart from each other."""
    groups = (("BEFORE", here.before), ("STILL", here.still))
    said = [
        _lines([("" if n else word, line, "") for n, line in enumerate(lines)], width, gap)
        for word, lines in groups
        if lines
    ]
    return Text("\n").join(said)


def _lines(said: Iterable[Said], width: int, gap: str) -> Text:
    text = Text()
    for label, words, style in said:
        if words:
            text.append(f"{label:<{LABEL}}", style="dim")
            lines = wrap(words, max(width - LABEL, 20))
            text.append(f"\n{' ' * LABEL}".join(lines) + gap, style=style)
    return text
