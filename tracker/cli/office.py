"""`tracker demo`, `init`, `doctor`, and `tracker` alone: the office as a whole."""

from __future__ import annotations

import re
from tempfile import TemporaryDirectory

import click

from tracker import settings
from tracker.cli import options, output
from tracker.cli.options import as_json, common


@click.command("demo")
@click.option("--write", "url", metavar="URL", help="Write the sample office (or --cases) here.")
@click.option("--cases", type=click.IntRange(1), help="So many invented cases instead of the sample.")
@click.option("--seed", type=int, default=1, show_default=True, help="The same seed makes the same office.")
@as_json
@common
@click.pass_context
def demo_command(context: click.Context, url: str | None, cases: int | None, seed: int, json_: bool) -> None:
    """Open a throw-away sample office. Example: tracker demo --write sqlite:///big.db --cases 10000"""
    from tracker.services import demo

    if url:
        made = demo.write(url, cases=cases, seed=seed)
        output.document(made) if json_ else click.echo(
            f"{made['cases']} cases, {made['events']} events: {_without_password(url)}"
        )
        return
    with TemporaryDirectory(prefix="tracker-sample-") as folder:
        throw_away = f"sqlite:///{folder}/sample.db"
        demo.write(throw_away, cases=cases, seed=seed)
        meta = context.find_root().meta
        meta["db"] = throw_away
        meta.setdefault("today", demo.SAMPLE_TODAY)
        if json_:
            from tracker.services import docket

            page = docket.page(options.office(context), "", options.today(context))
            output.document(list(page.rows))
            return
        from tracker.cli.screen import open_screen

        open_screen(context)


@click.command("init")
@click.option("--plain", is_flag=True, help="Don't encrypt it.")
@as_json
@common
@click.pass_context
def init_command(context: click.Context, plain: bool, json_: bool) -> None:
    """Make the office's database, encrypted if a passphrase is given or a person can be asked for one.

    Example: tracker init --db sqlite:///office.db
    """
    from tracker.services import safekeeping
    from tracker.services.office import open_office

    url = options.database(context)
    if url.startswith("sqlite:") and url.rstrip("/") in ("sqlite:", "sqlite:///:memory:"):
        raise click.UsageError("An office needs a file: sqlite:///PATH")
    secret = None if plain else options.secret(context)
    with open_office(url, create=True, user=settings.desk(), now=options.now, secret=secret) as office:
        office.log("open", "init")
    if safekeeping.is_plain_file(url):
        click.echo(
            "NOT ENCRYPTED: whoever takes this file can read it. `tracker encrypt` mends that.", err=True
        )
    place = _without_password(url)
    output.document({"database": place}) if json_ else click.echo(f"The office is ready: {place}")


def _without_password(url: str) -> str:
    """Return the address as it may be printed, and end up in a log."""
    return re.sub(r"(://[^:/@]*):.*@", r"\1:***@", url)


@click.command("doctor")
@click.option("--rebuild", is_flag=True, help="Make every kept due date and flag again from the journals.")
@click.option("--restore-drill", "drill", is_flag=True, help="Try whether the newest backup can be restored.")
@as_json
@common
@click.pass_context
def doctor_command(context: click.Context, rebuild: bool, drill: bool, json_: bool) -> None:
    """Check the database, the law data and the terminal. Example: tracker doctor --json"""
    from tracker.services import doctor

    office = options.office(context)
    if drill:
        from tracker.services import backup

        name, found = backup.drill(office, options.today(context))
        if json_:
            output.document({"backup": name, "ok": True, "differences": found})
            return
        click.echo(f"{name} can be restored: opened, read whole and verified. Since then:")
        for line in backup.lines(found):
            click.echo(line)
        return
    if rebuild:
        made = doctor.rebuild(office)
        output.document({"rebuilt": made}) if json_ else click.echo(f"{made} cases reckoned again")
        return
    checks = doctor.check(office, options.today(context))
    ok = all(check.ok for check in checks)
    if json_:
        output.document({"ok": ok, "checks": list(checks)})
    else:
        for check in checks:
            click.echo(f"{'ok  ' if check.ok else 'BAD '} {check.name}: {check.says}")
    if not ok:
        context.exit(1)
