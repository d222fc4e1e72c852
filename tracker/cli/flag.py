"""`tracker flag`: what is said to a warning. Who said it and when is kept for ever."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from tracker.cli import options, output
from tracker.cli.options import DAY, as_json, common

if TYPE_CHECKING:
    from tracker.services.views import FlagHandled


@click.group("flag")
def flag_command() -> None:
    """Resolve a warning, snooze it, or take either back.

    A resolved or snoozed warning leaves the daily lists; `tracker flags --resolved` and `--snoozed` have
    it. It comes back when it grows worse or arises anew. Default bail is never resolved by a note and can
    be put off until tomorrow only; a breach for three days; any other for ninety.

    Example: tracker flag snooze MUM-2019-014 stage_stalled --until 2026-12-15 --why "judge on leave"
    """


def which(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add what says which warning of a kind is meant, where a case has several."""
    command = click.option("--since", type=DAY, help="The day it counts from.")(command)
    command = click.option("--limit", help="Its limit, as JUDGMENT-BNSS.")(command)
    return click.option("--who", help="Whom it is about: A1, V1, or case.")(command)


@flag_command.command("resolve")
@click.argument("ref")
@click.argument("kind")
@which
@click.option("--note", required=True, help="How it was dealt with; no victim's name.")
@as_json
@common
@click.pass_context
def resolve_command(
    context: click.Context,
    ref: str,
    kind: str,
    who: str | None,
    limit: str | None,
    since: date | None,
    note: str,
    json_: bool,
) -> None:
    """Say that a warning is dealt with.

    Example: tracker flag resolve MUM-2019-014 charge_missing --who A1 --note "prosecutor declined"
    """
    from tracker.services import handling

    today = options.today(context)
    told = handling.resolve(
        options.office(context), ref, kind, note, today, who=who, limit=limit, since=since
    )
    _say(told, json_)


@flag_command.command("snooze")
@click.argument("ref")
@click.argument("kind")
@which
@click.option("--until", type=DAY, required=True, help="The day on which it comes back.")
@click.option("--why", required=True, help="Why it can wait; no victim's name.")
@as_json
@common
@click.pass_context
def snooze_command(
    context: click.Context,
    ref: str,
    kind: str,
    who: str | None,
    limit: str | None,
    since: date | None,
    until: date,
    why: str,
    json_: bool,
) -> None:
    """Put a warning off until a day.

    Example: tracker flag snooze MUM-2019-014 no_next_date --until 2026-12-01 --why "roznama awaited"
    """
    from tracker.services import handling

    office, today = options.office(context), options.today(context)
    _say(handling.snooze(office, ref, kind, why, until, today, who=who, limit=limit, since=since), json_)


@flag_command.command("all")
@click.argument("filter_", nargs=-1, required=True, metavar="FILTER")
@click.option("--note", required=True, help="How they were dealt with, or why they can wait.")
@click.option("--until", type=DAY, help="Put them off until this day, in place of resolving them.")
@click.option("--dry-run", is_flag=True, help="List them, and write nothing.")
@as_json
@common
@click.pass_context
def all_command(
    context: click.Context,
    filter_: tuple[str, ...],
    note: str,
    until: date | None,
    dry_run: bool,
    json_: bool,
) -> None:
    """Resolve every warning that stands under a filter, or snooze them, with one note: all or none.

    Example: tracker flag all "flag:age_pending lead:asha" --until 2026-12-01 --note "reports due"
    """
    from tracker.cli import casetext
    from tracker.services import flags, handling

    office, today = options.office(context), options.today(context)
    rows = flags.flags(office, " ".join(filter_), today).rows
    if dry_run:
        output.document(rows) if json_ else casetext.print_flags(rows)
        return
    told = handling.many(office, rows, "snoozed" if until else "resolved", note, today, until)
    if json_:
        output.document(told)
        return
    for one in told:
        _say(one, json_)


@flag_command.command("reopen")
@click.argument("ref")
@click.argument("kind")
@which
@click.option("--why", help="Why it stands again.")
@as_json
@common
@click.pass_context
def reopen_command(
    context: click.Context,
    ref: str,
    kind: str,
    who: str | None,
    limit: str | None,
    since: date | None,
    why: str | None,
    json_: bool,
) -> None:
    """Let a warning that was resolved or snoozed stand again.

    Example: tracker flag reopen MUM-2019-014 no_next_date
    """
    from tracker.services import handling

    office, today = options.office(context), options.today(context)
    _say(handling.reopen(office, ref, kind, today, why=why, who=who, limit=limit, since=since), json_)


def _say(told: FlagHandled, json_: bool) -> None:
    if json_:
        output.document(told)
    else:
        click.echo(f"{told.ref}: {told.says}")
