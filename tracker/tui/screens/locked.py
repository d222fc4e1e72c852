"""The locked screen: nothing of the office on it, and the way back in.

The panic key leaves it blank until a key is pressed; after idle minutes it says that it is locked. An
encrypted office asks its passphrase, or Enter where the keyring keeps the key; a plain one only Enter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import Input, Static

if TYPE_CHECKING:
    from tracker.tui.app import TrackerApp

ASKED = {
    "passphrase": "Locked. Type the passphrase, then Enter.",
    "keyring": "Locked. Enter opens it with the key from the keyring.",
    "nothing": "Locked. Enter opens it.",
}
"""What is said, by what opens the office."""


class LockedScreen(Screen[None]):
    """Nothing, until somebody opens the office again."""

    app: TrackerApp
    CSS_PATH = "locked.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "app.quit", "Quit", show=False),
        Binding("enter", "open", "Open", show=False),
    ]

    def __init__(self, asks: str, *, blank: bool) -> None:
        """`asks`: a word of ASKED; `blank`: say nothing until a key is pressed."""
        super().__init__()
        self.asks, self.blank = asks, blank

    def compose(self) -> ComposeResult:
        """Lay out the question, hidden where nothing is to be seen."""
        with Vertical(id="ask"):
            yield Static(ASKED[self.asks], id="says", markup=False)
            if self.asks == "passphrase":
                yield Input(password=True, id="passphrase", compact=True)
            yield Static("", id="why", markup=False)

    def on_mount(self) -> None:
        """Show the question, or nothing."""
        self.query_one("#ask").display = False
        if not self.blank:
            self._show()

    def on_key(self, event: events.Key) -> None:
        """Let any key bring the question; that key does nothing else."""
        if self.blank and event.key != "ctrl+q":
            event.stop()
            event.prevent_default()
            self._show()

    def _show(self) -> None:
        self.blank = False
        self.query_one("#ask").display = True
        for field in self.query(Input):
            field.focus()

    def action_open(self) -> None:
        """Open the office where nothing is to be typed."""
        if not self.blank and self.asks != "passphrase":
            self._unlock(None)

    @on(Input.Submitted)
    def typed(self, event: Input.Submitted) -> None:
        """Try what was typed, and forget it."""
        said, event.input.value = event.value, ""
        if said:
            self._unlock(said)

    def _unlock(self, passphrase: str | None) -> None:
        self.query_one("#why", Static).update("Opening …")
        self.app.unlock(passphrase)

    def refused(self, why: str) -> None:
        """Say why it stays locked."""
        self.query_one("#why", Static).update(why)
