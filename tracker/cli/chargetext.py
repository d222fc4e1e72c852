"""Suggestions, consequences and readings of a clerk's line, as plain text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import click

from tracker.cli import output
from tracker.services.charges import WHEN
from tracker.services.views import Consequences, DueRow, Suggested

SAME = ("provision", "accused", "when", "pattern", "fact", "with", "or_with")
"""Keys in which suggestions for several victims agree."""


def print_suggested(found: Suggested, *, whole: bool = False) -> None:
    """Print what to add by when, then doubts, then what to avoid; victims of one provision together."""
    if found.supposed:
        click.echo(f"{found.ref}, supposing {', '.join(found.supposed)} (nothing is written)")
    for when, title in WHEN.items():
        rows = grouped([row for row in found.add if row["when"] == when])
        if rows:
            click.echo(f"Charge {title}" if when == "now" else f"Consider {title}")
            for row, victims in rows:
                _print_one(row, victims, whole=whole)
    if not found.add:
        click.echo("Nothing that facts, ages and days support is missing from the charges.")
    for title, part in (("In doubt", found.doubt), ("Avoid", found.avoid)):
        if part:
            click.echo(title)
            for one in part:
                whom = _whom(one["accused"], [one["victim"]] if one["victim"] else [])
                click.echo(f"  {one['provision'] or 'the file'}{whom}: {one['why']} [{one['cite']}]")


def grouped(rows: Iterable[dict[str, Any]]) -> list[tuple[dict[str, Any], list[str]]]:
    """Return rows that differ in the victim alone as one, with the victims."""
    found: dict[tuple[Any, ...], tuple[dict[str, Any], list[str]]] = {}
    for row in rows:
        key = tuple(str(row.get(name)) for name in SAME)
        victims = found.setdefault(key, (row, []))[1]
        if row["victim"]:
            victims.append(row["victim"])
    return list(found.values())


def _print_one(row: dict[str, Any], victims: Sequence[str], *, whole: bool) -> None:
    with_ = f" with {row['with']}" if row.get("with") else ""
    if row.get("or_with"):
        with_ += f" (or {', '.join(row['or_with'])})"
    needs = f" Needs: {row['fact'].replace('_', ' ')}." if row.get("fact") else ""
    asks = f" Only if {row['asks']}." if row.get("asks") else ""
    whom = _whom(row["accused"], victims)
    click.echo(f"  {row['provision']}{with_}{whom}: {row['why']}.{needs}{asks} [{row['cite']}]")
    if whole:
        for line in row["elements"]:
            click.echo(f"      to show   {line}")
        for line in row["evidence"]:
            click.echo(f"      evidence  {line}")


def _whom(accused: str | None, victims: Sequence[str]) -> str:
    return f" against {accused}" * bool(accused) + f" for {', '.join(victims)}" * bool(victims)


def print_consequences(found: Consequences) -> None:
    """Print everything that an age moves, one heading a kind."""
    click.echo(f"{found.ref} {found.victim}: {found.was} → {found.will_be}")
    for title, lines in sections(found):
        click.echo(title)
        for line in lines:
            click.echo(f"  {line}")


def sections(found: Consequences) -> list[tuple[str, list[str]]]:
    """Return the headings that have lines, with their lines; one that says so if nothing moves."""
    parts = [
        ("Charges within reach", list(found.charges)),
        ("No longer, or in doubt", list(found.doubts)),
        ("Least term", list(found.floor)),
        ("Court", list(found.court)),
        ("Custody", list(found.custody)),
        ("Clocks that open", [_due(row) for row in found.opened]),
        ("Clocks that end", [_due(row) for row in found.ended]),
        ("Clocks that move", [_due(row) for row in found.moved]),
        ("Warnings", list(found.flags)),
    ]
    kept = [(title, lines) for title, lines in parts if lines]
    return kept or [("Nothing moves", ["charges, court, custody and clocks stay as they are"])]


def _due(row: DueRow) -> str:
    last = f", by {output.day(row.due_on)}" if row.due_on else ""
    return f"{row.who}: {row.says.rstrip('.')}{last} ({row.cite})"
