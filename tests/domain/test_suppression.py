"""Nothing that a published table leaves out can be worked out from what it shows: asked of a solver."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.domain.suppression import BLOCKS, MOST, TOTAL, Figures, Last, publish, small

NAMES = tuple(name for names in BLOCKS.values() for name in names)


def line(registered: int, convicted: int, acquitted: int, not_tried: int) -> Figures:
    """Return a line whose figures hold together, with nothing opening."""
    tried = convicted + acquitted
    values = (registered, 0, tried + not_tried, convicted, acquitted, tried, not_tried)
    return dict(zip(NAMES, values, strict=True))


def total_of(groups: Mapping[str, Figures]) -> Figures:
    """Return the sum of the lines."""
    return {name: sum(line[name] for line in groups.values()) for name in NAMES}


def balances(lines: list[str]) -> list[dict[tuple[str, str], int]]:
    """Return what binds the figures of a table: sums that are nought, as factors by line and figure."""
    rules: list[dict[tuple[str, str], int]] = []
    for name in NAMES:
        rules.append({**{(key, name): 1 for key in lines}, (TOTAL, name): -1})
    for key in (*lines, TOTAL):
        rules.append(
            {(key, "convicted"): 1, (key, "acquitted_or_discharged"): 1, (key, "trials_completed"): -1}
        )
        came = {(key, "opening"): -1, (key, "charge_sheeted"): -1}
        rules.append({(key, "trials_completed"): 1, (key, "not_tried"): 1, **came})
    return rules


def bounds(groups: Mapping[str, Figures], shown: Mapping[str, Figures]) -> dict[tuple[str, str], float]:
    """Return how wide the range of each figure left out is, for one who knows all that binds the figures.

    They know that lines add up to the total, that tried is convicted and acquitted, and that what was
    opening or sent for trial was tried or not.
    """
    from scipy.optimize import linprog

    keys = [*groups, TOTAL]
    place = {(key, name): n for n, (key, name) in enumerate((k, n) for k in keys for n in NAMES)}
    rules = balances(list(groups))
    matrix, right = np.zeros((len(rules), len(place))), np.zeros(len(rules))
    for n, rule in enumerate(rules):
        for cell, sign in rule.items():
            matrix[n, place[cell]] = sign
    known = {(key, name): shown[key][name] for key in keys for name in shown[key]}
    limits = [(known[cell], known[cell]) if cell in known else (0, None) for cell in place]
    found = {}
    for cell, n in place.items():
        if cell in known:
            continue
        ends = []
        for sign in (1, -1):
            aim = np.zeros(len(place))
            aim[n] = sign
            solved = linprog(aim, A_eq=matrix, b_eq=right, bounds=limits, method="highs")
            ends.append(solved.fun * sign if solved.status == 0 else np.inf)
        found[cell] = ends[1] - ends[0]
    return found


_CELL = st.sampled_from((0, 0, 1, 2, 5, 9, 10, 14, 40))
_LINES = st.lists(st.tuples(_CELL, _CELL, _CELL, _CELL), min_size=1, max_size=6)


@settings(deadline=None, max_examples=20)
@given(_LINES)
def test_no_figure_left_out_can_be_derived(cells: list[tuple[int, int, int, int]]) -> None:
    """Every figure left out that isn't nought may, for all that is shown, be another."""
    groups = {f"G{n}": line(*some) for n, some in enumerate(cells)}
    total = total_of(groups)
    shown = publish(groups, total).lines
    real = {**groups, TOTAL: total}
    for (key, name), width in bounds(groups, shown).items():
        assert real[key][name] == 0 or width >= 1 - 1e-6, (key, name)


@given(_LINES)
def test_no_small_figure_is_shown(cells: list[tuple[int, int, int, int]]) -> None:
    """What is shown is nought or at least ten, and true."""
    groups = {f"G{n}": line(*some) for n, some in enumerate(cells)}
    real = {**groups, TOTAL: total_of(groups)}
    for key, found in publish(groups, real[TOTAL]).lines.items():
        assert not small({**dict.fromkeys(NAMES, 0), **found}, NAMES)
        assert all(real[key][name] == value for name, value in found.items())


def test_a_small_line_takes_a_second_with_it() -> None:
    """One small line would follow from the total: the next smallest is left out too, and the log says why."""
    groups = {"A": line(100, 20, 30, 50), "B": line(50, 3, 12, 31), "C": line(60, 12, 15, 30)}
    found = publish(groups, total_of(groups))
    assert set(found.lines["A"]) == set(NAMES)
    assert set(found.lines["B"]) == set(found.lines["C"]) == {"registered"}
    assert set(found.lines[TOTAL]) == set(NAMES)
    assert [(one.key, one.why) for one in found.log] == [
        ("B", "convicted between 1 and 9"),
        ("C", "B would follow from the total"),
    ]


