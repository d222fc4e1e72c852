"""Which figures a published table leaves out, so that nobody in it can be found.

A cell of one to nine is small: somebody who knows the place could tell who is meant. To blank it alone
is not enough, for what is left adds up to the total. So a line is shown whole or not at all in each of two
blocks: `registered`, and `court`, whose figures are bound to each other by the balance. A line with a small
cell in a block is left out there; if it is the only one, so is another line, or else the total.

Why that holds: with two lines left out (or one and the total), the same published figures would come about if
any one case of the one stood in the other. So no figure of theirs that isn't nought follows from the rest.
Tests ask a solver of linear programs the same. What isn't covered is a comparison with another release: two
years' tables of the same cases, or the same cases cut otherwise.

Acquitted and discharged stand together, as do pending and ended without trial (`not_tried`); opening,
stayed and grounds of closure are not published: each would be one more small cell that takes its line away.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tracker.domain import rates
from tracker.domain.tally import Counts

LEAST, MOST = 1, 9
"""A cell between these, both included, is small."""
BLOCKS: Mapping[str, tuple[str, ...]] = {
    "registered": ("registered",),
    "court": (*("charge_sheeted", "convicted", "acquitted_or_discharged", "trials_completed", "not_tried"),),
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


def figures(counts: Counts) -> Figures:
    """Return the figures of a line that may be published."""
    return {
        "registered": counts.of("registered"),
        "charge_sheeted": counts.of("charge_sheeted"),
        "convicted": counts.of("convicted"),
        "acquitted_or_discharged": counts.of("acquitted", "discharged"),
        "trials_completed": rates.completed(counts),
        "not_tried": rates.ended(counts) - rates.completed(counts) + counts.of("pending"),
    }


def publish(groups: Mapping[str, Figures], total: Figures) -> Published:
    """Return the lines and the total with what must be left out left out."""
    lines: dict[str, Figures] = {key: {} for key in (*groups, TOTAL)}
    log: list[Withheld] = []
    for block, names in BLOCKS.items():
        out = _out(groups, total, block, names)
        log += out
        hidden = {one.key for one in out}
        for key, found in (*groups.items(), (TOTAL, total)):
            if key not in hidden:
                lines[key].update({name: found[name] for name in names})
    return Published(lines=lines, log=tuple(log))


def small(found: Figures, names: tuple[str, ...]) -> list[str]:
    """Return which of these figures are small."""
    return [name for name in names if LEAST <= found[name] <= MOST]


def _out(groups: Mapping[str, Figures], total: Figures, block: str, names: tuple[str, ...]) -> list[Withheld]:
    found = []
    for key, line in (*groups.items(), (TOTAL, total)):
        cells = small(line, names)
        if cells:
            why = f"{', '.join(cells)} between {LEAST} and {MOST}"
            found.append(Withheld(key=key, block=block, why=why))
    if len(found) != 1:
        return found
    alone = found[0].key
    others = {key: line for key, line in groups.items() if key != alone and any(line[name] for name in names)}
    second = min(others, key=lambda key: (sum(others[key][name] for name in names), key), default=TOTAL)
    if second == alone:
        return found
    return [*found, Withheld(key=second, block=block, why=f"{alone} would follow from the total")]
