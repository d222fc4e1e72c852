"""The panel below a list that says the why of the row under the cursor.

It is higher on a higher screen. Where the words still don't fit, its edge says which keys read on, so
that what clears a flag is never out of reach of the keyboard.
"""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

MORE = "more below: Shift+Down"


class Why(VerticalScroll, can_focus=False):
    """The panel; the list keeps the focus."""

    DEFAULT_CSS = """
    Why {
        height: 25%;
        min-height: 7;
        max-height: 14;
        padding: 0 1;
        border-top: solid $primary;
        border-title-align: right;
        border-title-color: $accent;
        scrollbar-size-vertical: 1;
        & > #why { height: auto; }
    }
    """

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__(classes="why")

    def compose(self) -> ComposeResult:
        """Hold the words."""
        yield Static("", id="why", markup=False)

    def say(self, text: str) -> None:
        """Say the why of another row, from its first line."""
        self.query_one("#why", Static).update(text)
        self.scroll_home(animate=False)

    def read_on(self, by: int) -> None:
        """Go on by half the panel, or back."""
        self.scroll_relative(y=by * max(self.size.height // 2, 1), animate=False)

    def watch_show_vertical_scrollbar(self, shown: bool) -> None:
        """Say on the edge how to read on, where there is more."""
        self.border_title = MORE if shown else None
