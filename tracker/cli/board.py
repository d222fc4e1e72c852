"""`tracker charges`: each charge's life, what disappeared on the way, and the procedural-correction view.

A correction is a section that the facts support and a step left out, or that was added later: who asked
for it, how many days after the FIR, and what the court made of it stand under its row.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from tracker.cli import options, output
from tracker.cli.options import as_json, common

if TYPE_CHECKING:
    from tracker.domain.charge_life import Life

STEPS = (("FIR", "fir"), ("Added", "added"), ("Sheet", "sheet"), ("Framed", "framed"))
"""A step of a charge's life as it is headed, and its key."""


@click.command("charges")
@click.argument("ref")
@click.option("--corrections", is_flag=True, help="Only what a step left out, and what was added later.")
@as_json
@common
@click.pass_context
def charges_command(context: click.Context, ref: str, corrections: bool, json_: bool) -> None:
    """Print the charge board: accused, provision and victim, each from the FIR to the judgment.

    Example: tracker charges MUM-2019-014 --corrections
    """
    from tracker.domain import charge_life
    from tracker.services import charges

    lives = charges.board(options.office(context), ref, options.today(context))
    shown = charge_life.corrections(lives) if corrections else list(lives)
    if json_:
        output.document({"ref": ref, "charges": [keyed(life) for life in shown]})
        return
    print_board(shown)


def keyed(life: Life) -> dict[str, Any]:
    """Return the life of a charge by its keys."""
    return {("with" if key == "with_" else key): value for key, value in asdict(life).items()}


def print_board(lives: list[Life]) -> None:
    """Print a line a charge with a day a step, what disappeared and who asked under it."""
    filed = [life for life in lives if life.on_file]
    if filed:
        _print_filed(filed)
    wanting: dict[tuple[str, str], list[str]] = {}
    for life in lives:
        if not life.on_file:
            whose = wanting.setdefault((life.accused or "all", life.provision or "other"), [])
            whose += [life.victim] if life.victim else []
    if wanting:
        click.echo("The facts support it, and nobody is charged with it")
    for (accused, name), victims in wanting.items():
        click.echo(f"  {accused:<4}  {name}{' for ' if victims else ''}{', '.join(victims)}")
    if not lives:
        click.echo("Nothing to show.")


def _print_filed(lives: list[Life]) -> None:
    names = [life.provision or life.as_written or "other" for life in lives]
    wide = max(len("Provision"), *map(len, names))
    steps = "  ".join(f"{head:<10}" for head, _ in STEPS)
    click.echo(f"{'Who':<4}  {'Provision':<{wide}}  {'For':<4}  {steps}  Result")
    for life, name in zip(lives, names, strict=True):
        days = "  ".join(f"{output.day(getattr(life, key)):<10}" for _, key in STEPS)
        whom = f"{life.accused or 'all':<4}  {name:<{wide}}  {life.victim or 'all':<4}"
        click.echo(f"{whom}  {days}  {result(life)}")
        for line in notes(life):
            click.echo(f"        {line}")


def result(life: Life) -> str:
    """Return how the charge ended and when, or a dash."""
    if life.dropped:
        return f"dropped {output.day(life.dropped)}"
    return f"{life.result} {output.day(life.result_on)}" if life.result else "–"


def notes(life: Life) -> list[str]:
    """Return what is said under a charge: when facts support it, what is missing, who asked and how late."""
    from tracker.services.charges import WHEN

    said = [f"read with {life.with_}"] if life.with_ else []
    if life.facts and life.facts != "now":
        said.append(f"the facts support it {WHEN[life.facts]}")
    elif not life.facts:
        said.append("no pattern of facts on file calls for it")
    if life.gone:
        said.append(life.gone)
    if life.asked:
        late = f", {life.days:,} days after the FIR" if life.days is not None else ""
        said.append(f"asked: {life.asked}{late}")
    elif life.days is not None:
        said.append(f"added {life.days:,} days after the FIR; who asked is not on file")
    return said
