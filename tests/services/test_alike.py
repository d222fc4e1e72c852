"""A case opened twice is seen: by its FIR, or by accused, station and day; never merged, never refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from tests.services.conftest import Filed
from tests.services.offices import TODAY, in_custody, old_trial
from tracker.domain.case import Accused, Case, Fir
from tracker.services import alike, casefile, docket, interchange, newcase
from tracker.services.office import Office
from tracker.services.views import CaseView

FIR = Fir(number="0412", year=2026, police_station="malvani  EAST")
PERSON = Fir(registered_on=date(2026, 9, 10), police_station="Malvani East")


def test_the_same_fir_or_the_same_person_station_and_day_is_found(office: Office, file_cases: Filed) -> None:
    """Written otherwise it is the same FIR; another year, station or day is another case."""
    file_cases(in_custody(), old_trial())

    def why(fir: Fir, *names: str) -> list[tuple[str, str]]:
        accused = tuple(Accused(label=f"A{n}", name=name) for n, name in enumerate(names, 1))
        return [(one.ref, one.why) for one in alike.of(office, Case(ref="NEW", fir=fir, accused=accused))]

    assert why(FIR) == [("MUM-2026-001", alike.SAME_FIR)]
    assert why(replace(FIR, year=None)) == [("MUM-2026-001", alike.SAME_FIR)]
    assert why(replace(FIR, year=2025)) == why(replace(FIR, police_station="Kurla")) == []
    assert why(PERSON, "salim  SHEIKH") == [("MUM-2026-001", alike.SAME_PERSON)]
    assert why(PERSON, "Salim Shah") == why(replace(PERSON, registered_on=TODAY), "Salim Sheikh") == []


def test_a_new_case_is_filed_only_after_somebody_looked(office: Office, file_cases: Filed) -> None:
    """Not looked at, nothing is written and the others come back; looked at, both cases stand."""
    file_cases(in_custody())
    case = newcase.case_of(today=TODAY, ref="NEW", number="412", year=2026, station="Malvani East")
    twins = newcase.add(office, case, TODAY, looked=False)
    assert isinstance(twins, tuple)
    assert [one.ref for one in twins] == ["MUM-2026-001"]
    assert docket.count(office, "", TODAY) == 1
    assert isinstance(newcase.add(office, case, TODAY), CaseView)
    assert docket.count(office, "", TODAY) == 2


def test_an_import_says_which_cases_look_alike_and_keeps_both(
    office: Office, file_cases: Filed, tmp_path: Path
) -> None:
    """One like a case of the office, one like another of the file: a note each, nothing refused."""
    file_cases(in_custody())
    other = Fir(number="7", year=2025, police_station="Kurla")
    cases = [Case(ref="X-1", fir=FIR), Case(ref="X-2", fir=other), Case(ref="X-3", fir=other)]
    file = tmp_path / "more.jsonl"
    file.write_text("\n".join(casefile.write(case) for case in cases), encoding="utf-8")
    done = interchange.import_files(office, [file])
    assert (done.imported, done.faults) == (3, ())
    assert [note.partition(":")[0] for note in done.notes] == [
        "X-1 looks like MUM-2026-001",
        "X-3 looks like X-2",
    ]
