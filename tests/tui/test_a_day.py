"""A day at the desk as a person goes through it: with the keyboard, and with the mouse alone."""

from __future__ import annotations

from datetime import date

import pytest

from tests.tui.test_screens import choose, fill, notices, press, text
from tests.tui.waiting import settled
from tracker.domain.case import Case, Hearing, Proceeding
from tracker.domain.words import ProceedingKind, Purpose
from tracker.services import casework, docket, hearings
from tracker.services.demo import SAMPLE_TODAY
from tracker.services.office import Office
from tracker.tui.app import TrackerApp
from tracker.tui.screens.adjourn import AdjournScreen
from tracker.tui.screens.clash import ClashScreen
from tracker.tui.screens.home import HomeScreen
from tracker.tui.widgets.ledger import Ledger

COURT = "dindoshi-11"
FORTNIGHT = date(2026, 12, 8)


@pytest.fixture
def fourteen(office: Office) -> None:
    """List fourteen matters today in a court of the sample that has none."""
    trial = Proceeding(key="trial", kind=ProceedingKind.TRIAL, court=COURT)
    listed = Hearing(on=SAMPLE_TODAY, proceeding="trial", purpose=Purpose.EVIDENCE, advocate="lata")
    for number in range(14):
        case = Case(ref=f"L-{number:02}", proceedings=(trial,), hearings=(listed,))
        casework.add_case(office, case, SAMPLE_TODAY)


def moved(office: Office) -> int:
    """Return how many matters that court has in a fortnight."""
    return len(hearings.agenda(office, FORTNIGHT, FORTNIGHT, court=COURT))


@pytest.mark.usefixtures("fourteen")
async def test_fourteen_matters_are_marked_adjourned_and_taken_back(app: TrackerApp, office: Office) -> None:
    """The judge is on leave: a filter, *, J, a date; then u, and Ctrl+Y. Marks stand in the margin."""
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "d", "slash", *"L-", "enter", "space", "asterisk")
        assert "14 marked" in text(app, "#line")
        assert app.screen.query_one(Ledger).render_line(1).text.startswith("*L-00")
        await press(pilot, "J", *"+14")
        assert "14 matters, judge absent or on leave: next Tue 08-12-2026, gap 14 d" in text(app, "#echo")
        await press(pilot, "ctrl+s")
        assert moved(office) == 14
        assert not app.screen.query_one(Ledger).marked
        await press(pilot, "u")
        assert "Undone: 14 hearings of 24-11-2026" in notices(app)
        assert moved(office) == 0
        await press(pilot, "ctrl+y")
        assert moved(office) == 14


@pytest.mark.usefixtures("fourteen")
async def test_a_courts_day_is_adjourned_from_court_mode(app: TrackerApp, office: Office) -> None:
    """J begins with the court of the matter on the screen; Esc and the mark's Esc leave first."""
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "space", "escape")
        assert isinstance(app.screen, HomeScreen)
        assert not app.screen.query_one("#today", Ledger).marked
        await press(pilot, "c", "p", "J")
        assert isinstance(app.screen, AdjournScreen)
        await fill(pilot, "next_on", "2w")
        await press(pilot, "enter")
    assert moved(office) == 14


@pytest.mark.parametrize(("key", "left"), [("t", "part_heard"), ("m", "held")])
async def test_a_clash_on_one_hearing_is_decided_by_the_person(
    app: TrackerApp, office: Office, key: str, left: str
) -> None:
    """Another program wrote the same hearing while the form was open: both are shown, nothing is lost."""
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "h")
        hearings.record(
            office,
            "NAG-2023-017",
            on=SAMPLE_TODAY,
            outcome="part_heard",
            next_on=FORTNIGHT,
            today=SAMPLE_TODAY,
        )
        await choose(pilot, "outcome", "held")
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, ClashScreen)
        said = "\n".join(str(one.render()) for one in app.screen.query("Static"))
        assert "THEIRS, on file: part heard, next 08-12-2026" in said
        assert "MINE, not written: " in said
        await press(pilot, key)
        assert isinstance(app.screen, HomeScreen)
    today = {one.ref: one.outcome for one in hearings.agenda(office, SAMPLE_TODAY, SAMPLE_TODAY)}
    assert today["NAG-2023-017"] == left


async def test_cases_get_another_lead_and_the_undo_gives_them_back(app: TrackerApp, office: Office) -> None:
    """Space twice marks two; l asks the name."""
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "d", "space", "space", "l", *"zoya", "enter")
        assert docket.count(office, "lead:zoya", SAMPLE_TODAY) == 2
        await press(pilot, "u")
        assert docket.count(office, "lead:zoya", SAMPLE_TODAY) == 0
