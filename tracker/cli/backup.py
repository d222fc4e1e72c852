"""`tracker backup` and `restore`: whole copies of the office."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tracker import settings
from tracker.cli import options, output
from tracker.cli.options import as_json, common

if TYPE_CHECKING:
    from tracker.services.office import Office
    from tracker.services.saving import Plan

PATIENCE = 15.0
"""Seconds that leaving the screen may take for a backup."""


@click.command("backup")
@click.option("--to", type=click.Path(path_type=Path, dir_okay=False), help="Write the copy here instead.")
@click.option(
    "--archive",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write one file to hand the office over, under a passphrase of its own.",
)
@click.option(
    "--archive-passphrase-fd", "descriptor", type=int, metavar="N", help="Read that passphrase from here."
)
@click.option(
    "--every", type=click.Choice(["exit", "day", "week", "never"]), help="When the program makes one itself."
)
@click.option(
    "--keep", nargs=3, type=int, metavar="D W M", help="Keep the newest of so many days, weeks and months."
)
@as_json
@common
@click.pass_context
def backup_command(
    context: click.Context,
    to: Path | None,
    archive: Path | None,
    descriptor: int | None,
    every: str | None,
    keep: tuple[int, int, int] | None,
    json_: bool,
) -> None:
    """Copy the office while it is in use, and read the copy back.

    Example: tracker backup --archive handover.db
    """
    from tracker.services import backup, saving

    if bool(to) + bool(archive) + bool(every or keep) > 1:
        raise click.UsageError("One of --to, --archive, or --every with --keep.")
    office = options.office(context)
    plan = saving.plan(office)
    if every or keep:
        days, weeks, months = keep or plan.keep
        plan = saving.keep_plan(
            office, saving.Plan(every=every or plan.every, days=days, weeks=weeks, months=months)
        )
        output.document(plan) if json_ else click.echo(_planned(plan))
        return
    anew = _archive_key(archive, descriptor) if archive else None
    made = backup.make(office, options.now(), archive or to, keep=plan.keep, anew=anew)
    for doubt in made.doubts:
        click.echo(f"The audit speaks against the office: {doubt}", err=True)
    if json_:
        output.document(made)
        return
    click.echo(f"{made.file}: {made.cases} cases, {made.rows} rows of audit, read back")
    for name in made.removed:
        click.echo(f"Old copy removed: {name}")
    if archive:
        click.echo(f"SHA-256 {made.sha256}")
        click.echo(f"Head of its audit {made.head}. `tracker restore {made.file}` opens it elsewhere.")


def _planned(plan: Plan) -> str:
    when = {"exit": "on every leaving of the screen", "never": "never by itself"}
    said = when.get(plan.every, f"once a {plan.every}, if anything was written")
    return f"Backups: {said}; kept are {plan.days} days, {plan.weeks} weeks, {plan.months} months."


def _archive_key(path: Path, descriptor: int | None) -> bytes:
    """Return the key of an archive. Raises Refused: nobody can be asked for its passphrase."""
    from tracker.services import safekeeping

    said = options.read_line(descriptor) if descriptor is not None else options.ask_new(path)
    if not said:
        raise options.no_passphrase("--archive-passphrase-fd N")
    return safekeeping.new_key(said)


def on_leaving(office: Office) -> None:
    """Make the backup that is due when the screen is left, and say if there is none."""
    from tracker.services import saving
    from tracker.services.office import Refused

    try:
        if saving.due(office, options.now()):
            _say("Backing up …")
            made = saving.save_if_due(office, options.now(), within=PATIENCE)
            if made is not None:
                _say(f"{made.file}: read back")
    except Refused as why:
        _say(f"NO BACKUP: {why} `tracker backup` makes one.")
    except KeyboardInterrupt:
        _say("NO BACKUP: it was stopped. `tracker backup` makes one.")


def _say(line: str) -> None:
    """Say it, where anybody reads it: a window that was closed keeps no backup from being made."""
    with suppress(OSError):
        click.echo(line, err=True)


@click.command("restore")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--yes", is_flag=True, help="Swap without asking.")
@as_json
@common
@click.pass_context
def restore_command(context: click.Context, file: Path, yes: bool, json_: bool) -> None:
    """Show what a backup holds otherwise, then put it in the office's place.

    Example: tracker restore backups/office-2026-11-24T183000.db --yes
    """
    from tracker.services import backup, safekeeping
    from tracker.services.office import Refused, open_office

    url, secret = options.database(context), options.secret(context)
    path = safekeeping.place_of(url)
    new, copy, verdict = backup.bring(file, path, secret)
    found, key = None, None
    with copy:
        here: Office | None = None
        with suppress(Refused):  # what is to be replaced may be damaged, or not be there
            key = safekeeping.key_now(url, secret)
            here = open_office(url, user=settings.desk(), now=options.now, secret=lambda _: key)
        if here is not None:
            with here:
                try:
                    here.require("restore")
                except Refused:
                    backup.drop(new)
                    raise
                with suppress(Refused):
                    found = backup.compare(here, copy)
    if not json_:
        for one in verdict.findings:
            click.echo(f"The backup was altered: {one.where}: {one.says}", err=True)
        for line in backup.lines(found) if found else ["The office here can't be read; nothing to compare."]:
            click.echo(line, err=True)
    if not yes and not (options.terminal() and click.confirm("Put the backup in its place?", err=True)):
        backup.drop(new)
        raise Refused("Nothing was changed; --yes swaps.")
    kept = backup.swap(new, path, key)
    with open_office(url, user=settings.desk(), now=options.now, secret=secret) as office:
        office.log("restore", "from a backup")
    if json_:
        output.document({"database": url, "kept": str(kept) if kept else None, "differences": found})
        return
    click.echo(f"Restored: {path}" + (f"; what was there is {kept}" if kept else ""))
