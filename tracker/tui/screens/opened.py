"""Who opened, took out or erased victims' names since this manager last looked, and why.

Going back says that it was read; the audit keeps every line of it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Label, Static

from tracker.tui.asking import ask

if TYPE_CHECKING:
    from tracker.services.office import Office
    from tracker.services.testimony import Entry
    from tracker.tui.app import TrackerApp


class OpenedScreen(ModalScreen[None]):
    """List them, the earliest first."""

    app: TrackerApp
    CSS_PATH = "choose.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,enter,A", "read", "Read")]
    _last = 0

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        with Vertical(classes="box"):
            yield Label("Names opened, exported or erased by others since you looked", classes="title")
            with VerticalScroll(id="rows"):
                yield Static("Reading the audit …", id="none", markup=False)
            yield Label("Esc says that you have read it; `tracker audit` keeps all", classes="muted")

    def on_mount(self) -> None:
        """Ask for the rows."""

        def untold(office: Office) -> tuple[Entry, ...]:
            from tracker.services import identity

            return identity.untold(office)

        ask(self, untold, self._show)

    def _show(self, rows: tuple[Entry, ...]) -> None:
        said = "Nobody did, or telling you is not for your role." if not rows else ""
        self.query_one("#none", Static).update(said)
        for row in rows:
            self._last = row.seq
            why = json.loads(row.after or "{}").get("reason", "no reason was asked")
            when = (row.at or "")[:16].replace("T", " ")
            line = f"{row.ref or 'several cases'}: {row.what}, by {row.who}, {when} UTC\n  {why}\n"
            self.query_one("#rows").mount(Static(line, markup=False))

    def action_read(self) -> None:
        """Keep that it was read, and go back."""
        last = self._last

        def seen(office: Office) -> None:
            from tracker.services import identity

            identity.seen(office, last)

        if last:
            ask(self.app, seen, lambda _: self.dismiss(None), writes=True)
        else:
            self.dismiss(None)
