"""`tracker records`, `add`, `change` and `strike`: the lists that the office keeps beside the journal."""

from __future__ import annotations

from typing import Any

import click

from tracker.cli import options, output
from tracker.cli.options import as_json, common
from tracker.domain.record_rules import LINES, LISTS, TITLES, rules
from tracker.domain.words import Word

LIST = click.Choice(list(LISTS))
LINE = click.Choice(list(LINES))


def _values(said: tuple[str, ...]) -> dict[str, str]:
    """Return `field=value …` as a dict; anything else is wrong usage."""
    wrong = [one for one in said if "=" not in one]
    if wrong or not said:
        raise click.UsageError("Say what is to be kept as field=value, as status=served for_on=24-11-2026")
    return {key.strip(): value for key, _, value in (one.partition("=") for one in said)}


def _told(list_: str, line: dict[str, Any], *, json_: bool) -> None:
    if json_:
        output.document(line)
    else:
        click.echo(f"{list_} {said(list_, line)}")


def said(list_: str, line: dict[str, Any]) -> str:
    """Return a line as its number and its fields by label, words of lists as people read them."""
    parts = [f"{line['n']}."] if "n" in line else []
    for rule in rules(list_):
        value = line.get(rule.key.rstrip("_"))
        if value is not None:
            parts.append(f"{rule.label}: {_plain(rule.words, value)};")
    if line.get("struck"):
        parts.append(f"STRUCK OUT: {line['struck']}")
    return " ".join(parts).rstrip(";")


def _plain(words: type[Word] | None, value: Any) -> str:
    if words is not None:
        return words(value).label
    return output.words(value)


@click.command("records")
@click.argument("ref")
@click.argument("list_", type=LIST, metavar="[LIST]", required=False)
@click.option("--struck", is_flag=True, help="Show lines that were struck out too.")
@click.option("--rules", "rules_", is_flag=True, help="Say what each field of the list takes.")
@as_json
@common
@click.pass_context
def records_command(
    context: click.Context, ref: str, list_: str | None, struck: bool, rules_: bool, json_: bool
) -> None:
    """Show what is kept beside the journal: witnesses, papers, notes. Example: tracker records MUM-1 notes"""
    from tracker.services import records

    if rules_:
        _print_rules([list_] if list_ else list(LISTS))
        return
    found = records.of(options.office(context), ref, struck=struck)
    if list_:
        found = {list_: found.get(list_, ())}
    if json_:
        output.document(found)
        return
    for name, rows in found.items():
        click.echo(f"{TITLES[name]} ({name})")
        for row in rows:
            click.echo(f"  {said(name, row)}")
        if not rows:
            click.echo(f"  none; add one with: tracker add {ref} {name} field=value …")
    if not found:
        click.echo(f"No records yet. Lists: {', '.join(LISTS)}. `tracker records {ref} --rules` says more.")


def _print_rules(lists: list[str]) -> None:
    for list_ in lists:
        click.echo(f"{TITLES[list_]} ({list_})")
        for rule in rules(list_):
            words = f": {', '.join(str(word) for word in rule.words)}" if rule.words else ""
            needed = " (needed)" if rule.needed else ""
            click.echo(f"  {rule.key.rstrip('_'):<14} {rule.says}{words}{needed}")


@click.command("add")
@click.argument("ref")
@click.argument("list_", type=LINE, metavar="LIST")
@click.argument("values", nargs=-1, metavar="FIELD=VALUE …")
@as_json
@common
@click.pass_context
def add_command(context: click.Context, ref: str, list_: str, values: tuple[str, ...], json_: bool) -> None:
    """Add a line to a list of a case. `tracker records REF LIST --rules` says what a field takes.

    Example: tracker add MUM-2019-014 witnesses label=PW7 kind=panch status=to_summon
    """
    from tracker.services import records

    today = options.today(context)
    line = records.add(options.office(context), ref, list_, _values(values), today)
    _told(list_, line, json_=json_)


@click.command("change")
@click.argument("ref")
@click.argument("list_", type=LINE, metavar="LIST")
@click.argument("number", type=int, metavar="N")
@click.argument("values", nargs=-1, metavar="FIELD=VALUE …")
@as_json
@common
@click.pass_context
def change_command(
    context: click.Context, ref: str, list_: str, number: int, values: tuple[str, ...], json_: bool
) -> None:
    """Change fields of one line; the others stay, and `field=` empties one.

    Example: tracker change MUM-2019-014 witnesses 3 status=served for_on=25-11-2026
    """
    from tracker.services import records

    today = options.today(context)
    line = records.change(options.office(context), ref, list_, number, _values(values), None, today)
    _told(list_, line, json_=json_)


@click.command("strike")
@click.argument("ref")
@click.argument("list_", type=LIST, metavar="LIST")
@click.argument("number", type=int, metavar="N")
@click.option("--why", required=True, help="What is wrong with it; kept.")
@common
@click.pass_context
def strike_command(context: click.Context, ref: str, list_: str, number: int, why: str) -> None:
    """Strike a line out; it stays on file. Example: tracker strike MUM-1 notes 2 --why "other case" """
    from tracker.services import records

    records.strike(options.office(context), ref, list_, number, why)
    click.echo(f"{list_} {number} of {ref} is struck out.")


@click.command("edit")
@click.argument("ref")
@click.argument("values", nargs=-1, metavar="FIELD=VALUE …")
@as_json
@common
@click.pass_context
def edit_command(context: click.Context, ref: str, values: tuple[str, ...], json_: bool) -> None:
    """Change the head of a case: title, lead, tags, FIR, days of the offence; `field=` empties one.

    Example: tracker edit MUM-2019-014 lead=ravi fir_year=2019 first_on=2019-09-01
    """
    from tracker.services import editing

    head = editing.edit(options.office(context), ref, _values(values), None, options.today(context))
    if json_:
        output.document(head)
    else:
        click.echo(said("head", head))
