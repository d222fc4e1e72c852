"""Cases, clocks and flags as plain text: state is a word, never a colour alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import click

from tracker.cli import output
from tracker.cli.output import day

if TYPE_CHECKING:
    from tracker.services.views import CaseView, DocketRow, DueRow, FlagRow, HearingRecorded, Recorded

DOCKET = (
    ("REF", "ref"),
    ("STAGE", "stage"),
    ("SINCE", "stage_since"),
    ("DAYS", "days_in_stage"),
    ("WAITING FOR", "waiting_for"),
    ("NEXT", "next_hearing"),
    ("LEAD", "lead"),
    ("FLAGS", "flags"),
)


def print_docket(rows: Iterable[DocketRow], columns: Sequence[tuple[str, str]] = ()) -> None:
    """Print the docket, or what to do where there is none."""
    output.table(rows, columns or DOCKET, empty="No case matches. Read a register with: tracker import FILE")


def print_due(rows: Iterable[DueRow]) -> None:
    """Print clocks: status, last day, whose, what the law says, and why."""
    for row in rows:
        left = f"{row.days_left:+d} d" if row.days_left is not None and row.status == "open" else ""
        last = row.due_at or day(row.due_on or row.not_before)
        status = row.status.replace("_", " ").upper()
        click.echo(f"{status:<9} {last:<16} {left:<8} {row.ref}  {row.who}  {row.limit}")
        click.echo(f"          {row.says} ({row.cite}; {row.code}; {row.nature.replace('_', ' ')})")
        click.echo(f"          {row.why}")


def print_flags(rows: Iterable[FlagRow]) -> None:
    """Print flags, worst first, each with its why and what clears it."""
    found = False
    for row in rows:
        found = True
        aged = f"{row.days} d" if row.days is not None else ""
        kind = row.kind.replace("_", " ")
        click.echo(
            f"{row.severity.upper():<7} {row.ref}  {row.who}  {kind}  since {day(row.since)}  {aged}".rstrip()
        )
        click.echo(f"        {row.why}")
        click.echo(f"        {row.cite}. Clears: {row.clear_by}")
        if row.handled:
            click.echo(f"        {handled(row.handled)}")
    if not found:
        click.echo("No flag stands.")


def handled(note: dict[str, Any]) -> str:
    """Return what was said to a flag, as one line."""
    until = f" until {day(note['until'])}" if note["until"] else ""
    who = f" by {note['by']}" if note["by"] else ""
    return f"{str(note['does']).upper()}{until}{who} on {day(note['on'])}: {note['note'] or '–'}"


def print_case(case: CaseView) -> None:
    """Print one case whole, in the order in which a file is read."""
    click.echo(f"{case.ref}  {case.title or ''}".rstrip())
    since = f" since {day(case.stage_since)} ({case.days_in_stage:,} days)" if case.stage_since else ""
    click.echo(f"Stage: {case.stage.replace('_', ' ')}{since}; waiting for {output.words(case.waiting_for)}")
    click.echo(f"Next hearing: {day(case.next_hearing)}   Lead: {output.words(case.lead)}")
    for step in case.strip:
        click.echo(
            f"  {step.state:<6} {step.label}  {day(step.on) if step.on else ''}  {step.limit}".rstrip()
        )
    for heading, rows in (
        ("Accused", case.accused),
        ("Victims", case.victims),
        ("Charges", case.charges),
        ("Proceedings", case.proceedings),
        ("Journal", case.events),
        ("Hearings", case.hearings),
    ):
        _section(heading, [_line(row) for row in rows])
    if case.records:
        from tracker.domain.record_rules import TITLES
    for list_, lines in case.records.items():
        _section(TITLES[list_], [_line(line) for line in lines])
    if case.due:
        click.echo("\nClocks")
        print_due(case.due)
    click.echo("\nFlags")
    print_flags(case.flags)
    if case.outcome:
        click.echo(f"\nOutcome: {_line(case.outcome)}")


def _section(heading: str, lines: list[str]) -> None:
    if lines:
        click.echo(f"\n{heading}")
        for line in lines:
            click.echo(f"  {line}")


def _line(row: dict[str, Any]) -> str:
    """Return a record as one line: its first values bare, the others by name."""
    parts = []
    for key, value in row.items():
        if value in (None, "", (), [], {}) or key == "version":
            continue
        if isinstance(value, dict):
            parts.append(f"{key}({_line(value)})")
        elif key in ("n", "label", "code", "on", "kind", "key", "ref", "provision"):
            parts.append(output.words(value))
        else:
            parts.append(f"{key}={output.words(value)}")
    return "  ".join(parts)


def print_recorded(recorded: Recorded) -> None:
    """Print the new stage and the due dates that the event opened, met and moved."""
    waiting = output.words(recorded.waiting_for)
    click.echo(f"{recorded.ref}: {recorded.stage.replace('_', ' ')}; waiting for {waiting}")
    for heading, rows in (("Opened", recorded.opened), ("Met", recorded.met), ("Moved", recorded.moved)):
        if rows:
            click.echo(heading)
            print_due(rows)


def print_hearing(recorded: HearingRecorded) -> None:
    """Print the hearing as kept, how many adjournments that makes, and the next date."""
    click.echo(f"{recorded.ref}: {_line(recorded.hearing)}")
    if recorded.adjournment:
        click.echo(recorded.adjournment)
    click.echo(f"Next: {_line(recorded.next)}" if recorded.next else "No next date: it will be flagged")
