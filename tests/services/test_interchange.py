"""Case files in and out: the round trip, and everything a bad file may hold."""

from __future__ import annotations

import json
import re
import stat
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import PlaceFor
from tests.samples.strategies import COURTS, cases, wild_cases, with_records
from tracker.domain.case import Case
from tracker.services import filing, interchange
from tracker.services.interchange import export, import_files
from tracker.services.office import Office, Refused, open_office
from tracker.store import reading
from tracker.store.fact_tables import Event, Identity
from tracker.store.office_tables import Disclosure
from tracker.store.tables import Hearing, Prosecution

TODAY = date(2026, 11, 24)
CASE: dict[str, Any] = {
    "ref": "MUM-2019-014",
    "title": "State v A1",
    "fir": {"number": "412", "year": 2019, "registered_on": "2019-09-20", "state": "MH"},
    "offence": {"first_on": "2019-09-01", "last_on": "2019-09-19"},
    "facts": ["procured", {"fact": "child_sexual_assault", "victims": ["V1"]}],
    "lead": "asha",
    "tags": ["home-based"],
    "accused": [{"label": "A1", "name": "आशा देवी", "sex": "F", "age": 35, "role": "trafficker"}],
    "victims": [
        {"code": "V1", "name": "Sunita", "sex": "F", "age": {"status": "minor", "born_on": "2003-02-01"}},
        {"code": "V2", "age": {"status": "pending", "years_low": 17, "years_high": 19}},
    ],
    "charges": [
        {"accused": "A1", "provision": "IPC-370-3", "as_written": "370(3)"},
        {"accused": "A1", "victim": "V1", "provision": "POCSO-17", "with": "POCSO-6-1", "max_life": False},
    ],
    "proceedings": [{"key": "trial", "kind": "trial", "court": "dindoshi-11"}],
    "events": [
        {"on": "2019-09-20", "kind": "rescue_attempted", "outcome": "rescued", "victims": ["V1", "V2"]},
        {"on": "2019-09-20", "kind": "fir_registered"},
        {"on": "2019-09-21", "kind": "remanded", "time": "11:20", "accused": "A1", "custody": "judicial"},
        {
            "on": "2019-09-24",
            "kind": "age_determined",
            "victim": "V1",
            "age": {"status": "minor", "years": 16},
        },
        {"on": "2019-09-20", "kind": "fir_registered", "corrects": 2, "note": "two\nlines"},
    ],
    "hearings": [
        {
            "on": "2020-02-10",
            "proceeding": "trial",
            "purpose": "charge",
            "advocate": "asha",
            "outcome": "adjourned",
            "asked_by": "defence",
            "reason": "advocate_absent",
            "next_on": "2020-03-02",
        }
    ],
    "links": [{"kind": "split_from", "ref": "MUM-2018-003"}],
    "placements": [{"victim": "V1", "kind": "shelter", "place": "H3", "by_video": True}],
    "witnesses": [
        {"label": "PW1", "kind": "victim", "victim": "V1", "status": "done"},
        {"label": "PW1", "kind": "panch", "name": "Panch 1", "struck": "entered twice"},
    ],
    "notes": [{"text": "two\nlines", "on": "2020-02-11", "by": "asha", "for": "ravi"}],
}
COURT = {"key": "dindoshi-11", "name": "Dindoshi", "kind": "special_pocso", "state": "MH"}
HEADER = {"format": "prosecution-tracker", "version": 1, "courts": [COURT]}


def document(*some: dict[str, Any], **header: Any) -> str:
    """Return a case file of these cases."""
    return json.dumps({**HEADER, **header, "cases": some}, indent=1)


def case(**keys: Any) -> dict[str, Any]:
    """Return the case above with other values; None leaves a key out."""
    return {key: value for key, value in {**CASE, **keys}.items() if value is not None}


def imports(office: Office, folder: Path, text: str | bytes, name: str = "register.json", **how: Any) -> Any:
    """Write a file and take it in."""
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return import_files(office, [path], **how)


def refs(office: Office) -> list[str]:
    """Return the refs that the office has, by number."""
    with office.reading() as session:
        return [case.ref for _, _, some in reading.all_cases(session.connection()) for _, case in some]


# --- the round trip -------------------------------------------------------------------------------


