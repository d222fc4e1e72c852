"""The screens, driven by keys and by mouse on the sample office."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import date, timedelta
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import DataTable, Input, OptionList, Select, Static
from textual.worker import WorkerCancelled

from tests.tui.mouse import hint
from tests.tui.waiting import settled
from tracker.services import agenda, casework, docket, hearings, interchange
from tracker.services.demo import SAMPLE_TODAY
from tracker.services.office import Office
from tracker.tui.app import TrackerApp
from tracker.tui.screens.case import CaseScreen
from tracker.tui.screens.docket import DocketScreen
from tracker.tui.screens.flags import FlagsScreen
from tracker.tui.screens.hearing import HearingScreen
from tracker.tui.screens.help import HelpScreen
from tracker.tui.screens.home import HomeScreen
from tracker.tui.screens.record import RecordScreen
from tracker.tui.widgets.hints import Hints
from tracker.tui.widgets.ledger import Ledger
from tracker.tui.widgets.tabstrip import TabStrip

MALVANI = "MUM-2019-014"


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys, each after the answer to the one before."""
    for key in keys:
        await pilot.press(key)
        await settled(pilot)


def text(app: TrackerApp, where: str) -> str:
    """Return what a line of the screen says."""
    return str(app.screen.query_one(where, Static).render())


def notices(app: TrackerApp) -> str:
    """Return what the notices say."""
    return "\n".join(one.message for one in app._notifications)


def row(app: TrackerApp) -> Any:
    """Return the row under the cursor."""
    return app.screen.query_one(Ledger).chosen


async def choose(pilot: Pilot[None], field: str, word: str) -> None:
    """Choose a word of a list, as a person would with arrows or mouse."""
    pilot.app.screen.query_one(f"#{field}", Select).value = word
    await settled(pilot)


async def fill(pilot: Pilot[None], field: str, said: str) -> None:
    """Type into a field, in place of what it held."""
    box = pilot.app.screen.query_one(f"#{field}", Input)
    box.focus()
    box.value = ""
    await press(pilot, *("minus" if letter == "-" else letter for letter in said))


async def test_the_first_screen_is_today_and_says_that_the_office_is_a_sample(app: TrackerApp) -> None:
    """The demo is marked on every screen, and opens on the day's board."""
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        assert isinstance(app.screen, HomeScreen)
        assert "SAMPLE" in str(app.screen.query_one("Banner").render())
        assert app.screen.query_one("#today", Ledger).total == 2


async def test_a_digit_opens_the_whole_list_of_its_panel(app: TrackerApp) -> None:
    """2 on the board opens the pending dates."""
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "2")
        assert isinstance(app.screen, FlagsScreen)
        assert {row(app).kind} <= {"no_next_date", "outcome_missing"}


async def test_enter_opens_the_case_under_the_cursor(app: TrackerApp) -> None:
    """Down and Enter open the second case of the docket."""
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "d", "down")
        ref = row(app).ref
        await press(pilot, "enter")
        assert isinstance(app.screen, CaseScreen)
        assert app.screen.ref == ref
        assert ref in text(app, "#head")


async def test_a_double_click_opens_a_case(app: TrackerApp) -> None:
    """The mouse opens what Enter opens."""
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "d")
        await pilot.click(Ledger, offset=(5, 4), times=2)
        await settled(pilot)
        assert isinstance(app.screen, CaseScreen)
        assert app.screen.ref == MALVANI


async def test_a_click_on_a_heading_sorts_by_it(app: TrackerApp) -> None:
    """The heading of the next hearing brings today's first."""
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "d")
        await pilot.click(Ledger, offset=(72, 0))
        await settled(pilot)
        assert row(app).next_hearing == SAMPLE_TODAY


async def test_a_filter_is_typed_completed_and_cleared(app: TrackerApp, office: Office) -> None:
    """Slash, letters, Tab and Enter show the cases; Esc shows all again."""
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "d", "slash", *"stage:prosec", "tab", "enter")
        shown = docket.count(office, "stage:prosecution_evidence", SAMPLE_TODAY)
        assert app.screen.query_one(Ledger).total == shown > 0
        assert "stage:prosecution_evidence" in text(app, "#line")
        await press(pilot, "escape")
        assert app.screen.query_one(Ledger).total == docket.count(office, "", SAMPLE_TODAY)


