"""The whole law on small cases reckoned by hand: each a point on which a wrong day would lose something."""

from __future__ import annotations

from typing import Any

import pytest

from tests.domain.lawrows import D, case, charge, event, known, sunday
from tracker.domain import charged
from tracker.domain.case import Accused, Case, Charge, Event, Proceeding, Victim
from tracker.domain.clocks import reckon_clocks, silent, why
from tracker.domain.law import law_of
from tracker.domain.matter import Matter
from tracker.domain.shapes import Clock
from tracker.domain.stages import standing

LAW = law_of(sunday)
A1, A2 = Accused(label="A1"), Accused(label="A2")
CHILD = Victim(code="V1", sex="F", age=known("minor", 15))  # type: ignore[arg-type]
WOMAN = Victim(code="V2", sex="F", age=known("adult", 25))  # type: ignore[arg-type]


def matter(*events: Event, court: str | None = None, **keys: Any) -> Matter:
    """Return a case laid out, tried in a court of that kind."""
    if court:
        keys["proceedings"] = (Proceeding(key="trial", kind="trial", court="c"),)  # type: ignore[arg-type]
    keys.setdefault("accused", (A1,))
    return Matter(case(*events, **keys), {"c": court} if court else {})


def found(limit: str, of: Matter, who: str | None = None) -> list[Clock]:
    """Return the clocks of one limit, of one person if named."""
    clocks = reckon_clocks(of, standing(of), LAW)
    return [c for c in clocks if c.limit == limit and who in (None, c.who)]


def absent(limit: str, of: Matter) -> str:
    """Return why a limit runs for nobody."""
    return next(one.why for one in silent(of, standing(of), LAW) if one.limit == limit)


def test_days_before_an_executive_magistrate_count_for_default_bail() -> None:
    """Held by an Executive Magistrate from 25-12-2024, remanded on the 30th: day 60 is 22-02-2025."""
    of = matter(
        event("2024-12-25", "detained_by_executive_magistrate", accused="A1"),
        event("2024-12-30", "remanded", accused="A1"),
        fir="2024-12-24",
        charges=(charge("BNS-144-2"),),
    )
    (clock,) = found("DB-60-BNSS", of)
    assert (clock.starts_on, clock.due_on) == (D("2024-12-25"), D("2025-02-22"))


def test_a_new_remand_after_release_is_told_and_not_reckoned() -> None:
    """Bail on 20-10-2024, remanded again 05-11-2024: the clock has ended, and the why says what to count."""
    of = matter(
        event("2024-10-01", "remanded", accused="A1"),
        event("2024-10-20", "bail_granted", accused="A1"),
        event("2024-11-05", "remanded", accused="A1"),
        fir="2024-09-30",
        charges=(charge("BNS-143-3"),),
    )
    (clock,) = found("DB-90-BNSS", of)
    said = why(clock, LAW, D("2024-12-01"))
    assert clock.ended_on == D("2024-10-20")
    assert "Remanded again on 05-11-2024" in said
    assert "count them by hand" in said


def test_no_maximum_stated_is_not_a_fine_only() -> None:
    """POCSO 14(1) has a minimum of five years and no maximum: cognizance is never barred by time."""
    of = matter(fir="2024-09-01", charges=(charge("POCSO-14-1-first", victim="V1"),), victims=(CHILD,))
    assert found("COGN-LIM-BNSS", of) == []
    assert "36 months" in absent("COGN-LIM-BNSS", of)


def test_no_maximum_stated_gives_no_share_of_it() -> None:
    """Half of a term that the Act doesn't state can't be reckoned, and the clock says which term."""
    of = matter(
        event("2024-09-02", "remanded", accused="A1"),
        fir="2024-09-01",
        charges=(charge("POCSO-14-1-first", victim="V1"),),
        victims=(CHILD,),
    )
    (clock,) = found("UTP-HALF-BNSS", of)
    assert clock.blocked_by == "the longest term of POCSO-14-1-first: the Act states none"


def test_common_intention_and_definitions_hide_no_limitation() -> None:
    """ITPA 3 read with IPC 34 and 370(1): three years from the offence, as ITPA 3 alone."""
    of = matter(
        event("2021-06-01", "charge_sheet_filed"),
        fir="2021-05-02",
        charges=(charge("ITPA-3-1-first"), charge("IPC-34"), charge("IPC-370-1")),
    )
    (clock,) = found("COGN-LIM-CRPC", of)
    assert (clock.due_on, clock.blocked_by) == (D("2024-05-02"), None)


