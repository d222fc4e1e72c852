"""Times and chances with open cases, held to hand-worked examples, to statsmodels and to lifelines."""

from __future__ import annotations

import warnings
from collections import Counter

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tracker.domain.survival import Spells

CLOSE = 1e-9
HOW = ("open", "acquitted", "convicted", "other")


def spells(days: list[int], ends: list[int]) -> Spells:
    """Return the spells of these days; 0 is open, 1 to 3 the endings in `HOW`."""
    return Spells(Counter((HOW[end], day) for day, end in zip(days, ends, strict=True)))


def test_kaplan_meier_by_hand() -> None:
    """The leukaemia arm of Freireich (1963): 21 patients, ties, and the survival every textbook prints."""
    days = [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35]
    ended = [1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0]
    found = spells(days, ended)
    at = dict(zip(found.days.tolist(), found.survival.tolist(), strict=True))
    printed = {6: 0.857, 7: 0.807, 10: 0.753, 13: 0.690, 16: 0.627, 22: 0.538, 23: 0.448}
    assert {day: round(at[day], 3) for day in printed} == printed
    assert found.quantile(0.5) == 23
    assert found.median_of_ended() == 10


def test_aalen_johansen_by_hand() -> None:
    """Six cases: one convicted at 100, one quashed at 200, one convicted at 300, open at 150, 250 and 350.

    1/6; then 5/6 x 1/4; then 5/6 x 3/4 x 1/2.
    """
    found = spells([100, 150, 200, 250, 300, 350], [2, 0, 3, 0, 2, 0])
    assert found.incidence("convicted")[-1] == pytest.approx(1 / 6 + 5 / 6 * 3 / 4 * 1 / 2)
    assert found.incidence("other")[-1] == pytest.approx(5 / 6 * 1 / 4)
    assert found.survival[-1] == pytest.approx(5 / 6 * 3 / 4 * 1 / 2)
    naive = 1 - (5 / 6) * (1 / 2)
    assert found.incidence("convicted")[-1] < naive


def test_nothing_is_said_beyond_what_was_followed() -> None:
    """With one case open since 400 days, its chance by three years is not known; by one year it is nought."""
    found = spells([400], [0])
    assert found.chance("convicted", 3 * 365) is None
    assert found.open_after(3 * 365) is None
    chance = found.chance("convicted", 365)
    assert chance is not None
    assert chance.by == 0
    assert found.quantile(0.5) is None
    assert found.median_of_ended() is None


def test_all_ended_is_known_for_ever() -> None:
    """Once every case has ended, the chances stay as they are."""
    chance = spells([10, 20], [2, 1]).chance("convicted", 5000)
    assert chance is not None
    assert chance.by == 0.5


def test_no_case_at_all() -> None:
    """Of nothing there is no median and no chance."""
    found = Spells({})
    assert (found.quantile(0.5), found.median_of_ended(), found.chance("convicted", 365)) == (
        None,
        None,
        None,
    )


_MANY = st.lists(st.tuples(st.integers(1, 40), st.integers(0, 3)), min_size=3, max_size=120)


@settings(deadline=None, max_examples=60)
@given(_MANY)
def test_equal_to_statsmodels(pairs: list[tuple[int, int]]) -> None:
    """Survival, its error, incidences and theirs are those of statsmodels to nine decimals, ties included."""
    from statsmodels.duration.survfunc import CumIncidenceRight, SurvfuncRight

    days, ends = np.array([p[0] for p in pairs]), np.array([p[1] for p in pairs])
    found = spells(days.tolist(), ends.tolist())
    if ends.any():
        with warnings.catch_warnings(), np.errstate(all="ignore"):
            warnings.simplefilter("ignore")
            theirs = SurvfuncRight(days, (ends > 0).astype(int))
        at = np.searchsorted(found.days, theirs.surv_times)
        assert np.allclose(found.survival[at], theirs.surv_prob, atol=CLOSE, rtol=0)
        alive = theirs.surv_prob > 0
        error = found.survival[at][alive] * np.sqrt(found.greenwood[at][alive])
        assert np.allclose(error, theirs.surv_prob_se[alive], atol=CLOSE, rtol=0)
    if ends.max() == 3:
        with warnings.catch_warnings(), np.errstate(all="ignore"):
            warnings.simplefilter("ignore")
            theirs = CumIncidenceRight(days, ends)
        alive = found.at_risk > found.events
        for k, how in enumerate(HOW[1:]):
            assert np.allclose(found.incidence(how), theirs.cinc[k], atol=CLOSE, rtol=0)
            ours, their = found.incidence_error(how)[alive], theirs.cinc_se[k][alive]
            assert np.allclose(ours, np.nan_to_num(their), atol=1e-7, rtol=0)


@settings(deadline=None, max_examples=25)
@given(_MANY)
def test_equal_to_lifelines(pairs: list[tuple[int, int]]) -> None:
    """Survival, its median and its band are those of lifelines to nine decimals."""
    from lifelines import KaplanMeierFitter

    days, ends = [p[0] for p in pairs], [p[1] for p in pairs]
    found = spells(days, ends)
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        theirs = KaplanMeierFitter().fit(days, [end > 0 for end in ends])
    table = theirs.survival_function_.loc[found.days, "KM_estimate"].to_numpy()
    assert np.allclose(found.survival, table, atol=CLOSE, rtol=0)
    median = theirs.median_survival_time_
    if not np.isclose(found.survival, 0.5, atol=CLOSE).any():  # at a half exactly its rounding decides
        assert found.quantile(0.5) == (None if np.isinf(median) else int(median))
    band = theirs.confidence_interval_survival_function_.loc[found.days].to_numpy()
    low, high = found.band()
    inside = (found.survival > 0) & (found.survival < 1)
    assert np.allclose(low[inside], band[inside, 0], atol=CLOSE, rtol=0)
    assert np.allclose(high[inside], band[inside, 1], atol=CLOSE, rtol=0)


@settings(deadline=None, max_examples=20)
@given(st.lists(st.integers(0, 3), min_size=5, max_size=60), st.randoms(use_true_random=False))
def test_incidence_equal_to_lifelines_without_ties(ends: list[int], random: object) -> None:
    """Where no two days are the same, lifelines jitters nothing, and the incidence is its own."""
    from lifelines import AalenJohansenFitter

    days = list(range(1, len(ends) + 1))
    random.shuffle(days)  # type: ignore[attr-defined]
    if 2 not in ends:
        ends = [2, *ends[1:]]
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        theirs = AalenJohansenFitter(calculate_variance=False).fit(days, ends, event_of_interest=2)
    found = spells(days, ends)
    table = theirs.cumulative_density_.iloc[:, 0].reindex(found.days, method="ffill").to_numpy()
    assert np.allclose(found.incidence("convicted"), table, atol=CLOSE, rtol=0)


@settings(deadline=None, max_examples=60)
@example([(1, 0), (1, 1), (2, 1), (2, 1), (2, 1)])  # a share a hair's breadth above one
@given(_MANY)
def test_chances_of_all_endings_and_of_none_make_one(pairs: list[tuple[int, int]]) -> None:
    """On every day the shares convicted, acquitted, otherwise ended and open add up to one."""
    found = spells([p[0] for p in pairs], [p[1] for p in pairs])
    total = found.survival + sum(found.incidence(how) for how in HOW[1:])
    assert np.allclose(total, 1, atol=CLOSE)
    for how in found.causes:
        low, high = found.incidence_band(how)
        share = found.incidence(how)
        assert (low <= share + CLOSE).all()
        assert (high >= share - CLOSE).all()
