"""Nothing that a published table leaves out can be worked out from what it shows: asked of a solver."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from tracker.domain.suppression import BLOCKS, MOST, TOTAL, Figures, publish, small

NAMES = tuple(name for names in BLOCKS.values() for name in names)


def line(registered: int, convicted: int, acquitted: int, not_tried: int) -> Figures:
    """Return a line whose figures hold together, with nothing opening."""
    tried = convicted + acquitted
    values = (registered, tried + not_tried, convicted, acquitted, tried, not_tried)
    return dict(zip(NAMES, values, strict=True))


def total_of(groups: Mapping[str, Figures]) -> Figures:
    """Return the sum of the lines."""
    return {name: sum(line[name] for line in groups.values()) for name in NAMES}


def bounds(groups: Mapping[str, Figures], shown: Mapping[str, Figures]) -> dict[tuple[str, str], float]:
    """Return how wide the range of each figure left out is, for one who knows all that binds the figures.

    They know that lines add up to the total, that tried is convicted and acquitted, and that what was
    sent for trial was tried or not.
    """
    keys = [*groups, TOTAL]
    place = {(key, name): n for n, (key, name) in enumerate((k, n) for k in keys for n in NAMES)}
    rules: list[dict[tuple[str, str], int]] = []
    for name in NAMES:
        rules.append({**{(key, name): 1 for key in groups}, (TOTAL, name): -1})
    for key in keys:
        rules.append(
            {(key, "convicted"): 1, (key, "acquitted_or_discharged"): 1, (key, "trials_completed"): -1}
        )
        parts = ("trials_completed", "not_tried")
        rules.append({**{(key, name): 1 for name in parts}, (key, "charge_sheeted"): -1})
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


@settings(deadline=None, max_examples=80)
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
