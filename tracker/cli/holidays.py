"""`tracker holidays …`: the office's closed days, by which the law's last days move."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from tracker.cli import options, output
from tracker.cli.calendar import HUMAN_DAY
from tracker.cli.options import as_json, common


@click.group()
def holidays_command() -> None:
    """Keep the days on which courts are closed. Example: tracker holidays load 2027"""


def _say(changed: Any, json_: bool) -> None:
    if json_:
        output.document(changed)
        return
    click.echo(f"{changed.closed} closed, {changed.opened} opened; {changed.reckoned} cases reckoned anew")


@holidays_command.command("list")
@click.option("--year", type=int, help="Only this year.")
@as_json
@common
@click.pass_context
def list_(context: click.Context, /, year: int | None, json_: bool) -> None:
    """List the closed days. Example: tracker holidays list --year 2026"""
    from tracker.services import holidays

    rows = holidays.listed(options.office(context), year)
    if json_:
        output.document(list(rows))
        return
    empty = "No closed day but Sundays. `tracker holidays load YEAR` enters the public holidays."
    output.table(rows, (("DAY", "on"), ("COURT", "court"), ("NAME", "name")), empty=empty)


@holidays_command.command()
@click.argument("first", metavar="DAY")
@click.option("--to", "last", metavar="DAY", help="The last day, of a vacation.")
@click.option("--name", default="", help="What it is called.")
@click.option("--court", help="Only this court's: its key, or words of its complex or name.")
@as_json
@common
@click.pass_context
def add(
    context: click.Context, /, first: str, last: str | None, name: str, court: str | None, json_: bool
) -> None:
    """Enter closed days, of all courts or a court's vacation.

    Example: tracker holidays add 24-12-2026 --to 01-01-2027 --name "winter vacation" --court sewree
    """
    from tracker.services import holidays

    today = options.today(context)
    begins = HUMAN_DAY.read(first, today)
    ends = HUMAN_DAY.read(last, today) if last else None
    _say(holidays.close(options.office(context), begins, ends, name, court), json_)


@holidays_command.command()
@click.argument("on", metavar="DAY")
@click.option("--court", help="A day of this court's vacation.")
@as_json
@common
@click.pass_context
def remove(context: click.Context, /, on: str, court: str | None, json_: bool) -> None:
    """Take a closed day out. Example: tracker holidays remove 24-11-2026"""
    from tracker.services import holidays

    day = HUMAN_DAY.read(on, options.today(context))
    _say(holidays.open_again(options.office(context), day, court), json_)


@holidays_command.command()
@click.argument("years", nargs=-1, required=True, type=click.IntRange(1950, 2100))
@as_json
@common
@click.pass_context
def load(context: click.Context, /, years: tuple[int, ...], json_: bool) -> None:
    """Enter Maharashtra's public holidays, to be checked against the court's list.

    Example: tracker holidays load 2026 2027
    """
    from tracker.services import holidays

    _say(holidays.load(options.office(context), years), json_)
    click.echo("Days that follow the moon are estimates: check them against your court's own list.", err=True)


@holidays_command.command("import")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@as_json
@common
@click.pass_context
def import_(context: click.Context, /, file: Path, json_: bool) -> None:
    """Enter the days of a CSV file: a day, its name and maybe a court in a line.

    Example: tracker holidays import vacations.csv
    """
    from tracker.services import holidays

    _say(holidays.take(options.office(context), file, options.today(context)), json_)
