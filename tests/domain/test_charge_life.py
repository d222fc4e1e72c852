"""The life of a charge from the FIR to the judgment, and where one disappeared."""

from __future__ import annotations

from datetime import date

from tracker.domain.case import Accused, Case, Charge, Event, Fir, Offence
from tracker.domain.charge_life import Life, corrections, lives
from tracker.domain.law import law_of
from tracker.domain.matter import Matter
from tracker.domain.words import EventKind, FactWord, Role


def on(text: str, kind: str, provision: str | None = None, **more: object) -> Event:
    """Return an event against A1."""
    return Event(
        on=date.fromisoformat(text),
        kind=EventKind(kind),
        accused="A1",
        provision=provision,
        **more,  # type: ignore[arg-type]
    )


def told(*events: Event, facts: tuple[FactWord, ...] = ()) -> dict[str | None, Life]:
    """Return the lives of 370(3), 372 and 506 Part II by provision."""
    case = Case(
        ref="X",
        fir=Fir(registered_on=date(2019, 9, 20)),
        offence=Offence(first_on=date(2019, 9, 1)),
        facts=facts,
        accused=(Accused(label="A1", role=Role.TRAFFICKER),),
        charges=tuple(Charge(accused="A1", provision=id_) for id_ in ("IPC-370-3", "IPC-372", "IPC-506-II")),
        events=events,
    )
    return {life.provision: life for life in lives(Matter(case, {}), law_of())}


def test_a_charge_without_events_is_of_the_fir() -> None:
    """Nothing says when it came: it counts from the FIR."""
    assert told()["IPC-370-3"].fir == date(2019, 9, 20)


def test_a_section_that_the_charge_sheet_leaves_out_is_seen() -> None:
    """The sheet names 370(3) and not 372: 372 disappeared there; 370(3) did not."""
    found = told(
        on("2019-11-18", "charge_sheet_filed"),
        on("2019-11-18", "charge_sheeted", "IPC-370-3"),
    )
    assert found["IPC-372"].gone == "not in the charge sheet of 18-11-2019"
    assert found["IPC-370-3"].gone == ""
    assert found["IPC-370-3"].sheet == date(2019, 11, 18)


def test_a_charge_sheet_without_sections_hides_nothing() -> None:
    """Where no section of the sheet is recorded the board says so and accuses nobody."""
    found = told(on("2019-11-18", "charge_sheet_filed"))
    assert found["IPC-372"].gone == "the charge sheet of 18-11-2019: its sections are not recorded"


def test_a_section_that_was_not_framed_or_was_dropped_is_seen() -> None:
    """370(3) is framed, 372 is not, 506 was dropped by name."""
    found = told(
        on("2019-11-18", "charge_sheeted", "IPC-370-3"),
        on("2019-11-18", "charge_sheeted", "IPC-372"),
        on("2020-02-10", "framed", "IPC-370-3"),
        on("2020-02-10", "dropped", "IPC-506-II"),
    )
    assert found["IPC-372"].gone == "not in the charges framed of 10-02-2020"
    assert found["IPC-506-II"].gone == "dropped on 10-02-2020"


def test_a_section_added_later_says_after_how_long_and_why() -> None:
    """Added 60 days after the FIR on the victim's application; framed again after being dropped, it lives."""
    found = told(
        on("2019-11-19", "added", "IPC-372", note="asked for by the victim's advocate"),
        on("2020-02-10", "dropped", "IPC-370-3"),
        on("2020-03-10", "framed", "IPC-370-3"),
    )
    assert (found["IPC-372"].days, found["IPC-372"].fir) == (60, None)
    assert "victim's advocate" in found["IPC-372"].asked
    assert found["IPC-370-3"].dropped is None


def test_what_was_proved_is_told_by_provision() -> None:
    """Convicted of 370(3), acquitted of 372; 506 has no result."""
    found = told(
        on("2021-01-01", "convicted", provisions=("IPC-370-3",)),
        on("2021-01-01", "acquitted", provisions=("IPC-372",)),
    )
    assert [found[id_].result for id_ in ("IPC-370-3", "IPC-372", "IPC-506-II")] == [
        "convicted",
        "acquitted",
        "",
    ]


def test_what_facts_support_stands_beside_what_was_charged() -> None:
    """Threats support 506; ITPA 3(1) is supported and nobody is charged: both are for the correction view."""
    found = told(facts=(FactWord.THREATS, FactWord.PREMISES_USED_FOR_PROSTITUTION))
    assert found["IPC-506-II"].facts == "now"
    assert found["IPC-370-3"].facts == ""
    assert not found["ITPA-3-1-first"].on_file
    assert [life.provision for life in corrections(found.values())] == ["ITPA-3-1-first"]
