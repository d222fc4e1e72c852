"""`tracker causelist`: a court's list beside the office's; it writes what is accepted by name, no more."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tracker.cli import options, output
from tracker.cli.calendar import HUMAN_DAY
from tracker.cli.options import as_json, common

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tracker.services.causelist import Checked
    from tracker.services.office import Office


@click.command("causelist")
@click.argument("file", metavar="FILE|-")
@click.option("--on", default="tomorrow", show_default=True, metavar="DAY", help="The day of the list.")
@click.option("--court", help="Only this court's: its key, or words of its complex or name.")
@click.option("--advocate", help="Only what this advocate goes to.")
@click.option(
    "--accept",
    multiple=True,
    metavar="REF",
    help="List this matter on the list's day; nothing else is written.",
)
@as_json
@common
@click.pass_context
def causelist_command(
    context: click.Context,
    /,
    file: str,
    on: str,
    court: str | None,
    advocate: str | None,
    accept: tuple[str, ...],
    json_: bool,
) -> None:
    """Check a court's list (text, CSV or PDF; - reads what is pasted) against the office's.

    Example: tracker causelist board.pdf --on tomorrow --court dindoshi
    """
    from tracker.services import causelist

    today = options.today(context)
    text = causelist.read(sys.stdin.buffer.read()) if file == "-" else causelist.load(Path(file))
    day = HUMAN_DAY.read(on, today)
    office = options.office(context)
    rows = causelist.check(office, text, day, today=today, court=court, advocate=advocate)
    if accept:
        _accept(office, rows, accept, day, today)
        return
    if json_:
        output.document(list(rows))
        return
    heads = (("STATUS", "status"), ("ITEM", "item"), ("REF", "ref"), ("COURT", "court"), ("OURS", "on"))
    output.table(
        rows, (*heads, ("LINE", "line"), ("BY", "by")), empty="Nothing of ours is listed or due that day."
    )
    click.echo("Nothing was written. --accept REF lists a matter on this day.", err=True)


def _accept(office: Office, rows: Sequence[Checked], refs: Sequence[str], day: date, today: date) -> None:
    """List the matters named, after all of them were found to be ones that can be."""
    from tracker.services import causelist
    from tracker.services.office import Refused

    chosen = [(ref, next((row for row in rows if row.ref == ref), None)) for ref in refs]
    faults = [f"{ref}: the list says nothing of it" for ref, row in chosen if row is None]
    faults += [
        f"{ref}: {row.status}, so there is nothing to change"
        for ref, row in chosen
        if row and not row.moves(day)
    ]
    if faults:
        raise Refused(*faults)
    for ref, row in chosen:
        assert row is not None
        moved, _ = causelist.accept(office, row, day, today)
        click.echo(f"{ref}: listed {output.day(day)}")
        for note in moved.notes:
            click.echo(f"!! {note}")
