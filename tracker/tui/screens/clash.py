"""Two people wrote the same thing: both versions are shown, and a person decides."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Button, Label, Static

if TYPE_CHECKING:
    from tracker.services.clash import Clash

MINE, THEIRS = "mine", "theirs"


class ClashScreen(ModalScreen[str | None]):
    """Answers MINE, THEIRS, or None to go back to what was typed."""

    CSS_PATH = "choose.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Back"),
        Binding("m", "decide('mine')", "Take mine"),
        Binding("t", "decide('theirs')", "Keep theirs"),
    ]

    def __init__(self, clash: Clash) -> None:
        """`clash` says what it is about, what is on file, and what was typed here."""
        super().__init__()
        self.clash = clash

    def compose(self) -> ComposeResult:
        """Show both, one under the other, and the ways out."""
        with Vertical(classes="box"):
            yield Label(self.clash.what, classes="title", markup=False)
            theirs, mine = (_noted(note) for note in self.clash.notes)
            yield Static(f"\nTHEIRS, on file: {self.clash.theirs}{theirs}", markup=False)
            yield Static(f"MINE, not written: {self.clash.mine}{mine}\n", markup=False)
            with Horizontal(classes="buttons"):
                yield Button("Take mine  m", id=MINE, compact=True)
                yield Button("Keep theirs  t", variant="primary", id=THEIRS, compact=True)
                yield Button("Back  Esc", id="back", compact=True)

    def on_mount(self) -> None:
        """Begin with what loses nothing of theirs."""
        self.query_one(f"#{THEIRS}").focus()

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        self.dismiss(None if event.button.id == "back" else event.button.id)

    def action_decide(self, answer: str) -> None:
        """Answer by a letter."""
        self.dismiss(answer)


def _noted(note: str | None) -> str:
    return f"\n  its note: {note}" if note else ""
