"""The lines of a case, changed where they stand: by keys, by two people at once, and told in the history."""

from __future__ import annotations

from typing import cast

from textual.pilot import Pilot
from textual.widgets import Input, Select, Static, TextArea

from tests.tui.test_screens import MALVANI, choose, fill, notices, press, text
from tests.tui.waiting import settled
from tracker.services import casework, records
from tracker.services.demo import SAMPLE_TODAY
from tracker.services.office import Office
from tracker.tui.app import TrackerApp
from tracker.tui.panerow import plain
from tracker.tui.screens.case import CaseScreen
from tracker.tui.screens.edit import EditScreen
from tracker.tui.screens.versions import VersionsScreen
from tracker.tui.widgets.ledger import Ledger


async def opened(pilot: Pilot[None], *keys: str) -> None:
    """Open the Malvani case and press keys."""
    await settled(pilot)
    cast("TrackerApp", pilot.app).show_case(MALVANI)
    await settled(pilot)
    await press(pilot, *keys)


def witness(office: Office, n: int) -> dict[str, object]:
    """Return a witness as the office has it."""
    return records.of(office, MALVANI)["witnesses"][n - 1]


def test_an_amount_is_said_in_rupees() -> None:
    """The panel below a list says costs as India writes them, not the key of the case file."""
    said = plain({"outcome": "adjourned", "costs_rupees": 150000, "opposed": True})
    assert said == "outcome: adjourned · costs: Rs 1,50,000 · opposed: yes"


async def test_a_line_is_changed_where_it_stands(app: TrackerApp, office: Office) -> None:
    """Enter opens it with each field's rule beside it; only what was changed is written."""
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot, "7", "down", "down", "enter")
        assert isinstance(app.screen, EditScreen)
        assert "Not where the kind is victim" in str([one.render() for one in app.screen.query(".rule")])
        await choose(pilot, "status", "present")
        await fill(pilot, "for_on", "+14")
        assert "Tue 08-12-2026" in text(app, "#echo")
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, CaseScreen)
        assert app.screen.query_one("#witnesses-rows", Ledger).chosen.cells[2:4] == ("present", "08-12-2026")
        assert (
            app.done[-1].command == f"tracker change {MALVANI} witnesses 3 status=present for_on=2026-12-08"
        )
    assert witness(office, 3)["name"] == "Panch 1"


async def test_what_a_field_does_not_take_keeps_the_form(app: TrackerApp, office: Office) -> None:
    """The refusal goes to its field, what was typed stays, and nothing is written."""
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, "7", "enter")
        await fill(pilot, "name", "Q")
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, EditScreen)
        assert "her name is kept apart" in notices(app)
        assert app.screen.query_one("#name", Input).has_focus
    assert "name" not in witness(office, 1)


async def test_a_note_is_added_and_struck_out(app: TrackerApp, office: Office) -> None:
    """+ writes one, x takes it from the list with a why, u puts it back; the history says both."""
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot, "9", "plus")
        app.screen.query_one("#text", TextArea).text = "Ask for the diary."
        await press(pilot, "ctrl+s")
        notes = app.screen.query_one("#notes-rows", Ledger)
        assert notes.row(0).cells[1:3] == ("asha", "Ask for the diary.")
        await press(pilot, "home", "x")
        await fill(pilot, "why", "done")
        await press(pilot, "ctrl+s")
        assert notes.total == 2
        await press(pilot, "minus")
        history = app.screen.query_one("#history-rows", Ledger)
        assert [history.row(n).cells[2] for n in (0, 1)] == ["notes 3 struck out", "notes 3 added"]
        assert records.of(office, MALVANI, struck=True)["notes"][2]["struck"] == "done"
        await press(pilot, "9", "u")
        assert notes.total == 3


async def test_two_people_at_one_field_see_both_versions(app: TrackerApp, office: Office) -> None:
    """The second is shown what the first wrote beside theirs, and decides; mine is written on top."""
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot, "7", "down", "down", "enter")
        records.change(office, MALVANI, "witnesses", 3, {"status": "untraceable"}, None, SAMPLE_TODAY)
        await choose(pilot, "status", "present")
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, VersionsScreen)
        table = app.screen._table()
        assert [list(column.cells) for column in table.columns] == [
            ["Status"],
            ["served"],
            ["can't be found"],
            ["present"],
        ]
        await press(pilot, "escape")
        assert app.screen.query_one("#status", Select).selection == "present"
        await press(pilot, "ctrl+s", "m")
        assert isinstance(app.screen, CaseScreen)
    assert witness(office, 3)["status"] == "present"


async def test_head_people_and_charges_are_changed_too(app: TrackerApp, office: Office) -> None:
    """E changes the lead, Enter an accused and a charge; a link in another case is told here."""
    link = {"kind": "same_network", "ref": MALVANI, "said_by": "the officer"}
    records.add(office, "NAG-2023-017", "links", link, SAMPLE_TODAY)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot, "E")
        await fill(pilot, "lead", "ravi")
        await press(pilot, "ctrl+s", "3", "enter")
        await fill(pilot, "age", "36")
        await press(pilot, "ctrl+s", "4", "down", "enter")
        await fill(pilot, "as_written", "370 4")
        await press(pilot, "ctrl+s")
        assert "lead ravi" in str(app.screen.query_one("#head", Static).render())
        await press(pilot, "0")
        assert ("NAG-2023-017", "← same network", "", "the officer", "") in [
            one.cells for one in app.screen.query_one("#links-rows", Ledger)._pages[0]
        ]
    view = casework.show(office, MALVANI, SAMPLE_TODAY)
    assert (view.lead, view.accused[0]["age"], view.charges[1]["as_written"]) == ("ravi", 36, "370 4")


async def test_a_line_of_the_journal_opens_its_correction(app: TrackerApp, office: Office) -> None:
    """The form begins from the line as it stands; saved, the line is corrected and both stay."""
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot, "6", "enter")
        assert app.screen.query_one("#kind", Select).selection == "testified"
        assert app.screen.query_one("#victim", Select).selection == "V2"
        await fill(pilot, "on", "20-02-2024")
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, CaseScreen)
    line = casework.history(office, MALVANI)[-1]
    assert (line["corrects"], line["victim"], str(line["on"])) == (26, "V2", "2024-02-20")
