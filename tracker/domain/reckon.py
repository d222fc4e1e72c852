"""One case, the law, and everything that follows: standing, clocks, flags."""

from __future__ import annotations

from collections.abc import Mapping

from tracker.domain.case import Case
from tracker.domain.clocks import reckon_clocks
from tracker.domain.flags import raise_flags
from tracker.domain.matter import Matter, known_to
from tracker.domain.outcomes import course
from tracker.domain.shapes import Law, Reckoning
from tracker.domain.stages import standing


def reckon(case: Case, court_kinds: Mapping[str, str], law: Law) -> Reckoning:
    """Return all consequences of a case's journal; none depends on what day it is."""
    matter = Matter(case, court_kinds)
    law = law.at(matter.trial_court_key()) if law.closed_at else law
    stands = standing(matter)
    clocks = reckon_clocks(matter, stands, law)
    flags = raise_flags(matter, stands, clocks, law)
    counted = course(matter, stands, law.provision)
    return Reckoning(standing=stands, clocks=clocks, flags=flags, known_to=known_to(case), course=counted)
