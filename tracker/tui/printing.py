"""Print from the screen: the desk sheet of some days, into the office's folder, named by days and copy."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from textual.screen import Screen

from tracker.tui.asking import ask
from tracker.tui.log import Line, command

if TYPE_CHECKING:
    from tracker.services.office import Office
    from tracker.services.sheets import Sheet
    from tracker.tui.app import TrackerApp


def my_board(screen: Screen[Any], today: date) -> None:
    """Print a day's board of the person at the desk; of all, where they are nobody's advocate."""

    def look(office: Office) -> str | None:
        from tracker.services import moving

        return office.user if office.user in moving.advocates(office) else None

    ask(screen, look, lambda name: to_folder(screen, today, today, advocate=name), group="mine")


def to_folder(screen: Screen[Any], first: date, last: date, **asked: Any) -> None:
    """Print the days, and say where the sheet is and what it lists."""
    from tracker.tui.following import KOLKATA

    app = cast("TrackerApp", screen.app)
    today = app.today
    printed = f"{today:%d-%m-%Y}" if app.said_today else f"{datetime.now(KOLKATA):%d-%m-%Y %H:%M} IST"

    def write(office: Office) -> tuple[Path, Sheet, int]:
        from tracker.pdf import printing

        return printing.to_folder(office, first, last, today=today, printed=printed, **asked)

    def written(got: tuple[Path, Sheet, int]) -> None:
        file, sheet, listed = got
        filter_ = [asked["filter"]] if asked.get("filter") else []
        typed = command(
            "calendar",
            *filter_,
            from_=first,
            to=last,
            advocate=asked.get("advocate"),
            layout=sheet.layout,
            pdf=file,
        )
        app.wrote(Line("Printed", f"{file}: desk sheet {sheet.copy}, {listed} listed.", typed))

    ask(screen, write, written, writes=True)
