"""Overviews over many cases, on both databases."""

from __future__ import annotations

from dataclasses import replace

from tests.services.conftest import Filed
from tests.services.offices import TODAY, bare_register, in_custody, old_trial
from tracker.domain.case import Accused
from tracker.services import aftercare, chase, records, repeats
from tracker.services.office import Office


def test_an_overview_takes_the_docket_s_filter(office: Office, file_cases: Filed) -> None:
    """Victims of cases in evidence, and of no other."""
    file_cases(in_custody(), old_trial(), bare_register())
    found = aftercare.aftercare(office, "stage:prosecution_evidence", TODAY)
    assert [(one.ref, one.victim) for one in found] == [("PUN-2019-014", "V1")]


def test_accused_named_alike_are_suggested_and_relatives_and_children_are_not(
    office: Office, file_cases: Filed
) -> None:
    """Saleem Shaikh may be Salim Sheikh; a victim's relative and a child of that name stay out of it."""
    one, two = in_custody(), old_trial()
    others = (
        Accused(label="A1", name="SHAIKH Saleem"),
        Accused(label="A2", name="Salim Sheikh", relative_of="V1"),
        Accused(label="A3", name="Salim Sheikh", child=True),
    )
    file_cases(one, replace(two, accused=others, charges=()))
    (found,) = repeats.repeats(office, "", TODAY)
    assert [(place.ref, place.label) for place in found.places] == [(one.ref, "A1"), (two.ref, "A1")]
    assert (found.how, found.sure) == ("sounds alike", "possible")


def test_what_is_awaited_comes_the_first_needed_first(office: Office, file_cases: Filed) -> None:
    """A warrant for this week's hearing stands before the report promised for later."""
    file_cases(in_custody())
    said = {"kind": "bailable_warrant", "accused": "A1", "for_on": "+3d", "sent_on": TODAY}
    records.add(
        office, in_custody().ref, "exhibits", {"label": "E1", "kind": "dna_report", "due_on": "+9d"}, TODAY
    )
    records.add(office, in_custody().ref, "processes", said, TODAY)
    rows = chase.chased(office, "", TODAY)
    assert [(row.what, row.days_left) for row in rows] == [("summons", 3), ("report", 9)]
    assert chase.summed(rows) == "1 summons, 1 report"
    assert chase.chased(office, "station:nowhere", TODAY) == ()
