"""A law row as `law …` answers it, and as text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

import click

import statutes
from statutes import Limit, Provision
from tracker.cli import output

PROMISED = [
    "id",
    "act",
    "section",
    "title",
    "from",
    "until",
    "min_months",
    "max_months",
    "max_life",
    "max_death",
    "cognizable",
    "bailable",
    "triable_by",
    "victim",
    "counterparts",
    "source",
    "confidence",
    "classification_confidence",
    "term",
    "covered_from",
]
"""The keys of `law show --json`, which others build on; what we know beside them follows."""


class NoSuchProvision(Exception):
    """The catalogue has no such id; `faults` is the line for the person."""

    def __init__(self, id_: str) -> None:
        """Name the id and those nearest to it."""
        from difflib import get_close_matches  # only when an id is wrong

        near = get_close_matches(id_.upper(), statutes.provisions(), n=3, cutoff=0.5)
        hint = f"; near it: {', '.join(near)}" if near else "; try: tracker law find WORDS"
        self.faults = (f"provision: no {id_!r} in the catalogue{hint}",)
        super().__init__(self.faults[0])


def must(id_: str) -> Provision:
    """Return the provision, or refuse with the nearest ids."""
    row = statutes.provision(id_) or statutes.provision(id_.upper())
    if row is None:
        raise NoSuchProvision(id_)
    return row


def in_force(row: Provision | Limit, on: object) -> bool:
    """Say whether the row was law on the day, as far as our reading covers it."""
    start = row.from_ or getattr(row, "covered_from", None)
    return not isinstance(on, date) or (
        (start is None or start <= on) and (row.until is None or on <= row.until)
    )


def chosen(act: str | None, on: object) -> list[Provision]:
    """Return the provisions of an Act (all without one) in force on a day (all without one)."""
    return [
        row
        for row in statutes.provisions().values()
        if (act is None or row.act == act.upper()) and in_force(row, on)
    ]


def shown(row: Provision) -> dict[str, Any]:
    """Return the row with the keys that `law show --json` promises, then the rest that we know."""
    whole = asdict(row)
    whole["from"] = whole.pop("from_")
    first = PROMISED
    return {key: whole[key] for key in first} | {k: v for k, v in whole.items() if k not in first}


def punishment(row: dict[str, Any]) -> str:
    """Return the imprisonment in words: "10 y to life", "up to 7 y", "as principal"."""
    if not row["max_life"] and not row["max_death"] and row["max_months"] is None:
        return ", ".join(word.replace("_", " ") for word in row["term"]) or "–"
    top = "death" if row["max_death"] else "life" if row["max_life"] else span(row["max_months"])
    low = span(row["min_months"]) if row["min_months"] else f"{row['min_days']} d" if row["min_days"] else ""
    if "life_as_minimum" in row["term"]:
        low = "life"
    text = f"{low} to {top}" if low and low != top else top if low else f"up to {top}"
    extra = [word.replace("_", " ") for word in row["term"] if word != "life_as_minimum"]
    return f"{text} ({', '.join(extra)})" if extra else text


def span(months: int) -> str:
    """Return months as years where they are whole years."""
    return f"{months // 12} y" if months % 12 == 0 else f"{months} m"


def days(row: dict[str, Any]) -> str:
    """Return the days on which the row is law, as far as we have read."""
    start = output.day(row["from"]) if row["from"] else f"read from {output.day(row['covered_from'])}"
    if row["until"]:
        return f"{start} to {output.day(row['until'])}"
    return f"from {start}" if row["from"] else start


def print_list(rows: list[dict[str, Any]]) -> None:
    """Print provisions one a line."""
    for row in rows:
        click.echo(f"{row['id']:<24} {punishment(row):<34} {row['title']}")
    if not rows:
        click.echo("Nothing in the catalogue matches.")


def print_one(row: dict[str, Any]) -> None:
    """Print one provision with everything we know of it."""
    act = statutes.acts()[row["act"]]
    for label, text in (
        (row["id"], row["title"]),
        ("Act", f"{act.title}, s. {row['section']}"),
        ("In force", days(row)),
        ("Imprisonment", punishment(row)),
        ("Fine", row["fine"]),
        ("Cognizable", output.words(row["cognizable"])),
        ("Bailable", output.words(row["bailable"])),
        ("Tried by", row["triable_words"] or output.words(row["triable_by"])),
        ("Victim", (row["victim"] or {}).get("words") or "–"),
        ("Default bail", f"{row['band']} days" if row["band"] else "as the principal offence"),
        ("Doubt", row["band_doubt"]),
        ("Other code", output.words(row["counterparts"])),
        ("Confidence", f"{row['confidence']}; bail and court: {row['classification_confidence']}"),
        ("Signed off", row["signed_off"] or "not yet by a lawyer of this office"),
        ("Source", row["source"]),
        ("Note", row["note"]),
    ):
        if text:
            click.echo(f"{label:<14} {text}")


def matches(id_: str) -> list[dict[str, Any]]:
    """Return the pairs in which the provision stands, as `law match --json` answers."""
    return [asdict(pair) for pair in statutes.match(id_)]


def print_matches(id_: str, rows: list[dict[str, Any]]) -> None:
    """Print what answers to a provision in the other code, and how well."""
    for row in rows:
        old = f"{row['old_act']} {row['old_section']}"
        new = f"{row['new_act']} {row['new_section']}" if row["new_section"] else "nothing"
        change = f": {row['change']}" if row["change"] else ""
        click.echo(f"{old} -> {new}  [{row['relation']}]{change}")
        ids = [*row["old"], *row["new"]]
        click.echo(f"    catalogue: {', '.join(ids) or 'outside the catalogue'}; {row['confidence']}")
    if not rows:
        click.echo(f"{id_}: no counterpart is known.")


def limits(on: object) -> list[dict[str, Any]]:
    """Return the time limits in force on a day (all without one), as `law limits --json` answers."""
    rows = []
    for row in statutes.limits().values():
        if in_force(row, on):
            whole = asdict(row)
            rows.append({(key[:-1] if key.endswith("_") else key): value for key, value in whole.items()})
    return rows


def print_limits(rows: list[dict[str, Any]]) -> None:
    """Print time limits one a line, with the reason where nothing starts one."""
    for row in rows:
        click.echo(f"{row['id']:<22} {row['nature']:<22} {row['says']} ({row['cite']})")
        if row["not_started_why"]:
            click.echo(f"{'':<22} not started: {row['not_started_why']}")


def print_line(cited: Iterable[Any], unread: Sequence[str]) -> None:
    """Print what a clerk's line was read as, section by section, and what could not be read."""
    for one in cited:
        ids = ", ".join(one.ids) if one.exact else f"{len(one.ids)} rows" if one.ids else "no row"
        joined = f" (read with {', '.join(one.read_with)})" if one.read_with else ""
        click.echo(f"{one.written:<16} {ids:<24} {one.says}{joined}")
    for words in unread:
        click.echo(f"not read: {words}")
    if not cited:
        click.echo("No section could be read.")
