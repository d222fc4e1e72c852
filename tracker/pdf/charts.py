"""Charts drawn with rules, boxes and words: readable in grey, every bar and curve labelled where it stands.

Lengths are points. Greys are light enough for black figures upon them; neighbours also have a line between.
"""

from __future__ import annotations

from collections.abc import Sequence

from tracker.pdf.fonts import BOLD, LATIN
from tracker.pdf.tables import Flow
from tracker.services.tableau import Bar, Chart, Curve

SIZE = 7.6
BAR, GAP = 12.0, 4.0
LABEL = 150.0
GREYS = (0.55, 0.82, 0.66, 0.92, 0.74, 1.0)
"""Of the parts of a bar, side by side as unlike as greys can be."""
BAND, INK = 0.85, 0.0
PANEL = 150.0
YEAR = 365


def height(chart: Chart) -> float:
    """Return how high the chart stands; nought where there is nothing to draw."""
    if not chart.bars and not any(len(curve.points) > 1 for curve in chart.curves):
        return 0
    return 40 + (PANEL + 40 if chart.curves else len(chart.bars) * (BAR + GAP) + 24)


def draw(flow: Flow, chart: Chart) -> None:
    """Draw the chart here, on the next page if it doesn't fit. Nothing is drawn where there is nothing."""
    high = height(chart)
    if not high:
        return
    if not flow.room(high + 90):
        flow.turn()
    flow.y += 5
    flow.line(f"Chart to {chart.key}: {chart.title}", 10, BOLD, after=0)
    flow.line(chart.says, 7.6, LATIN, after=6)
    if chart.curves:
        _panels(flow, chart.curves, int(chart.whole))
    else:
        _bars(flow, chart)
    flow.y += 10


def _bars(flow: Flow, chart: Chart) -> None:
    paper, left = flow.paper, flow.margin + LABEL
    wide = flow.width - LABEL - 170
    if chart.parts:
        _key(flow, chart.parts, left)
    for bar in chart.bars:
        paper.right(left - 6, flow.y + BAR - 3, bar.label, SIZE)
        end = left + (_parts(flow, bar, left, wide / (chart.whole or 1)) if bar.parts else 0)
        if not bar.parts:
            length = wide * bar.value / (chart.whole or 1)
            paper.box(left, flow.y, length, BAR, GREYS[2])
            end = left + length
        if bar.low is not None and bar.high is not None:
            end = max(end, _interval(flow, bar.low, bar.high, left, wide / (chart.whole or 1)))
        paper.text(end + 5, flow.y + BAR - 3, bar.said, SIZE)
        flow.y += BAR + GAP
    paper.rule(left, flow.y - len(chart.bars) * (BAR + GAP) - 2, left, flow.y, 0.8, INK)
    if chart.percent:
        for share in (0, 25, 50, 75, 100):
            x = left + wide * share / 100
            paper.rule(x, flow.y, x, flow.y + 3, 0.5, INK)
            paper.text(x - 6, flow.y + 11, f"{share} %", 6.5)
        flow.y += 12


def _interval(flow: Flow, low: float, high: float, left: float, scale: float) -> float:
    paper, y = flow.paper, flow.y + BAR / 2
    paper.rule(left + low * scale, y, left + high * scale, y, 1.1, INK)
    for end in (low, high):
        paper.rule(left + end * scale, y - 3.5, left + end * scale, y + 3.5, 1.1, INK)
    return left + high * scale


def _parts(flow: Flow, bar: Bar, left: float, scale: float) -> float:
    paper, x = flow.paper, left
    for part, grey in zip(bar.parts, GREYS, strict=False):
        length = part * scale
        if not length:
            continue
        paper.box(x, flow.y, length, BAR, grey)
        for at in (x, x + length):
            paper.rule(at, flow.y, at, flow.y + BAR, 0.5, INK)
        for y in (flow.y, flow.y + BAR):
            paper.rule(x, y, x + length, y, 0.5, INK)
        said = f"{part:g}"
        if paper.fonts.width(said, LATIN, 6.5) + 3 <= length:
            paper.text(x + (length - paper.fonts.width(said, LATIN, 6.5)) / 2, flow.y + BAR - 3.5, said, 6.5)
        x += length
    return x - left


def _key(flow: Flow, parts: Sequence[str], x: float) -> None:
    paper = flow.paper
    for name, grey in zip(parts, GREYS, strict=False):
        paper.box(x, flow.y, 9, 9, grey)
        for at in (0, 9):
            paper.rule(x + at, flow.y, x + at, flow.y + 9, 0.5, INK)
            paper.rule(x, flow.y + at, x + 9, flow.y + at, 0.5, INK)
        paper.text(x + 12, flow.y + 7.5, name, SIZE)
        x += 26 + paper.fonts.width(name, LATIN, SIZE)
    flow.y += 15


def _panels(flow: Flow, curves: Sequence[Curve], end: int) -> None:
    """Draw each curve with its band in a panel of its own, all on one scale."""
    paper, top = flow.paper, flow.y + 12
    most = max((point[3] for curve in curves for point in curve.points), default=0)
    ceiling = next((step for step in (0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1.0) if step >= most), 1.0)
    wide = (flow.width - 40) / max(len(curves), 1) - 24
    for n, curve in enumerate(curves):
        left = flow.margin + 30 + n * (wide + 24)
        paper.text(left, top - 4, f"{curve.label}: {100 * curve.points[-1][1]:.1f} % at the end", SIZE, BOLD)
        _axes(flow, left, top, wide, end, ceiling)
        _steps(flow, curve, (left, top, wide / max(end, 1), PANEL / ceiling), end)
    flow.y = top + PANEL + 24


def _axes(flow: Flow, left: float, top: float, wide: float, end: int, ceiling: float) -> None:
    paper, foot = flow.paper, top + PANEL
    for n in range(5):
        y = foot - PANEL * n / 4
        paper.rule(left, y, left + wide, y, 0.3, 0.7)
        paper.right(left - 3, y + 2.5, f"{100 * ceiling * n / 4:g} %", 6.5)
    paper.rule(left, foot, left + wide, foot, 0.8, INK)
    paper.rule(left, top, left, foot, 0.8, INK)
    step = 1 if end <= 6 * YEAR else 2
    for years in range(0, end // YEAR + 1, step):
        x = left + wide * years * YEAR / max(end, 1)
        paper.rule(x, foot, x, foot + 3, 0.5, INK)
        paper.text(x - 2, foot + 10, str(years), 6.5)
    paper.text(left, foot + 19, "years since the FIR", 6.5)


def _steps(flow: Flow, curve: Curve, at: tuple[float, float, float, float], end: int) -> None:
    paper, (left, top, per_day, per_share) = flow.paper, at
    foot = top + PANEL
    following = [*(point[0] for point in curve.points[1:]), end]
    for (day, _, low, high), then in zip(curve.points, following, strict=True):
        if high > low:
            x, width = left + day * per_day, (then - day) * per_day
            paper.box(x, foot - high * per_share, width, (high - low) * per_share, BAND)
    before = 0.0
    for (day, share, _, _), then in zip(curve.points, following, strict=True):
        x, y = left + day * per_day, foot - share * per_share
        paper.rule(x, foot - before * per_share, x, y, 1.2, INK)
        paper.rule(x, y, left + then * per_day, y, 1.2, INK)
        before = share
