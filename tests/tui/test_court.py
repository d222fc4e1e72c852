"""Court mode and the other ways in: an outcome in eight keys, a new case, saved views, the log, themes."""

from __future__ import annotations

import shlex
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.tui.test_screens import choose, fill, notices, press, text
from tests.tui.waiting import settled
from tracker.cli import cli
from tracker.services import agenda, casework, desk, hearings
from tracker.services.demo import SAMPLE_TODAY
from tracker.services.matter import of_day
from tracker.services.office import Office, open_office
from tracker.tui.app import TrackerApp
from tracker.tui.outcome import OUTCOMES, Typed
from tracker.tui.screens.case import CaseScreen
from tracker.tui.screens.court import CourtScreen
from tracker.tui.screens.newcase import NewCaseScreen
from tracker.tui.screens.record import RecordScreen
from tracker.tui.widgets.ledger import Ledger

MORROW = SAMPLE_TODAY + timedelta(days=1)


def typed(keys: str) -> Typed:
    """Return what some letters make."""
    one = Typed()
    for key in keys:
        one = one.press(key)
    return one


def test_letters_make_an_adjournment() -> None:
    """a d 2 +14: adjourned, by the defence, accused not produced, two weeks."""
    one = typed("ad2+14")
    assert (one.outcome, one.asked_by, one.reason, one.date) == (
        "adjourned",
        "defence",
        "accused_not_produced",
        "+14",
    )


@pytest.mark.parametrize("keys", ["a", "ad", "ad2", "ad2+1", "h", "hf", "o", "ad ", "j"])
def test_backspace_takes_back_the_last_key(keys: str) -> None:
    """Typing and taking back is as if it had not been typed."""
    assert typed(keys).back() == typed(keys[:-1])


@pytest.mark.parametrize("key", sorted(OUTCOMES))
def test_every_outcome_asks_what_it_needs_next(key: str) -> None:
    """Only an adjournment asks who; only what is passed over asks nothing."""
    asks = typed(key).asks
    assert asks == {"a": "asked_by", "o": "nothing"}.get(key, "date")


def test_a_letter_that_means_nothing_changes_nothing() -> None:
    """x is no outcome, z asks for nobody, and a bracket is no reason."""
    assert typed("x") == Typed()
    assert typed("az") == typed("a")
    assert typed("ad)") == typed("ad")


def test_court_mode_says_who_is_called_and_names_no_victim(office: Office) -> None:
    """Witnesses of the day with their summonses; a victim who testifies is a label alone."""
    (matter,) = of_day(office, date(2026, 11, 25))
    assert matter.witnesses == (
        "PW2: part examined",
        "PW3 (panch): served; summons served 02-11-2026",
        "PW7 (police officer): summoned; bailable warrant sent 12-10-2026, not served yet",
    )


async def test_what_was_said_of_one_matter_does_not_lie_over_the_next_entry(app: TrackerApp) -> None:
    """The notice of the first is put away when the second is begun."""
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "c", *"oad2", "plus", *"14", "enter")
        assert "Adjournment no. 2" in notices(app)
        await press(pilot, "o")
        assert not notices(app)


async def test_an_outcome_takes_eight_keys_and_then_comes_the_next_matter(
    app: TrackerApp, office: Office
) -> None:
    """o a d 2 +14 Enter; the echo counts the adjournment before it is saved."""
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "c", "o", "a", "d", "2", "plus", "1", "4")
        said = text(app, "#echo")
        assert "Tue 08-12-2026" in said
        assert "gap 14 d" in said
        assert "adjournment no. 2" in said
        await press(pilot, "enter")
        assert isinstance(app.screen, CourtScreen)
        assert app.screen.ref_here() == "PUN-2026-055J"
    heard = casework.show(office, "NAG-2023-017", SAMPLE_TODAY).hearings
    today = next(one for one in heard if one["on"] == SAMPLE_TODAY)
    assert (today["outcome"], today["asked_by"], today["reason"]) == (
        "adjourned",
        "defence",
        "accused_not_produced",
    )


