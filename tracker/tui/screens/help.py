"""Help: the keys that work on the screen below, and nothing else. Enter or a click runs one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import ActiveBinding, Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Label, OptionList
from textual.widgets.option_list import Option


class HelpScreen(ModalScreen[None]):
    """List the keys of the screen below."""

    CSS_PATH = "help.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,question_mark", "dismiss(None)", "Back")]

    def __init__(self, bindings: Mapping[str, ActiveBinding]) -> None:
        """`bindings`: what `Screen.active_bindings` said on the screen below."""
        super().__init__()
        self._keys = [b for b in bindings.values() if b.enabled and b.binding.description]

    def compose(self) -> ComposeResult:
        """Show one line an action, its key first."""
        with Vertical():
            yield Label("Keys that work here", classes="title")
            yield OptionList(*(Option(self._line(one)) for one in self._keys))
            yield Label("Enter runs the line, Esc goes back. The mouse works on everything.", classes="muted")

    def _line(self, one: ActiveBinding) -> str:
        shown = self.app.get_key_display(one.binding)
        hint = f"  {one.tooltip}" if one.tooltip else ""
        return f"{shown:<10} {one.binding.description}{hint}"

    async def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Close, then run the chosen action where its key would have worked."""
        chosen = self._keys[event.option_index]
        self.dismiss(None)
        app = self.app
        app.call_later(app.run_action, chosen.binding.action, chosen.node)
