"""A new case beside those of the office that look like it. Nothing is merged: the person says what it is."""

from __future__ import annotations

from textwrap import fill
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Button, DataTable, Label, Static

from tracker.tui import wording
from tracker.tui.screens.form import Form

if TYPE_CHECKING:
    from tracker.services.alike import Alike

FILE = ""
"""What the screen closes with to file the new case; else the ref of the case that it is, or None."""
SHOWN = 3
HEAD, WIDEST = 10, 78
"""Columns of the headings, and of the box at the most: what is compared is wrapped, never cut."""


class AlikeScreen(Form[str | None]):
    """Cases side by side; Ctrl+S files the new one, o opens the first other, Esc goes back to the form."""

    BINDINGS = [Binding("o", "open_first", "Open it")]  # noqa: RUF012

    def __init__(self, here: Alike, twins: tuple[Alike, ...]) -> None:
        """`here` is the new case, `twins` those that it looks like."""
        super().__init__()
        self.here, self.twins = here, twins

    def compose(self) -> ComposeResult:
        """Lay the cases out, a column each."""
        more = f" and {len(self.twins) - SHOWN} more" if len(self.twins) > SHOWN else ""
        with VerticalScroll(classes="form"):
            yield Label("Is this case here already?", classes="title")
            yield DataTable(show_cursor=False, id="side")
            yield Static(
                f"{self.twins[0].ref}: {self.twins[0].why}{more}. Nothing is merged.", id="echo", markup=False
            )
            with Horizontal(classes="buttons"):
                yield Button("File as another case  ^S", id="save", compact=True)
                yield Button(f"Open {self.twins[0].ref}  o", variant="primary", id="open", compact=True)
                yield Button("Back  Esc", id="cancel", compact=True)

    def on_mount(self) -> None:
        """Fill the columns."""
        shown = (self.here, *self.twins[:SHOWN])
        table = self.query_one(DataTable)
        table.add_column("", width=HEAD)
        wide = (min(self.size.width, WIDEST) - HEAD - 6) // len(shown) - 2
        for name in ("NEW", *(twin.ref for twin in self.twins[:SHOWN])):
            table.add_column(name, width=wide)
        for head, cells in _rows(shown):
            table.add_row(head, *(fill(cell, wide) or "–" for cell in cells), height=None)
        self.query_one("#open", Button).focus()

    def action_save(self) -> None:
        """File the new case beside the others."""
        self.dismiss(FILE)

    def action_open_first(self) -> None:
        """Leave the new case, and open the one that is here."""
        self.dismiss(self.twins[0].ref)

    @on(Button.Pressed, "#open")
    def _open_pressed(self) -> None:
        self.action_open_first()


def _rows(cases: tuple[Alike, ...]) -> list[tuple[str, list[str]]]:
    return [
        ("Ref", [one.ref for one in cases]),
        ("Title", [one.title or "" for one in cases]),
        ("FIR", [one.fir for one in cases]),
        ("Station", [one.station or "" for one in cases]),
        ("Registered", [wording.day(one.registered_on) for one in cases]),
        ("Accused", [", ".join(one.accused) for one in cases]),
        ("Sections", [", ".join(one.sections) for one in cases]),
        ("Lead", [one.lead or "" for one in cases]),
        ("Stage", [wording.stage(one.stage) if one.stage else "" for one in cases]),
    ]