async def test_a_filter_that_cannot_be_read_says_why_and_keeps_what_was_typed(app: TrackerApp) -> None:
    """An unknown key is named, and the letters stay in the box."""
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "d", "slash", *"stag:fir", "enter")
        assert "unknown key" in notices(app)
        assert app.screen.query_one("#filter", Input).value == "stag:fir"


async def test_a_hearing_is_recorded_and_its_next_date_stands_in_the_docket(
    app: TrackerApp, office: Office
) -> None:
    """h, an outcome, +14 and Ctrl+S; the docket shows the new day at once."""
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "d", "slash", *"NAG-2023-017", "enter", "h")
        assert isinstance(app.screen, HearingScreen)
        await choose(pilot, "outcome", "adjourned")
        await choose(pilot, "asked_by", "defence")
        await fill(pilot, "next_on", "+14")
        assert "Tue 08-12-2026" in text(app, "#echo")
        assert "gap 14 d" in text(app, "#echo")
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, DocketScreen)
        assert row(app).next_hearing == date(2026, 12, 8)
        assert "Next Tue 08-12-2026" in notices(app)
    listed = agenda.between(office, date(2026, 12, 8), date(2026, 12, 8))
    assert [one.ref for one in listed] == ["NAG-2023-017"]


async def test_costs_that_cannot_be_read_are_refused_and_those_that_can_are_kept(
    app: TrackerApp, office: Office
) -> None:
    """Less than nought is refused at its field; "₹ 02,500/-" is 2500, in the record and in the log."""
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "d", "slash", *"NAG-2023-017", "enter", "h")
        await choose(pilot, "outcome", "adjourned")
        await choose(pilot, "opposed", "yes")
        await fill(pilot, "costs_rupees", "-5")
        await press(pilot, "ctrl+s")
        assert app.screen.query_one("#costs_rupees").has_focus
        await fill(pilot, "costs_rupees", "₹ 02,500/-")
        await press(pilot, "ctrl+s")
        assert app.done[-1].command.endswith("--costs 2500 --opposed")
    heard = [one for one in casework.show(office, "NAG-2023-017", SAMPLE_TODAY).hearings if "opposed" in one]
    assert [(one["opposed"], one["costs_rupees"]) for one in heard] == [(True, 2500)]


async def test_a_hearing_without_an_outcome_is_refused_and_names_the_field(app: TrackerApp) -> None:
    """Nothing is written, the form stays, and the field has the focus."""
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "h")
        await fill(pilot, "next_on", "+7")
        await press(pilot, "ctrl+s")
        assert "outcome: say what happened" in notices(app)
        assert isinstance(app.screen, HearingScreen)
        assert app.screen.query_one("#outcome").has_focus
        assert app.screen.query_one("#next_on", Input).value == "+7"


@pytest.mark.parametrize("said", ["31/02/2027", "soon", "32-13-2026"])
async def test_a_day_that_cannot_be_is_said_while_it_is_typed(app: TrackerApp, said: str) -> None:
    """The echo says what a day looks like, before anything is saved."""
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "h")
        app.screen.query_one("#next_on", Input).value = said
        await settled(pilot)
        assert text(app, "#echo").startswith("next_on: ")


async def test_an_event_that_cannot_follow_is_refused_then_recorded_with_a_why(
    app: TrackerApp, office: Office
) -> None:
    """The refusal says what would have to come first; the why is kept in the journal."""
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "d", "slash", *"PUN-2026-077", "enter", "r")
        assert isinstance(app.screen, RecordScreen)
        await choose(pilot, "kind", "charges_framed")
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, RecordScreen)
        assert "record it all the same" in text(app, "#echo")
        await fill(pilot, "out_of_order", "seen")
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, DocketScreen)
        assert row(app).stage == "charges_framed"
    line = casework.history(office, "PUN-2026-077")[-1]
    assert (line["kind"], line["out_of_order"]) == ("charges_framed", "seen")


