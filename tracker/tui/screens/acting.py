"""What every screen with a case under its cursor can do: open it, record a hearing or an event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.screen import Screen

from tracker.tui.widgets.ledger import Ledger

if TYPE_CHECKING:
    from tracker.tui.app import TrackerApp


class Acting(Screen[None]):
    """A screen of `actions.WITH_A_CASE`."""

    app: TrackerApp

    def ref_here(self) -> str | None:
        """Return the case that an action is about."""
        ledger = self.focused if isinstance(self.focused, Ledger) else next(iter(self.query(Ledger)), None)
        row = ledger.chosen if ledger is not None else None
        return getattr(row, "ref", None)

    def action_open(self) -> None:
        """Open the case under the cursor."""
        if (ref := self.ref_here()) is not None:
            self.app.show_case(ref)

    @on(Ledger.Chosen)
    def open_chosen(self, event: Ledger.Chosen) -> None:
        """Open the case of a row that was double-clicked."""
        if (ref := getattr(event.row, "ref", None)) is not None:
            self.app.show_case(ref)

    def action_hearing(self) -> None:
        """Record a hearing of the case."""
        from tracker.tui.screens.hearing import HearingScreen

        if (ref := self.ref_here()) is not None:
            self.app.push_screen(HearingScreen(ref))

    def action_record(self) -> None:
        """Record an event of the case."""
        from tracker.tui.screens.record import RecordScreen

        if (ref := self.ref_here()) is not None:
            self.app.push_screen(RecordScreen(ref))

    def action_back(self) -> None:
        """Go back to the screen below."""
        self.app.pop_screen()
