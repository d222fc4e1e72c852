"""What goes in comes out: the whole sample office and invented cases, through the file and back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.conftest import PlaceFor
from tracker import samples
from tracker.domain.case import Case
from tracker.samples import sample
from tracker.services import interchange
from tracker.services.office import Office, open_office


def _whole(office: Office) -> str:
    return "".join(interchange.export(office))


def _without_listings(case: Case) -> Case:
    return replace(case, hearings=())


@pytest.fixture(params=["sample", "invented"])
def batch(request: pytest.FixtureRequest) -> sample.Batch:
    """The sample office, and fifty invented cases."""
    if request.param == "sample":
        return samples.office()
    cases = sorted(samples.generate(50, 11), key=lambda case: case.ref)
    return sample.Batch(courts=samples.courts(), cases=tuple(cases))


def test_the_file_that_comes_out_says_what_went_in(office: Office, batch: sample.Batch) -> None:
    """Every case is equal to what was filed; hearings are the filed ones and the listings they name."""
    interchange.write_cases(office, batch.courts, batch.cases)
    out = {case.ref: case for case in sample.read(_whole(office).encode()).cases}
    assert set(out) == {case.ref for case in batch.cases}
    for case in batch.cases:
        assert _without_listings(out[case.ref]) == _without_listings(case)
        filed, found = len(case.hearings), out[case.ref].hearings
        assert found[:filed] == case.hearings
        named = {(one.proceeding, one.next_on) for one in case.hearings}
        assert {(one.proceeding, one.on) for one in found[filed:]} <= named


def test_a_second_round_trip_changes_no_byte(
    office: Office, batch: sample.Batch, place_for: PlaceFor, tmp_path: Path
) -> None:
    """Import of the export exports the same text."""
    interchange.write_cases(office, batch.courts, batch.cases)
    once = _whole(office)
    file = tmp_path / "out.json"
    file.write_text(once, encoding="utf-8")
    with open_office(place_for("sqlite", tmp_path), user="asha") as second:
        done = interchange.import_files(second, [file])
        assert (done.imported, done.refused, done.faults) == (len(batch.cases), 0, ())
        assert _whole(second) == once
