"""Options that many commands share, taken before or after the command's name, and what they open.

`--db`, `--today` and `--json` mean the same everywhere. Today is asked of the clock here and in
`tui/app.py` only, in Asia/Kolkata.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import click

from tracker import settings

if TYPE_CHECKING:
    from tracker.services.office import Office

KOLKATA = ZoneInfo("Asia/Kolkata")


class Day(click.ParamType[date]):
    """A day as YYYY-MM-DD or DD-MM-YYYY; anything else is wrong usage."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day, or fail naming what was typed and what would be right."""
        if isinstance(value, date):
            return value
        text = str(value).strip()
        year, month, day = [*text.split("-"), "", ""][:3]
        if len(day) == 4:
            year, day = day, year
        try:
            return date.fromisoformat(f"{year}-{month:0>2}-{day:0>2}")
        except ValueError:
            self.fail(f"{text!r} is not a day; write it as YYYY-MM-DD, as in 2026-11-24", param, ctx)


DAY = Day()


def common(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--db` and `--today`; they are kept on the context, whichever side of the command they stand."""
    for option in (
        click.option("--today", type=DAY, expose_value=False, callback=_keep, help="Stand in for the clock."),
        click.option(
            "--db",
            metavar="URL",
            expose_value=False,
            callback=_keep,
            help="The database: sqlite:///PATH or postgresql+psycopg://…",
        ),
    ):
        command = option(command)
    return command


def as_json(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--json`: one document with stable keys instead of text."""
    return click.option("--json", "json_", is_flag=True, help="Answer as one JSON document.")(command)


def _keep(context: click.Context, parameter: click.Parameter, value: object) -> None:
    if value is not None and parameter.name:
        context.find_root().meta[parameter.name] = value


def today(context: click.Context) -> date:
    """Return the day that answers depend on: `--today`, else the clock's, in Asia/Kolkata."""
    said = context.find_root().meta.get("today")
    return said if isinstance(said, date) else datetime.now(KOLKATA).date()


def database(context: click.Context) -> str:
    """Return the URL of the database that this command works on."""
    return settings.database_url(context.find_root().meta.get("db"))


def office(context: click.Context) -> Office:
    """Open the office for the length of the command."""
    from tracker.services.office import open_office  # SQLModel loads only where a database is asked

    opened = open_office(database(context), user=settings.desk())
    context.call_on_close(opened.close)
    return opened
