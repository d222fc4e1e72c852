"""Overviews over many cases, on both databases."""

from __future__ import annotations

from dataclasses import replace

from tests.services.conftest import Filed
from tests.services.offices import TODAY, bare_register, in_custody, old_trial
from tracker.domain.case import Accused
from tracker.services import aftercare, repeats
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
