"""What the summary is made of: tables of cells and charts of numbers, the same for paper and workbook."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from tracker.domain.rates import SMALL, UNDEFINED, Rate, percent


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its number, what it shows, how its figures are defined, and cells ready to print."""

    key: str
    title: str
    says: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: a number of something, with an interval where it is a rate."""

    label: str
    value: float
    said: str
    low: float | None = None
    high: float | None = None
    parts: tuple[float, ...] = ()
    """Of a bar in parts, the length of each."""


@dataclass(frozen=True, slots=True)
class Curve:
    """A share that steps up by days, with its band."""

    label: str
    points: tuple[tuple[int, float, float, float], ...]
    """Day, share, lower and upper bound; each holds until the next."""


@dataclass(frozen=True, slots=True)
class Chart:
    """One chart: bars, or curves; the table of that key holds its numbers."""

    key: str
    title: str
    says: str
    bars: tuple[Bar, ...] = ()
    curves: tuple[Curve, ...] = ()
    whole: float = 0
    """What a bar of full length, or the last day of the curves, stands for."""
    parts: tuple[str, ...] = ()
    """Names of the parts of the bars."""
    percent: bool = False


@dataclass(slots=True)
class Summary:
    """The whole: who asked for which days, and what came out."""

    title: str
    says: str
    footer: str
    tables: list[Table] = field(default_factory=list)
    charts: list[Chart] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


SAMPLE = "SAMPLE, invented people"
"""What stands before the title, and so on every page, of what is made of a sample office."""


def titled(title: str, sample: bool) -> str:
    """Return a title that can't be taken for a real office's."""
    return f"{SAMPLE}: {title}" if sample else title


def number(value: int | None) -> str:
    """Return a number, a dash for none."""
    return UNDEFINED if value is None else str(value)


def said(rate: Rate) -> str:
    """Return a rate as it is printed: percent, k of n, interval; of fewer than ten, k of n goes first."""
    if rate.n == 0:
        return UNDEFINED
    if rate.low == UNDEFINED:
        return f"{rate.percent} % ({rate.k} of {rate.n})"
    few = f"{rate.k} of {rate.n}: " if rate.n < SMALL else ""
    whole = "" if few else f" ({rate.k} of {rate.n})"
    return f"{few}{rate.percent} %{whole}, {rate.low} to {rate.high}"


def share(k: int, n: int) -> str:
    """Return k of n in percent where no interval belongs: a count of all, not of some of them."""
    return f"{percent(k, n)} % ({k} of {n})" if n else UNDEFINED


def transposed(columns: Sequence[str], lines: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """Return one row for each column name, with its value in each line."""
    return tuple((name, *(line[n] for line in lines)) for n, name in enumerate(columns))
