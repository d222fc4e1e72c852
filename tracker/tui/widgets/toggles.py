"""Boxes to tick and buttons to choose, with a sign where they are on and none where they are off."""

from __future__ import annotations

from textual.widgets import Checkbox, RadioButton


class Tick(Checkbox):
    """A box: [X] or [ ]."""

    BUTTON_LEFT, BUTTON_RIGHT = "[", "]"

    @property
    def BUTTON_INNER(self) -> str:  # type: ignore[override]
        """The sign inside."""
        return "X" if self.value else " "


class Choice(RadioButton):
    """One of several: (●) or ( )."""

    BUTTON_LEFT, BUTTON_RIGHT = "(", ")"

    @property
    def BUTTON_INNER(self) -> str:  # type: ignore[override]
        """The sign inside."""
        return "●" if self.value else " "