async def test_only_the_keys_of_the_kind_are_asked(app: TrackerApp) -> None:
    """A remand asks the accused, custody and until; it does not ask for a sentence."""
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "r")
        await choose(pilot, "kind", "remanded")
        assert app.screen.query("#custody")
        assert app.screen.query("#accused")
        assert app.screen.query("#until")
        assert not app.screen.query("#sentence_months")


async def test_the_flags_board_says_why(app: TrackerApp) -> None:
    """The panel follows the cursor, with rule and what clears it."""
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "f", "down")
        assert row(app).why in text(app, "#why")
        assert "Clears:" in text(app, "#why")


async def test_the_flags_of_one_kind_are_chosen_from_a_list(app: TrackerApp) -> None:
    """The second line of the list is the worst kind."""
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "f", "slash", "down", "enter")
        assert row(app).kind == "default_bail"
        assert "flag:default_bail" in text(app, "#line")


async def test_a_clock_says_its_arithmetic(app: TrackerApp) -> None:
    """The Malvani case's custody clock: remanded 21-09-2019, ninety days, last day 19-12-2019."""
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "g", *"019-014", "enter")
        ledger = app.screen.query_one("#clocks-rows", Ledger)
        rows = [ledger.row(number) for number in range(ledger.total)]
        custody = next(one for one in rows if one.cells[3] == "A1" and "19-12-2019" in one.cells[1])
        assert "21-09-2019" in custody.why
        assert "90" in custody.why


async def test_the_digits_and_the_mouse_turn_the_tabs_of_a_case(app: TrackerApp) -> None:
    """6 is the journal; a click on a tab turns to it as well."""
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "g", *"019-014", "enter", "6")
        assert isinstance(app.screen, CaseScreen)
        assert app.screen.pane == "journal"
        await pilot.click(TabStrip, offset=(16, 0))
        await settled(pilot)
        assert app.screen.pane == "flags"
        assert app.screen.query_one("#flags-rows", Ledger).has_focus


async def test_three_letters_find_a_case(app: TrackerApp) -> None:
    """g, three letters of the ref and Enter."""
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "g", *"118", "enter")
        assert isinstance(app.screen, CaseScreen)
        assert app.screen.ref == "MUM-2026-118"


async def test_help_lists_only_what_works_here_and_runs_it(app: TrackerApp) -> None:
    """Sorting is offered on the docket and not on the board; Enter runs the line that was found."""
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "question_mark")
        assert isinstance(app.screen, HelpScreen)
        assert "order" not in [action.id for action, _ in app.screen.usable]
        await press(pilot, "escape", "d", "question_mark", *"sort", "enter")
        assert isinstance(app.screen, DocketScreen)
        assert app.screen.order == "next_hearing"


async def test_a_click_in_help_runs_the_line(app: TrackerApp) -> None:
    """The mouse runs what Enter runs."""
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "question_mark", *"warnings")
        await pilot.click(OptionList, offset=(4, 0))
        await settled(pilot)
        assert isinstance(app.screen, FlagsScreen)


async def test_a_click_in_the_footer_does_what_its_key_does(app: TrackerApp) -> None:
    """The hints are buttons."""
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await hint(pilot, "app.docket")
        assert isinstance(app.screen, DocketScreen)


async def test_escape_backs_out_of_everything_and_never_quits(app: TrackerApp) -> None:
    """However often it is pressed, the board stays."""
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "d", "enter", "h", *["escape"] * 9)
        assert isinstance(app.screen, HomeScreen)
        assert app.is_running
        assert app.return_code is None


@pytest.mark.parametrize("keys", [(), ("d",), ("f",), ("d", "enter"), ("D",), ("c",)])
async def test_no_footer_gives_more_than_seven_hints(app: TrackerApp, keys: tuple[str, ...]) -> None:
    """At 80 columns all of them are whole."""
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, *keys)
        hints = app.screen.query_one(Hints)
        assert 0 < len(hints.hints) <= 7
        assert hints.ends()[-1] <= 80


