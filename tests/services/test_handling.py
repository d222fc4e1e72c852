"""Resolve, snooze, take back: what leaves the daily lists, what stays countable, what comes back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.conftest import PlaceFor
from tests.services.conftest import Filed
from tests.services.offices import TODAY, in_custody, old_trial, three
from tracker.domain import words
from tracker.domain.case import Event, FlagNote
from tracker.domain.handling import covered
from tracker.domain.shapes import Flag
from tracker.services import casework, docket, filing, flagboard, flags, handling, interchange, testimony
from tracker.services.office import Office, Refused, open_office

OLD = "PUN-2019-014"
DAY = timedelta(days=1)


def kinds(office: Office, ref: str, today: date = TODAY, handled: str | None = None) -> list[str]:
    """Return the kinds of the flags of a case in a list."""
    return [row.kind for row in flags.flags(office, ref, today, handled=handled).rows]


def stalled(office: Office) -> None:
    """Snooze the old trial's stall for a week."""
    handling.snooze(office, OLD, "stage_stalled", "judge on leave", TODAY + 7 * DAY, TODAY)


def test_a_snoozed_flag_leaves_the_lists_is_counted_and_comes_back(office: Office, file_cases: Filed) -> None:
    """It is in no daily list until its day, in the list of the snoozed with its why, and then it stands."""
    file_cases(*three())
    before = kinds(office, OLD)
    stalled(office)
    assert kinds(office, OLD) == [kind for kind in before if kind != "stage_stalled"]
    assert OLD not in [row.ref for row in docket.page(office, "flag:stage_stalled", TODAY).rows]
    [put_off] = flags.flags(office, "", TODAY, handled="snoozed").rows
    assert put_off.handled is not None
    assert (put_off.kind, put_off.handled["by"], put_off.handled["note"]) == (
        "stage_stalled",
        "asha",
        "judge on leave",
    )
    assert flagboard.states(office, OLD, TODAY)["snoozed"] == 1
    assert "stage_stalled" in kinds(office, OLD, TODAY + 7 * DAY)
    assert "stage_stalled" in kinds(office, OLD, TODAY - DAY)


def test_several_are_said_at_once_or_none(office: Office, file_cases: Filed) -> None:
    """One note for all; where one can't be said so, a line says which and nothing is written."""
    file_cases(*three())
    rows = [row for row in flags.flags(office, OLD, TODAY).rows if row.kind != "default_bail"]
    bail = flags.flags(office, "flag:default_bail", TODAY).rows
    with pytest.raises(Refused, match=r"MUM-2026-001: A warning of default bail is not resolved by a note"):
        handling.many(office, [*rows, *bail], "resolved", "at the review", TODAY)
    assert flagboard.states(office, "", TODAY)["resolved"] == 0
    told = handling.many(office, rows, "resolved", "at the review", TODAY)
    assert flagboard.states(office, OLD, TODAY)["resolved"] == len(rows) > 1
    assert testimony.entries(office)[0].what == f"{len(rows)} flags resolved"
    handling.many(office, told, "reopened", None, TODAY)
    assert flagboard.states(office, OLD, TODAY)["resolved"] == 0


def test_what_is_kept_is_what_a_fresh_computation_gives(office: Office, file_cases: Filed) -> None:
    """After a note, after an undo and after a rebuild, kept equals computed, and the chain holds."""
    file_cases(*three())
    stalled(office)
    handling.reopen(office, OLD, "stage_stalled", TODAY)
    handling.resolve(office, OLD, "stage_stalled", "transfer asked for", TODAY)
    assert filing.differences(office) == []
    kept = flags.flags(office, "", TODAY, handled="resolved").rows
    filing.rebuild(office)
    assert flags.flags(office, "", TODAY, handled="resolved").rows == kept != ()
    assert not testimony.verify(office).findings


def test_the_same_trouble_arising_anew_shows_anew(office: Office, file_cases: Filed) -> None:
    """Progress ends the stall that was resolved; when the case stalls again, the flag stands again."""
    file_cases(old_trial())
    handling.resolve(office, OLD, "stage_stalled", "expedited by the High Court", TODAY)
    assert "stage_stalled" not in kinds(office, OLD, TODAY + 400 * DAY)
    casework.record(
        office,
        OLD,
        Event(on=TODAY, kind=words.EventKind.TESTIFIED, victim=old_trial().victims[0].code),
        TODAY,
    )
    assert "stage_stalled" not in kinds(office, OLD)
    assert "stage_stalled" in kinds(office, OLD, TODAY + 400 * DAY)


