"""What `tracker rates` answers beside its lines: thresholds, restatements, board, charts, cases behind."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from tracker.cli import output

if TYPE_CHECKING:
    from tracker.services.office import Office
    from tracker.services.question import Question


def stalls(office: Office, today: date, json_: bool) -> None:
    """Print the days after which a step counts as stalled."""
    from tracker.services import stalls

    found = stalls.thresholds(office, today)
    if json_:
        output.document(list(found))
        return
    columns = (("STEP", "threshold"), ("COURT", "court"), ("DAYS", "days"), ("FROM", "source"))
    output.table(found, (*columns, ("ENDED", "ended"), ("OPEN", "open")), empty="Nothing on record.")


def restated(office: Office, question: Question, known_on: date, json_: bool) -> None:
    """Print what the report of an earlier day would say otherwise now."""
    from tracker.services import restated

    found = restated.since(office, question, known_on)
    if json_:
        output.document(found)
        return
    columns = (
        ("", "key"),
        ("FIGURE", "figure"),
        (f"AS KNOWN ON {known_on:%d-%m-%Y}", "then"),
        ("NOW", "now"),
    )
    output.table(found.changes, columns, empty="Nothing that was counted then has changed.")
    if found.cases:
        click.echo(f"By entries of later days, or recorded later, in: {', '.join(found.cases)}")


def board(office: Office, question: Question, json_: bool) -> None:
    """Print the same convictions over each denominator, line by line."""
    from tracker.domain.measures import BOARD
    from tracker.services import remarks, reports
    from tracker.services.tableau import said

    report = reports.rates(office, question)
    lines = (*report.groups, report.total)
    if json_:
        output.document(
            {
                "by": question.by,
                "definitions": {one.id: one.says for one in BOARD},
                "groups": [
                    {"key": line.key, "rates": {one.id: one.of(line.counts) for one in BOARD}}
                    for line in lines
                ],
                "warnings": remarks.turned(report.groups, question.by),
            }
        )
        return
    for line in lines:
        click.echo(line.label or line.key)
        for one in BOARD:
            click.echo(f"  {one.label:<54}{said(one.of(line.counts))}")
    for note in remarks.turned(report.groups, question.by):
        click.echo(f"- {note}")


def behind(office: Office, question: Question, asked: str, json_: bool) -> None:
    """Print the refs of the cases that a figure counts; `asked` is KEY:FIGURE, "ITPA:convicted"."""
    from tracker.services import behind

    key, _, figure = asked.rpartition(":")
    refs = behind.behind(office, question, key or behind.TOTAL, figure)
    if json_:
        output.document({"key": key or behind.TOTAL, "figure": figure, "cases": list(refs)})
        return
    click.echo("\n".join(refs) if refs else "No case stands behind that number.")


def chart(office: Office, question: Question, which: str, width: int) -> None:
    """Print one chart in letters, with its notes of definition."""
    from tracker.services import ratecharts, reports
    from tracker.tui import textchart

    report = reports.rates(office, question)
    found = ratecharts.chart(office, question, which, report, ratecharts.NATIONAL)
    click.echo("\n".join((*textchart.drawn(found, width), found.says)))
