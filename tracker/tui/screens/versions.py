"""Two people changed the same line: both versions side by side, and the person decides."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, ClassVar

from rich.table import Table
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Button, Label, Static

from tracker.domain.record_rules import Rule, key_of
from tracker.tui import wording


class VersionsScreen(ModalScreen[bool | None]):
    """Closes with True to write mine, False to keep theirs, None to go on in the form."""

    CSS_PATH = "form.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("m", "take(True)", "Take mine"),
        Binding("t", "take(False)", "Keep theirs"),
        Binding("escape", "dismiss(None)", "Back to the form"),
    ]

    def __init__(self, why: str, rules: Sequence[Rule], stale: Any) -> None:
        """`stale` carries the line as it was read, theirs and mine."""
        super().__init__()
        self.why, self.rules, self.stale = why, rules, stale

    def compose(self) -> ComposeResult:
        """Show the fields that differ: as it was, as it stands now, as it was to be."""
        with VerticalScroll(classes="form"):
            yield Label("Somebody else changed it meanwhile", classes="title")
            yield Static(self.why, markup=False)
            yield Static(self._table(), id="versions")
            with Horizontal(classes="buttons"):
                yield Button("Take mine  m", id="mine", variant="primary", compact=True)
                yield Button("Keep theirs  t", id="theirs", compact=True)
                yield Label("Esc goes back to the form", classes="muted")

    def _table(self) -> Table:
        table = Table(box=None, expand=True, pad_edge=False)
        for heading in ("Field", "As you read it", "Theirs, on file now", "Yours"):
            table.add_column(heading, overflow="fold")
        for rule in self.rules:
            key = key_of(rule)
            cells = [one.get(key) for one in (self.stale.was, self.stale.theirs, self.stale.mine)]
            if cells[0] != cells[1] or cells[1] != cells[2]:
                table.add_row(rule.label, *(said(rule, cell) for cell in cells))
        return table

    def action_take(self, mine: bool) -> None:
        """Decide."""
        self.dismiss(mine)

    @on(Button.Pressed, "#mine")
    def _mine(self) -> None:
        self.dismiss(True)

    @on(Button.Pressed, "#theirs")
    def _theirs(self) -> None:
        self.dismiss(False)


def said(rule: Rule, value: Any) -> str:
    """Return a value as a person reads it."""
    if value is None:
        return "–"
    if rule.words is not None:
        return rule.words(value).label
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return ", ".join(str(one) for one in value)
    return wording.day(value) if isinstance(value, date) else str(value)
