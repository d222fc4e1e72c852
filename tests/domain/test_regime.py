"""Which code governs an act and a step."""

from __future__ import annotations

from datetime import date as day

import pytest

from statutes.days import RULES, TURNS
from tracker.domain import regime
from tracker.domain.case import Case, Disposal, Event, Fir, Hearing
from tracker.domain.matter import Matter
from tracker.domain.words import DisposalKind

OLD, NEW = day(2024, 6, 30), day(2024, 7, 1)


def matter(*events: Event, fir_on: day | None = None, state: str | None = "MH", **keys: object) -> Matter:
    """Lay out a case with an FIR of that day."""
    fir = Fir(registered_on=fir_on, state=state, **keys) if fir_on or keys else None  # type: ignore[arg-type]
    return Matter(Case(ref="T", fir=fir, events=events), {})


def event(kind: str, on: day) -> Event:
    """Make an event of that kind and day."""
    return Event(kind=kind, on=on)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("first", "last", "codes"),
    [
        (OLD, OLD, ("IPC",)),
        (NEW, NEW, ("BNS",)),
        (OLD, NEW, ("IPC", "BNS")),
        (None, OLD, ("IPC",)),
        (NEW, None, ("BNS",)),
        (None, None, ()),
    ],
)
def test_the_day_of_the_act_decides_the_penal_code(
    first: day | None, last: day | None, codes: tuple[str, ...]
) -> None:
    """An act before 1 July 2024 is the IPC's, from that day the BNS's, across it both."""
    assert regime.penal_codes(first, last) == codes


def test_a_span_names_every_amendment_day_that_it_crosses() -> None:
    """A heavier minimum that came in the middle splits the charge; the first day itself does not."""
    assert [turn.day for turn in regime.crossed(day(2019, 8, 1), day(2019, 9, 1))] == [day(2019, 8, 16)]
    assert regime.crossed(day(2019, 8, 16), day(2019, 9, 19)) == ()
    assert [t.day for t in regime.crossed(day(2022, 8, 31), NEW)] == [day(2022, 9, 1), NEW]


def test_a_change_of_limits_alone_does_not_split_a_charge() -> None:
    """The POCSO Rules of 2020 and the ruling of March 2023 changed no offence."""
    assert regime.crossed(day(2020, 1, 1), day(2020, 12, 31)) == ()


def test_the_turns_are_in_order() -> None:
    """A reader finds a day where it belongs."""
    assert list(TURNS) == sorted(TURNS, key=lambda turn: turn.day)


def test_an_old_fir_keeps_the_investigation_under_the_old_code() -> None:
    """REGIME-1: a charge sheet of 2025 in an FIR of June 2024 answers to the CrPC."""
    case = matter(event("charge_sheet_filed", day(2025, 1, 1)), fir_on=OLD)
    assert regime.procedure(case)["investigation"] == "CrPC"
    assert "REGIME-1" in regime.why(case, "investigation")


def test_a_new_fir_for_an_old_act_is_under_the_new_code() -> None:
    """REGIME-2: every step follows the FIR's day, whatever the day of the act."""
    case = matter(fir_on=NEW)
    assert set(regime.procedure(case).values()) == {"BNSS"}
    assert "01-07-2024" in regime.why(case, "trial")


def test_cognizance_before_the_change_keeps_the_trial_old() -> None:
    """REGIME-4: a pending trial stays under the CrPC to its end."""
    case = matter(
        event("cognizance_taken", OLD), event("arguments_closed", day(2026, 1, 1)), fir_on=day(2020, 1, 1)
    )
    assert regime.procedure(case)["trial"] == "CrPC"


@pytest.mark.parametrize("sheet", [OLD, NEW])
def test_cognizance_after_the_change_in_an_old_fir_is_unsettled(sheet: day) -> None:
    """REGIME-4B: whenever the charge sheet came, the High Courts differ, and the why names them."""
    case = matter(event("charge_sheet_filed", sheet), event("cognizance_taken", day(2024, 7, 2)), fir_on=OLD)
    assert regime.procedure(case)["trial"] == "unsettled"
    assert "contested" in regime.why(case, "trial")


def test_an_old_trial_without_a_day_of_cognizance_is_known_by_its_later_steps() -> None:
    """A register that says only when charges were framed still shows a trial pending in 2022."""
    case = matter(
        event("charges_framed", day(2022, 1, 1)),
        event("arguments_closed", day(2025, 1, 1)),
        fir_on=day(2019, 1, 1),
    )
    assert regime.procedure(case)["trial"] == "CrPC"


