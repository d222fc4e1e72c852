"""`tracker suggest` and `tracker age`: what the facts support, and what an age moves."""

from __future__ import annotations

import sys
from datetime import date

import click

import statutes
from tracker.cli import options, output
from tracker.cli.options import DAY, as_json, common
from tracker.domain import words
from tracker.domain.case import Age


@click.command("suggest")
@click.argument("ref")
@click.option(
    "--suppose",
    multiple=True,
    metavar="WHAT",
    help="A what-if, nothing is written: V2=17, V2=16-18, A1=customer, fact=rape, offence=2024-09-01.",
)
@click.option("--accept", metavar="PROVISION", help="Put this suggestion on file, its reason kept.")
@click.option("--accused", help="With --accept: against whom, where it is suggested against several.")
@click.option("--victim", help="With --accept: for whom, where the charge is one for each victim.")
@click.option("--on", "on", type=DAY, help="With --accept: the day it was added; without it, today.")
@click.option("--because", default="", help="With --accept: your own reason; no victim's name.")
@click.option("--in-fir", is_flag=True, help="With --accept: the FIR named it.")
@click.option("--whole", is_flag=True, help="Print what has to be shown for each, and the usual evidence.")
@as_json
@common
@click.pass_context
def suggest_command(
    context: click.Context,
    ref: str,
    suppose: tuple[str, ...],
    accept: str | None,
    accused: str | None,
    victim: str | None,
    on: date | None,
    because: str,
    in_fir: bool,
    whole: bool,
    json_: bool,
) -> None:
    """Say what the facts, ages and days support and the file lacks. It never adds a charge by itself.

    Example: tracker suggest MUM-2019-014 --suppose V2=17
    """
    from tracker.cli import casetext, chargetext
    from tracker.services import charges

    today = options.today(context)
    if accept is not None:
        if suppose:
            raise click.UsageError("--suppose writes nothing, --accept does: use one of them")
        recorded = charges.accept(
            options.office(context),
            ref,
            next((id_ for id_ in statutes.provisions() if id_.casefold() == accept.casefold()), accept),
            accused,
            victim,
            today,
            on=on,
            because=because,
            in_fir=in_fir,
        )
        if json_:
            output.document(recorded)
        else:
            casetext.print_recorded(recorded)
        return
    found = charges.suggest(options.office(context), ref, today, suppose)
    if json_:
        output.document(found)
        return
    chargetext.print_suggested(found, whole=whole)


@click.command("age")
@click.argument("ref")
@click.argument("victim")
@click.option("--status", type=click.Choice([str(word) for word in words.AgeStatus]))
@click.option("--years", type=int, help="Completed years on the first day of the offence.")
@click.option("--years-low", type=int, help="The lower end, where only a range is known.")
@click.option("--years-high", type=int, help="The upper end.")
@click.option("--born-on", type=DAY)
@click.option("--basis", type=click.Choice([str(word) for word in words.AgeBasis]))
@click.option("--on", "on", type=DAY, help="The day of the order; without it, today.")
@click.option("--order-ref", help="The order's number or exhibit.")
@click.option("--yes", is_flag=True, help="Record it without asking.")
@as_json
@common
@click.pass_context
def age_command(
    context: click.Context,
    ref: str,
    victim: str,
    status: str | None,
    years: int | None,
    years_low: int | None,
    years_high: int | None,
    born_on: date | None,
    basis: str | None,
    on: date | None,
    order_ref: str | None,
    yes: bool,
    json_: bool,
) -> None:
    """Show what a victim's age moves, ask, and record it. Without a terminal nothing is written unless --yes.

    Example: tracker age MUM-2019-014 V2 --years 17 --basis school_certificate
    """
    from tracker.cli import casetext, chargetext
    from tracker.services import ages
    from tracker.services.office import Refused

    today = options.today(context)
    age = Age(
        status=words.AgeStatus(status) if status else _status(years, years_low, years_high),
        years=years,
        years_low=years_low,
        years_high=years_high,
        born_on=born_on,
        basis=words.AgeBasis(basis) if basis else None,
        determined_on=on or today,
    )
    office = options.office(context)
    found = ages.consequences(office, ref, victim, age, today)
    if not json_:
        chargetext.print_consequences(found)
    if not yes and sys.stdin.isatty() and not json_:
        yes = click.confirm(f"Record this age of {victim}?", default=False)
        if not yes:
            click.echo("Nothing was written.")
            return
    if not yes:
        if json_:
            output.document({"consequences": found, "recorded": None})
            return
        raise Refused("Nothing was written: say --yes to record it")
    recorded = ages.record(office, ref, victim, age, today, on=on, order_ref=order_ref)
    if json_:
        output.document({"consequences": found, "recorded": recorded})
        return
    casetext.print_recorded(recorded)


def _status(years: int | None, low: int | None, high: int | None) -> words.AgeStatus:
    """Return what years alone say; a range across 18 decides nothing."""
    least, most = (years, years) if years is not None else (low, high)
    if most is not None and most < 18:
        return words.AgeStatus.MINOR
    if least is not None and least >= 18:
        return words.AgeStatus.ADULT
    if least is None and most is None:
        raise click.UsageError("Say --status, --years, or --years-low and --years-high")
    return words.AgeStatus.PENDING
