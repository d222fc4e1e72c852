"""The app: paints its frame at once, then opens the office in a thread, so that waiting is never blank.

Today is asked of the clock here, in Asia/Kolkata, unless a day is given (`--today`, tests, the sample).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, ClassVar
from zoneinfo import ZoneInfo

from textual import work
from textual.app import App
from textual.binding import Binding, BindingType

from tracker.tui.screens.docket import DocketScreen
from tracker.tui.screens.help import HelpScreen

if TYPE_CHECKING:
    from tracker.services.office import Office

KOLKATA = ZoneInfo("Asia/Kolkata")


class TrackerApp(App[None]):
    """The prosecution tracker's screen."""

    TITLE = "Prosecution tracker"
    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark", "help", "Help", key_display="?"),
        Binding("ctrl+t", "change_theme", "Theme", show=False),
        Binding("q", "quit", "Quit"),
    ]

    def __init__(self, url: str, today: date | None = None, *, sample: bool = False) -> None:
        """`url` names the database; `today` stands in for the clock."""
        super().__init__()
        self.url = url
        self.said_today = today
        self.sub_title = "SAMPLE, invented people" if sample else ""
        self.office: Office | None = None

    @property
    def today(self) -> date:
        """The day that everything on the screen depends on."""
        return self.said_today or datetime.now(KOLKATA).date()

    def on_mount(self) -> None:
        """Paint the docket's frame; the office opens behind it."""
        self.push_screen(DocketScreen())
        self._open_office()

    @work(thread=True, exclusive=True)
    def _open_office(self) -> None:
        from tracker import settings
        from tracker.services.office import Refused, open_office  # SQLModel loads behind the first paint

        try:
            office = open_office(self.url, user=settings.desk())
        except Refused as error:
            self.call_from_thread(self.exit, None, 1, str(error))
            return
        self.call_from_thread(self._opened, office)

    def _opened(self, office: Office) -> None:
        self.office = office
        self.refresh_all()

    def refresh_all(self) -> None:
        """Let every open screen read its rows again."""
        for screen in self.screen_stack:
            reload: Callable[[], Any] | None = getattr(screen, "reload", None)
            if reload is not None:
                reload()

    def action_help(self) -> None:
        """Show the keys that work here."""
        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(self.screen.active_bindings))

    def on_unmount(self) -> None:
        """Close the office."""
        if self.office is not None:
            self.office.close()


def run(url: str, *, today: date | None = None, sample: bool = False) -> None:
    """Open the screen until it is quit; a refusal at the start goes to standard error, exit status 1."""
    app = TrackerApp(url, today, sample=sample)
    app.run()
    if app.return_code:
        raise SystemExit(app.return_code)
