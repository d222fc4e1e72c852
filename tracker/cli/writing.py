"""`tracker record` and `tracker hearing`: what an advocate writes down in the corridor."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from datetime import date
from typing import Any

import click

from tracker.cli import casetext, options, output
from tracker.cli.options import DAY, as_json, common
from tracker.domain import words
from tracker.domain.case import Age, Event

CHOICES = {
    "outcome": words.RescueOutcome,
    "custody": words.Custody,
    "before": words.StatementBefore,
    "by": words.AppealBy,
    "result": words.AppealResult,
    "ground": words.ClosureGround,
    "stage": words.Stage,
    "source": words.Source,
}
HELP = {
    "time": "The hour, HH:MM; on the last day of a custody clock it decides.",
    "accused": "The accused's label, as A1.",
    "victim": "The victim's code, as V1.",
    "victims": "Several victims' codes: V1,V2.",
    "provision": "An id of the catalogue, as IPC-370-4.",
    "provisions": "Several ids: IPC-370-4,ITPA-5-1-child.",
    "note": "In your own words; no victim's name.",
    "source": "Where this was read.",
    "order_ref": "The order's number or exhibit.",
}
NOT_TYPED = {"on", "kind", "age", "recorded_on", "out_of_order", "corrects"}


def _event_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add one option for each key that an event may carry."""
    for field in reversed([f for f in fields(Event) if f.name not in NOT_TYPED]):
        flag = "--" + field.name.replace("_", "-")
        kind = str(field.type)
        if field.name in CHOICES:
            extra: dict[str, Any] = {"type": click.Choice([str(w) for w in CHOICES[field.name]])}
        elif "bool" in kind:
            extra = {"is_flag": True, "default": None}
        elif "int" in kind:
            extra = {"type": int}
        elif "date" in kind:
            extra = {"type": DAY}
        else:
            extra = {}
        command = click.option(flag, field.name, help=HELP.get(field.name, ""), **extra)(command)
    return command


def _age(status: str | None, said: dict[str, Any]) -> Age | None:
    if status is None:
        if any(value is not None for value in said.values()):
            raise click.UsageError("An age needs --age-status: minor, adult, pending, disputed or unknown")
        return None
    return Age(status=words.AgeStatus(status), **said)


def _listed(text: object) -> object:
    """Return "V1,V2" as a tuple; other values as they are."""
    return tuple(part.strip() for part in text.split(",") if part.strip()) if isinstance(text, str) else text


@click.command("record")
@click.argument("ref")
@click.argument("kind", type=click.Choice([str(kind) for kind in words.EventKind]), metavar="KIND")
@click.option("--on", "on", type=DAY, help="The day it happened; without it, today.")
@_event_options
@click.option("--age-status", type=click.Choice([str(word) for word in words.AgeStatus]))
@click.option("--years", type=int, help="Completed years on the first day of the offence.")
@click.option("--years-low", type=int)
@click.option("--years-high", type=int)
@click.option("--born-on", type=DAY)
@click.option("--basis", type=click.Choice([str(word) for word in words.AgeBasis]))
@click.option("--out-of-order", metavar="WHY", help="Record it although it can't follow, with the why.")
@as_json
@common
@click.pass_context
def record_command(
    context: click.Context,
    /,
    ref: str,
    kind: str,
    on: date | None,
    age_status: str | None,
    years: int | None,
    years_low: int | None,
    years_high: int | None,
    born_on: date | None,
    basis: str | None,
    out_of_order: str | None,
    json_: bool,
    **said: Any,
) -> None:
    """Add an event to the journal. Example: tracker record MUM-2019-014 arrested --on 2019-09-20"""
    from tracker.services import casework

    today = options.today(context)
    age = _age(
        age_status,
        {
            "years": years,
            "years_low": years_low,
            "years_high": years_high,
            "born_on": born_on,
            "basis": words.AgeBasis(basis) if basis else None,
        },
    )
    for many in ("victims", "provisions"):
        said[many] = _listed(said[many] or "")
    event = Event(on=on or today, kind=words.EventKind(kind), age=age, **said)
    recorded = casework.record(options.office(context), ref, event, today, out_of_order=out_of_order)
    if json_:
        output.document(recorded)
        return
    casetext.print_recorded(recorded)


def _choice(name: str, word: type[words.Word], **extra: Any) -> Callable[..., Any]:
    return click.option(f"--{name}", type=click.Choice([str(one) for one in word]), **extra)


@click.command("hearing")
@click.argument("ref")
@click.option("--on", "on", type=DAY, help="The day it was listed; without it, today.")
@_choice("outcome", words.HearingOutcome, required=True, help="What happened.")
@_choice("asked-by", words.AskedBy, help="Who asked for the adjournment.")
@_choice("reason", words.HearingReason, help="Why it did not go on.")
@click.option("--next", "next_on", type=DAY, help="The next date.")
@_choice("purpose", words.Purpose, help="What the next date is for; without it, the same again.")
@click.option("--proceeding", help="Which proceeding, where a case has several; without it, the one listed.")
@click.option("--note", help="In your own words; no victim's name.")
@click.option("--opposed/--unopposed", default=None, help="Whether the adjournment was opposed.")
@click.option("--costs", "costs_rupees", metavar="RUPEES", type=int, help="Costs ordered on it; 0 if none.")
@click.option("--correct", is_flag=True, help="Change what is recorded since that day.")
@click.option(
    "--expected",
    metavar="VERSION",
    help="The version you saw in `show --json`; if another is on file, both are said and nothing is written.",
)
@as_json
@common
@click.pass_context
def hearing_command(
    context: click.Context,
    ref: str,
    on: date | None,
    outcome: str,
    asked_by: str | None,
    reason: str | None,
    next_on: date | None,
    purpose: str | None,
    proceeding: str | None,
    note: str | None,
    opposed: bool | None,
    costs_rupees: int | None,
    correct: bool,
    expected: str | None,
    json_: bool,
) -> None:
    """Record a hearing and list the next.

    Example: tracker hearing MUM-2019-014 --on 2020-02-10 --outcome adjourned --next 2020-03-02
    """
    from tracker.services import hearings

    today = options.today(context)
    recorded = hearings.record(
        options.office(context),
        ref,
        on=on or today,
        outcome=outcome,
        asked_by=asked_by,
        reason=reason,
        next_on=next_on,
        next_purpose=purpose,
        proceeding=proceeding,
        note=note,
        opposed=opposed,
        costs_rupees=costs_rupees,
        correct=correct,
        expected=expected,
        today=today,
    )
    if json_:
        output.document(recorded)
        return
    casetext.print_hearing(recorded)
