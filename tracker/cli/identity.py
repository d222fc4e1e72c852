"""`tracker identity`, `hold`, `roles`: names kept apart, cases kept whole, and who may do what."""

from __future__ import annotations

import sys

import click

from tracker.cli import options, output
from tracker.cli.options import as_json, common


@click.command("identity")
@click.argument("ref")
@click.argument("victim")
@click.option("--reason", default="", help="Why; it is kept, and managers are told.")
@click.option(
    "--keep", is_flag=True, help="Keep a name: read from the terminal, or one line of standard input."
)
@click.option("--erase", is_flag=True, help="Erase the name.")
@click.option("--authority", default="", help="The order, or the consent, on which it is erased.")
@as_json
@common
@click.pass_context
def identity_command(
    context: click.Context,
    ref: str,
    victim: str,
    reason: str,
    keep: bool,
    erase: bool,
    authority: str,
    json_: bool,
) -> None:
    """Open, keep or erase a victim's name, which is written down.

    Example: tracker identity MUM-2019-014 V1 --reason "the hospital asks whom to call"
    """
    from tracker.services import identity

    if keep and erase:
        raise click.UsageError("Either --keep or --erase.")
    office = options.office(context)
    if keep:
        name = click.prompt("Name", err=True) if options.terminal() else sys.stdin.readline()
        identity.keep(office, ref, victim, name)
        click.echo(f"Kept: the name of {victim} in {ref}")
    elif erase:
        done = identity.erase(office, ref, victim, authority=authority, reason=reason)
        if json_:
            output.document(done)
            return
        click.echo(f"Erased: the name of {victim} in {ref}")
        if done.backups:
            click.echo(f"{len(done.backups)} backups may still hold it: {', '.join(done.backups)}")
    else:
        name = identity.reveal(office, ref, victim, reason)
        output.document({"ref": ref, "victim": victim, "name": name}) if json_ else click.echo(name)


@click.command("hold")
@click.argument("ref")
@click.option("--reason", help="Why nothing may be erased from the case.")
@click.option("--release", is_flag=True, help="Take the hold away.")
@common
@click.pass_context
def hold_command(context: click.Context, ref: str, reason: str | None, release: bool) -> None:
    """Keep everything of a case from being erased.

    Example: tracker hold MUM-2019-014 --reason "an appeal is pending"
    """
    from tracker.services import identity

    if release == bool(reason):
        raise click.UsageError("Either --reason WHY or --release.")
    identity.hold(options.office(context), ref, None if release else reason)
    click.echo(f"{ref}: {'released' if release else 'nothing is erased from it until the hold is released'}")


@click.command("roles")
@click.option("--give", nargs=2, metavar="NAME ROLE", help="advocate, manager, reviewer or administrator.")
@click.option("--take", metavar="NAME", help="Take a person's role away.")
@click.option("--enforce", is_flag=True, help="On a server: let its own roles hold this against raw SQL too.")
@as_json
@common
@click.pass_context
def roles_command(
    context: click.Context, give: tuple[str, str] | None, take: str | None, enforce: bool, json_: bool
) -> None:
    """Say who may do what; while nobody is named, everybody may all.

    Example: tracker roles --give asha advocate
    """
    from tracker.services import roles

    office = options.office(context)
    if give:
        roles.assign(office, *give)
    if take:
        roles.assign(office, take, None)
    if enforce:
        roles.enforce(office)
    people = roles.named(office)
    columns = (("person", "name"), ("role", "role"))
    output.document(list(people)) if json_ else output.table(
        people, columns, empty="Nobody is named: all may do all."
    )
