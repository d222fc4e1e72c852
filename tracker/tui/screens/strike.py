"""Strike a line of a record out: why it is wrong is asked and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.widgets import Input, Label, Static

from tracker.domain.record_rules import TITLES
from tracker.tui.asking import ask
from tracker.tui.log import Line, command
from tracker.tui.screens.form import Fields, Form, asked, buttons

if TYPE_CHECKING:
    from tracker.services.office import Office
    from tracker.services.undo import Step


class StrikeScreen(Form[None]):
    """Ask why line `seq` of `list_` is wrong, and strike it out."""

    def __init__(self, ref: str, list_: str, seq: int, shown: str) -> None:
        """`shown` is the line as the tab shows it."""
        super().__init__()
        self.ref, self.list_, self.seq, self.shown = ref, list_, seq, shown

    def compose(self) -> ComposeResult:
        """Show the line and ask."""
        with Fields():
            yield Label(f"{TITLES[self.list_]}, line {self.seq}: strike it out", classes="title")
            yield Static(self.shown, markup=False)
            yield asked("Why", Input(placeholder="what is wrong with it; kept on file", id="why"))
            yield Static("It stays on file with the why, and is in no list any more.", id="echo")
            yield from buttons()

    def action_save(self) -> None:
        """Strike it out."""
        why = self.query_one("#why", Input).value
        if self.saving:
            return
        self.saving = True
        ref, list_, seq = self.ref, self.list_, self.seq

        def write(office: Office) -> Step | None:
            from tracker.services import editing, records

            records.strike(office, ref, list_, seq, why)
            return editing.last_step(office, ref, list_)

        def written(step: Step | None) -> None:
            self.dismiss(None)
            said = f"{TITLES[list_]}, line {seq} is struck out."
            self.app.wrote(Line(ref, said, command("strike", ref, list_, str(seq), why=why), step=step))

        ask(self, write, written, refused=self.refused, writes=True)
