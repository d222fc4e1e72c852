"""`tracker causelist`: a court's list beside the office's; it writes nothing."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from tracker.cli import options, output
from tracker.cli.calendar import HUMAN_DAY
from tracker.cli.options import as_json, common


@click.command("causelist")
@click.argument("file", metavar="FILE|-")
@click.option("--on", default="tomorrow", show_default=True, metavar="DAY", help="The day of the list.")
@click.option("--court", help="Only this court's: its key, or words of its complex or name.")
@click.option("--advocate", help="Only what this advocate goes to.")
@as_json
@common
@click.pass_context
def causelist_command(
    context: click.Context, /, file: str, on: str, court: str | None, advocate: str | None, json_: bool
) -> None:
    """Check a court's list (text, CSV or PDF; - reads what is pasted) against the office's.

    Example: tracker causelist board.pdf --on tomorrow --court dindoshi
    """
    from tracker.services import causelist
    from tracker.services.office import Refused

    today = options.today(context)
    try:
        content = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        raise Refused(f"The list can't be read: {error.strerror}.") from error
    text = causelist.read(Path(file).name, content)
    day = HUMAN_DAY.read(on, today)
    rows = causelist.check(options.office(context), text, day, today=today, court=court, advocate=advocate)
    if json_:
        output.document(list(rows))
        return
    heads = (("STATUS", "status"), ("ITEM", "item"), ("REF", "ref"), ("COURT", "court"), ("OURS", "on"))
    output.table(
        rows, (*heads, ("LINE", "line"), ("BY", "by")), empty="Nothing of ours is listed or due that day."
    )
    click.echo("Nothing was written: record what you accept.", err=True)
