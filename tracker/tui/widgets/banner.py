"""The line on top: the program, where one is, whether the office is a sample, which day it is."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size
from rich.text import Text
from textual.reactive import reactive
from textual.widget import Widget

from tracker.tui import wording


class Banner(Widget):
    """One line; what doesn't fit is cut from the place's name, never from SAMPLE or the day."""

    DEFAULT_CSS = """
    Banner { dock: top; height: 1; padding: 0 1; background: $panel; color: $foreground; }
    """
    place: reactive[str] = reactive("")
    sample: reactive[bool] = reactive(False)
    busy: reactive[bool] = reactive(False)
    names: reactive[int] = reactive(0)
    today: reactive[str] = reactive("")

    def __init__(self, place: str = "") -> None:
        """`place` is the screen's name and what it shows."""
        super().__init__()
        self.set_reactive(Banner.place, place)

    def on_mount(self) -> None:
        """Follow the app: its day, its sample mark, whether it is at work."""
        app = self.app
        self.today = wording.weekday(app.today)  # type: ignore[attr-defined]
        self.watch(app, "sample", self._take_sample)
        self.watch(app, "working", self._take_working)
        self.watch(app, "shown_day", self._take_day)
        self.watch(app, "opened_names", self._take_names)

    def _take_sample(self, sample: bool) -> None:
        self.sample = sample

    def _take_working(self, working: bool) -> None:
        self.busy = working

    def _take_names(self, many: int) -> None:
        self.names = many

    def _take_day(self, day: str) -> None:
        self.today = day or self.today

    def render(self) -> Text:
        """Lay the parts out on the line."""
        wide = self.size.width >= 100
        right = "  ".join(
            part
            for part in (
                "working …" if self.busy else "",
                f"!! names opened: {self.names}" if self.names else "",
                ("SAMPLE, invented people" if wide else "SAMPLE") if self.sample else "",
                self.today,
            )
            if part
        )
        title = "Prosecution tracker" if wide else "Tracker"
        left = f"{title} · {self.place}" if self.place else title
        room = self.size.width - cell_len(right) - 1
        left = set_cell_size(left, max(room - 1, 0)) + "…" if cell_len(left) > room else left
        text = Text(set_cell_size(left, max(room, 0)) + " ", no_wrap=True, style="bold")
        text.append(right, style="bold")
        return text
