"""`tracker law load`, `own`, `withdraw`, `stale`: the law between releases."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tracker.cli import options, output
from tracker.cli.options import as_json, common

if TYPE_CHECKING:
    from tracker.services.lawpack import Moved


@click.command("load")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--yes", is_flag=True, help="Let the rows count without asking.")
@as_json
@common
@click.pass_context
def load_command(context: click.Context, file: Path, yes: bool, json_: bool) -> None:
    """Load the office's own rows of law, signed off by its lawyer; shows first which open cases' dates move.

    Example: tracker law load pocso-amendment.toml
    """
    from tracker.services import lawpack

    office = options.office(context)
    rows = lawpack.read(file)
    moved = lawpack.moves(office, rows)
    named = ", ".join(str(row["id"]) for row in rows)
    said: dict[str, Any] = {"rows": [row["id"] for row in rows], "moves": moved}
    if not json_:
        click.echo(f"{named}, signed off by {rows[0]['by']} on {rows[0]['on']}")
        _print_moves(moved)
    yes = _sure(yes, json_, "Let these rows count?")
    if yes:
        said["reckoned"] = lawpack.load_rows(office, rows, options.today(context))
    _told(said, yes, json_)


@click.command("withdraw")
@click.argument("id_", metavar="ID")
@click.option("--yes", is_flag=True, help="Withdraw it without asking.")
@as_json
@common
@click.pass_context
def withdraw_command(context: click.Context, id_: str, yes: bool, json_: bool) -> None:
    """Withdraw a row of the office's own, so that the released one counts again.

    Example: tracker law withdraw IPC-370-5
    """
    from tracker.services import lawpack

    office = options.office(context)
    moved = lawpack.without(office, id_)
    said: dict[str, Any] = {"rows": [id_], "moves": moved}
    if not json_:
        _print_moves(moved)
    yes = _sure(yes, json_, f"Withdraw {id_}?")
    if yes:
        said["reckoned"] = lawpack.withdraw(office, id_)
    _told(said, yes, json_)


@click.command("own")
@as_json
@common
@click.pass_context
def own_command(context: click.Context, json_: bool) -> None:
    """List the rows of law that are this office's own. Example: tracker law own"""
    from tracker.services import lawpack

    rows = lawpack.own(options.office(context))
    if json_:
        output.document(rows)
        return
    columns = [("Row", "id"), ("Kind", "kind"), ("Signed off by", "signed_by"), ("On", "signed_on")]
    output.table(rows, columns, empty="The office has no rows of its own; the released law counts.")


@click.command("stale")
@click.option("--months", type=click.IntRange(1, 600), default=12, show_default=True, help="For so long.")
@as_json
@common
@click.pass_context
def stale_command(context: click.Context, months: int, json_: bool) -> None:
    """List the rows of law that nobody has re-read for long. Example: tracker law stale --months 6"""
    from tracker.services import lawpack
    from tracker.services.office import Refused

    try:
        office = options.office(context)
    except Refused:
        office = None  # the released law can be looked at without an office
    rows = lawpack.stale(office, months, options.today(context))
    if json_:
        output.document(rows)
        return
    columns = [("Row", "id"), ("Read on", "read_on"), ("Confidence", "confidence"), ("What", "title")]
    output.table(rows, columns, empty=f"Every row was read within {months} months.")


def show_in_office(context: click.Context, id_: str, json_: bool) -> None:
    """Show the row that counts in this office: its own, with who signed it, or the released one."""
    from tracker.cli import lawtext
    from tracker.services import lawpack

    found = lawpack.provisions(options.office(context))
    row, signed = found.get(id_) or found.get(id_.upper()) or (lawtext.must(id_), None)
    said = lawtext.shown(row)
    if json_:
        output.document(said | {"own": signed})
        return
    lawtext.print_one(said)
    if signed is None:
        click.echo(f"{'Counts':<14} the released row; the office has none of its own")
        return
    place = "in place of the released row" if signed.replaces else "the released law has none"
    day = output.day(signed.signed_on)
    click.echo(f"{'Counts':<14} own row, signed by {signed.signed_by} on {day}; {place}")


def _print_moves(moved: tuple[Moved, ...]) -> None:
    for one in moved:
        was, now = output.day(one.was), output.day(one.will_be)
        click.echo(f"  {one.ref}  {one.who}  {one.limit}: {was} → {now}")
    cases = len({one.ref for one in moved})
    click.echo(
        f"{len(moved)} dates of {cases} open cases move." if moved else "No date of an open case moves."
    )


def _sure(yes: bool, json_: bool, question: str) -> bool:
    if yes or json_ or not sys.stdin.isatty():
        return yes
    return click.confirm(question, default=False)


def _told(said: dict[str, Any], done: bool, json_: bool) -> None:
    from tracker.services.office import Refused

    if json_:
        output.document(said)
    elif done:
        click.echo(f"Done; {said['reckoned']} cases reckoned anew.")
    elif sys.stdin.isatty():
        click.echo("Nothing was written.")
    else:
        raise Refused("Nothing was written: say --yes to let it count")
