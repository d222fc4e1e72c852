"""Papers that an advocate hands up or carries: as text, as JSON, or as a PDF (`--pdf FILE`).

A PDF is read back by the identity firewall before it is given out, and the audit says who printed it.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tracker.cli import options, output
from tracker.cli.options import DAY, as_json, common

if TYPE_CHECKING:
    from tracker.services.office import Office
    from tracker.services.papers import Written

FILE = click.Path(path_type=Path, dir_okay=False)


def as_pdf(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--pdf`: print it to a file."""
    return click.option("--pdf", type=FILE, metavar="FILE", help="Print it to this file.")(command)


def give(context: click.Context, office: Office, paper: Written, pdf: Path | None) -> None:
    """Print a paper to the file, or show it as text."""
    from tracker.services import papertext

    if pdf is None:
        click.echo(papertext.text(paper, _width()), nl=False)
        return
    from tracker.cli.calendar import printed_at
    from tracker.pdf import papers as pages
    from tracker.services import papers

    paper = replace(paper, printed=printed_at(context))
    made = pages.render(paper)
    papers.release(office, paper, pdf, made.content, made.said)
    click.echo(f"Written: {pdf} ({paper.kind} of {paper.ref}, mark {paper.content_mark()})", err=True)


def _width() -> int:
    """Return the terminal's width; without one, a width that a mail takes."""
    from tracker.services.papertext import WIDTH

    return max(60, shutil.get_terminal_size().columns) if sys.stdout.isatty() else WIDTH


@click.command("adjournments")
@click.argument("ref")
@as_pdf
@as_json
@common
@click.pass_context
def adjournments_command(context: click.Context, ref: str, pdf: Path | None, json_: bool) -> None:
    """Show each day in court that was lost: who asked, why, days, and what the law allows.

    The PDF can be annexed to an objection. Example: tracker adjournments THA-2021-012 --pdf annex.pdf
    """
    from tracker.services import adjournments

    office, today = options.office(context), options.today(context)
    if json_:
        output.document(adjournments.ledger(office, ref, today))
        return
    give(context, office, adjournments.paper(office, ref, today), pdf)


@click.command("copies")
@click.argument("ref")
@as_pdf
@as_json
@common
@click.pass_context
def copies_command(context: click.Context, ref: str, pdf: Path | None, json_: bool) -> None:
    """Show certified copies applied for, ready and collected, and the appeal clocks that read them.

    Example: tracker copies THA-2022-029
    """
    from tracker.services import copies

    office, today = options.office(context), options.today(context)
    if json_:
        output.document(copies.copies(office, ref, today))
        return
    give(context, office, copies.paper(office, ref, today), pdf)


@click.command("update")
@click.argument("ref")
@click.option("--victim", required=True, metavar="CODE", help="Whose: V1.")
@click.option("--lang", type=click.Choice(["en", "hi", "mr"]), default="en", show_default=True)
@click.option("--told", is_flag=True, help="Record that the office told her today; nothing else records it.")
@as_pdf
@as_json
@common
@click.pass_context
def update_command(
    context: click.Context, ref: str, victim: str, lang: str, told: bool, pdf: Path | None, json_: bool
) -> None:
    """Write a survivor's update in plain words, for a person to look over and to give.

    It names nobody and no place, and the program never sends it. Example: tracker update MUM-2019-014
    --victim V1 --lang mr
    """
    from tracker.services import update

    office, today = options.office(context), options.today(context)
    if json_:
        output.document(update.update(office, ref, victim, today, lang))
    elif pdf:
        give(context, office, update.paper(office, ref, victim, today, lang), pdf)
    else:
        click.echo(update.update(office, ref, victim, today, lang).text, nl=False)
    if told:
        update.told(office, ref, victim, today)
        click.echo(f"Recorded: {victim} was told today.", err=True)


@click.command("brief")
@click.argument("ref")
@as_pdf
@common
@click.pass_context
def brief_command(context: click.Context, ref: str, pdf: Path | None) -> None:
    """Write the case on a few pages, an office copy: people by label and code, clocks with whys.

    As data it is `tracker show --json`. Example: tracker brief MUM-2019-014 --pdf brief.pdf
    """
    from tracker.services import brief

    office = options.office(context)
    give(context, office, brief.paper(office, ref, options.today(context)), pdf)


@click.command("handover")
@click.argument("ref")
@click.option(
    "--for",
    "post",
    required=True,
    type=click.Choice(["judge", "prosecutor", "officer", "advocate"]),
    help="Who takes over.",
)
@as_pdf
@common
@click.pass_context
def handover_command(context: click.Context, ref: str, post: str, pdf: Path | None) -> None:
    """Write a handover memo: what is proved, who comes next, what is unserved, open, and was before.

    Example: tracker handover MUM-2019-014 --for prosecutor --pdf memo.pdf
    """
    from tracker.services import handover

    office = options.office(context)
    give(context, office, handover.paper(office, ref, options.today(context), post), pdf)


@click.command("signoff")
@click.argument("ref")
@click.option(
    "--for",
    "post",
    required=True,
    type=click.Choice(["judge", "prosecutor", "officer", "advocate"]),
    help="Whose memo: who takes over.",
)
@click.option("--by", required=True, metavar="NAME", help="Who signed it.")
@click.option("--on", "on", type=DAY, help="The day it was signed; without it, today.")
@click.option("--mark", help="The mark at the foot of the paper signed; of one signed today it is known.")
@as_json
@common
@click.pass_context
def signoff_command(
    context: click.Context, ref: str, post: str, by: str, on: date | None, mark: str | None, json_: bool
) -> None:
    """Keep who signed a handover memo off; every later memo for that post says so.

    Example: tracker signoff MUM-2019-014 --for prosecutor --by "U. Naik" --on 2026-11-24
    """
    from tracker.services import handover

    today = options.today(context)
    line = handover.sign(options.office(context), ref, post, by, on or today, today, mark)
    if json_:
        output.document(line)
        return
    of = f", mark {line['mark']}" if line.get("mark") else ""
    click.echo(f"{ref}: memo for the new {post} signed off by {by} on {output.day(line['signed_on'])}{of}")


@click.command("notices")
@click.argument("ref")
@as_pdf
@as_json
@common
@click.pass_context
def notices_command(context: click.Context, ref: str, pdf: Path | None, json_: bool) -> None:
    """Show of which applications the victim's side was told and heard; what is missing, on what authority.

    Example: tracker notices MUM-2019-014
    """
    from tracker.services import notices

    office, today = options.office(context), options.today(context)
    if json_:
        output.document(list(notices.duties(office, ref, today)))
        return
    give(context, office, notices.paper(office, ref, today), pdf)
