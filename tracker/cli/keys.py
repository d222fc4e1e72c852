"""`tracker encrypt`, `decrypt`, `rekey`, `unlock`: who can read the office's file."""

from __future__ import annotations

import click

from tracker import settings
from tracker.cli import options
from tracker.cli.options import common


def _who() -> dict[str, object]:
    return {"user": settings.desk(), "now": options.now}


@click.command("encrypt")
@common
@click.pass_context
def encrypt_command(context: click.Context) -> None:
    """Encrypt a plain office and its copies. Example: tracker encrypt"""
    from tracker.services import safekeeping

    url = options.database(context)
    path = safekeeping.file_of(url)
    passphrase = options.passphrase(context, path, new=True)
    if not passphrase:
        raise options.no_passphrase()
    safekeeping.encrypt(url, passphrase, **_who())
    click.echo(f"Encrypted: {path}. Without the passphrase nobody can open it again, not even you.")


@click.command("decrypt")
@click.option("--yes", count=True, help="Given twice: don't ask.")
@common
@click.pass_context
def decrypt_command(context: click.Context, yes: int) -> None:
    """Write the office without encryption again; asks twice. Example: tracker decrypt"""
    from tracker.services import safekeeping
    from tracker.services.office import Refused

    url = options.database(context)
    path = safekeeping.file_of(url)
    passphrase = options.passphrase(context, path, new=False)
    questions = (
        "Anyone who takes this file can then read it. Decrypt?",
        "Really, with children's data in it?",
    )
    if yes < len(questions):
        if not options.terminal():
            raise Refused("To decrypt without a terminal, say --yes twice.")
        if not all(click.confirm(question, err=True) for question in questions):
            raise Refused("Nothing was changed.")
    safekeeping.decrypt(url, passphrase or "", **_who())
    click.echo(f"NOT ENCRYPTED any more: {path}")


@click.command("rekey")
@click.option(
    "--new-passphrase-fd", type=int, metavar="N", help="Read the new passphrase from this descriptor."
)
@common
@click.pass_context
def rekey_command(context: click.Context, new_passphrase_fd: int | None) -> None:
    """Change the passphrase. Example: tracker rekey"""
    from tracker.services import safekeeping

    url = options.database(context)
    path = safekeeping.file_of(url)
    old = options.passphrase(context, path, new=False)
    new = options.read_line(new_passphrase_fd) if new_passphrase_fd is not None else options.ask_new(path)
    if not new:
        raise options.no_passphrase()
    safekeeping.rekey(url, old or "", new, **_who())
    click.echo("The passphrase is changed. Backups made before open with the old one.")


@click.command("unlock")
@click.option(
    "--remember/--forget", default=True, help="Keep the key in the system's keyring, or take it out."
)
@common
@click.pass_context
def unlock_command(context: click.Context, remember: bool) -> None:
    """Keep the office's key in the system's keyring. Example: tracker unlock --remember"""
    from tracker.services import safekeeping

    url = options.database(context)
    path = safekeeping.file_of(url)
    if not remember:
        safekeeping.forget(path)
        click.echo("The keyring no longer holds the key.")
        return
    safekeeping.remember(url, options.passphrase(context, path, new=False) or "", **_who())
    click.echo(
        "The keyring holds the key: whoever is logged in here opens the office without the passphrase."
    )


@click.command("lock")
@click.option("--after", type=int, metavar="MINUTES", help="Lock after so many idle minutes; 0: never.")
@click.option("--office", "whole", is_flag=True, help="Say it for everybody; a person may choose fewer.")
@common
@click.pass_context
def lock_command(context: click.Context, after: int | None, whole: bool) -> None:
    """Say after how many idle minutes the screen locks itself. Example: tracker lock --after 5"""
    from tracker.services import desk

    office = options.office(context)
    if after is not None:
        desk.keep_lock_minutes(office, after, whole=whole)
    minutes = desk.lock_minutes(office)
    click.echo(f"The screen locks after {minutes} idle minutes." if minutes else "The screen never locks.")
