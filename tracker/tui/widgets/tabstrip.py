"""The tabs of a case with keys and counts, in as many lines as the width needs; a click turns to one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from rich.text import Text
from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab: the key that turns to it, its heading, how many rows it has (None: not read)."""

    key: str
    heading: str
    count: int | None = None

    @property
    def says(self) -> str:
        """What stands on it."""
        count = f" {self.count}" if self.count else ""
        return f" {self.key} {self.heading}{count} "


class TabStrip(Widget):
    """The strip. It posts `Turned` when a tab was clicked."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"tabstrip--active", "tabstrip--empty"}
    DEFAULT_CSS = """
    TabStrip {
        height: auto;
        background: $surface;
        & > .tabstrip--active { background: $primary; color: $text; text-style: bold; }
        & > .tabstrip--empty { color: $text-muted; }
    }
    """
    active: reactive[str] = reactive("")
    tabs: reactive[Mapping[str, Tab]] = reactive({}, layout=True)

    class Turned(Message):
        """A tab was clicked."""

        def __init__(self, name: str) -> None:
            """Carry its name."""
            super().__init__()
            self.name = name

    def lines(self, width: int) -> list[list[str]]:
        """Return the names of the tabs by line."""
        found: list[list[str]] = [[]]
        used = 0
        for name, tab in self.tabs.items():
            wide = cell_len(tab.says)
            if found[-1] and used + wide > width:
                found.append([])
                used = 0
            found[-1].append(name)
            used += wide
        return found

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """Return how many lines the tabs need."""
        return len(self.lines(width))

    def render(self) -> Text:
        """Draw the tabs; the one that is open stands out in colour and, without colour, by its marks."""
        text = Text(no_wrap=True, overflow="crop")
        active = self.get_component_rich_style("tabstrip--active")
        empty = self.get_component_rich_style("tabstrip--empty")
        for number, names in enumerate(self.lines(self.size.width)):
            text.append("\n" if number else "")
            for name in names:
                tab = self.tabs[name]
                if name == self.active:
                    text.append(f"[{tab.says[1:-1]}]", active)
                else:
                    text.append(tab.says, empty if tab.count == 0 else "")
        return text

    def on_click(self, event: events.Click) -> None:
        """Turn to the tab under the mouse."""
        at = event.get_content_offset(self)
        lines = self.lines(self.size.width)
        if at is None or at.y >= len(lines):
            return
        end = 0
        for name in lines[at.y]:
            end += cell_len(self.tabs[name].says)
            if at.x < end:
                self.post_message(self.Turned(name))
                return