async def test_only_what_the_tab_of_a_case_has_a_use_for_is_hinted(app: TrackerApp) -> None:
    """Flags are resolved and snoozed, a witness is changed; a clock neither."""
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "d", "enter")
        said = []
        for tab in "127":
            await press(pilot, tab)
            said.append({one.says for one in app.screen.query_one(Hints).hints})
        clocks, flags, witnesses = said
        assert not {"Resolve", "Change"} & clocks
        assert {"Resolve", "Snooze"} <= flags
        assert {"Change", "Add"} <= witnesses


async def test_what_another_program_writes_and_a_new_day_come_by_themselves(
    app: TrackerApp, office: Office
) -> None:
    """A hearing recorded beside the screen is on the board after a look; after midnight, the new day's is."""
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        app._look()
        await settled(pilot)
        hearings.record(office, "NAG-2023-017", on=SAMPLE_TODAY, outcome="held", today=SAMPLE_TODAY)
        app._look()
        await settled(pilot)
        first = app.screen.query_one("#today", Ledger).row(0)
        assert first.outcome == "held"
        app.said_today = SAMPLE_TODAY + timedelta(days=1)
        app._look()
        await settled(pilot)
        assert [one.ref for one in app.screen.query_one("#today", Ledger)._pages[0]] == [MALVANI]
        assert "A new day: Wed 25-11-2026" in notices(app)
        assert "Wed 25-11-2026" in str(app.screen.query_one("Banner").render())


async def test_an_office_that_cannot_be_opened_ends_with_the_reason(tmp_path: Any) -> None:
    """No traceback: the message is what the store said, the status is 1."""
    app = TrackerApp(f"sqlite:///{tmp_path}/none.db", SAMPLE_TODAY)
    async with app.run_test() as pilot:
        for _ in range(100):
            with suppress(WorkerCancelled):  # the program ends while it opens
                await app.workers.wait_for_complete()
            await pilot.pause()
            if app.return_code is not None:
                break
    assert app.return_code == 1


async def test_a_flag_is_snoozed_seen_among_the_snoozed_and_taken_back(
    app: TrackerApp, office: Office
) -> None:
    """z, a day and a reason; v shows it with who and why; u lets it stand again, as an entry of its own."""
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        app.action_flags("flag:stage_stalled")
        await settled(pilot)
        there, ref = app.screen.query_one(Ledger).total, row(app).ref
        await press(pilot, "z", *"fri", "tab", *"asked", "enter")
        assert app.screen.query_one(Ledger).total == there - 1
        assert "1 snoozed" in text(app, "#line")
        await press(pilot, "v")
        assert row(app).ref == ref
        assert "until 27-11-2026 by asha on 24-11-2026: asked" in text(app, "#why")
        await press(pilot, "u", "v", "v")
        assert app.screen.query_one(Ledger).total == there
        assert "stands again" in notices(app)
    notes = [one for one in json.loads("".join(interchange.export(office, [ref])))["cases"][0]["flag_notes"]]
    assert [one["does"] for one in notes] == ["snoozed", "reopened"]


async def test_the_flags_are_counted_by_station_and_a_row_opens_its_list(app: TrackerApp) -> None:
    """b counts by lead, b again by station; Enter opens as many flags as were counted."""
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "f", "b", "b")
        counted = row(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, FlagsScreen)
        assert app.screen.query_one(Ledger).total == counted.standing > 0


async def test_a_case_opened_twice_is_shown_beside_the_first(app: TrackerApp, office: Office) -> None:
    """Typed without a single Tab before the ref; the same FIR stops it, and o opens the case that is here."""
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "n", *"X-1")
        await fill(pilot, "number", "412/2019")
        await fill(pilot, "station", "Malvani")
        await press(pilot, "ctrl+s")
        assert app.screen.query_one("#side", DataTable).get_row_at(2)[1:] == ["412/2019", "412/2019"]
        await press(pilot, "o")
        assert isinstance(app.screen, CaseScreen)
        assert app.screen.ref == MALVANI
    assert docket.count(office, "X-1", SAMPLE_TODAY) == 0
