"""`tracker` alone: open the screen. Only what the first frame needs is imported before it is painted."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tracker.cli import options

if TYPE_CHECKING:
    from tracker.services.office import Office


def open_screen(context: click.Context) -> None:
    """Open the screen on the office; without a terminal print its docket."""
    if sys.stdin.isatty() and sys.stdout.isatty():
        from tracker.tui.app import run

        meta, url = context.find_root().meta, options.database(context)
        run(
            url,
            first_run=_first_run(url),
            today=meta.get("today"),
            secret=options.ready_secret(context),  # nowhere else, so that a locked screen has forgotten it
            leaving=_on_leaving,
        )
        return
    from tracker.cli import casetext
    from tracker.services import docket

    casetext.print_docket(docket.page(options.office(context), "", options.today(context)).rows)


def _first_run(url: str) -> Path | None:
    """Return where the first office would be made; None, without loading what reads databases, if one is."""
    name = url.partition("sqlite:///")[2]
    if not name or name.startswith("file:") or name == ":memory:" or Path(name).exists():
        return None
    from tracker.services import founding

    return founding.wanting(url)


def _on_leaving(office: Office) -> None:
    from tracker.cli.backup import on_leaving

    on_leaving(office)
