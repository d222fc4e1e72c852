"""The cases that an overview is made from: those that match a filter, as they stood on the day.

An overview reads whole journals, so it takes at most MOST cases and refuses more by saying so: a list
that left some out in silence would be worse than none.
"""

from __future__ import annotations

from datetime import date

from tracker.domain.case import Case
from tracker.domain.matter import cut
from tracker.services import filters, fresh
from tracker.services.office import Office, Refused
from tracker.store import matching, queries, reading
from tracker.store.matching import OF_CONSEQUENCES, Where

MOST = 5000


def cases(office: Office, filter: str, today: date, *having: Where) -> tuple[Case, ...]:
    """Return the cases that match, by ref. Raises Refused: a filter that can't be read, or too many cases."""
    asks = filters.asks(filter, today)
    with office.reading() as session:
        where = [*matching.facts(session, asks), *having]
        late = []
        if any(ask.key in OF_CONSEQUENCES for ask in asks):
            late = [
                one for one in fresh.late(office, session, asks, today) if fresh.matches(one, asks, today)
            ]
            where += [queries.kept_answers(today), *matching.consequences(asks)]
        numbers = queries.case_ids(session, where, MOST + 1)
        if len(numbers) > MOST:
            raise Refused(
                f"More than {MOST:,} cases match: narrow the filter, for example station:… or lead:…"
            )
        found = [cut(case, today) for _, case in reading.chosen(session.connection(), numbers)]
    return tuple(sorted([*found, *(one.case for one in late)], key=lambda case: case.ref))
