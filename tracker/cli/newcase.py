"""`tracker new`: a case as an FIR tells of it, by one command; all else is recorded later."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from tracker.cli import casetext, options, output
from tracker.cli.options import DAY, as_json, common
from tracker.domain import words

if TYPE_CHECKING:
    from tracker.services.alike import Alike


@click.command("new")
@click.argument("ref")
@click.option("--title", help="As State v A1; no victim's name.")
@click.option("--fir", "number", metavar="NUMBER/YEAR", help="The FIR's number, as 412/2026.")
@click.option("--registered", "registered_on", type=DAY, help="The day of the FIR.")
@click.option("--station", help="The police station.")
@click.option("--district", help="Of the station.")
@click.option("--sections", help='As written, commas between: "370(4) IPC, POCSO 17".')
@click.option("--lead", help="Who leads it.")
@click.option("--accused", "name", metavar="NAME", help="The name of A1, if known.")
@click.option("--sex", type=click.Choice([str(word) for word in words.Sex]), help="Of A1.")
@click.option("--role", type=click.Choice([str(word) for word in words.Role]), help="Of A1.")
@click.option("--another", is_flag=True, help="It is another case than those that it looks like.")
@as_json
@common
@click.pass_context
def new_command(
    context: click.Context,
    /,
    ref: str,
    number: str | None,
    registered_on: date | None,
    another: bool,
    json_: bool,
    **said: Any,
) -> None:
    """File a new case; all but its ref may wait. One that looks like a case on file is asked about first.

    Example: tracker new MUM-2026-031 --fir 412/2026 --registered 2026-11-20 --station Malvani
    """
    from tracker.services import newcase
    from tracker.services.office import Refused

    today = options.today(context)
    try:
        plain, year = newcase.number_of(number, registered_on)
    except ValueError as error:
        raise Refused(f"fir: {error}") from None
    case = newcase.case_of(today=today, ref=ref, number=plain, year=year, registered_on=registered_on, **said)
    view = newcase.add(options.office(context), case, today, looked=another)
    if isinstance(view, tuple):
        raise Refused(*_alike(ref, view))
    if json_:
        output.document(view)
    else:
        casetext.print_case(view)


def _alike(ref: str, twins: Sequence[Alike]) -> list[str]:
    """Return a line for each case that the new one looks like, and what to say if it is another."""
    lines = [f"{ref} looks like {one.ref}: {one.why} ({one.fir}, {one.station or '–'})" for one in twins]
    return [*lines, "Nothing was written. If it is another case, say so with --another."]
