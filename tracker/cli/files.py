"""`tracker import`, `export` and `schema`: case files in and out."""

from __future__ import annotations

from pathlib import Path

import click

from tracker.cli import options, output
from tracker.cli.options import as_json, common

NOTES = 20
"""Cases that look alike, told one by one; of more only the number."""


@click.command("import")
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(readable=False, path_type=Path), metavar="FILE…"
)
@click.option("--keep-going", is_flag=True, help="File the good ones; the others go to FILE.rejected.jsonl.")
@as_json
@common
@click.pass_context
def import_command(context: click.Context, files: tuple[Path, ...], keep_going: bool, json_: bool) -> None:
    """Read case files (.json or .jsonl); one transaction a file. Example: tracker import register.json"""
    from tracker.services import interchange

    done = interchange.import_files(options.office(context), files, keep_going=keep_going)
    for note in done.notes[:NOTES]:
        click.echo(f"Note: {note}.", err=True)
    if len(done.notes) > NOTES:
        click.echo(f"Note: {len(done.notes) - NOTES} more cases look like others.", err=True)
    for fault in done.faults:
        click.echo(fault, err=True)
    if json_:
        notes = {"notes": list(done.notes)} if done.notes else {}
        output.document({"imported": done.imported, "refused": done.refused, **notes})
    else:
        click.echo(f"{done.imported} imported, {done.refused} refused")
        if done.rejected_to:
            click.echo(f"The refused ones, with reasons and without victims' names: {done.rejected_to}")
    if done.refused:
        context.exit(1)


@click.command("export")
@click.argument("refs", nargs=-1, metavar="[REF…]")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file.")
@click.option("--with-identities", is_flag=True, help="Include victims' names; this is logged.")
@common
@click.pass_context
def export_command(
    context: click.Context, refs: tuple[str, ...], out: Path | None, with_identities: bool
) -> None:
    """Write cases as a case file, without victims' names. Example: tracker export --out all.json"""
    from tracker.services import interchange

    pieces = interchange.export(
        options.office(context), refs, with_identities=with_identities, today=options.today(context)
    )
    if out is None:
        for piece in pieces:
            click.echo(piece, nl=False)
        return
    interchange.write_private(out, pieces)
    click.echo(f"Written: {out}", err=True)


@click.command("schema")
def schema_command() -> None:
    """Print the JSON Schema of a case file, version 1. Example: tracker schema > case-file.schema.json"""
    from tracker.services import interchange

    output.document(interchange.schema())
