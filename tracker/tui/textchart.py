"""Charts in letters: a bar a line, its interval drawn through it, what it is in words at its end.

A bar is solid as far as its interval's lower bound, shaded to the rate, and a thin line to the upper bound.
Parts of a bar differ by their letters, with a key above. Nothing hangs on colour.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.services.tableau import Bar, Chart

SHORTEST, SHORT, LONGEST = 8, 20, 60
"""Letters of a whole bar: at the least, where labels must be cut, at the most."""
LABEL = 12
"""Letters of a label at the least."""
PARTS = "█▒░▓·─"
"""What the parts of a bar are drawn with, neighbours as unlike as can be."""


def drawn(chart: Chart, width: int) -> list[str]:
    """Return the chart as lines of at most this width; what it says first."""
    if not chart.bars:
        return [chart.title, "Nothing to draw."]
    said = max(len(bar.said) for bar in chart.bars)
    name = min(max(len(bar.label) for bar in chart.bars), max(width - said - SHORT - 5, LABEL))
    wide = max(SHORTEST, min(LONGEST, width - name - said - 5))
    found = [chart.title]
    if chart.parts:
        found += _key(chart.parts, width)
    whole = chart.whole or 1
    for bar in chart.bars:
        body = _parts(bar, wide, whole) if bar.parts else _solid(bar, wide, whole)
        found.append(f"{_short(bar.label, name).ljust(name)} |{body}| {bar.said}")
    if chart.percent:
        foot = f"{' ' * name}  0{'100 %'.rjust(wide)}"
        found.append(f"{foot}  █ rate, ▓ and ─ interval" if len(foot) + 26 <= width else foot)
    return [line[:width] for line in found]


def _key(parts: Sequence[str], width: int) -> list[str]:
    """Return what each part of a bar is drawn with, in as many lines as the width needs."""
    lines = [""]
    for sign, part in zip(PARTS, parts, strict=False):
        joined = f"{lines[-1]}  {sign} {part}" if lines[-1] else f"{sign} {part}"
        if lines[-1] and len(joined) > width:
            lines.append(f"{sign} {part}")
        else:
            lines[-1] = joined
    return lines


def _solid(bar: Bar, wide: int, whole: float) -> str:
    ends = (bar.value if bar.low is None else bar.low, bar.value, bar.value if bar.high is None else bar.high)
    low, at, high = (round(end * wide / whole) for end in ends)
    return "".join("█" if n < low else "▓" if n < at else "─" if n < high else " " for n in range(wide))


def _parts(bar: Bar, wide: int, whole: float) -> str:
    text, so_far = "", 0.0
    for sign, part in zip(PARTS, bar.parts, strict=False):
        so_far += part
        text += sign * (round(so_far * wide / whole) - len(text))
    return text.ljust(wide)


def _short(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"
