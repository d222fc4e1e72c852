"""`tracker backup` and `restore`: whole copies of the office."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import click

from tracker import settings
from tracker.cli import options, output
from tracker.cli.options import as_json, common


@click.command("backup")
@click.option(
    "--to", type=click.Path(path_type=Path, dir_okay=False), help="Write one file here, to hand over."
)
@as_json
@common
@click.pass_context
def backup_command(context: click.Context, to: Path | None, json_: bool) -> None:
    """Copy the office while it is in use, and read the copy back. Example: tracker backup"""
    from tracker.services import backup

    made = backup.make(options.office(context), options.now(), to)
    for doubt in made.doubts:
        click.echo(f"The audit speaks against the office: {doubt}", err=True)
    if json_:
        output.document(made)
        return
    click.echo(f"{made.file}: {made.cases} cases, {made.rows} rows of audit, read back")
    for name in made.removed:
        click.echo(f"Old copy removed: {name}")


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
    from tracker.services.office import Office, Refused, open_office

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
            with here, suppress(Refused):
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
