"""Write golden_dates.tsv: what every limit reaches from twelve awkward days.

`python -m tests.statutes.make_golden`, after a change of a limit; the difference of the file then
shows which dates moved. One line for each limit and each of its variants, one column a day:

* a day: the last day; `outer` and `not before` are named beside it
* hours are counted from 23:30
* a share is that of a longest sentence of seven years
* `not law`: the row was not law on that day (a saved row of the CrPC still counts)
* `-`: the row has no number

Sundays are the only closed days.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from statutes import Limit
from statutes.rows import Variant
from tests.statutes.limit_rows import forms, limits, sunday
from tracker.domain import counting

GOLDEN = Path(__file__).with_name("golden_dates.tsv")
HOUR, LONGEST = "23:30", 84
AWKWARD = tuple(
    map(
        date.fromisoformat,
        (
            "2016-02-29",  # a leap day
            "2019-01-31",  # no such day in February, March has it
            "2019-12-31",  # two months on is a leap day
            "2020-02-28",  # the day before a leap day
            "2021-02-28",  # the end of a common February, a Sunday
            "2023-08-31",  # six months on is a leap day
            "2024-01-31",  # one month on is a leap day
            "2024-06-30",  # the CrPC's last day, a Sunday
            "2024-07-01",  # the BNSS's first day
            "2024-09-20",  # a Friday, thirty days before a Sunday
            "2025-01-31",  # thirty days on is a Sunday, the second of March
            "2025-12-31",  # the end of a year
        ),
    )
)


def cell(limit: Limit, variant: Variant | None, day: date) -> str:
    """Return what the limit reaches from a day, as the file says it."""
    if day < limit.from_ or (limit.until and day > limit.until and not limit.saved):
        return "not law"
    time = HOUR if limit.unit == "hours" else None
    found = counting.count(limit, day, time, sunday, variant, LONGEST)
    said = [found.due_at or (found.due_on.isoformat() if found.due_on else "")]
    said += [f"outer {found.outer_on}"] if found.outer_on else []
    said += [f"not before {found.not_before}"] if found.not_before else []
    return ", ".join(filter(None, said)) or "-"


def lines() -> list[str]:
    """Return the lines of the file, the heading first, limits in the order of their ids."""
    found = ["\t".join(["limit", "variant", *(day.isoformat() for day in AWKWARD)])]
    for id_ in sorted(limits()):
        limit = limits()[id_]
        for place, variant in enumerate(forms(limit)):
            cells = (cell(limit, variant, day) for day in AWKWARD)
            found.append("\t".join([id_, str(place or ""), *cells]))
    return found


if __name__ == "__main__":
    GOLDEN.write_text("\n".join(lines()) + "\n", "utf-8")