def test_export_gives_back_what_was_imported(office: Office, tmp_path: Path) -> None:
    """Every key comes back as it was written, but for victims' names and the listing that was made."""
    assert imports(office, tmp_path, document(CASE)).imported == 1
    out = json.loads("".join(export(office)))
    (back,) = out["cases"]
    assert back["hearings"][1] == {
        "on": "2020-03-02",
        "proceeding": "trial",
        "purpose": "charge",
        "advocate": "asha",
    }
    expected = json.loads(json.dumps(CASE))
    expected["victims"][0].pop("name")
    back["hearings"].pop()
    assert back == expected
    assert out["courts"] == [COURT]


def test_keys_come_in_the_order_of_the_contract(office: Office, tmp_path: Path) -> None:
    """An exported case has its keys in one order, whatever the order in which they were written."""
    imports(office, tmp_path, document(dict(reversed(CASE.items()))))
    (back,) = json.loads("".join(export(office)))["cases"]
    assert list(back) == [key for key in CASE]


def test_a_second_round_trip_changes_nothing(office: Office, place_for: PlaceFor, tmp_path: Path) -> None:
    """What an office exports, another imports and exports letter for letter."""
    imports(office, tmp_path, document(CASE, case(ref="B-2"), {"ref": "A-1"}))
    first = "".join(export(office))
    with open_office(place_for("sqlite", tmp_path)) as other:
        imports(other, tmp_path, first)
        assert "".join(export(other)) == first


