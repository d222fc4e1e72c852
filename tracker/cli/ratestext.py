"""Rates on the terminal: a table, a chart of bars with the interval as a line, and the notes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import click

WIDE = 40
"""Letters that stand for 100 %."""
SHOWN = 60
"""Letters of a label."""


def print_rates(document: Mapping[str, Any], width: int) -> None:
    """Print the lines with k of n and the interval, the chart, and the notes."""
    lines = [*document["groups"], document["total"]]
    basis = "cohort of the FIRs" if document["basis"] == "cohort" else "period"
    since = document["from"] or "the beginning"
    click.echo(
        f"Conviction rate by {document['by']}: convicted of trials completed; counted: {document['unit']}"
    )
    click.echo(f"{basis} {since} to {document['to']}, as of {document['as_of']}; 95 % interval (Wilson)")
    click.echo()
    _table(lines, "pending" if "pending" in document["total"] else "not tried")
    click.echo()
    if document["by"] != "lead":  # side by side, advocates' bars would be a ranking
        _chart(lines, width)
    for note in document["notes"]:
        click.echo(f"- {note}")


def _table(lines: Sequence[Mapping[str, Any]], last: str) -> None:
    heads = [
        "",
        "FIR",
        "sent",
        "opening",
        "convicted",
        "tried",
        "rate %",
        "interval",
        last,
        "median days",
    ]
    rows = [heads]
    for line in lines:
        rate, days = line["conviction_rate"], line.get("days_to_decision")
        rows.append(
            [
                _short(line["key"]),
                *(str(line.get(name, "–")) for name in ("registered", "charge_sheeted", "opening")),
                *(str(rate[name]) for name in ("k", "n", "percent")),
                f"{rate['low']}–{rate['high']}" if rate["low"] not in ("–", "*") else rate["low"],
                str(line["pending"] if "pending" in line else line["not_tried"]),
                _days(days) if days else str(line.get("median_days_to_decision", "–")),
            ]
        )
    widths = [max(len(row[n]) for row in rows) for n in range(len(heads))]
    for row in rows:
        cells = [
            row[0].ljust(widths[0]),
            *(cell.rjust(n) for cell, n in zip(row[1:], widths[1:], strict=True)),
        ]
        click.echo("  ".join(cells).rstrip())


def _days(days: Mapping[str, Any]) -> str:
    with_open = days["median_with_open"]
    return "–" if with_open is None else str(with_open)


def _chart(lines: Sequence[Mapping[str, Any]], width: int) -> None:
    """Print a bar of each rate, its interval as a line through it, and what they are in words."""
    shown = [line for line in lines if line["conviction_rate"]["low"] not in ("–", "*")]
    if not shown:
        return
    name = max(len(_short(line["key"])) for line in shown)
    wide = max(10, min(WIDE, width - name - 22))
    for line in shown:
        rate = line["conviction_rate"]
        at = [round(float(rate[key]) * wide / 100) for key in ("low", "percent", "high")]
        bar = "".join(
            "█" if n < at[1] and not at[0] <= n else "▓" if n < at[1] else "─" if n < at[2] else " "
            for n in range(wide)
        )
        click.echo(
            f"{_short(line['key']).ljust(name)} |{bar}| {rate['percent']:>5} %  {rate['k']} of {rate['n']}"
        )
    click.echo(f"{' ' * name}  0{'100 %'.rjust(wide)}   █ rate, ▓ and ─ the interval")
    click.echo()


def _short(text: str) -> str:
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"