def test_a_bare_definition_picks_no_custody_band() -> None:
    """IPC 370(1) alone is a definition: the clock is blocked and names what is missing."""
    of = matter(
        event("2021-05-03", "remanded", accused="A1"), fir="2021-05-02", charges=(charge("IPC-370-1"),)
    )
    (clock,) = found("DB-60-CRPC", of)
    assert clock.blocked_by == "a charge with a sentence of its own beside IPC-370-1"


def test_nothing_less_than_life_is_a_heinous_offence() -> None:
    """BNS 143(7) has no minimum in years but life itself: a boy of 17 is assessed within three months."""
    of = matter(
        event("2024-10-31", "produced_before_juvenile_board", accused="A1"),
        fir="2024-10-30",
        accused=(Accused(label="A1", age=17, child=True),),
        charges=(charge("BNS-143-7"),),
    )
    (clock,) = found("JJ-14-PA-3M", of)
    assert clock.due_on == D("2025-01-31")


def two_tried_apart() -> Matter:
    """Return a case with A1 sentenced on 03-01-2020 and A2, taken later, on 04-02-2022."""
    return matter(
        event("2018-04-01", "charge_sheet_filed"),
        event("2020-01-01", "convicted", accused="A1"),
        event("2020-01-03", "sentence_passed"),
        event("2022-02-01", "convicted", accused="A2"),
        event("2022-02-04", "sentence_passed"),
        court="sessions",
        fir="2018-02-01",
        accused=(A1, A2),
        charges=(charge("IPC-370-3"),),
    )


@pytest.mark.parametrize(("who", "due"), [("A1", "2020-03-03"), ("A2", "2022-04-05")])
def test_a_later_sentence_does_not_open_the_first_ones_appeal_again(who: str, due: str) -> None:
    """Sixty days from one's own sentence: 03-03-2020 for A1, 05-04-2022 for A2."""
    (clock,) = found("APP-HC-60", two_tried_apart(), who)
    assert clock.due_on == D(due)


def test_a_partial_acquittal_runs_for_the_state_and_the_convict() -> None:
    """Acquitted of trafficking, convicted under ITPA on 01-10-2024: 90 days for the State, 60 for A1."""
    of = matter(
        event("2024-10-01", "acquitted", accused="A1", provisions=("IPC-370-3",)),
        event("2024-10-01", "convicted", accused="A1", provisions=("ITPA-3-1-first",)),
        court="sessions",
        fir="2018-02-01",
        charges=(charge("IPC-370-3"), charge("ITPA-3-1-first")),
    )
    (state,), (convict,) = found("APP-STATE-ACQ-90", of), found("APP-HC-60", of)
    assert (state.due_on, convict.due_on) == (D("2024-12-30"), D("2024-11-30"))


def test_where_courts_are_split_the_bar_of_limitation_is_shown_under_both() -> None:
    """FIR of 2022, no sheet: by the BNSS the FIR was in time, by the CrPC the sheet is due by 01-05-2025."""
    of = matter(fir="2022-05-01", charges=(charge("ITPA-3-1-first"),))
    (old,), (new,) = found("COGN-LIM-CRPC", of), found("COGN-LIM-BNSS", of)
    assert (old.code, old.nature, old.due_on, old.met_on) == ("unsettled", "advisory", D("2025-05-01"), None)
    assert (new.code, new.met_on) == ("unsettled", D("2022-05-01"))


def test_where_courts_are_split_a_rape_under_the_ipc_keeps_its_trial_target() -> None:
    """The BNSS row names the BNS only: the CrPC row, two months from the sheet, is shown as advice."""
    of = matter(
        event("2024-07-20", "charge_sheet_filed"),
        event("2024-08-05", "cognizance_taken"),
        court="sessions",
        fir="2023-05-01",
        charges=(charge("IPC-376-1-v2018"),),
    )
    (clock,) = found("TRIAL-2M-CRPC", of)
    assert (clock.due_on, clock.code, clock.nature) == (D("2024-09-20"), "unsettled", "advisory")


