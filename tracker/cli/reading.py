"""`tracker list`, `show`, `due` and `flags`: questions about the cases."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from tracker.cli import casetext, options, output
from tracker.cli.options import as_json, common


def paged(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--limit` and `--after`; with either, the JSON is {"rows": …, "next": …}."""
    command = click.option("--after", metavar="CURSOR", help="Go on after this cursor.")(command)
    return click.option("--limit", type=click.IntRange(1), help="At most this many rows.")(command)


def _answer(page: Any, limit: int | None, after: str | None) -> None:
    whole = limit is None and after is None
    output.document(list(page.rows) if whole else {"rows": list(page.rows), "next": page.next})


def _more(page: Any) -> None:
    if page.next:
        click.echo(f"There is more: --after {page.next}")


@click.command("list")
@click.argument("filter_", nargs=-1, metavar="[FILTER]")
@click.option("--csv", "csv_", type=click.Path(path_type=Path), help="Write the list to a CSV file.")
@click.option("--columns", help="Which columns, with commas between: ref,stage,days,next,flags,lead …")
@paged
@as_json
@common
@click.pass_context
def list_command(
    context: click.Context,
    filter_: tuple[str, ...],
    csv_: Path | None,
    columns: str | None,
    limit: int | None,
    after: str | None,
    json_: bool,
) -> None:
    """List cases. Example: tracker list "stage:prosecution_evidence lead:asha" """
    from tracker.services import docket

    office, asked, today = options.office(context), " ".join(filter_), options.today(context)
    chosen = _columns(columns)
    page = docket.page(office, asked, today, limit=limit, after=after)
    if csv_ is not None:
        from tracker.services import seen

        rows = ([output.words(getattr(row, field)) for _, field in chosen] for row in page.rows)
        said = f"{asked or 'all cases'}, by ref, as of {today:%d-%m-%Y}"
        to, many = seen.write(office, csv_, [heading for heading, _ in chosen], rows, said)
        output.document({"file": str(to), "rows": many}) if json_ else click.echo(f"{many} rows: {to}")
        return
    if json_:
        _answer(page, limit, after)
        return
    casetext.print_docket(page.rows, chosen)
    _more(page)


def _columns(said: str | None) -> list[tuple[str, str]]:
    """Return heading and field of the columns asked for."""
    known = {heading.lower().replace(" ", "_"): (heading, field) for heading, field in casetext.DOCKET}
    names = said.split(",") if said else list(known)
    for name in names:
        if name.strip() not in known:
            raise click.UsageError(f"There is no column {name.strip()!r}; known: {', '.join(known)}")
    return [known[name.strip()] for name in names]


@click.command("show")
@click.argument("ref")
@as_json
@common
@click.pass_context
def show_command(context: click.Context, ref: str, json_: bool) -> None:
    """Show one case whole. Example: tracker show MUM-2019-014"""
    from tracker.services import casework

    case = casework.show(options.office(context), ref, options.today(context))
    if json_:
        output.document(case)
        return
    casetext.print_case(case)


@click.command("due")
@click.argument("ref", required=False)
@click.option("--all", "all_", is_flag=True, help="Also limits not started or not applicable.")
@click.option("--filter", "filter_", default="", help="Only cases that match.")
@paged
@as_json
@common
@click.pass_context
def due_command(
    context: click.Context,
    ref: str | None,
    all_: bool,
    filter_: str,
    limit: int | None,
    after: str | None,
    json_: bool,
) -> None:
    """Show every clock, of one case or of the office. Example: tracker due MUM-2019-014"""
    from tracker.services import clocks

    page = clocks.due(
        options.office(context),
        options.today(context),
        ref=ref,
        filter=filter_,
        all=all_,
        limit=limit,
        after=after,
    )
    if json_:
        _answer(page, limit, after)
        return
    casetext.print_due(page.rows)
    _more(page)


@click.command("flags")
@click.argument("filter_", nargs=-1, metavar="[FILTER]")
@click.option("--snoozed", "handled", flag_value="snoozed", help="Those that are put off, and until when.")
@click.option("--resolved", "handled", flag_value="resolved", help="Those that are dealt with, and how.")
@click.option("--by", type=click.Choice(["kind", "lead", "station", "court"]), help="Count them instead.")
@paged
@as_json
@common
@click.pass_context
def flags_command(
    context: click.Context,
    filter_: tuple[str, ...],
    handled: str | None,
    by: str | None,
    limit: int | None,
    after: str | None,
    json_: bool,
) -> None:
    """Show warnings, worst first, each with its why. Example: tracker flags "flag:default_bail" """
    from tracker.services import flags

    office, asked, today = options.office(context), " ".join(filter_), options.today(context)
    if by:
        from tracker.services import flagboard

        rows = flagboard.rows(office, by, asked, today)
        if json_:
            output.document(list(rows))
        else:
            output.table(rows, _BOARD, empty="No flag stands.")
        return
    page = flags.flags(office, asked, today, limit=limit, after=after, handled=handled)
    if json_:
        _answer(page, limit, after)
        return
    casetext.print_flags(page.rows)
    _more(page)
    if handled is None:
        there = {state: sum(flags.counts(office, asked, today, state).values()) for state in _HANDLED}
        said = [f"{many} {state} (--{state})" for state, many in there.items() if many]
        if said:
            click.echo(f"Beside these: {', '.join(said)}.")


_HANDLED = ("snoozed", "resolved")
_BOARD = [
    *((severity.capitalize(), severity) for severity in ("breach", "urgent", "watch", "info")),
    ("All", "standing"),
    ("Snoozed", "snoozed"),
    ("Resolved", "resolved"),
    ("Name", "name"),
]
