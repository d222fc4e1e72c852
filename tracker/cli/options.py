"""Options that many commands share, taken before or after the command's name, and what they open.

`--db`, `--today` and `--json` mean the same everywhere. Today is asked of the clock here and in
`tui/app.py` only, in Asia/Kolkata.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import click

from tracker import settings

if TYPE_CHECKING:
    from tracker.services.office import Office
    from tracker.store.database import Secret

KOLKATA = ZoneInfo("Asia/Kolkata")
SHORTEST = 8
"""Letters of a passphrase that a person is asked for."""


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
        click.option(
            "--passphrase-fd",
            type=int,
            metavar="N",
            expose_value=False,
            callback=_keep,
            help="Read the passphrase from this descriptor.",
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
    from tracker.services import clockback  # SQLModel loads only where a database is asked
    from tracker.services.office import open_office

    opened = open_office(database(context), user=settings.desk(), now=now, secret=secret(context))
    context.call_on_close(opened.close)
    if behind := clockback.behind(opened):
        click.echo(behind, err=True)
    return opened


def now() -> datetime:
    """Return the clock's hour in UTC, for the audit; `--today` doesn't move it."""
    return datetime.now(UTC)


def terminal() -> bool:
    """Say whether a person can be asked."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def secret(context: click.Context) -> Secret:
    """Return what gives an encrypted office its key, and a new one its first."""

    def key(path: Path) -> bytes | None:
        from tracker.services import safekeeping

        return safekeeping.secret(lambda path, new: passphrase(context, path, new=new))(path)

    return key


def ready_secret(context: click.Context) -> Secret:
    """Return the same, with the key made now: a person is asked before the screen is drawn."""
    url = database(context)
    if _needs_no_key(url):  # seen without SQLModel, which the first paint needn't wait for
        return lambda _: None
    from tracker.services import safekeeping

    kept = safekeeping.key_now(url, secret(context))
    context.find_root().meta.pop("passphrase", None)
    return lambda _: kept


def _needs_no_key(url: str) -> bool:
    """Say whether the address is a server's or plainly that of a file that isn't encrypted."""
    from tracker.store import cipher

    backend, _, name = url.partition(":///")
    if backend.startswith("postgresql"):
        return True
    file = Path(name)
    plainly = backend == "sqlite" and not {"?", "%"} & set(name)
    return plainly and file.is_file() and not cipher.is_encrypted(file)


def passphrase(context: click.Context, path: Path, *, new: bool) -> str | None:
    """Return the passphrase: from `--passphrase-fd`, TRACKER_PASSPHRASE, or the person at the terminal.

    Without any of them: None for an office to be made, which is then plain; else Refused.
    """
    meta = context.find_root().meta
    if "passphrase_fd" in meta and "passphrase" not in meta:
        meta["passphrase"] = read_line(meta["passphrase_fd"])
    if said := meta.get("passphrase") or settings.passphrase():
        return str(said)
    if new:
        return ask_new(path)
    if not terminal():
        raise no_passphrase()
    return str(click.prompt(f"Passphrase of {path.name}", hide_input=True, err=True))


def ask_new(path: Path) -> str | None:
    """Ask a person twice for a new passphrase; None without a terminal. Raises Refused: too short."""
    if not terminal():
        return None
    words = f"A passphrase for {path.name} (four words that don't belong together are a good one)"
    said = str(click.prompt(words, hide_input=True, confirmation_prompt=True, err=True))
    if len(said) < SHORTEST:
        from tracker.services.office import Refused

        raise Refused(f"A passphrase has at least {SHORTEST} letters; nothing was made.")
    return said


def no_passphrase(by: str = "TRACKER_PASSPHRASE or --passphrase-fd N") -> Exception:
    """Return the refusal where nobody can be asked; `by` is what to give."""
    from tracker.services.office import Refused

    return Refused(f"A passphrase is needed: give {by}.")


def read_line(descriptor: int) -> str:
    """Return the first line that a descriptor gives. Raises Refused: it can't be read, or is empty."""
    from tracker.services.office import Refused

    try:
        with os.fdopen(descriptor, encoding="utf-8", closefd=False) as file:
            said = file.readline().rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise Refused(f"Descriptor {descriptor} gives no passphrase.") from error
    if not said:
        raise Refused(f"Descriptor {descriptor} gives no passphrase.")
    return said
