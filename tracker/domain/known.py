"""The case as the office knew it at the end of a day: by when each line was recorded, not when it happened.

A line that doesn't say when it was recorded counts as recorded on its own day: so it is with imported
registers. The rest of the case (its people, its charges, its FIR) carries no day of recording.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tracker.domain.case import Case
from tracker.domain.matter import cut


def known_on(case: Case, day: date) -> Case:
    """Return the case as known on the day; what is corrected later still stands."""
    dropped = {n for n, event in enumerate(case.events, 1) if (event.recorded_on or event.on) > day}
    if dropped:
        kept = [n for n in range(1, len(case.events) + 1) if n not in dropped]
        place = {n: i for i, n in enumerate(kept, 1)}
        events = tuple(
            replace(event, corrects=place.get(event.corrects)) if event.corrects else event
            for event in (case.events[n - 1] for n in kept)
        )
        case = replace(case, events=events)
    return cut(case, day)