async def test_an_entry_typed_over_midnight_stays_of_its_day(app: TrackerApp, office: Office) -> None:
    """Begun on the 24th and saved on the 25th: heard on the 24th, +14 from there; then the 25th comes."""
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "c", "o", "a", "d", "2")
        app.said_today = MORROW
        app._look()
        await settled(pilot)
        screen = app.screen
        assert isinstance(screen, CourtScreen)
        await press(pilot, "plus", "1", "4")
        assert "next Tue 08-12-2026, gap 14 d" in text(app, "#echo")
        await press(pilot, "enter")
        assert app.done[-1].command.startswith("tracker hearing NAG-2023-017 --on 2026-11-24 ")
        assert screen.day == MORROW
    heard = casework.show(office, "NAG-2023-017", SAMPLE_TODAY).hearings
    assert [one["next_on"] for one in heard if one["on"] == SAMPLE_TODAY] == [date(2026, 12, 8)]
    assert MORROW not in [one["on"] for one in heard]


async def test_an_entry_left_after_midnight_brings_the_new_day(app: TrackerApp) -> None:
    """Esc leaves the entry; what is listed on the 25th takes the place of the 24th's matters."""
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "c", "o", "a")
        app.said_today = MORROW
        app._look()
        await settled(pilot)
        await press(pilot, "escape")
        assert isinstance(app.screen, CourtScreen)
        assert [one.ref for one in app.screen.matters] == ["MUM-2019-014"]


async def test_a_matter_passed_over_sinks_and_still_waits(app: TrackerApp) -> None:
    """It comes after the others, and keeps waiting for its outcome."""
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "c", "o", "o", "enter")
        screen = app.screen
        assert isinstance(screen, CourtScreen)
        assert [one.ref for one in screen.matters] == ["PUN-2026-055J", "NAG-2023-017"]
        assert all(one.waits for one in screen.matters)


async def test_escape_leaves_an_entry_before_it_leaves_court_mode(app: TrackerApp) -> None:
    """Half an entry is dropped; the matter stays on the screen, and its keys work again."""
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "c", "o", "a", "escape")
        assert isinstance(app.screen, CourtScreen)
        assert app.screen.typed is None
        await press(pilot, "n")
        assert app.screen.ref_here() == "PUN-2026-055J"


async def test_court_mode_shows_no_victim(app: TrackerApp, office: Office) -> None:
    """No code of a victim and no word that tells of a child stands on the screen."""
    hearings.record(
        office,
        "MUM-2025-090",
        on=SAMPLE_TODAY,
        outcome="passed_over",
        next_purpose="child_evidence",
        today=SAMPLE_TODAY,
    )
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "c")
        screen = app.screen
        assert isinstance(screen, CourtScreen)
        for _ in screen.matters:
            said = text(app, "#big")
            assert "V1" not in said
            assert "child" not in said
            assert "minor" not in said
            await press(pilot, "n")


async def test_a_new_case_is_filed_with_its_sections_read(app: TrackerApp, office: Office) -> None:
    """The echo says how each section was read before the case is filed; then the case opens."""
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "n")
        assert isinstance(app.screen, NewCaseScreen)
        await fill(pilot, "ref", "MUM-2026-200")
        await fill(pilot, "number", "77/2026")
        await fill(pilot, "registered", "today")
        await fill(pilot, "station", "Malvani")
        await fill(pilot, "sections", "IPC-370-4,999 IPC")
        assert "IPC-370-4 →" in text(app, "#echo")
        assert "not found" in text(app, "#echo")
        await choose(pilot, "sex", "F")
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, CaseScreen)
    view = casework.show(office, "MUM-2026-200", SAMPLE_TODAY)
    assert view.stage == "fir"
    assert [(one.get("provision"), one["as_written"]) for one in view.charges] == [
        ("IPC-370-4", "IPC-370-4"),
        (None, "999 IPC"),
    ]


