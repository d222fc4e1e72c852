"""`tracker rates`: the conviction-rate summary, as text, JSON, CSV, XLSX or a PDF to print."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tracker.cli import options, output, ratesbeside, ratestext
from tracker.cli.options import DAY, as_json, common

if TYPE_CHECKING:
    from tracker.services.office import Office
    from tracker.services.publicrates import Public
    from tracker.services.reports import Question
    from tracker.services.tableau import Summary

FILE = click.Path(dir_okay=False, allow_dash=True)

BY = ("year", "act", "provision", "court", "district", "station", "state", "lead")

CHARTS = ("lines", "board", "trend", "funnel", "incidence", "ages", "causes")


@click.command("rates")
@click.option("--by", type=click.Choice(BY), default="year", show_default=True, help="What the lines are.")
@click.option("--from", "first", type=DAY, metavar="DAY", help="The first day; without it, the beginning.")
@click.option("--to", "last", type=DAY, metavar="DAY", help="The last day; without it, today.")
@click.option(
    "--unit", type=click.Choice(("case", "accused", "charge")), default="case", help="What is counted."
)
@click.option(
    "--basis",
    type=click.Choice(("period", "cohort")),
    default="period",
    help="period: what happened on those days; cohort: the FIRs of those days, followed to today.",
)
@click.option(
    "--offence",
    type=click.Choice(("any", "principal")),
    default="any",
    help="By Act or provision: under every charge, or under the gravest alone.",
)
@click.option(
    "--joined", is_flag=True, help="By provision: old and new sections that answer to each other as one."
)
@click.option("--clock", type=click.Choice(("fir", "charge_sheet", "cognizance")), default="fir")
@click.option("--final", "final", is_flag=True, help="Results after appeals instead of the trial court's.")
@click.option("--filter", default="", metavar="FILTER", help='Only these cases: "lead:asha".')
@click.option("--known-on", type=DAY, metavar="DAY", help="As the office knew it at the end of that day.")
@click.option(
    "--public",
    is_flag=True,
    help="What may be published: small figures left out, no refs; a file is kept as the last release.",
)
@click.option("--csv", "csv_", type=FILE, help="Write the lines as CSV; - is the screen.")
@click.option("--xlsx", type=FILE, help="Write the lines and the tables T1 to T12 as a workbook.")
@click.option("--pdf", type=FILE, help="Write the summary with its charts as a PDF.")
@click.option("--restated-from", type=DAY, metavar="DAY", help="What changed since the report of that day.")
@click.option("--board", is_flag=True, help="The same convictions over each denominator that is quoted.")
@click.option("--behind", metavar="KEY:FIGURE", help='The cases behind a number: "ITPA:convicted".')
@click.option("--chart", type=click.Choice(CHARTS), help="One chart, drawn in letters.")
@click.option("--stalls", is_flag=True, help="Days after which a step counts as stalled, from this record.")
@as_json
@common
@click.pass_context
def rates_command(context: click.Context, /, json_: bool, **said: Any) -> None:
    """Say how cases ended, with k, n and interval. Example: tracker rates --by act --from 2023-01-01"""
    from tracker.services import ratesjson, released, reports

    if said.pop("stalls"):
        ratesbeside.stalls(options.office(context), options.today(context), json_)
        return
    beside = {name: said.pop(name) for name in ("restated_from", "board", "behind", "chart")}
    files = {kind: said.pop(name) for kind, name in (("csv", "csv_"), ("xlsx", "xlsx"), ("pdf", "pdf"))}
    public = said.pop("public")
    question = reports.Question(
        as_of=said["known_on"] or options.today(context),
        cohort=said.pop("basis") == "cohort",
        principal=said.pop("offence") == "principal",
        with_refs=not public and (json_ or any(files.values())),
        **said,
    )
    office = options.office(context)
    if any(beside.values()):
        if public:
            raise click.UsageError("--public gives the lines alone, without --board, --behind or --chart.")
        _beside(office, question, beside, json_)
        return
    made = _public(office, question) if public else None
    document = made.document if made else ratesjson.document(reports.rates(office, question))
    for kind, file in files.items():
        if file:
            _write(context, kind, file, office, question, document)
    if made and any(file and file != "-" for file in files.values()):
        released.keep(office, question, made.figures, made.log)
    if json_:
        output.document(document)
    elif not any(files.values()):
        ratestext.print_rates(document, shutil.get_terminal_size().columns)


def _beside(office: Office, question: Question, asked: dict[str, Any], json_: bool) -> None:
    question = replace(question, with_refs=False)
    if asked["restated_from"]:
        ratesbeside.restated(office, question, asked["restated_from"], json_)
    elif asked["board"]:
        ratesbeside.board(office, question, json_)
    elif asked["behind"]:
        ratesbeside.behind(office, question, asked["behind"], json_)
    else:
        ratesbeside.chart(office, question, asked["chart"], shutil.get_terminal_size().columns)


def _public(office: Office, question: Question) -> Public:
    from tracker.services import publicrates, released

    made = publicrates.of_office(office, question)
    for one in made.log:
        click.echo(f"left out: {one.key}, {one.block}: {one.why}", err=True)
    if others := released.other_cuts(office, question):
        click.echo(f"not compared: what was published by {', '.join(others)}", err=True)
    return made


def _write(
    context: click.Context, kind: str, file: str, office: Office, question: Question, document: dict[str, Any]
) -> None:
    from tracker.services import firewall, ratessheet

    said: tuple[str, ...] = ()
    if kind == "csv":
        text = ratessheet.csv_text(document)
        if file == "-":
            click.echo(text, nl=False)
            return
        made = text.encode("utf-8-sig")
    elif kind == "xlsx":
        from tracker.services import workbook

        made = workbook.render(document, _summary(office, question, document))
    else:
        from tracker.cli.calendar import printed_at
        from tracker.pdf import rates

        printed = rates.render(_summary(office, question, document), printed=printed_at(context))
        made, said = printed.content, printed.said
    firewall.release(
        office, Path(file), made, said, what="rates, public" if "public" in document else "rates"
    )
    click.echo(f"Written: {file}", err=True)


def _summary(office: Office, question: Question, document: dict[str, Any]) -> Summary:
    from tracker.services import annual, publicrates

    if "public" in document:
        return publicrates.summary(document)
    return annual.summary(office, question)
