"""Overviews over many cases: rescue attempts, aftercare, accused who may be one person in several cases."""

from __future__ import annotations

import click

from tracker.cli import options, output
from tracker.cli.options import as_json, common

RESCUES = (
    ("Day", "on"),
    ("Ref", "ref"),
    ("No.", "attempt"),
    ("Outcome", "outcome"),
    ("Found", "found"),
    ("Days since last", "gap"),
    ("Station", "station"),
    ("Reason", "reason"),
)
AFTERCARE = (
    ("Ref", "ref"),
    ("Who", "victim"),
    ("Age", "age"),
    ("Place", "place"),
    ("Since", "place_since"),
    ("Support", "support_since"),
    ("Statement", "statement_on"),
    ("Medical", "medical_on"),
    ("Ordered Rs", "ordered_rupees"),
    ("Paid Rs", "paid_rupees"),
    ("Days open", "open_days"),
    ("Not on record", "lacks"),
)

AWAITED = (
    ("Needed", "needed_on"),
    ("Left", "days_left"),
    ("Ref", "ref"),
    ("What", "says"),
    ("Ask", "whom"),
    ("Days out", "days"),
    ("Lead", "lead"),
)


@click.command("rescues")
@click.argument("filter_", nargs=-1, metavar="[FILTER]")
@as_json
@common
@click.pass_context
def rescues_command(context: click.Context, filter_: tuple[str, ...], json_: bool) -> None:
    """Show rescue attempts, latest first, what came of each and why.

    Example: tracker rescues "station:malvani"
    """
    from tracker.services import rescues

    rows = rescues.rescues(options.office(context), " ".join(filter_), options.today(context))
    if json_:
        output.document(list(rows))
        return
    output.table(rows, RESCUES, empty="No rescue attempt is on record.")
    if rows:
        click.echo(rescues.summed(rows))


@click.command("aftercare")
@click.argument("filter_", nargs=-1, metavar="[FILTER]")
@as_json
@common
@click.pass_context
def aftercare_command(context: click.Context, filter_: tuple[str, ...], json_: bool) -> None:
    """Show each victim by code: place, support, statement, medical, compensation.

    Example: tracker aftercare "lead:asha minor:yes"
    """
    from tracker.services import aftercare

    rows = aftercare.aftercare(options.office(context), " ".join(filter_), options.today(context))
    if json_:
        output.document(list(rows))
        return
    output.table(rows, AFTERCARE, empty="No victim is on record.")
    if rows:
        click.echo(aftercare.summed(rows))


@click.command("awaited")
@click.argument("filter_", nargs=-1, metavar="[FILTER]")
@click.option("--what", type=click.Choice(["summons", "report", "answer"]), help="Only these.")
@as_json
@common
@click.pass_context
def awaited_command(context: click.Context, filter_: tuple[str, ...], what: str | None, json_: bool) -> None:
    """Show what to chase: summonses and warrants out, reports, answers; the first needed first.

    Example: tracker awaited "station:malvani" --what summons
    """
    from tracker.services import chase

    rows = chase.chased(options.office(context), " ".join(filter_), options.today(context), what)
    if json_:
        output.document(list(rows))
        return
    output.table(rows, AWAITED, empty="Nothing is awaited: no summons is out, every report has come.")
    if rows:
        click.echo(chase.summed(rows))


@click.command("repeats")
@click.argument("filter_", nargs=-1, metavar="[FILTER]")
@as_json
@common
@click.pass_context
def repeats_command(context: click.Context, filter_: tuple[str, ...], json_: bool) -> None:
    """Suggest accused who may be one person in several cases; nothing is merged.

    Example: tracker repeats "since:<365d"
    """
    from tracker.services import repeats

    found = repeats.repeats(options.office(context), " ".join(filter_), options.today(context))
    if json_:
        output.document(list(found))
        return
    for one in found:
        click.echo(f"{one.sure}, {one.how}:")
        for place in one.places:
            fir = f"FIR {place.fir} {place.station or ''}".strip() if place.fir else place.station or ""
            click.echo(f"  {place.ref:<16}{place.label:<5}{place.name}  {fir}".rstrip())
    said = "Suggestions only: a person confirms each, and records the tie as a link of the case."
    click.echo(said if found else "No accused is named alike in two cases.")


@click.command("links")
@click.argument("ref")
@click.option("--depth", type=click.IntRange(1, 9), default=3, show_default=True, help="Steps from the case.")
@click.option("--dot", is_flag=True, help="As a graph for GraphViz: refs, labels and coded words only.")
@as_json
@common
@click.pass_context
def links_command(context: click.Context, ref: str, depth: int, dot: bool, json_: bool) -> None:
    """Show the cases tied to one: through what, who says so, how sure.

    Example: tracker links MUM-2018-003 --dot > network.dot
    """
    from tracker.services import links

    found = links.network(options.office(context), ref, depth)
    if json_:
        output.document(found)
    elif dot:
        click.echo(links.dot(found), nl=False)
    else:
        for line in links.text(found):
            click.echo(line)
