"""The hints at the foot of a screen: what the keys do here, each a button for the mouse.

What a key of the screen does nothing with just now, as `unsaid` of the screen names it, is not hinted.

It looks as Textual's own footer does. That one makes a widget of every hint, and makes all of them anew
whenever the focus moves: a quarter of the work of opening a screen. This is one line, drawn again only
when it says something else.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import ClassVar

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text
from textual import events
from textual.reactive import reactive
from textual.screen import Screen
from textual.widget import Widget


@dataclass(frozen=True, slots=True)
class Hint:
    """A key as it is shown and as it is pressed, what it does, and whether it can be done now."""

    shown: str
    says: str
    key: str
    action: str
    works: bool = True
    more: str = ""
    """What is said where the mouse rests on it."""

    @property
    def width(self) -> int:
        """How many columns it takes."""
        return cell_len(self.shown) + cell_len(self.says) + 3


class Hints(Widget, can_focus=False):
    """The line of hints."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"hints--key", "hints--says", "hints--over"}
    DEFAULT_CSS = """
    Hints {
        dock: bottom;
        height: 1;
        color: $footer-foreground;
        background: $panel;
        text-wrap: nowrap;
        & > .hints--key {
            color: $footer-key-foreground;
            background: $footer-key-background;
            text-style: bold;
        }
        & > .hints--says { color: $footer-description-foreground; }
        & > .hints--over { color: $footer-key-foreground; background: $block-hover-background; }
    }
    """

    hints: reactive[tuple[Hint, ...]] = reactive((), layout=False)
    over: reactive[int | None] = reactive(None)
    """On which hint the mouse rests."""

    def on_mount(self) -> None:
        """Be told when other keys work."""
        self.screen.bindings_updated_signal.subscribe(self, self._read)

    def on_unmount(self) -> None:
        """Be told no more."""
        self.screen.bindings_updated_signal.unsubscribe(self)

    def _read(self, screen: Screen[object]) -> None:
        if not self.is_attached or screen is not self.screen or not self.app.app_focus:
            return
        found: dict[str, Hint] = {}
        unsaid = getattr(screen, "unsaid", ())
        for _, binding, enabled, more in screen.active_bindings.values():
            if binding.show and binding.action not in found and binding.id not in unsaid:
                shown = self.app.get_key_display(binding)
                found[binding.action] = Hint(
                    shown, binding.description, binding.key, binding.action, enabled, more
                )
        self.hints = tuple(found.values())

    def ends(self) -> tuple[int, ...]:
        """Return the column after each hint."""
        return tuple(accumulate(one.width for one in self.hints))

    def render(self) -> Text:
        """Return the line."""
        says, key = self.get_component_rich_style("hints--says"), self.get_component_rich_style("hints--key")
        over = self.get_component_rich_style("hints--over")
        line = Text(no_wrap=True, end="")
        for n, one in enumerate(self.hints):
            hint = Text.assemble((f" {one.shown} ", key), (f"{one.says} ", says))
            if n == self.over:
                hint.stylize_before(over)
            if not one.works:
                hint.stylize(Style(dim=True))
            line.append_text(hint)
        return line

    def _at(self, column: int) -> int | None:
        return next((n for n, end in enumerate(self.ends()) if column < end), None)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Light up the hint under the mouse, and say more of it."""
        self.over = self._at(event.x)
        self.tooltip = self.hints[self.over].more or None if self.over is not None else None

    def on_leave(self) -> None:
        """Light up none."""
        self.over = None

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Do what the key does."""
        if (at := self._at(event.x)) is None:
            return
        if self.hints[at].works:
            self.app.simulate_key(self.hints[at].key)
        else:
            self.app.bell()
