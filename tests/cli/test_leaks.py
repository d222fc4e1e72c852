"""The ways in which a victim's name could leave the program, each walked as a person would, all closed."""

from __future__ import annotations

import json
import logging
import shutil
import subprocess
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.cli import leaks
from tests.conftest import copied
from tracker.cli import cli
from tracker.services import finished
from tracker.services.firewall import words_in

Run = Callable[..., Result]
SPAN = ("--from", "2026-11-24", "--to", "2026-12-31")


def shown(result: Result) -> str:
    """Return all that a run shows: what it prints, and a crash's whole traceback."""
    crash = "".join(traceback.format_exception(result.exception)) if result.exception else ""
    return result.output + result.stderr + crash


def holds_a_name(text: str) -> bool:
    """Say whether a word of a name stands in a text."""
    return bool(set(leaks.NAMES) & set(words_in(text)))


def assert_closed(result: Result, out: Path) -> None:
    """The run shows no name, and no file that it left holds one, in its text or in its own name."""
    assert not holds_a_name(shown(result))
    for file in out.rglob("*"):
        assert not holds_a_name(file.name)
        if file.is_file():
            for field, text in finished.fields(file.name, file.read_bytes()):
                assert not holds_a_name(text), field


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A folder that gets what is let out."""
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


@pytest.fixture(autouse=True)
def ready(empty_file: Path, tmp_path: Path) -> None:
    """An office without cases, copied where `run` looks for it: quicker than making one."""
    shutil.copyfile(empty_file, tmp_path / "office.db")


def _office(run: Run, tmp_path: Path, **planted: str) -> None:
    taken = run("import", str(leaks.write(tmp_path / "in.json", leaks.office(**planted))))
    assert taken.exit_code == 0, taken.output


DOORS = {
    "desk sheet": ("--pdf", "a.pdf"),
    "office copy": ("--pdf", "a.pdf", "--office-copy"),
    "phone calendar": ("--ics", "a.ics"),
}


@pytest.mark.parametrize("place", leaks.PLANTS)
def test_a_name_typed_anywhere_leaves_by_no_door(run: Run, tmp_path: Path, out: Path, place: str) -> None:
    """Either the paper has no use for the text, or it is stopped and no file is made."""
    _office(run, tmp_path, **{place: leaks.NAME})
    wrong: list[tuple[str, str]] = []
    for door, (option, name, *more) in DOORS.items():
        folder = out / door
        folder.mkdir()
        result = run("calendar", *SPAN, option, str(folder / name), *more)
        for file in folder.rglob("*"):
            fields = finished.fields(file.name, file.read_bytes())
            wrong += [(door, field) for field, text in fields if holds_a_name(text)]
        if result.exit_code:
            said = str(result.exception)
            if list(folder.iterdir()) or "Not released" not in said or holds_a_name(said):
                wrong.append((door, "not stopped as it should be"))
    assert not wrong


@pytest.mark.parametrize("place", ["a court's name", "a court's complex", "the note of a past hearing"])
def test_a_name_in_devanagari_is_stopped_on_paper(run: Run, tmp_path: Path, out: Path, place: str) -> None:
    """Shaped letters can't be read back from a PDF, and are searched all the same."""
    _office(run, tmp_path, **{place: leaks.HINDI})
    result = run("calendar", *SPAN, "--pdf", str(out / "a.pdf"), "--office-copy")
    assert result.exit_code == 1
    assert list(out.iterdir()) == []
    assert not holds_a_name(str(result.exception))


WALKS: dict[str, tuple[str, ...]] = {
    "the docket": ("list",),
    "the docket as JSON": ("list", "--json"),
    "one case whole": ("show", "MUM-2026-777"),
    "one case as JSON": ("show", "MUM-2026-777", "--json"),
    "the clocks": ("due", "--json"),
    "every clock": ("due", "MUM-2026-777", "--all"),
    "the flags": ("flags", "--json"),
    "the calendar": ("calendar", *SPAN),
    "the calendar as JSON": ("calendar", *SPAN, "--json"),
    "the case file": ("export",),
    "the case file as a file": ("export", "--out", "OUT/all.json"),
    "the desk sheet": ("calendar", *SPAN, "--pdf", "OUT/a.pdf"),
    "the sheet in Marathi": ("calendar", *SPAN, "--pdf", "OUT/a.pdf", "--lang", "mr"),
    "the week": ("calendar", *SPAN, "--pdf", "OUT/a.pdf", "--layout", "week"),
    "the month": ("calendar", *SPAN, "--pdf", "OUT/a.pdf", "--layout", "month"),
    "the supplementary sheet": ("calendar", *SPAN, "--pdf", "OUT/a.pdf", "--supplement"),
    "the office copy": ("calendar", *SPAN, "--pdf", "OUT/a.pdf", "--office-copy"),
    "a phone's file": ("calendar", *SPAN, "--ics", "OUT/a.ics"),
    "a folder for phones": ("calendar", *SPAN, "--ics", "OUT/phones", "--each", "court"),
    "the doctor": ("doctor", "--json"),
    "an event recorded": ("record", "MUM-2026-777", "charge_sheet_filed", "--on", "2026-11-20"),
    "an event refused": ("record", "MUM-2026-777", "judgment_delivered", "--on", "2026-11-20"),
    "a hearing recorded": ("hearing", "MUM-2026-777", "--on", "2026-11-10", "--outcome", "held"),
    "a hearing refused": ("hearing", "MUM-2026-777", "--on", "2027-11-10", "--outcome", "held"),
    "a case that isn't": ("show", "MUM-2026-778"),
    "a listing moved": ("move", "MUM-2026-777", "--from", "2026-11-26", "--to", "2026-12-10"),
    "a move refused": ("move", "MUM-2026-777", "--from", "2026-11-27", "--to", "2026-12-10"),
    "a stand-in": ("cover", "MUM-2026-777", "--on", "2026-11-26", "--by", "ravi"),
    "the suggestions": ("suggest", "MUM-2026-777"),
    "the charge board": ("charges", "MUM-2026-777"),
    "the rates as a workbook": ("rates", "--xlsx", "OUT/a.xlsx"),
    "the annual summary": ("rates", "--pdf", "OUT/a.pdf"),
    "the audit": ("audit", "--json"),
}