async def test_the_command_in_the_log_files_the_same_new_case(app: TrackerApp, tmp_path: Path) -> None:
    """Typed into a shell at another office it makes the case that the form made, name and all."""
    typed_in = {"ref": "T-9", "number": "77", "registered": "-3", "station": "New Town", "name": "Salim K."}
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "n")
        for field, said in {**typed_in, "sections": "IPC-370-4,999 IPC"}.items():
            await fill(pilot, field, said)
        await choose(pilot, "role", "manager")
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, CaseScreen)
        line, here = app.done[-1].command, app.screen.view
    url = f"sqlite:///{tmp_path}/other.db"
    open_office(url, create=True).close()
    told = ["--db", url, "--today", "2026-11-24", *shlex.split(line)[1:]]
    assert CliRunner().invoke(cli, told).exit_code == 0, line
    with open_office(url) as other:
        there = casework.show(other, "T-9", SAMPLE_TODAY)
    assert here is not None
    assert (there.fir, there.accused, there.charges) == (here.fir, here.accused, here.charges)


async def test_a_case_with_the_same_fir_and_station_is_shown_before_saving(app: TrackerApp) -> None:
    """The person sees the ref of the one that is there already."""
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "n")
        await fill(pilot, "number", "412/2019")
        await fill(pilot, "station", "Malvani")
        assert "Already here? MUM-2019-014" in text(app, "#echo")


async def test_a_ref_that_is_taken_is_refused_and_the_form_kept(app: TrackerApp) -> None:
    """Nothing is written over."""
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "n")
        await fill(pilot, "ref", "MUM-2019-014")
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, NewCaseScreen)
        assert "MUM-2019-014 already" in notices(app)


async def test_the_log_gives_the_command_for_what_was_done(app: TrackerApp) -> None:
    """What court mode wrote stands there as `tracker hearing …`."""
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "c", "o", "h", "2", "w", "enter", "L")
        said = "\n".join(str(one.render()) for one in app.screen.query("Static"))
        assert "tracker hearing NAG-2023-017 --on 2026-11-24 --outcome held --next 2026-12-08" in said


async def test_the_theme_is_kept_for_the_person(app: TrackerApp, office: Office) -> None:
    """Ctrl+T shows the light one, and the next start begins with it."""
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "ctrl+t")
        assert app.theme == "light"
    assert desk.theme(office) == "light"


async def test_the_board_follows_what_was_recorded(app: TrackerApp) -> None:
    """Back from court mode, the panel of today has the outcome."""
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "c", "o", "h", "2", "w", "enter", "escape")
        assert app.screen.query_one("#today", Ledger).row(0).outcome == "held"


async def test_an_undo_puts_the_hearing_and_the_listing_back(app: TrackerApp, office: Office) -> None:
    """The next date goes from the docket, and the notice says what was undone."""
    before = casework.show(office, "NAG-2023-017", SAMPLE_TODAY).hearings
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "c", "o", "a", "d", "2", "plus", "1", "4", "enter", "escape")
        assert casework.show(office, "NAG-2023-017", SAMPLE_TODAY).hearings != before
        await press(pilot, "u")
        assert "Undone: the hearing of 24-11-2026 in NAG-2023-017" in notices(app)
    assert casework.show(office, "NAG-2023-017", SAMPLE_TODAY).hearings == before


async def test_an_undo_refuses_to_reach_behind_what_another_wrote(app: TrackerApp, office: Office) -> None:
    """What somebody else corrected meanwhile stays."""
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "c", "o", "h", "2", "w", "enter", "escape")
        hearings.record(
            office, "NAG-2023-017", on=SAMPLE_TODAY, outcome="part_heard", today=SAMPLE_TODAY, correct=True
        )
        await press(pilot, "u")
        assert "changed since" in notices(app)
    today = agenda.between(office, SAMPLE_TODAY, SAMPLE_TODAY)
    assert {one.ref: one.outcome for one in today}["NAG-2023-017"] == "part_heard"


async def test_undoing_an_event_asks_what_is_right_in_its_place(app: TrackerApp, office: Office) -> None:
    """Both lines stay in the journal; the later one names the earlier."""
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "d", "slash", *"PUN-2026-077", "enter", "r")
        await choose(pilot, "kind", "fir_registered")
        await press(pilot, "ctrl+s", "u")
        assert isinstance(app.screen, RecordScreen)
        await choose(pilot, "kind", "complaint_received")
        await press(pilot, "ctrl+s")
    last, line = casework.history(office, "PUN-2026-077")[-1], casework.history(office, "PUN-2026-077")[-2]
    assert (line["kind"], line["corrected_by"]) == ("fir_registered", last["id"])