def test_a_rape_under_the_ipc_in_a_bnss_case_is_not_answered_in_silence() -> None:
    """Offence 28-06-2024, FIR 01-07-2024: BNSS 193(2) names the BNS, and the why leaves the rest open."""
    of = matter(fir="2024-07-01", charges=(charge("IPC-376-1-v2018"),))
    assert "was not found" in absent("INV-2M-BNSS", of)


def test_an_adult_has_no_clock_by_a_charge_that_needs_a_child() -> None:
    """POCSO 8 names nobody: V1, a child, is to be examined; V2, a woman not said to be raped, is not."""
    of = matter(fir="2024-07-10", charges=(charge("POCSO-8"), charge("BNS-143-3")), victims=(CHILD, WOMAN))
    assert [c.who for c in found("MED-EXAM-24H-BNSS", of)] == ["V1"]


def test_a_special_courts_petty_case_is_no_summons_case_of_a_magistrate() -> None:
    """The six months of CrPC 167(5) are for a Magistrate's case, not for JJ 74 before a Children's Court."""
    of = matter(event("2024-07-10", "arrested", accused="A1"), fir="2024-07-10", charges=(charge("JJ-74-3"),))
    assert found("INV-SUMMONS-6M-BNSS", of) == []


def test_police_custody_under_the_organised_crime_act_is_not_shown_by_the_code() -> None:
    """The MCOCA has a window of its own, so the Code's fifteen days are not shown for it."""
    of = matter(
        event("2024-09-21", "remanded", accused="A1"), fir="2024-09-20", charges=(charge("MCOCA-3-4"),)
    )
    assert found("REMAND-PC15-BNSS", of) == []
    (clock,) = found("DB-MCOCA-90", of)
    assert "30 days, from memory" in why(clock, LAW, D("2024-09-22"))


@pytest.mark.parametrize(
    ("limit", "words"),
    [
        ("APP-VICTIM", "Safest is 60 days to the High Court, 30 to the Court of Session."),
        ("APP-HC-60", "BNSS 356(7) speaks of three years"),
    ],
)
def test_a_doubt_of_the_row_is_said_while_the_clock_is_open(limit: str, words: str) -> None:
    """The split on a victim's appeal is told before the day is past, not after."""
    clock = found(limit, two_tried_apart(), "A1")[0]
    assert words in why(clock, LAW, D("2020-01-10"))


def test_an_old_remand_says_how_it_may_have_been_counted() -> None:
    """Before 27-03-2023 courts differed on the first day."""
    of = matter(
        event("2019-09-21", "remanded", accused="A1"), fir="2019-09-20", charges=(charge("IPC-370-3"),)
    )
    (clock,) = found("DB-90-CRPC", of)
    assert "may have left the day of remand out" in why(clock, LAW, D("2019-10-01"))


def test_life_or_a_term_is_not_graver_than_life_with_a_minimum() -> None:
    """Of IPC 371 (life or up to ten years) and 370(3) (ten years to life) the second is the gravest."""
    both = [Charge(provision=id_) for id_ in ("IPC-371", "IPC-370-3")]
    assert charged.gravest(both, LAW.provision) == "IPC-370-3"


def test_a_section_outside_the_catalogue_without_a_maximum_is_not_light() -> None:
    """Given a minimum of seven years and no maximum, no limitation is claimed for it."""
    by_hand = Charge(provision=None, as_written="IPC 392", min_months=84)
    of = Matter(Case(ref="T", charges=(by_hand,), offence=case().offence), {})
    assert found("COGN-LIM-CRPC", of) == []


def test_another_reading_of_the_words_is_not_called_an_extension() -> None:
    """ITPA 17(1): ten days with the order's day, or eleven on the other reading; nothing extends them."""
    of = matter(event("2024-10-01", "safe_custody_ordered", victim="V2"), fir="2024-09-30", victims=(WOMAN,))
    (clock,) = found("ITPA-17-1-10D", of)
    said = why(clock, LAW, D("2024-10-02"))
    assert (clock.due_on, clock.outer_on) == (D("2024-10-10"), D("2024-10-11"))
    assert "By the other reading of the words the last day is 11-10-2024." in said
    assert "extended" not in said
