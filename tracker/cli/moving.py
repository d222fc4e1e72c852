"""`tracker move` and `tracker cover`: another day for a listing, another advocate for one day."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tracker.cli import options, output
from tracker.cli.calendar import HUMAN_DAY
from tracker.cli.options import as_json, common

if TYPE_CHECKING:
    from tracker.services.views import HearingMoved

PROCEEDING = click.option("--proceeding", help="Which proceeding, where several are listed that day.")


@click.command("move")
@click.argument("ref")
@click.option("--from", "on", required=True, metavar="DAY", help="The day on which it is listed.")
@click.option("--to", required=True, metavar="DAY", help="The day on which it will be.")
@click.option("--time", metavar="HH:MM", help="The hour there; without it, the same.")
@PROCEEDING
@as_json
@common
@click.pass_context
def move_command(
    context: click.Context,
    /,
    ref: str,
    on: str,
    to: str,
    time: str | None,
    proceeding: str | None,
    json_: bool,
) -> None:
    """Move a listing to another day. A closed day or a clash is pointed out, never refused.

    Example: tracker move MUM-2019-014 --from 26-11-2026 --to +14d
    """
    from tracker.services import moving

    today = options.today(context)
    moved, _ = moving.move(
        options.office(context),
        ref,
        on=HUMAN_DAY.read(on, today),
        to=HUMAN_DAY.read(to, today),
        time=time,
        proceeding=proceeding,
        today=today,
    )
    _say(moved, json_)


@click.command("cover")
@click.argument("ref")
@click.option("--on", default="today", show_default=True, metavar="DAY", help="The day that is covered.")
@click.option("--by", required=True, metavar="NAME", help="Who goes; the advocate's own name takes it back.")
@PROCEEDING
@as_json
@common
@click.pass_context
def cover_command(
    context: click.Context, /, ref: str, on: str, by: str, proceeding: str | None, json_: bool
) -> None:
    """Say who stands in on one day; the lead of the case stays.

    Example: tracker cover MUM-2019-014 --on 26-11-2026 --by ravi
    """
    from tracker.services import moving

    day = HUMAN_DAY.read(on, options.today(context))
    moved, _ = moving.cover(options.office(context), ref, on=day, by=by, proceeding=proceeding)
    _say(moved, json_)


def _say(moved: HearingMoved, json_: bool) -> None:
    if json_:
        output.document(moved)
        return
    here = moved.hearing
    hour = f" at {here['time']}" if here.get("time") else ""
    whose = f" in place of {here['in_place_of']}" if here.get("in_place_of") else ""
    goes = f", {here['advocate']} goes{whose}" if here.get("advocate") else ""
    click.echo(f"{moved.ref}: listed {here['on']:%a} {output.day(here['on'])}{hour}{goes}")
    for note in moved.notes:
        click.echo(f"!! {note}")
