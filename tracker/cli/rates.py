"""`tracker rates`: the conviction-rate summary, as text, JSON, CSV, XLSX or a PDF to print."""

from __future__ import annotations

from datetime import date

import click

from tracker.cli import options, output
from tracker.cli.options import DAY, as_json, common

BY = ("year", "act", "provision", "court", "district", "station", "state")


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
@click.option("--filter", "filter_", default="", metavar="FILTER", help='Only these cases: "lead:asha".')
@click.option("--known-on", type=DAY, metavar="DAY", help="As the office knew it at the end of that day.")
@as_json
@common
@click.pass_context
def rates_command(
    context: click.Context,
    by: str,
    first: date | None,
    last: date | None,
    unit: str,
    basis: str,
    offence: str,
    joined: bool,
    clock: str,
    final: bool,
    filter_: str,
    known_on: date | None,
    json_: bool,
) -> None:
    """Say how cases ended, with k, n and interval. Example: tracker rates --by act --from 2023-01-01"""
    from tracker.services import ratesjson, reports

    question = reports.Question(
        by=by,
        unit=unit,
        first=first,
        last=last,
        as_of=known_on or options.today(context),
        cohort=basis == "cohort",
        principal=offence == "principal",
        clock=clock,
        final=final,
        joined=joined,
        filter=filter_,
        known_on=known_on,
        with_refs=json_,
    )
    report = reports.rates(options.office(context), question)
    if json_:
        output.document(ratesjson.document(report))
