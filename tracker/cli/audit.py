"""`tracker audit` and `audit verify`: who did what, and whether that can be believed."""

from __future__ import annotations

from datetime import date

import click

from tracker.cli import options, output
from tracker.cli.options import DAY, as_json, common

COLUMNS = (
    ("no.", "seq"),
    ("at (UTC)", "at"),
    ("who", "who"),
    ("did", "action"),
    ("case", "ref"),
    ("what", "what"),
)


@click.group("audit", invoke_without_command=True)
@click.option("--ref", help="Only of this case.")
@click.option("--who", help="Only by this person.")
@click.option(
    "--action", help="Only this: record, correct, file, import, export, print, identity, key, backup…"
)
@click.option("--from", "since", type=DAY, help="From this day (UTC) on.")
@click.option("--to", "until", type=DAY, help="Until this day (UTC).")
@click.option("--limit", type=click.IntRange(1), help="At most this many, the newest.")
@as_json
@common
@click.pass_context
def audit_command(
    context: click.Context,
    ref: str | None,
    who: str | None,
    action: str | None,
    since: date | None,
    until: date | None,
    limit: int | None,
    json_: bool,
) -> None:
    """List who did what and when, newest first. Example: tracker audit --action identity"""
    if context.invoked_subcommand:
        return
    from tracker.services import identity, testimony

    office = options.office(context)
    rows = testimony.entries(
        office,
        ref=ref,
        who=who,
        action=action,
        since=since.isoformat() if since else None,
        until=until.isoformat() if until else None,
        limit=limit,
    )
    last = testimony.head(office)
    if untold := identity.untold(office):
        click.echo(f"Names were opened or erased {len(untold)} times since you last looked:", err=True)
        output.table(untold, COLUMNS, empty="")
        identity.seen(office, int((last or "0").partition("-")[0]))
    output.document(list(rows)) if json_ else output.table(rows, COLUMNS, empty="Nothing was written down.")


@audit_command.command("verify")
@click.option("--head", "printed", help="A head from a printed sheet: is it still in the chain?")
@as_json
@common
@click.pass_context
def verify_command(context: click.Context, printed: str | None, json_: bool) -> None:
    """Find what was altered behind the program's back.

    Example: tracker audit verify --head 214-9f86d081884c7d65
    """
    from tracker.services import testimony

    found = testimony.verify(options.office(context), printed=printed)
    if json_:
        output.document(
            {
                "ok": found.ok,
                "rows": found.rows,
                "cases": found.cases,
                "head": found.head,
                "findings": list(found.findings),
                "notices": list(found.notices),
            }
        )
    else:
        for one in (*found.findings, *found.notices):
            click.echo(f"{one.where}: {one.says}")
        many = len(found.findings)
        said = "whole" if found.ok else f"{many} finding{'s' * (many > 1)}"
        click.echo(f"{found.rows} rows, {found.cases} cases: {said}. Head: {found.head or 'none'}")
    if not found.ok:
        context.exit(1)
