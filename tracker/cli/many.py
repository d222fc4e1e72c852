"""`tracker adjourn`, `assign` and `undo`: many cases by one command, and taking the last one back."""

from __future__ import annotations

import sys
from datetime import date

import click

from tracker.cli import options, output
from tracker.cli.options import DAY, as_json, common
from tracker.domain import words


@click.command("adjourn")
@click.argument("refs", nargs=-1, metavar="[REF]…")
@click.option("--court", metavar="KEY", help="All matters of this court that wait for their outcome.")
@click.option("--on", "on", type=DAY, help="The day they are listed; without it, today.")
@click.option("--to", "next_on", type=DAY, help="The next date, one for all.")
@click.option(
    "--outcome",
    type=click.Choice([str(word) for word in words.HearingOutcome]),
    default=str(words.HearingOutcome.JUDGE_ABSENT),
    show_default=True,
    help="What happened, the same for all.",
)
@click.option("--asked-by", type=click.Choice([str(word) for word in words.AskedBy]))
@click.option("--reason", type=click.Choice([str(word) for word in words.HearingReason]))
@click.option("--dry-run", is_flag=True, help="Say what it would do, and write nothing.")
@as_json
@common
@click.pass_context
def adjourn_command(
    context: click.Context,
    refs: tuple[str, ...],
    court: str | None,
    on: date | None,
    next_on: date | None,
    outcome: str,
    asked_by: str | None,
    reason: str | None,
    dry_run: bool,
    json_: bool,
) -> None:
    """Adjourn many matters to one date: the judge is on leave. All are written, or none.

    Example: tracker adjourn --court sewree-3 --on 2026-11-24 --to 2026-12-08 --outcome judge_absent
    """
    from tracker.services import leave
    from tracker.services.listing import Said

    if bool(refs) == bool(court):
        raise click.UsageError("Say either --court KEY or the refs of the cases")
    today = options.today(context)
    office = options.office(context)
    pick = leave.Pick(on=on or today, court=court, refs=refs)
    said = Said(outcome=outcome, asked_by=asked_by, reason=reason, next_on=next_on)
    if dry_run:
        found = leave.echoed(office, pick, said, today)
        output.document(found) if json_ else click.echo(str(found))
        return
    done, _ = leave.adjourn(office, pick, said, today)
    if json_:
        output.document(done)
        return
    next_ = f"next {output.day(done.next_on)}" if done.next_on else "no next date: they will be flagged"
    click.echo(f"{len(done.refs)} cases, {outcome.replace('_', ' ')} on {output.day(done.on)}, {next_}")
    for line in (", ".join(done.refs), *done.notes):
        click.echo(line)


@click.command("assign")
@click.argument("lead")
@click.argument("refs", nargs=-1, required=True, metavar="REF…")
@as_json
@common
@click.pass_context
def assign_command(context: click.Context, lead: str, refs: tuple[str, ...], json_: bool) -> None:
    """Give cases to another lead; `none` leaves them without one.

    Example: tracker assign asha MUM-2019-014 PUN-2026-077
    """
    from tracker.services import assign

    office = options.office(context)
    done, _ = assign.assign(office, None if lead == "none" else lead, refs)
    if json_:
        output.document(done)
        return
    if not done.refs:
        click.echo(f"Nothing to change: {done.lead or 'nobody'} leads them already")
        return
    click.echo(f"{done.lead or 'Nobody'} leads {', '.join(done.refs)} (before: {', '.join(done.was)})")


@click.command("undo")
@click.option("--redo", is_flag=True, help="Do again what was taken back last.")
@click.option("--yes", is_flag=True, help="Don't ask.")
@as_json
@common
@click.pass_context
def undo_command(context: click.Context, redo: bool, yes: bool, json_: bool) -> None:
    """Take back your last hearing, bulk adjournment, line added or changed, lead or new case.

    The audit keeps both. A line of the journal is never taken back: correct it. Example: tracker undo
    """
    from tracker.services import undo
    from tracker.services.office import Refused

    office = options.office(context)
    step = undo.last(office, again=redo)
    if step is None:
        raise Refused(f"Nothing that {office.user} wrote can be {'done again' if redo else 'taken back'}")
    if not yes and sys.stdin.isatty() and not json_:
        asked = f"{'Do again' if redo else 'Take back'}: {step.says}?"
        if not click.confirm(asked, default=True):
            click.echo("Nothing was written.")
            return
    undo.take_back(office, step, again=redo)
    word = "redone" if redo else "undone"
    if json_:
        output.document({word: step.says, "refs": step.refs})
        return
    click.echo(f"{word.capitalize()}: {step.says}")
