"""Say where the computer's clock was set back: a case's clocks count from it, and the audit goes by it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from tracker.services.office import Office
from tracker.store import audit

BEHIND = timedelta(hours=1)
INDIA = timezone(timedelta(hours=5, minutes=30))


def behind(office: Office) -> str | None:
    """Return a line where the clock says an hour that lies before the newest entry, by an hour or more.

    Nothing is refused for it: a record is kept, and `tracker audit verify` points the entry out.
    """
    now = office.now()
    if now is None:
        return None
    with office.reading(whole=True) as session:
        newest = audit.last(session.connection())
    if newest is None or newest.at is None:
        return None
    at = datetime.strptime(newest.at, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    if at - now < BEHIND:
        return None
    return (
        f"This computer's clock says {now.astimezone(INDIA):%d-%m-%Y %H:%M}, but the office was last written "
        f"to on {at.astimezone(INDIA):%d-%m-%Y %H:%M}: set the clock right, for every clock of a case counts "
        "from it."
    )