@pytest.fixture(scope="module")
def named_url(empty_file: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Make an office once, by the command, where victims' names stand only where they should."""
    folder = tmp_path_factory.mktemp("named")
    url = copied(f"sqlite:///{empty_file}", folder)
    made = leaks.office()
    made["cases"][0]["accused"].pop()  # an accused's own name is shown to the office
    said = ["--db", url, "--today", "2026-11-24", "import", str(leaks.write(folder / "in.json", made))]
    assert CliRunner().invoke(cli, said).exit_code == 0
    return url


@pytest.mark.parametrize("walk", WALKS)
def test_a_name_kept_as_it_should_be_leaves_by_no_command(
    run: Run, tmp_path: Path, out: Path, named_url: str, walk: str
) -> None:
    """The identity table is read by nothing that answers, prints, sends or refuses."""
    copied(named_url, tmp_path, "office.db")
    result = run(*(said.replace("OUT", str(out)) for said in WALKS[walk]))
    assert_closed(result, out)


PAPERS = {
    "brief": ("brief", "MUM-2026-777"),
    "handover memo": ("handover", "MUM-2026-777", "--for", "prosecutor"),
    "survivor's update": ("update", "MUM-2026-777", "--victim", "V1"),
    "notices": ("notices", "MUM-2026-777"),
    "adjournments": ("adjournments", "MUM-2026-777"),
    "aftercare": ("aftercare",),
    "awaited": ("awaited",),
    "rescues": ("rescues",),
    "the morning": ("today",),
}
ON_PAPER = ("brief", "handover memo", "survivor's update", "notices", "adjournments")


def test_a_name_in_the_records_leaves_by_no_paper(run: Run, tmp_path: Path, out: Path) -> None:
    """Typed into notes, exhibits, papers, placements or as a witness, it is neither printed nor listed."""
    made = leaks.office()
    made["cases"][0] |= leaks.RECORDS
    taken = run("import", str(leaks.write(tmp_path / "in.json", made)))
    assert taken.exit_code == 0, taken.output
    wrong = []
    for name, said in PAPERS.items():
        for more in ((), ("--pdf", str(out / f"{len(name)}.pdf"))) if name in ON_PAPER else ((),):
            result = run(*said, *more)
            if result.exit_code == 2 or holds_a_name(shown(result)):
                wrong.append((name, more, shown(result)))
            for file in out.rglob("*"):
                for field, text in finished.fields(file.name, file.read_bytes()):
                    if holds_a_name(text):
                        wrong.append((name, more, field))
    assert not wrong


SPOILT: dict[str, Callable[[str], str]] = {
    "a key that we don't know": lambda text: text.replace('"sex"', '"x"').replace(
        '"code": "V1"', '"kod": "V1"'
    ),
    "a name that is no text": lambda text: text.replace(f'"{leaks.NAME}"', f'["{leaks.NAME}"]'),
    "a name where a day belongs": lambda text: text.replace("2026-09-09", leaks.NAME),
    "a name where a word belongs": lambda text: text.replace('"pending"', f'{{"x": "{leaks.NAME}"}}'),
    "broken off behind the name": lambda text: text[: text.index(leaks.NAME) + len(leaks.NAME)],
    "the same victim twice": lambda text: text.replace('"code": "V2"', '"code": "V1"'),
    "a hearing of no proceeding": lambda text: text.replace('"proceeding": "trial"', '"proceeding": "x"', 1),
    "an unknown court": lambda text: text.replace('"court": "dindoshi-11"', '"court": "nowhere"'),
}


@pytest.mark.parametrize("keep_going", [False, True])
@pytest.mark.parametrize("spoilt", SPOILT)
def test_a_refused_file_repeats_no_name(
    run: Run, tmp_path: Path, out: Path, spoilt: str, keep_going: bool
) -> None:
    """Neither the faults nor the file of the rejected say what stood there."""
    made = leaks.office()
    made["cases"][0]["accused"].pop()
    text = SPOILT[spoilt](json.dumps(made, ensure_ascii=False))
    file = out / "in.json"
    file.write_text(text, encoding="utf-8")
    result = run("import", str(file), *(["--keep-going"] if keep_going else []))
    assert result.exit_code == 1
    file.unlink()
    assert_closed(result, out)


@pytest.mark.parametrize("option", ["--pdf", "--ics"])
def test_a_name_is_no_file_name(run: Run, tmp_path: Path, out: Path, option: str) -> None:
    """A sheet named after a victim is not written, and the refusal doesn't say the name."""
    _office(run, tmp_path)
    result = run("calendar", *SPAN, option, str(out / f"{leaks.NAME}.{option[2:]}"))
    assert result.exit_code == 1
    assert list(out.iterdir()) == []
    assert not holds_a_name(str(result.exception))
    assert "file name" in str(result.exception)


def test_a_name_in_a_filter_is_not_printed(run: Run, tmp_path: Path, out: Path) -> None:
    """What a person searched for doesn't stand in the head of the sheet."""
    _office(run, tmp_path)
    result = run("calendar", *SPAN, "Gulabkali", "--pdf", str(out / "a.pdf"))
    assert result.exit_code == 0
    assert_closed(result, out)


def test_a_name_as_a_closed_day_is_stopped_on_paper(run: Run, tmp_path: Path, out: Path) -> None:
    """What somebody called a closed day stands on the sheet, unless it is a victim's name."""
    _office(run, tmp_path)
    run("holidays", "add", "2026-11-27", "--name", f"funeral of {leaks.NAME}")
    result = run("calendar", *SPAN, "--pdf", str(out / "a.pdf"))
    assert result.exit_code == 1
    assert_closed(result, out)
    assert list(out.iterdir()) == []


def test_a_courts_list_is_not_repeated(run: Run, tmp_path: Path, out: Path) -> None:
    """Courts do print names: what a line says beside our number is neither shown nor kept."""
    _office(run, tmp_path)
    listed = tmp_path / f"{leaks.NAME}.txt"
    listed.write_text(f"7 Spl. C. 210/2026 State v X; victim {leaks.NAME}, {leaks.HINDI}\n", encoding="utf-8")
    for more in ((), ("--json",), ("--accept", "MUM-2026-777")):
        result = run("causelist", str(listed), "--on", "2026-11-27", *more)
        assert "MUM-2026-777" in result.output
        assert_closed(result, out)
    assert_closed(run("causelist", str(tmp_path / f"{leaks.NAME}.pdf")), out)


def test_no_log_holds_a_name(run: Run, tmp_path: Path, out: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Whatever a library is told to log, down to each statement and its values, no name is in it."""
    loud = logging.getLogger("sqlalchemy.engine")
    with caplog.at_level(logging.DEBUG), caplog.at_level(logging.DEBUG, loud.name):
        _office(run, tmp_path)
        run("calendar", *SPAN, "--pdf", str(out / "a.pdf"), "--office-copy")
        run("show", "MUM-2026-777")
    assert any(record.name.startswith(loud.name) for record in caplog.records)
    assert not holds_a_name(caplog.text)


def test_a_crash_and_its_note_say_no_name(tmp_path: Path, run: Run, out: Path) -> None:
    """A fault of our own shows one line and leaves one note: where it was, never what it held."""
    _office(run, tmp_path)
    made = (
        "from pathlib import Path\nfrom tracker import settings\nfrom tracker.services import calendar\n"
        f"settings.data_folder = lambda: Path({str(out)!r})\n"
        "calendar.between = lambda office, *a, **k: office.no_such_thing(a, k)\n"
        "from tracker.cli import main\nmain()\n"
    )
    said = ("--db", f"sqlite:///{tmp_path / 'office.db'}", "calendar", leaks.NAME, "--from", "2026-11-26")
    done = subprocess.run([sys.executable, "-c", made, *said], capture_output=True, text=True, check=False)
    assert "AttributeError" in done.stderr
    assert not holds_a_name(done.stdout + done.stderr)
    notes = [file for file in out.rglob("*") if file.is_file()]
    assert notes
    for note in notes:
        assert not holds_a_name(note.name + note.read_text(encoding="utf-8"))


def test_a_failing_disk_says_no_name(run: Run, tmp_path: Path, out: Path) -> None:
    """A file that can't be written is a line without its path."""
    _office(run, tmp_path)
    result = run("calendar", *SPAN, "--pdf", str(out / "missing" / "a.pdf"))
    assert result.exit_code == 1
    assert_closed(result, out)