def test_one_line_alone_takes_the_total_with_it() -> None:
    """Where nothing else could hide it, the total goes too."""
    groups = {"A": line(100, MOST, 30, 50)}
    found = publish(groups, total_of(groups)).lines
    assert found["A"] == found[TOTAL] == {"registered": 100}


def test_large_lines_are_shown_whole() -> None:
    """Nothing is left out where nothing is small; noughts are shown."""
    groups = {"A": line(100, 20, 30, 40), "B": line(50, 13, 12, 31)}
    assert publish(groups, total_of(groups)).log == ()


GROWS = tuple(name for name in NAMES if name not in ("opening", "not_tried"))
"""Figures of a period that only grow as its days do."""


def attacked(
    lines: list[str], old: Mapping[str, Figures], new: Mapping[str, Figures]
) -> Callable[[dict[tuple[str, str, str], int]], float]:
    """Return what says how wide the range of a sum of figures is for one who holds both releases.

    They know the balances of both tables, and that figures only grew from the one to the other.
    """
    from scipy.optimize import linprog

    releases = {"old": old, "new": new}
    cells = [(when, key, name) for when in releases for key in (*lines, TOTAL) for name in NAMES]
    place = {cell: n for n, cell in enumerate(cells)}
    equal = np.zeros((2 * len(balances(lines)), len(cells)))
    for n, (when, rule) in enumerate((when, rule) for when in releases for rule in balances(lines)):
        for (key, name), sign in rule.items():
            equal[n, place[when, key, name]] = sign
    grew = np.zeros((len(lines) * len(GROWS), len(cells)))
    for n, (key, name) in enumerate((key, name) for key in lines for name in GROWS):
        grew[n, place["old", key, name]], grew[n, place["new", key, name]] = 1, -1
    limits = [
        (shown[name], shown[name]) if name in (shown := releases[when][key]) else (0, None)
        for when, key, name in cells
    ]

    def width(sum_: dict[tuple[str, str, str], int]) -> float:
        aim = np.zeros(len(cells))
        for cell, sign in sum_.items():
            aim[place[cell]] = sign
        ends = []
        for sign in (1, -1):
            solved = linprog(
                *(sign * aim, grew, np.zeros(len(grew)), equal, np.zeros(len(equal)), limits), method="highs"
            )
            ends.append(solved.fun * sign if solved.status == 0 else sign * -np.inf)
        return float(ends[1] - ends[0])

    return width


_GROWTH = st.sampled_from((0, 0, 1, 3, 10, 25))
_TWICE = st.lists(
    st.tuples(*[st.sampled_from((0, 1, 5, 9, 12, 40))] * 4, *[_GROWTH] * 4), min_size=2, max_size=4
)


@settings(deadline=None, max_examples=8)
@given(_TWICE)
def test_two_releases_together_tell_no_more(cells: list[tuple[int, ...]]) -> None:
    """Neither what one of them left out nor a change of one to nine follows from both."""
    old = {f"G{n}": line(*some[:4]) for n, some in enumerate(cells)}
    new = {
        f"G{n}": line(*(a + b for a, b in zip(some[:4], some[4:], strict=True)))
        for n, some in enumerate(cells)
    }
    first = publish(old, total_of(old))
    hidden = {block: {one.key for one in first.log if one.block == block} for block in BLOCKS}
    was, now = {**old, TOTAL: total_of(old)}, {**new, TOTAL: total_of(new)}
    second = publish(new, total_of(new), Last(lines=was, hidden=hidden))
    width = attacked(list(old), first.lines, second.lines)
    for key in now:
        for name in NAMES:
            if now[key][name] and name not in second.lines[key]:
                assert width({("new", key, name): 1}) > 1 - 1e-6, (key, name)
            if was[key][name] and name not in first.lines[key]:
                assert width({("old", key, name): 1}) > 1 - 1e-6, (key, name)
            if 1 <= now[key][name] - was[key][name] <= MOST:
                change = {("new", key, name): 1, ("old", key, name): -1}
                assert width(change) > 1 - 1e-6, (key, name)


def test_a_line_that_changed_by_a_few_since_the_last_release_is_left_out() -> None:
    """Twenty convictions then, twenty-three now: the three would be found; the log says why."""
    old = {"A": line(100, 20, 30, 40), "B": line(50, 13, 12, 31)}
    new = {"A": line(100, 23, 30, 40), "B": line(50, 13, 12, 31)}
    last = Last(lines={**old, TOTAL: total_of(old)}, hidden={})
    found = publish(new, total_of(new), last)
    assert found.lines["A"] == {"registered": 100}
    assert [one.key for one in found.log] == ["A", TOTAL]
    assert "since the last release" in found.log[0].why
    assert publish(old, total_of(old), last).log == ()
