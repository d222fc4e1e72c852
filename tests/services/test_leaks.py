"""After a day at work nothing readable of a person is left on the disk of an encrypted office."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

PASSPHRASE = "four words of mine"
NAME = "Meenakshi Kumariprasad"
REF = "LEAK-2024-001"
STATION = "Malvanipur"


def _day(url: str, folder: Path) -> str:
    """Return a program that works for a day and then dies, so that its WAL and temporary files stay."""
    register = folder / "register.json"
    return f"""
import os, sys
from datetime import date, datetime, UTC
from pathlib import Path
from tracker.domain import words
from tracker.domain.case import Event
from tracker.services import backup, calendar, casework, docket, flags, hearings, identity, interchange
from tracker.services.office import open_office
from tracker.services import crashnote, drafts, records, safekeeping, saving
today = date(2024, 9, 30)
secret = safekeeping.secret(lambda path, new: os.environ["TRACKER_PASSPHRASE"])
office = open_office({url!r}, create=True, user="asha", secret=secret)
print(interchange.import_files(office, [Path({str(register)!r})], keep_going=True).imported)
Path({str(register)!r}).unlink()
ref = {REF!r}
casework.record(office, ref, Event(on=date(2024, 7, 9), kind=words.EventKind.CHARGE_SHEET_FILED), today)
hearings.record(office, ref, on=date(2024, 9, 2), outcome="adjourned", next_on=date(2024, 10, 1), today=today)
docket.page(office, "malvanipur", today)
flags.flags(office, "", today)
identity.reveal(office, ref, "V1", "the hospital asks whom to call")
backup.make(office, datetime(2024, 9, 30, 12, tzinfo=UTC))
hearings.record(office, ref, on=date(2024, 9, 30), outcome="held", today=today)
for list_, line in {_records()!r}.items():
    records.add(office, ref, list_, line, today)
records.change(office, ref, "notes", 1, {{"text": "heard in camera, Kandivalinagar"}}, None, today)
drafts.keep(office, "hearing", ref, {{"note": {NAME!r}}})
saving.save_if_due(office, datetime(2024, 10, 2, 12, tzinfo=UTC))
try:
    name = identity.reveal(office, ref, "V1", "the hospital asks whom to call")
    raise ValueError(name)
except ValueError as error:
    crashnote.write(error, Path({str(folder)!r}), datetime(2024, 10, 2, 12, tzinfo=UTC))
os._exit(0)
"""


def _records() -> dict[str, dict[str, str]]:
    """Return a line of every list beside the journal, with a name typed where one can be."""
    return {
        "assignments": {"role": "prosecutor", "name": NAME},
        "documents": {"kind": "fir", "title": f"statement of {NAME}"},
        "placements": {"victim": "V1", "kind": "shelter", "place": "H3", "note": NAME},
        "witnesses": {"label": "PW1", "name": NAME},
        "processes": {"kind": "summons", "witness": "PW1", "note": NAME},
        "exhibits": {"label": "M1", "note": f"telephone of {NAME}"},
        "notices": {"application": "bail", "note": f"told {NAME}"},
        "notes": {"text": f"{NAME} is afraid of A1"},
        "handovers": {"post": "judge", "signed_by": NAME, "signed_on": "2024-07-05"},
    }


def _register() -> dict[str, object]:
    case = {
        "ref": REF,
        "title": f"State v A1 ({STATION})",
        "fir": {"number": "9", "year": 2024, "registered_on": "2024-07-03", "police_station": STATION},
        "lead": "asha",
        "accused": [{"label": "A1", "name": "Vikramjeet Balasubramanian"}],
        "victims": [{"code": "V1", "name": NAME}],
        "events": [{"on": "2024-07-03", "kind": "fir_registered", "note": f"{STATION} police"}],
        "hearings": [{"on": "2024-09-02", "purpose": "bail", "note": "heard in camera, Kandivalinagar"}],
    }
    spoilt = {**case, "ref": "LEAK-2024-002", "events": [{"on": "2024-07-03", "kind": "no_such_kind"}]}
    return {"format": "prosecution-tracker", "version": 1, "cases": [case, spoilt]}


@pytest.fixture
def at_work(tmp_path: Path) -> Path:
    """A day at work on an encrypted office, with a temporary folder of its own."""
    (tmp_path / "temporary").mkdir()
    (tmp_path / "register.json").write_text(json.dumps(_register()))
    places = {name: str(tmp_path / "temporary") for name in ("TMPDIR", "TEMP", "TMP", "SQLITE_TMPDIR")}
    done = subprocess.run(
        [sys.executable, "-c", _day(f"sqlite:///{tmp_path}/office.db", tmp_path)],
        env={**os.environ, **places, "TRACKER_PASSPHRASE": PASSPHRASE},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "1\n"), done.stderr
    return tmp_path


def test_no_name_in_any_byte(at_work: Path) -> None:
    """Database and WAL with a draft, backups, a fault's note, temporary files: none holds a name or ref."""
    files = [path for path in at_work.rglob("*") if path.is_file()]
    assert {"office.db", "office.db-wal"} <= {path.name for path in files}
    assert sum(path.parent.name == "backups" for path in files) == 2
    assert any(path.parent.name == "faults" for path in files)
    for path in files:
        held = path.read_bytes().lower()
        rejected = path.name.endswith(".rejected.jsonl")
        for word in (
            NAME,
            "Meenakshi",
            "Balasubramanian",
            "Kandivalinagar",
            PASSPHRASE,
            *((REF, STATION) if not rejected else ()),
        ):
            for coding in ("utf-8", "utf-16-le", "utf-16-be"):
                assert word.lower().encode(coding) not in held, (path.name, coding)


def test_only_the_owner_may_read(at_work: Path) -> None:
    """Every file of the office, its backups and what was rejected is its owner's alone."""
    if os.name == "posix":
        files = [path for path in at_work.rglob("*") if path.is_file()]
        assert {path.stat().st_mode & 0o077 for path in files} == {0}
        assert (at_work / "backups").stat().st_mode & 0o077 == 0
