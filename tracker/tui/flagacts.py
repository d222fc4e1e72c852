"""What a key does to flags, on their board and on the tab of a case: resolve, snooze, let stand again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from textual.screen import Screen

from tracker.tui import wording
from tracker.tui.asking import ask
from tracker.tui.log import Line, command

if TYPE_CHECKING:
    from tracker.services.office import Office
    from tracker.services.views import FlagHandled, FlagRow
    from tracker.tui.app import TrackerApp
    from tracker.tui.widgets.ledger import Ledger


def handle(screen: Screen[None], rows: Sequence[FlagRow], ledger: Ledger, *, snooze: bool) -> None:
    """Ask for the note and write it for all of them; the marks go once it is written."""
    from tracker.tui.screens.handle import HandleScreen

    handled = [row for row in rows if row.handled]
    if not rows:
        screen.notify("No flag is chosen.")
    elif handled:
        screen.notify(f"{wording.handled(handled[0].handled)}. x lets it stand again.", markup=False)
    else:

        def done(written: bool | None) -> None:
            if written:
                ledger.unmark()

        screen.app.push_screen(HandleScreen(tuple(rows), snooze=snooze), done)


def reopen(screen: Screen[None], row: FlagRow | None) -> None:
    """Let a flag stand again."""
    app = cast("TrackerApp", screen.app)
    today = app.today
    if row is None or not row.handled:
        screen.notify("This flag stands. v on the board shows those that are snoozed or resolved.")
        return

    def write(office: Office) -> FlagHandled:
        from tracker.services import handling

        return handling.many(office, [row], "reopened", None, today)[0]

    def written(told: FlagHandled) -> None:
        typed = command("flag", "reopen", row.ref, row.kind, who=row.who, limit=row.limit)
        app.wrote(Line(row.ref, told.says, typed))

    ask(screen, write, written, writes=True)
