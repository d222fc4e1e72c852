"""The panel below a list that says the why of the row under the cursor.

It is higher on a higher screen. Where the words still don't fit, its edge says which keys read on, so
that what clears a flag is never out of reach of the keyboard.
"""

from __future__ import annotations

from textwrap import fill

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

FEWEST = 30
"""Letters of a line, with fewer of which nothing hangs."""
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

    def __init__(self, hang: int = 0) -> None:
        """Begin empty; a line goes on below what it says if a word filled up to `hang` letters begins it."""
        super().__init__(classes="why")
        self.hang, self.said = hang, ""

    def compose(self) -> ComposeResult:
        """Hold the words."""
        yield Static("", id="why", markup=False)

    def say(self, text: str) -> None:
        """Say the why of another row, from its first line."""
        self.said = text
        self._show()
        self.scroll_home(animate=False)

    def on_resize(self) -> None:
        """Fit the words to the width."""
        if self.hang:
            self._show()

    def _show(self) -> None:
        width = self.scrollable_content_region.width
        lines = [hung(line, self.hang, width) for line in self.said.split("\n")] if self.hang else [self.said]
        self.query_one("#why", Static).update("\n".join(lines))

    def read_on(self, by: int) -> None:
        """Go on by half the panel, or back."""
        self.scroll_relative(y=by * max(self.size.height // 2, 1), animate=False)

    def watch_show_vertical_scrollbar(self, shown: bool) -> None:
        """Say on the edge how to read on, where there is more."""
        self.border_title = MORE if shown else None


def hung(line: str, hang: int, width: int) -> str:
    """Return a line in as many as the width needs, all but the first begun `hang` letters from the edge."""
    first = line[:hang].rstrip()
    if not first or " " in first or line[hang - 1 : hang] != " " or width - hang < FEWEST:
        return line
    return fill(line, width, subsequent_indent=" " * hang, replace_whitespace=False, break_on_hyphens=False)
