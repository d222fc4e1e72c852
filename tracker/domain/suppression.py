"""Which figures a published table leaves out, so that nobody in it can be found.

A cell of one to nine is small: somebody who knows the place could tell who is meant. To blank it alone
is not enough, for what is left adds up to the total. So a line is shown whole or not at all in each of two
blocks: `registered`, and `court`, whose figures are bound to each other by the balance. A line with a small
cell in a block is left out there; if it is the only one, so is another line, or else the total.

Why that holds: with two lines left out (or one and the total), the same published figures would come about if
any one case of the one stood in the other. So no figure of theirs that isn't nought follows from the rest.

A table is also laid beside the one released before it (`Last`): a line is left out where it has changed by
one to nine since, for the difference would tell of those few; and what was left out then stays left out until
all its figures have changed by ten or more, or the new table would tell what the old one hid. Tests ask a
solver of linear programs both. What isn't covered is the same cases cut otherwise: by court, then district.

Acquitted and discharged stand together, as do pending and ended without trial (`not_tried`). `opening` is in
the block because it follows from the balance; stayed and grounds of closure are not published: each would be
one more small cell that takes its line away.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from tracker.domain import rates
from tracker.domain.tally import Counts

LEAST, MOST = 1, 9
"""A cell between these, both included, is small."""
BLOCKS: Mapping[str, tuple[str, ...]] = {
    "registered": ("registered",),
    "court": (
        *("opening", "charge_sheeted", "convicted", "acquitted_or_discharged", "trials_completed"),
        "not_tried",
    ),
}
TOTAL = "total"
Figures = dict[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Withheld:
    """One line of the log: which block of which line is left out, and why. Not for publication."""

    key: str
    block: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """Lines by key, the total under TOTAL; a block left out isn't there. `log` stays in the office."""

    lines: Mapping[str, Figures]
    log: tuple[Withheld, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Last:
    """The release before: its true figures by line (the total under TOTAL), and what it left out by block."""

    lines: Mapping[str, Figures]
    hidden: Mapping[str, Collection[str]]


def figures(counts: Counts) -> Figures:
    """Return the figures of a line that may be published."""
    return {
        "registered": counts.of("registered"),
        "opening": counts.of("opening"),
        "charge_sheeted": counts.of("charge_sheeted"),
        "convicted": counts.of("convicted"),
        "acquitted_or_discharged": counts.of("acquitted", "discharged"),
        "trials_completed": rates.completed(counts),
        "not_tried": rates.ended(counts) - rates.completed(counts) + counts.of("pending"),
    }


def publish(groups: Mapping[str, Figures], total: Figures, last: Last | None = None) -> Published:
    """Return the lines and the total with what must be left out left out; `last` was released before."""
    lines: dict[str, Figures] = {key: {} for key in (*groups, TOTAL)}
    log: list[Withheld] = []
    for block, names in BLOCKS.items():
        out = _out(groups, total, block, names, last)
        log += out
        hidden = {one.key for one in out}
        for key, found in (*groups.items(), (TOTAL, total)):
            if key not in hidden:
                lines[key].update({name: found[name] for name in names})
    return Published(lines=lines, log=tuple(log))


def small(found: Figures, names: tuple[str, ...]) -> list[str]:
    """Return which of these figures are small."""
    return [name for name in names if LEAST <= found[name] <= MOST]


def _out(
    groups: Mapping[str, Figures], total: Figures, block: str, names: tuple[str, ...], last: Last | None
) -> list[Withheld]:
    found = []
    for key, line in (*groups.items(), (TOTAL, total)):
        cells = small(line, names)
        why = f"{', '.join(cells)} between {LEAST} and {MOST}" if cells else ""
        if not why and last:
            why = _beside(key, line, last, block, names)
        if why:
            found.append(Withheld(key=key, block=block, why=why))
    if len(found) != 1:
        return found
    alone = found[0].key
    others = {key: line for key, line in groups.items() if key != alone and any(line[name] for name in names)}
    second = min(others, key=lambda key: (sum(others[key][name] for name in names), key), default=TOTAL)
    if second == alone:
        return found
    return [*found, Withheld(key=second, block=block, why=f"{alone} would follow from the total")]


def _beside(key: str, line: Figures, last: Last, block: str, names: tuple[str, ...]) -> str:
    """Return why a line is left out for what the last release says of it; nothing if it may be shown."""
    before = last.lines.get(key, {})
    changed = {name: abs(line[name] - before.get(name, 0)) for name in names}
    if key in last.hidden.get(block, ()):
        there = {name for name in names if any(last.lines[one].get(name, 0) for one in last.hidden[block])}
        little = [name for name in names if name in there and changed[name] <= MOST]
        return f"left out of the last release, and {', '.join(little)} changed little since" if little else ""
    few = [name for name in names if LEAST <= changed[name] <= MOST]
    return f"{', '.join(few)} changed by {LEAST} to {MOST} since the last release" if few else ""
