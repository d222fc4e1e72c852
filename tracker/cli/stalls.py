"""`tracker stalls`: after how many days a stage counts as stalled, and where each number comes from."""

from __future__ import annotations

import click

from tracker.cli import options, output
from tracker.cli.options import as_json, common

COLUMNS = (
    ("STEP", "threshold"),
    ("DAYS", "days"),
    ("URGENT", "breach_days"),
    ("FROM", "source"),
    ("COURT", "court"),
    ("PASSED", "ended"),
    ("OPEN", "open"),
    ("MEASURED ON", "on"),
)


@click.command("stalls")
@click.option("--measure", is_flag=True, help="Measure them on this office's record, and go by that.")
@click.option("--set", "step", metavar="STEP", help="Go by a number of the office's own for this step.")
@click.option("--days", type=int, help="With --set: the days. Without it, by the row again.")
@click.option("--urgent", type=int, help="With --set: the days after which it is urgent.")
@as_json
@common
@click.pass_context
def stalls_command(
    context: click.Context,
    measure: bool,
    step: str | None,
    days: int | None,
    urgent: int | None,
    json_: bool,
) -> None:
    """Show the days by which flags of standstill go; measure them on the office's record, or set them.

    `measured`: within so many days four in five of the office's cases had left the step, the open ones
    counted, from thirty cases on. `set`: the office's own number, before all others. `rule`: the row's own.
    Measuring and setting reckon every case anew, as `doctor --rebuild` does; once a month is enough.

    Example: tracker stalls --measure
    """
    from tracker.services import stalls

    if step is None and (days is not None or urgent is not None):
        raise click.UsageError("--days and --urgent go with --set STEP.")
    office = options.office(context)
    if step is not None:
        stalls.set_days(office, step, days, urgent)
    if measure:
        moved = stalls.measure(office, options.today(context))
        said = "Measured; every case was reckoned anew." if moved else "Measured; no number of days moved."
        click.echo(said, err=True)
    rows = stalls.in_force(office)
    if json_:
        output.document(list(rows))
        return
    output.table(rows, COLUMNS, empty="No thresholds.")