def test_a_trial_hearing_shows_that_the_court_had_the_matter_and_a_remand_does_not() -> None:
    """Evidence heard in 2023 is a pending trial; a remand of 2023 is not."""
    for purpose, code in (("evidence", "CrPC"), ("remand", "unsettled")):
        hearing = Hearing(on=day(2023, 5, 1), purpose=purpose, outcome="held")  # type: ignore[arg-type]
        case = Case(ref="T", fir=Fir(registered_on=day(2023, 1, 1)), hearings=(hearing,))
        assert regime.procedure(Matter(case, {}))["trial"] == code


def test_an_old_journal_that_stops_at_the_charge_sheet_is_the_old_codes() -> None:
    """A case of 2019 seen in 2019 isn't called unsettled; once something newer is recorded, it is."""
    sheet = event("charge_sheet_filed", day(2019, 11, 18))
    assert regime.procedure(matter(sheet, fir_on=day(2019, 9, 20)))["trial"] == "CrPC"
    later = event("told_of_progress", day(2025, 1, 1))
    assert regime.procedure(matter(sheet, later, fir_on=day(2019, 9, 20)))["trial"] == "unsettled"


def test_a_register_that_knows_only_an_old_end_is_the_old_codes() -> None:
    """A case disposed of in 2017 was before a court then."""
    told = Disposal(kind=DisposalKind.CONVICTED, on=day(2017, 3, 2))
    case = Case(ref="T", fir=Fir(year=2015), disposal=told)
    assert set(regime.procedure(Matter(case, {})).values()) == {"CrPC", "unsettled"}
    assert regime.procedure(Matter(case, {}))["trial"] == "CrPC"


def test_an_appeal_follows_the_day_it_was_filed() -> None:
    """REGIME-5 and 5B: the judgment's day doesn't matter once an appeal is in."""
    judgment = event("judgment_delivered", day(2024, 6, 1))
    for on, code in ((OLD, "CrPC"), (NEW, "BNSS")):
        case = matter(judgment, event("appeal_filed", on), fir_on=day(2018, 1, 1))
        assert regime.procedure(case)["appeal"] == code


@pytest.mark.parametrize(
    ("state", "code"),
    [("MH", "BNSS"), ("GA", "BNSS"), ("RJ", "CrPC"), ("PB", "unsettled"), (None, "unsettled")],
)
def test_a_new_application_in_an_old_matter_follows_its_high_court(state: str | None, code: str) -> None:
    """REGIME-6: contested by State, and never silently chosen where no High Court has spoken."""
    case = matter(event("bail_applied", NEW), fir_on=OLD, state=state)
    assert regime.procedure(case)["application"] == code
    assert regime.application_code(case, OLD) == "CrPC"


def test_without_an_fir_the_first_court_event_decides() -> None:
    """A register that begins at the remand is dated by it; a rescue before it is not a court's."""
    rescue = event("rescue_attempted", day(2024, 6, 1))
    assert regime.procedure(matter(rescue, event("remanded", OLD)))["investigation"] == "CrPC"
    assert regime.procedure(matter(rescue, event("remanded", NEW)))["investigation"] == "BNSS"


def test_a_journal_with_no_fir_and_no_court_is_settled_only_when_it_begins_under_the_new_codes() -> None:
    """An FIR still to come after a complaint of 2025 can only be new; after one of 2024 it can be either."""
    assert regime.procedure(matter(event("complaint_received", NEW)))["investigation"] == "BNSS"
    assert regime.procedure(matter(event("complaint_received", OLD)))["investigation"] == "unsettled"
    assert set(regime.procedure(matter()).values()) == {"unsettled"}


def test_the_year_of_the_fir_is_enough_unless_it_is_2024() -> None:
    """Registers often give "412/2019" and no day."""
    assert regime.procedure(matter(year=2019))["investigation"] == "CrPC"
    assert regime.procedure(matter(year=2025))["trial"] == "BNSS"
    assert regime.procedure(matter(event("remanded", NEW), year=2024))["investigation"] == "unsettled"
    assert regime.procedure(matter(event("remanded", OLD), year=2024))["investigation"] == "CrPC"


def test_a_zero_fir_across_the_change_is_unsettled() -> None:
    """Which of the two days counts is not known to have been decided, so nobody guesses."""
    case = matter(event("zero_fir_registered", OLD), event("fir_registered", NEW), fir_on=NEW)
    assert regime.procedure(case)["investigation"] == "unsettled"


@pytest.mark.parametrize("step", regime.STEPS)
def test_every_step_explains_itself(step: str) -> None:
    """The why begins with the code and, where a rule decides, ends with how sure it is."""
    case = matter(event("cognizance_taken", NEW), fir_on=OLD)
    said = regime.why(case, step)
    assert said.startswith(regime.procedure(case)[step])
    assert said.endswith(".")


def test_every_rule_says_who_decided_it() -> None:
    """A rule without an authority or with a certainty of another scale would be a guess."""
    for rule in RULES.values():
        assert rule.authority
        assert rule.certainty in {"high", "good", "contested", "analysis", "check"}
