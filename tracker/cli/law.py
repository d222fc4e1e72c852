"""`tracker law …`: the statute catalogue. Opens a database for the office's own rows only."""

from __future__ import annotations

from datetime import date

import click

import statutes
from tracker.cli import lawrows, lawtext, output
from tracker.cli.lazy import LazyGroup
from tracker.cli.options import DAY, as_json, common


@click.group()
def law_command() -> None:
    """Look into the catalogue of provisions and time limits. Example: tracker law show IPC-370-5"""


@law_command.command("list")
@click.option("--act", help="Only this Act's code, as in ITPA.")
@click.option("--on", "on", type=DAY, help="Only what was in force on this day.")
@as_json
def list_(act: str | None, on: object, json_: bool) -> None:
    """List every provision. Example: tracker law list --act POCSO"""
    rows = [lawtext.shown(row) for row in lawtext.chosen(act, on)]
    if json_:
        output.document(rows)
        return
    lawtext.print_list(rows)


@law_command.command()
@click.argument("id_", metavar="ID")
@click.option("--office", "in_office", is_flag=True, help="The row that counts in this office; opens it.")
@as_json
@common
@click.pass_context
def show(context: click.Context, id_: str, in_office: bool, json_: bool) -> None:
    """Show one provision whole. Example: tracker law show IPC-370-5 --office"""
    if in_office:
        lawrows.show_in_office(context, id_, json_)
        return
    row = lawtext.shown(lawtext.must(id_))
    if json_:
        output.document(row)
        return
    lawtext.print_one(row)


@law_command.command()
@click.argument("text", nargs=-1, required=True)
@as_json
def find(text: tuple[str, ...], json_: bool) -> None:
    """Find provisions by number or words, old or new code. Example: tracker law find trafficking minor"""
    rows = [lawtext.shown(row) for row in statutes.find(" ".join(text))]
    if json_:
        output.document(rows)
        return
    lawtext.print_list(rows)


@law_command.command()
@click.argument("id_", metavar="ID")
@as_json
def match(id_: str, json_: bool) -> None:
    """Show what answers to a provision in the other code. Example: tracker law match BNS-143-4"""
    rows = lawtext.matches(lawtext.must(id_).id)
    if json_:
        output.document(rows)
        return
    lawtext.print_matches(id_, rows)


@law_command.command()
@click.argument("text", nargs=-1, required=True)
@click.option("--on", "on", type=DAY, help="A day of the offence: it picks the code and the row's version.")
@as_json
def read(text: tuple[str, ...], on: date | None, json_: bool) -> None:
    """Read a clerk's line as provisions. Example: tracker law read "370(3) r/w 34 IPC" --on 2019-09-10"""
    from tracker.domain import clerk

    line = clerk.read(" ".join(text), on)
    if json_:
        output.document(line)
        return
    lawtext.print_line(line.cited, line.unread)


@law_command.command()
@click.option("--on", "on", type=DAY, help="Only the rows in force on this day.")
@as_json
def limits(on: object, json_: bool) -> None:
    """List the time limits. Example: tracker law limits --on 2024-06-30"""
    rows = lawtext.limits(on)
    if json_:
        output.document(rows)
        return
    lawtext.print_limits(rows)


for _command in (
    lawrows.load_command,
    lawrows.own_command,
    lawrows.withdraw_command,
    lawrows.stale_command,
):
    law_command.add_command(_command)

__all__ = ["LazyGroup", "law_command"]
