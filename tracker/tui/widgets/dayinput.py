"""An input for a day: typed as people write days, or picked from a calendar (F4, or a click beside it)."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input

from tracker.tui import wording


class DayInput(Input):
    """Opens the calendar at the day typed, else today."""

    HINT = "+14, 2w, fri, 7/12, 07-12-2026"
    """How a day may be written, the same words in every form."""
    BINDINGS: ClassVar[list[BindingType]] = [Binding("f4", "pick", "Calendar")]

    def __init__(self, value: str = "", *, placeholder: str = HINT, id: str) -> None:
        """Begin with a day, or say how one is written."""
        super().__init__(value, placeholder=placeholder, id=id)

    def action_pick(self) -> None:
        """Open the calendar."""
        from tracker.tui.eventform import day
        from tracker.tui.screens.pickday import PickDay

        today: date = self.app.today  # type: ignore[attr-defined]
        try:
            at = day("day", self.value.strip(), today) if self.value.strip() else today
        except ValueError:
            at = today
        self.app.push_screen(PickDay(at, today), self._picked)

    def _picked(self, on: date | None) -> None:
        if on is not None:
            self.value = wording.day(on)
            self.cursor_position = len(self.value)
        self.focus()