def numbered(made: list[Case]) -> list[Case]:
    """Return the cases with refs of their own."""
    return [replace(one, ref=f"R-{n}") for n, one in enumerate(made)]


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(made=st.lists(with_records(cases()), min_size=1, max_size=3))
def test_any_sound_case_survives_the_round_trip(
    made: list[Case], place_for: PlaceFor, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Whatever is filed and exported is taken by another office, whose export is the same to the letter."""
    folder = tmp_path_factory.mktemp("trip")
    here, there = place_for("sqlite", folder), place_for("sqlite", folder)
    with open_office(here) as office, open_office(there) as other:
        interchange.write_cases(office, COURTS, numbered(made))
        first = "".join(export(office))
        assert imports(other, folder, first).faults == ()
        assert "".join(export(other)) == first


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(made=st.lists(cases() | wild_cases(), min_size=1, max_size=3))
def test_kept_equals_computed(
    made: list[Case], place_for: PlaceFor, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """What is kept of any journal, once it is filed, is what a fresh computation from its rows gives."""
    with open_office(place_for("sqlite", tmp_path_factory.mktemp("kept"))) as office:
        interchange.write_cases(office, COURTS, numbered(made))
        assert filing.differences(office) == []


def test_names_go_to_the_identity_table_alone(office: Office, tmp_path: Path) -> None:
    """A victim's name is kept in one table and leaves only when asked for, which is written down."""
    imports(office, tmp_path, document(CASE))
    assert "Sunita" not in "".join(export(office))
    assert "Sunita" in "".join(export(office, with_identities=True, today=TODAY))
    with office.reading() as session:
        assert session.get(Identity, (1, "V1")) is not None
        written = session.get(Disclosure, 1)
        assert written is not None
        assert (written.who, written.on, written.cases) == ("asha", TODAY, 1)


def test_export_of_some_cases_names_only_their_courts(office: Office, tmp_path: Path) -> None:
    """The header of an export lists the courts that its cases use, and cases come by ref."""
    imports(office, tmp_path, document(CASE, {"ref": "Z"}, {"ref": "A"}))
    out = json.loads("".join(export(office, ["Z", "A"])))
    assert [one["ref"] for one in out["cases"]] == ["A", "Z"]
    assert out["courts"] == []


def test_export_of_a_case_that_is_not_there(office: Office) -> None:
    """Every unknown ref is named before anything is written."""
    with pytest.raises(Refused, match=r"no case X\.\nThere is no case Y\."):
        export(office, ["X", "Y"])


def test_the_schema_takes_what_the_reader_takes() -> None:
    """The JSON Schema accepts the case above, null for any key but the ref, and no unknown key."""
    check = jsonschema.Draft202012Validator(interchange.schema())
    check.validate(json.loads(document(CASE, {"ref": "x", "accused": None, "title": None})))
    assert list(check.iter_errors(json.loads(document({"ref": "x", "accusd": []}))))


def test_null_is_as_good_as_absent(office: Office, tmp_path: Path) -> None:
    """Any key but the ref may be null, a list too."""
    nulls = {"ref": "N", "accused": None, "victims": None, "fir": None, "events": None, "disposal": None}
    assert imports(office, tmp_path, document(nulls)).faults == ()


def test_a_stream_of_lines_with_and_without_header(office: Office, tmp_path: Path) -> None:
    """A .jsonl file is one case a line; the first line may be the header; blank lines are nothing."""
    lines = [HEADER, CASE, {"ref": "B"}]
    text = "\n\n".join(json.dumps(line) for line in lines)
    assert imports(office, tmp_path, text, "a.jsonl").imported == 2
    assert imports(office, tmp_path, '{"ref": "C"}\r\n{"ref": "D"}', "b.jsonl").imported == 2


def test_a_file_written_on_windows(office: Office, tmp_path: Path) -> None:
    """The mark that some editors put before UTF-8 text is not part of it."""
    assert imports(office, tmp_path, b"\xef\xbb\xbf" + document({"ref": "W"}).encode()).imported == 1


def test_the_next_day_is_listed_once(office: Office, tmp_path: Path) -> None:
    """A listing that the file has itself is not made again; the purpose said goes before the old one."""
    hearing = {**CASE["hearings"][0], "next_purpose": "evidence"}
    listed = {"on": "2020-03-02", "proceeding": "trial", "purpose": "copies"}
    imports(office, tmp_path, document(case(hearings=[hearing]), case(ref="L", hearings=[hearing, listed])))
    with office.reading() as session:
        made, there = session.get(Hearing, (1, 2)), session.get(Hearing, (2, 2))
        assert made is not None
        assert there is not None
        assert (made.purpose, there.purpose) == ("evidence", "copies")
        assert session.get(Hearing, (2, 3)) is None


# --- what is refused ------------------------------------------------------------------------------

BAD_TEXTS = {
    "": "must begin with {",
    "no json at all": "must begin with {",
    "[]": "must begin with {",
    '{"format": "prosecution-tracker", "version": 1, "cases": [{"ref": "A"}': "not whole",
    document(CASE)[:-20]: "not whole",
    document(CASE) + "x": "after its end",
    '{"format": "prosecution-tracker", "version": 1, "cases": {}}': "cases: must be a list",
    '{"format": "prosecution-tracker", "version": 1, "cases": [' + "[" * 100_000: "nested too deeply",
    '{"format": "prosecution-tracker", "version": 1, "cases": [{"ref": NaN}]}': "NaN is no number",
    '{"format": "prosecution-tracker", "version": 1, "cases": [{"ref": "A\x01"}]}': "control character",
    '{"format": "prosecution-tracker", "version": 1, "cases": [{"ref": "A", "ref": "B"}]}': "given twice",
    '{"format": "prosecution-tracker", "version": 2, "cases": []}': "version: is not of this program",
    '{"version": 1, "cases": []}': "format: is missing",
    '{"format": "prosecution-tracker", "version": 1, "casses": []}': "casses: is no key",
    '{"format": "prosecution-tracker", "version": 1, "cases": [{"ref": ' + "9" * 5000 + "}]}": "too long",
}


@pytest.mark.parametrize("office_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize(("text", "says"), BAD_TEXTS.items(), ids=BAD_TEXTS.values())
def test_a_text_that_is_no_case_file(office: Office, tmp_path: Path, text: str, says: str) -> None:
    """A broken document is refused in one clear line that begins with the file and the line."""
    taken = imports(office, tmp_path, text)
    assert (taken.imported, taken.refused) == (0, 1)
    assert len(taken.faults) == 1
    assert says in taken.faults[0]
    assert taken.faults[0].startswith("register.json:")


BAD_KEYS = [
    ({"colour": "x"}, "cases[0].colour: is no key of a case file"),
    ({"offence": {"first_on": "2019-02-30"}}, "cases[0].offence.first_on: is no day"),
    ({"offence": {"first_on": "1568937600"}}, "cases[0].offence.first_on: is no day"),
    ({"offence": {"first_on": 20190920}}, "cases[0].offence.first_on: is no day"),
    ({"fir": {"year": "2019"}}, "cases[0].fir.year: must be a whole number"),
    ({"fir": {"year": 10**12}}, "cases[0].fir.year: is too large a number"),
    ({"accused": {}}, "cases[0].accused: must be a list"),
    ({"accused": [{}]}, "cases[0].accused[0].label: is missing"),
    (
        {"facts": ["proccured"]},
        'cases[0].facts[0]: "proccured" is no word of its list; did you mean procured?',
    ),
    ({"facts": [{"fact": "procured", "who": []}]}, "cases[0].facts[0].who: is no key"),
    ({"facts": [7]}, "cases[0].facts[0]: must be a word of its list"),
    ({"events": [{"on": "2019-09-20", "kind": "arested"}]}, 'cases[0].events[0].kind: "arested" is no word'),
    ({"charges": [{"accused": "A1", "provision": "IPC-999"}]}, "IPC-999"),
    ({"charges": [{"accused": "A7", "provision": "IPC-370-3"}]}, "A7 is not an accused of this case"),
    ({"title": "a\u0000b"}, "control character U+0000"),
    ({"title": "a\u202eb"}, "control character U+202E"),
    ({"lead": "\ud800"}, "is not JSON that can be read"),
]


@pytest.mark.parametrize("office_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize(("keys", "says"), BAD_KEYS, ids=[says[:40] for _, says in BAD_KEYS])
def test_a_case_at_fault(office: Office, tmp_path: Path, keys: dict[str, Any], says: str) -> None:
    """A bad key, word, day, number, provision or label is refused by its path, and nothing is filed."""
    base = {} if "accused" in keys else {"accused": CASE["accused"]}
    taken = imports(office, tmp_path, document({"ref": "R", **base, **keys}, {"ref": "GOOD"}))
    assert (taken.imported, taken.refused) == (0, 2)
    assert len(taken.faults) == 1
    assert says in taken.faults[0]
    assert refs(office) == []


def test_a_fault_names_the_line(office: Office, tmp_path: Path) -> None:
    """The line is that of the value at fault, also deep in a document and for what the journal says."""
    text = document(
        {"ref": "A"},
        case(ref="B", events=[{"on": "2019-09-20", "kind": "x"}]),
        case(ref="C", charges=[{"accused": "A9", "provision": "IPC-370-3"}]),
    )
    lines = text.splitlines()
    for fault in imports(office, tmp_path, text).faults:
        number = int(fault.split(":")[1])
        assert '"kind": "x"' in lines[number - 1] or '"accused": "A9"' in lines[number - 1]


def test_every_fault_is_told(office: Office, tmp_path: Path) -> None:
    """All faults of all cases are listed, one line each, not only the first."""
    bad = {"ref": "A", "zz": 1, "fir": {"yr": 2}, "events": [{"kind": "x"}]}
    taken = imports(office, tmp_path, document(bad, {"ref": "B"}, {**bad, "ref": "C"}))
    assert len(taken.faults) == 8
    assert all("\n" not in fault for fault in taken.faults)


def test_two_cases_with_one_ref(office: Office, tmp_path: Path) -> None:
    """A ref stands for one case: twice in a file it is refused, and the line of the first is named."""
    taken = imports(office, tmp_path, document({"ref": "A-1"}, {"ref": "A-1"}))
    (fault,) = taken.faults
    assert "the ref A-1 is also that of register.json:" in fault


def test_a_ref_that_the_office_has(office: Office, tmp_path: Path) -> None:
    """A case is never filed over another of the same ref."""
    imports(office, tmp_path, document({"ref": "A-1"}))
    (fault,) = imports(office, tmp_path, document({"ref": "A-1", "title": "x"})).faults
    assert "the office has a case A-1 already" in fault


def test_faults_of_shape_and_of_what_is_said_come_together(office: Office, tmp_path: Path) -> None:
    """In a header, in other cases and in the same case, counted as in the file; nothing is written."""
    spoilt = case(
        ref="B-2",
        events=[
            {"on": "2020-01-01", "kind": "no_such_kind"},
            {"on": "2020-01-02", "kind": "arrested", "accused": "A9"},
        ],
        hearings=[{"on": "2020-02-11", "proceeding": "trial", "next_on": "2020-02-10", "asked_by": 7}],
    )
    wrong = case(ref="B-3", lead="ravi", charges=[{"accused": "A9", "provision": "IPC-370-5"}])
    told = imports(office, tmp_path, document(spoilt, wrong, courts=[{**COURT, "kind": "circus"}]))
    assert [re.sub(r"register.json:\d+: ", "", fault).partition(": ")[0] for fault in told.faults] == [
        "courts[0].kind",
        "cases[0].events[0].kind",
        "cases[0].hearings[0].asked_by",
        "cases[B-2].events[1].accused",
        "cases[B-2].hearings[0].next_on",
        "cases[B-3].charges[0].accused",
    ]
    assert (told.imported, told.refused, refs(office)) == (0, 2, [])


@pytest.mark.parametrize("office_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("where", ["title", "note", "name", "victim", "born_on", "key", "word"])
def test_no_fault_shows_a_value_that_may_identify(office: Office, tmp_path: Path, where: str) -> None:
    """Whatever is wrong with a field that may identify somebody, its value is never shown."""
    secret = "Sunita Devi"
    bad: dict[str, dict[str, Any]] = {
        "title": {"title": secret + "\u0001"},
        "note": {"events": [{"on": "2019-09-20", "kind": "fir_registered", "note": [secret]}]},
        "name": {"accused": [{"label": "A1", "name": {"first": secret}}]},
        "victim": {"victims": [{"code": "V1", "name": secret, "sexx": secret}]},
        "born_on": {"victims": [{"code": "V1", "age": {"status": "minor", "born_on": secret}}]},
        "key": {"victim_name": secret},
        "word": {"charges": [{"accused": secret, "provision": "IPC-370-3"}]},
    }
    taken = imports(office, tmp_path, document({"ref": "R", "accused": [], **bad[where]}), keep_going=True)
    assert taken.refused == 1
    assert secret not in "".join(taken.faults)
    assert secret not in Path(taken.rejected_to).read_text()


MISPLACED: list[dict[str, Any]] = [
    {"victims": ["NAME"]},
    {"victims": "NAME"},
    {"victims": [{"code": "V1", "age": "NAME"}]},
    {"victims": [{"code": "V1", "sex": "NAME"}]},
    {"victims": [{"code": "V1", "age": {"status": "NAME"}}]},
    {"victims": [{"code": "NAME"}, {"code": "NAME"}]},
    {"facts": ["NAME"]},
    {"facts": [{"fact": "rape", "victims": ["NAME"]}]},
    {"charges": [{"provision": "NAME"}, {"provision": "IPC-370-3", "victim": "NAME"}]},
    {"events": [{"on": "NAME", "kind": "rescued"}]},
    {"events": [{"on": "2019-09-20", "kind": "rescued", "victim": "NAME"}]},
    {"events": [{"on": "2019-09-20", "kind": "fir_registered", "time": "NAME"}]},
    {"accused": [{"label": "A1", "relative_of": "NAME"}], "fir": {"district": "NAME"}},
    {"proceedings": [{"key": "p1", "cnr": "NAME"}]},
]


@pytest.mark.parametrize("office_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("bad", MISPLACED)
def test_a_name_in_the_wrong_field_is_not_shown(office: Office, tmp_path: Path, bad: dict[str, Any]) -> None:
    """A register whose columns slipped has names where none belong; nothing that is said shows them."""
    for name in ("Sunita Devi", "sunita", "SUNITA", "सुनीता"):
        text = document({"ref": "R-1", **bad}).replace("NAME", name)
        taken = imports(office, tmp_path, text, keep_going=True)
        assert taken.refused == 1, name
        told = "".join(taken.faults) + Path(taken.rejected_to).read_text()
        if bad.get("facts") != ["NAME"] or name != "sunita":  # it looks like a word, and words are named
            assert name not in told
        assert '"R-1"' in told


def test_half_of_a_character_is_refused_and_written_down(office: Office, tmp_path: Path) -> None:
    """A text that no file can hold is one fault, kept going or not."""
    text = document(case(ref="R-1", title="x"), {"ref": "R-2"}).replace('"x"', '"\\ud800"')
    assert imports(office, tmp_path, text).refused == 2
    taken = imports(office, tmp_path, text, keep_going=True)
    assert (taken.imported, taken.refused) == (1, 1)


def test_a_file_whose_name_is_no_text_is_written_down(office: Office, tmp_path: Path) -> None:
    """A name of bytes that are no UTF-8, as an old disk has, doesn't stop the refused cases' file."""
    taken = imports(office, tmp_path, "{", "old\udcff.json", keep_going=True)
    assert json.loads(Path(taken.rejected_to).read_text().splitlines()[0])["rejected_from"]


def test_a_bad_header_counts_no_case_twice(office: Office, tmp_path: Path) -> None:
    """A file of one case is one refused, whatever its header is."""
    assert imports(office, tmp_path, document({"ref": "A-1"}, version=2)).refused == 1


def test_keep_going_files_the_good_cases(office: Office, tmp_path: Path) -> None:
    """The good cases are filed; the others are in FILE.rejected.jsonl with their faults."""
    text = document(CASE, case(ref="BAD", events=[{"on": "2019-09-20", "kind": "x"}]), {"ref": "GOOD"})
    taken = imports(office, tmp_path, text, keep_going=True)
    assert (taken.imported, taken.refused) == (2, 1)
    assert refs(office) == ["MUM-2019-014", "GOOD"]
    rejected = Path(taken.rejected_to)
    assert rejected.name == "register.json.rejected.jsonl"
    assert stat.S_IMODE(rejected.stat().st_mode) == 0o600
    about, row = map(json.loads, rejected.read_text().splitlines())
    assert "name" in about["says"]
    assert row["faults"] == list(taken.faults)
    assert row["case"]["ref"] == "BAD"
    assert "Sunita" not in rejected.read_text()


def test_a_stream_goes_on_after_a_broken_line(office: Office, tmp_path: Path) -> None:
    """Keeping on, a line that isn't JSON is refused by its number and the next one is filed."""
    taken = imports(
        office, tmp_path, '{"ref": "A"}\n{"ref": \n\xff\n{"ref": "B"}', "a.jsonl", keep_going=True
    )
    assert (taken.imported, taken.refused) == (2, 2)
    assert [fault.split(": ")[0] for fault in taken.faults] == ["a.jsonl:2", "a.jsonl:3"]


def test_a_court_that_the_office_knows_otherwise(office: Office, tmp_path: Path) -> None:
    """A file can't change what the office knows of a court; what it adds is taken, and its cases reckoned."""
    bare = {"key": "dindoshi-11"}
    assert imports(office, tmp_path, document(CASE, courts=[bare])).imported == 1
    assert imports(office, tmp_path, document({"ref": "B"})).imported == 1
    assert filing.differences(office) == []
    with office.reading() as session:
        assert reading.court_kinds(session.connection()) == {"dindoshi-11": "special_pocso"}
    taken = imports(office, tmp_path, document({"ref": "C"}, courts=[{**COURT, "kind": "sessions"}]))
    assert "courts[0].kind: the office knows this court otherwise" in taken.faults[0]


def test_files_are_taken_one_by_one(office: Office, tmp_path: Path) -> None:
    """A refused file leaves the others of the same command as they are."""
    for name, ref in (("a", "A"), ("b", "A"), ("c", "C")):
        (tmp_path / f"{name}.json").write_text(document({"ref": ref}))
    paths = [tmp_path / f"{name}.json" for name in ("a", "b", "missing", "c")]
    taken = import_files(office, paths)
    assert (taken.imported, taken.refused) == (2, 2)
    assert "missing.json: can't be read" in taken.faults[1]


def test_a_failure_half_way_leaves_nothing(place_for: PlaceFor, tmp_path: Path) -> None:
    """When the disk fills up in the middle of an import the office is exactly as it was."""
    with open_office(place_for("sqlite", tmp_path)) as office:
        with office.engine.connect() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 20}")
        many = [case(ref=f"R-{n}") for n in range(700)]
        with pytest.raises(Refused, match="disk is full"):
            imports(office, tmp_path, document(*many))
        with office.reading() as session:
            assert session.get(Prosecution, 1) is None
            assert session.get(Event, (1, 1)) is None