def test_custody_is_put_off_until_tomorrow_at_most_and_never_resolved(
    office: Office, file_cases: Filed
) -> None:
    """Liberty by the day: no note resolves it, no snooze is longer, and docket and sheet go on showing it."""
    file_cases(in_custody())
    ref = "MUM-2026-001"
    with pytest.raises(Refused, match="not resolved by a note"):
        handling.resolve(office, ref, "default_bail", "sheet is ready", TODAY)
    with pytest.raises(Refused, match=r"default bail may be snoozed for 1 day, until 25-11-2026"):
        handling.snooze(office, ref, "default_bail", "sheet is ready", TODAY + 2 * DAY, TODAY)
    handling.snooze(office, ref, "default_bail", "sheet is filed tomorrow", TODAY + DAY, TODAY)
    assert "default_bail" not in kinds(office, ref)
    assert "default_bail" in kinds(office, ref, TODAY + DAY)
    assert "default_bail" in docket.page(office, "flag:default_bail", TODAY).rows[0].flags


@pytest.mark.parametrize(
    ("kind", "until", "why", "says"),
    [
        ("limit_missed", TODAY + 4 * DAY, "asked", "say which with --who, --limit or --since"),
        ("stage_stalled", TODAY, "asked", "comes back on a day after today"),
        ("stage_stalled", TODAY + 91 * DAY, "asked", "for 90 days"),
        ("stage_stalled", TODAY + DAY, "  ", "note: say why"),
        ("stage_stalled", TODAY + DAY, "a\x1b[2Jb", "U\\+001B"),
        ("appeal_window", TODAY + DAY, "asked", "no such flag stands"),
        ("stalled", TODAY + DAY, "asked", "is no kind of flag; known: default_bail"),
    ],
)
def test_a_note_that_cannot_be_is_refused_by_its_field_and_nothing_is_written(
    office: Office, file_cases: Filed, kind: str, until: date, why: str, says: str
) -> None:
    """One line says the field and what would be right."""
    file_cases(in_custody())
    before = flags.flags(office, "", TODAY).rows
    with pytest.raises(Refused, match=says):
        handling.snooze(office, "MUM-2026-001", kind, why, until, TODAY)
    assert flags.flags(office, "", TODAY).rows == before
    assert flags.flags(office, "", TODAY, handled="snoozed").rows == ()


def test_a_note_covers_the_warning_only_as_bad_as_it_was() -> None:
    """Grown worse, it stands, though the snooze runs on; taken back, it stands from that day."""
    watch = Flag(kind="stage_stalled", who="case", holds_from=date(2026, 1, 1), since=date(2025, 1, 1))
    watch.holds_until = date(2026, 1, 31)
    urgent = replace(watch, holds_from=date(2026, 2, 1), holds_until=None, severity="urgent")
    note = FlagNote(
        on=date(2026, 1, 10),
        does=words.FlagAct.SNOOZED,
        kind=words.FlagKind.STAGE_STALLED,
        who="case",
        severity=words.Severity.WATCH,
        since=date(2025, 1, 1),
        until=date(2026, 2, 20),
        note="asked",
    )
    back = replace(note, on=date(2026, 1, 20), does=words.FlagAct.REOPENED, until=None)

    def said(*notes: FlagNote) -> list[tuple[str, str, int | None]]:
        parts = covered([watch, urgent], notes)
        return [
            (f"{one.holds_from:%d-%m}", f"{one.holds_until or 'on'!s:.10}"[5:], one.handled) for one in parts
        ]

    worse = ("01-02", "", None)
    assert said(note) == [("01-01", "01-09", None), ("10-01", "01-31", 1), worse]
    assert said(note, back) == [
        ("01-01", "01-09", None),
        ("10-01", "01-19", 1),
        ("20-01", "01-31", None),
        worse,
    ]


def test_notes_go_out_and_come_in_with_the_case(
    office: Office, file_cases: Filed, place_for: PlaceFor, tmp_path: Path
) -> None:
    """The case file has them, and an office that reads it has the same lists."""
    file_cases(*three())
    stalled(office)
    file = tmp_path / "out.json"
    file.write_text(text := "".join(interchange.export(office)), encoding="utf-8")
    with open_office(place_for("sqlite", tmp_path), user="bina") as second:
        assert interchange.import_files(second, [file]).faults == ()
        assert "".join(interchange.export(second)) == text
        rows = flags.flags(second, "", TODAY, handled="snoozed").rows
        assert rows == flags.flags(office, "", TODAY, handled="snoozed").rows != ()


@pytest.mark.parametrize("by", flagboard.BY)
def test_a_row_of_the_board_counts_what_its_filter_lists(office: Office, file_cases: Filed, by: str) -> None:
    """By kind, lead, station and court, kept or reckoned: the number is the length of the list behind it."""
    file_cases(*three())
    stalled(office)
    for today in (TODAY, date(2021, 2, 1)):
        rows = flagboard.rows(office, by, "", today)
        assert rows
        for row in rows:
            for handled in (None, "snoozed"):
                listed = flags.flags(office, row.filter, today, handled=handled).rows
                assert len(listed) == (row.snoozed if handled else row.standing)
