"""A screen that keeps what is half typed on it, and brings it back when it is opened again.

It says its `draft_kind` and the case (`tui.drafting`); saved or left on purpose, it forgets its draft.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from textual import on
from textual.await_complete import AwaitComplete
from textual.screen import Screen, ScreenResultType
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Checkbox, Input, Select, TextArea
from textual.widgets.select import InvalidSelectValueError

from tracker.tui import drafting
from tracker.tui.asking import ask

if TYPE_CHECKING:
    from tracker.services.drafts import Begun
    from tracker.services.office import Office
    from tracker.tui.app import TrackerApp


class Drafted(Screen[ScreenResultType]):
    """A screen with fields, whose half-typed entry is kept."""

    app: TrackerApp
    draft_kind: str = ""
    """Of which kind its draft is; empty: what is half typed isn't kept."""
    ref: str = ""
    unasked: bool = False
    """Whether what the form begins with is still to be asked: the office was being opened."""
    _keeper: drafting.Keeper | None = None
    _pause: Timer | None = None

    def on_mount(self) -> None:
        """Bring back what was half typed."""
        if self.draft_kind:
            self._keeper = drafting.Keeper(self.app, self.draft_kind, self.ref)
        self._ask_at_first()

    def reload(self) -> None:
        """Ask what the form begins with, where the office wasn't open yet when the form was."""
        if self.unasked:
            self._ask_at_first()

    def _ask_at_first(self) -> None:
        self.unasked = self.app.office is None
        if self.unasked or not self.draft_kind:
            return
        kind, ref = self.draft_kind, self.ref

        def look(office: Office) -> Begun | None:
            from tracker.services import drafts

            return drafts.find(office, kind, ref)

        ask(self, look, self._found, group="draft-find")

    def _found(self, begun: Begun | None) -> None:
        if begun is not None and self._keeper is not None and self.bring_back(begun.body):
            self._keeper.found(begun)
            self.notify(f"Brought back: what you had begun{drafting.when(begun)}. Esc forgets it.")

    def bring_back(self, body: dict[str, Any]) -> bool:
        """Fill the fields with what was kept; say whether it is of this form."""
        self.fill(body)
        return True

    def fill(self, body: dict[str, Any]) -> None:
        """Fill those of the fields that are there; what no longer fits is left out."""
        for name, value in body.items():
            for widget in self.query(f"#{name}").results(Widget):
                if isinstance(widget, Input) and isinstance(value, str):
                    widget.value = value
                elif isinstance(widget, TextArea):
                    widget.text = str(value)
                elif isinstance(widget, Checkbox):
                    widget.value = bool(value)
                elif isinstance(widget, Select) and value == "":
                    widget.clear()
                elif isinstance(widget, Select):
                    with suppress(InvalidSelectValueError):
                        widget.value = value

    def typed(self) -> dict[str, Any]:
        """Return what is typed, by field; what is empty is left out."""
        body: dict[str, Any] = {}
        for widget in self.query("Input, Select, Checkbox").results(Widget):
            value = widget.selection if isinstance(widget, Select) else getattr(widget, "value", None)
            if widget.id and value not in (None, "", False):
                body[widget.id] = value
        return body

    @on(Input.Changed)
    @on(Select.Changed)
    @on(Checkbox.Changed)
    @on(TextArea.Changed)
    def _keep_soon(self) -> None:
        """Keep what is typed once the person pauses."""
        if self._keeper is not None:
            if self._pause is not None:
                self._pause.stop()
            self._pause = self.set_timer(drafting.PAUSE, self._keep)

    def _keep(self) -> None:
        body = self.typed()
        if self._keeper is not None and body.keys() - {"on"}:
            self._keeper.keep(body)

    def drafted(self) -> Callable[[Office], None] | None:
        """Return the job that keeps what is typed, for an office that is about to be closed."""
        body = self.typed()
        if self._keeper is None or not body.keys() - {"on"}:
            return None
        return self._keeper.at_once(body)

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Close; what was half typed is forgotten."""
        if self._keeper is not None:
            self._keeper.drop()
        return super().dismiss(result)
