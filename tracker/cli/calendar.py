"""`tracker calendar`: hearings and due dates of any span, as text, JSON, paper or for a phone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tracker.cli import options, output
from tracker.cli.options import as_json, common

if TYPE_CHECKING:
    from tracker.services.office import Office
    from tracker.services.views import CalendarRow

FILE = click.Path(path_type=Path, dir_okay=False)


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
@click.option("--pdf", type=FILE, help="Print it to this file: the desk sheet, with nothing that identifies.")
@click.option("--office-copy", is_flag=True, help="With --pdf: also parties, station, FIR and sections.")
@click.option("--layout", type=click.Choice(["list", "week", "month"]), default="list", show_default=True)
@click.option("--paper", type=click.Choice(["a4", "a5", "letter"]), default="a4", show_default=True)
@click.option("--portrait", is_flag=True, help="Upright pages.")
@click.option("--lang", type=click.Choice(["en", "mr", "hi"]), default="en", help="The sheet's own words.")
@click.option("--supplement", is_flag=True, help="With --pdf: only what changed since the last copy.")
@click.option(
    "--ics",
    type=click.Path(path_type=Path),
    help="For phones: a file, or a folder that gets a file for each advocate (or --each court).",
)
@click.option("--each", type=click.Choice(["advocate", "court"]), default="advocate", show_default=True)
@as_json
@common
@click.pass_context
def calendar_command(
    context: click.Context,
    /,
    filter_: tuple[str, ...],
    first: str,
    last: str | None,
    advocate: str | None,
    court: str | None,
    pdf: Path | None,
    ics: Path | None,
    json_: bool,
    **how: Any,
) -> None:
    """Show hearings and due dates. Example: tracker calendar --from mon --to +7d --advocate asha"""
    from tracker.services import calendar

    today = options.today(context)
    begins = HUMAN_DAY.read(first, today)
    ends = HUMAN_DAY.read(last, today) if last else begins
    asked: dict[str, Any] = {"advocate": advocate, "court": court, "filter": " ".join(filter_)}
    office = options.office(context)
    if pdf:
        _print(context, office, pdf, (begins, ends), asked, how)
    if ics:
        _send(context, office, ics, (begins, ends), asked, how["each"])
    if pdf or ics:
        return
    rows = calendar.between(office, begins, ends, today=today, **asked)
    if json_:
        output.document(list(rows))
        return
    print_calendar(rows)


def _print(
    context: click.Context,
    office: Office,
    file: Path,
    span: tuple[date, date],
    asked: dict[str, Any],
    how: dict[str, Any],
) -> None:
    """Print the sheet to a file. With `--today` it carries that day and no hour, else the clock's."""
    from tracker.pdf import printing
    from tracker.services import sheets

    said = {"layout": how["layout"], "language": how["lang"], "office_copy": how["office_copy"]}
    sheet = sheets.build(office, span[0], span[1], today=options.today(context), **asked, **said)
    sheet, listed = printing.print_to(
        office,
        file,
        replace(sheet, printed=printed_at(context)),
        supplement=how["supplement"],
        size=how["paper"],
        landscape=not how["portrait"],
    )
    what = "office copy" if sheet.office_copy else "desk sheet"
    click.echo(f"Written: {file} ({what} {sheet.copy}, {listed} listed)", err=True)


def _send(
    context: click.Context,
    office: Office,
    place: Path,
    span: tuple[date, date],
    asked: dict[str, Any],
    each: str,
) -> None:
    """Write a calendar file for phones, or one for each advocate or court into a folder."""
    from tracker.services import firewall, phone

    today = options.today(context)
    given = isinstance(context.find_root().meta.get("today"), date)
    stamp = datetime(today.year, today.month, today.day, tzinfo=UTC) if given else datetime.now(UTC)
    if place.is_dir() or not place.suffix:
        place.mkdir(mode=0o700, exist_ok=True)
        series = phone.each(office, *span, today=today, by=each, **asked)
        feeds = [(place / phone.file_name(feed.name), feed) for feed in series]
    else:
        feeds = [(place, phone.feed(office, span[0], span[1], today=today, **asked))]
    for file, feed in feeds:
        content = phone.written(feed, stamp)
        firewall.inspect(office, file.name, content)
        phone.keep(office, feed)
        firewall.write_bytes(file, content)
        click.echo(f"Written: {file} ({len(feed.entries)} entries)", err=True)


def printed_at(context: click.Context) -> str:
    """Return when a page is printed, for its foot: day and hour, or with `--today` that day alone."""
    if isinstance(said := context.find_root().meta.get("today"), date):
        return f"{said:%d-%m-%Y}"
    return f"{datetime.now(options.KOLKATA):%d-%m-%Y %H:%M} IST"


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
