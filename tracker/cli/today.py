"""`tracker today`: the morning's digest as plain text of 80 columns, for the terminal, cron and mail."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

import click

from tracker.cli import options, output
from tracker.cli.options import DAY, as_json, common

if TYPE_CHECKING:
    from tracker.services.changes import ChangeRow
    from tracker.services.digest import DayRow, Digest, ListedRow, Part

WIDE = 80


@click.command("today")
@click.option("--lead", help="Only the cases that this person leads or is listed in.")
@click.option("--since", type=DAY, help="What changed since this day; without it, since yesterday.")
@as_json
@common
@click.pass_context
def today_command(context: click.Context, lead: str | None, since: date | None, json_: bool) -> None:
    """Print the morning's digest: listed today, overdue, ending within 14 days, no date, what changed.

    It may be mailed: a court is its number and complex, a clock has no section, a victim isn't in it. For
    cron: 0 7 * * 1-6  tracker today --lead asha | mail -s "Today" asha@example.org

    Example: tracker today --lead asha
    """
    from tracker.services import digest

    found = digest.of(options.office(context), options.today(context), lead=lead, since=since)
    if json_:
        output.document(found)
        return
    for line in lines(found):
        click.echo(line)


def lines(found: Digest) -> Iterator[str]:
    """Yield the digest line by line, none wider than WIDE."""
    of = f", cases of {found.lead}" if found.lead else ""
    yield from _wrapped(f"TODAY, {found.on:%A} {output.day(found.on)}{of}")
    yield ""
    if found.listed:
        yield f"LISTED TODAY: {len(found.listed)}"
        for one in found.listed:
            yield from _listed(one)
    else:
        yield "LISTED TODAY: nothing listed"
        if found.next_day:
            yield f"  Next: {found.next_day:%A} {output.day(found.next_day)} ({found.next_count})"
    yield from _part("OVERDUE", found.overdue, "Nothing fell overdue in the last fortnight.")
    if found.missed_earlier:
        yield from _wrapped(
            f"{found.missed_earlier} dates of law passed before that and are not met: "
            'tracker due --filter "due:missed"',
            "  ",
            2,
        )
    yield from _part("ENDS WITHIN 14 DAYS", found.ending, "No clock ends within a fortnight.")
    yield from _part("NO NEXT DATE", found.no_date, "Every running case has its next date.")
    yield from _changed(found)


def _part(title: str, part: Part, empty: str) -> Iterator[str]:
    yield ""
    yield f"{title}: {part.count}"
    for row in part.rows:
        yield from _row(row)
    if part.count > len(part.rows):
        yield f"  and {part.count - len(part.rows)} more"
    if not part.count:
        yield f"  {empty}"


def _row(row: DayRow) -> Iterator[str]:
    whom = "" if row.who == "case" else f", {row.who}"
    yield from _wrapped(f"{_days(row.days):>8}  {output.day(row.on)}  {row.ref}  {row.about}{whom}", "  ", 24)


def _days(days: int | None) -> str:
    if days is None:
        return "–"
    return "today" if days == 0 else f"{days:,} left" if days > 0 else f"{-days:,} past"


def _listed(row: ListedRow) -> Iterator[str]:
    parts = [row.time or "--:--", row.place or "court not recorded", row.ref, row.purpose, row.advocate or ""]
    parts += ["CLASH" if row.clash else "", (row.outcome or "").replace("_", " ")]
    yield from _wrapped("  ".join(filter(None, parts)), "  ", 9)


def _changed(found: Digest) -> Iterator[str]:
    yield ""
    yield f"CHANGED SINCE {output.day(found.since)}: {found.changed_count}"
    for ref, who, many, says in _grouped(found.changed):
        yield from _wrapped(
            f"{ref or 'office'}  {says}{f' ({many} entries)' if many > 1 else ''}, {who}", "  ", 4
        )
    if found.changed_count > len(found.changed):
        yield f"  and {found.changed_count - len(found.changed)} more: tracker audit"
    if not found.changed_count:
        yield "  Nothing was recorded."


def _grouped(rows: Iterable[ChangeRow]) -> list[tuple[str | None, str, int, str]]:
    """Return the entries of one person in one case as one line, with the newest said."""
    found: dict[tuple[str | None, str], tuple[int, str]] = {}
    for row in rows:
        many, says = found.get((row.ref, row.who), (0, row.neutral))
        found[row.ref, row.who] = (many + 1, says)
    return [(ref, who, many, says) for (ref, who), (many, says) in found.items()]


def _wrapped(text: str, indent: str = "", hang: int = 0) -> Iterator[str]:
    yield from textwrap.wrap(
        text, WIDE, initial_indent=indent, subsequent_indent=" " * hang, break_on_hyphens=False
    )
