"""`tracker rates`: the conviction-rate summary, as text, JSON, CSV, XLSX or a PDF to print."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tracker.cli import options, output, ratestext
from tracker.cli.options import DAY, as_json, common

if TYPE_CHECKING:
    from tracker.services.office import Office
    from tracker.services.reports import Question
    from tracker.services.tableau import Summary

FILE = click.Path(dir_okay=False, allow_dash=True)

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
@click.option("--filter", default="", metavar="FILTER", help='Only these cases: "lead:asha".')
@click.option("--known-on", type=DAY, metavar="DAY", help="As the office knew it at the end of that day.")
@click.option("--public", is_flag=True, help="What may be published: small figures left out, no refs.")
@click.option("--csv", "csv_", type=FILE, help="Write the lines as CSV; - is the screen.")
@click.option("--xlsx", type=FILE, help="Write the lines and the tables T1 to T12 as a workbook.")
@click.option("--pdf", type=FILE, help="Write the summary with its charts as a PDF.")
@click.option("--restated-from", type=DAY, metavar="DAY", help="What changed since the report of that day.")
@click.option("--stalls", is_flag=True, help="Days after which a step counts as stalled, from this record.")
@as_json
@common
@click.pass_context
def rates_command(context: click.Context, /, json_: bool, **said: Any) -> None:
    """Say how cases ended, with k, n and interval. Example: tracker rates --by act --from 2023-01-01"""
    from tracker.services import reports

    if said.pop("stalls"):
        _stalls(options.office(context), options.today(context), json_)
        return
    restated_from = said.pop("restated_from")
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
    if restated_from:
        _restated(office, question, restated_from, json_)
        return
    document = _document(office, question, public)
    for kind, file in files.items():
        if file:
            _write(context, kind, file, office, question, document)
    if json_:
        output.document(document)
    elif not any(files.values()):
        ratestext.print_rates(document, shutil.get_terminal_size().columns)


def _stalls(office: Office, today: date, json_: bool) -> None:
    from tracker.services import stalls

    found = stalls.thresholds(office, today)
    if json_:
        output.document(list(found))
        return
    columns = (("STEP", "threshold"), ("COURT", "court"), ("DAYS", "days"), ("FROM", "source"))
    output.table(found, (*columns, ("ENDED", "ended"), ("OPEN", "open")), empty="Nothing on record.")


def _restated(office: Office, question: Question, known_on: date, json_: bool) -> None:
    from tracker.services import restated

    found = restated.since(office, question, known_on)
    if json_:
        output.document(found)
        return
    columns = (
        ("", "key"),
        ("FIGURE", "figure"),
        (f"AS KNOWN ON {known_on:%d-%m-%Y}", "then"),
        ("NOW", "now"),
    )
    output.table(found.changes, columns, empty="Nothing that was counted then has changed.")
    if found.cases:
        click.echo(f"By entries of later days, or recorded later, in: {', '.join(found.cases)}")


def _document(office: Office, question: Question, public: bool) -> dict[str, Any]:
    from tracker.services import publicrates, ratesjson, reports

    if not public:
        return ratesjson.document(reports.rates(office, question))
    publicrates.check(question)
    made = publicrates.public(reports.rates(office, question))
    for one in made.log:
        click.echo(f"left out: {one.key}, {one.block}: {one.why}", err=True)
    return made.document


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
