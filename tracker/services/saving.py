"""Backups that the program makes by itself: when one is due, and how many are kept.

By default one a day, on leaving the screen or while it stays open, if anything was written since the last.
The rule is the office's: `every` says when, `keep` how many of days, weeks and months. A throw-away sample
and an office on a server have none.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from tracker.services import backup
from tracker.services.office import Office, Refused
from tracker.store import audit, database

EVERY = ("exit", "day", "week", "never")
_KEY = "backups"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """When backups are made, and of how many days, weeks and months the newest is kept."""

    every: str = "day"
    days: int = backup.DAYS
    weeks: int = backup.WEEKS
    months: int = backup.MONTHS

    @property
    def keep(self) -> tuple[int, int, int]:
        """The three numbers of the rule."""
        return self.days, self.weeks, self.months


def plan(office: Office) -> Plan:
    """Return the office's plan."""
    return Plan(**json.loads(office.setting(_KEY) or "{}"))


def keep_plan(office: Office, plan: Plan) -> Plan:
    """Keep a plan for the office and return it. Raises Refused: no such word, or nothing would be kept."""
    if plan.every not in EVERY:
        raise Refused(f"Backups are made at every {', '.join(EVERY[:-1])}, or never; not {plan.every!r}.")
    if min(plan.keep) < 0 or max(plan.keep) > 1000 or not plan.days:
        raise Refused("Keep the newest copies of at least 1 day, 0 weeks and 0 months, and of 1000 at most.")
    office.set(_KEY, json.dumps(asdict(plan)))
    return plan


def due(office: Office, now: datetime) -> bool:
    """Say whether a backup is due: its time has come, and something was written since the last one."""
    every = plan(office).every
    if every == "never" or database.file_of(office.engine.url) is None or office.setting("sample"):
        return False
    made = backup.list_made(office)
    newest = backup.made_at(office, made[-1]) if made else None
    if newest is None:
        return True
    here = now.replace(tzinfo=None)
    apart = {"exit": timedelta(0), "day": timedelta(days=1), "week": timedelta(days=7)}[every]
    if timedelta(0) <= here.date() - newest.date() < apart:
        return False
    with office.reading(whole=True) as session:
        last = audit.last(session.connection())
    return last is None or last.at is None or last.at > f"{newest:%Y-%m-%dT%H:%M:%SZ}"


def save_if_due(office: Office, now: datetime, *, within: float | None = None) -> backup.Made | None:
    """Make a backup if one is due. `within`: seconds after which it is given up. Raises Refused."""
    if not due(office, now):
        return None
    return backup.make(office, now, itself=True, within=within, keep=plan(office).keep)
