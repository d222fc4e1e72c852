"""`tracker calendar`: hearings and due dates of any span, as text, JSON, paper or for a phone."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, Any

import click

from tracker.cli import options, output
from tracker.cli.options import as_json, common

if TYPE_CHECKING:
    from tracker.services.views import CalendarRow


class HumanDay(click.ParamType[str]):
    """A day as people write it: today, +7d, fri, 24-11-2026; read against today when the command runs."""

    name = "day"

    def read(self, text: str, today: date) -> date:
        """Return the day; anything else is wrong usage."""
        from tracker.services import days

        try:
            return days.day(text, today)
        except days.NotADay as error:
            raise click.BadParameter(str(error)) from error


HUMAN_DAY = HumanDay()


@click.command("calendar")
@click.argument("filter_", nargs=-1, metavar="[FILTER]")
@click.option("--from", "first", default="today", show_default=True, metavar="DAY", help="The first day.")
@click.option("--to", "last", metavar="DAY", help="The last day; without it, the first day alone.")
@click.option("--advocate", help="Only what this advocate goes to.")
@click.option("--court", help="Only this court: its key, or words of its complex or name.")
@as_json
@common
@click.pass_context
def calendar_command(
    context: click.Context,
    filter_: tuple[str, ...],
    first: str,
    last: str | None,
    advocate: str | None,
    court: str | None,
    json_: bool,
) -> None:
    """Show hearings and due dates. Example: tracker calendar --from mon --to +7d --advocate asha"""
    from tracker.services import calendar

    today = options.today(context)
    begins = HUMAN_DAY.read(first, today)
    ends = HUMAN_DAY.read(last, today) if last else begins
    asked: dict[str, Any] = {"advocate": advocate, "court": court, "filter": " ".join(filter_)}
    rows = calendar.between(options.office(context), begins, ends, today=today, **asked)
    if json_:
        output.document(list(rows))
        return
    print_calendar(rows)


def print_calendar(rows: tuple[CalendarRow, ...]) -> None:
    """Print the rows by day, each with its hour, court, ref, purpose, who goes, and what to mind."""
    if not rows:
        click.echo("No hearing listed, and no date of the law falls here.")
        return
    width = max(len(output.words(row.court)) for row in rows)
    for on, those in groupby(rows, key=lambda row: row.on):
        listed = list(those)
        closed = f"  closed: {listed[0].closed}" if listed[0].closed else ""
        click.echo(f"{on:%a} {output.day(on)}{closed}")
        for row in listed:
            click.echo(f"  {_line(row, width)}".rstrip())
            if row.clash:
                click.echo(f"{'':9}!! {row.clash}")


def _line(row: CalendarRow, width: int) -> str:
    head = f"{row.time or '–':<5}  {output.words(row.court):<{width}}  {row.ref}"
    if row.kind == "due":
        return f"{head}  DUE {row.who} {row.limit}: {row.says}"
    what = (row.purpose or "no purpose").replace("_", " ")
    flags = f"  [{', '.join(row.flags)}]" if row.flags else ""
    return f"{head}  {what}  {output.words(row.advocate)}{flags}"
